/** Mistakes no single file shows: what one file says of another that is not so. */
import { citationParts } from './citation.rules.ts'
import type { Draft, Files } from './draft.ts'
import { factMistakes } from './fact-checks.rules.ts'
import { codeText } from './field-kinds.ts'
import { overlayMistakes } from './overlay-checks.rules.ts'
import type { PolicyError } from './policy-errors.ts'
import { ruleMistakes } from './rule-checks.rules.ts'
import type { CodeList, Dataset, Field } from './schema.ts'
import type { StrictFile } from './strict-file.ts'

/** All of them, over the whole draft. A file that could not be read is not also reported as missing. */
export function referenceMistakes(draft: Draft): PolicyError[] {
  return [
    ...citationMistakes(draft),
    ...[...draft.codeLists.values()].flatMap(spellingMistakes),
    ...[...draft.datasets.values()].flatMap((file) => datasetMistakes(draft, file)),
    ...[...draft.identity.values()].flatMap((file) => identityMistakes(draft, file)),
    ...factMistakes(draft),
    ...ruleMistakes(draft),
    ...overlayMistakes(draft),
  ]
}

function citationMistakes(draft: Draft): PolicyError[] {
  const { codeLists, glossary, datasets, facts, parameters, rules, regionParameters, regionDatasets, regionRules, regionRuleEnds } = draft
  const all: Files<unknown>[] = [codeLists, glossary, datasets, facts, parameters, rules]
  all.push(regionParameters, regionDatasets, regionRules, regionRuleEnds)
  return all.flatMap((files) => [...files.values()].flatMap((file) => basisMistakes(draft, file, file.value, [])))
}

/** Every `basis` list anywhere below a value. */
function basisMistakes(draft: Draft, file: StrictFile<unknown>, value: unknown, path: readonly string[]): PolicyError[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]): PolicyError[] => {
    const here = [...path, key]
    if (key !== 'basis' || !Array.isArray(inner)) return basisMistakes(draft, file, inner, here)
    return inner.flatMap((citation: unknown, index) => {
      const message = unresolved(draft, String(citation))
      return message === undefined ? [] : [file.error([...here, String(index)], message)]
    })
  })
}

function unresolved(draft: Draft, citation: string): string | undefined {
  if (citation === 'project-default') return undefined
  const { lawId, article } = citationParts(citation)
  const law = draft.laws.get(lawId)
  if (law === undefined) return draft.texts.has(`law/${lawId}.yaml`) ? undefined : `依据“${citation}”不存在:law/ 中没有 ${lawId}`
  if (article === undefined || article in law.value.articles) return undefined
  return `依据“${citation}”不存在:${lawId} 中没有登记“${article}”`
}

/** One spelling may stand for one code only, compared as cells are compared. */
function spellingMistakes(file: StrictFile<CodeList>): PolicyError[] {
  const owner = new Map<string, string>()
  return Object.entries(file.value.codes).flatMap(([code, entry]) => {
    const spellings = new Set([code, entry.label, ...(entry.spellings ?? [])])
    return [...spellings].flatMap((spelling) => {
      const other = owner.get(codeText(spelling))
      owner.set(codeText(spelling), code)
      return other === undefined || other === code ? [] : [file.error(['codes', code], `写法“${spelling}”已属于代码“${other}”`, 'key')]
    })
  })
}

function datasetMistakes(draft: Draft, file: StrictFile<Dataset>): PolicyError[] {
  const { fields, event_day, recognised_by_one_of } = file.value
  const errors = fieldMistakes(draft, file, fields, ['fields'])
  if (event_day !== undefined && fields[event_day]?.kind !== 'day') {
    errors.push(file.error(['event_day'], `数据表没有日期字段“${event_day}”`))
  }
  for (const [index, group] of (recognised_by_one_of ?? []).entries()) {
    for (const [place, name] of group.entries()) {
      if (!(name in fields)) errors.push(file.error(['recognised_by_one_of', index, place], `数据表没有字段“${name}”`))
    }
  }
  if (!Object.values(fields).some((field) => field.recognises))
    errors.push(file.error(['fields'], '至少要有一个识别列(recognises: true)', 'key'))
  return errors
}

function identityMistakes(draft: Draft, file: Draft['identity'] extends Files<infer T> ? StrictFile<T> : never): PolicyError[] {
  const { fields, household_fields } = file.value
  return [...fieldMistakes(draft, file, fields, ['fields']), ...fieldMistakes(draft, file, household_fields, ['household_fields'])]
}

function fieldMistakes(draft: Draft, file: StrictFile<unknown>, fields: Record<string, Field>, path: string[]): PolicyError[] {
  const owner = new Map<string, string>()
  return Object.entries(fields).flatMap(([name, field]) => {
    const at = (key: string, message: string) => file.error([...path, name, key], message)
    const errors: PolicyError[] = []
    const isCoded = field.kind === 'code' || field.kind === 'codes' || field.kind === 'yes_no'
    if (isCoded && field.codes === undefined) errors.push(at('kind', '代码字段须写明代码表(codes)'))
    if (!isCoded && field.codes !== undefined) errors.push(at('codes', `只有 code、codes、yes_no 类字段有代码表,“${name}”是 ${field.kind}`))
    if (field.codes !== undefined && !draft.texts.has(`codes/${field.codes}.yaml`)) errors.push(at('codes', `没有代码表“${field.codes}”`))
    if (field.month_is !== undefined && field.kind !== 'day') errors.push(at('month_is', '只有日期字段可写 month_is'))
    if (field.unit !== undefined && field.kind !== 'money') errors.push(at('unit', '只有金额字段可写 unit'))
    for (const [index, header] of field.headers.entries()) {
      const other = owner.get(header)
      if (other !== undefined && !path.includes('household_fields') && !sharesHeaders(name, other)) {
        errors.push(file.error([...path, name, 'headers', index], `列名“${header}”已属于字段“${other}”`))
      }
      owner.set(header, name)
    }
    return errors
  })
}

/** Two telephone fields read the same columns: the second takes what the first left. */
function sharesHeaders(name: string, other: string): boolean {
  return name.endsWith('phone') && other.endsWith('phone')
}
