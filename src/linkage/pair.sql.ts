/** SQL that pairs open rows with persons and says for every pair how each column compares. */
import { list } from '../engine/index.ts'
import type { Block, NumberKind } from './settings.ts'
import { isSound, phones, seventeen } from './written.sql.ts'

type Column = Block['equal'][number]

const plainPhone = (column: string) => `SELECT person, ${column} AS v FROM linkage_person WHERE strlen(${column}) = 11`
const personPhones = `SELECT person, unnest(${phones('phone', 'other_phone')}) AS v FROM linkage_person WHERE strlen(phone) <> 11 OR strlen(other_phone) <> 11
  UNION ALL ${plainPhone('phone')} UNION ALL ${plainPhone('other_phone')}`

// prettier-ignore
const sides: Record<Column, { row: string; person: string }> = {
  number: {
    row: 'SELECT n, number AS v FROM chosen WHERE number IS NOT NULL',
    person: 'SELECT person, number AS v FROM linkage_person WHERE number IS NOT NULL',
  },
  leading_15: {
    row: 'SELECT n, left(digits, 15) AS v FROM chosen WHERE length(digits) >= 15',
    person: 'SELECT person, left(number, 15) AS v FROM linkage_person WHERE number IS NOT NULL',
  },
  name: {
    row: 'SELECT n, key AS v FROM chosen WHERE key IS NOT NULL UNION ALL SELECT n, alias FROM chosen WHERE alias IS NOT NULL',
    person:
      'SELECT person, key AS v FROM linkage_person WHERE key IS NOT NULL UNION ALL SELECT person, alias FROM linkage_person WHERE alias IS NOT NULL',
  },
  phone: { row: 'SELECT n, unnest(phones) AS v FROM chosen', person: personPhones },
  born_on: {
    row: 'SELECT n, born_on AS v FROM chosen WHERE born_on IS NOT NULL',
    person: 'SELECT person, born_on AS v FROM linkage_person WHERE born_on IS NOT NULL',
  },
  village: {
    row: 'SELECT n, unnest(places) AS v FROM chosen',
    person: 'SELECT person, place AS v FROM linkage_person WHERE place IS NOT NULL',
  },
  township: {
    row: 'SELECT n, unnest(townships) AS v FROM chosen',
    person: 'SELECT person, township AS v FROM linkage_person WHERE township IS NOT NULL',
  },
}

// Distances need equal lengths, and only CASE keeps the engine from measuring before it has looked.
const nearNumber =
  'CASE WHEN strlen(chosen.digits) = 18 AND strlen(p.number) = 18 THEN hamming(chosen.digits, p.number) <= 2 ELSE false END'
// prettier-ignore
const also: Record<NonNullable<Block['and_any']>[number], string> = {
  township: 'list_contains(chosen.townships, p.township)',
  born_on: 'chosen.born_on = p.born_on',
  phone: hasPhone('chosen'),
  number_near: nearNumber,
  rare_name: 'homonyms <= 3',
}

/** Whether a person has one of the row's phones; the usual eleven digits are not taken apart. */
function hasPhone(row: string): string {
  const usual = 'coalesce(strlen(p.phone), 11) = 11 AND coalesce(strlen(p.other_phone), 11) = 11'
  const either = `coalesce(list_contains(${row}.phones, p.phone), false) OR coalesce(list_contains(${row}.phones, p.other_phone), false)`
  return `CASE WHEN ${usual} THEN ${either} ELSE list_has_any(${row}.phones, ${phones('p.phone', 'p.other_phone')}) END`
}

function blockSql(block: Block): string {
  const [first, ...rest] = block.equal
  if (first === undefined) return ''
  const joined = rest.map(
    (column, at) =>
      `JOIN (${sides[column].row}) r${at} ON r${at}.n = r.n JOIN (${sides[column].person}) p${at} ON p${at}.person = q.person AND p${at}.v = r${at}.v`,
  )
  const where = (block.and_any ?? []).map((name) => `coalesce(${also[name]}, false)`).join(' OR ')
  const counted = block.and_any?.includes('rare_name')
    ? `JOIN (SELECT key AS v, count(*) AS homonyms FROM linkage_person GROUP BY key) counted ON counted.v = r.v`
    : ''
  return `SELECT chosen.n, q.person FROM (${sides[first].row}) r JOIN (${sides[first].person}) q ON q.v = r.v ${joined.join(' ')} ${counted}
    JOIN chosen ON chosen.n = r.n JOIN linkage_person p ON p.person = q.person
    WHERE chosen.number_kind IN ${list(block.row_number)} ${where === '' ? '' : `AND (${where})`}`
}

/** Rows that are open, and those of them that are looked at more closely, with the rows to learn from. */
export const openRows = 'n NOT IN (SELECT n FROM linkage_settled)'
export const closerRows = `${openRows} AND number_kind <> 'valid' OR n IN (SELECT n FROM linkage_sample)`

/** The pairs of the blocks for rows where `rows` holds, without barred pairs and those compared before. */
export function pairSql(blocks: readonly Block[], rows: string): string {
  const found = blocks.map((block) => `SELECT * FROM (WITH chosen AS (SELECT * FROM linkage_row WHERE ${rows}) ${blockSql(block)})`)
  return `CREATE OR REPLACE TEMP TABLE linkage_pair AS
    SELECT DISTINCT n, person FROM (${found.join(' UNION ALL ')}) found
    ANTI JOIN linkage_barred USING (n, person) ANTI JOIN linkage_vector USING (n, person)`
}

/** Differently written names that stand in a pair; how they compare is decided outside the engine. */
export const unequalNamesSql = `SELECT DISTINCT r.name AS one, p.name AS other FROM linkage_pair JOIN linkage_row r USING (n) JOIN linkage_person p USING (person)
  ANTI JOIN linkage_name_pair known ON known.one = r.name AND known.other = p.name
  WHERE r.name <> p.name ORDER BY one, other`

const swapped = (one: string, other: string) => `list_sort(string_split(${one}, '')) = list_sort(string_split(${other}, ''))`
const oneLost = `CASE WHEN strlen(r.digits) BETWEEN 16 AND 20 THEN CASE WHEN levenshtein(r.digits, p.number) <= 2 THEN 'close' ELSE 'differs' END ELSE 'differs' END`
// A scientific display rounds its last digit.
const rounded = `lpad(round(try_cast(left(p.number, length(r.digits)::INTEGER + 1) AS BIGINT) / 10.0)::BIGINT::VARCHAR, length(r.digits)::INTEGER, '0')`
const fewDigits = `CASE WHEN length(r.digits) >= 13 THEN CASE WHEN starts_with(p.number, r.digits) THEN 'close' ELSE ${oneLost} END
    WHEN starts_with(p.number, r.digits) OR ${rounded} = r.digits THEN 'leading_few' ELSE 'differs' END`
const leading = 'left(r.digits, 15) = left(p.number, 15)'
const number = `CASE
    WHEN r.digits IS NULL OR p.number IS NULL THEN 'missing'
    WHEN r.number = p.number THEN 'same'
    WHEN r.number_kind = 'masked' THEN CASE WHEN p.number LIKE r.digits THEN 'fits_mask' ELSE 'differs' END
    WHEN (r.number_kind = 'truncated' OR ends_with(p.number, '000')) AND ${leading} THEN 'leading_15'
    WHEN r.number_kind = 'lost' THEN ${fewDigits}
    WHEN strlen(r.digits) <> 18 OR strlen(p.number) <> 18 THEN 'differs'
    ELSE CASE hamming(r.digits, p.number) WHEN 1 THEN 'one_wrong'
      WHEN 2 THEN CASE WHEN ${swapped('r.digits', 'p.number')} THEN 'two_swapped' WHEN ${leading} THEN 'leading_15' ELSE 'close' END
      WHEN 3 THEN CASE WHEN ${leading} THEN 'leading_15' ELSE 'close' END ELSE 'differs' END END`

const sameDayParts = `(year(r.born_on) = year(p.born_on))::INTEGER + (month(r.born_on) = month(p.born_on))::INTEGER + (day(r.born_on) = day(p.born_on))::INTEGER`
const bornOn = `CASE WHEN r.born_on IS NULL OR p.born_on IS NULL THEN 'missing' WHEN r.born_on = p.born_on THEN 'same'
    WHEN ${sameDayParts} = 2 OR (year(r.born_on) = year(p.born_on) AND month(r.born_on) = day(p.born_on) AND day(r.born_on) = month(p.born_on)) THEN 'near'
    ELSE 'differs' END`
const phone = `CASE WHEN len(r.phones) = 0 OR (p.phone IS NULL AND p.other_phone IS NULL) THEN 'missing' WHEN ${hasPhone('r')} THEN 'same' ELSE 'differs' END`
const place = `CASE WHEN (len(r.places) = 0 AND len(r.townships) = 0) OR p.place IS NULL THEN 'missing' WHEN list_contains(r.places, p.place) THEN 'village'
    WHEN list_contains(r.townships, p.township) THEN 'township' WHEN len(r.townships) = 0 THEN 'missing' ELSE 'differs' END`
const personNumber = (
  rows: readonly NumberKind[],
) => `CASE WHEN p.number IS NULL THEN 'none' WHEN r.number_kind NOT IN ${list(rows)} THEN 'unchecked'
    WHEN ${isSound('p.number', 'first')} THEN 'valid' WHEN ends_with(p.number, '000') THEN 'truncated' ELSE 'failing' END`

/** Compares the new pairs column by column; the register's own number is checked only for rows of the kinds whose levels ask. */
export const vectorSql = (asking: readonly NumberKind[]): string => `INSERT INTO linkage_vector
  SELECT n, person, ${number}, ${bornOn}, ${phone}, ${place}, ${personNumber(asking)},
    CASE WHEN r.name IS NULL OR p.name IS NULL THEN 'missing' WHEN r.name = p.name THEN 'same' ELSE coalesce(known.relation, 'different') END
  FROM linkage_pair JOIN linkage_row r USING (n) JOIN (SELECT *, ${seventeen('number')} AS first FROM linkage_person SEMI JOIN linkage_pair USING (person)) p USING (person)
  LEFT JOIN linkage_name_pair known ON known.one = r.name AND known.other = p.name`

/** Before anything is compared: pairs, rows that are decided (with the person where a number decided), candidates for a clerk, names that were compared. */
export const emptyPairsSql = `CREATE OR REPLACE TEMP TABLE linkage_vector
    (n INTEGER, person INTEGER, number VARCHAR, born_on VARCHAR, phone VARCHAR, place VARCHAR, person_number VARCHAR, name VARCHAR);
  CREATE OR REPLACE TEMP TABLE linkage_settled (n INTEGER, outcome VARCHAR, person INTEGER);
  CREATE OR REPLACE TEMP TABLE linkage_candidate (n INTEGER, person INTEGER, score DOUBLE, reason VARCHAR);
  CREATE OR REPLACE TEMP TABLE linkage_name_pair (one VARCHAR, other VARCHAR, relation VARCHAR)`

export const pairCountSql = 'SELECT count(*) AS pairs FROM linkage_pair'
export const keepNamesSql = 'INSERT INTO linkage_name_pair FROM linkage_name_compared; DROP TABLE linkage_name_compared'
