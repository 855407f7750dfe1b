/** One lead: read, changed with the version that was seen, and its history, which only grows. */
import { sql } from 'kysely'
import { type Context, systemOfficer } from '../../store/index.ts'

const leads = (ctx: Context) => ctx.db.selectFrom('leads').selectAll()
export type WholeLead = Awaited<ReturnType<ReturnType<typeof leads>['execute']>>[number]

export const leadById = (ctx: Context, id: number): Promise<WholeLead | undefined> => leads(ctx).where('id', '=', id).executeTakeFirst()

/** Several at once, in no order that means anything. */
export const leadsById = (ctx: Context, ids: readonly number[]): Promise<WholeLead[]> =>
  leads(ctx)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute()

/** One lead, kept from being changed by others until the transaction ends. */
export const lockedLead = (ctx: Context, id: number): Promise<WholeLead | undefined> =>
  leads(ctx).where('id', '=', id).forUpdate().executeTakeFirst()

export interface LeadChange {
  state: 'open' | 'handled' | 'closed'
  outcome: 'true' | 'not_true' | 'unverified' | 'gone' | null
  outcome_reason: string | null
  assigned_to: number | null
  assigned_name: string | null
}

/** Answers the new version. */
export async function changeLead(ctx: Context, lead: WholeLead, change: Partial<LeadChange>): Promise<number> {
  const version = lead.version + 1
  await ctx.db
    .updateTable('leads')
    .set({ ...change, version })
    .where('id', '=', lead.id)
    .execute()
  return version
}

export interface LeadEvent {
  kind: 'assigned' | 'handed_back' | 'noted' | 'closed' | 'reopened' | 'exempted' | 'exemption_ended'
  details: Record<string, unknown>
}

export async function appendEvent(ctx: Context, lead: { id: number; division_code: string }, { kind, details }: LeadEvent): Promise<void> {
  await ctx.db
    .insertInto('lead_events')
    .values({
      division_code: lead.division_code,
      lead_id: lead.id,
      at: ctx.now,
      officer_id: ctx.officer.id,
      officer_name: ctx.officer.name,
      kind,
      details: JSON.stringify(details),
    })
    .execute()
}

/** Newest first. */
export function eventsOf(ctx: Context, leadId: number) {
  return ctx.db.selectFrom('lead_events').selectAll().where('lead_id', '=', leadId).orderBy('id', 'desc').limit(200).execute()
}

/** All leads of a household. */
export function leadsOfHousehold(ctx: Context, county: string, householdNumber: string): Promise<WholeLead[]> {
  return leads(ctx).where('county_code', '=', county).where('household_number', '=', householdNumber).orderBy('rule_id').execute()
}

/** Writes how urgent a household is now on each of its leads that are still to be worked on. */
export async function writeUrgency(ctx: Context, ids: readonly number[], urgency: string, steps: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await ctx.db
    .updateTable('leads')
    .set({ urgency, urgency_steps: JSON.stringify(steps) })
    .where('id', 'in', [...ids])
    .execute()
}

export interface Assignee {
  id: number
  name: string
  division_code: string
}

/** An officer of the asker's own area who works today. */
export function assigneeById(ctx: Context, id: number): Promise<Assignee | undefined> {
  return ctx.db
    .selectFrom('officers')
    .select(['id', 'name', 'division_code'])
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .where('valid_from', '<=', ctx.today)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', ctx.today)]))
    .executeTakeFirst()
}

/** The register's number of a household, where it is known. */
export async function householdIdOf(ctx: Context, divisionCode: string, householdNumber: string): Promise<number | null> {
  const row = await ctx.db
    .selectFrom('households')
    .select('id')
    .where('household_number', '=', householdNumber)
    .where('division_code', '=', divisionCode)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Hands an officer's leads under way to another; answers how many. */
export async function moveLeads(ctx: Context, from: number, to: Assignee): Promise<number> {
  const { rows } = await sql<{ count: number }>`WITH moved AS (
      UPDATE leads SET assigned_to = ${to.id}, assigned_name = ${to.name}, version = version + 1 WHERE assigned_to = ${from} AND state = 'handled' RETURNING id, division_code),
    noted AS (
      INSERT INTO lead_events (division_code, lead_id, at, officer_id, officer_name, kind, details)
      SELECT division_code, id, ${ctx.now}, ${systemOfficer.id}, ${systemOfficer.name}, 'assigned', jsonb_build_object('officer', ${to.name}::text, 'officerId', ${to.id}::bigint, 'handOver', true) FROM moved RETURNING 1)
    SELECT count(*) AS count FROM moved`.execute(ctx.db)
  return Number(rows[0]?.count ?? 0)
}
