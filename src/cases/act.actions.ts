/** One procedure for all moves: every change of a case's state in this system happens here. */
import { permissions } from '../access/index.ts'
import { addDays, daysBetween, isOpenState, Problem, plainDay } from '../kernel/index.ts'
import { type Context, recordActs } from '../store/index.ts'
import { calendarOf } from './calendar.ts'
import type { CaseAction, CaseEvent, CaseParts, CaseRecord, CaseRow, Deadline, JsonObject, JsonValue, RecordKind } from './case-types.ts'
import { deadlinesOf, eventsOf, openCaseOf } from './cases.queries.ts'
import { deadlinesOn } from './deadlines.rules.ts'
import { lifecycleOf } from './lifecycles.ts'
import { type CaseMove, forbiddenBy, openMoves } from './moves.rules.ts'
import { caseProblems } from './problems.ts'
import type { StandingDeadline } from './projection.rules.ts'
import { isTyped, wrongTyped } from './records.rules.ts'
import { followRegister, seenCase } from './seen.actions.ts'
import { visitorNamed } from './visitors.actions.ts'
import { actionLabels, eventLabel, recordLabels, stateLabel } from './words.rules.ts'
import { appended } from './writing.ts'

export interface Acting {
  /** The version the officer saw. */
  version: number
  /** What the officer typed or chose; the rest is found. */
  record?: CaseRecord
}

/** The procedure over what the parts contribute. */
export function performing(parts: CaseParts) {
  /** Refuses, in this order, what is stale, not open, not permitted, too early or late, and incomplete. */
  return async function act(ctx: Context, caseId: number, action: CaseAction, { version, record = {} }: Acting): Promise<CaseRow> {
    const row = await followRegister(ctx, await seenCase(ctx, caseId, version))
    const deadlines = await deadlinesOf(ctx, caseId)
    const move = moveOf(ctx, row, deadlines, action)
    await refuseSamePerson(ctx, row, action)
    await refuseSecondOpen(ctx, row, move)
    const whole = await completed(ctx, parts, row, move, record)
    const due = dueFrom(ctx, row, move, deadlines)
    const event = { kind: 'moved', action, from_state: row.state, to_state: move.to, record: whole, deadlines: due } as const
    const done = await appended(ctx, row, event)
    await recordMove(ctx, done.row, done.event)
    for (const effect of parts.onEnter[move.to] ?? []) await effect(ctx, done.row, done.event)
    return done.row
  }
}

function moveOf(ctx: Context, row: CaseRow, deadlines: readonly StandingDeadline[], action: CaseAction): CaseMove {
  const open = openMoves(row, deadlines, ctx.today)
  const found = open.find(({ move }) => move.action === action)
  const label = actionLabels[action]
  if (found === undefined) {
    const names = open.map(({ move }) => actionLabels[move.action])
    throw new Problem(caseProblems.moveNotOpen, { action: label, state: stateLabel(row), open: names })
  }
  const { move, earliest, closedSince } = found
  if (!move.needs.some((word) => ctx.officer.permissions.has(word)))
    throw new Problem(caseProblems.notPermitted, { action: label, needs: move.needs.map((word) => permissions[word]) })
  if (closedSince !== null) throw new Problem(caseProblems.tooLate, { action: label, day: closedSince })
  if (earliest !== null) throw new Problem(caseProblems.tooEarly, { action: label, ...earliest })
  return move
}

async function refuseSamePerson(ctx: Context, row: CaseRow, action: CaseAction): Promise<void> {
  const other = forbiddenBy(row.kind, await eventsOf(ctx, row.id), ctx.officer.id, action)
  if (other === undefined) return
  throw new Problem(caseProblems.samePerson, { action: actionLabels[action], other: eventLabel(other), name: other.officer_name })
}

/** What is over is taken up again only where nothing newer is under way. */
async function refuseSecondOpen(ctx: Context, row: CaseRow, { to }: CaseMove): Promise<void> {
  if (row.is_open || !isOpenState(lifecycleOf(row.kind), to)) return
  const other = await openCaseOf(ctx, row.household_id, row.kind)
  if (other !== undefined) throw new Problem(caseProblems.otherOpen, { caseId: other.id, state: stateLabel(other) })
}

export interface FoundRecord {
  kind: RecordKind
  /** What was found and does. */
  found: JsonObject | undefined
  /** Why what was found does not do. */
  obstacle: string | null
}

/** What the finders know for a move, kind by kind. */
export async function foundFor(
  ctx: Context,
  parts: CaseParts,
  row: CaseRow,
  move: Pick<CaseMove, 'action' | 'records'>,
): Promise<FoundRecord[]> {
  const found: FoundRecord[] = []
  for (const kind of move.records) {
    const seen = kind === 'risk_factors' ? risksSeen(found) : undefined
    const one = seen ?? (await parts.records[kind]?.(ctx, row, move.action))
    const obstacle = typeof one?.obstacle === 'string' ? one.obstacle : null
    found.push({ kind, found: obstacle === null ? one : undefined, obstacle })
  }
  return found
}

/** Risks that the visit found come before those for which the case was begun. */
function risksSeen(found: readonly FoundRecord[]): JsonObject | undefined {
  const risks = found.find(({ kind }) => kind === 'visit_form')?.found?.risks
  return Array.isArray(risks) && risks.length > 0 ? { value: risks, label: risks.join('、') } : undefined
}

async function completed(ctx: Context, parts: CaseParts, row: CaseRow, move: CaseMove, given: CaseRecord): Promise<JsonObject> {
  const whole: JsonObject = {}
  const missing: { kind: string; label: string; obstacle: string | null }[] = []
  for (const { kind, found, obstacle } of await foundFor(ctx, parts, row, move)) {
    const typed = given[kind]
    if (typed !== undefined && typed !== null) whole[kind] = await checked(ctx, row, kind, typed)
    else if (found !== undefined) whole[kind] = found.value ?? found
    else missing.push({ kind, label: recordLabels[kind], obstacle })
  }
  if (missing.length > 0) throw new Problem(caseProblems.recordMissing, { action: actionLabels[move.action], missing })
  return whole
}

async function checked(ctx: Context, row: CaseRow, kind: RecordKind, value: JsonValue): Promise<JsonValue> {
  const label = recordLabels[kind]
  if (!isTyped(kind)) throw new Problem(caseProblems.recordNotTyped, { label })
  const wanted = wrongTyped(ctx.policy, kind, value)
  if (wanted !== undefined) throw new Problem(caseProblems.recordWrong, { label, wanted })
  if (kind === 'visitor') return visitorNamed(ctx, row, Number((value as JsonObject).officerId))
  return typeof value === 'string' ? value.trim() : value
}

/** What is due from the next state on; what comes back from a hold goes on where its time stood still. */
function dueFrom(ctx: Context, row: CaseRow, { to }: CaseMove, deadlines: readonly StandingDeadline[]): Deadline[] {
  const { states } = lifecycleOf(row.kind)
  const begun = new Set(deadlines.map(({ about }) => about).filter((about) => about.includes('..')))
  const counting = { policy: ctx.policy, calendar: calendarOf(ctx.policy), division: row.division_code }
  const held = states[row.state].kind === 'hold' && to === row.came_from ? deadlines.filter(({ about }) => about === to).at(-1) : undefined
  const start =
    held === undefined ? ctx.today : addDays(plainDay(held.starts_on), daysBetween(plainDay(row.state_since), plainDay(ctx.today)))
  return deadlinesOn(counting, row.kind, to, start, row.version + 1, begun)
}

async function recordMove(ctx: Context, row: CaseRow, event: CaseEvent): Promise<void> {
  const details = { action: event.action, from: event.from_state, to: event.to_state, household: row.household_number }
  await recordActs(ctx, [{ action: 'case.moved', subjectKind: 'case', subjectId: row.id, divisionCode: row.division_code, details }])
}
