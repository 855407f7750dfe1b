/** What the values of a column look like, whatever its header says: it explains a guess and casts doubt on a header, and never decides a dataset. */
import { checkIdNumber, cleanIdNumber } from '../kernel/index.ts'
import { type Field, type FieldKindName, fieldKinds, fold, isEmptyText } from '../policy/index.ts'

/** The looks told apart, likeliest first: a citizen's number is no amount, a month no division code. */
const looks = [
  { name: 'citizen_number', label: '证件号码(校验正确)', fits: isCitizenNumber },
  { name: 'mobile_phone', label: '手机号码', fits: (text: string) => /^(\+?86)?1[3-9]\d{9}$/.test(text) },
  { name: 'day', label: '日期', fits: isDay },
  { name: 'division_code', label: '行政区划代码', fits: (text: string) => /^[1-6]\d{5}(\d{3}|\d{6})$/.test(text) },
  {
    name: 'amount',
    label: '金额或数字',
    fits: (text: string) => text.length < 15 && typeof fieldKinds.money.read(text, asMoney) === 'object',
  },
] as const
export type Look = (typeof looks)[number]['name']

/** How many of a column's filled cells look like what. */
export interface ColumnLook {
  filled: number
  counts: Readonly<Record<Look, number>>
}

const asDay = { field: { label: '', kind: 'day', headers: [''] } } as const satisfies { field: Field }
const asMoney = { field: { label: '', kind: 'money', headers: [''] } } as const satisfies { field: Field }

function isCitizenNumber(text: string): boolean {
  return checkIdNumber(cleanIdNumber(text).text).kind !== 'invalid'
}

/** A bare serial number looks like an amount before it looks like a day. */
function isDay(text: string): boolean {
  return !/^\d+(\.\d+)?$/.test(text)
    ? typeof fieldKinds.day.read(text, asDay) === 'object'
    : /^(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])?$/.test(text)
}

/** Counts the looks of a column; every cell has at most one. */
export function lookOf(values: readonly (string | null | undefined)[]): ColumnLook {
  const counts: Record<Look, number> = { citizen_number: 0, mobile_phone: 0, day: 0, division_code: 0, amount: 0 }
  const filled = values.flatMap((value) =>
    value === undefined || value === null || isEmptyText(value) ? [] : [fold(value).replace(/\s/g, '')],
  )
  for (const text of filled) {
    const look = looks.find(({ fits }) => fits(text))
    if (look) counts[look.name] += 1
  }
  return { filled: filled.length, counts }
}

const leastCells = 5
const mostly = 0.6

/** What most of a column's cells look like; undefined for names and other text, and where there are too few cells to say. */
export function mainLook({ filled, counts }: ColumnLook): { look: Look; label: string } | undefined {
  const found = filled < leastCells ? undefined : looks.find(({ name }) => counts[name] >= filled * mostly)
  return found && { look: found.name, label: found.label }
}

/** The looks a kind may have; kinds that are not here may look like anything. */
const expectedLooks: Partial<Record<FieldKindName, readonly Look[]>> = {
  id_number: ['citizen_number'],
  card_number: ['citizen_number'],
  name: [],
  phone: ['mobile_phone', 'amount'],
  day: ['day', 'amount'],
  money: ['amount'],
  number: ['amount'],
  whole_number: ['amount'],
  year: ['amount', 'day'],
  code: ['amount'],
  codes: ['amount'],
  yes_no: ['amount'],
  division_code: ['division_code'],
}

/** A sentence where most values of a recognised column look like something else than its header says. */
export function doubtOf(header: string, kind: FieldKindName, values: readonly (string | null | undefined)[]): string | undefined {
  const look = lookOf(values)
  const main = mainLook(look)
  const expected = expectedLooks[kind]
  if (main === undefined || expected === undefined || expected.includes(main.look)) return undefined
  return `“${header}”一列的值多像${main.label}(抽看 ${look.filled} 格，有 ${look.counts[main.look]} 格)，请检查列名是否写错`
}

const mostColumnsTold = 6

/** The columns of a sheet by what they look like, in words; empty where no column looks like anything. */
export function looksInWords(headers: readonly string[], columns: readonly (readonly (string | null | undefined)[])[]): string {
  const told = columns.flatMap((values, i) => {
    const main = mainLook(lookOf(values))
    return main === undefined ? [] : [`“${headers[i] || `第 ${i + 1} 列`}”像${main.label}`]
  })
  return told.slice(0, mostColumnsTold).join('、')
}
