/** What policy/hand_in says: in which months a dataset is due, and whether its files add up or follow one another. */
import { join } from 'node:path'
import { z } from 'zod'
import { identifier, type Policy, readStrictFile, resolveParameter } from '../../policy/index.ts'

const monthOfYear = z.string().regex(/^(0[1-9]|1[0-2])$/)

const schema = z.strictObject({
  label: z.string(),
  quarter_months: z.array(monthOfYear).min(1),
  year_months: z.record(identifier, z.array(monthOfYear).min(1)),
  adds_up: z.array(identifier),
})

export interface CalendarPolicy {
  quarterMonths: ReadonlySet<string>
  yearMonths: ReadonlyMap<string, readonly string[]>
  /** Each month's file holds that month's events; of the others only the newest counts. */
  addsUp: ReadonlySet<string>
}

const known = new WeakMap<Policy, CalendarPolicy>()

/** Read once per policy; names a dataset that is not there. */
export function calendarPolicy(policy: Policy): CalendarPolicy {
  const before = known.get(policy)
  if (before !== undefined) return before
  const file = readStrictFile(join(policy.folder, 'hand_in/calendar.yaml'), schema)
  for (const name of [...Object.keys(file.year_months), ...file.adds_up]) {
    if (!policy.datasets.has(name)) throw new Error(`policy/hand_in/calendar.yaml: no dataset ${name}`)
  }
  const read = {
    quarterMonths: new Set(file.quarter_months),
    yearMonths: new Map(Object.entries(file.year_months)),
    addsUp: new Set(file.adds_up),
  }
  known.set(policy, read)
  return read
}

/** A whole number the officers of a region may set. */
export function handInNumber(policy: Policy, name: string, region: string, day: string): number {
  const value = resolveParameter(policy, `hand_in/${name}`, region, day)?.value
  if (typeof value !== 'number') throw new Error(`hand_in/${name} is not a number`)
  return value
}
