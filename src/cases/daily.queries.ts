/** What the daily round looks for: what is overdue and has not been told, what was counted provisionally, and who has moved or been found anew. */
import { sql } from 'kysely'
import type { Context } from '../store/index.ts'

export interface OverdueCase {
  id: number
  about: string
  due_on: string
}

/** Open cases whose nearest day is past and of which nothing was said for so many days; the earliest first. */
export async function overdueCases(ctx: Context, remindDays: number): Promise<OverdueCase[]> {
  const { rows } = await sql<OverdueCase>`
    SELECT c.id, d.about, d.due_on FROM cases c
    JOIN LATERAL (SELECT about, due_on, entered_seq FROM case_deadlines d WHERE d.case_id = c.id AND d.met_on IS NULL AND d.due_on < ${ctx.today}::date
      ORDER BY d.due_on, d.entered_seq DESC LIMIT 1) d ON true
    WHERE c.is_open AND NOT EXISTS (
      SELECT FROM case_events e WHERE e.case_id = c.id AND e.kind IN ('reminded', 'escalated') AND e.seq > d.entered_seq
        AND e.record ->> 'about' = d.about AND e.on_day > ${ctx.today}::date - ${remindDays}::int)
    ORDER BY d.due_on, c.id`.execute(ctx.db)
  return rows
}

/** Open cases with a day that was counted before the holidays were known. */
export async function provisionalCases(ctx: Context): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT DISTINCT c.id FROM cases c JOIN case_deadlines d ON d.case_id = c.id
    WHERE c.is_open AND d.is_provisional AND d.met_on IS NULL ORDER BY c.id`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

/** Open cases whose members or head are no longer those of the register. */
export async function changedHouseholds(ctx: Context): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT c.id FROM cases c JOIN households h ON h.id = c.household_id
    WHERE c.is_open AND (
      (h.is_present AND h.head_name <> c.head_name)
      OR EXISTS (SELECT FROM persons p WHERE p.household_id = h.id AND p.status = 'member' AND NOT EXISTS (
        SELECT FROM case_members m WHERE m.case_id = c.id AND m.person_id = p.id))
      OR EXISTS (SELECT FROM case_members m JOIN persons p ON p.id = m.person_id
        WHERE m.case_id = c.id AND m.left_on IS NULL AND (p.household_id IS DISTINCT FROM h.id OR p.status <> 'member')))
    ORDER BY c.id`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

/** Undecided cases whose household has leads in the queue that were found since. */
export async function casesWithNewLeads(ctx: Context): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT c.id FROM cases c WHERE c.kind = 'monitoring' AND c.is_open AND c.recognised_on IS NULL AND EXISTS (
      SELECT FROM leads l WHERE l.county_code = c.county_code AND l.household_number = c.household_number AND l.state = 'open')
    ORDER BY c.id`.execute(ctx.db)
  return rows.map(({ id }) => id)
}
