/** Leads as lists, households and counts; the wall between areas is the database's. */
import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
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
    .select([isNew.as('is_new'), place.as('place')])
    .select(householdId)

export type LeadRow = Awaited<ReturnType<ReturnType<typeof selectLeads>['execute']>>[number]

export type LeadSort = 'rank' | 'newest' | 'household'

/** The values a page of this order begins after; see `leadCursor`. */
export const cursorKinds: Readonly<Record<LeadSort, readonly ('string' | 'number')[]>> = {
  rank: ['number', 'number'],
  newest: ['string', 'number'],
  household: ['string', 'number'],
}

export function leadCursor(sort: LeadSort, row: LeadRow): (string | number)[] {
  if (sort === 'rank') return [row.place, row.id]
  return [sort === 'newest' ? row.appeared_on : row.household_number, row.id]
}

export function leadRows(
  ctx: Context,
  filters: LeadFilters,
  sort: LeadSort,
  after: readonly (string | number)[] | undefined,
  limit: number,
): Promise<LeadRow[]> {
  let query = filtered(selectLeads(ctx) as never, filters) as unknown as ReturnType<typeof selectLeads>
  if (sort === 'rank') {
    if (after !== undefined) query = query.where(sql<boolean>`(${place}, l.id) > (${after[0]}, ${after[1]})`)
    query = query.orderBy(place).orderBy('l.id')
  } else if (sort === 'newest') {
    if (after !== undefined)
      query = query.where(sql<boolean>`(l.appeared_on < ${after[0]}::date OR l.appeared_on = ${after[0]}::date AND l.id > ${after[1]})`)
    query = query.orderBy('l.appeared_on', 'desc').orderBy('l.id')
  } else {
    if (after !== undefined) query = query.where(sql<boolean>`(l.household_number, l.id) > (${after[0]}, ${after[1]})`)
    query = query.orderBy('l.household_number').orderBy('l.id')
  }
  return query.limit(limit).execute()
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
  place: number
  rank: number
  urgency: 'red' | 'yellow' | 'green'
  urgency_steps: string[]
  already_monitored: boolean
  is_new: boolean
  appeared_on: string
  leads: LeadOfHousehold[]
}

/** One row per household, in the order of the visits: which households stand on the page is found first, then what is said of them. */
export async function householdRows(
  ctx: Context,
  filters: LeadFilters,
  after: readonly (string | number)[] | undefined,
  limit: number,
): Promise<HouseholdLeadsRow[]> {
  const keys = filtered(from(ctx).select(['l.county_code', 'l.household_number', place.as('place')]) as never, filters)
  const own = filtered(
    from(ctx)
      .selectAll('l')
      .select([isNew.as('is_new')]) as never,
    filters,
  )
  const begins =
    after === undefined ? sql`` : sql`HAVING (min(place), county_code, household_number) > (${after[0]}, ${after[1]}, ${after[2]})`
  const { rows } = await sql<HouseholdLeadsRow>`WITH page AS (
      SELECT county_code, household_number, min(place) AS place FROM (${keys}) k GROUP BY county_code, household_number ${begins}
      ORDER BY min(place), county_code, household_number LIMIT ${limit}),
    said AS (
      SELECT p.county_code, p.household_number, p.place, min(o.division_code) AS division_code, min(o.head_name) AS head_name, min(o.township) AS township, min(o.village) AS village,
        max(o.rank) AS rank, (array_agg(o.urgency ORDER BY o.rank DESC))[1] AS urgency, (array_agg(o.urgency_steps ORDER BY o.rank DESC))[1] AS urgency_steps,
        bool_or(o.already_monitored) AS already_monitored, bool_or(o.is_new) AS is_new, max(o.appeared_on) AS appeared_on,
        jsonb_agg(jsonb_build_object('id', o.id, 'rule_id', o.rule_id, 'severity', o.severity, 'state', o.state, 'risk', o.risk, 'assigned_name', o.assigned_name, 'counter', o.counter_evidence) ORDER BY o.rule_id) AS leads
      FROM page p JOIN LATERAL (SELECT * FROM (${own}) w WHERE w.county_code = p.county_code AND w.household_number = p.household_number) o ON true
      GROUP BY p.county_code, p.household_number, p.place)
    SELECT s.*, h.id AS household_id FROM said s LEFT JOIN households h ON h.household_number = s.household_number AND h.division_code = s.division_code
    ORDER BY s.place, s.county_code, s.household_number`.execute(ctx.db)
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
