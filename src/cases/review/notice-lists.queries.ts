/** Lists of sheets: what needs one, what hangs, what anybody may know. */
import { sql } from 'kysely'
import type { Context } from '../../store/index.ts'
import { type NoticeRow, stateOfKind } from './notice.queries.ts'
import type { NoticeKind } from './review-policy.ts'

export interface WaitingCase {
  caseId: number
  kind: NoticeKind
  divisionCode: string
  township: string
  village: string
  headName: string
  householdNumber: string
  groupName: string
  memberCount: number
  risks: string[]
  objectKind: string | null
  meetingDay: string | null
  since: string
}

/** Cases that need a sheet and have none: on notice without one, or recognised and cleared without an announcement since. */
export async function casesWithoutNotice(
  ctx: Context,
  filter: { division: string; kind?: NoticeKind; caseIds?: readonly number[] },
): Promise<WaitingCase[]> {
  const kindSql = sql<NoticeKind>`CASE c.state WHEN 'on_notice' THEN 'recognition' WHEN 'clearing_notice' THEN 'clearing'
    WHEN 'assisted' THEN 'recognition_result' ELSE 'clearing_result' END`
  let query = ctx.db
    .selectFrom('cases as c')
    .innerJoin('households as h', 'h.id', 'c.household_id')
    .select(['c.id as caseId', 'c.division_code as divisionCode', 'c.township', 'c.village', 'c.head_name as headName'])
    .select(['c.household_number as householdNumber', 'h.group_name as groupName', 'h.member_count as memberCount'])
    .select(['c.risks', 'c.object_kind as objectKind'])
    .select(sql<string>`c.state_since`.as('since'))
    .select(kindSql.as('kind'))
    .select(
      sql<string | null>`(SELECT m.held_on FROM meeting_results r JOIN review_meetings m ON m.id = r.meeting_id
      WHERE r.case_id = c.id AND r.decision = 'agreed' ORDER BY m.id DESC LIMIT 1)`.as('meetingDay'),
    )
    .where('c.division_code', '>=', filter.division)
    .where('c.division_code', '<', `${filter.division}:`)
    .where(
      sql<boolean>`(c.state IN ('on_notice', 'clearing_notice', 'cleared') OR c.state = 'assisted' AND c.came_from = 'county_approval')`,
    )
    .where(sql<boolean>`NOT EXISTS (SELECT FROM notice_cases n JOIN review_notices s ON s.id = n.notice_id
      WHERE n.case_id = c.id AND n.state <> 'withdrawn' AND s.kind = ${kindSql} AND s.made_at >= c.entered_at)`)
  if (filter.kind !== undefined) query = query.where('c.state', '=', stateOfKind[filter.kind])
  if (filter.caseIds !== undefined) query = query.where('c.id', 'in', [...filter.caseIds, 0])
  return (await query.orderBy('c.division_code').orderBy('c.id').execute()) as WaitingCase[]
}

/** Where objections went and which phone was given on the newest sheet of the township. */
export async function lastContact(ctx: Context, divisionCode: string): Promise<{ office: string; phone: string } | undefined> {
  const row = await ctx.db
    .selectFrom('review_notices')
    .select(['objection_office as office', 'objection_phone as phone'])
    .where(sql<boolean>`left(division_code, 9) = ${divisionCode.slice(0, 9)}`)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row
}

export interface NoticeFilter {
  division: string
  states: readonly string[] | undefined
  kinds: readonly string[] | undefined
}

/** Newest first; running ones with the first of their last days. */
export async function listNotices(
  ctx: Context,
  { division, states, kinds }: NoticeFilter,
  after: number,
  limit: number,
): Promise<NoticeRow[]> {
  let query = ctx.db
    .selectFrom('review_notices')
    .selectAll()
    .where('division_code', '>=', division)
    .where('division_code', '<', `${division}:`)
  if (states !== undefined) query = query.where('state', 'in', [...states])
  if (kinds !== undefined) query = query.where('kind', 'in', [...kinds])
  if (after > 0) query = query.where('id', '<', after)
  return (await query.orderBy('id', 'desc').limit(limit).execute()) as unknown as NoticeRow[]
}

/** What anybody may know of the running notices of a village. */
export async function runningNotices(ctx: Context, village: string) {
  const { rows } = await sql<{
    kind: NoticeKind
    village: string
    households: number
    posted_on: string
    until_on: string
    objection_office: string
    objection_phone: string
  }>`SELECT * FROM running_notices(${village}, ${ctx.today})`.execute(ctx.db)
  return rows
}
