/** Turns a rule's condition into SQL whose NULL is “unknown”. */
import { ident, list, text } from '../../engine/index.ts'
import { fieldAt } from './catalogue.rules.ts'
import type { Comparison, Level, QualityCondition, QualityField, QualityFields } from './pack.ts'

export type ParameterValue = string | number | boolean | null

export interface ConditionContext {
  fields: QualityFields
  level: Level
  /** Whether columns that nobody hands in yet are there: in the examples only. */
  hasAwaited: boolean
  /** The value of a parameter in force, null when there is none. */
  resolve(parameter: string): ParameterValue
}

/** A boolean expression over the columns of `quality_person`, `quality_household` or `quality_village`. */
export function conditionSql(condition: QualityCondition, context: ConditionContext): string {
  if ('all' in condition) return `(${condition.all.map((part) => conditionSql(part, context)).join(' AND ')})`
  if ('any' in condition) return `(${condition.any.map((part) => conditionSql(part, context)).join(' OR ')})`
  if ('not' in condition) return `(NOT ${conditionSql(condition.not, context)})`
  return comparisonSql(condition, context)
}

function comparisonSql(comparison: Comparison, context: ConditionContext): string {
  const field = fieldAt(context.fields, context.level, comparison.field)
  if (field === undefined) throw new Error(`quality: ${context.level} has no field ${comparison.field}`)
  if (field.awaited === true && !context.hasAwaited) return '(CAST(NULL AS BOOLEAN))'
  const column = ident(comparison.field)
  const parts = [
    ...bounds(comparison, context).map(([operator, value]) => `${column} ${operator} ${literal(value, field)}`),
    ...(comparison.is === undefined ? [] : [stateSql(comparison.field, comparison.is, field)]),
    ...(comparison.in === undefined ? [] : [`${orBlank(comparison.field, field)} IN ${list(comparison.in)}`]),
    ...(comparison.has === undefined ? [] : [`list_has_any(${splitSql(comparison.field, field)}, ${array(comparison.has)})`]),
    ...(comparison.only === undefined ? [] : [onlySql(comparison.field, field, comparison.only)]),
  ]
  return `(${parts.join(' AND ')})`
}

function bounds(comparison: Comparison, context: ConditionContext): [string, ParameterValue][] {
  const { below, at_most: atMost, above, at_least: atLeast } = comparison
  const pairs: [string, string | undefined][] = [
    ['<', below],
    ['<=', atMost],
    ['>', above],
    ['>=', atLeast],
  ]
  return pairs.flatMap(([operator, ref]) =>
    ref === undefined ? [] : [[operator, context.resolve(ref.slice(1))] as [string, ParameterValue]],
  )
}

function literal(value: ParameterValue, field: QualityField): string {
  if (value === null) return 'NULL'
  if (field.kind === 'day') return `DATE ${text(String(value))}`
  return typeof value === 'number' ? String(value) : text(String(value))
}

/** Empty, filled, unreadable, zero, true, false or a code. */
function stateSql(name: string, is: string | boolean, field: QualityField): string {
  const column = ident(name)
  if (typeof is === 'boolean') return is ? column : `NOT ${column}`
  if (is === 'zero') return `${column} = 0`
  if (is === 'empty')
    return `CASE WHEN ${column} IS NOT NULL THEN FALSE WHEN ${absent(name)} THEN NULL ELSE NOT ${unreadable(name, field)} END`
  if (is === 'filled') return `CASE WHEN ${column} IS NOT NULL THEN TRUE WHEN ${absent(name)} THEN NULL ELSE ${unreadable(name, field)} END`
  if (is === 'unreadable') return `CASE WHEN ${absent(name)} THEN NULL ELSE ${unreadable(name, field)} END`
  return `${orBlank(name, field)} = ${text(is)}`
}

/** Where an empty cell says “none”, it is a value that equals no code. */
function orBlank(name: string, field: QualityField): string {
  if (field.blank_means !== 'none') return ident(name)
  return `coalesce(${ident(name)}, CASE WHEN ${absent(name)} OR ${unreadable(name, field)} THEN NULL ELSE '' END)`
}

function splitSql(name: string, field: QualityField): string {
  return `string_split(${orBlank(name, field)}, ',')`
}

function onlySql(name: string, field: QualityField, values: readonly string[]): string {
  return `(${orBlank(name, field)} <> '' AND list_has_all(${array(values)}, ${splitSql(name, field)}))`
}

function array(values: readonly string[]): string {
  return `[${values.map(text).join(', ')}]`
}

function absent(name: string): string {
  return ident(`${name}_absent`)
}

function unreadable(name: string, field: QualityField): string {
  return field.awaited === true ? 'FALSE' : ident(`${name}_unreadable`)
}
