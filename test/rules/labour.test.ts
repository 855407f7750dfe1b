/** Who could work and does not, whose labour is gone, who became severely disabled. D is 2026-10-31: ninety days before it is 2026-08-02. */
import { beforeAll, expect, test } from 'vitest'
import { about, answers, type Screened, screenCounty } from './county.test-support.ts'

const worker = { 劳动技能: '普通劳动力' }
const skilled = { 劳动技能: '技能劳动力' }
const weak = { 劳动技能: '弱劳动力或半劳动力' }
const unsaid = { 劳动技能: '' }

// biome-ignore format: a table
const cases = [
  ...about('no-employment', [
    ['nobody with labour is clear', 'clear', {}, [{}]],
    ['an idle worker is a hit, proved by the register', 'hit medium 1 from register 1', {}, [worker]],
    ['技能劳动力 is labour', 'hit medium 1', {}, [skilled]],
    ['弱劳动力 is not labour', 'clear', {}, [weak]],
    ['the value is the number of idle members', 'hit medium 2 from register 1, register 3', {}, [worker, weak, skilled]],
    ['one member\'s record clears the household', 'clear', { jobs: ['1,贵阳,2026-01-01,'] }, [worker, worker]],
    ['a record of a member without labour does not', 'hit medium 1 from register 1', { jobs: ['1,贵阳,2026-01-01,'] }, [worker, weak]],
    ['a record of a member above the age does not', 'hit medium 1 from register 1', { jobs: ['1,贵阳,2026-01-01,'] }, [worker, { ...worker, 出生日期: '1960-01-01' }]],

    ['an empty end is still running', 'clear', { jobs: ['0,贵阳,2020-01-01,'] }, [worker]],
    ['至今 is still running', 'clear', { jobs: ['0,贵阳,2020-01-01,至今'] }, [worker]],
    ['a record that ended exactly ninety days ago does not count', 'hit medium 1 from jobs 1, register 1', { jobs: ['0,贵阳,2020-01-01,2026-08-02'] }, [worker]],
    ['a record that ended the day after covers that day', 'clear', { jobs: ['0,贵阳,2020-01-01,2026-08-03'] }, [worker]],
    ['an end in a month is its last day', 'clear', { jobs: ['0,贵阳,2020-01-01,202608'] }, [worker]],
    ['an end in the month before is too early', 'hit medium 1', { jobs: ['0,贵阳,2020-01-01,202607'] }, [worker]],
    ['a record that starts on D counts', 'clear', { jobs: ['0,贵阳,2026-10-31,'] }, [worker]],
    ['a record that starts after D is ignored and proves nothing', 'hit medium 1 from register 1', { jobs: ['0,贵阳,2026-11-01,'] }, [worker]],
    ['a record that started in the month of D counts', 'clear', { jobs: ['0,贵阳,202610,'] }, [worker]],
    ['an unreadable end leaves it open', 'unknown household.idle_labour_persons', { jobs: ['0,贵阳,2020-01-01,某日'] }, [worker]],
    ['an unreadable end of a record begun in the window does not matter', 'clear', { jobs: ['0,贵阳,2026-09-01,某日'] }, [worker]],
    ['an unreadable start leaves it open', 'unknown', { jobs: ['0,贵阳,某日,'] }, [worker]],
    ['an unreadable start of a record that ended long ago does not matter', 'hit medium 1 from jobs 1, register 1', { jobs: ['0,贵阳,某日,2020-01-01'] }, [worker]],
    ['an empty start leaves it open', 'unknown', { jobs: ['0,贵阳,,'] }, [worker]],
    ['an unreadable record beside a running one does not matter', 'clear', { jobs: ['0,贵阳,某日,某日', '0,贵阳,2026-01-01,'] }, [worker]],
    ['only the last record is a source, every copy of it', 'hit medium 1 from jobs 2, jobs 3, register 1', { jobs: ['0,贵阳,2020-01-01,2020-06-01', '0,遵义,2024-01-01,2024-06-01', '0,遵义,2024-01-01,2024-06-01'] }, [worker]],

    ['sixty on D is too old', 'clear', {}, [{ ...worker, 出生日期: '1966-10-31' }]],
    ['sixty the day after D is of age', 'hit medium 1', {}, [{ ...worker, 出生日期: '1966-11-01' }]],
    ['sixteen on D is of age', 'hit medium 1', {}, [{ ...worker, 出生日期: '2010-10-31' }]],
    ['sixteen the day after D is too young', 'clear', {}, [{ ...worker, 出生日期: '2010-11-01' }]],
    ['a student by the register is not idle', 'clear', {}, [{ ...worker, 在校生状况: '本科二年级' }]],
    ['非在校生 is no student', 'hit medium 1', {}, [{ ...worker, 在校生状况: '非在校生' }]],
    ['a student by the school roll is not idle', 'clear', { roll: ['0,高职,在校,0'] }, [worker]],
    ['a dropout on the school roll is no student', 'hit medium 1 from register 1', { roll: ['0,普通高中,疑似失学辍学,0'] }, [worker]],
    ['an unreadable 在校生状况 leaves it open', 'unknown', {}, [{ ...worker, 在校生状况: '看不清' }]],
    ['an unreadable status on the school roll leaves it open', 'unknown', { roll: ['0,高职,看不清,0'] }, [worker]],
    ['an unreadable status of a student by the register does not matter', 'clear', { roll: ['0,高职,看不清,0'] }, [{ ...worker, 在校生状况: '高一' }]],

    ['empty 劳动技能 of the only adult leaves it open', 'unknown', {}, [unsaid]],
    ['unreadable 劳动技能 of the only adult leaves it open', 'unknown', {}, [{ 劳动技能: '看不清' }]],
    ['empty 劳动技能 beside an idle worker does not matter', 'hit medium 1 from register 1', {}, [worker, unsaid]],
    ['empty 劳动技能 of one with a record could clear an idle worker', 'unknown', { jobs: ['1,贵阳,2026-01-01,'] }, [worker, unsaid]],
    ['empty 劳动技能 beside a worker with a record does not matter', 'clear', { jobs: ['0,贵阳,2026-01-01,'] }, [worker, unsaid]],
    ['empty 劳动技能 of the only adult, who has a record, does not matter', 'clear', { jobs: ['0,贵阳,2026-01-01,'] }, [unsaid]],
    ['empty 劳动技能 above the age does not matter', 'clear', {}, [{ ...unsaid, 出生日期: '1966-10-31' }]],
    ['empty 劳动技能 of a child does not matter', 'clear', {}, [{}, { ...unsaid, 出生日期: '2016-10-31' }]],
    ['a worker who died is not idle', 'clear', { deaths: ['0,2026-10-31'] }, [worker]],
    ['a worker who dies after D is idle', 'hit medium 1', { deaths: ['0,2026-11-01'] }, [worker]],
    ['a worker who may have died leaves it open', 'unknown', { deaths: ['0,某日'] }, [worker]],
    ['a worker with a record who may have died is clear either way', 'clear', { deaths: ['0,某日'], jobs: ['0,贵阳,2026-01-01,'] }, [worker]],
  ]),

  ...about('labour-death', [
    ['nobody died is clear', 'clear', {}, [worker]],
    ['a death twelve months before D is outside', 'clear', { deaths: ['0,2025-10-31'] }, [worker]],
    ['a death the day after is inside', 'hit high 1 from deaths 1', { deaths: ['0,2025-11-01'] }, [worker]],
    ['a death on D is inside', 'hit high 1', { deaths: ['0,2026-10-31'] }, [skilled]],
    ['a death after D is ignored', 'clear', { deaths: ['0,2026-11-01'] }, [worker]],
    ['a death of one without labour is clear', 'clear', { deaths: ['0,2026-05-01'] }, [weak]],
    ['a worker of any age is labour', 'hit high 1', { deaths: ['0,2026-05-01'] }, [{ ...worker, 出生日期: '1950-01-01' }]],
    ['a fatal accident is a death', 'hit high 1 from accidents 1', { accidents: ['0,2026-05-01,死亡'] }, [worker]],
    ['a death on both lists is one death with two rows', 'hit high 1 from accidents 1, deaths 1', { accidents: ['0,2026-05-01,死亡'], deaths: ['0,2026-05-03'] }, [worker]],
    ['another accident is no death', 'clear', { accidents: ['0,2026-05-01,伤残'] }, [worker]],
    ['the value is the number of persons', 'hit high 2 from deaths 1, deaths 2', { deaths: ['0,2026-05-01', '1,2026-05-01'] }, [worker, skilled]],
    ['empty 劳动技能 leaves it open', 'unknown household.labour_deaths', { deaths: ['0,2026-05-01'] }, [unsaid]],
    ['empty 劳动技能 of one who died long ago does not matter', 'clear', { deaths: ['0,2020-05-01'] }, [unsaid]],
    ['an unreadable day of death leaves it open', 'unknown', { deaths: ['0,某日'] }, [worker]],
    ['an unreadable day of death of one without labour does not matter', 'clear', { deaths: ['0,某日'] }, [weak]],
    ['an unreadable day beside a certain death does not matter', 'hit high 1 from deaths 2', { deaths: ['0,某日', '1,2026-05-01'] }, [worker, worker]],
    ['an unreadable harm leaves it open', 'unknown', { accidents: ['0,2026-05-01,看不清'] }, [worker]],
    ['an unreadable harm before the window does not matter', 'clear', { accidents: ['0,2025-10-31,看不清'] }, [worker]],
  ]),

  ...about('severe-disability', [
    ['no card is clear', 'clear'],
    ['a first card of grade one in the window is a hit', 'hit medium 1 from cards 1', { cards: ['0,一级,2026-01-01'] }],
    ['grade two is severe', 'hit medium 1', { cards: ['0,2,2026-01-01'] }],
    ['grade three is not', 'clear', { cards: ['0,三级,2026-01-01'] }],
    ['a card issued twelve months before D is outside', 'clear', { cards: ['0,二级,2025-10-31'] }],
    ['a card issued the day after is inside', 'hit medium 1', { cards: ['0,二级,2025-11-01'] }],
    ['a card issued after D is ignored', 'clear', { cards: ['0,二级,2026-11-01'] }],
    ['an earlier card of grade three does not matter', 'hit medium 1 from cards 2', { cards: ['0,三级,2020-01-01', '0,二级,2026-01-01'] }],
    ['an earlier card of grade two means nothing is new', 'clear', { cards: ['0,二级,2020-01-01', '0,一级,2026-01-01'] }],
    ['of two severe cards in the window the first is the proof', 'hit medium 1 from cards 2', { cards: ['0,一级,2026-06-01', '0,二级,2026-01-01'] }],
    ['every copy of the first card is a source', 'hit medium 1 from cards 1, cards 2', { cards: ['0,一级,2026-06-01', '0,一级,2026-06-01'] }],
    ['another member\'s earlier card does not matter', 'hit medium 1 from cards 2', { cards: ['1,一级,2020-01-01', '0,一级,2026-01-01'] }, [{}, {}]],
    ['the value is the number of persons', 'hit medium 2', { cards: ['1,一级,2026-01-01', '0,一级,2026-01-01'] }, [{}, {}]],
    ['an unreadable grade in the window leaves it open', 'unknown household.newly_severe_disabled_persons', { cards: ['0,看不清,2026-01-01'] }],
    ['an unreadable grade before the window alone is clear', 'clear', { cards: ['0,看不清,2020-01-01'] }],
    ['an unreadable grade before a severe card leaves it open', 'unknown', { cards: ['0,看不清,2020-01-01', '0,一级,2026-01-01'] }],
    ['an unreadable grade in the window beside a severe card does not matter', 'hit medium 1', { cards: ['0,看不清,2026-03-01', '0,一级,2026-01-01'] }],
    ['an unreadable grade after an old severe card does not matter', 'clear', { cards: ['0,一级,2020-01-01', '0,看不清,2026-01-01'] }],
    ['an unreadable day of a severe card leaves it open', 'unknown', { cards: ['0,一级,某日'] }],
    ['an empty day of a severe card leaves it open', 'unknown', { cards: ['0,一级,'] }],
    ['an unreadable day of a mild card does not matter', 'clear', { cards: ['0,四级,某日'] }],
    ['an unreadable day beside an old severe card does not matter', 'clear', { cards: ['0,一级,某日', '0,二级,2020-01-01'] }],
  ]),
]

let county: Screened
beforeAll(async () => {
  county = await screenCounty({ cases })
})

test.each(cases)('$name', (one) => {
  expect(answers(county, one)).toEqual(one.expected)
})
