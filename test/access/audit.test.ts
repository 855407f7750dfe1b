/** Reading the trail: by subject, officer, action and day; within the area only; and whether its seal holds. */
import exceljs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { looksAt } from '../../src/access/index.ts'
import type { PersonaName } from '../../src/access/personas.test-support.ts'
import { recordActs, sealAudit } from '../../src/store/index.ts'
import { type County, openCounty } from './access.test-support.ts'

let county: County
beforeAll(async () => {
  county = await openCounty()
  const look = (who: PersonaName, subjectId: number, divisionCode: string, details: Record<string, unknown> = {}) =>
    county.store.transaction({ officer: county.personas[who].officer, requestId: 'look' }, (ctx) =>
      recordActs(ctx, [{ action: 'person.seen', subjectKind: 'person', subjectId, divisionCode, details }]),
    )
  await look('li', 7, '522399001001')
  await look('zhao', 7, '522399001001', { reason: '=1+1' })
  await look('wang', 8, '522399001001')
  await look('qian', 9, '522398001001')
  county.pass({ days: 1 })
  await look('wang', 7, '522399001001')
})
afterAll(() => county.close())

const seen = async (query: string, who: PersonaName = 'sun') =>
  (await county.as(who).get(`/audit?${query}`)).body.items.map(
    ({ officerName, subjectId }: Record<string, string>) => `${officerName} ${subjectId}`,
  )

test.each([
  ['subjectKind=person&subjectId=7', ['王芳 7', '赵敏 7', '李明 7']],
  ['subjectKind=person', ['王芳 7', '王芳 8', '赵敏 7', '李明 7']],
  ['action=person.seen&until=2026-10-31', ['王芳 8', '赵敏 7', '李明 7']],
  ['action=person.&from=2026-11-01', ['王芳 7']],
  ['subjectKind=person&under=522398', []],
])('%s', async (query, expected) => {
  expect(await seen(query)).toEqual(expected)
})

test('by officer, and from page to page', async () => {
  const wang = county.personas.wang.officer.id
  expect(await seen(`officer=${wang}&subjectKind=person`)).toEqual(['王芳 7', '王芳 8'])
  const first = (await county.as('sun').get('/audit?subjectKind=person&limit=3')).body
  expect(first.items).toHaveLength(3)
  expect(await seen(`subjectKind=person&limit=3&after=${first.next}`)).toEqual(['李明 7'])
})

test('a person’s looks are answered for: who, when and why; from another county nothing is found', async () => {
  const as = (who: PersonaName) =>
    county.store.transaction({ officer: county.personas[who].officer, requestId: 'q' }, (ctx) => looksAt(ctx, 'person', 7))
  expect((await as('sun')).map(({ officerName, at, details }) => ({ officerName, at, details }))).toEqual([
    { officerName: '王芳', at: '2026-11-01T02:00:00.000Z', details: {} },
    { officerName: '赵敏', at: '2026-10-31T02:00:00.000Z', details: { reason: '=1+1' } },
    { officerName: '李明', at: '2026-10-31T02:00:00.000Z', details: {} },
  ])
  expect(await as('qian')).toEqual([])
})

test('needs the permission; administrators of other kinds do not have it', async () => {
  for (const who of ['zhao', 'feng', 'chen', 'zheng'] as const) expect((await county.as(who).get('/audit')).status).toBe(403)
})

test('as a workbook: the same lines, a watermark, text that cannot become a formula, and a line in the trail', async () => {
  const { raw } = await county.as('sun').get('/audit?subjectKind=person&format=xlsx')
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(raw as unknown as exceljs.Buffer)
  const sheet = workbook.worksheets[0]
  expect(sheet?.getCell('A1').value).toBe('孙丽 2026/11/1 10:00 导出，仅限工作使用')
  expect(sheet?.headerFooter.oddHeader).toContain('孙丽')
  expect(sheet?.rowCount).toBe(6)
  expect(sheet?.getColumn(8).values).toContain('=1+1')
  expect([...(sheet?.getColumn(8).values ?? [])].filter((value) => typeof value === 'object' && value !== null)).toEqual([])
  expect((await county.as('sun').get('/audit?action=table.exported')).body.items[0]).toMatchObject({
    officerName: '孙丽',
    details: { table: '审计日志', rows: 4 },
  })
})

test('the seal holds until somebody touches a line in the database', async () => {
  await sealAudit(county.store)
  expect((await county.as('sun').get('/audit/seal')).body).toMatchObject({ holds: true, fault: null })
  await county.store.asOwner(async (owner) => {
    await owner.query("SET session_replication_role = 'replica'")
    await owner.query("UPDATE audit_entries SET officer_name = '别人' WHERE subject_id = '8' AND subject_kind = 'person'")
    await owner.query('RESET session_replication_role')
  })
  // Between two checks of the whole chain only what is newer is read.
  const { body } = await county.as('sun').get('/audit/seal?whole=true')
  expect(body.holds).toBe(false)
  expect(body.fault).toMatch(/被改动/)
  expect((await county.as('zhao').get('/audit/seal')).status).toBe(403)
})
