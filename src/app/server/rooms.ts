/** What every room contributes to the server: routes, jobs, and the words for its constraints. */
import type { Route } from '../../access/index.ts'
import type { Policy } from '../../policy/index.ts'
import type { ConstraintWords, JobHandler, Store } from '../../store/index.ts'
import { jobRoutes } from './jobs.routes.ts'
import type { Settings } from './settings.ts'

export interface JobHouse {
  store: Store
  policy: Policy
  settings: Settings
}

/** Routes of all rooms but access, whose routes depend on how it was opened. */
export const roomRoutes: readonly Route[] = [...jobRoutes]

export const constraintWords: ConstraintWords = {}

/** Every kind of job, by its name. */
export function jobHandlers(_house: JobHouse): Record<string, JobHandler> {
  return {}
}
