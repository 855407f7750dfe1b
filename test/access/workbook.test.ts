/** A list that goes out as a workbook: who may, how much, how it looks, and what the trail says of it. */
import exceljs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FileAnswer, mostExported, type TableOut, tableWorkbook } from '../../src/access/index.ts'
import type { Officer } from '../../src/store/index.ts'
import { asker, officer, type TestStore, testStore } from '../database/database.test-support.ts'

interface Row {
  name: string
  found: string | null
  size: number
}

let store: TestStore
beforeAll(async () => {
  store = await testStore()
})
afterAll(() => store.drop())

const zhao = officer('522399', ['export.table'], { name: '赵&敏' })
const li = officer('522399100200', ['quality.mend'])
const table: TableOut<Row> = {
  name: '名单：[一/二]',
  columns: [
    ['姓名', ({ name }) => name],
    ['现值', ({ found }) => found],
    ['人口', ({ size }) => size],
    ['更正值', () => ''],
  ],
  rows: async () => [
    { name: '何,=1', found: '=HYPERLINK("http://x")', size: 2 },
    { name: '-张', found: null, size: 11 },
  ],
  toFill: ['更正值'],
}
const taken = (who: Officer, more: Partial<TableOut<Row>> = {}): Promise<FileAnswer> =>
  store.transaction(asker(who), (ctx) => tableWorkbook(ctx, { ...table, ...more }))
const acts = () =>
  store.asOwner(
    async (client) =>
      (
        await client.query(
          "SELECT subject_kind, subject_id, division_code, details FROM audit_entries WHERE action = 'table.exported' ORDER BY id",
        )
      ).rows,
  )

test('has the mark of who took it on every page, a header that stays and filters, and text that stays text', async () => {
  const { content } = await taken(zhao)
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(content as never)
  const sheet = workbook.worksheets[0] as exceljs.Worksheet
  expect(sheet.name).toBe('名单： 一 二')
  expect(sheet.getCell('A1').text).toMatch(/^赵&敏 .* 导出，仅限工作使用$/)
  expect(sheet.headerFooter.oddHeader).toContain('赵&&敏')
  expect(sheet.pageSetup.printTitlesRow).toBe('1:2')
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
  expect(sheet.autoFilter).toBe('A2:D4')
  expect(sheet.getRows(2, 3)?.map((row) => [1, 2, 3, 4].map((at) => row.getCell(at).value))).toEqual([
    ['姓名', '现值', '人口', '更正值'],
    ['何,=1', '=HYPERLINK("http://x")', 2, ''],
    ['-张', null, 11, ''],
  ])
  expect(sheet.getCell('B3').type).toBe(exceljs.ValueType.String)
  expect(['B3', 'C3', 'D3'].map((at) => sheet.getCell(at).numFmt)).toEqual(['@', undefined, '@'])
  expect([sheet.getCell('D2').fill, sheet.getCell('C2').fill]).toMatchObject([{ fgColor: { argb: 'FFFFE699' } }, { pattern: 'none' }])
  expect(sheet.getColumn(2).width).toBeGreaterThan(22)
  expect(await acts()).toEqual([
    { subject_kind: 'table', subject_id: '名单：[一/二]', division_code: '522399', details: { table: '名单：[一/二]', rows: 2 } },
  ])
})

test('is refused without the permission before a single row is asked for, and leaves no line', async () => {
  const rows = () => Promise.reject(new Error('asked'))
  await expect(taken(li, { rows })).rejects.toMatchObject({ code: 'access.no_export', status: 403 })
  await expect(taken(li, { rows, alsoFor: 'audit.read' })).rejects.toMatchObject({ code: 'access.no_export' })
  expect(await acts()).toHaveLength(1)
})

test('goes out to those whose work is done in it, with its own subject in the trail', async () => {
  await taken(li, { alsoFor: 'quality.mend', subject: { kind: 'file', id: 7 } })
  expect((await acts()).at(-1)).toMatchObject({ subject_kind: 'file', subject_id: '7', division_code: '522399100200' })
})

test('is refused when there are more rows than a person reads', async () => {
  const many = (length: number) => async () => Array.from({ length }, () => ({ name: '甲', found: null, size: 1 }))
  await expect(taken(zhao, { rows: many(mostExported + 1) })).rejects.toThrow(`超过 ${mostExported} 行，请先筛选，缩小范围再导出。`)
})
