/** Front door of cases: the help matter of a household, from the first sign to the clearing. */
import type { Route } from '../access/index.ts'
import { campaignConstraintWords, campaignRoutes } from './campaigns/index.ts'
import { coreRoutes } from './cases.routes.ts'
import { channelRoutes, channelsConstraintWords, channelsSealedColumns } from './channels/index.ts'
import { helpConstraintWords, helpRoutes } from './help/index.ts'
import { jointConstraintWords, jointRoutes } from './joint/index.ts'
import { papersRoutes } from './papers/index.ts'
import { caseConstraintWords as coreWords } from './problems.ts'
import { reviewConstraintWords, reviewRoutes, reviewSealedColumns } from './review/index.ts'
import { untrueRoutes } from './untrue.routes.ts'
import { visitRoutes, visitsConstraintWords, visitsSealedColumns } from './visits/index.ts'
import { worthRoutes } from './worth/index.ts'

export { handOverCases } from './case.actions.ts'
export { casesPolicyFaults } from './cases-policy.ts'
export { dailyHandler, dailyJob, startDaily } from './daily.actions.ts'
export { compareVillage, comparisonJob } from './review/index.ts'
export { handOverVisits } from './visits/index.ts'

/** What the constraints of the core and of every part guard. */
export const caseConstraintWords = {
  ...coreWords,
  ...channelsConstraintWords,
  ...visitsConstraintWords,
  ...reviewConstraintWords,
  ...helpConstraintWords,
  ...campaignConstraintWords,
  ...jointConstraintWords,
}

/** Columns of every part to be sealed anew after a change of keys. */
export const casesSealedColumns = [...channelsSealedColumns, ...visitsSealedColumns, ...reviewSealedColumns]

/** Routes of the core and of every part. */
export const casesRoutes: readonly Route[] = [
  ...coreRoutes,
  ...untrueRoutes,
  ...channelRoutes,
  ...visitRoutes,
  ...reviewRoutes,
  ...helpRoutes,
  ...campaignRoutes,
  ...jointRoutes,
  ...papersRoutes,
  ...worthRoutes,
]
