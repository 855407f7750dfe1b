/** Which rows of a sheet are data, where they stand, and what each cell becomes, in every kind of file. */
import { beforeAll, describe, expect, test } from 'vitest'
import {
  csv,
  idOf,
  type ReadFolder,
  type Row,
  readFiles,
  register,
  registerHeader,
  registerRow,
  xlsx,
} from './small-county.test-support.ts'

const header = ['姓名', '身份证号', '结算日期', '总费用', '个人自付']
const bill = (n: number, self = '100'): Row => ['张甲', idOf(n), '2026-03-05', '500', self]

const gb18030 = (text: string) => {
  // Node writes no GB18030: every character is found by decoding what could be its two bytes.
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, number[]>()
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) if (low !== 0x7f) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  return Buffer.from(
    [...text].flatMap((character) => (character.charCodeAt(0) < 128 ? [character.charCodeAt(0)] : (codes.get(character) ?? [63]))),
  )
}

/** Rows with everything that is no data among them, and the row numbers of what is. */
const messy: Row[] = [
  ['某某县医疗费用结算明细表'],
  ['单位:县医保局', null, null, '2026年10月'],
  header,
  bill(1),
  [],
  bill(2, 'x'),
  ['小计', null, null, '1000', '200'],
  header,
  [null, null, '', ' '],
  bill(3),
  ['张\n丁', idOf(4), '2026-03-05', '500', '100'],
  bill(5, 'y'),
  ['合  计', null, null, '2500', '500'],
  ['备注:以上数据截至10月底', null, null, null, null],
  ['制表人:王某', null, '审核人:李某', null, null],
]
const messyRows = [4, 6, 10, 11, 12]

describe('row numbers are what a spreadsheet program shows, and only data are rows', () => {
  test.each<[kind: string, name: string, content: string | Buffer]>([
    ['csv', 'm.csv', csv(messy)],
    ['csv with a byte order mark', 'm.csv', `\ufeff${csv(messy)}`],
    ['csv with LF', 'm.csv', csv(messy).replaceAll('\r\n', '\n')],
    ['tsv', 'm.tsv', csv(messy, '\t')],
    ['csv in GB18030', 'm.csv', gb18030(csv(messy))],
    ['xlsx', 'm.xlsx', xlsx({ name: '明细', rows: messy })],
  ])('%s', async (_, name, content) => {
    const { rows, intake, issues } = await readFiles({ [name]: content })
    expect((await rows<{ row_no: number }>('SELECT row_no FROM rows_medical_settlements ORDER BY r')).map(({ row_no }) => row_no)).toEqual(
      messyRows,
    )
    expect(await issues(name)).toEqual([
      [6, '个人自付', 'money_unreadable', 'x'],
      [12, '个人自付', 'money_unreadable', 'y'],
    ])
    const sheet = intake.sheets.find(({ file }) => file === name)
    expect(sheet).toMatchObject({ rowsIn: 5, accepted: 5, rejected: 0 })
  })

  test('a regular text file, which the engine reads by itself', async () => {
    const { rows } = await readFiles({
      'm.csv': csv([['明细'], header, bill(1), bill(2), ['合计'], bill(3)])
        .replace('明细\r\n', '明细,,,,\r\n')
        .replace('合计\r\n', '合计,,,,\r\n'),
    })
    expect(await rows('SELECT row_no, id_number FROM rows_medical_settlements ORDER BY r')).toEqual([
      { row_no: 3, id_number: idOf(1) },
      { row_no: 4, id_number: idOf(2) },
      { row_no: 6, id_number: idOf(3) },
    ])
  })
})

describe('several files', () => {
  test('are told in their order, whichever was read first', async () => {
    const many = csv([header, ...Array.from({ length: 20_000 }, (_, i) => bill(i % 900))])
    const { intake } = await readFiles({
      'a.csv': many,
      'b.csv': csv([
        ['什么', '也不是'],
        ['1', '2'],
      ]),
      'c.csv': csv([header, bill(1)]),
      'd.xlsx': xlsx({ name: '明细', rows: [header, bill(2)] }),
      'e.csv': `${csv([header, bill(3)])}\0`,
      'f.csv': csv([
        ['无', '此表'],
        ['1', '2'],
      ]),
      'g.csv': many,
      'h.csv': csv([header, bill(4)]),
    })
    const bills = intake.sheets.filter(({ dataset }) => dataset === 'medical_settlements')
    expect(bills.map(({ file }) => file)).toEqual(['a.csv', 'c.csv', 'd.xlsx', 'e.csv', 'g.csv', 'h.csv'])
    expect(intake.sheets.map(({ sheetNo }) => sheetNo)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(bills.map(({ rowsIn }) => rowsIn)).toEqual([20_000, 1, 1, 1, 20_000, 1])
    expect(intake.skipped.map(({ file }) => file)).toEqual(['b.csv', 'f.csv'])
  })
})

describe('a row between two others', () => {
  const cases: readonly [what: string, row: Row, isRow: boolean][] = [
    ['a total in the first column', ['合计', null, null, '100', '100'], false],
    ['a total with a number', ['共计3人', null, null, '100', '100'], false],
    ['a total in the id column', [null, '总计', null, '100', '100'], false],
    ['a note', ['注:本表一式两份', null, null, null, null], false],
    ['a signature', ['填表人:张三', null, '填表日期:2026-10-31', null, null], false],
    ['the header again', header, false],
    ['the header again with stars', ['*姓名', '*身份证号', '*结算日期', '总费用', '个人自付'], false],
    ['spaces', [' ', '　', null, null, null], false],
    ['a person whose name begins like a total', ['共计生', idOf(9), '2026-03-05', '1', '1'], true],
    ['a person whose name ends like a total, without number', ['何小计', null, '2026-03-05', '1', '1'], true],
    ['a number without name', [null, idOf(9), '2026-03-05', '1', '1'], true],
    ['a bill that names nobody', [null, null, '2026-03-05', '1', '1'], true],
  ]
  let read: ReadFolder
  beforeAll(async () => {
    read = await readFiles(Object.fromEntries(cases.map(([what, row]) => [`${what}.csv`, csv([header, bill(1), row, bill(2)])])))
  })
  test.each(cases)('%s: %j is a row: %j', (what, _, isRow) => {
    expect(read.intake.sheets.find(({ file }) => file === `${what}.csv`)?.rowsIn).toBe(isRow ? 3 : 2)
  })
})

describe('rejected and accepted', () => {
  test('a row is rejected when its identity or all its fact cells fail, and every row is one or the other', async () => {
    const { rows, intake, issues } = await readFiles({
      'm.csv': csv([
        header,
        bill(1),
        [null, null, '2026-03-05', '1', '1'],
        ['张乙', idOf(2), '去年', '1', 'x'],
        ['张丙', idOf(3), '去年', '1', '1'],
        ['张丁', idOf(4), null, '1', null],
        [null, '123', '2026-03-05', '1', '1'],
      ]),
    })
    expect(await rows('SELECT row_no, is_rejected FROM rows_medical_settlements ORDER BY r')).toEqual([
      { row_no: 2, is_rejected: false },
      { row_no: 3, is_rejected: true },
      { row_no: 4, is_rejected: true },
      { row_no: 5, is_rejected: false },
      { row_no: 6, is_rejected: false },
      { row_no: 7, is_rejected: true },
    ])
    expect(intake.sheets.find(({ file }) => file === 'm.csv')).toMatchObject({ rowsIn: 6, accepted: 3, rejected: 3 })
    const found = await issues('m.csv')
    expect(found.filter(([row]) => row === 3)).toEqual([[3, '姓名', 'identity_missing', '']])
    expect(found.filter(([row]) => row === 4)).toEqual([
      [4, '个人自付', 'money_unreadable', 'x'],
      [4, '结算日期', 'day_unreadable', '去年'],
    ])
    expect(found.filter(([row]) => row === 6).map(([, column, code]) => [column, code])).toEqual([
      ['个人自付', 'cell_empty'],
      ['结算日期', 'cell_empty'],
    ])
    expect(found.filter(([row]) => row === 7)).toEqual([[7, '身份证号', 'id_length', '123']])
  })

  test('one bad column does not cost the others', async () => {
    const { rows } = await readFiles({
      'm.csv': csv([header, ['张甲', idOf(1), '某日', '#REF!', '7'], ['张乙', idOf(2), '某日', '#REF!', '8']]),
    })
    expect(
      await rows(
        'SELECT self_paid, total, settled_on, settled_on_unreadable AS bad_day, total_unreadable AS bad_total FROM rows_medical_settlements ORDER BY r',
      ),
    ).toEqual([
      { self_paid: '7.00', total: null, settled_on: null, bad_day: true, bad_total: true },
      { self_paid: '8.00', total: null, settled_on: null, bad_day: true, bad_total: true },
    ])
  })

  test('an error value is no text: a name or number that is one is empty with an issue', async () => {
    const { rows, issues } = await readFiles({
      'm.csv': csv([header, ['#N/A', idOf(1), '2026-03-05', '1', '1'], ['张乙', '#REF!', '2026-03-05', '1', '1']]),
    })
    expect(await rows('SELECT name, id_number FROM rows_medical_settlements ORDER BY r')).toEqual([
      { name: null, id_number: idOf(1) },
      { name: '张乙', id_number: null },
    ])
    expect(await issues('m.csv')).toEqual([
      [2, '姓名', 'cell_error', '#N/A'],
      [3, '身份证号', 'cell_error', '#REF!'],
    ])
  })
})

describe('columns of one meaning', () => {
  test('an empty cell falls back to the next spelling, an unreadable one does not', async () => {
    const head = ['姓名', '公民身份号码', '身份证号', '出院日期', '结算日期', '个人自付', '合规自付']
    const { rows } = await readFiles({
      'm.csv': csv([
        head,
        ['张甲', 'b', idOf(1), '2026-01-01', '2026-02-02', '1', '2'],
        ['张乙', idOf(2), '无', '2026-01-01', '/', '1', ''],
        ['张丙', idOf(3), null, '2026-01-01', 'x', '1', '-'],
      ]),
    })
    expect(await rows('SELECT id_number, settled_on, self_paid FROM rows_medical_settlements ORDER BY r')).toEqual([
      { id_number: idOf(1), settled_on: '2026-02-02', self_paid: '2.00' },
      { id_number: idOf(2), settled_on: '2026-01-01', self_paid: '1.00' },
      { id_number: idOf(3), settled_on: null, self_paid: '1.00' },
    ])
  })
  test('an issue names the column the cell stands in', async () => {
    const head = ['姓名', '身份证号', '出院日期', '结算日期', '个人自付', '合规自付']
    const { issues } = await readFiles({
      'm.csv': csv([
        head,
        ['张甲', idOf(1), '去年', null, '1', 'x'],
        ['张乙', idOf(2), '去年', '今年', 'y', '/'],
        ['张丙', idOf(3), '某日', '2026-01-01', 'z', '2'],
      ]),
    })
    expect(await issues('m.csv')).toEqual([
      [2, '出院日期', 'day_unreadable', '去年'],
      [2, '合规自付', 'money_unreadable', 'x'],
      [3, '个人自付', 'money_unreadable', 'y'],
      [3, '结算日期', 'day_unreadable', '今年'],
    ])
  })
  test('two phone columns are both kept', async () => {
    const head = ['姓名', '户联系电话', '家庭成员联系电话', '受理日期', '诉求内容']
    const { rows } = await readFiles({
      'a.csv': csv([
        head,
        ['张甲', '13900000001', '13900000002', '2026-10-01', '修路'],
        ['张乙', '13900000003', null, '2026-10-01', '修路'],
      ]),
    })
    expect(await rows('SELECT phone, other_phone FROM rows_appeals ORDER BY r')).toEqual([
      { phone: '13900000001', other_phone: '13900000002' },
      { phone: '13900000003', other_phone: '13900000003' },
    ])
  })
  test('amounts in 万元 by the header, by the dataset and by the cell', async () => {
    const { rows } = await readFiles({
      'l.csv': csv([
        ['姓名', '身份证号', '到期日期', '贷款金额（万元）', '逾期金额(元)'],
        ['张甲', idOf(1), '2026-12-01', '5', '300'],
        ['张乙', idOf(2), '2026-12-01', '50000元', '1.5万'],
        ['张丙', idOf(3), '2026-12-01', '500000000', '0'],
      ]),
    })
    expect(await rows('SELECT amount, overdue FROM rows_micro_loans ORDER BY r')).toEqual([
      { amount: '50000.00', overdue: '300.00' },
      { amount: '50000.00', overdue: '15000.00' },
      { amount: '5000000000000.00', overdue: '0.00' },
    ])
  })
  test('two columns of one meaning in different units each keep their own', async () => {
    const { rows } = await readFiles({
      'd.csv': csv([
        ['户主姓名', '灾种', '受灾日期', '损失金额(万元)', '直接经济损失(元)'],
        ['张甲', '洪涝', '2026-06-01', '1.2', '12000'],
        ['张乙', '洪涝', '2026-06-01', null, '8000'],
      ]),
    })
    expect(await rows('SELECT loss FROM rows_disasters ORDER BY r')).toEqual([{ loss: '12000.00' }, { loss: '8000.00' }])
  })
})

describe('workbooks', () => {
  test('one bad sheet never costs the others, a hidden one is reported', async () => {
    const rows = [header, bill(1)]
    const { intake } = await readFiles({
      'm.xlsx': xlsx(
        { name: '明细', rows },
        { name: '底稿', rows, state: 'hidden' },
        { name: '说明', rows: [['填表说明'], ['如实填写']] },
        { name: '明细二', rows },
        { name: '空', rows: [] },
      ),
    })
    expect(intake.sheets.filter(({ file }) => file === 'm.xlsx').map(({ sheet }) => sheet)).toEqual(['明细', '明细二'])
    expect(intake.skipped).toEqual([
      { file: 'm.xlsx', sheet: '底稿', reason: '隐藏的工作表，已跳过；如需比对请取消隐藏' },
      { file: 'm.xlsx', sheet: '说明', reason: '未识别：没有找到任何已知数据表的表头' },
      { file: 'm.xlsx', sheet: '空', reason: '空表' },
    ])
  })
  test('a damaged sheet is skipped by name, the one behind it is read', async () => {
    const good = xlsx({ name: '甲', rows: [header, bill(1)] }, { name: '乙', rows: [header, bill(2)] })
    const { workbook } = await import('../../src/intake/readers/zip-writer.test-support.ts')
    const { xmlRows } = await import('./small-county.test-support.ts')
    const half = workbook({
      sheets: [
        { name: '甲', xml: `<worksheet><sheetData>${xmlRows([header, bill(1)]).slice(0, -40)}` },
        { name: '乙', rows: xmlRows([header, bill(2)]) },
      ],
    })
    expect((await readFiles({ 'm.xlsx': good })).intake.skipped).toEqual([])
    const { intake } = await readFiles({ 'm.xlsx': half })
    expect(intake.sheets.filter(({ file }) => file === 'm.xlsx').map(({ sheet }) => sheet)).toEqual(['乙'])
    expect(intake.skipped).toEqual([{ file: 'm.xlsx', sheet: '甲', reason: expect.stringContaining('已损坏或不完整') }])
  })
  test('a formula has its cached value, and is empty with an issue where there is none', async () => {
    const rows = [header, ['张甲', idOf(1), '2026-03-05', '<c><f>1+1</f><v>2</v></c>', '<c><f>D2*2</f></c>']]
    const { rows: query, issues } = await readFiles({ 'm.xlsx': xlsx({ name: '明细', rows }) })
    expect(await query('SELECT total, self_paid, self_paid_unreadable AS bad FROM rows_medical_settlements')).toEqual([
      { total: '2.00', self_paid: null, bad: false },
    ])
    expect(await issues('m.xlsx')).toEqual([[2, '个人自付', 'formula_without_value', '(公式没有计算结果)']])
  })
  test('a merged cell holds for all its rows', async () => {
    const rows = [
      ['户主姓名', '户主身份证号', '饮水状况'],
      ['张甲', idOf(1), '达标'],
      [null, null, '不达标'],
    ]
    const tail = '<mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/></mergeCells>'
    const { rows: query } = await readFiles({ 'w.xlsx': xlsx({ name: '水', rows, tail }) })
    expect(await query('SELECT row_no, name, id_number, status FROM rows_drinking_water ORDER BY r')).toEqual([
      { row_no: 2, name: '张甲', id_number: idOf(1), status: '达标' },
      { row_no: 3, name: '张甲', id_number: idOf(1), status: '不达标' },
    ])
  })
  test('a number cell that lost its last digits is said to be beyond repair', async () => {
    const rows = [
      header,
      ['张甲', `<c><v>${idOf(1).slice(0, 15)}000</v></c>`, '2026-03-05', '1', '1'],
      ['张乙', '5.22E+17', '2026-03-05', '1', '1'],
    ]
    const { issues } = await readFiles({ 'm.xlsx': xlsx({ name: '明细', rows }) })
    expect((await issues('m.xlsx')).map(([row, column, code]) => [row, column, code])).toEqual([
      [2, '身份证号', 'id_digits_lost'],
      [3, '身份证号', 'id_scientific'],
    ])
  })
})

describe('identity numbers', () => {
  const cases: readonly [what: string, written: string, code: string | undefined][] = [
    ['sound', idOf(1), undefined],
    ['sound, of a stranger', idOf(77), undefined],
    ['with spaces', ` ${idOf(1).slice(0, 6)} ${idOf(1).slice(6)}`, 'id_repaired'],
    ['in full width', idOf(1).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)), 'id_repaired'],
    ['with an apostrophe', `'${idOf(1)}`, 'id_repaired'],
    ['of fifteen digits', `${idOf(1).slice(0, 6)}${idOf(1).slice(8, 17)}`, undefined],
    ['masked', `${idOf(1).slice(0, 6)}********${idOf(1).slice(14)}`, 'id_masked'],
    ['with a wrong check digit', `${idOf(1).slice(0, 17)}${idOf(1).endsWith('1') ? '2' : '1'}`, 'id_check_digit'],
    ['too short', idOf(1).slice(0, 16), 'id_length'],
    ['of a day that never was', `99010119800230${idOf(1).slice(14)}`, 'id_birth_day'],
    ['a placeholder', '111111111111111111', 'id_placeholder'],
    ['with letters', `${idOf(1).slice(0, 9)}O${idOf(1).slice(10)}`, 'id_characters'],
  ]
  let found: [row: number, column: string, code: string, found: string][]
  beforeAll(async () => {
    const read = await readFiles({ 'm.csv': csv([header, ...cases.map(([, written]): Row => ['张甲', written, '2026-03-05', '1', '1'])]) })
    found = await read.issues('m.csv')
  })
  test.each(cases.map(([what, written, code], i) => [what, written, code, i + 2] as const))('%s: %s raises %s', (_, written, code, row) => {
    expect(found.filter(([at]) => at === row)).toEqual(code === undefined ? [] : [[row, '身份证号', code, written]])
  })
})

describe('the register', () => {
  test('rows outside the region are issues and rejected, by code or else by county', async () => {
    const rows = [
      ...register(5),
      registerRow(6, { 行政村代码: '522301001001' }),
      registerRow(7, { 行政村代码: null, 县: '邻县' }),
      registerRow(8, { 行政村代码: null }),
    ]
    const { intake, issues, rows: query } = await readFiles({ 'register.csv': csv(rows) })
    expect((await issues('register.csv')).filter(([, , code]) => code === 'outside_region')).toEqual([
      [7, '行政村代码', 'outside_region', '522301001001'],
      [8, '县', 'outside_region', '邻县'],
    ])
    expect(intake.sheets[0]).toMatchObject({ rowsIn: 8, accepted: 6, rejected: 2 })
    expect(await query('SELECT count(*) AS n FROM person')).toEqual([{ n: 6 }])
  })
  test('of two overlapping exports the first filled value wins, and a conflict is a finding', async () => {
    const first = [registerHeader, registerRow(1, { 人均纯收入: null, 联系电话: '13900000001' }), registerRow(2), registerRow(3)]
    const second = [
      registerHeader,
      registerRow(1, { 人均纯收入: '9000', 联系电话: '13900000002' }),
      ...[4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14].map((n) => registerRow(n)),
    ]
    const { rows } = await readFiles({ 'register-a.csv': csv(first), 'register-b.csv': csv(second) })
    expect(
      await rows("SELECT phone, net_income_per_head AS net FROM person JOIN household USING (household) WHERE household_number = 'H1'"),
    ).toEqual([{ phone: '13900000001', net: '9000.00' }])
    expect(await rows("SELECT kind, field, found FROM register_finding WHERE kind = 'conflict'")).toEqual([
      { kind: 'conflict', field: 'phone', found: '13900000001 / 13900000002' },
    ])
    expect(await rows('SELECT register_row.row_no FROM register_row JOIN person USING (person) WHERE household = 0')).toEqual([
      { row_no: 2 },
      { row_no: 2 },
    ])
  })
  test('a number that stands in two households is a finding', async () => {
    const { rows } = await readFiles({ 'register.csv': csv([...register(3), registerRow(4, { 证件号码: idOf(1) })]) })
    expect(await rows('SELECT kind, found FROM register_finding')).toEqual([
      { kind: 'number_in_two_households', found: idOf(1) },
      { kind: 'number_in_two_households', found: idOf(1) },
    ])
  })
})
