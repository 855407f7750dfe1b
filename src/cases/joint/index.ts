/** Front door of joint identification: the one statement for two rule sets, and households handed over between civil affairs and assistance. */
export { jointRoutes } from './joint.routes.ts'
export { jointConstraintWords } from './problems.ts'
