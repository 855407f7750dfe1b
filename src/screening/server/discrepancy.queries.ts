/** Disagreements between two sources in the database. */
import { sql } from 'kysely'
import {
  byDay,
  byName,
  byNumber,
  byText,
  type Cursor,
  downwards,
  type Order,
  orderedBy,
  type Placed,
  placeIn,
  standsAfter,
  upwards,
} from '../../access/index.ts'
import type { Context } from '../../store/index.ts'

export interface DiscrepancyFilters {
  division: string
  comparisons: readonly string[] | undefined
  isPresent: boolean
  householdNumber: string | undefined
}

const discrepancies = (ctx: Context) =>
  ctx.db
    .selectFrom('discrepancies as d')
    .selectAll('d')
    .select((where) =>
      where
        .selectFrom('households as h')
        .select('h.id')
        .whereRef('h.household_number', '=', 'd.household_number')
        .whereRef('h.division_code', '=', 'd.division_code')
        .as('household_id'),
    )
export type DiscrepancyRow = Awaited<ReturnType<ReturnType<typeof discrepancies>['execute']>>[number]

const number = byNumber(sql`d.id`)

/** Village by village, the newest first, or by what a column shows. */
export const discrepancyOrders = {
  place: upwards(byText(sql`d.division_code`), number),
  newest: downwards(byDay(sql`d.found_on`), number),
  person: upwards(byName(sql`d.person_name`), number),
  comparison: upwards(byName(sql`d.label`), byText(sql`d.division_code`), number),
}

export function discrepancyRows(
  ctx: Context,
  { division, comparisons, isPresent, householdNumber }: DiscrepancyFilters,
  order: Order,
  after: Cursor | undefined,
  limit: number,
): Promise<(DiscrepancyRow & Placed)[]> {
  let query = discrepancies(ctx)
    .where('d.division_code', '>=', division)
    .where('d.division_code', '<', `${division}:`)
    .where('d.is_present', '=', isPresent)
  if (comparisons !== undefined) query = query.where('d.comparison_id', 'in', [...comparisons])
  if (householdNumber !== undefined) query = query.where('d.household_number', '=', householdNumber)
  return query.select(placeIn(order).as('place')).where(standsAfter(order, after)).orderBy(orderedBy(order)).limit(limit).execute()
}
