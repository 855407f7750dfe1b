import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { Problem } from '../../src/kernel/index.ts'
import {
  cancelJob,
  type Job,
  type JobHandler,
  type Jobs,
  jobById,
  jobsOf,
  openJobs,
  startJob,
  storeProblems,
  systemOfficer,
} from '../../src/store/index.ts'
import { asker, officer, type TestStore, testStore } from '../database/database.test-support.ts'

const zhao = asker(officer('522399', ['file.upload'], { name: '赵', datasets: new Set(['medical_bills']) }))
const qian = asker(officer('522398'))
const wang = asker(officer('522399101'))
let store: TestStore
let jobs: Jobs | undefined
const errors: string[] = []

beforeEach(async () => {
  store = await testStore()
  errors.length = 0
})
afterEach(async () => {
  await jobs?.close()
  jobs = undefined
  await store.drop()
})

const work = async (handlers: Record<string, JobHandler>, atOnce = 2) => {
  jobs = await openJobs(store, handlers, { atOnce, onError: (error) => errors.push(error.message) })
}
const start = (kind: string, input: unknown = {}, singleton?: string) =>
  store.transaction(zhao, (ctx) => startJob(ctx, { kind, divisionCode: '522399', input, ...(singleton !== undefined && { singleton }) }))
const look = (id: number, who = zhao) => store.transaction(who, (ctx) => jobById(ctx, id))
const cancel = (id: number, who = zhao) => store.transaction(who, (ctx) => cancelJob(ctx, id))

async function until(id: number, holds: (job: Job) => boolean, seconds = 30): Promise<Job> {
  for (let tried = 0; tried < seconds * 20; tried += 1) {
    const job = await look(id)
    if (holds(job)) return job
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`waited in vain: ${JSON.stringify(await look(id))}`)
}
const ended = (job: Job) => job.endedAt !== null
const untilAborted = (signal: AbortSignal) => new Promise<void>((done) => signal.addEventListener('abort', () => done()))
const problem = (code: string) => expect.objectContaining({ code })

describe('a job', () => {
  test('runs with what it was given, as the officer who started it, and keeps its result', async () => {
    await work({
      count: async (job) => ({
        sum: (job.input as number[]).length,
        by: job.startedBy.name,
        may: [...job.startedBy.permissions],
        datasets: [...(job.startedBy.datasets ?? [])],
      }),
    })
    const job = await until(await start('count', [1, 2, 3]), ended)
    expect(job).toMatchObject({
      state: 'done',
      result: { sum: 3, by: '赵', may: ['file.upload'], datasets: ['medical_bills'] },
      error: null,
    })
  })

  test('is not queued when the request fails', async () => {
    let ran = false
    await work({ never: async () => (ran = true) })
    const failed = store.transaction(zhao, async (ctx) => {
      await startJob(ctx, { kind: 'never', divisionCode: '522399', input: {} })
      throw new Error('stop')
    })
    await expect(failed).rejects.toThrow('stop')
    await new Promise((done) => setTimeout(done, 1500))
    expect(ran).toBe(false)
    expect(await store.transaction(zhao, (ctx) => jobsOf(ctx))).toEqual([])
  })

  test('shows how far it is', async () => {
    await work({
      slow: async (job) => {
        job.progress({ done: 3, of: 10, line: '读取医保文件' })
        await untilAborted(job.signal)
      },
    })
    const id = await start('slow')
    expect((await until(id, (job) => job.progress.done > 0)).progress).toEqual({ done: 3, of: 10, line: '读取医保文件' })
    await cancel(id)
  })

  test('reads and writes only within its starter’s area, unless it works as the system', async () => {
    await work({
      areas: async (job) => {
        const mine = await job.transaction(async (ctx) => (await jobsOf(ctx)).length)
        const all = await job.transaction(async (ctx) => (await jobsOf(ctx)).length, systemOfficer)
        return { mine, all }
      },
    })
    await store.transaction(qian, (ctx) => startJob(ctx, { kind: 'other', divisionCode: '522398', input: {} }))
    expect((await until(await start('areas'), ended)).result).toEqual({ mine: 1, all: 2 })
  })

  test('that meets a problem ends with its sentence', async () => {
    await work({
      bad: async () => {
        throw new Problem(storeProblems.notFound, { what: '这批文件' })
      },
    })
    expect(await until(await start('bad'), ended)).toMatchObject({ state: 'failed', error: '没有找到这批文件。' })
    expect(errors).toEqual([])
  })

  test('that meets a bug ends with its number for the officer and the error for the log', async () => {
    await work({
      bug: async () => {
        throw new TypeError('x is undefined')
      },
    })
    const id = await start('bug')
    expect((await until(id, ended)).error).toContain(`任务编号 ${id}`)
    expect(errors).toEqual(['x is undefined'])
  })

  test('of a kind the program does not know fails with a clear line', async () => {
    await work({})
    expect((await until(await start('later_version'), ended)).error).toMatch(/不认识任务“later_version”/)
  })

  test('with a word of its own is queued once while it is under way', async () => {
    const [one, two] = [await start('screen', {}, '2026-10'), await start('screen', {}, '2026-10')]
    expect(two).toBe(one)
    expect(await start('screen', {}, '2026-11')).not.toBe(one)
    await cancel(one)
    expect(await start('screen', {}, '2026-10')).not.toBe(one)
  })

  test('of one kind runs one at a time, of different kinds side by side', async () => {
    const [now, most] = [new Map<string, number>(), new Map<string, number>()]
    let together = 0
    const step =
      (kind: string): JobHandler =>
      async () => {
        now.set(kind, (now.get(kind) ?? 0) + 1)
        most.set(kind, Math.max(most.get(kind) ?? 0, now.get(kind) ?? 0))
        together = Math.max(
          together,
          [...now.values()].reduce((sum, count) => sum + count, 0),
        )
        await new Promise((done) => setTimeout(done, 1200))
        now.set(kind, (now.get(kind) ?? 0) - 1)
      }
    const ids = [await start('a'), await start('a'), await start('b')]
    await work({ a: step('a'), b: step('b') }, 3)
    for (const id of ids) await until(id, ended)
    expect([...most.values()]).toEqual([1, 1])
    expect(together).toBe(2)
  })
})

describe('a job of another area', () => {
  test('is not found, not listed and not cancelled from there', async () => {
    const id = await start('slow')
    for (const who of [qian, wang]) {
      await expect(look(id, who)).rejects.toThrow(problem('store.not_found'))
      await expect(cancel(id, who)).rejects.toThrow(problem('store.not_found'))
      expect(await store.transaction(who, (ctx) => jobsOf(ctx))).toEqual([])
    }
    expect((await look(id)).state).toBe('queued')
  })

  test('cannot be started', async () => {
    const started = store.transaction(qian, (ctx) => startJob(ctx, { kind: 'slow', divisionCode: '522399', input: {} }))
    await expect(started).rejects.toThrow(problem('store.outside_area'))
  })
})

describe('cancelling', () => {
  test('a waiting job keeps it from ever running', async () => {
    let ran = false
    const id = await start('late')
    await cancel(id)
    await work({ late: async () => (ran = true), next: async () => 1 })
    await until(await start('next'), ended)
    expect(ran).toBe(false)
    expect((await look(id)).state).toBe('cancelled')
  })

  test('a running job tells it within seconds, and nothing it does afterwards is committed', async () => {
    let refused: unknown
    await work({
      slow: async (job) => {
        const attempt = job.transaction(async (ctx) => {
          await untilAborted(job.signal)
          await startJob(ctx, { kind: 'trace', divisionCode: '522399', input: {} })
        })
        refused = await attempt.catch((error: Error) => error.message)
        return 'done after all'
      },
    })
    const id = await start('slow')
    await until(id, (job) => job.state === 'running')
    await cancel(id)
    await jobs?.close()
    expect(refused).toMatch(/no longer this worker/)
    expect(await look(id)).toMatchObject({ state: 'cancelled', result: null })
    expect(await store.transaction(zhao, (ctx) => jobsOf(ctx, { kind: 'trace' }))).toEqual([])
  })

  test('twice is no mistake, a finished job cannot be cancelled, and the trail says who did it', async () => {
    await work({ quick: async () => 1 })
    const waiting = await start('unknown_kind_waits')
    await cancel(waiting)
    await cancel(waiting)
    const id = await start('quick')
    await until(id, ended)
    await expect(cancel(id)).rejects.toThrow('这项任务已经完成，不能再取消。')
    const { rows } = await store.asOwner((client) => client.query("SELECT subject_id FROM audit_entries WHERE action = 'job.cancelled'"))
    expect(rows).toEqual([{ subject_id: String(waiting) }])
  })
})

describe('when the program ends', () => {
  test('in order, a running job is put back and done at the next start', async () => {
    let runs = 0
    const handler: JobHandler = async (job) => {
      runs += 1
      if (runs === 1) {
        await untilAborted(job.signal)
        job.signal.throwIfAborted()
      }
      return runs
    }
    await work({ slow: handler })
    const id = await start('slow')
    await until(id, (job) => job.state === 'running')
    await jobs?.close()
    expect((await look(id)).state).toBe('queued')
    await work({ slow: handler })
    expect(await until(id, ended)).toMatchObject({ state: 'done', result: 2 })
  })

  test('by kill -9, another program takes the job up', async () => {
    const id = await start('slow')
    const program = spawn(process.execPath, [
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, 'dying-worker.ts'),
      store.url,
      store.filesFolder,
      inject('database').migrations,
    ])
    await new Promise<void>((done, fail) => {
      program.stdout.once('data', () => done())
      program.stderr.once('data', (said: Buffer) => fail(new Error(said.toString())))
    })
    program.kill('SIGKILL')
    await work({
      slow: async (job) => job.transaction(async (ctx) => (await ctx.db.selectFrom('kept_files').select('name').execute()).length),
    })
    expect(await until(id, ended, 40)).toMatchObject({ state: 'done', result: 1 })
  })

  test('five times at the same job, it is not tried again', async () => {
    const id = await start('deadly')
    await store.asOwner((client) => client.query('UPDATE jobs SET attempt = 5 WHERE id = $1', [id]))
    await work({ deadly: async () => 1 })
    expect(await until(id, ended)).toMatchObject({ state: 'failed', error: expect.stringContaining('中断了 5 次') })
  })

  test('and the queue was lost, as after a restore, the job is queued again', async () => {
    const id = await start('slow')
    await store.asOwner((client) => client.query('DELETE FROM pgboss.job'))
    await work({ slow: async () => 'found' })
    expect((await until(id, ended)).result).toBe('found')
  })
})
