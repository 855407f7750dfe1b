/** Notices in the database: the sheet, its households each with their own days, and what waits for a sheet. */
import { type Selectable, sql } from 'kysely'
import { Problem } from '../../kernel/index.ts'
import { type Context, type Database, storeProblems } from '../../store/index.ts'
import type { ShownLine } from './notice.rules.ts'
import type { NoticeKind } from './review-policy.ts'

export type NoticeRow = Omit<Selectable<Database['review_notices']>, 'posted_on' | 'until_on' | 'ended_on' | 'kind' | 'state'> & {
  posted_on: string | null
  until_on: string | null
  ended_on: string | null
  kind: NoticeKind
  state: 'prepared' | 'posted' | 'ended' | 'withdrawn'
}
export type NoticeCaseState = 'prepared' | 'running' | 'held' | 'completed' | 'withdrawn'

/** The state of a case that asks for a sheet of this kind. */
export const stateOfKind: Readonly<Record<NoticeKind, string>> = {
  recognition: 'on_notice',
  clearing: 'clearing_notice',
  recognition_result: 'assisted',
  clearing_result: 'cleared',
}

export async function noticeById(ctx: Context, id: number): Promise<NoticeRow> {
  const row = await ctx.db.selectFrom('review_notices').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Problem(storeProblems.notFound, { what: '这张公示' })
  return row as unknown as NoticeRow
}

export async function lockNotice(ctx: Context, id: number): Promise<NoticeRow> {
  const row = await ctx.db.selectFrom('review_notices').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (row === undefined) throw new Problem(storeProblems.notFound, { what: '这张公示' })
  return row as unknown as NoticeRow
}

export interface NewNotice {
  divisionCode: string
  kind: NoticeKind
  village: string
  township: string
  office: string
  phone: string
  days: number
  daysUnit: string
  basis: string
  lines: readonly { caseId: number; shown: ShownLine }[]
}

export async function insertNotice(ctx: Context, notice: NewNotice): Promise<number> {
  const { id } = await ctx.db
    .insertInto('review_notices')
    .values({
      division_code: notice.divisionCode,
      kind: notice.kind,
      village: notice.village,
      township: notice.township,
      objection_office: notice.office,
      objection_phone: notice.phone,
      days: notice.days,
      days_unit: notice.daysUnit,
      basis: notice.basis,
      made_at: ctx.now,
      made_by_name: ctx.officer.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = notice.lines.map(({ caseId, shown }) => ({
    notice_id: id,
    case_id: caseId,
    division_code: notice.divisionCode,
    shown: JSON.stringify(shown),
  }))
  await ctx.db.insertInto('notice_cases').values(rows).execute()
  return id
}

export interface Posting {
  place: string
  postedOn: string
  untilOn: string
  isProvisional: boolean
  photoId: number
}

/** The sheet hangs; the days of all its households begin. */
export async function markPosted(ctx: Context, id: number, posting: Posting): Promise<void> {
  await ctx.db
    .updateTable('review_notices')
    .set({
      state: 'posted',
      place: posting.place,
      posted_on: posting.postedOn,
      until_on: posting.untilOn,
      is_provisional: posting.isProvisional,
      start_photo: posting.photoId,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute()
  await ctx.db
    .updateTable('notice_cases')
    .set({ state: 'running', until_on: posting.untilOn })
    .where('notice_id', '=', id)
    .where('state', '=', 'prepared')
    .execute()
}

/** Ends the households whose days are over, and the sheet with the last of them; answers who was ended. */
export async function markEnded(ctx: Context, id: number, photoId: number, today: string): Promise<number[]> {
  const ended = await ctx.db
    .updateTable('notice_cases')
    .set({ state: 'completed' })
    .where('notice_id', '=', id)
    .where('state', '=', 'running')
    .where('until_on', '<', today)
    .returning('case_id')
    .execute()
  await ctx.db
    .updateTable('review_notices')
    .set({
      end_photo: photoId,
      ended_on: today,
      state: sql<string>`CASE WHEN EXISTS (SELECT FROM notice_cases n WHERE n.notice_id = ${id} AND n.state IN ('running', 'held')) THEN 'posted' ELSE 'ended' END`,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute()
  return ended.map(({ case_id }) => case_id)
}

export async function markWithdrawn(ctx: Context, id: number): Promise<void> {
  await ctx.db
    .updateTable('notice_cases')
    .set({ state: 'withdrawn' })
    .where('notice_id', '=', id)
    .where('state', 'in', ['prepared', 'running', 'held'])
    .execute()
  await ctx.db.updateTable('review_notices').set({ state: 'withdrawn', version: sql<number>`version + 1` }).where('id', '=', id).execute()
}

/** The households of sheets with what each sheet says of them. */
export async function casesOfNotices(ctx: Context, ids: readonly number[]) {
  const rows = await ctx.db
    .selectFrom('notice_cases as n')
    .innerJoin('cases as c', 'c.id', 'n.case_id')
    .select([
      'n.notice_id',
      'n.case_id',
      'n.shown',
      'n.state',
      'n.refusal',
      'c.head_name',
      'c.household_number',
      'c.state as case_state',
      'c.kind',
    ])
    .select(sql<string | null>`n.until_on`.as('until_on'))
    .select(sql<string | null>`n.held_on`.as('held_on'))
    .where('n.notice_id', 'in', [...ids, 0])
    .orderBy('n.notice_id')
    .orderBy('n.case_id')
    .execute()
  return rows.map((row) => ({ ...row, shown: row.shown as unknown as ShownLine, state: row.state as NoticeCaseState }))
}

export async function setRefusal(ctx: Context, noticeId: number, caseId: number, refusal: string | null): Promise<void> {
  await ctx.db.updateTable('notice_cases').set({ refusal }).where('notice_id', '=', noticeId).where('case_id', '=', caseId).execute()
}

/** Completed households of a sheet whose case has not moved on. */
export async function completedUnmoved(ctx: Context, noticeId: number): Promise<number[]> {
  const rows = await ctx.db
    .selectFrom('notice_cases as n')
    .innerJoin('cases as c', 'c.id', 'n.case_id')
    .select('n.case_id')
    .where('n.notice_id', '=', noticeId)
    .where('n.state', '=', 'completed')
    .where('c.state', 'in', ['on_notice', 'clearing_notice'])
    .orderBy('n.case_id')
    .execute()
  return rows.map(({ case_id }) => case_id)
}

/** The household's place on a sheet before approval that is not over, with how its days are counted. */
export async function openNoticeCase(ctx: Context, caseId: number) {
  return ctx.db
    .selectFrom('notice_cases as n')
    .innerJoin('review_notices as s', 's.id', 'n.notice_id')
    .select(['n.notice_id', 'n.state', 's.days', 's.days_unit'])
    .select(sql<string | null>`n.until_on`.as('until_on'))
    .select(sql<string | null>`n.held_on`.as('held_on'))
    .where('n.case_id', '=', caseId)
    .where('s.kind', 'in', ['recognition', 'clearing'])
    .where('n.state', 'in', ['prepared', 'running', 'held'])
    .executeTakeFirst()
}

export interface CaseDays {
  state: 'running' | 'held' | 'withdrawn'
  untilOn: string | null
  heldOn: string | null
}

/** What an objection or its end does to one household of a sheet; a sheet without any left comes down. */
export async function setCaseDays(ctx: Context, noticeId: number, caseId: number, { state, untilOn, heldOn }: CaseDays): Promise<void> {
  await ctx.db
    .updateTable('notice_cases')
    .set({ state, until_on: untilOn, held_on: heldOn })
    .where('notice_id', '=', noticeId)
    .where('case_id', '=', caseId)
    .execute()
  await ctx.db
    .updateTable('review_notices')
    .set({
      until_on: sql<string>`GREATEST(until_on, (SELECT max(until_on) FROM notice_cases n WHERE n.notice_id = ${noticeId} AND n.state = 'running'))`,
      state: sql<string>`CASE WHEN EXISTS (SELECT FROM notice_cases n WHERE n.notice_id = ${noticeId} AND n.state IN ('prepared', 'running', 'held')) THEN state
        WHEN end_photo IS NOT NULL THEN 'ended' ELSE 'withdrawn' END`,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', noticeId)
    .execute()
}

/** The newest sheet of a kind about a case since a moment, withdrawn ones aside. */
export async function newestNotice(ctx: Context, caseId: number, kinds: readonly NoticeKind[], since: Date) {
  return ctx.db
    .selectFrom('notice_cases as n')
    .innerJoin('review_notices as s', 's.id', 'n.notice_id')
    .select(['s.id', 's.state as sheet_state', 'n.state', 's.start_photo', 's.end_photo', 's.days', 's.days_unit'])
    .select(sql<string | null>`s.posted_on`.as('posted_on'))
    .select(sql<string | null>`n.until_on`.as('until_on'))
    .select(sql<string | null>`s.ended_on`.as('ended_on'))
    .where('n.case_id', '=', caseId)
    .where('s.kind', 'in', [...kinds])
    .where('n.state', '<>', 'withdrawn')
    .where('s.made_at', '>=', since)
    .orderBy('s.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
