/** Reads the files of a folder one after the other into batches; what the engine reads by itself is read side by side. */
import { join } from 'node:path'
import type { Begin, Engine } from '../engine/index.ts'
import { Problem } from '../kernel/index.ts'
import type { Policy } from '../policy/index.ts'
import { type BatchPlan, batchSql, stagedSource, textSource } from './batch.sql.ts'
import { identityFields, planOf } from './batch-plan.ts'
import { originHeader } from './corrections/correction-workbook.ts'
import type { FolderFile } from './folder.ts'
import { emptyCellSql, issueSql } from './open-cells.sql.ts'
import { readOpenCells } from './open-cells.ts'
import { isNotPlain, plainBatchSql } from './plain-batch.sql.ts'
import { type OpenFile, openFile, type SheetHandle, type TextFacts, writeAsUtf8, writeRowsAsCsv } from './readers/index.ts'
import {
  headerText,
  ownHeader,
  type RecognisableDataset,
  type Recognition,
  recognisable,
  recogniseSheet,
  type SampleRow,
} from './recognise.rules.ts'
import type { IntakeReport, SheetReport, SkippedSheet } from './report.ts'

export interface IntakeOptions {
  folder: string
  /** A private folder for staged copies. */
  workFolder: string
  policy: Policy
  /** How one sheet is read, where that was said of it alone; a text file's sheet has no name. */
  policyOf?: (file: string, sheet: string) => Policy | undefined
  asOf: string
  /** Files to leave alone: what xianjie itself has written. */
  isOurs?: (path: string) => Promise<boolean>
  signal?: AbortSignal
  onProgress?: (progress: IntakeProgress) => void
}

export interface IntakeProgress {
  file: string
  fileNo: number
  files: number
  rows: number
}

type Said = Pick<IntakeReport, 'skipped' | 'warnings'>

/** A file on its way. */
interface Reading {
  file: FolderFile
  fileNo: number
  open: OpenFile
  said: Said
}

/** A sheet of it that was recognised. */
interface Known {
  sheet: SheetHandle
  sheetNo: number
  recognition: Recognition
  sample: SampleRow[]
  policy: Policy
  datasets: readonly RecognisableDataset[]
}

/** The datasets of a policy as recognition needs them. */
const recognisableIn = (policy: Policy): RecognisableDataset[] =>
  [...policy.datasets].map(([name, dataset]) =>
    recognisable(name, dataset, name === 'household_register' ? new Map() : identityFields(policy, dataset)),
  )

export class FolderReader {
  readonly #engine: Engine
  readonly #options: IntakeOptions
  readonly #datasets: RecognisableDataset[]
  readonly #files: number
  readonly #sheets: SheetReport[] = []
  /** File by file. */
  readonly #said: Said[] = []
  #sheetNo = 0
  #rows = 0

  constructor(engine: Engine, options: IntakeOptions, files: number) {
    this.#engine = engine
    this.#options = options
    this.#files = files
    this.#datasets = recognisableIn(options.policy)
  }

  /** What was read, in the order of the files, whichever ended first. */
  report(skipped: readonly SkippedSheet[]): IntakeReport {
    return {
      sheets: this.#sheets.toSorted((a, b) => a.sheetNo - b.sheetNo),
      skipped: [...skipped, ...this.#said.flatMap((said) => said.skipped)],
      warnings: this.#said.flatMap((said) => said.warnings),
    }
  }

  /** Text is read by the engine while the next file is being opened; workbooks are our own work, one after the other. */
  async readFile(file: FolderFile, fileNo: number, begin: Begin): Promise<void> {
    const said: Said = { skipped: [], warnings: [] }
    this.#said.push(said)
    const skip = (reason: string) => void said.skipped.push({ file: file.name, sheet: '', reason })
    let open: OpenFile
    try {
      if (await this.#options.isOurs?.(file.path)) return skip('由本程序生成，已跳过')
      open = await openFile(file.path, { name: file.name, ...this.#signal() })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return skip(error.message)
    }
    const reading = { file, fileNo, open, said }
    const known = await this.#recognise(reading)
    const readSheets = async (engine: Engine) => {
      try {
        for (const one of known) await orSkip(reading, one.sheet, () => this.#readSheet(engine, reading, one))
      } finally {
        said.warnings.push(...open.warnings)
        await open.close()
      }
    }
    if (open.text) await begin(readSheets)
    else await readSheets(this.#engine)
  }

  async #recognise(reading: Reading): Promise<Known[]> {
    const { file, open, said } = reading
    const known: Known[] = []
    for (const sheet of open.sheets) {
      const skip = (reason: string) => void said.skipped.push({ file: file.name, sheet: sheet.name, reason })
      if (sheet.hidden) {
        skip('隐藏的工作表，已跳过；如需比对请取消隐藏')
        continue
      }
      await orSkip(reading, sheet, async () => {
        const sample = await sampleOf(sheet)
        const own = this.#options.policyOf?.(file.name, sheet.name)
        const policy = own ?? this.#options.policy
        const datasets = own === undefined ? this.#datasets : recognisableIn(own)
        const recognised = recogniseSheet(sample, datasets)
        if (!recognised.ok) return skip(recognised.reason)
        const { recognition } = recognised
        const where = `${file.name}${sheet.name === '' ? '' : ` [${sheet.name}]`}`
        said.warnings.push(...recognition.doubts.map((doubt) => `${where}：${doubt}`))
        this.#sheetNo += 1
        known.push({ sheet, sheetNo: this.#sheetNo, recognition, sample, policy, datasets })
      })
    }
    return known
  }

  async #readSheet(engine: Engine, reading: Reading, known: Known): Promise<void> {
    const { sheet, sheetNo, recognition, policy } = known
    const { name, path } = reading.file
    const plan = await this.#readBatch(engine, reading, known)
    const counts = await readOpenCells(engine, plan)
    const { rows_in: rowsIn, rejected } = counts
    this.#rows += rowsIn
    await engine.run(issueSql(plan))
    for (const sql of emptyCellSql(plan)) await engine.run(sql)
    const dataset = policy.datasets.get(recognition.dataset)
    const absent = Object.keys(dataset?.fields ?? {}).filter((field) => !recognition.fields.has(field))
    const { explanation } = recognition
    const about = { sheetNo, file: name, sheet: sheet.name, dataset: recognition.dataset, explanation, sha256: '', path, absent }
    this.#sheets.push({ ...about, rowsIn, accepted: rowsIn - rejected, rejected, plan, counts, recognition })
    this.#progress(reading)
  }

  /** A regular text file is read by the engine itself; everything else is staged row by row first. */
  async #readBatch(engine: Engine, reading: Reading, { sheet, sheetNo, recognition, sample, policy, datasets }: Known): Promise<BatchPlan> {
    const leadColumns = [0, 1, 2].filter((column) => column < recognition.headers.length)
    const origin = recognition.headers.findLastIndex((header) => headerText(ownHeader(header)) === originHeader)
    const around = { headerRow: recognition.headerRow, leadColumns, originColumn: origin < 0 ? undefined : origin }
    const dataset = datasets.find(({ name }) => name === recognition.dataset)
    const plan = (source: BatchPlan['source']) => planOf(policy, dataset, { recognition, sheetNo, source, sample })
    const plain = await this.#plainText(reading, sheetNo)
    if (plain) {
      const width = Math.max(...sample.map(({ cells }) => cells.length))
      const from = textSource(plain.path, width, plain.delimiter, recognition.headerRow, plain.bytes)
      const direct = plan({ from, isStaged: false, signs: plain.signs, ...around })
      try {
        await readDirectly(engine, direct)
        return direct
      } catch (error) {
        if (!isTextShapeError(error)) throw error
        await engine.run(`DROP TABLE IF EXISTS ${direct.table}`)
      }
    }
    const read = [...recognition.fields.values()].flatMap(({ columns }) => columns)
    const used = [...new Set([...leadColumns, ...read, ...(origin < 0 ? [] : [origin])])].sort((a, b) => a - b)
    const path = join(this.#options.workFolder, `sheet-${sheetNo}.csv`)
    await writeRowsAsCsv(sheet, used, path, { ...this.#signal(), onProgress: () => this.#progress(reading) })
    const staged = plan({ from: stagedSource(path, used), isStaged: true, ...around })
    await engine.run(batchSql(staged))
    return staged
  }

  /** The file, or its copy in UTF-8, where the engine can read it by itself. */
  async #plainText({ file, open }: Reading, sheetNo: number): Promise<(TextFacts & { path: string; bytes: number }) | undefined> {
    if (!open.text) return undefined
    if (open.text.isRegular) return { ...open.text, path: file.path, bytes: file.bytes }
    if (open.text.encoding !== 'gb18030') return undefined
    const path = join(this.#options.workFolder, `text-${sheetNo}.csv`)
    const copy = await writeAsUtf8(open, path, this.#signal())
    return copy.isRegular ? { ...copy, path, bytes: file.bytes * 2 } : undefined
  }

  #signal(): { signal?: AbortSignal } {
    return this.#options.signal ? { signal: this.#options.signal } : {}
  }

  #progress({ file, fileNo }: Reading): void {
    this.#options.onProgress?.({ file: file.name, fileNo, files: this.#files, rows: this.#rows })
  }
}

/** Nearly always every cell is plainly written; where one is not, all are looked at closely. */
async function readDirectly(engine: Engine, plan: BatchPlan): Promise<void> {
  const plain = plainBatchSql(plan)
  try {
    if (plain !== undefined) return await engine.run(plain)
  } catch (error) {
    if (!isNotPlain(error)) throw error
  }
  await engine.run(batchSql(plan))
}

/** A sheet that cannot be read costs no other sheet. */
async function orSkip({ file, said }: Reading, sheet: SheetHandle, read: () => Promise<void>): Promise<void> {
  try {
    await read()
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'intake.stopped') throw error
    said.skipped.push({ file: file.name, sheet: sheet.name, reason: error.message })
  }
}

function isTextShapeError(error: unknown): boolean {
  return error instanceof Error && /CSV Error|Invalid unicode|read_csv|sniffing/i.test(error.message) && !/interrupt/i.test(error.message)
}

async function sampleOf(sheet: SheetHandle): Promise<SampleRow[]> {
  const sample: SampleRow[] = []
  for await (const block of sheet.rows({ upTo: 60 })) {
    block.rowNumbers.forEach((rowNumber, i) => {
      if (rowNumber <= 60) sample.push({ rowNumber, cells: block.cells[i] ?? [] })
    })
  }
  return sample
}
