/** Children out of school, what schooling costs, unsafe houses and water, accidents and disasters. D is 2026-10-31, the school day 2026-09-01. */
import { beforeAll, expect, test } from 'vitest'
import { about, answers, everySheet, type Screened, screenCounty } from './county.test-support.ts'

const child = { 出生日期: '2015-06-01', 与户主关系: '之子' }
const withChild = [{}, child]
const born = (day: string) => [{}, { ...child, 出生日期: day }]

// biome-ignore format: a table
const cases = [
  ...about('dropout', [
    ['a child without a row is clear', 'clear', {}, withChild],
    ['a child suspected to have dropped out is a hit', 'hit high 1 from roll 1', { roll: ['1,小学,疑似失学辍学,0'] }, withChild],
    ['six on the last 1 September is of age', 'hit high 1', { roll: ['1,小学,疑似失学辍学,0'] }, born('2020-09-01')],
    ['six the day after is too young', 'clear', { roll: ['1,小学,疑似失学辍学,0'] }, born('2020-09-02')],
    ['sixteen on the last 1 September is too old', 'clear', { roll: ['1,初中,疑似失学辍学,0'] }, born('2010-09-01')],
    ['sixteen the day after is of age', 'hit high 1', { roll: ['1,初中,疑似失学辍学,0'] }, born('2010-09-02')],
    ['在校 in another row clears the child', 'clear', { roll: ['1,小学,疑似失学辍学,0', '1,小学,在校,0'] }, withChild],
    ['已劝返 in another row clears the child', 'clear', { roll: ['1,小学,已劝返,0', '1,小学,疑似失学辍学,0'] }, withChild],
    ['休学 in another row does not clear the child', 'hit high 1 from roll 2', { roll: ['1,小学,休学,0', '1,小学,疑似失学辍学,0'] }, withChild],
    ['休学 alone is clear', 'clear', { roll: ['1,小学,休学,0'] }, withChild],
    ['在校 of one child does not clear another', 'hit high 1 from roll 2', { roll: ['1,小学,在校,0', '2,小学,疑似失学辍学,0'] }, [{}, child, child]],
    ['the value is the number of children', 'hit high 2 from roll 1, roll 2', { roll: ['1,小学,疑似失学辍学,0', '2,小学,疑似失学辍学,0'] }, [{}, child, child]],
    ['an unreadable status leaves it open', 'unknown household.dropout_children', { roll: ['1,小学,看不清,0'] }, withChild],
    ['an empty status leaves it open', 'unknown', { roll: ['1,小学,,0'] }, withChild],
    ['an unreadable status could clear the same child', 'unknown', { roll: ['1,小学,看不清,0', '1,小学,疑似失学辍学,0'] }, withChild],
    ['an unreadable status beside 在校 does not matter', 'clear', { roll: ['1,小学,看不清,0', '1,小学,在校,0'] }, withChild],
    ['an unreadable status of an adult does not matter', 'clear', { roll: ['0,高职,看不清,0'] }, withChild],
    ['an unreadable status of another child does not matter, and is no source', 'hit high 1 from roll 3', { roll: ['1,小学,看不清,0', '1,小学,疑似失学辍学,0', '2,小学,疑似失学辍学,0'] }, [{}, child, child]],
  ]),

  ...about('education-burden', [
    ['exactly the limit is clear', 'clear', { roll: ['1,普通高中,在校,10000'] }, withChild],
    ['one fen more is a hit', 'hit medium 10000.01 from roll 1', { roll: ['1,普通高中,在校,10000.01'] }, withChild],
    ['中职 counts', 'hit medium 10000.01', { roll: ['1,中职,在校,10000.01'] }, withChild],
    ['高职 counts', 'hit medium 10000.01', { roll: ['1,高职,在校,10000.01'] }, withChild],
    ['本科及以上 counts', 'hit medium 10000.01', { roll: ['1,本科及以上,在校,10000.01'] }, withChild],
    ['初中 and below do not', 'clear', { roll: ['1,初中,在校,20000', '1,小学,在校,20001', '1,学前,在校,20002'] }, withChild],
    ['any status counts', 'hit medium 10002 from roll 1, roll 2, roll 3', { roll: ['1,普通高中,休学,3333', '1,普通高中,疑似失学辍学,3334', '1,普通高中,已劝返,3335'] }, withChild],
    ['the members\' costs are added', 'hit medium 12000 from roll 1, roll 2', { roll: ['1,普通高中,在校,6000', '2,本科及以上,在校,6000'] }, [{}, child, child]],
    ['one child listed twice counts once', 'clear', { roll: ['1,普通高中,在校,6000', '1,普通高中,在校,6000'] }, withChild],
    ['one child listed in two files counts once', 'hit medium 12000 from roll 1, vocational 1', { roll: ['1,中职,在校,12000'], vocational: ['1,中职,在校,12000'] }, withChild],
    ['a copy in a file without the costs is the same row', 'hit medium 12000 from roll 1', { roll: ['1,中职,在校,12000'], costless: ['1,中职,在校'] }, withChild],
    ['a child only in the file without the costs is open', 'unknown', { costless: ['1,中职,在校'] }, withChild],
    ['an unreadable cost leaves it open', 'unknown household.education_cost', { roll: ['1,普通高中,在校,看不清'] }, withChild],
    ['an empty cost leaves it open', 'unknown', { roll: ['1,普通高中,在校,'] }, withChild],
    ['an unreadable cost of primary school does not matter', 'clear', { roll: ['1,小学,在校,看不清'] }, withChild],
    ['an unreadable cost beside enough does not matter', 'hit medium 10000.01 from roll 2', { roll: ['1,普通高中,在校,看不清', '2,高职,在校,10000.01'] }, [{}, child, child]],
    ['an unreadable stage of a large cost leaves it open', 'unknown', { roll: ['1,看不清,在校,20000'] }, withChild],
    ['an unreadable stage of a small cost does not matter', 'clear', { roll: ['1,看不清,在校,10000'] }, withChild],
  ]),

  ...about('unsafe-housing', [
    ['a household without a row is clear', 'clear'],
    ['grade D is high', 'hit high D from housing 1', { housing: ['0,D,2025-01-01,未改造'] }],
    ['grade C is medium', 'hit medium C from housing 1', { housing: ['0,C级,2025-01-01,未改造'] }],
    ['grade B is clear', 'clear', { housing: ['0,B,2025-01-01,未改造'] }],
    ['a house being mended is not mended', 'hit medium C', { housing: ['0,C,2025-01-01,改造中'] }],
    ['a mended house is clear', 'clear', { housing: ['0,D,2025-01-01,已改造'] }],
    ['a house left behind is clear', 'clear', { housing: ['0,D,2025-01-01,已搬离'] }],
    ['an empty 改造状态 is 未改造', 'hit high D', { housing: ['0,D,2025-01-01,'] }],
    ['the latest day decides, for better', 'clear', { housing: ['0,D,2024-01-01,未改造', '0,A,2025-01-01,未改造'] }],
    ['the latest day decides, for worse', 'hit high D from housing 2', { housing: ['0,A,2024-01-01,未改造', '0,D,2025-01-01,未改造'] }],
    ['the latest day decides whichever member is named', 'clear', { housing: ['0,D,2024-01-01,未改造', '1,A,2025-01-01,未改造'] }, [{}, {}]],
    ['the worst grade of the latest day decides', 'hit medium C from housing 2', { housing: ['0,A,2025-01-01,未改造', '0,C,2025-01-01,未改造'] }],
    ['the worst grade of the latest day decides though it is mended', 'clear', { housing: ['0,C,2025-01-01,未改造', '0,D,2025-01-01,已改造'] }],
    ['of two houses of the worst grade one unmended is enough', 'hit high D from housing 2', { housing: ['0,D,2025-01-01,已改造', '0,D,2025-01-01,未改造'] }],
    ['every copy of the row is a source', 'hit high D from housing 1, housing 2', { housing: ['0,D,2025-01-01,未改造', '0,D,2025-01-01,未改造'] }],
    ['a month is its last day', 'hit high D from housing 1', { housing: ['0,D,202501,未改造', '0,A,2025-01-30,未改造'] }],
    ['a row after D is ignored', 'hit medium C', { housing: ['0,C,2025-01-01,未改造', '0,A,2026-11-01,未改造'] }],
    ['a row without a day does not count beside one with', 'clear', { housing: ['0,D,,未改造', '0,B,2020-01-01,未改造'] }],
    ['a row without a day counts where no row has one', 'hit high D from housing 2', { housing: ['0,B,,未改造', '0,D,,未改造'] }],
    ['an unreadable grade leaves it open', 'unknown household.unsafe_housing_grade', { housing: ['0,看不清,2025-01-01,未改造'] }],
    ['an empty grade leaves it open', 'unknown', { housing: ['0,,2025-01-01,未改造'] }],
    ['an unreadable grade of a mended house does not matter', 'clear', { housing: ['0,看不清,2025-01-01,已改造'] }],
    ['an unreadable grade of an older day does not matter', 'hit medium C', { housing: ['0,看不清,2024-01-01,未改造', '0,C,2025-01-01,未改造'] }],
    ['an unreadable grade beside D does not matter', 'hit high D from housing 2', { housing: ['0,看不清,2025-01-01,已改造', '0,D,2025-01-01,未改造'] }],
    ['an unreadable grade of a mended house could be worse than C', 'unknown', { housing: ['0,看不清,2025-01-01,已改造', '0,C,2025-01-01,未改造'] }],
    ['an unreadable grade of an unmended house beside C is unsafe either way', 'hit medium C', { housing: ['0,看不清,2025-01-01,未改造', '0,C,2025-01-01,未改造'] }],
    ['an unreadable 改造状态 of C leaves it open', 'unknown', { housing: ['0,C,2025-01-01,看不清'] }],
    ['an unreadable 改造状态 of A does not matter', 'clear', { housing: ['0,A,2025-01-01,看不清'] }],
    ['an unreadable day of C leaves it open', 'unknown', { housing: ['0,C,某日,未改造'] }],
    ['an unreadable day of A does not matter', 'clear', { housing: ['0,A,某日,未改造'] }],
    ['an unreadable day of A could be the latest', 'unknown', { housing: ['0,A,某日,未改造', '0,C,2025-01-01,未改造'] }],
    ['an unreadable day does not matter where both say C', 'hit medium C', { housing: ['0,C,某日,未改造', '0,C,2025-01-01,未改造'] }],
  ]),

  ...about('unsafe-water', [
    ['a household without a row is clear', 'clear'],
    ['不达标 is a hit', 'hit medium 不达标 from water 1', { water: ['0,不达标,0'] }],
    ['基本达标 is clear', 'clear', { water: ['0,基本达标,29'] }],
    ['thirty dry days are a hit', 'hit medium 30 from water 1', { water: ['0,达标,30'] }],
    ['both are shown', 'hit medium 不达标 from water 1', { water: ['0,不达标,60'] }],
    ['the rows of both are sources', 'hit medium 不达标 from water 1, water 2', { water: ['0,不达标,0', '1,达标,30'] }, [{}, {}]],
    ['one bad row is enough', 'hit medium 不达标 from water 2', { water: ['0,达标,0', '0,不达标,0'] }],
    ['an unreadable status leaves it open', 'unknown household.water_status', { water: ['0,看不清,0'] }],
    ['an unreadable status does not matter where dry days suffice', 'hit medium 30', { water: ['0,看不清,30'] }],
    ['empty dry days of a good supply leave it open', 'unknown household.water_dry_days', { water: ['0,达标,'] }],
    ['unreadable dry days of a bad supply do not matter', 'hit medium 不达标', { water: ['0,不达标,看不清'] }],
    ['a file without dry days takes no part', 'clear', { taps: ['0,达标'] }],
    ['a file without dry days can still say 不达标', 'hit medium 不达标 from taps 1', { taps: ['0,不达标'] }],
  ]),

  ...about('accident', [
    ['轻伤 is clear', 'clear', { accidents: ['0,2026-05-01,轻伤'] }],
    ['重伤 is medium', 'hit medium 1 from accidents 1', { accidents: ['0,2026-05-01,重伤'] }],
    ['伤残 is high', 'hit high 1', { accidents: ['0,2026-05-01,伤残'] }],
    ['死亡 is high', 'hit high 1', { accidents: ['0,2026-05-01,死亡'] }],
    ['an accident twelve months before D is outside', 'clear', { accidents: ['0,2025-10-31,死亡'] }],
    ['an accident the day after is inside', 'hit high 1', { accidents: ['0,2025-11-01,死亡'] }],
    ['an accident after D is ignored', 'clear', { accidents: ['0,2026-11-01,死亡'] }],
    ['the value is the number of persons', 'hit high 2 from accidents 1, accidents 2', { accidents: ['0,2026-05-01,重伤', '1,2026-05-01,伤残'] }, [{}, {}]],
    ['an unreadable harm leaves it open', 'unknown household.seriously_hurt_persons', { accidents: ['0,2026-05-01,看不清'] }],
    ['an unreadable harm beside 重伤 is medium', 'hit medium 1 from accidents 2', { accidents: ['1,2026-05-01,看不清', '0,2026-05-01,重伤'] }, [{}, {}]],
    ['an unreadable day leaves it open', 'unknown', { accidents: ['0,某日,重伤'] }],
    ['an unreadable day of 轻伤 does not matter', 'clear', { accidents: ['0,某日,轻伤'] }],
  ]),

  ...about('disaster', [
    ['a loss at the limit is a hit', 'hit medium 5000 from disasters 1', { disasters: ['0,洪涝,2026-05-01,5000,无'] }],
    ['one fen below is clear', 'clear', { disasters: ['0,洪涝,2026-05-01,4999.99,无'] }],
    ['losses are added whoever is named', 'hit medium 5000 from disasters 1, disasters 2', { disasters: ['0,洪涝,2026-05-01,2500,无', '1,风雹,2026-06-01,2500,无'] }, [{}, {}]],
    ['losses of one day by one person with one amount are one', 'clear', { disasters: ['0,洪涝,2026-05-01,2500,无', '0,洪涝,2026-05-01,2500,无'] }],
    ['严重损坏 is a hit whatever the loss', 'hit medium 1 from disasters 1', { disasters: ['0,洪涝,2026-05-01,0,严重损坏'] }],
    ['倒塌 is high', 'hit high 1', { disasters: ['0,洪涝,2026-05-01,0,倒塌'] }],
    ['一般损坏 is clear', 'clear', { disasters: ['0,洪涝,2026-05-01,0,一般损坏'] }],
    ['a loss twelve months before D is outside', 'clear', { disasters: ['0,洪涝,2025-10-31,9000,倒塌'] }],
    ['a loss the day after is inside', 'hit medium 9000', { disasters: ['0,洪涝,2025-11-01,9000,无'] }],
    ['a loss after D is ignored', 'clear', { disasters: ['0,洪涝,2026-11-01,9000,倒塌'] }],
    ['the rows of loss and house are both sources', 'hit high 6000 from disasters 1, disasters 2', { disasters: ['0,洪涝,2026-05-01,6000,无', '0,洪涝,2026-06-01,,倒塌'] }],
    ['an unreadable loss leaves it open', 'unknown household.disaster_loss', { disasters: ['0,洪涝,2026-05-01,看不清,无'] }],
    ['an unreadable loss does not matter where the house fell', 'hit high 1', { disasters: ['0,洪涝,2026-05-01,看不清,倒塌'] }],
    ['an empty 房屋受损 leaves it open', 'unknown household.houses_badly_damaged', { disasters: ['0,洪涝,2026-05-01,1,'] }],
    ['an empty 房屋受损 does not matter where the loss suffices', 'hit medium 5000', { disasters: ['0,洪涝,2026-05-01,5000,'] }],
    ['an empty day leaves it open', 'unknown', { disasters: ['0,洪涝,,9000,倒塌'] }],
    ['a file without 房屋受损 takes no part in that', 'clear', { losses: ['0,洪涝,2026-05-01,4999.99'] }],
    ['a file without 房屋受损 can still say the loss', 'hit medium 5000 from losses 1', { losses: ['0,洪涝,2026-05-01,5000'] }],
    ['a file without 损失金额 takes no part in that', 'clear', { ruins: ['0,洪涝,2026-05-01,一般损坏'] }],
    ['a file without 损失金额 can still say the house', 'hit high 1 from ruins 1', { ruins: ['0,洪涝,2026-05-01,倒塌'] }],
  ]),
]

let county: Screened
beforeAll(async () => {
  const lesser = { taps: '饮水状况', losses: '灾种,受灾日期,损失金额', ruins: '灾种,受灾日期,房屋受损' }
  const more = { vocational: everySheet.roll, costless: '学段,在校状态' }
  county = await screenCounty({ cases, sheets: { ...everySheet, ...lesser, ...more } })
})

test.each(cases)('$name', (one) => {
  expect(answers(county, one)).toEqual(one.expected)
})
