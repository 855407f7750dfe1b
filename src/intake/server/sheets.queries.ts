/** Sheets and issues of handed-in files in the database, and what departments said about their headers. */
import { type Cursor, type Order, orderedBy, type Placed, placeIn, standsAfter } from '../../access/index.ts'
import type { Context } from '../../store/index.ts'
import type { ColumnChoices } from './choices.rules.ts'
import type { HandedInSheet, IssueFilters } from './file-forms.ts'
import type { FileRow } from './files.queries.ts'
import type { ReadIssue, SheetReading } from './reading.ts'

/** One row of `handed_in_sheets`. */
export interface SheetRow {
  file_id: number
  sheet_no: number
  name: string
  dataset: string | null
  reason: string
  header_row: number | null
  rows_in: number
  accepted_rows: number
  rejected_rows: number
  columns: HandedInSheet['columns']
  missing: HandedInSheet['missing']
  months: HandedInSheet['months']
  townships: HandedInSheet['townships']
  issue_counts: HandedInSheet['issueCounts']
  row_digest: string | null
  chosen_dataset: string | null
  chosen_columns: Record<string, string | null>
}

/** In the order of the workbooks. */
export async function sheetRows(ctx: Context, files: readonly number[]): Promise<SheetRow[]> {
  if (files.length === 0) return []
  const rows = await ctx.db
    .selectFrom('handed_in_sheets')
    .selectAll()
    .where('file_id', 'in', [...files])
    .orderBy('file_id')
    .orderBy('sheet_no')
    .execute()
  return rows as unknown as SheetRow[]
}

/** What was read takes the place of what was read before. */
export async function replaceSheets(ctx: Context, file: FileRow, sheets: readonly SheetReading[]): Promise<void> {
  await ctx.db.deleteFrom('handed_in_sheets').where('file_id', '=', file.id).execute()
  for (const sheet of sheets) {
    await ctx.db
      .insertInto('handed_in_sheets')
      .values({
        file_id: file.id,
        sheet_no: sheet.no,
        division_code: file.division_code,
        name: sheet.name,
        dataset: sheet.dataset,
        reason: sheet.reason,
        header_row: sheet.headerRow,
        rows_in: sheet.rowsIn,
        accepted_rows: sheet.accepted,
        rejected_rows: sheet.rejected,
        columns: JSON.stringify(sheet.columns),
        missing: JSON.stringify(sheet.missing),
        months: JSON.stringify(sheet.months),
        townships: JSON.stringify(sheet.townships),
        issue_counts: JSON.stringify(sheet.issueCounts),
        row_digest: sheet.digest,
        chosen_dataset: sheet.chosen?.dataset ?? null,
        chosen_columns: JSON.stringify(sheet.chosen?.columns ?? {}),
      })
      .execute()
    await insertIssues(ctx, file, sheet.no, sheet.issues)
  }
}

const issuesAtOnce = 2000

async function insertIssues(ctx: Context, file: FileRow, sheetNo: number, issues: readonly ReadIssue[]): Promise<void> {
  for (let start = 0; start < issues.length; start += issuesAtOnce) {
    const rows = issues.slice(start, start + issuesAtOnce).map((issue, i) => ({
      file_id: file.id,
      sheet_no: sheetNo,
      issue_no: start + i + 1,
      division_code: file.division_code,
      row_no: issue.row,
      column_header: issue.header,
      column_index: issue.columnIndex,
      code: issue.code,
      severity: issue.severity,
      found: issue.found,
      expected: issue.expected,
    }))
    await ctx.db.insertInto('file_issues').values(rows).execute()
  }
}

export interface IssueRow {
  sheet_no: number
  issue_no: number
  row_no: number
  column_header: string
  column_index: number
  code: string
  severity: 'error' | 'warning'
  found: string
  expected: string
}

export async function issueRows(
  ctx: Context,
  file: number,
  filters: Partial<IssueFilters>,
  order: Order,
  after: Cursor | undefined,
  most: number,
): Promise<(IssueRow & Placed)[]> {
  let query = ctx.db
    .selectFrom('file_issues')
    .select(['sheet_no', 'issue_no', 'row_no', 'column_header', 'column_index', 'code', 'severity', 'found', 'expected'])
    .select(placeIn(order).as('place'))
    .where('file_id', '=', file)
    .where(standsAfter(order, after))
  if (filters.sheet !== undefined) query = query.where('sheet_no', '=', filters.sheet)
  if (filters.code !== undefined) query = query.where('code', '=', filters.code)
  if (filters.header !== undefined) query = query.where('column_header', '=', filters.header)
  if (filters.severity !== undefined) query = query.where('severity', '=', filters.severity)
  return (await query.orderBy(orderedBy(order)).limit(most).execute()) as (IssueRow & Placed)[]
}

/** The cells are forgotten, their numbers stay with the sheets. */
export async function deleteIssues(ctx: Context, file: number): Promise<void> {
  await ctx.db.deleteFrom('file_issues').where('file_id', '=', file).execute()
}

export async function chooseSheet(
  ctx: Context,
  file: number,
  sheetNo: number,
  dataset: string | null,
  columns: ColumnChoices,
): Promise<void> {
  await ctx.db
    .updateTable('handed_in_sheets')
    .set({ chosen_dataset: dataset, chosen_columns: JSON.stringify(columns) })
    .where('file_id', '=', file)
    .where('sheet_no', '=', sheetNo)
    .execute()
}

/** By dataset, what the office said about its headers. */
export async function rememberedColumns(ctx: Context, division: string, office: number): Promise<Map<string, ColumnChoices>> {
  const rows = await ctx.db
    .selectFrom('column_choices')
    .select(['dataset', 'header', 'field'])
    .where('division_code', '=', division)
    .where('office_id', '=', office)
    .execute()
  const byDataset = Map.groupBy(rows, ({ dataset }) => dataset)
  return new Map([...byDataset].map(([dataset, own]) => [dataset, Object.fromEntries(own.map(({ header, field }) => [header, field]))]))
}

/** Said anew, a header means what was said last. */
export async function rememberColumns(ctx: Context, file: FileRow, dataset: string, columns: ColumnChoices): Promise<void> {
  const rows = Object.entries(columns).map(([header, field]) => ({
    division_code: file.division_code,
    office_id: file.office_id,
    dataset,
    header,
    field,
    chosen_by: ctx.officer.id,
    chosen_at: ctx.now,
  }))
  if (rows.length === 0) return
  await ctx.db
    .insertInto('column_choices')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['division_code', 'office_id', 'dataset', 'header']).doUpdateSet((eb) => ({
        field: eb.ref('excluded.field'),
        chosen_by: eb.ref('excluded.chosen_by'),
        chosen_at: eb.ref('excluded.chosen_at'),
      })),
    )
    .execute()
}
