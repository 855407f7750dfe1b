/** SQL that reads identity cells as they were written: numbers, phones, and the key by which names are looked up. */
import { text } from '../engine/index.ts'
import type { Characters } from './settings.ts'

const wide = Array.from({ length: 94 }, (_, at) => String.fromCharCode(0xff01 + at)).join('')
const narrow = Array.from({ length: 94 }, (_, at) => String.fromCharCode(0x21 + at)).join('')
const folded = (cell: string) =>
  `CASE WHEN strlen(${cell}) = length(${cell}) THEN ${cell} ELSE translate(${cell}, ${text(wide)}, ${text(narrow)}) END`
const replaced = (cell: string, pattern: string, by = '') => `regexp_replace(${cell}, ${text(pattern)}, ${text(by)}, 'g')`

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Whether a cell is an eighteen-character number as it should be written: nearly all are, and need no cleaning. */
export const isWhole = (cell: string) => `regexp_full_match(${cell}, '\\d{17}[\\dX]')`

/** The number without spaces, quotes, formula wrapper, hyphens, trailing `.0`, in half-width capitals. Mirrors the kernel's cleaning. */
export function cleanedNumber(cell: string): string {
  const bare = replaced(folded(cell), `[\\s\\p{Z}\\p{C}'‘’‚‛"“”„‟\`´′″=]`)
  const joined = replaced(bare, '([-‐‑‒–—−]{2,})|[-‐‑‒–—−]', '\\1')
  return `upper(regexp_replace(regexp_replace(${joined}, '^(\\d{15,22})\\.0+$', '\\1'), '^(\\d{17})[×✕ⅩⅹХхΧχ]', '\\1X'))`
}

/** The first seventeen digits as one integer, for `isSound`. */
export const seventeen = (number: string) => `try_cast(left(${number}, 17) AS BIGINT)`

/** True where the eighteen characters end in their check digit and carry a day of birth; `first` is a column of their first seventeen digits. */
export function isSound(number: string, first: string): string {
  const sum = weights.map((weight, at) => `${weight} * (${first} // 1${'0'.repeat(16 - at)} % 10)`).join(' + ')
  const day = bornFrom(number)
  return `coalesce(substr('10X98765432', 1 + (${sum}) % 11, 1) = substr(${number}, 18, 1) AND ${day} BETWEEN DATE '1880-01-01' AND DATE '2100-01-01', false)`
}

/** The day of birth a number carries, right or wrong; NULL when there is no such day. */
export function bornFrom(number: string): string {
  return `try_strptime(substr(${number}, 7, 8), '%Y%m%d')::DATE`
}

/** The eighteen characters of a fifteen-digit number. */
function upgraded(fifteen: string): string {
  const first = `left(${fifteen}, 6) || '19' || right(${fifteen}, 9)`
  const sum = weights.map((weight, at) => `${weight} * substr(${first}, ${at + 1}, 1)::INTEGER`).join(' + ')
  return `${first} || substr('10X98765432', 1 + (${sum}) % 11, 1)`
}

const whole = "'^\\d{17}[\\dX](\\d\\d(\\d\\d|B\\d)?)?$'"
const scientific = "'^\\d(\\.\\d*)?…?E\\+?\\d{1,3}$'"

/**
 * The citizen's eighteen characters a cleaned cell stands for, else NULL. A number that lost its last digits stands for nobody
 * unless it is sound as it is.
 */
export function citizenNumber(clean: string): string {
  return `CASE
    WHEN ${isWhole(clean)} THEN ${clean}
    WHEN regexp_full_match(${clean}, ${whole}) THEN left(${clean}, 18)
    WHEN regexp_full_match(${clean}, '\\d{15}') AND try_strptime('19' || substr(${clean}, 7, 6), '%Y%m%d') IS NOT NULL THEN ${upgraded(clean)}
    WHEN regexp_full_match(${clean}, '[\\dA-Z]{18}') AND length(regexp_replace(${clean}, '\\D', '', 'g')) >= 15 AND NOT contains(${clean}, 'XX') THEN ${clean} END`
}

/** What a cleaned cell is worth (settings' numberKinds); `number` is its citizen's number or NULL. */
export function numberKind(clean: string, isSoundNumber: string, number: string): string {
  return `CASE
    WHEN ${isWhole(clean)} AND ${isSoundNumber} AND NOT ends_with(${clean}, '000') THEN 'valid'
    WHEN ${clean} IS NULL OR length(regexp_replace(${clean}, '[^\\d*#•●?_X✱-]', '', 'g')) < 6 AND NOT regexp_full_match(${clean}, ${scientific}) THEN 'none'
    WHEN regexp_full_match(${clean}, ${scientific}) THEN CASE WHEN ${mantissaLength(clean)} >= 13 THEN 'truncated' ELSE 'lost' END
    WHEN regexp_matches(${clean}, '[*#?•●✱_]|XX|--') THEN 'masked'
    WHEN regexp_matches(${clean}, '^(0{6}|1{6}|2{6}|3{6}|4{6}|5{6}|6{6}|7{6}|8{6}|9{6}|123456)') THEN 'none'
    WHEN length(${clean}) = 15 THEN 'truncated'
    WHEN length(${clean}) = 18 AND ends_with(${clean}, '000') THEN 'truncated'
    WHEN ${number} IS NULL THEN 'lost'
    WHEN ${isSoundNumber} THEN 'valid'
    ELSE 'failing' END`
}

const mantissaLength = (clean: string) => `strlen(replace(regexp_replace(${clean}, '(…?E.*)$', ''), '.', ''))`

/**
 * The leading digits a cell is sure of: fifteen of a truncated number, fewer of a scientific one, all of the others;
 * for a masked one a LIKE pattern (hidden digits are not always as many as stars).
 */
export function knownDigits(clean: string, kind: string): string {
  const mantissa = `replace(regexp_replace(${clean}, '(…?E.*)$', ''), '.', '')`
  return `CASE
    WHEN ${kind} = 'none' THEN NULL
    WHEN regexp_full_match(${clean}, ${scientific}) THEN CASE WHEN ${kind} = 'truncated' THEN left(rpad(${mantissa}, 15, '0'), 15) ELSE ${mantissa} END
    WHEN ${kind} = 'truncated' THEN left(${clean}, 15)
    WHEN ${kind} = 'masked' AND length(${clean}) NOT IN (18, 20, 22) THEN regexp_replace(regexp_replace(${clean}, 'XX+|[*#?•●✱_-]+', '%', 'g'), '%+', '%', 'g')
    WHEN ${kind} = 'masked' THEN regexp_replace(replace(left(${clean}, 17), 'X', '_') || substr(${clean}, 18, 1), '[*#?•●✱_-]', '_', 'g')
    ELSE ${clean} END`
}

/** All telephone numbers of the cells, without +86, spaces and signs; several may stand in one cell. */
export function phones(...cells: string[]): string {
  const joined = folded(`concat_ws('/', ${cells.join(', ')})`)
  const digits = `list_transform(regexp_split_to_array(${joined}, '[/、，；,;|]|或'), lambda part: regexp_replace(part, '\\D', '', 'g'))`
  const bare = `list_transform(${digits}, lambda part: CASE WHEN length(part) > 11 AND regexp_matches(part, '^(0086|86|0)1\\d{10}$') THEN right(part, 11) ELSE part END)`
  const taken = `list_filter(${bare}, lambda part: length(part) BETWEEN 7 AND 12 AND NOT regexp_matches(part, '^1?(0+|1+|2+|3+|4+|5+|6+|7+|8+|9+)$'))`
  const [first = 'NULL', ...others] = cells
  const alone = others.map((other) => `${other} IS NULL`).join(' AND ') || 'true'
  return `CASE WHEN ${alone} AND regexp_full_match(${first}, '1[3-9]\\d{9}') THEN [${first}] ELSE ${taken} END`
}

/** The characters of a regular expression class, escaped. */
const inClass = (signs: string) => [...signs].map((sign) => (/[\\\]^-]/.test(sign) ? `\\${sign}` : sign)).join('')

/** SQL for the keys under which names are found: the name itself, and what stands in brackets behind it. */
export function nameKeys(characters: Characters): {
  key(cell: string): string
  alias(cell: string): string
  isPlain(cell: string): string
} {
  const others = [...characters.canonical.keys()]
  const from = text(others.join(''))
  const to = text(others.map((other) => characters.canonical.get(other) ?? other).join(''))
  const variant = text(`[${inClass(others.join(''))}]`)
  const damaged = text(`[${inClass(characters.lost)}\\x{E000}-\\x{F8FF}]`)
  const canonical = (name: string) =>
    `CASE WHEN regexp_matches(${name}, ${variant}) THEN translate(${name}, ${from}, ${to}) ELSE ${name} END`
  const kept = (name: string) =>
    `CASE WHEN regexp_matches(${name}, '\\p{Han}') THEN ${replaced(name, '[^\\p{Han}]')} ELSE upper(${replaced(name, '[^\\p{L}]')}) END`
  const brackets = String.raw`[（(【\[<〔][^）)】\]>〕]*[）)】\]>〕]?`
  const outside = (cell: string) => kept(replaced(cell, brackets))
  const inside = (cell: string) =>
    kept(
      `regexp_replace(regexp_extract(${cell}, '[（(【\\[<〔]([^）)】\\]>〕]*)', 1), '^(曾用名|又名|原名|别名|小名|乳名|化名|绰号|现名|更名)', '')`,
    )
  const usable = (name: string) => `CASE WHEN length(${name}) >= 2 THEN ${canonical(name)} END`
  return {
    isPlain: (cell) => `NOT regexp_matches(${cell}, ${text(`[^\\x{4E00}-\\x{9FFF}]|[${inClass(others.join(''))}]`)})`,
    key: (cell) => `CASE WHEN regexp_matches(${cell}, ${damaged}) THEN NULL ELSE ${usable(outside(cell))} END`,
    alias: (cell) => `CASE WHEN regexp_matches(${cell}, ${damaged}) THEN NULL ELSE ${usable(inside(cell))} END`,
  }
}
