/** The SQL that unites the register sheets into `person` and `household`. */
import { text } from '../engine/index.ts'

const quotes = "'''‘’\"“”`´'"

/** SQL: an identity number without spaces, quotes, hyphens and full-width forms, upper-case X. */
export function cleanIdSql(raw: string): string {
  return `CASE WHEN regexp_full_match(${raw}, '\\d{17}[\\dX]') THEN ${raw} ELSE upper(regexp_replace(translate(xj_squeeze(${raw}), ${quotes} || '-—', ''), '\\.0+$', '')) END`
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** SQL: an 18-character number with a possible birthday and the right check character (GB 11643). */
export function isGoodNumberSql(id: string): string {
  const first17 = `try_cast(left(${id}, 17) AS BIGINT)`
  const sum = weights.map((weight, i) => `(${first17} // ${10n ** BigInt(16 - i)} % 10) * ${weight}`).join(' + ')
  const birthday = `try_cast(substr(${id}, 7, 4) || '-' || substr(${id}, 11, 2) || '-' || substr(${id}, 13, 2) AS DATE)`
  return `(length(${id}) = 18 AND ${birthday} IS NOT NULL AND substr('10X98765432', ((${sum}) % 11 + 1)::INTEGER, 1) = right(${id}, 1))`
}

/** SQL: a village name without 村, 村委会, 村民委员会, spaces and a leading township name. */
export function villageKeySql(village: string, township: string): string {
  const bare = (name: string) => `regexp_replace(xj_squeeze(${name}), '(村民委员会|居民委员会|社区居委会|村委会|居委会|社区|村)$', '')`
  const stem = `regexp_replace(xj_squeeze(${township}), '(乡|镇|街道|街道办事处|民族乡)$', '')`
  return `CASE WHEN ${village} IS NULL THEN NULL
    WHEN ${township} IS NOT NULL AND starts_with(${bare(village)}, xj_squeeze(${township})) AND length(${bare(village)}) > length(xj_squeeze(${township})) THEN substr(${bare(village)}, length(xj_squeeze(${township})) + 1)
    WHEN ${township} IS NOT NULL AND length(${stem}) > 1 AND regexp_matches(xj_squeeze(${village}), '^[^村]{2,8}?(乡|镇|街道)') AND starts_with(${bare(village)}, ${stem}) THEN regexp_replace(${bare(village)}, '^[^村]{2,8}?(街道|乡|镇)', '')
    ELSE ${bare(village)} END`
}

const isHead = "relation_to_head = '户主'"
const isUsable = 'NOT is_rejected AND NOT is_outside'
/** Of rows that stand twice only the first. */
const onlyFirst = (hasRepeats: boolean) => (hasRepeats ? ' AND r NOT IN (SELECT r FROM register_repeat WHERE r <> first_r)' : '')

/** The county that most rows with a village code inside the region name. */
export function usualCountySql(region: string): string {
  return `SELECT county FROM rows_household_register WHERE starts_with(village_code, ${text(region)}) AND county IS NOT NULL GROUP BY county ORDER BY count(*) DESC, county LIMIT 1`
}

/** `register_member`: the rows of the register, numbers cleaned, with whether they lie outside the region; a row without a village code does when its county is not the usual one. */
export function registerMemberSql(region: string, usualCounty: string | undefined): string {
  const isElsewhere = usualCounty === undefined ? 'false' : `coalesce(county <> ${text(usualCounty)}, false)`
  return `
CREATE VIEW register_member AS
SELECT * EXCLUDE (household_number, id_number, is_rejected), trim(household_number) AS household_number, id_number AS id_raw, nullif(${cleanIdSql('id_number')}, '') AS id_number,
  is_rejected OR household_number IS NULL AS is_rejected, CASE WHEN village_code IS NULL THEN ${isElsewhere} ELSE NOT starts_with(village_code, ${text(region)}) END AS is_outside
FROM rows_household_register`
}

/** Whether every usable row has a number of eighteen characters of its own, so that nobody stands twice. */
export const distinctNumbersSql = `SELECT count(*) = count(DISTINCT id_number) AND bool_and(strlen(id_number) = 18) AS are_distinct FROM register_member WHERE ${isUsable}`

export const noRepeatedMembersSql = 'CREATE TABLE register_repeat(r BIGINT, first_r BIGINT)'

/** Members who stand twice: the same household number and number (or, without one, name and birthday). */
export const repeatedMembersSql = `
CREATE TABLE register_repeat AS
WITH usable AS NOT MATERIALIZED (SELECT r, household_number, coalesce(id_number, name || '|' || coalesce(born_on::VARCHAR, '')) AS member FROM register_member WHERE ${isUsable}),
twice AS (SELECT hash(household_number, member) AS h FROM usable GROUP BY 1 HAVING count(*) > 1)
SELECT r, min(r) OVER (PARTITION BY household_number, member) AS first_r FROM usable WHERE hash(household_number, member) IN (SELECT h FROM twice)`

/** Households in the order of the register: `register_household`. */
export function registerHouseholdSql(hasRepeats: boolean): string {
  return `
CREATE TABLE register_household AS
SELECT (row_number() OVER (ORDER BY first_r) - 1)::INTEGER AS household, household_number, coalesce(head_r, first_r) AS head_r, member_rows, heads
FROM (SELECT household_number, min(r) AS first_r, min(r) FILTER (${isHead}) AS head_r, count(*)::INTEGER AS member_rows, count(*) FILTER (${isHead})::INTEGER AS heads
  FROM register_member WHERE ${isUsable}${onlyFirst(hasRepeats)} GROUP BY household_number)`
}

const memberColumns = [
  'person_number',
  'name',
  'sex',
  'ethnicity',
  'relation_to_head',
  'education',
  'schooling',
  'health_status',
  'labour_ability',
  'dibao',
  'tekun',
  'phone',
  'other_phone',
  'township',
  'village',
  'village_code',
]
const memberStates = ['schooling_unreadable', 'labour_ability_unreadable', 'dibao_unreadable', 'tekun_unreadable']

/** The first filled value of each column among the rows of one person. */
function firstFilled(columns: readonly string[], states: readonly string[], wanted: string): string {
  const firsts = columns.map((name) => `first(m.${name} ORDER BY m.r) FILTER (m.${name} IS NOT NULL) AS ${name}`)
  const all = states.map((name) => `bool_and(m.${name}) AS ${name}`)
  return `SELECT d.first_r AS r, ${[...firsts, ...all].join(', ')}, arg_min(m.sheet_no, m.r) AS sheet_no, arg_min(m.row_no, m.r) AS row_no
    FROM register_member m JOIN register_repeat d USING (r) ${wanted} GROUP BY d.first_r`
}

function unitedRows(hasRepeats: boolean, columns: readonly string[], states: readonly string[], wanted = ''): string {
  if (!hasRepeats) return 'register_member'
  const names = ['r', ...columns, ...states, 'sheet_no', 'row_no'].join(', ')
  return `(SELECT ${names} FROM register_member WHERE r NOT IN (SELECT r FROM register_repeat) UNION ALL SELECT ${names} FROM (${firstFilled(columns, states, wanted)}))`
}

/** What the rows of the register are: `isWhole` when each is a person of its own and none is left out, so that a row's number is the person's. */
export interface RegisterShape {
  isWhole: boolean
  hasRepeats: boolean
}

const birthdayOf = (number: string) =>
  `CASE WHEN length(${number}) >= 18 THEN xj_bounded(xj_day_text(substr(${number}, 7, 4), substr(${number}, 11, 2), substr(${number}, 13, 2))) END`

/** `person` as the other rooms see it, birthday from a good number where the column is empty; and `register_row`, every row behind a person. */
export function personSql({ isWhole, hasRepeats }: RegisterShape): string {
  const rows = unitedRows(hasRepeats, [...memberColumns, 'household_number', 'id_number', 'id_raw', 'born_on'], memberStates)
  const counted = `JOIN (SELECT r, (row_number() OVER (ORDER BY r) - 1)::INTEGER AS person FROM register_member WHERE ${isUsable}${onlyFirst(hasRepeats)}) n USING (r)`
  const everyRow = hasRepeats
    ? 'SELECT p.person, b.sheet_no, b.row_no, b.r FROM rows_household_register b LEFT JOIN register_repeat d ON d.r = b.r JOIN person p ON p.r = coalesce(d.first_r, b.r)'
    : 'SELECT person, sheet_no, row_no, r FROM person'
  return `
CREATE TABLE person AS
SELECT ${isWhole ? 'b.r::INTEGER' : 'n.person'} AS person, h.household, ${[...memberColumns, ...memberStates].map((name) => `b.${name}`).join(', ')}, b.id_raw, b.id_number,
  CASE WHEN b.born_on IS NOT NULL THEN b.born_on ELSE ${birthdayOf('b.id_number')} END AS born_on, b.r = h.head_r AS is_head, b.sheet_no, b.row_no, b.r
FROM ${rows} b ${isWhole ? '' : counted} JOIN register_household h USING (household_number)${isWhole ? '' : ' ORDER BY n.person'};
CREATE VIEW register_row AS ${everyRow}`
}

/** Numbers of fifteen digits that persons have. */
export const oldNumbersSql =
  "SELECT DISTINCT id_number FROM person WHERE strlen(id_number) = 15 AND regexp_full_match(id_number, '\\d{15}') ORDER BY 1"

/** Puts the eighteen digits of `id_upgrade` in the place of fifteen. */
export const upgradeNumbersSql = `
UPDATE person SET id_number = u.upgraded, born_on = coalesce(born_on, ${birthdayOf('u.upgraded')}) FROM id_upgrade u WHERE person.id_number = u.id_number`

const householdAmounts = ['wage_income', 'business_income', 'property_income', 'transfer_income', 'business_expense', 'net_income_per_head']
const householdColumns = [
  'household_kind',
  'monitored_kind',
  'identified_on',
  'is_cleared',
  'cleared_on',
  'household_size',
  ...householdAmounts,
]
const riskColumns = [1, 2, 3, 4, 5].map((n) => `risk_factor_${n}`)

/** `household`: its fields from the head's row, else the first. */
export function householdSql(asOf: string, { isWhole, hasRepeats }: RegisterShape): string {
  const month = (day: string) => `date_trunc('month', ${day})`
  const today = month(`DATE ${text(asOf)}`)
  const columns = ['county', 'township', 'village', 'village_code', 'group_name', 'name', ...householdColumns, ...riskColumns]
  const source = unitedRows(
    hasRepeats,
    columns,
    householdColumns.map((name) => `${name}_unreadable`),
    'WHERE d.first_r IN (SELECT head_r FROM register_household)',
  )
  return `
CREATE TABLE household AS
SELECT h.household, h.household_number, r.county, r.township, r.village, r.village_code, r.group_name, r.name AS head_name, ${isWhole ? 'h.head_r::INTEGER' : 'p.person'} AS head_person, ${householdColumns.map((name) => (name === 'is_cleared' ? `(r.is_cleared = '是') AS is_cleared` : `r.${name}`)).join(', ')},
  ${householdColumns.map((name) => `r.${name}_unreadable`).join(', ')}, nullif(concat_ws(',', ${riskColumns.map((name) => `${name}::VARCHAR`).join(', ')}), '') AS risk_factors,
  CASE WHEN r.household_size IS NOT NULL THEN r.household_size WHEN r.household_size_unreadable THEN NULL ELSE h.member_rows END AS size, h.member_rows, h.heads,
  CASE WHEN r.monitored_kind IS NULL THEN CASE WHEN r.monitored_kind_unreadable THEN NULL ELSE false END
    WHEN r.identified_on_unreadable OR (r.is_cleared = '是' AND r.cleared_on_unreadable) THEN NULL
    WHEN r.identified_on IS NOT NULL AND ${month('r.identified_on')} > ${today} THEN false
    WHEN r.is_cleared = '是' THEN coalesce(${month('r.cleared_on')} > ${today}, false)
    WHEN r.is_cleared_unreadable THEN NULL ELSE true END AS is_monitored,
  r.sheet_no, r.row_no
FROM ${source} r JOIN register_household h ON h.head_r = r.r${isWhole ? '' : ' JOIN person p ON p.r = h.head_r'}${hasRepeats ? ' ORDER BY h.household' : ''};`
}

/** Households with several 户主 whose first is dead (`dead` selects persons): the next one is the head. Nothing changes where none is left. */
export function nextHeadSql(dead: string): string {
  return `
CREATE OR REPLACE TEMP TABLE next_head AS
SELECT h.household, min(p.r) AS head_r FROM register_household h JOIN person p USING (household)
WHERE h.heads > 1 AND p.${isHead} AND p.person NOT IN (${dead}) AND h.household IN (SELECT household FROM person WHERE is_head AND person IN (${dead})) GROUP BY h.household`
}

/** Puts the next heads into `register_household` and `person`; `household` must be made anew after it. */
export const takeNextHeadsSql = `
UPDATE register_household SET head_r = n.head_r FROM next_head n WHERE register_household.household = n.household;
UPDATE person SET is_head = (person.r = n.head_r) FROM next_head n WHERE person.household = n.household;
DROP TABLE household`

const comparedFields = [
  'name',
  'sex',
  'born_on',
  'relation_to_head',
  'household_kind',
  'education',
  'schooling',
  'labour_ability',
  'dibao',
  'tekun',
  'phone',
  'village_code',
]

/** Rows of one person that disagree, and numbers that stand in two households, unless each stands once. */
export function registerFindingSql(hasRepeats: boolean, areDistinct: boolean): string {
  const conflicts = comparedFields.map(
    (
      field,
    ) => `SELECT 'conflict' AS kind, p.household, p.person, '${field}' AS field, string_agg(DISTINCT m.${field}::VARCHAR, ' / ' ORDER BY m.${field}::VARCHAR) AS found, max(m.sheet_no) AS sheet_no, arg_max(m.row_no, m.r) AS row_no
      FROM register_repeat d JOIN register_member m USING (r) JOIN person p ON p.r = d.first_r GROUP BY p.household, p.person HAVING count(DISTINCT m.${field}) > 1`,
  )
  return `CREATE TABLE register_finding AS
SELECT 'number_in_two_households' AS kind, household, person, 'id_number' AS field, id_number AS found, sheet_no, row_no FROM person
WHERE ${areDistinct ? 'false' : 'id_number IN (SELECT id_number FROM person WHERE id_number IS NOT NULL GROUP BY id_number HAVING min(household) <> max(household))'}
${hasRepeats ? `UNION ALL ${conflicts.join(' UNION ALL ')}` : ''}`
}
