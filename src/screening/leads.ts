/** Leads with their evidence, the rows that prove it and what speaks against it; and one ranked line per household. */
import { hash } from 'node:crypto'
import type { Engine } from '../engine/index.ts'
import type { LoadedRule } from '../policy/index.ts'
import { type Evidence, type FactRow, RuleEvidence } from './evidence.ts'
import { counterEvidenceSql, leadHouseholdsSql, leadRowsSql, leadSheetsSql, sheetNamesSql } from './leads.sql.ts'
import type { ScreeningRun } from './screening.ts'
import { type Severity, type Urgency, urgencyOf } from './urgency.rules.ts'

export interface SourceRow {
  file: string
  sheet: string
  row: number
}

export interface CounterEvidence extends SourceRow {
  kind: string
  value: string
}

export interface Lead {
  lead_id: string
  evidence_id: string
  household: number
  household_number: string
  township: string
  village: string
  village_code: string
  head_name: string
  rule_id: string
  risk: string
  severity: Severity
  evidence: Evidence[]
  sources: SourceRow[]
  counter_evidence: CounterEvidence[]
  already_monitored: boolean
}

export interface HouseholdLine {
  rank: number
  household: number
  household_number: string
  township: string
  village: string
  village_code: string
  head_name: string
  urgency: Urgency
  steps: string[]
  rules: string[]
  risks: string[]
  highest_severity: Severity
  already_monitored: boolean
  counter_evidence_kinds: string[]
  /** Unknown without last month's folder. */
  new_since_previous: boolean | null
}

const digest = (value: string) => hash('sha256', value).slice(0, 16)

/** Depends on household and rule alone. */
export function leadId(householdNumber: string, ruleId: string): string {
  return digest(`${householdNumber}\u001f${ruleId}`)
}

interface LeadHousehold {
  household: number
  household_number: string
  township: string | null
  village: string | null
  village_code: string | null
  head_name: string | null
  is_monitored: boolean | null
}

type LeadRow = FactRow & { household: number; severity: Severity }

/** All leads, sorted by household number and rule, with evidence, sources and counter-evidence. */
export async function collectLeads(engine: Engine, run: ScreeningRun): Promise<Lead[]> {
  const households = new Map((await engine.rows<LeadHousehold>(leadHouseholdsSql)).map((row) => [row.household, row]))
  const sources = await sourcesByLead(engine)
  const against = await counterEvidenceByHousehold(engine)
  const leads: Lead[] = []
  for (const [ruleNo, rule] of run.rules.entries()) {
    const evidence = new RuleEvidence(run, rule)
    for (const row of await engine.rows<LeadRow>(leadRowsSql(ruleNo, evidence.columns))) {
      const household = households.get(row.household)
      if (!household) continue
      leads.push({
        ...leadOf(household, rule, row.severity, evidence.of(row)),
        sources: sources.get(`${ruleNo}|${row.household}`) ?? [],
        counter_evidence: against.get(row.household) ?? [],
      })
    }
  }
  return leads.sort((a, b) => compareText(a.household_number, b.household_number) || compareText(a.rule_id, b.rule_id))
}

function leadOf(of: LeadHousehold, rule: LoadedRule, severity: Severity, evidence: Evidence[]): Omit<Lead, 'sources' | 'counter_evidence'> {
  const lead_id = leadId(of.household_number, rule.id)
  return {
    lead_id,
    evidence_id: digest(`${lead_id}\u001f${JSON.stringify(evidence)}`),
    household: of.household,
    household_number: of.household_number,
    township: of.township ?? '',
    village: of.village ?? '',
    village_code: of.village_code ?? '',
    head_name: of.head_name ?? '',
    rule_id: rule.id,
    risk: rule.risk,
    severity,
    evidence,
    already_monitored: of.is_monitored === true,
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

async function sourcesByLead(engine: Engine): Promise<Map<string, SourceRow[]>> {
  const sheets = await engine.rows<{ sheet_no: number; file: string; sheet: string }>(sheetNamesSql)
  const named = new Map(sheets.map(({ sheet_no, file, sheet }) => [sheet_no, { file, sheet }]))
  const found = new Map<string, SourceRow[]>()
  for await (const block of engine.stream<{ rule_no: number; household: number; sheet_no: number; rows: number[] }>(leadSheetsSql)) {
    for (const { rule_no, household, sheet_no, rows } of block) {
      const { file = '', sheet = '' } = named.get(sheet_no) ?? {}
      const key = `${rule_no}|${household}`
      const own = rows.map((row): SourceRow => ({ file, sheet, row }))
      const before = found.get(key)
      if (before) before.push(...own)
      else found.set(key, own)
    }
  }
  return found
}

async function counterEvidenceByHousehold(engine: Engine): Promise<Map<number, CounterEvidence[]>> {
  const found = new Map<number, CounterEvidence[]>()
  for await (const block of engine.stream<{ household: number } & CounterEvidence>(counterEvidenceSql)) {
    for (const { household, kind, value, file, sheet, row } of block) {
      const list = found.get(household)
      if (list) list.push({ kind, value, file, sheet, row })
      else found.set(household, [{ kind, value, file, sheet, row }])
    }
  }
  return found
}

const urgencyRank: Record<Urgency, number> = { red: 0, yellow: 1, green: 2 }
const severityRank: Record<Severity, number> = { high: 0, medium: 1, low: 2 }

/** One line per household with a lead, most urgent first; households not yet monitored before those that are. */
export function rankHouseholds(leads: readonly Lead[], previous: ReadonlySet<string> | undefined): HouseholdLine[] {
  const byHousehold = Map.groupBy(leads, ({ household }) => household)
  const lines = [...byHousehold.values()].map((own): HouseholdLine & { strength: number } => {
    const first = own[0] as Lead
    const kinds = [...new Set(first.counter_evidence.map(({ kind }) => kind))]
    const { urgency, highest, steps } = urgencyOf(
      own.map(({ severity }) => severity),
      own.map(({ risk }) => risk),
      kinds,
    )
    return {
      rank: 0,
      household: first.household,
      household_number: first.household_number,
      township: first.township,
      village: first.village,
      village_code: first.village_code,
      head_name: first.head_name,
      urgency,
      steps,
      rules: own.map(({ rule_id }) => rule_id),
      risks: [...new Set(own.map(({ risk }) => risk))],
      highest_severity: highest,
      already_monitored: first.already_monitored,
      counter_evidence_kinds: kinds,
      new_since_previous: previous === undefined ? null : own.some(({ lead_id }) => !previous.has(lead_id)),
      strength: own.reduce((sum, { severity }) => sum + [9, 3, 1][severityRank[severity]]!, 0),
    }
  })
  lines.sort(
    (a, b) =>
      urgencyRank[a.urgency] - urgencyRank[b.urgency] ||
      severityRank[a.highest_severity] - severityRank[b.highest_severity] ||
      Number(a.already_monitored) - Number(b.already_monitored) ||
      b.strength - a.strength ||
      a.counter_evidence_kinds.length - b.counter_evidence_kinds.length ||
      compareText(a.household_number, b.household_number),
  )
  return lines.map(({ strength: _, ...line }, i) => ({ ...line, rank: i + 1 }))
}
