/** What several rules ask of a household: is it monitored, is it low-income, what did illness cost, who could work. */
import type { Cell, DepartmentRow } from './clean-county.ts'
import { ageOn } from './days.ts'
import {
  type Answer,
  aliveOn,
  and,
  codeIs,
  daysBack,
  endDay,
  eventDay,
  happenedIn,
  livesOnD,
  not,
  numberIn,
  or,
  type Reading,
  withoutRepeats,
} from './truth-reading.ts'

const labourCodes = ['普通劳动力', '技能劳动力']

/** Did a month of the register begin by D? Empty does not contradict, later months do not count. */
const begunBy = (cell: Cell, asOf: string): Answer => {
  if (cell === 'empty') return true
  return cell === 'unreadable' ? null : `${String(cell).slice(0, 7)}-01` <= asOf
}

/** Monitored and not cleared on D; an empty 风险是否已消除 is not cleared. */
export const isMonitored = ({ household, asOf }: Reading): Answer => {
  const named: Answer = household.monitoredKind === 'empty' ? false : household.monitoredKind === 'unreadable' ? null : true
  const cleared: Answer = household.isCleared === 'empty' ? false : codeIs(household.isCleared, ['是'])
  return and(named, begunBy(household.identifiedOn, asOf), not(and(cleared, begunBy(household.clearedOn, asOf))))
}

/** Is a relief row active on a day? A row that ended on a day is not active that day. */
export const isActiveOn = (reading: Reading, row: DepartmentRow, day: string, categories: readonly string[]): Answer => {
  const started = eventDay(row.cells.started_on, reading.asOf, 'first')
  if (started === 'after') return false
  const ended = endDay(row.cells.ended_on)
  return and(
    codeIs(row.cells.category, categories),
    started === null ? null : started <= day,
    ended === null ? null : ended === 'open' || ended > day,
    started === null ? null : aliveOn(reading, row.person, started),
  )
}

/** Low-income: the register says so for any member, or one of three relief categories is active on D. */
export const isLowIncome = (reading: Reading): Answer => {
  const { household, asOf } = reading
  const members = household.persons.map((person) =>
    or(codeIs(person.dibao, ['农村低保', '城市低保', '是']), codeIs(person.tekun, ['农村特困', '城市特困', '是'])),
  )
  const register = or(codeIs(household.kind, ['脱贫户']), isMonitored(reading), ...members)
  if (!reading.handedIn.has('relief')) return register
  const rows = reading.rowsOf('relief').map((row) => isActiveOn(reading, row, asOf, ['农村低保', '城市低保', '特困供养']))
  return or(register, ...rows)
}

/** A sum as an interval in fen: what is certain, what is possible, and the rows that surely count. */
export interface Sum {
  lo: number
  hi: number
  rows: DepartmentRow[]
}

/** Adds the amounts of rows that count; one that may count widens the interval. A household's sum is never below 0. */
export const sumOf = (groups: readonly DepartmentRow[][], field: string, counts: (row: DepartmentRow) => Answer): Sum => {
  const sum: Sum = { lo: 0, hi: 0, rows: [] }
  for (const group of groups) {
    const row = group[0] as DepartmentRow
    const isCounted = counts(row)
    if (isCounted === false) continue
    const amount = numberIn(row.cells[field])
    const fen = amount === null ? 0 : Math.round(amount * 100)
    if (isCounted === true && amount !== null) sum.rows.push(...group)
    if (isCounted === true || fen < 0) sum.lo += fen
    if (isCounted === true || fen > 0) sum.hi += fen
    if (amount === null) sum.hi = Number.POSITIVE_INFINITY
  }
  return { lo: Math.max(0, sum.lo), hi: Math.max(0, sum.hi), rows: sum.rows }
}

const billAmounts = ['total', 'fund_paid', 'serious_paid', 'aid_paid', 'self_paid']

/** What the members paid themselves in the twelve months. */
export const medicalSpending = (reading: Reading): Sum => {
  if (!reading.handedIn.has('medical_settlements')) return { lo: 0, hi: Number.POSITIVE_INFINITY, rows: [] }
  const groups = withoutRepeats(reading.rowsOf('medical_settlements'), 'settled_on', billAmounts)
  return sumOf(groups, 'self_paid', (row) => {
    const day = eventDay(row.cells.settled_on, reading.asOf)
    return happenedIn(reading, row.person, day, reading.yearBack)
  })
}

/** Age on a day between two limits, both included; null where the birth day is not known. */
export const isAged = (bornOn: Cell, day: string, from: number, until: number): Answer => {
  if (bornOn === 'empty' || bornOn === 'unreadable') return null
  const age = ageOn(String(bornOn), day)
  return age >= from && age <= until
}

export const hasLabour = (reading: Reading, person: number): Answer => codeIs(reading.household.persons[person]?.labour, labourCodes)

const isInSchool = (reading: Reading, person: number): Answer => {
  const cell = reading.household.persons[person]?.schooling ?? 'empty'
  const register: Answer = cell === 'unreadable' ? null : cell !== 'empty'
  if (!reading.handedIn.has('school_roll')) return register
  const rolls = reading.rowsOf('school_roll').filter((row) => row.person === person)
  return or(register, ...rolls.map((row) => codeIs(row.cells.status, ['在校', '已劝返', '休学'])))
}

/** Could the member be expected to work: living, of working age, with labour, not in school. */
export const couldWork = (reading: Reading, person: number): Answer => {
  const member = reading.household.persons[person]
  if (member === undefined) return false
  const { labourFrom, labourUntil } = reading.parameters
  return and(
    livesOnD(reading, person),
    isAged(member.bornOn, reading.asOf, labourFrom, labourUntil),
    hasLabour(reading, person),
    not(isInSchool(reading, person)),
  )
}

/** Does the member have a record covering any day of the idle window? Whoever could work lives on D, so was alive at every start. */
export const hasWorked = (reading: Reading, person: number): Answer => {
  const from = daysBack(reading.asOf, reading.parameters.idleDays)
  const rows = reading.rowsOf('employment').filter((row) => row.person === person)
  return or(
    false,
    ...rows.map((row) => {
      const started = eventDay(row.cells.started_on, reading.asOf, 'first')
      if (started === 'after') return false
      const ended = endDay(row.cells.ended_on)
      const coversLater: Answer = ended === null ? null : ended === 'open' || ended > from
      if (started === null) return coversLater === false ? false : null
      return started > from ? true : coversLater
    }),
  )
}
