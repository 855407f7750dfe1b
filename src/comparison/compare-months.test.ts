/** Two months over literal tables: what is new, gone and changed, and what is none of it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Engine } from '../engine/index.ts'
import { type ChangeCount, type CompareMonthsOptions, compareMonths, missingHandIns } from './compare-months.ts'
import { type County, freshEngine, invented, lay, type Row } from './test-county.ts'

let engine: Engine
let remove: () => void
beforeAll(async () => {
  const fresh = await freshEngine()
  engine = fresh.engine
  remove = fresh.remove
})
afterAll(() => remove())

interface Change {
  kind: string
  dataset: string
  household_number: string
  village_code: string
  person_id_number: string
  name: string
  field: string
  before: string
  after: string
  sources: string
}

const keys = {
  relief: { key: ['category', 'started_on'], why: '' },
  cards: { key: [], why: '' },
  housing: { key: ['assessed_on'], why: '' },
}
const household: Row = { household: 0, household_number: 'H1', village_code: '990101100001', head_name: '甲' }
const jia: Row = { person: 0, household: 0, name: '甲', id_number: 'A', born_on: '1970-01-01', relation_to_head: '户主' }
const yi: Row = { person: 1, household: 0, name: '乙', id_number: 'B', born_on: '1990-01-01', relation_to_head: '之子' }
const base: County = { household: [household], person: [jia, yi] }

async function compare(
  before: County,
  after: County,
  more: Partial<CompareMonthsOptions> = {},
): Promise<{ counts: ChangeCount[]; changes: Change[] }> {
  await engine.run('DROP SCHEMA IF EXISTS previous CASCADE')
  await lay(engine, { ...base, ...before }, 'previous')
  await lay(engine, { ...base, ...after })
  const datasets = { current: Object.keys(after.linked ?? {}), previous: Object.keys(before.linked ?? {}) }
  const counts = await compareMonths(engine, {
    current: 'main',
    previous: 'previous',
    datasets,
    definitions: invented,
    keys,
    asOf: '2026-06-30',
    ...more,
  })
  return { counts, changes: await engine.rows<Change>('SELECT * FROM change') }
}
const brief = ({ kind, person_id_number, field, before, after }: Change) => [kind, person_id_number, field, before, after]
const relief = { person: 1, category: '农村低保', started_on: '2024-01-01', amount: 300 }

test('two equal months have no changes', async () => {
  const month = { linked: { relief: [relief], housing: [{ remedy: '未改造', assessed_on: '2026-01-01' }] } }
  const { counts, changes } = await compare(month, month)
  expect(changes).toEqual([])
  expect(counts).toEqual([
    { dataset: 'household_register', isCompared: true, new: 0, gone: 0, changed: 0 },
    { dataset: 'housing', isCompared: true, new: 0, gone: 0, changed: 0 },
    { dataset: 'relief', isCompared: true, new: 0, gone: 0, changed: 0 },
  ])
})

test('members come and go, whatever their numbers in the tables', async () => {
  const bing = { person: 0, household: 0, name: '丙', id_number: 'C', relation_to_head: '之女' }
  const { changes } = await compare({}, { person: [bing, { ...jia, person: 1 }] })
  expect(changes.map(brief)).toEqual([
    ['gone', 'B', '成员', '之子', ''],
    ['new', 'C', '成员', '', '之女'],
  ])
  expect(changes[0]).toMatchObject({ dataset: 'household_register', household_number: 'H1', village_code: '990101100001', name: '乙' })
  expect(JSON.parse(changes[0]!.sources)).toEqual([{ month: 'previous', file: '户.csv', sheet: '', row: 3 }])
  expect(JSON.parse(changes[1]!.sources)).toEqual([{ month: 'current', file: '户.csv', sheet: '', row: 2 }])
})

test('a household that is new or gone is said with its members', async () => {
  const second = { household: 1, household_number: 'H2', head_name: '丁' }
  const ding = { person: 2, household: 1, name: '丁', id_number: 'D', relation_to_head: '户主' }
  const added = await compare({}, { household: [household, second], person: [jia, yi, ding] })
  expect(added.changes.map(brief)).toEqual([
    ['new', '', '户', '', 'H2'],
    ['new', 'D', '成员', '', '户主'],
  ])
  const removed = await compare({ household: [household, second], person: [jia, yi, ding] }, {})
  expect(removed.changes.map(brief)).toEqual([
    ['gone', '', '户', 'H2', ''],
    ['gone', 'D', '成员', '户主', ''],
  ])
})

test('every changed field of the register is one row with both months, and a corrected number is a change', async () => {
  const { changes, counts } = await compare(
    { household: [{ ...household, net_income_per_head: 9000 }], person: [{ ...jia, labour_ability: '普通劳动力' }, yi] },
    {
      household: [{ ...household, net_income_per_head: 8500.5 }],
      person: [
        { ...jia, labour_ability: '无劳动力', phone: '13800000000' },
        { ...yi, id_number: 'B2' },
      ],
    },
  )
  expect(changes.map(brief)).toEqual([
    ['changed', '', '人均纯收入', '9000', '8500.5'],
    ['changed', 'A', '劳动技能', '普通劳动力', '无劳动力'],
    ['changed', 'A', '联系电话', '', '13800000000'],
    ['changed', 'B2', '证件号码', 'B', 'B2'],
  ])
  expect(counts[0]).toEqual({ dataset: 'household_register', isCompared: true, new: 0, gone: 0, changed: 4 })
  expect(JSON.parse(changes[0]!.sources).map((source: { month: string }) => source.month)).toEqual(['previous', 'current'])
})

test('the order of several codes, and a cell that cannot be read or has no column, are no changes', async () => {
  const before = { person: [{ ...jia, health_status: '残疾,患有大病', labour_ability: '普通劳动力', dibao: '农村低保' }, yi] }
  const after = {
    person: [{ ...jia, health_status: '患有大病,残疾', labour_ability: null, dibao: null }, yi],
    register: [{ sheet_no: 0, row_no: 2, labour_ability_unreadable: true, dibao_absent: true }],
  }
  expect((await compare(before, after)).changes).toEqual([])
})

test.each([
  ['a row that came', [], [relief], [['new', 'B', '记录', '', '类别 农村低保;起始 2024-01-01;金额 300']]],
  ['a row that went', [relief], [], [['gone', 'B', '记录', '类别 农村低保;起始 2024-01-01;金额 300', '']]],
  ['another amount', [relief], [{ ...relief, amount: 320 }], [['changed', 'B', '金额', '300', '320']]],
  ['an end', [relief], [{ ...relief, ended_on: '2026-05-31' }], [['changed', 'B', '停发', '', '2026-05-31']]],
  ['a repeated row', [relief], [relief, relief], []],
  ['a copy less', [relief, relief], [relief], []],
  ['another order', [relief, { ...relief, amount: 10 }], [{ ...relief, amount: 10 }, relief], []],
  [
    'one of two rows with one key',
    [relief, { ...relief, amount: 10 }],
    [{ ...relief, amount: 20 }, relief],
    [['changed', 'B', '金额', '10', '20']],
  ],
  ['a cell that cannot be read', [relief], [{ ...relief, amount: null, amount_unreadable: true }], []],
  ['a column that is not there any more', [relief], [{ ...relief, amount: null, amount_absent: true }], []],
  ['a row dated after the day', [], [{ ...relief, started_on: '2026-07-01' }], []],
] as [string, Row[], Row[], string[][]][])('department rows: %s', async (_, before, after, expected) => {
  const { changes } = await compare({ linked: { relief: before } }, { linked: { relief: after } })
  expect(changes.map(brief)).toEqual(expected)
})

test('without a key a person has one row, and all of it may change; codes are shown by their labels', async () => {
  const { changes } = await compare(
    { linked: { cards: [{ person: 0, grade: '3', issued_on: '2020-01-01' }] } },
    { linked: { cards: [{ person: 0, grade: '2', issued_on: '2026-05-01' }] } },
  )
  expect(changes.map(brief)).toEqual([
    ['changed', 'A', '发证日期', '2020-01-01', '2026-05-01'],
    ['changed', 'A', '等级', '三级', '二级'],
  ])
})

test('rows about a household are matched by household, whoever is named', async () => {
  const { changes } = await compare(
    { linked: { housing: [{ person: 0, remedy: '未改造', assessed_on: '2026-01-01' }] } },
    { linked: { housing: [{ person: 1, remedy: '已改造', assessed_on: '2026-01-01' }] } },
  )
  expect(changes).toMatchObject([
    { kind: 'changed', household_number: 'H1', person_id_number: '', name: '甲', field: '改造状态', before: '未改造', after: '已改造' },
  ])
})

test('the rows of a person who is gone are gone, under the old names', async () => {
  const { changes } = await compare({ linked: { relief: [relief] } }, { person: [jia], linked: { relief: [{ ...relief, person: 0 }] } })
  expect(
    changes.map(({ kind, dataset, person_id_number, household_number }) => [kind, dataset, person_id_number, household_number]),
  ).toEqual([
    ['gone', 'household_register', 'B', 'H1'],
    ['new', 'relief', 'A', 'H1'],
    ['gone', 'relief', 'B', 'H1'],
  ])
})

test('a dataset that one month does not have is not compared, and its sheets are reported as missing', async () => {
  const sheets = (...names: [string, string][]) =>
    names.map(([dataset, file], sheet_no) => ({ sheet_no, file, sheet_name: '', dataset, rows_in: 5 }))
  const before = {
    sheet: sheets(
      ['relief', '5月低保.csv'],
      ['cards', '残联/甲乡2026年5月.csv'],
      ['cards', '残联/乙乡2026年5月.csv'],
      ['deaths', '死亡5.csv'],
    ),
    linked: { relief: [relief] },
  }
  const after = { sheet: sheets(['cards', '残联/甲乡2026年6月.csv'], ['deaths', '公安死亡名单.csv']), linked: { housing: [] } }
  const { counts, changes } = await compare(before, after)
  expect(changes).toEqual([])
  expect(counts.map(({ dataset, isCompared }) => [dataset, isCompared])).toEqual([
    ['household_register', true],
    ['housing', false],
    ['relief', false],
  ])
  expect(await missingHandIns(engine, { current: 'main', previous: 'previous' })).toEqual([
    { dataset: 'cards', file: '残联/乙乡2026年5月.csv', sheet: '', rows: 5, missing: 'sheet' },
    { dataset: 'relief', file: '5月低保.csv', sheet: '', rows: 5, missing: 'dataset' },
  ])
})
