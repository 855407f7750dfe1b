/** What else lies around a file: its twins, the month before, what is accepted already. */
import { type SqlBool, sql } from 'kysely'
import { type Context, dayIn } from '../../store/index.ts'
import { type FileState, fileStateLabels } from './file-forms.ts'
import type { FileRow } from './files.queries.ts'
import type { OtherFile, Previous } from './warnings.rules.ts'

const otherColumns = ['f.id', 'f.name', 'f.month', 'f.handed_in_at', 'f.handed_in_by_name', 'f.state'] as const

interface OtherRow {
  id: number
  name: string
  month: string
  handed_in_at: Date
  handed_in_by_name: string
  state: string
}

const other = (row: OtherRow): OtherFile => ({
  id: row.id,
  name: row.name,
  month: row.month,
  day: dayIn(row.handed_in_at),
  by: row.handed_in_by_name,
  stateLabel: fileStateLabels[row.state as FileState],
})

const othersOf = (ctx: Context, file: FileRow) =>
  ctx.db
    .selectFrom('handed_in_files as f')
    .select([...otherColumns])
    .where('f.division_code', '=', file.division_code)
    .where('f.id', '<>', file.id)

/** Files with the same bytes that nobody took back. */
export async function sameBytes(ctx: Context, file: FileRow): Promise<OtherFile[]> {
  const rows = await othersOf(ctx, file)
    .where('f.sha256', '=', file.sha256)
    .where('f.state', '<>', 'withdrawn')
    .orderBy('f.id')
    .limit(5)
    .execute()
  return rows.map(other)
}

/** For each sheet the oldest other file with the same rows. */
export async function sameRows(ctx: Context, file: FileRow): Promise<{ dataset: string; rows: number; file: OtherFile }[]> {
  const rows = await ctx.db
    .selectFrom('handed_in_sheets as own')
    .innerJoin('handed_in_sheets as s', (join) => join.onRef('s.dataset', '=', 'own.dataset').onRef('s.row_digest', '=', 'own.row_digest'))
    .innerJoin('handed_in_files as f', 'f.id', 's.file_id')
    .select([...otherColumns, 'own.dataset', 'own.rows_in', 'own.sheet_no'])
    .distinctOn('own.sheet_no')
    .where('own.file_id', '=', file.id)
    .where('f.id', '<>', file.id)
    .where('f.division_code', '=', file.division_code)
    .where('f.sha256', '<>', file.sha256)
    .where('f.state', '<>', 'withdrawn')
    .where(sql<SqlBool>`f.id IS DISTINCT FROM ${file.replaces}`)
    .orderBy('own.sheet_no')
    .orderBy('f.id')
    .execute()
  return rows.map((row) => ({ dataset: row.dataset ?? '', rows: row.rows_in, file: other(row) }))
}

/** The newest accepted file of the dataset and department for an earlier month. */
export async function previousOf(ctx: Context, file: FileRow, dataset: string): Promise<Previous | undefined> {
  const rows = await ctx.db
    .selectFrom('handed_in_files as f')
    .innerJoin('handed_in_sheets as s', 's.file_id', 'f.id')
    .select(['f.id', 'f.month', 's.rows_in', 's.townships'])
    .where('f.division_code', '=', file.division_code)
    .where('f.department', '=', file.department)
    .where('f.state', '=', 'accepted')
    .where('f.month', '<', file.month)
    .where('s.dataset', '=', dataset)
    .orderBy('f.month', 'desc')
    .orderBy('f.accepted_at', 'desc')
    .orderBy('f.id', 'desc')
    .limit(20)
    .execute()
  const [newest] = rows
  if (newest === undefined) return undefined
  const own = rows.filter(({ id }) => id === newest.id)
  const townships = own.flatMap((row) => row.townships as unknown as Previous['townships'])
  return { fileId: newest.id, month: newest.month, rows: own.reduce((sum, row) => sum + row.rows_in, 0), townships }
}

/** Accepted files of the same dataset, month and department. */
export async function acceptedBefore(ctx: Context, file: FileRow, dataset: string): Promise<OtherFile[]> {
  const rows = await othersOf(ctx, file)
    .where('f.month', '=', file.month)
    .where('f.department', '=', file.department)
    .where('f.state', '=', 'accepted')
    .where(sql<SqlBool>`f.id IS DISTINCT FROM ${file.replaces}`)
    .where(sql<SqlBool>`EXISTS (SELECT FROM handed_in_sheets s WHERE s.file_id = f.id AND s.dataset = ${dataset})`)
    .orderBy('f.id')
    .execute()
  return rows.map(other)
}

/** What a correction workbook without an address could belong to: the newest files of the office with issues. */
export async function mendable(ctx: Context, file: FileRow): Promise<OtherFile[]> {
  const rows = await othersOf(ctx, file)
    .where('f.office_id', '=', file.office_id)
    .where('f.state', 'in', ['read', 'accepted'])
    .where('f.issues', '>', 0)
    .orderBy('f.id', 'desc')
    .limit(5)
    .execute()
  return rows.map(other)
}
