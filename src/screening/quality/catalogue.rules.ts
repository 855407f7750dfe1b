/** What follows from a rule's text alone: its id, the columns it needs, and what it waits for. */
import type { Level, QualityCondition, QualityFamily, QualityField, QualityFields, QualityPack, QualityRule } from './pack.ts'

/** The rules of a family: one for each kind of household, called by its national number when it has exactly one. */
export function rulesOf(familyId: string, family: QualityFamily): QualityRule[] {
  return family.rules.map(({ of, numbers = [] }) => {
    const [only, ...further] = numbers
    const own = family.rules.length === 1 ? familyId : `${familyId}-${of.replaceAll('_', '-')}`
    return { id: only !== undefined && further.length === 0 ? only : own, familyId, family, of, numbers }
  })
}

/** Every comparison of a condition, in the order it is written. */
export function fieldsAsked(condition: QualityCondition): string[] {
  if ('all' in condition) return condition.all.flatMap(fieldsAsked)
  if ('any' in condition) return condition.any.flatMap(fieldsAsked)
  if ('not' in condition) return fieldsAsked(condition.not)
  return [condition.field]
}

/** The parameters a condition names, without the `$`. */
export function parametersOf(condition: QualityCondition): string[] {
  if ('all' in condition) return condition.all.flatMap(parametersOf)
  if ('any' in condition) return condition.any.flatMap(parametersOf)
  if ('not' in condition) return parametersOf(condition.not)
  return [condition.below, condition.at_most, condition.above, condition.at_least].flatMap((ref) =>
    ref === undefined ? [] : [ref.slice(1)],
  )
}

/** The parameters that the SQL of the derived fields names. */
export function parametersOfSql(sql: string): string[] {
  return [...new Set([...sql.matchAll(/number_of\('([a-z_]+\/[a-z0-9_]+)'\)/g)].map((match) => match[1] ?? ''))]
}

/** A field by name, seen from a level: a person's rule may ask about the household too only through a field of its own. */
export function fieldAt(fields: QualityFields, level: Level, name: string): QualityField | undefined {
  return fields[level][name]
}

function anyField(fields: QualityFields, name: string): QualityField | undefined {
  return fields.person[name] ?? fields.household[name] ?? fields.village[name]
}

export interface Needs {
  /** Labels of the register's columns the rule reads. */
  columns: string[]
  /** Department data it reads where handed in. */
  datasets: string[]
  /** Labels of columns nobody hands in yet; without them the rule stays unknown. */
  waitsFor: string[]
}

/** What a family of rules reads. A column that department data can stand in for is not waited for. */
export function needsOf(fields: QualityFields, family: QualityFamily): Needs {
  const needs: Needs = { columns: [], datasets: [], waitsFor: [] }
  const visit = (name: string, hasStandIn: boolean): void => {
    const field = anyField(fields, name)
    if (field === undefined) return
    if (field.column !== undefined) needs.columns.push(field.label)
    else if (field.awaited === true) (hasStandIn ? needs.columns : needs.waitsFor).push(field.label)
    needs.datasets.push(...(field.datasets ?? []))
    for (const part of field.from ?? []) visit(part, hasStandIn || (field.datasets ?? []).length > 0)
  }
  for (const name of fieldsAsked(family.when)) visit(name, false)
  const once = (values: string[]) => [...new Set(values)]
  return { columns: once(needs.columns), datasets: once(needs.datasets), waitsFor: once(needs.waitsFor) }
}

/** The name under which a finding reports a field: the register's column where it is one or comes from just one. */
export function reportedName(fields: QualityFields, level: Level, name: string): string {
  const field = fieldAt(fields, level, name)
  if (field?.column !== undefined) return field.column
  const [only, ...further] = field?.from ?? []
  if (only === undefined || further.length > 0 || (field?.datasets ?? []).length > 0) return name
  return anyField(fields, only)?.column ?? name
}

/** The names in `quality.field` whose found values must be masked wherever people read them: numbers and phones. */
export function privateNames(fields: QualityFields): Set<string> {
  const levelsOf = [fields.person, fields.household, fields.village]
  const columns = levelsOf
    .flatMap((level) => Object.entries(level))
    .flatMap(([name, field]) => (field.private === true ? [name, field.column ?? name] : []))
  return new Set(columns)
}

export interface RuleText {
  label: string
  mend: string
  severity: 'high' | 'medium' | 'low'
  /** Its national numbers, none for our own rules. */
  numbers: readonly string[]
}

/** What to call a rule of `quality.csv` and how to mend what it finds, those of other rooms' findings included. */
export function ruleTexts(pack: QualityPack): Map<string, RuleText> {
  const own = pack.rules.map(({ id, family, numbers }): [string, RuleText] => [
    id,
    { label: family.label, mend: family.mend, severity: family.severity, numbers },
  ])
  const outside = [pack.findings.register_finding, pack.findings.link_finding].flatMap((findings) => Object.values(findings))
  return new Map([
    ...own,
    ...outside.map(({ rule, label, mend, severity }): [string, RuleText] => [rule, { label, mend, severity, numbers: [] }]),
  ])
}
