/** What holds in a region on a day: the nearest region, going up, that says something. */
import type { LoadedRule, Policy, PolicyRegion } from './policy.ts'
import type { Dataset, DatedValue } from './schema.ts'

export interface Resolved {
  readonly value: string | number | boolean | readonly string[]
  readonly unit: string
  readonly region: PolicyRegion
  readonly since: string
  readonly basis: readonly string[]
  /** No citable document stands behind the value: it is printed as 待县确认. */
  readonly isProjectDefault: boolean
}

/** The region itself and all above it, nearest first, without the nation: 522301 → 522301, 5223, 52. */
export function regionsUpwards(region: PolicyRegion): string[] {
  return region === 'national' ? [] : [12, 9, 6, 4, 2].filter((length) => length <= region.length).map((length) => region.slice(0, length))
}

/** The newest value that began on or before the day, whether it is a value or an end (`null`). */
export function valueOn(values: Readonly<Record<string, DatedValue>>, day: string): { since: string; dated: DatedValue } | undefined {
  const since = Object.keys(values)
    .filter((from) => from <= day)
    .sort()
    .at(-1)
  const dated = since === undefined ? undefined : values[since]
  return since === undefined || dated === undefined ? undefined : { since, dated }
}

/** The dated values one region (or the nation) states for a parameter. */
export function valuesOf(policy: Pick<Policy, 'parameters' | 'regions'>, key: string, region: PolicyRegion): Record<string, DatedValue> {
  const stated = region === 'national' ? policy.parameters.get(key) : policy.regions.get(region)?.parameters.get(key)
  return stated?.values ?? {}
}

/** The value in force; undefined where none is. An unknown key is a mistake of the program and throws. */
export function resolveParameter(
  policy: Pick<Policy, 'parameters' | 'regions'>,
  key: string,
  region: PolicyRegion,
  day: string,
): Resolved | undefined {
  const definition = policy.parameters.get(key)
  if (definition === undefined) throw new Error(`no parameter ${key}`)
  for (const level of [...regionsUpwards(region), 'national']) {
    const found = valueOn(valuesOf(policy, key, level), day)
    if (found === undefined || found.dated.value === null) continue
    const { value, basis, unit } = found.dated
    const isProjectDefault = basis.includes('project-default')
    return { value, unit: unit ?? definition.unit, region: level, since: found.since, basis, isProjectDefault }
  }
  return undefined
}

/** The dataset as a region hands it in: what it covers and whether its list is full may differ there. */
export function datasetIn(policy: Pick<Policy, 'datasets' | 'regions'>, name: string, region: PolicyRegion): Dataset {
  const dataset = policy.datasets.get(name)
  if (dataset === undefined) throw new Error(`no dataset ${name}`)
  const overlays = regionsUpwards(region)
    .reverse()
    .flatMap((level) => policy.regions.get(level)?.datasets.get(name) ?? [])
  const differing = overlays.map(({ basis: _, ...differs }) => differs)
  return Object.assign({}, dataset, ...differing)
}

/** The rules that apply in a region on a day: the nation's, less those ended on the way down, and those of the region and above, by id. */
export function rulesIn(policy: Pick<Policy, 'rules' | 'regions'>, region: PolicyRegion, day: string): LoadedRule[] {
  const levels = regionsUpwards(region).flatMap((level) => policy.regions.get(level) ?? [])
  const isEnded = (id: string) => levels.some((level) => (level.endedRules.get(id)?.ended_from ?? '9999') <= day)
  const national = [...policy.rules.values()].filter((rule) => !isEnded(rule.id))
  const own = levels.flatMap((level) => [...level.rules.values()])
  return [...national, ...own]
    .filter(({ in_force }) => in_force.from <= day && day <= (in_force.until ?? '9999'))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
}
