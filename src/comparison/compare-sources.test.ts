/** Two sources over literal tables: what differs, what agrees, what stays unknown, and which rows are named. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Engine } from '../engine/index.ts'
import { type CompareOptions, type ComparisonCount, compareSources } from './compare-sources.ts'
import { type Comparison, comparisonSchema } from './comparison.ts'
import { type County, freshEngine, invented, lay, type Row } from './test-county.ts'

let engine: Engine
let remove: () => void
beforeAll(async () => {
  const fresh = await freshEngine()
  engine = fresh.engine
  remove = fresh.remove
})
afterAll(() => remove())

const shape = {
  label: '比对',
  basis: ['project-default'],
  about: 'person',
  differs: 'both_hold',
  message: '不一致',
  trust: { source: 'one', why: '一' },
  action: '核实',
  examples: ['differs', 'agrees', 'unknown'].map((expect) => ({ name: expect, on: '2026-06-30', one: [], other: [], expect })),
}
function comparison(id: string, given: object, sql?: string): Comparison {
  return { ...comparisonSchema.parse({ ...shape, ...given }), id, ...(sql === undefined ? {} : { sql }) }
}

interface Found {
  comparison_id: string
  household: number
  person: number | null
  message: string
  sources: string
}

async function run(
  county: County,
  one: Comparison,
  options: Partial<CompareOptions> = {},
): Promise<{ count: ComparisonCount; found: Found[] }> {
  const people = [0, 1, 2, 3].map((person): Row => ({ person, household: person < 2 ? 0 : 1 }))
  await lay(engine, { person: people, household: [{ household: 0 }, { household: 1 }], ...county })
  const datasets = Object.keys(county.linked ?? {})
  const all = await compareSources(
    engine,
    { comparisons: [one], definitions: invented },
    { asOf: '2026-06-30', datasets, resolve: () => 2, ...options },
  )
  return { count: all[0]!, found: await engine.rows<Found>('SELECT * FROM discrepancy') }
}

const severe = comparison('severe', {
  one: { from: 'cards', keep: 'latest', where: [{ field: 'grade', at_most: '$disability/severe_grade' }] },
  other: { from: 'person', where: [{ field: 'labour_ability', is: '普通劳动力' }] },
  message: '等级{one.grade},{one.issued_on}发证,登记为{other.labour_ability}',
})
const labour = (...abilities: (string | null)[]): Row[] =>
  abilities.map((labour_ability, person) => ({ person, household: 0, labour_ability }))

test('a row on each side that cannot both be right differs, and the message carries the words of both', async () => {
  const { count, found } = await run(
    { person: labour('普通劳动力'), linked: { cards: [{ person: 0, grade: '1', issued_on: '2020-01-02' }] } },
    severe,
  )
  expect(count).toMatchObject({ differs: 1, agrees: 0, unknown: 0 })
  expect(found).toEqual([
    {
      comparison_id: 'severe',
      household: 0,
      person: 0,
      message: '等级一级,2020-01-02发证,登记为普通劳动力',
      sources: JSON.stringify([
        { file: '户.csv', sheet: '', row: 2 },
        { file: '部门.csv', sheet: '表一', row: 2 },
      ]),
    },
  ])
})

test.each([
  ['one side says otherwise', { grade: '3' }, '普通劳动力', { differs: 0, agrees: 1, unknown: 0 }],
  ['the other side says otherwise', { grade: '1' }, '无劳动力', { differs: 0, agrees: 1, unknown: 0 }],
  ['one cell is empty', { grade: null }, '普通劳动力', { differs: 0, agrees: 0, unknown: 1 }],
  ['the other cell is empty', { grade: '1' }, null, { differs: 0, agrees: 0, unknown: 1 }],
  ['an empty cell does not matter when the other side is in order', { grade: null }, '无劳动力', { differs: 0, agrees: 1, unknown: 0 }],
])('%s', async (_, card, ability, expected) => {
  const { count } = await run({ person: labour(ability), linked: { cards: [{ person: 0, issued_on: '2020-01-02', ...card }] } }, severe)
  expect(count).toMatchObject(expected)
})

test('the newest card counts, and one dated after the day does not', async () => {
  const cards = [
    { person: 0, grade: '1', issued_on: '2015-01-02' },
    { person: 0, grade: '3', issued_on: '2024-01-02' },
    { person: 1, grade: '3', issued_on: '2024-01-02' },
    { person: 1, grade: '1', issued_on: '2026-07-01' },
  ]
  const { count } = await run({ person: labour('普通劳动力', '普通劳动力'), linked: { cards } }, severe)
  expect(count).toMatchObject({ differs: 0, agrees: 2, unknown: 0 })
})

test('a repeated row is one discrepancy that names every copy', async () => {
  const card = { person: 0, grade: '1', issued_on: '2020-01-02' }
  const { count, found } = await run({ person: labour('普通劳动力'), linked: { cards: [card, card, card] } }, severe)
  expect(count.differs).toBe(1)
  expect(JSON.parse(found[0]!.sources)).toHaveLength(4)
})

test.each([
  ['a row of deaths', { deaths: [{ person: 0, died_on: '2026-06-30' }] }, 0],
  ['a fatal accident', { accidents: [{ person: 0, happened_on: '2026-01-01', harm: '死亡' }] }, 0],
  ['an accident survived', { accidents: [{ person: 0, happened_on: '2026-01-01', harm: '重伤' }] }, 1],
  ['a death after the day', { deaths: [{ person: 0, died_on: '2026-07-01' }] }, 1],
])('only the living are compared: %s', async (_, more, differs) => {
  const linked = { cards: [{ person: 0, grade: '1', issued_on: '2020-01-02' }], ...more }
  const { count } = await run({ person: labour('普通劳动力'), linked }, severe)
  expect(count.differs).toBe(differs)
})

test('a dataset not handed in or a parameter without a value is reported as not compared', async () => {
  const cards = [{ person: 0, grade: '1', issued_on: '2020-01-02' }]
  const without = await run({ person: labour('普通劳动力'), linked: { cards } }, severe, { datasets: [] })
  expect(without.count).toMatchObject({ missingDatasets: ['cards'], differs: 0, agrees: 0, unknown: 0 })
  const unset = await run({ person: labour('普通劳动力'), linked: { cards } }, severe, { resolve: () => undefined })
  expect(unset.count).toMatchObject({ missingParameters: ['disability/severe_grade'], differs: 0 })
  expect([...without.found, ...unset.found]).toEqual([])
})

const registerOnly = comparison('register-only', {
  about: 'household',
  differs: 'other_missing',
  one: { from: 'person', where: [{ field: 'dibao', is: '农村低保' }] },
  other: {
    from: 'relief',
    where: [
      { field: 'category', is: '农村低保' },
      { running_from: 'started_on', until: 'ended_on' },
    ],
  },
  message: '登记{one.dibao}',
})
const running = { person: 1, category: '农村低保', started_on: '2024-01-01' }

test.each([
  ['no row at all', [], { differs: 1, agrees: 0, unknown: 0 }],
  ['a running row of another member', [running], { differs: 0, agrees: 1, unknown: 0 }],
  ['a row that ended on the day', [{ ...running, ended_on: '2026-06-30' }], { differs: 1, agrees: 0, unknown: 0 }],
  ['a row that begins after the day', [{ ...running, started_on: '2026-07-01' }], { differs: 1, agrees: 0, unknown: 0 }],
  ['an end that cannot be read', [{ ...running, ended_on_unreadable: true }], { differs: 0, agrees: 0, unknown: 1 }],
  ['an end column that is not there', [{ ...running, ended_on_absent: true }], { differs: 0, agrees: 1, unknown: 0 }],
  ['a running row beside an unreadable one', [running, { ...running, ended_on_unreadable: true }], { differs: 0, agrees: 1, unknown: 0 }],
])('what one source says and the other does not: %s', async (_, relief, expected) => {
  const person = [
    { person: 0, household: 0, dibao: '农村低保' },
    { person: 1, household: 0, dibao: '未享受' },
  ]
  const { count } = await run({ person, linked: { relief } }, registerOnly)
  expect(count).toMatchObject(expected)
})

test('a missing counterpart names the rows that say otherwise', async () => {
  const { found } = await run(
    { person: [{ person: 0, household: 0, dibao: '农村低保' }], linked: { relief: [{ ...running, ended_on: '2025-12-31' }] } },
    registerOnly,
  )
  expect(found).toMatchObject([{ household: 0, person: null, message: '登记农村低保' }])
  expect(JSON.parse(found[0]!.sources)).toEqual([
    { file: '户.csv', sheet: '', row: 2 },
    { file: '部门.csv', sheet: '表一', row: 2 },
  ])
})

test('a row that explains the difference takes it back, one that cannot be read leaves it open', async () => {
  const explained = comparison('explained', {
    one: { from: 'relief', where: [{ field: 'category', is: '临时救助' }] },
    other: { from: 'person', where: [{ field: 'dibao', is: '未享受' }] },
    unless: { from: 'relief', where: [{ field: 'category', is: '农村低保' }] },
  })
  const relief = [
    { person: 0, category: '临时救助' },
    { person: 1, category: '临时救助' },
    { person: 1, category: '农村低保' },
    { person: 2, category: '临时救助' },
    { person: 2, category: null, category_unreadable: true },
  ]
  const person = [0, 1, 2].map((number) => ({ person: number, household: 0, dibao: '未享受' }))
  const { count, found } = await run({ person, linked: { relief } }, explained)
  expect(count).toMatchObject({ differs: 1, agrees: 1, unknown: 1 })
  expect(found.map((one) => one.person)).toEqual([0])
})

test('two rows of one dataset are met once, and a predicate in SQL joins the conditions', async () => {
  const twice = comparison(
    'twice',
    { one: { from: 'relief' }, other: { from: 'relief' }, message: '{one.amount}和{other.amount}' },
    '-- 金额不同\none.amount <> other.amount',
  )
  const relief = [
    { person: 0, amount: 100.5 },
    { person: 0, amount: 200 },
    { person: 1, amount: 100 },
    { person: 1, amount: 100 },
    { person: 2, amount: 100 },
  ]
  const { count, found } = await run({ linked: { relief } }, twice)
  expect(count).toMatchObject({ differs: 1, agrees: 1, unknown: 0 })
  expect(found).toMatchObject([{ person: 0, message: '100.5和200' }])
})

test('an empty cell of the register is told from one that cannot be read', async () => {
  const empty = comparison('empty', {
    one: { from: 'cards' },
    other: { from: 'person', where: [{ field: 'labour_ability', empty: true }] },
  })
  const cards = [0, 1, 2].map((person) => ({ person, grade: '1' }))
  const register = [0, 1, 2].map((row) => ({
    sheet_no: 0,
    row_no: row + 2,
    labour_ability_unreadable: row === 1,
    labour_ability_absent: false,
  }))
  const { count, found } = await run({ person: labour(null, null, '普通劳动力'), register, linked: { cards } }, empty)
  expect(count).toMatchObject({ differs: 1, agrees: 1, unknown: 1 })
  expect(found[0]?.person).toBe(0)
})

test('the order in which rows were read changes nothing', async () => {
  const rows = Array.from({ length: 12 }, (_, index) => ({
    r: index,
    row_no: index + 2,
    person: index % 4,
    grade: String((index % 3) + 1),
    issued_on: `20${10 + (index % 5)}-01-01`,
  }))
  const any = comparison('any', {
    one: { from: 'cards', where: [{ field: 'grade', in: ['一级', '二级'] }] },
    other: { from: 'person' },
    message: '{one.grade} {one.issued_on}',
  })
  const expected = (await run({ linked: { cards: rows } }, any)).found
  expect(expected).toHaveLength(4)
  const orders = fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      expect((await run({ linked: { cards: order } }, any)).found).toEqual(expected)
    }),
    { seed: 42, numRuns: 8 },
  )
})
