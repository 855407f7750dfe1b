/** Plain days as `YYYY-MM-DD` text; the referee keeps its own so that a fault in the kernel's is not repeated here. */

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** Days since 1970-01-01. */
export const toSerial = (day: string): number =>
  Math.round(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000)

const known = new Map<number, string>()
/** The day so many days after 1970-01-01. */
export const fromSerial = (serial: number): string => {
  const cached = known.get(serial)
  if (cached !== undefined) return cached
  const day = new Date(serial * 86_400_000).toISOString().slice(0, 10)
  known.set(serial, day)
  return day
}

export const addDays = (day: string, days: number): string => fromSerial(toSerial(day) + days)

/** Last day of the month `YYYY-MM`. */
export const monthEnd = (month: string): string => {
  const end = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0))
  return `${month}-${pad(end.getUTCDate(), 2)}`
}

/** The same day so many months later; a day the month does not have is its last. */
export const addMonths = (day: string, months: number): string => {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const month = `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1, 2)}`
  const end = monthEnd(month)
  const same = `${month}-${day.slice(8, 10)}`
  return same < end ? same : end
}

/** Full years on a day; one is a year older on the birthday. */
export const ageOn = (bornOn: string, day: string): number => {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years
}
