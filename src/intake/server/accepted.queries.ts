/** What a screening reads: accepted files, sheet by sheet, and which run rested on which of them. */
import { sql } from 'kysely'
import { type Context, dayIn } from '../../store/index.ts'
import { type AcceptedSheetRow, inForce } from './accepted.rules.ts'
import { calendarPolicy } from './calendar-policy.ts'
import { readingPlace } from './file-names.rules.ts'

export interface AcceptedSheet {
  /** As the workbook calls it; empty for text files. */
  name: string
  dataset: string
  /** By header as it is compared: the field it feeds, or `null` for a column nobody shall read. */
  columns: Readonly<Record<string, string | null>>
  rows: number
}

export interface AcceptedFile {
  fileId: number
  /** For `openKeptFile`. */
  keptFileId: number
  name: string
  month: string
  department: string
  acceptedOn: string
  /** Those that count; other sheets of the file are superseded, not recognised, or not the department's to hand in. */
  sheets: readonly AcceptedSheet[]
}

export interface AcceptedQuestion {
  /** The county. */
  area: string
  /** Only this month. */
  month?: string
  /** Everything that counts on a day: of lists the newest, of events all months. */
  asOf?: string
  /** With `asOf`: how many months of events, the one of the day among them. */
  months?: number
}

/** The newest whole file per dataset, month and department and the parts accepted beside it since, replaced, withdrawn and destroyed ones left out. */
export async function acceptedFiles(ctx: Context, question: AcceptedQuestion): Promise<AcceptedFile[]> {
  const rows = await acceptedSheets(ctx, question)
  const counted = inForce(rows, { ...question, addsUp: calendarPolicy(ctx.policy).addsUp })
  return [...Map.groupBy(counted, ({ file_id }) => file_id).values()].flatMap((sheets): AcceptedFile[] => {
    const [first] = sheets
    if (first === undefined || first.kept_file_id === null) return []
    return [
      {
        fileId: first.file_id,
        keptFileId: first.kept_file_id,
        name: first.file_name,
        month: first.month,
        department: first.department,
        acceptedOn: dayIn(first.accepted_at),
        sheets: sheets.map(({ name, dataset, chosen_columns: columns, rows_in: rows }) => ({ name, dataset, columns, rows })),
      },
    ]
  })
}

async function acceptedSheets(ctx: Context, { area, month, asOf }: AcceptedQuestion): Promise<AcceptedSheetRow[]> {
  let query = ctx.db
    .selectFrom('handed_in_files as f')
    .innerJoin('handed_in_sheets as s', 's.file_id', 'f.id')
    .select([
      'f.id as file_id',
      'f.name as file_name',
      'f.month',
      'f.department',
      'f.accepted_at',
      'f.counts_beside',
      's.sheet_no',
      's.name',
      's.dataset',
      's.rows_in',
      's.chosen_columns',
    ])
    .select(sql<number | null>`coalesce(f.merged_file_id, f.kept_file_id)`.as('kept_file_id'))
    .where('f.division_code', '>=', area)
    .where('f.division_code', '<', `${area}:`)
    .where('f.state', '=', 'accepted')
    .where('f.destroyed_at', 'is', null)
    .where('s.dataset', 'is not', null)
    .where((eb) => eb.or([eb('f.allowed_datasets', 'is', null), sql<boolean>`s.dataset = ANY(f.allowed_datasets)`]))
  if (month !== undefined) query = query.where('f.month', '=', month)
  if (asOf !== undefined) query = query.where('f.month', '<=', asOf.slice(0, 7))
  const rows = await query.orderBy('f.month').orderBy('f.id').orderBy('s.sheet_no').execute()
  return rows as unknown as AcceptedSheetRow[]
}

/** Says that a run rests on these files; saying it twice changes nothing. */
export async function recordFileUses(
  ctx: Context,
  files: readonly number[],
  usedBy: 'screening_run',
  usedById: number | string,
): Promise<void> {
  if (files.length === 0) return
  await ctx.db
    .insertInto('file_uses')
    .columns(['file_id', 'division_code', 'used_by', 'used_by_id', 'used_at'])
    .expression((eb) =>
      eb
        .selectFrom('handed_in_files')
        .select([
          'id',
          'division_code',
          sql<string>`${usedBy}`.as('by'),
          sql<string>`${String(usedById)}`.as('by_id'),
          sql<Date>`${ctx.now}::timestamptz`.as('at'),
        ])
        .where('id', 'in', [...files]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Of the files a run rests on those taken back since, with day and reason: the note beside a lead that rests on one; `place` is how its sources name it. Villages are told too, who may not see the file. */
export async function withdrawnFilesOf(
  ctx: Context,
  usedBy: 'screening_run',
  usedById: number | string,
): Promise<{ fileId: number; name: string; place: string; on: string; reason: string }[]> {
  const { rows } = await sql<WithdrawnRow>`SELECT * FROM withdrawn_files_of(${usedBy}, ${String(usedById)})`.execute(ctx.db)
  return rows.map((row) => ({
    fileId: row.id,
    name: row.name,
    place: readingPlace({ ...row, fileId: row.id }),
    on: row.withdrawn_at === null ? '' : dayIn(row.withdrawn_at),
    reason: row.withdrawn_reason ?? '',
  }))
}

interface WithdrawnRow {
  id: number
  name: string
  month: string
  department: string
  withdrawn_at: Date | null
  withdrawn_reason: string | null
}
