/** Mistakes of facts: datasets, fields, codes and parameters they name that do not exist. */
import type { Draft } from './draft.ts'
import type { PolicyError } from './policy-errors.ts'
import type { Fact } from './schema.ts'
import type { StrictFile } from './strict-file.ts'

/** `{{folder/name}}`, or `{{D-folder/name}}` for the day so many days or months before. */
const parameterInSql = /\{\{(?:D-)?([a-z_]+\/[a-z0-9_]+)\}\}/g

type FactFile = StrictFile<Record<string, Fact>>

/** Over all fact files and the queries beside them. */
export function factMistakes(draft: Draft): PolicyError[] {
  const errors: PolicyError[] = []
  const seen = new Map<string, string>()
  for (const file of draft.facts.values()) {
    for (const [id, fact] of Object.entries(file.value)) {
      const other = seen.get(id)
      if (other !== undefined) errors.push(file.error([id], `事实“${id}”已在 ${other} 中定义`, 'key'))
      seen.set(id, file.file)
      errors.push(...oneFact(draft, file, id, fact))
    }
  }
  return [...errors, ...sqlMistakes(draft)]
}

function oneFact(draft: Draft, file: FactFile, id: string, fact: Fact): PolicyError[] {
  const errors: PolicyError[] = []
  for (const key of ['needs', 'uses'] as const) {
    for (const [index, name] of (fact[key] ?? []).entries()) {
      if (!hasDataset(draft, name)) errors.push(file.error([id, key, index], `没有数据表“${name}”`))
    }
  }
  if (fact.codes !== undefined && !draft.texts.has(`codes/${fact.codes}.yaml`)) {
    errors.push(file.error([id, 'codes'], `没有代码表“${fact.codes}”`))
  }
  const isDerived = fact.derived === true
  if (isDerived === (fact.roll_up !== undefined)) {
    errors.push(file.error([id], '事实须写 roll_up,或写 derived: true 并附同名 .sql,二者取一', 'key'))
  }
  if (isDerived && !draft.sql.has(id)) errors.push(file.error([id, 'derived'], `缺少派生查询 facts/${id}.sql`))
  return [...errors, ...rollUpMistakes(draft, file, id, fact)]
}

function rollUpMistakes(draft: Draft, file: FactFile, id: string, fact: Fact): PolicyError[] {
  const { roll_up } = fact
  if (roll_up === undefined) return []
  const dataset = draft.datasets.get(roll_up.dataset)?.value
  if (dataset === undefined) {
    return hasDataset(draft, roll_up.dataset) ? [] : [file.error([id, 'roll_up', 'dataset'], `没有数据表“${roll_up.dataset}”`)]
  }
  const errors: PolicyError[] = []
  const fieldMissing = (path: (string | number)[], name: string | undefined) => {
    if (name !== undefined && !(name in dataset.fields))
      errors.push(file.error([id, 'roll_up', ...path], `数据表 ${roll_up.dataset} 没有字段“${name}”`))
  }
  const parameterMissing = (path: (string | number)[], reference: string | undefined) => {
    if (reference !== undefined && !hasParameter(draft, reference))
      errors.push(file.error([id, 'roll_up', ...path], `没有参数“${reference}”`))
  }
  fieldMissing(['sum'], roll_up.sum)
  parameterMissing(['within'], roll_up.within)
  for (const [index, where] of (roll_up.where ?? []).entries()) {
    fieldMissing(['where', index, 'field'], where.field)
    parameterMissing(['where', index, 'at_most'], where.at_most)
    parameterMissing(['where', index, 'above'], where.above)
    for (const [place, code] of (where.in ?? []).entries()) {
      if (!isCodeOf(draft, dataset.fields[where.field]?.codes, code)) {
        errors.push(
          file.error([id, 'roll_up', 'where', index, 'in', place], `代码“${code}”不在代码表 ${dataset.fields[where.field]?.codes} 中`),
        )
      }
    }
  }
  return errors
}

/** Queries that belong to no derived fact, and parameters they name that do not exist. */
function sqlMistakes(draft: Draft): PolicyError[] {
  const derived = new Set([...draft.facts.values()].flatMap(({ value }) => Object.keys(value).filter((id) => value[id]?.derived === true)))
  return [...draft.sql].flatMap(([id, sql]) => {
    const file = `facts/${id}.sql`
    const errors: PolicyError[] = []
    if (!derived.has(id) && allFactsRead(draft)) errors.push({ file, line: 1, column: 1, message: '没有同名的派生事实(derived: true)' })
    for (const match of sql.matchAll(parameterInSql)) {
      const key = match[1] ?? ''
      if (hasParameter(draft, `$${key}`)) continue
      const before = sql.slice(0, match.index).split('\n')
      errors.push({ file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message: `没有参数“${key}”` })
    }
    return errors
  })
}

/** Whether every fact file could be read; only then can a fact be said not to exist. */
export function allFactsRead(draft: Draft): boolean {
  return [...draft.texts.keys()].filter((path) => /^facts\/.*\.yaml$/.test(path)).length === draft.facts.size
}

function hasDataset(draft: Draft, name: string): boolean {
  return draft.texts.has(`datasets/${name}.yaml`) && name !== 'identity'
}

/** Whether `$folder/name` is a national parameter, read or not. */
export function hasParameter(draft: Draft, reference: string): boolean {
  return draft.texts.has(`national/parameters/${reference.slice(1)}.yaml`)
}

/** Whether a code stands in a list; true where there is no list to compare with. */
export function isCodeOf(draft: Draft, listName: string | undefined, code: string): boolean {
  const list = listName === undefined ? undefined : draft.codeLists.get(listName)
  return list === undefined || code in list.value.codes
}
