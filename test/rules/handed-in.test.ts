/** What is unknown because a file, a column or the households it covers are missing, and what can be decided all the same. */
import { describe, expect, test } from 'vitest'
import { resolveParameter } from '../../src/policy/index.ts'
import { about, answers, type CountyText, everySheet, policyWith, screenCounty, shippedPolicy } from './county.test-support.ts'

const worker = { 劳动技能: '普通劳动力' }
const lifted = { 户类型: '脱贫户' }
const monitored = { 监测对象类别: '边缘易致贫户', 识别监测时间: '202501', 风险是否已消除: '否' }
const each = (rules: string, answer: string) => Object.fromEntries(rules.split(' ').map((rule) => [rule, answer]))
const mostRules =
  'medical-burden serious-illness uninsured dropout education-burden unsafe-housing unsafe-water severe-disability accident disaster new-relief loan-overdue appeal income-below-line'

const every = Object.keys(everySheet)

// biome-ignore format: a table
const counties: Record<string, CountyText> = {
  'only the register': {
    handedIn: [],
    cases: [
      { name: 'a fact whose file was not handed in is unknown', expected: each(mostRules, 'unknown'), members: [worker] },
      { name: 'without employment a household with labour is unknown', expected: { 'no-employment': 'unknown household.idle_labour_persons', 'labour-death': 'unknown household.labour_deaths' }, members: [worker] },
      { name: 'without employment and deaths a household without labour is clear', expected: { 'no-employment': 'clear', 'labour-death': 'clear' } },
      { name: 'missing bills do not matter below the line', expected: { 'income-below-line': 'hit high 7299.99 from register 1', 'medical-burden': 'unknown' }, members: [{ 人均纯收入: '7299.99' }] },
      { name: 'a monitored household is clear of rules about others', expected: { 'income-below-line': 'clear', 'new-relief': 'clear' }, members: [monitored] },
    ],
  },
  'headers without rows': {
    handedIn: every,
    cases: [
      { name: 'no rows means none', expected: { ...each(mostRules, 'clear'), 'labour-death': 'clear' }, members: [worker] },
      { name: 'an empty employment file was not handed in', expected: { 'no-employment': 'unknown' }, members: [worker] },
    ],
  },
  'no list of deaths': {
    handedIn: every.filter((sheet) => sheet !== 'deaths'),
    cases: [
      { name: 'only the death of labour is unknown', expected: { ...each(mostRules, 'clear'), 'no-employment': 'hit medium 1', 'labour-death': 'unknown' }, members: [worker], rows: { jobs: ['0,贵阳,2020-01-01,2020-02-01'] } },
      { name: 'a fatal accident alone makes it a hit', expected: { 'labour-death': 'hit high 1 from accidents 1', accident: 'hit high 1' }, members: [worker], rows: { accidents: ['0,2026-03-01,死亡'] } },
      { name: 'a fatal accident of one member leaves another open only where not hit', expected: { 'labour-death': 'unknown' }, members: [worker, {}], rows: { accidents: ['1,2026-03-01,死亡'] } },
      { name: 'everyone counts as living', expected: { 'medical-burden': 'hit medium 12000', uninsured: 'hit low 1' }, rows: { accidents: ['0,2026-03-01,死亡'], bills: ['0,2026-03-02,12000'], insurance: ['0,2026,未参保'] } },
    ],
  },
  'no relief, no school roll': {
    cases: [
      ...about('medical-burden', [
        ['without relief the register decides low-income', 'clear', { bills: ['0,2026-01-01,7000'] }],
        ['without relief 低保 in the register is low-income', 'hit medium', { bills: ['0,2026-01-01,7000'] }, [{ 享受低保政策情况: '农村低保' }]],
      ]),
      ...about('no-employment', [
        ['without school roll the register decides who is a student', 'clear', { jobs: ['1,贵阳,2020-01-01,2020-02-01'] }, [{ ...worker, 在校生状况: '本科一年级' }, {}]],
        ['without school roll nobody else is a student', 'hit medium 1', {}, [worker]],
      ]),
    ],
  },
  'files without a column': {
    headers: { loans: '到期日期,贷款金额', water: '饮水状况', disasters: '灾种,受灾日期', housing: '房屋鉴定等级', roll: '学段,在校状态', relief: '救助类别,享受开始日期', jobs: '务工地,开始时间' },
    registerWithout: ['享受低保政策情况', '享受特困供养政策情况', '监测对象类别'],
    cases: [
      ...about('loan-overdue', [
        ['the only source is missing: a loan is open', 'unknown household.loan_overdue', { loans: ['0,2027-01-01,50000'] }],
        ['a household without a loan has none overdue', 'clear'],
      ]),
      ...about('unsafe-water', [
        ['a column that is missing takes no part in an or: clear', 'clear', { water: ['0,达标'] }],
        ['a column that is missing takes no part in an or: hit', 'hit medium 不达标 from water 1', { water: ['0,不达标'] }],
      ]),
      ...about('disaster', [
        ['both columns are missing: a disaster is open', 'unknown', { disasters: ['0,洪涝,2026-05-01'] }],
        ['both columns are missing: a disaster before the window does not matter', 'clear', { disasters: ['0,洪涝,2025-05-01'] }],
        ['both columns are missing: a household without one is clear', 'clear'],
      ]),
      ...about('unsafe-housing', [
        ['without 改造状态 C is open', 'unknown', { housing: ['0,C'] }],
        ['without 改造状态 A is clear', 'clear', { housing: ['0,A'] }],
      ]),
      ...about('education-burden', [
        ['without costs a student above 初中 is open', 'unknown', { roll: ['0,高职,在校'] }],
        ['without costs a pupil is clear', 'clear', { roll: ['0,小学,在校'] }],
      ]),
      ...about('medical-burden', [
        ['without an end relief is still running', 'hit medium 7000', { bills: ['0,2026-01-01,7000'], relief: ['0,农村低保,2020-01-01'] }],
        ['columns the register does not have do not make a household low-income', 'clear', { bills: ['0,2026-01-01,7000'] }],
      ]),
      ...about('no-employment', [['without an end a record is still running', 'clear', { jobs: ['0,贵阳,2020-01-01'] }, [worker]]]),
      ...about('income-below-line', [['without 监测对象类别 nobody is monitored', 'hit high 7000', {}, [{ 人均纯收入: '7000' }]]]),
    ],
  },
  'a disaster file without 损失金额': {
    headers: { disasters: '灾种,受灾日期,房屋受损' },
    cases: about('disaster', [
      ['the house alone decides: clear', 'clear', { disasters: ['0,洪涝,2026-05-01,无'] }],
      ['the house alone decides: hit', 'hit high 1 from disasters 1', { disasters: ['0,洪涝,2026-05-01,倒塌'] }],
      ['an unreadable house is open', 'unknown household.disaster_loss;household.houses_badly_damaged', { disasters: ['0,洪涝,2026-05-01,看不清'] }],
    ]),
  },
  'files that cover some households': {
    handedIn: every,
    policy: policyWith({
      'regions/522399/datasets/employment.yaml': 'covers: lifted_or_monitored\n',
      'regions/5223/datasets/medical_settlements.yaml': 'covers: low_income\n',
      'regions/52/datasets/housing.yaml': 'covers: lifted_or_monitored\n',
      'regions/52/datasets/deaths.yaml': 'covers: lifted_or_monitored\n',
      'regions/52/datasets/medical_insurance.yaml': 'full_list: true\n',
    }),
    cases: [
      ...about('no-employment', [
        ['a 脱贫户 is covered', 'hit medium 1 from register 1', {}, [{ ...worker, ...lifted }]],
        ['a monitored household is covered', 'hit medium 1', {}, [{ ...worker, ...monitored }]],
        ['a household that is not covered is unknown', 'unknown household.idle_labour_persons', {}, [worker]],
        ['a household that is not covered is clear with a record', 'clear', { jobs: ['0,贵阳,2026-01-01,'] }, [worker]],
        ['a household that is not covered is clear without labour', 'clear'],
      ]),
      ...about('medical-burden', [
        ['a low-income household is covered', 'clear', {}, [lifted]],
        ['a household low-income by relief is covered', 'clear', { relief: ['0,城市低保,2020-01-01,'] }],
        ['a household that is not covered is unknown', 'unknown household.medical_self_paid'],
        ['a household that is not covered is a hit where its rows suffice', 'hit medium 10000', { bills: ['0,2026-01-01,10000'] }],
      ]),
      ...about('income-below-line', [
        ['bills of a household not covered do not matter below the line', 'hit high 7000', {}, [{ 人均纯收入: '7000' }]],
        ['bills of a household not covered matter above the line', 'unknown'],
        ['bills of a covered household are known', 'clear', {}, [lifted]],
      ]),
      ...about('unsafe-housing', [
        ['a covered household without a row is clear', 'clear', {}, [lifted]],
        ['a household that is not covered is unknown', 'unknown'],
      ]),
      ...about('labour-death', [
        ['a covered household without a row is clear', 'clear', {}, [{ ...worker, ...lifted }]],
        ['a household that is not covered is unknown', 'unknown', {}, [worker]],
        ['a household that is not covered is a hit with a row', 'hit high 1 from deaths 1', { deaths: ['0,2026-05-01'] }, [worker]],
      ]),
      ...about('uninsured', [
        ['on a full list a living member without a row is uninsured', 'hit low 1 from register 2', { insurance: ['0,2026,正常参保'] }, [{}, {}]],
        ['on a full list a row of another year is the last record', 'hit low 1 from insurance 2, register 1', { insurance: ['0,2024,正常参保', '0,2025,正常参保'] }],
        ['on a full list an insured member is clear', 'clear', { insurance: ['0,2026,正常参保'] }],
        ['on a full list the dead are clear', 'clear', { deaths: ['0,2026-05-01'] }],
        ['on a full list one who may have died is open', 'unknown', { deaths: ['0,某日'] }],
        ['on a full list an unreadable year is open', 'unknown', { insurance: ['0,哪年,正常参保'] }],
      ]),
    ],
  },
  'a region without a line': {
    region: '990101',
    cases: about('income-below-line', [
      ['no line is unknown', 'unknown income/monitoring_line', {}, [{ 人均纯收入: '100' }]],
      ['a monitored household is clear without a line', 'clear', {}, [{ ...monitored, 人均纯收入: '100' }]],
    ]),
  },
  'Yunnan': {
    region: '530381',
    handedIn: ['bills'],
    cases: about('income-below-line', [
      ['8699.99 is below Yunnan\'s line', 'hit high 8699.99', {}, [{ 人均纯收入: '8699.99' }]],
      ['8700 is Yunnan\'s line', 'clear', {}, [{ 人均纯收入: '8700' }]],
    ]),
  },
}

describe.each(Object.entries(counties))('%s', (_, text) => {
  const county = screenCounty(text)

  test.each(text.cases)('$name', async (one) => {
    expect(answers(await county, one)).toEqual(one.expected)
  })
})

test('the summary names files, columns and lines that are missing', async () => {
  const bare = await screenCounty({
    cases: [{ name: 'somebody', expected: {} }],
    region: '990101',
    headers: { loans: '到期日期,贷款金额' },
    handedIn: ['loans'],
  })
  const all = bare.warnings.join('\n')
  expect(all).toContain('本省监测线未录入')
  expect(all).toContain('没有收到“学籍”')
  expect(all).toContain('缺少“小额信贷逾期金额”所需的列')
})

test.each([
  ['520000', '2022-12-31', undefined],
  ['520000', '2023-01-01', 7300],
  ['522399', '2026-10-31', 7300],
  ['530000', '2024-12-31', undefined],
  ['530000', '2025-01-01', 8700],
  ['990101', '2020-12-31', undefined],
  ['990101', '2021-01-01', 6000],
  ['520000', '2021-12-31', 6000],
  ['990101', '2022-01-01', undefined],
])('the line of %s on %s is %s', (region, day, line) => {
  expect(resolveParameter(shippedPolicy, 'income/monitoring_line', region, day)?.value).toBe(line)
})
