/** Until when the township must have accepted what came in. */
import { addDays, addWorkingDays, type PlainDay } from '../../kernel/index.ts'
import { type Policy, resolveParameter } from '../../policy/index.ts'
import { calendarOf } from '../core.ts'

/** The last day for accepting, in days or working days as the parameter says. */
export function acceptBy(policy: Policy, place: string, received: PlainDay): PlainDay {
  const found = resolveParameter(policy, 'case/accept_days', place, received)
  const days = Number(found?.value ?? 0)
  return found?.unit === '工作日' ? addWorkingDays(received, days, calendarOf(policy)).day : addDays(received, days)
}
