/** The forms in which days, amounts and numbers stand in cells, and the ways to write nothing. */

const emptyWords = ['', '/', '-', '—', '——', '－', '无', '不详', '至今', '\\', '／', 'N/A', 'NULL', 'null']
const spaceCharacters = ' \t\r\n\u00a0\u3000\u200b\ufeff'
const firstDigit = 0x30
const lastDigit = 0x39
const firstChinese = 0x4e00
const lastChinese = 0x9fff
const spaceRun = /[ \t\r\n\u00a0\u3000\u200b\ufeff]+/g
const wide =
  '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ．，－＋／：（）％￥～'
const narrow = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,-+/:()%¥~'
/** A day in any other year is a slip of the pen. */
const firstYear = 1850
const lastYear = 2150

const literalPattern = (words: readonly string[]) => words.map((word) => word.replace(/[\\^$.|?*+()[\]{}/-]/g, '\\$&')).join('|')

/** SQL, cheap: does this text begin with neither a digit nor a Chinese character that begins no way to write nothing? Hardly any cell does. Texts are in the order of their characters, and comparing them is cheaper than taking one out. */
export function beginsOddlySql(raw: string): string {
  const words = emptyWords.map((word) => word.codePointAt(0) ?? 0).filter((code) => code > firstChinese && code < lastChinese)
  const from = (code: number) => `'${String.fromCodePoint(code)}'`
  const begins = (first: number, last: number) => `(${raw} >= ${from(first)} AND ${raw} < ${from(last + 1)})`
  const others = [...new Set(words)].map((code) => ` AND NOT ${begins(code, code)}`).join('')
  return `NOT (${begins(firstDigit, lastDigit)} OR (${begins(firstChinese + 1, lastChinese)}${others}))`
}

/** SQL: is this raw text one of the ways to write nothing? */
export function isEmptySql(raw: string): string {
  const pattern = `[${spaceCharacters}]*(${literalPattern(emptyWords)})[${spaceCharacters}]*`
  return `CASE WHEN NOT ${beginsOddlySql(raw)} THEN false ELSE regexp_full_match(${raw}, '${pattern}') END`
}

/** Longer text is looked at for nothing only where a space stands at an end. */
const longestNothing = 6

/** SQL: of cells taken as they are written, is this one of the ways to write nothing? */
export function isNothingSql(raw: string): string {
  return `(strlen(${raw}) <= ${longestNothing} OR ${raw} < '!' OR ends_with(${raw}, ' ')) AND ${isEmptySql(raw)}`
}

/** Of cells taken as they are written, is this one of the ways to write nothing? */
export function isNothingText(raw: string): boolean {
  return (Buffer.byteLength(raw) <= longestNothing || raw < '!' || raw.endsWith(' ')) && isEmptyText(raw)
}

/** Is this text one of the ways to write nothing? */
export function isEmptyText(raw: string | null): boolean {
  return raw === null || emptyWords.includes(trimSpaces(raw))
}

/** Without spaces of any kind at either end. */
export function trimSpaces(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && spaceCharacters.includes(text[start] ?? '')) start++
  while (end > start && spaceCharacters.includes(text[end - 1] ?? '')) end--
  return text.slice(start, end)
}

/** Full-width digits, letters and signs become their plain forms. */
export function fold(text: string): string {
  let out = ''
  for (const character of text) {
    const at = wide.indexOf(character)
    out += at < 0 ? character : narrow[at]
  }
  return out
}

/** Without spaces of any kind, wherever they stand. */
export function withoutSpaces(text: string): string {
  return text.replace(spaceRun, '')
}

/** Macros the engine needs before any kind's SQL runs. */
export const fieldKindMacros = `
CREATE OR REPLACE MACRO xj_fold(x) AS translate(x, '${wide}', '${narrow}');
CREATE OR REPLACE MACRO xj_squeeze(x) AS translate(xj_fold(x), '${spaceCharacters}', '');
CREATE OR REPLACE MACRO xj_day_text(y, m, d) AS try_cast(y || '-' || m || '-' || d AS DATE);
CREATE OR REPLACE MACRO xj_bounded(d) AS CASE WHEN d BETWEEN DATE '${firstYear}-01-01' AND DATE '${lastYear}-12-31' THEN d END;
`

function isoDay(year: number, month: number, day: number): string | undefined {
  const moment = new Date(Date.UTC(year, month - 1, day))
  const isReal = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day
  return isReal && year >= firstYear && year <= lastYear ? moment.toISOString().slice(0, 10) : undefined
}

const dayForms = [
  /^(\d{4})[-/.\\ ](\d{1,2})[-/.\\ ](\d{1,2})(?:[ T]+\d{1,2}[:时点].*)?$/s,
  /^(\d{4}) *年 *(\d{1,2}) *月 *(\d{1,2}) *[日号]?(?: *\d{1,2}[:时点].*)?$/s,
  /^(\d{4})(\d{2})(\d{2})(?:[ T]*\d{2}:?\d{2}(?::?\d{2})?|[ T]+\d{1,2}:.*)?$/s,
]
const monthForm = /^(\d{4})(?:[-/.年](0?[1-9]|1[0-2])|(0[1-9]|1[0-2]))月?$/
const serialForm = /^([1-9]\d{4})(?:\.\d+)?$/
const dayZero = Date.UTC(1899, 11, 30)
const msPerDay = 86_400_000

/** Is this a month without a day, such as `202503` or `2025年3月`? */
export function isMonthText(raw: string): boolean {
  return monthForm.test(withoutSpaces(fold(raw)))
}

/** A day as `YYYY-MM-DD`; a month without a day is its first or last; undefined for days that are not in the calendar. */
export function readDay(raw: string, monthIs: 'first' | 'last'): string | undefined {
  const text = trimSpaces(fold(raw)).replace(spaceRun, ' ')
  const parts = dayForms.map((form) => form.exec(text)).find((found) => found !== null)
  if (parts) return isoDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  const serial = serialForm.exec(text)?.[1]
  if (serial !== undefined) {
    const day = new Date(dayZero + Number(serial) * msPerDay)
    return isoDay(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate())
  }
  const found = monthForm.exec(withoutSpaces(text))
  if (!found) return undefined
  const [year, month] = [Number(found[1]), Number(found[2] ?? found[3])]
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return isoDay(year, month, monthIs === 'first' ? 1 : last)
}

/** SQL that reads a day where it is plainly written, and otherwise answers NULL. The engine reads past what follows a day: only a day that it prints as the cell has it is one. */
export function dayFast(raw: string, monthIs: 'first' | 'last'): string {
  const isInRange = (text: string) => `${text} >= '${firstYear}' AND ${text} < '${lastYear + 1}'`
  const iso = (text: string) =>
    `WHEN strlen(${text}) = 10 AND ${isInRange(text)} AND try_cast(${text} AS DATE)::VARCHAR = ${text} THEN try_cast(${text} AS DATE)`
  const eight = `left(${raw}, 4) || '-' || substr(${raw}, 5, 2) || '-' || substr(${raw}, 7, 2)`
  const month = `try_cast(left(${raw}, 4) || '-' || right(${raw}, 2) || '-01' AS DATE)`
  const parted = `replace(replace(replace(translate(${raw}, '/.', '--'), '年', '-'), '月', '-'), '日', '')`
  return `CASE WHEN ${raw} IS NULL THEN NULL ${iso(raw)}
    WHEN strlen(${raw}) = 5 AND regexp_full_match(${raw}, '[1-9]\\d{4}') THEN xj_bounded(DATE '1899-12-30' + try_cast(${raw} AS INTEGER))
    WHEN NOT (${isInRange(raw)}) THEN NULL
    WHEN strlen(${raw}) = 6 AND regexp_full_match(${raw}, '\\d{6}') THEN ${monthIs === 'first' ? month : `last_day(${month})`}
    WHEN strlen(${raw}) = 8 AND regexp_full_match(${raw}, '\\d{8}') THEN try_cast(${eight} AS DATE)
    ${iso(`translate(${raw}, '/.', '--')`)}
    WHEN regexp_full_match(${raw}, '\\d{4}(年\\d{1,2}月\\d{1,2}日|[-/.]\\d{1,2}[-/.]\\d{1,2})') THEN try_cast(${parted} AS DATE) END`
}

const units: Record<string, number> = { 亿: 8, 万: 4, 千: 3, 百: 2 }

/** Decimal text times a power of ten, rounded half away from zero to `digits`; undefined when it has more than sixteen digits before the point. */
function shiftDecimal(text: string, power: number, digits: number): string | undefined {
  const match = /^([-+]?)(\d*)\.?(\d*)$/.exec(text)
  if (!match) return undefined
  const whole = (match[2] ?? '') + (match[3] ?? '').slice(0, power).padEnd(power, '0')
  const fraction = (match[3] ?? '').slice(power)
  const scaled = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0') || '0')
  const rounded = scaled + (Number(fraction[digits] ?? '0') >= 5 ? 1n : 0n)
  if (rounded >= 10n ** 18n) return undefined
  const padded = rounded.toString().padStart(digits + 1, '0')
  const sign = match[1] === '-' && rounded !== 0n ? '-' : ''
  return `${sign}${padded.slice(0, padded.length - digits)}${digits > 0 ? `.${padded.slice(-digits)}` : ''}`
}

const exponentForm = /^[-+]?(\d+\.?\d*|\.\d+)[eE][-+]?\d{1,2}$/
const thousandsForm = /^[-+]?\d{1,3}(,\d{3})+(\.\d*)?[亿万千百]?$/

/** An amount in yuan with two places. What the cell says of its unit (万, 元) counts before the header's 万元. */
export function readMoney(raw: string, inWan: boolean): string | undefined {
  const squeezed = withoutSpaces(fold(raw)).replace(/−/g, '-')
  if (exponentForm.test(squeezed)) return shiftDecimal(plainDecimal(squeezed), inWan ? 4 : 0, 2)
  const inYuan = /(元整|元|圆|块)$/.test(squeezed)
  let text = squeezed.replace(/^([-+]?)(?:人民币|RMB|rmb)?[¥$]?/, '$1').replace(/(元整|元|圆|块)$/, '')
  if (/^\(.+\)$/.test(text)) text = `-${text.slice(1, -1)}`
  if (thousandsForm.test(text)) text = text.replaceAll(',', '')
  if (!/^[-+]?(\d+\.?\d*|\.\d+)[亿万千百]?$/.test(text)) return undefined
  const unit = units[text.at(-1) ?? '']
  return shiftDecimal(unit === undefined ? text : text.slice(0, -1), unit ?? (inWan && !inYuan ? 4 : 0), 2)
}

/** `1.2e3` as `1200`. */
function plainDecimal(text: string): string {
  const [mantissa = '0', exponent = '0'] = text.toLowerCase().split('e')
  const power = Number(exponent)
  const negative = mantissa.startsWith('-')
  const [whole = '', fraction = ''] = mantissa.replace(/^[-+]/, '').split('.')
  const digits = whole + fraction
  const point = whole.length + power
  const padded =
    point <= 0
      ? `0.${'0'.repeat(-point)}${digits}`
      : point >= digits.length
        ? digits.padEnd(point, '0')
        : `${digits.slice(0, point)}.${digits.slice(point)}`
  return (negative ? '-' : '') + padded
}

/** A number with four places, or a whole one without; a usual unit behind it is not looked at. */
export function readNumber(raw: string, digits: 0 | 4): string | undefined {
  const squeezed = withoutSpaces(fold(raw)).replace(/(平方米|平米|㎡|M2|m2|人|天|日|个|岁|年|亩|%)$/, '')
  const text = thousandsForm.test(squeezed) ? squeezed.replaceAll(',', '') : squeezed
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(text)) return undefined
  const value = shiftDecimal(text, 0, 4)
  if (value === undefined || digits > 0) return value
  return /\.0000$/.test(value) && Math.abs(Number(value)) < 2 ** 31 ? value.slice(0, -5) : undefined
}
