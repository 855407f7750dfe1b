/** Workbooks in Office Open XML (xlsx, xlsm): sheets streamed out of the zip, one window of bytes at a time. */
import { Problem } from '../../kernel/index.ts'
import { windows } from './byte-text.ts'
import { columnsToRead, findMerges, type MergedRange, MergeSpreader } from './merges.ts'
import { readerProblems } from './problems.ts'
import { formulaWithoutValue, type RowBlock, type RowOptions, type SheetHandle } from './reader.ts'
import { RowBuffer } from './row-buffer.ts'
import { readSharedStrings, type SharedStrings } from './shared-strings.ts'
import { SheetScanner } from './sheet-scanner.ts'
import { readWorkbook, type SheetEntry, type Workbook } from './workbook.ts'
import { partBytes, type ZipFile } from './zip.ts'

const rowsPerBlock = 1000
/** Cells in a block, so that very wide rows do not make very large blocks. */
const cellsPerBlock = 200_000

/** The sheets of a workbook; charts and macro sheets are not among them. Shared text is read when the first sheet is. */
export async function openXlsx(zip: ZipFile, signal?: AbortSignal): Promise<XlsxSheet[]> {
  const workbook = await readWorkbook(zip, signal)
  let shared: Promise<SharedStrings> | undefined
  const readShared = () => {
    shared ??= readSharedStrings(zip, workbook.sharedStrings).catch((error: unknown) => {
      shared = undefined
      throw error
    })
    return shared
  }
  return workbook.sheets.map((entry) => new XlsxSheet(zip, workbook, entry, readShared))
}

export class XlsxSheet implements SheetHandle {
  readonly name: string
  readonly hidden: boolean
  readonly #zip: ZipFile
  readonly #workbook: Workbook
  readonly #entry: SheetEntry
  readonly #readShared: () => Promise<SharedStrings>
  #merges: MergedRange[] | undefined

  constructor(zip: ZipFile, workbook: Workbook, entry: SheetEntry, readShared: () => Promise<SharedStrings>) {
    this.name = entry.name
    this.hidden = entry.hidden
    this.#zip = zip
    this.#workbook = workbook
    this.#entry = entry
    this.#readShared = readShared
  }

  async *rows(options: RowOptions = {}): AsyncGenerator<RowBlock> {
    let block: RowBlock = { rowNumbers: [], cells: [] }
    let cells = 0
    const full: RowBlock[] = []
    const onRow = (rowNumber: number, row: RowBuffer, shared: SharedStrings) => {
      block.rowNumbers.push(rowNumber)
      block.cells.push(row.toCells(shared, formulaWithoutValue))
      cells += row.last + 1
      if (block.cells.length < rowsPerBlock && cells < cellsPerBlock) return
      full.push(block)
      block = { rowNumbers: [], cells: [] }
      cells = 0
    }
    for await (const _ of this.scan(options, onRow)) yield* full.splice(0)
    if (block.cells.length > 0) yield block
  }

  /** Calls back for each row that has a value; yields after each window, so that the caller can write out what it has. */
  async *scan(options: RowOptions, onRow: (rowNumber: number, row: RowBuffer, shared: SharedStrings) => void): AsyncGenerator<void> {
    const { file, limits } = this.#zip
    const { part } = this.#entry
    if (part === undefined) throw new Problem(readerProblems.damaged, { file, found: `缺少工作表“${this.name}”的内容` })
    const { signal, onProgress, columns } = options
    const [shared, merges] = await Promise.all([this.#readShared(), this.#merges ?? findMerges(this.#zip, part, signal)])
    this.#merges = merges
    const spreader = merges.length > 0 ? new MergeSpreader(merges, limits.columns, columns) : undefined
    const scanner = new SheetScanner(new RowBuffer(limits.columns), {
      file,
      limits,
      shared,
      meanings: this.#workbook.meanings,
      is1904: this.#workbook.is1904,
      upTo: options.upTo ?? Number.POSITIVE_INFINITY,
      columns: columns === undefined ? undefined : columnsToRead(merges, columns),
      onRow: (rowNumber, row) => {
        spreader?.apply(rowNumber, row)
        onRow(rowNumber, row, shared)
      },
    })
    const source = partBytes(this.#zip, part, {
      ...(signal === undefined ? {} : { signal }),
      ...(onProgress === undefined ? {} : { onPacked: onProgress }),
    })
    for await (const window of windows(source, { file, largestRest: limits.cellBytes })) {
      window.consumed = scanner.scan(window.bytes, window.end)
      yield
      if (scanner.isDone) return
    }
    if (scanner.isInside) throw new Problem(readerProblems.damaged, { file, found: `工作表“${this.name}”的内容不完整` })
  }
}
