/** Exemptions in the database. */
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

export interface ExemptionFilters {
  division: string
  about?: 'lead' | 'quality' | undefined
  rules?: readonly string[] | undefined
  inForce?: boolean | undefined
  householdNumber?: string | undefined
}

const inForce = (ctx: Context) => sql<boolean>`(x.revoked_on IS NULL AND ${ctx.today}::date BETWEEN x.from_on AND x.until_on)`

const exemptions = (ctx: Context) =>
  ctx.db
    .selectFrom('exemptions as x')
    .selectAll('x')
    .select(inForce(ctx).as('is_in_force'))
    .select((where) =>
      where
        .selectFrom('households as h')
        .select('h.id')
        .whereRef('h.household_number', '=', 'x.household_number')
        .whereRef('h.division_code', '=', 'x.division_code')
        .as('household_id'),
    )
export type ExemptionRow = Awaited<ReturnType<ReturnType<typeof exemptions>['execute']>>[number]

export const exemptionById = (ctx: Context, id: number): Promise<ExemptionRow | undefined> =>
  exemptions(ctx).where('x.id', '=', id).executeTakeFirst()

const number = byNumber(sql`x.id`)

/** The newest first, or by what a column shows. */
export const exemptionOrders = {
  newest: downwards(number),
  place: upwards(byText(sql`x.division_code`), number),
  head: upwards(byName(sql`coalesce(nullif(x.person_name, ''), x.head_name)`), number),
  rule: upwards(byText(sql`x.rule_id`), number),
  approver: upwards(byName(sql`x.approver_name`), number),
  until: upwards(byDay(sql`x.until_on`), number),
}

export function exemptionRows(
  ctx: Context,
  filters: ExemptionFilters,
  order: Order,
  after: Cursor | undefined,
  limit: number,
): Promise<(ExemptionRow & Placed)[]> {
  let query = exemptions(ctx).where('x.division_code', '>=', filters.division).where('x.division_code', '<', `${filters.division}:`)
  if (filters.about !== undefined) query = query.where('x.about', '=', filters.about)
  if (filters.rules !== undefined) query = query.where('x.rule_id', 'in', [...filters.rules])
  if (filters.inForce !== undefined) query = query.where(inForce(ctx), '=', filters.inForce)
  if (filters.householdNumber !== undefined) query = query.where('x.household_number', '=', filters.householdNumber)
  return query.select(placeIn(order).as('place')).where(standsAfter(order, after)).orderBy(orderedBy(order)).limit(limit).execute()
}

export interface ExemptionSubject {
  about: 'lead' | 'quality'
  division_code: string
  county_code: string
  rule_id: string
  household_number: string
  head_name: string
  person_ref: string
  person_name: string
  township: string
  village: string
}

/** The exemption of the same household, rule and person in force today. */
export function exemptionInForce(ctx: Context, subject: ExemptionSubject): Promise<ExemptionRow | undefined> {
  return exemptions(ctx)
    .where('x.county_code', '=', subject.county_code)
    .where('x.about', '=', subject.about)
    .where('x.rule_id', '=', subject.rule_id)
    .where('x.household_number', '=', subject.household_number)
    .where('x.person_ref', '=', subject.person_ref)
    .where(inForce(ctx), '=', true)
    .executeTakeFirst()
}

export async function insertExemption(
  ctx: Context,
  { county_code: _, ...subject }: ExemptionSubject,
  granted: { reason: string; evidence: string; untilOn: string },
): Promise<number> {
  const { id } = await ctx.db
    .insertInto('exemptions')
    .values({
      ...subject,
      reason: granted.reason,
      evidence: granted.evidence,
      approver_id: ctx.officer.id,
      approver_name: ctx.officer.name,
      granted_at: ctx.now,
      from_on: ctx.today,
      until_on: granted.untilOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function endExemption(ctx: Context, id: number, version: number, reason: string): Promise<boolean> {
  const ended = await ctx.db
    .updateTable('exemptions')
    .set({ revoked_on: ctx.today, revoked_reason: reason, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return ended.numUpdatedRows === 1n
}

/** Marks or unmarks the leads an exemption is about; answers those that changed. */
export function markLeads(ctx: Context, subject: ExemptionSubject, isExempt: boolean) {
  return ctx.db
    .updateTable('leads')
    .set((where) => ({ is_exempt: isExempt, version: where('version', '+', 1) }))
    .where('county_code', '=', subject.county_code)
    .where('household_number', '=', subject.household_number)
    .where('rule_id', '=', subject.rule_id)
    .where('is_exempt', '<>', isExempt)
    .returning(['id', 'division_code'])
    .execute()
}

/** Marks or unmarks the quality findings an exemption is about; what is mended stays mended. */
export async function markFindings(ctx: Context, subject: ExemptionSubject, isExempt: boolean): Promise<void> {
  await ctx.db
    .updateTable('quality_findings')
    .set((where) => ({ state: isExempt ? 'exempt' : 'open', version: where('version', '+', 1) }))
    .where('county_code', '=', subject.county_code)
    .where('household_number', '=', subject.household_number)
    .where('rule_id', '=', subject.rule_id)
    .where('person_ref', '=', subject.person_ref)
    .where('state', '=', isExempt ? 'open' : 'exempt')
    .execute()
}
