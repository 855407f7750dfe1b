/** Which fields of which side a comparison reads, and whether all it names exists. */
import type { Comparison, RowCondition } from './comparison.ts'

export type SideName = 'one' | 'other'

/** Every field name in conditions, with its test; `as_of` is none. */
export function fieldsIn(conditions: readonly RowCondition[] | undefined): string[] {
  return (conditions ?? []).flatMap((condition): string[] => {
    if ('all' in condition) return fieldsIn(condition.all)
    if ('any' in condition) return fieldsIn(condition.any)
    if ('not' in condition) return fieldsIn([condition.not])
    if ('running_from' in condition) return [condition.running_from, condition.until]
    const { after, in_later_month_than, after_month_following, in_later_year_than, in_month_of, in_year_of } = condition
    const operands = [after, in_later_month_than, after_month_following, in_later_year_than, in_month_of, in_year_of]
    return [condition.field, ...operands.filter((operand) => operand !== undefined && operand !== 'as_of')] as string[]
  })
}

/** Every code word a condition names, with the field it is said of. */
export function wordsIn(conditions: readonly RowCondition[] | undefined): { field: string; word: string }[] {
  return (conditions ?? []).flatMap((condition): { field: string; word: string }[] => {
    if ('all' in condition) return wordsIn(condition.all)
    if ('any' in condition) return wordsIn(condition.any)
    if ('not' in condition) return wordsIn([condition.not])
    if ('running_from' in condition) return []
    const words = [condition.is, ...(condition.in ?? []), condition.includes]
    return words.flatMap((word) => (typeof word === 'string' ? [{ field: condition.field, word }] : []))
  })
}

/** Every `$folder/name` a condition compares with. */
export function parametersIn(conditions: readonly RowCondition[] | undefined): string[] {
  return (conditions ?? []).flatMap((condition): string[] => {
    if ('all' in condition) return parametersIn(condition.all)
    if ('any' in condition) return parametersIn(condition.any)
    if ('not' in condition) return parametersIn([condition.not])
    if ('running_from' in condition) return []
    const { below, at_most, above, at_least } = condition
    return [below, at_most, above, at_least].flatMap((parameter) => (parameter === undefined ? [] : [parameter.slice(1)]))
  })
}

/** Does a condition ask whether a cell is empty? For a person that is written in the register's own row. */
export function asksForEmpty(conditions: readonly RowCondition[] | undefined): boolean {
  return (conditions ?? []).some((condition) => {
    if ('all' in condition) return asksForEmpty(condition.all)
    if ('any' in condition) return asksForEmpty(condition.any)
    if ('not' in condition) return asksForEmpty([condition.not])
    return 'empty' in condition && condition.empty !== undefined
  })
}

const placeholder = /\{([^{}]+)\}/g

/** A message template apart: plain text and what stands in braces. */
export function messageParts(template: string): ({ words: string } | { reference: string })[] {
  const parts: ({ words: string } | { reference: string })[] = []
  let from = 0
  for (const found of template.matchAll(placeholder)) {
    if (found.index > from) parts.push({ words: template.slice(from, found.index) })
    parts.push({ reference: found[1] ?? '' })
    from = found.index + found[0].length
  }
  if (from < template.length) parts.push({ words: template.slice(from) })
  return parts
}

/** `one.field` apart; undefined for anything else. */
export function sideField(reference: string): { side: SideName; field: string } | undefined {
  const found = /^(one|other)\.([a-z][a-z0-9_]*)$/.exec(reference)
  return found === null ? undefined : { side: found[1] as SideName, field: found[2] ?? '' }
}

/** The `one.` and `other.` fields a predicate in SQL reads; comments and text literals are not looked at. */
export function sqlFields(sql: string | undefined): string[] {
  const bare = withoutComments(sql ?? '').replace(/'[^']*'/g, "''")
  return [...bare.matchAll(/\b(one|other)\.([a-z][a-z0-9_]*)/g)].map((found) => found[0])
}

export function withoutComments(sql: string): string {
  return sql.replace(/--.*$/gm, '').trim()
}

/** Every parameter a comparison needs a value of, once. */
export function parametersOf(comparison: Omit<Comparison, 'id'>): string[] {
  const conditions = [comparison.one.where, comparison.other.where, comparison.unless?.where, comparison.together].flatMap(
    (found) => found ?? [],
  )
  const inMessage = messageParts(comparison.message).flatMap((part) =>
    'reference' in part && part.reference.startsWith('$') ? [part.reference.slice(1)] : [],
  )
  return [...new Set([...parametersIn(conditions), ...inMessage])].sort()
}
