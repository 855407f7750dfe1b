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
export const qualityTexts = once((policy): ReadonlyMap<string, RuleText> => distinctTexts(qualityPackOf(policy)))
export const counterEvidenceOf = once((policy): CounterEvidencePack => loadCounterEvidence(policy.folder))

/** Reads all of them now: a mistake is told at the start, and nobody's page waits for them. */
export function readPacks(policy: Policy): void {
  qualityTexts(policy)
  counterEvidenceOf(policy)
}

/** Rules of one family that differ in whom they ask about say so: two lines of a list never read alike. */
function distinctTexts(pack: QualityPack): ReadonlyMap<string, RuleText> {
  const texts = ruleTexts(pack)
  const shared = new Map<string, number>()
  for (const { label } of texts.values()) shared.set(label, (shared.get(label) ?? 0) + 1)
  for (const { id, family, of } of pack.rules) {
    const text = texts.get(id)
    if (text !== undefined && (shared.get(family.label) ?? 0) > 1)
      texts.set(id, { ...text, label: `${family.label}（${pack.fields.populations[of].replace(/\(.*\)/, '')}）` })
  }
  return texts
}
