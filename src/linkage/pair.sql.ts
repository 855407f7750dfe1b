/** SQL that pairs open rows with persons and says for every pair how each column compares. */
import { list } from '../engine/index.ts'
import type { Block, NumberKind } from './settings.ts'
import { isSound, phones, seventeen } from './written.sql.ts'

type Column = Block['equal'][number]

const withPhone = (column: string) => `SELECT *, ${column} AS v FROM linkage_person WHERE strlen(${column}) = 11`
const phoneHolders = `SELECT *, unnest(${phones('phone', 'other_phone')}) AS v FROM linkage_person WHERE strlen(phone) <> 11 OR strlen(other_phone) <> 11
  UNION ALL ${withPhone('phone')} UNION ALL ${withPhone('other_phone')}`
const named = (table: string) =>
  `SELECT *, key AS v FROM ${table} WHERE key IS NOT NULL UNION ALL SELECT *, alias AS v FROM ${table} WHERE alias IS NOT NULL`

// A program that prints fifteen digits may have rounded the last of them up; a double has lost some already, so 46 may count as 50.
const fifteen = `SELECT *, left(digits, 15) AS v FROM chosen WHERE strlen(digits) >= 15
  UNION ALL SELECT *, (try_cast(left(digits, 15) AS BIGINT) - 1)::VARCHAR AS v FROM chosen WHERE number_kind = 'truncated'`
const roundedUp = `CASE WHEN r.number_kind = 'truncated' AND substr(p.number, 16, 1) >= '4'
  THEN coalesce(try_cast(left(r.digits, 15) AS BIGINT) - 1 = try_cast(left(p.number, 15) AS BIGINT), false) ELSE false END`

/** By which value rows and persons are brought together. */
// prettier-ignore
const sides: Record<Column, { row: string; person: string }> = {
  number: { row: 'SELECT *, number AS v FROM chosen', person: 'SELECT *, number AS v FROM linkage_person' },
  leading_15: { row: fifteen, person: 'SELECT *, left(number, 15) AS v FROM linkage_person' },
  name: { row: named('chosen'), person: named('linkage_person') },
  phone: { row: 'SELECT *, unnest(phones) AS v FROM chosen', person: phoneHolders },
  born_on: { row: 'SELECT *, born_on AS v FROM chosen', person: 'SELECT *, born_on AS v FROM linkage_person' },
  village: { row: 'SELECT *, unnest(places) AS v FROM chosen', person: 'SELECT *, place AS v FROM linkage_person' },
  township: { row: 'SELECT *, unnest(townships) AS v FROM chosen', person: 'SELECT *, township AS v FROM linkage_person' },
}

/** Whether a person has one of the row's phones; the usual eleven digits are not taken apart. */
const hasPhone = `CASE WHEN coalesce(strlen(p.phone), 11) = 11 AND coalesce(strlen(p.other_phone), 11) = 11
  THEN coalesce(list_contains(r.phones, p.phone), false) OR coalesce(list_contains(r.phones, p.other_phone), false)
  ELSE list_has_any(r.phones, ${phones('p.phone', 'p.other_phone')}) END`

/** What must, or may, also agree once they are together. Distances need equal lengths, and only CASE keeps the engine from measuring before it has looked. */
// prettier-ignore
const agrees: Record<Column | NonNullable<Block['and_any']>[number], string> = {
  number: 'r.number = p.number',
  leading_15: 'left(r.digits, 15) = left(p.number, 15)',
  name: '(r.key = p.key OR r.alias = p.key OR r.key = p.alias)',
  phone: hasPhone,
  born_on: 'r.born_on = p.born_on',
  village: 'list_contains(r.places, p.place)',
  township: 'list_contains(r.townships, p.township)',
  number_near: 'CASE WHEN strlen(r.digits) = 18 AND strlen(p.number) = 18 THEN hamming(r.digits, p.number) <= 2 ELSE false END',
}

/** The first of the equal columns finds the persons, the others are checked. */
function blockSql(block: Block): string {
  const [first, ...rest] = block.equal
  const any = (block.and_any ?? []).map((name) => `coalesce(${agrees[name]}, false)`).join(' OR ')
  const conditions = [
    `r.number_kind IN ${list(block.row_number)}`,
    ...rest.map((column) => agrees[column]),
    ...(any === '' ? [] : [`(${any})`]),
  ]
  return `SELECT r.n, p.person FROM (${sides[first].row}) r JOIN (${sides[first].person}) p ON p.v = r.v WHERE ${conditions.join(' AND ')}`
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

// Two digits that differ and leave the sum of all digits as it is have changed places.
const digitSum = (number: string) =>
  Array.from({ length: 18 }, (_, at) => `coalesce(ascii(substr(${number}, ${at + 1}, 1)), 0)`).join(' + ')
const swapped = `${digitSum('r.digits')} = ${digitSum('p.number')}`
const oneLost = `CASE WHEN strlen(r.digits) BETWEEN 16 AND 20 THEN CASE WHEN levenshtein(r.digits, p.number) <= 2 THEN 'close' ELSE 'differs' END ELSE 'differs' END`
// A scientific display rounds its last digit.
const rounded = `lpad(round(try_cast(left(p.number, length(r.digits)::INTEGER + 1) AS BIGINT) / 10.0)::BIGINT::VARCHAR, length(r.digits)::INTEGER, '0')`
const fewDigits = `CASE WHEN length(r.digits) >= 13 THEN CASE WHEN starts_with(p.number, r.digits) THEN 'close' ELSE ${oneLost} END
    WHEN starts_with(p.number, r.digits) OR ${rounded} = r.digits THEN 'leading_few' ELSE 'differs' END`
const leading = agrees.leading_15
const number = `CASE
    WHEN r.digits IS NULL OR p.number IS NULL THEN 'missing'
    WHEN r.number = p.number THEN 'same'
    WHEN r.number_kind = 'masked' THEN CASE WHEN p.number LIKE r.digits THEN 'fits_mask' ELSE 'differs' END
    WHEN (r.number_kind = 'truncated' OR ends_with(p.number, '000')) AND ${leading} OR ${roundedUp} THEN 'leading_15'
    WHEN r.number_kind = 'lost' THEN ${fewDigits}
    WHEN strlen(r.digits) <> 18 OR strlen(p.number) <> 18 THEN 'differs'
    ELSE CASE hamming(r.digits, p.number) WHEN 1 THEN 'one_wrong'
      WHEN 2 THEN CASE WHEN ${swapped} THEN 'two_swapped' WHEN ${leading} THEN 'leading_15' ELSE 'close' END
      WHEN 3 THEN CASE WHEN ${leading} THEN 'leading_15' ELSE 'close' END ELSE 'differs' END END`

const sameDayParts = `(year(r.born_on) = year(p.born_on))::INTEGER + (month(r.born_on) = month(p.born_on))::INTEGER + (day(r.born_on) = day(p.born_on))::INTEGER`
const bornOn = `CASE WHEN r.born_on IS NULL OR p.born_on IS NULL THEN 'missing' WHEN r.born_on = p.born_on THEN 'same'
    WHEN ${sameDayParts} = 2 OR (year(r.born_on) = year(p.born_on) AND month(r.born_on) = day(p.born_on) AND day(r.born_on) = month(p.born_on)) THEN 'near'
    ELSE 'differs' END`
const phone = `CASE WHEN len(r.phones) = 0 OR (p.phone IS NULL AND p.other_phone IS NULL) THEN 'missing' WHEN ${hasPhone} THEN 'same' ELSE 'differs' END`
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

export const pairCountSql = 'SELECT count(*) AS n FROM linkage_pair'
export const keepNamesSql = 'INSERT INTO linkage_name_pair FROM linkage_name_compared; DROP TABLE linkage_name_compared'
