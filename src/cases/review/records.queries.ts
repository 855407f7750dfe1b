/** What the review finds for a move: sealed minutes and votes, photos of a notice, an objection, the comparison, the announcement. */
import { sql } from 'kysely'
import type { Context } from '../../store/index.ts'
import { dayIn } from '../../store/index.ts'
import type { CaseRow, JsonObject, RecordFinder } from '../case-types.ts'
import { newestNotice } from './notice.queries.ts'
import type { NoticeKind } from './review-policy.ts'

/** The newest sealed meeting that judged the case in its present stay. */
async function judged(ctx: Context, { id, entered_at: since }: CaseRow) {
  return ctx.db
    .selectFrom('meeting_results as r')
    .innerJoin('review_meetings as m', 'm.id', 'r.meeting_id')
    .innerJoin('meeting_votes as v', (join) => join.onRef('v.meeting_id', '=', 'r.meeting_id').onRef('v.case_id', '=', 'r.case_id'))
    .select(['m.id', 'm.digest', 'm.sealed_by_name', 'r.decision', 'v.agree', 'v.disagree', 'v.abstain'])
    .select(sql<string>`m.held_on`.as('held_on'))
    .where('r.case_id', '=', id)
    .where('m.sealed_at', '>=', since)
    .orderBy('m.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Why there are no minutes yet: nobody has met, or the meeting is not sealed. */
async function notSealed(ctx: Context, { id }: CaseRow): Promise<JsonObject | undefined> {
  const row = await ctx.db
    .selectFrom('meeting_votes as v')
    .innerJoin('review_meetings as m', 'm.id', 'v.meeting_id')
    .select(sql<string>`m.held_on`.as('held_on'))
    .where('v.case_id', '=', id)
    .where('m.sealed_at', 'is', null)
    .executeTakeFirst()
  return row && { obstacle: `${row.held_on} 的会议记录还没有签字封存` }
}

export const findMinutes: RecordFinder = async (ctx, theCase) => {
  const meeting = await judged(ctx, theCase)
  if (meeting === undefined) return notSealed(ctx, theCase)
  return { meetingId: meeting.id, heldOn: meeting.held_on, digest: meeting.digest, label: `${meeting.held_on} 会议记录，已封存` }
}

/** The votes speak for one of the two moves only. */
export const findVotes: RecordFinder = async (ctx, theCase, action) => {
  const meeting = await judged(ctx, theCase)
  if (meeting === undefined) return undefined
  const { id: meetingId, decision, agree, disagree, abstain } = meeting
  const label = `同意${agree}票、不同意${disagree}票、弃权${abstain}票`
  if (action === 'agree' && decision === 'rejected') return { obstacle: `会议未通过：${label}` }
  if (action === 'vote_down' && decision === 'agreed') return { obstacle: `会议已通过：${label}` }
  return { meetingId, agree, disagree, abstain, decision, label }
}

/** A sheet that hung its days through, with a photo of its first and its last. */
export const findNoticePhoto: RecordFinder = async (ctx, theCase) => {
  const kind: NoticeKind = theCase.state === 'clearing_notice' ? 'clearing' : 'recognition'
  const notice = await newestNotice(ctx, theCase.id, [kind], theCase.entered_at)
  if (notice === undefined) return { obstacle: '还没有制作公示' }
  if (notice.state === 'prepared') return { obstacle: '公示还没有张贴拍照' }
  if (notice.state !== 'completed') return { obstacle: `公示须满至 ${notice.until_on}，次日收起并拍照` }
  return {
    noticeId: notice.id,
    postedOn: notice.posted_on,
    untilOn: notice.until_on,
    startPhoto: notice.start_photo,
    endPhoto: notice.end_photo,
    label: `公示 ${notice.posted_on} 至 ${notice.until_on}，起止照片齐全`,
  }
}

/** The objection the case holds for. */
export const findObjection: RecordFinder = async (ctx, { id }) => {
  const row = await ctx.db
    .selectFrom('objections')
    .select(['id', 'way'])
    .select(sql<string>`received_on`.as('received_on'))
    .where('case_id', '=', id)
    .where('state', '=', 'open')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row && { objectionId: row.id, receivedOn: row.received_on, label: `${row.received_on} 收到的异议` }
}

/** The newest comparison of the case since it was verified, once every flag is explained. */
export const findComparison: RecordFinder = async (ctx, theCase) => {
  const row = await ctx.db
    .selectFrom('asset_comparisons as a')
    .select(['a.id', 'a.state', 'a.reused_why', 'a.done_at', 'a.failure'])
    .select(sql<number>`(SELECT count(*) FROM asset_flags f WHERE f.comparison_id = a.id)`.as('flags'))
    .select(sql<number>`(SELECT count(*) FROM asset_flags f WHERE f.comparison_id = a.id AND f.explained_as IS NULL)`.as('unexplained'))
    .where('a.case_id', '=', theCase.id)
    .where('a.asked_on', '>=', theCase.opened_on)
    .orderBy('a.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return { obstacle: '还没有比对资产数据' }
  if (row.state === 'waiting') return { obstacle: '正在比对资产数据' }
  if (row.state === 'failed') return { obstacle: row.failure ?? '比对没有完成，请重新比对' }
  if (row.state === 'reused') return { comparisonId: row.id, reused: row.reused_why, label: `不重复比对：${row.reused_why}` }
  if (Number(row.unexplained) > 0) return { obstacle: `有 ${row.unexplained} 条资产提示没有说明` }
  const on = row.done_at === null ? '' : dayIn(row.done_at)
  const flags = Number(row.flags)
  return { comparisonId: row.id, on, flags, label: flags === 0 ? `${on} 比对，没有资产提示` : `${on} 比对，${flags} 条提示均已说明` }
}

/** The result hangs in the village. */
export const findAnnouncement: RecordFinder = async (ctx, theCase) => {
  const notice = await newestNotice(ctx, theCase.id, ['recognition_result'], theCase.entered_at)
  if (notice === undefined) return { obstacle: '还没有制作认定结果公告' }
  if (notice.posted_on === null) return { obstacle: '认定结果公告还没有张贴拍照' }
  return { noticeId: notice.id, postedOn: notice.posted_on, label: `${notice.posted_on} 张贴公告` }
}
