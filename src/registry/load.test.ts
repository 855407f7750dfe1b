/** A first load and a later one write the same: names as they are, sealed values that open again, one line in the audit trail. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStore, testStore } from '../../test/database/database.test-support.ts'
import { idNumber, load, type MadeHousehold, villageOne } from '../../test/registry/register.test-support.ts'

let store: TestStore
beforeAll(async () => {
  store = await testStore()
})
afterAll(() => store.drop())

const names = ['杨"玉\\菊', '{何},NULL', 'NULL', "O'Brien\n二"]
const household = (n: number): MadeHousehold => ({
  number: `5223990000000${n}`,
  village: villageOne,
  values: { group_name: `一"组\\${n}` },
  people: names.map((name, at) => ({
    name,
    relation: at === 0 ? '户主' : '之子',
    bornOn: '1975-03-02',
    n: 10 * n + at,
    ...(at < 2 && { phone: `1390000000${n}` }),
  })),
})

const read = (sql: string) => store.asOwner(async (client) => (await client.query(sql)).rows)

test.each([
  ['a first load', 1, '2026-08-01', [1]],
  ['a later load', 2, '2026-09-01', [1, 2]],
])('%s keeps every character and every sealed value', async (_, n, on, loaded) => {
  expect(await load(store, loaded.map(household), { on })).toMatchObject({ newHouseholds: 1, newPersons: 4 })
  const rows =
    await read(`SELECT s.name, p.name AS found_by, h.group_name, s.id_number_sealed, s.id_index, p.id_index AS found_by_index, s.phone_sealed, p.phone_index, s.other_phone_sealed, s.is_head
    FROM person_states s JOIN persons p ON p.id = s.person_id JOIN households h ON h.id = s.household_id WHERE h.household_number = '5223990000000${n}' ORDER BY s.is_head DESC, s.id`)
  expect(rows.map(({ name }) => name).sort()).toEqual([...names].sort())
  for (const row of rows) {
    const at = names.indexOf(row.name)
    const number = idNumber('1975-03-02', 10 * n + at)
    const phone = at < 2 ? `1390000000${n}` : null
    expect(row).toMatchObject({ found_by: row.name, group_name: `一"组\\${n}`, is_head: at === 0, other_phone_sealed: null })
    expect(store.vault.open(row.id_number_sealed)).toBe(number)
    expect([row.id_index, row.found_by_index]).toEqual([store.vault.index(number), store.vault.index(number)])
    expect(row.phone_sealed && store.vault.open(row.phone_sealed)).toBe(phone)
    expect(row.phone_index).toEqual(phone && store.vault.index(phone))
  }
})

const indexes = "SELECT indexdef FROM pg_indexes WHERE tablename = 'persons' ORDER BY indexname"

test.each([
  ['nobody is at work on the register', false],
  ['somebody is reading it', true],
])('a first load leaves every index there was, when %s', async (_, isRead) => {
  const fresh = await testStore()
  try {
    const there = await fresh.asOwner(async (client) => (await client.query(indexes)).rows)
    const loading = () => load(fresh, [household(3)], { on: '2026-08-01' })
    const report = isRead
      ? await fresh.asOwner(async (client) => {
          await client.query('BEGIN')
          await client.query('SELECT FROM persons')
          return loading().finally(() => client.query('COMMIT'))
        })
      : await loading()
    expect(report).toMatchObject({ newHouseholds: 1, newPersons: 4 })
    expect(there).toHaveLength(10)
    expect(await fresh.asOwner(async (client) => (await client.query(indexes)).rows)).toEqual(there)
  } finally {
    await fresh.drop()
  }
})

test('a load is one line of the audit trail, and the states it made name it', async () => {
  const acts = await read(`SELECT a.id::text, (SELECT count(*)::integer FROM person_states s WHERE s.act_id = a.id) AS states,
      (SELECT count(*)::integer FROM register_act_households t WHERE t.act_id = a.id) AS households FROM register_acts a ORDER BY a.id`)
  const lines = await read(`SELECT subject_id, subject_kind, division_code FROM audit_entries WHERE action = 'register.loaded' ORDER BY id`)
  expect(acts.map(({ states, households }) => [states, households])).toEqual([
    [4, 1],
    [4, 1],
  ])
  expect(lines).toEqual(acts.map(({ id }) => ({ subject_id: id, subject_kind: 'register_act', division_code: '522399' })))
})
