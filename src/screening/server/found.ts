/** What a run hands to the database: one line of JSON per thing found, written by the process that screens and read by the job. */
import type { CounterEvidence, Evidence, Severity, SourceRow, Urgency } from '../index.ts'

/** A cell of a row that proves a lead; identity numbers, phones and accounts are masked before anything is kept. */
export interface ShownCell {
  label: string
  value: string
  masked: boolean
}

/** A row that proves a lead, with its cells. */
export interface ShownRow extends SourceRow {
  dataset: string
  cells: ShownCell[]
}

interface Placed {
  /** The village, or the county where the register does not say. */
  division_code: string
  household_number: string
  head_name: string
  township: string
  village: string
}

export interface FoundLead extends Placed {
  lead_key: string
  rule_id: string
  risk: string
  severity: Severity
  urgency: Urgency
  urgency_steps: string[]
  rank: number
  already_monitored: boolean
  evidence_id: string
  evidence: Evidence[]
  sources: SourceRow[]
  source_count: number
  counter_evidence: CounterEvidence[]
  content_key: string
  rows: ShownRow[]
}

/** A lead of the last run that this one does not find. */
export interface GoneLead {
  lead_key: string
  reason: GoneReason
}

export const goneReasons = {
  clear: '最近一次筛查不再命中',
  unknown: '数据不足，最近一次筛查不能判定',
  household: '户已不在农户信息中',
  rule: '规则已停用',
} as const
export type GoneReason = keyof typeof goneReasons

export interface FoundUnknown {
  division_code: string
  rule_id: string
  missing: string
  households: number
}

export interface FoundQuality extends Placed {
  finding_key: string
  rule_id: string
  severity: Severity
  person_ref: string
  person_name: string
  field: string
  found: string
  message: string
  source: SourceRow | null
}

export interface FoundDiscrepancy extends Omit<Placed, 'head_name'> {
  discrepancy_key: string
  comparison_id: string
  label: string
  person_name: string
  message: string
  sources: SourceRow[]
}

export interface RunSummary {
  policy_hash: string
  files: { dataset: string; label: string; file: string; sheet: string; rows: number; linked: number }[]
  rules: { rule_id: string; hit: number; clear: number; unknown: number }[]
  warnings: string[]
  seconds: Record<string, number>
  /** By dataset the fields whose cells stand in the row files. */
  row_columns?: Record<string, string[]>
}

/** Rows of departments that were linked to households of one village, as a file of the engine. */
export interface FoundRowFile {
  divisionCode: string
  path: string
}

/** What the screening process needs to know of the leads there are. */
export interface KnownLeads {
  /** Leads the last run found, to tell why one is gone. */
  present: { lead_key: string; household_number: string; rule_id: string }[]
  /** Closed leads that no longer make their household urgent; with an evidence id only while that is the same. */
  settled: { lead_key: string; evidence_id: string | null }[]
  /** Exempt household and rule. */
  exempt: { household_number: string; rule_id: string }[]
}

/** Everything a run found, in blocks of lines; what its process puts down last may still be under way. */
export interface Found {
  leads: AsyncIterable<FoundLead[]>
  gone: AsyncIterable<GoneLead[]>
  unknowns: AsyncIterable<FoundUnknown[]>
  quality: AsyncIterable<FoundQuality[]>
  discrepancies: AsyncIterable<FoundDiscrepancy[]>
  rows?: readonly FoundRowFile[] | Promise<readonly FoundRowFile[]>
  summary: RunSummary | Promise<RunSummary>
}
