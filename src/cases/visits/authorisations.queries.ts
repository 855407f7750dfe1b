/** Authorisations (承诺授权) in the database. */
import { sql } from 'kysely'
import type { Context } from '../../store/index.ts'

export interface NewAuthorisation {
  divisionCode: string
  householdId: number
  formId: number | null
  clientKey: string
  signers: readonly { personId: number; name: string }[]
  scope: readonly string[]
  signedOn: string
  untilOn: string
  wording: string
  officerName: string
}

/** The same key again changes nothing: a corrected form brings the authorisation it came with. */
export async function insertAuthorisation(ctx: Context, one: NewAuthorisation): Promise<void> {
  await ctx.db
    .insertInto('authorisations')
    .values({
      division_code: one.divisionCode,
      household_id: one.householdId,
      form_id: one.formId,
      client_key: one.clientKey,
      signers: JSON.stringify(one.signers),
      scope: [...one.scope],
      signed_on: one.signedOn,
      until_on: one.untilOn,
      wording: one.wording,
      officer_name: one.officerName,
      received_at: ctx.now,
    })
    .onConflict((conflict) => conflict.constraint('authorisations_client_key').doNothing())
    .execute()
}

const authorisations = (ctx: Context) =>
  ctx.db
    .selectFrom('authorisations as a')
    .innerJoin('households as h', 'h.id', 'a.household_id')
    .selectAll('a')
    .select(['h.household_number', 'h.head_name', 'h.township', 'h.village'])
    .select(sql<boolean>`(a.revoked_on IS NULL AND ${ctx.today}::date BETWEEN a.signed_on AND a.until_on)`.as('is_valid'))
export type AuthorisationRow = Awaited<ReturnType<ReturnType<typeof authorisations>['execute']>>[number]

/** Newest first. */
export function authorisationRows(
  ctx: Context,
  filters: { division: string; householdId?: number | undefined; valid?: boolean | undefined },
  before: number | undefined,
  limit: number,
): Promise<AuthorisationRow[]> {
  let query = authorisations(ctx).where('a.division_code', '>=', filters.division).where('a.division_code', '<', `${filters.division}:`)
  if (filters.householdId !== undefined) query = query.where('a.household_id', '=', filters.householdId)
  if (filters.valid === true) query = query.where('a.revoked_on', 'is', null).where('a.until_on', '>=', ctx.today)
  if (before !== undefined) query = query.where('a.id', '<', before)
  return query.orderBy('a.id', 'desc').limit(limit).execute()
}

export const authorisationOfForm = (ctx: Context, formId: number): Promise<AuthorisationRow | undefined> =>
  authorisations(ctx).where('a.form_id', '=', formId).executeTakeFirst()

/** The authorisation kept from others until the transaction ends. */
export async function lockAuthorisation(ctx: Context, id: number): Promise<AuthorisationRow | undefined> {
  await ctx.db.selectFrom('authorisations').select('id').where('id', '=', id).forUpdate().execute()
  return authorisations(ctx).where('a.id', '=', id).executeTakeFirst()
}

export async function markRevoked(ctx: Context, row: AuthorisationRow, reason: string): Promise<void> {
  await ctx.db
    .updateTable('authorisations')
    .set({ revoked_on: ctx.today, revoked_by: ctx.officer.name, revoked_reason: reason, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
}

/** Until when the household's newest valid authorisation runs. */
export async function validUntil(ctx: Context, householdIds: readonly number[]): Promise<Map<number, string>> {
  if (householdIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('authorisations')
    .select(['household_id', (one) => one.fn.max('until_on').as('until_on')])
    .where('household_id', 'in', [...householdIds])
    .where('revoked_on', 'is', null)
    .where('until_on', '>=', ctx.today)
    .groupBy('household_id')
    .execute()
  return new Map(rows.map((row) => [row.household_id, row.until_on as unknown as string]))
}

/** The household's authorisation that runs longest and is in force today. */
export const validAuthorisation = (ctx: Context, householdId: number): Promise<AuthorisationRow | undefined> =>
  authorisations(ctx)
    .where('a.household_id', '=', householdId)
    .where('a.revoked_on', 'is', null)
    .where('a.until_on', '>=', ctx.today)
    .orderBy('a.until_on', 'desc')
    .limit(1)
    .executeTakeFirst()
