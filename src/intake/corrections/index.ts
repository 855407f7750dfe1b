/** Front door of what goes back to those who sent the files: the workbook of bad rows, and the styled workbook every other one is made with. */
export { type Book, type BookOptions, type Cell, mostRows, ourMark, type Sheet, type SheetOptions, writeBook } from './book.ts'
export { displayWidth, safeText } from './cell-text.rules.ts'
export {
  type CorrectionBook,
  type CorrectionRow,
  type CorrectionSheet,
  type CorrectionTally,
  writeCorrectionWorkbook,
} from './correction-workbook.ts'
export type { CorrectionIssue } from './issue-sentences.rules.ts'
export { isOurWorkbook } from './our-workbook.ts'
export type { StyleName } from './styles.ts'
