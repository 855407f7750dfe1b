/** Screening as a job: what a run leaves behind, and what the next one makes of it. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { grantExemption } from '../../src/screening/server/exemption.actions.ts'
import { closeLead } from '../../src/screening/server/lead.actions.ts'
import { householdList, leadList } from '../../src/screening/server/lead-lists.actions.ts'
import { leadProof } from '../../src/screening/server/proof-card.actions.ts'
import { findingTrend } from '../../src/screening/server/quality.actions.ts'
import { askRun, oneRun, runList, unknownList } from '../../src/screening/server/run.actions.ts'
import type { Context, Jobs, Officer } from '../../src/store/index.ts'
import { asker, type TestStore, testStore } from '../database/database.test-support.ts'
import {
  county,
  ended,
  filesOf,
  li,
  numberOf,
  openSmallJobs,
  qian,
  type SmallCounty,
  screened,
  wang,
  zhao,
} from './small-county.test-support.ts'

let store: TestStore
let jobs: Jobs
let parentFolder: string
let now: SmallCounty = {}

beforeAll(async () => {
  store = await testStore()
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

/** `household rule state`, with a mark where it is new, gone or exempt. */
async function leadsSeen(who: Officer = zhao): Promise<string[]> {
  const list = await as(who, (ctx) => leadList(ctx, { limit: 200, sort: 'household' }))
  if ('kind' in list) throw new Error('a list was asked for')
  return list.items.map(
    (lead) =>
      `${lead.householdNumber.replace(/^522399/, '')} ${lead.ruleId} ${lead.state}${lead.outcome === null ? '' : `:${lead.outcome}`}${lead.isNew ? ' new' : ''}${lead.isExempt ? ' exempt' : ''}`,
  )
}

async function leadOf(letter: string, ruleId: string) {
  const list = await as(zhao, (ctx) => leadList(ctx, { limit: 10, sort: 'rank', household: numberOf(letter), rule: ruleId }))
  const [lead] = 'kind' in list ? [] : list.items
  if (lead === undefined) throw new Error(`no lead ${letter} ${ruleId}`)
  return lead
}

/** Everything a run may change, but which run was the last. */
async function everything(): Promise<unknown> {
  return store.asOwner(async (client) => {
    const leads = await client.query("SELECT to_jsonb(l) - 'last_run' AS row FROM leads l ORDER BY id")
    const findings = await client.query("SELECT to_jsonb(q) - 'last_run' AS row FROM quality_findings q ORDER BY id")
    const discrepancies = await client.query("SELECT to_jsonb(d) - 'last_run' AS row FROM discrepancies d ORDER BY id")
    const events = await client.query('SELECT count(*) AS n FROM lead_events')
    return [leads.rows, findings.rows, discrepancies.rows, events.rows]
  })
}

test('the first run finds everything new and leaves no file behind', async () => {
  now = {
    A: { village: '新寨村', overdue: 3000 },
    B: { village: '坝上村', overdue: 5000, lifted: true, ethnicity: '' },
    C: { village: '河口村', bill: 30000 },
  }
  expect(await screened(store, '2026-07-31')).toMatchObject({ leads: 4, newLeads: 4, stillLeads: 0, goneLeads: 0, households: 3, red: 1 })
  expect(await leadsSeen()).toEqual([
    '000001 loan-overdue open new',
    '000002 loan-overdue open new',
    '000003 income-below-line open new',
    '000003 medical-burden open new',
  ])
  expect(await readdir(parentFolder)).toEqual([])
})

test('the same run again changes nothing', async () => {
  const before = await everything()
  expect(await screened(store, '2026-07-31')).toMatchObject({ leads: 4, newLeads: 4, stillLeads: 0, goneLeads: 0 })
  expect(await everything()).toEqual(before)
})

test('the county wall holds: the township sees its own, the village its own, the next county nothing', async () => {
  expect(await leadsSeen(wang)).toEqual(['000001 loan-overdue open new', '000002 loan-overdue open new'])
  expect(await leadsSeen(li)).toEqual(['000001 loan-overdue open new'])
  expect(await leadsSeen(qian)).toEqual([])
  const own = (list: Awaited<ReturnType<typeof runList>>) => ('kind' in list ? [] : list.items.map(({ asOf }) => asOf))
  expect(own(await as(wang, (ctx) => runList(ctx, { limit: 50, sort: 'newest' })))).toEqual(['2026-07-31', '2026-07-31'])
  expect(own(await as(qian, (ctx) => runList(ctx, { limit: 50, sort: 'newest' })))).toEqual([])
  await expect(as(qian, (ctx) => oneRun(ctx, 1))).rejects.toMatchObject({ code: 'store.not_found' })
  await expect(as(qian, (ctx) => askRun(ctx, { divisionCode: county }))).rejects.toMatchObject({ code: 'store.not_found' })
  expect((await as(qian, (ctx) => unknownList(ctx, {}))).items).toEqual([])
  expect((await as(li, (ctx) => unknownList(ctx, { rule: 'dropout' }))).items).toMatchObject([{ households: 1, remedy: '请收齐：学籍' }])
})

test('next month one lead stays, one is gone with its reason, one is new, one is exempt', async () => {
  const exempt = await leadOf('C', 'income-below-line')
  await as(zhao, (ctx) =>
    grantExemption(ctx, { about: 'lead', id: exempt.id, reason: '儿子已代付', evidence: '付款凭证', untilOn: '2027-10-31' }),
  )
  now = { ...now, B: { village: '坝上村', lifted: true }, D: { village: '新寨村', overdue: 100 } }
  expect(await screened(store, '2026-08-31')).toMatchObject({ leads: 4, newLeads: 1, stillLeads: 3, goneLeads: 1, exemptLeads: 1 })
  expect(await leadsSeen()).toEqual([
    '000001 loan-overdue open',
    '000002 loan-overdue closed:gone',
    '000003 income-below-line open exempt',
    '000003 medical-burden open',
    '000004 loan-overdue open new',
  ])
  expect((await leadOf('B', 'loan-overdue')).outcomeReason).toBe('最近一次筛查不再命中')
})

test('an exempt lead makes its household no more urgent and stands in no queue', async () => {
  const list = await as(zhao, (ctx) => householdList(ctx, { limit: 50, household: numberOf('C') }))
  expect('items' in list && list.items.map(({ urgency, rules }) => [urgency, rules.map(({ ruleId }) => ruleId)])).toEqual([
    ['red', ['medical-burden']],
  ])
})

test('the number of quality problems goes down once they are mended', async () => {
  const points = await as(zhao, (ctx) => findingTrend(ctx, { rule: '2_01_001' }))
  expect(points.items.map(({ asOf, open }) => [asOf, open])).toEqual([
    ['2026-07-31', 1],
    ['2026-08-31', 0],
  ])
})

test('a lead that comes back is open and new again, one found untrue stays closed until its evidence changes, one found true stays closed', async () => {
  const [untrue, true_] = [await leadOf('A', 'loan-overdue'), await leadOf('D', 'loan-overdue')]
  await as(zhao, (ctx) => closeLead(ctx, untrue.id, { version: untrue.version, outcome: 'not_true', reason: '已还清，银行未更新' }))
  await as(zhao, (ctx) => closeLead(ctx, true_.id, { version: true_.version, outcome: 'true', reason: '已转入识别' }))
  now = { ...now, B: { village: '坝上村', overdue: 700 } }
  await screened(store, '2026-09-30')
  expect((await leadsSeen()).filter((line) => line.includes('loan-overdue'))).toEqual([
    '000001 loan-overdue closed:not_true',
    '000002 loan-overdue open new',
    '000004 loan-overdue closed:true',
  ])
  now = { ...now, A: { village: '新寨村', overdue: 9000 }, D: { village: '新寨村', overdue: 9000 } }
  await screened(store, '2026-10-31')
  expect((await leadsSeen()).filter((line) => line.includes('loan-overdue'))).toEqual([
    '000001 loan-overdue open',
    '000002 loan-overdue open',
    '000004 loan-overdue closed:true',
  ])
  const { events } = await as(zhao, async (ctx) => leadProof(ctx, (await leadOf('B', 'loan-overdue')).id))
  expect(events.map(({ kind }) => kind)).toEqual(['returned', 'gone', 'found'])
})

test('a household that left the register is the reason its leads are gone', async () => {
  const { D: _, ...without } = now
  now = without
  await screened(store, '2026-10-31')
  const lead = await leadOf('D', 'loan-overdue')
  expect([lead.isPresent, lead.outcome, lead.outcomeReason]).toEqual([false, 'true', '已转入识别'])
  const { events } = await as(zhao, (ctx) => leadProof(ctx, lead.id))
  expect(events[0]).toMatchObject({ kind: 'gone', text: '户已不在农户信息中', officerName: '系统' })
})

test('leads never go back in time, nor ahead of it', async () => {
  await expect(as(zhao, (ctx) => askRun(ctx, { divisionCode: county, asOf: '2026-09-30' }))).rejects.toThrow('已有 2026-10-31 的筛查结果')
  await expect(as(zhao, (ctx) => askRun(ctx, { divisionCode: county, asOf: '2026-11-30' }))).rejects.toThrow('还没有到')
})

test('a run that is asked for twice is one run', async () => {
  const one = await as(zhao, (ctx) => askRun(ctx, { divisionCode: county }))
  const other = await as(zhao, (ctx) => askRun(ctx, { divisionCode: county }))
  expect(other.id).toBe(one.id)
  const { rows } = await store.asOwner((client) =>
    client.query<{ job_id: number }>('SELECT job_id FROM screening_runs WHERE id = $1', [one.id]),
  )
  expect(await ended(store, rows[0]?.job_id ?? 0)).toMatchObject({ state: 'done' })
  expect(await as(zhao, (ctx) => oneRun(ctx, one.id))).toMatchObject({
    state: 'done',
    asOf: '2026-10-31',
    askedByName: '赵县长',
    failure: null,
  })
})
