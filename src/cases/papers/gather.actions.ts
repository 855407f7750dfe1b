/** Everything the forms of one case say, gathered from what every part recorded. */

import { Problem } from '../../kernel/index.ts'
import { incomeTotals, masked, registryPolicy, sheetItems } from '../../registry/index.ts'
import { type Context, storeProblems } from '../../store/index.ts'
import { type CaseEvent, type CaseRow, caseById, channelLabels, eventsOf } from '../core.ts'
import { helpPolicy } from '../help/index.ts'
import { characterLabels, measureStateLabels } from '../help/words.rules.ts'
import { type Meeting, type MeetingShares, minutesOf } from '../review/meeting.rules.ts'
import { type NoticePoster, posterOf, type ShownLine } from '../review/notice.rules.ts'
import { type NoticeKind, reviewPolicy } from '../review/review-policy.ts'
import type { FormBody } from '../visits/visits.schema.ts'
import { conclusionLabel, visitsPolicy } from '../visits/visits-policy.ts'
import type { Opinion, PaperData, PaperMember } from './paper.rules.ts'
import {
  applicationOf,
  authorisationOf,
  clearingCheckOf,
  comparisonForPaper,
  householdForPaper,
  measuresOf,
  meetingOfCase,
  membersForPaper,
  noticeOfCase,
  visitOf,
} from './papers.queries.ts'

type Values = Readonly<Record<string, string>>

export async function requiredCase(ctx: Context, caseId: number): Promise<CaseRow> {
  const theCase = await caseById(ctx, caseId)
  if (theCase === undefined) throw new Problem(storeProblems.notFound, { what: '这件帮扶事项' })
  return theCase
}

/** With full numbers only where `isFull` was permitted and recorded before. */
export async function gathered(ctx: Context, theCase: CaseRow, isFull: boolean): Promise<PaperData> {
  const { id, household_id: householdId, opened_on: since } = theCase
  const household = await householdForPaper(ctx, householdId)
  const values = (household?.values ?? {}) as Values
  const events = await eventsOf(ctx, id)
  const [application, visit] = [await applicationOf(ctx, id), await visitOf(ctx, householdId, since)]
  const form = visit?.content as unknown as FormBody | undefined
  const members = await membersForPaper(ctx, householdId)
  return {
    ...basicsOf(theCase, values),
    members: members.map((one) => memberOf(ctx, one, isFull)),
    application: applicationWords(application),
    authorisation: await authorisation(ctx, theCase, members),
    visit:
      visit === undefined || form === undefined
        ? null
        : { on: visit.visited_on, by: visit.visitor_name, conclusion: conclusionOf(ctx, visit.conclusions as Values), note: form.note },
    guarantees: guaranteesOf(ctx, form),
    income: incomeOf(ctx, form),
    comparison: await comparison(ctx, id),
    meeting: await meeting(ctx, id),
    notice: await poster(ctx, id, ['recognition', 'clearing']),
    announcement: await poster(ctx, id, ['recognition_result']),
    endorsed: opinionOf(events, 'endorse', 'township_review'),
    admitted: opinionOf(events, 'admit', 'county_approval'),
    measures: await measures(ctx, id),
    clearing: await clearing(ctx, id),
    clearingEndorsed: opinionOf(events, 'endorse', 'clearing_review'),
    cleared: opinionOf(events, 'clear', 'clearing_approval'),
  }
}

const basicsOf = (theCase: CaseRow, values: Values) => ({
  headName: theCase.head_name,
  householdNumber: theCase.household_number,
  township: theCase.township,
  village: theCase.village,
  groupName: values.group_name ?? '',
  address: values.address ?? '',
  channel: channelLabels[theCase.channel],
  openedOn: theCase.opened_on,
  responsible: theCase.responsible_name ?? '',
  risks: theCase.risks,
  objectKind: theCase.object_kind ?? '',
  recognisedOn: theCase.recognised_on ?? '',
})

function applicationWords(application: Awaited<ReturnType<typeof applicationOf>>): PaperData['application'] {
  if (application === undefined) return null
  return {
    on: application.received_on,
    words: [application.difficulty, application.words].filter((one) => one !== '').join('：'),
    asker:
      application.asks_for === 'own'
        ? application.name
        : `${application.name}（${application.asker_name}${application.asker_relation === '' ? '' : `，${application.asker_relation}`}代）`,
  }
}

type MemberRow = Awaited<ReturnType<typeof membersForPaper>>[number]

function memberOf(ctx: Context, row: MemberRow, isFull: boolean): PaperMember {
  const values = row.values as Values
  const opened = (kind: 'id_number' | 'phone', sealed: Buffer | null) => {
    if (sealed === null) return ''
    const text = ctx.vault.open(sealed)
    return isFull ? text : masked(kind, text)
  }
  return {
    name: row.name,
    relation: values.relation_to_head ?? '',
    sex: values.sex ?? '',
    bornOn: values.born_on ?? '',
    idNumber: opened('id_number', row.id_number_sealed),
    phone: opened('phone', row.phone_sealed),
    health: values.health_status ?? '',
    labour: values.labour_ability ?? '',
  }
}

async function authorisation(
  ctx: Context,
  { household_id: householdId, opened_on: since }: CaseRow,
  members: readonly MemberRow[],
): Promise<PaperData['authorisation']> {
  const row = await authorisationOf(ctx, householdId, since)
  if (row === undefined) return null
  const { scope } = visitsPolicy(ctx.policy).authorisation
  const signers = (row.signers as unknown as (number | { personId: number; name?: string })[]).map((one) =>
    typeof one === 'number' ? one : one.personId,
  )
  return {
    wording: row.wording,
    scope: row.scope.map((code) => scope[code] ?? code),
    signedOn: row.signed_on,
    untilOn: row.until_on,
    signers: members.filter(({ person_id }) => signers.includes(person_id)).map(({ name }) => name),
  }
}

const conclusionOf = (ctx: Context, conclusions: Values): string =>
  Object.entries(conclusions)
    .map(([purpose, code]) => conclusionLabel(ctx.policy, purpose, code))
    .join('；')

function guaranteesOf(ctx: Context, form: FormBody | undefined): PaperData['guarantees'] {
  if (form === undefined) return []
  return visitsPolicy(ctx.policy).guarantees.flatMap(({ field, label, safe, unsafe }) => {
    const found = form.guarantees.find((one) => one.field === field)
    return found === undefined ? [] : [[label, `${found.isProblem ? unsafe : safe}${found.note === '' ? '' : `：${found.note}`}`] as const]
  })
}

function incomeOf(ctx: Context, form: FormBody | undefined): PaperData['income'] {
  const sheet = form?.income
  if (sheet === null || sheet === undefined) return null
  const { income } = registryPolicy(ctx.policy)
  const totals = incomeTotals(income, sheet.lines, sheet.size)
  const labels = new Map(sheetItems(income).map(({ item, label }) => [item, label]))
  return {
    period: sheet.period,
    size: sheet.size,
    lines: sheet.lines.map(({ item, amount }) => [labels.get(item) ?? item, amount] as const),
    net: totals.netIncome,
    perHead: totals.netIncomePerHead ?? '',
  }
}

async function comparison(ctx: Context, caseId: number): Promise<PaperData['comparison']> {
  const row = await comparisonForPaper(ctx, caseId)
  if (row === undefined) return null
  const { explanations } = reviewPolicy(ctx.policy).comparison
  const said =
    row.state === 'reused'
      ? `不重复比对：${row.reused_why}`
      : `${row.asked_on} 比对，${row.flags.length === 0 ? '没有提示' : `${row.flags.length} 条提示`}`
  return {
    said,
    flags: row.flags.map((flag) => [
      flag.person_name,
      `${flag.label} ${flag.value}`.trim(),
      `${flag.file} 第 ${flag.row_no} 行`,
      flag.explained_as === null ? '' : `${explanations[flag.explained_as] ?? flag.explained_as}：${flag.explanation}`,
    ]),
  }
}

/** Of the sealed minutes only what is about this household. */
async function meeting(ctx: Context, caseId: number): Promise<PaperData['meeting']> {
  const row = await meetingOfCase(ctx, caseId)
  if (row === undefined) return null
  const { meeting: sealed, shares } = row.content as unknown as { meeting: Meeting; shares: MeetingShares }
  const own = { ...sealed, households: sealed.households.filter((one) => one.caseId === caseId), discussion: '' }
  return {
    heldOn: row.held_on,
    minutes: minutesOf(reviewPolicy(ctx.policy).meeting, own, shares),
    digest: row.digest ?? '',
    votes: `同意${row.agree}票，不同意${row.disagree}票，弃权${row.abstain}票`,
  }
}

/** The sheet as it says of this household alone. */
async function poster(ctx: Context, caseId: number, kinds: readonly NoticeKind[]): Promise<NoticePoster | null> {
  const row = await noticeOfCase(ctx, caseId, kinds)
  if (row === undefined) return null
  return posterOf(reviewPolicy(ctx.policy).notice, {
    kind: row.kind as NoticeKind,
    village: row.village,
    township: row.township,
    postedOn: row.posted_on,
    untilOn: row.until_on,
    days: row.days,
    daysUnit: row.days_unit,
    objectionOffice: row.objection_office,
    objectionPhone: row.objection_phone,
    lines: [row.shown as unknown as ShownLine],
  })
}

function opinionOf(events: readonly CaseEvent[], action: CaseEvent['action'], from: CaseEvent['from_state']): Opinion | null {
  const event = events.findLast((one) => one.action === action && one.from_state === from)
  if (event === undefined) return null
  return { opinion: typeof event.record.opinion === 'string' ? event.record.opinion : '', by: event.officer_name, on: event.on_day }
}

async function measures(ctx: Context, caseId: number): Promise<PaperData['measures']> {
  const catalogue = helpPolicy(ctx.policy).measures
  return (await measuresOf(ctx, caseId)).map((one) => [
    `${catalogue[one.measure]?.label ?? one.measure}${one.details === '' ? '' : `（${one.details}）`}`,
    `${one.measure_group}，${characterLabels[one.character as keyof typeof characterLabels]}`,
    one.responsible_name,
    one.planned_on,
    one.due_on,
    one.first_delivered_on ?? '',
    one.planned_amount ?? '',
    measureStateLabels[one.state as keyof typeof measureStateLabels],
  ])
}

async function clearing(ctx: Context, caseId: number): Promise<PaperData['clearing']> {
  const row = await clearingCheckOf(ctx, caseId)
  if (row === undefined) return null
  const conditions = row.conditions as unknown as { label: string; isMet: boolean | null; isWaived: boolean; detail: string }[]
  const labels = helpPolicy(ctx.policy).clearing.snapshot as Readonly<Record<string, string>>
  const snapshot = row.snapshot as Readonly<Record<string, string | boolean | null>>
  const written = (value: string | boolean | null | undefined) =>
    value === null || value === undefined ? '' : typeof value === 'boolean' ? (value ? '是' : '否') : String(value)
  return {
    mode: row.is_natural ? '自然消除' : '帮扶消除',
    on: row.on_day,
    conditions: conditions.map(({ label, isMet, isWaived, detail }) => [
      label,
      isWaived ? '不要求' : isMet === null ? '不明' : isMet ? '满足' : '不满足',
      detail,
    ]),
    snapshot: Object.entries(labels).map(([field, label]) => [label, written(snapshot[field])] as const),
  }
}
