/** SQL that finds the row and the person a clerk's decision is about. */
import { text } from '../engine/index.ts'
import { rowsOf } from './names.ts'

export const noDecisionsSql =
  'CREATE OR REPLACE TEMP TABLE linkage_decision (entry INTEGER, dataset VARCHAR, r BIGINT, person INTEGER, decision VARCHAR)'
export const decisionsReadSql = 'SELECT DISTINCT entry FROM linkage_decision'

/** Without a number the person is the one of the household who has none; among several, the one named as the row is. */
export function decisionSql(datasets: readonly string[]): string {
  const rows = datasets
    .map((dataset) => `SELECT ${text(dataset)} AS dataset, r, sheet_no, row_no FROM ${rowsOf(dataset)}`)
    .join(' UNION ALL ')
  const fits = `CASE WHEN said.number IS NULL THEN person.id_number IS NULL
    ELSE coalesce(person.id_number, person.id_raw) = said.number OR person.id_raw = said.number
      OR (contains(said.number, '*') AND person.id_number LIKE replace(replace(said.number, '_', ''), '*', '_')) END`
  return `CREATE OR REPLACE TEMP TABLE linkage_decision AS
    SELECT entry, dataset, r, person, decision FROM (
      SELECT said.entry::INTEGER AS entry, said.dataset, written.r, person.person, said.decision, count(*) OVER (PARTITION BY said.entry) AS fitting
      FROM linkage_said said
      JOIN sheet ON sheet.file = said.file AND coalesce(sheet.sheet_name, '') = coalesce(said.sheet, '') AND sheet.dataset = said.dataset
      JOIN (${rows}) written ON written.dataset = said.dataset AND written.sheet_no = sheet.sheet_no AND written.row_no = said.row_no::INTEGER
      JOIN household ON household.household_number = said.household_number
      JOIN person ON person.household = household.household AND ${fits})
    WHERE fitting = 1`
}

/** Pairs a clerk has ruled out, and rows a clerk has linked; two clerks who disagree leave the row to the levels. */
export const applyDecisionsSql = `CREATE OR REPLACE TEMP TABLE linkage_barred AS
    SELECT DISTINCT n, person FROM linkage_decision d JOIN linkage_numbered r ON r.dataset = d.dataset AND r.r = d.r WHERE decision = 'different';
  CREATE OR REPLACE TEMP TABLE linkage_fit AS
    SELECT n, min(person) AS person FROM linkage_decision d JOIN linkage_numbered r ON r.dataset = d.dataset AND r.r = d.r
    WHERE decision = 'same' AND (n, person) NOT IN (SELECT (n, person) FROM linkage_barred) GROUP BY n HAVING count(DISTINCT person) = 1;
  INSERT INTO link SELECT r.dataset, r.r, fit.person, p.household, 'probable', 1.0
    FROM linkage_fit fit JOIN linkage_numbered r USING (n) JOIN person p USING (person) ORDER BY n;
  INSERT INTO linkage_settled SELECT n, 'linked', NULL FROM linkage_fit`
