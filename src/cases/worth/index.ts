/** Front door of the worth of rules. */
export { keepWeek } from './worth.actions.ts'
export { worthRoutes } from './worth.routes.ts'
