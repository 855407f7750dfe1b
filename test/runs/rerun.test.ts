/** The same input and policy give the same CSVs byte for byte, however many threads read them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { fingerprint, leftovers, makeTrial, startScreen } from '../../bench/trial.ts'

const folder = mkdtempSync(join(tmpdir(), 'xianjie-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a rerun with another number of threads writes the same CSVs byte for byte', async () => {
  const trial = await makeTrial(folder, 200)
  const runs = [1, 3].map((threads) => {
    const out = join(trial.parent, `out-${threads}`)
    return { out, ended: startScreen(trial, { out, more: ['--threads', String(threads)] }).ended }
  })
  const ends = await Promise.all(runs.map(({ ended }) => ended))
  expect(ends.map(({ code, stderr }) => (code === 0 ? 'done' : stderr))).toEqual(['done', 'done'])
  const [one, other] = runs.map(({ out }) => fingerprint(out))
  expect(Object.keys(one ?? {})).toEqual(
    expect.arrayContaining(['households.csv', 'leads.csv', 'links.csv', 'quality.csv', 'row-issues.csv', 'unknowns.csv']),
  )
  expect(other).toEqual(one)
  expect(leftovers(trial)).toEqual([])
})
