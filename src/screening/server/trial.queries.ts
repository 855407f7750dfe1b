/** Trials of rules and parameter values in the database. */
import { type Context, type Job, jobsOf } from '../../store/index.ts'

const trials = (ctx: Context) => ctx.db.selectFrom('rule_trials').selectAll()
export type TrialRow = Awaited<ReturnType<ReturnType<typeof trials>['execute']>>[number]

export const trialById = (ctx: Context, id: number): Promise<TrialRow | undefined> => trials(ctx).where('id', '=', id).executeTakeFirst()
export const trialByJob = (ctx: Context, jobId: number): Promise<TrialRow | undefined> =>
  trials(ctx).where('job_id', '=', jobId).executeTakeFirst()

/** Newest first. */
export function trialsBefore(ctx: Context, before: number | undefined, limit: number): Promise<TrialRow[]> {
  const query = before === undefined ? trials(ctx) : trials(ctx).where('id', '<', before)
  return query.orderBy('id', 'desc').limit(limit).execute()
}

export async function insertTrial(ctx: Context, divisionCode: string, jobId: number, input: object): Promise<void> {
  await ctx.db
    .insertInto('rule_trials')
    .values({
      division_code: divisionCode,
      job_id: jobId,
      input: JSON.stringify(input),
      asked_by_name: ctx.officer.name,
      asked_at: ctx.now,
    })
    .onConflict((conflict) => conflict.constraint('rule_trials_job').doNothing())
    .execute()
}

export async function finishTrial(ctx: Context, jobId: number, months: readonly object[]): Promise<void> {
  await ctx.db
    .updateTable('rule_trials')
    .set({ is_done: true, ended_at: ctx.now, months: JSON.stringify(months) })
    .where('job_id', '=', jobId)
    .execute()
}

/** The jobs behind trials by their numbers. */
export async function jobsOfTrials(ctx: Context, jobIds: readonly number[]): Promise<ReadonlyMap<number, Job>> {
  const jobs = jobIds.length === 0 ? [] : await jobsOf(ctx, { kind: 'rule.trial', before: Math.max(...jobIds) + 1, limit: 500 })
  return new Map(jobs.map((job) => [job.id, job]))
}
