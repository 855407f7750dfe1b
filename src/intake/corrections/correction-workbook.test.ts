import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { openFile } from '../readers/index.ts'
import { writeBook } from './book.ts'
import { type CorrectionBook, type CorrectionRow, type CorrectionTally, isOurWorkbook, writeCorrectionWorkbook } from './index.ts'

const headers = ['姓名', '身份证号', '结算日期', '合规自付(元)', '=备注']
const badDay = { columnIndex: 2, code: 'day_unreadable', found: '2026-13-01', expected: '日期，如 2026-03-05', severity: 'error' } as const
const doubtfulId = {
  columnIndex: 1,
  code: 'id_unreadable',
  found: '9901011980O1010014',
  expected: '18 位公民身份号码',
  severity: 'warning',
} as const
const row = (rowNumber: number, issues: CorrectionRow['issues']): CorrectionRow => ({
  rowNumber,
  cells: ['王三', '9901011980O1010014', '2026-13-01', '-12.5', '=cmd|x'],
  issues,
})
const book = (rows: CorrectionBook['sheets'], more: Partial<CorrectionBook> = {}): CorrectionBook => ({
  file: '医保/结算明细.xlsx',
  day: '2026-10-31',
  sheets: rows,
  ...more,
})

async function inFolder<T>(run: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'corrections-'))
  try {
    return await run(join(folder, '改正表.xlsx'))
  } finally {
    await rm(folder, { recursive: true })
  }
}

const written = (content: CorrectionBook) =>
  inFolder(async (path) => {
    const tally = await writeCorrectionWorkbook(path, content)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(path)
    return { tally, workbook, bytes: await readFile(path), isOurs: await isOurWorkbook(path), rows: await rowsOf(path) }
  })

async function rowsOf(path: string): Promise<(string | null)[][]> {
  const open = await openFile(path, { name: '改正表.xlsx' })
  const rows: (string | null)[][] = []
  for await (const block of open.sheets[0]?.rows() ?? []) rows.push(...block.cells)
  await open.close()
  return rows
}

describe('a correction workbook', async () => {
  const sheets = [{ sheet: '1月/明细', headers, rows: [row(9, [badDay, doubtfulId]), row(10, []), row(12, [badDay])] }]
  const { tally, workbook, bytes, isOurs, rows } = await written(book(sheets))
  const sheet = workbook.worksheets[0] as ExcelJS.Worksheet

  test('holds the rows with an issue and no others', () => {
    expect(tally).toEqual({ rows: 2, cells: 3, commented: 3, leftOut: 0 } satisfies CorrectionTally)
    expect(rows.map((cells) => cells[5])).toEqual(['原文件行号', '9', '12'])
  })

  test('reads back as it came, its own columns last', () => {
    expect(rows[0]).toEqual(['姓名', '身份证号', '结算日期', '合规自付(元)', "'=备注", '原文件行号', '问题'])
    expect(rows[1]?.slice(0, 4)).toEqual(['王三', '9901011980O1010014', '2026-13-01', '-12.5'])
  })

  test('carries no mark of ours, so that it is read as input', () => expect(isOurs).toBe(false))
  test('a formula comes back harmless, a negative amount as it was', () => expect(rows[1]?.slice(3, 5)).toEqual(['-12.5', "'=cmd|x"]))
  test('every cell is text', () => expect(sheet.getCell('B2')).toMatchObject({ numFmt: '@', type: 3 }))

  test.each([
    ['C2', 'FFF8D3D0'],
    ['B2', 'FFFFEBB0'],
    ['A2', undefined],
  ])('cell %s is coloured %s', (address, argb) =>
    expect((sheet.getCell(address).fill as ExcelJS.FillPattern | undefined)?.fgColor?.argb).toBe(argb),
  )

  test('a bad cell says what was found, what is expected and how it looks', () => {
    const said = (address: string) => (sheet.getCell(address).note as ExcelJS.Comment).texts?.map(({ text }) => text).join('')
    expect(said('C2')).toBe('【须改正】这不是一个日期\n现在是：“2026-13-01”\n应当是：日期，如 2026-03-05')
    expect(said('B2')).toBe(
      '【请核对】证件号码写得不对\n现在是：“9901011980O1010014”\n应当是：18 位公民身份号码\n例如：990101198001010014（18 位，按文本填写）',
    )
    expect(rows[1]?.[6]).toContain('2. “身份证号”证件号码写得不对：现在是 “9901011980O1010014”，应当是 18 位公民身份号码')
  })

  test('the header stays in sight and carries the filter; the sheet keeps its name as far as Excel allows', () => {
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet.autoFilter).toBe('A1:G3')
    expect(sheet.name).toBe('1月 明细')
  })

  test('the same content gives the same bytes', async () => expect((await written(book(sheets))).bytes.equals(bytes)).toBe(true))
})

test('a text file’s sheet is named after the file, two of one name are told apart', async () => {
  const one = { sheet: '', headers, rows: [row(2, [badDay])] }
  const { workbook } = await written(book([one, one], { file: '医保/结算明细.csv' }))
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['结算明细', '结算明细(2)', '改正说明'])
})

test('an issue of the whole row stands in the last column', async () => {
  const outside = { columnIndex: -1, code: 'outside_region', found: '990102', expected: '990101 开头的村代码', severity: 'error' } as const
  const { rows } = await written(book([{ sheet: 'a', headers, rows: [row(3, [outside])] }]))
  expect(rows[1]?.[6]).toBe('1. 这一行不属于本县：现在是 “990102”，应当是 990101 开头的村代码')
})

test('a file without bad rows gives no workbook', () =>
  inFolder(async (path) => {
    expect(await writeCorrectionWorkbook(path, book([{ sheet: 'a', headers, rows: [row(2, [])] }]))).toMatchObject({ rows: 0 })
    expect(existsSync(path)).toBe(false)
  }))

test('beyond the limit cells are coloured only, and a remark says so', async () => {
  const rows = Array.from({ length: 5 }, (_, i) => row(i + 2, [badDay]))
  const { workbook, tally } = await written(book([{ sheet: 'a', headers, rows }], { commentLimit: 2 }))
  expect(tally).toMatchObject({ cells: 5, commented: 2 })
  const sheet = workbook.worksheets[0] as ExcelJS.Worksheet
  expect([3, 4].map((r) => sheet.getCell(r, 3).note !== undefined)).toEqual([true, false])
  expect((sheet.getCell(4, 3).fill as ExcelJS.FillPattern).fgColor?.argb).toBe('FFF8D3D0')
  expect(workbook.worksheets[1]?.getCell('A6').text).toContain('只有前 2 个单元格带批注')
})

test(
  'a hundred thousand bad rows are written in bounded memory',
  () =>
    inFolder(async (path) => {
      async function* many() {
        for (let i = 0; i < 100_000; i++) yield row(i + 2, [badDay])
      }
      const before = process.memoryUsage().rss
      expect(await writeCorrectionWorkbook(path, book([{ sheet: 'a', headers, rows: many() }]))).toEqual({
        rows: 100_000,
        cells: 100_000,
        commented: 20_000,
        leftOut: 0,
      })
      expect(process.memoryUsage().rss - before).toBeLessThan(350e6)
    }),
  20_000,
)

test('when the rows cannot be had, nothing half written is left', () =>
  inFolder(async (path) => {
    async function* broken() {
      yield row(2, [badDay])
      throw new Error('engine stopped')
    }
    await expect(writeCorrectionWorkbook(path, book([{ sheet: 'a', headers, rows: broken() }]))).rejects.toThrow('engine stopped')
    expect(existsSync(path)).toBe(false)
  }))

test('a folder that is not there is an error, not a crash', () =>
  expect(
    writeBook(join(tmpdir(), 'no-such-folder-here', 'a.xlsx'), { title: 'a', day: '2026-10-31', isOurs: true }, async () => {}),
  ).rejects.toThrow('ENOENT'))

test('a file that is no workbook is not ours', () =>
  inFolder(async (path) => {
    expect(await isOurWorkbook(path)).toBe(false)
    expect(await isOurWorkbook(import.meta.filename)).toBe(false)
  }))
