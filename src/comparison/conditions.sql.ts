/** A condition of a comparison file as SQL of three values: NULL where a cell it reads is empty or unreadable. */
import { text } from '../engine/index.ts'
import { type Column, codeNamed } from './columns.rules.ts'
import type { Covering, FieldTest, RowCondition } from './comparison.ts'

export interface BoundColumn extends Column {
  readonly sql: string
  /** SQL: could the cell not be read? The text `FALSE` where the table does not say. */
  readonly unreadable: string
  readonly absent: string
}

/** What the names in a condition stand for. */
export interface Scope {
  readonly asOf: string
  column(reference: string): BoundColumn
  /** The value in force of `$folder/name`; undefined where none is. */
  parameter(name: string): ParameterValue | undefined
}

export type ParameterValue = string | number | boolean | readonly string[]

/** All must hold; no conditions hold always. */
export function allSql(conditions: readonly RowCondition[] | undefined, scope: Scope): string {
  if (conditions === undefined || conditions.length === 0) return 'TRUE'
  return `(${conditions.map((condition) => conditionSql(condition, scope)).join(' AND ')})`
}

function conditionSql(condition: RowCondition, scope: Scope): string {
  if ('all' in condition) return allSql(condition.all, scope)
  if ('any' in condition) return `(${condition.any.map((branch) => conditionSql(branch, scope)).join(' OR ')})`
  if ('not' in condition) return `(NOT ${conditionSql(condition.not, scope)})`
  if ('running_from' in condition) return runningSql(condition, scope)
  return `(${testSql(condition, scope)})`
}

/** On its last day a period has ended; an empty end or a missing end column is a period still open. */
function runningSql({ running_from, until }: Covering, scope: Scope): string {
  const from = scope.column(running_from)
  const end = scope.column(until)
  const day = dayLiteral(scope.asOf)
  return `(${from.sql} <= ${day} AND CASE WHEN ${end.unreadable} THEN NULL ELSE coalesce(${end.sql} > ${day}, TRUE) END)`
}

function testSql(test: FieldTest, scope: Scope): string {
  const column = scope.column(test.field)
  const value = test.open_ended ? openEnded(column, scope.asOf) : column.sql
  if (test.is !== undefined) return typeof test.is === 'boolean' ? `${value} = ${test.is}` : `${value} = ${codeLiteral(column, test.is)}`
  if (test.in !== undefined) return `${value} IN (${test.in.map((word) => codeLiteral(column, word)).join(', ')})`
  if (test.includes !== undefined) return `list_contains(string_split(${value}, ','), ${codeLiteral(column, test.includes)})`
  if (test.starts_with !== undefined)
    return test.starts_with.map((start) => `starts_with(${labelSql(column, value)}, ${text(start)})`).join(' OR ')
  if (test.empty !== undefined) return emptySql(column, test.empty)
  if (test.positive) return `${value} > 0`
  return limitSql(column, value, test, scope) ?? daysSql(column, value, test, scope)
}

function openEnded(column: BoundColumn, asOf: string): string {
  return `CASE WHEN ${column.unreadable} THEN NULL ELSE least(coalesce(${column.sql}, ${dayLiteral(asOf)}), ${dayLiteral(asOf)}) END`
}

function emptySql(column: BoundColumn, isEmpty: boolean): string {
  return `CASE WHEN ${column.unreadable} OR ${column.absent} THEN NULL ELSE ${column.sql} IS ${isEmpty ? '' : 'NOT '}NULL END`
}

const limits = { below: '<', at_most: '<=', above: '>', at_least: '>=' } as const

function limitSql(column: BoundColumn, value: string, test: FieldTest, scope: Scope): string | undefined {
  for (const [name, operator] of Object.entries(limits)) {
    const parameter = test[name as keyof typeof limits]
    if (parameter === undefined) continue
    const number = column.kind === 'code' || column.kind === 'text' ? `try_cast(${value} AS DECIMAL(18,4))` : value
    return `${number} ${operator} ${parameterSql(scope.parameter(parameter.slice(1)))}`
  }
  return undefined
}

function parameterSql(value: ParameterValue | undefined): string {
  if (value === undefined || typeof value === 'object') return 'NULL'
  return typeof value === 'string' ? text(value) : String(value)
}

function daysSql(column: BoundColumn, value: string, test: FieldTest, scope: Scope): string {
  const year = column.kind === 'year' ? value : `year(${value})`
  if (test.after !== undefined) return `${value} > ${daySql(test.after, scope)}`
  if (test.in_later_month_than !== undefined) return `${value} > last_day(${daySql(test.in_later_month_than, scope)})`
  if (test.after_month_following !== undefined) {
    return `${value} > last_day((date_trunc('month', ${daySql(test.after_month_following, scope)}) + INTERVAL 1 MONTH)::DATE)`
  }
  if (test.in_month_of !== undefined) return `last_day(${value}) = last_day(${daySql(test.in_month_of, scope)})`
  if (test.in_later_year_than !== undefined) return `${year} > ${yearSql(test.in_later_year_than, scope)}`
  if (test.in_year_of !== undefined) return `${year} = ${yearSql(test.in_year_of, scope)}`
  throw new Error(`no operator for ${test.field}`)
}

function daySql(reference: string, scope: Scope): string {
  return reference === 'as_of' ? dayLiteral(scope.asOf) : scope.column(reference).sql
}

function yearSql(reference: string, scope: Scope): string {
  if (reference === 'as_of') return `year(${dayLiteral(scope.asOf)})`
  const column = scope.column(reference)
  return column.kind === 'year' ? column.sql : `year(${column.sql})`
}

export function dayLiteral(day: string): string {
  return `DATE ${text(day)}`
}

function codeLiteral(column: Column, word: string): string {
  return text(codeNamed(column, word) ?? word)
}

/** The words an official knows for a cell; the code itself where it has no other. */
export function labelSql(column: Column, value: string): string {
  if (column.kind === 'boolean') return `CASE ${value} WHEN TRUE THEN '是' WHEN FALSE THEN '否' END`
  if (column.kind === 'day') return `strftime(${value}, '%Y-%m-%d')`
  if (column.kind === 'money' || column.kind === 'number') return plainNumberSql(value)
  const renamed = Object.entries(column.codes?.codes ?? {}).filter(([code, { label }]) => code !== label)
  if (renamed.length === 0) return column.kind === 'codes' ? `replace(${value}, ',', '、')` : `${value}::VARCHAR`
  if (column.kind !== 'codes') return oneLabel(value, renamed)
  return `array_to_string(list_transform(string_split(${value}, ','), lambda part: ${oneLabel('part', renamed)}), '、')`
}

function oneLabel(value: string, renamed: [string, { label: string }][]): string {
  return `CASE ${value} ${renamed.map(([code, { label }]) => `WHEN ${text(code)} THEN ${text(label)}`).join(' ')} ELSE ${value} END`
}

/** Without the zeros a decimal column adds. */
function plainNumberSql(value: string): string {
  return `regexp_replace(regexp_replace(${value}::VARCHAR, '(\\.\\d*[1-9])0+$', '\\1'), '\\.0+$', '')`
}
