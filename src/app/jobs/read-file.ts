/** The job `file.read`: reads a handed-in file in a private folder that is removed in all cases. */
import { inPrivateFolder } from '../../engine/index.ts'
import { type ReadSettings, readFileFor } from '../../intake/server/index.ts'
import type { JobHandler } from '../../store/index.ts'

/** Two threads and a gigabyte leave room for the requests beside it. */
const defaults = { threads: 2, memory: '1GB' }

export function readFileJob(settings: Omit<ReadSettings, 'folder'> = defaults): JobHandler {
  return (job) => inPrivateFolder((folder) => readFileFor(job, { ...settings, folder }))
}
