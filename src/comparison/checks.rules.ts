/** What a schema cannot see in a comparison file: names that lead nowhere. */
import type { Policy } from '../policy/index.ts'
import { type Column, codeNamed, columnsOf, isAboutHousehold } from './columns.rules.ts'
import type { Comparison, RowCondition, Side } from './comparison.ts'
import { asksForEmpty, fieldsIn, messageParts, parametersOf, sideField, sqlFields, withoutComments, wordsIn } from './references.rules.ts'

export interface Mistake {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

type SideKey = 'one' | 'other' | 'unless'

/** Every mistake of one file, each at its place. */
export function comparisonMistakes(comparison: Omit<Comparison, 'id'>, policy: Policy): Mistake[] {
  const sides = (['one', 'other', 'unless'] as const).flatMap((key) => sideMistakes(comparison, key, policy))
  if (sides.length > 0) return sides
  return [
    ...togetherMistakes(comparison, policy),
    ...messageMistakes(comparison, policy),
    ...predicateMistakes(comparison, policy),
    ...parameterMistakes(comparison, policy),
    ...basisMistakes(comparison, policy),
    ...exampleMistakes(comparison),
  ]
}

function sideMistakes(comparison: Omit<Comparison, 'id'>, key: SideKey, policy: Policy): Mistake[] {
  const side = comparison[key]
  if (side === undefined) return []
  const columns = columnsOf(policy, side.from)
  if (columns === undefined) return [{ path: [key, 'from'], message: `没有“${side.from}”这个数据集` }]
  const mistakes = conditionMistakes(side.where, (field) => columns.get(field), [key, 'where'])
  if (side.from === 'household' && asksForEmpty(side.where)) {
    mistakes.push({ path: [key, 'where'], message: '户的表不区分空格和认不出,不能问 empty' })
  }
  if (comparison.about === 'person' && side.from === 'household') mistakes.push({ path: [key, 'from'], message: '比的是人时不能用户的表' })
  if (comparison.about === 'person' && isAboutHousehold(policy, side.from)) {
    mistakes.push({ path: [key, 'from'], message: '这是按户的数据集,比的须是户' })
  }
  if (side.keep !== undefined && policy.datasets.get(side.from)?.event_day === undefined) {
    mistakes.push({ path: [key, 'keep'], message: '这个数据集没有事件日期,分不出最近一条' })
  }
  return mistakes
}

function conditionMistakes(
  conditions: readonly RowCondition[] | undefined,
  column: (reference: string) => Column | undefined,
  path: readonly PropertyKey[],
): Mistake[] {
  const unknownFields = fieldsIn(conditions).filter((field) => column(field) === undefined)
  const unknownWords = wordsIn(conditions).filter(({ field, word }) => {
    const found = column(field)
    return found !== undefined && codeNamed(found, word) === undefined
  })
  return [
    ...[...new Set(unknownFields)].map((field) => ({ path, message: `没有“${field}”这个字段` })),
    ...unknownWords.map(({ field, word }) => ({ path, message: `“${field}”的代码表里没有“${word}”` })),
  ]
}

function columnBetween(comparison: Omit<Comparison, 'id'>, policy: Policy): (reference: string) => Column | undefined {
  return (reference) => {
    const found = sideField(reference)
    const side: Side | undefined = found === undefined ? undefined : comparison[found.side]
    return side === undefined || found === undefined ? undefined : columnsOf(policy, side.from)?.get(found.field)
  }
}

function togetherMistakes(comparison: Omit<Comparison, 'id'>, policy: Policy): Mistake[] {
  return conditionMistakes(comparison.together, columnBetween(comparison, policy), ['together'])
}

function messageMistakes(comparison: Omit<Comparison, 'id'>, policy: Policy): Mistake[] {
  const column = columnBetween(comparison, policy)
  return messageParts(comparison.message).flatMap((part): Mistake[] => {
    if ('words' in part || part.reference === 'as_of' || part.reference.startsWith('$')) return []
    if (column(part.reference) === undefined) return [{ path: ['message'], message: `没有“${part.reference}”这个字段` }]
    const isGone = comparison.differs === 'other_missing' && part.reference.startsWith('other.')
    return isGone ? [{ path: ['message'], message: 'other_missing 时另一来源没有记录,提示语里不能引用 other' }] : []
  })
}

function predicateMistakes(comparison: Omit<Comparison, 'id'>, policy: Policy): Mistake[] {
  if (comparison.sql === undefined) return []
  const column = columnBetween(comparison, policy)
  const unknown = sqlFields(comparison.sql).filter((field) => column(field) === undefined)
  return [
    ...(comparison.differs === 'other_missing' ? [{ path: ['differs'], message: 'other_missing 时不能另有 .sql' }] : []),
    ...(withoutComments(comparison.sql).includes(';') ? [{ path: [], message: '.sql 里只写一个条件,不写分号' }] : []),
    ...unknown.map((field) => ({ path: [], message: `.sql 里没有“${field}”这个字段` })),
  ]
}

function parameterMistakes(comparison: Omit<Comparison, 'id'>, policy: Policy): Mistake[] {
  return parametersOf(comparison)
    .filter((parameter) => !policy.parameters.has(parameter))
    .map((parameter) => ({ path: [], message: `没有参数 ${parameter}` }))
}

function basisMistakes(comparison: Omit<Comparison, 'id'>, policy: Policy): Mistake[] {
  return comparison.basis.flatMap((citation, index): Mistake[] => {
    if (citation === 'project-default') return []
    const [law = '', article] = citation.split('#')
    const found = policy.laws.get(law)
    if (found === undefined) return [{ path: ['basis', index], message: `没有“${law}”这份文件` }]
    return article === undefined || article in found.articles ? [] : [{ path: ['basis', index], message: `“${law}”没有条款“${article}”` }]
  })
}

/** A comparison shows once each how it differs, agrees and stays unknown. */
function exampleMistakes(comparison: Omit<Comparison, 'id'>): Mistake[] {
  const shown = new Set(comparison.examples.map(({ expect }) => expect))
  return (['differs', 'agrees', 'unknown'] as const)
    .filter((expect) => !shown.has(expect))
    .map((expect) => ({ path: ['examples'], message: `缺少一个结果为 ${expect} 的例子` }))
}
