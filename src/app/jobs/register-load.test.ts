/** The load as a job: kept files in, a register out, once; a stop leaves nothing. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asker, officer, shippedPolicy, type TestStore, testStore } from '../../../test/database/database.test-support.ts'
import { keepFile, type RunningJob } from '../../store/index.ts'
import { registerLoadHandler } from './register-load.ts'

let store: TestStore
let folder: string
let fileId: number
const zhao = officer('522399', ['register.load'])
const header =
  '县,乡镇,行政村,行政村代码,户编号,姓名,证件号码,与户主关系,户类型,致贫/返贫风险1,致贫/返贫风险2,家庭人口数,工资性收入,联系电话'
const lines = [
  '九九县,白坝乡,石门村,522399100200,52239900000001,杨玉菊,52239919601017168X,户主,脱贫户,因病,因学,2,1000,13900000001',
  '九九县,白坝乡,石门村,522399100200,52239900000001,徐文福,522399196401014390,配偶,脱贫户,,,2,1000,13900000001',
  '九九县,白坝乡,,,52239900000002,"何,=1",,户主,一般农户,,,1,,',
]
beforeAll(async () => {
  store = await testStore()
  folder = await mkdtemp(join(tmpdir(), 'register-load-'))
  await writeFile(join(folder, '农户.csv'), [header, ...lines].join('\r\n'))
  const path = join(folder, '农户.csv')
  fileId = (
    await store.transaction(asker(zhao), (ctx) => keepFile(ctx, { path, name: '农户.csv', kind: 'upload', divisionCode: '522399' }))
  ).id
})
afterAll(async () => {
  await store.drop()
  await rm(folder, { recursive: true, force: true })
})

function job(signal = new AbortController().signal, input: object = { fileIds: [fileId], asOf: '2026-10-01' }): RunningJob {
  return {
    id: 1,
    input,
    divisionCode: '522399',
    startedBy: zhao,
    signal,
    progress: () => undefined,
    transaction: (work, as = zhao) => store.transaction(asker(as), work),
  }
}
const handler = () => registerLoadHandler({ policy: shippedPolicy, parentFolder: folder })
const held = () =>
  store.asOwner(
    async (client) =>
      (await client.query('SELECT (SELECT count(*) FROM persons) AS persons, (SELECT count(*) FROM register_acts) AS acts')).rows[0],
  )

test('a job that is stopped leaves nothing behind and can run again', async () => {
  const stopped = new AbortController()
  stopped.abort()
  await expect(handler()(job(stopped.signal))).rejects.toThrow()
  expect(await held()).toEqual({ persons: 0, acts: 0 })
  expect((await readdir(folder)).filter((name) => name.startsWith('.xianjie'))).toEqual([])
})

test('the export becomes the register, and a second run changes nothing', async () => {
  expect(await handler()(job())).toMatchObject({ households: 2, persons: 3, newPersons: 3, differences: 0, wasLoaded: false })
  expect(await handler()(job())).toMatchObject({ newPersons: 3, wasLoaded: true })
  expect(await held()).toEqual({ persons: 3, acts: 1 })
  const rows = await store.asOwner(
    async (client) =>
      (
        await client.query(
          `SELECT h.household_number, h.division_code, h.head_name, h.member_count, s.from_on, s.values FROM households h JOIN household_states s ON s.household_id = h.id ORDER BY 1`,
        )
      ).rows,
  )
  expect(rows).toEqual([
    {
      household_number: '52239900000001',
      division_code: '522399100200',
      head_name: '杨玉菊',
      member_count: 2,
      from_on: '2026-10-01',
      values: { household_kind: '脱贫户', household_size: '2', risk_factor_1: '因病', risk_factor_2: '因学', wage_income: '1000.00' },
    },
    {
      household_number: '52239900000002',
      division_code: '522399000000',
      head_name: '何,=1',
      member_count: 1,
      from_on: '2026-10-01',
      values: { household_kind: '一般农户', household_size: '1' },
    },
  ])
  const known = await store.asOwner(
    async (client) =>
      (await client.query(`SELECT relname, reltuples::integer FROM pg_class WHERE relname IN ('persons', 'households') ORDER BY 1`)).rows,
  )
  expect(known).toEqual([
    { relname: 'households', reltuples: 2 },
    { relname: 'persons', reltuples: 3 },
  ])
  const names = await store.asOwner(
    async (client) => (await client.query(`SELECT code, name FROM divisions WHERE code LIKE '522399%' ORDER BY 1`)).rows,
  )
  expect(names).toContainEqual({ code: '522399100200', name: '石门村' })
})

/** A workbook as the room of files leaves it: one sheet is the register by what an officer said, the other something else. */
async function handedIn(): Promise<{ fileIds: number[]; handedInFile: number; asOf: string }> {
  const book = new exceljs.Workbook()
  const place = ['九九县', '白坝乡', '石门村', '522399100200']
  for (const [sheet, household, name, id] of [
    ['今年', '52239900000011', '赵一', '522399197001011016'],
    ['去年', '52239900000012', '钱二', '522399197001011024'],
  ] as const)
    book.addWorksheet(sheet).addRows([
      ['县', '乡镇', '行政村', '行政村代码', '家庭编码', '姓名', '证件号码', '与户主关系', '户类型', '工资性收入'],
      [...place, household, name, id, '户主', '一般农户', '4000'],
    ])
  const path = join(folder, '两年.xlsx')
  await book.xlsx.writeFile(path)
  const kept = await store.transaction(asker(zhao), (ctx) =>
    keepFile(ctx, { path, name: '两年.xlsx', kind: 'upload', divisionCode: '522399' }),
  )
  const columns = JSON.stringify({ 家庭编码: 'household_number', 工资性收入: null })
  return store.asOwner(async (client) => {
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO handed_in_files (division_code, office_id, department, month, name, bytes, sha256, kept_file_id, state, handed_in_by, handed_in_by_name, handed_in_at, accepted_at)
       VALUES ('522399', 1, '乡村振兴局', '2026-11', '两年.xlsx', 1, $1, $2, 'accepted', 1, '测试员', now(), now()) RETURNING id`,
      [kept.sha256, kept.id],
    )
    const id = rows[0]?.id ?? 0
    for (const [no, name, dataset, chosen] of [
      [1, '今年', 'household_register', columns],
      [2, '去年', 'deaths', '{}'],
    ])
      await client.query(
        "INSERT INTO handed_in_sheets (file_id, sheet_no, division_code, name, dataset, reason, chosen_dataset, chosen_columns) VALUES ($1, $2, '522399', $3, $4, '测试', $4, $5)",
        [id, no, name, dataset, chosen],
      )
    return { fileIds: [kept.id], handedInFile: id, asOf: '2026-11-01' }
  })
}

test('a handed-in file is loaded as officers said: their columns, and no sheet that is something else', async () => {
  await handler()(job(undefined, await handedIn()))
  const { rows } = await store.asOwner((client) =>
    client.query(
      `SELECT h.household_number, s.values ->> 'wage_income' AS wages FROM households h JOIN household_states s ON s.household_id = h.id AND s.replaced_by IS NULL
       WHERE h.household_number LIKE '522399000000__' AND h.household_number > '52239900000010'`,
    ),
  )
  expect(rows).toEqual([{ household_number: '52239900000011', wages: null }])
})

test('columns that only some exports have are read where they are there', async () => {
  const rich = `${header},家庭住址,耕地面积(亩),是否军烈属,政治面貌,务工时间(月)`
  const more = [',石门村一组 3 号,3.50,是,中共党员,8', ',,,,群众,', ',,,否,,'].map(
    (cells, at) =>
      `${(lines[at] ?? '').replaceAll('00000002', '00000022').replaceAll('00000001', '00000021').replace('19601017168X', '197001010013').replace('196401014390', '197001010021')}${cells}`,
  )
  const path = join(folder, '农户补充.csv')
  await writeFile(path, [rich, ...more].join('\r\n'))
  const { id } = await store.transaction(asker(zhao), (ctx) =>
    keepFile(ctx, { path, name: '农户补充.csv', kind: 'upload', divisionCode: '522399' }),
  )
  await handler()(job(undefined, { fileIds: [id], asOf: '2026-11-01' }))
  const { rows } = await store.asOwner((client) =>
    client.query(`SELECT p.name, h.household_number, s.values AS household, p.values AS person FROM households h JOIN household_states s ON s.household_id = h.id AND s.until_on IS NULL AND s.replaced_by IS NULL
      JOIN person_states p ON p.household_id = h.id WHERE h.household_number LIKE '%0000002_' AND h.household_number > '52239900000020' ORDER BY h.household_number, p.is_head DESC`),
  )
  expect(
    rows.map(({ name, household: h, person: p }) => [
      name,
      h.address ?? '',
      h.cultivated_land ?? '',
      h.is_military_family ?? '',
      p.political_status ?? '',
      p.work_months ?? '',
    ]),
  ).toEqual([
    ['杨玉菊', '石门村一组 3 号', '3.5', '是', '中共党员', '8'],
    ['徐文福', '石门村一组 3 号', '3.5', '是', '群众', ''],
    ['何,=1', '', '', '否', '', ''],
  ])
})
