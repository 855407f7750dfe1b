/** Text files written record by record: CSV or TSV, UTF-8 with or without mark, or GB18030. */
import { closeSync, openSync, writeFileSync } from 'node:fs'
import { encodeGb18030 } from './gb18030.ts'

/** What stands in a cell: text, a number, a serial day with date format, an error value, a formula with or without a kept value. */
export type OutCell = string | number | null | { serial: number } | { error: string } | { formula: string; value: number | null }

/** One sheet being written; `put` returns the number a spreadsheet program shows for the row. */
export interface SheetSink {
  put(cells: readonly OutCell[]): number
  close(): void
}

export interface TextStyle {
  separator: ',' | '\t'
  encoding: 'utf8' | 'utf8-bom' | 'gb18030'
}

const asText = (cell: OutCell): string => {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return String(cell)
  if ('serial' in cell) return String(cell.serial)
  if ('error' in cell) return cell.error
  return cell.value === null ? '' : String(cell.value)
}

const needsQuotes = /[",\r\n\t]/

/** Opens a text file; records are gathered and written in large pieces. */
export const openTextFile = (path: string, style: TextStyle): SheetSink => {
  const file = openSync(path, 'w')
  let pending = style.encoding === 'utf8-bom' ? '\ufeff' : ''
  let row = 0
  const flush = (): void => {
    if (pending !== '') writeFileSync(file, style.encoding === 'gb18030' ? encodeGb18030(pending) : pending)
    pending = ''
  }
  return {
    put: (cells) => {
      let record = ''
      for (let i = 0; i < cells.length; i++) {
        const text = asText(cells[i] as OutCell)
        if (i > 0) record += style.separator
        record += needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
      }
      pending += `${record}\r\n`
      if (pending.length > 262_144) flush()
      row += 1
      return row
    },
    close: () => {
      flush()
      closeSync(file)
    },
  }
}
