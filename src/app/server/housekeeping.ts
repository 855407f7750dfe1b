/** What the program does by itself, every few minutes: seals the audit trail, completes hand-overs, destroys what is past its time. */
import { completeHandOvers, type HandOverStep } from '../../access/index.ts'
import { handOverLeads } from '../../screening/server/index.ts'
import { type DigestName, type Store, sealAudit, startJob, sweepFiles, systemOfficer } from '../../store/index.ts'

const minutes = 5
/** Answers kept for repeated requests. */
const answersFor = '7 days'

/** Duties of later rooms that move with an account. */
export const handOverSteps: readonly HandOverStep[] = [handOverLeads]

export interface Housekeeping {
  stop(): Promise<void>
}

/** Starts the rounds; a round that fails is told and tried again at the next. */
export function keepHouse(store: Store, digest: DigestName, onError: (error: Error) => void): Housekeeping {
  const asker = { officer: systemOfficer, requestId: 'housekeeping' }
  const duties = [
    () => sealAudit(store, digest),
    () => store.transaction(asker, (ctx) => completeHandOvers(ctx, handOverSteps)),
    () => store.asOwner((client) => client.query('DELETE FROM answered_requests WHERE answered_at < now() - $1::interval', [answersFor])),
    () => sweepFiles(store),
    () =>
      store.transaction(asker, (ctx) =>
        startJob(ctx, { kind: 'files.retention', divisionCode: '', input: { day: ctx.today }, singleton: 'day' }),
      ),
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
