/** Front door of files in: what departments hand in through the browser or over HTTP. The command line never loads it. */
export { countedFor } from './accept.actions.ts'
export {
  type AcceptedFile,
  type AcceptedQuestion,
  type AcceptedSheet,
  acceptedFiles,
  recordFileUses,
  withdrawnFilesOf,
} from './accepted.queries.ts'
export {
  type ColumnChoices,
  type PlacedChoice,
  policyBySheet,
  policyForSheet,
  type SheetChoice,
} from './choices.rules.ts'
export { filesConstraintWords } from './constraint-words.ts'
export { datasetsFor } from './datasets.rules.ts'
export type {
  CalendarRow,
  CellState,
  FileDetail,
  FileIssue,
  FileState,
  FileWarning,
  HandedInFile,
  HandedInSheet,
  WarningCode,
} from './file-forms.ts'
export { cellStateLabels, fileStateLabels } from './file-forms.ts'
export { plainName, readingPlace, readPlace } from './file-names.rules.ts'
export { fileRoutes } from './files.routes.ts'
export { maskedCell } from './masks.rules.ts'
export { fileProblems } from './problems.ts'
export { type ReadResult, type ReadSettings, readFileFor } from './read.actions.ts'
export { destroyExpired } from './retention.actions.ts'
