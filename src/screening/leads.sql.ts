/** SQL of what leads carry: their households, their facts, the rows behind them and what speaks against them. */

export const leadHouseholdsSql = `SELECT household, household_number, township, village, village_code, head_name, is_monitored
  FROM household SEMI JOIN lead USING (household)`

/** One rule's leads with the asked columns of `lead_fact`. */
export function leadRowsSql(ruleNo: number, columns: readonly string[]): string {
  return `SELECT household, severity, ${columns.join(', ')} FROM lead JOIN lead_fact USING (household) WHERE rule_no = ${ruleNo}`
}

export const sheetNamesSql = 'SELECT sheet_no, file, sheet_name AS sheet FROM sheet'

/** The rows behind every lead, sheet by sheet in the order of their names. */
export const leadSheetsSql = `SELECT rule_no, household, sheet_no, rows
  FROM (SELECT rule_no, household, sheet_no, list(row_no ORDER BY row_no) AS rows FROM lead_source GROUP BY ALL) JOIN sheet s USING (sheet_no)
  ORDER BY rule_no, household, s.file, s.sheet_name`

export const counterEvidenceSql = `SELECT household, kind, value, s.file, s.sheet_name AS sheet, row_no AS row
  FROM counter_evidence JOIN sheet s USING (sheet_no) ORDER BY household, kind, s.file, s.sheet_name, row_no`
