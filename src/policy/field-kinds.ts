/**
 * The alphabet of field kinds: the only place on the server that switches on a kind. Every cell is read by `read`; the engine's `fast` form
 * settles the plain spellings in bulk and leaves the rest to it. A property test holds that whatever `fast` answers, `read` answers too.
 */
import type { CodeList, Field, FieldKindName } from './schema.ts'

/** What one cell turned out to be. Days are `YYYY-MM-DD`, amounts decimal text, codes their canonical form. */
export type Reading = { value: string } | 'empty' | 'unreadable'

export interface KindContext {
  field: Field
  /** The list behind kinds `code`, `codes` and `yes_no`. */
  codes?: CodeList
  /** The header says 万元. */
  inWan?: boolean
}

export interface FieldKind {
  /** Column type in the engine. */
  type(context: KindContext): string
  /** SQL expression for the typed value of the raw text where it is plainly written; NULL leaves the cell to `read`. */
  fast(raw: string, context: KindContext): string
  read(raw: string | null, context: KindContext): Reading
  /** What a readable cell looks like, for the officer. */
  expected(context: KindContext): string
  /** The code of the RowIssue. */
  issue: string
}

const emptyWords = ['', '/', '-', '—', '——', '－', '无', '不详', '至今', '\\', '／', 'N/A', 'NULL', 'null']

const literalPattern = (words: readonly string[]) => words.map((word) => word.replace(/[\\^$.|?*+()[\]{}/-]/g, '\\$&')).join('|')

/** SQL: is this raw text one of the ways to write nothing? */
export function isEmptySql(raw: string): string {
  return `regexp_full_match(${raw}, '[ \t\r\n\u00a0\u3000\u200b\ufeff]*(${literalPattern(emptyWords)})[ \t\r\n\u00a0\u3000\u200b\ufeff]*')`
}

export function isEmptyText(raw: string | null): boolean {
  return raw === null || emptyWords.includes(trimSpaces(raw))
}

const spaceCharacters = ' \t\r\n\u00a0\u3000\u200b\ufeff'
const spaces = `'${spaceCharacters}'`
const wide = '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ．，－＋／：（）％￥～'
const narrow = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.,-+/:()%¥~'

function trimSpaces(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && spaceCharacters.includes(text[start] ?? '')) start++
  while (end > start && spaceCharacters.includes(text[end - 1] ?? '')) end--
  return text.slice(start, end)
}

/** Full-width digits, capitals and signs become their plain forms. */
export function fold(text: string): string {
  let out = ''
  for (const character of text) {
    const at = wide.indexOf(character)
    out += at < 0 ? character : narrow[at]
  }
  return out
}

function withoutSpaces(text: string): string {
  return [...text].filter((character) => !spaceCharacters.includes(character)).join('')
}

/** Macros the engine needs before any kind's SQL runs. */
export const fieldKindMacros = `
CREATE OR REPLACE MACRO xj_fold(x) AS translate(x, '${wide}', '${narrow}');
CREATE OR REPLACE MACRO xj_squeeze(x) AS translate(xj_fold(x), ${spaces}, '');
CREATE OR REPLACE MACRO xj_day_text(y, m, d) AS try_cast(y || '-' || m || '-' || d AS DATE);
CREATE OR REPLACE MACRO xj_bounded(d) AS CASE WHEN d BETWEEN DATE '1850-01-01' AND DATE '2150-12-31' THEN d END;
`

/** What kinds `code` compare: without spaces, full-width folded, without 级, 年, 年度, 天 at the end, upper case. */
export function codeText(text: string): string {
  return withoutSpaces(fold(text))
    .replace(/(级|年度|年|天)$/, '')
    .toUpperCase()
}

const spellings = new WeakMap<CodeList, Map<string, string>>()

/** Canonical code by every spelling of it, as `codeText` writes them. */
export function spellingsOf(list: CodeList | undefined): Map<string, string> {
  const known = list === undefined ? new Map<string, string>() : spellings.get(list)
  if (known) return known
  const byText = new Map<string, string>()
  for (const [code, entry] of Object.entries(list?.codes ?? {})) {
    for (const spelling of [code, entry.label, ...(entry.spellings ?? [])]) {
      if (!byText.has(codeText(spelling))) byText.set(codeText(spelling), code)
    }
  }
  if (list) spellings.set(list, byText)
  return byText
}

const literal = (value: string) => `'${value.replaceAll("'", "''")}'`

function enumType(list: CodeList | undefined): string {
  const codes = Object.keys(list?.codes ?? {})
  return codes.length === 0 ? 'VARCHAR' : `ENUM(${codes.map(literal).join(', ')})`
}

const asIs: Pick<FieldKind, 'type' | 'fast' | 'read' | 'issue'> = {
  type: () => 'VARCHAR',
  fast: (raw) => raw,
  read: (raw) => (raw === null || raw === '' ? 'empty' : { value: raw }),
  issue: 'text_unreadable',
}

const realDay = (year: string, month: string, day: string): string | undefined => {
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  if (Number(year) < 1850 || Number(year) > 2150) return undefined
  if (moment.getUTCMonth() !== Number(month) - 1 || moment.getUTCDate() !== Number(day)) return undefined
  return moment.toISOString().slice(0, 10)
}

const dayForms = [
  /^(\d{4})[-/.\\ ](\d{1,2})[-/.\\ ](\d{1,2})(?:[ T]+\d{1,2}[:时点].*)?$/s,
  /^(\d{4}) *年 *(\d{1,2}) *月 *(\d{1,2}) *日?(?: *\d{1,2}[:时点].*)?$/s,
  /^(\d{4})(\d{2})(\d{2})(?:[ T]?\d{2}:?\d{2}(?::?\d{2})?)?$/,
]
const monthForm = /^(\d{4})(?:[-/.年](0?[1-9]|1[0-2])|(0[1-9]|1[0-2]))月?$/

/** Is this a month without a day, such as `202503` or `2025年3月`? */
export function isMonthText(raw: string): boolean {
  return monthForm.test(withoutSpaces(fold(raw)))
}

function readDay(raw: string, monthIs: 'first' | 'last'): string | undefined {
  const text = trimSpaces(fold(raw))
  for (const form of dayForms) {
    const parts = form.exec(text)
    if (parts) return realDay(parts[1] ?? '', parts[2] ?? '', parts[3] ?? '')
  }
  if (/^[1-9]\d{4}(\.\d+)?$/.test(text)) {
    return new Date(Date.UTC(1899, 11, 30) + Number(text.split('.')[0]) * 86_400_000).toISOString().slice(0, 10)
  }
  const month = monthForm.exec(withoutSpaces(text))
  if (!month) return undefined
  const monthNumber = month[2] ?? month[3] ?? ''
  const first = realDay(month[1] ?? '', monthNumber, '1')
  if (first === undefined || monthIs === 'first') return first
  return new Date(Date.UTC(Number(month[1]), Number(monthNumber), 0)).toISOString().slice(0, 10)
}

const dayFast = (raw: string, monthIs: 'first' | 'last') => {
  const eight = `left(${raw}, 4) || '-' || substr(${raw}, 5, 2) || '-' || substr(${raw}, 7, 2)`
  const month = `try_cast(left(${raw}, 4) || '-' || right(${raw}, 2) || '-01' AS DATE)`
  return `xj_bounded(CASE WHEN NOT starts_with(${raw}, '1') AND NOT starts_with(${raw}, '2') THEN NULL
    WHEN strlen(${raw}) = 10 THEN try_cast(${raw} AS DATE)
    WHEN strlen(${raw}) = 8 AND regexp_full_match(${raw}, '\\d{8}') THEN try_cast(${eight} AS DATE)
    WHEN strlen(${raw}) = 6 AND regexp_full_match(${raw}, '\\d{6}') THEN ${monthIs === 'first' ? month : `last_day(${month})`} END)`
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

function readMoney(raw: string, inWan: boolean): string | undefined {
  let text = withoutSpaces(fold(raw))
  if (exponentForm.test(text)) return shiftDecimal(plainDecimal(text), inWan ? 4 : 0, 2)
  text = text.replace(/^(人民币|RMB|rmb)?[¥$]?/, '').replace(/(元整|元|圆|块)$/, '')
  if (/^\(.+\)$/.test(text)) text = `-${text.slice(1, -1)}`
  if (/^[-+]?\d{1,3}(,\d{3})+(\.\d*)?[亿万千百]?$/.test(text)) text = text.replaceAll(',', '')
  if (!/^[-+]?(\d+\.?\d*|\.\d+)[亿万千百]?$/.test(text)) return undefined
  const unit = units[text.at(-1) ?? '']
  return shiftDecimal(unit === undefined ? text : text.slice(0, -1), unit ?? (inWan ? 4 : 0), 2)
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

const notPlain = (raw: string) => `(contains(${raw}, '_') OR contains(${raw}, 'e') OR contains(${raw}, 'E'))`
const plainNumber = (raw: string, type: string) => `CASE WHEN NOT ${notPlain(raw)} THEN try_cast(${raw} AS ${type}) END`
const moneyFast = (raw: string, inWan: boolean) =>
  inWan ? `try_cast((${plainNumber(raw, 'DECIMAL(18,6)')}) * 10000 AS DECIMAL(18,2))` : plainNumber(raw, 'DECIMAL(18,2)')

function readNumber(raw: string, digits: number): string | undefined {
  const text = withoutSpaces(fold(raw)).replace(/(平方米|平米|㎡|M2|m2|人|天|日|个|岁|年|亩|%)$/, '')
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(text)) return undefined
  const value = shiftDecimal(text, 0, 4)
  if (value === undefined || digits > 0) return value
  return /\.0000$/.test(value) && Math.abs(Number(value)) < 2 ** 31 ? value.slice(0, -5) : undefined
}

const codeKind: FieldKind = {
  type: ({ codes }) => enumType(codes),
  fast: (raw, { codes }) => (enumType(codes) === 'VARCHAR' ? raw : `try_cast(${raw} AS ${enumType(codes)})`),
  read: (raw, { codes }) => {
    if (raw === null) return 'empty'
    const code = spellingsOf(codes).get(codeText(raw))
    if (code !== undefined) return { value: code }
    return isEmptyText(raw) ? 'empty' : 'unreadable'
  },
  expected: ({ codes }) => {
    const labels = Object.values(codes?.codes ?? {}).map((code) => code.label)
    return `${labels.slice(0, 12).join('、')}${labels.length > 12 ? ' 等' : ''}`
  },
  issue: 'code_unknown',
}

/** Several codes in one cell: all known, or the cell cannot be read. */
const codesKind: FieldKind = {
  ...codeKind,
  type: () => 'VARCHAR',
  fast: (raw, { codes }) => `CASE WHEN try_cast(${raw} AS ${enumType(codes)}) IS NOT NULL THEN ${raw} END`,
  read: (raw, { codes }) => {
    if (raw === null) return 'empty'
    const known = spellingsOf(codes)
    const parts = raw.split(/[,,、;;/|]+/).filter((part) => trimSpaces(part) !== '')
    const read = parts.map((part) => known.get(codeText(part)))
    if (read.length > 0 && read.every((part) => part !== undefined)) return { value: read.join(',') }
    return isEmptyText(raw) ? 'empty' : 'unreadable'
  },
}

/** Reads a cell through a function that answers undefined for what it cannot read. */
function reading(read: (raw: string, context: KindContext) => string | undefined): FieldKind['read'] {
  return (raw, context) => {
    if (raw === null || isEmptyText(raw)) return 'empty'
    const value = read(raw, context)
    return value === undefined ? 'unreadable' : { value }
  }
}

const dayKind: FieldKind = {
  type: () => 'DATE',
  fast: (raw, { field }) => dayFast(raw, field.month_is ?? 'last'),
  read: reading((raw, { field }) => readDay(raw, field.month_is ?? 'last')),
  expected: () => '日期,如 2026-03-05',
  issue: 'day_unreadable',
}

const moneyKind: FieldKind = {
  type: () => 'DECIMAL(18,2)',
  fast: (raw, context) => moneyFast(raw, isInWan(context)),
  read: reading((raw, context) => readMoney(raw, isInWan(context))),
  expected: (context) => (isInWan(context) ? '金额(万元),如 1.2' : '金额(元),如 1234.50'),
  issue: 'money_unreadable',
}

const numberKind: FieldKind = {
  type: () => 'DECIMAL(18,4)',
  fast: (raw) => plainNumber(raw, 'DECIMAL(18,4)'),
  read: reading((raw) => readNumber(raw, 4)),
  expected: () => '数字,如 85.5',
  issue: 'number_unreadable',
}

const wholeNumberKind: FieldKind = {
  type: () => 'INTEGER',
  fast: (raw) => `CASE WHEN strlen(${raw}) <= 9 AND NOT contains(${raw}, '.') AND NOT ${notPlain(raw)} THEN try_cast(${raw} AS INTEGER) END`,
  read: reading((raw) => readNumber(raw, 0)),
  expected: () => '整数,如 4',
  issue: 'number_unreadable',
}

const yearKind: FieldKind = {
  type: () => 'INTEGER',
  fast: (raw) => `CASE WHEN strlen(${raw}) = 4 AND regexp_full_match(${raw}, '(19|20)\\d{2}') THEN try_cast(${raw} AS INTEGER) END`,
  read: reading((raw) => (/^(19|20)\d{2}$/.test(codeText(raw)) ? codeText(raw) : undefined)),
  expected: () => '四位年份,如 2026',
  issue: 'year_unreadable',
}

const divisionCodeKind: FieldKind = {
  type: () => 'VARCHAR',
  fast: (raw) => `CASE WHEN strlen(${raw}) = 12 AND regexp_full_match(${raw}, '\\d{12}') THEN ${raw} END`,
  read: reading((raw) => /^['‘’]*(\d{12}|\d{9}|\d{6})$/.exec(withoutSpaces(fold(raw)))?.[1]),
  expected: () => '12 位行政区划代码',
  issue: 'division_code_unreadable',
}

// biome-ignore format: a table
export const fieldKinds: Record<FieldKindName, FieldKind> = {
  id_number:     { ...asIs, expected: () => '18 位公民身份号码', issue: 'id_unreadable' },
  card_number:   { ...asIs, expected: () => '20 或 22 位残疾人证号', issue: 'id_unreadable' },
  name:          { ...asIs, expected: () => '姓名' },
  text:          { ...asIs, expected: () => '文字' },
  phone:         { ...asIs, expected: () => '11 位手机号码' },
  day:           dayKind,
  money:         moneyKind,
  number:        numberKind,
  whole_number:  wholeNumberKind,
  year:          yearKind,
  code:          codeKind,
  yes_no:        codeKind,
  codes:         codesKind,
  division_code: divisionCodeKind,
}

function isInWan({ field, inWan }: KindContext): boolean {
  return inWan ?? field.unit === 'wan'
}
