/** SQL that finds the rows behind leads: the tables that sources read, kept to the households that have a lead. */
import { ident, text } from '../engine/index.ts'
import { hitColumn } from './rules.sql.ts'
import { memberStateView } from './state.sql.ts'

/** The schema of the narrow tables; names it does not have are those of `main`. */
export const askedSchema = 'asked'

const hasLead = 'SEMI JOIN main.lead USING (household)'

/** The register's part of the schema: every register row of a member, and the members. */
export const askedRegisterSql = `CREATE SCHEMA ${askedSchema}; USE ${askedSchema};
  CREATE TABLE register_source AS SELECT i.person, b.r, b.sheet_no, b.row_no
    FROM (SELECT person FROM main.person ${hasLead}) i JOIN main.register_row b USING (person);
  CREATE VIEW household AS SELECT * FROM main.household ${hasLead};
  CREATE VIEW person AS SELECT * FROM main.person ${hasLead};
  ${memberStateView}`

/** A dataset's rows up to the day, only the columns that sources read. */
export function askedRowsSql(dataset: string, columns: readonly string[], asOf: string | undefined): string {
  const names = ['r', 'sheet_no', 'row_no', 'person', 'household', ...columns].map(ident)
  return `CREATE TABLE ${ident(`dated_${dataset}`)} AS SELECT ${names.join(', ')} FROM ${ident(`rows_${dataset}`)}
    JOIN (SELECT r, person, household FROM main.link ${hasLead} WHERE dataset = ${text(dataset)}::main.linkage_dataset) USING (r)
    ${asOf === undefined ? '' : `WHERE event_day IS NULL OR event_day <= DATE ${text(asOf)}`}`
}

export const emptyLeadRowsSql = 'CREATE OR REPLACE TEMP TABLE lead_row (rule_no INTEGER, household INTEGER, dataset VARCHAR, r BIGINT)'

/** The rows behind one fact of one rule, for the leads in which a comparison with it holds. */
export function leadRowsSql(ruleNo: number, sources: string, holds: string): string {
  return `INSERT INTO lead_row SELECT DISTINCT ${ruleNo}, household, dataset, r FROM (${sources})
    WHERE household IN (SELECT household FROM lead_fact WHERE ${hitColumn(ruleNo)} AND (${holds}))`
}

/** Leaves `lead_source` behind, and nothing of the schema. */
export function leadSourceSql(datasets: readonly string[]): string {
  const sources = [
    `SELECT 'household_register' AS dataset, r, sheet_no, row_no FROM register_source`,
    ...datasets.map((dataset) => `SELECT ${text(dataset)}, r, sheet_no, row_no FROM ${ident(`dated_${dataset}`)}`),
  ]
  return `CREATE OR REPLACE TABLE main.lead_source AS SELECT DISTINCT rule_no, household, sheet_no, row_no
      FROM lead_row JOIN (${sources.join(' UNION ALL ')}) USING (dataset, r);
    USE main; DROP SCHEMA ${askedSchema} CASCADE; DROP TABLE lead_row`
}
