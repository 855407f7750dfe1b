/** Readers' front door: any file an official may hand in becomes rows of text cells. */
export { writeRowsAsCsv } from './csv-out.ts'
export { fileHash } from './file-hash.ts'
export { openFile } from './open-file.ts'
export { readerProblems } from './problems.ts'
export {
  type DoubtfulSign,
  defaultLimits,
  type FileKind,
  formulaToken,
  formulaWithoutValue,
  type OpenFile,
  type OpenOptions,
  type ReaderLimits,
  type RowBlock,
  type RowOptions,
  type SheetHandle,
  type TextFacts,
} from './reader.ts'
export { writeAsUtf8 } from './text.ts'
