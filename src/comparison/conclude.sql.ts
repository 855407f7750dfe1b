/** From the pairs of one comparison to its discrepancies, each with the rows behind it. */
import { text } from '../engine/index.ts'
import type { Comparison } from './comparison.ts'

export const emptyDiscrepanciesSql =
  'CREATE OR REPLACE TABLE discrepancy(comparison_id VARCHAR, household INTEGER, person INTEGER, message VARCHAR, sources VARCHAR)'

export const messagesSql = 'SELECT household, message FROM discrepancy'

export const dropPairsSql = 'DROP TABLE IF EXISTS comparison_pair; DROP TABLE IF EXISTS comparison_dead'

/** One discrepancy for each person or household; it says what the earliest row says and names every row. */
export function insertDiscrepanciesSql({ id, about }: Comparison): string {
  const subject = about === 'person' ? 'p.household, p.person' : 'd.subject, NULL'
  const person = about === 'person' ? 'JOIN person p ON p.person = d.subject' : ''
  return `INSERT INTO discrepancy
WITH differing AS (
  SELECT subject, first(message ORDER BY sources, message) AS message, list_distinct(flatten(list(sources))) AS sources
  FROM comparison_pair WHERE verdict GROUP BY subject),
named AS (
  SELECT subject, s.file, s.sheet_name, row_no FROM (
    SELECT subject, unnest(sources).sheet_no AS sheet_no, unnest(sources).row_no AS row_no FROM differing) JOIN sheet s USING (sheet_no)),
listed AS (
  SELECT subject, to_json(list({'file': file, 'sheet': coalesce(sheet_name, ''), 'row': row_no} ORDER BY file, sheet_name, row_no))::VARCHAR AS sources
  FROM named GROUP BY subject)
SELECT ${text(id)}, ${subject}, d.message, coalesce(l.sources, '[]')
FROM differing d LEFT JOIN listed l USING (subject) ${person} ORDER BY d.subject`
}

export const verdictCountsSql = `SELECT count(*) FILTER (differs) AS differs, count(*) FILTER (NOT differs) AS unknown
FROM (SELECT subject, coalesce(bool_or(verdict), FALSE) AS differs FROM comparison_pair GROUP BY subject)`

/** What the pairs say about each subject that is not in order. */
export const verdictsSql = `SELECT subject, CASE WHEN coalesce(bool_or(verdict), FALSE) THEN 'differs' ELSE 'unknown' END AS verdict
FROM comparison_pair GROUP BY subject ORDER BY subject`
