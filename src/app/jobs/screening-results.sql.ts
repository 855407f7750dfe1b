/** What a run found, as rows for the lines that are handed to the database. */
import { ident, text } from '../../engine/index.ts'

/** SQL: the village's code where it lies in the county, else the county's. */
export const placeSql = (region: string, column = 'h.village_code') =>
  `CASE WHEN regexp_full_match(coalesce(${column}, ''), '[0-9]{12}') AND starts_with(${column}, ${text(region)}) THEN ${column} ELSE ${text(region)} END`

/** Rows that prove a lead, each once; `most` of them for a lead. */
export const provingRowsSql = (dataset: string, most: number, columns: readonly string[]) =>
  `SELECT b.sheet_no, b.row_no, ${columns.map((column) => `b.${ident(column)}::VARCHAR AS ${ident(column)}`).join(', ')}
  FROM rows_${dataset} b SEMI JOIN (
    SELECT sheet_no, row_no, row_number() OVER (PARTITION BY rule_no, household ORDER BY s.file, s.sheet_name, row_no) AS place
    FROM (SELECT DISTINCT rule_no, household, sheet_no, row_no FROM lead_source) JOIN sheet s USING (sheet_no)) p
  ON p.sheet_no = b.sheet_no AND p.row_no = b.row_no AND p.place <= ${most}`

export const unknownCountsSql = (region: string) =>
  `SELECT ${placeSql(region)} AS division_code, u.rule_id, u.missing_facts AS missing, count(*) AS households
  FROM unknown u JOIN household h USING (household) GROUP BY ALL ORDER BY ALL`

/** A person is named by their number in the register, else by their name; equal findings on one person are numbered. */
export const qualitySql = (region: string) =>
  `SELECT q.rule_id, q.field, q.found, q.message, coalesce(h.household_number, '') AS household_number, coalesce(h.head_name, '') AS head_name,
    coalesce(h.township, '') AS township, coalesce(h.village, '') AS village, ${placeSql(region)} AS division_code,
    coalesce(p.person_number, p.name, '') AS person_ref, coalesce(p.name, '') AS person_name, s.file, s.sheet_name AS sheet, q.row_no AS row,
    row_number() OVER (PARTITION BY q.rule_id, h.household_number, coalesce(p.person_number, p.name), q.field ORDER BY s.file, s.sheet_name, q.row_no, q.found) AS place
  FROM quality q LEFT JOIN household h ON h.household = q.household LEFT JOIN person p ON p.person = q.person LEFT JOIN sheet s ON s.sheet_no = q.sheet_no`

export const discrepancySql = (region: string) =>
  `SELECT d.comparison_id, d.message, d.sources, coalesce(h.household_number, '') AS household_number, coalesce(h.township, '') AS township,
    coalesce(h.village, '') AS village, ${placeSql(region)} AS division_code, coalesce(p.person_number, p.name, '') AS person_ref, coalesce(p.name, '') AS person_name,
    row_number() OVER (PARTITION BY d.comparison_id, h.household_number, coalesce(p.person_number, p.name) ORDER BY d.message, d.sources) AS place
  FROM discrepancy d LEFT JOIN household h ON h.household = d.household LEFT JOIN person p ON p.person = d.person`

/** Why each lead of the last run is not found any more; a rule that was not asked has no answer. */
export const goneSql = (askedRules: readonly string[]) =>
  `SELECT w.lead_key, CASE WHEN h.household IS NULL THEN 'household' WHEN w.rule_id NOT IN (${askedRules.map(text).join(', ') || "''"}) THEN 'rule'
      WHEN u.household IS NOT NULL THEN 'unknown' ELSE 'clear' END AS reason
  FROM watched w LEFT JOIN household h USING (household_number) LEFT JOIN unknown u ON u.household = h.household AND u.rule_id = w.rule_id
  WHERE NOT EXISTS (SELECT 1 FROM lead l WHERE l.household = h.household AND l.rule_id = w.rule_id)`

/** Rows of each sheet that were linked to somebody. */
export const linkedRowsSql = (dataset: string) =>
  `SELECT sheet_no, count(*) AS n FROM linked_${dataset} WHERE NOT is_rejected GROUP BY sheet_no`

/** The leads as the last screening of the engine left them. */
export const trialLeadsSql = `SELECT h.household_number, coalesce(h.head_name, '') AS head_name, coalesce(h.township, '') AS township,
  coalesce(h.village, '') AS village, l.rule_id FROM lead l JOIN household h USING (household) ORDER BY h.household_number, l.rule_id`
