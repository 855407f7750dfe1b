/** What officers do with notices: make the sheet, hang it with a photo, take it down with a photo when its days are over. */
import { addDays, Problem } from '../../kernel/index.ts'
import { citationText, resolveParameter } from '../../policy/index.ts'
import { type Asker, type Context, dayIn, recordActs, type Store, storeProblems } from '../../store/index.ts'
import { act, attach, calendarOf, caseById } from '../core.ts'
import type { Picture } from './meeting.actions.ts'
import {
  casesOfNotices,
  completedUnmoved,
  insertNotice,
  lockNotice,
  markEnded,
  markPosted,
  markWithdrawn,
  type NoticeRow,
  setRefusal,
} from './notice.queries.ts'
import { isResult, lastDayOf, mayEnd, shownOf } from './notice.rules.ts'
import { casesWithoutNotice } from './notice-lists.queries.ts'
import { reviewProblems } from './problems.ts'
import { type NoticeKind, reviewPolicy } from './review-policy.ts'

export const noticeStateLabels: Readonly<Record<NoticeRow['state'], string>> = {
  prepared: '待张贴',
  posted: '公示中',
  ended: '已期满',
  withdrawn: '已作废',
}

export interface NoticeAsked {
  divisionCode: string
  kind: NoticeKind
  caseIds: readonly number[]
  objectionOffice: string
  objectionPhone: string
}

/** One sheet for households of one village; what it says of each is fixed here, from the fields that may be shown. */
export async function makeNotice(ctx: Context, asked: NoticeAsked): Promise<{ id: number }> {
  const { divisionCode, kind, caseIds } = asked
  const found = await casesWithoutNotice(ctx, { division: divisionCode, kind, caseIds })
  const missing = caseIds.filter((id) => !found.some(({ caseId }) => caseId === id))
  const [first] = found
  if (first === undefined || missing.length > 0)
    throw new Problem(reviewProblems.nothingToPost, { names: missing.map((id) => `编号 ${id} 的农户`) })
  const parameter = isResult(kind) ? 'review/announcement_days' : 'case/notice_days'
  const days = resolveParameter(ctx.policy, parameter, divisionCode, ctx.today)
  if (days === undefined) throw new Error(`no value of ${parameter} in ${divisionCode}`)
  const { notice } = reviewPolicy(ctx.policy)
  const id = await insertNotice(ctx, {
    divisionCode,
    kind,
    village: first.village,
    township: first.township,
    office: asked.objectionOffice,
    phone: asked.objectionPhone,
    days: Number(days.value),
    daysUnit: days.unit,
    basis: days.basis.map((basis) => citationText(ctx.policy, basis)).join('；'),
    lines: found.map((one) => ({
      caseId: one.caseId,
      shown: shownOf(notice, {
        village: `${one.village}${one.groupName}`,
        headName: one.headName,
        memberCount: one.memberCount,
        objectKind: one.objectKind,
        risks: one.risks,
        meetingDay: isResult(kind) ? null : one.meetingDay,
      }),
    })),
  })
  await recordActs(ctx, [
    { action: 'notice.made', subjectKind: 'notice', subjectId: id, divisionCode, details: { kind, households: found.length } },
  ])
  return { id }
}

export interface Posted {
  version: number
  postedOn: string
  place: string
}

/** The photo proves that it hangs; the days begin with the day of posting. */
export async function postNotice(
  ctx: Context,
  id: number,
  { version, postedOn, place }: Posted,
  picture: Picture,
): Promise<{ id: number; version: number }> {
  const row = await lockedNotice(ctx, id, version, '张贴', ['prepared'])
  const from = dayIn(row.made_at)
  if (postedOn > ctx.today || postedOn < from) throw new Problem(reviewProblems.postedAhead, { today: ctx.today, from })
  const { id: photoId } = await attach(ctx, { ...pictureOf(row, `${postedOn} 张贴`), ...picture })
  const { day, isProvisional } = lastDayOf(postedOn, countingOf(ctx, row))
  await markPosted(ctx, id, { place, postedOn, untilOn: day, isProvisional, photoId })
  await recordActs(ctx, [
    { action: 'notice.posted', subjectKind: 'notice', subjectId: id, divisionCode: row.division_code, details: { postedOn, untilOn: day } },
  ])
  return { id, version: version + 1 }
}

/** Taken down with a photo: households whose days are over go on, each case in a transaction of its own; others stay. */
export async function endNotice(ctx: Context, id: number, version: number, picture: Picture): Promise<{ id: number; version: number }> {
  const row = await lockedNotice(ctx, id, version, '收起', ['posted'])
  const running = (await casesOfNotices(ctx, [id])).filter(({ state }) => state === 'running')
  const first = running.map(({ until_on: until }) => until ?? '').sort()[0]
  if (first === undefined) throw new Problem(reviewProblems.noticeState, { state: '暂停（有异议正在核查）', action: '收起' })
  if (!mayEnd(first, ctx.today)) throw new Problem(reviewProblems.tooEarlyToEnd, { until: first })
  const { id: photoId } = await attach(ctx, { ...pictureOf(row, `${ctx.today} 期满`), ...picture })
  const ended = await markEnded(ctx, id, photoId, ctx.today)
  await recordActs(ctx, [
    {
      action: 'notice.ended',
      subjectKind: 'notice',
      subjectId: id,
      divisionCode: row.division_code,
      details: { households: ended.length },
    },
  ])
  if (!isResult(row.kind)) goOnLater(ctx, id)
  return { id, version: version + 1 }
}

/** Tries once more to move the cases whose days are over. */
export async function goOnAgain(ctx: Context, id: number): Promise<{ id: number; version: number }> {
  const row = await lockNotice(ctx, id)
  goOnLater(ctx, id)
  return { id, version: row.version }
}

/** A wrong sheet is taken back; its households wait for a new one. */
export async function withdrawNotice(ctx: Context, id: number, version: number, reason: string): Promise<{ id: number; version: number }> {
  const row = await lockedNotice(ctx, id, version, '作废', ['prepared', 'posted'])
  await markWithdrawn(ctx, id)
  await recordActs(ctx, [
    { action: 'notice.withdrawn', subjectKind: 'notice', subjectId: id, divisionCode: row.division_code, details: { reason } },
  ])
  return { id, version: version + 1 }
}

async function lockedNotice(
  ctx: Context,
  id: number,
  version: number,
  action: string,
  states: readonly NoticeRow['state'][],
): Promise<NoticeRow> {
  const row = await lockNotice(ctx, id)
  if (row.version !== version) throw new Problem(storeProblems.stale, { changed: ['公示'] })
  if (!states.includes(row.state)) throw new Problem(reviewProblems.noticeState, { state: noticeStateLabels[row.state], action })
  return row
}

/** How the days of a sheet are counted, with the holidays known today. */
export const countingOf = (ctx: Context, { days, days_unit: unit }: Pick<NoticeRow, 'days' | 'days_unit'>) => ({
  days,
  unit,
  calendar: calendarOf(ctx.policy),
})

const pictureOf = ({ id, division_code: divisionCode }: NoticeRow, caption: string) =>
  ({ divisionCode, about: 'notice', aboutId: String(id), kind: 'photo', caption }) as const

function goOnLater(ctx: Context, noticeId: number): void {
  const asker = { officer: ctx.officer, requestId: ctx.requestId }
  ctx.afterCommit(async (store) => {
    const broken: unknown[] = []
    for (const caseId of await store.transaction(asker, (own) => completedUnmoved(own, noticeId)))
      await goOn(store, asker, noticeId, caseId).catch((error) => broken.push(error))
    if (broken.length > 0) throw broken[0]
  })
}

async function goOn(store: Store, asker: Asker, noticeId: number, caseId: number): Promise<void> {
  try {
    await store.transaction(asker, async (ctx) => {
      const found = await caseById(ctx, caseId)
      if (found === undefined) throw new Problem(storeProblems.notFound, { what: '这一户的事项' })
      await act(ctx, caseId, 'unopposed', { version: found.version, record: {} })
      await setRefusal(ctx, noticeId, caseId, null)
    })
  } catch (error) {
    const why = error instanceof Problem ? error.message : '程序出错，没有办成，请稍后“继续办理”。'
    await store.transaction(asker, (ctx) => setRefusal(ctx, noticeId, caseId, why))
    if (!(error instanceof Problem)) throw error
  }
}

/** Earliest day a sheet made today can come down, said before it hangs. */
export const earliestEnd = (untilOn: string): string => addDays(untilOn as Parameters<typeof addDays>[0], 1)
