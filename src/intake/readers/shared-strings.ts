/** A workbook's shared text, held as UTF-8 bytes in large pieces: twenty million strings cost little more than their bytes. */
import { Problem } from '../../kernel/index.ts'
import { appendStringItem, ByteStore, windows } from './byte-text.ts'
import { readerProblems } from './problems.ts'
import { partBytes, type ZipFile, type ZipPart } from './zip.ts'

const segmentBits = 16
const segmentSize = 1 << segmentBits
const pieceBits = 22
const pieceBytes = 1 << pieceBits
/** A piece is left when less than this is free; what is longer makes its piece grow. */
const spareBytes = 64 * 1024
const cacheSize = 1 << 16
const nonAscii = 1
const needsQuotes = 2
const flagBits = 2

export class SharedStrings {
  count = 0
  /** Where the string last located stands. */
  bytes: Buffer = Buffer.alloc(0)
  start = 0
  end = 0
  inQuotes = false
  readonly #pieces: ByteStore[] = []
  /** Two numbers for each string, side by side in memory: place over all pieces, and length with flags. */
  readonly #places: Uint32Array[] = []
  readonly #cachedIndex = new Int32Array(cacheSize).fill(-1)
  readonly #cachedText: string[] = new Array<string>(cacheSize).fill('')
  #total = 0

  /** The piece that takes the next string. */
  store(): ByteStore {
    const last = this.#pieces.at(-1)
    if (last !== undefined && last.used < pieceBytes - spareBytes) return last
    const fresh = new ByteStore(pieceBytes)
    this.#pieces.push(fresh)
    return fresh
  }

  /** Keeps what was appended to `store()` since `start` as the next string. */
  add(start: number, isAscii: boolean): void {
    const at = (this.count & (segmentSize - 1)) * 2
    if (at === 0) this.#places.push(new Uint32Array(segmentSize * 2))
    const places = this.#places[this.count >>> segmentBits]!
    const { bytes, used } = this.#pieces.at(-1)!
    places[at] = (this.#pieces.length - 1) * pieceBytes + start
    places[at + 1] = ((used - start) << flagBits) | (isAscii ? 0 : nonAscii) | (hasCsvMark(bytes, start, used) ? needsQuotes : 0)
    this.count += 1
    this.#total += used - start
  }

  /** Bytes of memory taken. */
  get size(): number {
    return this.#total + this.count * 8
  }

  /** Sets `bytes`, `start`, `end` and `inQuotes` to those of a string, and returns its flags. */
  locate(index: number): number {
    const places = this.#places[index >>> segmentBits]!
    const at = (index & (segmentSize - 1)) * 2
    const place = places[at]!
    const lengthAndFlags = places[at + 1]!
    this.bytes = this.#pieces[place >>> pieceBits]!.bytes
    this.start = place & (pieceBytes - 1)
    this.end = this.start + (lengthAndFlags >>> flagBits)
    this.inQuotes = (lengthAndFlags & needsQuotes) !== 0
    return lengthAndFlags & (nonAscii | needsQuotes)
  }

  /** Whether there is no such string, or nothing in it. */
  isEmpty(index: number): boolean {
    return index >= this.count || this.#places[index >>> segmentBits]![(index & (segmentSize - 1)) * 2 + 1]! >>> flagBits === 0
  }

  /** The string; those asked for lately are not decoded again. */
  text(index: number): string {
    const slot = index & (cacheSize - 1)
    if (this.#cachedIndex[slot] === index) return this.#cachedText[slot]!
    const flags = this.locate(index)
    const text = this.bytes.toString((flags & nonAscii) === 0 ? 'latin1' : 'utf8', this.start, this.end)
    this.#cachedIndex[slot] = index
    this.#cachedText[slot] = text
    return text
  }
}

/** Whether a CSV cell with these bytes must stand in quotes. */
export function hasCsvMark(bytes: Buffer, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const b = bytes[i]!
    if (b === 34 || b === 44 || b === 10 || b === 13) return true
  }
  return false
}

/** Reads the part of shared strings; more text than the limit is refused. */
export async function readSharedStrings(zip: ZipFile, part: ZipPart | undefined, signal?: AbortSignal): Promise<SharedStrings> {
  const strings = new SharedStrings()
  if (part === undefined) return strings
  const { limits, file } = zip
  const source = partBytes(zip, part, signal === undefined ? {} : { signal })
  for await (const window of windows(source, { file, largestRest: limits.cellBytes })) {
    window.consumed = takeItems(strings, window.bytes, window.end)
    if (strings.size > limits.sharedTextBytes) throw new Problem(readerProblems.tooLarge, { file, found: '文字内容过多' })
  }
  return strings
}

/** Takes every whole `si` element of the window; returns where the rest begins. */
function takeItems(strings: SharedStrings, bytes: Buffer, end: number): number {
  let at = 0
  for (;;) {
    while (at < end && bytes[at] !== 60) at++
    let name = at + 1
    let p = name
    while (p < end && bytes[p]! > 32 && bytes[p] !== 62 && bytes[p] !== 47) if (bytes[p++] === 58) name = p
    const isItem = p - name === 2 && bytes[name] === 115 && bytes[name + 1] === 105
    while (p < end && bytes[p] !== 62) p++
    if (p >= end) return at
    if (!isItem) {
      at = p + 1
      continue
    }
    const close = bytes[p - 1] === 47 ? p : itemEnd(bytes, p + 1, end)
    if (close === -1) return at
    const store = strings.store()
    const start = store.used
    strings.add(start, appendStringItem(store, bytes, p + 1, close))
    at = close + 1
  }
}

/** Where `</si` begins, prefixed or not; -1 when it is not in the window. */
function itemEnd(bytes: Buffer, from: number, end: number): number {
  for (let p = from; p < end - 4; p++) {
    if (bytes[p] !== 60) continue
    if (bytes[p + 1] === 33) {
      const close = bytes.indexOf(']]>', p)
      if (close === -1 || close >= end) return -1
      p = close
    } else if (bytes[p + 1] === 47) {
      let name = p + 2
      let q = name
      while (q < end && bytes[q] !== 62) if (bytes[q++] === 58) name = q
      if (q >= end) return -1
      if (bytes[name] === 115 && bytes[name + 1] === 105 && (bytes[name + 2] === 62 || bytes[name + 2]! <= 32)) return p
    }
  }
  return -1
}
