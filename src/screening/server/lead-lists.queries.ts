/** Leads as lists, households and counts; the wall between areas is the database's. */
import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
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
import type { Context, Database } from '../../store/index.ts'

export interface LeadFilters {
  /** A prefix of the village's code. */
  division: string
  rules?: readonly string[] | undefined
  risks?: readonly string[] | undefined
  urgencies?: readonly string[] | undefined
  severities?: readonly string[] | undefined
  states?: readonly string[] | undefined
  isNew?: boolean | undefined
  isExempt?: boolean | undefined
  isMonitored?: boolean | undefined
  assignedTo?: number | undefined
  householdNumber?: string | undefined
  ids?: readonly number[]
}

/** It appeared on the as-of day of its county's latest run. */
const isNew = sql<boolean>`(l.is_present AND (l.county_code, l.appeared_on) IN (SELECT r.division_code, max(r.as_of) FROM screening_runs r WHERE r.is_done GROUP BY 1))`
/** The order of the visits: by urgency as it is now, then by the place the last run gave; without a place last. */
const place = sql<number>`(CASE l.urgency WHEN 'red' THEN 0 WHEN 'yellow' THEN 1 ELSE 2 END * 1000000000::bigint + coalesce(nullif(l.rank, 0), 999999999))`

const severityStep = sql`(CASE l.severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END)`
const stateStep = sql`(CASE l.state WHEN 'open' THEN 0 WHEN 'handled' THEN 1 ELSE 2 END)`

type Leads = Database & { l: Database['leads'] }

function filtered<O>(query: SelectQueryBuilder<Leads, 'l', O>, filters: LeadFilters): SelectQueryBuilder<Leads, 'l', O> {
  let asked = query.where('l.division_code', '>=', filters.division).where('l.division_code', '<', `${filters.division}:`)
  if (filters.rules !== undefined) asked = asked.where('l.rule_id', 'in', [...filters.rules])
  if (filters.risks !== undefined) asked = asked.where('l.risk', 'in', [...filters.risks])
  if (filters.urgencies !== undefined) asked = asked.where('l.urgency', 'in', [...filters.urgencies])
  if (filters.severities !== undefined) asked = asked.where('l.severity', 'in', [...filters.severities])
  if (filters.states !== undefined) asked = asked.where('l.state', 'in', [...filters.states])
  if (filters.isNew !== undefined) asked = asked.where(isNew, '=', filters.isNew)
  if (filters.isExempt !== undefined) asked = asked.where('l.is_exempt', '=', filters.isExempt)
  if (filters.isMonitored !== undefined) asked = asked.where('l.already_monitored', '=', filters.isMonitored)
  if (filters.assignedTo !== undefined) asked = asked.where('l.assigned_to', '=', filters.assignedTo)
  if (filters.householdNumber !== undefined) asked = asked.where('l.household_number', '=', filters.householdNumber)
  if (filters.ids !== undefined) asked = asked.where('l.id', 'in', [...filters.ids])
  return asked
}

const from = (ctx: Context) => ctx.db.selectFrom('leads as l') as unknown as SelectQueryBuilder<Leads, 'l', object>

const listed = [
  'l.id',
  'l.division_code',
  'l.county_code',
  'l.household_number',
  'l.head_name',
  'l.township',
  'l.village',
  'l.rule_id',
  'l.risk',
  'l.severity',
  'l.urgency',
  'l.rank',
  'l.evidence',
  'l.state',
  'l.outcome',
  'l.outcome_reason',
  'l.is_present',
  'l.is_exempt',
  'l.already_monitored',
  'l.appeared_on',
  'l.gone_on',
  'l.assigned_to',
  'l.assigned_name',
  'l.version',
] as const

const householdId = (where: ExpressionBuilder<Leads, 'l'>) =>
  where
    .selectFrom('households as h')
    .select('h.id')
    .whereRef('h.household_number', '=', 'l.household_number')
    .whereRef('h.division_code', '=', 'l.division_code')
    .as('household_id')

const selectLeads = (ctx: Context) =>
  from(ctx)
    .select([...listed])
    .select([isNew.as('is_new')])
    .select(householdId)

export type LeadRow = Awaited<ReturnType<ReturnType<typeof selectLeads>['execute']>>[number]

const number = byNumber(sql`l.id`)

/** The visits' own order, the newest first, or by what a column shows. */
export const leadOrders = {
  rank: upwards(byNumber(place), number),
  newest: downwards(byDay(sql`l.appeared_on`), number),
  household: upwards(byText(sql`l.household_number`), number),
  place: upwards(byText(sql`l.division_code`), byNumber(place), number),
  head: upwards(byName(sql`l.head_name`), number),
  rule: upwards(byText(sql`l.rule_id`), byNumber(place), number),
  severity: upwards(byNumber(severityStep), byNumber(place), number),
  state: upwards(byNumber(stateStep), byNumber(place), number),
  assigned: upwards(byName(sql`coalesce(l.assigned_name, '')`), byNumber(place), number),
}

export function leadRows(
  ctx: Context,
  filters: LeadFilters,
  order: Order,
  after: Cursor | undefined,
  limit: number,
): Promise<(LeadRow & Placed)[]> {
  const query = filtered(selectLeads(ctx) as never, filters) as unknown as ReturnType<typeof selectLeads>
  return query.select(placeIn(order).as('place')).where(standsAfter(order, after)).orderBy(orderedBy(order)).limit(limit).execute()
}

export interface LeadOfHousehold {
  id: number
  rule_id: string
  severity: 'high' | 'medium' | 'low'
  state: 'open' | 'handled' | 'closed'
  risk: string
  assigned_name: string | null
  counter: { kind: string }[]
}

export interface HouseholdLeadsRow {
  county_code: string
  household_number: string
  division_code: string
  head_name: string
  township: string
  village: string
  household_id: number | null
  rank: number
  urgency: 'red' | 'yellow' | 'green'
  urgency_steps: string[]
  already_monitored: boolean
  is_new: boolean
  appeared_on: string
  leads: LeadOfHousehold[]
}

const household = [byText(sql`county_code`), byText(sql`household_number`)] as const

/** The same for households, each by the first of its leads in that order. */
export const householdOrders = {
  rank: upwards(byNumber(sql`min(visit)`), ...household),
  newest: downwards(byDay(sql`max(appeared_on)`), ...household),
  place: upwards(byText(sql`min(division_code)`), byNumber(sql`min(visit)`), ...household),
  head: upwards(byName(sql`min(head_name)`), ...household),
  severity: upwards(byNumber(sql`min(severity)`), byNumber(sql`min(visit)`), ...household),
  assigned: upwards(byName(sql`coalesce(min(assigned_name), '')`), byNumber(sql`min(visit)`), ...household),
}

/** One row per household: which households stand on the page is found first, then what is said of them. */
export async function householdRows(
  ctx: Context,
  filters: LeadFilters,
  order: Order,
  after: Cursor | undefined,
  limit: number,
): Promise<(HouseholdLeadsRow & Placed)[]> {
  const keys = filtered(
    from(ctx)
      .select(['l.county_code', 'l.household_number', 'l.division_code', 'l.head_name', 'l.appeared_on', 'l.assigned_name'])
      .select([place.as('visit'), severityStep.as('severity')]) as never,
    filters,
  )
  const own = filtered(
    from(ctx)
      .selectAll('l')
      .select([isNew.as('is_new')]) as never,
    filters,
  )
  const { rows } = await sql<HouseholdLeadsRow & Placed>`WITH page AS (
      SELECT *, row_number() OVER () AS at FROM (SELECT county_code, household_number, ${placeIn(order)} AS place FROM (${keys}) k
        GROUP BY county_code, household_number HAVING ${standsAfter(order, after)} ORDER BY ${orderedBy(order)} LIMIT ${limit}) first),
    said AS (
      SELECT p.county_code, p.household_number, p.place, p.at, min(o.division_code) AS division_code, min(o.head_name) AS head_name, min(o.township) AS township, min(o.village) AS village,
        max(o.rank) AS rank, (array_agg(o.urgency ORDER BY o.rank DESC))[1] AS urgency, (array_agg(o.urgency_steps ORDER BY o.rank DESC))[1] AS urgency_steps,
        bool_or(o.already_monitored) AS already_monitored, bool_or(o.is_new) AS is_new, max(o.appeared_on) AS appeared_on,
        jsonb_agg(jsonb_build_object('id', o.id, 'rule_id', o.rule_id, 'severity', o.severity, 'state', o.state, 'risk', o.risk, 'assigned_name', o.assigned_name, 'counter', o.counter_evidence) ORDER BY o.rule_id) AS leads
      FROM page p JOIN LATERAL (SELECT * FROM (${own}) w WHERE w.county_code = p.county_code AND w.household_number = p.household_number) o ON true
      GROUP BY p.county_code, p.household_number, p.place, p.at)
    SELECT s.*, h.id AS household_id FROM said s LEFT JOIN households h ON h.household_number = s.household_number AND h.division_code = s.division_code
    ORDER BY s.at`.execute(ctx.db)
  return rows
}

export interface LeadCount {
  key: string
  leads: number
  households: number
  red: number
  yellow: number
  green: number
  is_new: number
}

const groups = {
  township: sql`left(division_code, 9)`,
  village: sql`division_code`,
  risk: sql`risk`,
  rule: sql`rule_id`,
  urgency: sql`urgency`,
  state: sql`state`,
} as const
export type LeadGroup = keyof typeof groups

/** Counts of leads and of their households, one line per value of the group. */
export async function leadCounts(ctx: Context, filters: LeadFilters, by: LeadGroup): Promise<LeadCount[]> {
  const own = filtered(from(ctx).selectAll('l').select(isNew.as('is_new')) as never, filters)
  const { rows } =
    await sql<LeadCount>`SELECT key, sum(leads)::integer AS leads, count(*) AS households, count(*) FILTER (WHERE urgency = 'red') AS red,
      count(*) FILTER (WHERE urgency = 'yellow') AS yellow, count(*) FILTER (WHERE urgency = 'green') AS green, sum(is_new)::integer AS is_new
    FROM (SELECT ${groups[by]} AS key, min(urgency) AS urgency, count(*) AS leads, count(*) FILTER (WHERE is_new) AS is_new
      FROM (${own}) o GROUP BY 1, county_code, household_number) g
    GROUP BY key ORDER BY 2 DESC, 1`.execute(ctx.db)
  return rows
}

/** Names of townships and villages as the latest run found them in the register. */
export async function placeNames(ctx: Context, division: string, by: 'township' | 'village'): Promise<ReadonlyMap<string, string>> {
  const key = by === 'township' ? sql<string>`left(division_code, 9)` : sql<string>`division_code`
  const rows = await ctx.db
    .selectFrom('leads')
    .select([key.as('key'), (select) => select.fn.max(by).as('name')])
    .where('division_code', '>=', division)
    .where('division_code', '<', `${division}:`)
    .groupBy(key)
    .execute()
  return new Map(rows.map(({ key, name }) => [key, name ?? '']))
}
