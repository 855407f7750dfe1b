/** Every file below `policy/` that a part of this room reads, read at once. */
import type { Policy } from '../policy/index.ts'
import { calendarOf } from './calendar.ts'
import { channelPolicy } from './channels/channel-policy.ts'
import { criteriaPolicy } from './help/exit-review/criteria-policy.ts'
import { helpPolicy } from './help/help-policy.ts'
import { jointPolicy } from './joint/joint-policy.ts'
import { papersPolicy } from './papers/papers-policy.ts'
import { reviewPolicy } from './review/review-policy.ts'
import { visitsPolicy } from './visits/visits-policy.ts'

const readers = [calendarOf, channelPolicy, visitsPolicy, reviewPolicy, helpPolicy, criteriaPolicy, jointPolicy, papersPolicy] as const

/** One line for each part whose files do not do. */
export function casesPolicyFaults(policy: Policy): string[] {
  return readers.flatMap((read) => {
    try {
      read(policy)
      return []
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)]
    }
  })
}
