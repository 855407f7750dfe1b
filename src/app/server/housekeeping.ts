/** What the program does by itself, every few minutes: seals the audit trail, completes hand-overs, destroys what is past its time. */
import { completeHandOvers, type HandOverStep } from '../../access/index.ts'
import { handOverCases, handOverVisits, startDaily } from '../../cases/index.ts'
import { handOverLeads } from '../../screening/server/index.ts'
import {
  type Context,
  type DigestName,
  dayIn,
  jobsOf,
  type Store,
  sealAudit,
  startJob,
  sweepFiles,
  systemOfficer,
} from '../../store/index.ts'

const minutes = 5
/** Answers kept for repeated requests. */
const answersFor = '7 days'

/** Duties of later rooms that move with an account. */
export const handOverSteps: readonly HandOverStep[] = [handOverLeads, handOverCases, handOverVisits]

export interface Housekeeping {
  stop(): Promise<void>
}

/** Once a day: a round that finds today's job started leaves it at that. */
async function startRetention(ctx: Context): Promise<void> {
  const kind = 'files.retention'
  const [last] = await jobsOf(ctx, { kind, limit: 1 })
  if (last !== undefined && dayIn(last.createdAt) === ctx.today) return
  await startJob(ctx, { kind, divisionCode: '', input: { day: ctx.today }, singleton: 'day' })
}

/** Starts the rounds; a round that fails is told and tried again at the next. */
export function keepHouse(store: Store, digest: DigestName, onError: (error: Error) => void): Housekeeping {
  const asker = { officer: systemOfficer, requestId: 'housekeeping' }
  const duties = [
    () => sealAudit(store, digest),
    // Another process on the same database may have approved a change.
    () => store.policyChanged(),
    () => store.transaction(asker, (ctx) => completeHandOvers(ctx, handOverSteps)),
    () => store.asOwner((client) => client.query('DELETE FROM answered_requests WHERE answered_at < now() - $1::interval', [answersFor])),
    () => sweepFiles(store),
    () => store.transaction(asker, startRetention),
    () => store.transaction(asker, startDaily),
  ]
  let round = Promise.resolve()
  const go = () => {
    round = round.then(async () => {
      for (const duty of duties) await duty().catch((error: Error) => onError(error))
    })
  }
  const timer = setInterval(go, minutes * 60_000)
  go()
  return {
    async stop() {
      clearInterval(timer)
      await round
    },
  }
}
