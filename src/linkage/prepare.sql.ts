/** SQL of the first steps: one probe of all rows by number, and the side tables of what it leaves over. */
import { text } from '../engine/index.ts'
import { rowsOf } from './names.ts'
import { type Characters, levelNames } from './settings.ts'
import {
  bornFrom,
  citizenNumber,
  cleanedNumber,
  isSound,
  isWhole,
  knownDigits,
  nameKeys,
  numberKind,
  phones,
  seventeen,
} from './written.sql.ts'

const enumOf = (values: readonly string[]) => `ENUM (${(values.length === 0 ? [''] : values).map(text).join(', ')})`
const unionOfRows = (datasets: readonly string[], select: (dataset: string) => string) => datasets.map(select).join(' UNION ALL ')

const filled = (column: string) => `nullif(trim(${column}), '')`

const personNumber = `CASE WHEN strlen(id_number) = 18 THEN id_number WHEN strlen(id_number) IN (20, 22) THEN left(id_number, 18)
  WHEN coalesce(id_number, id_raw) IS NOT NULL THEN ${citizenNumber(cleanedNumber('coalesce(id_number, id_raw)'))} END`

/** Empty result tables; their text columns are enumerations, which a column store writes many times faster. */
export function resultTablesSql(datasets: readonly string[]): string {
  return `${datasets.map((dataset) => `DROP VIEW IF EXISTS linked_${dataset};`).join('')}
    DROP TABLE IF EXISTS link; DROP TABLE IF EXISTS link_note; DROP TABLE IF EXISTS review;
    DROP TYPE IF EXISTS linkage_dataset; DROP TYPE IF EXISTS linkage_level;
    CREATE TYPE linkage_dataset AS ${enumOf(datasets)};
    CREATE TYPE linkage_level AS ${enumOf(levelNames)};
    CREATE TABLE link (dataset linkage_dataset, r BIGINT, person INTEGER, household INTEGER, level linkage_level, score FLOAT);
    CREATE TABLE link_note (dataset linkage_dataset, r BIGINT, person INTEGER, kind VARCHAR, found VARCHAR, expected VARCHAR);
    CREATE TABLE review (dataset linkage_dataset, r BIGINT, candidate_rank INTEGER, person INTEGER, score FLOAT, reason VARCHAR)`
}

/** Numbers that several persons hold, a disability card's counting as the citizen's. */
export const sharedNumberSql = `CREATE OR REPLACE TEMP TABLE linkage_shared AS
  SELECT id_number FROM person GROUP BY id_number HAVING count(*) > 1
  UNION ALL SELECT left(id_number, 18) FROM person WHERE strlen(id_number) > 18`

// Numbers ending in 000 may have lost their digits, and a number with two holders proves neither: both take the longer way.
const isPlainNumber = `strlen(id_number) = 18 AND NOT ends_with(id_number, '000') AND NOT contains(id_number, '*')`
const soleHolders = `SELECT person, household, id_number, name FROM person ANTI JOIN linkage_shared USING (id_number) WHERE ${isPlainNumber}`

/**
 * Every row with the person who alone has its number, letter by letter, and the same name. The other rows are written too, without
 * a level, so that one pass over millions of rows is enough; `openRowsSql` takes them out again.
 */
export function probeSql(datasets: readonly string[]): string {
  const rows = unionOfRows(
    datasets,
    (dataset) => `SELECT ${text(dataset)}::linkage_dataset AS dataset, r, id_number, name FROM ${rowsOf(dataset)}`,
  )
  return `INSERT INTO link
    SELECT written.dataset, written.r, known.person, known.household,
      CASE WHEN known.person IS NOT NULL AND (written.name = known.name OR written.name IS NULL) THEN 'id'::linkage_level END, 1.0
    FROM (${rows}) written LEFT JOIN (${soleHolders}) known USING (id_number)`
}

const isDecided = '(dataset, r) IN (SELECT (dataset, r) FROM linkage_decision)'

/** Moves what the probe left over, and what a clerk has decided about, from `link` to `linkage_open`. */
export const openRowsSql = `CREATE OR REPLACE TEMP TABLE linkage_open AS
    SELECT dataset, r, person IS NULL AND NOT ${isDecided} AS is_unheld FROM link WHERE level IS NULL OR ${isDecided};
  DELETE FROM link WHERE level IS NULL OR ${isDecided}`

const nameKey = `CASE WHEN named.name IS NOT NULL THEN named.key WHEN length(written.name) > 1 THEN written.name END AS key, named.alias`

/** A table's rows by every name they are known under. */
function namedSql(table: string, columns: string): string {
  const keyed = `SELECT ${columns}, born_on, ${nameKey} FROM ${table} written LEFT JOIN linkage_name named ON named.name = written.name`
  return `WITH keyed AS (${keyed}) SELECT *, key AS v FROM keyed UNION ALL SELECT *, alias FROM keyed WHERE alias IS NOT NULL`
}

/** The open rows as they were written. `cards` are the datasets with a column of disability-card numbers. */
export function writtenSql(datasets: readonly string[], cards: ReadonlySet<string>): string {
  const rows = unionOfRows(
    datasets,
    (
      dataset,
    ) => `SELECT ${text(dataset)}::linkage_dataset AS dataset, r, is_unheld, id_number, ${cards.has(dataset) ? 'card_number' : 'NULL::VARCHAR AS card_number'},
      name, born_on, township, village, phone, other_phone
      FROM ${rowsOf(dataset)} JOIN (SELECT r, is_unheld FROM linkage_open WHERE dataset = ${text(dataset)}::linkage_dataset) USING (r)`,
  )
  return `CREATE OR REPLACE TEMP TABLE linkage_written AS FROM (${rows})`
}

/**
 * Takes out the strangers: a sound number that nobody in the register has is never overruled by a name, unless somebody of that name
 * and birthday is registered without a sound number. The settings hold blocks and levels to this.
 */
export const strangersSql = `CREATE OR REPLACE TEMP TABLE linkage_stranger AS
    SELECT dataset, r, id_number, ${filled('name')} AS name, coalesce(born_on, ${bornFrom('id_number')}) AS born_on
    FROM (SELECT *, ${seventeen('id_number')} AS first FROM linkage_written WHERE is_unheld AND NOT ends_with(id_number, '000') AND ${isWhole('id_number')})
    WHERE ${isSound('id_number', 'first')};
  DELETE FROM linkage_stranger WHERE id_number IN (
    SELECT id_number FROM linkage_shared UNION ALL SELECT ${personNumber} FROM person WHERE (strlen(id_number) IN (18, 20, 22)) IS NOT TRUE);
  CREATE OR REPLACE TEMP TABLE linkage_namesake AS
    SELECT dataset, r, p.number, ${seventeen('p.number')} AS first FROM (${namedSql('linkage_stranger', 'dataset, r')}) written
    JOIN (${namedSql('person', 'id_number AS number')}) p ON p.v = written.v AND p.born_on = written.born_on;
  DELETE FROM linkage_stranger WHERE (dataset, r) IN (SELECT (dataset, r) FROM linkage_namesake WHERE NOT ${isSound('number', 'first')});
  DELETE FROM linkage_written WHERE (dataset, r) IN (SELECT (dataset, r) FROM linkage_stranger)`

/** What each distinct number cell says; every step is a table of its own, so that no expression is worked out twice. */
export const numberTableSql = `CREATE OR REPLACE TEMP TABLE linkage_number AS
  WITH cell AS (SELECT ${filled('id_number')} AS raw FROM linkage_written UNION SELECT ${filled('card_number')} FROM linkage_written),
  cleaned AS (SELECT raw, CASE WHEN ${isWhole('raw')} THEN raw ELSE ${cleanedNumber('raw')} END AS clean FROM cell WHERE raw IS NOT NULL),
  whole AS (SELECT *, ${citizenNumber('clean')} AS citizen FROM cleaned),
  first AS (SELECT *, ${seventeen('citizen')} AS first FROM whole),
  judged AS (SELECT *, ${isSound('citizen', 'first')} AS is_sound FROM first),
  kind AS (SELECT *, ${numberKind('clean', 'is_sound', 'citizen')} AS number_kind FROM judged),
  known AS (SELECT *, ${knownDigits('clean', 'number_kind')} AS digits,
    CASE WHEN number_kind IN ('valid', 'failing') OR (number_kind = 'truncated' AND is_sound) THEN citizen END AS number FROM kind)
  SELECT raw, number, digits, number_kind, is_sound, clean <> raw OR length(clean) = 15 AS is_repaired,
    CASE WHEN number_kind IN ('valid', 'failing', 'truncated') THEN ${bornFrom('coalesce(number, digits)')} END AS number_day FROM known`

/** The open rows, numbered, with what their number is worth. A card's number counts where the row's own is missing or fails. */
export const numberedSql = `CREATE OR REPLACE TEMP TABLE linkage_numbered AS
  SELECT (row_number() OVER (ORDER BY dataset, r) - 1)::INTEGER AS n, written.* EXCLUDE (id_cell, card_cell),
    CASE WHEN by_card THEN card.number ELSE id.number END AS number,
    CASE WHEN by_card THEN card.digits ELSE id.digits END AS digits,
    CASE WHEN by_card THEN card.number_kind ELSE coalesce(id.number_kind, 'none') END AS number_kind,
    CASE WHEN by_card THEN card.is_repaired ELSE coalesce(id.is_repaired, false) END AS is_repaired,
    CASE WHEN by_card THEN card.number_day ELSE id.number_day END AS number_day
  FROM (SELECT dataset, r, ${filled('id_number')} AS id_cell, ${filled('card_number')} AS card_cell, ${filled('name')} AS name, born_on,
      ${filled('township')} AS township, ${filled('village')} AS village, phone, other_phone FROM linkage_written) written
    LEFT JOIN linkage_number id ON id.raw = written.id_cell LEFT JOIN linkage_number card ON card.raw = written.card_cell,
    LATERAL (SELECT coalesce(card.is_sound, false) AND NOT coalesce(id.is_sound, false) AS by_card)
  ORDER BY n`

/**
 * Numbers that one person alone holds need no comparing. Failing numbers count too: the register may carry the same error. The other
 * rows stay open.
 */
export const soleNumberSql = `CREATE OR REPLACE TEMP TABLE linkage_fit AS
    SELECT n, min(p.person) AS person, min(p.household) AS household, count(*) AS equals
    FROM linkage_numbered r JOIN (SELECT person, household, ${personNumber} AS number FROM person) p ON p.number = r.number GROUP BY n;
  DELETE FROM linkage_fit WHERE equals > 1 OR (n, person) IN (SELECT (n, person) FROM linkage_barred) OR n IN (SELECT n FROM linkage_settled);
  INSERT INTO link SELECT r.dataset, r.r, fit.person, fit.household, CASE WHEN r.is_repaired THEN 'id_repaired' ELSE 'id' END::linkage_level, 1.0
    FROM linkage_fit fit JOIN linkage_numbered r USING (n) ORDER BY n;
  INSERT INTO linkage_settled SELECT n, 'linked', person FROM linkage_fit`

/** Keys of the names that are not simply written; the others are their own keys. */
export function nameTableSql(characters: Characters): string {
  const { isPlain, key, alias } = nameKeys(characters)
  return `CREATE OR REPLACE TEMP TABLE linkage_name AS
    WITH written AS (SELECT name FROM person UNION ALL SELECT ${filled('name')} FROM linkage_written),
    odd AS MATERIALIZED (SELECT DISTINCT name FROM written WHERE NOT ${isPlain('name')})
    SELECT name, ${key('name')} AS key, ${alias('name')} AS alias FROM odd`
}

const numbers = (column: string) => `coalesce(string_split(said.${column}, ',')::INTEGER[], []::INTEGER[]) AS ${column}`

/** The rows that are still open with all that was understood. */
export const rowTableSql = `CREATE OR REPLACE TEMP TABLE linkage_row AS
  SELECT n, dataset, r, written.name, ${nameKey}, number, digits, number_kind, is_repaired, coalesce(born_on, number_day) AS born_on,
    ${phones('written.phone', 'written.other_phone')} AS phones, ${numbers('places')}, ${numbers('townships')}
  FROM linkage_numbered written LEFT JOIN linkage_name named ON named.name = written.name
    LEFT JOIN linkage_said_place said ON said.township IS NOT DISTINCT FROM written.township AND said.village IS NOT DISTINCT FROM written.village
  WHERE n NOT IN (SELECT n FROM linkage_settled) ORDER BY n`

/** The register's places by number. */
export const placeTableSql = `CREATE OR REPLACE TEMP TABLE linkage_place AS
  SELECT (row_number() OVER (ORDER BY township, village) - 1)::INTEGER AS place, township, village FROM (SELECT DISTINCT township, village FROM person)`

/** The register's persons with what is compared; `linkage_resolved` gives their places the number of their township. */
export const personTableSql = `CREATE OR REPLACE TEMP TABLE linkage_person AS
  SELECT person, household, written.name, ${nameKey}, ${personNumber} AS number, born_on, phone, other_phone,
    place.place, resolved.township_number::INTEGER AS township
  FROM person written LEFT JOIN linkage_name named ON named.name = written.name
    LEFT JOIN (linkage_place place JOIN linkage_resolved resolved ON resolved.place::INTEGER = place.place)
      ON written.township IS NOT DISTINCT FROM place.township AND written.village IS NOT DISTINCT FROM place.village`

export const openCountSql = 'SELECT count(*) AS n FROM linkage_open'
export const writtenCountSql = 'SELECT count(*) AS n FROM linkage_written'
export const placesSql = 'SELECT place, township, village FROM linkage_place ORDER BY place'
export const countiesSql = 'SELECT DISTINCT county FROM household WHERE county IS NOT NULL ORDER BY county'
export const saidPlacesSql =
  'SELECT DISTINCT township, village FROM linkage_numbered WHERE n NOT IN (SELECT n FROM linkage_settled) ORDER BY ALL'
export const cardViewsSql = `SELECT DISTINCT table_name FROM duckdb_columns() WHERE column_name = 'card_number'`
export const dropSql = (tables: readonly string[]) => tables.map((table) => `DROP TABLE IF EXISTS ${table}`).join('; ')
