/** Text on its way into a workbook: made harmless, measured for column widths, cut to what a sheet's name may be. */

const longestCell = 32_000
const longestSheetName = 31
/** Signs XML 1.0 cannot carry; a workbook with one of them does not open. */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Text without signs that break a workbook, never a formula: a leading `= + - @`, tab or line break gets an apostrophe before it. */
export function safeText(text: string): string {
  const clean = text.replace(unwritable, '').toWellFormed()
  const cut = clean.length > longestCell ? `${clean.slice(0, longestCell)}…` : clean
  return /^[=+\-@\t\r\n]/.test(cut) ? `'${cut}` : cut
}

const harmless = /^[-+](|[\d,]+(\.\d+)?(元|万元|万)?)$/

/** The same for a cell that is handed in again: a negative amount, a lone dash or `+86…` stays as it was written, for it must read as before. */
export function returnedText(text: string): string {
  const safe = safeText(text)
  return safe.startsWith("'") && harmless.test(safe.slice(1)) ? safe.slice(1) : safe
}

/** Width in columns of a typewriter: a Chinese character takes two. */
export function displayWidth(text: string): number {
  let width = 0
  for (const sign of text) width += (sign.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1
  return width
}

/** Lines the text takes when wrapped to a column of this width. */
export function wrappedLines(text: string, width: number): number {
  const room = Math.max(2, width - 0.5)
  let lines = 0
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(displayWidth(line) / room))
  return lines
}

/** A name Excel accepts for a sheet, different from those taken (which grows by it). */
export function sheetNameOf(wanted: string, taken: Set<string>): string {
  const plain = wanted
    .replace(/[\\/?*:[\]'\u0000-\u001f]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const stem = cut(plain === '' ? '表' : plain, longestSheetName)
  let name = stem
  for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${cut(stem, longestSheetName - String(i).length - 2)}(${i})`
  taken.add(name.toLowerCase())
  return name
}

/** At most this many UTF-16 units, never half a character. */
function cut(text: string, length: number): string {
  return text.length <= length
    ? text
    : text
        .slice(0, length)
        .toWellFormed()
        .replace(/\ufffd$/, '')
}
