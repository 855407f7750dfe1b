/** What is owed to a household and what is suggested to it. */
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadPolicy } from '../../policy/index.ts'
import { clustersOf } from './clusters.rules.ts'
import { helpPolicy } from './help-policy.ts'
import { dutiesOf, type HeldMeasure, labourOf, suggestionsFor } from './plan.rules.ts'

const policy = helpPolicy(loadPolicy(fileURLToPath(new URL('../../../policy', import.meta.url))))
const minimum = { development: 1, safetyNet: 1 }

function held(...measures: string[]): HeldMeasure[] {
  return measures.map((measure) => {
    const definition = policy.measures[measure]
    if (definition === undefined) throw new Error(`no measure ${measure}`)
    return { measure, group: definition.group, character: definition.character, isDelivered: true }
  })
}

const open = (...args: Parameters<typeof dutiesOf>) =>
  dutiesOf(...args)
    .filter(({ isMet }) => !isMet)
    .map(({ id }) => id)

describe('the labour of a household', () => {
  it.each([
    ['one able member makes it able', ['无劳动力', '普通劳动力', null], 'able'],
    ['weak labour without able labour is weak', ['弱劳动力或半劳动力', '无劳动力'], 'weak'],
    ['weak labour stays weak where a member is not recorded', ['弱劳动力或半劳动力', null], 'weak'],
    ['nobody able or weak is none', ['无劳动力', '丧失劳动力'], 'none'],
    ['a member of whom nothing is recorded makes it unknown, not none', ['无劳动力', null], 'unknown'],
    ['no members are unknown', [], 'unknown'],
  ] as const)('%s', (_, abilities, expected) => {
    expect(labourOf(policy, abilities)).toBe(expected)
  })
})

describe('what is owed', () => {
  it.each([
    ['labour without help owes a development measure', 'able', [], [], '', ['development']],
    ['training alone is no development measure', 'able', [], ['skills_training'], '', ['development']],
    ['relief alone is no development measure', 'able', [], ['rural_dibao'], '', ['development']],
    ['a public post is one', 'able', [], ['public_post'], '', []],
    ['weak labour owes that it was looked for', 'weak', [], ['rural_dibao'], '', ['explored']],
    ['weak labour with what came of it recorded owes nothing', 'weak', [], ['rural_dibao'], '走访三家合作社，均不适合', []],
    ['no labour owes a safety net', 'none', [], ['public_post'], '', ['safety_net']],
    ['no labour with dibao owes nothing', 'none', [], ['rural_dibao'], '', []],
    ['unknown labour owes that it is found out', 'unknown', [], ['public_post', 'rural_dibao'], '', ['labour']],
    ['illness owes health or social help', 'able', ['因病'], ['public_post'], '', ['risk:因病']],
    ['illness is answered by medical assistance', 'able', ['因病'], ['public_post', 'medical_assistance'], '', []],
    ['two risks owe two answers', 'able', ['因学', '因安全住房'], ['public_post'], '', ['risk:因学', 'risk:因安全住房']],
    ['a risk without a rule owes nothing of its own', 'able', ['因务工就业不稳'], ['public_post'], '', []],
  ] as const)('%s', (_, labour, risks, measures, explored, expected) => {
    expect(open(policy, labour, risks, held(...measures), explored, minimum)).toEqual(expected)
  })
})

describe('suggestions', () => {
  const suggested = (
    labour: 'able' | 'none',
    risks: string[],
    measures: string[] = [],
    precedents: Parameters<typeof suggestionsFor>[5] = [],
  ) => {
    const has = held(...measures)
    return suggestionsFor(policy, labour, risks, has, dutiesOf(policy, labour, risks, has, '', minimum), precedents)
  }
  it('never name what the household has', () => {
    expect(suggested('able', ['因病'], ['medical_assistance']).map(({ measure }) => measure)).not.toContain('medical_assistance')
  })
  it('never ask labour of a household that has none', () => {
    const needing = suggested('none', ['因病', '缺劳动力']).filter(({ definition }) => definition.needs_labour)
    expect(needing).toEqual([])
  })
  it('put first what fills most of what is owed', () => {
    expect(suggested('able', ['因病'])[0]?.definition.group).toMatch(/公益岗位帮扶|健康帮扶|就业帮扶/)
  })
  it('give a reason for each', () => {
    for (const { reasons } of suggested('able', ['因学', '因残'])) expect(reasons.length).toBeGreaterThan(0)
  })
  it('quote households like this one only where there are enough of them', () => {
    const precedent = (ofHouseholds: number) =>
      suggested('able', ['因病'], [], [{ measure: 'medical_assistance', households: 3, ofHouseholds }])
    const quoted = (list: ReturnType<typeof precedent>) =>
      list.find(({ measure }) => measure === 'medical_assistance')?.reasons.some((one) => one.includes('落实过'))
    expect(quoted(precedent(4))).toBe(false)
    expect(quoted(precedent(5))).toBe(true)
  })
})

describe('clusters', () => {
  const rule = { fewest: 5, multiple: 3 }
  it.each([
    ['too few are no cluster', [{ division: 'a', recognised: 4, households: 100 }], { recognised: 4, households: 10_000 }, []],
    [
      'many at the usual rate are no cluster',
      [{ division: 'a', recognised: 10, households: 1000 }],
      { recognised: 100, households: 10_000 },
      [],
    ],
    [
      'many at three times the rate elsewhere are',
      [{ division: 'a', recognised: 30, households: 1000 }],
      { recognised: 120, households: 10_000 },
      ['a'],
    ],
    ['all new cases in one place are', [{ division: 'a', recognised: 6, households: 300 }], { recognised: 6, households: 10_000 }, ['a']],
    [
      'a place whose households are not known counts by number',
      [{ division: 'a', recognised: 6, households: 0 }],
      { recognised: 60, households: 10_000 },
      ['a'],
    ],
  ] as const)('%s', (_, places, whole, expected) => {
    expect(clustersOf(places, whole, rule).map(({ division }) => division)).toEqual(expected)
  })
})
