/** Households and leads in the words that the workbooks print. */
import { citationText, type LoadedRule } from '../policy/index.ts'
import { type CounterEvidencePack, comparisonsIn, type Evidence, type HouseholdLine, type Lead, thresholdOf } from '../screening/index.ts'
import type { Run } from './pipeline.ts'
import type { CounterEvidence, EvidenceItem, HouseholdEntry, LeadEntry } from './workbooks/index.ts'

/** The workbook names where the proof stands by its first rows. */
const mostSources = 20

/** One run's rules and ranks, for putting its leads into words. */
export class LeadWords {
  readonly #run: Run
  readonly #rules: ReadonlyMap<string, LoadedRule>
  readonly #lines: ReadonlyMap<number, HouseholdLine>
  readonly #against: CounterEvidencePack

  constructor(run: Run) {
    this.#run = run
    this.#rules = new Map(run.screening.rules.map((rule) => [rule.id, rule]))
    this.#lines = new Map(run.households.map((line) => [line.household, line]))
    this.#against = run.packs.counterEvidence()
  }

  #counterLabel(kind: string): string {
    return this.#against[kind]?.label ?? kind
  }

  household(line: HouseholdLine): HouseholdEntry {
    return {
      rank: line.rank,
      township: line.township,
      village: line.village,
      householdNumber: line.household_number,
      headName: line.head_name,
      urgency: line.urgency,
      urgencySteps: line.steps,
      risks: line.risks,
      ruleLabels: line.rules.map((id) => this.#rules.get(id)?.label ?? id),
      highestSeverity: line.highest_severity,
      alreadyMonitored: line.already_monitored,
      counterEvidenceLabels: line.counter_evidence_kinds.map((kind) => this.#counterLabel(kind)),
      newSincePrevious: line.new_since_previous,
    }
  }

  lead(lead: Lead): LeadEntry {
    const rule = this.#rules.get(lead.rule_id)
    const line = this.#lines.get(lead.household)
    const evidence = lead.evidence.map((item) => this.#evidence(rule, item))
    const counterEvidence = lead.counter_evidence.map(
      ({ kind, value, file, sheet, row }): CounterEvidence => ({
        kind,
        label: this.#counterLabel(kind),
        value,
        source: { file, sheet, row },
      }),
    )
    return {
      leadId: lead.lead_id,
      ruleId: lead.rule_id,
      ruleLabel: rule?.label ?? lead.rule_id,
      plain: rule?.plain ?? '',
      risk: lead.risk,
      severity: lead.severity,
      rank: line?.rank ?? 0,
      urgency: line?.urgency ?? 'green',
      township: lead.township,
      village: lead.village,
      householdNumber: lead.household_number,
      headName: lead.head_name,
      phone: null,
      sentence: evidence.map(sentenceOf).join(';'),
      evidence,
      counterEvidence,
      ask: rule?.ask ?? [],
      sources: lead.sources.slice(0, mostSources),
      sourceCount: lead.sources.length,
      alreadyMonitored: lead.already_monitored,
      newSincePrevious: line?.new_since_previous ?? null,
    }
  }

  #evidence(rule: LoadedRule | undefined, item: Evidence): EvidenceItem {
    const { policy } = this.#run.options
    const fact = policy.facts.get(item.fact)
    const operator = rule
      ? comparisonsIn(rule.when)
          .map((comparison) => ({ comparison, threshold: thresholdOf(comparison) }))
          .find(({ comparison, threshold }) => comparison.fact === item.fact && (threshold?.parameter.slice(1) ?? null) === item.parameter)
          ?.threshold?.operator
      : undefined
    const bases = item.basis === null ? [] : item.basis.split(';')
    return {
      label: fact?.label ?? item.fact,
      value: item.value === true ? '是' : item.value === false ? '否' : item.value,
      unit: typeof item.value === 'number' ? (fact?.unit ?? '') : '',
      threshold: item.threshold,
      comparison: operator === undefined ? '' : { at_least: '≥', above: '>', below: '<', at_most: '≤' }[operator],
      basis: bases.length === 0 ? null : bases.map((basis) => citationText(policy, basis)).join('、'),
      isProvisional: item.parameter !== null && bases.includes('project-default'),
    }
  }
}

/** One value against its threshold, in words. */
function sentenceOf(item: EvidenceItem): string {
  const value = `${item.label} ${item.value ?? '不明'}${item.unit}`
  if (item.threshold === null) return value
  return `${value} ${item.comparison} ${item.threshold}${item.unit}`
}
