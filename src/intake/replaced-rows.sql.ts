/** The SQL that finds the rows of a file for which a corrected row was handed in. */
import { ident } from '../engine/index.ts'
import { type BatchPlan, rowNumber } from './batch.sql.ts'

/** `correction_row`: the rows of correction workbooks as they were handed in; `replaced_row`: rows in whose place another one stands. */
export function correctionRowsSql(corrections: readonly BatchPlan[]): string {
  const rows = corrections.map(
    ({ sheetNo, table, source }) =>
      `SELECT ${sheetNo} AS sheet_no, rowid AS rid, ${rowNumber(source)} AS row_no, origin_row FROM ${table} WHERE is_data AND origin_row IS NOT NULL`,
  )
  return `CREATE OR REPLACE TEMP TABLE correction_row AS ${rows.join(' UNION ALL ')};
CREATE OR REPLACE TEMP TABLE replaced_row(sheet_no INTEGER, row_no INTEGER)`
}

/** Adds the rows of the original that this workbook corrects; where a later workbook has corrected one already, this one's row falls instead. */
export function replaceSql(correction: BatchPlan, original: BatchPlan): string {
  return `CREATE OR REPLACE TEMP TABLE corrected_row AS
SELECT m.row_no, m.origin_row, EXISTS (SELECT 1 FROM replaced_row p WHERE p.sheet_no = ${original.sheetNo} AND p.row_no = m.origin_row) AS is_late
FROM correction_row m JOIN (SELECT rowid AS rid, * FROM ${correction.table}) c USING (rid)
JOIN (SELECT *, ${rowNumber(original.source)} AS at_row FROM ${original.table}) o ON o.at_row = m.origin_row
WHERE m.sheet_no = ${correction.sheetNo} AND ${isSameRow(correction, original)};
INSERT INTO replaced_row SELECT DISTINCT CASE WHEN is_late THEN ${correction.sheetNo} ELSE ${original.sheetNo} END, CASE WHEN is_late THEN row_no ELSE origin_row END FROM corrected_row`
}

/** How many rows of a workbook there are, and how many of them were the original's after `replaceSql`. */
export function correctedCountSql({ sheetNo }: BatchPlan): string {
  return `SELECT (SELECT count(*) FROM corrected_row) AS replaced, (SELECT count(*) FROM correction_row WHERE sheet_no = ${sheetNo}) AS rows`
}

const identity = ['name', 'head_name', 'id_number', 'head_id_number', 'card_number']

/** SQL: is `c` the row `o` with some cells mended? Row numbers alone do not say so: the original may have lost or gained rows since. One readable cell may differ besides the person's. */
function isSameRow(correction: BatchPlan, original: BatchPlan): string {
  const has = new Set(correction.fields.map(({ name }) => name))
  const shared = original.fields.map(({ name }) => name).filter((name) => has.has(name))
  const who = shared.filter((name) => identity.includes(name)).map(ident)
  const others = shared.filter((name) => !identity.includes(name)).map(ident)
  const isSamePerson = who.map((name) => `c.${name} = o.${name}`).join(' OR ') || 'false'
  const isNobody = who.map((name) => `o.${name} IS NULL`).join(' AND ') || 'true'
  const changed = others.map((name) => `(o.${name} IS NOT NULL AND c.${name} IS DISTINCT FROM o.${name})::INTEGER`).join(' + ') || '0'
  return `(coalesce(${isSamePerson}, false) OR (${isNobody})) AND ${changed} <= 1`
}

/** Takes the replaced rows of a sheet out of its batch, and what was said about their cells out of the issues. */
export function dropReplacedSql({ sheetNo, table, source }: BatchPlan): string {
  const rows = `(SELECT row_no FROM replaced_row WHERE sheet_no = ${sheetNo})`
  return `UPDATE ${table} SET is_data = false WHERE ${rowNumber(source)} IN ${rows};
DELETE FROM issue WHERE sheet_no = ${sheetNo} AND row_no IN ${rows}`
}
