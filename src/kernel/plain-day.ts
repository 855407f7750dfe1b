/** Calendar days without clock or time zone, and the half-open periods between them. */

declare const plainDayBrand: unique symbol
/** A real calendar day written `YYYY-MM-DD`, from 1800 to 2200; text order is day order. */
export type PlainDay = string & { readonly [plainDayBrand]: true }

/** The days after `after` up to and including `until`: `(after, until]`. */
export interface Period {
  readonly after: PlainDay
  readonly until: PlainDay
}

const FIRST_YEAR = 1800
const LAST_YEAR = 2200
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const lengthOfMonth = (year: number, month: number): number => (month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0))

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
}

const partsOf = (day: PlainDay): Parts => ({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) })

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** The day itself, or undefined when there is none: `plainDayOf(2026, 2, 29)`. */
export function plainDayOf(year: number, month: number, day: number): PlainDay | undefined {
  if (![year, month, day].every(Number.isInteger)) return undefined
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) return undefined
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDay
}

/** Reads ISO days only (`2026-03-05`); other spellings are the business of intake. */
export function parsePlainDay(text: string): PlainDay | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match === null ? undefined : plainDayOf(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** A day known to be right; throws where `parsePlainDay` would answer undefined. */
export function plainDay(text: string): PlainDay {
  const day = parsePlainDay(text)
  if (day === undefined) throw new RangeError(`not a calendar day: ${JSON.stringify(text)}`)
  return day
}

function required(year: number, month: number, day: number): PlainDay {
  const found = plainDayOf(year, month, day)
  if (found === undefined) throw new RangeError(`outside the calendar of ${FIRST_YEAR} to ${LAST_YEAR}: year ${year}`)
  return found
}

/** Days since 1970-01-01 in the Gregorian calendar, counted in years that begin in March so that a leap day comes last. */
function dayNumber({ year, month, day }: Parts): number {
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

function dayAt(number: number): PlainDay {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return required(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1)
}

function requireWhole(count: number): void {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a whole number: ${count}`)
}

/** The day `n` days later (earlier when negative). */
export function addDays(day: PlainDay, n: number): PlainDay {
  requireWhole(n)
  return dayAt(dayNumber(partsOf(day)) + n)
}

/** The same day `n` months later; a day that month does not have becomes its last. */
export function addMonths(day: PlainDay, n: number): PlainDay {
  requireWhole(n)
  const parts = partsOf(day)
  const months = parts.year * 12 + parts.month - 1 + n
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  return required(year, month, Math.min(parts.day, lengthOfMonth(year, month)))
}

/** The same day `n` years later; 29 February becomes 28 February in a common year. */
export function addYears(day: PlainDay, n: number): PlainDay {
  return addMonths(day, n * 12)
}

/** How many days `to` is after `from`; negative when it is earlier. */
export function daysBetween(from: PlainDay, to: PlainDay): number {
  return dayNumber(partsOf(to)) - dayNumber(partsOf(from))
}

/** Negative, zero or positive, for sorting. */
export function compareDays(one: PlainDay, other: PlainDay): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** The last day of the month the day lies in. */
export function lastDayOfMonth(day: PlainDay): PlainDay {
  const { year, month } = partsOf(day)
  return required(year, month, lengthOfMonth(year, month))
}

/** Monday is 1, Sunday is 7. */
export function weekdayOf(day: PlainDay): number {
  return ((((dayNumber(partsOf(day)) + 3) % 7) + 7) % 7) + 1
}

/**
 * Full years of age (周岁) on a day, reached on the birthday itself; negative before birth.
 * Who is born on 29 February has the birthday on 28 February in a common year.
 * basis: 民法典 第201条至第203条 — a period of years ends on the corresponding day, and where the month lacks it, on the month's last day.
 */
export function ageOn(bornOn: PlainDay, day: PlainDay): number {
  const years = partsOf(day).year - partsOf(bornOn).year
  return day < addYears(bornOn, years) ? years - 1 : years
}

/** The last `n` months up to and including `until`. */
export function windowOfMonths(until: PlainDay, n: number): Period {
  return { after: addMonths(until, -n), until }
}

/** The last `n` days up to and including `until`. */
export function windowOfDays(until: PlainDay, n: number): Period {
  return { after: addDays(until, -n), until }
}

/** Whether the day lies in `(after, until]`. */
export function periodContains(period: Period, day: PlainDay): boolean {
  return period.after < day && day <= period.until
}
