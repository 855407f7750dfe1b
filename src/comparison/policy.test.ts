/** The comparisons of policy/: every example holds through the SQL that compares a county, and mistakes are told at their line. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadPolicy, type Policy, PolicyErrors, resolveParameter } from '../policy/index.ts'
import { failingExamples } from './examples.ts'
import { loadComparisons } from './load.ts'
import { freshEngine } from './test-county.ts'

const folder = join(import.meta.dirname, '../../policy')
let policy: Policy
let copy: string
beforeAll(() => {
  policy = loadPolicy(folder)
  copy = mkdtempSync(join(tmpdir(), 'comparisons-'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const resolve = (parameter: string, on: string) => resolveParameter(policy, parameter, 'national', on)?.value

test('every example of every comparison holds', async () => {
  const pack = loadComparisons(policy)
  const { engine, remove } = await freshEngine()
  expect(await failingExamples(engine, pack, resolve)).toEqual([])
  remove()
  expect(pack.comparisons.length).toBeGreaterThanOrEqual(12)
  expect(Object.keys(pack.months).sort()).toEqual([...policy.datasets.keys()].filter((dataset) => dataset !== 'household_register').sort())
}, 30_000)

test('an example that does not hold is named with what was found', async () => {
  const pack = loadComparisons(policy)
  const [first] = pack.comparisons.filter(({ id }) => id === 'loan-after-death')
  const turned = { ...first!, examples: first!.examples.map((example) => ({ ...example, expect: 'unknown' as const })) }
  const { engine, remove } = await freshEngine()
  const failures = await failingExamples(engine, { ...pack, comparisons: [turned] }, resolve)
  remove()
  expect(failures).toEqual([
    { comparisonId: 'loan-after-death', name: '死亡后放款', expected: 'unknown', found: 'differs' },
    { comparisonId: 'loan-after-death', name: '生前放款', expected: 'unknown', found: 'agrees' },
  ])
})

/** The mistakes after a change to one file of a copy. */
function mistakesAfter(name: string, from: string, to: string): string[] {
  cpSync(join(folder, 'comparisons'), join(copy, 'comparisons'), { recursive: true })
  const path = join(copy, 'comparisons', name)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
  try {
    loadComparisons({ ...policy, folder: copy })
    return []
  } catch (error) {
    if (error instanceof PolicyErrors) return error.errors.map(({ file, message }) => `${file} ${message}`)
    throw error
  }
}

test.each([
  ['pairs/relief-after-death.yaml', 'differs:', 'note: 无\ndiffers:', ['pairs/relief-after-death.yaml 不认识的键“note”']],
  ['pairs/relief-after-death.yaml', 'from: deaths', 'from: death', ['pairs/relief-after-death.yaml 没有“death”这个数据集']],
  ['pairs/relief-after-death.yaml', 'other.ended_on,', 'other.end,', ['pairs/relief-after-death.yaml 没有“other.end”这个字段']],
  ['pairs/relief-after-death.yaml', '城市低保', '城里低保', ['pairs/relief-after-death.yaml “category”的代码表里没有“城里低保”']],
  ['pairs/relief-after-death.yaml', '[project-default]', '[no-such-law]', ['pairs/relief-after-death.yaml 没有“no-such-law”这份文件']],
  ['pairs/relief-after-death.yaml', 'expect: unknown', 'expect: agrees', ['pairs/relief-after-death.yaml 缺少一个结果为 unknown 的例子']],
  ['pairs/vehicle-on-relief.yaml', '$assets/vehicle_value }', '$assets/none }', ['pairs/vehicle-on-relief.yaml 没有参数 assets/none']],
  [
    'pairs/disabled-without-card.yaml',
    '{one.health_status}',
    '{other.grade}',
    ['pairs/disabled-without-card.yaml other_missing 时另一来源没有记录,提示语里不能引用 other'],
  ],
  ['pairs/two-counties-posts.sql', 'one.place', 'one.town', ['pairs/two-counties-posts.yaml .sql 里没有“one.town”这个字段']],
  ['months.yaml', '[plate]', '[number]', ['comparisons/months.yaml 没有“vehicles.number”']],
])('a mistake in %s is told (%s → %s)', (name, from, to, expected) => {
  expect(mistakesAfter(name, from, to).sort()).toEqual([...expected].sort())
})
