/** Jobs as officers see them: started in the transaction of a request, watched, cancelled. */
import { sql } from 'kysely'
import { Problem } from '../kernel/index.ts'
import { recordActs } from './audit.queries.ts'
import type { Context } from './context.ts'
import { storeProblems } from './problems.ts'

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

export interface JobProgress {
  done: number
  /** `null` while it is not known how much there is. */
  of: number | null
  /** What is being done, as the officer reads it; no personal data. */
  line: string
}

export interface Job {
  id: number
  kind: string
  state: JobState
  progress: JobProgress
  divisionCode: string
  input: unknown
  result: unknown
  /** Why it failed, in Chinese. */
  error: string | null
  startedBy: { id: number; name: string }
  createdAt: Date
  startedAt: Date | null
  endedAt: Date | null
}

export interface NewJob {
  kind: string
  divisionCode: string
  /** JSON; no personal data in the clear: name rows by their ids. */
  input: unknown
  /** While a job of the kind with the same word is queued or running in the division, that one is answered instead of a new one. */
  singleton?: string
}

export interface JobFilter {
  kind?: string
  states?: readonly JobState[]
  startedBy?: number
  /** Jobs older than this one, for the next page. */
  before?: number
  limit?: number
}

/** Queues a job when, and only when, the request commits; answers its number. */
export async function startJob(ctx: Context, job: NewJob): Promise<number> {
  const { officer } = ctx
  const made = await ctx.db
    .insertInto('jobs')
    .values({
      kind: job.kind,
      division_code: job.divisionCode,
      input: JSON.stringify(job.input ?? null),
      singleton: job.singleton ?? null,
      started_by: officer.id,
      officer: JSON.stringify({ ...officer, permissions: [...officer.permissions], datasets: officer.datasets && [...officer.datasets] }),
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made === undefined) return (await underWay(ctx, job)) ?? startJob(ctx, job)
  await ctx.queue.send(ctx.db, { id: made.id, kind: job.kind })
  return made.id
}

async function underWay(ctx: Context, { kind, divisionCode, singleton }: NewJob): Promise<number | undefined> {
  const found = await ctx.db
    .selectFrom('jobs')
    .select('id')
    .where('kind', '=', kind)
    .where('division_code', '=', divisionCode)
    .where('singleton', '=', singleton ?? '')
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirst()
  return found?.id
}

/** The job, within the officer's area; else not found. */
export async function jobById(ctx: Context, id: number): Promise<Job> {
  const [job] = await selectJobs(ctx).where('jobs.id', '=', id).execute()
  if (job === undefined) throw new Problem(storeProblems.notFound, { what: '这项任务' })
  return fromRow(job)
}

/** Newest first. */
export async function jobsOf(ctx: Context, filter: JobFilter = {}): Promise<Job[]> {
  let query = selectJobs(ctx)
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind)
  if (filter.states !== undefined) query = query.where('state', 'in', [...filter.states])
  if (filter.startedBy !== undefined) query = query.where('started_by', '=', filter.startedBy)
  if (filter.before !== undefined) query = query.where('id', '<', filter.before)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(filter.limit ?? 50)
    .execute()
  return rows.map(fromRow)
}

const endedWords: Readonly<Record<string, string>> = { done: '完成', failed: '失败', cancelled: '取消' }

/** What the job has not committed yet is not done; the worker is told within a second. */
export async function cancelJob(ctx: Context, id: number): Promise<void> {
  const job = await jobById(ctx, id)
  const changed = await ctx.db
    .updateTable('jobs')
    .set({ state: 'cancelled', ended_at: ctx.now })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) {
    const { state } = await jobById(ctx, id)
    if (state === 'cancelled') return
    throw new Problem(storeProblems.jobEnded, { state: endedWords[state] ?? state })
  }
  const details = { kind: job.kind }
  await recordActs(ctx, [{ action: 'job.cancelled', subjectKind: 'job', subjectId: id, divisionCode: job.divisionCode, details }])
}

const columns = [
  'id',
  'kind',
  'state',
  'progress',
  'division_code',
  'input',
  'result',
  'error',
  'started_by',
  'created_at',
  'started_at',
  'ended_at',
] as const

const selectJobs = (ctx: Context) => ctx.db.selectFrom('jobs').select([...columns, sql<string>`officer ->> 'name'`.as('officer_name')])

type JobRow = Awaited<ReturnType<ReturnType<typeof selectJobs>['execute']>>[number]

const fromRow = (row: JobRow): Job => ({
  id: row.id,
  kind: row.kind,
  state: row.state as JobState,
  progress: row.progress as unknown as JobProgress,
  divisionCode: row.division_code,
  input: row.input,
  result: row.result,
  error: row.error,
  startedBy: { id: row.started_by, name: row.officer_name },
  createdAt: row.created_at,
  startedAt: row.started_at,
  endedAt: row.ended_at,
})
