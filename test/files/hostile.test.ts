/** Files that are no data, or meant to do harm: each ends in a clear line and stays listed as unreadable. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workbook as parts, zip } from '../../src/intake/readers/zip-writer.test-support.ts'
import type { FileDetail } from '../../src/intake/server/index.ts'
import { cancelJob } from '../../src/store/index.ts'
import { asker } from '../database/database.test-support.ts'
import { type FilesWorld, filesWorld, workbook, zhao } from './files.test-support.ts'

let world: FilesWorld
beforeAll(async () => {
  world = await filesWorld()
})
afterAll(() => world.close())

const problem = (code: string) => expect.objectContaining({ code })
const table = '姓名,身份证号,死亡日期\n张三,11010519491231002X,2026-10-02\n'
const encrypted = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(1024),
  Buffer.from('EncryptedPackage\0', 'utf16le'),
  Buffer.alloc(1024),
])
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
/** A header, and far below it a gigabyte of nothing. */
const bomb = () =>
  parts({
    sheets: [
      {
        rows: `<row r="1">${cell('A1', '姓名')}${cell('B1', '身份证号')}${cell('C1', '死亡日期')}</row><row r="2">${' '.repeat(1_000_000_000 / 4)}</row>`,
      },
    ],
  })

test.each<[what: string, name: string, content: () => Buffer | Promise<Buffer>, said: RegExp]>([
  ['a picture', '照片.xlsx', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /“照片.xlsx”实际是PNG 图片，不是表格/],
  ['nothing', '空.xlsx', () => Buffer.alloc(0), /“空.xlsx”是空文件\(0 字节\)/],
  ['a locked workbook', '密.xlsx', () => encrypted, /“密.xlsx”有密码，读不出来/],
  ['half a workbook', '断.xlsx', async () => (await workbook({ 表: table })).subarray(0, 3000), /“断.xlsx”已损坏或不完整/],
  ['a packed folder', '包.xlsx', () => zip([['资料/名单.csv', 'a,b']]), /ZIP 压缩包/],
  ['a zip bomb', '弹.xlsx', bomb, /“弹.xlsx”(超出可读取的范围|内部结构异常)/],
  ['a program', '程序.csv', () => Buffer.from('4d5a90000300000004000000ffff0000b800000000000000', 'hex'), /“程序.csv”/],
])('%s is told for what it is', async (_what, name, content, said) => {
  const file = await world.handIn(zhao, name, await content())
  expect(file).toMatchObject({ state: 'unreadable', stateLabel: '无法读取', rowsIn: 0 })
  expect(file.problem).toMatch(said)
  await expect(world.accept(file)).rejects.toEqual(problem('files.wrong_state'))
  const { items } = await world.call<{ items: FileDetail[] }>(zhao, 'GET /files', { query: { state: 'unreadable' } })
  expect(items[0]?.id).toBe(file.id)
})

test('what was taken out of the system is no data', async () => {
  const file = await world.handIn(zhao, '死亡.csv', table)
  const { content } = await world.download(zhao, 'GET /files', { query: { format: 'xlsx' } })
  const back = await world.handIn(zhao, '清单.xlsx', content)
  expect([file.state, back.state, back.problem]).toEqual([
    'read',
    'unreadable',
    '“清单.xlsx”是本系统导出的结果，不是部门数据。请报送原始表格。',
  ])
})

test('sheets that are hidden or empty cost no other sheet', async () => {
  const file = await world.handIn(zhao, '三张.xlsx', await workbook({ 空: '', 死亡: table, 乱: '甲,乙\n1,2' }))
  expect(file.sheets.map(({ name, dataset, reason }) => [name, dataset, reason.slice(0, 4)])).toEqual([
    ['空', null, '空表'],
    ['死亡', 'deaths', '第 1 '],
    ['乱', null, '未识别：'],
  ])
})

test('a formula or a tag in a cell stays text', async () => {
  const lines = `姓名,身份证号,死亡日期\n"=HYPERLINK(""http://x"")",<script>alert(1)</script>,2026-10-02\n`
  const file = await world.handIn(zhao, '公式.csv', lines)
  const { items } = await world.call<{ items: { found: string }[] }>(zhao, 'GET /files/:id/issues', { params: { id: file.id } })
  expect(items.map(({ found }) => found)).toEqual(['<scrip***************ipt>'])
})

test('a reading that is cancelled can be begun again, or the file taken back', async () => {
  const lines = Array.from({ length: 60_000 }, (_, i) => `张${i},11010519491231002X,2026-10-02`).join('\n')
  const hand = () =>
    world.call<{ items: { id: number; jobId: number }[] }>(zhao, 'POST /files', {
      body: { month: '2026-10' },
      files: [['大.csv', `姓名,身份证号,死亡日期\n${lines}\n`]],
    })
  const [one] = (await hand()).items
  if (one === undefined) throw new Error('no file')
  await world.store.transaction(asker(zhao), (ctx) => cancelJob(ctx, one.jobId))
  const waiting = await world.read(zhao, one.id)
  expect(waiting.state).toBe('waiting')
  await world.call(zhao, 'POST /files/:id/read', { params: { id: one.id }, body: { version: waiting.version } })
  expect(await world.read(zhao, one.id)).toMatchObject({ state: 'read', rowsIn: 60_000, issues: 0 })
  const [two] = (await hand()).items
  const { version } = await world.call<FileDetail>(zhao, 'GET /files/:id', { params: { id: two?.id } })
  await world.call(zhao, 'POST /files/:id/withdraw', { params: { id: two?.id }, body: { version, reason: '报错了' } })
  expect((await world.read(zhao, two?.id ?? 0)).state).toBe('withdrawn')
})
