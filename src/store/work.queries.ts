/** What workers read and write about jobs, as the owner: taking, progress, end, and finding what fell out of the queue. */
import type pg from 'pg'
import type { Officer } from './context.ts'
import { queueName } from './job-queue.ts'
import type { JobProgress, JobState } from './jobs.queries.ts'

/** A job whose program died this often while at it is not tried again. */
export const mostAttempts = 5

export interface TakenJob {
  id: number
  kind: string
  input: unknown
  division_code: string
  officer: Officer
  attempt: number
}

type Written = Omit<TakenJob, 'officer'> & {
  officer: Omit<Officer, 'permissions' | 'datasets'> & { permissions: string[]; datasets?: string[] }
}

/** Makes the job this worker's; nothing when it was cancelled or is done. */
export async function takeJob(client: pg.ClientBase, id: number): Promise<TakenJob | undefined> {
  const { rows } = await client.query<Written>(
    `UPDATE jobs SET state = 'running', attempt = attempt + 1, started_at = coalesce(started_at, now())
     WHERE id = $1 AND state IN ('queued', 'running') RETURNING id, kind, input, division_code, officer, attempt`,
    [id],
  )
  const [row] = rows
  if (row === undefined) return undefined
  const { permissions, datasets, ...rest } = row.officer
  const officer = { ...rest, permissions: new Set(permissions), ...(datasets && { datasets: new Set(datasets) }) }
  return { ...row, officer }
}

/** False when the job is no longer this attempt's. */
export async function writeProgress(client: pg.ClientBase, { id, attempt }: TakenJob, progress: JobProgress): Promise<boolean> {
  const { rowCount } = await client.query("UPDATE jobs SET progress = $3 WHERE id = $1 AND attempt = $2 AND state = 'running'", [
    id,
    attempt,
    JSON.stringify(progress),
  ])
  return rowCount === 1
}

export async function isStillRunning(client: pg.ClientBase, { id, attempt }: TakenJob): Promise<boolean> {
  const { rowCount } = await client.query("SELECT FROM jobs WHERE id = $1 AND attempt = $2 AND state = 'running'", [id, attempt])
  return rowCount === 1
}

export interface JobEnd {
  state: JobState
  result?: unknown
  error?: string
}

/** A job cancelled or taken over meanwhile stays as it is. */
export async function endJob(client: pg.ClientBase, { id, attempt }: TakenJob, { state, result, error }: JobEnd): Promise<void> {
  await client.query(
    `UPDATE jobs SET state = $3, result = $4, error = $5, ended_at = now() WHERE id = $1 AND attempt = $2 AND state = 'running'`,
    [id, attempt, state, result === undefined ? null : JSON.stringify(result), error ?? null],
  )
}

/** The program shuts down in order: the attempt does not count. */
export async function putBack(client: pg.ClientBase, { id, attempt }: TakenJob): Promise<void> {
  await client.query("UPDATE jobs SET state = 'queued', attempt = attempt - 1 WHERE id = $1 AND attempt = $2 AND state = 'running'", [
    id,
    attempt,
  ])
}

/** Jobs under way that the queue does not know: after a restore, whose backup holds the jobs but not the queue. */
export async function jobsOutsideQueue(client: pg.ClientBase): Promise<{ id: number; kind: string }[]> {
  const { rows } = await client.query<{ id: number; kind: string }>(
    `SELECT id, kind FROM jobs WHERE state IN ('queued', 'running') AND NOT EXISTS (
       SELECT FROM pgboss.job WHERE name = $1 AND data ->> 'job' = jobs.id::text AND job.state IN ('created', 'retry', 'active'))`,
    [queueName],
  )
  return rows
}
