/** Front door of concentrated checks. */
export { campaignRoutes } from './campaigns.routes.ts'
export { campaignConstraintWords, campaignProblems } from './problems.ts'
