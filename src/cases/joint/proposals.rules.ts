/** What can be filled into the statement from what is known already, each amount with where it comes from; the officer decides. */
import {
  addMoney,
  compareMoney,
  type Money,
  money,
  multiplyMoney,
  noMoney,
  parsePlainDay,
  subtractMoney,
  sumMoney,
} from '../../kernel/index.ts'
import type { DepartmentSource, StatementSources } from './joint-policy.ts'

/** A department's row about one member, its cells by field. */
export interface DepartmentRow {
  dataset: string
  label: string
  department: string
  month: string | null
  member: string | null
  cells: Readonly<Record<string, string>>
}

export interface Proposal {
  item: string
  amount: string
  from: 'department' | 'register' | 'earlier'
  evidence: string
}

/** Both days included. */
export interface Span {
  from: string
  until: string
}

export interface KnownAmounts {
  period: Span
  rows: readonly DepartmentRow[]
  /** The household's own values in the register. */
  register: Readonly<Record<string, string>>
  /** Lines of the last sheet of another period, and what it is called. */
  earlier: { name: string; lines: readonly { item: string; amount: string; evidence: string }[] } | null
  /** The group of each item of income. */
  groupOf: (item: string) => string | undefined
}

const longestEvidence = 300
const isAmount = (text: string | undefined): text is string => text !== undefined && /^\d+(\.\d{1,2})?$/.test(text)

/** Department files before the register, the register before an earlier sheet. */
export function proposalsFor(sources: StatementSources, known: KnownAmounts): Proposal[] {
  const department = sources.department.flatMap((source) => fromDepartment(source, known))
  return [...department, ...fromRegister(sources, known, department), ...fromEarlier(known)]
}

function fromDepartment(source: DepartmentSource, { rows, period }: KnownAmounts): Proposal[] {
  const ofDataset = rows.filter(({ dataset, cells }) => dataset === source.dataset && isAmount(cells[source.field]))
  const counted = amountsOf(source, ofDataset, period)
  const [first] = counted
  if (first === undefined) return []
  const { label, department } = first.row
  const members = [...new Set(counted.flatMap(({ row }) => row.member ?? []))]
  const evidence = `${department}：${label} ${counted.length} 条${members.length === 0 ? '' : `（${members.join('、')}）`}`
  const amount = sumMoney(counted.map((one) => one.amount))
  return [{ item: source.item, amount, from: 'department', evidence: evidence.slice(0, longestEvidence) }]
}

interface Counted {
  row: DepartmentRow
  amount: Money
}

function amountsOf(source: DepartmentSource, rows: readonly DepartmentRow[], period: Span): Counted[] {
  const amount = (row: DepartmentRow) => money(row.cells[source.field] ?? '0')
  if (source.how === 'sum') {
    const inPeriod = rows.filter(({ cells }) => within(period, cells[source.on]))
    return once(inPeriod, ({ member, cells }) => JSON.stringify([member, cells])).map((row) => ({ row, amount: amount(row) }))
  }
  if (source.how === 'latest') return once(rows, ({ member }) => member ?? '').map((row) => ({ row, amount: amount(row) }))
  const wanted = rows.filter(({ cells }) =>
    Object.entries(source.where ?? {}).every(([field, codes]) => codes.includes(cells[field] ?? '')),
  )
  return once(wanted, ({ member, cells }) => `${member} ${cells[source.from] ?? ''}`).flatMap((row) => {
    const months = monthsWithin(period, row.cells[source.from], row.cells[source.until])
    return months === 0 ? [] : [{ row, amount: multiplyMoney(amount(row), months) }]
  })
}

const within = ({ from, until }: Span, day: string | undefined): boolean =>
  day !== undefined && parsePlainDay(day) !== undefined && from <= day && day <= until

/** The same thing handed in every month counts once, as the newest month has it. */
function once(rows: readonly DepartmentRow[], key: (row: DepartmentRow) => string): DepartmentRow[] {
  const newest = new Map<string, DepartmentRow>()
  for (const row of rows) {
    const there = newest.get(key(row))
    if (there === undefined || (row.month ?? '') > (there.month ?? '')) newest.set(key(row), row)
  }
  return [...newest.values()]
}

/** Months of the period that are touched; without a first day nothing is known. */
function monthsWithin({ from, until }: Span, begins: string | undefined, ends: string | undefined): number {
  const month = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  if (begins === undefined || parsePlainDay(begins) === undefined) return 0
  const last = ends === undefined || parsePlainDay(ends) === undefined ? until : ends
  return Math.max(0, Math.min(month(last), month(until)) - Math.max(month(begins), month(from)) + 1)
}

/** Totals of the register go to one item of their group, less what is known of the others. */
function fromRegister(sources: StatementSources, { register, groupOf }: KnownAmounts, department: readonly Proposal[]): Proposal[] {
  const said = (item: string, amount: string): Proposal => ({ item, amount, from: 'register', evidence: '档案登记' })
  const groups = Object.entries(sources.register_groups).flatMap(([group, { item, field }]) => {
    const total = register[field]
    if (!isAmount(total)) return []
    const others = department.filter((one) => one.item !== item && groupOf(one.item) === group).map(({ amount }) => money(amount))
    const rest = subtractMoney(money(total), others.reduce(addMoney, noMoney))
    return compareMoney(rest, noMoney) > 0 ? [said(item, rest)] : []
  })
  const own = Object.entries(sources.register_items).flatMap(([item, field]) => {
    const amount = register[field]
    return isAmount(amount) ? [said(item, amount)] : []
  })
  return [...groups, ...own]
}

function fromEarlier({ earlier }: KnownAmounts): Proposal[] {
  if (earlier === null) return []
  return earlier.lines
    .filter(({ amount }) => Number(amount) > 0)
    .map(({ item, amount, evidence }) => ({
      item,
      amount,
      from: 'earlier' as const,
      evidence: `${earlier.name}：${evidence}`.slice(0, longestEvidence),
    }))
}
