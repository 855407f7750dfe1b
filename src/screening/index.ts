/** The front door of the screening room. */
export { type CounterEvidencePack, findCounterEvidence, loadCounterEvidence } from './counter-evidence.ts'
export { comparisonsIn, thresholdOf, thresholdValue } from './conditions.rules.ts'
export { checkRuleExamples, type RuleExampleFailure } from './examples.ts'
export { collectLeads, type CounterEvidence, type Evidence, findSources, type HouseholdLine, type Lead, leadId, rankHouseholds, type SourceRow } from './leads.ts'
export { type HandedInSheet, type RuleCount, ScreeningRun, type ScreeningOptions, type ScreeningReport, screen } from './screening.ts'
export type { Severity, Urgency } from './urgency.rules.ts'
export {
  checkQualityExamples,
  evaluateQuality,
  type Exemption,
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
