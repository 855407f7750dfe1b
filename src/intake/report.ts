/** What reading a folder found: the sheets that were recognised, and what was not read. */
import type { BatchCounts, BatchPlan } from './batch.sql.ts'
import type { Recognition } from './recognise.rules.ts'

/** One recognised sheet and what became of it. */
export interface SheetReport {
  sheetNo: number
  file: string
  sheet: string
  dataset: string
  explanation: string
  rowsIn: number
  accepted: number
  rejected: number
  /** Of the whole file; empty until the batch is written, for hashing is as long as reading. */
  sha256: string
  path: string
  plan: BatchPlan
  counts: BatchCounts
  recognition: Recognition
  /** Columns of the dataset that the sheet does not have. */
  absent: string[]
}

export interface SkippedSheet {
  file: string
  sheet: string
  reason: string
}

export interface IntakeReport {
  sheets: SheetReport[]
  skipped: SkippedSheet[]
  /** Sentences about files that were read all the same. */
  warnings: string[]
}
