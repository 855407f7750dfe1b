/** Reads `policy/comparisons/`: the pairs of sources, and the keys by which months are matched. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Policy, PolicyErrors, readStrictFile, readStrictFolder } from '../policy/index.ts'
import { comparisonMistakes } from './checks.rules.ts'
import { columnsOf } from './columns.rules.ts'
import { type Comparison, type ComparisonPack, comparisonSchema, type MonthKeys, monthKeysSchema } from './comparison.ts'

/** Throws PolicyErrors with every mistake of every file; comparisons come in the order of their ids. */
export function loadComparisons(policy: Policy): ComparisonPack {
  const folder = join(policy.folder, 'comparisons')
  const pairs = join(folder, 'pairs')
  const files = readStrictFolder(pairs, comparisonSchema, {
    names: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    check: (file) =>
      comparisonMistakes({ ...file.value, ...predicate(pairs, file.id) }, policy).map(({ path, message }) => file.error(path, message)),
  })
  const comparisons = [...files].map(([id, value]): Comparison => ({ ...value, id, ...predicate(pairs, id) }))
  return { comparisons, months: loadMonthKeys(folder, policy), definitions: policy }
}

function predicate(folder: string, id: string): { sql?: string } {
  const path = join(folder, `${id}.sql`)
  return existsSync(path) ? { sql: readFileSync(path, 'utf8') } : {}
}

function loadMonthKeys(folder: string, policy: Policy): MonthKeys {
  const months = readStrictFile(join(folder, 'months.yaml'), monthKeysSchema)
  const errors = Object.entries(months).flatMap(([dataset, { key }]) => {
    const columns = columnsOf(policy, dataset)
    const unknown = columns === undefined ? [dataset] : key.filter((field) => !columns.has(field)).map((field) => `${dataset}.${field}`)
    return unknown.map((name) => ({ file: 'comparisons/months.yaml', line: 1, column: 1, message: `没有“${name}”` }))
  })
  if (errors.length > 0) throw new PolicyErrors(errors)
  return months
}
