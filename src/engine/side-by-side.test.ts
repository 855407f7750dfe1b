/** Several statements at once: what they make is there for all, and one failure ends the others. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Engine, openEngine } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'xianjie-beside-'))
let engine: Engine
beforeAll(async () => {
  engine = await openEngine({ folder, threads: 2, memory: '200MB' })
})
afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true, force: true })
})

const endless = 'SELECT count(*) AS n FROM range(100000000) a, range(100000) b WHERE a.range * b.range = 7'
const threads = async () => (await engine.rows<{ n: number }>("SELECT current_setting('threads') AS n"))[0]?.n

test('tasks run at once in the schema in use, each with one thread, and their tables stay', async () => {
  await engine.run('CREATE SCHEMA other; USE other')
  let running = 0
  let most = 0
  await engine.sideBySide(async (begin) => {
    expect(await threads()).toBe(1)
    for (const n of [1, 2, 3, 4, 5]) {
      await begin(async (beside) => {
        running += 1
        most = Math.max(most, running)
        await beside.run(`CREATE TABLE t${n} AS SELECT ${n} AS n`)
        running -= 1
      })
    }
  })
  expect([most, await threads()]).toEqual([2, 2])
  expect(await engine.rows('SELECT n FROM other.t1 UNION ALL SELECT n FROM other.t5 ORDER BY n')).toEqual([{ n: 1 }, { n: 5 }])
  await engine.run('USE main; DROP SCHEMA other CASCADE')
})

test('what a task fails with is what all fail with, and nothing is begun after it', async () => {
  const begun: number[] = []
  const all = engine.sideBySide(async (begin) => {
    for (const n of [1, 2, 3]) {
      await begin((beside) => {
        begun.push(n)
        return beside.run(n === 2 ? 'SELECT * FROM nowhere' : endless)
      })
    }
  })
  await expect(all).rejects.toThrow(/nowhere/)
  expect([begun, await threads()]).toEqual([[1, 2], 2])
})

test('a failure of the work itself stops the tasks that run', async () => {
  const all = engine.sideBySide(async (begin) => {
    await begin((beside) => beside.run(endless))
    throw new Error('enough')
  })
  await expect(all).rejects.toThrow('enough')
  expect(await engine.rows('SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('interrupting stops every task', async () => {
  let stopped = 0
  const stopper = setInterval(() => stopped === 0 && engine.interrupt(), 20)
  const all = engine.sideBySide(async (begin) => {
    for (const _ of [1, 2]) {
      await begin((beside) =>
        beside.run(endless).finally(() => {
          stopped += 1
        }),
      )
    }
  })
  await expect(all).rejects.toThrow(/interrupt/i)
  clearInterval(stopper)
  expect([stopped, await threads()]).toEqual([2, 2])
})
