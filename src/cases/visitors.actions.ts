/** Who may be given a case: an officer at work whose area contains the village and who may visit. */
import { Problem } from '../kernel/index.ts'
import type { Context } from '../store/index.ts'
import type { CaseRow } from './case-types.ts'
import { caseProblems } from './problems.ts'
import { visitorsFor } from './records.queries.ts'

/** Refuses an officer who cannot visit there. */
export async function visitorNamed(
  ctx: Context,
  { division_code, village }: Pick<CaseRow, 'division_code' | 'village'>,
  officerId: number,
): Promise<{ officerId: number; officerName: string }> {
  const found = (await visitorsFor(ctx, division_code)).find(({ id }) => id === officerId)
  if (found !== undefined) return { officerId, officerName: found.name }
  const known = await ctx.db.selectFrom('officers').select('name').where('id', '=', officerId).executeTakeFirst()
  if (known === undefined) throw new Problem(caseProblems.officerUnknown, { id: officerId })
  throw new Problem(caseProblems.officerOutside, { name: known.name, village: village || division_code })
}
