/** Guesses about text: which delimiter, which encoding, and whether it is text at all. */

const delimiters = [',', '\t', ';', '|']
const linesLookedAt = 100

/** The delimiter that the most lines hold equally often; a comma where none does. */
export function delimiterOf(sample: string): string {
  const lines = sample
    .replace(/"[^"]*"/g, '')
    .split(/\r\n?|\n/)
    .slice(0, linesLookedAt)
  let best = ','
  let bestScore = 0
  for (const delimiter of delimiters) {
    const lineCounts = new Map<number, number>()
    for (const line of lines) {
      const count = line.split(delimiter).length - 1
      if (count > 0) lineCounts.set(count, (lineCounts.get(count) ?? 0) + 1)
    }
    for (const [count, agreeing] of lineCounts) {
      const score = agreeing + Math.min(count, 1000) / 10_000
      if (score > bestScore) {
        best = delimiter
        bestScore = score
      }
    }
  }
  return best
}

/** Whether text decoded as UTF-8 is UTF-8 with a few bad bytes, and not another encoding: bad bytes are rare among its Chinese characters. */
export function isMostlyUtf8(decoded: string): boolean {
  let bad = 0
  let good = 0
  for (let i = 0; i < decoded.length; i++) {
    const c = decoded.charCodeAt(i)
    if (c === 0xfffd) bad++
    else if (c > 0x7f) good++
  }
  return bad === 0 || good > bad * 20
}

/** Whether a beginning of a file is text: hardly any control characters, hardly anything that no encoding explains. */
export function looksLikeText(decoded: string): boolean {
  let odd = 0
  for (let i = 0; i < decoded.length; i++) {
    const c = decoded.charCodeAt(i)
    if ((c < 32 && c !== 9 && c !== 10 && c !== 13 && c !== 0) || c === 0xfffd || (c >= 0xe000 && c <= 0xf8ff)) odd++
  }
  return odd * 25 <= decoded.length
}

/** UTF-16 by its mark, or by every second byte of its ASCII being NUL. */
export function isUtf16(start: Buffer): boolean {
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff)) return true
  const looked = Math.min(start.length, 4096)
  const nul = [0, 0]
  for (let i = 0; i < looked; i++) if (start[i] === 0) nul[i & 1]! += 1
  const many = looked / 8
  return looked >= 8 && Math.max(nul[0]!, nul[1]!) > many && Math.min(nul[0]!, nul[1]!) < many / 4
}
