/** What a run writes, and what becomes of the workbooks that come back filled in. */
import { cpSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  csv,
  folderOf,
  freshPath,
  idOf,
  leftBehind,
  type Row,
  records,
  registerHeader,
  registerRow,
  resultRows,
  run,
  screen,
} from './small-county.test-support.ts'

const header = ['姓名', '身份证号', '结算日期', '个人自付', '备注']
const masked = (n: number) => `${idOf(n).slice(0, 6)}********${idOf(n).slice(14)}`
/** Somebody whose number is no number but words that would break a careless file. */
const lost = { 证件号码: '=丢失,"待补"', 联系电话: '13900000049' }
/** Forty-five households in one township, five in another; one of the latter has an impossible name. */
const register: Row[] = [
  registerHeader,
  ...Array.from({ length: 45 }, (_, i) => registerRow(i + 1, i === 2 ? { 姓名: '=HYPERLINK("x")', 户编号: '-H3' } : {})),
  ...Array.from({ length: 5 }, (_, i) =>
    registerRow(i + 46, { 乡镇: '乙乡', 村: '二村', 行政村代码: '522399002001', ...(i === 3 ? lost : {}) }),
  ),
]
const medFile = '医保局/“9月”,明细.csv'
const bills: Row[] = [
  header,
  ...Array.from(
    { length: 45 },
    (_, i): Row => [`张${'甲乙丙丁戊己庚辛壬癸'[(i + 1) % 10]}`, idOf(i + 1), '2026-03-05', i < 5 ? '12000' : '10', ''],
  ),
  ['@陌生', '1', 'x', '+1+1', ''],
]
const appeals: Row[] = [
  ['姓名', '身份证号', '受理日期', '诉求内容', '村', '联系电话'],
  ['张乙', masked(11), '2026-10-01', '修路', '一村', null],
  ['张乙', masked(21), '2026-10-01', '要补助', '一村', null],
  ['张癸', null, '2026-10-01', '修渠', '二村', '13900000049'],
]
const files = { 'register.csv': csv(register), [medFile]: csv(bills), 'appeals.csv': csv(appeals) }
const folder = folderOf(files)
/** Inside the input folder, where officials put it. */
const out = join(folder, '结果')
let summary: Record<string, unknown> & {
  datasets: Record<string, number | string>[]
  files_skipped: { file: string }[]
  warnings: string[]
  rules: { rule_id: string; hit: number }[]
}

const readSummary = (path: string) => JSON.parse(readFileSync(join(path, 'summary.json'), 'utf8'))
const csvFiles = (path: string) => readdirSync(path).filter((name) => name.endsWith('.csv'))
const contentsOf = (path: string) => Object.fromEntries(csvFiles(path).map((name) => [name, readFileSync(join(path, name), 'utf8')]))
const hits = (path: string) => resultRows(path, 'leads.csv').map(({ household_number, rule_id }) => `${household_number} ${rule_id}`)

beforeAll(async () => {
  expect(await screen(folder, out)).toMatchObject({ code: 0 })
  summary = readSummary(out)
})

describe('the files of a run', () => {
  test('are the ones of the contract, with its columns', () => {
    const headers = Object.fromEntries(Object.entries(contentsOf(out)).map(([name, text]) => [name, text.slice(1, text.indexOf('\r\n'))]))
    expect(headers).toMatchObject({
      'households.csv':
        'rank,household_number,village_code,head_name,urgency,rules,highest_severity,already_monitored,counter_evidence_kinds,new_since_previous',
      'leads.csv':
        'lead_id,evidence_id,household_number,village_code,head_name,rule_id,risk,severity,evidence,sources,counter_evidence,already_monitored',
      'unknowns.csv': 'household_number,rule_id,missing_facts',
      'quality.csv': 'rule_id,household_number,person_id_number,field,found,message,sources',
      'row-issues.csv': 'file,sheet,row,column,code,found,expected,severity',
      'links.csv': 'file,sheet,row,dataset,household_number,person_id_number,level,score',
    })
    expect(readdirSync(out)).toEqual(
      expect.arrayContaining(['结果.xlsx', '关联待核.xlsx', '乡镇核实', '退回更正', 'batches', 'summary.json']),
    )
  })

  test('have a byte order mark, CRLF everywhere and cells by RFC 4180, none of which a spreadsheet would run', () => {
    for (const [name, text] of Object.entries(contentsOf(out))) {
      expect([name, text[0], text.slice(-2)]).toEqual([name, '\ufeff', '\r\n'])
      const rows = records(text.slice(1))
      expect([name, [...new Set(rows.map((row) => row.length))]]).toEqual([name, [rows[0]?.length]])
      expect([name, rows.flat().filter((cell) => /^[=+\-@]/.test(cell))]).toEqual([name, []])
    }
    expect(resultRows(out, 'leads.csv').find(({ household_number }) => household_number === "'-H3")).toMatchObject({
      head_name: `'=HYPERLINK("x")`,
    })
    expect(resultRows(out, 'links.csv').filter(({ dataset }) => dataset === 'medical_settlements')[0]).toMatchObject({
      file: medFile,
      sheet: '',
      row: '2',
      level: 'id',
      score: '1',
    })
  })

  test('add up: rows in are accepted or rejected, accepted rows linked or not, and links.csv lists the accepted', () => {
    const keys = ['accepted', 'dataset', 'file', 'linked', 'rejected', 'rows_in', 'sheet', 'unlinked']
    for (const sheet of summary.datasets) {
      expect(Object.keys(sheet).sort()).toEqual(keys)
      expect(sheet.rows_in).toBe(Number(sheet.accepted) + Number(sheet.rejected))
      expect(sheet.accepted).toBe(Number(sheet.linked) + Number(sheet.unlinked))
      const lines = resultRows(out, 'links.csv').filter(({ file }) => file === sheet.file)
      if (sheet.dataset !== 'household_register')
        expect([lines.length, lines.filter(({ household_number }) => household_number !== '').length]).toEqual([
          sheet.accepted,
          sheet.linked,
        ])
    }
    expect(summary.datasets.find(({ file }) => file === medFile)).toMatchObject({ rows_in: 46, accepted: 45, rejected: 1, linked: 45 })
  })

  test('summary.json has the keys of the contract', () => {
    expect(summary).toMatchObject({
      region: '522399',
      as_of: '2026-10-31',
      policy_hash: expect.stringMatching(/^[0-9a-f]{16,}$/),
      peak_rss_mb: expect.any(Number),
    })
    for (const name of ['read', 'link', 'facts', 'rules', 'write', 'total'])
      expect(summary.seconds).toHaveProperty(name, expect.any(Number))
    expect(summary.rules).toHaveLength(16)
    for (const rule of summary.rules)
      expect(rule).toMatchObject({
        rule_id: expect.any(String),
        hit: expect.any(Number),
        clear: expect.any(Number),
        unknown: expect.any(Number),
      })
  })

  test('a file that covers only part of the townships is warned about', () => {
    expect(summary.warnings).toContainEqual(expect.stringMatching(/“医疗费用结算”没有 乙乡 的人，可能只交了部分乡镇/))
  })

  test('a rerun writes the same CSVs byte for byte, although the results now lie inside the input folder and the way there is a link', async () => {
    const before = contentsOf(out)
    const link = freshPath('link')
    symlinkSync(folder, link)
    expect(await screen(link, join(link, '结果'))).toMatchObject({ code: 0 })
    expect(contentsOf(out)).toEqual(before)
    const again = readSummary(out)
    expect(again.datasets).toEqual(summary.datasets)
    expect(again.files_skipped.map(({ reason }: { reason: string }) => reason)).toEqual(
      Array(again.files_skipped.length).fill('由本程序生成，已跳过'),
    )
    expect(leftBehind(out)).toEqual([])
  })
})

test('a copy of a department file changes nothing and is mentioned', async () => {
  const copied = freshPath()
  expect(await screen(folderOf({ ...files, '又发一遍.csv': csv(bills), '9月/register.csv': csv(register) }), copied)).toMatchObject({
    code: 0,
  })
  expect(hits(copied)).toEqual(hits(out))
  expect(resultRows(copied, 'leads.csv').map(({ evidence_id }) => evidence_id)).toEqual(
    resultRows(out, 'leads.csv').map(({ evidence_id }) => evidence_id),
  )
  const { warnings } = readSummary(copied)
  expect(warnings).toContainEqual(`“${medFile}”“又发一遍.csv”内容完全相同，重复的行只算一次`)
  expect(warnings).toContainEqual(expect.stringContaining('50 人出现在不止一个文件中，其中 0 人内容不一致'))
})

/** Opens a workbook, lets `fill` change it, and keeps it elsewhere. */
async function filled(path: string, fill: (book: exceljs.Workbook) => void): Promise<string> {
  const book = new exceljs.Workbook()
  await book.xlsx.readFile(path)
  fill(book)
  const kept = freshPath('filled.xlsx')
  await book.xlsx.writeFile(kept)
  return kept
}

/** The row below the sheet's header and the column of a header. */
function columnOf(sheet: exceljs.Worksheet, header: string): { row: number; column: number } {
  let found: { row: number; column: number } | undefined
  sheet.eachRow((row, number) => {
    row.eachCell((cell, column) => {
      if (found === undefined && cell.text === header) found = { row: number, column }
    })
  })
  if (!found) throw new Error(`no ${header}`)
  return found
}

describe('workbooks that come back', () => {
  test('a link a clerk has confirmed is made, and the sheet tells nobody a number; an exempted finding leaves quality.csv', async () => {
    const before = resultRows(out, 'links.csv').filter(({ file }) => file === 'appeals.csv')
    expect(before.map(({ level }) => level)).toEqual(['', '', 'name_phone_village'])
    expect(before[2]).toMatchObject({ household_number: 'H49', person_id_number: "'=丢失,待补" })
    const reviewed = await filled(join(out, '关联待核.xlsx'), (book) => {
      const sheet = book.worksheets[0] as exceljs.Worksheet
      const choice = columnOf(sheet, '核对结论')
      const key = columnOf(sheet, '核对键')
      for (const at of [1, 2]) {
        const people = JSON.parse(sheet.getRow(choice.row + at).getCell(key.column).text).people as [string, string][]
        for (const [, number] of people) expect(number).toMatch(/^990101\*{8}\d{3}[\dX]$/)
        sheet.getRow(choice.row + at).getCell(choice.column).value = at === 1 ? '是同一人1' : '都不是'
      }
    })
    const [finding] = resultRows(out, 'quality.csv')
    const exemptions = await exemptionsFor(finding ?? {})
    const decided = freshPath()
    expect(await screen(folder, decided, '--reviewed', reviewed, '--exemptions', exemptions)).toMatchObject({ code: 0 })
    const after = resultRows(decided, 'links.csv').filter(({ file }) => file === 'appeals.csv')
    expect(after.map(({ household_number, person_id_number }) => [household_number, person_id_number])).toEqual([
      ['H11', idOf(11)],
      ['', ''],
      ['H49', "'=丢失,待补"],
    ])
    expect(hits(decided)).toContain('H11 appeal')
    const same = (row: Record<string, string>) =>
      row.rule_id === finding?.rule_id &&
      row.household_number === finding?.household_number &&
      row.person_id_number === finding?.person_id_number
    expect(resultRows(decided, 'quality.csv').filter(same)).toEqual([])
    expect(readSummary(decided)).toMatchObject({ exempted: resultRows(out, 'quality.csv').filter(same).length })
  })

  test('a decision about a row that is no longer there is told, not made', async () => {
    const reviewed = await filled(join(out, '关联待核.xlsx'), (book) => {
      const sheet = book.worksheets[0] as exceljs.Worksheet
      const choice = columnOf(sheet, '核对结论')
      sheet.getRow(choice.row + 1).getCell(choice.column).value = '是同一人1'
    })
    const { 'appeals.csv': _, ...rest } = files
    const decided = freshPath()
    expect(await screen(folderOf(rest), decided, '--reviewed', reviewed)).toMatchObject({ code: 0 })
    expect(readSummary(decided).warnings).toContainEqual(
      expect.stringContaining('关联待核中有 1 行的结论对不上现在的数据，没有使用：appeals.csv 第 2 行'),
    )
  })

  test.each(['--reviewed', '--exemptions', '--previous'])('%s that is not there, or is something else, is exit code 1', async (option) => {
    const nowhere = freshPath()
    expect(await screen(folder, nowhere, option, '/nirgends.xlsx')).toMatchObject({
      code: 1,
      line: expect.stringContaining('nirgends.xlsx'),
    })
    expect(await screen(folder, nowhere, option, join(folder, 'register.csv'))).toMatchObject({ code: 1 })
  })

  test('a correction workbook is read as data when it is handed in again, mended; one that lies in old results is not', async () => {
    const name = readdirSync(join(out, '退回更正')).find((file) => file.includes('明细')) ?? ''
    const mended = await filled(join(out, '退回更正', name), (book) => {
      const sheet = book.worksheets[0] as exceljs.Worksheet
      const set = (column: string, value: string) => {
        const at = columnOf(sheet, column)
        sheet.getRow(at.row + 1).getCell(at.column).value = value
      }
      set('身份证号', idOf(50))
      set('结算日期', '2026-04-01')
      set('个人自付', '15000')
    })
    const again = freshPath()
    const input = folderOf({ ...files, [medFile]: csv(bills.slice(0, -1)), '更正.xlsx': readFileSync(mended) })
    cpSync(out, join(input, '上次的结果'), { recursive: true })
    expect(await screen(input, again)).toMatchObject({ code: 0 })
    expect(readSummary(again).datasets.find(({ file }: { file: string }) => file === '更正.xlsx')).toMatchObject({
      dataset: 'medical_settlements',
      rows_in: 1,
      accepted: 1,
      linked: 1,
    })
    expect(readSummary(again).datasets.filter(({ file }: { file: string }) => file.startsWith('上次的结果'))).toEqual([])
    expect(hits(again)).toContain('H50 medical-burden')
  })
})

async function exemptionsFor(finding: Record<string, string>): Promise<string> {
  const blank = freshPath('exemptions.xlsx')
  expect(await run('template', 'exemptions', '--out', blank)).toMatchObject({ code: 0 })
  return filled(blank, (book) => {
    const sheet = book.worksheets[0] as exceljs.Worksheet
    const values: Record<string, string> = {
      规则编号: finding.rule_id ?? '',
      户编号: (finding.household_number ?? '').replace(/^'/, ''),
      证件号码: finding.person_id_number ?? '',
      豁免原因: '情况属实',
      佐证材料: '村委会证明',
      批准人: '王某',
      有效期至: '2026-12-31',
    }
    for (const [header, value] of Object.entries(values)) {
      const at = columnOf(sheet, header)
      sheet.getRow(at.row + 1).getCell(at.column).value = value
    }
  })
}
