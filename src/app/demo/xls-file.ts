/** The old binary workbook, written by the library that also reads it. */
import { utils, write } from '@e965/xlsx'
import type { OutCell } from './text-file.ts'

type XlsCell = string | number | null
const plain = (cell: OutCell): XlsCell => {
  if (cell === null || typeof cell === 'string' || typeof cell === 'number') return cell
  if ('serial' in cell) return cell.serial
  if ('error' in cell) return cell.error
  return cell.value
}

/** Bytes of an .xls with the sheets given; serial days stay bare numbers. */
export const packXls = (sheets: readonly { name: string; isHidden: boolean; rows: OutCell[][] }[]): Buffer => {
  const book = utils.book_new()
  for (const { name, rows } of sheets) utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => row.map(plain))), name)
  book.Workbook = { Sheets: sheets.map(({ name, isHidden }) => ({ name, Hidden: isHidden ? 1 : 0 })) }
  return write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer
}
