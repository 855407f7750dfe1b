/** The second pair of eyes on what a village found untrue: everything that waits, and confirming several at once. */
import type { z } from 'zod'
import { Problem } from '../kernel/index.ts'
import { type Context, separately } from '../store/index.ts'
import { caseById } from './cases.queries.ts'
import { act } from './core.ts'
import { foundUntrue } from './untrue.queries.ts'
import type { confirmBody, confirmed, untrueList } from './untrue-shapes.ts'
import { channelLabels } from './words.rules.ts'

const mostShown = 200

export async function untrueWaiting(ctx: Context, division: string | undefined): Promise<z.infer<typeof untrueList>> {
  const rows = await foundUntrue(ctx, division ?? ctx.officer.area, mostShown)
  return {
    items: rows.map((row) => ({
      id: row.id,
      version: row.version,
      householdNumber: row.household_number,
      headName: row.head_name,
      township: row.township,
      village: row.village,
      channelLabel: channelLabels[row.channel],
      risks: row.risks,
      reason: row.reason,
      foundBy: row.found_by,
      foundOn: row.found_on,
      visit: row.visit ?? '',
      formId: row.form_id,
      dueOn: row.due_on,
      isOwn: row.found_by_id === ctx.officer.id,
    })),
  }
}

/** Each by itself: one that has changed meanwhile keeps no other back. */
export async function confirmUntrue(ctx: Context, { items }: z.infer<typeof confirmBody>): Promise<z.infer<typeof confirmed>> {
  const refused: z.infer<typeof confirmed>['refused'] = []
  // In one order, so that two officers with the same households wait for each other and do not block.
  for (const { id, version } of [...items].sort((one, other) => one.id - other.id)) {
    try {
      await separately(ctx, () => act(ctx, id, 'confirm_untrue', { version }))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      refused.push({ id, headName: (await caseById(ctx, id))?.head_name ?? '', message: error.message })
    }
  }
  return { confirmed: items.length - refused.length, refused }
}
