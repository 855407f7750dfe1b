/** The front door of the intake room. */

export { identityFields } from './batch-plan.ts'
export * from './corrections/index.ts'
export type { IntakeOptions, IntakeProgress } from './folder-reader.ts'
export { identityIssues } from './identity-issues.ts'
export { readFolder } from './intake.ts'
export { intakeProblems } from './problems.ts'
export { fileHash, openFile } from './readers/index.ts'
export { headerText, ownHeader, recogniseSheet } from './recognise.rules.ts'
export { type RegisterReport, replaceDeadHeads, uniteRegister } from './register.ts'
export type { IntakeReport, SheetReport, SkippedSheet } from './report.ts'
