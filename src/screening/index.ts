/** The front door of the screening room. */

export { comparisonsIn, thresholdOf, thresholdValue } from './conditions.rules.ts'
export { type CounterEvidencePack, findCounterEvidence, loadCounterEvidence } from './counter-evidence.ts'
export type { Evidence } from './evidence.ts'
export { checkRuleExamples, type RuleExampleFailure } from './examples.ts'
export {
  type CounterEvidence,
  collectLeads,
  type HouseholdLine,
  type Lead,
  leadId,
  rankHouseholds,
  type SourceRow,
} from './leads.ts'
export {
  checkQualityExamples,
  type Exemption,
  evaluateQuality,
  loadQualityPack,
  privateNames,
  type QualityCount,
  type QualityOptions,
  type QualityPack,
  type RuleText,
  ruleIdsOf,
  ruleTexts,
  sortExemptions,
} from './quality/index.ts'
export { type HandedInSheet, type RuleCount, type ScreeningOptions, type ScreeningReport, ScreeningRun, screen } from './screening.ts'
export { findSources } from './sources.ts'
export type { Severity, Urgency } from './urgency.rules.ts'
