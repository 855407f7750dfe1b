/** Disagreements between two sources in the database. */
import { sql } from 'kysely'
import type { Context } from '../../store/index.ts'

export interface DiscrepancyFilters {
  division: string
  comparisons: readonly string[] | undefined
  isPresent: boolean
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

/** Village by village. */
export function discrepancyRows(
  ctx: Context,
  { division, comparisons, isPresent }: DiscrepancyFilters,
  after: readonly (string | number)[] | undefined,
  limit: number,
): Promise<DiscrepancyRow[]> {
  let query = discrepancies(ctx)
    .where('d.division_code', '>=', division)
    .where('d.division_code', '<', `${division}:`)
    .where('d.is_present', '=', isPresent)
  if (comparisons !== undefined) query = query.where('d.comparison_id', 'in', [...comparisons])
  if (after !== undefined) query = query.where(sql<boolean>`(d.division_code, d.id) > (${after[0]}, ${after[1]})`)
  return query.orderBy('d.division_code').orderBy('d.id').limit(limit).execute()
}
