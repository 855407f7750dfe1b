/** Referrals in the database: each change of one is a further event. */
import { type Selectable, sql } from 'kysely'
import type { Context, Database } from '../../store/index.ts'
import type { Direction, ReferralAction, ReferralState } from './referral.rules.ts'

export type ReferralRow = Omit<Selectable<Database['referrals']>, 'direction' | 'state'> & { direction: Direction; state: ReferralState }
const asRows = (rows: unknown) => rows as ReferralRow[]

/** The dataset by which an office is known to be that of civil affairs. */
export const reliefDataset = 'relief'

/** The county's own office of civil affairs, as it is set up today. */
export async function civilAffairsOf(ctx: Context, division: string): Promise<{ id: number; name: string } | undefined> {
  return ctx.db
    .selectFrom('offices')
    .select(['id', 'name'])
    .where('kind', '=', 'department')
    .where('division_code', '=', division.slice(0, 6))
    .where(sql<boolean>`datasets @> ARRAY[${reliefDataset}]`)
    .where(sql<boolean>`valid_from <= ${ctx.today}::date AND (valid_until IS NULL OR valid_until >= ${ctx.today}::date)`)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}

export async function officeName(ctx: Context, id: number): Promise<string> {
  const row = await ctx.db.selectFrom('offices').select('name').where('id', '=', id).executeTakeFirst()
  return row?.name ?? ''
}

/** Until when the household allowed its relief to be looked up and handed on; nothing when it did not. */
export async function authorisedUntil(ctx: Context, householdId: number): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('authorisations')
    .select(sql<string>`until_on`.as('until_on'))
    .where('household_id', '=', householdId)
    .where('revoked_on', 'is', null)
    .where('signed_on', '<=', ctx.today)
    .where('until_on', '>=', ctx.today)
    .where(sql<boolean>`scope @> ARRAY[${reliefDataset}]`)
    .orderBy('until_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.until_on
}

/** The household of the person with this number and name, who lives in it today. */
export async function householdOfPerson(ctx: Context, idIndex: Buffer, name: string): Promise<number | undefined> {
  const row = await ctx.db
    .selectFrom('persons')
    .select('household_id')
    .where('id_index', '=', idIndex)
    .where('name', '=', name)
    .where('household_id', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row?.household_id ?? undefined
}

/** Members of today with their sealed numbers. */
export const sealedMembers = (ctx: Context, householdId: number) =>
  ctx.db
    .selectFrom('person_states')
    .select(['person_id', 'name', 'id_number_sealed'])
    .where('household_id', '=', householdId)
    .where('status', '=', 'member')
    .where('until_on', 'is', null)
    .where('replaced_by', 'is', null)
    .orderBy('is_head', 'desc')
    .orderBy('person_id')
    .execute()

export interface NewReferral {
  direction: Direction
  officeId: number
  caseId: number | null
  household: { id: number; divisionCode: string; householdNumber: string; headName: string; township: string; village: string }
  grade: string
  reason: string
  enclosure: object
  dueOn: string
}

export async function insertReferral(ctx: Context, one: NewReferral): Promise<ReferralRow> {
  const { household } = one
  const row = await ctx.db
    .insertInto('referrals')
    .values({
      division_code: household.divisionCode,
      direction: one.direction,
      office_id: one.officeId,
      household_id: household.id,
      household_number: household.householdNumber,
      head_name: household.headName,
      township: household.township,
      village: household.village,
      case_id: one.caseId,
      grade: one.grade,
      reason: one.reason,
      enclosure: JSON.stringify(one.enclosure),
      sent_on: ctx.today,
      due_on: one.dueOn,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const [made] = asRows([row]) as [ReferralRow]
  await insertReferralEvent(ctx, made, 'send', { grade: one.grade, text: one.reason })
  return made
}

export async function insertReferralEvent(
  ctx: Context,
  row: Pick<ReferralRow, 'id' | 'division_code' | 'version'>,
  action: 'send' | ReferralAction,
  details: object,
): Promise<void> {
  await ctx.db
    .insertInto('referral_events')
    .values({
      division_code: row.division_code,
      referral_id: row.id,
      version: row.version,
      at: ctx.now,
      on_day: ctx.today,
      officer_id: ctx.officer.id,
      officer_name: ctx.officer.name,
      office_name: await officeName(ctx, ctx.officer.officeId),
      action,
      details: JSON.stringify(details),
    })
    .execute()
}

/** The referral kept from others until the transaction ends. */
export async function lockedReferral(ctx: Context, id: number): Promise<ReferralRow | undefined> {
  return asRows(await ctx.db.selectFrom('referrals').selectAll().where('id', '=', id).forUpdate().execute())[0]
}

export async function referralById(ctx: Context, id: number): Promise<ReferralRow | undefined> {
  return asRows(await ctx.db.selectFrom('referrals').selectAll().where('id', '=', id).execute())[0]
}

export async function waitingReferral(ctx: Context, householdId: number, direction: Direction): Promise<ReferralRow | undefined> {
  const rows = await ctx.db
    .selectFrom('referrals')
    .selectAll()
    .where('household_id', '=', householdId)
    .where('direction', '=', direction)
    .where('state', 'in', ['waiting', 'accepted'])
    .execute()
  return asRows(rows)[0]
}

export type ReferralChange = Partial<
  Pick<ReferralRow, 'state' | 'case_id' | 'due_on' | 'answer' | 'granted' | 'granted_from' | 'granted_until' | 'answered_on'>
>

/** Brings the row to its next version; the caller appends the event. */
export async function changeReferral(ctx: Context, row: ReferralRow, change: ReferralChange): Promise<ReferralRow> {
  const changed = await ctx.db
    .updateTable('referrals')
    .set({ ...change, version: row.version + 1 })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return asRows([changed])[0] as ReferralRow
}

export const eventsOfReferral = (ctx: Context, id: number) =>
  ctx.db.selectFrom('referral_events').selectAll().where('referral_id', '=', id).orderBy('version').execute()

export interface ReferralFilter {
  division: string
  /** Only those of one office. */
  officeId?: number | undefined
  direction?: Direction | undefined
  states?: readonly string[] | undefined
  isOverdue?: boolean | undefined
  householdId?: number | undefined
}

/** Newest first; `before` is the number of the last one shown. */
export async function referralRows(
  ctx: Context,
  filter: ReferralFilter,
  before: number | undefined,
  limit: number,
): Promise<ReferralRow[]> {
  const { division, officeId, direction, states, isOverdue, householdId } = filter
  let query = ctx.db.selectFrom('referrals').selectAll().where('division_code', '>=', division).where('division_code', '<', `${division}:`)
  if (officeId !== undefined) query = query.where('office_id', '=', officeId)
  if (direction !== undefined) query = query.where('direction', '=', direction)
  if (states !== undefined) query = query.where('state', 'in', [...states])
  if (householdId !== undefined) query = query.where('household_id', '=', householdId)
  if (isOverdue) query = query.where('state', 'in', ['waiting', 'accepted']).where('due_on', '<', ctx.today)
  if (before !== undefined) query = query.where('id', '<', before)
  return asRows(await query.orderBy('id', 'desc').limit(limit).execute())
}

/** By direction and state, and how many of those that wait are overdue. */
export async function referralCounts(ctx: Context, division: string, officeId: number | undefined) {
  const { rows } = await sql<{ direction: Direction; state: ReferralState; n: number; overdue: number }>`
    SELECT direction, state, count(*)::int AS n, count(*) FILTER (WHERE state IN ('waiting', 'accepted') AND due_on < ${ctx.today}::date)::int AS overdue
    FROM referrals WHERE division_code >= ${division} AND division_code < ${`${division}:`}
      AND (${officeId ?? null}::bigint IS NULL OR office_id = ${officeId ?? null}::bigint)
    GROUP BY 1, 2`.execute(ctx.db)
  return rows
}
