/** Which dataset a sheet is, where its header stands and which column feeds which field; and what is said about a sheet that is none. */
import { describe, expect, test } from 'vitest'
import { loadPolicy } from '../policy/index.ts'
import { identityFields } from './batch-plan.ts'
import { headerText, headerUnit, ownHeader, type Recognition, recognisable, recogniseSheet } from './recognise.rules.ts'

const policy = loadPolicy(`${import.meta.dirname}/../../policy`)
const datasets = [...policy.datasets].map(([name, dataset]) =>
  recognisable(name, dataset, name === 'household_register' ? new Map() : identityFields(policy, dataset)),
)

type Row = readonly (string | null)[]

/** Rows as they stand in the sheet; an empty row is left out, as the readers do. */
const sheet = (rows: readonly Row[]) =>
  recogniseSheet(
    rows.flatMap((cells, i) => (cells.some((cell) => cell !== null && cell !== '') ? [{ rowNumber: i + 1, cells }] : [])),
    datasets,
  )

function recognition(rows: readonly Row[]): Recognition {
  const found = sheet(rows)
  if (!found.ok) throw new Error(found.reason)
  return found.recognition
}

/** The columns of each recognised field. */
const columnsOf = (rows: readonly Row[]) =>
  Object.fromEntries([...recognition(rows).fields].map(([name, { columns }]) => [name, columns.length === 1 ? columns[0] : columns]))

const reason = (rows: readonly Row[]) => {
  const found = sheet(rows)
  return found.ok ? `recognised as ${found.recognition.dataset}` : found.reason
}

const medical = ['姓名', '身份证号', '结算日期', '总费用', '个人自付']
const register = ['户编号', '姓名', '证件号码', '与户主关系', '户类型']

describe('headers are compared without', () => {
  test.each([
    ['身份证号 ', '身份证号'],
    ['身份\n证号', '身份证号'],
    ['*身份证号', '身份证号'],
    ['＊身份证号※', '身份证号'],
    ['总费用(元)', '总费用'],
    ['总费用（元）', '总费用'],
    ['注册资本(万元)', '注册资本'],
    ['面积（㎡）', '面积'],
    ['总费用（单位：元）', '总费用'],
    ['结算日期：', '结算日期'],
    ['姓 名', '姓名'],
    ['姓　名', '姓名'],
    ['县（市、区、旗）', '县(市、区、旗)'],
    ['致贫/返贫风险１', '致贫/返贫风险1'],
  ])('%j is %j', (written, compared) => expect(headerText(written)).toBe(compared))
})

describe('the unit of a header', () => {
  test.each([
    ['贷款金额(万元)', true],
    ['贷款金额（万 元）', true],
    ['总费用(元)', false],
    ['总费用（单位：元）', false],
    ['总费用/元', false],
    ['总费用', undefined],
    ['公元年份', undefined],
  ])('%j: in 万元 is %j', (header, inWan) => expect(headerUnit(header)).toBe(inWan))
})

describe('where the header stands', () => {
  test.each<[what: string, rows: Row[], headerRow: number]>([
    ['in the first row', [medical], 1],
    ['under three title rows', [['某某县医疗费用结算明细'], ['单位:县医保局', null, '2026年10月'], [''], medical], 4],
    ['under a title that is merged over all columns', [medical.map(() => '某某县医疗费用结算'), medical], 2],
    ['under thirty rows of remarks', [...Array.from({ length: 30 }, (_, i): Row => [`说明${i}`]), medical], 31],
    ['in a row that is repeated further down', [medical, ['甲', '1', '2026-01-01', '1', '1'], medical], 1],
  ])('%s', (_, rows, headerRow) => {
    const found = recognition(rows)
    expect(found.dataset).toBe('medical_settlements')
    expect(found.headerRow).toBe(headerRow)
    expect(found.headers.map(ownHeader)).toEqual(medical)
  })

  test('in two rows with merged groups, the readers repeating a merged cell', () => {
    const rows = [
      ['姓名', '身份证号', '结算日期', '费用', '费用', '费用'],
      ['姓名', '身份证号', '结算日期', '总费用', '统筹支付', '个人自付(元)'],
    ]
    expect(columnsOf(rows)).toEqual({ name: 0, id_number: 1, settled_on: 2, total: 3, fund_paid: 4, self_paid: 5 })
    expect(recognition(rows).headerRow).toBe(2)
    expect(recognition(rows).fields.get('self_paid')?.inWan).toEqual([false])
  })
  test('in two rows where only the first cell of a group is filled', () => {
    const rows = [
      ['姓名', '身份证号', '结算日期', '费用', null, null],
      [null, null, null, '总费用', '统筹支付', '个人自付'],
    ]
    expect(columnsOf(rows)).toEqual({ name: 0, id_number: 1, settled_on: 2, total: 3, fund_paid: 4, self_paid: 5 })
  })
  test('in a row above the units', () => {
    const rows = [
      ['姓名', '身份证号', '结算日期', '总费用', '个人自付'],
      [null, null, null, '(万元)', '(元)'],
      ['甲', '1', '2026-01-01', '1', '1'],
    ]
    expect(columnsOf(rows)).toEqual({ name: 0, id_number: 1, settled_on: 2, total: 3, self_paid: 4 })
  })
})

describe('which columns feed which fields', () => {
  test('shuffled, with columns nobody asked for', () => {
    const rows = [['序号', '个人自付', '医院', '结算\n日期', '*身份证号', '备注', '姓 名']]
    expect(columnsOf(rows)).toEqual({ self_paid: 1, settled_on: 3, id_number: 4, name: 6 })
  })
  test('of several columns with one meaning the earlier spelling in the list comes first, wherever it stands', () => {
    const rows = [['姓名', '公民身份号码', '身份证号', '出院日期', '结算日期', '个人自付', '合规自付']]
    expect(columnsOf(rows)).toEqual({ name: 0, id_number: [2, 1], settled_on: [4, 3], self_paid: [6, 5] })
  })
  test('the head of a household counts only in datasets about households', () => {
    expect(columnsOf([['户主姓名', '户主身份证号', '饮水状况']])).toEqual({ head_name: 0, head_id_number: 1, status: 2 })
    expect(reason([['户主姓名', '户主身份证号', '结算日期', '个人自付']])).toContain('缺少列：姓名或证件号码')
  })
  test('a disability card is number enough', () => {
    expect(columnsOf([['残疾证号', '残疾等级', '办证日期']])).toEqual({ card_number: 0, grade: 1, issued_on: 2 })
  })
  test('several phone columns are kept apart', () => {
    expect(columnsOf([['姓名', '户联系电话', '家庭成员联系电话', '受理日期', '诉求内容']])).toMatchObject({
      phone: [1, 2],
      other_phone: [2, 1],
    })
  })
  test('units are known column by column', () => {
    const found = recognition([['企业名称', '姓名', '职务', '注册资本(万元)']])
    expect(found.fields.get('capital')?.inWan).toEqual([true])
  })
})

describe('which dataset it is', () => {
  test.each<[dataset: string, headers: Row]>([
    ['household_register', register],
    ['household_register', ['家庭编号', '姓名', '公民身份号码', '与户主关系', '人数']],
    ['medical_insurance', ['姓名', '证件号码', '参保年度', '参保状态']],
    ['school_roll', ['姓名', '证件号码', '学段', '就学状态']],
    ['deaths', ['姓名', '死亡日期']],
    ['appeals', ['姓名', '来访时间', '反映问题']],
    ['micro_loans', ['姓名', '身份证号', '到期日期', '贷款金额（万元）']],
  ])('%s', (dataset, headers) => expect(recognition([headers]).dataset).toBe(dataset))

  test('of two that fit the one with more columns', () => {
    const found = recognition([['姓名', '死亡日期', '事故日期', '伤害程度']])
    expect(found.dataset).toBe('accidents')
  })
  test('a tie is reported, not decided', () => {
    expect(reason([['姓名', '死亡日期', '确诊日期', '病种', '结算日期', '个人自付']])).toMatch(/^同时符合“.+”“.+”，列数相同，无法确定/)
  })
  test('the guess is explained by headers and by values', () => {
    const row = ['甲', '11010519491231002X', '2026-01-01', '100', '50']
    expect(recognition([['某县'], medical, ...Array<Row>(6).fill(row)]).explanation).toBe(
      '第 2 行为表头，凭“结算日期”“个人自付”认定为“医疗费用结算”，共认出 5 列；看取值，“身份证号”像证件号码(校验正确)、“结算日期”像日期',
    )
  })
  test('a column that holds something else is doubted, and read all the same', () => {
    const row = ['甲', '2026-01-01', '11010519491231002X', '100', '50']
    const found = recognition([medical, ...Array<Row>(6).fill(row)])
    expect(found.dataset).toBe('medical_settlements')
    expect(found.doubts).toEqual([
      '“身份证号”一列的值多像日期(抽看 6 格，有 6 格)，请检查列名是否写错',
      '“结算日期”一列的值多像证件号码(校验正确)(抽看 6 格，有 6 格)，请检查列名是否写错',
    ])
  })
})

describe('what is skipped, and what is said', () => {
  const person = ['甲', '11010519491231002X', '2026-01-01', '13900000000']
  test.each<[what: string, rows: Row[], sentence: string]>([
    ['an empty sheet', [], '空表'],
    ['a letter', [['关于报送数据的函'], ['各乡镇:'], ['请报送。']], '未识别：没有找到任何已知数据表的表头'],
    [
      'a missing column',
      [['姓名', '身份证号', '结算日期']],
      '未识别：最接近“医疗费用结算”(认出 3 列)，缺少列：合规自付/政策范围内个人自付/个人自付',
    ],
    ['nobody named', [['结算日期', '个人自付', '总费用']], '未识别：最接近“医疗费用结算”(认出 3 列)，缺少列：姓名或证件号码'],
    ['a register without kind and size', [register.slice(0, 4)], '未识别：最接近“农户家庭成员信息”(认出 4 列)，缺少列：户类型或家庭人口数'],
    [
      'headers nobody knows over values one knows',
      [['人员', '号码', '时间', '手机'], ...Array<Row>(6).fill(person)],
      '未识别：没有找到任何已知数据表的表头；看取值，“号码”像证件号码(校验正确)、“时间”像日期、“手机”像手机号码',
    ],
    ['values without any header', Array<Row>(6).fill(person), '未识别：没有找到任何已知数据表的表头；看取值'],
  ])('%s', (_, rows, sentence) => expect(reason(rows)).toContain(sentence))

  test('values never make a dataset of headers that do not fit', () => {
    const row = ['甲', '11010519491231002X', '2026-01-01', '100', '50']
    expect(sheet([['人员', '号码', '时间', '钱', '自己付'], ...Array<Row>(20).fill(row)]).ok).toBe(false)
  })
})
