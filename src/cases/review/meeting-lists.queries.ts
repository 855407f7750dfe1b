/** Lists of meetings, and of villages that owe one. */
import { sql } from 'kysely'
import type { Context } from '../../store/index.ts'
import { waitingStates } from './meeting.queries.ts'

export interface MeetingFilter {
  division: string
  isSealed: boolean | undefined
}

/** Newest first, with how many households each judged and how it went on. */
export async function listMeetings(ctx: Context, { division, isSealed }: MeetingFilter, after: number, limit: number) {
  let query = ctx.db
    .selectFrom('review_meetings as m')
    .select(['m.id', 'm.division_code', 'm.village', 'm.township', 'm.held_on', 'm.place', 'm.chair', 'm.sealed_at', 'm.version'])
    .select(sql<number>`(SELECT count(*) FROM meeting_votes v WHERE v.meeting_id = m.id)`.as('households'))
    .select(sql<number>`(SELECT count(*) FROM meeting_results r WHERE r.meeting_id = m.id AND r.decision = 'agreed')`.as('agreed'))
    .select(sql<number>`(SELECT count(*) FROM meeting_results r WHERE r.meeting_id = m.id AND r.state <> 'moved')`.as('pending'))
    .where('m.division_code', '>=', division)
    .where('m.division_code', '<', `${division}:`)
  if (isSealed !== undefined) query = query.where('m.sealed_at', isSealed ? 'is not' : 'is', null)
  if (after > 0) query = query.where('m.id', '<', after)
  return query.orderBy('m.id', 'desc').limit(limit).execute()
}

/** Villages with cases that wait for a meeting, and for how long the first has waited. */
export async function waitingVillages(ctx: Context, division: string) {
  const rows = await ctx.db
    .selectFrom('cases as c')
    .select(['c.division_code', 'c.township', 'c.village'])
    .select(sql<number>`count(*) FILTER (WHERE c.state = 'village_review')`.as('recognition'))
    .select(sql<number>`count(*) FILTER (WHERE c.state = 'clearing_meeting')`.as('clearing'))
    .select(sql<string>`min(c.state_since)`.as('since'))
    .select(sql<string | null>`min(d.due_on)`.as('due_on'))
    .select(
      sql<number | null>`(SELECT max(m.id) FROM review_meetings m WHERE m.division_code = c.division_code AND m.sealed_at IS NULL)`.as(
        'open_meeting',
      ),
    )
    .leftJoin('case_deadlines as d', (join) =>
      join.onRef('d.case_id', '=', 'c.id').onRef('d.about', '=', 'c.state').on('d.met_on', 'is', null),
    )
    .where('c.division_code', '>=', division)
    .where('c.division_code', '<', `${division}:`)
    .where('c.state', 'in', Object.values(waitingStates))
    .groupBy(['c.division_code', 'c.township', 'c.village'])
    .orderBy('c.division_code')
    .execute()
  return rows.map((row) => ({ ...row, recognition: Number(row.recognition), clearing: Number(row.clearing) }))
}
