/** A list as a workbook: the same rows as on the screen, who took it out and when on every page, and one audit line. */
import exceljs from 'exceljs'
import { type Context, recordActs } from '../store/index.ts'
import type { FileAnswer } from './route.ts'

export interface TableOut {
  /** Of sheet and file, without ending. */
  name: string
  columns: readonly string[]
  rows: readonly (readonly (string | number | null)[])[]
}

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const stamp = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

/** Cells are written as text or numbers, never as formulas; the export itself is recorded. */
export async function tableWorkbook(ctx: Context, { name, columns, rows }: TableOut): Promise<FileAnswer> {
  const watermark = `${ctx.officer.name} ${stamp.format(ctx.now)} 导出，仅限工作使用`
  const workbook = new exceljs.Workbook()
  workbook.creator = ctx.officer.name
  workbook.created = ctx.now
  const sheet = workbook.addWorksheet(name.slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 2 }],
    // Headers and footers are not cut when rows are deleted; & begins a code there.
    headerFooter: { oddHeader: `&C&"宋体"&14&K808080${watermark.replaceAll('&', '&&')}`, oddFooter: '&C第 &P 页，共 &N 页' },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToHeight: 0, paperSize: 9 },
  })
  sheet.addRow([watermark]).font = { color: { argb: 'FF808080' }, italic: true }
  sheet.addRow([...columns]).font = { bold: true }
  for (const row of rows) sheet.addRow([...row])
  for (const [at, title] of columns.entries()) sheet.getColumn(at + 1).width = columnWidth(title, rows, at)
  const { area, officeId } = ctx.officer
  const details = { table: name, rows: rows.length }
  await recordActs(ctx, [{ action: 'table.exported', subjectKind: 'office', subjectId: officeId, divisionCode: area, details }])
  const content = Buffer.from(await workbook.xlsx.writeBuffer())
  return { kind: 'file', name: `${name}-${ctx.today}.xlsx`, type: workbookType, content }
}

/** Wide enough for the first rows, Chinese counting double. */
function columnWidth(title: string, rows: TableOut['rows'], at: number): number {
  const texts = [title, ...rows.slice(0, 100).map((row) => String(row[at] ?? ''))]
  const widest = Math.max(...texts.map((text) => [...text].reduce((sum, sign) => sum + (sign > '\u00ff' ? 2 : 1), 0)))
  return Math.min(60, widest + 2)
}
