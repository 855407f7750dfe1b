/** What a handed-in file holds beside what counts of it. */
import type { Context } from '../../store/index.ts'

/** Names of the sheets that were recognised as some dataset. */
export async function recognisedSheets(ctx: Context, fileId: number): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('handed_in_sheets')
    .select('name')
    .where('file_id', '=', fileId)
    .where('dataset', 'is not', null)
    .execute()
  return rows.map(({ name }) => name)
}
