/** Referrals as each side reads them: the list, one with its enclosure, the members' full numbers on a reason, and how many wait. */
import type { z } from 'zod'
import { type FileAnswer, parted, tableWorkbook } from '../../access/index.ts'
import { Problem } from '../../kernel/index.ts'
import { type Context, recordActs, storeProblems } from '../../store/index.ts'
import { gradesOf, requireCivilAffairs } from './referral.actions.ts'
import { actionLabels, directionLabels, isWaiting, openActions, type Side, stateLabels } from './referral.rules.ts'
import type { Counted, Enclosure, ListQuery, ReferralLine, referral, referralPage, summary, unmasked } from './referral.shapes.ts'
import {
  eventsOfReferral,
  officeName,
  type ReferralFilter,
  type ReferralRow,
  referralById,
  referralCounts,
  referralRows,
  sealedMembers,
} from './referrals.queries.ts'

/** Civil affairs is shown its own office's, whatever was asked. */
const officeOf = ({ officer }: Context, side: Side): number | undefined => (side === 'theirs' ? officer.officeId : undefined)

export async function referralList(ctx: Context, side: Side, query: ListQuery): Promise<z.infer<typeof referralPage> | FileAnswer> {
  const filter: ReferralFilter = {
    division: query.division ?? ctx.officer.area,
    officeId: officeOf(ctx, side),
    direction: query.direction,
    states: parted(query.state),
    isOverdue: query.overdue === 'true' || undefined,
    householdId: query.household,
  }
  if (query.format === 'xlsx') {
    const rows = async (most: number) => (await referralRows(ctx, filter, undefined, most)).map((row) => lineOf(ctx, row))
    return tableWorkbook(ctx, { name: '低收入家庭移交台账', divisionCode: filter.division, columns, rows, alsoFor: 'joint.answer' })
  }
  const rows = await referralRows(ctx, filter, query.after, query.limit + 1)
  const items = rows.slice(0, query.limit).map((row) => lineOf(ctx, row))
  return { items, next: rows.length > query.limit ? String(items.at(-1)?.id ?? '') : null }
}

const columns = [
  ['方向', (one: ReferralLine) => one.directionLabel],
  ['乡镇', (one: ReferralLine) => one.township],
  ['村', (one: ReferralLine) => one.village],
  ['户编号', (one: ReferralLine) => one.householdNumber],
  ['户主', (one: ReferralLine) => one.headName],
  ['救助类别', (one: ReferralLine) => one.grade],
  ['理由', (one: ReferralLine) => one.reason],
  ['移交日期', (one: ReferralLine) => one.sentOn],
  ['应答复日期', (one: ReferralLine) => one.dueOn],
  ['逾期', (one: ReferralLine) => (one.isOverdue ? '是' : '')],
  ['状态', (one: ReferralLine) => one.stateLabel],
  ['认定为', (one: ReferralLine) => one.granted],
  ['自', (one: ReferralLine) => one.grantedFrom],
  ['至', (one: ReferralLine) => one.grantedUntil],
  ['答复', (one: ReferralLine) => one.answer],
  ['答复日期', (one: ReferralLine) => one.answeredOn],
] as const

function lineOf(ctx: Context, row: ReferralRow): ReferralLine {
  return {
    id: row.id,
    direction: row.direction,
    directionLabel: directionLabels[row.direction],
    divisionCode: row.division_code,
    township: row.township,
    village: row.village,
    householdId: row.household_id,
    householdNumber: row.household_number,
    headName: row.head_name,
    caseId: row.case_id,
    grade: row.grade,
    reason: row.reason,
    state: row.state,
    stateLabel: stateLabels[row.direction][row.state],
    sentOn: row.sent_on,
    dueOn: row.due_on,
    isOverdue: isWaiting(row.state) && row.due_on < ctx.today,
    answer: row.answer,
    granted: row.granted,
    grantedFrom: row.granted_from,
    grantedUntil: row.granted_until,
    answeredOn: row.answered_on,
    version: row.version,
  }
}

async function seen(ctx: Context, side: Side, id: number): Promise<ReferralRow> {
  const row = await referralById(ctx, id)
  if (row === undefined || (side === 'theirs' && row.office_id !== ctx.officer.officeId))
    throw new Problem(storeProblems.notFound, { what: '这一件移交' })
  return row
}

/** Recorded as a look. */
export async function openReferral(ctx: Context, side: Side, id: number): Promise<z.infer<typeof referral>> {
  const row = await seen(ctx, side, id)
  await recordActs(ctx, [{ action: 'referral.seen', subjectKind: 'referral', subjectId: id, divisionCode: row.division_code }])
  return {
    ...lineOf(ctx, row),
    officeName: await officeName(ctx, row.office_id),
    enclosure: row.enclosure as unknown as Enclosure,
    events: (await eventsOfReferral(ctx, id)).map((event) => {
      const { grade, text } = event.details as { grade?: string; text?: string }
      return {
        at: event.at.toISOString(),
        label: actionLabels[event.action as keyof typeof actionLabels],
        officerName: event.officer_name,
        officeName: event.office_name,
        text: [grade, text].filter(Boolean).join('：'),
      }
    }),
    actions: openActions(row.direction, row.state, side).map((action) => ({ action, label: actionLabels[action] })),
    grades: gradesOf(ctx),
  }
}

/** The members' full numbers, to check them in civil affairs' own system; each person's record says who looked and why. */
export async function unmaskReferral(ctx: Context, id: number, reason: string): Promise<z.infer<typeof unmasked>> {
  requireCivilAffairs(ctx)
  const row = await seen(ctx, 'theirs', id)
  if (row.direction !== 'to_civil_affairs' || row.state === 'withdrawn') throw new Problem(storeProblems.notFound, { what: '这一件移交' })
  const members = await sealedMembers(ctx, row.household_id)
  const details = { reason, fields: ['id_number'], referral: id }
  await recordActs(
    ctx,
    members.map(({ person_id: subjectId }) => ({
      action: 'person.unmasked',
      subjectKind: 'person',
      subjectId,
      divisionCode: row.division_code,
      details,
    })),
  )
  return {
    items: members.map(({ person_id: personId, name, id_number_sealed: sealed }) => ({
      personId,
      name,
      idNumber: sealed === null ? null : ctx.vault.open(sealed),
    })),
  }
}

export async function referralSummary(ctx: Context, side: Side): Promise<z.infer<typeof summary>> {
  const rows = await referralCounts(ctx, ctx.officer.area, officeOf(ctx, side))
  const of = (direction: ReferralRow['direction']): Counted => {
    const own = rows.filter((row) => row.direction === direction)
    const n = (state: string) => own.find((row) => row.state === state)?.n ?? 0
    const overdue = own.reduce((sum, row) => sum + row.overdue, 0)
    return { waiting: n('waiting'), accepted: n('accepted'), granted: n('granted'), refused: n('refused'), overdue }
  }
  return { toCivilAffairs: of('to_civil_affairs'), fromCivilAffairs: of('from_civil_affairs') }
}
