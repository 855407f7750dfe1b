/** Officers by workbook: the template offers what may be chosen, each wrong row is explained, all good rows go in. */
import exceljs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type County, openCounty, signInBody } from './access.test-support.ts'

let county: County
beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.close())

const header = '姓名,用户名,角色,所属机构,起始日期,截止日期'
const bulk = (lines: string[], preview = false, who: 'feng' | 'jiang' | 'zhao' = 'feng') =>
  county.as(who).upload('/officers/bulk', '名单.csv', [header, ...lines].join('\n'), preview ? { preview: 'true' } : {})
const errors = ({ body }: Answer) => body.rows.map((row: { errors: string[] }) => row.errors)

test('the template lists the roles one appoints and the offices of the area, nothing else', async () => {
  const { raw, status } = await county.as('feng').get('/officers/template')
  expect(status).toBe(200)
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(raw as unknown as exceljs.Buffer)
  const column = (at: number) => (workbook.getWorksheet('可选')?.getColumn(at).values ?? []).slice(1)
  expect(workbook.getWorksheet('用户')?.getRow(1).values).toEqual([
    undefined,
    '姓名*',
    '用户名*',
    '角色*',
    '所属机构*',
    '起始日期',
    '截止日期',
  ])
  expect(column(1)).toContain('驻村（村级）干部')
  expect(column(1)).not.toContain('安全管理员')
  expect(column(2)).toEqual(['所属机构', '清溪县乡村振兴局', '青山镇人民政府', '青山镇白果村村民委员会', '清溪县医疗保障局'])
})

test('a filled-in template goes back in, with the first passwords shown once', async () => {
  const { raw } = await county.as('feng').get('/officers/template')
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(raw as unknown as exceljs.Buffer)
  workbook
    .getWorksheet('用户')
    ?.getRow(2)
    .splice(1, 6, '田甜', '13900000001', '驻村（村级）干部', '青山镇白果村村民委员会', new Date('2026-11-01T00:00:00Z'), '2027.10.31')
  const file = Buffer.from(await workbook.xlsx.writeBuffer())
  const { body } = await county.as('feng').upload('/officers/bulk', '用户名单模板.xlsx', file)
  expect(body).toMatchObject({ preview: false, good: 1, bad: 0, rows: [{ row: 2, name: '田甜', errors: [] }] })
  county.pass({ days: 1 })
  expect((await county.anybody.post('/session', signInBody('13900000001', body.rows[0].initialPassword))).body.mustChangePassword).toBe(
    true,
  )
  county.pass({ days: -1 })
})

test('every wrong row says all that is wrong with it, and the others go in', async () => {
  const answer = await bulk([
    '白云,baiyun,乡镇工作人员,青山镇人民政府,,',
    ',x!,皇帝,不存在局,昨天,',
    '重复,baiyun,乡镇工作人员,青山镇人民政府,,',
    '有人,qian,乡镇工作人员,青山镇人民政府,,',
    '越权,yuequan,安全管理员,清溪县乡村振兴局,,',
    '错位,cuowei,乡镇工作人员,清溪县医疗保障局,2026-12-01,2026-11-01',
    '邻县,linxian,县级工作人员,邻水县乡村振兴局,,',
    '代码,daima,村级干部,522399001001,,',
    '黑土,heitu,village_cadre,522399001001,,',
  ])
  expect(answer.body).toMatchObject({ good: 2, bad: 7 })
  expect(errors(answer)).toEqual([
    [],
    [
      '姓名须为 1 至 50 个字',
      '用户名“x!”须为 2 至 32 位字母、数字、点或横线',
      '没有“皇帝”这个角色',
      '辖区内没有机构“不存在局”，请从模板的下拉列表中选择',
      '起始日期“昨天”不是日期，请写成 2026-03-05',
    ],
    ['用户名“baiyun”与第 2 行重复'],
    ['用户名“qian”已经有人使用'],
    ['不能办理“安全管理员”的账号：这类账号不由“系统管理员”办理。'],
    ['“乡镇工作人员”不能设在“清溪县医疗保障局”：不能设在部门。', '截止日期早于起始日期'],
    ['辖区内没有机构“邻水县乡村振兴局”，请从模板的下拉列表中选择'],
    ['没有“村级干部”这个角色'],
    [],
  ])
  const { items } = (await county.as('feng').get('/officers?sort=newest&limit=2')).body
  expect(items.map(({ name }: { name: string }) => name)).toEqual(['黑土', '白云'])
})

test('a preview says the same and opens nothing', async () => {
  const answer = await bulk(['雷雨,leiyu,乡镇工作人员,青山镇人民政府,,'], true)
  expect(answer.body).toMatchObject({ preview: true, good: 1, rows: [{ initialPassword: null }] })
  expect((await county.as('feng').get('/officers?find=leiyu')).body.items).toEqual([])
})

test.each<[string, string, string | Buffer, string]>([
  ['a table without the columns', '名单.csv', '名字,电话\n甲,1', '422 access.headers_missing'],
  [
    'too many rows',
    '名单.csv',
    [header, ...Array.from({ length: 501 }, (_, n) => `甲,u${n},县级工作人员,某局,,`)].join('\n'),
    '413 access.too_many_rows',
  ],
  ['a picture', '名单.xlsx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), ' reader'],
  ['an empty file', '名单.xlsx', '', ' reader'],
])('%s is refused in words', async (_, name, content, expected) => {
  const { status, body } = await county.as('feng').upload('/officers/bulk', name, content)
  expect(`${status} ${body.code}`).toMatch(expected === ' reader' ? /^4\d\d (reader|intake)\./ : expected)
  expect(body.detail).toMatch(/[。]$/)
})

test('needs the permission', async () => {
  expect((await bulk([], false, 'zhao')).status).toBe(403)
  expect((await county.as('zhao').get('/officers/template')).status).toBe(403)
})

test('the divisions of the own area are entered by a list, wrong rows explained', async () => {
  const list = '行政区划代码,名称\n522399002002,新桥村\n522399001001,白果社区\n522398001001,桥头村\n5223,某州\nabc,某村\n522399002003,\n'
  const { body } = await county.as('feng').upload('/divisions/upload', '区划.csv', list)
  expect(body.recorded).toBe(2)
  expect(body.errors.map(({ row, reason }: { row: number; reason: string }) => `${row} ${reason}`)).toEqual([
    '4 不在您管辖的范围内',
    '5 不在您管辖的范围内',
    '6 不是 2、4、6、9 或 12 位的行政区划代码',
    '7 名称须为 1 至 100 个字',
  ])
  expect((await county.as('zhao').upload('/divisions/upload', '区划.csv', list)).status).toBe(403)
})

test('divisions are read level by level, with the way up, and renamed ones by today’s name', async () => {
  const names = ({ body }: Answer) => body.items.map(({ name }: { name: string }) => name)
  const county522399 = await county.as('zhao').get('/divisions')
  expect(county522399.body).toMatchObject({
    at: { code: '522399', name: '清溪县', level: 'county' },
    path: [{ name: '南盘州' }, { name: '黔山省' }],
  })
  expect(names(county522399)).toEqual(['青山镇', '河口乡'])
  expect(names(await county.as('zhao').get('/divisions?under=522399001'))).toEqual(['白果社区', '竹园村'])
  expect(names(await county.as('zhao').get('/divisions?under=522399&name=桥'))).toEqual(['新桥村'])
  expect(names(await county.as('zhao').get('/divisions?under=522399&all=true&limit=2'))).toEqual(['青山镇', '白果社区'])
  expect((await county.as('li').get('/divisions')).body.at.name).toBe('白果社区')
})
