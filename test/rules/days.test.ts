/** The edges of windows, ages and months on days that a calendar makes awkward. */
import { describe, expect, test } from 'vitest'
import { about, answers, type HouseholdCase, screenCounty } from './county.test-support.ts'

const worker = { 劳动技能: '普通劳动力' }
const born = (day: string) => [{ ...worker, 出生日期: day }]
const child = (day: string) => [{}, { 出生日期: day }]
const out = { roll: ['1,小学,疑似失学辍学,0'] }

// biome-ignore format: a table
const days: Record<string, HouseholdCase[]> = {
  '2024-02-29': [
    ...about('serious-illness', [
      ['twelve months back there is no such day: 2023-02-28 is outside', 'clear', { illness: ['0,肺癌,2023-02-28'] }],
      ['2023-03-01 is inside', 'hit', { illness: ['0,肺癌,2023-03-01'] }],
    ]),
    ...about('no-employment', [
      ['ninety days back is 2023-12-01, outside', 'hit', { jobs: ['0,贵阳,2020-01-01,2023-12-01'] }, [worker]],
      ['2023-12-02 is inside', 'clear', { jobs: ['0,贵阳,2020-01-01,2023-12-02'] }, [worker]],
      ['born on 29 February, sixteen on D', 'hit', {}, born('2008-02-29')],
      ['born on 29 February, sixty on D', 'clear', {}, born('1964-02-29')],
      ['born on 1 March, not yet sixty', 'hit', {}, born('1964-03-01')],
    ]),
    ...about('appeal', [
      ['ninety-two days back is 2023-11-29, outside', 'clear', { appeals: ['0,2023-11-29,看病难'] }],
      ['2023-11-30 is inside', 'hit', { appeals: ['0,2023-11-30,看病难'] }],
    ]),
  ],
  '2025-02-28': about('serious-illness', [
    ['2024-02-28 is outside', 'clear', { illness: ['0,肺癌,2024-02-28'] }],
    ['29 February of the year before is inside', 'hit', { illness: ['0,肺癌,2024-02-29'] }],
    ['a month is its last day, 29 February', 'hit', { illness: ['0,肺癌,202402'] }],
  ]),
  '2026-08-31': [
    ...about('serious-illness', [
      ['2025-08-31 is outside', 'clear', { illness: ['0,肺癌,2025-08-31'] }],
      ['2025-09-01 is inside', 'hit', { illness: ['0,肺癌,2025-09-01'] }],
    ]),
    ...about('dropout', [
      ['the last 1 September is last year\'s: six on it', 'hit', out, child('2019-09-01')],
      ['six the day after it', 'clear', out, child('2019-09-02')],
      ['sixteen on it', 'clear', out, child('2009-09-01')],
      ['sixteen the day after it', 'hit', out, child('2009-09-02')],
    ]),
  ],
  '2026-09-01': [
    ...about('dropout', [
      ['1 September itself is the last one: six on it', 'hit', out, child('2020-09-01')],
      ['sixteen on it', 'clear', out, child('2010-09-01')],
    ]),
    ...about('serious-illness', [['a year back is 2025-09-01, outside', 'clear', { illness: ['0,肺癌,2025-09-01'] }]]),
  ],
  '2026-10-15': [
    ...about('serious-illness', [
      ['the month of D counts as D', 'hit', { illness: ['0,肺癌,202610'] }],
      ['a day of the month of D after D is ignored', 'clear', { illness: ['0,肺癌,2026-10-16'] }],
      ['the next month is ignored', 'clear', { illness: ['0,肺癌,202611'] }],
      ['the month twelve months back is its last day, inside', 'hit', { illness: ['0,肺癌,202510'] }],
    ]),
    ...about('severe-disability', [['a card of the month of D is new', 'hit', { cards: ['0,一级,202610'] }]]),
    ...about('labour-death', [['a death in the month of D is one by D', 'hit', { deaths: ['0,202610'] }, [worker]]]),
    ...about('uninsured', [
      ['one who died in the month of D does not live on D', 'clear', { deaths: ['0,202610'], insurance: ['0,2026,未参保'] }],
      ['one killed in the month of D does not live on D', 'clear', { accidents: ['0,202610,死亡'], insurance: ['0,2026,未参保'] }],
    ]),
    ...about('unsafe-housing', [['an assessment of the month of D is the latest', 'hit high D', { housing: ['0,A,2026-10-14,未改造', '0,D,202610,未改造'] }]]),
    ...about('loan-overdue', [['a loan lent in the month of D counts', 'hit', { loans: ['0,202610,202810,5,5'] }]]),
    ...about('new-relief', [
      ['a start in the month of D is its first day', 'hit', { relief: ['0,农村低保,202610,'] }],
      ['a start in the month twelve months back is its first day, not new', 'clear', { relief: ['0,农村低保,202510,'] }],
    ]),
    ...about('medical-burden', [
      ['relief that ends in the month of D is active on D', 'hit', { bills: ['0,2026-01-01,7000'], relief: ['0,农村低保,2020-01-01,202610'] }],
      ['months of the register are compared as months: cleared in the month of D', 'clear', { bills: ['0,2026-01-01,7000'] }, [{ 监测对象类别: '边缘易致贫户', 识别监测时间: '202501', 风险是否已消除: '是', 消除监测时间: '202610' }]],
    ]),
    ...about('no-employment', [
      ['ninety days back is 2026-07-17, outside', 'hit', { jobs: ['0,贵阳,2020-01-01,2026-07-17'] }, [worker]],
      ['an end in that month is its last day, inside', 'clear', { jobs: ['0,贵阳,2020-01-01,202607'] }, [worker]],
    ]),
  ],
}

describe.each(Object.entries(days))('D is %s', (asOf, cases) => {
  const county = screenCounty({ cases, asOf })

  test.each(cases)('$name', async (one) => {
    expect(answers(await county, one)).toEqual(one.expected)
  })
})
