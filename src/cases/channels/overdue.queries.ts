/** What waits past its day: told once to the office above, and reminded of from then on. */
import { sql } from 'kysely'
import type { Context } from '../../store/index.ts'

export interface OverdueApplication {
  id: number
  division_code: string
  due_on: string
  escalated_to: string | null
}

/** Of which nothing was said for so many days; the earliest first. */
export async function overdueApplications(ctx: Context, remindDays: number): Promise<OverdueApplication[]> {
  return ctx.db
    .selectFrom('applications')
    .select(['id', 'division_code', 'due_on', 'escalated_to'])
    .where('state', '=', 'waiting')
    .where('due_on', '<', ctx.today)
    .where((row) =>
      row.or([row('reminded_on', 'is', null), row('reminded_on', '<=', sql<string>`${ctx.today}::date - ${remindDays}::int`)]),
    )
    .orderBy('due_on')
    .orderBy('id')
    .execute()
}

/** False where it was decided or told meanwhile. */
export async function markTold(ctx: Context, { id, escalated_to }: OverdueApplication, to: string): Promise<boolean> {
  const { rows } = await sql<object>`UPDATE applications SET escalated_to = ${to}, reminded_on = ${ctx.today}::date
    WHERE id = ${id} AND state = 'waiting' AND escalated_to IS NOT DISTINCT FROM ${escalated_to} AND reminded_on IS DISTINCT FROM ${ctx.today}::date
    RETURNING 1`.execute(ctx.db)
  return rows.length > 0
}
