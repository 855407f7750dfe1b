/** The workbook of bad rows that goes back to the department, made from the original and the issues found in it. */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type FileAnswer, workbookType } from '../../access/index.ts'
import { Problem } from '../../kernel/index.ts'
import { type Context, openKeptFile, recordActs } from '../../store/index.ts'
import { type CorrectionRow, type CorrectionSheet, openFile, writeCorrectionWorkbook } from '../index.ts'
import { renamed } from './file-names.rules.ts'
import { fileRow } from './files.queries.ts'
import { issueOrders } from './list-orders.sql.ts'
import { keptIdOf } from './original.actions.ts'
import { fileProblems } from './problems.ts'
import { type IssueRow, issueRows, type SheetRow, sheetRows } from './sheets.queries.ts'
import { inTemporaryFolder } from './temporary.ts'

/** Whole rows with everything in them, for they come back as data; taking it out is recorded. */
export async function correctionsOf(ctx: Context, id: number): Promise<FileAnswer> {
  const file = await fileRow(ctx, id)
  const kept = keptIdOf(file, true)
  const issues = await issueRows(ctx, id, {}, issueOrders.place, undefined, Number.MAX_SAFE_INTEGER)
  if (issues.length === 0) throw new Problem(fileProblems.nothingToMend, {})
  const sheets = (await sheetRows(ctx, [id])).filter(({ dataset }) => dataset !== null)
  const content = await inTemporaryFolder(async (folder) => {
    const original = join(folder, 'original')
    const made = join(folder, 'made.xlsx')
    await openKeptFile(ctx, kept, original)
    await writeCorrectionWorkbook(made, { file: file.name, day: ctx.today, sheets: badSheets(original, file.name, sheets, issues) })
    return readFile(made)
  })
  const details = { rows: new Set(issues.map((issue) => `${issue.sheet_no}-${issue.row_no}`)).size }
  await recordActs(ctx, [
    { action: 'file.corrections_taken', subjectKind: 'file', subjectId: id, divisionCode: file.division_code, details },
  ])
  return { kind: 'file', name: renamed(file.name, `-更正-${id}`, 'xlsx'), type: workbookType, content }
}

async function* badSheets(
  path: string,
  file: string,
  sheets: readonly SheetRow[],
  issues: readonly IssueRow[],
): AsyncIterable<CorrectionSheet> {
  const bySheet = Map.groupBy(issues, ({ sheet_no }) => sheet_no)
  for (const sheet of sheets) {
    const own = bySheet.get(sheet.sheet_no)
    if (own !== undefined) yield { sheet: sheet.name, headers: headersOf(sheet), rows: badRows(path, file, sheet, own) }
  }
}

/** By column, without the group above them; a column without a header keeps its place. */
function headersOf(sheet: SheetRow): string[] {
  const width = Math.max(0, ...sheet.columns.map(({ index }) => index + 1))
  const headers = Array.from({ length: width }, () => '')
  for (const { index, header } of sheet.columns) headers[index] = header.split(' / ').at(-1) ?? header
  return headers
}

async function* badRows(path: string, file: string, sheet: SheetRow, issues: readonly IssueRow[]): AsyncIterable<CorrectionRow> {
  const byRow = Map.groupBy(issues, ({ row_no }) => row_no)
  const open = await openFile(path, { name: file })
  try {
    const handle = open.sheets.find(({ name }) => name === sheet.name)
    if (handle === undefined) return
    for await (const block of handle.rows({ upTo: Math.max(...byRow.keys()) })) {
      for (const [i, rowNumber] of block.rowNumbers.entries()) {
        const own = byRow.get(rowNumber)
        if (own !== undefined) yield correctionRow(rowNumber, block.cells[i] ?? [], own)
      }
    }
  } finally {
    await open.close()
  }
}

/** What was found is taken from the row itself: the stored issue has it masked. */
function correctionRow(rowNumber: number, cells: readonly (string | null)[], issues: readonly IssueRow[]): CorrectionRow {
  return {
    rowNumber,
    cells,
    issues: issues.map((issue) => ({
      columnIndex: issue.column_index,
      code: issue.code,
      found: cells[issue.column_index] ?? '',
      expected: issue.expected,
      severity: issue.severity,
    })),
  }
}
