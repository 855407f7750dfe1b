/** The proof card of a lead: everything an officer needs at the door, on one page. */
import type { z } from 'zod'
import { withdrawnFilesOf } from '../../intake/server/index.ts'
import { Problem } from '../../kernel/index.ts'
import { citationText } from '../../policy/index.ts'
import { type Context, recordActs, storeProblems } from '../../store/index.ts'
import type { CounterEvidence, Evidence } from '../index.ts'
import type { ShownRow } from './found.ts'
import { eventsOf, leadById, leadsOfHousehold, type WholeLead } from './lead.queries.ts'
import { leadAnswer } from './lead-lists.actions.ts'
import { leadOrders, leadRows } from './lead-lists.queries.ts'
import { counterEvidenceOf } from './packs.ts'
import { runById } from './run.queries.ts'
import type { leadCard, leadEvent } from './shapes.ts'
import { eventLabels, eventText, evidenceInWords, ruleLabel, ruleOf } from './words.rules.ts'

type Card = z.infer<typeof leadCard>

/** Looking at it is recorded: it names a household. */
export async function leadProof(ctx: Context, id: number): Promise<Card> {
  const lead = await leadById(ctx, id)
  const [row] = lead === undefined ? [] : await leadRows(ctx, { division: ctx.officer.area, ids: [id] }, leadOrders.rank, undefined, 1)
  if (lead === undefined || row === undefined) throw new Problem(storeProblems.notFound, { what: '这条线索' })
  const { division_code: divisionCode, household_number: household } = lead
  await recordActs(ctx, [{ action: 'lead.seen', subjectKind: 'lead', subjectId: id, divisionCode, details: { household } }])
  const rule = ruleOf(ctx.policy, lead.rule_id)
  const asOf = (await runById(ctx, lead.last_run))?.as_of ?? lead.appeared_on
  const against = counterEvidenceOf(ctx.policy)
  const sources = sourcesOf(ctx, lead)
  const others = await leadsOfHousehold(ctx, lead.county_code, household)
  return {
    ...leadAnswer(ctx, row),
    asOf,
    urgencySteps: lead.urgency_steps as unknown as string[],
    plain: rule?.plain ?? '',
    ruleBasis: (rule?.basis ?? []).map((basis) => citationText(ctx.policy, basis)),
    evidence: (lead.evidence as unknown as Evidence[]).map((item) => evidenceInWords(ctx.policy, rule, item, lead.county_code, asOf)),
    sources,
    sourceCount: lead.source_count,
    withdrawnFiles: await withdrawnBehind(ctx, lead, sources),
    counterEvidence: (lead.counter_evidence as unknown as CounterEvidence[]).map((one) => ({
      ...one,
      label: against[one.kind]?.label ?? one.kind,
    })),
    questions: [...(rule?.ask ?? [])],
    otherLeads: others
      .filter((other) => other.id !== id)
      .map((other) => ({ id: other.id, ruleLabel: ruleLabel(ctx.policy, other.rule_id), state: other.state as Card['state'] })),
    events: (await eventsOf(ctx, id)).map(eventAnswer),
  }
}

function sourcesOf({ vault, policy }: Context, lead: WholeLead): Card['sources'] {
  if (lead.source_rows === null) return []
  const rows = JSON.parse(vault.open(lead.source_rows)) as ShownRow[]
  return rows.map(({ dataset, ...row }) => ({ ...row, datasetLabel: policy.datasets.get(dataset)?.label ?? dataset }))
}

/** Files of its last run that were taken back since, of those it names as its sources. */
async function withdrawnBehind(ctx: Context, lead: WholeLead, sources: Card['sources']): Promise<Card['withdrawnFiles']> {
  const withdrawn = await withdrawnFilesOf(ctx, 'screening_run', lead.last_run)
  const places = [...sources, ...(lead.counter_evidence as unknown as CounterEvidence[])].map(({ file }) => file)
  return withdrawn
    .filter(({ place }) => places.some((one) => one === place || one.startsWith(`${place} `)))
    .map(({ place: _, ...file }) => ({ ...file, note: withdrawnNote(file) }))
}

const withdrawnNote = ({ name, on, reason }: { name: string; on: string; reason: string }): string =>
  `这条线索依据的文件“${name}”已于 ${on} 撤回（${reason}）。请先核对依据是否仍然成立；下一次筛查将不再使用这份文件。`

function eventAnswer(event: Awaited<ReturnType<typeof eventsOf>>[number]): z.infer<typeof leadEvent> {
  return {
    id: event.id,
    at: event.at.toISOString(),
    kind: event.kind,
    label: eventLabels[event.kind] ?? event.kind,
    officerName: event.officer_name,
    runId: event.run_id,
    text: eventText(event.kind, event.details as Record<string, unknown>),
  }
}
