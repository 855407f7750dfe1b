/** One row of a sheet while it is being read: what each column holds, without a JavaScript string in sight. */
import { ByteStore } from './byte-text.ts'
import { hasCsvMark, type SharedStrings } from './shared-strings.ts'

/** What a column holds. `plain` needs neither decoding nor quotes. */
export const held = { nothing: 0, plain: 1, ascii: 2, utf8: 3, shared: 4, formula: 5 } as const

/** A cell kept beyond its row. */
export interface HeldCell {
  kind: number
  /** Number of the shared string. */
  index: number
  text: Buffer
}

export class RowBuffer {
  readonly kinds: Uint8Array
  /** Begin of the text in `text`, or the number of the shared string. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly text = new ByteStore(64 * 1024)
  /** Last column that holds anything; -1 when none does. */
  last = -1
  /** Whether the row has a value of its own, asked for or not. */
  hasValue = false

  constructor(columns: number) {
    this.kinds = new Uint8Array(columns)
    this.starts = new Uint32Array(columns)
    this.ends = new Uint32Array(columns)
  }

  set(column: number, kind: number, start: number, end: number): void {
    this.kinds[column] = kind
    this.starts[column] = start
    this.ends[column] = end
    if (column > this.last) this.last = column
  }

  clear(): void {
    this.kinds.fill(0, 0, this.last + 1)
    this.last = -1
    this.text.used = 0
    this.hasValue = false
  }

  /** What a column holds, to be put into later rows. */
  take(column: number): HeldCell {
    const kind = this.kinds[column]!
    const start = this.starts[column]!
    const end = this.ends[column]!
    const isText = kind !== held.shared && kind !== held.formula
    return { kind, index: start, text: Buffer.from(this.text.bytes.subarray(isText ? start : 0, isText ? end : 0)) }
  }

  put(column: number, cell: HeldCell): void {
    const start = this.text.used
    this.text.reserve(cell.text.length)
    cell.text.copy(this.text.bytes, start)
    this.text.used = start + cell.text.length
    if (cell.kind === held.shared) this.set(column, cell.kind, cell.index, 0)
    else this.set(column, cell.kind, start, this.text.used)
  }

  /** The row as strings; `formula` stands for a formula without a result. */
  toCells(shared: SharedStrings, formula: string): (string | null)[] {
    const { kinds, starts, ends, last } = this
    const cells = new Array<string | null>(last + 1)
    const bytes = this.text.bytes
    const ascii = bytes.toString('latin1', 0, this.text.used)
    for (let column = 0; column <= last; column++) {
      const kind = kinds[column]!
      if (kind === held.nothing) cells[column] = null
      else if (kind === held.shared) cells[column] = shared.text(starts[column]!)
      else if (kind === held.utf8) cells[column] = bytes.toString('utf8', starts[column]!, ends[column]!)
      else cells[column] = kind === held.formula ? formula : ascii.slice(starts[column]!, ends[column]!)
    }
    return cells
  }

  /** Appends one column as a CSV cell. */
  appendCsv(column: number, target: ByteStore, shared: SharedStrings, formula: Buffer): void {
    const kind = this.kinds[column]!
    if (kind === held.nothing) return
    if (kind === held.shared) {
      shared.locate(this.starts[column]!)
      appendCsvBytes(target, shared.bytes, shared.start, shared.end, shared.inQuotes)
    } else if (kind === held.formula) {
      appendCsvBytes(target, formula, 0, formula.length, false)
    } else {
      const start = this.starts[column]!
      const end = this.ends[column]!
      const { bytes } = this.text
      appendCsvBytes(target, bytes, start, end, kind !== held.plain && hasCsvMark(bytes, start, end))
    }
  }
}

function appendCsvBytes(target: ByteStore, bytes: Buffer, start: number, end: number, inQuotes: boolean): void {
  target.reserve((end - start) * 2 + 2)
  const out = target.bytes
  let to = target.used
  if (!inQuotes) {
    for (let i = start; i < end; i++) out[to++] = bytes[i]!
  } else {
    out[to++] = 34
    for (let i = start; i < end; i++) {
      const b = bytes[i]!
      if (b === 34) out[to++] = 34
      out[to++] = b
    }
    out[to++] = 34
  }
  target.used = to
}
