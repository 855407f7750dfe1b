/** Whatever a list answers fits what its route promises, also where there is nothing yet. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Route } from '../../src/access/index.ts'
import { grantExemption } from '../../src/screening/server/exemption.actions.ts'
import { qualityRoutes, screeningRoutes } from '../../src/screening/server/index.ts'
import { laws, parameters, qualityRules, rules } from '../../src/screening/server/policy.actions.ts'
import { type TestStore, testStore } from '../database/database.test-support.ts'
import { as, leadOf, merged } from './found.test-support.ts'
import { li, zhao } from './small-county.test-support.ts'

let empty: TestStore
let filled: TestStore

beforeAll(async () => {
  empty = await testStore()
  filled = await testStore()
  const leads = [{ of: 'A', village: '新寨村', rule: 'medical-burden' }] as const
  const findings = [{ of: 'A', village: '新寨村', rule: '2_01_001', field: 'ethnicity', person: 'RA' }] as const
  await merged(filled, '2026-09-30', leads, findings)
  await merged(filled, '2026-10-31', leads, findings)
  const { id } = await leadOf(filled, 'A', 'medical-burden')
  await as(filled, zhao, (ctx) => grantExemption(ctx, { about: 'lead', id, reason: '减免', evidence: '证明', untilOn: '2027-01-01' }))
})
afterAll(async () => {
  await empty.drop()
  await filled.drop()
})

const reading = [...screeningRoutes, ...qualityRoutes].filter(
  ({ method, path, answer }) => method === 'GET' && !path.includes(':') && answer !== undefined,
)
const extra: Record<string, object> = { '/leads/summary': { by: 'rule' }, '/quality/summary': { by: 'rule' } }

function ask(store: TestStore, { path, query, answer, handle }: Route, more: object = {}) {
  const input = {
    params: {},
    query: query?.parse({ ...extra[path], ...more }),
    body: undefined,
    uploads: [],
    address: '',
    userAgent: '',
    token: undefined,
  }
  return as(store, zhao, async (ctx) => answer?.parse(await handle(ctx, input)))
}

test.each(reading.map((one) => [one.path, one] as const))('%s answers what it promises', async (_, one) => {
  expect(await ask(empty, one)).toBeDefined()
  expect(await ask(filled, one)).toBeDefined()
})

test.each(
  reading
    .filter(({ query }) => query !== undefined && 'format' in (query as never as { shape: object }).shape)
    .map((one) => [one.path, one] as const),
)('%s is a workbook on demand', async (_, { query, handle }) => {
  const input = {
    params: {},
    query: query?.parse({ format: 'xlsx' }),
    body: undefined,
    uploads: [],
    address: '',
    userAgent: '',
    token: undefined,
  }
  expect(await as(filled, zhao, (ctx) => handle(ctx, input))).toMatchObject({ kind: 'file', name: expect.stringMatching(/\.xlsx$/) })
})

test('a parameter is told with the value in force, its history, its basis and who may change it', async () => {
  const { items } = await as(filled, zhao, async (ctx) => parameters(ctx, {}))
  const line = items.find(({ key }) => key === 'income/monitoring_line')
  expect(line).toMatchObject({ label: expect.stringContaining('监测'), lowerLevelsMayLabel: expect.stringContaining('下级') })
  expect(line?.history.filter(({ isInForce }) => isInForce).length).toBe(1)
  expect(line?.history.map(({ since }) => since)).toContain(line?.since)
  expect(line?.usedBy.map(({ ruleId }) => ruleId)).toContain('income-below-line')
})

test('a village reads the rules in plain words, and the instruments behind them', async () => {
  const { items } = await as(filled, li, (ctx) => rules(ctx, {}))
  expect(items.find(({ ruleId }) => ruleId === 'medical-burden')).toMatchObject({
    isInForce: true,
    questions: [expect.any(String), expect.any(String), expect.any(String)],
    parameters: expect.arrayContaining([{ key: 'medical/self_paid_alert', label: expect.any(String), value: '10000元' }]),
  })
  const { items: instruments } = await as(filled, li, async (ctx) => laws(ctx))
  expect(instruments.map(({ id }) => id)).toContain('central-2026-1')
  const { items: quality } = await as(filled, li, (ctx) => qualityRules(ctx))
  expect(quality.find(({ ruleId }) => ruleId === '2_01_001')).toMatchObject({ label: '民族空白（脱贫户）', about: '人', open: 1 })
})
