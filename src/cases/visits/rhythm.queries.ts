/** Which households are to be followed up, and when each was last seen. */
import { sql } from 'kysely'
import type { Context } from '../../store/index.ts'

export interface FollowedCase {
  id: number
  division_code: string
  household_id: number
  state: string
  seen_on: string
}

/** Recognised cases without an open visit, with the day somebody was last met at home, else of recognition or clearing; of a household its newest episode. */
export async function casesToFollow(ctx: Context): Promise<FollowedCase[]> {
  const { rows } = await sql<FollowedCase>`
    SELECT c.id, c.division_code, c.household_id, c.state,
      greatest((SELECT max(f.visited_on) FROM visit_forms f WHERE f.household_id = c.household_id AND f.outcome = 'met'), c.cleared_on, c.recognised_on) AS seen_on
    FROM cases c
    WHERE c.kind = 'monitoring' AND c.state IN ('assisted', 'cleared') AND c.recognised_on IS NOT NULL
      AND NOT EXISTS (SELECT FROM cases n WHERE n.household_id = c.household_id AND n.kind = c.kind AND n.episode > c.episode)
      AND NOT EXISTS (SELECT FROM visit_tasks t WHERE t.household_id = c.household_id AND t.state = 'open')
    ORDER BY c.id`.execute(ctx.db)
  return rows
}
