/** The working days that deadlines are counted in: the published years, and those a place has entered since. */
import { join } from 'node:path'
import { z } from 'zod'
import { plainDay, type WorkingCalendar, workingCalendar } from '../kernel/index.ts'
import { daySchema, type Policy, readStrictFile } from '../policy/index.ts'

const schema = z.strictObject({
  label: z.string(),
  years: z.record(
    z.string().regex(/^20\d\d$/, '须为年份'),
    z.strictObject({ days_off: z.array(daySchema).min(1), worked_weekend_days: z.array(daySchema), source: z.string().min(1) }),
  ),
})

const read = new WeakMap<Policy, WorkingCalendar>()

/** Read once per policy. */
export function calendarOf(policy: Policy): WorkingCalendar {
  const known = read.get(policy)
  if (known !== undefined) return known
  const { years } = readStrictFile(join(policy.folder, 'calendar/working_days.yaml'), schema)
  const made = workingCalendar(
    Object.entries(years).map(([year, { days_off, worked_weekend_days }]) => ({
      year: Number(year),
      daysOff: days_off.map(plainDay),
      workedWeekendDays: worked_weekend_days.map(plainDay),
    })),
  )
  read.set(policy, made)
  return made
}
