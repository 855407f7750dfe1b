/** Events in life, each with its undo, on the real database. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { officer, type TestStore, testStore } from '../database/database.test-support.ts'
import {
  call,
  copied,
  county,
  file,
  householdId,
  idNumber,
  li,
  load,
  numberOf,
  people,
  qian,
  sun,
  villageOne,
  villageTwo,
  wang,
  zhao,
} from './register.test-support.ts'

let store: TestStore
let one: number
let two: number
let copy = 0
const id: Record<string, number> = {}
beforeAll(async () => {
  store = await testStore()
})
beforeEach(async () => {
  copy += 1
  await load(store, copied(copy), { key: `copy ${copy}` })
  one = await householdId(store, numberOf('52239900000001', copy))
  two = await householdId(store, numberOf('52239900000002', copy))
  for (const household of [one, two]) for (const member of (await file(store, household)).members) id[member.name] = member.id
})
afterAll(() => store.drop())

const event = (household: number, body: object, who = zhao) =>
  call(store, who, 'POST', `/register/households/${household}/events`, { version: 1, on: '2026-09-10', ...body })
const before = '张建国 户主, 曾小梅 配偶, 张一鸣 之子, 张小雨 之女, 刘桂花 之母'

describe('each event changes the household from its day on, and its undo restores the former answer', () => {
  const cases: [string, () => object, string, string][] = [
    [
      'birth',
      () => ({ kind: 'birth', person: { name: '张新生', values: { sex: '男' } }, relation: '之孙子' }),
      `${before}, 张新生 之孙子`,
      '6',
    ],
    [
      'adoption',
      () => ({ kind: 'adoption', person: { name: '张养女', values: { sex: '女', born_on: '2020-01-01' } }, relation: '之女' }),
      `${before}, 张养女 之女`,
      '6',
    ],
    [
      'marriage_in',
      () => ({
        kind: 'marriage_in',
        person: { name: '王媳', values: { sex: '女', id_number: idNumber('2000-02-02', 2) } },
        relation: '之儿媳',
      }),
      `${before}, 王媳 之儿媳`,
      '6',
    ],
    ['death', () => ({ kind: 'death', personId: id.刘桂花 }), '张建国 户主, 曾小梅 配偶, 张一鸣 之子, 张小雨 之女', '4'],
    ['death of the head', () => ({ kind: 'death', personId: id.张建国 }), '曾小梅 户主, 张一鸣 之子, 张小雨 之女, 刘桂花 之婆婆', '4'],
    ['marriage_out', () => ({ kind: 'marriage_out', personId: id.张小雨 }), '张建国 户主, 曾小梅 配偶, 张一鸣 之子, 刘桂花 之母', '4'],
    ['move_out', () => ({ kind: 'move_out', personIds: [id.张一鸣, id.张小雨], to: '贵阳' }), '张建国 户主, 曾小梅 配偶, 刘桂花 之母', '3'],
    [
      'split',
      () => ({ kind: 'split', personIds: [id.张一鸣], headId: id.张一鸣 }),
      '张建国 户主, 曾小梅 配偶, 张小雨 之女, 刘桂花 之母',
      '4',
    ],
    [
      'change_head',
      () => ({ kind: 'change_head', personId: id.张一鸣 }),
      '张一鸣 户主, 张建国 之父, 曾小梅 之母, 张小雨 之兄弟姐妹, 刘桂花 之祖母',
      '5',
    ],
    ['move_in from another household', () => ({ kind: 'move_in', personId: id.章建果, relation: '其他' }), `${before}, 章建果 其他`, '6'],
  ]
  test.each(cases)('%s', async (_, body, after, size) => {
    const former = await file(store, one)
    const formerTwo = await file(store, two)
    const done = await event(one, body())
    const now = await file(store, one)
    expect(people(now)).toBe(after)
    expect(now.values.household_size).toBe(size)
    expect(people(await file(store, one, '2026-09-09'))).toBe(before)
    expect(people(await file(store, one, '2026-09-10'))).toBe(after)
    await call(store, zhao, 'POST', `/register/acts/${done.actId}/undo`, { reason: '登记错了' })
    expect({ ...(await file(store, one)), version: 0 }).toEqual({ ...former, version: 0 })
    expect({ ...(await file(store, two)), version: 0 }).toEqual({ ...formerTwo, version: 0 })
    for (const household of done.householdIds) await expect(file(store, household)).rejects.toThrow('没有找到')
  })
})

test('a whole household moves to another village with ids, number and status, and both villages see the right thing', async () => {
  const inTwo = officer(villageTwo, ['register.read', 'register.change'], { id: 21, name: '二村干部' })
  const former = await file(store, two)
  const move = { kind: 'relocate', toVillage: villageOne, groupName: '三组', reason: '易地搬迁' }
  const outside = { body: move, who: inTwo }
  await expect(event(two, outside.body, outside.who)).rejects.toThrow('同时管辖两村的乡镇或县级')
  const done = await event(two, move, wang)
  const now = await file(store, two, undefined, li)
  expect([now.id, now.householdNumber, now.divisionCode, now.isMonitored]).toEqual([two, former.householdNumber, villageOne, true])
  expect(now.values).toEqual({ ...former.values, group_name: '三组' })
  expect(people(now)).toBe(people(former))
  expect(now.members.map(({ id }: { id: number }) => id)).toEqual(former.members.map(({ id }: { id: number }) => id))
  await expect(file(store, two, undefined, inTwo)).rejects.toThrow('没有找到')
  expect((await file(store, two, '2026-09-09', wang)).values).toEqual(former.values)
  const listed = async (who: typeof wang) =>
    (await call(store, who, 'GET', '/register/households')).items.map(({ id }: { id: number }) => id).includes(two)
  expect([await listed(li), await listed(inTwo), await listed(wang)]).toEqual([true, false, true])
  const found = async (who: typeof wang) =>
    (await call(store, who, 'GET', '/register/households?q=章建果')).items.some((item: { id: number }) => item.id === two)
  expect([await found(li), await found(inTwo)]).toEqual([true, false])
  const history = await call(store, li, 'GET', `/register/households/${two}/history`)
  expect(history.items[0]).toMatchObject({ kind: 'relocate', label: '整户搬迁', canBeUndone: true })
  expect(history.items[0].summary).toContain('→')
  await expect(call(store, li, 'POST', `/register/acts/${done.actId}/undo`, { reason: '登记错了' })).rejects.toThrow()
  await call(store, wang, 'POST', `/register/acts/${done.actId}/undo`, { reason: '登记错了' })
  expect({ ...(await file(store, two, undefined, inTwo)), version: 0 }).toEqual({ ...former, version: 0 })
  await expect(file(store, two, undefined, li)).rejects.toThrow('没有找到')
})

test.each([
  ['the village it lives in', () => villageTwo, '已在这个村'],
  ['another county', () => '522398001001', '只在本县之内'],
  ['a village nobody knows', () => '522399001099', '没有行政村 522399001099'],
])('a household does not move to %s', async (_, toVillage, words) => {
  await expect(event(two, { kind: 'relocate', toVillage: toVillage() })).rejects.toThrow(words)
})

test('a household that splits off takes place and status along, not the income, and can be found', async () => {
  const done = await event(one, { kind: 'split', personIds: [id.张一鸣, id.张小雨], headId: id.张一鸣 })
  const founded = await file(store, done.householdIds[0])
  expect(people(founded)).toBe('张一鸣 户主, 张小雨 之兄弟姐妹')
  expect(founded.householdNumber).toMatch(new RegExp(`^${county}L\\d{8}$`))
  expect(founded.values).toEqual({ household_kind: '脱贫户', group_name: '一组', household_size: '2' })
  expect(founded.members[0].id).toBe(id.张一鸣)
})

test('a monitored household that is merged into one that is not hands its status on; the emptied one leaves the lists', async () => {
  const done = await event(one, {
    kind: 'merge',
    fromHouseholdId: two,
    fromVersion: 1,
    relations: [{ personId: id.章建果, relation: '之兄弟姐妹' }],
  })
  const merged = await file(store, one)
  expect(people(merged)).toBe(`${before}, 李章 其他, 章建果 之兄弟姐妹`)
  expect([merged.isMonitored, merged.values.monitored_kind, merged.values.risk_factor_1]).toEqual([true, '突发严重困难户', '因病'])
  expect((await file(store, two)).isPresent).toBe(false)
  expect((await call(store, zhao, 'GET', '/register/households')).items.map((item: { id: number }) => item.id)).not.toContain(two)
  await call(store, zhao, 'POST', `/register/acts/${done.actId}/undo`, { reason: '登记错了' })
  expect([(await file(store, one)).isMonitored, people(await file(store, two))]).toEqual([false, '李章 户主, 章建果 配偶'])
})

test('an act on which a later one rests is not undone, and the officer is told which', async () => {
  const first = await event(one, { kind: 'death', personId: id.刘桂花 })
  await event(one, { kind: 'move_out', version: 2, personIds: [id.张小雨] })
  await expect(call(store, zhao, 'POST', `/register/acts/${first.actId}/undo`, { reason: '登记错了' })).rejects.toMatchObject({
    code: 'registry.not_latest',
    details: { label: '迁出', on: '2026-09-10' },
  })
})

test('who moved out and in elsewhere is not brought back by undoing the move out', async () => {
  const out = await event(one, { kind: 'move_out', personIds: [id.张小雨] })
  await event(two, { kind: 'move_in', personId: id.张小雨, relation: '其他' })
  await expect(call(store, zhao, 'POST', `/register/acts/${out.actId}/undo`, { reason: '登记错了' })).rejects.toMatchObject({
    code: 'registry.not_latest',
  })
  expect(people(await file(store, two))).toBe('李章 户主, 张小雨 其他, 章建果 配偶')
})

test('what was undone is not undone again, and the history says both', async () => {
  const done = await event(one, { kind: 'death', personId: id.刘桂花 })
  await call(store, zhao, 'POST', `/register/acts/${done.actId}/undo`, { reason: '同名误报' })
  await expect(call(store, zhao, 'POST', `/register/acts/${done.actId}/undo`, { reason: '再来一次' })).rejects.toMatchObject({
    code: 'registry.already_undone',
  })
  const { items } = await call(store, zhao, 'GET', `/register/households/${one}/history`)
  expect(
    items.map((item: { label: string; isUndone: boolean; canBeUndone: boolean }) => [item.label, item.isUndone, item.canBeUndone]),
  ).toEqual([
    ['撤销', false, false],
    ['死亡', true, false],
    ['导入全国系统数据', false, false],
  ])
})

describe('refused', () => {
  test('days to come, and days before a registered event', async () => {
    await expect(event(one, { kind: 'death', personId: id.刘桂花, on: '2026-11-01' })).rejects.toMatchObject({
      code: 'registry.in_future',
    })
    await event(one, { kind: 'death', personId: id.刘桂花 })
    await expect(event(one, { kind: 'move_out', version: 2, personIds: [id.张小雨], on: '2026-09-01' })).rejects.toMatchObject({
      code: 'registry.too_early',
    })
  })
  test('a version that is not the one seen', async () => {
    await event(one, { kind: 'death', personId: id.刘桂花 })
    await expect(event(one, { kind: 'death', personId: id.张小雨 })).rejects.toMatchObject({ code: 'store.stale' })
  })
  test('a household outside the area is not found, also as the other household of an event', async () => {
    await expect(event(two, { kind: 'death', personId: id.李章 }, li)).rejects.toMatchObject({ code: 'store.not_found' })
    await expect(event(one, { kind: 'death', personId: id.刘桂花 }, qian)).rejects.toMatchObject({ code: 'store.not_found' })
    await expect(event(one, { kind: 'merge', fromHouseholdId: two, fromVersion: 1 }, li)).rejects.toMatchObject({ code: 'store.not_found' })
    await expect(event(one, { kind: 'move_in', personId: id.章建果, relation: '其他' }, li)).rejects.toMatchObject({
      code: 'store.not_found',
    })
  })
  test('an act that also touched a household outside the area is not the village’s to undo', async () => {
    const done = await event(one, { kind: 'marriage_out', personId: id.张小雨, toHouseholdId: two, relation: '其他' }, wang)
    await expect(call(store, li, 'POST', `/register/acts/${done.actId}/undo`, { reason: '登记错了' })).rejects.toMatchObject({
      code: 'store.not_found',
    })
  })
  test('without the permission', async () => {
    await expect(event(one, { kind: 'death', personId: id.刘桂花 }, sun)).rejects.toThrow('403 register.change')
  })
  test('a number that is registered already, wrong values, a missing relation', async () => {
    const known = {
      kind: 'move_in',
      relation: '其他',
      person: { name: '某人', values: { id_number: idNumber('1968-05-06', 7 + 10 * copy) } },
    }
    await expect(event(one, known)).rejects.toMatchObject({ code: 'registry.known_person' })
    const wrong = { kind: 'birth', relation: '之孙子', person: { name: '某人', values: { id_number: '522399199001010000', sex: '不明' } } }
    await expect(event(one, wrong)).rejects.toMatchObject({
      code: 'registry.bad_values',
      details: { mistakes: [{ field: '证件号码' }, { field: '性别' }] },
    })
    await expect(event(one, { kind: 'move_in', personId: id.章建果 })).rejects.toMatchObject({ code: 'registry.no_relation' })
  })
})
