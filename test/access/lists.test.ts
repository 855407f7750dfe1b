/** Lists of offices, tokens and sessions: in the order asked for, page by page without a gap, and the same rows as a workbook. */
import exceljs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonaName } from '../../src/access/personas.test-support.ts'
import { type County, openCounty } from './access.test-support.ts'

let county: County
beforeAll(async () => {
  county = await openCounty({ publicUrl: 'https://fpfx.example.gov.cn' })
  for (const [name, expiresOn] of [
    ['乙接口', '2027-03-01'],
    ['甲接口', '2027-09-01'],
    ['丙接口', '2026-12-01'],
  ] as const) {
    const body = { name, officerId: county.personas.zheng.officer.id, datasets: ['medical_insurance'], expiresOn }
    expect((await county.as('chen').post('/tokens', body)).status).toBe(200)
  }
  for (const name of ['li', 'wang', 'zhao'] as const) await county.as(name).get('/session')
})
afterAll(() => county.close())

async function walked(who: PersonaName, path: string): Promise<Record<string, string>[]> {
  const found: Record<string, string>[] = []
  let after = ''
  for (let pages = 0; pages < 20; pages += 1) {
    const { body } = await county.as(who).get(`${path}&limit=2${after === '' ? '' : `&after=${after}`}`)
    found.push(...body.items)
    if (body.next === null || body.items.length === 0) break
    after = body.next
  }
  return found
}

const sorted = (values: (string | undefined)[]) => [...values].sort((one, other) => (String(one) < String(other) ? -1 : 1))

test.each([
  ['chen', '/tokens?sort=expires', 'expiresOn', 3],
  ['chen', '/offices?sort=division', 'divisionCode', 4],
] as const)('%s walks %s in order and misses none', async (who, path, field, least) => {
  const items = await walked(who, path)
  expect(items.length).toBeGreaterThanOrEqual(least)
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
  expect(items.map((item) => item[field])).toEqual(sorted(items.map((item) => item[field])))
})

test.each(['newest', 'seen', 'officer'])('sessions by %s are walked whole, each once', async (sort) => {
  const items = await walked('chen', `/sessions?sort=${sort}`)
  const { body } = await county.as('chen').get('/sessions?limit=200')
  expect(items.map(({ id }) => id).sort()).toEqual(body.items.map(({ id }: { id: number }) => id).sort())
  expect(items.length).toBeGreaterThanOrEqual(4)
})

test.each([
  ['chen', '/tokens', '部门系统令牌', '甲接口'],
  ['chen', '/sessions', '正在登录的会话', '李明'],
  ['feng', '/offices', '机构名单', '清溪县医疗保障局'],
] as const)('%s takes %s out as a workbook, recorded', async (who, path, name, held) => {
  const answer = await county.as(who).get(`${path}?format=xlsx`)
  expect(answer.status).toBe(200)
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(answer.raw as never)
  expect(JSON.stringify(workbook.worksheets[0]?.getSheetValues())).toContain(held)
  const { rows } = await county.store.asOwner((client) =>
    client.query("SELECT details ->> 'table' AS name FROM audit_entries WHERE action = 'table.exported' ORDER BY id DESC LIMIT 1"),
  )
  expect(rows[0].name).toBe(name)
})

test('who may not export gets no workbook', async () => {
  expect((await county.as('li').get('/offices?format=xlsx')).body.code).toBe('access.no_export')
})

test('the pages are told the address that is printed in codes', async () => {
  expect((await county.as('li').get('/session')).body.publicUrl).toBe('https://fpfx.example.gov.cn')
})
