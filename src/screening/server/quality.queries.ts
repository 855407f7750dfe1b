/** Data-quality findings in the database: lists, counts, and their number over time. */
import { sql } from 'kysely'
import {
  byDay,
  byName,
  byNumber,
  byText,
  type Cursor,
  downwards,
  type Order,
  orderedBy,
  type Placed,
  placeIn,
  standsAfter,
  upwards,
} from '../../access/index.ts'
import type { Context } from '../../store/index.ts'

export interface FindingFilters {
  division: string
  rules?: readonly string[] | undefined
  severities?: readonly string[] | undefined
  states?: readonly string[] | undefined
  householdNumber?: string | undefined
  fields?: readonly string[] | undefined
}

const findings = (ctx: Context) =>
  ctx.db
    .selectFrom('quality_findings as q')
    .selectAll('q')
    .select((where) =>
      where
        .selectFrom('households as h')
        .select('h.id')
        .whereRef('h.household_number', '=', 'q.household_number')
        .whereRef('h.division_code', '=', 'q.division_code')
        .as('household_id'),
    )
export type FindingRow = Awaited<ReturnType<ReturnType<typeof findings>['execute']>>[number]

export const findingById = (ctx: Context, id: number): Promise<FindingRow | undefined> =>
  findings(ctx).where('q.id', '=', id).executeTakeFirst()

export function findingsByIds(ctx: Context, ids: readonly number[]): Promise<FindingRow[]> {
  return ids.length === 0
    ? Promise.resolve([])
    : findings(ctx)
        .where('q.id', 'in', [...ids])
        .execute()
}

const number = byNumber(sql`q.id`)

/** Village by village and there rule by rule, the newest first, or by what a column shows. */
export const findingOrders = {
  place: upwards(byText(sql`q.division_code`), byText(sql`q.rule_id`), number),
  newest: downwards(byDay(sql`q.found_on`), number),
  severity: upwards(
    byNumber(sql`(CASE q.severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END)`),
    byText(sql`q.division_code`),
    number,
  ),
  head: upwards(byName(sql`coalesce(nullif(q.person_name, ''), q.head_name)`), number),
  rule: upwards(byText(sql`q.rule_id`), byText(sql`q.division_code`), number),
  state: upwards(byNumber(sql`(CASE q.state WHEN 'open' THEN 0 WHEN 'mended' THEN 1 ELSE 2 END)`), byText(sql`q.division_code`), number),
}

export function findingRows(
  ctx: Context,
  filters: FindingFilters,
  order: Order,
  after: Cursor | undefined,
  limit: number,
): Promise<(FindingRow & Placed)[]> {
  let query = findings(ctx).where('q.division_code', '>=', filters.division).where('q.division_code', '<', `${filters.division}:`)
  if (filters.rules !== undefined) query = query.where('q.rule_id', 'in', [...filters.rules])
  if (filters.severities !== undefined) query = query.where('q.severity', 'in', [...filters.severities])
  if (filters.states !== undefined) query = query.where('q.state', 'in', [...filters.states])
  if (filters.householdNumber !== undefined) query = query.where('q.household_number', '=', filters.householdNumber)
  if (filters.fields !== undefined) query = query.where('q.field', 'in', [...filters.fields])
  return query.select(placeIn(order).as('place')).where(standsAfter(order, after)).orderBy(orderedBy(order)).limit(limit).execute()
}

const groups = {
  rule: sql<string>`rule_id`,
  township: sql<string>`left(division_code, 9)`,
  village: sql<string>`division_code`,
  severity: sql<string>`severity`,
} as const
export type FindingGroup = keyof typeof groups

export interface FindingCount {
  key: string
  name: string
  open: number
  mended: number
  exempt: number
}

export async function findingCounts(ctx: Context, filters: FindingFilters, by: FindingGroup): Promise<FindingCount[]> {
  const name = by === 'township' ? sql`max(township)` : by === 'village' ? sql`max(village)` : sql`''`
  const limits = [
    sql`division_code >= ${filters.division} AND division_code < ${`${filters.division}:`}`,
    ...(filters.rules === undefined ? [] : [sql`rule_id = ANY(${[...filters.rules]})`]),
    ...(filters.severities === undefined ? [] : [sql`severity = ANY(${[...filters.severities]})`]),
    ...(filters.states === undefined ? [] : [sql`state = ANY(${[...filters.states]})`]),
    ...(filters.householdNumber === undefined ? [] : [sql`household_number = ${filters.householdNumber}`]),
    ...(filters.fields === undefined ? [] : [sql`field = ANY(${[...filters.fields]})`]),
  ]
  const { rows } = await sql<FindingCount>`SELECT ${groups[by]} AS key, ${name} AS name, count(*) FILTER (WHERE state = 'open') AS open,
      count(*) FILTER (WHERE state = 'mended') AS mended, count(*) FILTER (WHERE state = 'exempt') AS exempt
    FROM quality_findings WHERE ${sql.join(limits, sql` AND `)} GROUP BY 1 ORDER BY 3 DESC, 1`.execute(ctx.db)
  return rows
}

export interface TrendPoint {
  run_id: number
  as_of: string
  open: number
  exempt: number
}

/** One point for each as-of day: what the last run of that day left; several counties are added up. */
export async function findingTrendPoints(ctx: Context, division: string, rules: readonly string[] | undefined): Promise<TrendPoint[]> {
  const ofRules = rules === undefined ? sql`true` : sql`c.rule_id = ANY(${[...rules]})`
  // A run of the county that left nothing open in the division is a point too: the count is zero there.
  const { rows } = await sql<TrendPoint>`WITH last_of_day AS (
      SELECT DISTINCT ON (division_code, as_of) id, as_of FROM screening_runs
      WHERE is_done AND division_code >= left(${division}, 6) AND division_code < left(${division}, 6) || ':' ORDER BY division_code, as_of, id DESC)
    SELECT max(r.id) AS run_id, r.as_of, coalesce(sum(c.open), 0)::integer AS open, coalesce(sum(c.exempt), 0)::integer AS exempt
    FROM last_of_day r LEFT JOIN quality_counts c ON c.run_id = r.id AND c.division_code >= ${division} AND c.division_code < ${`${division}:`} AND ${ofRules}
    GROUP BY r.as_of ORDER BY r.as_of`.execute(ctx.db)
  return rows
}

/** Open findings of each rule in the area. */
export async function openByRule(ctx: Context): Promise<ReadonlyMap<string, number>> {
  const rows = await ctx.db
    .selectFrom('quality_findings')
    .select(['rule_id', (select) => select.fn.countAll<number>().as('open')])
    .where('state', '=', 'open')
    .groupBy('rule_id')
    .execute()
  return new Map(rows.map(({ rule_id, open }) => [rule_id, Number(open)]))
}

/** False when somebody changed it since it was seen. */
export async function markMended(ctx: Context, id: number, version: number): Promise<boolean> {
  const marked = await ctx.db
    .updateTable('quality_findings')
    .set({ state: 'mended', mended_at: ctx.now, mended_by: ctx.officer.name, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return marked.numUpdatedRows === 1n
}
