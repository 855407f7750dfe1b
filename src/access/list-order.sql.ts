/** The orders a list can stand in, as SQL: how its rows are sorted, and where in that order a page begins. */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Cursor, CursorKind } from './paging.rules.ts'

/** What a list is sorted by; never NULL, for nothing stands after NULL. */
export interface OrderColumn {
  value: RawBuilder<unknown>
  kind: CursorKind
}

/** Columns that together tell every row from every other, all upwards or all downwards. */
export interface Order {
  columns: readonly OrderColumn[]
  isDown: boolean
}

export const upwards = (...columns: OrderColumn[]): Order => ({ columns, isDown: false })
export const downwards = (...columns: OrderColumn[]): Order => ({ columns, isDown: true })

export const byText = (value: RawBuilder<unknown>): OrderColumn => ({ value, kind: 'string' })
/** Names of people and places as a Chinese reader looks for them: by pinyin. */
export const byName = (value: RawBuilder<unknown>): OrderColumn => byText(sql`${value} COLLATE "zh-x-icu"`)
export const byNumber = (value: RawBuilder<unknown>): OrderColumn => ({ value, kind: 'number' })
export const byDay = (value: RawBuilder<unknown>): OrderColumn => ({ value, kind: 'day' })
export const byMoment = (value: RawBuilder<unknown>): OrderColumn => ({ value, kind: 'moment' })

/** The words of a query for a list's orders; with a `-` in front an order is turned round. */
export type SortWord<Name extends string> = Name | `-${Name}`

/** The order a word of the query means; the first of the list where none is asked for. */
export function orderFor<Name extends string>(orders: Readonly<Record<Name, Order>>, asked: SortWord<Name> | undefined): Order {
  const word: string = asked ?? Object.keys(orders)[0] ?? ''
  if (!word.startsWith('-')) return orders[word as Name]
  const order = orders[word.slice(1) as Name]
  return { ...order, isDown: !order.isDown }
}

export const kindsOf = ({ columns }: Order): CursorKind[] => columns.map(({ kind }) => kind)

/** SQL: the list behind ORDER BY. */
export function orderedBy({ columns, isDown }: Order): RawBuilder<unknown> {
  const way = sql.raw(isDown ? ' DESC' : '')
  return sql.join(columns.map(({ value }) => sql`${value}${way}`))
}

const types = { string: 'text', number: 'bigint', day: 'date', moment: 'timestamptz' } as const

/** SQL: the rows that stand after those a page has shown already; all of them without a cursor. */
export function standsAfter({ columns, isDown }: Order, after: Cursor | undefined): RawBuilder<SqlBool> {
  if (after === undefined) return sql<SqlBool>`true`
  const here = sql.join(columns.map(({ value }) => value))
  const there = sql.join(columns.map(({ kind }, at) => sql`${after[at]}::${sql.raw(types[kind])}`))
  return sql<SqlBool>`(${here}) ${sql.raw(isDown ? '<' : '>')} (${there})`
}

/** SQL: a row's own place in the order, to be selected beside it. PostgreSQL works out what is volatile after the LIMIT, hence for the rows of the page only. */
export const placeIn = ({ columns }: Order): RawBuilder<(string | number)[]> =>
  sql<
    (string | number)[]
  >`CASE WHEN clock_timestamp() IS NOT NULL THEN jsonb_build_array(${sql.join(columns.map(({ value }) => value))}) END`
