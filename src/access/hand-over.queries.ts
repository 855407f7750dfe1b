/** Hand-overs that have been arranged, and which of them are due. */
import { sql } from 'kysely'
import type { Context } from '../store/index.ts'

export interface HandOver {
  id: number
  divisionCode: string
  fromOfficer: number
  toOfficer: number
  startsOn: string
}

export async function insertHandOver(ctx: Context, handOver: Omit<HandOver, 'id'>): Promise<number> {
  const { id } = await ctx.db
    .insertInto('hand_overs')
    .values({
      division_code: handOver.divisionCode,
      from_officer: handOver.fromOfficer,
      to_officer: handOver.toOfficer,
      starts_on: handOver.startsOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** True when a hand-over of this officer is arranged and has not taken place yet. */
export async function isHandOverOpen(ctx: Context, officerId: number): Promise<boolean> {
  const found = await ctx.db
    .selectFrom('hand_overs')
    .select('id')
    .where('from_officer', '=', officerId)
    .where('completed_at', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

/** Those whose day has come, locked so that no two jobs complete one. */
export async function dueHandOvers(ctx: Context): Promise<HandOver[]> {
  const { rows } = await sql<HandOver>`
    SELECT id, division_code AS "divisionCode", from_officer AS "fromOfficer", to_officer AS "toOfficer", starts_on AS "startsOn"
    FROM hand_overs WHERE completed_at IS NULL AND starts_on <= ${ctx.today} ORDER BY id FOR UPDATE SKIP LOCKED`.execute(ctx.db)
  return rows
}

export async function markCompleted(ctx: Context, id: number, moved: Record<string, number>): Promise<void> {
  await ctx.db
    .updateTable('hand_overs')
    .set({ completed_at: ctx.now, moved: JSON.stringify(moved) })
    .where('id', '=', id)
    .execute()
}
