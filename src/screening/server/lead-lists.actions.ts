/** The lead queue as lists and counts, in the words of the policy. */
import type { z } from 'zod'
import { divisionNames, type FileAnswer, flagged, kindsOf, orderFor, pageOf, parted, tableWorkbook } from '../../access/index.ts'
import type { Context } from '../../store/index.ts'
import type { CounterEvidencePack, Evidence } from '../index.ts'
import { divisionOf, readCursor } from './filters.rules.ts'
import {
  type HouseholdLeadsRow,
  householdOrders,
  householdRows,
  type LeadFilters,
  type LeadRow,
  leadCounts,
  leadOrders,
  leadRows,
  placeNames,
} from './lead-lists.queries.ts'
import { counterEvidenceOf } from './packs.ts'
import { placeColumns } from './place-columns.ts'
import type { householdPage, householdQuery, householdRow, leadPage, leadQuery, leadRow, leadSummary, summaryQuery } from './shapes.ts'
import {
  evidenceInWords,
  leadStateLabels,
  outcomeLabels,
  ruleLabel,
  ruleOf,
  sentenceOf,
  severityLabels,
  urgencyLabels,
} from './words.rules.ts'

type LeadAnswer = z.infer<typeof leadRow>
type HouseholdAnswer = z.infer<typeof householdRow>
type Filters = Omit<z.infer<typeof summaryQuery>, 'by'>

function filtersOf({ officer }: Context, query: Filters): LeadFilters {
  return {
    division: divisionOf(officer, query.division),
    rules: parted(query.rule),
    risks: parted(query.risk),
    urgencies: parted(query.urgency),
    severities: parted(query.severity),
    states: parted(query.state),
    isNew: flagged(query.isNew),
    isExempt: flagged(query.exempt),
    isMonitored: flagged(query.monitored),
    assignedTo: query.assignedTo === undefined ? undefined : query.assignedTo === 'me' ? officer.id : Number(query.assignedTo),
    householdNumber: query.household,
  }
}

export async function leadList(ctx: Context, query: z.infer<typeof leadQuery>): Promise<z.infer<typeof leadPage> | FileAnswer> {
  const filters = filtersOf(ctx, query)
  const order = orderFor(leadOrders, query.sort)
  if (query.format === 'xlsx') {
    const rows = async (most: number) => (await leadRows(ctx, filters, order, undefined, most)).map((row) => leadAnswer(ctx, row))
    return tableWorkbook(ctx, { name: '线索清单', divisionCode: filters.division, columns: leadColumns, rows })
  }
  const rows = await leadRows(ctx, filters, order, readCursor(query.after, kindsOf(order)), query.limit + 1)
  return pageOf(
    rows,
    query.limit,
    (row) => leadAnswer(ctx, row),
    ({ place }) => place,
  )
}

/** A lead as lists show it. */
export function leadAnswer({ policy }: Context, row: LeadRow): LeadAnswer {
  const rule = ruleOf(policy, row.rule_id)
  const evidence = (row.evidence as unknown as Evidence[]).map((item) =>
    evidenceInWords(policy, rule, item, row.county_code, row.appeared_on),
  )
  return {
    id: row.id,
    divisionCode: row.division_code,
    township: row.township,
    village: row.village,
    householdNumber: row.household_number,
    householdId: row.household_id,
    headName: row.head_name,
    ruleId: row.rule_id,
    ruleLabel: rule?.label ?? row.rule_id,
    risk: row.risk,
    severity: row.severity as LeadAnswer['severity'],
    urgency: row.urgency as LeadAnswer['urgency'],
    rank: row.rank,
    sentence: sentenceOf(evidence),
    state: row.state as LeadAnswer['state'],
    stateLabel: leadStateLabels[row.state as keyof typeof leadStateLabels],
    outcome: row.outcome as LeadAnswer['outcome'],
    outcomeReason: row.outcome_reason,
    isPresent: row.is_present,
    isNew: row.is_new === true,
    isExempt: row.is_exempt,
    alreadyMonitored: row.already_monitored,
    appearedOn: row.appeared_on,
    goneOn: row.gone_on,
    assignedTo: row.assigned_to === null ? null : { id: row.assigned_to, name: row.assigned_name ?? '' },
    version: row.version,
  }
}

const leadColumns = [
  ['序号', (lead: LeadAnswer) => (lead.rank === 0 ? '' : lead.rank)],
  ...placeColumns,
  ['紧急程度', (lead: LeadAnswer) => urgencyLabels[lead.urgency]],
  ['风险', (lead: LeadAnswer) => lead.risk],
  ['规则', (lead: LeadAnswer) => lead.ruleLabel],
  ['严重程度', (lead: LeadAnswer) => severityLabels[lead.severity]],
  ['依据', (lead: LeadAnswer) => lead.sentence],
  ['状态', (lead: LeadAnswer) => (lead.outcome === null ? lead.stateLabel : `${lead.stateLabel}（${outcomeLabels[lead.outcome]}）`)],
  ['承办人', (lead: LeadAnswer) => lead.assignedTo?.name ?? ''],
  ['新增', (lead: LeadAnswer) => (lead.isNew ? '是' : '')],
  ['豁免', (lead: LeadAnswer) => (lead.isExempt ? '是' : '')],
  ['已是监测对象', (lead: LeadAnswer) => (lead.alreadyMonitored ? '是' : '')],
  ['出现日期', (lead: LeadAnswer) => lead.appearedOn],
] as const

/** One ranked row per household; unless asked otherwise of what is still to be worked on. */
export async function householdList(
  ctx: Context,
  query: z.infer<typeof householdQuery>,
): Promise<z.infer<typeof householdPage> | FileAnswer> {
  const asked = filtersOf(ctx, query)
  const filters = { ...asked, states: asked.states ?? ['open', 'handled'], isExempt: asked.isExempt ?? false }
  const against = counterEvidenceOf(ctx.policy)
  const order = orderFor(householdOrders, query.sort)
  if (query.format === 'xlsx') {
    const rows = async (most: number) =>
      (await householdRows(ctx, filters, order, undefined, most)).map((row) => householdAnswer(ctx, row, against))
    return tableWorkbook(ctx, { name: '待核实农户', divisionCode: filters.division, columns: householdColumns, rows })
  }
  const rows = await householdRows(ctx, filters, order, readCursor(query.after, kindsOf(order)), query.limit + 1)
  return pageOf(
    rows,
    query.limit,
    (row) => householdAnswer(ctx, row, against),
    ({ place }) => place,
  )
}

const severityOrder = ['high', 'medium', 'low'] as const

function householdAnswer({ policy }: Context, row: HouseholdLeadsRow, against: CounterEvidencePack): HouseholdAnswer {
  const kinds = new Set(row.leads.flatMap(({ counter }) => counter.map(({ kind }) => kind)))
  return {
    divisionCode: row.division_code,
    township: row.township,
    village: row.village,
    householdNumber: row.household_number,
    householdId: row.household_id,
    headName: row.head_name,
    rank: row.rank,
    urgency: row.urgency,
    urgencySteps: row.urgency_steps,
    highestSeverity: severityOrder.find((one) => row.leads.some(({ severity }) => severity === one)) ?? 'low',
    risks: [...new Set(row.leads.map(({ risk }) => risk))],
    rules: row.leads.map((lead) => ({
      leadId: lead.id,
      ruleId: lead.rule_id,
      label: ruleLabel(policy, lead.rule_id),
      severity: lead.severity,
      state: lead.state,
    })),
    counterEvidence: [...kinds].map((kind) => against[kind]?.label ?? kind),
    alreadyMonitored: row.already_monitored,
    isNew: row.is_new,
    appearedOn: row.appeared_on,
    assignedTo: [...new Set(row.leads.flatMap(({ assigned_name }) => assigned_name ?? []))],
  }
}

const householdColumns = [
  ['序号', (one: HouseholdAnswer) => (one.rank === 0 ? '' : one.rank)],
  ...placeColumns,
  ['紧急程度', (one: HouseholdAnswer) => urgencyLabels[one.urgency]],
  ['风险', (one: HouseholdAnswer) => one.risks.join('、')],
  ['命中的规则', (one: HouseholdAnswer) => one.rules.map(({ label }) => label).join('、')],
  ['严重程度', (one: HouseholdAnswer) => severityLabels[one.highestSeverity]],
  ['反证', (one: HouseholdAnswer) => one.counterEvidence.join('、')],
  ['承办人', (one: HouseholdAnswer) => one.assignedTo.join('、')],
  ['已是监测对象', (one: HouseholdAnswer) => (one.alreadyMonitored ? '是' : '')],
  ['新增', (one: HouseholdAnswer) => (one.isNew ? '是' : '')],
  ['发现日期', (one: HouseholdAnswer) => one.appearedOn],
] as const

/** Counts for charts; unless asked otherwise of what is still to be worked on. */
export async function leadSummaries(ctx: Context, query: z.infer<typeof summaryQuery>): Promise<z.infer<typeof leadSummary>> {
  const asked = filtersOf(ctx, query)
  const isOpenEnded = query.by === 'state' || asked.states !== undefined
  const filters = { ...asked, isExempt: asked.isExempt ?? false, states: isOpenEnded ? asked.states : ['open', 'handled'] }
  const rows = await leadCounts(ctx, filters, query.by)
  const labelOf = await labels(
    ctx,
    filters.division,
    query.by,
    rows.map(({ key }) => key),
  )
  return { items: rows.map(({ is_new, ...row }) => ({ ...row, label: labelOf(row.key), isNew: is_new })) }
}

async function labels(
  ctx: Context,
  division: string,
  by: z.infer<typeof summaryQuery>['by'],
  keys: readonly string[],
): Promise<(key: string) => string> {
  if (by === 'township' || by === 'village') {
    const [official, found] = [await divisionNames(ctx, keys), await placeNames(ctx, division, by)]
    return (key) => official.get(key) ?? (found.get(key) || key)
  }
  if (by === 'rule') return (key) => ruleLabel(ctx.policy, key)
  if (by === 'urgency') return (key) => urgencyLabels[key as keyof typeof urgencyLabels]
  if (by === 'state') return (key) => leadStateLabels[key as keyof typeof leadStateLabels]
  return (key) => key
}
