/** Workers: take queued jobs, run them, and take up again what a crashed program left. */
import type { PgBoss } from 'pg-boss'
import { Problem } from '../kernel/index.ts'
import type { Context, Officer, Store } from './context.ts'
import { queueName } from './job-queue.ts'
import type { JobProgress } from './jobs.queries.ts'
import { storeProblems } from './problems.ts'
import { endJob, isStillRunning, jobsOutsideQueue, mostAttempts, putBack, type TakenJob, takeJob, writeProgress } from './work.queries.ts'

export interface RunningJob<Input = unknown> {
  readonly id: number
  readonly input: Input
  readonly divisionCode: string
  /** As they were when they started it. */
  readonly startedBy: Officer
  /** Aborted when the job is cancelled or the program shuts down; hand it to everything that takes long. */
  readonly signal: AbortSignal
  /** Shown to the officer, at most twice a second. */
  progress(progress: JobProgress): void
  /** One transaction as the officer who started the job, or as another (`systemOfficer`); it commits only while the job is still this worker's. */
  transaction<T>(work: (ctx: Context) => Promise<T>, officer?: Officer): Promise<T>
}

/** Answers the job's result (JSON). May be run again from the start after a crash, so it must be idempotent. */
export type JobHandler = (job: RunningJob) => Promise<unknown>

export interface Jobs {
  /** Takes no new jobs, tells the running ones to stop, and waits for them; what did not finish is taken up at the next start. */
  close(): Promise<void>
}

export interface JobsOptions {
  /** Jobs at once; of each kind only one at a time. */
  atOnce?: number
  onError?: (error: Error) => void
}

const superviseSeconds = 2
const watchMilliseconds = 500
/** Why a signal was aborted. */
const cancelled = 'cancelled'
const shutdown = 'shutdown'

interface Workshop {
  store: Store
  handlers: Readonly<Record<string, JobHandler>>
  running: Set<AbortController>
  onError: (error: Error) => void
}

/** Starts the workers of this program; `handlers` by kind of job. */
export async function openJobs(
  store: Store,
  handlers: Readonly<Record<string, JobHandler>>,
  { atOnce = 2, onError = () => undefined }: JobsOptions = {},
): Promise<Jobs> {
  const boss = await store.queue.boss()
  const workshop: Workshop = { store, handlers, running: new Set(), onError }
  const supervised = supervise(store, boss, onError)
  await boss.work<{ job: number }>(
    queueName,
    { localConcurrency: atOnce, localGroupConcurrency: 1, pollingIntervalSeconds: 0.5, heartbeatRefreshSeconds: 3 },
    async ([message]) => {
      if (message !== undefined) await runOne(workshop, message.data.job, message.signal)
    },
  )
  return {
    async close() {
      await supervised.stop()
      for (const one of workshop.running) one.abort(shutdown)
      await boss.offWork(queueName, { wait: true })
    },
  }
}

/** Finds jobs whose program is gone, and jobs the queue does not know. */
function supervise(store: Store, boss: PgBoss, onError: (error: Error) => void): { stop(): Promise<void> } {
  let pass = Promise.resolve()
  const look = async () => {
    await boss.supervise(queueName)
    const lost = await store.asOwner(jobsOutsideQueue)
    for (const { id, kind } of lost) await boss.send(queueName, { job: id }, { group: { id: kind } })
  }
  const timer = setInterval(() => {
    pass = pass.then(look).catch(onError)
  }, superviseSeconds * 1000)
  pass = look().catch(onError)
  return {
    async stop() {
      clearInterval(timer)
      await pass
    },
  }
}

async function runOne(workshop: Workshop, id: number, claim: AbortSignal): Promise<void> {
  const { store, handlers, running, onError } = workshop
  const taken = await store.asOwner((client) => takeJob(client, id))
  if (taken === undefined) return
  const stop = new AbortController()
  running.add(stop)
  const watch = watchOver(store, taken, stop, onError)
  try {
    if (taken.attempt > mostAttempts) throw new Problem(storeProblems.jobInterrupted, { times: mostAttempts })
    const handler = handlers[taken.kind]
    if (handler === undefined) throw new Problem(storeProblems.noJobKind, { kind: taken.kind })
    const result = await handler(runningJob(store, taken, AbortSignal.any([stop.signal, claim]), watch))
    await watch.stop()
    await store.asOwner((client) => endJob(client, taken, { state: 'done', result: result ?? null }))
  } catch (error) {
    await watch.stop()
    if (stop.signal.reason === shutdown) {
      await store.asOwner((client) => putBack(client, taken))
      throw error
    }
    if (!stop.signal.aborted) await fail(workshop, taken, error)
  } finally {
    running.delete(stop)
  }
}

async function fail({ store, onError }: Workshop, taken: TakenJob, error: unknown): Promise<void> {
  const isProblem = error instanceof Problem
  if (!isProblem) onError(error as Error)
  const words = isProblem ? error.message : new Problem(storeProblems.jobFailed, { id: taken.id }).message
  await store.asOwner((client) => endJob(client, taken, { state: 'failed', error: words }))
}

interface Watch {
  progress: JobProgress | undefined
  stop(): Promise<void>
}

/** Writes the latest progress twice a second and notices when the job is cancelled or another worker took it. */
function watchOver(store: Store, taken: TakenJob, stop: AbortController, onError: (error: Error) => void): Watch {
  let pass = Promise.resolve()
  const look = async () => {
    const { progress } = watch
    watch.progress = undefined
    const isOurs = await store.asOwner((client) =>
      progress === undefined ? isStillRunning(client, taken) : writeProgress(client, taken, progress),
    )
    if (!isOurs) stop.abort(cancelled)
  }
  const timer = setInterval(() => {
    pass = pass.then(look).catch(onError)
  }, watchMilliseconds)
  const watch: Watch = {
    progress: undefined,
    async stop() {
      clearInterval(timer)
      await pass
      if (watch.progress !== undefined) await look().catch(onError)
    },
  }
  return watch
}

function runningJob(store: Store, taken: TakenJob, signal: AbortSignal, watch: Watch): RunningJob {
  return {
    id: taken.id,
    input: taken.input,
    divisionCode: taken.division_code,
    startedBy: taken.officer,
    signal,
    progress(progress) {
      watch.progress = progress
    },
    transaction(work, officer = taken.officer) {
      signal.throwIfAborted()
      return store.transaction({ officer, requestId: `job-${taken.id}` }, async (ctx) => {
        const answer = await work(ctx)
        const ours = ctx.db.selectFrom('jobs').select('id').where('id', '=', taken.id).where('attempt', '=', taken.attempt)
        if ((await ours.where('state', '=', 'running').forShare().executeTakeFirst()) === undefined)
          throw new Error(`job ${taken.id} is no longer this worker's`)
        return answer
      })
    },
  }
}
