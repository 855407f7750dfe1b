/** The policy with a change that is only tried: in memory, for one county, on all days. */
import type { Policy, RegionPolicy } from '../../policy/index.ts'
import { comparisonsIn, thresholdOf } from '../../screening/index.ts'

export interface PolicyChange {
  /** Applies as if it had always been in force. */
  ruleId?: string | undefined
  parameters: readonly { key: string; value: string | number }[]
}

const always = '1900-01-01'

/** Whether lower levels may set the value is not asked: a trial is how they find out what it would mean. */
export function changedPolicy(policy: Policy, county: string, { ruleId, parameters }: PolicyChange): Policy {
  const own = policy.regions.get(county) ?? emptyRegion
  const overlays = parameters.map(({ key, value }) => {
    const values = { [always]: { value, basis: ['project-default'] } }
    return [key, { reviewed_on: always, values }] as const
  })
  const regions = new Map(policy.regions).set(county, { ...own, parameters: new Map([...own.parameters, ...overlays]) })
  return ruleId === undefined ? { ...policy, regions } : withRule({ ...policy, regions }, ruleId)
}

const emptyRegion: RegionPolicy = { parameters: new Map(), datasets: new Map(), rules: new Map(), endedRules: new Map() }

function withRule(policy: Policy, ruleId: string): Policy {
  const inForce = { from: always }
  const regions = [...policy.regions].map(([code, region]): [string, RegionPolicy] => {
    const rule = region.rules.get(ruleId)
    const rules = rule === undefined ? region.rules : new Map(region.rules).set(ruleId, { ...rule, in_force: inForce })
    return [code, { ...region, rules, endedRules: new Map([...region.endedRules].filter(([id]) => id !== ruleId)) }]
  })
  const rule = policy.rules.get(ruleId)
  const rules = rule === undefined ? policy.rules : new Map(policy.rules).set(ruleId, { ...rule, in_force: inForce })
  return { ...policy, rules, regions: new Map(regions) }
}

/** The rules a change is about: the one that is tried, else those that read one of the parameters. */
export function rulesConcerned(policy: Policy, { ruleId, parameters }: PolicyChange): Set<string> {
  if (ruleId !== undefined) return new Set([ruleId])
  const keys = new Set(parameters.map(({ key }) => key))
  const all = [...policy.rules.values(), ...[...policy.regions.values()].flatMap((region) => [...region.rules.values()])]
  const reads = all.filter(({ when }) => comparisonsIn(when).some((one) => keys.has(thresholdOf(one)?.parameter.slice(1) ?? '')))
  return new Set(reads.map(({ id }) => id))
}
