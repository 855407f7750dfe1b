/** Files whose originals have been kept long enough. */
import { type SqlBool, sql } from 'kysely'
import type { PlainDay } from '../../kernel/index.ts'
import type { Context } from '../../store/index.ts'

export interface ExpiredFile {
  id: number
  division_code: string
  name: string
  month: string
  sha256: string
  kept_file_id: number | null
  merged_file_id: number | null
}

/** Oldest first, each by the rule of its own division. */
export async function expiredFiles(ctx: Context, before: (division: string) => PlainDay, most: number): Promise<ExpiredFile[]> {
  const divisions = await ctx.db
    .selectFrom('handed_in_files')
    .select('division_code')
    .distinct()
    .where('destroyed_at', 'is', null)
    .execute()
  const found: ExpiredFile[] = []
  for (const { division_code } of divisions) {
    const day = before(division_code)
    const rows = await ctx.db
      .selectFrom('handed_in_files')
      .select(['id', 'division_code', 'name', 'month', 'sha256', 'kept_file_id', 'merged_file_id'])
      .where('division_code', '=', division_code)
      .where('destroyed_at', 'is', null)
      .where('state', '<>', 'waiting')
      .where(sql<SqlBool>`handed_in_at < ${`${day}T00:00:00+08:00`}::timestamptz`)
      .orderBy('id')
      .limit(most - found.length)
      .forUpdate()
      .execute()
    found.push(...rows)
  }
  return found
}
