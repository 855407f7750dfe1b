/** Income against the line, new relief, overdue loans, appeals; and the dead, who need nothing. Guizhou's line is 7300; D is 2026-10-31. */
import { about, type HouseholdCase } from './county.test-support.ts'

const worker = { 劳动技能: '普通劳动力' }
const monitored = { 监测对象类别: '边缘易致贫户', 识别监测时间: '202501', 风险是否已消除: '否' }
const cleared = { ...monitored, 风险是否已消除: '是', 消除监测时间: '202603' }
const earns = (amount: string, more = {}) => ({ 人均纯收入: amount, ...more })
const items = (more = {}) => ({ 人均纯收入: '', ...more })

// biome-ignore format: a table
export const incomeAndRelief: readonly HouseholdCase[] = [
  ...about('income-below-line', [
    ['one fen below the line is a hit, proved by the register', 'hit high 7299.99 from register 1', {}, [earns('7299.99')]],
    ['exactly the line is clear', 'clear', {}, [earns('7300')]],
    ['bills that leave exactly the line are clear', 'clear', { bills: ['1,2026-01-01,1400'] }, [earns('8000'), {}]],
    ['bills that leave one fen less are a hit, proved by register and bills', 'hit high 7299.99 from bills 1, bills 2, register 1', { bills: ['1,2026-01-01,1400', '0,2026-02-01,0.02'] }, [earns('8000'), {}]],
    ['nothing is divided: a third of a fen is below', 'hit high', { bills: ['0,2026-01-01,0.01'] }, [earns('7300'), {}, {}]],
    ['bills outside the window do not count', 'clear', { bills: ['0,2025-10-31,5000', '0,2026-11-01,5000'] }, [earns('8000')]],
    ['the same bill twice counts once', 'clear', { bills: ['0,2026-01-01,700', '0,2026-01-01,700'] }, [earns('8000')]],
    ['repayments beyond the bills do not raise income', 'hit high 7299 from bills 1, register 1', { bills: ['0,2026-01-01,-5000'] }, [earns('7299')]],
    ['an unreadable bill does not matter below the line', 'hit high 7000 from register 1', { bills: ['0,2026-01-01,看不清'] }, [earns('7000')]],
    ['an unreadable bill leaves it open above the line', 'unknown household.income_after_medical', { bills: ['0,2026-01-01,看不清'] }, [earns('9000')]],
    ['an unreadable day of a bill that would not do it does not matter', 'clear', { bills: ['0,某日,700'] }, [earns('8000')]],
    ['a monitored household is clear', 'clear', {}, [earns('5000', monitored)]],
    ['a cleared household is a hit', 'hit high 5000', {}, [earns('5000', cleared)]],
    ['an empty 风险是否已消除 is monitored', 'clear', {}, [earns('5000', { ...monitored, 风险是否已消除: '' })]],
    ['an unreadable 风险是否已消除 leaves it open', 'unknown household.is_monitored', {}, [earns('5000', { ...monitored, 风险是否已消除: '看不清' })]],
    ['an unreadable 监测对象类别 leaves it open', 'unknown', {}, [earns('5000', { 监测对象类别: '看不清' })]],
    ['an unreadable 监测对象类别 above the line does not matter', 'clear', {}, [earns('9000', { 监测对象类别: '看不清' })]],

    ['人均纯收入 wins over the items', 'clear', {}, [earns('8000', { 工资性收入: '1' })]],
    ['items stand in for an empty 人均纯收入', 'hit high 7299.99 from register 1', {}, [items({ 工资性收入: '14599.98' }), {}]],
    ['items that make exactly the line are clear', 'clear', {}, [items({ 工资性收入: '14600' }), {}]],
    ['all items count, less the expense', 'hit high 7250', {}, [items({ 工资性收入: '5000', 生产经营性收入: '6000', 财产性收入: '2000', 转移性收入: '2500', 生产经营性支出: '1000' }), {}]],
    ['one filled item is enough, blank ones are 0', 'hit high 0.5', {}, [items({ 财产性收入: '1' }), {}]],
    ['an item of 0 is filled', 'hit high 0', {}, [items({ 工资性收入: '0' })]],
    ['no item is unknown', 'unknown', {}, [items()]],
    ['an expense alone is no item', 'unknown', {}, [items({ 生产经营性支出: '1000' })]],
    ['an unreadable item leaves it open', 'unknown', {}, [items({ 工资性收入: '100', 转移性收入: '看不清' })]],
    ['nothing stands in for an unreadable 人均纯收入', 'unknown', {}, [earns('看不清', { 工资性收入: '100' })]],
    ['the size is the one handed in', 'hit high 7000', {}, [items({ 工资性收入: '28000', 家庭人口数: '4' }), {}]],
    ['rows are counted where the size is empty', 'hit high 7000', {}, [items({ 工资性收入: '14000', 家庭人口数: '' }), {}]],
    ['an unreadable size leaves items open', 'unknown', {}, [items({ 工资性收入: '14000', 家庭人口数: '看不清' }), {}]],
    ['an unreadable size does not matter where 人均纯收入 is below the line', 'hit high 7000', {}, [earns('7000', { 家庭人口数: '看不清' })]],
    ['an unreadable size does not matter without a bill', 'clear', {}, [earns('8000', { 家庭人口数: '看不清' })]],
    ['an unreadable size with a bill leaves it open', 'unknown', { bills: ['0,2026-01-01,1'] }, [earns('8000', { 家庭人口数: '看不清' })]],
    ['the head\'s row says the income', 'hit high 5000 from register 2', {}, [earns('9000', { 与户主关系: '之子' }), earns('5000', { 与户主关系: '户主' })]],
  ]),

  ...about('new-relief', [
    ['农村低保 that started twelve months before D is not new', 'clear', { relief: ['0,农村低保,2025-10-31,'] }],
    ['农村低保 that started the day after is new', 'hit low 1 from relief 1', { relief: ['0,农村低保,2025-11-01,'] }],
    ['特困供养 is one of the three', 'hit low 1', { relief: ['0,特困供养,2026-05-01,'] }],
    ['刚性支出困难 is one of the three', 'hit low 1', { relief: ['0,刚性支出困难,2026-05-01,'] }],
    ['城市低保, 临时救助 and 低保边缘 are not', 'clear', { relief: ['0,城市低保,2026-05-01,', '0,临时救助,2026-05-01,', '0,低保边缘,2026-05-01,'] }],
    ['relief that starts on D is new', 'hit low 1', { relief: ['0,农村低保,2026-10-31,'] }],
    ['relief that starts after D is ignored', 'clear', { relief: ['0,农村低保,2026-11-01,'] }],
    ['a start in a month is its first day: October of last year is not new', 'clear', { relief: ['0,农村低保,202510,'] }],
    ['a start in a month is its first day: November of last year is new', 'hit low 1', { relief: ['0,农村低保,202511,'] }],
    ['new relief that has ended since is still new', 'hit low 1', { relief: ['0,农村低保,2026-01-01,2026-03-01'] }],
    ['the value is the number of persons', 'hit low 2 from relief 1, relief 2', { relief: ['0,农村低保,2026-05-01,', '1,农村低保,2026-05-01,'] }, [{}, {}]],
    ['another member active twelve months ago makes nothing new', 'clear', { relief: ['0,农村低保,2026-05-01,', '1,特困供养,2020-01-01,'] }, [{}, {}]],
    ['earlier relief that started twelve months before D was active', 'clear', { relief: ['0,农村低保,2026-05-01,', '1,特困供养,2025-10-31,2026-01-01'] }, [{}, {}]],
    ['earlier relief that ended twelve months before D was not active', 'hit low 1 from relief 1', { relief: ['0,农村低保,2026-05-01,', '1,特困供养,2020-01-01,2025-10-31'] }, [{}, {}]],
    ['earlier relief that ended the day after was active', 'clear', { relief: ['0,农村低保,2026-05-01,', '1,特困供养,2020-01-01,2025-11-01'] }, [{}, {}]],
    ['earlier 城市低保 does not matter', 'hit low 1', { relief: ['0,农村低保,2026-05-01,', '0,城市低保,2020-01-01,'] }],
    ['a monitored household is clear', 'clear', { relief: ['0,农村低保,2026-05-01,'] }, [monitored]],
    ['a cleared household is a hit', 'hit low 1', { relief: ['0,农村低保,2026-05-01,'] }, [cleared]],
    ['an unreadable category leaves it open', 'unknown household.newly_relieved_persons', { relief: ['0,看不清,2026-05-01,'] }],
    ['an unreadable category of a monitored household does not matter', 'clear', { relief: ['0,看不清,2026-05-01,'] }, [monitored]],
    ['an unreadable start leaves it open', 'unknown', { relief: ['0,农村低保,某日,'] }],
    ['an unreadable start beside relief active before does not matter', 'clear', { relief: ['0,农村低保,某日,', '0,特困供养,2020-01-01,'] }],
    ['an unreadable end of earlier relief leaves it open', 'unknown', { relief: ['0,农村低保,2026-05-01,', '0,特困供养,2020-01-01,某日'] }],
    ['an unreadable end of new relief does not matter', 'hit low 1', { relief: ['0,农村低保,2026-05-01,某日'] }],
  ]),

  ...about('loan-overdue', [
    ['no loan is clear', 'clear'],
    ['one fen overdue is a hit', 'hit low 0.01 from loans 1', { loans: ['0,2024-01-01,2027-01-01,50000,0.01'] }],
    ['nothing overdue is clear', 'clear', { loans: ['0,2024-01-01,2025-01-01,50000,0'] }],
    ['a loan with nothing overdue is no source', 'hit low 5 from loans 2', { loans: ['0,2023-01-01,2025-01-01,50000,0', '0,2024-01-01,2025-01-01,50000,5'] }],
    ['a loan in a file without 逾期金额 is open', 'unknown', { lent: ['0,2024-01-01,2025-01-01,50000'] }],
    ['a loan in a file without 逾期金额 does not matter beside an overdue one', 'hit low 5 from loans 1', { lent: ['0,2023-01-01,2025-01-01,40000'], loans: ['0,2024-01-01,2025-01-01,50000,5'] }],
    ['a due day after D does not matter', 'hit low 5', { loans: ['0,2024-01-01,2027-01-01,50000,5'] }],
    ['a loan lent after D is ignored', 'clear', { loans: ['0,2026-11-01,2027-01-01,50000,5'] }],
    ['a loan without a day of lending counts', 'hit low 5', { loans: ['0,,2027-01-01,50000,5'] }],
    ['an unreadable day of lending could be after D', 'unknown', { loans: ['0,某日,2027-01-01,50000,5'] }],
    ['an unreadable sum leaves it open', 'unknown household.loan_overdue', { loans: ['0,2024-01-01,2025-01-01,50000,看不清'] }],
    ['an empty sum leaves it open', 'unknown', { loans: ['0,2024-01-01,2025-01-01,50000,'] }],
    ['an unreadable sum beside an overdue loan does not matter', 'hit low 5 from loans 2', { loans: ['0,2024-01-01,2025-01-01,50000,看不清', '0,2023-01-01,2024-01-01,50000,5'] }],
  ]),

  ...about('appeal', [
    ['no appeal is clear', 'clear'],
    ['an appeal ninety-two days before D is outside', 'clear', { appeals: ['0,2026-07-31,住房漏雨'] }],
    ['an appeal the day after is inside', 'hit low 1 from appeals 1', { appeals: ['0,2026-08-01,住房漏雨'] }],
    ['an appeal on D is inside', 'hit low 1', { appeals: ['0,2026-10-31,住房漏雨'] }],
    ['an appeal after D is ignored', 'clear', { appeals: ['0,2026-11-01,住房漏雨'] }],
    ['two appeals are two', 'hit low 2 from appeals 1, appeals 2', { appeals: ['0,2026-10-01,住房漏雨', '0,2026-10-02,看病难'] }],
    ['an unreadable day leaves it open', 'unknown household.appeals', { appeals: ['0,某日,住房漏雨'] }],
  ]),

  ...about('medical-burden', [
    ['a bill on the day of death counts', 'hit medium 12000', { bills: ['0,2026-03-01,12000'], deaths: ['0,2026-03-01'] }],
    ['a bill after death does not', 'clear', { bills: ['0,2026-03-02,12000'], deaths: ['0,2026-03-01'] }],
    ['a bill after a fatal accident does not', 'clear', { bills: ['0,2026-03-02,12000'], accidents: ['0,2026-03-01,死亡'] }],
    ['a bill after another accident does', 'hit medium 12000', { bills: ['0,2026-03-02,12000'], accidents: ['0,2026-03-01,伤残'] }],
    ['of two days of death the first counts', 'clear', { bills: ['0,2026-03-02,12000'], accidents: ['0,2026-03-01,死亡'], deaths: ['0,2026-03-04'] }],
    ['the bills of the living count beside the dead', 'hit medium 11000 from bills 1', { bills: ['0,2026-03-02,11000', '1,2026-03-02,12000'], deaths: ['1,2026-03-01'] }, [{}, {}]],
    ['a death after D does not matter', 'hit medium 12000', { bills: ['0,2026-03-02,12000'], deaths: ['0,2026-11-01'] }],
    ['an unreadable day of death leaves the bills open', 'unknown', { bills: ['0,2026-03-01,12000'], deaths: ['0,某日'] }],
    ['an unreadable day of death does not matter where others\' bills suffice', 'hit medium 10000 from bills 2', { bills: ['0,2026-03-01,12000', '1,2026-03-01,10000'], deaths: ['0,某日'] }, [{}, {}]],
    ['an unreadable harm leaves the bills after it open', 'unknown', { bills: ['0,2026-03-02,12000'], accidents: ['0,2026-03-01,看不清'] }],
    ['an unreadable harm does not touch the bills before it', 'hit medium 12000', { bills: ['0,2026-03-01,12000'], accidents: ['0,2026-03-01,看不清'] }],
    ['an unreadable day of a bill of one who died before the window does not matter', 'clear', { bills: ['0,某日,12000'], deaths: ['0,2025-10-31'] }],
    ['an unreadable day of a bill of one who died in the window leaves it open', 'unknown', { bills: ['0,某日,12000'], deaths: ['0,2026-03-01'] }],
  ]),

  { name: 'bills after death do not lower income', rows: { bills: ['0,2026-03-02,9000'], deaths: ['0,2026-03-01'] }, members: [earns('8000')], expected: { 'income-below-line': 'clear', 'medical-burden': 'clear' } },
  {
    name: 'one who died on D does not live on D',
    rows: { deaths: ['1,2026-10-31'], insurance: ['1,2026,未参保'], roll: ['1,小学,疑似失学辍学,0', '1,普通高中,在校,20000'] }, members: [{}, { 出生日期: '2015-06-01' }],
    expected: { uninsured: 'clear', dropout: 'clear', 'education-burden': 'clear' },
  },
  {
    name: 'one who dies after D lives on D',
    rows: { deaths: ['1,2026-11-01'], insurance: ['1,2026,未参保'], roll: ['1,小学,疑似失学辍学,0', '1,普通高中,在校,20000'] }, members: [{}, { 出生日期: '2015-06-01' }],
    expected: { uninsured: 'hit low 1', dropout: 'clear', 'education-burden': 'hit medium 20000' },
  },
  {
    name: 'an unreadable day of death leaves open whether one lives on D',
    rows: { deaths: ['1,某日'], insurance: ['1,2026,未参保'], roll: ['1,小学,疑似失学辍学,0', '1,普通高中,疑似失学辍学,20000'] }, members: [{}, { 出生日期: '2015-06-01' }],
    expected: { uninsured: 'unknown', dropout: 'unknown', 'education-burden': 'unknown' },
  },
  {
    name: 'an unreadable harm leaves open whether one lives on D',
    rows: { accidents: ['0,2026-03-01,看不清'], insurance: ['0,2026,未参保'] }, members: [worker], expected: { uninsured: 'unknown', 'no-employment': 'unknown' },
  },
  {
    name: 'a person\'s rows count when the person was alive that day',
    rows: { deaths: ['0,2026-03-01'], illness: ['0,肺癌,2026-03-01'], cards: ['0,一级,2026-03-01'], relief: ['0,农村低保,2026-03-01,'], accidents: ['0,2026-03-01,重伤'] },
    expected: { 'serious-illness': 'hit medium 1', 'severe-disability': 'hit medium 1', 'new-relief': 'hit low 1', accident: 'hit medium 1' },
  },
  {
    name: 'a person\'s rows after death do not count',
    rows: { deaths: ['0,2026-03-01'], illness: ['0,肺癌,2026-03-02'], cards: ['0,一级,2026-03-02'], relief: ['0,农村低保,2026-03-02,'], accidents: ['0,2026-03-02,重伤'], appeals: ['0,2026-09-01,无人管'], loans: ['0,2026-03-02,2027-01-01,5,5'] },
    expected: { 'serious-illness': 'clear', 'severe-disability': 'clear', 'new-relief': 'clear', accident: 'clear', appeal: 'clear', 'loan-overdue': 'clear' },
  },
  {
    name: 'rows about a household count whoever is named',
    rows: { deaths: ['0,2020-03-01'], housing: ['0,D,2025-01-01,未改造'], water: ['0,不达标,0'], disasters: ['0,洪涝,2026-05-01,5000,无'] },
    expected: { 'unsafe-housing': 'hit high D', 'unsafe-water': 'hit medium 不达标', disaster: 'hit medium 5000' },
  },
  ...about('loan-overdue', [
    ['a loan lent before death counts', 'hit low 5', { loans: ['0,2024-01-01,2027-01-01,50000,5'], deaths: ['0,2026-01-01'] }],
    ['a loan of the dead without a day of lending does not', 'clear', { loans: ['0,,2027-01-01,50000,5'], deaths: ['0,2026-01-01'] }],
    ['a loan of the dead with an unreadable day of lending is open', 'unknown', { loans: ['0,某日,2027-01-01,50000,5'], deaths: ['0,2026-01-01'] }],
  ]),
]
