/** A change that is only tried holds in memory, in one county, on all days. */
import { expect, test } from 'vitest'
import { loadPolicy, resolveParameter, rulesIn } from '../../policy/index.ts'
import { changedPolicy, rulesConcerned } from './changed-policy.rules.ts'

const policy = loadPolicy(new URL('../../../policy', import.meta.url).pathname)
const valueIn = (changed: typeof policy, region: string, day: string) =>
  resolveParameter(changed, 'medical/self_paid_alert', region, day)?.value

test('the tried value holds in the county only', () => {
  const changed = changedPolicy(policy, '522399', { parameters: [{ key: 'medical/self_paid_alert', value: 77 }] })
  expect(valueIn(changed, '522399', '2026-10-31')).toBe(77)
  expect(valueIn(changed, '522398', '2026-10-31')).toBe(10000)
  expect(valueIn(policy, '522399', '2026-10-31')).toBe(10000)
})

test('a rule that is not in force yet applies on every day', () => {
  const onDay = (changed: typeof policy) => rulesIn(changed, '522399', '2019-01-01').map(({ id }) => id)
  expect(onDay(policy)).toEqual([])
  expect(onDay(changedPolicy(policy, '522399', { ruleId: 'dropout', parameters: [] }))).toEqual(['dropout'])
})

test('a rule that a region ended applies again', () => {
  const end = { ended_from: '2024-01-01', basis: ['project-default'] }
  const region = { parameters: new Map(), datasets: new Map(), rules: new Map(), endedRules: new Map([['dropout', end]]) }
  const ended = { ...policy, regions: new Map([['52', region]]) }
  const has = (changed: typeof policy) => rulesIn(changed, '522399', '2026-10-31').some(({ id }) => id === 'dropout')
  expect([has(ended), has(changedPolicy(ended, '522399', { ruleId: 'dropout', parameters: [] }))]).toEqual([false, true])
})

test('the rules concerned are the one that is tried, else those that read the parameter', () => {
  expect([...rulesConcerned(policy, { ruleId: 'dropout', parameters: [{ key: 'medical/self_paid_alert', value: 1 }] })]).toEqual([
    'dropout',
  ])
  expect([...rulesConcerned(policy, { parameters: [{ key: 'medical/self_paid_alert', value: 1 }] })]).toEqual(['medical-burden'])
})
