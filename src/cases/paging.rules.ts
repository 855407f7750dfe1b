/** Where a page of cases begins, and the values of a query. */
import { Problem } from '../kernel/index.ts'
import { caseProblems } from './problems.ts'

/** Values parted by commas; nothing asked = no limit. */
export function parted(value: string | undefined): string[] | undefined {
  const found = value?.split(',').filter((one) => one !== '')
  return found === undefined || found.length === 0 ? undefined : found
}

/** `true` and `false` of a query. */
export const flagged = (value: 'true' | 'false' | undefined): boolean | undefined => (value === undefined ? undefined : value === 'true')

/** Throws a Problem for a cursor nobody gave out. */
export function readCursor(cursor: string | undefined, kinds: readonly ('string' | 'number')[]): (string | number)[] | undefined {
  if (cursor === undefined || cursor === '') return undefined
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(values) && values.length === kinds.length && values.every((value, i) => typeof value === kinds[i])) return values
  } catch {
    // Told below, with all other cursors that nobody gave out.
  }
  throw new Problem(caseProblems.badCursor, {})
}

/** A page of a list that asked for one row more than it shows. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  cursor: (row: Row) => readonly (string | number)[],
): { items: Item[]; next: string | null } {
  const last = rows[limit - 1]
  const next = rows.length > limit && last !== undefined ? Buffer.from(JSON.stringify(cursor(last))).toString('base64url') : null
  return { items: rows.slice(0, limit).map(item), next }
}
