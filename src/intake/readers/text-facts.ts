/** One pass over the bytes of a text file: encoding, delimiter, number of lines, and whether the engine's own CSV reader can be trusted with it. */
import { isUtf8 } from 'node:buffer'
import type { FileHandle } from 'node:fs/promises'
import { incompleteTail } from './byte-text.ts'
import { LineScan } from './line-scan.ts'
import { type DoubtfulSign, doubtfulSigns, type ReaderLimits, type TextFacts } from './reader.ts'
import { delimiterOf, isMostlyUtf8 } from './text-sniff.rules.ts'

const pieceBytes = 1024 * 1024
const sampleBytes = 64 * 1024

export interface TextFindings extends TextFacts {
  hasNul: boolean
  /** UTF-8 in the main, with bytes that are none. */
  isDamaged: boolean
}

/** Reads the whole file once. A line beyond the limit is a Problem. */
export async function readTextFacts(handle: FileHandle, file: string, limits: ReaderLimits, signal?: AbortSignal): Promise<TextFindings> {
  const sample = Buffer.alloc(sampleBytes)
  const { bytesRead } = await handle.read(sample, 0, sampleBytes, 0)
  const hasMark = sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf
  const delimiter = delimiterOf(decodeSample(sample.subarray(0, bytesRead)))
  const lines = new LineScan(delimiter.charCodeAt(0), file, limits)
  const characters = new EncodingScan()
  const signs = new Set<DoubtfulSign>()
  let hasNul = false
  let isFirst = true
  for await (const piece of pieces(handle)) {
    signal?.throwIfAborted()
    hasNul ||= piece.includes(0)
    for (const sign of doubtfulSigns) if (!signs.has(sign) && piece.includes(sign.charCodeAt(0))) signs.add(sign)
    characters.take(piece)
    lines.take(piece, isFirst && hasMark ? 3 : 0)
    isFirst = false
  }
  const isValid = characters.end()
  const lineCount = lines.end()
  return {
    encoding: characters.encoding === 'utf-8' && hasMark ? 'utf-8-bom' : characters.encoding,
    delimiter,
    isRegular: isValid && !hasNul && lines.isRegular,
    lineCount,
    signs,
    hasNul,
    isDamaged: !isValid && characters.encoding === 'utf-8',
  }
}

/** The file in large pieces; the next is being read while the caller works on one. A piece is gone when the next comes. */
async function* pieces(handle: FileHandle): AsyncGenerator<Buffer> {
  const buffers = [Buffer.allocUnsafeSlow(pieceBytes), Buffer.allocUnsafeSlow(pieceBytes)] as const
  const read = (turn: number, at: number) => handle.read(buffers[turn & 1]!, 0, pieceBytes, at)
  let reading = read(0, 0)
  try {
    for (let turn = 0, at = 0; ; turn++) {
      const { buffer, bytesRead } = await reading
      if (bytesRead === 0) return
      at += bytesRead
      reading = read(turn + 1, at)
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await reading.catch(() => undefined)
  }
}

/** Whether all pieces together are UTF-8, and what the text is if they are not. */
class EncodingScan {
  encoding: 'utf-8' | 'gb18030' = 'utf-8'
  #isValid = true
  /** Bytes of a character that the next piece completes. */
  #carried: Buffer = Buffer.alloc(0)

  take(piece: Buffer): void {
    if (!this.#isValid) return
    let head = 0
    while (head < 3 && head < piece.length && (piece[head]! & 0xc0) === 0x80) head++
    const tail = piece.length - Math.min(incompleteTail(piece), piece.length - head)
    this.#isValid = isUtf8(Buffer.concat([this.#carried, piece.subarray(0, head)])) && isUtf8(piece.subarray(head, tail))
    this.#carried = Buffer.from(piece.subarray(tail))
    if (!this.#isValid) this.encoding = isMostlyUtf8(piece.toString('utf8')) ? 'utf-8' : 'gb18030'
  }

  end(): boolean {
    return this.#isValid && this.#carried.length === 0
  }
}

/** The sample as text, whichever of the two encodings fits it. */
export function decodeSample(sample: Buffer): string {
  const whole = sample.subarray(0, sample.length - incompleteTail(sample))
  const text = whole.toString('utf8')
  if (isUtf8(whole) || isMostlyUtf8(text)) return text
  return new TextDecoder('gb18030').decode(sample)
}
