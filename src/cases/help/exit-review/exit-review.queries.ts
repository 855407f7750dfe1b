/** Assessments, and which former registered poor households are still to be reviewed. */
import { type Selectable, sql } from 'kysely'
import type { Context, Database } from '../../../store/index.ts'
import type { Criterion, Proposal } from './criteria.rules.ts'

export type AssessmentRow = Selectable<Database['exit_assessments']>

export async function insertAssessment(
  ctx: Context,
  theCase: { id: number; division_code: string },
  { criteria, proposal }: { criteria: readonly Criterion[]; proposal: Proposal },
): Promise<number> {
  const { id } = await ctx.db
    .insertInto('exit_assessments')
    .values({
      division_code: theCase.division_code,
      case_id: theCase.id,
      on_day: ctx.today,
      at: ctx.now,
      officer_id: ctx.officer.id,
      officer_name: ctx.officer.name,
      criteria: JSON.stringify(criteria),
      proposal,
      policy_hash: ctx.policy.hash,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const lastAssessment = (ctx: Context, caseId: number): Promise<AssessmentRow | undefined> =>
  ctx.db.selectFrom('exit_assessments').selectAll().where('case_id', '=', caseId).orderBy('id', 'desc').limit(1).executeTakeFirst()

/** Former registered poor households of an area without a review so far. */
export async function unreviewed(ctx: Context, division: string, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT h.id FROM households h
    WHERE h.is_present AND h.household_kind = '脱贫户' AND h.division_code >= ${division} AND h.division_code < ${`${division}:`}
      AND NOT EXISTS (SELECT FROM cases c WHERE c.household_id = h.id AND c.kind = 'exit_review')
    ORDER BY h.division_code, h.household_number LIMIT ${limit}`.execute(ctx.db)
  return rows.map(({ id }) => Number(id))
}

/** By township or by village: how many there are, under review, gone out, going on. */
export async function reviewCounts(ctx: Context, division: string, by: 'township' | 'village') {
  const length = by === 'village' ? 12 : 9
  const { rows } = await sql<{
    division: string
    township: string
    village: string
    households: number
    open: number
    exited: number
    kept: number
  }>`
    SELECT left(h.division_code, ${length}) AS division, min(h.township) AS township,
      CASE WHEN ${by} = 'village' THEN min(h.village) ELSE '' END AS village, count(*)::int AS households,
      count(*) FILTER (WHERE c.is_open)::int AS open,
      count(*) FILTER (WHERE c.state = 'exited')::int AS exited,
      count(*) FILTER (WHERE c.state = 'support_kept')::int AS kept
    FROM households h LEFT JOIN LATERAL (
      SELECT is_open, state FROM cases WHERE household_id = h.id AND kind = 'exit_review' ORDER BY episode DESC LIMIT 1) c ON true
    WHERE h.is_present AND h.household_kind = '脱贫户' AND h.division_code >= ${division} AND h.division_code < ${`${division}:`}
    GROUP BY 1 ORDER BY 1`.execute(ctx.db)
  return rows
}

/** What the register says of dibao and tekun for each member; `null` where it says nothing. */
export async function reliefStates(ctx: Context, householdId: number): Promise<(string | null)[]> {
  const rows = await ctx.db
    .selectFrom('person_states')
    .select([sql<string | null>`values ->> 'dibao'`.as('dibao'), sql<string | null>`values ->> 'tekun'`.as('tekun')])
    .where('household_id', '=', householdId)
    .where('until_on', 'is', null)
    .where('replaced_by', 'is', null)
    .execute()
  return rows.flatMap(({ dibao, tekun }) => [dibao, tekun])
}
