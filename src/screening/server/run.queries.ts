/** Screening runs in the database. */
import { sql } from 'kysely'
import {
  byDay,
  byName,
  byNumber,
  type Cursor,
  downwards,
  type Order,
  orderedBy,
  type Placed,
  placeIn,
  standsAfter,
  upwards,
} from '../../access/index.ts'
import { type Context, type Job, jobsOf } from '../../store/index.ts'
import type { RunSummary } from './found.ts'

export interface RunCounts {
  leads: number
  newLeads: number
  stillLeads: number
  goneLeads: number
  exemptLeads: number
  households: number
  red: number
  yellow: number
  green: number
  unknowns: number
  qualityOpen: number
  qualityExempt: number
  discrepancies: number
}

const runs = (ctx: Context) => ctx.db.selectFrom('screening_runs').selectAll()
export type RunRow = Awaited<ReturnType<ReturnType<typeof runs>['execute']>>[number]

export async function insertRun(
  ctx: Context,
  run: { divisionCode: string; jobId: number; asOf: string; months: number; askedByName: string },
): Promise<void> {
  await ctx.db
    .insertInto('screening_runs')
    .values({
      division_code: run.divisionCode,
      job_id: run.jobId,
      as_of: run.asOf,
      months: run.months,
      asked_by_name: run.askedByName,
      asked_at: ctx.now,
    })
    .onConflict((conflict) => conflict.constraint('screening_runs_job').doNothing())
    .execute()
}

export const runById = (ctx: Context, id: number): Promise<RunRow | undefined> => runs(ctx).where('id', '=', id).executeTakeFirst()

export const runByJob = (ctx: Context, jobId: number): Promise<RunRow | undefined> =>
  runs(ctx).where('job_id', '=', jobId).executeTakeFirst()

const number = byNumber(sql`id`)
const counted = (name: keyof RunCounts) => byNumber(sql`coalesce((counts ->> ${sql.lit(name)})::integer, 0)`)

/** The newest first, or by what a column shows. */
export const runOrders = {
  newest: downwards(number),
  day: downwards(byDay(sql`as_of`), number),
  leads: downwards(counted('leads'), number),
  new: downwards(counted('newLeads'), number),
  red: downwards(counted('red'), number),
  asker: upwards(byName(sql`asked_by_name`), number),
}

export interface RunFilters {
  division: string | undefined
  state: string | undefined
  /** As-of days, both included. */
  from: string | undefined
  until: string | undefined
}

/** As its job stands, which is over before the run is done. */
const stateOfRun = sql<string>`CASE WHEN is_done THEN 'done' ELSE coalesce(nullif((SELECT j.state FROM jobs j WHERE j.id = job_id), 'done'), 'running') END`

export function runsFrom(
  ctx: Context,
  { division, state, from, until }: RunFilters,
  order: Order,
  after: Cursor | undefined,
  limit: number,
): Promise<(RunRow & Placed)[]> {
  let query = runs(ctx)
  if (division !== undefined) query = query.where('division_code', '>=', division).where('division_code', '<', `${division}:`)
  if (state !== undefined) query = query.where(stateOfRun, '=', state)
  if (from !== undefined) query = query.where('as_of', '>=', from)
  if (until !== undefined) query = query.where('as_of', '<=', until)
  return query.select(placeIn(order).as('place')).where(standsAfter(order, after)).orderBy(orderedBy(order)).limit(limit).execute()
}

/** The run whose results a county's leads show now. */
export function latestRun(ctx: Context, county: string): Promise<RunRow | undefined> {
  return runs(ctx)
    .where('division_code', '=', county)
    .where('is_done', '=', true)
    .orderBy('as_of', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The latest run of every county in sight. */
export async function latestRuns(ctx: Context, division: string): Promise<RunRow[]> {
  const county = division.slice(0, 6)
  return runs(ctx)
    .distinctOn('division_code')
    .where('is_done', '=', true)
    .where('division_code', '>=', county)
    .where('division_code', '<', `${county}:`)
    .orderBy('division_code')
    .orderBy('as_of', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** The jobs behind runs, as far as the officer may see them, by their numbers. */
export async function jobsOfRuns(ctx: Context, jobIds: readonly number[]): Promise<ReadonlyMap<number, Job>> {
  const highest = Math.max(0, ...jobIds)
  const jobs = jobIds.length === 0 ? [] : await jobsOf(ctx, { kind: 'screening.run', before: highest + 1, limit: 500 })
  return new Map(jobs.map((job) => [job.id, job]))
}

export async function finishRun(
  ctx: Context,
  id: number,
  summary: RunSummary,
  counts: RunCounts,
  seconds: Record<string, number>,
): Promise<void> {
  await ctx.db
    .updateTable('screening_runs')
    .set({
      is_done: true,
      ended_at: ctx.now,
      policy_hash: summary.policy_hash,
      files: JSON.stringify(summary.files),
      rules: JSON.stringify(summary.rules),
      counts: JSON.stringify(counts),
      warnings: JSON.stringify(summary.warnings),
      row_columns: JSON.stringify(summary.row_columns ?? {}),
      seconds: JSON.stringify(toMilliseconds({ ...summary.seconds, ...seconds })),
    })
    .where('id', '=', id)
    .execute()
}

const toMilliseconds = (seconds: Record<string, number>) =>
  Object.fromEntries(Object.entries(seconds).map(([name, value]) => [name, Math.round(value * 1000) / 1000]))

/** What the run leaves behind, counted so that a repeated run of the same day counts the same. */
export async function countRun(ctx: Context, run: { id: number; county: string; asOf: string }): Promise<RunCounts> {
  const { rows } = await sql<RunCounts>`SELECT l.*, u.unknowns, q."qualityOpen", q."qualityExempt", d.discrepancies FROM
    (SELECT count(*) FILTER (WHERE is_present) AS leads, count(*) FILTER (WHERE is_present AND appeared_on = ${run.asOf}::date) AS "newLeads",
       count(*) FILTER (WHERE is_present AND appeared_on < ${run.asOf}::date) AS "stillLeads", count(*) FILTER (WHERE gone_on = ${run.asOf}::date) AS "goneLeads",
       count(*) FILTER (WHERE is_present AND is_exempt) AS "exemptLeads", count(DISTINCT household_number) FILTER (WHERE rank > 0) AS households,
       count(DISTINCT household_number) FILTER (WHERE rank > 0 AND urgency = 'red') AS red, count(DISTINCT household_number) FILTER (WHERE rank > 0 AND urgency = 'yellow') AS yellow,
       count(DISTINCT household_number) FILTER (WHERE rank > 0 AND urgency = 'green') AS green FROM leads WHERE county_code = ${run.county}) l,
    (SELECT coalesce(sum(households), 0)::integer AS unknowns FROM unknown_counts WHERE run_id = ${run.id}) u,
    (SELECT count(*) FILTER (WHERE state = 'open') AS "qualityOpen", count(*) FILTER (WHERE state = 'exempt') AS "qualityExempt" FROM quality_findings WHERE county_code = ${run.county}) q,
    (SELECT count(*) AS discrepancies FROM discrepancies WHERE county_code = ${run.county} AND is_present) d`.execute(ctx.db)
  return rows[0] as RunCounts
}

/** Households a rule of the latest runs could not judge, by what was missing. */
export async function unknownsOf(ctx: Context, runIds: readonly number[], division: string, rules: readonly string[] | undefined) {
  if (runIds.length === 0) return []
  let query = ctx.db
    .selectFrom('unknown_counts')
    .select(['rule_id', 'missing', (select) => select.fn.sum<string>('households').as('households')])
    .where('run_id', 'in', [...runIds])
    .where('division_code', '>=', division)
    .where('division_code', '<', `${division}:`)
  if (rules !== undefined) query = query.where('rule_id', 'in', [...rules])
  return query.groupBy(['rule_id', 'missing']).orderBy('rule_id').orderBy('households', 'desc').execute()
}
