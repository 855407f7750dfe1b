/** A file on its way: handed in, recognised with reasons, corrected, accepted, withdrawn. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FileDetail, FileIssue } from '../../src/intake/server/index.ts'
import { cellsOf, civil, type FilesWorld, filesWorld, health, qian, wang, workbook, zhao } from './files.test-support.ts'

let world: FilesWorld
beforeAll(async () => {
  world = await filesWorld()
})
afterAll(() => world.close())

const problem = (code: string) => expect.objectContaining({ code })

const messy = () =>
  workbook({
    十月结算: `2026年10月医疗费用结算明细
姓名,公民身份号码,结算日期,合规自付(元),乡镇,备注
张三,990101198001010014,2026-10-03,1200.5,城关镇,
李四,99010119800101,2026/10/5,1.2万,城关镇,看
王五,990101198001010014,去年,300,白云乡,
合计,,,,,`,
    说明: '填表说明\n本表由医保局提供',
  })

describe('a messy workbook', () => {
  let file: FileDetail
  let bytes: Buffer
  beforeAll(async () => {
    bytes = await messy()
    file = await world.handIn(health, '医保 十月.xlsx', bytes)
  })

  test('is recognised sheet by sheet, with the reasons', () => {
    expect(file).toMatchObject({
      state: 'read',
      month: '2026-10',
      department: '县医保局',
      datasets: [{ name: 'medical_settlements', label: '医疗费用结算' }],
      rowsIn: 3,
      accepted: 3,
      rejected: 0,
      handedInBy: '医保联络员',
    })
    const [sheet, remarks] = file.sheets
    expect(sheet).toMatchObject({ no: 1, name: '十月结算', dataset: 'medical_settlements', headerRow: 2, rowsIn: 3 })
    expect(sheet?.reason).toContain('第 2 行为表头，凭“结算日期”“合规自付(元)”认定为“医疗费用结算”')
    expect(remarks).toMatchObject({ no: 2, name: '说明', dataset: null })
    expect(remarks?.reason).toContain('未识别')
  })

  test('says which columns are read, which are not and which are missing', () => {
    const [sheet] = file.sheets
    expect(sheet?.columns.map(({ header, field }) => [header, field])).toEqual([
      ['姓名', 'name'],
      ['公民身份号码', 'id_number'],
      ['结算日期', 'settled_on'],
      ['合规自付(元)', 'self_paid'],
      ['乡镇', 'township'],
      ['备注', null],
    ])
    expect(sheet?.missing.map(({ label }) => label)).toEqual(['总费用', '统筹支付', '大病保险支付', '医疗救助支付'])
  })

  test('tells months and townships covered', () => {
    expect(file.sheets[0]?.months).toEqual([{ month: '2026-10', rows: 2 }])
    expect(file.sheets[0]?.townships).toEqual([
      { name: '城关镇', rows: 2 },
      { name: '白云乡', rows: 1 },
    ])
  })

  test('lists the cells that cannot be read, numbers masked', async () => {
    const { items } = await world.call<{ items: FileIssue[] }>(health, 'GET /files/:id/issues', { params: { id: file.id } })
    expect(items.map(({ row, header, severity, found }) => [row, header, severity, found])).toEqual([
      [4, '公民身份号码', 'error', '990101****0101'],
      [5, '结算日期', 'error', '去年'],
    ])
    expect(file.issues).toBe(2)
    const days = await world.call<{ items: FileIssue[] }>(health, 'GET /files/:id/issues', {
      params: { id: file.id },
      query: { code: 'day_unreadable' },
    })
    expect(days.items.map(({ row }) => row)).toEqual([5])
  })

  test('gives the same issues page by page, and as a workbook', async () => {
    const params = { id: file.id }
    type Page = { items: FileIssue[]; next: string | null }
    const first = await world.call<Page>(health, 'GET /files/:id/issues', { params, query: { limit: '1' } })
    const second = await world.call<Page>(health, 'GET /files/:id/issues', { params, query: { limit: '1', after: first.next } })
    expect([first, second].map(({ items, next }) => [items.length, items[0]?.row, next])).toEqual([
      [1, 4, expect.any(String)],
      [1, 5, null],
    ])
    const { content } = await world.download(health, 'GET /files/:id/issues', { params, query: { format: 'xlsx' } })
    const rows = await cellsOf(content)
    expect(rows[0]?.[0]).toMatch(/^医保联络员 2026.* 导出，仅限工作使用$/)
    expect(rows.slice(2).map(([, row, header]) => [row, header])).toEqual([
      ['4', '公民身份号码'],
      ['5', '结算日期'],
    ])
  })

  test('comes back as it was, and that is recorded', async () => {
    const { name, content } = await world.download(zhao, 'GET /files/:id/original', { params: { id: file.id } })
    expect([name, content.equals(bytes)]).toEqual(['医保 十月.xlsx', true])
    expect(await world.acts(file.id)).toEqual(['file.handed_in', 'file.read', 'table.exported', 'file.taken_out'])
  })

  test('is not there for the neighbour county, a township, or another department', async () => {
    for (const stranger of [qian, wang, civil]) {
      for (const route of ['GET /files/:id', 'GET /files/:id/issues', 'GET /files/:id/original', 'GET /files/:id/corrections'])
        await expect(world.call(stranger, route, { params: { id: file.id } })).rejects.toEqual(problem('store.not_found'))
      expect(await world.call(stranger, 'GET /files')).toEqual({ items: [], next: null })
    }
    const body = { version: file.version, reason: '不是我的' }
    await expect(world.call(civil, 'POST /files/:id/withdraw', { params: { id: file.id }, body })).rejects.toEqual(
      problem('store.not_found'),
    )
  })

  test('is accepted once, by the county, at the version seen', async () => {
    await expect(
      world.call(health, 'POST /files/:id/accept', { params: { id: file.id }, body: { version: file.version } }),
    ).rejects.toEqual(problem('forbidden'))
    await expect(world.accept({ ...file, version: 1 })).rejects.toEqual(problem('store.stale'))
    const both = await Promise.allSettled([world.accept(file), world.accept(file)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const accepted = await world.call<FileDetail>(zhao, 'GET /files/:id', { params: { id: file.id } })
    expect(accepted).toMatchObject({ state: 'accepted', stateLabel: '已接收', acceptedBy: '赵' })
    expect((await world.acts(file.id)).filter((act) => act === 'file.accepted')).toHaveLength(1)
    await expect(world.accept(accepted)).rejects.toEqual(problem('files.wrong_state'))
  })

  test('is taken back by the county with a reason, no longer by the department', async () => {
    const { version } = await world.call<FileDetail>(zhao, 'GET /files/:id', { params: { id: file.id } })
    const body = { version, reason: '数据有误，已重报' }
    await expect(world.call(health, 'POST /files/:id/withdraw', { params: { id: file.id }, body })).rejects.toEqual(
      problem('files.not_yours'),
    )
    const withdrawn = await world.call<FileDetail>(zhao, 'POST /files/:id/withdraw', { params: { id: file.id }, body })
    expect(withdrawn).toMatchObject({ state: 'withdrawn', withdrawnBy: '赵', withdrawnReason: '数据有误，已重报', wasInUse: false })
  })
})

describe('a csv with headers of its own', () => {
  const csv = '姓名,身份证号,去世时间\n张三,990101198001010014,2026-10-02\n李四,990101198001010022,2026-10-09\n'
  let file: FileDetail

  test('is not guessed', async () => {
    file = await world.handIn(civil, '死亡.csv', csv)
    expect(file.sheets[0]).toMatchObject({ dataset: null, rowsIn: 0 })
    expect(file.sheets[0]?.reason).toContain('最接近“死亡人员”(认出 2 列)，缺少列：死亡日期')
    expect(file.sheets[0]?.columns.map(({ header }) => header)).toEqual(['姓名', '身份证号', '去世时间'])
    await expect(world.accept(file)).rejects.toEqual(problem('files.nothing_in_it'))
  })

  test('is read as the department says', async () => {
    const params = { id: file.id, no: 1 }
    const body = { version: file.version, dataset: 'deaths', columns: { 去世时间: 'died_on' } }
    await world.call(civil, 'PUT /files/:id/sheets/:no', { params, body })
    file = await world.read(civil, file.id)
    expect(file).toMatchObject({ state: 'read', rowsIn: 2, accepted: 2, department: '县民政局' })
    expect(file.sheets[0]).toMatchObject({ dataset: 'deaths', chosenDataset: 'deaths', chosenColumns: { 去世时间: 'died_on' } })
    expect(file.sheets[0]?.columns.find(({ header }) => header === '去世时间')).toMatchObject({ field: 'died_on', isChosen: true })
  })

  test('is read without asking the next time', async () => {
    const next = await world.handIn(civil, '死亡2.csv', '姓名,身份证号,去世 时间\n王五,990101198001010030,2026-10-12\n')
    expect(next.sheets[0]).toMatchObject({ dataset: 'deaths', rowsIn: 1, chosenColumns: { 去世时间: 'died_on' } })
    const other = await world.handIn(zhao, '县里收到的死亡.csv', '姓名,身份证号,去世时间\n赵六,990101198001010049,2026-10-20\n')
    expect(other.sheets[0]?.dataset).toBe(null)
  })

  test.each<[code: string, body: object]>([
    ['files.no_such_dataset', { dataset: 'moon_phases' }],
    ['files.no_such_dataset', { dataset: 'medical_settlements' }],
    ['files.no_such_field', { dataset: 'deaths', columns: { 去世时间: 'moon' } }],
    ['files.no_such_header', { dataset: 'deaths', columns: { 月亮: 'died_on' } }],
    ['files.field_twice', { dataset: 'deaths', columns: { 姓名: 'died_on', 去世时间: 'died_on' } }],
  ])('is refused as %s when told %j', async (code, body) => {
    const params = { id: file.id, no: 1 }
    await expect(world.call(civil, 'PUT /files/:id/sheets/:no', { params, body: { version: file.version, ...body } })).rejects.toEqual(
      problem(code),
    )
  })

  test('keeps a column from being read', async () => {
    const params = { id: file.id, no: 1 }
    await world.call(civil, 'PUT /files/:id/sheets/:no', { params, body: { version: file.version, columns: { 身份证号: null } } })
    file = await world.read(civil, file.id)
    expect(file.sheets[0]?.columns.find(({ header }) => header === '身份证号')).toMatchObject({ field: null, isChosen: true })
    expect(file.sheets[0]?.dataset).toBe('deaths')
  })

  test('goes back to what is recognised by itself', async () => {
    await world.call(civil, 'PUT /files/:id/sheets/:no', { params: { id: file.id, no: 1 }, body: { version: file.version, dataset: null } })
    file = await world.read(civil, file.id)
    expect(file.sheets[0]).toMatchObject({ dataset: 'deaths', chosenColumns: { 去世时间: 'died_on', 身份证号: null } })
  })
})

describe('handing in', () => {
  test('takes several files at once and cleans their names', async () => {
    const files = [
      ['../../资料\\重病.csv', '姓名,身份证号,确诊日期,病种\n张三,990101198001010014,2026-10-03,恶性肿瘤\n'],
      ['=cmd.csv', 'a,b\n1,2\n'],
    ] as const
    const { items } = await world.call<{ items: { id: number; name: string }[] }>(zhao, 'POST /files', {
      body: { month: '2026-10', replaces: '', department: '' },
      files,
    })
    expect(items.map(({ name }) => name)).toEqual(['重病.csv', '=cmd.csv'])
    for (const { id } of items) expect((await world.read(zhao, id)).state).toBe('read')
  })

  test('refuses nothing at all, and months that are still to come', async () => {
    await expect(world.call(zhao, 'POST /files', { body: { month: '2026-10' } })).rejects.toEqual(problem('files.no_upload'))
    await expect(world.handIn(zhao, 'a.csv', 'a,b', { month: '2026-11' })).rejects.toEqual(problem('files.future_month'))
    await expect(world.call(wang, 'POST /files', { body: { month: '2026-10' }, files: [['a.csv', 'x']] })).rejects.toEqual(
      problem('forbidden'),
    )
  })

  test('lists newest first, filtered, page by page, and as a workbook with the mark of who took it', async () => {
    type Page = { items: FileDetail[]; next: string | null }
    const all = await world.call<Page>(zhao, 'GET /files')
    expect(all.items.map(({ id }) => id)).toEqual(all.items.map(({ id }) => id).sort((a, b) => b - a))
    const first = await world.call<Page>(zhao, 'GET /files', { query: { limit: '2', sort: 'oldest' } })
    const second = await world.call<Page>(zhao, 'GET /files', { query: { limit: '200', sort: 'oldest', after: first.next } })
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all.items.map(({ id }) => id).reverse())
    const names = async (query: object) => (await world.call<Page>(zhao, 'GET /files', { query })).items.map(({ name }) => name)
    expect(await names({ state: 'withdrawn' })).toEqual(['医保 十月.xlsx'])
    expect(await names({ dataset: 'deaths' })).toEqual(['死亡2.csv', '死亡.csv'])
    expect(await names({ department: '县医保局' })).toEqual(['医保 十月.xlsx'])
    expect(await names({ month: '2026-09' })).toEqual([])
    const { content } = await world.download(zhao, 'GET /files', { query: { format: 'xlsx', dataset: 'deaths' } })
    const rows = await cellsOf(content)
    expect(rows[0]?.[0]).toMatch(/^赵 2026.* 导出，仅限工作使用$/)
    expect(rows.slice(2).map(([, name]) => name)).toEqual(['死亡2.csv', '死亡.csv'])
    await expect(world.call(civil, 'GET /files', { query: { format: 'xlsx' } })).rejects.toEqual(problem('access.no_export'))
  })

  test('offers a liaison the own datasets, and blank forms for these only', async () => {
    const { items } = await world.call<{ items: { name: string }[] }>(health, 'GET /datasets')
    expect(items.map(({ name }) => name)).toEqual(['medical_settlements'])
    const form = await world.download(health, 'GET /datasets/:name/template', { params: { name: 'medical_settlements' } })
    expect(form.name).toBe('医疗费用结算报送表.xlsx')
    expect((await cellsOf(form.content))[0]).toContain('结算日期')
    await expect(world.call(health, 'GET /datasets/:name/template', { params: { name: 'deaths' } })).rejects.toEqual(
      problem('store.not_found'),
    )
    await expect(world.call(zhao, 'GET /datasets/:name/template', { params: { name: 'moon' } })).rejects.toEqual(problem('store.not_found'))
  })

  test('of a sheet that is not the department’s leaves that sheet out', async () => {
    const both = await workbook({
      结算: '姓名,身份证号,结算日期,合规自付\n张三,990101198001010014,2026-10-03,100',
      死亡: '姓名,身份证号,死亡日期\n李四,990101198001010022,2026-10-09',
    })
    const file = await world.handIn(health, '两张表.xlsx', both)
    expect(file.warnings.find(({ code }) => code === 'not_your_dataset')?.message).toContain('死亡人员')
    expect((await world.accept(file)).state).toBe('accepted')
    const only = await world.handIn(health, '只有死亡.csv', '姓名,身份证号,死亡日期\n孙七,990101198001010057,2026-10-19\n')
    await expect(world.accept(only)).rejects.toEqual(problem('files.nothing_in_it'))
  })
})
