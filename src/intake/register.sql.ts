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

/** Rows of the register that count: named, in a household, inside the region. */
export function registerRowsSql(region: string): string {
  return `
CREATE TABLE register_member AS
SELECT r, sheet_no, row_no, trim(household_number) AS household_number, person_number, name, id_number AS id_raw, ${cleanIdSql('id_number')} AS id_number, sex, born_on,
  ethnicity, relation_to_head, education, schooling, schooling_unreadable, health_status, labour_ability, labour_ability_unreadable, dibao, tekun, dibao_unreadable, tekun_unreadable, phone, other_phone, county, township, village, village_code,
  household_kind, is_rejected OR household_number IS NULL AS is_rejected,
  CASE WHEN village_code IS NOT NULL THEN NOT starts_with(village_code, ${text(region)}) END AS is_outside
FROM rows_household_register`
}

/** A row without a village code is outside when its county is not the one of the rows that have one inside. */
export const outsideByCountySql = `
UPDATE register_member SET is_outside = coalesce(is_outside, county IS NOT NULL AND county <> (SELECT county FROM register_member WHERE is_outside = false AND county IS NOT NULL GROUP BY county ORDER BY count(*) DESC, county LIMIT 1), false)
WHERE is_outside IS NULL`

/** Members who stand twice: the same household number and number (or, without one, name and birthday). */
export const repeatedMembersSql = `
CREATE TABLE register_repeat AS
WITH usable AS (SELECT r, household_number, coalesce(nullif(id_number, ''), name || '|' || coalesce(born_on::VARCHAR, '')) AS member FROM register_member WHERE NOT is_rejected AND NOT is_outside),
twice AS (SELECT hash(household_number, member) AS h FROM usable GROUP BY 1 HAVING count(*) > 1)
SELECT r, min(r) OVER (PARTITION BY household_number, member) AS first_r FROM usable WHERE hash(household_number, member) IN (SELECT h FROM twice)`

const memberColumns = [
  'person_number', 'name', 'id_raw', 'id_number', 'sex', 'born_on', 'ethnicity', 'relation_to_head', 'education', 'schooling', 'health_status', 'labour_ability', 'dibao', 'tekun',
  'phone', 'other_phone', 'township', 'village', 'village_code',
]
const memberStates = ['schooling_unreadable', 'labour_ability_unreadable', 'dibao_unreadable', 'tekun_unreadable']

/** `person` and `register_row`, without and with repeated rows. */
export function personSql(hasRepeats: boolean): string {
  const living = `SELECT * FROM register_member WHERE NOT is_rejected AND NOT is_outside`
  const source = hasRepeats
    ? `SELECT coalesce(p.first_r, m.r) AS r, ${['household_number', ...memberColumns].map((name) => `first(m.${name} ORDER BY m.r) FILTER (m.${name} IS NOT NULL) AS ${name}`).join(', ')},
        ${memberStates.map((name) => `bool_and(m.${name}) AS ${name}`).join(', ')}, arg_min(m.sheet_no, m.r) AS sheet_no, arg_min(m.row_no, m.r) AS row_no
       FROM (${living}) m LEFT JOIN register_repeat p ON p.r = m.r GROUP BY ALL`
    : living
  return `
CREATE TABLE register_household AS
SELECT (row_number() OVER (ORDER BY first_r) - 1)::INTEGER AS household, household_number, first_r
FROM (SELECT household_number, min(r) AS first_r FROM register_member WHERE NOT is_rejected AND NOT is_outside GROUP BY household_number);
CREATE TABLE person_base AS
SELECT (row_number() OVER (ORDER BY r) - 1)::INTEGER AS person, h.household, ${[...memberColumns, ...memberStates].map((name) => `m.${name}`).join(', ')}, m.sheet_no, m.row_no, m.r
FROM (${hasRepeats ? `SELECT * REPLACE (r AS r) FROM (${source})` : source}) m JOIN register_household h USING (household_number) ORDER BY r;
CREATE TABLE register_row AS
SELECT p.person, m.sheet_no, m.row_no FROM register_member m ${hasRepeats ? 'LEFT JOIN register_repeat d ON d.r = m.r JOIN person_base p ON p.r = coalesce(d.first_r, m.r)' : 'JOIN person_base p ON p.r = m.r'} WHERE NOT m.is_rejected AND NOT m.is_outside;`
}

const filled = (name: string) => `nullif(${name}, '')`

/** `person` as the other rooms see it: numbers cleaned and upgraded, birthday from a good number where the column is empty. */
export const personViewSql = `
CREATE TABLE head AS
SELECT household, coalesce(min(CASE WHEN relation_to_head = '户主' THEN person END), min(person)) AS head_person, count(*)::INTEGER AS member_rows, count(*) FILTER (relation_to_head = '户主')::INTEGER AS heads FROM person_base GROUP BY household;
CREATE TABLE person AS
SELECT p.* EXCLUDE (id_number, born_on, r), ${filled('coalesce(u.upgraded, p.id_number)')} AS id_number,
  coalesce(p.born_on, CASE WHEN length(coalesce(u.upgraded, p.id_number)) >= 18 THEN xj_bounded(xj_day_text(substr(coalesce(u.upgraded, p.id_number), 7, 4), substr(coalesce(u.upgraded, p.id_number), 11, 2), substr(coalesce(u.upgraded, p.id_number), 13, 2))) END) AS born_on,
  p.person = h.head_person AS is_head, p.r
FROM person_base p LEFT JOIN head h ON h.head_person = p.person LEFT JOIN id_upgrade u ON u.id_number = p.id_number ORDER BY p.person;
DROP TABLE person_base;`

const householdAmounts = ['wage_income', 'business_income', 'property_income', 'transfer_income', 'business_expense', 'net_income_per_head']
const householdColumns = ['household_kind', 'monitored_kind', 'identified_on', 'is_cleared', 'cleared_on', 'household_size', ...householdAmounts]

/** The register's rows for household fields; with repeated rows the first filled value of each field wins. */
function householdSource(hasRepeats: boolean): string {
  if (!hasRepeats) return 'rows_household_register'
  const columns = ['county', 'township', 'village', 'village_code', 'group_name', 'name', ...householdColumns, ...[1, 2, 3, 4, 5].map((n) => `risk_factor_${n}`)]
  const firsts = columns.map((name) => `first(m.${name} ORDER BY m.r) FILTER (m.${name} IS NOT NULL) AS ${name}`)
  const states = householdColumns.map((name) => `bool_and(m.${name}_unreadable) AS ${name}_unreadable`)
  return `(SELECT coalesce(d.first_r, m.r) AS r, ${[...firsts, ...states].join(', ')}, arg_min(m.sheet_no, m.r) AS sheet_no, arg_min(m.row_no, m.r) AS row_no
    FROM rows_household_register m LEFT JOIN register_repeat d USING (r) WHERE coalesce(d.first_r, m.r) IN (SELECT p.r FROM person p JOIN head h ON h.head_person = p.person) GROUP BY 1)`
}

/** `household`: its fields from the head's row, else the first. */
export function householdSql(asOf: string, hasRepeats: boolean): string {
  const risks = [1, 2, 3, 4, 5].map((n) => `risk_factor_${n}::VARCHAR`).join(', ')
  const month = (day: string) => `date_trunc('month', ${day})`
  const today = month(`DATE ${text(asOf)}`)
  return `
CREATE TABLE household AS
SELECT h.household, rh.household_number, r.county, r.township, r.village, r.village_code, r.group_name, r.name AS head_name, h.head_person, ${householdColumns.map((name) => (name === 'is_cleared' ? `(r.is_cleared = '是') AS is_cleared` : `r.${name}`)).join(', ')},
  ${householdColumns.map((name) => `r.${name}_unreadable`).join(', ')}, nullif(concat_ws(',', ${risks}), '') AS risk_factors,
  CASE WHEN r.household_size IS NOT NULL THEN r.household_size WHEN r.household_size_unreadable THEN NULL ELSE h.member_rows END AS size, h.member_rows, h.heads,
  CASE WHEN r.monitored_kind IS NULL THEN CASE WHEN r.monitored_kind_unreadable THEN NULL ELSE false END
    WHEN r.identified_on IS NOT NULL AND ${month('r.identified_on')} > ${today} THEN false
    WHEN r.is_cleared = '是' THEN coalesce(${month('r.cleared_on')} > ${today}, false)
    WHEN r.is_cleared_unreadable THEN NULL ELSE true END AS is_monitored,
  r.sheet_no, r.row_no
FROM head h JOIN register_household rh USING (household) JOIN person p ON p.person = h.head_person JOIN ${householdSource(hasRepeats)} r ON r.r = p.r ORDER BY h.household;`
}

const comparedFields = [
  'name', 'sex', 'born_on', 'relation_to_head', 'household_kind', 'education', 'schooling', 'labour_ability', 'dibao', 'tekun', 'phone', 'village_code',
]

/** Rows of one person that disagree, and numbers that stand in two households. */
export function registerFindingSql(hasRepeats: boolean): string {
  const conflicts = comparedFields.map(
    (field) => `SELECT 'conflict' AS kind, p.household, p.person, '${field}' AS field, string_agg(DISTINCT m.${field}::VARCHAR, ' / ' ORDER BY m.${field}::VARCHAR) AS found, max(m.sheet_no) AS sheet_no, arg_max(m.row_no, m.r) AS row_no
      FROM register_repeat d JOIN register_member m USING (r) JOIN person p ON p.r = d.first_r GROUP BY p.household, p.person HAVING count(DISTINCT m.${field}) > 1`,
  )
  return `CREATE TABLE register_finding AS
SELECT 'number_in_two_households' AS kind, household, person, 'id_number' AS field, id_number AS found, sheet_no, row_no FROM person
WHERE id_number IN (SELECT id_number FROM person WHERE id_number IS NOT NULL GROUP BY id_number HAVING count(DISTINCT household) > 1)
${hasRepeats ? `UNION ALL ${conflicts.join(' UNION ALL ')}` : ''}`
}
