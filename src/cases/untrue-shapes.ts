/** What goes over the wire of cases that villages found untrue. */
import { z } from 'zod'
import { version } from './shapes.ts'

export const untrueList = z.object({
  items: z.array(
    z.object({
      id: z.number(),
      version: z.number(),
      householdNumber: z.string(),
      headName: z.string(),
      township: z.string(),
      village: z.string(),
      channelLabel: z.string(),
      risks: z.array(z.string()),
      /** Why the village found it untrue. */
      reason: z.string(),
      foundBy: z.string(),
      foundOn: z.string(),
      /** Day, visitor and conclusion of the visit. */
      visit: z.string(),
      formId: z.number().nullable(),
      dueOn: z.string().nullable(),
      /** Found by whoever asks, who may not confirm it. */
      isOwn: z.boolean(),
    }),
  ),
})
export const confirmBody = z.object({
  items: z
    .array(z.object({ id: z.number().int().positive(), version }))
    .min(1, '请选择农户')
    .max(200),
})
export const confirmed = z.object({
  confirmed: z.number(),
  refused: z.array(z.object({ id: z.number(), headName: z.string(), message: z.string() })),
})
