/** Two months side by side: who is who, what the register says otherwise, and which department rows came, went or changed. */
import { ident, text } from '../engine/index.ts'
import { type Column, registerName } from './columns.rules.ts'
import { dayLiteral, labelSql } from './conditions.sql.ts'

/** The two schemas; a name may carry its database (`last.main`). */
export interface Months {
  readonly current: string
  readonly previous: string
}

export type Month = keyof Months

/** A table of one of the months. */
export function tableOf(months: Months, month: Month, table: string): string {
  return [...months[month].split('.'), table].map(ident).join('.')
}

export const changeTableSql = `CREATE OR REPLACE TABLE change(kind VARCHAR, dataset VARCHAR, household_number VARCHAR, village_code VARCHAR, person_id_number VARCHAR,
  name VARCHAR, field VARCHAR, before VARCHAR, after VARCHAR, sources VARCHAR)`

/** Rows of a month that has them: the current person or household, or a negative number for one that is gone. */
export function matchHouseholdsSql(months: Months): string {
  return `CREATE OR REPLACE TEMP TABLE month_household AS
SELECT c.household AS current, p.household AS previous, coalesce(c.household, -1 - p.household) AS subject
FROM ${tableOf(months, 'current', 'household')} c FULL JOIN ${tableOf(months, 'previous', 'household')} p ON c.household_number = p.household_number`
}

/** By number within the household; who is left over by name and birthday, so that a corrected number is a change and not another person. */
export function matchPersonsSql(months: Months): string {
  const members = (month: Month) => `SELECT m.person, h.subject AS household, m.id_number, m.name, m.born_on
    FROM ${tableOf(months, month, 'person')} m JOIN month_household h ON h.${month} = m.household`
  const numbered = (table: string, key: string, where: string) =>
    `(SELECT *, row_number() OVER (PARTITION BY household, ${key} ORDER BY person) AS copy FROM ${table} WHERE ${where})`
  const byNumber = (table: string) => numbered(table, 'id_number', 'id_number IS NOT NULL')
  const leftOver = (table: string, month: Month) => numbered(table, 'name, born_on', `person NOT IN (SELECT ${month} FROM numbers)`)
  return `CREATE OR REPLACE TEMP TABLE month_person AS WITH c AS MATERIALIZED (${members('current')}), p AS MATERIALIZED (${members('previous')}),
numbers AS MATERIALIZED (SELECT a.person AS current, b.person AS previous FROM ${byNumber('c')} a JOIN ${byNumber('p')} b USING (household, id_number, copy)),
names AS (SELECT a.person AS current, b.person AS previous FROM ${leftOver('c', 'current')} a
  JOIN ${leftOver('p', 'previous')} b ON a.household = b.household AND a.name = b.name AND a.born_on IS NOT DISTINCT FROM b.born_on AND a.copy = b.copy),
matched AS MATERIALIZED (FROM numbers UNION ALL FROM names)
SELECT current, previous, current AS subject FROM matched
UNION ALL SELECT person, NULL, person FROM c WHERE person NOT IN (SELECT current FROM matched)
UNION ALL SELECT NULL, person, -1 - person FROM p WHERE person NOT IN (SELECT previous FROM matched)`
}

/** The cell as it is compared: the order of several codes says nothing. */
function comparedSql(column: Column, alias: string): string {
  const cell = `${alias}.${ident(column.field)}`
  if (column.kind === 'codes') return `list_sort(string_split(${cell}, ','))`
  return column.kind === 'code' || column.kind === 'yes_no' ? `${cell}::VARCHAR` : cell
}

function shownSql(column: Column, alias: string): string {
  const cell = `${alias}.${ident(column.field)}`
  const value = column.kind === 'code' || column.kind === 'yes_no' ? `${cell}::VARCHAR` : cell
  return `coalesce(${labelSql(column, value)}, '')`
}

function sourceSql(month: Month, sheet: string, row: string): string {
  return `{'month': ${text(month)}, 'file': ${sheet}.file, 'sheet': coalesce(${sheet}.sheet_name, ''), 'row': ${row}}`
}

/** Persons or households of the register that came or went. */
export function registerArrivalsSql(months: Months, about: 'person' | 'household', month: Month): string {
  const other: Month = month === 'current' ? 'previous' : 'current'
  const what =
    about === 'person'
      ? { id: `coalesce(m.id_number, m.id_raw, '')`, name: 'm.name', field: '成员', value: `coalesce(m.relation_to_head::VARCHAR, '')` }
      : { id: `''`, name: 'h.head_name', field: '户', value: 'h.household_number' }
  const member = about === 'person' ? `JOIN ${tableOf(months, month, 'person')} m ON m.person = x.${month}` : ''
  const household = about === 'person' ? 'm.household' : `x.${month}`
  const row = about === 'person' ? 'm' : 'h'
  const [before, after] = month === 'current' ? [`''`, what.value] : [what.value, `''`]
  return `INSERT INTO change SELECT ${text(month === 'current' ? 'new' : 'gone')}, 'household_register', h.household_number, h.village_code, ${what.id}, coalesce(${what.name}, ''),
  ${text(what.field)}, ${before}, ${after}, to_json([${sourceSql(month, 's', `${row}.row_no`)}])::VARCHAR
FROM month_${about} x ${member} JOIN ${tableOf(months, month, 'household')} h ON h.household = ${household}
LEFT JOIN ${tableOf(months, month, 'sheet')} s ON s.sheet_no = ${row}.sheet_no WHERE x.${other} IS NULL`
}

/** Pairs of register rows in which at least one field reads otherwise. */
export function registerDiffersSql(months: Months, about: 'person' | 'household', columns: readonly Column[]): string {
  const differs = columns.map((column) => `${comparedSql(column, 'c')} IS DISTINCT FROM ${comparedSql(column, 'p')}`).join(' OR ')
  return `CREATE OR REPLACE TEMP TABLE month_differs AS SELECT x.current, x.previous FROM month_${about} x
JOIN ${tableOf(months, 'current', about)} c ON c.${about} = x.current JOIN ${tableOf(months, 'previous', about)} p ON p.${about} = x.previous WHERE ${differs}`
}

/** One change for each field; a cell that cannot be read or has no column in one of the months is no change. */
export function registerChangesSql(months: Months, about: 'person' | 'household', columns: readonly Column[]): string {
  const isPerson = about === 'person'
  const rows = (month: Month, alias: string) => `JOIN ${tableOf(months, month, about)} ${alias} ON ${alias}.${about} = x.${month}
LEFT JOIN ${tableOf(months, month, 'sheet')} s${alias} ON s${alias}.sheet_no = ${alias}.sheet_no
LEFT JOIN ${tableOf(months, month, 'rows_household_register')} g${alias} ON g${alias}.sheet_no = ${alias}.sheet_no AND g${alias}.row_no = ${alias}.row_no`
  const household = isPerson ? `JOIN ${tableOf(months, 'current', 'household')} h ON h.household = c.household` : ''
  const who = isPerson
    ? `h.household_number, h.village_code, coalesce(c.id_number, c.id_raw, '') AS id_number, coalesce(c.name, '') AS name`
    : `c.household_number, c.village_code, '' AS id_number, coalesce(c.head_name, '') AS name`
  const fields = columns.map((column) => {
    const flag = registerName(column.field)
    const known = ['gc', 'gp'].flatMap((alias) => [`${alias}.${ident(`${flag}_unreadable`)}`, `${alias}.${ident(`${flag}_absent`)}`])
    return fieldStruct(column, column.hasFlags ? known : [])
  })
  return `INSERT INTO change SELECT 'changed', 'household_register', household_number, village_code, id_number, name, f.field, f.before, f.after, sources FROM (
  SELECT ${who}, to_json([${sourceSql('previous', 'sp', 'p.row_no')}, ${sourceSql('current', 'sc', 'c.row_no')}])::VARCHAR AS sources,
    unnest(list_filter([${fields.join(', ')}], lambda one: one.differs)) AS f
  FROM month_differs x ${rows('current', 'c')} ${rows('previous', 'p')} ${household})`
}

function fieldStruct(column: Column, unknown: readonly string[]): string {
  const isKnown = unknown.length === 0 ? '' : ` AND NOT coalesce(${unknown.join(' OR ')}, FALSE)`
  return `{'field': ${text(column.label)}, 'before': ${shownSql(column, 'p')}, 'after': ${shownSql(column, 'c')},
    'differs': ${comparedSql(column, 'c')} IS DISTINCT FROM ${comparedSql(column, 'p')}${isKnown}}`
}

/** What is known about a dataset in both months. */
export interface DatasetMonths {
  readonly dataset: string
  readonly about: 'person' | 'household'
  readonly hasEventDay: boolean
  readonly asOf: string
  /** Columns that both months have. */
  readonly columns: readonly Column[]
  readonly key: readonly Column[]
}

/** Fields whose column no sheet of the month has. */
export function absentSql(months: Months, month: Month, dataset: string, columns: readonly Column[]): string {
  const absent = columns.map(({ field }) => `coalesce(bool_and(${ident(`${field}_absent`)}), FALSE) AS ${ident(field)}`)
  return `SELECT ${absent.join(', ')} FROM ${tableOf(months, month, `linked_${dataset}`)}`
}

function rowsOfMonthSql(months: Months, month: Month, of: DatasetMonths): string {
  const whole = `hash(${of.columns.map((column) => comparedSql(column, 't')).join(', ') || '0'})`
  const before = of.hasEventDay ? `AND (t.event_day IS NULL OR t.event_day <= ${dayLiteral(of.asOf)})` : ''
  return `SELECT t.r, x.subject, ${whole} AS whole FROM ${tableOf(months, month, `linked_${of.dataset}`)} t
  JOIN month_${of.about} x ON x.${month} = t.${of.about} WHERE TRUE ${before}`
}

/**
 * Rows that the other month does not have word for word, equal rows as one, numbered within their key: the n-th of this month is the n-th of last month.
 * Only they are ever looked at cell by cell.
 */
export function leftOverSql(months: Months, month: Month, of: DatasetMonths): string {
  const other: Month = month === 'current' ? 'previous' : 'current'
  const values = of.columns.flatMap(({ field }) => [
    `t.${ident(field)}`,
    `t.${ident(`${field}_unreadable`)}`,
    `t.${ident(`${field}_absent`)}`,
  ])
  const key = `hash(${['0', ...of.key.map((column) => comparedSql(column, 't'))].join(', ')})`
  const order = of.columns.map(({ field }) => ident(field)).join(', ')
  return `CREATE OR REPLACE TEMP TABLE month_left_${month} AS WITH alone AS (
  SELECT a.r, a.subject FROM (${rowsOfMonthSql(months, month, of)}) a ANTI JOIN (${rowsOfMonthSql(months, other, of)}) b USING (subject, whole)),
united AS (
  SELECT alone.subject, ${key} AS key_, ${values.join(', ')}${values.length > 0 ? ', ' : ''}
    list(${sourceSql(month, 's', 't.row_no')} ORDER BY s.file, s.sheet_name, t.row_no) AS sources
  FROM alone JOIN ${tableOf(months, month, `linked_${of.dataset}`)} t USING (r) LEFT JOIN ${tableOf(months, month, 'sheet')} s ON s.sheet_no = t.sheet_no GROUP BY ALL)
SELECT *, row_number() OVER (PARTITION BY subject, key_ ORDER BY ${order === '' ? '' : `${order}, `}sources) AS copy FROM united`
}

/** The left-over rows of both months, matched by key: new, gone, or changed in named fields. */
export function rowChangesSql(months: Months, of: DatasetMonths): string {
  const changing = of.columns.filter((column) => !of.key.includes(column))
  const fields = changing.map((column) => fieldStruct(column, flagsOf(column)))
  const summary = (alias: string) => `concat_ws(';', ${of.columns.map((column) => summarySql(column, alias)).join(', ') || `''`})`
  const matched = `month_left_current c FULL JOIN month_left_previous p ON c.subject = p.subject AND c.key_ = p.key_ AND c.copy = p.copy`
  const arrived = (kind: string, alias: string, other: string, cells: string) =>
    `SELECT ${text(kind)} AS kind, ${alias}.subject, '记录' AS field, ${cells}, to_json(${alias}.sources)::VARCHAR AS sources FROM ${matched} WHERE ${other}.subject IS NULL`
  const changed = `SELECT 'changed' AS kind, subject, f.field, f.before, f.after, sources FROM (
    SELECT c.subject, to_json(list_concat(p.sources, c.sources))::VARCHAR AS sources, unnest(list_filter([${fields.join(', ')}], lambda one: one.differs)) AS f
    FROM month_left_current c JOIN month_left_previous p ON c.subject = p.subject AND c.key_ = p.key_ AND c.copy = p.copy)`
  const found = [
    arrived('new', 'c', 'p', `'' AS before, ${summary('c')} AS after`),
    arrived('gone', 'p', 'c', `${summary('p')} AS before, '' AS after`),
    ...(fields.length === 0 ? [] : [changed]),
  ]
  return `INSERT INTO change WITH found AS (${found.join('\nUNION ALL ')})
SELECT f.kind, ${text(of.dataset)}, ${whoSql(of.about)}, f.field, f.before, f.after, f.sources FROM found f ${whoJoinSql(months, of.about)}`
}

function flagsOf({ field }: Column): string[] {
  return ['c', 'p'].flatMap((alias) => [`${alias}.${ident(`${field}_unreadable`)}`, `${alias}.${ident(`${field}_absent`)}`])
}

function summarySql(column: Column, alias: string): string {
  return `CASE WHEN ${alias}.${ident(column.field)} IS NOT NULL THEN ${text(`${column.label} `)} || ${shownSql(column, alias)} END`
}

function whoSql(about: 'person' | 'household'): string {
  const household = `coalesce(hc.household_number, hp.household_number), coalesce(hc.village_code, hp.village_code)`
  if (about === 'household') return `${household}, '', coalesce(hc.head_name, hp.head_name, '')`
  return `${household}, coalesce(mc.id_number, mc.id_raw, mp.id_number, mp.id_raw, ''), coalesce(mc.name, mp.name, '')`
}

function whoJoinSql(months: Months, about: 'person' | 'household'): string {
  const household = (month: Month, of: string) => `LEFT JOIN ${tableOf(months, month, 'household')} ${of}`
  if (about === 'household') {
    return `${household('current', 'hc')} ON hc.household = f.subject ${household('previous', 'hp')} ON hp.household = -1 - f.subject`
  }
  return `LEFT JOIN ${tableOf(months, 'current', 'person')} mc ON mc.person = f.subject ${household('current', 'hc')} ON hc.household = mc.household
LEFT JOIN ${tableOf(months, 'previous', 'person')} mp ON mp.person = -1 - f.subject ${household('previous', 'hp')} ON hp.household = mp.household`
}

/** The order in which an officer reads them, the same at every run. */
export const orderChangesSql = `CREATE OR REPLACE TABLE change AS SELECT * FROM change
ORDER BY dataset <> 'household_register', dataset, village_code, household_number, person_id_number, name, kind, field, before, after, sources`

/** Everything that was only needed to compare. */
export const dropMonthsSql = ['person', 'household', 'differs', 'left_current', 'left_previous']
  .map((name) => `DROP TABLE IF EXISTS month_${name}`)
  .join('; ')

export const changeCountsSql = 'SELECT dataset, kind, count(*) AS changes FROM change GROUP BY dataset, kind ORDER BY dataset, kind'

/** Sheets of a month with what is left of their names when numbers and spaces are taken away. */
export function sheetNamesSql(months: Months, month: Month): string {
  const bare = `regexp_replace(lower(coalesce(file, '') || '/' || coalesce(sheet_name, '')), '[0-9０-９一二三四五六七八九十〇年月日号\\s\\-_.()()]+', '', 'g')`
  return `SELECT dataset, file, coalesce(sheet_name, '') AS sheet, rows_in AS rows, ${bare} AS name FROM ${tableOf(months, month, 'sheet')}
WHERE dataset IS NOT NULL ORDER BY dataset, file, sheet`
}
