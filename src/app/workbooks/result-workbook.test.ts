import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOurWorkbook } from './index.ts'
import { inventedHousehold, inventedIdNumbers, inventedLead, inventedPhone } from './invented-entries.test-support.ts'
import { inventedResult } from './invented-result.test-support.ts'
import { writeResultWorkbook } from './result-workbook.ts'
import type { LeadEntry, ResultData } from './workbook-data.ts'
import { cellsOf, columnOf, inFolder, openWorkbook, sheetOf } from './workbook-reading.test-support.ts'

const written = (data: ResultData) =>
  inFolder(async (folder) => {
    const path = join(folder, '结果.xlsx')
    await writeResultWorkbook(path, data)
    return { workbook: await openWorkbook(path), bytes: await readFile(path), isOurs: await isOurWorkbook(path) }
  })

const allCells = (workbook: ExcelJS.Workbook) =>
  workbook.worksheets.flatMap((sheet) => cellsOf(sheet).map((cell) => ({ ...cell, sheet: sheet.name })))
const listNames = ['户级清单', '线索', '无法判定', '数据质量', '数据质量明细', '单元格问题', '关联待核', '差异', '规则口径']

describe('the result workbook', async () => {
  const { workbook, bytes, isOurs } = await written(inventedResult())

  test('opens with the cover and holds every list', () =>
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['封面', ...listNames]))

  test('carries our mark and the day of the run', () => {
    expect(isOurs).toBe(true)
    expect(workbook.creator).toBe('xianjie')
    expect(workbook.created.toISOString()).toBe('2026-10-31T00:00:00.000Z')
  })

  test('shows no identity, card or phone number in any cell', () => {
    for (const { sheet, address, text } of allCells(workbook)) {
      for (const number of [...inventedIdNumbers, inventedPhone]) expect(text, `${sheet}!${address}`).not.toContain(number)
      if (!/^9901\d{12}$/.test(text)) expect(text, `${sheet}!${address}`).not.toMatch(/\d{15}/)
    }
  })

  test('shows heads of households by their first character only', () => {
    const sheet = sheetOf(workbook, '户级清单')
    expect(sheet.getCell(4, columnOf(sheet, 3, '户主')).text).toBe('王*')
  })

  test('has no cell that a program could take for a formula', () => {
    const texts = allCells(workbook)
    expect(texts.filter(({ text }) => /^[=+\-@\t\r]/.test(text))).toEqual([])
    expect(texts.some(({ text }) => text.startsWith("'=HYPERLINK"))).toBe(true)
    expect(texts.some(({ text }) => text.startsWith("'@SUM"))).toBe(true)
  })

  test.each(listNames)('%s: header stays in sight, is printed on every page and carries the filter', (name) => {
    const sheet = sheetOf(workbook, name)
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 })
    expect(sheet.autoFilter).toMatch(/^A3:[A-Z]+\d+$/)
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:3',
    })
    expect(sheet.headerFooter.oddFooter).toContain('第 &P 页 共 &N 页')
  })

  test('urgency is said in words and in colour', () => {
    const sheet = sheetOf(workbook, '户级清单')
    const column = columnOf(sheet, 3, '紧急程度')
    const shown = [4, 8, 12]
      .map((row) => sheet.getCell(row, column))
      .map((cell) => [cell.text, (cell.fill as ExcelJS.FillPattern).fgColor?.argb])
    expect(shown).toEqual([
      ['红', 'FFF8D3D0'],
      ['黄', 'FFFFEBB0'],
      ['绿', 'FFDDEFD9'],
    ])
  })

  test('household numbers are text in a column wide enough for them', () => {
    const sheet = sheetOf(workbook, '户级清单')
    const column = columnOf(sheet, 3, '户编号')
    expect(sheet.getCell(4, column)).toMatchObject({ type: 3, value: '9901000000000001', numFmt: '@' })
    expect(sheet.getColumn(column).width).toBeGreaterThanOrEqual(18)
  })

  test('a lead says its rule, its value against the threshold, what to ask and where the proof stands', () => {
    const sheet = sheetOf(workbook, '线索')
    const texts = (header: string) => sheet.getCell(4, columnOf(sheet, 3, header)).text
    expect(texts('规则')).toBe('【医疗自付支出过大】全家近 12 个月合规自付医疗费达到警戒线。')
    expect(texts('数值与标准')).toBe('近 12 个月合规自付 12,345.5 元 ≥ 10,000 元（待县确认）\n低收入户 否')
    expect(texts('入户要问')).toContain('2. 家里最近的主要收入是什么？')
    expect(texts('证据所在')).toBe('医保/结算明细.xlsx [Sheet1] 第 100、107 行')
  })

  test('the cover tells totals, warnings, townships by risk and what became of every file', () => {
    const cover = cellsOf(sheetOf(workbook, '封面')).map(({ text }) => text)
    for (const said of [
      '九九县防止返贫动态监测数据比对结果',
      '因务工就业不稳',
      '河口镇',
      '3000',
      '医保/2026年1-10月结算明细（全县）.xlsx [Sheet1]',
      '98.2%',
    ])
      expect(cover).toContain(said)
    expect(cover.join('\n')).toContain('本省监测线未录入')
    expect(cover).toContain('材料/990101********0014.xlsx')
  })

  test('the same content gives the same bytes', async () => expect((await written(inventedResult())).bytes.equals(bytes)).toBe(true))
})

test('a sheet without rows says so', async () => {
  const empty = {
    ...inventedResult(),
    households: [],
    leads: [],
    unknowns: [],
    quality: [],
    qualityFindings: [],
    rowIssues: [],
    reviews: [],
    discrepancies: [],
    rules: [],
    townships: [],
  }
  const { workbook } = await written(empty)
  for (const name of listNames) expect(sheetOf(workbook, name).getCell('A4').text, name).toMatch(/^(没有|本次|所有|各来源)/)
})

test('whatever a department writes, no long number and no formula comes through', async () => {
  const evil = fc.constantFrom(
    '990101198001010014',
    '=1+1',
    '-2',
    '@x',
    '\t=1',
    '13800001234',
    '\u0000',
    '\ud800',
    '9901 0119 8001 0100 14',
    '正常',
  )
  const texts = fc.sample(
    fc.array(evil, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
    { numRuns: 40, seed: 42 },
  )
  const leads = texts.map(
    (text, i): LeadEntry => ({
      ...inventedLead(i),
      sentence: text,
      township: text,
      village: text,
      headName: text,
      householdNumber: text,
      ask: [text],
      sources: [{ file: text, sheet: text, row: 1 }],
    }),
  )
  const { workbook } = await written({ ...inventedResult(), leads, regionName: '=县' })
  for (const { sheet, address, text } of allCells(workbook)) {
    expect(text, `${sheet}!${address}`).not.toMatch(/^[=+\-@\t\r]|(?<!\d)1[3-9]\d{9}(?!\d)/)
    if (!/^9901\d{12}$/.test(text)) expect(text, `${sheet}!${address}`).not.toMatch(/\d{18}/)
  }
})

test('long lists are capped with a remark, counted to the end', async () => {
  const issue = {
    file: 'a.csv',
    sheet: '',
    row: 2,
    column: '说明',
    code: 'text_unreadable',
    found: 'x',
    expected: '文字',
    severity: 'warning',
  } as const
  let drawn = 0
  async function* many() {
    for (; drawn < 100_002; drawn++) yield issue
  }
  const before = process.memoryUsage().rss
  await inFolder((folder) => writeResultWorkbook(join(folder, '结果.xlsx'), { ...inventedResult(), rowIssues: many() }))
  expect(drawn).toBe(100_002)
  expect(process.memoryUsage().rss - before).toBeLessThan(300e6)
}, 20_000)

test('households are written as they come, none is held', async () => {
  let drawn = 0
  async function* many() {
    for (; drawn < 20_000; drawn++) yield inventedHousehold(drawn, 20_000)
  }
  await inFolder((folder) => writeResultWorkbook(join(folder, '结果.xlsx'), { ...inventedResult(), households: many() }))
  expect(drawn).toBe(20_000)
}, 20_000)
