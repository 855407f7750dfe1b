/** The forms one and the same text takes in Chinese workbooks: full-width characters, spaces of all kinds, written-out numbers. */

const FULL_WIDTH_OFFSET = 0xfee0
const FULL_WIDTH_SIGNS: Readonly<Record<string, string>> = { '\u3000': ' ', '￠': '¢', '￡': '£', '￥': '¥' }

/** Full-width letters, digits, signs and the ideographic space in their ASCII form; Chinese characters and 。、《》 stay. */
export function foldFullWidth(text: string): string {
  return text.replace(
    /[\u3000\uff01-\uff5e\uffe0\uffe1\uffe5]/g,
    (sign) => FULL_WIDTH_SIGNS[sign] ?? String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET),
  )
}

/** Without spaces, line breaks, control characters and characters of no width, wherever they stand. */
export function squeeze(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}\u115f\u1160\u2800\u3164\uffa0]/gu, '')
}

/** Ordinary and financial signs, by the sign the grammar below reads. */
const NUMERAL_SIGNS = new Map(
  [
    '0零〇○',
    '1一壹弌',
    '2二贰貳弍两兩',
    '3三叁叄参參弎',
    '4四肆',
    '5五伍',
    '6六陆陸',
    '7七柒',
    '8八捌',
    '9九玖',
    '十拾',
    '百佰',
    '千仟',
    '万萬',
    '亿億',
  ].flatMap(([plain = '', ...signs]) => [plain, ...signs].map((sign): [string, string] => [sign, plain])),
)
const LARGE_UNITS = [
  { sign: '亿', value: 100_000_000 },
  { sign: '万', value: 10_000 },
] as const

/** A number below ten thousand; a digit right behind 百 or 千 counts the unit below (一百二 is 120). */
function belowTenThousand(signs: string): number | undefined {
  const parts = /^(?:([1-9])千)?(?:0?([1-9])百)?(?:0?([1-9]?)十)?(?:(0?)([1-9]))?$/.exec(signs)
  if (parts === null || signs === '') return undefined
  const [, thousands = '', hundreds = '', tens, zero, ones = ''] = parts
  const whole = Number(thousands) * 1000 + Number(hundreds) * 100 + (tens === undefined ? 0 : Number(tens || 1) * 10)
  const isBare = zero === '' && tens === undefined
  const onesCount = isBare && hundreds !== '' ? 10 : isBare && thousands !== '' ? 100 : 1
  return whole + Number(ones) * onesCount
}

function withUnits(signs: string): number | undefined {
  const large = LARGE_UNITS.find(({ sign }) => signs.includes(sign))
  if (large === undefined) return belowTenThousand(signs)
  const at = signs.indexOf(large.sign)
  const count = withUnits(signs.slice(0, at))
  const rest = signs.slice(at + 1)
  if (count === undefined || rest === '') return count === undefined ? undefined : count * large.value
  const below = /^[1-9]$/.test(rest) ? (Number(rest) * large.value) / 10 : withUnits(rest)
  return below === undefined || below >= large.value ? undefined : count * large.value + below
}

/**
 * The whole number written in Chinese numerals, ordinary or financial (十五, 壹佰零贰, 三万五) or digit by digit (二〇二六);
 * undefined for anything else, such as Arabic digits mixed in.
 */
export function chineseNumeral(text: string): number | undefined {
  if (text === '' || /\d/.test(text)) return undefined
  const signs = [...text.replaceAll('廿', '二十').replaceAll('卅', '三十')].map((sign) => NUMERAL_SIGNS.get(sign) ?? '?').join('')
  const value = /^\d+$/.test(signs) ? Number(signs) : signs.startsWith('0') ? undefined : withUnits(signs)
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined
}
