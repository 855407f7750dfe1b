/** Campaigns and their rosters in the database. */
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../store/index.ts'

const campaigns = (ctx: Context) => ctx.db.selectFrom('campaigns').selectAll()
export type CampaignRow = Awaited<ReturnType<ReturnType<typeof campaigns>['execute']>>[number]

/** Newest first. */
export const listCampaigns = (ctx: Context, limit: number): Promise<CampaignRow[]> =>
  campaigns(ctx).orderBy('id', 'desc').limit(limit).execute()
export const campaignById = (ctx: Context, id: number): Promise<CampaignRow | undefined> =>
  campaigns(ctx).where('id', '=', id).executeTakeFirst()

export async function insertCampaign(
  ctx: Context,
  one: { divisionCode: string; name: string; scope: string; startsOn: string; endsOn: string },
): Promise<CampaignRow> {
  return ctx.db
    .insertInto('campaigns')
    .values({
      division_code: one.divisionCode,
      name: one.name,
      scope: one.scope,
      starts_on: one.startsOn,
      ends_on: one.endsOn,
      created_by: ctx.officer.name,
      created_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Whom each scope means; hit by a disaster is who the last screening found in the files about disasters, so that a later file adds to the roster. */
const meantBy: Readonly<Record<string, RawBuilder<unknown>>> = {
  monitored: sql`AND h.is_monitored`,
  former_poor: sql`AND h.household_kind LIKE '%脱贫户'`,
  disaster_hit: sql`AND EXISTS (SELECT FROM leads l WHERE l.household_number = h.household_number AND l.county_code = left(h.division_code, 6)
    AND l.risk = '因自然灾害' AND l.is_present)`,
}

/** Every household present in the area that the scope means and the roster lacks; answers how many were added. */
export async function fillRoster(ctx: Context, { id, division_code, scope }: CampaignRow): Promise<number> {
  const meant = meantBy[scope] ?? sql``
  const { numAffectedRows } = await sql`
    INSERT INTO campaign_households (division_code, campaign_id, household_id)
    SELECT h.division_code, ${id}, h.id FROM households h
    WHERE h.is_present AND h.division_code >= ${division_code} AND h.division_code < ${`${division_code}:`} ${meant}
    ON CONFLICT ON CONSTRAINT campaign_households_once DO NOTHING`.execute(ctx.db)
  return Number(numAffectedRows ?? 0)
}

/** Households seen at home for any purpose within the campaign's days count as checked: nobody goes twice. */
export async function takeVisits(ctx: Context, { id, starts_on, ends_on }: CampaignRow): Promise<number> {
  const { numAffectedRows } = await sql`
    UPDATE campaign_households r SET checked_on = f.visited_on, checked_by = f.visitor_name, form_id = f.id, version = r.version + 1,
      case_id = c.id, risks = coalesce(c.risks, '{}'), state = CASE WHEN c.id IS NULL THEN 'no_risk' ELSE 'risk_found' END
    FROM (SELECT DISTINCT ON (household_id) household_id, id, visited_on, visitor_name FROM visit_forms
        WHERE outcome = 'met' AND visited_on BETWEEN ${starts_on}::date AND ${ends_on}::date ORDER BY household_id, id DESC) f
      LEFT JOIN cases c ON c.household_id = f.household_id AND c.is_open AND c.kind = 'monitoring'
    WHERE r.campaign_id = ${id} AND r.household_id = f.household_id AND r.state IN ('todo', 'unreachable')`.execute(ctx.db)
  return Number(numAffectedRows ?? 0)
}

/** Households that died out or moved away since the roster was made leave the gap by themselves. */
export async function dropAbsent(ctx: Context, { id }: CampaignRow): Promise<number> {
  const { numAffectedRows } = await sql`
    UPDATE campaign_households r SET state = 'gone', checked_on = ${ctx.today}::date, checked_by = ${ctx.officer.name}, note = '户籍档案中已无在册成员', version = r.version + 1
    FROM households h WHERE h.id = r.household_id AND NOT h.is_present AND r.campaign_id = ${id} AND r.state = 'todo'`.execute(ctx.db)
  return Number(numAffectedRows ?? 0)
}

export async function closeCampaignRow(ctx: Context, id: number, version: number): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('campaigns')
    .set({ closed_on: ctx.today, closed_by: ctx.officer.name, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('closed_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Counts by township (9) or village (12) below a division. */
export async function coverageBy(ctx: Context, id: number, division: string, length: 9 | 12) {
  const { rows } = await sql<{
    division: string
    township: string
    village: string
    roster: number
    checked: number
    risk_found: number
    unreachable: number
    gap: number
  }>`
    SELECT left(r.division_code, ${length}::int) AS division, min(h.township) AS township, min(h.village) AS village, count(*)::int AS roster,
      count(*) FILTER (WHERE r.state IN ('no_risk', 'risk_found', 'gone'))::int AS checked,
      count(*) FILTER (WHERE r.state = 'risk_found')::int AS risk_found,
      count(*) FILTER (WHERE r.state = 'unreachable')::int AS unreachable,
      count(*) FILTER (WHERE r.state IN ('todo', 'unreachable'))::int AS gap
    FROM campaign_households r JOIN households h ON h.id = r.household_id
    WHERE r.campaign_id = ${id} AND r.division_code >= ${division} AND r.division_code < ${`${division}:`}
    GROUP BY 1 ORDER BY 1`.execute(ctx.db)
  return rows
}

export async function gapOf(ctx: Context, id: number): Promise<number> {
  const row = await ctx.db
    .selectFrom('campaign_households')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('campaign_id', '=', id)
    .where('state', 'in', ['todo', 'unreachable'])
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export interface RosterFilters {
  campaignId: number
  division: string
  states?: readonly string[] | undefined
  officerId?: number | undefined
}

const roster = (ctx: Context) =>
  ctx.db
    .selectFrom('campaign_households as r')
    .innerJoin('households as h', 'h.id', 'r.household_id')
    .selectAll('r')
    .select(['h.household_number', 'h.head_name', 'h.township', 'h.village', 'h.group_name', 'h.member_count', 'h.is_monitored'])

/** By village and household number. */
export function rosterRows(ctx: Context, filters: RosterFilters, after: number | undefined, limit: number) {
  let query = roster(ctx)
    .where('r.campaign_id', '=', filters.campaignId)
    .where('r.division_code', '>=', filters.division)
    .where('r.division_code', '<', `${filters.division}:`)
  if (filters.states !== undefined) query = query.where('r.state', 'in', [...filters.states])
  if (filters.officerId !== undefined) query = query.where('r.officer_id', '=', filters.officerId)
  if (after !== undefined) query = query.where('r.id', '>', after)
  return query.orderBy('r.id').limit(limit).execute()
}
export type RosterRow = Awaited<ReturnType<typeof rosterRows>>[number]

export const rosterRow = (ctx: Context, campaignId: number, id: number): Promise<RosterRow | undefined> =>
  roster(ctx).where('r.campaign_id', '=', campaignId).where('r.id', '=', id).executeTakeFirst()

/** Rows of the campaign by household number, for a list that comes back from a spreadsheet. */
export const rosterByNumbers = (ctx: Context, campaignId: number, numbers: readonly string[]): Promise<RosterRow[]> =>
  numbers.length === 0
    ? Promise.resolve([])
    : roster(ctx)
        .where('r.campaign_id', '=', campaignId)
        .where('h.household_number', 'in', [...numbers])
        .execute()

export async function markRow(
  ctx: Context,
  { id, version }: Pick<RosterRow, 'id' | 'version'>,
  set: { state: string; checked_on: string | null; checked_by: string | null; case_id?: number | null; risks: string[]; note: string },
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('campaign_households')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Hands a village's or township's unchecked households to one officer; answers how many. */
export async function assignRows(
  ctx: Context,
  campaignId: number,
  division: string,
  officer: { id: number; name: string },
): Promise<number> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('campaign_households')
    .set({ officer_id: officer.id, officer_name: officer.name })
    .where('campaign_id', '=', campaignId)
    .where('division_code', '>=', division)
    .where('division_code', '<', `${division}:`)
    .where('state', 'in', ['todo', 'unreachable'])
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Households recognised since a day, with the channels that had found each, by township. */
export async function channelsOfCases(ctx: Context, division: string, since: string) {
  const { rows } = await sql<{ division: string; township: string; channels: string[] }>`
    SELECT left(c.division_code, 9) AS division, min(c.township) AS township, array_agg(DISTINCT k.channel) AS channels
    FROM cases c JOIN case_channels k ON k.case_id = c.id
    WHERE c.kind = 'monitoring' AND c.recognised_on >= ${since}::date AND c.division_code >= ${division} AND c.division_code < ${`${division}:`}
    GROUP BY c.id, 1`.execute(ctx.db)
  return rows
}

export async function householdsBy(ctx: Context, division: string): Promise<ReadonlyMap<string, { township: string; households: number }>> {
  const { rows } = await sql<{ division: string; township: string; households: number }>`
    SELECT left(division_code, 9) AS division, min(township) AS township, count(*)::int AS households
    FROM households WHERE is_present AND division_code >= ${division} AND division_code < ${`${division}:`} GROUP BY 1`.execute(ctx.db)
  return new Map(rows.map(({ division: code, ...one }) => [code, one]))
}
