/** How queries are read: several values in one, the division asked for within one's own, and where a page begins. */
import { Problem } from '../../kernel/index.ts'
import type { Officer } from '../../store/index.ts'
import { screeningProblems } from './problems.ts'

/** Values parted by commas; nothing asked = no limit. */
export function parts(value: string | undefined): string[] | undefined {
  const found = value?.split(',').filter((one) => one !== '')
  return found === undefined || found.length === 0 ? undefined : found
}

/** `true` and `false` of a query. */
export const flag = (value: 'true' | 'false' | undefined): boolean | undefined => (value === undefined ? undefined : value === 'true')

/** The division a query is about; the officer's own area unless one is named. */
export const divisionOf = (officer: Officer, asked: string | undefined): string => asked ?? officer.area

/** Where the next page begins, as it stands in the address. */
export const cursorOf = (values: readonly (string | number)[]): string => Buffer.from(JSON.stringify(values)).toString('base64url')

/** The values of a cursor, of these kinds; throws a Problem for anything else. */
export function readCursor(cursor: string | undefined, kinds: readonly ('string' | 'number')[]): (string | number)[] | undefined {
  if (cursor === undefined || cursor === '') return undefined
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(values) && values.length === kinds.length && values.every((value, i) => typeof value === kinds[i])) return values
  } catch {
    // Told below, with all other cursors that nobody gave out.
  }
  throw new Problem(screeningProblems.badCursor, {})
}

/** A page of a list that asked for one row more than it shows. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  cursor: (row: Row) => readonly (string | number)[],
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(item), next: rows.length > limit && last !== undefined ? cursorOf(cursor(last)) : null }
}
