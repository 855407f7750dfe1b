/** What other folders of the policy say, read once for each policy. */
import type { Policy } from '../../policy/index.ts'
import { type CounterEvidencePack, loadCounterEvidence, loadQualityPack, type QualityPack, type RuleText, ruleTexts } from '../index.ts'

const once = <T>(load: (policy: Policy) => T): ((policy: Policy) => T) => {
  const known = new WeakMap<Policy, { value: T }>()
  return (policy) => {
    const found = known.get(policy) ?? { value: load(policy) }
    known.set(policy, found)
    return found.value
  }
}

export const qualityPackOf = once((policy): QualityPack => loadQualityPack(policy.folder))
export const qualityTexts = once((policy): ReadonlyMap<string, RuleText> => ruleTexts(qualityPackOf(policy)))
export const counterEvidenceOf = once((policy): CounterEvidencePack => loadCounterEvidence(policy.folder))
