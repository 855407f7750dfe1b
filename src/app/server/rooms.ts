/** What every room contributes to the server: routes, jobs, and the words for its constraints. */
import { accessConstraintWords, type Route } from '../../access/index.ts'
import {
  caseConstraintWords,
  casesRoutes,
  casesSealedColumns,
  compareVillage,
  comparisonJob,
  dailyHandler,
  dailyJob,
} from '../../cases/index.ts'
import { fileRoutes, filesConstraintWords } from '../../intake/server/index.ts'
import type { Policy } from '../../policy/index.ts'
import { registryConstraintWords, registryRoutes, registrySealedColumns } from '../../registry/index.ts'
import { qualityRoutes, screeningConstraintWords, screeningJob, screeningRoutes, trialJob } from '../../screening/server/index.ts'
import type { ConstraintWords, JobHandler, SealedColumns, Store } from '../../store/index.ts'
import { fromStore } from '../jobs/county-files.ts'
import { retentionJob } from '../jobs/policy-of-retention.ts'
import { readFileJob } from '../jobs/read-file.ts'
import { registerLoadHandler } from '../jobs/register-load.ts'
import { trialHandler } from '../jobs/rule-trial.ts'
import { screeningHandler } from '../jobs/screening.ts'
import { templateRoutes } from '../routes/templates.ts'
import { jobRoutes } from './jobs.routes.ts'

/** Routes of all rooms but access, whose routes depend on how it was opened. */
export const roomRoutes: readonly Route[] = [
  ...jobRoutes,
  ...registryRoutes,
  ...fileRoutes,
  ...templateRoutes,
  ...screeningRoutes,
  ...qualityRoutes,
  ...casesRoutes,
]

export const constraintWords: ConstraintWords = {
  ...accessConstraintWords,
  ...registryConstraintWords,
  ...filesConstraintWords,
  ...screeningConstraintWords,
  ...caseConstraintWords,
}

/** Every column that holds sealed values, to be sealed anew when keys rotate. */
export const sealedColumns: readonly SealedColumns[] = [
  ...registrySealedColumns,
  { table: 'leads', key: 'id', columns: ['source_rows'] },
  ...casesSealedColumns,
]

/** Every kind of job, by its name. */
export function jobHandlers(policy: () => Policy, store: Store): Record<string, JobHandler> {
  const screening = { files: fromStore(store) }
  return {
    'file.read': readFileJob(),
    'files.retention': retentionJob,
    'register.load': registerLoadHandler({ policy }),
    [screeningJob]: screeningHandler(screening),
    [trialJob]: trialHandler(screening),
    [dailyJob]: dailyHandler,
    [comparisonJob]: compareVillage,
  }
}
