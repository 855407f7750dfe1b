/** Reads `policy/quality/` strictly: every mistake of every file at once. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type PolicyError, PolicyErrors, readStrictFile, readStrictFolder, type StrictFile } from '../../policy/index.ts'
import { fieldAt, fieldsAsked, rulesOf } from './catalogue.rules.ts'
import {
  type Comparison,
  familyFileSchema,
  fieldsSchema,
  findingsSchema,
  levels,
  type QualityCondition,
  type QualityExample,
  type QualityFamily,
  type QualityFields,
  type QualityPack,
} from './pack.ts'

/** Throws `PolicyErrors` when a file is misshapen, a rule asks about a field that is not declared, or two rules share an id. */
export function loadQualityPack(policyFolder: string): QualityPack {
  const folder = join(policyFolder, 'quality')
  const fieldsSql = readFieldsSql(join(folder, 'fields'))
  const fields = readStrictFile(join(folder, 'fields.yaml'), fieldsSchema)
  const findings = readStrictFile(join(folder, 'findings.yaml'), findingsSchema)
  const seen = new Map<string, string>()
  const files = readStrictFolder(join(folder, 'rules'), familyFileSchema, {
    check: (file) => Object.entries(file.value).flatMap(([id, family]) => familyMistakes(file, id, family, fields, seen)),
  })
  const families = new Map([...files.values()].flatMap((file) => Object.entries(file)))
  const rules = [...families].flatMap(([id, family]) => rulesOf(id, family))
  return { fields, fieldsSql, families, rules, findings }
}

/** The SQL of the derived fields, its files in the order of their names. */
function readFieldsSql(folder: string): string {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sql')) : []
  if (files.length === 0) throw new PolicyErrors([{ file: 'quality/fields', line: 1, column: 1, message: '没有导出字段的 .sql 文件' }])
  return files
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}

type FamilyFile = StrictFile<Record<string, QualityFamily>>

function familyMistakes(
  file: FamilyFile,
  id: string,
  family: QualityFamily,
  fields: QualityFields,
  seen: Map<string, string>,
): PolicyError[] {
  const errors: PolicyError[] = []
  const fail = (path: readonly PropertyKey[], message: string) => errors.push(file.error([id, ...path], message))
  for (const { id: ruleId } of rulesOf(id, family)) {
    const other = seen.get(ruleId)
    if (other !== undefined) fail(['rules'], `规则 ${ruleId} 在“${other}”里已有`)
    seen.set(ruleId, id)
  }
  const has = (name: string) => fieldAt(fields, family.about, name) !== undefined
  for (const name of new Set([...fieldsAsked(family.when), family.shows])) {
    if (!has(name)) fail(['when'], `${family.about} 没有字段“${name}”`)
  }
  for (const [, name = ''] of family.wrong.matchAll(/\{([a-z0-9_]+)\}/g)) {
    if (!has(name)) fail(['wrong'], `${family.about} 没有字段“${name}”`)
    else if (fieldAt(fields, family.about, name)?.private === true) fail(['wrong'], `“${name}”不得写进提示语`)
  }
  for (const comparison of comparisons(family.when)) {
    const message = comparisonMistake(comparison, family, fields)
    if (message !== undefined) fail(['when'], message)
  }
  for (const expect of ['hit', 'clear', 'unknown'] as const) {
    if (!family.examples.some((example) => example.expect === expect)) fail(['examples'], `缺少结果为 ${expect} 的例子`)
  }
  for (const [index, example] of family.examples.entries()) {
    for (const name of unknownCells(example, fields)) fail(['examples', index], `例子里的“${name}”不是登记表或待交的列`)
  }
  return errors
}

function comparisons(condition: QualityCondition): Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisons)
  if ('any' in condition) return condition.any.flatMap(comparisons)
  if ('not' in condition) return comparisons(condition.not)
  return [condition]
}

function comparisonMistake(comparison: Comparison, family: QualityFamily, fields: QualityFields): string | undefined {
  const field = fieldAt(fields, family.about, comparison.field)
  if (field === undefined) return undefined
  const { below, at_most: atMost, above, at_least: atLeast, is, in: among, has, only } = comparison
  const isBounded = [below, atMost, above, atLeast].some((bound) => bound !== undefined)
  if (!isBounded && [is, among, has, only].every((part) => part === undefined)) return `“${comparison.field}”没有说与什么相比`
  if (isBounded && field.kind !== 'number' && field.kind !== 'day') return `“${comparison.field}”不是数值,不能比大小`
  if ((has !== undefined || only !== undefined) && field.kind !== 'codes') return `“${comparison.field}”不是多值,不能用 has 或 only`
  if (typeof is === 'boolean' && field.kind !== 'flag') return `“${comparison.field}”不是是非`
  const isState = is === 'empty' || is === 'filled' || is === 'unreadable'
  if (isState && field.column === undefined && field.awaited !== true) return `“${comparison.field}”是导出字段,没有空白之说`
  return undefined
}

/** Columns that examples may hand in though no rule asks about them. */
const identityColumns = ['id_number', 'name', 'dibao', 'tekun', 'is_cleared', 'county', 'household_number', 'other_phone']

function unknownCells(example: QualityExample, fields: QualityFields): string[] {
  const known = new Set<string>(identityColumns)
  for (const level of levels) {
    for (const [name, field] of Object.entries(fields[level])) if (field.column !== undefined || field.awaited === true) known.add(name)
  }
  const households = [example, ...(example.other_households ?? [])]
  const cells = [example.person, example.village, ...households.flatMap((one) => [one.household, ...(one.members ?? [])])]
  return cells.flatMap((one) => Object.keys(one ?? {})).filter((name) => !known.has(name))
}
