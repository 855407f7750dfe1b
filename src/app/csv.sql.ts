/** Result tables as CSV: UTF-8 with BOM, RFC 4180, text that a spreadsheet would run as a formula made harmless. */
import { text } from '../engine/index.ts'

/** SQL: a text cell as it stands in the file. */
export function csvText(value: string): string {
  const guarded = `CASE WHEN regexp_matches(${value}, '^[=+\\-@\\t\\r]') THEN '''' || ${value} ELSE ${value} END`
  return `(CASE WHEN ${value} IS NULL THEN '' WHEN regexp_matches(${value}, '[,"\\r\\n]|^[=+\\-@\\t]') THEN CASE WHEN regexp_matches(${guarded}, '[,"\\r\\n]') THEN '"' || replace(${guarded}, '"', '""') || '"' ELSE ${guarded} END ELSE ${value} END)`
}

/** SQL: a number or boolean as it stands in the file. */
export function csvPlain(value: string): string {
  return `coalesce((${value})::VARCHAR, '')`
}

/** Copies lines made of `cells` to a file, sorted by `order`; the header carries the byte order mark. */
export function copyCsvSql(path: string, header: readonly string[], cells: readonly string[], from: string, order: string): string {
  const line = cells.join(` || ',' || `)
  return `COPY (
      SELECT ${text(`\ufeff${header.join(',')}\r`)} AS line
      UNION ALL SELECT line FROM (SELECT ${line} || chr(13) AS line FROM ${from} ORDER BY ${order}))
    TO ${text(path)} (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\u0001')`
}

/** Copies one line of text per row to a file without a header, sorted by `order`. */
export function copyLinesSql(path: string, line: string, from: string, order: string): string {
  return `COPY (SELECT ${line} || chr(13) AS line FROM ${from} ORDER BY ${order}) TO ${text(path)} (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\u0001')`
}

/** The same cell rule for one value in TypeScript. */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const guarded = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[,"\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

/** One line of a file. */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}
