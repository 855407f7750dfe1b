/** Parameters changed by officers: proposed, approved by a second person, laid over the policy, and read by the next run. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FileAnswer } from '../../src/access/index.ts'
import { loadPolicy } from '../../src/policy/index.ts'
import { screeningConstraintWords } from '../../src/screening/server/index.ts'
import { leadList } from '../../src/screening/server/lead-lists.actions.ts'
import { parameters } from '../../src/screening/server/policy.actions.ts'
import {
  approveChange,
  changeList,
  overlayFile,
  proposeChange,
  refuseChange,
  withdrawChange,
} from '../../src/screening/server/policy-change.actions.ts'
import { newChange } from '../../src/screening/server/policy-change-shapes.ts'
import { type PolicyInForce, policyInForce } from '../../src/screening/server/policy-in-force.ts'
import { type Context, type Jobs, type Officer, systemOfficer } from '../../src/store/index.ts'
import { asker, officer, shippedPolicy, type TestStore, testStore } from '../database/database.test-support.ts'
import { county, filesOf, openSmallJobs, type SmallCounty, screened } from './small-county.test-support.ts'

const clerk = officer(county, ['policy.read', 'policy.change', 'export.table'], { id: 3, name: '赵敏' })
const lead = officer(county, ['policy.read', 'policy.change', 'policy.approve'], { id: 6, name: '周强' })
const villager = officer('522399001001', ['policy.read'], { id: 4, name: '李明' })
const outsider = officer('522398', ['policy.read', 'policy.change', 'policy.approve'], { id: 5, name: '钱伟' })

let store: TestStore
let jobs: Jobs
let inForce: PolicyInForce
let parentFolder: string
const now: SmallCounty = { A: { village: '新寨村', bill: 8000 }, B: { village: '河口村', bill: 12000 } }

beforeAll(async () => {
  inForce = policyInForce(shippedPolicy().folder)
  store = await testStore({ policy: inForce.current, policyChanged: inForce.refresh, constraints: screeningConstraintWords })
  parentFolder = await mkdtemp(join(tmpdir(), 'xianjie-screening-test-'))
  jobs = await openSmallJobs(
    store,
    filesOf(() => now),
    { parentFolder },
  )
})
afterAll(async () => {
  await jobs.close()
  await store.drop()
  await rm(parentFolder, { recursive: true, force: true })
})

const as = <T>(who: Officer, work: (ctx: Context) => Promise<T>): Promise<T> => store.transaction(asker(who), work)
const own = { title: '清溪县防返贫办通知', issuer: '清溪县防返贫办', documentNumber: '清防返办〔2026〕3号', issuedOn: '2026-10-01' }
const alert = 'medical/self_paid_alert'
const asked = (more: object = {}) =>
  newChange.parse({
    parameter: alert,
    from: '2026-10-01',
    value: 6000,
    basis: { ...own, article: '第二条', text: '自付医疗费预警线为 6000 元' },
    reason: '州里试点',
    ...more,
  })
const parameterOf = async (who: Officer, key = alert) => (await as(who, (ctx) => parameters(ctx, {}))).items.find((one) => one.key === key)

async function found(): Promise<string[]> {
  const list = await as({ ...systemOfficer, area: county }, (ctx) => leadList(ctx, { limit: 50, sort: 'rank', rule: 'medical-burden' }))
  return 'kind' in list ? [] : list.items.filter((one) => one.isPresent).map((one) => one.householdNumber.slice(-1))
}

test('a change holds once a second person approved it, and the next run reads it', async () => {
  const before = inForce.current().hash
  await screened(store, '2026-10-30')
  expect(await found()).toEqual(['2'])

  const proposed = await as(clerk, (ctx) => proposeChange(ctx, asked()))
  expect(proposed).toMatchObject({
    state: 'proposed',
    value: 6000,
    valueBefore: 10000,
    basis: '清防返办〔2026〕3号 第二条',
    mayDecide: false,
  })
  expect(await parameterOf(clerk)).toMatchObject({ value: 10000, waiting: 1 })
  expect(inForce.current().hash).toBe(before)

  const approved = await as(lead, (ctx) => approveChange(ctx, proposed.id, '同意'))
  expect(approved).toMatchObject({ state: 'approved', proposedBy: '赵敏', decidedBy: '周强', decisionNote: '同意' })
  expect(inForce.current().hash).not.toBe(before)
  const parameter = await parameterOf(villager)
  expect(parameter).toMatchObject({ value: 6000, since: '2026-10-01', basis: ['清防返办〔2026〕3号 第二条'], waiting: 0 })
  expect(parameter?.history.map(({ value, change }) => [value, change?.proposedBy ?? null, change?.approvedBy ?? null])).toEqual([
    [6000, '赵敏', '周强'],
    [10000, null, null],
  ])

  await screened(store, '2026-10-31')
  expect((await found()).sort()).toEqual(['1', '2'])
})

test('the file of local values gives the command line the same policy', async () => {
  const file = (await as(clerk, overlayFile)) as FileAnswer
  const text = String(file.content)
  expect(loadPolicy(shippedPolicy().folder, { name: '本地参数.yaml', text }).hash).toBe(inForce.current().hash)
})

test('a later approval for the same day takes the place of the earlier, and both stay in the list', async () => {
  const { id } = await as(clerk, (ctx) => proposeChange(ctx, asked({ value: 6500, reason: '更正' })))
  await as(lead, (ctx) => approveChange(ctx, id, ''))
  expect(await parameterOf(clerk)).toMatchObject({ value: 6500 })
  const list = await as(clerk, (ctx) => changeList(ctx, { limit: 10, parameter: alert }))
  if ('kind' in list) throw new Error('a list was asked for')
  expect(list.items.map(({ value, state, isApplied }) => [value, state, isApplied])).toEqual([
    [6500, 'approved', true],
    [6000, 'approved', false],
  ])
})

test('null ends the own value: the level above applies again', async () => {
  const basis = { lawId: 'guizhou-line-2023', article: '收入线' }
  const { id } = await as(clerk, (ctx) => proposeChange(ctx, asked({ value: null, from: '2026-12-01', reason: '试点结束', basis })))
  await as(lead, (ctx) => approveChange(ctx, id, ''))
  const later = await as(clerk, (ctx) => parameters(ctx, { on: '2026-12-01' }))
  expect(later.items.find(({ key }) => key === alert)).toMatchObject({ value: 10000 })
  expect(await parameterOf(clerk)).toMatchObject({ value: 6500 })
})

test.each([
  [
    'a value the province does not allow',
    { parameter: 'income/monitoring_line', value: 7000 },
    '此参数只可提高:2026-10-01 上级为 7300,此处为 7000',
  ],
  ['a text where a number belongs', { value: '六千' }, '应填数字，现为文字'],
  ['an article nobody entered', { basis: { lawId: 'guizhou-line-2023', article: '第九条' } }, '没有登记“第九条”'],
  ['an instrument that does not exist', { basis: { lawId: 'no-such-law', article: '' } }, '没有 no-such-law'],
  ['a parameter that does not exist', { parameter: 'medical/nothing' }, '没有参数“medical/nothing”'],
  ['what holds already', { value: 6500 }, '已经是这个取值和依据'],
])('%s is refused', async (_, more, words) => {
  await expect(as(clerk, (ctx) => proposeChange(ctx, asked(more)))).rejects.toThrow(words)
})

test('nobody approves the own proposal, decides twice, or decides for another county', async () => {
  const mine = await as(lead, (ctx) => proposeChange(ctx, asked({ from: '2027-01-01', value: 7000 })))
  await expect(as(lead, (ctx) => approveChange(ctx, mine.id, ''))).rejects.toThrow('不能批准自己提出的调整')
  await expect(as(clerk, (ctx) => proposeChange(ctx, asked({ from: '2027-01-01', value: 7100 })))).rejects.toThrow('待批准')
  await expect(as(outsider, (ctx) => approveChange(ctx, mine.id, ''))).rejects.toThrow('没有找到')
  await expect(as(clerk, (ctx) => withdrawChange(ctx, mine.id, ''))).rejects.toThrow('只能由本人撤回')
  await as(lead, (ctx) => withdrawChange(ctx, mine.id, ''))
  const other = officer(county, ['policy.approve'], { id: 7, name: '另一位' })
  await expect(as(other, (ctx) => refuseChange(ctx, mine.id, '晚了'))).rejects.toThrow('已撤回（周强）')
  expect(await as(outsider, (ctx) => changeList(ctx, { limit: 10 }))).toEqual({ items: [], next: null })
})

test('what was decided cannot be altered or removed by the application', async () => {
  const alter = (ctx: Context) => ctx.db.updateTable('parameter_changes').set({ state: 'refused' }).executeTakeFirst()
  expect((await as(lead, alter)).numUpdatedRows).toBe(0n)
  await expect(as(lead, (ctx) => ctx.db.deleteFrom('parameter_changes').execute())).rejects.toThrow()
  await expect(as(lead, (ctx) => ctx.db.updateTable('parameter_changes').set({ value: '1' }).execute())).rejects.toThrow()
})

test('a change the folder no longer allows is left out and told, the others hold', async () => {
  const told: string[] = []
  const again = policyInForce(shippedPolicy().folder, (error) => told.push(error.message))
  await store.asOwner((client) =>
    client.query(`INSERT INTO parameter_changes (division_code, parameter, from_on, value, value_before, document, reason, state,
    proposed_by, proposed_by_name, proposed_at, decided_by, decided_by_name, decided_at, decided_on)
    VALUES ('522399', 'medical/was_there', '2026-10-01', '1', 'null', '{"lawId":"guizhou-line-2023"}', '旧', 'approved', 1, '甲', now(), 2, '乙', now(), '2026-10-01')`),
  )
  await again.refresh(store)
  expect(told.join()).toContain('medical/was_there')
  expect(again.current().regions.get(county)?.parameters.has(alert)).toBe(true)
})
