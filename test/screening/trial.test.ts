/** A rule or a parameter value tried on the months there are; leads are left alone. */
import exceljs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { trialHandler } from '../../src/app/jobs/rule-trial.ts'
import { trialJob } from '../../src/screening/server/index.ts'
import { askTrial, oneTrial, trialList } from '../../src/screening/server/trial.actions.ts'
import { trialHouseholds } from '../../src/screening/server/trial-households.actions.ts'
import { type Jobs, openJobs } from '../../src/store/index.ts'
import { type TestStore, testStore } from '../database/database.test-support.ts'
import { as } from './found.test-support.ts'
import { county, ended, filesOf, headOf, numberOf, qian, type SmallCounty, zhao } from './small-county.test-support.ts'

let store: TestStore
let jobs: Jobs

/** Two months were handed in; the months before have nothing. */
const months: Record<string, SmallCounty> = {
  '2026-09-30': { A: { village: '新寨村', bill: 12000 }, B: { village: '坝上村', bill: 30000 }, C: { village: '河口村', overdue: 100 } },
  '2026-10-31': { A: { village: '新寨村', bill: 12000 }, B: { village: '坝上村', bill: 30000 }, D: { village: '河口村', bill: 16000 } },
}

beforeAll(async () => {
  store = await testStore()
  jobs = await openJobs(
    store,
    { [trialJob]: trialHandler({ files: filesOf((asOf) => months[asOf]), threads: 1 }) },
    { onError: (error) => console.error(error) },
  )
})
afterAll(async () => {
  await jobs.close()
  await store.drop()
})

async function tried(body: Partial<Parameters<typeof askTrial>[1]>) {
  const asked = await as(store, zhao, (ctx) => askTrial(ctx, { divisionCode: county, parameters: [], months: 3, ...body }))
  const { rows } = await store.asOwner((client) =>
    client.query<{ job_id: number }>('SELECT job_id FROM rule_trials WHERE id = $1', [asked.id]),
  )
  expect(await ended(store, rows[0]?.job_id ?? 0)).toMatchObject({ state: 'done', error: null })
  return as(store, zhao, (ctx) => oneTrial(ctx, asked.id))
}

test('a higher limit shows month by month which households would no longer be found', async () => {
  const trial = await tried({ ruleId: 'medical-burden', parameters: [{ key: 'medical/self_paid_alert', value: '20000' }] })
  expect(trial.parameters).toEqual([
    { key: 'medical/self_paid_alert', label: expect.any(String), unit: expect.any(String), now: 10000, tried: 20000 },
  ])
  expect(trial.months).toMatchObject([
    {
      asOf: '2026-09-30',
      before: 2,
      after: 1,
      moreCount: 0,
      fewerCount: 1,
      more: [],
      fewer: [{ householdNumber: numberOf('A'), headName: headOf('A'), village: '新寨村', ruleIds: ['medical-burden'] }],
    },
    {
      asOf: '2026-10-31',
      before: 3,
      after: 1,
      fewerCount: 2,
      fewer: [{ householdNumber: numberOf('A') }, { householdNumber: numberOf('D') }],
    },
  ])
  const { rows } = await store.asOwner((client) => client.query('SELECT count(*)::integer AS leads FROM leads'))
  expect(rows).toEqual([{ leads: 0 }])
  const seen = await as(store, qian, (ctx) => trialList(ctx, { limit: 10 }))
  expect(seen.items).toEqual([])
  await expect(as(store, qian, (ctx) => oneTrial(ctx, trial.id))).rejects.toMatchObject({ code: 'store.not_found' })

  const month = { month: '2026-10-31', side: 'fewer', limit: 50 } as const
  const heads = async (query: object, who = zhao) => {
    const list = await as(store, who, (ctx) => trialHouseholds(ctx, trial.id, { ...month, ...query }))
    if ('kind' in list) throw new Error('a list was asked for')
    return list.items.map(({ headName }) => headName)
  }
  expect(await heads({})).toEqual([headOf('A'), headOf('D')])
  expect(await heads({ sort: '-number' })).toEqual([headOf('D'), headOf('A')])
  expect(await heads({ find: '新寨' })).toEqual([headOf('A')])
  expect(await heads({ side: 'more' })).toEqual([])
  for (const [query, who] of [
    [{ month: '2026-08-31' }, zhao],
    [{}, qian],
  ] as const)
    await expect(heads(query, who)).rejects.toMatchObject({ code: 'store.not_found' })
  const file = await as(store, zhao, (ctx) => trialHouseholds(ctx, trial.id, { ...month, sort: '-number', format: 'xlsx' }))
  if (!('kind' in file)) throw new Error('a workbook was asked for')
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(file.content as never)
  const written = workbook.worksheets[0]?.getColumn(1).values as unknown[]
  expect(written.slice(3)).toEqual([headOf('D'), headOf('A')])
  const exported = await store.asOwner((client) =>
    client.query("SELECT subject_kind FROM audit_entries WHERE action = 'table.exported' ORDER BY id DESC LIMIT 1"),
  )
  expect(exported.rows).toEqual([{ subject_kind: 'rule_trial' }])
})

test('a parameter that is only read through a fact tells of the rules whose leads differ', async () => {
  const trial = await tried({ parameters: [{ key: 'window/months', value: 0 }], months: 1 })
  expect(trial.months).toMatchObject([{ asOf: '2026-10-31', moreCount: 0 }])
  expect(trial.months[0]?.fewerCount).toBeGreaterThan(0)
})

test.each([
  [{ parameters: [] }, 'trial.nothing_to_try'],
  [{ ruleId: 'no-such-rule' }, 'trial.no_such_rule'],
  [{ parameters: [{ key: 'medical/nothing', value: 1 }] }, 'trial.no_such_parameter'],
  [{ parameters: [{ key: 'medical/self_paid_alert', value: '两万' }] }, 'trial.wrong_kind'],
])('%j is refused', async (body, code) => {
  await expect(as(store, zhao, (ctx) => askTrial(ctx, { divisionCode: county, parameters: [], months: 3, ...body }))).rejects.toMatchObject(
    { code },
  )
})

test('a county outside the area is not found', async () => {
  const body = { divisionCode: county, ruleId: 'dropout', parameters: [], months: 3 }
  await expect(as(store, qian, (ctx) => askTrial(ctx, body))).rejects.toMatchObject({ code: 'store.not_found' })
})
