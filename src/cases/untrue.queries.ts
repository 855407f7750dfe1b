/** Cases that the village found untrue and the township looks at again, with what was found and by whom. */
import { sql } from 'kysely'
import { areaEnd, type Context } from '../store/index.ts'
import type { Channel } from './case-types.ts'

export interface FoundUntrue {
  id: number
  version: number
  household_number: string
  head_name: string
  township: string
  village: string
  channel: Channel
  risks: string[]
  reason: string
  found_by: string
  found_by_id: number
  found_on: string
  visit: string | null
  form_id: number | null
  due_on: string | null
}

/** The earliest due first. */
export async function foundUntrue(ctx: Context, division: string, limit: number): Promise<FoundUntrue[]> {
  const { rows } = await sql<FoundUntrue>`
    SELECT c.id, c.version, c.household_number, c.head_name, c.township, c.village, c.channel, c.risks,
      e.record ->> 'reason' AS reason, e.officer_name AS found_by, e.officer_id AS found_by_id, e.on_day AS found_on,
      e.record -> 'visit_form' ->> 'label' AS visit, (e.record -> 'visit_form' ->> 'formId')::int AS form_id, d.due_on
    FROM cases c
    JOIN LATERAL (SELECT * FROM case_events e WHERE e.case_id = c.id AND e.action = 'find_untrue' ORDER BY e.seq DESC LIMIT 1) e ON true
    LEFT JOIN LATERAL (SELECT min(d.due_on) AS due_on FROM case_deadlines d WHERE d.case_id = c.id AND d.met_on IS NULL) d ON true
    WHERE c.state = 'untrue_check' AND c.division_code >= ${division} AND c.division_code < ${areaEnd(division)}
    ORDER BY d.due_on NULLS LAST, c.id LIMIT ${limit}`.execute(ctx.db)
  return rows.map((row) => ({ ...row, found_by_id: Number(row.found_by_id) }))
}
