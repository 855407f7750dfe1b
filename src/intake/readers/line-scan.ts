/** Counts lines of text over pieces of bytes, and notices what makes them irregular. */
import { Problem } from '../../kernel/index.ts'
import { readerProblems } from './problems.ts'
import type { ReaderLimits } from './reader.ts'

const lineFeed = 10
const carriageReturn = 13
const quote = 34

/** The byte values it looks for are the same in UTF-8 and GB18030. */
export class LineScan {
  #lines = 0
  #feedsAfterReturn = 0
  #feeds = 0
  #returns = 0
  /** Bytes since the last line break. */
  #lineLength = 0
  #lastByte = 0
  #blankLines = 0
  #hasBlankInside = false
  #isInsideQuotes = false
  /** A quote inside quotes was the last byte. */
  #isAfterQuote = false
  #hasStray = false
  #hasBreakInside = false
  readonly #delimiter: number
  readonly #file: string
  readonly #limits: ReaderLimits

  constructor(delimiter: number, file: string, limits: ReaderLimits) {
    this.#delimiter = delimiter
    this.#file = file
    this.#limits = limits
  }

  take(piece: Buffer, from: number): void {
    if (from >= piece.length) return
    this.#returns += countReturns(piece, from)
    for (let at = from; at < piece.length; ) {
      const quoteAt = this.#isInsideQuotes || this.#isAfterQuote ? at : piece.indexOf(quote, at)
      const lineStart = quoteAt === -1 ? piece.length : Math.max(at, piece.lastIndexOf(lineFeed, quoteAt) + 1)
      this.#takePlain(piece, at, lineStart)
      at = this.#takeQuotedLine(piece, lineStart)
    }
    this.#lastByte = piece[piece.length - 1]!
    if (this.#lineLength > this.#limits.lineBytes) {
      throw new Problem(readerProblems.tooLarge, {
        file: this.#file,
        found: `第 ${this.#lines + 1} 行超过 ${Math.floor(this.#limits.lineBytes / 1024 ** 2)} MB`,
      })
    }
  }

  /** From line feed to line feed by native search: several times faster than a loop over the bytes. */
  #takePlain(piece: Buffer, from: number, end: number): void {
    let lineStart = from - this.#lineLength
    for (let at = piece.indexOf(lineFeed, from); at !== -1 && at < end; at = piece.indexOf(lineFeed, lineStart))
      lineStart = this.#feed(piece, at, lineStart)
    this.#lineLength = end - lineStart
  }

  /** Ends a line at this byte; returns where the next begins. */
  #feed(piece: Buffer, at: number, lineStart: number): number {
    const isAfterReturn = (at > 0 ? piece[at - 1] : this.#lastByte) === carriageReturn
    this.#endLine(at - lineStart - (isAfterReturn ? 1 : 0))
    this.#feeds += 1
    if (isAfterReturn) this.#feedsAfterReturn += 1
    return at + 1
  }

  #endLine(length: number): void {
    this.#lines += 1
    if (length <= 0) this.#blankLines += 1
    else if (this.#blankLines > 0) this.#hasBlankInside = true
  }

  /** Byte by byte to the end of the line, or of the piece; returns where the next line begins. */
  #takeQuotedLine(piece: Buffer, from: number): number {
    const delimiter = this.#delimiter
    let lineStart = from - this.#lineLength
    let before = from > 0 ? piece[from - 1]! : this.#lastByte
    let inside = this.#isInsideQuotes
    let afterQuote = this.#isAfterQuote
    let hasStray = false
    let hasBreakInside = false
    let i = from
    for (let isLineEnd = false; i < piece.length && !isLineEnd; i++) {
      const b = piece[i]!
      if (b > carriageReturn && b !== quote && !afterQuote) {
        before = b
        continue
      }
      if (inside) {
        if (b === quote) {
          inside = false
          afterQuote = true
        } else if (b === lineFeed || b === carriageReturn) hasBreakInside = true
      } else if (b === quote) {
        if (!afterQuote && i !== lineStart && before !== delimiter) hasStray = true
        else inside = true
        afterQuote = false
      } else {
        if (afterQuote && b !== delimiter && b !== lineFeed && b !== carriageReturn) hasStray = true
        afterQuote = false
        isLineEnd = b === lineFeed
        if (isLineEnd) lineStart = this.#feed(piece, i, lineStart)
      }
      before = b
    }
    this.#isInsideQuotes = inside
    this.#isAfterQuote = afterQuote
    this.#hasStray ||= hasStray
    this.#hasBreakInside ||= hasBreakInside
    this.#lineLength = i - lineStart
    return i
  }

  /** Ends the last line; returns how many there were. */
  end(): number {
    if (this.#lineLength > 0) this.#endLine(this.#lineLength)
    if (this.#isInsideQuotes) this.#hasStray = true
    return this.#lines
  }

  get isRegular(): boolean {
    const isOneKind = this.#returns === this.#feedsAfterReturn && (this.#feedsAfterReturn === 0 || this.#feedsAfterReturn === this.#feeds)
    return isOneKind && !this.#hasBlankInside && !this.#hasStray && !this.#hasBreakInside
  }
}

function countReturns(piece: Buffer, from: number): number {
  let count = 0
  for (let at = piece.indexOf(carriageReturn, from); at !== -1; at = piece.indexOf(carriageReturn, at + 1)) count++
  return count
}
