/** Changes of parameters in the database: proposed once, decided once, never altered. */
import { sql } from 'kysely'
import {
  byDay,
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
import type { ChangeDocument, ParameterValue, SetValue } from './policy-change.rules.ts'

export type ChangeState = 'proposed' | 'approved' | 'refused' | 'withdrawn'

const changes = (ctx: Context) => ctx.db.selectFrom('parameter_changes').selectAll()
export type ChangeRow = Awaited<ReturnType<ReturnType<typeof changes>['execute']>>[number]

export interface ChangeFilters {
  division: string
  parameter?: string | undefined
  state?: ChangeState | undefined
}

const number = byNumber(sql`id`)

/** The newest first, or by what a column shows. */
export const changeOrders = {
  newest: downwards(number),
  from: downwards(byDay(sql`from_on`), number),
  parameter: upwards(byText(sql`parameter`), number),
  region: upwards(byText(sql`division_code`), number),
}

export function changeRows(
  ctx: Context,
  filters: ChangeFilters,
  order: Order,
  after: Cursor | undefined,
  limit: number,
): Promise<(ChangeRow & Placed)[]> {
  let query = changes(ctx).where((where) =>
    where.or([
      where.and([where('division_code', '>=', filters.division), where('division_code', '<', `${filters.division}:`)]),
      where('division_code', 'in', above(filters.division)),
    ]),
  )
  if (filters.parameter !== undefined) query = query.where('parameter', '=', filters.parameter)
  if (filters.state !== undefined) query = query.where('state', '=', filters.state)
  return query.select(placeIn(order).as('place')).where(standsAfter(order, after)).orderBy(orderedBy(order)).limit(limit).execute()
}

const above = (division: string): string[] => [2, 4, 6, 9, 12].map((length) => division.slice(0, length))

export const changeById = (ctx: Context, id: number): Promise<ChangeRow | undefined> => changes(ctx).where('id', '=', id).executeTakeFirst()

/** In the order of their approval. */
export async function approvedChanges(ctx: Context): Promise<SetValue[]> {
  const rows = await changes(ctx).where('state', '=', 'approved').orderBy('decided_at').orderBy('id').execute()
  return rows.map(setValueOf)
}

export const setValueOf = (row: ChangeRow): SetValue => ({
  region: row.division_code,
  parameter: row.parameter,
  fromOn: row.from_on,
  value: row.value as unknown as ParameterValue,
  document: row.document as unknown as ChangeDocument,
  article: row.article,
  reason: row.reason,
  approvedOn: row.decided_on ?? row.from_on,
})

export async function insertChange(ctx: Context, change: Omit<SetValue, 'approvedOn'> & { before: ParameterValue }): Promise<number> {
  const { id } = await ctx.db
    .insertInto('parameter_changes')
    .values({
      division_code: change.region,
      parameter: change.parameter,
      from_on: change.fromOn,
      value: JSON.stringify(change.value),
      value_before: JSON.stringify(change.before),
      document: JSON.stringify(change.document),
      article: change.article,
      reason: change.reason,
      proposed_by: ctx.officer.id,
      proposed_by_name: ctx.officer.name,
      proposed_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** False when somebody decided it meanwhile. */
export async function decideChange(ctx: Context, id: number, state: Exclude<ChangeState, 'proposed'>, note: string): Promise<boolean> {
  const decided = await ctx.db
    .updateTable('parameter_changes')
    .set({
      state,
      decided_by: ctx.officer.id,
      decided_by_name: ctx.officer.name,
      decided_at: ctx.now,
      decided_on: ctx.today,
      decision_note: note,
    })
    .where('id', '=', id)
    .where('state', '=', 'proposed')
    .executeTakeFirst()
  return decided.numUpdatedRows === 1n
}
