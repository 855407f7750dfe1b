/** What is asked of the engine about a sheet that was read. */
import { ident } from '../../engine/index.ts'

/** Where a row came from, and what follows from the day of reading. */
const notRows = new Set(['r', 'sheet_no', 'row_no', 'is_rejected', 'event_day'])
const unreadable = '_unreadable'

/** Rows by month of the event day. */
export function monthsSql(dataset: string, sheetNo: number): string {
  return `SELECT strftime(event_day, '%Y-%m') AS month, count(*) AS rows FROM ${ident(`rows_${dataset}`)}
    WHERE sheet_no = ${sheetNo} AND event_day IS NOT NULL GROUP BY 1 ORDER BY 1`
}

/** Rows by township as written. */
export function townshipsSql(dataset: string, sheetNo: number, most: number): string {
  return `SELECT trim(township) AS name, count(*) AS rows FROM ${ident(`rows_${dataset}`)}
    WHERE sheet_no = ${sheetNo} AND trim(coalesce(township, '')) <> '' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${most}`
}

export function columnsSql(dataset: string): string {
  return `SELECT column_name AS name FROM (DESCRIBE ${ident(`rows_${dataset}`)})`
}

/** One text for the rows of a sheet, the same in whatever order they stand: their number, and two sums over the hashes of all cells. */
export function digestSql(dataset: string, sheetNo: number, columns: readonly string[]): string {
  const known = new Set(columns)
  const cells = columns
    .filter((name) => !notRows.has(name) && !name.endsWith(unreadable) && !name.endsWith('_absent'))
    .map((name) => {
      const nothing = known.has(name + unreadable) ? `CASE WHEN ${ident(name + unreadable)} THEN '?' ELSE '' END` : "''"
      return `coalesce(${ident(name)}::VARCHAR, ${nothing})`
    })
  return `SELECT count(*) || '-' || coalesce(hex(bit_xor(half)), '0') || '-' || coalesce(sum((half % 4294967291)::HUGEINT), 0) AS digest
    FROM (SELECT md5_number_lower(concat_ws('|', ${cells.join(', ')})) AS half FROM ${ident(`rows_${dataset}`)} WHERE sheet_no = ${sheetNo})`
}

export function issuesSql(sheetNo: number, most: number): string {
  return `SELECT row_no, column_header, code, found, expected, severity FROM issue WHERE sheet_no = ${sheetNo}
    ORDER BY row_no, column_header, code LIMIT ${most}`
}

export function issueCountsSql(sheetNo: number): string {
  return `SELECT column_header AS header, code, severity, count(*) AS cells FROM issue WHERE sheet_no = ${sheetNo} GROUP BY ALL ORDER BY cells DESC, header, code`
}

/** Numbers are checked by themselves: the register is no part of a department's file. */
export const noRegisterSql = 'CREATE OR REPLACE TABLE person(id_number VARCHAR)'
