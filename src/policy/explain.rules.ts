/** `policy explain`: what a parameter is in a region on a day, level by level, and which level decides. */
import { Problem, kind as problemKind } from '../kernel/index.ts'
import { citationText } from './citation.rules.ts'
import type { Policy, PolicyRegion } from './policy.ts'
import { regionsUpwards, resolveParameter, valueOn, valuesOf } from './resolve.rules.ts'
import type { DatedValue } from './schema.ts'
import { padded, valueText } from './text-table.rules.ts'

export const policyProblems = {
  parameterUnknown: problemKind<{ key: string; similar: readonly string[] }>(
    'policy.parameter_unknown',
    404,
    ({ key, similar }) => `没有参数“${key}”${similar.length > 0 ? `,相近的有:${similar.join('、')}` : ''}。`,
  ),
}

/** The value in force first, then every level from the region up to the nation; `←` marks the one that decides. */
export function explainParameter(policy: Policy, key: string, at: PolicyRegion, on: string): string[] {
  const definition = policy.parameters.get(key)
  if (definition === undefined) throw new Problem(policyProblems.parameterUnknown, { key, similar: similarKeys(policy, key) })
  const resolved = resolveParameter(policy, key, at, on)
  const rows = [...regionsUpwards(at), 'national'].map((region) => {
    const found = valueOn(valuesOf(policy, key, region), on)
    const mark = resolved?.region === region ? '← 现行' : ''
    return [region === 'national' ? '全国' : region, ...levelCells(policy, found), mark]
  })
  const inForce = resolved === undefined ? nothing(definition.when_missing) : `${valueText(resolved.value)}  ${resolved.unit}`
  return [`${inForce}  ${definition.label}`, ...padded(rows).map((line) => `  ${line}`)]
}

function nothing(whenMissing: string | undefined): string {
  return `当日没有有效的值${whenMissing === undefined ? '' : `:${whenMissing}`}`
}

function levelCells(policy: Policy, found: { since: string; dated: DatedValue } | undefined): string[] {
  if (found === undefined) return ['—', '', '']
  const { value, basis, unit } = found.dated
  const shown = value === null ? '不再规定' : `${valueText(value)}${unit === undefined ? '' : ` ${unit}`}`
  const cited = value === null ? basis.filter((citation) => citation !== 'project-default') : basis
  return [`自 ${found.since}`, shown, cited.map((citation) => citationText(policy, citation)).join('、')]
}

/** Keys with the same name in another folder, or in the same folder. */
function similarKeys(policy: Policy, key: string): string[] {
  const [folder = '', name = folder] = key.split('/')
  const keys = [...policy.parameters.keys()]
  const sameName = keys.filter((other) => name !== '' && other.split('/')[1]?.includes(name))
  const sameFolder = keys.filter((other) => other.startsWith(`${folder}/`))
  return [...new Set([...sameName, ...sameFolder])].slice(0, 5)
}
