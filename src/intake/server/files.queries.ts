/** Handed-in files in the database: found, listed, locked and changed. */
import { type Expression, type ExpressionBuilder, type SqlBool, sql, type Updateable } from 'kysely'
import { type Cursor, type Order, orderedBy, type Placed, placeIn, standsAfter } from '../../access/index.ts'
import { Problem } from '../../kernel/index.ts'
import { type Context, type Database, storeProblems } from '../../store/index.ts'
import type { FileFilters, FileState, FileWarning } from './file-forms.ts'

/** One row of `handed_in_files`. */
export interface FileRow {
  id: number
  division_code: string
  office_id: number
  department: string
  month: string
  name: string
  note: string
  bytes: number
  sha256: string
  kept_file_id: number | null
  merged_file_id: number | null
  state: FileState
  problem: string | null
  warnings: FileWarning[]
  rows_in: number
  accepted_rows: number
  rejected_rows: number
  issues: number
  allowed_datasets: string[] | null
  replaces: number | null
  replaced_by: number | null
  job_id: number | null
  handed_in_by: number
  handed_in_by_name: string
  handed_in_at: Date
  accepted_by_name: string | null
  accepted_at: Date | null
  withdrawn_by_name: string | null
  withdrawn_at: Date | null
  withdrawn_reason: string | null
  was_in_use: boolean
  destroyed_at: Date | null
  version: number
}

type Files = ExpressionBuilder<Database & { f: Database['handed_in_files'] }, 'f'>

/** A liaison sees what the own office handed in, as far as it is theirs to hand in. */
function mayBeSeen(ctx: Context, eb: Files): Expression<SqlBool> {
  const { datasets, officeId, id } = ctx.officer
  if (datasets === undefined) return sql<SqlBool>`true`
  const ofTheirs = sql<SqlBool>`NOT EXISTS (SELECT FROM handed_in_sheets s WHERE s.file_id = f.id AND s.dataset IS NOT NULL)
    OR EXISTS (SELECT FROM handed_in_sheets s WHERE s.file_id = f.id AND s.dataset = ANY(${[...datasets]}))`
  return eb.and([eb('f.office_id', '=', officeId), eb.or([eb('f.handed_in_by', '=', id), ofTheirs])])
}

const selectFiles = (ctx: Context) =>
  ctx.db
    .selectFrom('handed_in_files as f')
    .selectAll('f')
    .select(
      sql<number | null>`(SELECT max(r.id) FROM handed_in_files r WHERE r.replaces = f.id AND r.state IN ('accepted', 'replaced'))`.as(
        'replaced_by',
      ),
    )
    .where((eb) => mayBeSeen(ctx, eb as unknown as Files))

/** Outside the area, of another department, or not there: not found. */
export async function fileRow(ctx: Context, id: number): Promise<FileRow> {
  const row = await selectFiles(ctx).where('f.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Problem(storeProblems.notFound, { what: '这份文件' })
  return row as unknown as FileRow
}

/** The same, held until the request is over; a version other than the one seen is stale. */
export async function lockedFile(ctx: Context, id: number, version?: number): Promise<FileRow> {
  const seen = await fileRow(ctx, id)
  await ctx.db.selectFrom('handed_in_files').select('id').where('id', '=', seen.id).forUpdate().execute()
  const row = await fileRow(ctx, id)
  if (version !== undefined && row.version !== version) throw new Problem(storeProblems.stale, { changed: [] })
  return row
}

export async function filesPage(
  ctx: Context,
  filters: FileFilters,
  order: Order,
  after: Cursor | undefined,
  most: number,
): Promise<(FileRow & Placed)[]> {
  let query = selectFiles(ctx).select(placeIn(order).as('place'))
  if (filters.month !== undefined) query = query.where('f.month', '=', filters.month)
  if (filters.department !== undefined) query = query.where(sql<SqlBool>`strpos(f.department, ${filters.department}) > 0`)
  if (filters.name !== undefined) query = query.where(sql<SqlBool>`strpos(f.name, ${filters.name}) > 0`)
  if (filters.state !== undefined) query = query.where('f.state', '=', filters.state)
  if (filters.dataset !== undefined) {
    const { dataset } = filters
    query = query.where(sql<SqlBool>`EXISTS (SELECT FROM handed_in_sheets s WHERE s.file_id = f.id AND s.dataset = ${dataset})`)
  }
  const rows = await query.where(standsAfter(order, after)).orderBy(orderedBy(order)).limit(most).execute()
  return rows as unknown as (FileRow & Placed)[]
}

export interface NewFile {
  divisionCode: string
  department: string
  month: string
  name: string
  note: string
  bytes: number
  sha256: string
  keptFileId: number
  replaces: number | null
}

export async function insertFile(ctx: Context, file: NewFile): Promise<number> {
  const { officer } = ctx
  const { id } = await ctx.db
    .insertInto('handed_in_files')
    .values({
      division_code: file.divisionCode,
      office_id: officer.officeId,
      department: file.department,
      month: file.month,
      name: file.name,
      note: file.note,
      bytes: file.bytes,
      sha256: file.sha256,
      kept_file_id: file.keptFileId,
      state: 'waiting',
      allowed_datasets: officer.datasets === undefined ? null : [...officer.datasets],
      replaces: file.replaces,
      handed_in_by: officer.id,
      handed_in_by_name: officer.name,
      handed_in_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Every change counts as a new version. */
export async function updateFile(ctx: Context, id: number, change: Updateable<Database['handed_in_files']>): Promise<void> {
  await ctx.db
    .updateTable('handed_in_files')
    .set({ ...change, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Name and departments' datasets of the office, where there is such an office. */
export async function officeOf(ctx: Context, id: number): Promise<{ name: string; isDepartment: boolean } | undefined> {
  const row = await ctx.db.selectFrom('offices').select(['name', 'kind']).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : { name: row.name, isDepartment: row.kind === 'department' }
}

export interface DepartmentOffice {
  id: number
  name: string
  datasets: string[]
}

/** The departments at work beside one division, with what each hands in. */
export async function departmentsOf(ctx: Context, division: string): Promise<DepartmentOffice[]> {
  const rows = await ctx.db
    .selectFrom('offices')
    .select(['id', 'name', 'datasets'])
    .where('kind', '=', 'department')
    .where('division_code', '=', division)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', ctx.today)]))
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name, datasets: row.datasets }))
}

/** Whether a run rests on the file. */
export async function isInUse(ctx: Context, id: number): Promise<boolean> {
  const row = await ctx.db.selectFrom('file_uses').select('file_id').where('file_id', '=', id).limit(1).executeTakeFirst()
  return row !== undefined
}

/** Whether the register was loaded from the file, and the load has not been undone. */
export async function hasStandingLoad(ctx: Context, id: number): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('jobs as j')
    .innerJoin('register_acts as a', (join) => join.on(sql<SqlBool>`a.id = (j.result ->> 'actId')::bigint`))
    .select('a.id')
    .where('j.kind', '=', 'register.load')
    .where('j.state', '=', 'done')
    .where(sql<SqlBool>`j.input ->> 'handedInFile' = ${String(id)}`)
    .where('a.undone_by', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
