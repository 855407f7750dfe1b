/** The shipped examples hold, and an example that does not hold is told. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Engine, openEngine } from '../../engine/index.ts'
import { loadPolicy, resolveParameter } from '../../policy/index.ts'
import type { ParameterValue } from './condition.sql.ts'
import { checkQualityExamples } from './examples.ts'
import { loadQualityPack } from './load-pack.ts'
import type { QualityPack } from './pack.ts'

const policyFolder = join(import.meta.dirname, '../../../policy')
const policy = loadPolicy(policyFolder)
const pack = loadQualityPack(policyFolder)
const folder = mkdtempSync(join(tmpdir(), 'quality-examples-'))
let engine: Engine

beforeAll(async () => {
  engine = await openEngine({ folder, threads: 2 })
})
afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true })
})

function resolve(parameter: string, at: string, on: string): ParameterValue {
  const value = resolveParameter(policy, parameter, at, on)?.value ?? null
  return typeof value === 'object' ? null : value
}

test('every example of every rule holds, for every kind of household that has a number of its own', { timeout: 60_000 }, async () => {
  expect(await checkQualityExamples(engine, pack, resolve)).toEqual([])
})

test('an example that expects the wrong answer is told with what was found', { timeout: 20_000 }, async () => {
  const family = pack.families.get('ethnicity-missing')
  if (family === undefined) throw new Error('the rule is gone')
  const wrong = { ...family, examples: family.examples.map((example) => ({ ...example, expect: 'clear' as const })) }
  const small: QualityPack = {
    ...pack,
    families: new Map([['ethnicity-missing', wrong]]),
    rules: [{ id: '2_01_001', familyId: 'ethnicity-missing', family: wrong, of: 'lifted', numbers: ['2_01_001'] }],
  }
  expect(await checkQualityExamples(engine, small, resolve)).toEqual([
    { ruleId: '2_01_001', example: 1, expected: 'clear', found: 'hit' },
    { ruleId: '2_01_001', example: 3, expected: 'clear', found: 'unknown' },
  ])
})
