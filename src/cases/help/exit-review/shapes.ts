/** What the routes of the review of former registered poor households take and answer. */
import { z } from 'zod'

const placeCode = z.string().regex(/^\d{6}$|^\d{9}$|^\d{12}$/, '须为 6、9 或 12 位区划代码')
export const idParams = z.object({ id: z.coerce.number().int().positive() })
export const criterionShape = z.object({
  id: z.string(),
  group: z.string(),
  groupLabel: z.string(),
  label: z.string(),
  isMet: z.boolean().nullable(),
  detail: z.string(),
  basis: z.array(z.string()),
})
export const assessmentAnswer = z.object({
  criteria: z.array(criterionShape),
  proposal: z.enum(['exit', 'keep', 'open']),
  proposalLabel: z.string(),
  keptOn: z.string().nullable(),
  keptBy: z.string().nullable(),
  note: z.string(),
})
export const keptAnswer = z.object({ id: z.number(), proposal: z.enum(['exit', 'keep', 'open']) })
export const beginBody = z.object({ division: placeCode, most: z.number().int().min(1).max(500).default(200) })
export const beginAnswer = z.object({ opened: z.number() })
export const countsQuery = z.object({
  division: placeCode.optional(),
  by: z.enum(['township', 'village']).default('township'),
  format: z.enum(['json', 'xlsx']).optional(),
})
export const countsAnswer = z.object({
  items: z.array(
    z.object({
      division: z.string(),
      township: z.string(),
      /** Empty where townships are counted. */
      village: z.string(),
      households: z.number(),
      notBegun: z.number(),
      open: z.number(),
      exited: z.number(),
      kept: z.number(),
    }),
  ),
})
