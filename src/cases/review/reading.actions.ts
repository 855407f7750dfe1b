/** What the pages show of objections and comparisons, and everything of this part for one case. */
import type { z } from 'zod'
import { Problem } from '../../kernel/index.ts'
import { type Context, recordActs, storeProblems } from '../../store/index.ts'
import { caseById, eventsOf, stateLabel } from '../core.ts'
import { comparisonOf, listComparisons } from './comparison.queries.ts'
import { casesOfNotices } from './notice.queries.ts'
import { caseStateLabels, noticeLineOf } from './notice-reading.actions.ts'
import { objectionLabels } from './objection.actions.ts'
import { listObjections } from './objection.queries.ts'
import { partIn } from './objection.rules.ts'
import { meetingsOfCase, noticesOfCase } from './one-case.queries.ts'
import { type Paging, pageOf } from './paging.rules.ts'
import { reviewPolicy } from './review-policy.ts'
import type { caseReview, comparisonAnswer, comparisonLine, objectionLine } from './shapes.ts'
import { objectionWays } from './shapes.ts'

type Answer<Shape extends z.ZodType> = z.infer<Shape>

type ObjectionFound = Awaited<ReturnType<typeof listObjections>>[number]

async function objectionAnswer(ctx: Context, row: ObjectionFound): Promise<Answer<typeof objectionLine>> {
  const state = row.state as keyof typeof objectionLabels
  const theCase = state === 'open' ? await caseById(ctx, row.case_id) : undefined
  const took = theCase === undefined ? undefined : partIn(theCase.responsible_id, await eventsOf(ctx, row.case_id), ctx.officer.id)
  return {
    id: row.id,
    version: row.version,
    caseId: row.case_id,
    township: row.township,
    village: row.village,
    headName: row.head_name,
    householdNumber: row.household_number,
    caseState: stateLabel({ kind: row.kind, state: row.case_state } as Parameters<typeof stateLabel>[0]),
    receivedOn: row.received_on as unknown as string,
    way: objectionWays[row.way as keyof typeof objectionWays],
    text: row.text,
    isNamed: row.objector_sealed !== null || row.contact_sealed !== null,
    registeredBy: row.registered_by,
    state,
    stateLabel: objectionLabels[state],
    dueOn: state === 'open' ? row.due_on : null,
    handlerName: row.handler_name,
    finding: row.finding,
    decidedOn: row.decided_on as unknown as string | null,
    answer: row.answer,
    answeredOn: row.answered_on as unknown as string | null,
    owesAnswer: row.wants_answer && row.answered_on === null && state !== 'open',
    mayDecide: state === 'open' && ctx.officer.permissions.has('case.objection') && took === undefined,
  }
}

export async function objectionList(
  ctx: Context,
  query: Paging & { division?: string | undefined; state?: 'owed' | 'open' | 'upheld' | 'dismissed' | undefined },
) {
  const rows = await listObjections(ctx, { division: query.division ?? ctx.officer.area, state: query.state }, query.after, query.limit)
  const items: Answer<typeof objectionLine>[] = []
  for (const row of rows) items.push(await objectionAnswer(ctx, row))
  return pageOf(items, query.limit)
}

interface Said {
  state: string
  reused_why: string | null
  failure: string | null
  flags: number
  unexplained: number
}

function saidOf({ state, reused_why: why, failure, flags, unexplained }: Said): string {
  if (state === 'waiting') return '正在比对'
  if (state === 'failed') return failure ?? '比对没有完成'
  if (state === 'reused') return `不重复比对：${why ?? ''}`
  if (flags === 0) return '没有提示'
  return unexplained === 0 ? `${flags} 条提示均已说明` : `${flags} 条提示，${unexplained} 条待说明`
}

export async function comparisonList(ctx: Context, query: Paging & { division?: string | undefined; open: 'true' | 'false' }) {
  const filter = { division: query.division ?? ctx.officer.area, open: query.open === 'true' }
  const rows = await listComparisons(ctx, filter, query.after, query.limit)
  const items = rows.map((row): Answer<typeof comparisonLine> => {
    const [flags, unexplained] = [Number(row.flags), Number(row.unexplained)]
    return {
      id: row.id,
      caseId: row.case_id,
      township: row.township,
      village: row.village,
      headName: row.head_name,
      householdNumber: row.household_number,
      caseState: stateLabel({ kind: row.kind, state: row.case_state } as Parameters<typeof stateLabel>[0]),
      askedOn: row.asked_on,
      state: row.state as Answer<typeof comparisonLine>['state'],
      flags,
      unexplained,
      said: saidOf({ ...row, flags, unexplained }),
    }
  })
  return pageOf(items, query.limit)
}

async function comparisonOfCase(ctx: Context, caseId: number): Promise<Answer<typeof comparisonAnswer> | null> {
  const row = await comparisonOf(ctx, caseId)
  if (row === undefined) return null
  const { explanations } = reviewPolicy(ctx.policy).comparison
  const unexplained = row.flags.filter(({ explained_as: as }) => as === null).length
  return {
    id: row.id,
    askedOn: row.asked_on,
    state: row.state as Answer<typeof comparisonAnswer>['state'],
    said: saidOf({ ...row, flags: row.flags.length, unexplained }),
    members: row.members,
    datasets: row.datasets as unknown as Answer<typeof comparisonAnswer>['datasets'],
    flags: row.flags.map((flag) => ({
      id: flag.id,
      personName: flag.person_name,
      label: flag.label,
      value: flag.value,
      file: flag.file,
      sheet: flag.sheet,
      row: flag.row_no,
      explainedAs: flag.explained_as,
      explainedLabel: flag.explained_as === null ? null : (explanations[flag.explained_as] ?? flag.explained_as),
      explanation: flag.explanation,
      explainedBy: flag.explained_by,
    })),
  }
}

/** Meetings, notices, objections and the comparison of one case; the look is recorded with the case. */
export async function reviewOfCase(ctx: Context, caseId: number): Promise<Answer<typeof caseReview>> {
  const theCase = await caseById(ctx, caseId)
  if (theCase === undefined) throw new Problem(storeProblems.notFound, { what: '这件帮扶事项' })
  const { division_code: divisionCode } = theCase
  await recordActs(ctx, [{ action: 'case.review_seen', subjectKind: 'case', subjectId: caseId, divisionCode }])
  const notices = await noticesOfCase(ctx, caseId)
  const cases = await casesOfNotices(
    ctx,
    notices.map(({ id }) => id),
  )
  const objections: Answer<typeof objectionLine>[] = []
  for (const row of await listObjections(ctx, { division: divisionCode, state: undefined, caseId }, 0, 50))
    objections.push(await objectionAnswer(ctx, row))
  return {
    meetings: await meetingsOfCase(ctx, caseId),
    notices: notices.map((row) => {
      const ofNotice = cases.filter(({ notice_id }) => notice_id === row.id)
      const own = ofNotice.find(({ case_id }) => case_id === caseId)
      return {
        ...noticeLineOf(ctx, row, ofNotice),
        caseState: caseStateLabels[own?.state ?? 'withdrawn'],
        caseUntil: own?.until_on ?? null,
      }
    }),
    objections,
    comparison: await comparisonOfCase(ctx, caseId),
    explanations: Object.entries(reviewPolicy(ctx.policy).comparison.explanations).map(([value, label]) => ({ value, label })),
  }
}
