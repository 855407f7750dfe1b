/** What the list of a trial's households takes and answers. */
import { z } from 'zod'
import { day, format, page, text } from './shapes.ts'

const columns = ['place', 'head', 'number'] as const
export type TrialColumn = (typeof columns)[number]

/** A month's list is short: it comes on one page. */
export const trialHouseholdQuery = page.extend({
  month: day.describe('比对日，如结果所列'),
  side: z.enum(['more', 'fewer']).describe('more 增加的户，fewer 减少的户'),
  find: text.optional().describe('户主、村、户编号或规则名称里的字'),
  sort: z
    .enum(columns.flatMap((name) => [name, `-${name}`] as const))
    .optional()
    .describe('排序，不填为 place；前加 - 为倒序'),
  format,
})
export const trialHouseholdPage = z.object({
  items: z.array(
    z.object({
      householdNumber: z.string(),
      headName: z.string(),
      township: z.string(),
      village: z.string(),
      rules: z.array(z.string()),
    }),
  ),
  next: z.null(),
})
