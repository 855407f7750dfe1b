/** Text kept as UTF-8 bytes: a store that grows, windows over a stream, and XML text copied out of one into the other. */
import { isUtf8 } from 'node:buffer'
import { Problem } from '../../kernel/index.ts'
import { xmlText } from './cell-value.rules.ts'
import { readerProblems } from './problems.ts'

/** Bytes that are appended and given up together. */
export class ByteStore {
  bytes: Buffer
  used = 0

  constructor(size: number) {
    this.bytes = Buffer.allocUnsafeSlow(size)
  }

  /** Makes room for this many more bytes. */
  reserve(count: number): void {
    if (this.used + count <= this.bytes.length) return
    const grown = Buffer.allocUnsafeSlow(Math.max(this.bytes.length * 2, this.used + count))
    this.bytes.copy(grown, 0, 0, this.used)
    this.bytes = grown
  }

  write(text: string): void {
    this.reserve(text.length * 3)
    if (text.length < shortText && this.#writeAscii(text)) return
    this.used += this.bytes.write(text, this.used, 'utf8')
  }

  #writeAscii(text: string): boolean {
    const { bytes, used } = this
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i)
      if (c > 127) return false
      bytes[used + i] = c
    }
    this.used = used + text.length
    return true
  }
}

/** Below this length a loop is faster than a call into native code. */
const shortText = 24

/** A piece of a stream; the caller sets `consumed`, the rest comes again in front of the next piece. */
export interface Window {
  bytes: Buffer
  end: number
  consumed: number
}

/** Bytes after the end of a window that may be looked at without meaning anything. */
const slack = 64

export interface WindowOptions {
  file: string
  /** A rest that is longer is refused: nothing in a file an official may hand in is that long. */
  largestRest: number
}

/** Cuts a stream into windows of valid UTF-8; invalid bytes become U+FFFD, so that everything downstream may copy bytes. */
export async function* windows(source: AsyncIterable<Buffer>, options: WindowOptions): AsyncGenerator<Window> {
  const window: Window = { bytes: Buffer.alloc(1024 * 1024), end: 0, consumed: 0 }
  let carried: Buffer = Buffer.alloc(0)
  let isFirst = true
  for await (const chunk of source) {
    if (isFirst && (chunk[0] === 0xff || chunk[0] === 0xfe))
      throw new Problem(readerProblems.damaged, { file: options.file, found: '内部文字不是 UTF-8' })
    isFirst = false
    const joined = carried.length === 0 ? chunk : Buffer.concat([carried, chunk])
    const whole = joined.length - incompleteTail(joined)
    carried = Buffer.from(joined.subarray(whole))
    append(window, validUtf8(joined.subarray(0, whole)), options)
    yield window
  }
  if (carried.length > 0) {
    append(window, validUtf8(carried), options)
    yield window
  }
}

function append(window: Window, piece: Buffer, options: WindowOptions): void {
  const rest = window.end - window.consumed
  if (rest > options.largestRest) throw new Problem(readerProblems.tooLarge, { file: options.file, found: '单个单元格的内容过长' })
  const target = rest + piece.length + slack > window.bytes.length ? Buffer.alloc((rest + piece.length) * 2 + slack) : window.bytes
  window.bytes.copy(target, 0, window.consumed, window.end)
  piece.copy(target, rest)
  window.bytes = target
  window.end = rest + piece.length
  window.consumed = 0
}

export function validUtf8(bytes: Buffer): Buffer {
  return isUtf8(bytes) ? bytes : Buffer.from(bytes.toString('utf8'))
}

/** How many bytes at the end begin a character that is not complete. */
export function incompleteTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const b = bytes[bytes.length - back]!
    if (b < 0x80) return 0
    if (b >= 0xc0) return (b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2) > back ? back : 0
  }
  return 0
}

/** Appends text that stood between tags, entities and escapes resolved. Returns whether every byte of it is ASCII. */
export function appendXmlText(store: ByteStore, bytes: Buffer, start: number, end: number): boolean {
  store.reserve(end - start)
  const target = store.bytes
  let to = store.used
  let seen = 0
  for (let i = start; i < end; i++) {
    const b = bytes[i]!
    if (b === 38 || b === 13 || b === 0 || (b === 95 && bytes[i + 1] === 120))
      return appendEscaped(store, bytes.toString('utf8', start, end))
    seen |= b
    target[to++] = b
  }
  store.used = to
  return seen < 128
}

function appendEscaped(store: ByteStore, raw: string): boolean {
  const from = store.used
  store.write(xmlText(raw.replace(/\r\n?/g, '\n')))
  for (let i = from; i < store.used; i++) if (store.bytes[i]! >= 128) return false
  return true
}

const closeTag = 47
const cdata = Buffer.from('<![CDATA[')

/**
 * Appends what the `t` elements of a string item say, runs joined, phonetic guides (`rPh`) left out.
 * Returns whether every byte of it is ASCII.
 */
export function appendStringItem(store: ByteStore, bytes: Buffer, start: number, end: number): boolean {
  let isAscii = true
  let isPhonetic = false
  for (let at = start; at < end; ) {
    if (bytes[at] !== 60) {
      at++
      continue
    }
    const isClosing = bytes[at + 1] === closeTag
    let name = isClosing ? at + 2 : at + 1
    let p = name
    while (p < end && bytes[p]! > 32 && bytes[p] !== 62 && bytes[p] !== closeTag) if (bytes[p++] === 58) name = p
    const length = p - name
    while (p < end && bytes[p] !== 62) p++
    const isEmpty = bytes[p - 1] === closeTag
    at = p + 1
    if (length === 3 && bytes[name] === 114 && bytes[name + 1] === 80) isPhonetic = !isClosing && !isEmpty
    if (length !== 1 || bytes[name] !== 116 || isClosing || isEmpty || isPhonetic) continue
    const textEnd = closingTag(bytes, at, end)
    isAscii = appendMixedText(store, bytes, at, textEnd) && isAscii
    at = textEnd
  }
  return isAscii
}

/** Where the next closing tag begins; what CDATA holds is no tag. */
function closingTag(bytes: Buffer, from: number, end: number): number {
  for (let p = from; p < end; p++) {
    if (bytes[p] !== 60) continue
    if (bytes[p + 1] === closeTag) return p
    if (bytes[p + 1] === 33) {
      const close = bytes.indexOf(']]>', p)
      p = close === -1 || close > end ? end : close + 2
    }
  }
  return end
}

/** Text that may hold CDATA sections, which are taken as they are. */
export function appendMixedText(store: ByteStore, bytes: Buffer, start: number, end: number): boolean {
  let isAscii = true
  for (let at = start; at < end; ) {
    let open = at
    while (open < end && bytes[open] !== 60) open++
    isAscii = appendXmlText(store, bytes, at, open) && isAscii
    if (open >= end) break
    const isCdata = bytes.compare(cdata, 0, cdata.length, open, Math.min(open + cdata.length, end)) === 0
    const close = bytes.indexOf(isCdata ? ']]>' : '>', open)
    const stop = close === -1 || close > end ? end : close
    if (isCdata) {
      const text = bytes.toString('utf8', open + cdata.length, stop)
      store.write(text)
      isAscii = isAscii && /^[\0-\x7f]*$/.test(text)
    }
    at = stop + (isCdata ? 3 : 1)
  }
  return isAscii
}
