/** Row types of the database, generated from it by `npm run types`; not edited by hand. */
import type { ColumnType } from 'kysely'

export type ArrayType<T> = ArrayTypeImpl<T> extends (infer U)[] ? U[] : ArrayTypeImpl<T>

export type ArrayTypeImpl<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S[], I[], U[]> : T[]

export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

export type Int8 = ColumnType<number, bigint | number | string, bigint | number | string>

export type Json = JsonValue

export type JsonArray = JsonValue[]

export type JsonObject = {
  [x: string]: JsonValue | undefined
}

export type JsonPrimitive = boolean | number | string | null

export type JsonValue = JsonArray | JsonObject | JsonPrimitive

export type Numeric = ColumnType<string, number | string, number | string>

export type Timestamp = ColumnType<Date, Date | string, Date | string>

export interface AnsweredRequests {
  answered_at: Timestamp
  body: string | null
  fingerprint: string
  key: string
  officer_id: Int8
  status: number
}

export interface ApplicationPhotos {
  application_id: Int8
  division_code: string
  photo_sealed: Buffer
}

export interface Applications {
  /**
   * How the case ended, as an entry of policy/channels; absent while it goes on.
   */
  answer: string | null
  answered_on: string | null
  asker_name: Generated<string>
  asker_phone_sealed: Buffer | null
  asker_relation: Generated<string>
  asks_for: string
  case_id: Int8 | null
  channel: string
  /**
   * Made where it was typed, so that sending twice keeps it once.
   */
  client_key: string
  code_id: Int8 | null
  decided_by: string | null
  decided_on: string | null
  difficulty: string
  /**
   * The village; the township or county while nobody knows the village yet.
   */
  division_code: string
  due_on: string
  entered_by: string | null
  /**
   * The office above that was told because it waits past its day.
   */
  escalated_to: string | null
  follow_up_index: Buffer
  follow_up_sealed: Buffer
  household_id: Int8 | null
  id: Generated<Int8>
  id_index: Buffer | null
  id_sealed: Buffer | null
  /**
   * Whom it is about; who asks for somebody else is in the columns of the asker.
   */
  name: string
  note: Generated<string>
  phone_sealed: Buffer | null
  received_at: Timestamp
  received_on: string
  refusal: string | null
  reminded_on: string | null
  state: Generated<string>
  told_how: string | null
  /**
   * When the asker looked the result up or an officer told it.
   */
  told_on: string | null
  version: Generated<number>
  way: string
  words: Generated<string>
}

export interface AssetComparisons {
  asked_on: string
  case_id: Int8
  /**
   * [{kind, label, files, rows}] that were read; a kind without files was not handed in.
   */
  datasets: Generated<Json>
  division_code: string
  done_at: Timestamp | null
  failure: string | null
  household_id: Int8
  id: Generated<Int8>
  /**
   * How many members were looked for, by identity number.
   */
  members: Generated<number>
  reused_why: string | null
  state: Generated<string>
}

export interface AssetFlags {
  case_id: Int8
  comparison_id: Int8
  division_code: string
  explained_as: string | null
  explained_at: Timestamp | null
  explained_by: string | null
  explanation: string | null
  file: string
  id: Generated<Int8>
  kind: string
  label: string
  person_id: Int8
  person_name: string
  row_no: number
  sheet: string
  value: string
}

export interface AuditEntries {
  action: string
  at: Timestamp
  details: Generated<Json>
  division_code: string
  id: Generated<Int8>
  officer_id: Int8
  officer_name: string
  request_id: string
  subject_id: string
  subject_kind: string
  written_by: Generated<string>
}

export interface AuditSeals {
  algorithm: string
  digest: string
  entry_ids: ArrayType<Int8>
  entry_marks: Buffer
  id: Generated<Int8>
  previous: string
  sealed_at: Timestamp
  sealed_to: Generated<string>
  seen_id: Int8
  seen_to: Generated<string>
  signature: Buffer
}

export interface Authorisations {
  client_key: string
  division_code: string
  form_id: Int8 | null
  household_id: Int8
  id: Generated<Int8>
  officer_name: string
  received_at: Timestamp
  revoked_by: string | null
  revoked_on: string | null
  revoked_reason: string | null
  scope: string[]
  signed_on: string
  /**
   * Person ids and names of the members who signed or for whom was signed.
   */
  signers: Json
  until_on: string
  version: Generated<number>
  /**
   * The text as it was shown and signed.
   */
  wording: string
}

export interface CampaignHouseholds {
  campaign_id: Int8
  case_id: Int8 | null
  checked_by: string | null
  checked_on: string | null
  division_code: string
  form_id: Int8 | null
  household_id: Int8
  id: Generated<Int8>
  note: Generated<string>
  officer_id: Int8 | null
  officer_name: Generated<string>
  risks: Generated<string[]>
  /**
   * unreachable: nobody was met although tried, still a gap; gone: no longer lives here, with the reason in note.
   */
  state: Generated<string>
  version: Generated<number>
}

export interface Campaigns {
  closed_by: string | null
  closed_on: string | null
  created_at: Timestamp
  created_by: string
  division_code: string
  ends_on: string
  id: Generated<Int8>
  name: string
  scope: string
  starts_on: string
  version: Generated<number>
}

export interface CaseAttachments {
  /**
   * case, visit, meeting, notice, application, measure, authorisation, objection; about_id is its number there.
   */
  about: string
  about_id: Generated<string>
  added_at: Timestamp
  added_by: string
  caption: Generated<string>
  case_id: Int8 | null
  /**
   * Made by the phone, so that sending twice keeps it once.
   */
  client_key: string | null
  division_code: string
  file_id: Int8
  household_id: Int8 | null
  id: Generated<Int8>
  kind: string
  latitude: Numeric | null
  longitude: Numeric | null
  taken_at: Timestamp | null
}

export interface CaseChannels {
  added_on: string
  answer: string | null
  answered_on: string | null
  case_id: Int8
  channel: string
  division_code: string
  id: Generated<Int8>
  source_id: string
  /**
   * lead, application, visit, consultation, tip or campaign; source_id is its number there.
   */
  source_kind: string
}

export interface CaseDeadlines {
  /**
   * A state, or from..until of a span.
   */
  about: string
  basis: Generated<string>
  case_id: Int8
  division_code: string
  due_on: string | null
  entered_seq: number
  id: Generated<Int8>
  /**
   * Counted over days whose holidays were not yet known.
   */
  is_provisional: Generated<boolean>
  met_on: string | null
  not_before: string | null
  starts_on: string
}

export interface CaseEvents {
  action: string | null
  at: Timestamp
  case_id: Int8
  /**
   * What is due from then on, as counted that day; later knowledge is an event of its own.
   */
  deadlines: Generated<Json>
  division_code: string
  from_state: string | null
  id: Generated<Int8>
  kind: string
  officer_id: Int8
  officer_name: string
  on_day: string
  /**
   * What the move records, by kind: ids of forms, minutes, notices, opinions in words; never an identity number, phone or account.
   */
  record: Generated<Json>
  seq: number
  to_state: string | null
}

export interface CaseMembers {
  case_id: Int8
  division_code: string
  joined_on: string
  left_on: string | null
  left_reason: string | null
  person_id: Int8
}

export interface Cases {
  /**
   * The state before, which decides where a hold leads back to.
   */
  came_from: string | null
  /**
   * The first channel; case_channels has them all.
   */
  channel: string
  cleared_on: string | null
  clearing_mode: string | null
  county_code: Generated<string>
  division_code: string
  end_reason: string | null
  /**
   * Since when forms, minutes and photos count for the present stay; a hold does not begin a new one.
   */
  entered_at: Timestamp
  episode: Generated<number>
  /**
   * The office above that is told because the present stay is overdue.
   */
  escalated_to: string | null
  head_name: Generated<string>
  household_id: Int8
  household_number: string
  id: Generated<Int8>
  is_green_channel: Generated<boolean>
  /**
   * The state is neither a rest nor an end.
   */
  is_open: boolean
  /**
   * Which lifecycle it follows.
   */
  kind: string
  /**
   * Category of the assisted object as named on the day of recognition.
   */
  object_kind: string | null
  opened_on: string
  recognised_on: string | null
  /**
   * The officer who visits and, once recognised, answers for the help.
   */
  responsible_id: Int8 | null
  responsible_name: string | null
  /**
   * Risk codes of policy/codes, the weightiest first, at most five.
   */
  risks: Generated<string[]>
  state: string
  state_since: string
  township: Generated<string>
  /**
   * Number of its last event.
   */
  version: Generated<number>
  village: Generated<string>
}

export interface ClearingChecks {
  at: Timestamp
  case_id: Int8
  conditions: Json
  division_code: string
  id: Generated<Int8>
  is_met: boolean
  is_natural: boolean
  officer_id: Int8
  officer_name: string
  on_day: string
  policy_hash: string
  snapshot: Json
}

export interface CodeCounts {
  about: Generated<string>
  count: number
  division_code: string
  kind: string
  on_day: string
}

export interface ColumnChoices {
  chosen_at: Timestamp
  chosen_by: Int8
  dataset: string
  division_code: string
  /**
   * None = the column is not to be read.
   */
  field: string | null
  /**
   * As headers are compared: without spaces and unit brackets.
   */
  header: string
  office_id: Int8
}

export interface DepartmentRowFiles {
  division_code: string
  kept_file_id: Int8
  run_id: Int8
}

export interface Discrepancies {
  comparison_id: string
  county_code: Generated<string>
  discrepancy_key: string
  division_code: string
  first_run: Int8
  found_on: string
  gone_on: string | null
  household_number: Generated<string>
  id: Generated<Int8>
  is_present: Generated<boolean>
  label: string
  last_run: Int8
  message: string
  person_name: Generated<string>
  sources: Json
  township: Generated<string>
  village: Generated<string>
}

export interface Divisions {
  code: string
  name: string
  parent_code: string | null
  valid_from: Generated<string>
  valid_until: string | null
}

export interface Exemptions {
  about: string
  approver_id: Int8
  approver_name: string
  county_code: Generated<string>
  division_code: string
  evidence: string
  from_on: string
  granted_at: Timestamp
  head_name: Generated<string>
  household_number: string
  id: Generated<Int8>
  person_name: Generated<string>
  person_ref: Generated<string>
  reason: string
  revoked_on: string | null
  revoked_reason: string | null
  rule_id: string
  township: Generated<string>
  until_on: string
  version: Generated<number>
  village: Generated<string>
}

export interface ExitAssessments {
  at: Timestamp
  case_id: Int8
  criteria: Json
  division_code: string
  id: Generated<Int8>
  officer_id: Int8
  officer_name: string
  on_day: string
  policy_hash: string
  /**
   * open: something is unknown, or the standard is not laid down yet.
   */
  proposal: string
}

export interface FileIssues {
  code: string
  column_header: string
  column_index: number
  division_code: string
  expected: string
  file_id: Int8
  /**
   * Masked where the column names a person: the whole cell is in the original only.
   */
  found: string
  issue_no: number
  row_no: number
  severity: string
  sheet_no: number
}

export interface FileUses {
  division_code: string
  file_id: Int8
  used_at: Timestamp
  /**
   * screening_run.
   */
  used_by: string
  used_by_id: string
}

export interface HandedInFiles {
  accepted_at: Timestamp | null
  accepted_by_name: string | null
  accepted_rows: Generated<Int8>
  /**
   * What the one who handed it in may hand in; none = everything.
   */
  allowed_datasets: string[] | null
  bytes: Int8
  counts_beside: Generated<boolean>
  department: string
  destroyed_at: Timestamp | null
  division_code: string
  handed_in_at: Timestamp
  handed_in_by: Int8
  handed_in_by_name: string
  id: Generated<Int8>
  issues: Generated<Int8>
  job_id: Int8 | null
  /**
   * What came, as it came; none once it was destroyed by rule.
   */
  kept_file_id: Int8 | null
  /**
   * For a filled correction workbook: the replaced file with the mended rows in their places; this is what is read.
   */
  merged_file_id: Int8 | null
  /**
   * The month it is said to be for.
   */
  month: string
  name: string
  note: Generated<string>
  /**
   * The office that handed it in; choices of columns are remembered for it.
   */
  office_id: Int8
  problem: string | null
  read_at: Timestamp | null
  rejected_rows: Generated<Int8>
  replaces: Int8 | null
  rows_in: Generated<Int8>
  sha256: string
  state: string
  version: Generated<number>
  warnings: Generated<Json>
  /**
   * A screening or the register had used it when it was withdrawn.
   */
  was_in_use: Generated<boolean>
  withdrawn_at: Timestamp | null
  withdrawn_by_name: string | null
  withdrawn_reason: string | null
}

export interface HandedInSheets {
  accepted_rows: Generated<Int8>
  /**
   * Header to field as an officer put it, also those remembered from before; null = do not read the column.
   */
  chosen_columns: Generated<Json>
  chosen_dataset: string | null
  /**
   * [{index, header, field, label, kind}]; a field of null = nobody reads the column.
   */
  columns: Generated<Json>
  /**
   * What it was recognised as; none = not recognised, the reason says why.
   */
  dataset: string | null
  division_code: string
  file_id: Int8
  header_row: number | null
  issue_counts: Generated<Json>
  missing: Generated<Json>
  months: Generated<Json>
  name: string
  reason: string
  rejected_rows: Generated<Int8>
  /**
   * The same for the same rows in any order under any file name.
   */
  row_digest: string | null
  rows_in: Generated<Int8>
  sheet_no: number
  townships: Generated<Json>
}

export interface HandOvers {
  completed_at: Timestamp | null
  division_code: string
  from_officer: Int8
  id: Generated<Int8>
  moved: Generated<Json>
  starts_on: string
  to_officer: Int8
}

export interface HelpPlans {
  agreed_by: string | null
  agreed_on: string | null
  case_id: Int8
  division_code: string
  due_basis: string
  due_on: string
  /**
   * Of a household with weak labour only: which development measure was looked for, and what came of it.
   */
  explored: Generated<string>
  version: Generated<number>
}

export interface Households {
  division_code: string
  group_name: Generated<string>
  head_name: Generated<string>
  head_person_id: Int8 | null
  household_kind: string | null
  household_number: string
  id: Generated<Int8>
  is_monitored: Generated<boolean>
  /**
   * False when all members are gone (merged, moved, dead) or the act that made it was undone.
   */
  is_present: Generated<boolean>
  last_act_id: Int8
  member_count: Generated<number>
  monitored_kind: string | null
  township: Generated<string>
  version: Generated<number>
  village: Generated<string>
}

export interface HouseholdStates {
  act_id: Int8
  contact_phone_sealed: Buffer | null
  division_code: string
  from_on: string
  helper_phone_sealed: Buffer | null
  household_id: Int8
  id: Generated<Int8>
  /**
   * Fields the county itself set since they came from the national system.
   */
  local_fields: Generated<string[]>
  replaced_by: Int8 | null
  until_on: string | null
  values: Json
}

export interface IncomeSheets {
  at: Timestamp
  division_code: string
  household_id: Int8
  id: Generated<Int8>
  lines: Json
  officer_id: Int8
  officer_name: string
  period: string
  totals: Json
  version: number
}

export interface Jobs {
  attempt: Generated<number>
  created_at: Timestamp
  division_code: string
  ended_at: Timestamp | null
  error: string | null
  id: Generated<Int8>
  input: Json
  kind: string
  officer: Json
  progress: Generated<Json>
  result: Json | null
  singleton: string | null
  started_at: Timestamp | null
  started_by: Int8
  state: Generated<string>
}

export interface KeptFiles {
  division_code: string
  dropped_at: Timestamp | null
  dropped_by: Int8 | null
  dropped_why: string | null
  id: Generated<Int8>
  kept_at: Timestamp
  kept_by: Int8
  kind: string
  name: string
  sha256: string
  size: Int8
}

export interface LeadEvents {
  at: Timestamp
  details: Generated<Json>
  division_code: string
  id: Generated<Int8>
  kind: string
  lead_id: Int8
  officer_id: Int8
  officer_name: string
  run_id: Int8 | null
}

export interface Leads {
  already_monitored: Generated<boolean>
  /**
   * As-of day of the run that found it first, or again after it was gone.
   */
  appeared_on: string
  assigned_name: string | null
  assigned_to: Int8 | null
  /**
   * Digest of evidence, rows and counter-evidence: what is the same is not written again.
   */
  content_key: string
  counter_evidence: Json
  county_code: Generated<string>
  /**
   * The village; the nearest division known above it where the register does not say.
   */
  division_code: string
  evidence: Json
  evidence_id: string
  first_run: Int8
  gone_on: string | null
  head_name: Generated<string>
  household_number: string
  id: Generated<Int8>
  is_exempt: Generated<boolean>
  /**
   * The last run found it.
   */
  is_present: Generated<boolean>
  last_run: Int8
  /**
   * Depends on household number and rule alone.
   */
  lead_key: string
  outcome: string | null
  outcome_reason: string | null
  /**
   * Place of the household in its county by the last run; 0 while it has nothing to be worked on.
   */
  rank: Generated<number>
  risk: string
  rule_id: string
  severity: string
  source_count: number
  /**
   * The cells of the rows that prove it, sealed.
   */
  source_rows: Buffer | null
  /**
   * The first rows that prove it; source_count is how many there are.
   */
  sources: Json
  state: Generated<string>
  township: Generated<string>
  /**
   * Of the household, from all its leads still to be worked on; the same for each of them.
   */
  urgency: string
  urgency_steps: Generated<Json>
  version: Generated<number>
  village: Generated<string>
}

export interface MeasureEvents {
  amount: Numeric | null
  at: Timestamp
  details: Generated<Json>
  division_code: string
  id: Generated<Int8>
  kind: string
  measure_id: Int8
  officer_id: Int8
  officer_name: string
  /**
   * The day it happened in life.
   */
  on_day: string
}

export interface Measures {
  case_id: Int8 | null
  character: string
  county_code: Generated<string>
  details: Generated<string>
  division_code: string
  due_on: string
  end_reason: string | null
  ended_on: string | null
  first_delivered_on: string | null
  fund: Generated<string>
  household_id: Int8
  id: Generated<Int8>
  /**
   * Name in policy/help/measures.yaml; group and character are kept as they were on the day.
   */
  measure: string
  measure_group: string
  /**
   * Why help is given to a household without a case.
   */
  no_case_reason: string | null
  planned_amount: Numeric | null
  planned_on: string
  responsible_id: Int8 | null
  responsible_name: string
  /**
   * End of contract, agreement or school stage, where one is known.
   */
  runs_until: string | null
  state: Generated<string>
  timing: Generated<string>
  version: Generated<number>
}

export interface MeetingResults {
  case_id: Int8
  decision: string
  division_code: string
  done_at: Timestamp | null
  meeting_id: Int8
  refusal: string | null
  state: Generated<string>
}

export interface MeetingVotes {
  abstain: number | null
  agree: number | null
  case_id: Int8
  disagree: number | null
  division_code: string
  meeting_id: Int8
  note: Generated<string>
  purpose: string
}

export interface NoticeCases {
  case_id: Int8
  division_code: string
  held_on: string | null
  notice_id: Int8
  /**
   * Why its case could not be moved when the notice ended.
   */
  refusal: string | null
  /**
   * What the sheet says of the household: the fields that may be shown and no others.
   */
  shown: Json
  state: Generated<string>
  until_on: string | null
}

export interface Objections {
  answer: string | null
  answered_by: string | null
  answered_on: string | null
  case_id: Int8
  contact_sealed: Buffer | null
  decided_on: string | null
  division_code: string
  finding: string | null
  handler_id: Int8 | null
  handler_name: string | null
  id: Generated<Int8>
  notice_id: Int8 | null
  /**
   * The name, where one was given; only who handles the objection may see it.
   */
  objector_sealed: Buffer | null
  received_on: string
  registered_at: Timestamp
  registered_by: string
  registered_by_id: Int8
  state: Generated<string>
  text: string
  version: Generated<number>
  wants_answer: Generated<boolean>
  way: string
}

export interface Officers {
  disabled_at: Timestamp | null
  /**
   * That of the office, repeated for the wall between areas.
   */
  division_code: string
  id: Generated<Int8>
  name: string
  office_id: Int8
  role: string
  /**
   * Staff number or mobile number; one person logs in with it in the whole nation, hence unique without the division.
   */
  username: string
  valid_from: string
  valid_until: string | null
  version: Generated<number>
}

export interface Offices {
  datasets: Generated<string[]>
  division_code: string
  id: Generated<Int8>
  kind: string
  name: string
  valid_from: string
  valid_until: string | null
  version: Generated<number>
}

export interface OneCodes {
  division_code: string
  household_id: Int8 | null
  id: Generated<Int8>
  issued_by: string
  issued_on: string
  kind: string
  revoked_on: string | null
  token_index: Buffer
  /**
   * To print the same code again.
   */
  token_sealed: Buffer
}

export interface ParameterChanges {
  article: Generated<string>
  decided_at: Timestamp | null
  decided_by: Int8 | null
  decided_by_name: string | null
  decided_on: string | null
  decision_note: Generated<string>
  division_code: string
  /**
   * Either {lawId} of one that policy knows, or {title, issuer, documentNumber, issuedOn, text} of an own one.
   */
  document: Json
  from_on: string
  id: Generated<Int8>
  parameter: string
  proposed_at: Timestamp
  proposed_by: Int8
  proposed_by_name: string
  reason: string
  state: Generated<string>
  /**
   * null ends the own value: the level above applies again.
   */
  value: Json
  /**
   * What held on that day when it was proposed.
   */
  value_before: Json
}

export interface Persons {
  division_code: string
  given_name: Generated<string>
  given_sound: Generated<string>
  household_id: Int8 | null
  id: Generated<Int8>
  /**
   * Keyed digest of the identity number: equal numbers are equal, nothing leads back.
   */
  id_index: Buffer | null
  initials: Generated<string>
  name: Generated<string>
  other_phone_index: Buffer | null
  phone_index: Buffer | null
  /**
   * The name in pinyin without tones and spaces; initials are its first letters.
   */
  sound: Generated<string>
  status: Generated<string>
}

export interface PersonStates {
  act_id: Int8
  bank_account_sealed: Buffer | null
  division_code: string
  from_on: string
  household_id: Int8 | null
  id: Generated<Int8>
  id_index: Buffer | null
  id_number_sealed: Buffer | null
  is_head: Generated<boolean>
  local_fields: Generated<string[]>
  name: string
  other_phone_index: Buffer | null
  other_phone_sealed: Buffer | null
  person_id: Int8
  phone_index: Buffer | null
  phone_sealed: Buffer | null
  replaced_by: Int8 | null
  status: string
  until_on: string | null
  values: Json
}

export interface PublicTries {
  bucket: string
  since: Timestamp
  tries: number
}

export interface QualityCounts {
  as_of: string
  division_code: string
  exempt: number
  open: number
  rule_id: string
  run_id: Int8
}

export interface QualityFindings {
  county_code: Generated<string>
  division_code: string
  field: string
  /**
   * Depends on rule, household, person and field; a further finding on the same four is numbered.
   */
  finding_key: string
  first_run: Int8
  /**
   * What stood there; numbers and phones masked.
   */
  found: string
  found_on: string
  head_name: Generated<string>
  household_number: Generated<string>
  id: Generated<Int8>
  /**
   * The last run that found it.
   */
  last_run: Int8
  mended_at: Timestamp | null
  /**
   * The officer who mended it here; none where a run no longer found it.
   */
  mended_by: string | null
  message: string
  person_name: Generated<string>
  /**
   * The person number, else the name; empty where the finding is about the household.
   */
  person_ref: Generated<string>
  rule_id: string
  severity: string
  source: Json | null
  state: Generated<string>
  township: Generated<string>
  version: Generated<number>
  village: Generated<string>
}

export interface ReferralEvents {
  action: string
  at: Timestamp
  details: Generated<Json>
  division_code: string
  id: Generated<Int8>
  office_name: Generated<string>
  officer_id: Int8
  officer_name: string
  on_day: string
  referral_id: Int8
  version: number
}

export interface Referrals {
  answer: Generated<string>
  answered_on: string | null
  /**
   * The help matter it came from, or that it led to.
   */
  case_id: Int8 | null
  direction: string
  division_code: string
  due_on: string
  /**
   * The statement and both rule sets as they stood when it was sent, with the members; no identity number, phone or account.
   */
  enclosure: Generated<Json>
  /**
   * The category it is proposed for, or that civil affairs has it in: a code of policy/codes/relief_category.
   */
  grade: string
  /**
   * The category granted, or the kind of assisted object.
   */
  granted: string | null
  granted_from: string | null
  granted_until: string | null
  head_name: string
  household_id: Int8
  household_number: string
  id: Generated<Int8>
  /**
   * The office of civil affairs that it was handed to, or that handed it over; its liaison sees no other.
   */
  office_id: Int8
  reason: string
  sent_on: string
  state: Generated<string>
  township: string
  version: Generated<number>
  village: string
}

export interface RegisterActHouseholds {
  act_id: Int8
  division_code: string
  household_id: Int8
  previous_act_id: Int8 | null
}

export interface RegisterActs {
  at: Timestamp
  /**
   * What happened in words and ids; never an identity number, phone or account.
   */
  details: Generated<Json>
  division_code: string
  id: Generated<Int8>
  kind: string
  /**
   * Of a load: the files by content and the month, so that the same load is done once.
   */
  load_key: string | null
  officer_id: Int8
  officer_name: string
  /**
   * The day it happened in life; the states it made may begin later, where nothing earlier is known.
   */
  on_day: string
  reason: Generated<string>
  undoes: Int8 | null
  undone_by: Int8 | null
}

export interface RegisterDifferences {
  decided_at: Timestamp | null
  decided_by: string | null
  decision: string | null
  decision_act_id: Int8 | null
  division_code: string
  field: Generated<string>
  household_id: Int8 | null
  id: Generated<Int8>
  kind: string
  load_id: Int8
  ours: Json | null
  ours_sealed: Buffer | null
  person_id: Int8 | null
  proposal: string
  reason: Generated<string>
  theirs: Json | null
  theirs_index: Buffer | null
  theirs_sealed: Buffer | null
}

export interface ReviewMeetings {
  /**
   * [{name, kind, isPresent}], by the kinds of policy/review/meeting.yaml.
   */
  attendance: Generated<Json>
  chair: Generated<string>
  /**
   * Made where the meeting was opened, so that sending twice keeps it once.
   */
  client_key: string
  /**
   * What was sealed, as it was digested: meeting, votes, minutes, digests of the signed pages.
   */
  content: Json | null
  digest: string | null
  discussion: Generated<string>
  division_code: string
  held_on: string
  id: Generated<Int8>
  minutes: string | null
  opened_at: Timestamp
  opened_by_id: Int8
  opened_by_name: string
  place: Generated<string>
  recorder: Generated<string>
  /**
   * Villagers' representatives who should have come; the quorum is a share of them.
   */
  representatives_total: Generated<number>
  /**
   * The browser that saved last: it may save again without having heard of its own last version.
   */
  saved_key: string
  sealed_at: Timestamp | null
  sealed_by_name: string | null
  township: Generated<string>
  version: Generated<number>
  village: Generated<string>
}

export interface ReviewNotices {
  basis: string
  days: number
  days_unit: string
  division_code: string
  end_photo: Int8 | null
  ended_on: string | null
  id: Generated<Int8>
  /**
   * Counted over days whose holidays were not yet known.
   */
  is_provisional: Generated<boolean>
  kind: string
  made_at: Timestamp
  made_by_name: string
  objection_office: string
  objection_phone: string
  place: string | null
  posted_on: string | null
  start_photo: Int8 | null
  state: Generated<string>
  township: Generated<string>
  /**
   * The last day it must hang: the day of posting does not count.
   */
  until_on: string | null
  version: Generated<number>
  village: Generated<string>
}

export interface RuleTrials {
  asked_at: Timestamp
  asked_by_name: string
  division_code: string
  ended_at: Timestamp | null
  id: Generated<Int8>
  input: Json
  is_done: Generated<boolean>
  job_id: Int8
  /**
   * Per month: leads before and after, and the households that come or go.
   */
  months: Generated<Json>
}

export interface RuleWorth {
  division_code: string
  leads: number
  missed_cases: number
  open_leads: number
  rule_id: string
  true_leads: number
  untrue_leads: number
  verdict: string
  visits: number
  week: string
}

export interface ScreeningRuns {
  as_of: string
  asked_at: Timestamp
  asked_by_name: string
  /**
   * Leads new, still, gone against the run of the as-of day before; households by urgency; findings.
   */
  counts: Json | null
  division_code: string
  ended_at: Timestamp | null
  files: Generated<Json>
  id: Generated<Int8>
  is_done: Generated<boolean>
  job_id: Int8
  /**
   * How many months of accepted files, up to the as-of day, the run reads.
   */
  months: number
  policy_hash: string | null
  /**
   * By dataset the fields of the cells kept in department_row_files, in their order.
   */
  row_columns: Generated<Json>
  /**
   * Per rule: households hit, clear, unknown.
   */
  rules: Generated<Json>
  seconds: Generated<Json>
  warnings: Generated<Json>
}

export interface SealingKeys {
  fingerprint: string
  number: number
  used_since: Generated<Timestamp>
}

export interface UnknownCounts {
  division_code: string
  households: number
  missing: string
  rule_id: string
  run_id: Int8
}

export interface VisitChanges {
  after_sealed: Buffer
  /**
   * What the phone had taken along; sealed fields masked.
   */
  before: string
  decided_at: Timestamp | null
  decided_by: string | null
  division_code: string
  /**
   * A register field, an accounting period of income, or a kind of event in life.
   */
  field: string
  form_id: Int8
  household_id: Int8
  id: Generated<Int8>
  kind: string
  person_id: Int8 | null
  reason: Generated<string>
  /**
   * taken: in the register; same: it said so already; conflict: the register changed meanwhile; refused: the register does not take it; to_register: an event to be registered in the office; kept: decided for what the register says.
   */
  state: string
  version: Generated<number>
}

export interface VisitForms {
  client_key: string
  /**
   * Conclusion by purpose.
   */
  conclusions: Generated<Json>
  /**
   * The form; values of sealed fields are in visit_changes only.
   */
  content: Json
  /**
   * SHA-256 of what the phone sent, so that sending twice is told from sending something else.
   */
  content_digest: string
  correction_reason: Generated<string>
  division_code: string
  /**
   * The client key of the first version.
   */
  form_key: string
  household_id: Int8
  id: Generated<Int8>
  outcome: string
  purposes: string[]
  received_at: Timestamp
  sent_by: string
  task_ids: Generated<Json>
  /**
   * How many values the officer had to type.
   */
  typed_values: Generated<number>
  version: number
  visited_on: string
  visitor_id: Int8
  visitor_name: string
}

export interface VisitTasks {
  asked_by: string
  asked_on: string
  case_id: Int8 | null
  division_code: string
  due_on: string
  ended_on: string | null
  ended_reason: string | null
  form_id: Int8 | null
  household_id: Int8
  id: Generated<Int8>
  /**
   * Who is asked to go; unset: the officer of the case, else whoever works in the village.
   */
  officer_id: Int8 | null
  purpose: string
  /**
   * Sentences to be asked at the door beside those of the leads.
   */
  questions: Generated<Json>
  /**
   * What asked for it, so that asking twice makes one task.
   */
  source: string
  state: Generated<string>
  version: Generated<number>
}

export interface Database {
  answered_requests: AnsweredRequests
  application_photos: ApplicationPhotos
  applications: Applications
  asset_comparisons: AssetComparisons
  asset_flags: AssetFlags
  audit_entries: AuditEntries
  audit_seals: AuditSeals
  authorisations: Authorisations
  campaign_households: CampaignHouseholds
  campaigns: Campaigns
  case_attachments: CaseAttachments
  case_channels: CaseChannels
  case_deadlines: CaseDeadlines
  case_events: CaseEvents
  case_members: CaseMembers
  cases: Cases
  clearing_checks: ClearingChecks
  code_counts: CodeCounts
  column_choices: ColumnChoices
  department_row_files: DepartmentRowFiles
  discrepancies: Discrepancies
  divisions: Divisions
  exemptions: Exemptions
  exit_assessments: ExitAssessments
  file_issues: FileIssues
  file_uses: FileUses
  hand_overs: HandOvers
  handed_in_files: HandedInFiles
  handed_in_sheets: HandedInSheets
  help_plans: HelpPlans
  household_states: HouseholdStates
  households: Households
  income_sheets: IncomeSheets
  jobs: Jobs
  kept_files: KeptFiles
  lead_events: LeadEvents
  leads: Leads
  measure_events: MeasureEvents
  measures: Measures
  meeting_results: MeetingResults
  meeting_votes: MeetingVotes
  notice_cases: NoticeCases
  objections: Objections
  officers: Officers
  offices: Offices
  one_codes: OneCodes
  parameter_changes: ParameterChanges
  person_states: PersonStates
  persons: Persons
  public_tries: PublicTries
  quality_counts: QualityCounts
  quality_findings: QualityFindings
  referral_events: ReferralEvents
  referrals: Referrals
  register_act_households: RegisterActHouseholds
  register_acts: RegisterActs
  register_differences: RegisterDifferences
  review_meetings: ReviewMeetings
  review_notices: ReviewNotices
  rule_trials: RuleTrials
  rule_worth: RuleWorth
  screening_runs: ScreeningRuns
  sealing_keys: SealingKeys
  unknown_counts: UnknownCounts
  visit_changes: VisitChanges
  visit_forms: VisitForms
  visit_tasks: VisitTasks
}
