import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeExemptionTemplate } from './exemption-template.ts'
import { readExemptions } from './exemptions.ts'
import { isOurWorkbook } from './index.ts'
import { inventedIdNumbers, inventedLead, inventedReview } from './invented-entries.test-support.ts'
import { readReviewDecisions } from './review-decisions.ts'
import { writeReviewWorkbook } from './review-workbook.ts'
import { readTownshipResults } from './township-results.ts'
import { townshipFileName, writeTownshipWorkbooks } from './township-workbooks.ts'
import { cellsOf, columnOf, fillIn, inFolder, openWorkbook, sheetOf } from './workbook-reading.test-support.ts'

const options = { regionName: '九九县', asOf: '2026-10-31' }
const leads = [0, 1, 2, 3, 4].map(inventedLead)
const rules = [{ id: 'Q-011', label: '证件号码校验不通过' }]

const inTownship = (run: (path: string) => Promise<void>) =>
  inFolder(async (folder) => {
    const [name = ''] = await writeTownshipWorkbooks(folder, [{ township: '河口镇', leads }], options)
    await run(join(folder, name))
  })

test('a township workbook is open to edit, marked as ours and offers the results to choose from', () =>
  inTownship(async (path) => {
    const sheet = sheetOf(await openWorkbook(path), '核实清单')
    const cell = sheet.getCell(4, columnOf(sheet, 3, '核实结果'))
    expect(cell.dataValidation).toMatchObject({ type: 'list', formulae: ['"属实,不属实,已掌握,查无此户,其他"'] })
    expect((sheet as unknown as { sheetProtection: unknown }).sheetProtection).toBeFalsy()
    expect(sheet.getColumn(columnOf(sheet, 3, '线索编号')).hidden).toBe(true)
    expect(await isOurWorkbook(path)).toBe(true)
  }))

test('a township workbook names the head in full, masks numbers', () =>
  inTownship(async (path) => {
    const texts = cellsOf(sheetOf(await openWorkbook(path), '核实清单')).map(({ text }) => text)
    expect(texts).toContain('欧阳三')
    expect(texts.filter((text) => inventedIdNumbers.some((number) => text.includes(number)))).toEqual([])
    expect(texts).toContain('138****1234')
  }))

test('what the township filled in comes back, rows left empty stay open', () =>
  inTownship(async (path) => {
    await fillIn(path, '核实清单', 3, {
      4: { 核实结果: '属实', 核实情况说明: '=已住院', 核实人: '李四', 核实日期: '2026年11月3日' },
      6: { 核实结果: '其他', 核实情况说明: '外出', 核实人: '李四', 核实日期: new Date('2026-11-05T00:00:00Z') },
    })
    const { results, problems, open } = await readTownshipResults(path)
    expect(problems).toEqual([])
    expect(open).toBe(3)
    expect(results).toEqual([
      {
        leadId: 'L-000000-medical-burden',
        ruleId: 'medical-burden',
        householdNumber: '9901000000000001',
        result: '属实',
        note: '=已住院',
        by: '李四',
        on: '2026-11-03',
      },
      {
        leadId: 'L-000002-appeal',
        ruleId: 'appeal',
        householdNumber: '9901000000000003',
        result: '其他',
        note: '外出',
        by: '李四',
        on: '2026-11-05',
      },
    ])
  }))

test('every wrong cell of a township workbook is named with its row and what to do', () =>
  inTownship(async (path) => {
    await fillIn(path, '核实清单', 3, {
      4: { 核实结果: '是', 核实人: '李四', 核实日期: '2026-11-31' },
      5: { 核实情况说明: '没去' },
      6: { 核实结果: '不属实', 核实人: '李四', 核实日期: '2026-11' },
      7: { 核实结果: '已掌握', 核实人: '李四', 核实日期: '2026-11-03', 线索编号: '' },
    })
    const { results, problems } = await readTownshipResults(path)
    expect(results).toEqual([])
    expect(problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '4 核实结果',
      '4 核实日期',
      '5 核实结果',
      '5 核实人',
      '5 核实日期',
      '6 核实情况说明',
      '6 核实日期',
      '7 线索编号',
    ])
    expect(problems[0]).toMatchObject({
      file: '入户核实-河口镇.xlsx',
      sheet: '核实清单',
      found: '是',
      message: '“是”不是可选的结果。请从下拉列表中选择：属实、不属实、已掌握、查无此户、其他。',
    })
  }))

test('a workbook of another kind is one problem, not a crash', () =>
  inFolder(async (folder) => {
    const path = join(folder, '别的.xlsx')
    await writeExemptionTemplate(path, { regionName: '九九县', day: '2026-10-31', rules })
    const { problems } = await readTownshipResults(path)
    expect(problems).toHaveLength(1)
    expect(problems[0]?.message).toContain('没有找到填报表')
  }))

test.each([
  ['河口镇', '入户核实-河口镇.xlsx'],
  ['../../etc/passwd', '入户核实-_.._etc_passwd.xlsx'],
  ['C:\\x|y?*"<>', '入户核实-C__x_y_____.xlsx'],
  ['. . ', '入户核实-未填乡镇.xlsx'],
  ['', '入户核实-未填乡镇.xlsx'],
  ['镇'.repeat(90), `入户核实-${'镇'.repeat(40)}.xlsx`],
])('township %j has a harmless file name', (township, name) => expect(townshipFileName(township, new Set())).toBe(name))

test('two townships of one name get two files inside the folder', () =>
  inFolder(async (folder) => {
    const names = await writeTownshipWorkbooks(
      folder,
      [
        { township: '河口镇', leads: [] },
        { township: '河口镇', leads },
      ],
      options,
    )
    expect(names).toEqual(['入户核实-河口镇.xlsx', '入户核实-河口镇(2).xlsx'])
    expect((await readdir(folder)).sort()).toEqual([...names].sort())
  }))

const inReview = (run: (path: string) => Promise<void>) =>
  inFolder(async (folder) => {
    const path = join(folder, '关联核对.xlsx')
    await writeReviewWorkbook(path, [0, 1, 2, 3, 4].map(inventedReview), options)
    await run(path)
  })

test('a link review shows candidates side by side without a single identity number, hidden cells included', () =>
  inReview(async (path) => {
    const sheet = sheetOf(await openWorkbook(path), '关联核对')
    const texts = cellsOf(sheet).map(({ text }) => text)
    expect(texts.filter((text) => inventedIdNumbers.some((number) => text.includes(number)))).toEqual([])
    expect(sheet.getCell(6, columnOf(sheet, 3, '候选人 2')).text).toContain('证件：990101********002X')
    expect(sheet.getCell(4, columnOf(sheet, 3, '候选人 2')).text).toBe('（没有）')
  }))

test('a clerk’s choices come back exactly, whatever order the rows were sorted into', () =>
  inReview(async (path) => {
    await fillIn(path, '关联核对', 3, { 5: { 核对结论: '是同一人2' }, 6: { 核对结论: '都不是' } })
    const people: Record<string, string> = { '9901000000000003/02': '99010119790203002X' }
    const { decisions, problems } = await readReviewDecisions(path, (household, key) => people[`${household}/${key}`] ?? null)
    expect(problems).toEqual([])
    const source = { file: '民政/低保.xlsx', sheet: '=一季度', dataset: 'relief' }
    expect(decisions).toEqual([
      {
        ...source,
        row: 13,
        household_number: '9901000000000003',
        person_key: '02',
        person_id_number: '99010119790203002X',
        decision: 'same',
      },
      { ...source, row: 14, household_number: '9901000000000003', person_key: '01', person_id_number: null, decision: 'different' },
      { ...source, row: 14, household_number: '9901000000000004', person_key: '02', person_id_number: null, decision: 'different' },
      { ...source, row: 14, household_number: '9901000000000005', person_key: '01', person_id_number: null, decision: 'different' },
    ])
  }))

test('a choice that names no candidate, an unknown word and a lost key are problems', () =>
  inReview(async (path) => {
    await fillIn(path, '关联核对', 3, {
      4: { 核对结论: '是同一人3' },
      5: { 核对结论: '不知道' },
      6: { 核对结论: '都不是', 核对键: '{"file":1}' },
    })
    const { decisions, problems } = await readReviewDecisions(path)
    expect(decisions).toEqual([])
    expect(problems.map(({ row, column, message }) => [row, column, message.slice(0, 9)])).toEqual([
      [4, '核对结论', '这一行只有 1 个'],
      [5, '核对结论', '“不知道”不是可选'],
      [6, '核对键', '隐藏的核对键丢失或'],
    ])
  }))

const inExemptions = (filled: Parameters<typeof fillIn>[3], run: (path: string) => Promise<void>) =>
  inFolder(async (folder) => {
    const path = join(folder, '豁免清单.xlsx')
    await writeExemptionTemplate(path, { regionName: '九九县', day: '2026-10-31', rules })
    await fillIn(path, '豁免清单', 3, filled)
    await run(path)
  })

const full = {
  规则编号: 'Q-011',
  户编号: '9901000000000001',
  豁免原因: '无户口',
  佐证材料: '派出所证明',
  批准人: '赵某',
  有效期至: '2026-12-31',
}

test('a blank exemption list exempts nothing and complains of nothing', () =>
  inExemptions({}, async (path) => expect(await readExemptions(path)).toEqual({ exemptions: [], problems: [] })))

test('a full exemption comes back', () =>
  inExemptions({ 4: { ...full, 证件号码: '99010119790203002x' }, 9: full }, async (path) => {
    const exemption = {
      ruleId: 'Q-011',
      householdNumber: '9901000000000001',
      personIdNumber: '99010119790203002X',
      reason: '无户口',
      evidence: '派出所证明',
      approver: '赵某',
      until: '2026-12-31',
    }
    expect(await readExemptions(path, { knownRules: new Set(['Q-011']) })).toEqual({
      exemptions: [exemption, { ...exemption, personIdNumber: null }],
      problems: [],
    })
  }))

test.each(['豁免原因', '佐证材料', '批准人', '有效期至', '户编号'] as const)(
  'an exemption without %s is a problem that names its place',
  (column) =>
    inExemptions({ 5: { ...full, [column]: '' } }, async (path) => {
      const { exemptions, problems } = await readExemptions(path)
      expect(exemptions).toEqual([])
      expect(problems).toMatchObject([{ file: '豁免清单.xlsx', sheet: '豁免清单', row: 5, column, found: '' }])
      expect(problems[0]?.message).toMatch(/^没有写.*请/)
    }),
)

test('an unknown rule and a day that does not exist are problems', () =>
  inExemptions({ 4: { ...full, 规则编号: 'X', 有效期至: '2026-02-30' } }, async (path) => {
    const { problems } = await readExemptions(path, { knownRules: new Set(['Q-011']) })
    expect(problems.map(({ column, found }) => [column, found])).toEqual([
      ['规则编号', 'X'],
      ['有效期至', '2026-02-30'],
    ])
  }))
