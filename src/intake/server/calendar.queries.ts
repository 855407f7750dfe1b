/** The year's files by dataset, month and department, for the calendar. */
import { type SqlBool, sql } from 'kysely'
import { type Context, dayIn } from '../../store/index.ts'
import type { CalendarFile } from './calendar.rules.ts'
import type { FileState } from './file-forms.ts'

export interface CalendarEntry extends CalendarFile {
  dataset: string
  month: string
  department: string
}

/** Files that still count, each once per dataset in it; of unreadable ones nobody knows the dataset. */
export async function calendarEntries(ctx: Context, division: string, year: number): Promise<CalendarEntry[]> {
  const rows = await ctx.db
    .selectFrom('handed_in_files as f')
    .innerJoin('handed_in_sheets as s', 's.file_id', 'f.id')
    .select(['f.id', 'f.state', 'f.month', 'f.department', 'f.handed_in_at', 's.dataset'])
    .select(sql<number>`sum(s.rows_in)::bigint`.as('rows'))
    .select(sql<boolean>`f.rejected_rows > 0 OR jsonb_path_exists(f.warnings, '$[*] ? (@.mustDecide == true)')`.as('has_issues'))
    .where('f.division_code', '=', division)
    .where('f.month', 'like', `${year}-%`)
    .where('f.state', 'in', ['waiting', 'read', 'accepted'])
    .where('s.dataset', 'is not', null)
    .where(sql<SqlBool>`f.allowed_datasets IS NULL OR s.dataset = ANY(f.allowed_datasets)`)
    .groupBy(['f.id', 's.dataset'])
    .orderBy('f.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    dataset: row.dataset ?? '',
    month: row.month,
    department: row.department,
    state: row.state as FileState,
    day: dayIn(row.handed_in_at),
    hasIssues: row.has_issues,
    rows: row.rows,
  }))
}

/** The first month anybody handed in for. */
export async function firstMonth(ctx: Context, division: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('handed_in_files')
    .select(sql<string | null>`min(month)`.as('month'))
    .where('division_code', '=', division)
    .executeTakeFirst()
  return row?.month ?? undefined
}
