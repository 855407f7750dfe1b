/** `policy diff`: what one state of the policy says that another does not. */
import type { Policy, PolicyRegion } from './policy.ts'
import { valuesOf } from './resolve.rules.ts'
import type { DatedValue } from './schema.ts'
import { valueText } from './text-table.rules.ts'

/** One line per parameter value, rule, dataset, code, fact and document added (+), removed (-) or changed (~), under Chinese headings. */
export function diffPolicy(older: Policy, newer: Policy): string[] {
  const same = older.hash === newer.hash
  const hashes = same ? `政策未变:${newer.hash.slice(0, 12)}` : `政策 ${older.hash.slice(0, 12)} → ${newer.hash.slice(0, 12)}`
  const sections: [string, string[]][] = [
    ['参数', parameterLines(older, newer)],
    ['规则', mapLines(rulesOf(older), rulesOf(newer))],
    ['数据表', mapLines(older.datasets, newer.datasets)],
    ['地区数据表', mapLines(regionDatasets(older), regionDatasets(newer))],
    ['代码', codeLines(older, newer)],
    ['事实', mapLines(older.facts, newer.facts)],
    ['文件依据', mapLines(older.laws, newer.laws)],
  ]
  const lines = sections.filter(([, found]) => found.length > 0).flatMap(([title, found]) => [title, ...found.map((line) => `  ${line}`)])
  if (lines.length > 0 || same) return [hashes, ...lines]
  return [hashes, '参数、规则、数据表、代码、事实和依据都相同;不同处在词汇表、说明或其他文件夹(quality、comparisons、linkage)']
}

function parameterLines(older: Policy, newer: Policy): string[] {
  const keys = sorted([...older.parameters.keys(), ...newer.parameters.keys()])
  return keys.flatMap((key) => {
    const regions = ['national', ...sorted([...older.regions.keys(), ...newer.regions.keys()])]
    const values = regions.flatMap((region) => valueLines(key, region, valuesOf(older, key, region), valuesOf(newer, key, region)))
    return [...definitionLines(key, older, newer), ...values]
  })
}

function definitionLines(key: string, older: Policy, newer: Policy): string[] {
  const before = older.parameters.get(key)
  const after = newer.parameters.get(key)
  if (before === undefined || after === undefined) return []
  const labels = { label: '名称', unit: '单位', lower_levels_may: '下级权限' } as const
  return (['label', 'unit', 'lower_levels_may'] as const)
    .filter((part) => before[part] !== after[part])
    .map((part) => `~ ${key} ${labels[part]} ${before[part]} → ${after[part]}`)
}

type Values = Readonly<Record<string, DatedValue>>

function valueLines(key: string, region: PolicyRegion, before: Values, after: Values): string[] {
  const place = region === 'national' ? '全国' : region
  return sorted([...Object.keys(before), ...Object.keys(after)]).flatMap((day) => {
    const old = before[day]
    const now = after[day]
    const name = `${key} ${place} ${day}`
    if (old === undefined) return now === undefined ? [] : [`+ ${name} ${shown(now)}`]
    if (now === undefined) return [`- ${name} ${shown(old)}`]
    if (shown(old) !== shown(now)) return [`~ ${name} ${shown(old)} → ${shown(now)}`]
    return text(old.basis) === text(now.basis) ? [] : [`~ ${name} ${shown(now)},依据 ${old.basis.join('、')} → ${now.basis.join('、')}`]
  })
}

function shown(value: DatedValue): string {
  return `${value.value === null ? '不再规定' : valueText(value.value)}${value.unit === undefined ? '' : ` ${value.unit}`}`
}

function codeLines(older: Policy, newer: Policy): string[] {
  const codes = (policy: Policy) =>
    new Map(
      [...policy.codeLists].flatMap(([list, { codes }]) =>
        Object.entries(codes).map(([code, entry]) => [`${list} ${code}`, entry] as const),
      ),
    )
  return mapLines(codes(older), codes(newer))
}

function rulesOf(policy: Policy): ReadonlyMap<string, unknown> {
  const regional = [...policy.regions].flatMap(([region, { rules, endedRules }]) => [
    ...[...rules].map(([id, rule]) => [`${id} ${region}`, rule] as const),
    ...[...endedRules].map(([id, end]) => [`${id} ${region} 自 ${end.ended_from} 不适用`, end] as const),
  ])
  return new Map<string, unknown>([...policy.rules, ...regional])
}

function regionDatasets(policy: Policy): ReadonlyMap<string, unknown> {
  return new Map(
    [...policy.regions].flatMap(([region, { datasets }]) =>
      [...datasets].map(([name, overlay]) => [`${name} ${region}`, overlay] as const),
    ),
  )
}

/** Added, removed and changed entries; of a changed one, the parts that differ. */
function mapLines(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): string[] {
  return sorted([...before.keys(), ...after.keys()]).flatMap((id) => {
    if (!before.has(id)) return [`+ ${id}`]
    if (!after.has(id)) return [`- ${id}`]
    const parts = differingParts(before.get(id), after.get(id))
    return parts.length === 0 ? [] : [`~ ${id}:${parts.join('、')}`]
  })
}

function differingParts(before: unknown, after: unknown): string[] {
  if (text(before) === text(after)) return []
  if (!isObject(before) || !isObject(after)) return ['内容']
  return sorted([...Object.keys(before), ...Object.keys(after)]).flatMap((key) => {
    if (text(before[key]) === text(after[key])) return []
    if (key !== 'fields') return [key]
    return differingParts(before[key], after[key]).map((field) => `字段 ${field}`)
  })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Canonical text: the order of keys does not count. */
function text(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1))) : inner,
  )
}

function sorted(keys: readonly string[]): string[] {
  return [...new Set(keys)].sort()
}
