/** Front door of help: plans, measures, clearing conditions, and the review of former registered poor households. */
import type { Route } from '../../access/index.ts'
import { exitReviewRoutes } from './exit-review/exit-review.routes.ts'
import { helpRoutes as ofHelp } from './help.routes.ts'

export { criteriaPolicy } from './exit-review/criteria-policy.ts'

export { helpPolicy } from './help-policy.ts'
export { helpConstraintWords, helpProblems } from './problems.ts'

export const helpRoutes: readonly Route[] = [...ofHelp, ...exitReviewRoutes]
