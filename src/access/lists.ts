/** What every list of this room takes and answers: a cursor, a limit, and on wish a workbook of the same rows. */
import { z } from 'zod'
import { daySchema } from '../policy/index.ts'

/** `2026-10-31`. */
export const day = daySchema
export const idParams = z.object({ id: z.coerce.number().int().positive() })

/** Query fields of a list whose cursor is an id. */
export const paging = {
  after: z.coerce.number().int().min(0).default(0).describe('上一页答复里的 next'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}

/** On wish the same rows as a workbook. */
export const asWorkbook = { format: z.enum(['json', 'xlsx']).default('json') }

/** A moment as people read it, in China. */
export const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

export const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), next: z.string().nullable() })

/** A page and where the next one begins. */
export function page<Item extends { id: number }>(items: Item[], limit: number): { items: Item[]; next: string | null } {
  return { items, next: items.length === limit ? String(items.at(-1)?.id ?? '') : null }
}
