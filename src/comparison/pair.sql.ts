/** One comparison as SQL: which persons or households have rows on both sides, and what the rows say together. */
import { ident, text } from '../engine/index.ts'
import { columnsOf, type Definitions, isAboutHousehold } from './columns.rules.ts'
import type { Comparison, Side } from './comparison.ts'
import { allSql, type BoundColumn, dayLiteral, labelSql, type ParameterValue, type Scope } from './conditions.sql.ts'
import { asksForEmpty, fieldsIn, messageParts, type SideName, sideField, sqlFields, withoutComments } from './references.rules.ts'

/** What a comparison is read against. */
export interface Reading {
  readonly definitions: Definitions
  readonly asOf: string
  readonly parameter: (name: string) => ParameterValue | undefined
}

/** People who are dead on the day, by the files that say so; the parts are those handed in. */
export function deadSql(asOf: string, has: { deaths: boolean; accidents: boolean }): string {
  const until = `(event_day IS NULL OR event_day <= ${dayLiteral(asOf)})`
  const parts = [
    ...(has.deaths ? [`SELECT person FROM linked_deaths WHERE ${until}`] : []),
    ...(has.accidents ? [`SELECT person FROM linked_accidents WHERE harm::VARCHAR = '死亡' AND ${until}`] : []),
  ]
  const union = parts.length === 0 ? 'SELECT NULL::INTEGER AS person WHERE FALSE' : parts.join(' UNION ALL ')
  return `CREATE OR REPLACE TEMP TABLE comparison_dead AS SELECT DISTINCT person FROM (${union}) WHERE person IS NOT NULL`
}

/**
 * Fills the temporary table `comparison_pair(subject, verdict, message, sources)` with every meeting of rows that is not in order: verdict TRUE where they
 * differ, NULL where a cell leaves it open. Equal rows of one side are one, with all their sources.
 */
export function pairSql(comparison: Comparison, reading: Reading): string {
  const one = sideSql('one', comparison, reading, { onlyOpen: true })
  const met = comparison.differs === 'both_hold' ? bothHoldSql(comparison, reading) : otherMissingSql(comparison, reading)
  const unless = unlessSql(comparison, reading)
  return `CREATE OR REPLACE TEMP TABLE comparison_pair AS WITH one AS MATERIALIZED (${one}), ${met.tables}${unless.tables}, met AS (
  SELECT one.subject_ AS subject, ${met.verdict}${unless.verdict} AS verdict, ${messageSql(comparison, reading)} AS message, ${met.sources} AS sources
  FROM one ${met.join}${unless.join})
SELECT subject, verdict, CASE WHEN verdict THEN message END AS message, list_sort(sources) AS sources FROM met WHERE verdict IS NOT FALSE`
}

interface Met {
  tables: string
  join: string
  verdict: string
  sources: string
}

function bothHoldSql(comparison: Comparison, reading: Reading): Met {
  const other = sideSql('other', comparison, reading, { onlyOpen: true, amongOne: true })
  const isSameTable = comparison.one.from === comparison.other.from
  const together = allSql(comparison.together, scopeTogether(comparison, reading))
  const predicate =
    comparison.sql === undefined ? '' : ` AND (${withoutComments(comparison.sql).replaceAll('$as_of', dayLiteral(reading.asOf))})`
  return {
    tables: `other AS MATERIALIZED (${other})`,
    join: `JOIN other ON other.subject_ = one.subject_${isSameTable ? ' AND one.key_ < other.key_' : ''}`,
    verdict: `(one.ok_ AND other.ok_ AND ${together}${predicate})`,
    sources: 'list_concat(one.sources_, other.sources_)',
  }
}

function otherMissingSql(comparison: Comparison, reading: Reading): Met {
  const other = sideSql('other', comparison, reading, { amongOne: true })
  return {
    tables: `other AS (${foldSql(other)})`,
    join: 'LEFT JOIN other ON other.subject_ = one.subject_',
    verdict: `(one.ok_ AND NOT ${foundSql('other')})`,
    sources: `list_concat(one.sources_, coalesce(other.against_, []))`,
  }
}

function unlessSql(comparison: Comparison, reading: Reading): { tables: string; join: string; verdict: string } {
  if (comparison.unless === undefined) return { tables: '', join: '', verdict: '' }
  const rows = rowsSql(comparison.unless, comparison, reading, [], { onlyOpen: true, amongOne: true })
  return {
    tables: `, explained AS (${foldSql(rows)})`,
    join: ' LEFT JOIN explained ON explained.subject_ = one.subject_',
    verdict: ` AND NOT ${foundSql('explained')}`,
  }
}

/** One row a subject: is there a row that holds, one that may hold, and the rows that do not. */
function foldSql(rows: string): string {
  return `SELECT subject_, coalesce(bool_or(ok_), FALSE) AS holds_, bool_or(ok_ IS NULL) AS open_, flatten(list(sources_) FILTER (ok_ IS FALSE)) AS against_ FROM (${rows}) GROUP BY subject_`
}

function foundSql(table: string): string {
  return `(CASE WHEN ${table}.subject_ IS NULL THEN FALSE WHEN ${table}.holds_ THEN TRUE WHEN ${table}.open_ THEN NULL ELSE FALSE END)`
}

/** How many subjects the comparison could say something about. */
export function concernedSql(comparison: Comparison, reading: Reading): string {
  if (comparison.differs === 'other_missing') {
    return `SELECT count(DISTINCT subject_) AS concerned FROM (${sideSql('one', comparison, reading, { onlyOpen: true })})`
  }
  const one = `SELECT DISTINCT subject_ FROM (${bareRowsSql(comparison.one, comparison, reading)})`
  const other = bareRowsSql(comparison.other, comparison, reading)
  if (comparison.one.from !== comparison.other.from) {
    return `SELECT count(*) AS concerned FROM (${one}) WHERE subject_ IN (SELECT subject_ FROM (${other}))`
  }
  return `SELECT count(*) AS concerned FROM (SELECT subject_ FROM (${other}) GROUP BY subject_ HAVING count(*) > 1)`
}

interface Filter {
  /** Leave out rows that certainly do not hold. */
  onlyOpen?: true
  /** Only subjects that side one has. */
  amongOne?: true
}

function sideSql(name: SideName, comparison: Comparison, reading: Reading, filter: Filter): string {
  return rowsSql(comparison[name], comparison, reading, projected(name, comparison), filter)
}

/** Fields of one side that the message, the other conditions or the predicate read. */
function projected(name: SideName, comparison: Comparison): string[] {
  const references = [
    ...fieldsIn(comparison.together),
    ...sqlFields(comparison.sql),
    ...messageParts(comparison.message).flatMap((part) => ('reference' in part ? [part.reference] : [])),
  ]
  const fields = references.flatMap((reference) => {
    const found = sideField(reference)
    return found?.side === name ? [found.field] : []
  })
  return [...new Set(fields)].sort()
}

function rowsSql(side: Side, comparison: Comparison, reading: Reading, fields: readonly string[], filter: Filter): string {
  const column = (field: string) => boundColumn(side, reading, field)
  const ok = allSql(side.where, { asOf: reading.asOf, parameter: reading.parameter, column })
  const values = fields.flatMap((field) => {
    const { sql, unreadable } = column(field)
    return [`${sql} AS ${ident(field)}`, `${unreadable} AS ${ident(`${field}__unreadable`)}`]
  })
  const key = side.from === 'person' || side.from === 'household' ? `min(s.${side.from})` : 'min(s.r)'
  const subject = `s.${comparison.about}`
  const where = [
    `${subject} IS NOT NULL`,
    ...(filter.onlyOpen ? [`${ok} IS NOT FALSE`] : []),
    ...(filter.amongOne ? [`${subject} IN (SELECT subject_ FROM one)`] : []),
  ]
  return `SELECT ${[`${subject} AS subject_`, `${ok} AS ok_`, ...values].join(', ')}, list({'sheet_no': s.sheet_no, 'row_no': s.row_no}) AS sources_, ${key} AS key_
  FROM ${fromSql(side, comparison, reading)} WHERE ${where.join(' AND ')} GROUP BY ALL`
}

function bareRowsSql(side: Side, comparison: Comparison, reading: Reading): string {
  return `SELECT s.${comparison.about} AS subject_ FROM ${fromSql(side, comparison, reading)} WHERE s.${comparison.about} IS NOT NULL`
}

/** The rows that count at all: not after the day, the newest where only those count, of the living where only they count. */
function fromSql(side: Side, comparison: Comparison, reading: Reading): string {
  const isRegister = side.from === 'person' || side.from === 'household'
  const hasEventDay = !isRegister && reading.definitions.datasets.get(side.from)?.event_day !== undefined
  const conditions = [
    ...(hasEventDay ? [`(t.event_day IS NULL OR t.event_day <= ${dayLiteral(reading.asOf)})`] : []),
    ...(countsTheLiving(side, comparison, reading) ? ['NOT EXISTS (SELECT 1 FROM comparison_dead d WHERE d.person = t.person)'] : []),
  ]
  const latest =
    side.keep === 'latest' ? `QUALIFY rank() OVER (PARTITION BY t.${comparison.about} ORDER BY t.event_day DESC NULLS LAST) = 1` : ''
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
  const rows = `(SELECT t.* FROM ${ident(isRegister ? side.from : `linked_${side.from}`)} t ${where} ${latest}) s`
  return needsRegisterRow(side) ? `${rows} LEFT JOIN rows_household_register g ON g.sheet_no = s.sheet_no AND g.row_no = s.row_no` : rows
}

function countsTheLiving(side: Side, comparison: Comparison, reading: Reading): boolean {
  return comparison.people !== 'everyone' && side.from !== 'household' && !isAboutHousehold(reading.definitions, side.from)
}

function needsRegisterRow(side: Side): boolean {
  return side.from === 'person' && asksForEmpty(side.where)
}

function boundColumn(side: Side, reading: Reading, field: string): BoundColumn {
  const column = columnsOf(reading.definitions, side.from)?.get(field)
  if (column === undefined) throw new Error(`no field ${side.from}.${field}`)
  const isCode = column.kind === 'code' || column.kind === 'codes' || column.kind === 'yes_no'
  const flags = flagsOf(side, column.hasFlags)
  const flag = (name: string) => (flags === undefined ? 'FALSE' : `${flags}.${ident(`${field}_${name}`)}`)
  return { ...column, sql: `s.${ident(field)}${isCode ? '::VARCHAR' : ''}`, unreadable: flag('unreadable'), absent: flag('absent') }
}

/** Between the sides: names are `one.field` and `other.field`. */
function scopeTogether(comparison: Comparison, reading: Reading): Scope {
  const column = (reference: string): BoundColumn => {
    const { side, field } = sideField(reference) ?? { side: 'one' as const, field: reference }
    const bound = boundColumn(comparison[side], reading, field)
    return { ...bound, sql: `${side}.${ident(field)}`, unreadable: `${side}.${ident(`${field}__unreadable`)}`, absent: 'FALSE' }
  }
  return { asOf: reading.asOf, parameter: reading.parameter, column }
}

/** Where the flags of a side stand: beside the cell, or in the register's own row when it was joined. */
function flagsOf(side: Side, hasFlags: boolean): string | undefined {
  if (!hasFlags || side.from === 'household') return undefined
  if (side.from !== 'person') return 's'
  return needsRegisterRow(side) ? 'g' : undefined
}

function messageSql(comparison: Comparison, reading: Reading): string {
  const scope = scopeTogether(comparison, reading)
  const parts = messageParts(comparison.message).map((part) => {
    if ('words' in part) return text(part.words)
    if (part.reference === 'as_of') return text(reading.asOf)
    if (part.reference.startsWith('$')) return text(String(reading.parameter(part.reference.slice(1)) ?? '未录入'))
    const column = scope.column(part.reference)
    return `coalesce(${labelSql(column, column.sql)}, '未填')`
  })
  return parts.join(' || ')
}
