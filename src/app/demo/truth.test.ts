/** The referee on literal households: one sentence of the contract, one line. */
import { describe, expect, it } from 'vitest'
import {
  type Cell,
  type CleanHousehold,
  type CleanPerson,
  type DatasetName,
  type DepartmentRow,
  datasetNames,
  defaultParameters,
} from './clean-county.ts'
import { judge } from './truth.ts'

const D = '2026-10-31'
const person = (more: Partial<CleanPerson> = {}): CleanPerson => ({
  idNumber: '',
  name: '',
  bornOn: '1980-01-01',
  labour: '无劳动力',
  schooling: 'empty',
  dibao: '未享受',
  tekun: '未享受',
  places: [{ file: 'register', sheet: '', row: 2 }],
  ...more,
})
const row = (dataset: DatasetName, cells: Record<string, Cell>, at = 0): DepartmentRow => ({
  dataset,
  person: at,
  cells,
  places: [{ file: dataset, sheet: '', row: 2 }],
})
const household = (rows: DepartmentRow[], more: Partial<CleanHousehold> = {}): CleanHousehold => ({
  number: 'H',
  kind: '一般农户',
  monitoredKind: 'empty',
  identifiedOn: 'empty',
  isCleared: 'empty',
  clearedOn: 'empty',
  size: 2,
  wage: 'empty',
  business: 'empty',
  property: 'empty',
  transfer: 'empty',
  expense: 'empty',
  netPerHead: 20_000,
  persons: [person(), person({ bornOn: '2015-06-01' })],
  head: 0,
  rows,
  ...more,
})

/** `hit`, `clear` or `unknown` for one rule. */
const answer = (
  rule: string,
  rows: DepartmentRow[],
  more: Partial<CleanHousehold> = {},
  missing: DatasetName[] = [],
  region = '520181',
): string => {
  const handedIn = new Set(datasetNames.filter((dataset) => !missing.includes(dataset)))
  const { leads, unknowns } = judge({ handedIn, households: [household(rows, more)] }, D, defaultParameters(region, D))
  if (leads.some(({ ruleId }) => ruleId === rule)) return 'hit'
  return unknowns.some(({ ruleId }) => ruleId === rule) ? 'unknown' : 'clear'
}

const bill = (settled_on: Cell, self_paid: Cell, at = 0, total: Cell = 1): DepartmentRow =>
  row('medical_settlements', { settled_on, self_paid, total }, at)
const insured = (status: Cell, year: Cell = 2026): DepartmentRow => row('medical_insurance', { year, status })
const roll = (status: Cell, stage: Cell = '小学', yearly_cost: Cell = 0, at = 1): DepartmentRow =>
  row('school_roll', { status, stage, yearly_cost }, at)
const house = (grade: Cell, assessed_on: Cell, remedy: Cell = '未改造'): DepartmentRow => row('housing', { grade, assessed_on, remedy })
const job = (started_on: Cell, ended_on: Cell, at = 0): DepartmentRow => row('employment', { started_on, ended_on }, at)
const relief = (category: Cell, started_on: Cell, ended_on: Cell = 'empty'): DepartmentRow =>
  row('relief', { category, started_on, ended_on })
const died = (died_on: Cell): DepartmentRow => row('deaths', { died_on })
const lifted = { kind: '脱贫户' }
const monitored = { monitoredKind: '边缘易致贫户', identifiedOn: '2025-01', isCleared: '否' }
const worker = { persons: [person({ labour: '普通劳动力' })] }

type Case = [
  sentence: string,
  rule: string,
  expected: string,
  rows: DepartmentRow[],
  more?: Partial<CleanHousehold>,
  missing?: DatasetName[],
  region?: string,
]
const cases: Case[] = [
  ['a sum at the limit', 'medical-burden', 'hit', [bill('2026-01-01', 4_000), bill('2026-02-01', 6_000, 1)]],
  ['a sum one fen below the limit', 'medical-burden', 'clear', [bill('2026-01-01', 9_999.99)]],
  ['the low-income limit of a lifted household', 'medical-burden', 'hit', [bill('2026-01-01', 6_000)], lifted],
  [
    'the low-income limit through urban dibao active on D',
    'medical-burden',
    'hit',
    [bill('2026-01-01', 6_000), relief('城市低保', '2020-01-01')],
  ],
  [
    'dibao that ended on D does not lower the limit',
    'medical-burden',
    'clear',
    [bill('2026-01-01', 6_000), relief('农村低保', '2020-01-01', D)],
  ],
  [
    'a cleared household is not low-income',
    'medical-burden',
    'clear',
    [bill('2026-01-01', 6_000)],
    { ...monitored, isCleared: '是', clearedOn: '2026-03' },
  ],
  ['an empty 风险是否已消除 is not cleared', 'medical-burden', 'hit', [bill('2026-01-01', 6_000)], { ...monitored, isCleared: 'empty' }],
  [
    'a clearing month after D is ignored',
    'medical-burden',
    'hit',
    [bill('2026-01-01', 6_000)],
    { ...monitored, isCleared: '是', clearedOn: '2026-11' },
  ],
  ['the day twelve months back is outside', 'medical-burden', 'clear', [bill('2025-10-31', 12_000)]],
  ['the day after it is inside', 'medical-burden', 'hit', [bill('2025-11-01', 12_000)]],
  ['a bill after D is ignored', 'medical-burden', 'clear', [bill('2026-11-01', 12_000)]],
  ['a bill after death does not count', 'medical-burden', 'clear', [bill('2026-03-02', 12_000), died('2026-03-01')]],
  ['a bill on the day of death counts', 'medical-burden', 'hit', [bill('2026-03-01', 12_000), died('2026-03-01')]],
  ['a repeated bill counts once', 'medical-burden', 'clear', [bill('2026-01-01', 6_000), bill('2026-01-01', 6_000)]],
  [
    'another amount makes another bill',
    'medical-burden',
    'hit',
    [bill('2026-01-01', 6_000, 0, 7_000), bill('2026-01-01', 6_000, 0, 8_000)],
  ],
  [
    'a column one sheet lacks does not tell bills apart',
    'medical-burden',
    'clear',
    [bill('2026-01-01', 6_000, 0, 7_000), row('medical_settlements', { settled_on: '2026-01-01', self_paid: 6_000 })],
  ],
  ['negative amounts are added', 'medical-burden', 'clear', [bill('2026-01-01', 12_000), bill('2026-01-02', -12_000)]],
  ['an unreadable amount leaves it open', 'medical-burden', 'unknown', [bill('2026-01-01', 'unreadable')]],
  [
    'an unreadable amount beside a sum that suffices',
    'medical-burden',
    'hit',
    [bill('2026-01-01', 'unreadable'), bill('2026-02-01', 10_000)],
  ],
  ['an unreadable day of a small bill decides nothing', 'medical-burden', 'clear', [bill('unreadable', 500)]],
  ['an unreadable amount out of the window decides nothing', 'medical-burden', 'clear', [bill('2024-01-01', 'unreadable')]],
  ['unknown income status between the limits', 'medical-burden', 'unknown', [bill('2026-01-01', 7_000)], { kind: 'unreadable' }],
  ['unknown income status above both limits', 'medical-burden', 'hit', [bill('2026-01-01', 10_000)], { kind: 'unreadable' }],
  ['no file of settlements', 'medical-burden', 'unknown', [], {}, ['medical_settlements']],
  ['a diagnosis on D', 'serious-illness', 'hit', [row('serious_illness', { diagnosed_on: D })]],
  ['a month alone is its last day', 'serious-illness', 'clear', [row('serious_illness', { diagnosed_on: '2025-10' })]],
  ['a month alone in the window', 'serious-illness', 'hit', [row('serious_illness', { diagnosed_on: '2026-10' })]],
  ['an empty day of diagnosis', 'serious-illness', 'unknown', [row('serious_illness', { diagnosed_on: 'empty' })]],
  [
    'an unreadable day of one who died in the window',
    'serious-illness',
    'unknown',
    [row('serious_illness', { diagnosed_on: 'unreadable' }), died('2026-03')],
  ],
  [
    'an unreadable day of one who died before the window',
    'serious-illness',
    'clear',
    [row('serious_illness', { diagnosed_on: 'unreadable' }), died('2025-10-31')],
  ],
  [
    'a worker with a record who may have died',
    'no-employment',
    'clear',
    [job('2020-01-01', 'empty'), row('accidents', { happened_on: '2025-04-27', harm: 'unreadable' })],
    worker,
  ],
  ['suspended insurance', 'uninsured', 'hit', [insured('暂停参保')]],
  ['any insured row of the year wins', 'uninsured', 'clear', [insured('未参保'), insured('正常参保')]],
  ['another year says nothing', 'uninsured', 'clear', [insured('未参保', 2025)]],
  ['the dead need no insurance', 'uninsured', 'clear', [insured('未参保'), died(D)]],
  ['one who dies after D does', 'uninsured', 'hit', [insured('未参保'), died('2026-11-01')]],
  ['an unreadable status', 'uninsured', 'unknown', [insured('unreadable')]],
  ['an unreadable year of an uninsured row', 'uninsured', 'unknown', [insured('未参保', 'unreadable')]],
  ['an unreadable year of an insured row', 'uninsured', 'clear', [insured('正常参保', 'unreadable')]],
  ['a child out of school', 'dropout', 'hit', [roll('疑似失学辍学')]],
  ['brought back in another row', 'dropout', 'clear', [roll('疑似失学辍学'), roll('已劝返', '小学', 1)]],
  ['sixteen on 1 September', 'dropout', 'clear', [roll('疑似失学辍学')], { persons: [person(), person({ bornOn: '2010-09-01' })] }],
  ['sixteen a day later', 'dropout', 'hit', [roll('疑似失学辍学')], { persons: [person(), person({ bornOn: '2010-09-02' })] }],
  ['not yet six on 1 September', 'dropout', 'clear', [roll('疑似失学辍学')], { persons: [person(), person({ bornOn: '2020-09-02' })] }],
  ['an unreadable status of a child of that age', 'dropout', 'unknown', [roll('unreadable')]],
  ['costs at the limit', 'education-burden', 'clear', [roll('在校', '本科及以上', 10_000)]],
  ['costs above the limit', 'education-burden', 'hit', [roll('休学', '中职', 10_000.01)]],
  ['costs of primary school', 'education-burden', 'clear', [roll('在校', '小学', 20_000)]],
  ['two children with the same costs', 'education-burden', 'hit', [roll('在校', '高职', 6_000, 0), roll('在校', '高职', 6_000, 1)]],
  ['one child listed twice', 'education-burden', 'clear', [roll('在校', '高职', 6_000), roll('在校', '高职', 6_000)]],
  ['an unmended C house, remedy left empty', 'unsafe-housing', 'hit', [house('C', '2026-01-01', 'empty')]],
  ['a mended D house', 'unsafe-housing', 'clear', [house('D', '2026-01-01', '已改造')]],
  ['the latest day decides', 'unsafe-housing', 'clear', [house('D', '2024-01-01'), house('A', '2025-01-01')]],
  ['the worst grade of the latest day', 'unsafe-housing', 'hit', [house('A', '2025-01-01'), house('C', '2025-01-01')]],
  ['a row without a day beside one with', 'unsafe-housing', 'clear', [house('D', 'empty'), house('B', '2020-01-01')]],
  ['only a row without a day', 'unsafe-housing', 'hit', [house('D', 'empty')]],
  ['an unreadable grade', 'unsafe-housing', 'unknown', [house('unreadable', '2025-01-01')]],
  ['an unreadable grade of a mended house', 'unsafe-housing', 'clear', [house('unreadable', '2025-01-01', '已搬离')]],
  ['the named person may be dead', 'unsafe-housing', 'hit', [house('D', '2026-05-01'), died('2020-01-01')]],
  ['thirty dry days', 'unsafe-water', 'hit', [row('drinking_water', { status: '达标', dry_days: 30 })]],
  ['empty dry days of a good supply', 'unsafe-water', 'unknown', [row('drinking_water', { status: '达标', dry_days: 'empty' })]],
  ['no column of dry days', 'unsafe-water', 'clear', [row('drinking_water', { status: '达标' })]],
  ['a first severe card', 'severe-disability', 'hit', [row('disability_cards', { grade: 2, issued_on: '2026-01-01' })]],
  [
    'a renewed severe card',
    'severe-disability',
    'clear',
    [row('disability_cards', { grade: 2, issued_on: '2020-01-01' }), row('disability_cards', { grade: 1, issued_on: '2026-01-01' })],
  ],
  [
    'a card that grew severe',
    'severe-disability',
    'hit',
    [row('disability_cards', { grade: 3, issued_on: '2020-01-01' }), row('disability_cards', { grade: 1, issued_on: '2026-01-01' })],
  ],
  [
    'an older card of unreadable grade',
    'severe-disability',
    'unknown',
    [
      row('disability_cards', { grade: 'unreadable', issued_on: '2020-01-01' }),
      row('disability_cards', { grade: 1, issued_on: '2026-01-01' }),
    ],
  ],
  ['nobody has a record', 'no-employment', 'hit', [], worker],
  ['an open record', 'no-employment', 'clear', [job('2020-01-01', 'empty')], worker],
  ['a record that ended ninety days ago', 'no-employment', 'hit', [job('2020-01-01', '2026-08-02')], worker],
  ['a record that ended a day later', 'no-employment', 'clear', [job('2020-01-01', '2026-08-03')], worker],
  ['an end known by its month is the last day', 'no-employment', 'clear', [job('2020-01-01', '2026-08')], worker],
  ['a start after D', 'no-employment', 'hit', [job('2026-11-01', 'empty')], worker],
  ['sixty on D', 'no-employment', 'clear', [], { persons: [person({ labour: '普通劳动力', bornOn: '1966-10-31' })] }],
  ['sixty the day after', 'no-employment', 'hit', [], { persons: [person({ labour: '普通劳动力', bornOn: '1966-11-01' })] }],
  ['a student by the register', 'no-employment', 'clear', [], { persons: [person({ labour: '普通劳动力', schooling: '本科二年级' })] }],
  ['a student by the school roll', 'no-employment', 'clear', [roll('在校', '高职', 0, 0)], worker],
  ['empty labour of the only adult', 'no-employment', 'unknown', [], { persons: [person({ labour: 'empty' })] }],
  [
    'empty labour beside a worker with a record',
    'no-employment',
    'clear',
    [job('2020-01-01', 'empty')],
    { persons: [person({ labour: '技能劳动力' }), person({ labour: 'empty' })] },
  ],
  ['an unreadable end', 'no-employment', 'unknown', [job('2020-01-01', 'unreadable')], worker],
  ['an unreadable end of a record begun in the window', 'no-employment', 'clear', [job('2026-09-01', 'unreadable')], worker],
  ['no employment file, but nobody could work', 'no-employment', 'clear', [], {}, ['employment']],
  ['a worker died', 'labour-death', 'hit', [died('2026-05-01')], worker],
  ['one without labour died', 'labour-death', 'clear', [died('2026-05-01')]],
  ['a fatal accident alone', 'labour-death', 'hit', [row('accidents', { happened_on: '2026-05-01', harm: '死亡' })], worker, ['deaths']],
  ['no list of deaths', 'labour-death', 'unknown', [], worker, ['deaths']],
  ['a light accident', 'accident', 'clear', [row('accidents', { happened_on: '2026-05-01', harm: '轻伤' })]],
  ['a grave accident', 'accident', 'hit', [row('accidents', { happened_on: '2026-05-01', harm: '重伤' })]],
  [
    'losses together',
    'disaster',
    'hit',
    [row('disasters', { happened_on: '2026-05-01', loss: 2_500 }), row('disasters', { happened_on: '2026-06-01', loss: 2_500 })],
  ],
  [
    'a collapsed house with an unreadable loss',
    'disaster',
    'hit',
    [row('disasters', { happened_on: '2026-05-01', loss: 'unreadable', house: '倒塌' })],
  ],
  ['an empty state of the house', 'disaster', 'unknown', [row('disasters', { happened_on: '2026-05-01', loss: 1, house: 'empty' })]],
  ['no column about the house', 'disaster', 'clear', [row('disasters', { happened_on: '2026-05-01', loss: 1 })]],
  ['income below the line', 'income-below-line', 'hit', [], { netPerHead: 7_299.99 }],
  ['income at the line', 'income-below-line', 'clear', [], { netPerHead: 7_300 }],
  ['bills push it below', 'income-below-line', 'hit', [bill('2026-01-01', 1_400.02)], { netPerHead: 8_000 }],
  ['bills push it to the line', 'income-below-line', 'clear', [bill('2026-01-01', 1_400)], { netPerHead: 8_000 }],
  ['a household already monitored', 'income-below-line', 'clear', [], { ...monitored, netPerHead: 100 }],
  ['items stand in for the empty net income', 'income-below-line', 'hit', [], { netPerHead: 'empty', wage: 14_000 }],
  ['nothing stands in for an unreadable one', 'income-below-line', 'unknown', [], { netPerHead: 'unreadable', wage: 14_000 }],
  ['missing bills do not matter below the line', 'income-below-line', 'hit', [], { netPerHead: 7_000 }, ['medical_settlements']],
  ['missing bills matter above the line', 'income-below-line', 'unknown', [], { netPerHead: 9_000 }, ['medical_settlements']],
  ['no line in force', 'income-below-line', 'unknown', [], {}, [], '990101'],
  ['no line in force, but monitored', 'income-below-line', 'clear', [], monitored, [], '990101'],
  ['new on dibao', 'new-relief', 'hit', [relief('农村低保', '2026-01-01')]],
  ['on dibao before', 'new-relief', 'clear', [relief('农村低保', '2026-01-01'), relief('特困供养', '2020-01-01')]],
  [
    'the earlier relief ended on the day twelve months back',
    'new-relief',
    'hit',
    [relief('农村低保', '2026-01-01'), relief('特困供养', '2020-01-01', '2025-10-31')],
  ],
  ['urban dibao is none of the three', 'new-relief', 'clear', [relief('城市低保', '2026-01-01')]],
  ['a month of start is its first day', 'new-relief', 'clear', [relief('农村低保', '2025-10')]],
  ['an overdue loan', 'loan-overdue', 'hit', [row('micro_loans', { lent_on: '2024-01-01', overdue: 0.01 })]],
  ['a loan without a day of lending', 'loan-overdue', 'hit', [row('micro_loans', { overdue: 5 })]],
  ['a loan lent after D', 'loan-overdue', 'clear', [row('micro_loans', { lent_on: '2026-11-02', overdue: 5 })]],
  ['an appeal ninety-two days back', 'appeal', 'clear', [row('appeals', { received_on: '2026-07-31' })]],
  ['an appeal a day later', 'appeal', 'hit', [row('appeals', { received_on: '2026-08-01' })]],
]

describe('the referee', () => {
  it.each(cases)('%s: %s is %s', (_sentence, rule, expected, rows, more, missing, region) => {
    expect(answer(rule, rows, more, missing, region)).toBe(expected)
  })

  it('names the rows that made the value, every copy of a repeated one included', () => {
    const [one, copy] = [bill('2026-01-01', 12_000), bill('2026-01-01', 12_000)]
    copy.places = [{ file: 'b', sheet: '', row: 9 }]
    const { leads } = judge({ handedIn: new Set(datasetNames), households: [household([one, copy])] }, D, defaultParameters('990101', D))
    expect(leads.find(({ ruleId }) => ruleId === 'medical-burden')?.sources).toEqual([
      { file: 'medical_settlements', sheet: '', row: 2 },
      { file: 'b', sheet: '', row: 9 },
    ])
  })

  it('proves a missing record by the register row of the member', () => {
    const { leads } = judge({ handedIn: new Set(datasetNames), households: [household([], worker)] }, D, defaultParameters('990101', D))
    expect(leads.find(({ ruleId }) => ruleId === 'no-employment')?.sources).toEqual([{ file: 'register', sheet: '', row: 2 }])
  })
})
