/** Who belongs to a case, as the register describes them today. */
import { sql } from 'kysely'
import type { Context } from '../store/index.ts'

export interface MemberRow {
  person_id: number
  name: string
  is_head: boolean
  relation: string | null
  born_on: string | null
  health: string | null
  labour: string | null
  joined_on: string
  left_on: string | null
  left_reason: string | null
}

/** The head first. */
export async function memberRows(ctx: Context, caseId: number): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    SELECT m.person_id, coalesce(s.name, p.name) AS name, coalesce(s.is_head, false) AS is_head, s.values ->> 'relation_to_head' AS relation,
      s.values ->> 'born_on' AS born_on, s.values ->> 'health_status' AS health, s.values ->> 'labour_ability' AS labour,
      m.joined_on, m.left_on, m.left_reason
    FROM case_members m
    JOIN persons p ON p.id = m.person_id
    LEFT JOIN person_states s ON s.person_id = m.person_id AND s.until_on IS NULL AND s.replaced_by IS NULL
    WHERE m.case_id = ${caseId}
    ORDER BY m.left_on NULLS FIRST, s.is_head DESC NULLS LAST, m.person_id`.execute(ctx.db)
  return rows
}
