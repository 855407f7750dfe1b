/** Conditions of rules: their leaves, and their form in SQL, where NULL is our unknown. */
import { ident, list, text } from '../engine/index.ts'
import type { Condition } from '../policy/index.ts'

/** A leaf: one fact against a parameter, a code, or its presence. */
export type Comparison = Extract<Condition, { fact: string }>

/** The value of `$a/parameter` here and today; null where none is in force. */
export type ParameterValue = (reference: string) => number | string | boolean | null

/** What a condition needs to know of the run. */
export interface ConditionContext {
  valueOf: ParameterValue
  kindOf: (fact: string) => 'money' | 'number' | 'boolean' | 'code'
  /** A fact no file has a column for takes no part in an *or*. */
  isAvailable: (fact: string) => boolean
}

const operators = ['below', 'at_most', 'above', 'at_least'] as const

/** Column of a fact in `household_fact`: `lo` and `hi` for numbers, the value for others. */
export function factColumn(fact: string, part?: 'lo' | 'hi'): string {
  return ident(part === undefined ? fact : `${fact}_${part}`)
}

/** Every comparison in a condition, in the order written. */
export function comparisonsIn(condition: Condition): Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsIn)
  if ('any' in condition) return condition.any.flatMap(comparisonsIn)
  if ('not' in condition) return comparisonsIn(condition.not)
  return [condition]
}

/** The operator and parameter of a numeric comparison. */
export function thresholdOf(comparison: Comparison): { operator: (typeof operators)[number]; parameter: string } | undefined {
  for (const operator of operators) {
    const parameter = comparison[operator]
    if (parameter !== undefined) return { operator, parameter }
  }
  return undefined
}

/** The number a comparison compares with, `times` applied; null where no value is in force. */
export function thresholdValue(comparison: Comparison, parameterValue: ParameterValue): number | null {
  const threshold = thresholdOf(comparison)
  if (!threshold) return null
  const value = parameterValue(threshold.parameter)
  const times = comparison.times === undefined ? 1 : parameterValue(comparison.times)
  return value === null || times === null ? null : Number(value) * Number(times)
}

function numericSql(comparison: Comparison, context: ConditionContext): string {
  const lo = factColumn(comparison.fact, 'lo')
  const hi = factColumn(comparison.fact, 'hi')
  if (comparison.is === 'present') return `CASE WHEN ${lo} > 0 THEN true WHEN ${hi} <= 0 THEN false END`
  const operator = thresholdOf(comparison)?.operator
  const limit = thresholdValue(comparison, context.valueOf)
  if (operator === undefined || limit === null) return 'NULL::BOOLEAN'
  if (operator === 'at_least') return `CASE WHEN ${lo} >= ${limit} THEN true WHEN ${hi} < ${limit} THEN false END`
  if (operator === 'above') return `CASE WHEN ${lo} > ${limit} THEN true WHEN ${hi} <= ${limit} THEN false END`
  if (operator === 'below') return `CASE WHEN ${hi} < ${limit} THEN true WHEN ${lo} >= ${limit} THEN false END`
  return `CASE WHEN ${hi} <= ${limit} THEN true WHEN ${lo} > ${limit} THEN false END`
}

function comparisonSql(comparison: Comparison, context: ConditionContext): string {
  const kind = context.kindOf(comparison.fact)
  if (kind === 'money' || kind === 'number') return numericSql(comparison, context)
  const column = factColumn(comparison.fact)
  if (typeof comparison.is === 'boolean') return comparison.is ? column : `(NOT ${column})`
  if (typeof comparison.is === 'string') return `${column} = ${text(comparison.is)}`
  const codes = typeof comparison.in === 'string' ? context.valueOf(comparison.in) : comparison.in
  if (codes === null || codes === undefined) return 'NULL::BOOLEAN'
  return `${column} IN ${list(Array.isArray(codes) ? codes : String(codes).split(','))}`
}

/** A condition as one SQL expression over `household_fact`: true, false, or NULL for unknown. */
export function conditionSql(condition: Condition, context: ConditionContext): string {
  if ('all' in condition) return `(${condition.all.map((part) => conditionSql(part, context)).join(' AND ')})`
  if ('not' in condition) return `(NOT ${conditionSql(condition.not, context)})`
  if ('any' in condition) {
    const available = condition.any.filter((part) => comparisonsIn(part).every(({ fact }) => context.isAvailable(fact)))
    return `(${(available.length > 0 ? available : condition.any).map((part) => conditionSql(part, context)).join(' OR ')})`
  }
  return comparisonSql(condition, context)
}
