/** Front door of visits: routes, what they find for a case, what they do when a case moves. */
export { askVisit, handOverVisits } from './ask-visit.ts'
export { visitProblems, visitsConstraintWords } from './problems.ts'
export { askFollowUps } from './rhythm.ts'
export { visitRoutes } from './visits.routes.ts'

/** Columns to be sealed anew after a change of keys. */
export const visitsSealedColumns = [{ table: 'visit_changes', key: 'id', columns: ['after_sealed'] }] as const
