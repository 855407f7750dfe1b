/** Second front door of screening: runs as jobs, the lead queue, data quality at work; the command line never loads it. */
import type { Route } from '../../access/index.ts'
import { departmentRowRoutes } from './department-rows.routes.ts'
import { exemptionRoutes } from './exemption.routes.ts'
import { leadRoutes } from './lead.routes.ts'
import { policyRoutes } from './policy.routes.ts'
import { runRoutes } from './run.routes.ts'
import { trialRoutes } from './trial.routes.ts'

export { type LeadOfCase, leadsAtWork, leadsForCases, settleHouseholdLeads, takeUpLeads } from './case-leads.actions.ts'
export { departmentRows } from './department-rows.actions.ts'
export type * from './found.ts'
export { knownLeads } from './known-leads.queries.ts'
export { handOverLeads } from './lead.actions.ts'
export { assigneeById, leadsOfHousehold } from './lead.queries.ts'
export { mergeRun } from './merge.actions.ts'
export { readPacks } from './packs.ts'
export { type PolicyInForce, policyInForce } from './policy-in-force.ts'
export { screeningConstraintWords, screeningProblems } from './problems.ts'
export { qualityRoutes } from './quality.routes.ts'
export { openRun, refuseDay, type ScreeningInput, screeningJob } from './run.actions.ts'
export type { RunCounts } from './run.queries.ts'
export { oneTrial, type TrialInput, type TrialMonth, trialJob } from './trial.actions.ts'
export { finishTrial, insertTrial, trialByJob } from './trial.queries.ts'
export { ruleOf } from './words.rules.ts'

/** Runs, leads, exemptions, trials, and the policy read for the web. */
export const screeningRoutes: Route[] = [
  ...runRoutes,
  ...leadRoutes,
  ...departmentRowRoutes,
  ...exemptionRoutes,
  ...trialRoutes,
  ...policyRoutes,
]
