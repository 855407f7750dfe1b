/** Reads a folder: every sheet of every file recognised, read into a typed batch, its failing cells collected; nothing is changed in the folder. */
import { join } from 'node:path'
import { type Engine, ident, text } from '../engine/index.ts'
import { Problem } from '../kernel/index.ts'
import { fieldKindMacros, fieldKinds, type Policy } from '../policy/index.ts'
import { type BatchPlan, batchSql, sheetSelect, stagedSource, textSource } from './batch.sql.ts'
import { codesOf, identityFields, planOf } from './batch-plan.ts'
import { originHeader } from './corrections/correction-workbook.ts'
import { type FolderFile, listFolder } from './folder.ts'
import { emptyCellSql, issueSql } from './open-cells.sql.ts'
import { readOpenCells } from './open-cells.ts'
import { intakeProblems } from './problems.ts'
import { type OpenFile, openFile, type SheetHandle, writeAsUtf8, writeRowsAsCsv } from './readers/index.ts'
import {
  headerText,
  ownHeader,
  type RecognisableDataset,
  type Recognition,
  recognisable,
  recogniseSheet,
  type SampleRow,
} from './recognise.rules.ts'
import { replaceCorrected } from './replaced-rows.ts'
import type { IntakeReport } from './report.ts'

export interface IntakeOptions {
  folder: string
  /** A private folder for staged copies. */
  workFolder: string
  policy: Policy
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

const register = 'household_register'

/** Reads everything; what cannot be read is reported beside it. Fails only when there is nothing to read at all. */
export async function readFolder(engine: Engine, options: IntakeOptions): Promise<IntakeReport> {
  const files = await listFolder(options.folder)
  const report: IntakeReport = { sheets: [], skipped: files.skipped.map(({ file, reason }) => ({ file, sheet: '', reason })), warnings: [] }
  if (files.files.length === 0) throw new Problem(intakeProblems.emptyFolder, { folder: options.folder })
  await engine.run(fieldKindMacros)
  await engine.run(intakeTables)
  const reader = new FolderReader(engine, options, report, files.files.length)
  for (const [index, file] of files.files.entries()) {
    options.signal?.throwIfAborted()
    await reader.readFile(file, index + 1)
  }
  await replaceCorrected(engine, report)
  await createViews(engine, options, report)
  return report
}

const intakeTables = `
CREATE TABLE sheet(sheet_no INTEGER, file VARCHAR, sheet_name VARCHAR, dataset VARCHAR, first_rowid BIGINT, rows_in BIGINT, accepted BIGINT, rejected BIGINT);
CREATE TABLE issue(sheet_no INTEGER, row_no INTEGER, column_header VARCHAR, code VARCHAR, found VARCHAR, expected VARCHAR, severity VARCHAR);`

class FolderReader {
  readonly #engine: Engine
  readonly #options: IntakeOptions
  readonly #report: IntakeReport
  readonly #datasets: RecognisableDataset[]
  readonly #files: number
  #rows = 0

  constructor(engine: Engine, options: IntakeOptions, report: IntakeReport, files: number) {
    this.#engine = engine
    this.#options = options
    this.#report = report
    this.#files = files
    this.#datasets = [...options.policy.datasets].map(([name, dataset]) =>
      recognisable(name, dataset, name === register ? new Map() : identityFields(options.policy, dataset)),
    )
  }

  async readFile(file: FolderFile, fileNo: number): Promise<void> {
    const skip = (sheet: string, reason: string) => this.#report.skipped.push({ file: file.name, sheet, reason })
    let open: OpenFile
    try {
      if (await this.#options.isOurs?.(file.path)) return void skip('', '由本程序生成，已跳过')
      open = await openFile(file.path, { name: file.name, ...(this.#options.signal ? { signal: this.#options.signal } : {}) })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return void skip('', error.message)
    }
    try {
      for (const sheet of open.sheets) await this.#readOrSkip(file, open, sheet, fileNo, skip)
    } finally {
      this.#report.warnings.push(...open.warnings)
      await open.close()
    }
  }

  /** A sheet that cannot be read costs no other sheet. */
  async #readOrSkip(file: FolderFile, open: OpenFile, sheet: SheetHandle, fileNo: number, skip: (sheet: string, reason: string) => void) {
    if (sheet.hidden) return skip(sheet.name, '隐藏的工作表，已跳过；如需比对请取消隐藏')
    try {
      await this.#readSheet(file, open, sheet, fileNo, skip)
    } catch (error) {
      if (!(error instanceof Problem) || error.code === 'intake.stopped') throw error
      skip(sheet.name, error.message)
    }
  }

  async #readSheet(file: FolderFile, open: OpenFile, sheet: SheetHandle, fileNo: number, skip: (sheet: string, reason: string) => void) {
    const sample = await sampleOf(sheet)
    const recognised = recogniseSheet(sample, this.#datasets)
    if (!recognised.ok) return skip(sheet.name, recognised.reason)
    const { recognition } = recognised
    this.#report.warnings.push(...recognition.doubts.map((doubt) => `${file.name}${sheet.name === '' ? '' : ` [${sheet.name}]`}：${doubt}`))
    const sheetNo = this.#report.sheets.length + 1
    const plan = await this.#readBatch(file, open, sheet, recognition, sheetNo, sample, fileNo)
    const counts = await readOpenCells(this.#engine, plan)
    const { rows_in: rowsIn, rejected } = counts
    this.#rows += rowsIn
    await this.#engine.run(issueSql(plan))
    for (const sql of emptyCellSql(plan)) await this.#engine.run(sql)
    const dataset = this.#options.policy.datasets.get(recognition.dataset)
    const absent = Object.keys(dataset?.fields ?? {}).filter((name) => !recognition.fields.has(name))
    this.#report.sheets.push({
      sheetNo,
      file: file.name,
      sheet: sheet.name,
      dataset: recognition.dataset,
      explanation: recognition.explanation,
      rowsIn,
      accepted: rowsIn - rejected,
      rejected,
      sha256: '',
      path: file.path,
      plan,
      counts,
      recognition,
      absent,
    })
    this.#progress(file.name, fileNo)
  }

  /** A regular text file is read by the engine itself; everything else is staged row by row first. */
  async #readBatch(
    file: FolderFile,
    open: OpenFile,
    sheet: SheetHandle,
    recognition: Recognition,
    sheetNo: number,
    sample: SampleRow[],
    fileNo: number,
  ): Promise<BatchPlan> {
    const leadColumns = [0, 1, 2].filter((column) => column < recognition.headers.length)
    const origin = recognition.headers.findLastIndex((header) => headerText(ownHeader(header)) === originHeader)
    const around = { headerRow: recognition.headerRow, leadColumns, originColumn: origin < 0 ? undefined : origin }
    const plan = (source: BatchPlan['source']) =>
      planOf(this.#options.policy, this.#recognisable(recognition.dataset), { recognition, sheetNo, source, sample })
    const plain = await this.#plainText(file, open, sheetNo)
    if (plain) {
      const width = Math.max(...sample.map(({ cells }) => cells.length))
      const direct = plan({
        from: textSource(plain.path, width, plain.delimiter, recognition.headerRow, plain.bytes),
        isStaged: false,
        ...around,
      })
      try {
        await this.#engine.run(batchSql(direct))
        return direct
      } catch (error) {
        if (!isTextShapeError(error)) throw error
        await this.#engine.run(`DROP TABLE IF EXISTS ${direct.table}`)
      }
    }
    const read = [...recognition.fields.values()].flatMap(({ columns }) => columns)
    const used = [...new Set([...leadColumns, ...read, ...(origin < 0 ? [] : [origin])])].sort((a, b) => a - b)
    const path = join(this.#options.workFolder, `sheet-${sheetNo}.csv`)
    await writeRowsAsCsv(sheet, used, path, {
      ...(this.#options.signal ? { signal: this.#options.signal } : {}),
      onProgress: () => this.#progress(file.name, fileNo),
    })
    const staged = plan({ from: stagedSource(path, used), isStaged: true, ...around })
    await this.#engine.run(batchSql(staged))
    return staged
  }

  /** The file, or its copy in UTF-8, where the engine can read it by itself. */
  async #plainText(
    file: FolderFile,
    open: OpenFile,
    sheetNo: number,
  ): Promise<{ path: string; delimiter: string; bytes: number } | undefined> {
    if (!open.text) return undefined
    if (open.text.isRegular) return { path: file.path, delimiter: open.text.delimiter, bytes: file.bytes }
    if (open.text.encoding !== 'gb18030') return undefined
    const path = join(this.#options.workFolder, `text-${sheetNo}.csv`)
    const copy = await writeAsUtf8(open, path, this.#options.signal ? { signal: this.#options.signal } : {})
    return copy.isRegular ? { path, delimiter: copy.delimiter, bytes: file.bytes * 2 } : undefined
  }

  #recognisable(dataset: string): RecognisableDataset | undefined {
    return this.#datasets.find(({ name }) => name === dataset)
  }

  #progress(file: string, fileNo: number): void {
    this.#options.onProgress?.({ file, fileNo, files: this.#files, rows: this.#rows })
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

/** `rows_<dataset>`: the batches of a dataset as one, for every dataset that has a sheet. */
async function createViews(engine: Engine, options: IntakeOptions, report: IntakeReport): Promise<void> {
  for (const [name, dataset] of options.policy.datasets) {
    const sheets = report.sheets.filter((sheet) => sheet.dataset === name)
    if (sheets.length === 0) continue
    const types = Object.entries(dataset.fields).map(([field, definition]) => {
      const codes = codesOf(options.policy, definition)
      return [field, fieldKinds[definition.kind].type({ field: definition, ...(codes ? { codes } : {}) })] as const
    })
    let offset = 0
    const selects: string[] = []
    for (const sheet of sheets) {
      selects.push(
        sheetSelect(
          sheet.plan,
          sheet.counts,
          {
            fields: types,
            aboutHousehold: dataset.about === 'household' && name !== register,
            hasEventDay: dataset.event_day !== undefined,
          },
          offset,
          options.asOf,
        ),
      )
      await engine.run(
        `INSERT INTO sheet VALUES (${sheet.sheetNo}, ${text(sheet.file)}, ${text(sheet.sheet)}, ${text(name)}, ${offset}, ${sheet.rowsIn}, ${sheet.accepted}, ${sheet.rejected})`,
      )
      offset += sheet.counts.rows
    }
    await engine.run(`CREATE VIEW ${ident(`rows_${name}`)} AS ${selects.join('\nUNION ALL\n')}`)
  }
}
