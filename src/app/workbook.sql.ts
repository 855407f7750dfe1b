/** What the long lists of the workbooks are read with. */

/** Quality findings no exemption covers, with the row they stand on. */
export function qualityFindingsSql(most: number): string {
  return `SELECT q.rule_id, h.household_number, coalesce(p.id_number, p.id_raw) AS number, q.field, q.found, q.message, s.file, s.sheet_name AS sheet, q.row_no AS row
    FROM quality q LEFT JOIN household h ON h.household = q.household LEFT JOIN person p ON p.person = q.person LEFT JOIN sheet s ON s.sheet_no = q.sheet_no
    WHERE NOT coalesce(q.is_exempt, false) ORDER BY q.rule_id, q.household, q.person, q.row_no LIMIT ${most}`
}

/** Cells that could not be read. */
export function rowIssuesSql(most: number): string {
  return `SELECT s.file, s.sheet_name AS sheet, i.row_no AS row, i.column_header AS "column", i.code, i.found, i.expected, i.severity
    FROM issue i JOIN sheet s USING (sheet_no) ORDER BY i.sheet_no, i.row_no, i.column_header LIMIT ${most}`
}

/** Sources that disagree. */
export function discrepanciesSql(most: number): string {
  return `SELECT d.comparison_id, h.township, h.village, h.household_number, p.name, d.message, d.sources
    FROM discrepancy d LEFT JOIN household h ON h.household = d.household LEFT JOIN person p ON p.person = d.person
    ORDER BY d.comparison_id, h.household, d.person LIMIT ${most}`
}

/** How many households each rule leaves open, by what is missing. */
export const unknownCountsSql =
  'SELECT rule_id, missing_facts, count(*) AS n FROM unknown GROUP BY ALL ORDER BY rule_id, n DESC, missing_facts'
