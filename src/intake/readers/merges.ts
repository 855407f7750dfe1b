/** Merged cells: a value holds for every row and column of its range. They stand behind the rows in the file but are needed while the rows are read. */
import { type HeldCell, held, type RowBuffer } from './row-buffer.ts'
import { partBytes, type ZipFile, type ZipPart } from './zip.ts'

/** Zero-based columns, row numbers as shown; all inclusive. */
export interface MergedRange {
  top: number
  left: number
  bottom: number
  right: number
}

const overlap = 64
const mostRanges = 2_000_000
/** A title merged to the last column of the sheet is not spread further than this. */
const widestSpread = 1024

/**
 * Finds the merged ranges of a sheet, sorted by their first row. The part is unpacked once for it, but searched only for a few words
 * by native code, and nothing is parsed before the rows have ended: about a sixth of the time that reading takes.
 */
export async function findMerges(zip: ZipFile, part: ZipPart, signal?: AbortSignal): Promise<MergedRange[]> {
  const ranges: MergedRange[] = []
  let areRowsOver = false
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of partBytes(zip, part, signal === undefined ? {} : { signal })) {
    let bytes = chunk
    if (areRowsOver || endOfRows(Buffer.concat([rest, chunk.subarray(0, overlap)])) !== -1) bytes = Buffer.concat([rest, chunk])
    if (!areRowsOver) {
      const end = endOfRows(bytes)
      areRowsOver = end !== -1
      bytes = areRowsOver ? bytes.subarray(end) : bytes.subarray(Math.max(0, bytes.length - overlap))
    }
    if (areRowsOver) {
      const text = bytes.toString('latin1')
      takeRanges(text, ranges)
      if (/<\/(?:[\w.-]{1,32}:)?mergeCells/.test(text) || ranges.length > mostRanges) break
      bytes = bytes.subarray(Math.max(0, text.lastIndexOf('<'), text.length - 64 * 1024))
    }
    rest = Buffer.from(bytes)
  }
  return ranges.sort((a, b) => a.top - b.top)
}

/** Behind `</sheetData>`, prefixed or not; cell text cannot hold that closing tag. */
function endOfRows(bytes: Buffer): number {
  for (let at = bytes.indexOf('sheetData'); at !== -1; at = bytes.indexOf('sheetData', at + 1)) {
    const close = bytes.indexOf('>', at)
    if (close === -1) return -1
    if (bytes[close - 1] === 47) return close + 1
    const before = bytes.toString('latin1', Math.max(0, at - 34), at)
    if (/<\/(?:[\w.-]{1,32}:)?$/.test(before)) return close + 1
  }
  return -1
}

function takeRanges(text: string, ranges: MergedRange[]): void {
  for (let at = text.indexOf('mergeCell '); at !== -1; at = text.indexOf('mergeCell ', at + 10)) {
    const end = text.indexOf('>', at)
    if (end === -1) return
    const match = /ref\s*=\s*["']\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?([A-Za-z]{1,3})\$?(\d{1,7})["']/.exec(
      text.slice(at, Math.min(end, at + 200)),
    )
    if (match === null) continue
    const [left, right] = [columnOf(match[1]!), columnOf(match[3]!)]
    const [top, bottom] = [Number(match[2]), Number(match[4])]
    ranges.push({ left: Math.min(left, right), right: Math.max(left, right), top: Math.min(top, bottom), bottom: Math.max(top, bottom) })
  }
}

/** `AB` as a zero-based column. */
export function columnOf(letters: string): number {
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

interface ActiveRange extends MergedRange {
  value: HeldCell
}

/** Spreads merged values over rows that come in ascending order; rows out of order are left as they are. */
export class MergeSpreader {
  readonly #ranges: readonly MergedRange[]
  readonly #columns: number
  readonly #needed: Set<number> | undefined
  /** Until which row a column is taken by a range: programs refuse ranges that overlap, here the later one is ignored. */
  readonly #takenUntil: Int32Array
  #next = 0
  #active: ActiveRange[] = []
  #lastRow = 0

  constructor(ranges: readonly MergedRange[], columns: number, needed: readonly number[] | undefined) {
    this.#ranges = ranges
    this.#columns = columns
    this.#takenUntil = new Int32Array(columns)
    this.#needed = needed === undefined ? undefined : new Set(needed)
  }

  /** Fills the row's merged columns, and remembers the values of the ranges that begin in it. */
  apply(rowNumber: number, row: RowBuffer): void {
    if (rowNumber <= this.#lastRow) return
    this.#lastRow = rowNumber
    if (this.#active.some((range) => range.bottom < rowNumber)) this.#active = this.#active.filter((range) => range.bottom >= rowNumber)
    for (; this.#next < this.#ranges.length; this.#next++) {
      const range = this.#ranges[this.#next]!
      if (range.top > rowNumber) break
      this.#begin(range, rowNumber, row)
    }
    for (const range of this.#active) {
      for (let column = range.left; column <= range.right; column++) {
        if (this.#needed === undefined || this.#needed.has(column)) row.put(column, range.value)
      }
    }
  }

  #begin(range: MergedRange, rowNumber: number, row: RowBuffer): void {
    if (range.bottom < rowNumber || range.left >= this.#columns) return
    const right = Math.min(range.right, range.left + widestSpread, this.#columns - 1)
    for (let column = range.left; column <= right; column++) if (this.#takenUntil[column]! >= rowNumber) return
    this.#takenUntil.fill(range.bottom, range.left, right + 1)
    if (range.top !== rowNumber || row.kinds[range.left] === held.nothing) return
    this.#active.push({ ...range, right, value: row.take(range.left) })
  }
}

/** The columns asked for, and those in which a range begins that reaches one asked for. */
export function columnsToRead(ranges: readonly MergedRange[], needed: readonly number[]): number[] {
  const all = new Set(needed)
  for (const { left, right } of ranges) {
    if (right > left && needed.some((column) => column > left && column <= right)) all.add(left)
  }
  return [...all]
}
