/** What the notice pages show: what waits for a sheet, the board with the days left, one sheet, and what anybody may know. */
import type { z } from 'zod'
import { addDays, daysBetween, plainDay } from '../../kernel/index.ts'
import { type Context, recordActs } from '../../store/index.ts'
import { pagesOf } from './meeting.queries.ts'
import { noticeStateLabels } from './notice.actions.ts'
import { casesOfNotices, type NoticeCaseState, type NoticeRow, noticeById } from './notice.queries.ts'
import { mayEnd, posterOf } from './notice.rules.ts'
import { casesWithoutNotice, lastContact, listNotices, runningNotices } from './notice-lists.queries.ts'
import { type Paging, pageAnswer, pageOf } from './paging.rules.ts'
import { reviewPolicy } from './review-policy.ts'
import type { noticeAnswer, noticeLine, publicNotices, waitingNotice } from './shapes.ts'

type Answer<Shape extends z.ZodType> = z.infer<Shape>

/** What needs a sheet, village by village and kind by kind, with the office and phone of the last sheet in the township. */
export async function noticesWaiting(ctx: Context, division: string | undefined): Promise<{ items: Answer<typeof waitingNotice>[] }> {
  const rows = await casesWithoutNotice(ctx, { division: division ?? ctx.officer.area })
  const groups = [...Map.groupBy(rows, ({ divisionCode, kind }) => `${divisionCode} ${kind}`).values()]
  const items: Answer<typeof waitingNotice>[] = []
  for (const cases of groups) {
    const [first] = cases
    if (first === undefined) continue
    const contact = await lastContact(ctx, first.divisionCode)
    items.push({
      divisionCode: first.divisionCode,
      township: first.township,
      village: first.village,
      kind: first.kind,
      title: reviewPolicy(ctx.policy).notice.titles[first.kind],
      objectionOffice: contact?.office ?? `${first.township}人民政府`,
      objectionPhone: contact?.phone ?? '',
      cases: cases.map(({ caseId, headName, householdNumber, since }) => ({ caseId, headName, householdNumber, since })),
    })
  }
  return { items }
}

type NoticeCases = Awaited<ReturnType<typeof casesOfNotices>>

/** A sheet with the days of its households. */
export function noticeLineOf(ctx: Context, row: NoticeRow, cases: NoticeCases): Answer<typeof noticeLine> {
  const running = cases.filter(({ state }) => state === 'running').flatMap(({ until_on: until }) => until ?? [])
  const firstUntil = running.sort()[0] ?? null
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    title: reviewPolicy(ctx.policy).notice.titles[row.kind],
    divisionCode: row.division_code,
    township: row.township,
    village: row.village,
    households: cases.filter(({ state }) => state !== 'withdrawn').length,
    held: cases.filter(({ state }) => state === 'held').length,
    state: row.state,
    stateLabel: noticeStateLabels[row.state],
    place: row.place,
    postedOn: row.posted_on,
    untilOn: row.until_on,
    firstUntil,
    daysLeft: firstUntil === null ? null : Math.max(0, daysBetween(ctx.today, addDays(plainDay(firstUntil), 1))),
    mayEnd: firstUntil !== null && mayEnd(firstUntil, ctx.today),
    isProvisional: row.is_provisional,
    endedOn: row.ended_on,
  }
}

const parts = (value: string | undefined): string[] | undefined => {
  const found = value?.split(',').filter((one) => one !== '')
  return found === undefined || found.length === 0 ? undefined : found
}

export async function noticeList(
  ctx: Context,
  query: Paging & { division?: string | undefined; state?: string | undefined; kind?: string | undefined },
) {
  const filter = { division: query.division ?? ctx.officer.area, states: parts(query.state), kinds: parts(query.kind) }
  const rows = await listNotices(ctx, filter, query.after, query.limit)
  const cases = await casesOfNotices(
    ctx,
    rows.map(({ id }) => id),
  )
  return pageOf(
    rows.map((row) =>
      noticeLineOf(
        ctx,
        row,
        cases.filter(({ notice_id }) => notice_id === row.id),
      ),
    ),
    query.limit,
  )
}

export const caseStateLabels: Readonly<Record<NoticeCaseState, string>> = {
  prepared: '待张贴',
  running: '公示中',
  held: '异议核查，暂停',
  completed: '已期满',
  withdrawn: '已撤下',
}

/** The sheet and its days; the look is recorded, for it names households. */
export async function noticePage(ctx: Context, id: number): Promise<Answer<typeof noticeAnswer>> {
  const row = await noticeById(ctx, id)
  const cases = await casesOfNotices(ctx, [id])
  await recordActs(ctx, [{ action: 'notice.seen', subjectKind: 'notice', subjectId: id, divisionCode: row.division_code }])
  const { notice } = reviewPolicy(ctx.policy)
  const lines = cases.filter(({ state }) => row.state === 'withdrawn' || state !== 'withdrawn').map(({ shown }) => shown)
  const poster = posterOf(notice, {
    kind: row.kind,
    village: row.village,
    township: row.township,
    postedOn: row.posted_on,
    untilOn: row.until_on,
    days: row.days,
    daysUnit: row.days_unit,
    objectionOffice: row.objection_office,
    objectionPhone: row.objection_phone,
    lines,
  })
  return {
    ...noticeLineOf(ctx, row, cases),
    days: row.days,
    daysUnit: row.days_unit,
    basis: row.basis,
    objectionOffice: row.objection_office,
    objectionPhone: row.objection_phone,
    cases: cases.map((one) => ({
      caseId: one.case_id,
      headName: one.head_name,
      householdNumber: one.household_number,
      state: one.state,
      stateLabel: caseStateLabels[one.state],
      untilOn: one.until_on,
      refusal: one.refusal,
    })),
    poster: { ...poster, columns: [...poster.columns], lines: [...poster.lines] },
    photos: (await pagesOf(ctx, 'notice', id)).map(pageAnswer),
  }
}

/** For anybody: how many households, until when, where to object; who they are hangs on the board. */
export async function publicNotice(ctx: Context, village: string): Promise<Answer<typeof publicNotices>> {
  const rows = await runningNotices(ctx, village)
  const { titles } = reviewPolicy(ctx.policy).notice
  return {
    village: rows[0]?.village ?? '',
    items: rows.map((row) => ({
      title: titles[row.kind],
      households: Number(row.households),
      postedOn: row.posted_on,
      untilOn: row.until_on,
      objectionOffice: row.objection_office,
      objectionPhone: row.objection_phone,
    })),
  }
}
