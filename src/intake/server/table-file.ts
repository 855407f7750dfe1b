/** A list as a workbook: who took it out and when stands on it, and it is no input. */
import type { FileAnswer } from '../../access/index.ts'
import { Problem } from '../../kernel/index.ts'
import type { Context } from '../../store/index.ts'
import { type Cell, writeBook } from '../index.ts'
import { fileProblems } from './problems.ts'
import { madeFile } from './temporary.ts'

export interface TableColumn<T> {
  header: string
  width: number
  value: (row: T) => string | number
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Taking tables out of the system is a permission of its own. */
export function requireExport(ctx: Context): void {
  if (!ctx.officer.permissions.has('export.table')) throw new Problem(fileProblems.notYours, { action: '导出表格' })
}

const inChina = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

export async function tableFile<T>(
  ctx: Context,
  title: string,
  rows: readonly T[],
  columns: readonly TableColumn<T>[],
): Promise<FileAnswer> {
  const mark = `${ctx.officer.name} 于 ${inChina.format(ctx.now)} 导出，共 ${rows.length} 行。内部资料，注意保密。`
  const content = await madeFile((path) =>
    writeBook(path, { title, day: ctx.today, isOurs: true }, async (book) => {
      const sheet = book.sheet({ name: title, widths: columns.map(({ width }) => width), headerRows: 3, hasFilter: true, footer: mark })
      for (const [value, style, height] of [
        [title, 'sheetTitle', 28],
        [mark, 'remark', 20],
      ] as const) {
        if (columns.length > 1) sheet.merge(1, columns.length)
        await sheet.row([{ value, style }], height)
      }
      await sheet.row(
        columns.map(({ header }): Cell => ({ value: header, style: 'header' })),
        30,
      )
      for (const row of rows) await sheet.row(columns.map((column) => cellOf(column.value(row))))
      sheet.close()
    }),
  )
  return { kind: 'file', name: `${title}.xlsx`, type: xlsxType, content }
}

function cellOf(value: string | number): Cell {
  return { value, style: typeof value === 'number' ? 'count' : 'text' }
}
