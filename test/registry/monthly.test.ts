/** The national export, month after month: added once, compared, decided, and what goes back. */
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestStore, testStore } from '../database/database.test-support.ts'
import {
  call,
  file,
  householdId,
  idNumber,
  invented,
  li,
  load,
  type MadeHousehold,
  people,
  qian,
  villageOne,
  zhao,
} from './register.test-support.ts'

let store: TestStore
let one: number
beforeAll(async () => {
  store = await testStore()
  await load(store, invented)
  one = await householdId(store, '52239900000001')
})
afterAll(() => store.drop())

/** The export of the next month: wages and a name differ, a grandmother is gone, a child is new, a wife stands elsewhere, a household is new. */
function nextMonth(): MadeHousehold[] {
  const [first, second, third] = structuredClone(invented) as [MadeHousehold, MadeHousehold, MadeHousehold]
  first.values = { ...first.values, wage_income: '24000.00', household_kind: '一般农户' }
  first.people = first.people.filter(({ name }) => name !== '刘桂花')
  first.people.push({ name: '张新', relation: '之孙子', bornOn: '2026-08-20', n: 11 })
  const [head] = first.people
  if (head !== undefined) head.phone = '13955556666'
  second.values = { ...second.values, household_size: '1' }
  third.values = { ...third.values, household_size: '2' }
  const wife = second.people.pop()
  if (wife !== undefined) third.people.push({ ...wife, relation: '其他' })
  const fourth = {
    number: '52239900000004',
    village: villageOne,
    values: {},
    people: [{ name: '吴新户', relation: '户主', bornOn: '1988-08-08', n: 15 }],
  }
  return [first, second, third, fourth]
}

interface Line {
  id: number
  kind: string
  label: string
  personName: string
  ours: string
  theirs: string
  proposal: string
}
const differences = async (query = ''): Promise<Line[]> => (await call(store, zhao, 'GET', `/register/differences?limit=200${query}`)).items
const lines = (all: Line[]) =>
  all.map(({ label, personName, ours, theirs, proposal }) => [label, personName, ours, theirs, proposal].join('|')).sort()

describe('in order', () => {
  test('the same files for the same month are loaded once', async () => {
    const again = await load(store, invented)
    expect([again.wasLoaded, again.newPersons]).toEqual([true, 8])
    expect((await call(store, zhao, 'GET', '/register/summary')).persons).toBe(8)
  })

  test('a later export changes nothing the county holds: new households are added, everything else is listed with a proposal', async () => {
    const members = (await file(store, one)).members
    const daughter = members.find(({ name }: { name: string }) => name === '张小雨').id
    await call(store, zhao, 'PATCH', `/register/households/${one}`, {
      version: 1,
      household: { wage_income: '21000' },
      persons: [{ personId: daughter, values: { education: '本科及以上' } }],
    })
    const former = await file(store, one)
    const report = await load(store, nextMonth(), { on: '2026-09-01' })
    expect([report.newHouseholds, report.newPersons, report.differences]).toEqual([1, 1, 9])
    expect({ ...(await file(store, one)), openDifferences: 0 }).toEqual(former)
    expect(people(await file(store, await householdId(store, '52239900000004')))).toBe('吴新户 户主')
    expect(lines(await differences())).toEqual(
      [
        '全国系统多出成员|张新|没有此人|张新|theirs',
        '全国系统没有此人|刘桂花|刘桂花||theirs',
        '家庭人口数||1|2|theirs',
        '家庭人口数||2|1|theirs',
        '工资性收入||21000.00|24000.00|ours',
        '户类型||脱贫户|一般农户|theirs',
        '所在户不同|章建果|52239900000002|52239900000003|theirs',
        '文化程度|张小雨|本科及以上||ours',
        '联系电话|张建国|139****0001|139****6666|theirs',
      ].sort(),
    )
  })

  test('outside the county nothing is seen or decided, and not without the permission', async () => {
    expect((await call(store, qian, 'GET', '/register/differences')).items).toEqual([])
    expect(await call(store, qian, 'POST', '/register/differences/decide', { decision: 'theirs', all: {} })).toMatchObject({
      taken: 0,
      kept: 0,
    })
    await expect(call(store, li, 'GET', '/register/differences')).rejects.toThrow('403 register.load')
    await expect(call(store, zhao, 'POST', '/register/differences/decide', { decision: 'theirs' })).rejects.toMatchObject({
      code: 'registry.nothing_chosen',
    })
    expect(await differences()).toHaveLength(9)
  })

  test('decided as proposed: theirs are taken over from the day of the export, ours are kept', async () => {
    const done = await call(store, zhao, 'POST', '/register/differences/decide', { decision: 'proposed', all: {} })
    expect([done.taken, done.kept, done.outdated]).toEqual([5, 2, 2])
    const now = await file(store, one)
    expect(people(now)).toBe('张建国 户主, 曾小梅 配偶, 张一鸣 之子, 张小雨 之女, 张新 之孙子')
    expect([now.values.household_kind, now.values.wage_income, now.members[0].values.phone, now.openDifferences]).toEqual([
      '一般农户',
      '21000.00',
      '139****6666',
      0,
    ])
    expect(now.members[4].values.id_number.slice(-4)).toBe(idNumber('2026-08-20', 11).slice(-4))
    expect((await file(store, one, '2026-08-31')).values.household_kind).toBe('脱贫户')
    expect(people(await file(store, await householdId(store, '52239900000003')))).toBe('=HYPERLINK("x") 户主, 章建果 其他')
    expect(await differences()).toEqual([])
  })

  test('what must be changed in the national system is a workbook under its own headers', async () => {
    const answer = await call(store, zhao, 'GET', '/register/national-changes')
    const book = new exceljs.Workbook()
    await book.xlsx.load(answer.content)
    const rows = book.worksheets[0]?.getSheetValues() as unknown[][]
    const header = rows[2] as string[]
    const cell = (row: unknown[], name: string) => row[header.indexOf(name)]
    const wages = rows.slice(3).filter((row) => String(cell(row, '说明')).includes('工资性收入：全国系统为“24000.00”，应为“21000.00”'))
    expect(wages.map((row) => cell(row, '姓名'))).toContain('张建国')
    expect(
      rows
        .slice(3)
        .some((row) => cell(row, '姓名') === '张小雨' && String(cell(row, '说明')).includes('文化程度：全国系统为“空”，应为“本科及以上”')),
    ).toBe(true)
    expect(cell(wages[0] ?? [], '证件号码')).toBe(idNumber('1975-03-02', 1))
  })

  test('what was decided is not asked again while both sides say the same', async () => {
    const same = nextMonth()
    const report = await load(store, same, { on: '2026-10-01' })
    expect(lines(await differences())).toEqual([])
    expect(report.differences).toBe(0)
  })

  test('a death registered here meets the member in the next export, and keeping ours is proposed', async () => {
    const seen = await file(store, one)
    const son = seen.members.find(({ name }: { name: string }) => name === '张一鸣').id
    await call(store, zhao, 'POST', `/register/households/${one}/events`, {
      kind: 'death',
      on: '2026-10-05',
      version: seen.version,
      personId: son,
    })
    await load(store, nextMonth(), { on: '2026-10-01', key: 'corrected export' })
    const found = (await differences()).filter(({ kind }) => kind === 'member_new')
    expect(lines(found)).toEqual(['全国系统多出成员|张一鸣|已登记死亡|张一鸣|ours'])
  })

  test('a household that the county numbered itself takes its national number and keeps its id', async () => {
    const seen = await file(store, one)
    const daughter = seen.members.find(({ name }: { name: string }) => name === '张小雨').id
    const done = await call(store, zhao, 'POST', `/register/households/${one}/events`, {
      kind: 'split',
      on: '2026-10-06',
      version: seen.version,
      personIds: [daughter],
      headId: daughter,
    })
    const later = nextMonth()
    const [first] = later
    if (first !== undefined) first.people = first.people.filter(({ name }) => name !== '张小雨')
    later.push({
      number: '52239900000009',
      village: villageOne,
      values: {},
      people: [{ name: '张小雨', relation: '户主', bornOn: '2004-11-30', sex: '女', n: 4 }],
    })
    await load(store, later, { on: '2026-10-01', key: 'with the new number' })
    expect(await householdId(store, '52239900000009')).toBe(done.householdIds[0])
  })

  test('an earlier month is refused after a later one', async () => {
    await expect(load(store, invented, { on: '2026-07-01' })).rejects.toMatchObject({ code: 'registry.same_month' })
  })

  test('rows outside the county of the one who loads are refused whole', async () => {
    const other = await testStore()
    await expect(load(other, invented, { by: { ...qian } })).rejects.toMatchObject({ code: 'store.outside_area' })
    expect((await call(other, zhao, 'GET', '/register/summary')).persons).toBe(0)
    await other.drop()
  })
})

test('the income sheet computes exactly, asks for evidence and keeps its versions', async () => {
  const path = `/register/households/${one}/income/2026`
  const empty = await call(store, zhao, 'GET', path)
  expect([empty.version, empty.from, empty.until, empty.totals.netIncome]).toEqual([0, '2025-10-01', '2026-09-30', '0.00'])
  const lines = [
    { item: 'a1', amount: '30000.50', evidence: '工资流水' },
    { item: 'b1', amount: '8000', evidence: '入户核算' },
    { item: 'd2', amount: '5000', evidence: '低保发放表' },
    { item: 'e1', amount: '2500.25', evidence: '购买凭证' },
    { item: 'loan', amount: '20000', evidence: '借款合同' },
  ]
  const saved = await call(store, zhao, 'PUT', path, { version: 0, size: 3, lines })
  expect(saved.totals).toEqual({
    groups: { wage: '30000.50', business: '8000.00', property: '0.00', transfer: '5000.00', expense: '2500.25' },
    netIncome: '40500.25',
    netIncomePerHead: '13500.08',
    notCounted: '20000.00',
    spending: '0.00',
  })
  await expect(call(store, zhao, 'PUT', path, { version: 0, lines })).rejects.toMatchObject({ code: 'store.stale' })
  await expect(call(store, zhao, 'PUT', path, { version: 1, lines: [{ item: 'a1', amount: '1' }] })).rejects.toMatchObject({
    code: 'registry.no_evidence',
  })
  await expect(
    call(store, zhao, 'PUT', path, { version: 1, lines: [lines[0], lines[0], { item: 'zz', amount: '1', evidence: '无' }] }),
  ).rejects.toMatchObject({ code: 'registry.bad_item' })
  expect((await call(store, zhao, 'GET', `/register/households/${one}/income/2026-06`)).until).toBe('2026-05-31')
})
