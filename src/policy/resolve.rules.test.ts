import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withFile, written } from './demo-tree.ts'
import { loadPolicy } from './load.ts'
import type { Policy, RegionPolicy } from './policy.ts'
import { datasetIn, regionsUpwards, resolveParameter, rulesIn } from './resolve.rules.ts'
import type { DatedValue } from './schema.ts'

const noRegion: RegionPolicy = { parameters: new Map(), datasets: new Map(), rules: new Map(), endedRules: new Map() }
const levels = ['national', '99', '9901', '990101', '990101001', '990101001002']

type Stated = { level: string; day: string; value: number | null }

function policyOf(stated: readonly Stated[]): Pick<Policy, 'parameters' | 'regions'> {
  const valuesAt = (level: string): Record<string, DatedValue> =>
    Object.fromEntries(stated.filter((one) => one.level === level).map(({ day, value }) => [day, { value, basis: ['project-default'] }]))
  const definition = { label: '甲', unit: '元', lower_levels_may: 'set' as const, reviewed_on: '2099-01-01', values: valuesAt('national') }
  const regions = levels.slice(1).map((level): [string, RegionPolicy] => {
    const overlay = { reviewed_on: '2099-01-01', values: valuesAt(level) }
    return [level, { ...noRegion, parameters: new Map([['a/b', overlay]]) }]
  })
  return { parameters: new Map([['a/b', definition]]), regions: new Map(regions) }
}

/** The same said the slow way: walk the levels inwards, and every level that has begun and not ended overrules the ones before. */
function slowly(stated: readonly Stated[], region: string, day: string): number | undefined {
  let answer: number | undefined
  for (const level of levels) {
    if (level !== 'national' && !region.startsWith(level)) continue
    let latest: Stated | undefined
    for (const one of stated) if (one.level === level && one.day <= day && (latest === undefined || one.day > latest.day)) latest = one
    if (latest !== undefined && latest.value !== null) answer = latest.value
  }
  return answer
}

const someDay = fc.integer({ min: 2095, max: 2099 }).map((year) => `${year}-01-01`)
const someStatement = fc.record({ level: fc.constantFrom(...levels), day: someDay, value: fc.option(fc.integer({ min: 0, max: 9 })) })
const someStatements = fc.uniqueArray(someStatement, { maxLength: 12, selector: ({ level, day }) => `${level} ${day}` })

const byProvince = `reviewed_on: 2099-03-01
values:
  2099-06-01: { value: 7700, unit: 元/户·年, basis: [demo-notice#3] }
`

describe('a parameter', () => {
  test('is what the nearest region with a value in force says', () => {
    fc.assert(
      fc.property(someStatements, fc.constantFrom(...levels), someDay, (stated, region, day) => {
        expect(resolveParameter(policyOf(stated), 'a/b', region, day)?.value).toBe(slowly(stated, region, day))
      }),
      { seed: 42, numRuns: 500 },
    )
  })

  const policy = loadPolicy(written(withFile('regions/99/parameters/income/line.yaml', byProvince)))

  test.each([
    ['before anything is stated', '990101', '2097-12-31', undefined],
    ['by the nation alone', '990101', '2098-05-01', { value: 7000, region: 'national', since: '2098-01-01', isProjectDefault: false }],
    ['by the county', '990101', '2099-01-01', { value: 8000, region: '990101', since: '2099-01-01' }],
    ['by the province once the county has ended its own', '990101', '2099-07-01', { value: 7700, region: '99', since: '2099-06-01' }],
    ['in a village of the county', '990101001002', '2099-01-01', { value: 8000, region: '990101' }],
    ['in another county', '990102', '2099-01-01', { value: 7600, region: 'national', isProjectDefault: true, unit: '元/人·年' }],
    ['in its own unit', '99', '2099-08-01', { value: 7700, unit: '元/户·年' }],
    ['for the nation as a whole', 'national', '2099-08-01', { value: 7600 }],
  ])('%s', (_, region, day, expected) => {
    const found = resolveParameter(policy, 'income/line', region, day)
    if (expected === undefined) expect(found).toBeUndefined()
    else expect(found).toMatchObject(expected)
  })

  test('that nobody defined is a mistake of the program', () => {
    expect(() => resolveParameter(policy, 'income/lime', '99', '2099-01-01')).toThrow('income/lime')
  })
})

test('regions upwards are the code cut to each level', () => {
  expect(regionsUpwards('990101001002')).toEqual(['990101001002', '990101001', '990101', '9901', '99'])
  expect(regionsUpwards('national')).toEqual([])
})

describe('a dataset', () => {
  const policy = loadPolicy(
    written({
      ...withFile('regions/99/datasets/bills.yaml', 'full_list: true\ncovers: low_income\n'),
      'regions/990101/datasets/bills.yaml': 'covers: all\nbasis: [demo-notice]\n',
    }),
  )

  test('is as the nation describes it where no region differs', () => {
    expect(datasetIn(policy, 'bills', '98')).toEqual(policy.datasets.get('bills'))
  })

  test('takes from each region above what nearer ones do not say', () => {
    expect(datasetIn(policy, 'bills', '990101')).toMatchObject({ full_list: true, covers: 'all', label: '医疗费用' })
  })
})

describe('the rules in force', () => {
  const own = `label: 本县规则
about: household
risk: 其他
in_force: { from: 2099-02-01, until: 2099-05-31 }
basis: [demo-notice]
plain: 一。
ask: [一]
when: { fact: household.grade, is: "2" }
severity: [{ is: low }]
examples:
  - { name: 一, on: 2099-02-01, at: "990101", given: { household.grade: "2" }, expect: hit }
  - { name: 二, on: 2099-02-01, at: "990101", given: { household.grade: "1" }, expect: clear }
  - { name: 三, on: 2099-02-01, at: "990101", given: {}, expect: unknown }
`
  const policy = loadPolicy(
    written({
      ...withFile('regions/9901/rules/large-bill.yaml', 'ended_from: 2099-04-01\nbasis: [demo-notice]\n'),
      'regions/990101/rules/own-rule.yaml': own,
    }),
  )
  const ids = (region: string, day: string) => rulesIn(policy, region, day).map((rule) => `${rule.id} ${rule.region}`)

  test.each([
    ['the national rule before it began', '99', '2097-12-31', []],
    ['the national rule', '99', '2099-04-01', ['large-bill national']],
    ['the national rule on its last day in the prefecture', '990102', '2099-03-31', ['large-bill national']],
    ['nothing where the prefecture ended it', '990102', '2099-04-01', []],
    ['a county rule beside the national one', '990101', '2099-03-31', ['large-bill national', 'own-rule 990101']],
    ['a county rule on its last day', '990101', '2099-05-31', ['own-rule 990101']],
    ['no county rule after its last day', '990101', '2099-06-01', []],
  ])('%s', (_, region, day, expected) => {
    expect(ids(region, day)).toEqual(expected)
  })
})
