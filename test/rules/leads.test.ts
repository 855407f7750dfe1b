/** What a lead carries: evidence, sources, what speaks against it, its ids; and how urgent its household is. */
import { beforeAll, describe, expect, test } from 'vitest'
import { about, type HouseholdCase, type Screened, screenCounty } from './county.test-support.ts'

const lifted = { 户类型: '脱贫户' }
const monitored = { 监测对象类别: '边缘易致贫户', 识别监测时间: '202501', 风险是否已消除: '否' }
const appeal = { appeals: ['0,2026-10-01,看病难'] }
const basis = 'project-default'

// biome-ignore format: a table
const evidence: [rule: string, rows: HouseholdCase['rows'], members: HouseholdCase['members'], unknown[]][] = [
  ['medical-burden', { bills: ['0,2026-01-01,6000.1'] }, [lifted], [
    { fact: 'household.medical_self_paid', value: 6000.1, parameter: 'medical/self_paid_alert_low_income', threshold: 6000, basis },
    { fact: 'household.is_low_income', value: true, parameter: null, threshold: null, basis },
  ]],
  ['medical-burden', { bills: ['0,2026-01-01,30000'] }, [{}], [{ fact: 'household.medical_self_paid', value: 30000, parameter: 'medical/self_paid_alert', threshold: 10000, basis }]],
  ['serious-illness', { illness: ['0,肺癌,2026-01-01'] }, [{}], [{ fact: 'household.newly_ill_persons', value: 1, parameter: null, threshold: null, basis }]],
  ['education-burden', { roll: ['0,高职,在校,10000.01'] }, [{}], [{ fact: 'household.education_cost', value: 10000.01, parameter: 'education/yearly_cost_alert', threshold: 10000, basis }]],
  ['unsafe-housing', { housing: ['0,C,2026-01-01,'] }, [{}], [{ fact: 'household.unsafe_housing_grade', value: 'C', parameter: null, threshold: null, basis: 'national-opinion-2023-1#一(一)' }]],
  ['unsafe-water', { water: ['0,不达标,31'] }, [{}], [
    { fact: 'household.water_status', value: '不达标', parameter: null, threshold: null, basis: 'national-opinion-2023-1#一(一)' },
    { fact: 'household.water_dry_days', value: 31, parameter: 'water/dry_days_alert', threshold: 30, basis },
  ]],
  ['unsafe-water', { water: ['0,达标,31'] }, [{}], [{ fact: 'household.water_dry_days', value: 31, parameter: 'water/dry_days_alert', threshold: 30, basis }]],
  ['disaster', { disasters: ['0,洪涝,2026-05-01,6000,倒塌'] }, [{}], [
    { fact: 'household.disaster_loss', value: 6000, parameter: 'disaster/loss_alert', threshold: 5000, basis },
    { fact: 'household.houses_badly_damaged', value: 1, parameter: null, threshold: null, basis },
  ]],
  ['income-below-line', {}, [{ 人均纯收入: '7299.99' }], [
    { fact: 'household.income_after_medical', value: 7299.99, parameter: 'income/monitoring_line', threshold: 7300, basis: 'guizhou-line-2023#收入线' },
    { fact: 'household.is_monitored', value: false, parameter: null, threshold: null, basis: 'national-opinion-2023-1#一(一)' },
  ]],
  ['loan-overdue', { loans: ['0,2024-01-01,2025-01-01,50000,0.5'] }, [{}], [{ fact: 'household.loan_overdue', value: 0.5, parameter: 'loan/overdue_alert', threshold: 0, basis }]],
]

// biome-ignore format: a table
const against: [sentence: string, rows: HouseholdCase['rows'], shown: string[], members?: HouseholdCase['members']][] = [
  ['a vehicle worth the limit', { vehicles: ['0,贵E12345,2020-01-01,150000'] }, ['vehicle 150000.00']],
  ['a vehicle worth less', { vehicles: ['0,贵E12345,2020-01-01,149999.99'] }, []],
  ['a vehicle registered after D', { vehicles: ['0,贵E12345,2026-11-01,200000'] }, []],
  ['urban property', { property: ['0,住宅,90,2020-01-01'] }, ['urban_property 住宅']],
  ['a company in business with a legal representative', { companies: ['0,清水商贸,法定代表人,存续'] }, ['company 清水商贸']],
  ['a company in business with a shareholder', { companies: ['0,清水商贸,股东,存续'] }, ['company 清水商贸']],
  ['a company in business with its operator', { companies: ['0,清水小吃,经营者,存续'] }, []],
  ['a company whose status begins with 存续', { companies: ['0,清水商贸,股东,存续(在营、开业、在册)'] }, ['company 清水商贸']],
  ['companies 在业, 开业 and 在册', { companies: ['0,甲,股东,在业', '0,乙,股东,开业', '0,丙,股东,在册'] }, ['company 丙', 'company 乙', 'company 甲']],
  ['a company struck off', { companies: ['0,清水商贸,股东,注销', '0,清水商贸,股东,吊销'] }, []],
  ['a company of the dead', { companies: ['0,清水商贸,股东,存续'], deaths: ['0,2026-10-01'] }, []],
  ['a member on the public payroll', { payroll: ['1,清水小学,2010-01-01'] }, ['public_payroll 清水小学'], [{}, {}]],
  ['several kinds', { payroll: ['0,清水小学,2010-01-01'], property: ['0,商业,30,2020-01-01'] }, ['public_payroll 清水小学', 'urban_property 商业']],
]

const illness = { illness: ['0,肺癌,2026-01-01'] }
const death = { deaths: ['0,2026-05-01'] }
const loan = { loans: ['0,2024-01-01,2025-01-01,50000,5'] }
const house = { property: ['0,住宅,90,2020-01-01'] }

// biome-ignore format: a table
const urgent: [sentence: string, rows: NonNullable<HouseholdCase['rows']>, urgency: string, steps: string[]][] = [
  ['high is red', death, 'red', ['最高程度为高，起点为红', '结果为红']],
  ['medium is yellow', illness, 'yellow', ['最高程度为中，起点为黄', '结果为黄']],
  ['low is green', appeal, 'green', ['最高程度为低，起点为绿', '结果为绿']],
  ['a second risk raises low to yellow', { ...appeal, ...loan }, 'yellow', ['最高程度为低，起点为绿', '有 2 类风险（其他、因产业项目失败），升一级', '结果为黄']],
  ['a second risk raises medium to red', { ...illness, ...loan }, 'red', ['最高程度为中，起点为黄', '有 2 类风险（因产业项目失败、因病），升一级', '结果为红']],
  ['a second risk cannot raise red', { ...death, ...loan }, 'red', ['最高程度为高，起点为红', '有 2 类风险（缺劳动力、因产业项目失败），已为最高', '结果为红']],
  ['two rules of one risk are one risk', { ...appeal, relief: ['0,农村低保,2026-05-01,'] }, 'green', ['最高程度为低，起点为绿', '结果为绿']],
  ['counter-evidence lowers red to yellow', { ...death, ...house }, 'yellow', ['最高程度为高，起点为红', '有反证（urban_property），降一级', '结果为黄']],
  ['counter-evidence cannot lower green', { ...appeal, ...house }, 'green', ['最高程度为低，起点为绿', '有反证（urban_property），已为最低', '结果为绿']],
  ['raised first, then lowered', { ...illness, ...loan, ...house }, 'yellow', ['最高程度为中，起点为黄', '有 2 类风险（因产业项目失败、因病），升一级', '有反证（urban_property），降一级', '结果为黄']],
]

const worker = { 劳动技能: '普通劳动力' }
const nothing: HouseholdCase['expected'] = {}
const cases: HouseholdCase[] = [
  ...evidence.map(([rule, rows, members], at) => ({
    name: `evidence ${rule} ${at}`,
    expected: nothing,
    ...(rows ? { rows } : {}),
    ...(members ? { members } : {}),
  })),
  ...against.map(([name, rows, , members]) => ({ name, expected: nothing, rows: { ...appeal, ...rows }, ...(members ? { members } : {}) })),
  ...urgent.map(([name, rows]) => ({ name, rows, members: rows.deaths ? [worker] : [{}], expected: nothing })),
  ...about('appeal', [
    ['of a monitored household', 'hit', appeal, [monitored]],
    ['of a household with an empty 风险是否已消除', 'hit', appeal, [{ ...monitored, 风险是否已消除: '' }]],
    ['of a cleared household', 'hit', appeal, [{ ...monitored, 风险是否已消除: '是', 消除监测时间: '202603' }]],
    ['of a household cleared after D', 'hit', appeal, [{ ...monitored, 风险是否已消除: '是', 消除监测时间: '202611' }]],
    ['of a household identified after D', 'hit', appeal, [{ ...monitored, 识别监测时间: '202611' }]],
    ['of any other household', 'hit', appeal],
  ]),
]

let county: Screened
beforeAll(async () => {
  county = await screenCounty({ cases })
})

test.each(evidence.map(([rule, , , lines], at) => [rule, at, lines] as const))(
  'evidence of %s, case %i: the deciding fact first',
  (rule, at, lines) => {
    expect(county.lead(`evidence ${rule} ${at}`, rule).evidence).toEqual(lines)
  },
)

describe('counter-evidence', () => {
  test.each(against)('%s is shown as it is and removes nothing', (name, _, shown) => {
    const found = county.lead(name, 'appeal').counter_evidence
    expect(found.map(({ kind, value }) => `${kind} ${value}`).sort()).toEqual(shown)
    expect(county.line(name)?.counter_evidence_kinds).toEqual([...new Set(shown.map((line) => line.split(' ')[0]))])
  })

  test('names file and row', () => {
    const [found] = county.lead('urban property', 'appeal').counter_evidence
    expect(found).toEqual({ kind: 'urban_property', value: '住宅', file: 'property.csv', sheet: '', row: 2 })
  })
})

test.each([
  ['of a monitored household', true],
  ['of a household with an empty 风险是否已消除', true],
  ['of a cleared household', false],
  ['of a household cleared after D', true],
  ['of a household identified after D', false],
  ['of any other household', false],
])('already_monitored %s is %s', (name, answer) => {
  expect(county.lead(`appeal: ${name}`, 'appeal').already_monitored).toBe(answer)
})

describe('urgency', () => {
  test.each(urgent)('%s', (name, _, urgency, steps) => {
    expect(county.line(name)).toMatchObject({ urgency, steps })
  })

  test('ranks red before yellow before green', () => {
    const rank = (name: string) => county.line(name)?.rank ?? Number.NaN
    expect(rank('high is red')).toBeLessThan(rank('medium is yellow'))
    expect(rank('medium is yellow')).toBeLessThan(rank('low is green'))
  })
})

test('a larger sum is the same lead with other evidence', async () => {
  const spent = (amount: string): HouseholdCase[] => [
    { name: 'patient', rows: { bills: [`0,2026-01-01,${amount}`], illness: ['0,肺癌,2026-01-01'] }, expected: {} },
    { name: 'another', rows: { bills: ['0,2026-01-01,12000'] }, expected: {} },
  ]
  const [before, after] = [await screenCounty({ cases: spent('12000') }), await screenCounty({ cases: spent('13000') })]
  const ids = (screened: Screened, rule: string) => screened.lead('patient', rule)
  expect(ids(after, 'medical-burden').lead_id).toBe(ids(before, 'medical-burden').lead_id)
  expect(ids(after, 'medical-burden').evidence_id).not.toBe(ids(before, 'medical-burden').evidence_id)
  expect(ids(after, 'serious-illness').evidence_id).toBe(ids(before, 'serious-illness').evidence_id)
  expect(
    new Set([
      ids(before, 'medical-burden').lead_id,
      ids(before, 'serious-illness').lead_id,
      before.lead('another', 'medical-burden').lead_id,
    ]).size,
  ).toBe(3)
})
