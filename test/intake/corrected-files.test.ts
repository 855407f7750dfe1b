/** A filled correction workbook handed in beside its original, through the command line. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { csv, folderOf, freshPath, idOf, type Row, register, resultRows, screen, xlsx } from './small-county.test-support.ts'

const header = ['姓名', '身份证号', '结算日期', '合规自付', '医院']
const bill = (n: number, day: string, amount: string): Row => [`张${'甲乙丙丁戊己庚辛壬癸'[n % 10]}`, idOf(n), day, amount, '县医院']
/** Rows 3 and 5 have a cell that cannot be read; row 6 is the same person's other bill. */
const bills: Row[] = [
  header,
  bill(1, '2026-03-05', '100'),
  bill(2, '2026-03-06', '一万多'),
  bill(3, '2026-03-07', '300'),
  bill(4, '不清楚', '20000'),
  bill(4, '2026-03-09', '50'),
]
const others: Row[] = [header, bill(5, '2026-04-05', '约二万'), bill(6, '2026-04-06', '60')]

/** Screens a folder; what is known of it afterwards. */
async function screened(folder: string) {
  const out = freshPath()
  expect(await screen(folder, out)).toMatchObject({ code: 0 })
  const summary: { datasets: Record<string, string | number>[]; warnings: string[]; files_skipped: { sheet: string }[] } = JSON.parse(
    readFileSync(join(out, 'summary.json'), 'utf8'),
  )
  const counts = summary.datasets
    .filter(({ dataset }) => dataset === 'medical_settlements')
    .map(({ file, sheet, rows_in, accepted, rejected, linked, unlinked }) => [file, sheet, rows_in, accepted, rejected, linked, unlinked])
  return {
    out,
    counts,
    warnings: summary.warnings.filter((warning) => /改正|同一行/.test(warning)),
    skipped: summary.files_skipped,
    issues: resultRows(out, 'row-issues.csv').map(({ file, row, column }) => `${file} ${row} ${column}`),
    links: resultRows(out, 'links.csv').map(({ file, row, household_number }) => `${file} ${row} ${household_number}`),
    unknowns: resultRows(out, 'unknowns.csv').filter(({ rule_id }) => rule_id === 'medical-burden').length,
    leads: resultRows(out, 'leads.csv')
      .filter(({ rule_id }) => rule_id === 'medical-burden')
      .map(
        ({ household_number, sources = '' }) =>
          `${household_number} ${JSON.parse(sources).map((source: { file: string; row: number }) => `${source.file}:${source.row}`)}`,
      ),
  }
}

/** Fills in a row whose cells are got by their header. */
type Mend = (cell: (title: string) => exceljs.Cell | undefined) => void

/** The correction workbook of a run, filled in and put beside the files, saved by another program than ours. */
async function handBack(out: string, name: string, folder: string, mend: Mend, as = name) {
  const book = new exceljs.Workbook()
  await book.xlsx.readFile(join(out, '退回更正', name))
  for (const sheet of book.worksheets) {
    const titles = (sheet.getRow(1).values as string[]).slice(1)
    sheet.eachRow((row, n) => {
      if (n > 1) mend((title) => (titles.includes(title) ? row.getCell(titles.indexOf(title) + 1) : undefined))
    })
  }
  await book.xlsx.writeFile(join(folder, as))
}

const mendDay: Mend = (cell) => {
  const day = cell('结算日期')
  if (day?.value === '不清楚') day.value = '2026-03-08'
}
const mendAmount =
  (to: string): Mend =>
  (cell) => {
    for (const amount of [cell('合规自付'), cell('人均纯收入')]) if (amount && /[一二两]万/.test(String(amount.value))) amount.value = to
  }
const mend: Mend = (cell) => {
  mendDay(cell)
  mendAmount('15000')(cell)
}

const files = { 'register.csv': csv(register()), '医保局/bills.csv': csv(bills) }

describe('beside its original', () => {
  let folder: string
  let before: Awaited<ReturnType<typeof screened>>
  let after: Awaited<ReturnType<typeof screened>>
  beforeAll(async () => {
    folder = folderOf(files)
    before = await screened(folder)
    await handBack(before.out, '医保局_bills-更正.xlsx', folder, mend)
    after = await screened(folder)
  })

  test('before it the bad cells are issues and make facts unknown', () => {
    expect(before.issues).toEqual(['医保局/bills.csv 3 合规自付', '医保局/bills.csv 5 结算日期'])
    expect(before.unknowns).toBe(2)
    expect(before.counts).toEqual([['医保局/bills.csv', '', 5, 5, 0, 5, 0]])
  })
  test('each of its rows takes the place of the row it came from', () => {
    expect(after.issues).toEqual([])
    expect(after.unknowns).toBe(0)
    expect(after.leads).toEqual(['H2 医保局_bills-更正.xlsx:2', 'H4 医保局/bills.csv:6,医保局_bills-更正.xlsx:3'])
  })
  test('no row is counted or linked twice', () => {
    expect(after.counts).toEqual([
      ['医保局/bills.csv', '', 3, 3, 0, 3, 0],
      ['医保局_bills-更正.xlsx', 'bills', 2, 2, 0, 2, 0],
    ])
    expect(after.links.sort()).toEqual(
      [
        '医保局/bills.csv 2 H1',
        '医保局/bills.csv 4 H3',
        '医保局/bills.csv 6 H4',
        '医保局_bills-更正.xlsx 2 H2',
        '医保局_bills-更正.xlsx 3 H4',
      ].sort(),
    )
  })
  test('the run says so', () => {
    expect(after.warnings).toEqual(['改正表中有 2 行代替了原文件的同一行'])
    expect(after.skipped).toEqual([])
  })
  test('a second workbook for the same rows wins when it is read later', async () => {
    const twice = folderOf({})
    cpSync(folder, twice, { recursive: true })
    await handBack(before.out, '医保局_bills-更正.xlsx', twice, mend, '重填.xlsx')
    const { counts, leads } = await screened(twice)
    expect(counts.map(([file, , rows]) => [file, rows])).toEqual([
      ['医保局/bills.csv', 3],
      ['医保局_bills-更正.xlsx', 0],
      ['重填.xlsx', 2],
    ])
    expect(leads).toEqual(['H2 重填.xlsx:2', 'H4 医保局/bills.csv:6,重填.xlsx:3'])
  })
  test('what stays bad in it comes back once, and its own correction replaces it in turn', async () => {
    const third = folderOf(files)
    await handBack(before.out, '医保局_bills-更正.xlsx', third, mendDay)
    const half = await screened(third)
    expect(half.issues).toEqual(['医保局_bills-更正.xlsx 2 合规自付'])
    expect(half.unknowns).toBe(1)
    await handBack(half.out, '医保局_bills-更正-更正.xlsx', third, mend)
    const whole = await screened(third)
    expect([whole.issues, whole.unknowns]).toEqual([[], 0])
    expect(whole.counts.map(([file, , rows]) => [file, rows])).toEqual([
      ['医保局/bills.csv', 3],
      ['医保局_bills-更正-更正.xlsx', 1],
      ['医保局_bills-更正.xlsx', 1],
    ])
  })
})

test('each sheet of a workbook is corrected by its own, and the register like any other file', async () => {
  const book = xlsx({ name: '三月', rows: bills }, { name: '四月', rows: others })
  const people = register().map((row, i) => row.map((cell) => (i === 3 && cell === '20000' ? '两万' : cell)))
  const folder = folderOf({ 'register.csv': csv(people), 'bills.xlsx': book })
  const before = await screened(folder)
  expect(before.unknowns).toBe(3)
  await handBack(before.out, 'bills-更正.xlsx', folder, mend)
  await handBack(before.out, 'register-更正.xlsx', folder, mendAmount('3000'))
  const after = await screened(folder)
  expect(after.unknowns).toBe(0)
  expect(after.counts).toEqual([
    ['bills-更正.xlsx', '三月', 2, 2, 0, 2, 0],
    ['bills-更正.xlsx', '四月', 1, 1, 0, 1, 0],
    ['bills.xlsx', '三月', 3, 3, 0, 3, 0],
    ['bills.xlsx', '四月', 1, 1, 0, 1, 0],
  ])
  expect(after.issues).toEqual([])
  const poor = resultRows(after.out, 'leads.csv').filter(({ rule_id }) => rule_id === 'income-below-line')
  expect(poor.map(({ household_number, sources = '' }) => [household_number, sources.includes('register-更正.xlsx')])).toContainEqual([
    'H3',
    true,
  ])
})

test('rows that have moved in the original since are not taken for others', async () => {
  const folder = folderOf(files)
  const before = await screened(folder)
  await handBack(before.out, '医保局_bills-更正.xlsx', folder, mend)
  const [head = [], ...rest] = bills
  writeFileSync(join(folder, '医保局/bills.csv'), csv([head, ...rest.filter((_, i) => i !== 1 && i !== 3)]))
  const { counts, warnings, unknowns } = await screened(folder)
  expect(counts.map(([file, , rows]) => [file, rows])).toEqual([
    ['医保局/bills.csv', 3],
    ['医保局_bills-更正.xlsx', 2],
  ])
  expect(unknowns).toBe(0)
  expect(warnings).toEqual(['“医保局_bills-更正.xlsx”有 2 行与“医保局/bills.csv”的同一行对不上，按新行处理，请核对有无重复'])
})

test('an original in another folder is still known by its name; without one the rows are new', async () => {
  const folder = folderOf(files)
  const before = await screened(folder)
  const moved = folderOf({ 'register.csv': csv(register()), '九月/bills.csv': csv(bills) })
  await handBack(before.out, '医保局_bills-更正.xlsx', moved, mend)
  expect((await screened(moved)).counts.map(([file, , rows]) => [file, rows])).toEqual([
    ['九月/bills.csv', 3],
    ['医保局_bills-更正.xlsx', 2],
  ])
  const alone = folderOf({ 'register.csv': csv(register()) })
  await handBack(before.out, '医保局_bills-更正.xlsx', alone, mend)
  const { counts, warnings } = await screened(alone)
  expect(counts.map(([file, , rows]) => [file, rows])).toEqual([['医保局_bills-更正.xlsx', 2]])
  expect(warnings).toEqual(['“医保局_bills-更正.xlsx”是改正表，但改正的文件不在文件夹里，表中的行按新行处理'])
})
