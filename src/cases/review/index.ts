/** Front door of review: meetings, notices, objections, comparison with the asset datasets. */
export { compareVillage } from './comparison.actions.ts'
export { comparisonJob } from './effects.ts'
export { reviewConstraintWords } from './problems.ts'
export { reviewRoutes } from './review.routes.ts'

/** Columns to be sealed anew after a change of keys. */
export const reviewSealedColumns = [{ table: 'objections', key: 'id', columns: ['objector_sealed', 'contact_sealed'] }] as const
