/** What every reader hands out: files as sheets, sheets as blocks of text cells, and the limits that keep a hostile file harmless. */

/** About a thousand rows. `rowNumbers[i]` is what a spreadsheet program shows; `cells[i][column]` is null or missing when empty. */
export interface RowBlock {
  rowNumbers: number[]
  cells: (string | null)[][]
}

export interface RowOptions {
  /** Only these columns are needed; the others may be left null. */
  columns?: readonly number[]
  /** Stop after this row number. */
  upTo?: number
  signal?: AbortSignal
  onProgress?: (share: number) => void
}

export interface SheetHandle {
  /** Empty for text files. */
  readonly name: string
  readonly hidden: boolean
  /** Streams the rows in the order of the file; rows without a value of their own are left out. */
  rows(options?: RowOptions): AsyncIterable<RowBlock>
}

/** Signs that make a cell doubtful: of a spreadsheet's error, of what only the engine takes for a number, of nothing. */
export const doubtfulSigns = ['#', '_', 'e', 'E', ' '] as const
export type DoubtfulSign = (typeof doubtfulSigns)[number]

export interface TextFacts {
  encoding: 'utf-8' | 'utf-8-bom' | 'gb18030'
  delimiter: string
  /** The engine's own CSV reader gives the same rows: valid UTF-8, no NUL, no blank line before the end, no line break inside quotes, no stray quote, one kind of line break. */
  isRegular: boolean
  /** Records, the header and blank lines among them; a line break inside quotes does not count. */
  lineCount: number
  /** The doubtful signs that stand anywhere in it. */
  signs: ReadonlySet<DoubtfulSign>
}

export type FileKind = 'xlsx' | 'xls' | 'html' | 'xml2003' | 'text'

export interface OpenFile {
  readonly kind: FileKind
  readonly sheets: readonly SheetHandle[]
  readonly text?: TextFacts
  /** Sentences for the official about what was mended while reading; may grow until the last row has been read. */
  readonly warnings: readonly string[]
  close(): Promise<void>
}

export interface ReaderLimits {
  /** Parts in the zip. */
  zipParts: number
  /** Bytes one part may grow to. */
  partBytes: number
  /** How many times larger a part may become than it is in the zip, once it is beyond 64 MB. */
  partRatio: number
  /** Bytes of parts that are held whole (workbook, relations, styles). */
  smallPartBytes: number
  /** Bytes of shared text that are held. */
  sharedTextBytes: number
  /** Bytes of one cell. */
  cellBytes: number
  /** Bytes of one line of text. */
  lineBytes: number
  rows: number
  columns: number
  /** Bytes of a file of the kinds that are not streamed (xls, html, xml2003). */
  wholeFileBytes: number
  /** Seconds such a file may take. */
  wholeFileSeconds: number
  /** Megabytes of memory such a file may take. */
  wholeFileMemory: number
}

export const defaultLimits: ReaderLimits = {
  zipParts: 20_000,
  partBytes: 8 * 1024 ** 3,
  partRatio: 300,
  smallPartBytes: 64 * 1024 ** 2,
  sharedTextBytes: 512 * 1024 ** 2,
  cellBytes: 1024 ** 2,
  lineBytes: 16 * 1024 ** 2,
  rows: 1_048_576,
  columns: 16_384,
  wholeFileBytes: 128 * 1024 ** 2,
  wholeFileSeconds: 120,
  wholeFileMemory: 1536,
}

/** A cell with a formula whose result was never stored. */
export const formulaWithoutValue = '\u0000formula'
/** The same in a file written by `writeRowsAsCsv`, where a NUL cannot stand. */
export const formulaToken = '#公式无结果'

export interface OpenOptions {
  /** The path as the official knows it; decides nothing but the words of messages and the refusal of `.et`. */
  name: string
  limits?: Partial<ReaderLimits>
  signal?: AbortSignal
}
