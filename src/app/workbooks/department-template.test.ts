import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openFile } from '../../intake/index.ts'
import type { CodeList, Dataset } from '../../policy/index.ts'
import { writeDepartmentTemplate } from './department-template.ts'
import { isOurWorkbook } from './index.ts'
import { columnOf, inFolder, openWorkbook, sheetOf } from './workbook-reading.test-support.ts'

const grades: CodeList = { label: '等级', codes: { A: { label: 'A' }, D: { label: 'D' }, old: { label: '旧级', until: '2020-12-31' } } }
const many: CodeList = {
  label: '状态',
  codes: Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`s${i}`, { label: `第${i}种改造状态` }])),
}
const housing: Dataset = {
  label: '农房安全鉴定',
  department: '住建',
  about: 'household',
  fields: {
    grade: { label: '等级', kind: 'code', headers: ['房屋鉴定等级', '危房等级'], codes: 'grades', recognises: true },
    assessed_on: { label: '日期', kind: 'day', headers: ['鉴定日期'] },
    remedy: { label: '状态', kind: 'code', headers: ['改造状态'], codes: 'many' },
    village: { label: '村', kind: 'text', headers: ['村'] },
  },
}
const headers = ['户主姓名', '户主身份证号', '乡镇', '联系电话', '出生日期', '房屋鉴定等级', '鉴定日期', '改造状态', '村']

describe('the form of a household dataset', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'form.xlsx')
    await writeDepartmentTemplate(path, housing, { grades, many }, { day: '2026-10-31' })
    const workbook = await openWorkbook(path)
    const sheet = sheetOf(workbook, '农房安全鉴定')
    const isOurs = await isOurWorkbook(path)
    const open = await openFile(path, { name: 'form.xlsx' })
    const rows: (string | null)[][] = []
    for await (const block of open.sheets[0]?.rows() ?? []) rows.push(...block.cells)
    await open.close()

    test('reads back as the header row alone, in the first spellings', () => expect(rows).toEqual([headers]))
    test('comes back as data, so it carries no mark of ours', () => expect(isOurs).toBe(false))
    test.each(headers)('column %s is formatted as text before anything is typed', (header) =>
      expect(sheet.getColumn(columnOf(sheet, 1, header)).numFmt).toBe('@'),
    )
    test('an identity number fits into its column', () =>
      expect(sheet.getColumn(columnOf(sheet, 1, '户主身份证号')).width).toBeGreaterThan(20))
    test('codes in force are offered for choice', () => {
      expect(sheet.getCell(2, columnOf(sheet, 1, '房屋鉴定等级')).dataValidation.formulae).toEqual(['"A,D"'])
    })
    test('a long code list stands on its own sheet', () => {
      expect(sheet.getCell(2, columnOf(sheet, 1, '改造状态')).dataValidation.formulae).toEqual(["'代码表'!$A$2:$A$81"])
      expect(sheetOf(workbook, '代码表').getCell('A81').text).toBe('第79种改造状态')
    })
    test('a second sheet explains every column', () => {
      const explained = sheetOf(workbook, '填表说明')
      const column = explained.getColumn(1).values.slice(6)
      expect(column).toEqual(headers)
      expect(explained.getCell('C7').text).toBe('18 位公民身份号码，按文本填写，末位 X 大写')
    })
  }))
