/** Where the header of a sheet probably stands that nothing was recognised in. */

export interface LookedAtRow {
  rowNumber: number
  cells: readonly (string | null)[]
}

/** The first of the rows with the most different words in them; numbers and days are no headers. */
export function likelyHeader(rows: readonly LookedAtRow[]): LookedAtRow | undefined {
  let best: LookedAtRow | undefined
  let most = 1
  for (const row of rows) {
    const words = new Set(row.cells.filter((cell) => cell !== null && isWord(cell)))
    if (words.size > most) {
      best = row
      most = words.size
    }
  }
  return best
}

function isWord(cell: string): boolean {
  const text = cell.trim()
  return text.length > 0 && text.length <= 60 && !/^[-+\d.,:/％% 年月日]+$/.test(text)
}
