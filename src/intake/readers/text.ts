/** Text files (csv, tsv, txt) as one sheet: decoded and cut into records as they stream by. */
import { type FileHandle, open } from 'node:fs/promises'
import { Problem } from '../../kernel/index.ts'
import { readerProblems } from './problems.ts'
import type { OpenFile, ReaderLimits, RowBlock, RowOptions, SheetHandle, TextFacts } from './reader.ts'
import { RecordCutter } from './record-cutter.ts'
import { readTextFacts } from './text-facts.ts'

const pieceBytes = 256 * 1024
const rowsPerBlock = 1000
const cellsPerBlock = 200_000

export class TextSheet implements SheetHandle {
  readonly name = ''
  readonly hidden = false
  readonly #handle: FileHandle
  readonly file: string
  readonly #facts: TextFacts
  readonly limits: ReaderLimits

  constructor(handle: FileHandle, file: string, facts: TextFacts, limits: ReaderLimits) {
    this.#handle = handle
    this.file = file
    this.#facts = facts
    this.limits = limits
  }

  /** A row number is the number of the record: a blank line counts, a line break inside quotes does not. */
  async *rows(options: RowOptions = {}): AsyncGenerator<RowBlock> {
    const upTo = options.upTo ?? Number.POSITIVE_INFINITY
    const cutter = new RecordCutter(this.#facts.delimiter, options.columns)
    let block: RowBlock = { rowNumbers: [], cells: [] }
    let cells = 0
    let rowNumber = 0
    for await (const { text, isLast } of this.texts(options)) {
      cutter.add(text, isLast)
      for (let record = cutter.next(); record !== undefined; record = cutter.next()) {
        rowNumber += 1
        if (rowNumber > upTo) break
        if (record.length > this.limits.columns) {
          throw new Problem(readerProblems.tooLarge, { file: this.file, found: `第 ${rowNumber} 行有 ${record.length} 列` })
        }
        if (cutter.isBlank) continue
        block.rowNumbers.push(rowNumber)
        block.cells.push(record)
        cells += record.length
        if (block.cells.length < rowsPerBlock && cells < cellsPerBlock) continue
        yield block
        block = { rowNumbers: [], cells: [] }
        cells = 0
      }
      if (rowNumber > upTo) break
      if (cutter.restLength > this.limits.lineBytes)
        throw new Problem(readerProblems.tooLarge, { file: this.file, found: `第 ${rowNumber + 1} 行过长` })
    }
    if (block.cells.length > 0) yield block
  }

  /** The whole text piece by piece, decoded, without NUL and byte order mark. */
  async *texts(options: RowOptions): AsyncGenerator<{ text: string; isLast: boolean }> {
    const decoder = new TextDecoder(this.#facts.encoding === 'gb18030' ? 'gb18030' : 'utf-8')
    const { size } = await this.#handle.stat()
    const buffer = Buffer.allocUnsafe(pieceBytes)
    for (let at = 0; ; ) {
      options.signal?.throwIfAborted()
      const { bytesRead } = await this.#handle.read(buffer, 0, pieceBytes, at)
      at += bytesRead
      const text = decoder.decode(buffer.subarray(0, bytesRead), { stream: bytesRead > 0 })
      yield { text: text.includes('\0') ? text.replaceAll('\0', '') : text, isLast: bytesRead === 0 }
      if (bytesRead === 0) return
      options.onProgress?.(Math.min(1, at / size))
    }
  }
}

/** Writes a text file anew in UTF-8, so that the engine can read what comes in GB18030; the facts are those of the new file. */
export async function writeAsUtf8(
  file: OpenFile,
  path: string,
  options: Pick<RowOptions, 'signal' | 'onProgress'> = {},
): Promise<TextFacts> {
  const sheet = file.sheets[0]
  if (!(sheet instanceof TextSheet)) throw new TypeError('only a text file can be written as text')
  const handle = await open(path, 'w+')
  try {
    for await (const { text } of sheet.texts(options)) await handle.appendFile(text)
    const { hasNul: _, isDamaged: __, ...facts } = await readTextFacts(handle, sheet.file, sheet.limits, options.signal)
    return facts
  } finally {
    await handle.close()
  }
}
