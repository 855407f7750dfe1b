/** Cuts delimited text into records (RFC 4180), and makes the best of text that does not keep to it. */

/** A quoted cell that does not end within this many characters was never meant to be one: its quote is taken as a character. */
const longestQuoted = 64 * 1024

export class RecordCutter {
  /** Whether the record returned last has no value at all. */
  isBlank = true
  readonly #delimiter: string
  readonly #columns: readonly number[] | undefined
  #text = ''
  #at = 0
  #isLast = false
  /** Where the next quote, line feed and carriage return stand; the length of the text when there is none. */
  #quote = 0
  #feed = 0
  #return = 0
  #fieldEnd = 0

  constructor(delimiter: string, columns?: readonly number[]) {
    this.#delimiter = delimiter
    this.#columns = columns
  }

  /** How much text waits for its end. */
  get restLength(): number {
    return this.#text.length - this.#at
  }

  /** Adds the next piece of text; `isLast` says that none will follow. */
  add(text: string, isLast: boolean): void {
    this.#text = this.#text.slice(this.#at) + text
    this.#at = 0
    this.#quote = this.#feed = this.#return = -1
    this.#isLast = isLast
  }

  /** The next whole record, empty cells as null; undefined when more text is needed or none is left. */
  next(): (string | null)[] | undefined {
    const text = this.#text
    const start = this.#at
    if (start >= text.length) return undefined
    if (this.#feed < start) this.#feed = find(text, '\n', start)
    if (this.#return < start) this.#return = find(text, '\r', start)
    if (this.#quote < start) this.#quote = find(text, '"', start)
    const end = Math.min(this.#feed, this.#return)
    if (end >= text.length && !this.#isLast && this.#quote >= text.length) return undefined
    if (this.#quote < end) return this.#quotedRecord(start)
    if (!this.#breakLine(end)) return undefined
    return this.#finish(text.slice(start, end).split(this.#delimiter))
  }

  /** Moves behind the line break at `end`; false when it may continue in the next piece. */
  #breakLine(end: number): boolean {
    const text = this.#text
    if (end >= text.length) {
      if (!this.#isLast) return false
      this.#at = text.length
      return true
    }
    if (text.charCodeAt(end) !== 13) {
      this.#at = end + 1
      return true
    }
    if (end + 1 >= text.length && !this.#isLast) return false
    this.#at = text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1
    return true
  }

  #finish(fields: (string | null)[]): (string | null)[] {
    let isBlank = true
    for (let i = 0; i < fields.length; i++) {
      if (fields[i] === '') fields[i] = null
      else isBlank = false
    }
    this.isBlank = isBlank
    if (this.#columns === undefined || isBlank) return fields
    const needed = new Array<string | null>(fields.length).fill(null)
    for (const column of this.#columns) needed[column] = fields[column] ?? null
    return needed
  }

  #quotedRecord(start: number): (string | null)[] | undefined {
    const fields: string[] = []
    for (let at = start; ; ) {
      const field = this.#field(at)
      if (field === undefined) return undefined
      fields.push(field)
      at = this.#fieldEnd
      if (this.#text[at] === this.#delimiter && at < this.#text.length) {
        at += 1
        continue
      }
      return this.#breakLine(at) ? this.#finish(fields) : undefined
    }
  }

  /** The field that begins here; sets where it ends. Undefined when its end is not there yet. */
  #field(start: number): string | undefined {
    const text = this.#text
    if (text[start] === '"') {
      const close = this.#closingQuote(start)
      if (close === undefined) return undefined
      if (close !== -1) {
        const rest = this.#plainEnd(close + 1)
        if (rest === undefined) return undefined
        this.#fieldEnd = rest
        return text.slice(start + 1, close).replaceAll('""', '"') + text.slice(close + 1, rest)
      }
    }
    const end = this.#plainEnd(start)
    if (end === undefined) return undefined
    this.#fieldEnd = end
    return text.slice(start, end)
  }

  /** The quote that closes the one here; -1 when this one is but a character; undefined when more text is needed. */
  #closingQuote(start: number): number | undefined {
    const text = this.#text
    for (let at = text.indexOf('"', start + 1); ; at = text.indexOf('"', at + 2)) {
      if (at === -1 || at - start > longestQuoted) return at !== -1 || this.#isLast || text.length - start > longestQuoted ? -1 : undefined
      if (at + 1 >= text.length) return this.#isLast ? at : undefined
      if (text[at + 1] === '"') continue
      const isProper = text[at + 1] === this.#delimiter || text[at + 1] === '\n' || text[at + 1] === '\r'
      return isProper || !/[\r\n]/.test(text.slice(start, at)) ? at : -1
    }
  }

  /** Where an unquoted field ends. */
  #plainEnd(start: number): number | undefined {
    const text = this.#text
    for (let at = start; at < text.length; at++) {
      const c = text.charCodeAt(at)
      if (c === 10 || c === 13 || text[at] === this.#delimiter) return at
    }
    return this.#isLast ? text.length : undefined
  }
}

function find(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from)
  return at === -1 ? text.length : at
}
