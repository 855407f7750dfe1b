/** Granting and revoking exemptions: true though it looks wrong, for a reason, with evidence, until a day. */
import type { z } from 'zod'
import { type FileAnswer, flagged, kindsOf, orderFor, pageOf, parted, tableWorkbook } from '../../access/index.ts'
import { addYears, Problem } from '../../kernel/index.ts'
import { type Context, recordActs, storeProblems } from '../../store/index.ts'
import {
  type ExemptionRow,
  type ExemptionSubject,
  endExemption,
  exemptionById,
  exemptionInForce,
  exemptionOrders,
  exemptionRows,
  insertExemption,
  markFindings,
  markLeads,
} from './exemption.queries.ts'
import { divisionOf, readCursor } from './filters.rules.ts'
import { judgeHousehold } from './lead.actions.ts'
import { appendEvent, leadById } from './lead.queries.ts'
import { qualityTexts } from './packs.ts'
import { placeColumns } from './place-columns.ts'
import { screeningProblems } from './problems.ts'
import { findingById } from './quality.queries.ts'
import type { exemptionPage, exemptionQuery, exemptionShape, newExemption, revokeBody } from './shapes.ts'
import { ruleLabel } from './words.rules.ts'

type Exemption = z.infer<typeof exemptionShape>

/** Longer than this an exemption must be looked at again. */
const mostYears = 3

export async function exemptionList(
  ctx: Context,
  query: z.infer<typeof exemptionQuery>,
): Promise<z.infer<typeof exemptionPage> | FileAnswer> {
  const filters = {
    division: divisionOf(ctx.officer, query.division),
    about: query.about,
    rules: parted(query.rule),
    inForce: flagged(query.inForce),
    householdNumber: query.household,
  }
  const answer = answerer(ctx)
  const order = orderFor(exemptionOrders, query.sort)
  if (query.format === 'xlsx') {
    const rows = async (most: number) => (await exemptionRows(ctx, filters, order, undefined, most)).map(answer)
    return tableWorkbook(ctx, { name: '豁免清单', divisionCode: filters.division, columns, rows })
  }
  const rows = await exemptionRows(ctx, filters, order, readCursor(query.after, kindsOf(order)), query.limit + 1)
  return pageOf(rows, query.limit, answer, ({ place }) => place)
}

/** Holds from today; what it is about is marked at once, and by every run until it ends. */
export async function grantExemption(ctx: Context, body: z.infer<typeof newExemption>): Promise<Exemption> {
  refuseDays(ctx, body.untilOn)
  const subject = await subjectOf(ctx, body.about, body.id)
  const there = await exemptionInForce(ctx, subject)
  if (there !== undefined) throw new Problem(screeningProblems.exemptionThere, { until: there.until_on, approver: there.approver_name })
  const id = await insertExemption(ctx, subject, body)
  await mark(ctx, subject, true, { reason: body.reason, until: body.untilOn })
  await record(ctx, 'exemption.granted', id, subject, { until: body.untilOn })
  return foundExemption(ctx, id)
}

/** What it was about counts again from today. */
export async function revokeExemption(ctx: Context, id: number, body: z.infer<typeof revokeBody>): Promise<Exemption> {
  const row = await exemptionById(ctx, id)
  if (row === undefined) throw new Problem(storeProblems.notFound, { what: '这项豁免' })
  if (row.version !== body.version) throw new Problem(storeProblems.stale, { changed: [] })
  if (!row.is_in_force) throw new Problem(screeningProblems.exemptionOver, {})
  if (!(await endExemption(ctx, id, body.version, body.reason))) throw new Problem(storeProblems.stale, { changed: [] })
  const subject: ExemptionSubject = { ...row, about: row.about as 'lead' | 'quality' }
  await mark(ctx, subject, false, { reason: body.reason })
  await record(ctx, 'exemption.revoked', id, subject, {})
  return foundExemption(ctx, id)
}

function refuseDays({ today }: Context, untilOn: string): void {
  if (untilOn < today) throw new Problem(screeningProblems.exemptionPast, { until: untilOn, today })
  const latest = addYears(today, mostYears)
  if (untilOn > latest) throw new Problem(screeningProblems.exemptionLong, { until: untilOn, latest })
}

async function subjectOf(ctx: Context, about: 'lead' | 'quality', id: number): Promise<ExemptionSubject> {
  if (about === 'quality') {
    const finding = await findingById(ctx, id)
    if (finding === undefined) throw new Problem(storeProblems.notFound, { what: '这个数据质量问题' })
    const { division_code, county_code, rule_id, household_number, head_name, person_ref, person_name, township, village } = finding
    return { about, division_code, county_code, rule_id, household_number, head_name, person_ref, person_name, township, village }
  }
  const lead = await leadById(ctx, id)
  if (lead === undefined) throw new Problem(storeProblems.notFound, { what: '这条线索' })
  const { division_code, county_code, rule_id, household_number, head_name, township, village } = lead
  return { about, division_code, county_code, rule_id, household_number, head_name, person_ref: '', person_name: '', township, village }
}

async function mark(ctx: Context, subject: ExemptionSubject, isExempt: boolean, details: Record<string, string>): Promise<void> {
  if (subject.about === 'quality') return markFindings(ctx, subject, isExempt)
  for (const lead of await markLeads(ctx, subject, isExempt))
    await appendEvent(ctx, lead, { kind: isExempt ? 'exempted' : 'exemption_ended', details })
  await judgeHousehold(ctx, subject)
}

async function record(ctx: Context, action: string, id: number, subject: ExemptionSubject, more: Record<string, string>): Promise<void> {
  const { about, rule_id: rule, household_number: household, division_code: divisionCode } = subject
  await recordActs(ctx, [{ action, subjectKind: 'exemption', subjectId: id, divisionCode, details: { about, rule, household, ...more } }])
}

async function foundExemption(ctx: Context, id: number): Promise<Exemption> {
  return answerer(ctx)((await exemptionById(ctx, id)) as ExemptionRow)
}

function answerer(ctx: Context): (row: ExemptionRow) => Exemption {
  const texts = qualityTexts(ctx.policy)
  return (row) => ({
    id: row.id,
    divisionCode: row.division_code,
    township: row.township,
    village: row.village,
    householdNumber: row.household_number,
    householdId: row.household_id,
    headName: row.head_name,
    about: row.about as Exemption['about'],
    ruleId: row.rule_id,
    ruleLabel: row.about === 'lead' ? ruleLabel(ctx.policy, row.rule_id) : (texts.get(row.rule_id)?.label ?? row.rule_id),
    personName: row.person_name,
    reason: row.reason,
    evidence: row.evidence,
    approverName: row.approver_name,
    fromOn: row.from_on,
    untilOn: row.until_on,
    revokedOn: row.revoked_on,
    revokedReason: row.revoked_reason,
    isInForce: row.is_in_force,
    version: row.version,
  })
}

const columns = [
  ...placeColumns,
  ['成员', (one: Exemption) => one.personName],
  ['类别', (one: Exemption) => (one.about === 'lead' ? '线索' : '数据质量')],
  ['规则', (one: Exemption) => one.ruleLabel],
  ['理由', (one: Exemption) => one.reason],
  ['佐证材料', (one: Exemption) => one.evidence],
  ['批准人', (one: Exemption) => one.approverName],
  ['起', (one: Exemption) => one.fromOn],
  ['至', (one: Exemption) => one.untilOn],
  ['状态', (one: Exemption) => (one.isInForce ? '有效' : one.revokedOn === null ? '已到期' : '已撤销')],
] as const
