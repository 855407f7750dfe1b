/** The sealed files that hold which department rows a run linked to the households of each village. */
import { type Context, dropKeptFiles, keepFile } from '../../store/index.ts'
import type { FoundRowFile } from './found.ts'

const name = '关联的部门数据'

/** Keeps those of a run and destroys those of the runs before it. */
export async function keepRows(ctx: Context, run: { id: number; county: string }, files: readonly FoundRowFile[]): Promise<void> {
  const within = (column: 'division_code') => [column, '>=', run.county] as const
  const old = await ctx.db
    .deleteFrom('department_row_files')
    .where(...within('division_code'))
    .where('division_code', '<', `${run.county}:`)
    .returning('kept_file_id')
    .execute()
  const kept: { run_id: number; division_code: string; kept_file_id: number }[] = []
  for (const { path, divisionCode } of files) {
    const { id } = await keepFile(ctx, { path, name, kind: 'screening.rows', divisionCode })
    kept.push({ run_id: run.id, division_code: divisionCode, kept_file_id: id })
  }
  if (kept.length > 0) await ctx.db.insertInto('department_row_files').values(kept).execute()
  await dropKeptFiles(
    ctx,
    old.map(({ kept_file_id }) => kept_file_id),
    '已有新的筛查结果',
  )
}

/** Where a household is, and the file behind its rows; none before the first run. */
export function householdWithRows(ctx: Context, id: number) {
  return ctx.db
    .selectFrom('households')
    .select(['division_code', 'household_number', 'head_name', 'township', 'village'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export function rowFilesOf(ctx: Context, division: string) {
  return ctx.db
    .selectFrom('department_row_files as f')
    .innerJoin('screening_runs as r', 'r.id', 'f.run_id')
    .select(['f.kept_file_id', 'r.id as run_id', 'r.as_of', 'r.row_columns'])
    .where('f.division_code', '=', division)
    .execute()
}

/** The columns of the last run, also of a village to whose households nothing was linked. */
export function lastRunOf(ctx: Context, county: string) {
  return ctx.db
    .selectFrom('screening_runs')
    .select(['id', 'as_of'])
    .where('division_code', '=', county)
    .where('is_done', '=', true)
    .orderBy('as_of', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
}
