/** The working-day calendar of the State Council's yearly notices, with the weekend days worked in exchange (调休). */
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { addDays, type PlainDay, plainDay, weekdayOf } from './plain-day.ts'

/** What a notice says about one year: days off and weekend days that are worked. */
export interface WorkingYear {
  readonly year: number
  readonly daysOff: readonly PlainDay[]
  readonly workedWeekendDays: readonly PlainDay[]
}

/** Whether people work that day; provisional while no notice covering it is known. */
export interface WorkingDayAnswer {
  readonly isWorkingDay: boolean
  readonly isProvisional: boolean
}

/** A deadline counted in working days; provisional when any day on the way was. */
export interface WorkingDeadline {
  readonly day: PlainDay
  readonly isProvisional: boolean
}

/** Which days are worked; made once by `workingCalendar`. */
export interface WorkingCalendar {
  readonly knownYears: readonly number[]
  isWorkingDay(day: PlainDay): WorkingDayAnswer
  addWorkingDays(day: PlainDay, n: number): WorkingDeadline
}

const SATURDAY = 6
const LAST_WEEK = '12-25'
const yearOf = (day: PlainDay): number => Number(day.slice(0, 4))

function publishedYears(): WorkingYear[] {
  const daysOff = Object.keys(published.holidays).map(plainDay)
  const worked = Object.keys(published.workdays).map(plainDay)
  const years = [...new Set(daysOff.map(yearOf))].sort((one, other) => one - other)
  return years.map((year) => ({
    year,
    daysOff: daysOff.filter((day) => yearOf(day) === year),
    workedWeekendDays: worked.filter((day) => yearOf(day) === year),
  }))
}

/**
 * A calendar of the published years and further ones; a year given here replaces the published one.
 * The last week of a year is moved about by the next year's notice (New Year), so it stays provisional until that one is known.
 */
export function workingCalendar(furtherYears: readonly WorkingYear[] = []): WorkingCalendar {
  const years = new Map([...publishedYears(), ...furtherYears].map((year) => [year.year, year]))
  const daysOff = new Set([...years.values()].flatMap((year) => year.daysOff))
  const workedWeekendDays = new Set([...years.values()].flatMap((year) => year.workedWeekendDays))

  const isKnown = (day: PlainDay): boolean => years.has(yearOf(day)) && (day.slice(5) < LAST_WEEK || years.has(yearOf(day) + 1))

  function isWorkingDay(day: PlainDay): WorkingDayAnswer {
    const isWorked = workedWeekendDays.has(day) || (weekdayOf(day) < SATURDAY && !daysOff.has(day))
    return { isWorkingDay: isWorked, isProvisional: !isKnown(day) }
  }

  function addWorkingDays(day: PlainDay, n: number): WorkingDeadline {
    if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole number: ${n}`)
    const step = n < 0 ? -1 : 1
    let reached = day
    let isProvisional = false
    for (let left = Math.abs(n); left > 0; ) {
      reached = addDays(reached, step)
      const answer = isWorkingDay(reached)
      isProvisional ||= answer.isProvisional
      if (answer.isWorkingDay) left -= 1
    }
    return { day: reached, isProvisional }
  }

  return { knownYears: [...years.keys()].sort((one, other) => one - other), isWorkingDay, addWorkingDays }
}

const publishedCalendar = workingCalendar()

/** The years whose notice the installed calendar carries. */
export const knownWorkingYears: readonly number[] = publishedCalendar.knownYears

/** Whether the day is worked by the published notices, or by the further years given. */
export function isWorkingDay(day: PlainDay, calendar: WorkingCalendar = publishedCalendar): WorkingDayAnswer {
  return calendar.isWorkingDay(day)
}

/** The `n`-th working day after the day (before it when negative), the day itself not counted; `n` = 0 is the day. */
export function addWorkingDays(day: PlainDay, n: number, calendar: WorkingCalendar = publishedCalendar): WorkingDeadline {
  return calendar.addWorkingDays(day, n)
}
