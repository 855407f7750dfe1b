/** The job `files.retention`: destroys originals whose time is over, a few in each transaction. */
import { destroyExpired } from '../../intake/server/index.ts'
import type { JobHandler } from '../../store/index.ts'

const atOnce = 20

/** Started once a day by the program itself; answers how many were destroyed. */
export const retentionJob: JobHandler = async (job) => {
  let destroyed = 0
  for (;;) {
    job.signal.throwIfAborted()
    const some = await job.transaction((ctx) => destroyExpired(ctx, atOnce))
    destroyed += some
    if (some < atOnce) return { destroyed }
    job.progress({ done: destroyed, of: null, line: `已销毁 ${destroyed} 份到期原件` })
  }
}
