/** How the referee reads one cell, one day and one life: three answers, true, false, and null for unknown. */
import type { Cell, CleanHousehold, DatasetName, DepartmentRow, TruthParameters } from './clean-county.ts'
import { addDays, addMonths, monthEnd } from './days.ts'

export type Answer = boolean | null

export const not = (answer: Answer): Answer => (answer === null ? null : !answer)
export const and = (...answers: Answer[]): Answer => {
  if (answers.includes(false)) return false
  return answers.includes(null) ? null : true
}
export const or = (...answers: Answer[]): Answer => {
  if (answers.includes(true)) return true
  return answers.includes(null) ? null : false
}

/** Everything a rule may look at for one household. */
export interface Reading {
  household: CleanHousehold
  asOf: string
  yearBack: string
  parameters: TruthParameters
  handedIn: ReadonlySet<DatasetName>
  rowsOf: (dataset: DatasetName) => readonly DepartmentRow[]
}

/** Prepares one household for the rules. */
export const readHousehold = (
  household: CleanHousehold,
  asOf: string,
  parameters: TruthParameters,
  handedIn: ReadonlySet<DatasetName>,
): Reading => {
  const byDataset = new Map<DatasetName, DepartmentRow[]>()
  for (const row of household.rows) {
    const rows = byDataset.get(row.dataset)
    if (rows) rows.push(row)
    else byDataset.set(row.dataset, [row])
  }
  const none: readonly DepartmentRow[] = []
  return { household, asOf, yearBack: addMonths(asOf, -12), parameters, handedIn, rowsOf: (dataset) => byDataset.get(dataset) ?? none }
}

const isValue = (cell: Cell | undefined): cell is Cell => cell !== undefined && cell !== 'empty' && cell !== 'unreadable'

/** Does a code cell satisfy a test? Empty and unreadable cells do not say. */
export const codeIs = (cell: Cell | undefined, accepted: readonly Cell[]): Answer => (isValue(cell) ? accepted.includes(cell) : null)

/** A number, or null where the cell does not say. */
export const numberIn = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null)

/** What an event day says: a day up to D, `after` D (the row is ignored), or null where it cannot be known. */
export type EventDay = string | 'after' | null

/** Reads an event day; a month alone is its last day (a start: its first), but not after D. */
export const eventDay = (cell: Cell | undefined, asOf: string, month: 'first' | 'last' = 'last'): EventDay => {
  if (!isValue(cell)) return null
  const text = String(cell)
  if (text.length > 7) return text > asOf ? 'after' : text
  if (`${text}-01` > asOf) return 'after'
  if (month === 'first') return `${text}-01`
  const last = monthEnd(text)
  return last > asOf ? asOf : last
}

/** The last day of an end: null where unreadable, `open` where there is none. */
export const endDay = (cell: Cell | undefined): string | 'open' | null => {
  if (cell === undefined || cell === 'empty') return 'open'
  if (cell === 'unreadable') return null
  const text = String(cell)
  return text.length > 7 ? text : monthEnd(text)
}

/** Does the day lie in the half-open window (from, D]? */
export const within = (day: EventDay, from: string): Answer => {
  if (day === null) return null
  return day !== 'after' && day > from
}

export const daysBack = (asOf: string, days: number): string => addDays(asOf, -days)

interface Death {
  day: string | null
  isCertain: boolean
}

const deathsOf = (reading: Reading, person: number): Death[] => {
  const deaths: Death[] = []
  for (const row of reading.rowsOf('deaths')) {
    if (row.person !== person) continue
    const day = eventDay(row.cells.died_on, reading.asOf)
    if (day !== 'after') deaths.push({ day, isCertain: true })
  }
  for (const row of reading.rowsOf('accidents')) {
    if (row.person !== person) continue
    const fatal = codeIs(row.cells.harm, ['死亡'])
    const day = eventDay(row.cells.happened_on, reading.asOf)
    if (day !== 'after' && fatal !== false) deaths.push({ day, isCertain: fatal === true })
  }
  return deaths
}

const noDeath = (deaths: readonly Death[], isDeadBy: (day: string) => boolean): Answer => {
  let answer: Answer = true
  for (const { day, isCertain } of deaths) {
    if (day !== null && !isDeadBy(day)) continue
    if (day !== null && isCertain) return false
    answer = null
  }
  return answer
}

/** Nobody counts as dead where no list of deaths was handed in. */
const hasDeathList = (reading: Reading): boolean => reading.handedIn.has('deaths')

/** Alive on a day: no death before it. */
export const aliveOn = (reading: Reading, person: number, day: string): Answer => {
  if (!hasDeathList(reading)) return true
  return noDeath(deathsOf(reading, person), (died) => died < day)
}

/** Did the event lie in the window (from, D], and was the person alive that day? A day nobody can read may be any day of the person's life. */
export const happenedIn = (reading: Reading, person: number, day: EventDay, from: string): Answer => {
  if (day === null) return livesAfter(reading, person, from) === false ? false : null
  return within(day, from) === true ? aliveOn(reading, person, day) : false
}

const livesAfter = (reading: Reading, person: number, from: string): Answer =>
  hasDeathList(reading) ? noDeath(deathsOf(reading, person), (died) => died <= from) : true

/** Living on D: no death on or before it. */
export const livesOnD = (reading: Reading, person: number): Answer => {
  if (!hasDeathList(reading)) return true
  return noDeath(deathsOf(reading, person), () => true)
}

/** Did the person die in the twelve months? The first death on file counts. */
export const diedWithinYear = (reading: Reading, person: number): Answer => {
  const deaths = deathsOf(reading, person)
  const certain = deaths.filter((death) => death.isCertain && death.day !== null).map((death) => death.day as string)
  const first = certain.toSorted()[0]
  const doubtful = deaths.filter((death) => !death.isCertain || death.day === null)
  if (first !== undefined && first <= reading.yearBack) return false
  if (first !== undefined) return doubtful.some((death) => death.day === null || death.day <= reading.yearBack) ? null : true
  return doubtful.some((death) => death.day === null || death.day > reading.yearBack) ? null : false
}

/** The rows that say a person died. */
export const deathRows = (reading: Reading, person: number): DepartmentRow[] => [
  ...reading.rowsOf('deaths').filter((row) => row.person === person),
  ...reading.rowsOf('accidents').filter((row) => row.person === person && row.cells.harm === '死亡'),
]

/** Rows without their repetitions: same person, same day, same in every amount column that both sheets have. */
export const withoutRepeats = (rows: readonly DepartmentRow[], day: string | null, amounts: readonly string[]): DepartmentRow[][] => {
  const groups: DepartmentRow[][] = []
  for (const row of rows) {
    const twin = groups.find((group) => isRepeat(group[0] as DepartmentRow, row, day, amounts))
    if (twin) twin.push(row)
    else groups.push([row])
  }
  return groups
}

const isRepeat = (one: DepartmentRow, other: DepartmentRow, day: string | null, amounts: readonly string[]): boolean => {
  if (one.person !== other.person) return false
  if (day !== null && one.cells[day] !== other.cells[day]) return false
  return amounts.every((field) => {
    const first = one.cells[field]
    const second = other.cells[field]
    return first === undefined || second === undefined || first === second
  })
}
