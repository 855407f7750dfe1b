/** A run that is stopped half-way, by Ctrl-C or by kill -9, leaves the former results whole and nothing half-written. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { contents, lastLine, leftovers, makeTrial, startScreen, type Trial } from '../../bench/trial.ts'
import { closeRunFolders, openRunFolders } from '../../src/app/run-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'xianjie-test-'))
let trial: Trial

beforeAll(async () => {
  trial = await makeTrial(folder, 200, 'none')
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

/** Stands for last week's results: our names, other content. */
function placeFormerResults(): Record<string, string> | undefined {
  mkdirSync(trial.out, { recursive: true })
  writeFileSync(join(trial.out, 'leads.csv'), 'former')
  writeFileSync(join(trial.out, 'summary.json'), '{}')
  return contents(trial.out)
}

describe('Ctrl-C', () => {
  test.each(['读取', '检查数据质量', '写出结果'])(
    'while it says %s: exit code 1, one clear line, no results, nothing left behind',
    async (step) => {
      rmSync(trial.out, { recursive: true, force: true })
      const { ended } = startScreen(trial, { onLine: (line, child) => void (line.startsWith(step) && child.kill('SIGINT')) })
      const end = await ended
      expect({ code: end.code, signal: end.signal, line: lastLine(end) }).toEqual({
        code: 1,
        signal: null,
        line: '已停止，没有写入任何结果。',
      })
      expect(contents(trial.out)).toBeUndefined()
      expect(leftovers(trial)).toEqual([])
    },
  )
})

describe('kill -9', () => {
  test('while results are being written leaves the former results as they were, and the next run clears up', async () => {
    const former = placeFormerResults()
    const { ended } = startScreen(trial, { onLine: (line, child) => void (line.startsWith('写出结果') && child.kill('SIGKILL')) })
    expect(await ended).toMatchObject({ code: null, signal: 'SIGKILL' })
    expect(contents(trial.out)).toEqual(former)
    expect(leftovers(trial)).toHaveLength(2)
    vi.stubEnv('TMPDIR', trial.temporary)
    const folders = await openRunFolders(trial.out)
    await closeRunFolders(folders)
    expect(leftovers(trial)).toEqual([])
    expect(contents(trial.out)).toEqual(former)
  })
})
