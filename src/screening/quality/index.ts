/** Data quality: the national rules as data, asked of every record. */
export { type Needs, needsOf, privateNames, type RuleText, ruleTexts } from './catalogue.rules.ts'
export type { ParameterValue } from './condition.sql.ts'
export { evaluateQuality, type QualityCount, type QualityOptions, ruleIdsOf } from './evaluate.ts'
export { checkQualityExamples, type QualityExampleFailure } from './examples.ts'
export { type Exemption, type RefusedExemption, sortExemptions } from './exemption.rules.ts'
export { loadQualityPack } from './load-pack.ts'
export type { QualityFamily, QualityPack, QualityRule } from './pack.ts'
