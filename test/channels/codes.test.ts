/** Printed codes as officers handle them: issued, printed again, ended; how they are used; and every sealed column known to a change of keys. */
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { channelsSealedColumns } from '../../src/cases/channels/index.ts'
import { resealColumns } from '../../src/store/index.ts'
import { call, openCounty, refusal, tokenOf, villageOne, wang, zhao } from './channels.test-support.ts'

let store: Awaited<ReturnType<typeof openCounty>>
let [one, three] = [0, 0]

beforeAll(async () => {
  store = await openCounty()
  ;[one, three] = [await store.householdOf(1), await store.householdOf(3)]
})
afterAll(() => store.drop())

describe('codes', () => {
  test('are issued once, printed again alike, and ended by a new one on a reason', async () => {
    const issue = (body: object) => call(store, wang, 'POST', '/codes/households', { divisionCode: villageOne, ...body })
    expect(await issue({})).toEqual({ made: 1, revoked: 0 })
    expect(await issue({})).toEqual({ made: 0, revoked: 0 })
    const first = await tokenOf(store, 'household', one)
    expect(await tokenOf(store, 'household', one)).toBe(first)
    await expect(issue({ householdIds: [one], isAnew: true })).rejects.toThrow(/重发的原因/)
    expect(await issue({ householdIds: [one], isAnew: true, reason: '码丢了' })).toEqual({ made: 1, revoked: 1 })
    expect(await tokenOf(store, 'household', one)).not.toBe(first)
    expect(await refusal(issue({ householdIds: [three] }))).toBe('store.not_found')
  })

  test('a picture holds the address of the public page and nothing about the household', async () => {
    const { items } = await call(
      store,
      wang,
      'GET',
      `/codes/print?kind=household&division=${villageOne}&base=https://bangfu.example.gov.cn/`,
    )
    expect(items[0]).toMatchObject({
      url: expect.stringMatching(/^https:\/\/bangfu\.example\.gov\.cn\/m\/[2-9a-z]{20}$/),
      headName: '张建国',
      svg: expect.stringContaining('<svg'),
    })
    await expect(call(store, wang, 'GET', '/codes/print?kind=village&base=javascript:alert(1)')).rejects.toThrow(/网址/)
  })

  test('the use of a village is exported, and readings are counted by leaflet', async () => {
    const { content } = await call(store, zhao, 'GET', '/codes/villages?format=xlsx')
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load(content)
    expect(workbook.worksheets[0]?.rowCount).toBe(3 + 2)
    expect((await call(store, zhao, 'GET', '/codes/leaflets')).items).toHaveLength(4)
  })
})

test('every sealed column is listed for a change of keys', async () => {
  const { rows } = await store.asOwner((client) =>
    client.query(`SELECT table_name AS t, column_name AS c FROM information_schema.columns WHERE column_name LIKE '%\\_sealed'
      AND table_name IN ('applications', 'application_photos', 'one_codes') ORDER BY 1, 2`),
  )
  const listed = channelsSealedColumns.flatMap(({ table, columns }) => columns.map((column) => ({ t: table, c: column })))
  expect(rows).toEqual(listed.sort((a, b) => `${a.t} ${a.c}`.localeCompare(`${b.t} ${b.c}`)))
  expect(
    await resealColumns(
      store,
      channelsSealedColumns.map((it) => ({ ...it, columns: [...it.columns] })),
    ),
  ).toBe(0)
})
