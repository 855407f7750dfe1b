/** How an event comes to be: appended, and the rows brought to what the events now say; nothing else writes a case. */
import type { Context } from '../store/index.ts'
import type { CaseEvent, CaseRow } from './case-types.ts'
import { deadlinesOf, insertCase, insertEvent, membersOf, writeStanding } from './cases.queries.ts'
import { afterEvent, type CaseStanding, opened } from './projection.rules.ts'

type NewEvent = Pick<CaseEvent, 'kind' | 'record'> & Partial<Pick<CaseEvent, 'action' | 'from_state' | 'to_state' | 'deadlines'>>

const eventOf = (ctx: Context, seq: number, event: NewEvent): CaseEvent => ({
  action: null,
  from_state: null,
  to_state: null,
  deadlines: [],
  ...event,
  seq,
  at: ctx.now,
  on_day: ctx.today,
  officer_id: ctx.officer.id,
  officer_name: ctx.officer.name,
})

/** One more event on a locked case; answers the case after it, and the event. */
export async function appended(ctx: Context, row: CaseRow, event: NewEvent): Promise<{ row: CaseRow; event: CaseEvent }> {
  const before: CaseStanding = { row, deadlines: await deadlinesOf(ctx, row.id), members: await membersOf(ctx, row.id) }
  const whole = eventOf(ctx, row.version + 1, event)
  const after = afterEvent(before, whole)
  await insertEvent(ctx, row, whole)
  await writeStanding(ctx, after)
  return { row: after.row, event: whole }
}

/** The first event of a case. */
export async function begun(ctx: Context, division_code: string, event: NewEvent): Promise<CaseRow> {
  const whole = eventOf(ctx, 1, event)
  const standing = opened({ id: 0, division_code }, whole)
  const id = await insertCase(ctx, standing.row)
  const row = { ...standing.row, id }
  await insertEvent(ctx, row, whole)
  await writeStanding(ctx, { ...standing, row })
  return row
}
