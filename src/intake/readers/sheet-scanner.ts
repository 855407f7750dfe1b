/**
 * Reads a sheet's XML out of windows of bytes, cell by cell, into a row buffer.
 * Written by hand over bytes because this loop sees every byte of every workbook; a general XML reader takes several times as long.
 * Prefixes, missing references, any order of attributes, comments and CDATA are read; what follows `sheetData` is not.
 */
import { Problem } from '../../kernel/index.ts'
import { type CellContext, CellWriter, cellForm, type FoundCell, typeOf } from './cell-writer.ts'
import { readerProblems } from './problems.ts'
import type { ReaderLimits } from './reader.ts'
import type { RowBuffer } from './row-buffer.ts'
import { closingTagAt, declarationEnd, digitsIn, gt, lookAhead, lt, slash, tagEnd } from './xml-bytes.ts'

export interface ScanContext extends CellContext {
  file: string
  limits: ReaderLimits
  upTo: number
  onRow: (rowNumber: number, row: RowBuffer) => void
}

const equals = 61

export class SheetScanner {
  /** Everything that was to be read has been read. */
  isDone = false
  /** `sheetData` was opened and not closed yet: the end of the stream must not come now. */
  isInside = false
  readonly #row: RowBuffer
  readonly #context: ScanContext
  readonly #writer: CellWriter
  readonly #cell: FoundCell = { column: -1, type: 0, style: 0, form: cellForm.plain, start: -1, end: -1, hasFormula: false }
  #rowNumber = 0
  #isRowOpen = false
  #hasRowNumber = false
  #isSelfClosed = false

  constructor(row: RowBuffer, context: ScanContext) {
    this.#row = row
    this.#context = context
    this.#writer = new CellWriter(row, context)
  }

  /** Reads what is whole in the window; returns where the rest begins. */
  scan(bytes: Buffer, end: number): number {
    let at = 0
    while (!this.isDone) {
      while (at < end && bytes[at] !== lt) at++
      if (at + lookAhead >= end) return Math.min(at, end)
      const mark = bytes[at + 2]!
      const isCell = bytes[at + 1] === 99 && (mark === 32 || mark === gt || mark === slash)
      const next = isCell ? this.#wholeCell(bytes, at + 2, end) : this.#otherTag(bytes, at, end)
      if (next === -1) return at
      at = next
    }
    return end
  }

  #otherTag(bytes: Buffer, at: number, end: number): number {
    const mark = bytes[at + 1]!
    if (mark === 33 || mark === 63) return declarationEnd(bytes, at, end)
    let name = mark === slash ? at + 2 : at + 1
    let p = name
    while (p < end && bytes[p]! > 32 && bytes[p] !== gt && bytes[p] !== slash) if (bytes[p++] === 58) name = p
    const length = p - name
    const first = bytes[name]!
    if (length === 1 && first === 99 && mark !== slash) return this.#wholeCell(bytes, p, end)
    if (length === 3 && first === 114 && mark !== slash) return this.#openRow(bytes, p, end)
    p = tagEnd(bytes, p, end)
    if (p === -1) return -1
    if (length === 3 && first === 114) this.#closeRow()
    if (length === 9 && bytes.toString('latin1', name, name + 9) === 'sheetData') {
      this.isInside = mark !== slash && bytes[p - 2] !== slash
      if (!this.isInside) {
        this.#closeRow()
        this.isDone = true
      }
    }
    return p
  }

  #openRow(bytes: Buffer, from: number, end: number): number {
    const next = tagEnd(bytes, from, end)
    if (next === -1) return -1
    this.#closeRow()
    this.#cell.column = -1
    this.#hasRowNumber = false
    let number = this.#rowNumber + 1
    for (let p = from; p < next - 3; p++) {
      if (bytes[p]! > 32 || bytes[p + 1] !== 114 || (bytes[p + 2] !== equals && bytes[p + 2] !== 32)) continue
      const written = digitsIn(bytes, p + 3, next)
      if (written > 0) {
        number = written
        this.#hasRowNumber = true
      }
      break
    }
    this.#setRowNumber(number)
    this.#isRowOpen = bytes[next - 2] !== slash
    return next
  }

  #setRowNumber(number: number): void {
    const { limits, file, upTo } = this.#context
    if (number > limits.rows) throw new Problem(readerProblems.tooLarge, { file, found: `行号 ${number}` })
    this.#rowNumber = number
    if (number > upTo) this.isDone = true
  }

  #closeRow(): void {
    const row = this.#row
    if (this.#isRowOpen && row.hasValue) this.#context.onRow(this.#rowNumber, row)
    if (row.last !== -1 || row.hasValue) row.clear()
    this.#isRowOpen = false
  }

  /** A whole `c` element, from behind its name; -1 when it is not whole. */
  #wholeCell(bytes: Buffer, from: number, end: number): number {
    const cell = this.#cell
    const columnBefore = cell.column
    this.#isSelfClosed = false
    const body = this.#cellAttributes(bytes, from, end)
    if (body !== -1 && this.#isSelfClosed) return body
    const next = body === -1 ? -1 : this.#cellBody(bytes, body, end)
    if (next === -1) {
      cell.column = columnBefore
      return -1
    }
    this.#writer.write(bytes, cell)
    return next
  }

  #cellAttributes(bytes: Buffer, from: number, end: number): number {
    const cell = this.#cell
    let column = cell.column + 1
    cell.type = 0
    cell.style = 0
    let p = from
    for (;;) {
      while (p < end && bytes[p]! <= 32) p++
      if (p >= end) return -1
      const first = bytes[p]!
      if (first === gt) break
      if (first === slash) {
        this.#isSelfClosed = true
        p++
        continue
      }
      let q = p + 1
      while (q < end && bytes[q] !== equals && bytes[q] !== gt) q++
      if (q >= end) return -1
      if (bytes[q] === gt) {
        p = q
        continue
      }
      const isShort = q === p + 1 || bytes[p + 1] === 32
      let v = q + 1
      while (v < end && bytes[v]! <= 32) v++
      const quote = bytes[v]!
      let w = ++v
      while (w < end && bytes[w] !== quote) w++
      if (w >= end) return -1
      if (isShort && first === 114) column = this.#reference(bytes, v, w, column)
      else if (isShort && first === 115) cell.style = digitsIn(bytes, v, w)
      else if (isShort && first === 116) cell.type = typeOf(bytes, v, w)
      p = w + 1
    }
    if (column >= this.#context.limits.columns) {
      throw new Problem(readerProblems.tooLarge, {
        file: this.#context.file,
        found: `第 ${this.#rowNumber} 行的列数超过 ${this.#context.limits.columns}`,
      })
    }
    cell.column = column
    return p + 1
  }

  /** The column of a reference such as `AB12`; its digits count only where the row itself has no number. */
  #reference(bytes: Buffer, start: number, end: number, otherwise: number): number {
    let column = 0
    let p = start
    for (; p < end; p++) {
      const letter = bytes[p]! & 0xdf
      if (letter < 65 || letter > 90) break
      column = column * 26 + letter - 64
      if (column > 0xffffff) return 0xffffff
    }
    if (!this.#hasRowNumber) {
      const number = digitsIn(bytes, p, end)
      if (number > 0) this.#setRowNumber(number)
      this.#hasRowNumber = true
    }
    return column === 0 ? otherwise : column - 1
  }

  #cellBody(bytes: Buffer, from: number, end: number): number {
    const cell = this.#cell
    cell.start = -1
    cell.hasFormula = false
    cell.form = cellForm.plain
    let p = from
    for (;;) {
      while (p < end && bytes[p] !== lt) p++
      if (p + lookAhead >= end) return -1
      if (bytes[p + 1] === slash) {
        while (p < end && bytes[p] !== gt) p++
        return p < end ? p + 1 : -1
      }
      if (bytes[p + 1] === 118 && bytes[p + 2] === gt) {
        const start = p + 3
        let q = start
        while (q < end && bytes[q] !== lt) q++
        if (q + lookAhead >= end) return -1
        if (bytes[q + 1] === slash && bytes[q + 3] === gt) {
          cell.start = start
          cell.end = q
          p = q + lookAhead
          continue
        }
      }
      p = this.#child(bytes, p, end)
      if (p === -1) return -1
    }
  }

  /** Any child of a cell: `v`, `is`, `f` in whatever dialect, and what means nothing here. */
  #child(bytes: Buffer, at: number, end: number): number {
    if (bytes[at + 1] === 33) return declarationEnd(bytes, at, end)
    let name = at + 1
    let p = name
    while (p < end && bytes[p]! > 32 && bytes[p] !== gt && bytes[p] !== slash) if (bytes[p++] === 58) name = p
    const length = p - name
    const first = bytes[name]!
    const start = tagEnd(bytes, p, end)
    if (start === -1) return -1
    const isEmpty = bytes[start - 2] === slash
    const close = isEmpty ? start : closingTagAt(bytes, start, end)
    const next = isEmpty || close === -1 ? close : tagEnd(bytes, close, end)
    if (next === -1) return -1
    const cell = this.#cell
    if (length === 1 && first === 102) cell.hasFormula = true
    const isItem = length === 2 && first === 105
    if (!isEmpty && (isItem || (length === 1 && first === 118))) {
      cell.start = start
      cell.end = close
      cell.form = isItem ? cellForm.item : cellForm.mixed
    }
    return next
  }
}
