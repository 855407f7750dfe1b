/** Cases, their events and what follows from them, as they stand in the database. */
import { sql } from 'kysely'
import type { Context } from '../store/index.ts'
import type { CaseEvent, CaseKind, CaseRow } from './case-types.ts'
import type { CaseMember, CaseStanding, StandingDeadline } from './projection.rules.ts'

const caseColumns = [
  'id',
  'division_code',
  'kind',
  'household_id',
  'household_number',
  'head_name',
  'township',
  'village',
  'episode',
  'state',
  'state_since',
  'entered_at',
  'came_from',
  'escalated_to',
  'is_open',
  'opened_on',
  'channel',
  'risks',
  'object_kind',
  'responsible_id',
  'responsible_name',
  'is_green_channel',
  'recognised_on',
  'cleared_on',
  'clearing_mode',
  'end_reason',
  'version',
] as const

const cases = (ctx: Context) => ctx.db.selectFrom('cases').select(caseColumns)

/** Outside the officer's area there is none. */
export async function caseById(ctx: Context, id: number): Promise<CaseRow | undefined> {
  return (await cases(ctx).where('id', '=', id).executeTakeFirst()) as CaseRow | undefined
}

/** The same, kept from being changed by others until the transaction ends. */
export async function lockedCase(ctx: Context, id: number): Promise<CaseRow | undefined> {
  return (await cases(ctx).where('id', '=', id).forUpdate().executeTakeFirst()) as CaseRow | undefined
}

/** The household's case under way. */
export async function openCaseOf(ctx: Context, householdId: number, kind: CaseKind = 'monitoring'): Promise<CaseRow | undefined> {
  const open = cases(ctx).where('household_id', '=', householdId).where('kind', '=', kind).where('is_open', '=', true)
  return (await open.executeTakeFirst()) as CaseRow | undefined
}

/** All episodes of a household, the latest first. */
export async function casesOfHousehold(ctx: Context, householdId: number): Promise<CaseRow[]> {
  const all = cases(ctx).where('household_id', '=', householdId).orderBy('opened_on', 'desc').orderBy('id', 'desc')
  return (await all.execute()) as CaseRow[]
}

/** Cases under way that an officer answers for, kept from being changed by others. */
export async function casesInHand(ctx: Context, officerId: number): Promise<CaseRow[]> {
  const inHand = cases(ctx).where('responsible_id', '=', officerId).where('is_open', '=', true).orderBy('id').forUpdate()
  return (await inHand.execute()) as CaseRow[]
}

/** Two officers who begin a case of one household at once get one case. */
export async function lockHousehold(ctx: Context, householdId: number): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`case of ${householdId}`}, 0))`.execute(ctx.db)
}

/** In the order in which they happened. */
export async function eventsOf(ctx: Context, caseId: number): Promise<CaseEvent[]> {
  const rows = await ctx.db
    .selectFrom('case_events')
    .select(['seq', 'at', 'on_day', 'officer_id', 'officer_name', 'kind', 'action', 'from_state', 'to_state', 'record', 'deadlines'])
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute()
  return rows as unknown as CaseEvent[]
}

export async function deadlinesOf(ctx: Context, caseId: number): Promise<StandingDeadline[]> {
  return ctx.db
    .selectFrom('case_deadlines')
    .select(['about', 'entered_seq', 'starts_on', 'not_before', 'due_on', 'is_provisional', 'basis', 'met_on'])
    .where('case_id', '=', caseId)
    .orderBy('entered_seq')
    .orderBy('about')
    .execute()
}

export async function membersOf(ctx: Context, caseId: number): Promise<CaseMember[]> {
  return ctx.db
    .selectFrom('case_members')
    .select(['person_id', 'joined_on', 'left_on', 'left_reason'])
    .where('case_id', '=', caseId)
    .orderBy('person_id')
    .execute()
}

export interface Place {
  id: number
  division_code: string
}

/** Appends; nothing that is written here is ever changed. */
export async function insertEvent(ctx: Context, { id, division_code }: Place, event: CaseEvent): Promise<void> {
  const { record, deadlines, ...rest } = event
  await ctx.db
    .insertInto('case_events')
    .values({ ...rest, division_code, case_id: id, record: JSON.stringify(record), deadlines: JSON.stringify(deadlines) })
    .execute()
}

/** Puts down the row of a new case and answers its number. */
export async function insertCase(ctx: Context, { id: _, ...values }: CaseRow): Promise<number> {
  return (await ctx.db.insertInto('cases').values(values).returning('id').executeTakeFirstOrThrow()).id
}

/** Brings rows, deadlines and members to what the events say. */
export async function writeStanding(ctx: Context, { row, deadlines, members }: CaseStanding): Promise<void> {
  const { id, division_code, ...values } = row
  await ctx.db.updateTable('cases').set(values).where('id', '=', id).execute()
  await writeDeadlines(ctx, row, deadlines)
  await writeMembers(ctx, row, members)
}

async function writeDeadlines(ctx: Context, { id, division_code }: Place, deadlines: readonly StandingDeadline[]): Promise<void> {
  if (deadlines.length === 0) return
  await ctx.db
    .insertInto('case_deadlines')
    .values(deadlines.map((one) => ({ ...one, case_id: id, division_code })))
    .onConflict((there) =>
      there.constraint('case_deadlines_once').doUpdateSet((row) => ({
        starts_on: row.ref('excluded.starts_on'),
        not_before: row.ref('excluded.not_before'),
        due_on: row.ref('excluded.due_on'),
        is_provisional: row.ref('excluded.is_provisional'),
        basis: row.ref('excluded.basis'),
        met_on: row.ref('excluded.met_on'),
      })),
    )
    .execute()
}

async function writeMembers(ctx: Context, { id, division_code }: Place, members: readonly CaseMember[]): Promise<void> {
  if (members.length === 0) return
  await ctx.db
    .insertInto('case_members')
    .values(members.map((one) => ({ ...one, case_id: id, division_code })))
    .onConflict((there) =>
      there.columns(['case_id', 'person_id']).doUpdateSet((row) => ({
        joined_on: row.ref('excluded.joined_on'),
        left_on: row.ref('excluded.left_on'),
        left_reason: row.ref('excluded.left_reason'),
      })),
    )
    .execute()
}

export interface HouseholdForCase {
  id: number
  division_code: string
  household_number: string
  head_name: string
  township: string
  village: string
  is_present: boolean
  household_kind: string | null
}

export function householdForCase(ctx: Context, id: number): Promise<HouseholdForCase | undefined> {
  return ctx.db
    .selectFrom('households')
    .select(['id', 'division_code', 'household_number', 'head_name', 'township', 'village', 'is_present', 'household_kind'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Who belongs to the household today. */
export function personsOf(ctx: Context, householdId: number): Promise<{ id: number; name: string }[]> {
  return ctx.db
    .selectFrom('persons')
    .select(['id', 'name'])
    .where('household_id', '=', householdId)
    .where('status', '=', 'member')
    .orderBy('id')
    .execute()
}

/** How often the household has been a case. */
export async function lastEpisode(ctx: Context, householdId: number, kind: CaseKind): Promise<number> {
  const row = await ctx.db
    .selectFrom('cases')
    .select((one) => one.fn.max('episode').as('last'))
    .where('household_id', '=', householdId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return Number(row?.last ?? 0)
}
