/** What the engine's door promises: plain values, blocks, quoting, a stop, and nothing fetched from anywhere. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Engine, ident, list, openEngine, text } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'xianjie-engine-'))
let engine: Engine
beforeAll(async () => {
  engine = await openEngine({ folder, threads: 2, memory: '200MB' })
})
afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('values', () => {
  test('come as plain ones: whole numbers as numbers, decimals and days as text', async () => {
    const sql =
      "SELECT 1 AS small, 9007199254740991 AS wide, sum(2) AS huge, 1234.50::DECIMAL(18,2) AS amount, DATE '2026-03-05' AS day, true AS flag, NULL AS nothing, '乙' AS name"
    expect(await engine.rows(sql)).toEqual([
      { small: 1, wide: 9007199254740991, huge: 2, amount: '1234.50', day: '2026-03-05', flag: true, nothing: null, name: '乙' },
    ])
  })
  test('go in by the thousand and come out in blocks', async () => {
    await engine.run('CREATE OR REPLACE TABLE many(n INTEGER, name VARCHAR, flag BOOLEAN)')
    await engine.append(
      'many',
      Array.from({ length: 5000 }, (_, n) => [n, n % 2 === 0 ? `第${n}` : null, n % 3 === 0]),
    )
    let blocks = 0
    const rows: { n: number; name: string | null; flag: boolean }[] = []
    for await (const block of engine.stream<(typeof rows)[number]>('SELECT * FROM many ORDER BY n')) {
      blocks += 1
      rows.push(...block)
    }
    expect(rows.length).toBe(5000)
    expect(rows.slice(0, 2)).toEqual([
      { n: 0, name: '第0', flag: true },
      { n: 1, name: null, flag: false },
    ])
    expect(blocks).toBeGreaterThan(1)
  })
  test('appending nothing changes nothing', async () => {
    await engine.run('CREATE OR REPLACE TABLE none(n INTEGER)')
    await engine.append('none', [])
    expect(await engine.rows('SELECT count(*) AS n FROM none')).toEqual([{ n: 0 }])
  })
})

describe('what goes into SQL text', () => {
  test('any text comes back as it was, without NUL, and closes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom("'", '"', ';', '-', '\\', '\n', '\0', '甲', '𠮷', 'a') }), async (value) => {
        expect(await engine.rows(`SELECT ${text(value)} AS v`)).toEqual([{ v: value.replaceAll('\0', '') }])
      }),
      { seed: 42, numRuns: 100 },
    )
  })
  test('a name may hold anything', async () => {
    const name = 'a"b; 甲'
    expect(await engine.rows(`SELECT 1 AS ${ident(name)}`)).toEqual([{ [name]: 1 }])
  })
  test('a list matches its values, an empty one nothing', async () => {
    const among = async (values: string[]) =>
      (await engine.rows<{ n: number }>(`SELECT count(*) AS n FROM (VALUES ('a'), ('b')) t(v) WHERE v IN ${list(values)}`))[0]?.n
    expect([await among(['a', "it's"]), await among([])]).toEqual([1, 0])
  })
})

describe('safety', () => {
  test('a statement can be stopped, and the next one runs', async () => {
    const endless = engine.run(
      'CREATE OR REPLACE TABLE x AS SELECT count(*) AS n FROM range(100000000) a, range(100000) b WHERE a.range * b.range = 7',
    )
    const stopper = setInterval(() => engine.interrupt(), 20)
    await expect(endless).rejects.toThrow(/interrupt/i)
    clearInterval(stopper)
    expect(await engine.rows('SELECT 1 AS one')).toEqual([{ one: 1 }])
  })
  test('no extension is fetched, and what does not fit goes to the folder given', async () => {
    await expect(engine.run("SELECT * FROM read_xlsx('a.xlsx')")).rejects.toThrow()
    expect(
      await engine.rows("SELECT current_setting('autoinstall_known_extensions') AS install, current_setting('temp_directory') AS spill"),
    ).toEqual([{ install: false, spill: join(folder, 'spill') }])
    expect(readdirSync(folder).filter((name) => name !== 'spill')).toEqual([])
  })
})
