/** SQL of what the room leaves behind: notes on names, the clerk's list, the views of linked rows, the counts. */
import { ident, text } from '../engine/index.ts'
import { rowsOf } from './names.ts'
import { type ComparisonName, comparisonNames, type Scoring } from './settings.ts'

/** SQL that says in Chinese how the pair `v` compares. */
export function reasonSql(scoring: Scoring): string {
  const said = (name: ComparisonName) => {
    const sameNumber = name === 'number' ? { same: { label: '证件号码相同' } } : {}
    const whens = Object.entries({ ...sameNumber, ...scoring.comparisons[name] })
    return `CASE v.${name} ${whens.map(([relation, weight]) => `WHEN ${text(relation)} THEN ${text(weight.label)}`).join(' ')} END`
  }
  return `concat_ws('、', ${comparisonNames.map(said).join(', ')})`
}

/** At most three candidates a row, best first. */
export const reviewSql = `INSERT INTO review
  SELECT r.dataset, r.r, line, c.person, round(c.score, 4), c.reason FROM (
    SELECT *, row_number() OVER (PARTITION BY n ORDER BY score DESC, person) AS line FROM linkage_candidate) c
  JOIN linkage_row r USING (n) WHERE line <= 3 ORDER BY n, line`

const sameNumber = `linkage_settled s JOIN linkage_numbered r USING (n) JOIN person p USING (person) WHERE r.name <> p.name`

/** Names that differ where the number is the same. */
export const notedNamesSql = `SELECT DISTINCT r.name AS one, p.name AS other FROM ${sameNumber} ORDER BY one, other`

/** The same number under another name, told apart by whether the names are akin. */
export const noteSql = `INSERT INTO link_note
  SELECT r.dataset, r.r, person, CASE WHEN c.relation IN ('variant', 'shortened', 'lost_character') THEN 'name_variant' ELSE 'name_differs' END, r.name, p.name
  FROM (SELECT DISTINCT * FROM linkage_name_pair) c, ${sameNumber} AND c.one = r.name AND c.other = p.name AND c.relation NOT IN ('same', 'missing') ORDER BY n`

/** A dataset's linked rows with the columns of both. Comparing within the type of `link` in its own schema spares a cast of every row. */
export function linkedViewSql(dataset: string, schema: string): string {
  return `CREATE OR REPLACE VIEW ${ident(`linked_${dataset}`)} AS
    SELECT written.*, l.person, l.household, l.level, l.score FROM ${rowsOf(dataset)} written
    JOIN (SELECT * FROM link WHERE dataset = ${text(dataset)}::${ident(schema)}.linkage_dataset) l USING (r)`
}

/** The schema the tables of this month are made in. */
export const schemaSql = 'SELECT current_schema() AS name'

export const levelCountsSql = 'SELECT * FROM (SELECT dataset, level, count(*) AS rows FROM link GROUP BY ALL) ORDER BY dataset, level'
export const reviewCountSql = 'SELECT count(*) AS n FROM (SELECT DISTINCT dataset, r FROM review)'
export const reviewDatasetsSql = 'SELECT DISTINCT dataset::VARCHAR AS dataset FROM review ORDER BY dataset'

/** Rows that wait for a clerk, one line a candidate. */
export function reviewRowsSql(dataset: string): string {
  return `SELECT ${text(dataset)} AS dataset, sheet.file, coalesce(sheet.sheet_name, '') AS sheet, written.row_no AS row, written.r,
      written.id_number, written.name, written.born_on, written.township, written.village, coalesce(written.phone, written.other_phone) AS phone,
      household.household_number AS c_household_number, coalesce(person.id_number, person.id_raw) AS c_id_number, person.name AS c_name,
      person.born_on AS c_born_on, person.township AS c_township, person.village AS c_village,
      coalesce(person.phone, person.other_phone) AS c_phone, review.score AS c_score, review.reason AS c_reason
    FROM review JOIN ${rowsOf(dataset)} written ON written.r = review.r JOIN sheet ON sheet.sheet_no = written.sheet_no
      JOIN person ON person.person = review.person JOIN household ON household.household = person.household
    WHERE review.dataset = ${text(dataset)} ORDER BY written.r, review.candidate_rank`
}
