/** Whatever becomes of the program that screens: nothing is doubled, nothing is left lying about, the job goes on or is given up. */
import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { screeningJob } from '../../src/screening/server/index.ts'
import { askRun, cancelRun, oneRun } from '../../src/screening/server/run.actions.ts'
import { startJob } from '../../src/store/index.ts'
import { type TestStore, testStore } from '../database/database.test-support.ts'
import { as } from './found.test-support.ts'
import { killedCounty } from './screening-program.test-support.ts'
import { county, ended, filesOf, openSmallJobs, qian, zhao } from './small-county.test-support.ts'

let store: TestStore
let parentFolder: string

beforeEach(async () => {
  store = await testStore()
  parentFolder = await mkdtemp(join(tmpdir(), 'xianjie-killed-test-'))
})
afterEach(async () => {
  await store.drop()
  await rm(parentFolder, { recursive: true, force: true })
})

async function until(what: () => Promise<boolean> | boolean): Promise<void> {
  for (let tried = 0; tried < 600; tried += 1) {
    if (await what()) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('it never came')
}

async function counted(): Promise<object> {
  const { rows } = await store.asOwner((client) =>
    client.query(
      'SELECT (SELECT count(*)::integer FROM leads) AS leads, (SELECT count(*)::integer FROM lead_events) AS events, (SELECT count(*)::integer FROM screening_runs) AS runs',
    ),
  )
  return rows[0]
}

test('a program killed in the middle leaves a job that the next one finishes, once, and clears up after it', async () => {
  const program = fork(join(import.meta.dirname, 'screening-program.test-support.ts'), [store.url, parentFolder], { stdio: 'ignore' })
  const id = await as(store, zhao, (ctx) =>
    startJob(ctx, { kind: screeningJob, divisionCode: county, input: { divisionCode: county, asOf: '2026-10-31', months: 12 } }),
  )
  const folder = async () => join(parentFolder, (await readdir(parentFolder))[0] ?? 'none')
  await until(async () => existsSync(join(await folder(), 'task.json')))
  program.kill('SIGKILL')
  const left = await folder()
  expect(await counted()).toEqual({ leads: 0, events: 0, runs: 1 })
  const jobs = await openSmallJobs(
    store,
    filesOf(() => killedCounty),
    { parentFolder },
  )
  try {
    expect(await ended(store, id)).toMatchObject({ state: 'done', result: { leads: 2, newLeads: 2 } })
    expect(await counted()).toEqual({ leads: 2, events: 2, runs: 1 })
    await until(() => !existsSync(left))
    expect(await readdir(parentFolder)).toEqual([])
  } finally {
    await jobs.close()
  }
})

test('a cancelled run leaves no lead and no file; outside the county it cannot be cancelled', async () => {
  let isWaiting = false
  const waits = filesOf(() => killedCounty)
  const jobs = await openSmallJobs(
    store,
    async (request) => {
      isWaiting = true
      await new Promise((_, stop) => request.job.signal.addEventListener('abort', () => stop(request.job.signal.reason)))
      return waits(request)
    },
    { parentFolder },
  )
  try {
    const run = await as(store, zhao, (ctx) => askRun(ctx, { divisionCode: county }))
    await until(() => isWaiting)
    expect(await as(store, zhao, (ctx) => oneRun(ctx, run.id))).toMatchObject({ state: 'running', counts: null })
    await expect(as(store, qian, (ctx) => cancelRun(ctx, run.id))).rejects.toMatchObject({ code: 'store.not_found' })
    expect(await as(store, zhao, (ctx) => cancelRun(ctx, run.id))).toMatchObject({ state: 'cancelled', stateLabel: '已取消' })
    await until(async () => (await readdir(parentFolder)).length === 0)
    expect(await counted()).toEqual({ leads: 0, events: 0, runs: 1 })
  } finally {
    await jobs.close()
  }
})

test('a county without a register is told so', async () => {
  const jobs = await openSmallJobs(store, async () => ({ persons: 0, departmentFiles: 0, noteUse: async () => undefined }), {
    parentFolder,
  })
  try {
    const run = await as(store, zhao, (ctx) => askRun(ctx, { divisionCode: county }))
    await until(async () => (await as(store, zhao, (ctx) => oneRun(ctx, run.id))).state === 'failed')
    expect((await as(store, zhao, (ctx) => oneRun(ctx, run.id))).failure).toBe(
      '2026-10-31 没有农户家庭成员信息，无法筛查。请先导入全国系统数据。',
    )
  } finally {
    await jobs.close()
  }
})
