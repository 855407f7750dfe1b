/** What the workbooks are filled from: plain data, long lists as iterables so that a whole county never stands in memory. */

/** A list that may be longer than memory. */
export type Rows<T> = Iterable<T> | AsyncIterable<T>

export type Severity = 'high' | 'medium' | 'low'
export type Urgency = 'red' | 'yellow' | 'green'

/** Where a value stands: file below the input folder, sheet (empty for text files), row as a spreadsheet program shows it. */
export interface SourceRow {
  file: string
  sheet: string
  row: number
}

/** One recognised sheet and what became of its rows. */
export interface DatasetTally {
  dataset: string
  label: string
  department: string
  file: string
  sheet: string
  rowsIn: number
  accepted: number
  rejected: number
  linked: number
  unlinked: number
}

export interface SkippedSheet {
  file: string
  sheet: string
  reason: string
}

/** One township's line of the cover: households with a lead by urgency and by risk. */
export interface TownshipRisks {
  township: string
  households: number
  red: number
  yellow: number
  green: number
  /** Households by risk (因病, 因学 …). */
  byRisk: Readonly<Record<string, number>>
}

/** One rule in plain words with the number of households it decided. */
export interface RuleTally {
  ruleId: string
  label: string
  risk: string
  plain: string
  /** Thresholds as printed, each with unit and basis (`自付医疗费 10000 元，待县确认`). */
  parameters: readonly string[]
  basis: readonly string[]
  hit: number
  clear: number
  unknown: number
}

/** One value against its threshold. */
export interface EvidenceItem {
  label: string
  value: string | number | boolean | null
  unit: string
  threshold: string | number | null
  /** How value and threshold are compared, printed between them (`≥`, `<`). */
  comparison: string
  /** Document behind the threshold, as printed. */
  basis: string | null
  /** The threshold has no citable document and waits for the county. */
  isProvisional: boolean
}

export interface CounterEvidence {
  kind: string
  label: string
  value: string | number
  source: SourceRow | null
}

export interface HouseholdEntry {
  rank: number
  township: string
  village: string
  householdNumber: string
  headName: string
  urgency: Urgency
  /** How the urgency came about, step by step. */
  urgencySteps: readonly string[]
  risks: readonly string[]
  ruleLabels: readonly string[]
  highestSeverity: Severity
  alreadyMonitored: boolean
  counterEvidenceLabels: readonly string[]
  /** Null when there was nothing to compare with. */
  newSincePrevious: boolean | null
}

/** One lead as printed; township workbooks and the county workbook share it. */
export interface LeadEntry {
  leadId: string
  ruleId: string
  ruleLabel: string
  /** The rule in one plain sentence. */
  plain: string
  risk: string
  severity: Severity
  /** Rank and urgency of the household. */
  rank: number
  urgency: Urgency
  township: string
  village: string
  householdNumber: string
  headName: string
  phone: string | null
  /** What was found, in one sentence. */
  sentence: string
  evidence: readonly EvidenceItem[]
  counterEvidence: readonly CounterEvidence[]
  ask: readonly string[]
  sources: readonly SourceRow[]
  /** How many source rows there are when `sources` carries only the first of them. */
  sourceCount?: number
  alreadyMonitored: boolean
  newSincePrevious: boolean | null
}

export interface UnknownTally {
  ruleId: string
  ruleLabel: string
  /** Facts that are missing, in words. */
  missing: readonly string[]
  households: number
  /** What to hand in or to mend so that the rule can be decided. */
  remedy: string
}

export interface QualityTally {
  ruleId: string
  label: string
  /** Number in the national catalogue, if it has one. */
  nationalNumber: string | null
  found: number
  remedy: string
}

export interface QualityFinding {
  ruleId: string
  label: string
  householdNumber: string
  personIdNumber: string | null
  field: string
  found: string
  message: string
  source: SourceRow | null
}

export interface RowIssueEntry extends SourceRow {
  column: string
  code: string
  found: string
  expected: string
  severity: 'error' | 'warning'
}

/** What a person is recognised by, on a department's row or in the register. */
export interface PersonCard {
  name: string | null
  idNumber: string | null
  bornOn: string | null
  township: string | null
  village: string | null
  phone: string | null
}

export interface ReviewCandidate extends PersonCard {
  householdNumber: string
  /** Names the person within the household across runs and holds no identity number (人编号, or file and row of the register). */
  personKey: string
  /** 0 to 1. */
  score: number
  reason: string
}

export interface ReviewEntry extends SourceRow {
  dataset: string
  datasetLabel: string
  asWritten: PersonCard
  /** Best first; the workbook shows three. */
  candidates: readonly ReviewCandidate[]
}

export interface DiscrepancyEntry {
  comparison: string
  township: string
  village: string
  householdNumber: string
  personName: string | null
  message: string
  sources: readonly SourceRow[]
}

export interface ResultTotals {
  households: number
  persons: number
  householdsWithLeads: number
  leads: number
  red: number
  yellow: number
  green: number
  alreadyMonitored: number
  /** Null when there was nothing to compare with. */
  newSincePrevious: number | null
  unknowns: number
  qualityFindings: number
  rowIssues: number
  reviews: number
  discrepancies: number
}

/** Everything that stands in 结果.xlsx. */
export interface ResultData {
  regionCode: string
  regionName: string
  asOf: string
  policyHash: string
  totals: ResultTotals
  /** Sentences an official must read first: datasets not handed in, numbers that wait for the county, no monitoring line … */
  warnings: readonly string[]
  datasets: readonly DatasetTally[]
  skipped: readonly SkippedSheet[]
  townships: readonly TownshipRisks[]
  rules: readonly RuleTally[]
  /** In order of urgency. */
  households: Rows<HouseholdEntry>
  /** By township and village, households in order of urgency. */
  leads: Rows<LeadEntry>
  unknowns: Rows<UnknownTally>
  quality: Rows<QualityTally>
  qualityFindings: Rows<QualityFinding>
  rowIssues: Rows<RowIssueEntry>
  reviews: Rows<ReviewEntry>
  discrepancies: Rows<DiscrepancyEntry>
}

/** One township's leads to visit, households in order of urgency. */
export interface TownshipLeads {
  township: string
  leads: Rows<LeadEntry>
}

/** A cell of a returned workbook that cannot be used as it stands. */
export interface FillProblem {
  file: string
  sheet: string
  row: number
  column: string
  found: string
  /** What is wrong and what to do. */
  message: string
}

export const visitResults = ['属实', '不属实', '已掌握', '查无此户', '其他'] as const
export type VisitResult = (typeof visitResults)[number]

export interface TownshipResult {
  leadId: string
  ruleId: string
  householdNumber: string
  result: VisitResult
  note: string
  by: string
  on: string
}

/** What a clerk decided about one department row and one person; `all others` come as `different`. */
export interface ReviewDecision {
  file: string
  sheet: string
  row: number
  dataset: string
  household_number: string
  person_key: string
  /** Null when nothing was passed that knows the person behind the key. */
  person_id_number: string | null
  decision: 'same' | 'different'
}

export interface Exemption {
  ruleId: string
  householdNumber: string
  personIdNumber: string | null
  reason: string
  evidence: string
  approver: string
  until: string
}
