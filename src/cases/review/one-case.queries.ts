/** The meetings and sheets that were about one case. */
import { sql } from 'kysely'
import type { Context } from '../../store/index.ts'
import type { NoticeRow } from './notice.queries.ts'
import type { MeetingPurpose } from './review-policy.ts'

/** Newest first. */
export async function meetingsOfCase(ctx: Context, caseId: number) {
  const rows = await ctx.db
    .selectFrom('meeting_votes as v')
    .innerJoin('review_meetings as m', 'm.id', 'v.meeting_id')
    .leftJoin('meeting_results as r', (join) => join.onRef('r.meeting_id', '=', 'v.meeting_id').onRef('r.case_id', '=', 'v.case_id'))
    .select(['m.id', 'm.sealed_at', 'v.purpose', 'v.agree', 'v.disagree', 'v.abstain', 'r.decision', 'r.refusal'])
    .select(sql<string>`m.held_on`.as('heldOn'))
    .where('v.case_id', '=', caseId)
    .orderBy('m.id', 'desc')
    .execute()
  return rows.map(({ sealed_at: sealedAt, purpose, decision, ...row }) => ({
    ...row,
    purpose: purpose as MeetingPurpose,
    isSealed: sealedAt !== null,
    decision: decision as 'agreed' | 'rejected' | null,
  }))
}

/** Newest first. */
export async function noticesOfCase(ctx: Context, caseId: number): Promise<NoticeRow[]> {
  const rows = await ctx.db
    .selectFrom('review_notices as s')
    .innerJoin('notice_cases as n', 'n.notice_id', 's.id')
    .selectAll('s')
    .where('n.case_id', '=', caseId)
    .orderBy('s.id', 'desc')
    .execute()
  return rows as unknown as NoticeRow[]
}
