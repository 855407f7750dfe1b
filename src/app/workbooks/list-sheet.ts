/** One way to write a long list: title, remark, header, rows with what is private masked, and a sentence when there is nothing to list. */
import { type Book, type Cell, mostRows, type Sheet, type StyleName } from '../../intake/index.ts'
import { printNumber } from './labels.ts'
import { maskHouseholdNumber, maskIdNumber, maskName, maskPhone, maskText } from './masking.ts'
import type { Rows } from './workbook-data.ts'

/** How much of a column's text a reader may see. */
export type Privacy = 'open' | 'text' | 'id' | 'phone' | 'name' | 'household'

const masks: Record<Privacy, (text: string) => string> = {
  open: (text) => text,
  text: maskText,
  id: maskIdNumber,
  phone: maskPhone,
  name: maskName,
  household: maskHouseholdNumber,
}

export interface Column<T> {
  header: string
  width: number
  value(row: T, number: number): string | number | null
  /** `text` unless said otherwise: identity and phone numbers anywhere in it are masked. */
  privacy?: Privacy
  style?: StyleName | ((row: T) => StyleName)
  /** To be filled in by whoever gets the workbook. */
  toFill?: boolean
  hidden?: boolean
}

export interface List<T> {
  name: string
  title: string
  remark: string
  columns: readonly Column<T>[]
  rows: Rows<T>
  /** Said in place of rows. */
  emptyText: string
  frozenColumns?: number
  footer?: string
  /** Rows beyond are counted and left out; `limitRemark` says where they are. */
  limit?: number
  limitRemark?: string
  /** Told when all rows are written: first and last row of the data. */
  finish?(sheet: Sheet, first: number, last: number): void
}

/** Rows of title, remark and header above the data. */
export const listHeaderRows = 3

/** Writes the list and says how many rows it holds. */
export async function writeList<T>(book: Book, list: List<T>): Promise<{ sheet: string; rows: number }> {
  const { columns } = list
  const sheet = book.sheet({
    name: list.name,
    widths: columns.map((column) => column.width),
    headerRows: listHeaderRows,
    frozenColumns: list.frozenColumns ?? 0,
    hidden: columns.flatMap((column, i) => (column.hidden ? [i] : [])),
    hasFilter: true,
    footer: list.footer ?? '',
  })
  await writeHead(sheet, list)
  const limit = Math.min(list.limit ?? mostRows, mostRows)
  let count = 0
  for await (const row of list.rows) {
    count++
    if (count <= limit) await sheet.row(columns.map((column) => cellOf(column, row, count)))
  }
  if (count === 0) await writeAcross(sheet, columns.length, { value: list.emptyText, style: 'empty' }, 30)
  if (count > limit) {
    const said = `本表只列前 ${printNumber(limit)} 行，共 ${printNumber(count)} 行。${list.limitRemark ?? ''}`
    await writeAcross(sheet, columns.length, { value: said, style: 'warning' }, 24)
  }
  if (count > 0) list.finish?.(sheet, listHeaderRows + 1, listHeaderRows + Math.min(count, limit))
  sheet.close()
  return { sheet: sheet.name, rows: count }
}

async function writeHead<T>(sheet: Sheet, { title, remark, columns }: List<T>): Promise<void> {
  await writeAcross(sheet, columns.length, { value: title, style: 'sheetTitle' }, 28)
  await writeAcross(sheet, columns.length, { value: remark, style: 'remark' })
  const header: Cell[] = columns.map((column) => ({ value: column.header, style: column.toFill ? 'fillHeader' : 'header' }))
  await sheet.row(header, 32)
}

/** One cell over the whole width. */
export async function writeAcross(sheet: Sheet, width: number, cell: Cell, height?: number): Promise<void> {
  if (width > 1) sheet.merge(1, width)
  await sheet.row([cell], height)
}

function cellOf<T>(column: Column<T>, row: T, number: number): Cell {
  const value = column.value(row, number)
  const style = typeof column.style === 'function' ? column.style(row) : column.style
  if (typeof value === 'number') return { value, style: style ?? 'count' }
  const masked = value === null ? '' : masks[column.privacy ?? 'text'](value)
  return { value: masked, style: style ?? (column.toFill ? 'toFill' : 'text') }
}
