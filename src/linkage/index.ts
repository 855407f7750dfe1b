/** Front door of linkage: which person of the register a department's row is about. */
export type { DecisionReport, ReviewDecision } from './decisions.ts'
export { type LinkageOptions, type LinkageReport, linkRows } from './link.ts'
export { type LinkDetails, reasonText } from './reason.rules.ts'
export { type ReviewCandidate, type ReviewRow, reviewRows } from './review.ts'
export { type LevelName, type LinkageSettings, levelNames, loadLinkageSettings } from './settings.ts'
