/** Finding and looking: search, the wall, masking, who looked, stale changes. */

import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportRegister, householdsByNumber } from '../../src/registry/index.ts'
import { asker, type TestStore, testStore } from '../database/database.test-support.ts'
import { call, file, householdId, idNumber, invented, li, load, qian, sun, wang, zhao } from './register.test-support.ts'

let store: TestStore
let one: number
beforeAll(async () => {
  store = await testStore()
  await load(store, invented)
  one = await householdId(store, '52239900000001')
})
afterAll(() => store.drop())

const found = async (q: string, who = zhao): Promise<string[]> => {
  const { items } = await call(store, who, 'GET', `/register/households?q=${encodeURIComponent(q)}`)
  return items.flatMap(({ matches }: { matches: { name: string; by: string }[] }) => matches.map(({ name, by }) => `${name} ${by}`))
}

describe('search', () => {
  const cases: [string, string[]][] = [
    ['张建国', ['张建国 姓名', '章建果 同音']],
    ['张', ['张建国 姓名', '张一鸣 姓名', '张小雨 姓名']],
    ['建国', ['张建国 名字', '章建果 名字同音']],
    ['zhangjianguo', ['张建国 拼音', '章建果 拼音']],
    ['zjg', ['张建国 拼音首字母', '章建果 拼音首字母']],
    ['zxm', ['曾小梅 拼音首字母']],
    ['jianguo', ['张建国 名字拼音', '章建果 名字拼音']],
    ['13900000001', ['张建国 电话', '曾小梅 电话']],
    [idNumber('2004-11-30', 4), ['张小雨 证件号码']],
    [idNumber('2004-11-30', 4).toLowerCase(), ['张小雨 证件号码']],
    ['52239900000002', ['李章 户编号']],
    ['无此人', []],
    ["张' OR 1=1 --", []],
    ['%', []],
  ]
  test.each(cases)('%s', async (q, names) => expect((await found(q)).sort()).toEqual([...names].sort()))
  test('stays within the area', async () => {
    expect(await found('zjg', li)).toEqual(['张建国 拼音首字母'])
    expect(await found('52239900000003', wang)).toEqual([])
    expect(await found('zjg', qian)).toEqual([])
  })
  test('a wider division asked for does not widen the area', async () => {
    const { items } = await call(store, li, 'GET', '/register/households?division=52')
    expect(items.map(({ householdNumber }: { householdNumber: string }) => householdNumber)).toEqual(['52239900000001'])
  })
})

test('a list is filtered, sorted and paged', async () => {
  const numbers = async (query: string) => {
    const { items, next } = await call(store, zhao, 'GET', `/register/households?${query}`)
    return [items.map(({ householdNumber }: { householdNumber: string }) => householdNumber.slice(-1)).join(''), next !== null]
  }
  expect(await numbers('')).toEqual(['123', false])
  expect(await numbers('monitored=true')).toEqual(['2', false])
  expect(await numbers(`kind=${encodeURIComponent('一般农户')}`)).toEqual(['23', false])
  expect(await numbers('division=522399001')).toEqual(['12', false])
  for (const [sort, order] of [
    ['place', '123'],
    ['number', '123'],
    ['members', '123'],
  ]) {
    let after = ''
    let all = ''
    do {
      const page = await call(store, zhao, 'GET', `/register/households?limit=1&sort=${sort}${after}`)
      all += page.items.map(({ householdNumber }: { householdNumber: string }) => householdNumber.slice(-1)).join('')
      after = page.next === null ? '' : `&after=${encodeURIComponent(page.next)}`
    } while (after !== '')
    expect([sort, all]).toEqual([sort, order])
  }
})

test('the summary counts by kind and by the divisions below', async () => {
  const { households, persons, monitored, kinds, divisions, lastLoad } = await call(store, zhao, 'GET', '/register/summary')
  expect({ households, persons, monitored, kinds, lastLoad: lastLoad.persons }).toEqual({
    households: 3,
    persons: 8,
    monitored: 1,
    kinds: [
      { kind: '一般农户', households: 2, persons: 3 },
      { kind: '脱贫户', households: 1, persons: 5 },
    ],
    lastLoad: 8,
  })
  expect(divisions.map(({ code, name, persons: n }: { code: string; name: string; persons: number }) => [code, name, n])).toEqual([
    ['522399001', '乡001', 7],
    ['522399002', '乡002', 1],
  ])
})

test('outside the area a household is not found, by no way of asking', async () => {
  for (const path of ['', '/history', '/income/2026'])
    await expect(call(store, qian, 'GET', `/register/households/${one}${path}`)).rejects.toMatchObject({ code: 'store.not_found' })
  const [head] = (await file(store, one)).members
  await expect(
    call(store, qian, 'POST', `/register/persons/${head.id}/unmask`, { fields: ['phone'], reason: '核实情况' }),
  ).rejects.toMatchObject({ code: 'store.not_found' })
  await expect(call(store, qian, 'GET', `/register/persons/${head.id}/looks`)).rejects.toMatchObject({ code: 'store.not_found' })
  await expect(
    call(store, qian, 'PATCH', `/register/households/${one}`, { version: 1, household: { address: '别处' } }),
  ).rejects.toMatchObject({ code: 'store.not_found' })
})

test('numbers and phones are masked until a reason is given, and the look is on record', async () => {
  const before = await file(store, one, undefined, li)
  const head = before.members[0]
  expect([head.values.id_number, head.values.phone]).toEqual([
    '522399********0013'.replace('0013', idNumber('1975-03-02', 1).slice(-4)),
    '139****0001',
  ])
  await expect(call(store, wang, 'POST', `/register/persons/${head.id}/unmask`, { fields: ['phone'], reason: '核实情况' })).rejects.toThrow(
    '403 person.unmask',
  )
  await expect(call(store, li, 'POST', `/register/persons/${head.id}/unmask`, { fields: ['phone'], reason: '' })).rejects.toThrow(
    '请写明原因',
  )
  const full = await call(store, li, 'POST', `/register/persons/${head.id}/unmask`, {
    fields: ['id_number', 'phone', 'bank_account'],
    reason: '上门前联系',
  })
  expect(full.values).toEqual({ id_number: idNumber('1975-03-02', 1), phone: '13900000001', bank_account: null })
  const { items } = await call(store, sun, 'GET', `/register/persons/${head.id}/looks`)
  expect(items[0]).toMatchObject({ officerName: '李村干', label: '查看完整号码', reason: '上门前联系' })
  expect(items.map(({ label }: { label: string }) => label)).toContain('查看一户一档')
})

test('no sealed value lies in the clear, neither in the tables nor in the audit trail', async () => {
  await call(store, zhao, 'PATCH', `/register/households/${one}`, {
    version: 1,
    persons: [{ personId: (await file(store, one)).members[0].id, values: { phone: '13911112222', bank_account: '6222021234567890123' } }],
    household: { contact_phone: '13933334444', address: '一组 3 号' },
  })
  const text = await store.asOwner(async (client) => {
    const tables = ['households', 'household_states', 'persons', 'person_states', 'register_acts', 'register_differences', 'audit_entries']
    const texts: string[] = []
    for (const table of tables) texts.push((await client.query(`SELECT string_agg(t::text, ' ') AS all FROM ${table} t`)).rows[0].all)
    return texts.join(' ')
  })
  for (const secret of ['13900000001', '13911112222', '13933334444', '6222021234567890123', idNumber('1975-03-02', 1)]) {
    expect(text).not.toContain(secret)
    expect(text).not.toContain(Buffer.from(secret).toString('hex'))
  }
  expect(await found('13911112222')).toEqual(['张建国 电话'])
})

test('a change over a version not seen is refused and says what changed; with a day it holds from then on', async () => {
  const household = await householdId(store, '52239900000002')
  const patch = (body: object, who = zhao) => call(store, who, 'PATCH', `/register/households/${household}`, body)
  await patch({ version: 1, household: { road_distance: '2.5', address: '二组' } })
  await expect(patch({ version: 1, household: { address: '三组' } })).rejects.toMatchObject({
    code: 'store.stale',
    details: { changed: ['修改 52239900000002的与村主干路距离(公里)、家庭住址'] },
  })
  await patch({ version: 2, on: '2026-09-15', household: { address: '三组' } })
  const addressOn = async (day: string) => (await file(store, household, day)).values.address
  expect(await Promise.all(['2026-08-01', '2026-09-14', '2026-09-15'].map(addressOn))).toEqual(['二组', '二组', '三组'])
  await expect(file(store, household, '2026-07-31')).rejects.toMatchObject({ code: 'registry.not_known_yet' })
  await expect(patch({ version: 3, household: { wage_income: '很多' } })).rejects.toMatchObject({ code: 'registry.bad_values' })
  await expect(patch({ version: 3, household: { nonsense: '1' } })).rejects.toMatchObject({ code: 'registry.unknown_field' })
  await expect(patch({ version: 3, household: {} })).rejects.toMatchObject({ code: 'registry.bad_values' })
  await expect(patch({ version: 3, household: { address: '别处' } }, sun)).rejects.toThrow('403')
})

test('a list as a workbook needs its permission and writes no formulas', async () => {
  await expect(call(store, li, 'GET', '/register/households?format=xlsx')).rejects.toMatchObject({ code: 'access.no_export' })
  const answer = await call(store, zhao, 'GET', '/register/households?format=xlsx')
  expect([answer.kind, answer.name]).toEqual(['file', '农户名单-2026-10-31.xlsx'])
})

test('the register as a CSV for screening has full values, for its owner only, as of a day', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'register-'))
  const to = join(folder, '农户.csv')
  expect(await exportRegister(store, { area: '522399', asOf: '2026-09-01', to })).toEqual({ households: 3, persons: 8 })
  expect((await stat(to)).mode & 0o777).toBe(0o600)
  const [header = '', ...lines] = (await readFile(to, 'utf8')).trimEnd().split('\r\n')
  const cell = (line: string | undefined, name: string) => (line ?? '').split(',')[header.split(',').indexOf(name)]
  expect(lines).toHaveLength(8)
  expect(['姓名', '证件号码', '与户主关系', '户编号', '工资性收入', '行政村代码'].map((name) => cell(lines[0], name))).toEqual([
    '张建国',
    idNumber('1975-03-02', 1),
    '户主',
    '52239900000001',
    '20000.00',
    '522399001001',
  ])
  expect(lines[7]).toContain('"=HYPERLINK(""x"")"')
  await rm(folder, { recursive: true })
})

test('households are found by their numbers, within the area only', async () => {
  const ask = (who: typeof zhao) =>
    store.transaction(asker(who), (ctx) => householdsByNumber(ctx, ['52239900000001', '52239900000003', '1']))
  expect([...(await ask(zhao)).keys()].sort()).toEqual(['52239900000001', '52239900000003'])
  expect([...(await ask(wang)).keys()]).toEqual(['52239900000001'])
})
