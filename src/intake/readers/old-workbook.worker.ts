/** The thread in which a workbook of an older kind is read whole; whatever such a file does, it does it here and not to the program. */
import { parentPort, workerData } from 'node:worker_threads'
import { type CellObject, read, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { isoCellText, plainNumber, serialText } from './cell-value.rules.ts'
import { meaningOfFormatCode } from './number-format.rules.ts'
import type { OldWorkbookAnswer, OldWorkbookAsk, OldWorkbookStart } from './old-workbook.ts'
import { formulaWithoutValue, type RowBlock } from './reader.ts'

type Cell = CellObject | undefined
type Cells = (string | null)[]

const rowsPerBlock = 1000
const widestSpread = 1024
const errors: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
}

/** The text of a cell, as a workbook of the newer kind would give it. */
function textOf(cell: Cell, is1904: boolean): string | null {
  if (cell === undefined) return null
  const value = cell.v
  if (value === undefined || value === null || cell.t === 'z') return cell.f === undefined ? null : formulaWithoutValue
  if (value instanceof Date) return isoCellText(value.toISOString())
  if (cell.t === 'e') return errors[Number(value)] ?? cell.w ?? '#N/A'
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'number') {
    const meaning = typeof cell.z === 'string' ? meaningOfFormatCode(cell.z) : 'number'
    return meaning === 'number' ? plainNumber(String(value)) : serialText(String(value), meaning, is1904)
  }
  const text = value.replaceAll('\0', '')
  return text === '' ? null : text
}

class SheetRows {
  readonly #data: Cell[][]
  readonly #is1904: boolean
  readonly #merges: NonNullable<WorkSheet['!merges']>
  #filled: Map<number, Map<number, string>> | undefined

  constructor(sheet: WorkSheet, is1904: boolean) {
    this.#data = (sheet['!data'] as Cell[][] | undefined) ?? []
    this.#merges = sheet['!merges'] ?? []
    this.#is1904 = is1904
  }

  /** Rows from an index on, a block of them; `next` is where the following block begins. */
  block(from: number, upTo: number): { block: RowBlock; next: number | undefined } {
    const block: RowBlock = { rowNumbers: [], cells: [] }
    const end = Math.min(this.#data.length, upTo)
    let index = from
    for (; index < end && block.cells.length < rowsPerBlock; index++) {
      const cells = this.#cells(index)
      if (cells === undefined) continue
      for (const [column, value] of this.#fill().get(index) ?? []) cells[column] = value
      block.rowNumbers.push(index + 1)
      block.cells.push(Array.from(cells, (cell) => cell ?? null))
    }
    return { block, next: index < end ? index : undefined }
  }

  /** The row's own values; undefined when it has none. */
  #cells(index: number): Cells | undefined {
    const row = this.#data[index]
    if (row === undefined) return undefined
    const cells = Array.from(row, (cell) => textOf(cell, this.#is1904))
    return cells.some((cell) => cell !== null) ? cells : undefined
  }

  /** Merged values by row and column, made when the first block is asked for. */
  #fill(): Map<number, Map<number, string>> {
    if (this.#filled !== undefined) return this.#filled
    this.#filled = new Map()
    for (const { s, e } of this.#merges) {
      const value = textOf(this.#data[s.r]?.[s.c], this.#is1904)
      if (value === null) continue
      for (let r = s.r; r <= Math.min(e.r, this.#data.length - 1); r++) {
        if (this.#data[r] === undefined) continue
        const row = this.#filled.get(r) ?? new Map<number, string>()
        this.#filled.set(r, row)
        for (let c = s.c; c <= Math.min(e.c, s.c + widestSpread); c++) row.set(c, value)
      }
    }
    return this.#filled
  }
}

function readWhole(start: OldWorkbookStart): WorkBook {
  const options = {
    raw: true,
    dense: true,
    cellNF: true,
    cellFormula: true,
    cellText: false,
    cellHTML: false,
    cellDates: false,
    sheetStubs: true,
  }
  if (start.text !== undefined) return read(start.text, { ...options, type: 'string' })
  return read(start.bytes, { ...options, type: 'buffer' })
}

function answer(message: OldWorkbookAnswer): void {
  parentPort!.postMessage(message)
}

try {
  const book = readWhole(workerData as OldWorkbookStart)
  const is1904 = book.Workbook?.WBProps?.date1904 === true
  const sheets = book.SheetNames.map((name) => new SheetRows(book.Sheets[name]!, is1904))
  parentPort!.on('message', (ask: OldWorkbookAsk) => {
    try {
      answer({ ...sheets[ask.sheet]!.block(ask.from, ask.upTo) })
    } catch (error) {
      answer({ failed: String(error) })
    }
  })
  answer({ sheets: book.SheetNames.map((name, i) => ({ name, hidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0 })) })
} catch (error) {
  answer({ failed: String(error) })
}
