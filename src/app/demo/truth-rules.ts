/** The sixteen starter rules of the contract, each read out literally for one household. */
import type { DatasetName, DepartmentRow } from './clean-county.ts'
import { couldWork, hasLabour, hasWorked, isActiveOn, isAged, isLowIncome, isMonitored, medicalSpending, sumOf } from './truth-household.ts'
import {
  type Answer,
  aliveOn,
  and,
  codeIs,
  daysBack,
  deathRows,
  diedWithinYear,
  eventDay,
  happenedIn,
  livesOnD,
  not,
  numberIn,
  or,
  type Reading,
  within,
  withoutRepeats,
} from './truth-reading.ts'

/** What a rule says, the rows that made it so, and the members whose register rows belong to the proof. */
export interface Verdict {
  answer: Answer
  rows: DepartmentRow[]
  persons?: number[]
}
type Rule = (reading: Reading) => Verdict

const unknown: Verdict = { answer: null, rows: [] }
const indexes = (reading: Reading): number[] => reading.household.persons.map((_, index) => index)

/** Hit when any row satisfies the test. */
const anyRow = (rows: readonly DepartmentRow[], test: (row: DepartmentRow) => Answer): Verdict => {
  const answers = rows.map(test)
  return { answer: or(false, ...answers), rows: rows.filter((_, index) => answers[index] === true) }
}

/** Event in the window (from, D] while the person was alive. */
const happened = (reading: Reading, row: DepartmentRow, field: string, from: string, month: 'first' | 'last' = 'last'): Answer =>
  happenedIn(reading, row.person, eventDay(row.cells[field], reading.asOf, month), from)

const atLeast = (lo: number, hi: number, limit: number): Answer => (lo >= limit ? true : hi < limit ? false : null)

const medicalBurden: Rule = (reading) => {
  if (!reading.handedIn.has('medical_settlements')) return unknown
  const { selfPaidAlert, selfPaidAlertLowIncome } = reading.parameters
  const { lo, hi, rows } = medicalSpending(reading)
  const [plain, low] = [atLeast(lo, hi, selfPaidAlert * 100), atLeast(lo, hi, selfPaidAlertLowIncome * 100)]
  const isLow = isLowIncome(reading)
  const answer = isLow === null ? (plain === low ? plain : null) : isLow ? low : plain
  return { answer, rows }
}

const seriousIllness: Rule = (reading) =>
  anyRow(reading.rowsOf('serious_illness'), (row) => happened(reading, row, 'diagnosed_on', reading.yearBack))

const uninsured: Rule = (reading) => {
  const year = Number(reading.asOf.slice(0, 4))
  const proof: DepartmentRow[] = []
  const answers = indexes(reading).map((person) => {
    const rows = reading.rowsOf('medical_insurance').filter((row) => row.person === person)
    const ofYear = rows.map((row) => ({ row, isYear: codeIs(row.cells.year, [year]) }))
    const insured = or(false, ...ofYear.map(({ row, isYear }) => and(isYear, codeIs(row.cells.status, ['正常参保']))))
    const without = ofYear.map(({ row, isYear }) => and(isYear, codeIs(row.cells.status, ['未参保', '暂停参保'])))
    const answer = and(livesOnD(reading, person), not(insured), or(false, ...without))
    if (answer === true) proof.push(...rows.filter((_, index) => without[index] === true))
    return answer
  })
  return { answer: or(false, ...answers), rows: proof }
}

const lastSchoolDay = (asOf: string): string => {
  const year = Number(asOf.slice(0, 4))
  return `${year}-09-01` <= asOf ? `${year}-09-01` : `${year - 1}-09-01`
}

const dropout: Rule = (reading) => {
  const { compulsoryFrom, compulsoryUntil } = reading.parameters
  const proof: DepartmentRow[] = []
  const answers = reading.household.persons.map((member, person) => {
    const rows = reading.rowsOf('school_roll').filter((row) => row.person === person)
    const left = rows.map((row) => codeIs(row.cells.status, ['疑似失学辍学']))
    const back = or(false, ...rows.map((row) => codeIs(row.cells.status, ['在校', '已劝返'])))
    const isOfAge = isAged(member.bornOn, lastSchoolDay(reading.asOf), compulsoryFrom, compulsoryUntil - 1)
    const answer = and(isOfAge, livesOnD(reading, person), not(back), or(false, ...left))
    if (answer === true) proof.push(...rows.filter((_, index) => left[index] === true))
    return answer
  })
  return { answer: or(false, ...answers), rows: proof }
}

const educationBurden: Rule = (reading) => {
  const groups = withoutRepeats(reading.rowsOf('school_roll'), null, ['yearly_cost'])
  const { lo, hi, rows } = sumOf(groups, 'yearly_cost', (row) =>
    and(codeIs(row.cells.stage, ['普通高中', '中职', '高职', '本科及以上']), livesOnD(reading, row.person)),
  )
  const limit = reading.parameters.yearlyCostAlert * 100
  return { answer: lo > limit ? true : hi <= limit ? false : null, rows }
}

const gradeOrder = ['A', 'B', 'C', 'D']
const isUnrepaired = (row: DepartmentRow): Answer => (row.cells.remedy === 'empty' ? true : codeIs(row.cells.remedy, ['未改造', '改造中']))

/** The answer of the rows of one day: the worst grade among them, and whether it was mended. */
const houseOfDay = (rows: readonly DepartmentRow[]): Verdict => {
  const readable = rows.map((row) => gradeOrder.indexOf(String(row.cells.grade)))
  const worst = Math.max(-1, ...readable)
  const deciding = rows.filter((_, index) => readable[index] === worst)
  const known = worst < 2 ? false : or(...deciding.map(isUnrepaired))
  const doubtful = rows.filter((row) => codeIs(row.cells.grade, gradeOrder) === null)
  const wouldChange = doubtful.some((row) => worst < 3 && (known === true || isUnrepaired(row) !== false))
  return { answer: wouldChange ? null : known, rows: known === true ? deciding : [] }
}

const unsafeHousing: Rule = (reading) => {
  const dated = reading.rowsOf('housing').map((row) => {
    const isDayless = row.cells.assessed_on === 'empty' || row.cells.assessed_on === undefined
    return { row, day: isDayless ? '' : eventDay(row.cells.assessed_on, reading.asOf) }
  })
  const present = dated.filter(({ day }) => day !== 'after')
  const certain = present.filter((entry) => entry.day !== null)
  const latest = certain.reduce((best, { day }) => ((day as string) > best ? (day as string) : best), '')
  const settled = houseOfDay(certain.filter(({ day }) => day === latest).map(({ row }) => row))
  const doubtful = present.filter(({ day }) => day === null)
  const agrees = doubtful.every(({ row }) => houseOfDay([row]).answer === settled.answer)
  return agrees ? settled : { answer: null, rows: [] }
}

const unsafeWater: Rule = (reading) =>
  anyRow(reading.rowsOf('drinking_water'), (row) => {
    const days = numberIn(row.cells.dry_days)
    const dry: Answer = row.cells.dry_days === undefined ? false : days === null ? null : days >= reading.parameters.dryDaysAlert
    return or(codeIs(row.cells.status, ['不达标']), dry)
  })

const severeDisability: Rule = (reading) => {
  const proof: DepartmentRow[] = []
  const answers = indexes(reading).map((person) => {
    const cards = reading.rowsOf('disability_cards').flatMap((row) => {
      if (row.person !== person) return []
      const grade = numberIn(row.cells.grade)
      const day = eventDay(row.cells.issued_on, reading.asOf)
      const isSevere: Answer = grade === null ? null : grade <= reading.parameters.severeGrade
      const isTheirs =
        day === null ? happenedIn(reading, person, day, reading.yearBack) : day === 'after' ? false : aliveOn(reading, person, day)
      const counts = and(isSevere, isTheirs)
      return counts === false ? [] : [{ row, day, counts }]
    })
    const sure = cards.filter(({ counts, day }) => counts === true && day !== null)
    const first = sure.map(({ day }) => day as string).toSorted()[0]
    const maybe = cards.filter(({ counts, day }) => counts === null || day === null)
    if (first !== undefined && first <= reading.yearBack) return false
    if (first === undefined) return maybe.some(({ day }) => within(day, reading.yearBack) !== false) ? null : false
    if (maybe.some(({ day }) => within(day, reading.yearBack) !== true)) return null
    proof.push(...sure.filter(({ day }) => day === first).map(({ row }) => row))
    return true
  })
  return { answer: or(false, ...answers), rows: proof }
}

const lastRecord = (reading: Reading, person: number): DepartmentRow[] => {
  const rows = reading
    .rowsOf('employment')
    .filter((row) => row.person === person && eventDay(row.cells.started_on, reading.asOf) !== 'after')
  const latest = rows.reduce((best, row) => (String(row.cells.started_on) > best ? String(row.cells.started_on) : best), '')
  return rows.filter((row) => row.cells.started_on === latest)
}

const noEmployment: Rule = (reading) => {
  const members = indexes(reading).map((person) => ({ person, able: couldWork(reading, person), worked: hasWorked(reading, person) }))
  const canHit =
    members.every((one) => !(one.able === true && one.worked === true)) && members.some((one) => one.able !== false && one.worked !== true)
  const canClear = members.every((one) => one.able !== true) || members.some((one) => one.able !== false && one.worked !== false)
  if (!canHit || canClear) return { answer: canHit ? null : false, rows: [] }
  const able = members.filter((one) => one.able === true).map((one) => one.person)
  return { answer: true, rows: able.flatMap((person) => lastRecord(reading, person)), persons: able }
}

const labourDeath: Rule = (reading) => {
  const dead = indexes(reading).map((person) => and(diedOf(reading, person), hasLabour(reading, person)))
  return {
    answer: or(false, ...dead),
    rows: indexes(reading).flatMap((person) => (dead[person] === true ? deathRows(reading, person) : [])),
  }
}

/** Without a list of deaths only a fatal accident can say that somebody died. */
const diedOf = (reading: Reading, person: number): Answer => {
  const died = diedWithinYear(reading, person)
  return died === false && !reading.handedIn.has('deaths') ? null : died
}

const accident: Rule = (reading) =>
  anyRow(reading.rowsOf('accidents'), (row) =>
    and(codeIs(row.cells.harm, ['重伤', '伤残', '死亡']), happened(reading, row, 'happened_on', reading.yearBack)),
  )

const disaster: Rule = (reading) => {
  const rows = reading.rowsOf('disasters')
  const isInside = (row: DepartmentRow): Answer => within(eventDay(row.cells.happened_on, reading.asOf), reading.yearBack)
  const loss = sumOf(withoutRepeats(rows, 'happened_on', ['loss']), 'loss', isInside)
  const wrecked = anyRow(rows, (row) =>
    row.cells.house === undefined ? false : and(codeIs(row.cells.house, ['严重损坏', '倒塌']), isInside(row)),
  )
  const costly = atLeast(loss.lo, loss.hi, reading.parameters.lossAlert * 100)
  return { answer: or(costly, wrecked.answer), rows: costly === true ? loss.rows : wrecked.rows }
}

const incomeBelowLine: Rule = (reading) => {
  const { household, parameters } = reading
  const isOutside = not(isMonitored(reading))
  const bills = medicalSpending(reading)
  const size = household.size === 'empty' ? household.persons.length : numberIn(household.size)
  const answer = parameters.incomeLine === null ? null : isBelow(reading, size, parameters.incomeLine * 100, bills)
  return { answer: and(isOutside, answer), rows: bills.rows, persons: [household.head] }
}

/** net × size − Σ < line × size, in whole fen; what is certain without the bills needs no bills. */
const isBelow = ({ household }: Reading, size: number | null, line: number, bills: { lo: number; hi: number }): Answer => {
  if (household.netPerHead === 'unreadable') return null
  const perHead = numberIn(household.netPerHead)
  if (perHead !== null && Math.round(perHead * 100) < line) return true
  if (perHead !== null && bills.hi === 0) return false
  if (size === null) return null
  const net = perHead === null ? netOfItems(household) : Math.round(perHead * 100) * size
  if (net === null) return null
  if (net - bills.lo < line * size) return true
  return net - bills.hi < line * size ? null : false
}

/** Items − expense in fen where at least one item is filled (blank items are 0), else unknown. */
const netOfItems = ({ wage, business, property, transfer, expense }: Reading['household']): number | null => {
  const items = [wage, business, property, transfer]
  if (items.every((item) => item === 'empty') || [...items, expense].includes('unreadable')) return null
  const fen = (cell: unknown): number => (typeof cell === 'number' ? Math.round(cell * 100) : 0)
  return items.reduce<number>((sum, item) => sum + fen(item), 0) - fen(expense)
}

const newRelief: Rule = (reading) => {
  const categories = ['农村低保', '特困供养', '刚性支出困难']
  const rows = reading.rowsOf('relief')
  const begun = anyRow(rows, (row) =>
    and(codeIs(row.cells.category, categories), happened(reading, row, 'started_on', reading.yearBack, 'first')),
  )
  const before = or(false, ...rows.map((row) => isActiveOn(reading, row, reading.yearBack, categories)))
  return { answer: and(not(isMonitored(reading)), begun.answer, not(before)), rows: begun.rows }
}

const loanOverdue: Rule = (reading) =>
  anyRow(reading.rowsOf('micro_loans'), (row) => {
    const overdue = numberIn(row.cells.overdue)
    const isOverdue: Answer = overdue === null ? null : overdue > 0
    const lent = row.cells.lent_on
    if (lent === undefined || lent === 'empty') return and(isOverdue, livesOnD(reading, row.person))
    const day = eventDay(lent, reading.asOf)
    if (day === 'after') return false
    return and(isOverdue, day === null ? null : aliveOn(reading, row.person, day))
  })

const appeal: Rule = (reading) =>
  anyRow(reading.rowsOf('appeals'), (row) =>
    happened(reading, row, 'received_on', daysBack(reading.asOf, reading.parameters.appealWindowDays)),
  )

/** Rule by id, with the datasets without which it cannot be clear. */
export const rules: readonly (readonly [id: string, needs: DatasetName[], rule: Rule])[] = [
  ['medical-burden', ['medical_settlements'], medicalBurden],
  ['serious-illness', ['serious_illness'], seriousIllness],
  ['uninsured', ['medical_insurance'], uninsured],
  ['dropout', ['school_roll'], dropout],
  ['education-burden', ['school_roll'], educationBurden],
  ['unsafe-housing', ['housing'], unsafeHousing],
  ['unsafe-water', ['drinking_water'], unsafeWater],
  ['severe-disability', ['disability_cards'], severeDisability],
  ['no-employment', ['employment'], noEmployment],
  ['labour-death', [], labourDeath],
  ['accident', ['accidents'], accident],
  ['disaster', ['disasters'], disaster],
  ['income-below-line', [], incomeBelowLine],
  ['new-relief', ['relief'], newRelief],
  ['loan-overdue', ['micro_loans'], loanOverdue],
  ['appeal', ['appeals'], appeal],
]
