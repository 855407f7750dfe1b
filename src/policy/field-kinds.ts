/**
 * The alphabet of field kinds: the only place on the server that switches on a kind. Every cell is read by `read`; the engine's `fast` form
 * settles the plain spellings in bulk and leaves the rest to it. A property test holds that whatever `fast` answers, `read` answers too.
 */
import {
  beginsOddlySql,
  dayFast,
  fold,
  isEmptyText,
  isNothingSql,
  isNothingText,
  readDay,
  readMoney,
  readNumber,
  trimSpaces,
  withoutSpaces,
} from './cell-forms.rules.ts'
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

/** A form that leaves more cells to `read`; what it answers beside a doubt must not be believed either. */
export interface PlainForm {
  /** Is this cell written so? */
  fits(text: string, context: KindContext): boolean
  value(raw: string, context: KindContext): string
  doubt?(raw: string): string
}

export interface FieldKind {
  /** Column type in the engine. */
  type(context: KindContext): string
  /** SQL expression for the typed value of the raw text where it is plainly written; NULL leaves the cell to `read`. */
  fast(raw: string, context: KindContext): string
  /** A cheaper form of `fast` for a column that is written in one way as far as can be seen. */
  plain?: PlainForm
  read(raw: string | null, context: KindContext): Reading
  /** What a readable cell looks like, for the officer. */
  expected(context: KindContext): string
  /** The code of the RowIssue. */
  issue: string
}

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

/** SQL: a code by any of its plain spellings; one look-up finds the spelling, another the code it stands for. */
function codeFast(raw: string, list: CodeList | undefined): string {
  const type = enumType(list)
  const codes = Object.keys(list?.codes ?? {})
  const others = Object.entries(list?.codes ?? {}).flatMap(([code, entry]) =>
    [entry.label, ...(entry.spellings ?? [])]
      .filter((spelling) => !codes.includes(spelling) && spellingsOf(list).get(codeText(spelling)) === code)
      .map((spelling) => [spelling, code] as const),
  )
  const distinct = [...new Map(others)]
  if (distinct.length === 0) return `try_cast(${raw} AS ${type})`
  const spelled = `ENUM(${distinct.map(([spelling]) => literal(spelling)).join(', ')})`
  const meant = `[${distinct.map(([, code]) => literal(code)).join(', ')}]`
  return `coalesce(try_cast(${raw} AS ${type}), CASE WHEN ${raw} IS NOT NULL THEN try_cast(${meant}[enum_code(try_cast(${raw} AS ${spelled}))::INTEGER + 1] AS ${type}) END)`
}

/** What a spreadsheet program shows instead of a result. */
const errorValue = '#(N/A|REF!|VALUE!|DIV/0!|NAME\\?|NULL!|NUM!|SPILL!|CALC!|公式无结果).*'
const errorForm = new RegExp(`^${errorValue}$`, 's')

const isNoText = (raw: string) => `${beginsOddlySql(raw)} AND (${isNothingSql(raw)} OR regexp_full_match(${raw}, '(?s)${errorValue}'))`

/** Text is taken as it is written. */
const asIs: Pick<FieldKind, 'type' | 'fast' | 'plain' | 'read' | 'issue'> = {
  type: () => 'VARCHAR',
  fast: (raw) => `CASE WHEN ${isNoText(raw)} THEN NULL ELSE ${raw} END`,
  plain: { fits: (text) => !isNothingText(text) && !errorForm.test(text), value: (raw) => raw, doubt: isNoText },
  read: (raw) => {
    if (raw === null || isNothingText(raw)) return 'empty'
    return errorForm.test(raw) ? 'unreadable' : { value: raw }
  },
  issue: 'text_unreadable',
}

/** SQL: a number the way the engine reads one, but neither `1_000` nor `1e3` nor a lone sign. */
const plainNumber = (raw: string, type: string) =>
  `CASE WHEN ${raw} >= '-0' AND NOT (contains(${raw}, '_') OR contains(${raw}, 'e') OR contains(${raw}, 'E')) THEN try_cast(${raw} AS ${type}) END`
/** Amounts with thousands separators, ￥ in front or 元 behind. */
const dressedAmount = (raw: string) =>
  `CASE WHEN regexp_full_match(${raw}, '[¥￥]?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?元?') THEN try_cast(translate(${raw}, '¥￥,元', '') AS DECIMAL(18,2)) END`
const moneyFast = (raw: string, inWan: boolean) =>
  inWan
    ? `try_cast((${plainNumber(raw, 'DECIMAL(28,6)')}) * 10000 AS DECIMAL(18,2))`
    : `coalesce(${plainNumber(raw, 'DECIMAL(18,2)')}, ${dressedAmount(raw)})`
/** SQL: whole numbers that the engine prints as the cell has them, so nothing else that it takes for one. */
const wholeFast = (raw: string, type: string) =>
  `CASE WHEN try_cast(${raw} AS ${type})::VARCHAR = ${raw} THEN try_cast(${raw} AS ${type}) END`

const codeKind: FieldKind = {
  type: ({ codes }) => enumType(codes),
  fast: (raw, { codes }) => (enumType(codes) === 'VARCHAR' ? raw : codeFast(raw, codes)),
  plain: {
    fits: (text, { codes }) => codes?.codes[text] !== undefined,
    value: (raw, { codes }) => `try_cast(${raw} AS ${enumType(codes)})`,
  },
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
const { plain: _, ...oneCodeKind } = codeKind
const codesKind: FieldKind = {
  ...oneCodeKind,
  type: () => 'VARCHAR',
  fast: (raw, { codes }) => {
    const isUnknown = (text: string) => `try_cast(${text} AS ${enumType(codes)}) IS NULL`
    return `CASE WHEN NOT ${isUnknown(raw)} THEN ${raw} WHEN contains(${raw}, ',') AND len(list_filter(string_split(${raw}, ','), code -> ${isUnknown('code')})) = 0 THEN ${raw} END`
  },
  read: (raw, { codes }) => {
    if (raw === null) return 'empty'
    const known = spellingsOf(codes)
    const parts = fold(raw)
      .split(/[,、;；/|]+/)
      .filter((part) => trimSpaces(part) !== '')
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
  expected: () => '日期，如 2026-03-05',
  issue: 'day_unreadable',
}

const moneyKind: FieldKind = {
  type: () => 'DECIMAL(18,2)',
  fast: (raw, context) => moneyFast(raw, isInWan(context)),
  read: reading((raw, context) => readMoney(raw, isInWan(context))),
  expected: (context) => (isInWan(context) ? '金额(万元)，如 1.2' : '金额(元)，如 1234.50'),
  issue: 'money_unreadable',
}

const numberKind: FieldKind = {
  type: () => 'DECIMAL(18,4)',
  fast: (raw) => plainNumber(raw, 'DECIMAL(18,4)'),
  read: reading((raw) => readNumber(raw, 4)),
  expected: () => '数字，如 85.5',
  issue: 'number_unreadable',
}

const wholeNumberKind: FieldKind = {
  type: () => 'INTEGER',
  fast: (raw) => wholeFast(raw, 'INTEGER'),
  read: reading((raw) => readNumber(raw, 0)),
  expected: () => '整数，如 4',
  issue: 'number_unreadable',
}

const yearKind: FieldKind = {
  type: () => 'INTEGER',
  fast: (raw) => `CASE WHEN strlen(${raw}) = 4 AND ${raw} BETWEEN '1900' AND '2099' THEN ${wholeFast(raw, 'INTEGER')} END`,
  read: reading((raw) => (/^(19|20)\d{2}$/.test(codeText(raw)) ? codeText(raw) : undefined)),
  expected: () => '四位年份，如 2026',
  issue: 'year_unreadable',
}

const divisionCodeKind: FieldKind = {
  type: () => 'VARCHAR',
  fast: (raw) => `CASE WHEN strlen(${raw}) = 12 AND ${raw} > '1' AND try_cast(${raw} AS BIGINT)::VARCHAR = ${raw} THEN ${raw} END`,
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
