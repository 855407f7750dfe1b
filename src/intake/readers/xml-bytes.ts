/** Finds tags' ends in bytes of XML; -1 says that the end is not among the bytes yet. */

export const lt = 60
export const gt = 62
export const slash = 47
/** Bytes after `<` that must be there before a tag is looked at. */
export const lookAhead = 4

/** Behind a comment, a declaration or an instruction. */
export function declarationEnd(bytes: Buffer, at: number, end: number): number {
  const isComment = bytes[at + 2] === 45 && bytes[at + 3] === 45
  const close = bytes.indexOf(isComment ? '-->' : '>', at)
  return close === -1 || close >= end ? -1 : close + 1
}

/** Behind the `>` of the tag whose name or attributes are here; one in quotes does not count. */
export function tagEnd(bytes: Buffer, from: number, end: number): number {
  let quote = 0
  for (let p = from; p < end; p++) {
    const b = bytes[p]!
    if (quote !== 0) {
      if (b === quote) quote = 0
    } else if (b === gt) return p + 1
    else if (b === 34 || b === 39) quote = b
  }
  return -1
}

/** Where the closing tag of the element begins whose content is here. */
export function closingTagAt(bytes: Buffer, from: number, end: number): number {
  let depth = 1
  for (let p = from; p < end; ) {
    if (bytes[p] !== lt) {
      p++
      continue
    }
    if (p + lookAhead >= end) return -1
    const mark = bytes[p + 1]
    if (mark === 33) {
      const close = bytes.indexOf(bytes[p + 2] === 91 ? ']]>' : '>', p)
      if (close === -1 || close >= end) return -1
      p = close + 1
      continue
    }
    if (mark === slash && --depth === 0) return p
    p = tagEnd(bytes, p + 1, end)
    if (p === -1) return -1
    if (mark !== slash && bytes[p - 2] !== slash) depth++
  }
  return -1
}

/** The first run of digits between; 0 when there is none, capped far above any real number. */
export function digitsIn(bytes: Buffer, start: number, end: number): number {
  let value = 0
  let any = false
  for (let p = start; p < end; p++) {
    const digit = bytes[p]! - 48
    if (digit >= 0 && digit <= 9) {
      value = Math.min(value * 10 + digit, 0x7fffffff)
      any = true
    } else if (any) break
  }
  return value
}
