/** What every list takes and answers: a cursor, a limit, an order, and on wish a workbook of the same rows. */
import { z } from 'zod'
import { daySchema } from '../policy/index.ts'
import type { Order, SortWord } from './list-order.sql.ts'
import { type Cursor, cursorReader, pageOf } from './paging.rules.ts'
import { accessProblems } from './problems.ts'

/** `2026-10-31`. */
export const day = daySchema
export const idParams = z.object({ id: z.coerce.number().int().positive() })

/** Query fields of a list that comes page by page. */
export const paging = {
  after: z.string().max(400).optional().describe('上一页答复里的 next'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}

/** On wish the same rows as a workbook. */
export const asWorkbook = { format: z.enum(['json', 'xlsx']).default('json') }

/** What `sort` of a query takes: a list's orders by name, the first where none is asked for; with a `-` in front the other way round. */
export function sortSchema<Name extends string>(orders: Readonly<Record<Name, Order>>) {
  const names = Object.keys(orders) as Name[]
  const words = names.flatMap((name): SortWord<Name>[] => [name, `-${name}`])
  return z.enum(words).optional().describe(`排序，不填为 ${names[0]}；前加 - 为倒序`)
}

/** A moment as people read it, in China. */
export const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

export const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), next: z.string().nullable() })

/** A row with its place in the order of the list. */
export interface Placed {
  place: Cursor
}

/** A page of a list that asked for one row more than it shows, and where the next one begins. */
export const pageOfPlaced = <Row extends Placed>(
  rows: readonly Row[],
  limit: number,
): { items: Omit<Row, 'place'>[]; next: string | null } =>
  pageOf(
    rows,
    limit,
    ({ place: _, ...row }) => row,
    ({ place }) => place,
  )

/** Reads the cursors of lists that have no catalogue of problems of their own. */
export const readCursor = cursorReader(accessProblems.badCursor)
