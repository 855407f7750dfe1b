/** A list as a workbook: the same rows as on the screen, who took it out and when on every page, and one audit line. */
import exceljs from 'exceljs'
import { Problem } from '../kernel/index.ts'
import { type Context, recordActs } from '../store/index.ts'
import type { Permission } from './permissions.ts'
import { accessProblems } from './problems.ts'
import type { FileAnswer } from './route.ts'

type Cell = string | number | null

export interface TableOut<Row> {
  /** Of sheet and file, without ending. */
  name: string
  columns: readonly (readonly [header: string, value: (row: Row) => Cell])[]
  /** Asked only when the list may go out, for at most so many rows. */
  rows: (most: number) => Promise<readonly Row[]>
  /** What the rows are about; the officer's whole area unless given. */
  divisionCode?: string
  /** What the audit line is about; the list by its name unless given. */
  subject?: { kind: string; id: string | number }
  /** Whose work is done in this very list takes it out with this permission too. */
  alsoFor?: Permission
  /** Headers of cells that are to be filled in, coloured. */
  toFill?: readonly string[]
}

/** A workbook for people, not a copy of the database. */
export const mostExported = 20_000
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** By this name a workbook of ours is known when it is handed in as data. */
const ourName = 'xianjie_output'
const longestCell = 32_000
const headerRow = 2

const stamp = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

/** Refuses who may not export, and more rows than a person reads; what goes out is recorded. */
export async function tableWorkbook<Row>(ctx: Context, table: TableOut<Row>): Promise<FileAnswer> {
  const { name, columns, alsoFor } = table
  const may = ctx.officer.permissions
  if (!may.has('export.table') && (alsoFor === undefined || !may.has(alsoFor))) throw new Problem(accessProblems.noExport, {})
  const rows = await table.rows(mostExported + 1)
  if (rows.length > mostExported) throw new Problem(accessProblems.tooManyToExport, { most: mostExported })
  const cells = rows.map((row) => columns.map(([, value]) => plain(value(row))))
  const content = await written(ctx, table, cells)
  const { kind: subjectKind, id: subjectId } = table.subject ?? { kind: 'table', id: name }
  const divisionCode = table.divisionCode ?? ctx.officer.area
  const details = { table: name, rows: rows.length }
  await recordActs(ctx, [{ action: 'table.exported', subjectKind, subjectId, divisionCode, details }])
  return { kind: 'file', name: `${name}-${ctx.today}.xlsx`, type: workbookType, content }
}

type Sheet = Omit<TableOut<never>, 'columns' | 'rows'> & { columns: readonly (readonly [header: string, ...unknown[]])[] }

async function written(ctx: Context, { name, columns, toFill = [] }: Sheet, rows: readonly Cell[][]): Promise<Buffer> {
  const watermark = `${ctx.officer.name} ${stamp.format(ctx.now)} 导出，仅限工作使用`
  const workbook = new exceljs.Workbook()
  workbook.creator = ctx.officer.name
  workbook.created = ctx.now
  const sheet = workbook.addWorksheet(sheetName(name), {
    views: [{ state: 'frozen', ySplit: headerRow }],
    // Headers and footers are not cut when rows are deleted; & begins a code there.
    headerFooter: { oddHeader: `&C&"宋体"&14&K808080${watermark.replaceAll('&', '&&')}`, oddFooter: '&C第 &P 页，共 &N 页' },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToHeight: 0, paperSize: 9, printTitlesRow: `1:${headerRow}` },
  })
  workbook.definedNames.add(`'${sheet.name}'!$A$1`, ourName)
  sheet.addRow([watermark])
  const headers = sheet.addRow(columns.map(([header]) => header))
  sheet.addRows(rows as Cell[][])
  for (const [at, [header]] of columns.entries()) {
    const column = sheet.getColumn(at + 1)
    column.width = columnWidth(header, rows, at)
    column.alignment = { wrapText: true, vertical: 'top' }
    // Otherwise a number of 18 digits, or a day that is typed over, is rewritten by the spreadsheet program.
    if (!rows.some((row) => typeof row[at] === 'number')) column.numFmt = '@'
    if (toFill.includes(header)) headers.getCell(at + 1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFE699' } }
  }
  headers.font = { bold: true }
  const mark = sheet.getCell('A1')
  mark.font = { color: { argb: 'FF808080' }, italic: true }
  mark.alignment = { wrapText: false }
  sheet.autoFilter = { from: { row: headerRow, column: 1 }, to: { row: headerRow + rows.length, column: columns.length } }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** A text goes in as a text, never as a formula, cut to what a cell holds. */
function plain(value: Cell): Cell {
  return typeof value === 'string' ? value.slice(0, longestCell).toWellFormed() : value
}

/** As a sheet may be called. */
const sheetName = (name: string): string =>
  name
    .replace(/[\\/?*:[\]'\p{Cc}]/gu, ' ')
    .slice(0, 31)
    .toWellFormed()
    .trim() || '表'

/** Wide enough for the first rows, Chinese counting double. */
function columnWidth(header: string, rows: readonly Cell[][], at: number): number {
  const texts = [header, ...rows.slice(0, 100).map((row) => String(row[at] ?? ''))]
  const widest = Math.max(...texts.map((text) => [...text].reduce((sum, sign) => sum + (sign > '\u00ff' ? 2 : 1), 0)))
  // Beside the header stands the button of the filter.
  return Math.min(60, Math.max(8, widest + 3))
}
