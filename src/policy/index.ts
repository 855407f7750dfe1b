/** The front door of the policy room. */

export { fieldKindMacros, fold, isEmptySql, isEmptyText, isMonthText } from './cell-forms.rules.ts'
export { checkPolicy, type PolicyCheck } from './check.ts'
export { citationText, unconfirmed } from './citation.rules.ts'
export { diffPolicy } from './diff.rules.ts'
export { explainParameter, policyProblems } from './explain.rules.ts'
export { codeText, type FieldKind, fieldKinds, type KindContext, type PlainForm, type Reading, spellingsOf } from './field-kinds.ts'
export { loadPolicy } from './load.ts'
export { type OverlayText, overlayName, overlayText, type PolicyOverlay } from './overlay.ts'
export type { LoadedFact, LoadedRule, Policy, PolicyRegion, RegionPolicy } from './policy.ts'
export { errorLine, type PolicyError, PolicyErrors } from './policy-errors.ts'
export { headerTies } from './recognition.rules.ts'
export { datasetIn, type Resolved, regionsUpwards, resolveParameter, rulesIn } from './resolve.rules.ts'
export type {
  CodeList,
  Condition,
  Dataset,
  DatedValue,
  Fact,
  Field,
  FieldKindName,
  Glossary,
  Identity,
  Law,
  Parameter,
  Rule,
} from './schema.ts'
export { citations, daySchema, divisionCode, fieldKindNames, identifier, parameterRef, ruleId, scalar, tags } from './schema.ts'
export type { StrictFile } from './strict-file.ts'
export { readStrictFile, readStrictFolder, type StrictFolderOptions } from './strict-folder.ts'
export { padded, screenWidth, valueText } from './text-table.rules.ts'
