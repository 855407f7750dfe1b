/** Leads with their evidence, the rows that prove it and what speaks against it; and one ranked line per household. */
import { createHash } from 'node:crypto'
import { type Engine, text } from '../engine/index.ts'
import { type Condition, type LoadedRule, resolveParameter } from '../policy/index.ts'
import { type Comparison, comparisonsIn, conditionSql, factColumn, thresholdOf, thresholdValue } from './conditions.rules.ts'
import { derivedParts, fillIn, rollUpSources } from './facts.sql.ts'
import type { ScreeningRun } from './screening.ts'
import { type Severity, type Urgency, urgencyOf } from './urgency.rules.ts'

export interface Evidence {
  fact: string
  value: number | string | boolean | null
  parameter: string | null
  threshold: number | null
  basis: string | null
}

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

const digest = (value: string) => createHash('sha256').update(value).digest('hex').slice(0, 16)

/** Depends on household and rule alone. */
export function leadId(householdNumber: string, ruleId: string): string {
  return digest(`${householdNumber}\u001f${ruleId}`)
}

/** Facts whose rows prove nothing by themselves: they say who the rule is about. */
function isCircumstance(run: ScreeningRun, comparison: Comparison): boolean {
  return run.kindOf(comparison.fact) === 'boolean'
}

/** The sources query of a fact, over all households. */
function sourcesSql(run: ScreeningRun, name: string): string | undefined {
  const fact = run.options.policy.facts.get(name)
  if (!fact) return undefined
  if (fact.roll_up) return rollUpSources(fact.roll_up, run.factContext)
  const { sources } = derivedParts(fact)
  return sources === undefined ? undefined : fillIn(sources, run.factContext)
}

/** Writes `lead_source(rule_no, household, sheet_no, row_no)`: for every lead the rows behind each of its facts that holds. */
export async function findSources(engine: Engine, run: ScreeningRun): Promise<void> {
  await engine.run('CREATE OR REPLACE TABLE lead_source(rule_no INTEGER, household INTEGER, sheet_no INTEGER, row_no INTEGER)')
  for (const [i, rule] of run.rules.entries()) {
    const proving = comparisonsIn(rule.when).filter((comparison) => !isCircumstance(run, comparison))
    for (const name of new Set(proving.map(({ fact }) => fact))) {
      const sql = sourcesSql(run, name)
      if (sql === undefined) continue
      const holds = proving
        .filter(({ fact }) => fact === name)
        .map((comparison) => conditionSql(comparison, run))
        .join(' OR ')
      await engine.run(
        `CREATE OR REPLACE TEMP TABLE asked AS SELECT l.household FROM lead l JOIN household_fact f USING (household) WHERE l.rule_no = ${i} AND (${holds})`,
      )
      const datasets = [...new Set([...sql.matchAll(/'([a-z_]+)' AS dataset/g)].map((match) => match[1] ?? ''))].filter((dataset) =>
        run.options.sheets.some((sheet) => sheet.dataset === dataset),
      )
      for (const dataset of datasets) {
        await engine.run(`INSERT INTO lead_source SELECT DISTINCT ${i}, s.household, b.sheet_no, b.row_no
          FROM (SELECT household, dataset, r FROM (${sql}) WHERE dataset = ${text(dataset)} AND household IN (SELECT household FROM asked)) s JOIN rows_${dataset} b ON b.r = s.r`)
      }
    }
  }
}

type FactRow = Record<string, string | number | boolean | null>

function evidenceOf(run: ScreeningRun, rule: LoadedRule, row: FactRow): Evidence[] {
  const seen = new Set<string>()
  const lines: Evidence[] = []
  for (const comparison of holding(run, rule.when, row)) {
    const threshold = thresholdOf(comparison)
    const key = `${comparison.fact}|${threshold?.parameter ?? ''}`
    if (seen.has(key)) continue
    seen.add(key)
    lines.push(evidenceLine(run, rule, comparison, row))
  }
  const deciding = lines.filter(({ fact }) => run.kindOf(fact) !== 'boolean')
  return [...deciding.slice(0, 1), ...lines.filter((line) => line !== deciding[0])]
}

/** The comparisons that make a condition hold: of an *or* every branch that does, in order. */
function holding(run: ScreeningRun, condition: Condition, row: FactRow): Comparison[] {
  if ('all' in condition) return condition.all.flatMap((part) => holding(run, part, row))
  if ('any' in condition) {
    const true_ = condition.any.filter((part) => holds(run, part, row))
    return true_
      .flatMap((part) => holding(run, part, row))
      .filter((comparison, i, all) => all.findIndex(({ fact }) => fact === comparison.fact) === i)
  }
  if ('not' in condition) return []
  return holds(run, condition, row) ? [condition] : []
}

/** Whether a condition surely holds for one row of facts; the same reading as `conditionSql`, for rows already known to be hits. */
function holds(run: ScreeningRun, condition: Condition, row: FactRow): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(run, part, row))
  if ('any' in condition) return condition.any.some((part) => holds(run, part, row))
  if ('not' in condition)
    return comparisonsIn(condition.not).every((comparison) => row[valueColumn(run, comparison)] !== null) && !holds(run, condition.not, row)
  const kind = run.kindOf(condition.fact)
  if (kind === 'boolean' || kind === 'code') {
    const value = row[condition.fact] ?? null
    return Array.isArray(condition.in) ? condition.in.includes(String(value)) : value === condition.is
  }
  const value = row[valueColumn(run, condition)]
  if (value === null || value === undefined) return false
  const number = Number(value)
  if (condition.is === 'present') return number > 0
  const limit = thresholdValue(condition, run.valueOf)
  if (limit === null) return false
  const operator = thresholdOf(condition)?.operator
  return operator === 'at_least'
    ? number >= limit
    : operator === 'above'
      ? number > limit
      : operator === 'below'
        ? number < limit
        : number <= limit
}

/** Which end of the interval decides: the upper one for *below*, else the lower. */
function valueColumn(run: ScreeningRun, comparison: Comparison): string {
  const kind = run.kindOf(comparison.fact)
  if (kind === 'boolean' || kind === 'code') return comparison.fact
  const operator = thresholdOf(comparison)?.operator
  return `${comparison.fact}_${operator === 'below' || operator === 'at_most' ? 'hi' : 'lo'}`
}

function evidenceLine(run: ScreeningRun, rule: LoadedRule, comparison: Comparison, row: FactRow): Evidence {
  const { policy, region, asOf } = run.options
  const raw = row[valueColumn(run, comparison)] ?? null
  const isNumber = ['money', 'number'].includes(run.kindOf(comparison.fact))
  const parameter = thresholdOf(comparison)?.parameter.slice(1) ?? null
  const basis = parameter === null ? rule.basis : (resolveParameter(policy, parameter, region, asOf)?.basis ?? [])
  return {
    fact: comparison.fact,
    value: raw === null || !isNumber ? raw : Math.round(Number(raw) * 100 + Number.EPSILON) / 100,
    parameter,
    threshold: thresholdValue(comparison, run.valueOf),
    basis: basis.join(';') || null,
  }
}

interface LeadRow extends FactRow {
  household: number
  household_number: string
  township: string | null
  village: string | null
  village_code: string | null
  head_name: string | null
  is_monitored: boolean | null
  severity: string
}

/** All leads, sorted by household number and rule, with evidence, sources and counter-evidence. */
export async function collectLeads(engine: Engine, run: ScreeningRun): Promise<Lead[]> {
  const sources = await sourcesByLead(engine)
  const against = await counterEvidenceByHousehold(engine)
  const leads: Lead[] = []
  for (const [i, rule] of run.rules.entries()) {
    const columns = [
      ...new Set(
        comparisonsIn(rule.when).flatMap(({ fact }) =>
          ['money', 'number'].includes(run.kindOf(fact)) ? [factColumn(fact, 'lo'), factColumn(fact, 'hi')] : [factColumn(fact)],
        ),
      ),
    ]
    const rows =
      await engine.rows<LeadRow>(`SELECT l.household, l.severity, h.household_number, h.township, h.village, h.village_code, h.head_name, h.is_monitored, ${columns.map((column) => `f.${column}`).join(', ')}
      FROM lead l JOIN household h USING (household) JOIN household_fact f USING (household) WHERE l.rule_no = ${i}`)
    for (const row of rows) {
      const evidence = evidenceOf(run, rule, row)
      const lead_id = leadId(row.household_number, rule.id)
      leads.push({
        lead_id,
        evidence_id: digest(`${lead_id}\u001f${JSON.stringify(evidence)}`),
        household: row.household,
        household_number: row.household_number,
        township: row.township ?? '',
        village: row.village ?? '',
        village_code: row.village_code ?? '',
        head_name: row.head_name ?? '',
        rule_id: rule.id,
        risk: rule.risk,
        severity: row.severity as Severity,
        evidence,
        sources: sources.get(`${i}|${row.household}`) ?? [],
        counter_evidence: against.get(row.household) ?? [],
        already_monitored: row.is_monitored === true,
      })
    }
  }
  return leads.sort((a, b) => compareText(a.household_number, b.household_number) || compareText(a.rule_id, b.rule_id))
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

async function sourcesByLead(engine: Engine): Promise<Map<string, SourceRow[]>> {
  const found = new Map<string, SourceRow[]>()
  const sql = `SELECT DISTINCT rule_no, household, s.file, s.sheet_name AS sheet, row_no AS row FROM lead_source JOIN sheet s USING (sheet_no) ORDER BY rule_no, household, s.file, s.sheet_name, row_no`
  for await (const block of engine.stream<{ rule_no: number; household: number } & SourceRow>(sql)) {
    for (const { rule_no, household, file, sheet, row } of block) {
      const key = `${rule_no}|${household}`
      const list = found.get(key)
      if (list) list.push({ file, sheet, row })
      else found.set(key, [{ file, sheet, row }])
    }
  }
  return found
}

async function counterEvidenceByHousehold(engine: Engine): Promise<Map<number, CounterEvidence[]>> {
  const found = new Map<number, CounterEvidence[]>()
  const sql = `SELECT household, kind, value, s.file, s.sheet_name AS sheet, row_no AS row FROM counter_evidence JOIN sheet s USING (sheet_no) ORDER BY household, kind, s.file, s.sheet_name, row_no`
  for await (const block of engine.stream<{ household: number } & CounterEvidence>(sql)) {
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
