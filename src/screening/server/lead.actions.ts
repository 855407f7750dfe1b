/** What officers do with a lead: assign it, hand it back, note, close and reopen; each with the version they saw. */
import type { z } from 'zod'
import type { HandOverStep } from '../../access/index.ts'
import { Problem } from '../../kernel/index.ts'
import { type Context, recordActs, storeProblems } from '../../store/index.ts'
import type { CounterEvidence, Severity } from '../index.ts'
import { urgencyOf } from '../urgency.rules.ts'
import {
  type Assignee,
  appendEvent,
  assigneeById,
  changeLead,
  eventsOf,
  type LeadChange,
  type LeadEvent,
  leadsOfHousehold,
  lockedLead,
  moveLeads,
  type WholeLead,
  writeUrgency,
} from './lead.queries.ts'
import { screeningProblems } from './problems.ts'
import type { assignBody, closeBody, noteBody, reopenBody, versionAnswer } from './shapes.ts'
import { eventLabels, leadStateLabels, outcomeLabels } from './words.rules.ts'

type Answer = z.infer<typeof versionAnswer>

/** Gives the lead to an officer whose area contains it, or, with no officer, back to the township's queue. */
export async function assignLead(ctx: Context, id: number, body: z.infer<typeof assignBody>): Promise<Answer> {
  const lead = await seenLead(ctx, id, body.version)
  refuseClosed(lead)
  if (body.officerId === null) return handBack(ctx, lead, body.reason ?? '')
  const officer = await assigneeFor(ctx, lead, body.officerId)
  return done(ctx, lead, { state: 'handled', assigned_to: officer.id, assigned_name: officer.name }, 'lead.assigned', {
    kind: 'assigned',
    details: { officer: officer.name, officerId: officer.id, ...(body.reason ? { text: body.reason } : {}) },
  })
}

async function handBack(ctx: Context, lead: WholeLead, reason: string): Promise<Answer> {
  if (lead.state !== 'handled') throw new Problem(screeningProblems.alreadyInQueue, {})
  if (reason === '') throw new Problem(screeningProblems.reasonMissing, {})
  const details = { officer: ctx.officer.name, from: lead.assigned_name, reason }
  return done(ctx, lead, { state: 'open', assigned_to: null, assigned_name: null }, 'lead.handed_back', { kind: 'handed_back', details })
}

async function assigneeFor(ctx: Context, lead: WholeLead, officerId: number): Promise<Assignee> {
  const officer = await assigneeById(ctx, officerId)
  if (officer === undefined) throw new Problem(screeningProblems.assigneeUnknown, { id: officerId })
  if (!lead.division_code.startsWith(officer.division_code))
    throw new Problem(screeningProblems.assigneeOutside, { name: officer.name, village: lead.village || lead.division_code })
  return officer
}

export async function noteLead(ctx: Context, id: number, body: z.infer<typeof noteBody>): Promise<Answer> {
  const lead = await seenLead(ctx, id, body.version)
  return done(ctx, lead, {}, 'lead.noted', { kind: 'noted', details: { text: body.text } })
}

/** Closes the lead as true or not true; the household is then as urgent as what is left. */
export async function closeLead(ctx: Context, id: number, { version, outcome, reason }: z.infer<typeof closeBody>): Promise<Answer> {
  const lead = await seenLead(ctx, id, version)
  refuseClosed(lead)
  const change = { state: 'closed', outcome, outcome_reason: reason } as const
  const answer = await done(ctx, lead, change, 'lead.closed', { kind: 'closed', details: { outcome, reason } })
  await judgeHousehold(ctx, lead)
  return answer
}

export async function reopenLead(ctx: Context, id: number, { version, reason }: z.infer<typeof reopenBody>): Promise<Answer> {
  const lead = await seenLead(ctx, id, version)
  if (lead.state !== 'closed') throw new Problem(screeningProblems.leadNotClosed, { state: leadStateLabels[lead.state as 'open'] })
  if (!lead.is_present) throw new Problem(screeningProblems.leadGone, { reason: lead.outcome_reason ?? '' })
  const state = lead.assigned_to === null ? 'open' : 'handled'
  const answer = await done(ctx, lead, { state, outcome: null, outcome_reason: null }, 'lead.reopened', {
    kind: 'reopened',
    details: { reason },
  })
  await judgeHousehold(ctx, lead)
  return answer
}

/** Account hand-over: leads under way go to the successor. */
export const handOverLeads: HandOverStep = async (ctx, from, to) => {
  const officer = await assigneeById(ctx, to)
  return { label: '在办线索', count: officer === undefined ? 0 : await moveLeads(ctx, from, officer) }
}

/** The lead, locked, as the officer saw it; outside the area it is not found, changed meanwhile it is stale. */
async function seenLead(ctx: Context, id: number, version: number): Promise<WholeLead> {
  const lead = await lockedLead(ctx, id)
  if (lead === undefined) throw new Problem(storeProblems.notFound, { what: '这条线索' })
  if (lead.version !== version) throw new Problem(storeProblems.stale, { changed: await changesSince(ctx, lead, version) })
  return lead
}

/** What happened since, newest first, in the words of the history. */
async function changesSince(ctx: Context, lead: WholeLead, version: number): Promise<string[]> {
  const events = await eventsOf(ctx, lead.id)
  return events
    .slice(0, Math.max(1, Math.min(3, lead.version - version)))
    .map((event) => `${event.officer_name}${eventLabels[event.kind] ?? ''}`)
}

function refuseClosed(lead: WholeLead): void {
  if (lead.state !== 'closed') return
  if (lead.outcome === 'gone') throw new Problem(screeningProblems.leadGone, { reason: lead.outcome_reason ?? '' })
  throw new Problem(screeningProblems.leadClosed, { outcome: outcomeLabels[lead.outcome as 'true'] })
}

async function done(ctx: Context, lead: WholeLead, change: Partial<LeadChange>, action: string, event: LeadEvent): Promise<Answer> {
  const version = await changeLead(ctx, lead, change)
  await appendEvent(ctx, lead, event)
  const details = { rule: lead.rule_id, household: lead.household_number, ...(change.outcome ? { outcome: change.outcome } : {}) }
  await recordActs(ctx, [{ action, subjectKind: 'lead', subjectId: lead.id, divisionCode: lead.division_code, details }])
  return { id: lead.id, version, state: change.state ?? lead.state }
}

/** How urgent the household is by what is still to be worked on, as a run would say it. */
export async function judgeHousehold(
  ctx: Context,
  { county_code, household_number }: { county_code: string; household_number: string },
): Promise<void> {
  const all = await leadsOfHousehold(ctx, county_code, household_number)
  const atWork = all.filter((lead) => lead.state !== 'closed' && !lead.is_exempt)
  const first = atWork[0]
  if (first === undefined) return
  const kinds = new Set((first.counter_evidence as unknown as CounterEvidence[]).map(({ kind }) => kind))
  const { urgency, steps } = urgencyOf(
    atWork.map(({ severity }) => severity as Severity),
    atWork.map(({ risk }) => risk),
    [...kinds],
  )
  await writeUrgency(
    ctx,
    atWork.map(({ id }) => id),
    urgency,
    steps,
  )
}
