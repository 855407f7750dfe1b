/** Turns the value of a cell, found as bytes of XML, into what the row buffer holds. */
import { appendMixedText, appendStringItem, appendXmlText } from './byte-text.ts'
import { dayText, isoCellText, plainNumber, serialText } from './cell-value.rules.ts'
import type { NumberMeaning } from './number-format.rules.ts'
import { held, type RowBuffer } from './row-buffer.ts'
import type { SharedStrings } from './shared-strings.ts'
import { digitsIn } from './xml-bytes.ts'

const type = { number: 0, shared: 1, text: 2, inline: 3, boolean: 4, error: 5, day: 6 } as const

/** How a value stands in its cell: as bare text, as the content of `is`, or as text that may hold CDATA and comments. */
export const cellForm = { plain: 0, item: 1, mixed: 2 } as const

/** A cell as the scanner found it; `start` is -1 when it has no value. */
export interface FoundCell {
  column: number
  type: number
  style: number
  form: number
  start: number
  end: number
  hasFormula: boolean
}

export interface CellContext {
  shared: SharedStrings
  meanings: readonly NumberMeaning[]
  is1904: boolean
  /** Only these columns are needed. */
  columns: readonly number[] | undefined
}

/** What the attribute `t` says. */
export function typeOf(bytes: Buffer, start: number, end: number): number {
  const first = bytes[start]
  if (first === 115) return end - start === 1 ? type.shared : type.text
  if (first === 105) return type.inline
  if (first === 98) return type.boolean
  if (first === 101) return type.error
  return first === 100 ? type.day : type.number
}

export class CellWriter {
  readonly #row: RowBuffer
  readonly #context: CellContext
  readonly #needed: Uint8Array | undefined

  constructor(row: RowBuffer, context: CellContext) {
    this.#row = row
    this.#context = context
    if (context.columns === undefined) return
    this.#needed = new Uint8Array(row.kinds.length)
    for (const column of context.columns) this.#needed[column] = 1
  }

  /** Puts the cell into the row; an empty value is no value, except under a formula whose result is missing. */
  write(bytes: Buffer, cell: FoundCell): void {
    const { start, end, column } = cell
    const row = this.#row
    const isNeeded = this.#needed === undefined || this.#needed[column] === 1
    if (start === -1 || start === end) {
      if (!cell.hasFormula || (start !== -1 && cell.type === type.text)) return
      row.hasValue = true
      if (isNeeded) row.set(column, held.formula, 0, 0)
    } else if (cell.type === type.shared && cell.form !== cellForm.item) {
      const index = digitsIn(bytes, start, end)
      if (this.#context.shared.isEmpty(index)) return
      row.hasValue = true
      if (isNeeded) row.set(column, held.shared, index, 0)
    } else if (isNeeded) {
      const from = row.text.used
      const kind = this.#append(bytes, cell)
      if (row.text.used === from) return
      row.hasValue = true
      row.set(column, kind, from, row.text.used)
    } else row.hasValue = true
  }

  /** Appends the value's text; returns what it is. */
  #append(bytes: Buffer, cell: FoundCell): number {
    const { text } = this.#row
    const { start, end } = cell
    if (cell.form === cellForm.item) return appendStringItem(text, bytes, start, end) ? held.ascii : held.utf8
    if (cell.form === cellForm.plain) return this.#appendPlain(bytes, cell.type, cell.style, start, end)
    const from = text.used
    const isAscii = appendMixedText(text, bytes, start, end)
    if (cell.type === type.text || cell.type === type.inline) return isAscii ? held.ascii : held.utf8
    const plain = Buffer.from(text.bytes.subarray(from, text.used))
    text.used = from
    return this.#appendPlain(plain, cell.type, cell.style, 0, plain.length)
  }

  #appendPlain(bytes: Buffer, kind: number, style: number, start: number, end: number): number {
    const { text } = this.#row
    if (kind === type.number) return this.#appendNumber(bytes, style, start, end)
    if (kind === type.boolean) {
      const isTrue = bytes[start] === 49 || (bytes[start]! | 32) === 116
      text.write(isTrue ? 'TRUE' : 'FALSE')
      return held.plain
    }
    if (kind === type.day) {
      text.write(isoCellText(bytes.toString('latin1', start, end)))
      return held.utf8
    }
    return appendXmlText(text, bytes, start, end) ? held.ascii : held.utf8
  }

  #appendNumber(bytes: Buffer, style: number, start: number, end: number): number {
    const { text } = this.#row
    const meaning = this.#context.meanings[style]
    if (meaning !== undefined && meaning !== 'number') {
      const day = meaning === 'day' ? wholeDay(bytes, start, end) : 0
      text.write(
        day > 0 ? dayText(day, this.#context.is1904) : serialText(bytes.toString('utf8', start, end), meaning, this.#context.is1904),
      )
      return held.utf8
    }
    if (this.#appendPlainNumber(bytes, start, end)) return held.plain
    text.write(plainNumber(bytes.toString('utf8', start, end)))
    return held.utf8
  }

  /** Copies a number that already is as it must be printed; false for any other. */
  #appendPlainNumber(bytes: Buffer, start: number, end: number): boolean {
    const { text } = this.#row
    text.reserve(end - start)
    const out = text.bytes
    let to = text.used
    let digits = 0
    let point = -1
    for (let i = start; i < end; i++) {
      const b = bytes[i]!
      if (b >= 48 && b <= 57) digits++
      else if (b === 46 && point === -1 && digits > 0) point = i
      else if (b !== 45 || i !== start) return false
      out[to++] = b
    }
    if (digits === 0 || digits > 15) return false
    if (bytes[start] === 48 && digits > 1 && point !== start + 1) return false
    if (bytes[start] === 45 && bytes[start + 1] === 48) return false
    if (point !== -1 && (bytes[end - 1] === 48 || point === end - 1)) return false
    text.used = to
    return true
  }
}

/** A day without a time, as nearly all are; 0 for anything that has to be looked at closely. */
function wholeDay(bytes: Buffer, start: number, end: number): number {
  if (end - start > 6) return 0
  let day = 0
  for (let i = start; i < end; i++) {
    const digit = bytes[i]! - 48
    if (digit < 0 || digit > 9) return 0
    day = day * 10 + digit
  }
  return day
}
