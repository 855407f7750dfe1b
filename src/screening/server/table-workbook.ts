/** A list as a workbook: exactly the rows that were asked for, with who took it out and when on every page, and a line in the audit trail. */
import ExcelJS from 'exceljs'
import type { FileAnswer } from '../../access/index.ts'
import { Problem } from '../../kernel/index.ts'
import { type Context, recordActs } from '../../store/index.ts'
import { screeningProblems } from './problems.ts'

/** A workbook for people, not a copy of the database. */
export const mostExported = 20_000
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Cell = string | number

export interface Table<Row> {
  name: string
  divisionCode: string
  columns: readonly (readonly [header: string, value: (row: Row) => Cell])[]
  rows: readonly Row[]
  /** Headers of cells that are to be filled in, coloured. */
  toFill?: readonly string[]
}

/** Who took it out and when; it stands on every printed page and in the file itself. */
export const watermark = ({ officer, now }: Context): string =>
  `${officer.name}（${officer.id}）${now.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })} 导出，仅供工作使用`

/** Refuses who may not export, and more rows than a person reads. */
export async function tableWorkbook<Row>(ctx: Context, table: Table<Row>): Promise<FileAnswer> {
  if (!ctx.officer.permissions.has('export.table')) throw new Problem(screeningProblems.noExport, {})
  if (table.rows.length > mostExported) throw new Problem(screeningProblems.tooManyRows, { most: mostExported })
  await recordActs(ctx, [
    {
      action: 'table.exported',
      subjectKind: 'table',
      subjectId: table.name,
      divisionCode: table.divisionCode,
      details: { rows: table.rows.length },
    },
  ])
  return { kind: 'file', name: `${table.name}${ctx.today}.xlsx`, type: workbookType, content: await written(ctx, table) }
}

async function written<Row>(ctx: Context, { name, columns, rows, toFill = [] }: Table<Row>): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = ctx.officer.name
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 2 }] })
  sheet.headerFooter.oddFooter = `&L${watermark(ctx)}&R第 &P 页，共 &N 页`
  sheet.pageSetup = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '2:2' }
  sheet.addRow([watermark(ctx)]).font = { color: { argb: 'FF888888' }, size: 9 }
  const headers = sheet.addRow(columns.map(([header]) => header))
  headers.font = { bold: true }
  for (const row of rows) sheet.addRow(columns.map(([, value]) => plain(value(row))))
  for (const [index, [header]] of columns.entries()) {
    const column = sheet.getColumn(index + 1)
    column.width = Math.min(60, Math.max(10, header.length * 2.2))
    column.alignment = { wrapText: true, vertical: 'top' }
    if (toFill.includes(header)) headers.getCell(index + 1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFE699' } }
  }
  sheet.autoFilter = { from: { row: 2, column: 1 }, to: { row: 2, column: columns.length } }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** A text stays a text; what a spreadsheet program would take for a formula when the list is saved as CSV gets a mark in front. */
function plain(value: Cell): Cell {
  return typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
}
