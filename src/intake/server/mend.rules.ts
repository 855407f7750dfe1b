/** How the columns of a filled correction workbook stand to those of the file it mends. */
import { correctionColumns } from './warnings.rules.ts'

const plain = (header: string) => header.replace(/\s/g, '').replace(/^'/, '')

/** By column of the correction the column of the file; those added at the end, or by hand, stand to none. */
export function columnsAcross(correction: readonly string[], file: readonly string[]): Map<number, number> {
  const across = new Map<number, number>()
  const taken = new Set<number>()
  const put = (from: number, to: number) => {
    across.set(from, to)
    taken.add(to)
  }
  const isOurs = (header: string) => (Object.values(correctionColumns) as string[]).includes(header)
  for (const [i, header] of correction.entries()) if (!isOurs(header) && plain(header) === plain(file[i] ?? '')) put(i, i)
  for (const [i, header] of correction.entries()) {
    if (across.has(i) || isOurs(header) || plain(header) === '') continue
    const found = file.findIndex((other, column) => !taken.has(column) && plain(other) === plain(header))
    if (found >= 0) put(i, found)
  }
  return across
}

/** The row as it was with what the correction says in its columns. */
export function mendedRow(
  before: readonly (string | null)[],
  correction: readonly (string | null)[],
  across: ReadonlyMap<number, number>,
): (string | null)[] {
  const row = [...before]
  for (const [from, to] of across) {
    while (row.length <= to) row.push(null)
    row[to] = correction[from] ?? null
  }
  return row
}
