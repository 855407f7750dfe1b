/** How the query of a list is read: several values in one, yes and no, and where a page begins. */
import { Problem, type ProblemKind } from '../kernel/index.ts'

/** What may stand at one place of a cursor: `day` is `2026-10-31`, `moment` an ISO time with its zone. */
export type CursorKind = 'string' | 'number' | 'day' | 'moment'
/** The values of the last row of a page in the order of its list. */
export type Cursor = readonly (string | number)[]

/** Values parted by commas; nothing asked = no limit. */
export function parted(value: string | undefined): string[] | undefined {
  const found = value?.split(',').filter((one) => one !== '')
  return found === undefined || found.length === 0 ? undefined : found
}

/** `true` and `false` of a query. */
export const flagged = (value: 'true' | 'false' | undefined): boolean | undefined => (value === undefined ? undefined : value === 'true')

const written: Readonly<Record<CursorKind, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string' && !value.includes('\0') && value.isWellFormed(),
  number: (value) => Number.isSafeInteger(value),
  day: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)),
  moment: (value) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(value) && !Number.isNaN(Date.parse(value)),
}

/** Where the next page begins, as it stands in the address. */
export const cursorText = (values: Cursor): string => Buffer.from(JSON.stringify(values)).toString('base64url')

/** A room's reader of cursors: what nobody gave out is its own problem. */
export function cursorReader(problem: ProblemKind<object>) {
  return (cursor: string | undefined, kinds: readonly CursorKind[]): (string | number)[] | undefined => {
    if (cursor === undefined || cursor === '') return undefined
    try {
      const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
      if (Array.isArray(values) && values.length === kinds.length && kinds.every((kind, at) => written[kind](values[at]))) return values
    } catch {
      // Told below, with all other cursors that nobody gave out.
    }
    throw new Problem(problem, {})
  }
}

/** A page of a list that asked for one row more than it shows. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  cursor: (row: Row) => Cursor,
): { items: Item[]; next: string | null } {
  const last = rows[limit - 1]
  return { items: rows.slice(0, limit).map(item), next: rows.length > limit && last !== undefined ? cursorText(cursor(last)) : null }
}
