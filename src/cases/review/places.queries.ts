/** What a village and its township are called. */
import { Problem } from '../../kernel/index.ts'
import { type Context, storeProblems } from '../../store/index.ts'

/** As its households' cases say; a village without cases, or outside the area, is not found. */
export async function villagePlace(ctx: Context, divisionCode: string): Promise<{ village: string; township: string }> {
  const row = await ctx.db
    .selectFrom('cases')
    .select(['village', 'township'])
    .where('division_code', '=', divisionCode)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) throw new Problem(storeProblems.notFound, { what: '这个村的帮扶事项' })
  return row
}
