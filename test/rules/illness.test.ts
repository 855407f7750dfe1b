/** What illness costs, who is newly ill, who is not insured; and whose household is low-income. D is 2026-10-31. */
import { beforeAll, expect, test } from 'vitest'
import { about, answers, everySheet, type Screened, screenCounty } from './county.test-support.ts'

const lifted = { 户类型: '脱贫户' }
const monitored = { 监测对象类别: '边缘易致贫户', 识别监测时间: '202501', 风险是否已消除: '否' }
/** Between the two limits: a hit for low-income households only. */
const between = ['0,2026-01-01,7000']

// biome-ignore format: a table
const cases = [
  ...about('medical-burden', [
    ['a household without a bill spent nothing', 'clear'],
    ['the members\' sum at the limit is a hit', 'hit medium 10000 from bills 1, bills 2', { bills: ['0,2026-01-01,4000', '1,2026-02-01,6000'] }, [{}, {}]],
    ['one fen below the limit is clear', 'clear', { bills: ['0,2026-01-01,9999.99'] }],
    ['the limit of a low-income household is lower', 'hit medium 6000', { bills: ['0,2026-01-01,6000'] }, [lifted]],
    ['one fen below the lower limit is clear', 'clear', { bills: ['0,2026-01-01,5999.99'] }, [lifted]],
    ['twice the limit is high', 'hit high 20000', { bills: ['0,2026-01-01,20000'] }],
    ['one fen below twice the limit is medium', 'hit medium 19999.99', { bills: ['0,2026-01-01,19999.99'] }],
    ['twice the lower limit is high for a low-income household', 'hit high 12000', { bills: ['0,2026-01-01,12000'] }, [lifted]],
    ['one fen below twice the lower limit is medium', 'hit medium 11999.99', { bills: ['0,2026-01-01,11999.99'] }, [lifted]],

    ['the day twelve months before D is outside the window', 'clear', { bills: ['0,2025-10-31,12000'] }],
    ['the day after it is inside', 'hit medium 12000', { bills: ['0,2025-11-01,12000'] }],
    ['D is inside', 'hit medium 12000', { bills: ['0,2026-10-31,12000'] }],
    ['a bill after D is ignored', 'clear', { bills: ['0,2026-11-01,12000'] }],
    ['a month is its last day: October of last year is outside', 'clear', { bills: ['0,202510,12000'] }],
    ['a month is its last day: November of last year is inside', 'hit medium 12000', { bills: ['0,202511,12000'] }],

    ['a negative amount is added as it is', 'clear', { bills: ['0,2026-01-01,12000', '0,2026-01-02,-2000.01'] }],
    ['a negative amount that leaves the limit is a source too', 'hit medium 10000 from bills 1, bills 2', { bills: ['0,2026-01-01,12000', '0,2026-01-02,-2000'] }],
    ['a repeated row counts once and is a source twice', 'hit medium 12000 from bills 1, bills 2', { bills: ['0,2026-01-01,12000', '0,2026-01-01,12000'] }],
    ['another day makes another bill', 'hit medium 12000', { bills: ['0,2026-01-01,6000', '0,2026-01-02,6000'] }],
    ['another amount makes another bill', 'hit medium 12001', { bills: ['0,2026-01-01,6000', '0,2026-01-01,6001'] }],
    ['another person makes another bill', 'hit medium 12000', { bills: ['0,2026-01-01,6000', '1,2026-01-01,6000'] }, [{}, {}]],
    ['a row repeated in another file of the same columns counts once', 'hit medium 12000 from bills 1, second 1', { bills: ['0,2026-01-01,12000'], second: ['0,2026-01-01,12000'] }],
    ['a row repeated in a file with more amounts counts once', 'hit medium 12000 from bills 1, detailed 1', { bills: ['0,2026-01-01,12000'], detailed: ['0,2026-01-01,30000,12000'] }],
    ['a row repeated in three files counts once', 'hit medium 12000 from bills 1, detailed 1, funded 1', { bills: ['0,2026-01-01,12000'], detailed: ['0,2026-01-01,30000,12000'], funded: ['0,2026-01-01,18000,12000'] }],
    ['bills that differ in a column both sheets have are two', 'hit medium 12000', { detailed: ['0,2026-01-01,7000,6000', '0,2026-01-01,8000,6000'] }],
    ['a plain copy of one of two such bills adds nothing', 'hit medium 12000 from bills 1, detailed 1, detailed 2', { bills: ['0,2026-01-01,6000'], detailed: ['0,2026-01-01,7000,6000', '0,2026-01-01,8000,6000'] }],
    ['bills of different days in two files are two', 'hit medium 12000', { bills: ['0,2026-01-01,6000'], detailed: ['0,2026-01-02,7000,6000'] }],

    ['an unreadable amount leaves it open', 'unknown household.medical_self_paid', { bills: ['0,2026-01-01,看不清'] }],
    ['an empty amount leaves it open', 'unknown', { bills: ['0,2026-01-01,'] }],
    ['an unreadable amount does not matter where the rest suffices', 'hit medium 10000 from bills 2', { bills: ['0,2026-01-01,看不清', '0,2026-02-01,10000'] }],
    ['an unreadable amount outside the window does not matter', 'clear', { bills: ['0,2025-10-31,看不清'] }],
    ['an unreadable amount after D does not matter', 'clear', { bills: ['0,2026-11-01,看不清'] }],
    ['an unreadable day of a large bill leaves it open', 'unknown', { bills: ['0,某日,12000'] }],
    ['an empty day of a large bill leaves it open', 'unknown', { bills: ['0,,12000'] }],
    ['an unreadable day of a small bill does not matter', 'clear', { bills: ['0,某日,5999.99'] }],
    ['a rejected row leaves the household open', 'unknown', { bills: ['0,某日,看不清'] }],
    ['an unreadable day of a repayment leaves a hit open', 'unknown', { bills: ['0,2026-01-01,12000', '0,某日,-5000'] }],

    ['脱贫户 is low-income', 'hit medium', { bills: between }, [lifted]],
    ['一般农户 is not', 'clear', { bills: between }],
    ['低保 of any member in the register is low-income', 'hit medium', { bills: between }, [{}, { 享受低保政策情况: '农村低保' }]],
    ['城市低保 in the register is low-income', 'hit medium', { bills: between }, [{ 享受低保政策情况: '城市低保' }]],
    ['特困 of any member in the register is low-income', 'hit medium', { bills: between }, [{}, { 享受特困供养政策情况: '农村特困' }]],
    ['a monitored household is low-income', 'hit medium', { bills: between }, [monitored]],
    ['an empty 风险是否已消除 is not cleared', 'hit medium', { bills: between }, [{ ...monitored, 风险是否已消除: '' }]],
    ['a cleared household is not low-income', 'clear', { bills: between }, [{ ...monitored, 风险是否已消除: '是', 消除监测时间: '202603' }]],
    ['a household cleared in the month of D is not low-income', 'clear', { bills: between }, [{ ...monitored, 风险是否已消除: '是', 消除监测时间: '202610' }]],
    ['a clearing month after D is ignored', 'hit medium', { bills: between }, [{ ...monitored, 风险是否已消除: '是', 消除监测时间: '202611' }]],
    ['an identification in the month of D counts', 'hit medium', { bills: between }, [{ ...monitored, 识别监测时间: '202610' }]],
    ['an identification month after D is ignored', 'clear', { bills: between }, [{ ...monitored, 识别监测时间: '202611' }]],
    ['农村低保 active on D is low-income, and its row is no source', 'hit medium 7000 from bills 1', { bills: between, relief: ['0,农村低保,2020-01-01,'] }],
    ['城市低保 active on D is low-income', 'hit medium', { bills: between, relief: ['0,城市低保,2020-01-01,'] }],
    ['特困供养 active on D is low-income', 'hit medium', { bills: between, relief: ['0,特困供养,2020-01-01,至今'] }],
    ['relief of another member counts', 'hit medium', { bills: between, relief: ['1,农村低保,2020-01-01,'] }, [{}, {}]],
    ['临时救助 is not low-income', 'clear', { bills: between, relief: ['0,临时救助,2020-01-01,'] }],
    ['低保边缘 is not low-income', 'clear', { bills: between, relief: ['0,低保边缘,2020-01-01,'] }],
    ['刚性支出困难 is not low-income', 'clear', { bills: between, relief: ['0,刚性支出困难,2020-01-01,'] }],
    ['relief that started on D is active', 'hit medium', { bills: between, relief: ['0,农村低保,2026-10-31,'] }],
    ['relief that starts after D is not', 'clear', { bills: between, relief: ['0,农村低保,2026-11-01,'] }],
    ['relief that ended on D is not active', 'clear', { bills: between, relief: ['0,农村低保,2020-01-01,2026-10-31'] }],
    ['relief that ends after D is active', 'hit medium', { bills: between, relief: ['0,农村低保,2020-01-01,2026-11-01'] }],
    ['an end in the month of D is its last day, and that is D', 'clear', { bills: between, relief: ['0,农村低保,2020-01-01,202610'] }],
    ['an unreadable end leaves low-income open', 'unknown household.is_low_income', { bills: between, relief: ['0,农村低保,2020-01-01,某日'] }],
    ['an unreadable category leaves low-income open', 'unknown', { bills: between, relief: ['0,看不清,2020-01-01,'] }],
    ['an unreadable start leaves low-income open', 'unknown', { bills: between, relief: ['0,农村低保,某日,'] }],
    ['an unreadable category that ended does not matter', 'clear', { bills: between, relief: ['0,看不清,2020-01-01,2021-01-01'] }],
    ['an unreadable category beside an active one does not matter', 'hit medium', { bills: between, relief: ['0,看不清,2020-01-01,', '0,农村低保,2020-01-01,'] }],
    ['an unreadable 户类型 leaves it open between the limits', 'unknown', { bills: between }, [{ 户类型: '看不清' }]],
    ['an unreadable 户类型 does not matter at the higher limit', 'hit medium 10000', { bills: ['0,2026-01-01,10000'] }, [{ 户类型: '看不清' }]],
    ['an unreadable 户类型 does not matter below the lower limit', 'clear', { bills: ['0,2026-01-01,5999.99'] }, [{ 户类型: '看不清' }]],
    ['an unreadable 低保 leaves it open between the limits', 'unknown', { bills: between }, [{}, { 享受低保政策情况: '看不清' }]],
    ['an unreadable 低保 of a 脱贫户 does not matter', 'hit medium', { bills: between }, [{ ...lifted, 享受低保政策情况: '看不清' }]],
    ['an unreadable 风险是否已消除 leaves it open', 'unknown', { bills: between }, [{ ...monitored, 风险是否已消除: '看不清' }]],
  ]),

  ...about('serious-illness', [
    ['nobody on the list is clear', 'clear'],
    ['a diagnosis twelve months before D is outside', 'clear', { illness: ['0,尿毒症,2025-10-31'] }],
    ['a diagnosis the day after is inside', 'hit medium 1 from illness 1', { illness: ['0,尿毒症,2025-11-01'] }],
    ['a diagnosis on D is inside', 'hit medium 1', { illness: ['0,尿毒症,2026-10-31'] }],
    ['a diagnosis after D is ignored', 'clear', { illness: ['0,尿毒症,2026-11-01'] }],
    ['the value is the number of persons', 'hit medium 2 from illness 1, illness 2, illness 3', { illness: ['0,尿毒症,2026-01-01', '1,白血病,2026-02-01', '1,肺癌,2026-03-01'] }, [{}, {}]],
    ['an older diagnosis is no source', 'hit medium 1 from illness 2', { illness: ['0,尿毒症,2020-01-01', '0,肺癌,2026-01-01'] }],
    ['an unreadable day leaves it open', 'unknown household.newly_ill_persons', { illness: ['0,尿毒症,某日'] }],
    ['an empty day leaves it open', 'unknown', { illness: ['0,尿毒症,'] }],
    ['an unreadable day beside a new diagnosis does not matter', 'hit medium 1 from illness 2', { illness: ['0,尿毒症,某日', '1,肺癌,2026-01-01'] }, [{}, {}]],
  ]),

  ...about('uninsured', [
    ['未参保 is a hit', 'hit low 1 from insurance 1', { insurance: ['0,2026,未参保'] }],
    ['暂停参保 is a hit', 'hit low 1', { insurance: ['0,2026年度,暂停参保'] }],
    ['正常参保 is clear', 'clear', { insurance: ['0,2026,正常参保'] }],
    ['a member without a row is not uninsured', 'clear'],
    ['any 正常参保 of the year wins', 'clear', { insurance: ['0,2026,未参保', '0,2026,正常参保'] }],
    ['正常参保 of another year does not win', 'hit low 1 from insurance 2', { insurance: ['0,2025,正常参保', '0,2026,未参保'] }],
    ['未参保 of another year says nothing', 'clear', { insurance: ['0,2025,未参保', '0,2027,未参保'] }],
    ['one of two members is enough', 'hit low 1 from insurance 2', { insurance: ['0,2026,正常参保', '1,2026,未参保'] }, [{}, {}]],
    ['the value is the number of persons', 'hit low 2 from insurance 1, insurance 2, insurance 3', { insurance: ['0,2026,未参保', '0,2026,暂停参保', '1,2026,未参保'] }, [{}, {}]],
    ['an unreadable status leaves it open', 'unknown household.uninsured_persons', { insurance: ['0,2026,看不清'] }],
    ['an empty status leaves it open', 'unknown', { insurance: ['0,2026,'] }],
    ['an unreadable status beside 正常参保 does not matter', 'clear', { insurance: ['0,2026,看不清', '0,2026,正常参保'] }],
    ['an unreadable status could clear the same member', 'unknown', { insurance: ['0,2026,看不清', '0,2026,未参保'] }],
    ['an unreadable status of another member does not matter', 'hit low 1 from insurance 2', { insurance: ['0,2026,看不清', '1,2026,未参保'] }, [{}, {}]],
    ['an open member is no source of another\'s hit', 'hit low 1 from insurance 3', { insurance: ['0,2026,看不清', '0,2026,未参保', '1,2026,未参保'] }, [{}, {}]],
    ['an unreadable year of 未参保 leaves it open', 'unknown', { insurance: ['0,哪年,未参保'] }],
    ['an unreadable year of 正常参保 is clear', 'clear', { insurance: ['0,哪年,正常参保'] }],
    ['an unreadable year of 正常参保 could clear 未参保', 'unknown', { insurance: ['0,哪年,正常参保', '0,2026,未参保'] }],
  ]),
]

let county: Screened
beforeAll(async () => {
  const more = { second: everySheet.bills, detailed: '结算日期,总费用,合规自付', funded: '结算日期,统筹支付,合规自付' }
  county = await screenCounty({ cases, sheets: { ...everySheet, ...more } })
})

test.each(cases)('$name', (one) => {
  expect(answers(county, one)).toEqual(one.expected)
})
