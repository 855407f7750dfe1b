/** What officers do about help: plan a measure, record its delivery, change, end or cancel it, agree the plan; every step kept. */
import type { z } from 'zod'
import { addDays, Problem, parsePlainDay } from '../../kernel/index.ts'
import { resolveParameter } from '../../policy/index.ts'
import { type Context, recordActs, storeProblems } from '../../store/index.ts'
import {
  abilitiesOf,
  appendMeasureEvent,
  caseForHelp,
  caseOfHousehold,
  changeMeasure,
  changePlan,
  type HelpedCase,
  insertMeasure,
  type MeasureRow,
  measureById,
  measuresOfHousehold,
  placeOfHousehold,
  planOf,
} from './help.queries.ts'
import { helpPolicy } from './help-policy.ts'
import { type Duty, dutiesOf, type HeldMeasure, labourOf, type Minimum } from './plan.rules.ts'
import { helpProblems } from './problems.ts'
import type { agreeBody, changeBody, deliverBody, endBody, measureAnswer, newMeasure, outsideMeasure } from './shapes.ts'
import { measureStateLabels, stateLabelOf } from './words.rules.ts'

type Answer = z.infer<typeof measureAnswer>

/** To a recognised case, or to one whose green channel is open: help first, the procedure owed. */
export async function planMeasure(ctx: Context, caseId: number, body: z.infer<typeof newMeasure>): Promise<Answer> {
  const theCase = await seenCase(ctx, caseId)
  if (theCase.recognised_on === null && !theCase.is_green_channel)
    throw new Problem(helpProblems.notRecognised, { state: stateLabelOf(theCase.state) })
  if (!theCase.is_open) throw new Problem(helpProblems.caseOver, { state: stateLabelOf(theCase.state) })
  return insert(ctx, { ...theCase, caseId, householdId: theCase.household_id, responsible: theCase.responsible_name }, body, null)
}

/** To a household without a case, for a reason that is listed: help that goes round the procedure is seen. */
export async function planOutside(ctx: Context, householdId: number, body: z.infer<typeof outsideMeasure>): Promise<Answer> {
  const household = await placeOfHousehold(ctx, householdId)
  if (household === undefined) throw new Problem(storeProblems.notFound, { what: '这一户' })
  if ((await caseOfHousehold(ctx, householdId)) !== undefined) throw new Problem(helpProblems.caseOpen, { head: household.head_name })
  if (body.reason === '') throw new Problem(helpProblems.noCaseReason, {})
  return insert(ctx, { ...household, caseId: null, householdId, responsible: null }, body, body.reason)
}

interface Subject {
  division_code: string
  caseId: number | null
  householdId: number
  responsible: string | null
}

async function insert(ctx: Context, subject: Subject, body: z.infer<typeof newMeasure>, noCaseReason: string | null): Promise<Answer> {
  const definition = helpPolicy(ctx.policy).measures[body.measure]
  if (definition === undefined) throw new Problem(helpProblems.noSuchMeasure, { found: body.measure })
  const held = await measuresOfHousehold(ctx, subject.householdId)
  if (held.some(({ measure, state }) => measure === body.measure && (state === 'planned' || state === 'running')))
    throw new Problem(helpProblems.alreadyThere, { measure: definition.label })
  const row = await insertMeasure(ctx, {
    division_code: subject.division_code,
    household_id: subject.householdId,
    case_id: subject.caseId,
    measure: body.measure,
    measure_group: definition.group,
    character: definition.character,
    timing: body.timing,
    details: body.details,
    responsible_id: null,
    responsible_name: body.responsibleName ?? subject.responsible ?? ctx.officer.name,
    planned_on: ctx.today,
    due_on: body.dueOn ?? dueFrom(ctx, subject.division_code),
    planned_amount: body.plannedAmount ?? null,
    fund: body.fund,
    runs_until: body.runsUntil ?? null,
    no_case_reason: noCaseReason,
  })
  await appendMeasureEvent(ctx, row, {
    kind: 'planned',
    onDay: ctx.today,
    details: { dueOn: row.due_on, ...(noCaseReason && { reason: noCaseReason }) },
  })
  return kept(ctx, 'measure.planned', row)
}

function dueFrom(ctx: Context, division: string): string {
  const days = resolveParameter(ctx.policy, 'case/measure_days', division, ctx.today)?.value
  return addDays(ctx.today, typeof days === 'number' ? days : 0)
}

/** One delivery, with its day and proof; the first one sets the measure going. */
export async function deliverMeasure(ctx: Context, id: number, body: z.infer<typeof deliverBody>): Promise<Answer> {
  const row = await seenMeasure(ctx, id, body.version)
  refuseOver(ctx, row)
  const onDay = parsePlainDay(body.onDay) ?? ctx.today
  if (onDay > ctx.today) throw new Problem(helpProblems.futureDelivery, { day: onDay, today: ctx.today })
  const first = row.first_delivered_on === null || onDay < row.first_delivered_on ? onDay : row.first_delivered_on
  const changed = await changedRow(ctx, row, {
    state: 'running',
    first_delivered_on: first,
    ...(body.runsUntil && { runs_until: body.runsUntil }),
  })
  await appendMeasureEvent(ctx, row, {
    kind: 'delivered',
    onDay,
    amount: body.amount ?? null,
    details: { proof: body.proof, note: body.note },
  })
  return kept(ctx, 'measure.delivered', changed)
}

export async function alterMeasure(ctx: Context, id: number, body: z.infer<typeof changeBody>): Promise<Answer> {
  const row = await seenMeasure(ctx, id, body.version)
  refuseOver(ctx, row)
  const { version: _, ...fields } = body
  const set = {
    ...(fields.details !== undefined && { details: fields.details }),
    ...(fields.dueOn !== undefined && { due_on: fields.dueOn }),
    ...(fields.plannedAmount !== undefined && { planned_amount: fields.plannedAmount }),
    ...(fields.fund !== undefined && { fund: fields.fund }),
    ...(fields.runsUntil !== undefined && { runs_until: fields.runsUntil }),
    ...(fields.responsibleName !== undefined && { responsible_name: fields.responsibleName }),
  }
  const changed = await changedRow(ctx, row, set)
  await appendMeasureEvent(ctx, row, { kind: 'changed', onDay: ctx.today, details: fields })
  return kept(ctx, 'measure.changed', changed)
}

/** Delivered help ends; help that never came is cancelled. */
export async function endMeasure(ctx: Context, id: number, body: z.infer<typeof endBody>): Promise<Answer> {
  const row = await seenMeasure(ctx, id, body.version)
  refuseOver(ctx, row)
  const label = helpPolicy(ctx.policy).measures[row.measure]?.label ?? row.measure
  if (!body.isCancelled && row.first_delivered_on === null) throw new Problem(helpProblems.notDelivered, { measure: label })
  const state = body.isCancelled ? 'cancelled' : 'ended'
  const changed = await changedRow(ctx, row, { state, ended_on: body.onDay ?? ctx.today, end_reason: body.reason })
  await appendMeasureEvent(ctx, row, { kind: state, onDay: body.onDay ?? ctx.today, details: { reason: body.reason } })
  return kept(ctx, body.isCancelled ? 'measure.cancelled' : 'measure.ended', changed)
}

/** The household and the village agree the plan; refused while something is owed. */
export async function agreePlan(ctx: Context, caseId: number, body: z.infer<typeof agreeBody>): Promise<{ version: number }> {
  const theCase = await seenCase(ctx, caseId)
  const plan = await planOf(ctx, caseId)
  if (plan === undefined) throw new Problem(helpProblems.noPlan, {})
  const explored = body.explored ?? plan.explored
  const { duties } = await dutiesFor(ctx, theCase, explored)
  const open = duties.filter(({ isMet }) => !isMet).map(({ label }) => label)
  if (open.length > 0) throw new Problem(helpProblems.planIncomplete, { open })
  const set = { explored, agreed_on: ctx.today, agreed_by: ctx.officer.name }
  if (!(await changePlan(ctx, caseId, body.version, set))) throw new Problem(storeProblems.stale, { changed: [] })
  await recordActs(ctx, [
    { action: 'plan.agreed', subjectKind: 'case', subjectId: caseId, divisionCode: theCase.division_code, details: {} },
  ])
  return { version: body.version + 1 }
}

/** What is owed to the household of a case, and what it was judged from. */
export async function dutiesFor(ctx: Context, theCase: HelpedCase, explored: string) {
  const policy = helpPolicy(ctx.policy)
  const [abilities, rows] = [await abilitiesOf(ctx, theCase.household_id), await measuresOfHousehold(ctx, theCase.household_id)]
  const held = heldOf(rows)
  const labour = labourOf(policy, abilities)
  const duties: Duty[] = dutiesOf(policy, labour, theCase.risks, held, explored, minimumIn(ctx, theCase.division_code))
  return { policy, labour, rows, held, duties }
}

/** Cancelled help does not count. */
function heldOf(rows: readonly MeasureRow[]): HeldMeasure[] {
  return rows
    .filter(({ state }) => state !== 'cancelled')
    .map(({ measure, measure_group, character, first_delivered_on }) => ({
      measure,
      group: measure_group,
      character: character as HeldMeasure['character'],
      isDelivered: first_delivered_on !== null,
    }))
}

function minimumIn(ctx: Context, division: string): Minimum {
  const number = (key: string) => {
    const value = resolveParameter(ctx.policy, key, division, ctx.today)?.value
    return typeof value === 'number' ? value : 0
  }
  return { development: number('case/development_measures'), safetyNet: number('case/safety_net_measures') }
}

export async function seenCase(ctx: Context, id: number): Promise<HelpedCase> {
  const theCase = await caseForHelp(ctx, id)
  if (theCase === undefined || theCase.kind !== 'monitoring') throw new Problem(storeProblems.notFound, { what: '这件帮扶事项' })
  return theCase
}

async function seenMeasure(ctx: Context, id: number, version: number): Promise<MeasureRow> {
  const row = await measureById(ctx, id)
  if (row === undefined) throw new Problem(storeProblems.notFound, { what: '这项帮扶措施' })
  if (row.version !== version) throw new Problem(storeProblems.stale, { changed: [] })
  return row
}

function refuseOver(ctx: Context, row: MeasureRow): void {
  if (row.state !== 'ended' && row.state !== 'cancelled') return
  const measure = helpPolicy(ctx.policy).measures[row.measure]?.label ?? row.measure
  throw new Problem(helpProblems.measureOver, { measure, state: measureStateLabels[row.state] })
}

async function changedRow(ctx: Context, row: MeasureRow, set: Parameters<typeof changeMeasure>[2]): Promise<MeasureRow> {
  const changed = await changeMeasure(ctx, row, set)
  if (changed === undefined) throw new Problem(storeProblems.stale, { changed: [] })
  return changed
}

async function kept(ctx: Context, action: string, row: MeasureRow): Promise<Answer> {
  const details = { measure: row.measure, household: row.household_id, case: row.case_id }
  await recordActs(ctx, [{ action, subjectKind: 'measure', subjectId: row.id, divisionCode: row.division_code, details }])
  return { id: row.id, version: row.version }
}
