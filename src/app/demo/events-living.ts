/** What schools, labour offices, housing, water, emergency offices and the hotline know of a household. */
import type { DepartmentRow } from './clean-county.ts'
import { addDays, addMonths } from './days.ts'
import { assetEvents } from './events-assets.ts'
import { daysAgo, row } from './events-health.ts'
import type { Household, Person } from './people.ts'
import type { Chance } from './random.ts'

const stageCost: Record<string, [median: number, spread: number]> = {
  学前: [1_800, 0.5],
  小学: [600, 0.5],
  初中: [900, 0.5],
  普通高中: [3_300, 0.45],
  中职: [2_600, 0.5],
  高职: [5_900, 0.4],
  本科及以上: [6_400, 0.38],
}

const schoolOf = (chance: Chance, person: Person, index: number, place: string): DepartmentRow[] => {
  if (person.stage === '' || chance.hit(person.stage === '学前' ? 0.6 : 0.02)) return []
  const isCompulsory = person.stage === '小学' || person.stage === '初中'
  const status = isCompulsory
    ? chance.weighted([
        ['在校', 9_930],
        ['疑似失学辍学', 40],
        ['已劝返', 15],
        ['休学', 15],
      ])
    : '在校'
  const [median, spread] = stageCost[person.stage] as [number, number]
  const school =
    isCompulsory || person.stage === '学前'
      ? `${place}${person.stage === '初中' ? '中学' : person.stage === '学前' ? '幼儿园' : '中心小学'}`
      : chance.pick(['县第一中学', '县中等职业学校', '省民族职业技术学院', '省师范大学', '市高级中学'])
  const rows = [row('school_roll', index, { school, stage: person.stage, status, yearly_cost: chance.amount(median, spread) })]
  if (status === '疑似失学辍学' && chance.hit(0.15))
    rows.push(row('school_roll', index, { school, stage: person.stage, status: '已劝返', yearly_cost: 0 }))
  return rows
}

const employers = [
  '东莞市鸿运电子厂',
  '宁波海天塑机集团',
  '县城南服装帮扶车间',
  '贵阳建工劳务公司',
  '个体餐饮店',
  '佛山陶瓷有限公司',
  '村保洁公益性岗位',
  '杭州快递分拨中心',
  '晋江鞋业公司',
  '县生态护林站',
]
const workplaces = ['广东省东莞市', '浙江省宁波市', '本县', '贵州省贵阳市', '福建省晋江市', '本省', '江苏省苏州市', '浙江省义乌市']

const jobOf = (chance: Chance, index: number, started_on: string, ended_on: string): DepartmentRow =>
  row('employment', index, {
    place: chance.pick(workplaces),
    employer: chance.pick(employers),
    started_on,
    ended_on,
    monthly_wage: Math.round(chance.amount(3_600, 0.3)),
  })

const jobsOf = (chance: Chance, index: number, asOf: string, isIdle: boolean): DepartmentRow[] => {
  if (isIdle) return chance.hit(0.6) ? [jobOf(chance, index, daysAgo(chance, asOf, 420, 900), daysAgo(chance, asOf, 88, 400))] : []
  if (chance.hit(0.1)) return []
  const since = daysAgo(chance, asOf, 5, 1_100)
  const rows = [jobOf(chance, index, since, chance.hit(0.1) ? daysAgo(chance, asOf, -20, 80) : 'empty')]
  const last = rows[0]?.cells.ended_on as string
  if (last !== 'empty' && last < since) rows[0] = jobOf(chance, index, since, 'empty')
  if (chance.hit(0.2)) rows.push(jobOf(chance, index, addMonths(since, -chance.int(8, 20)), addDays(since, -chance.int(5, 60))))
  return rows
}

const matters = [
  '反映家庭缴费困难,申请救助',
  '咨询低保办理',
  '要求核实危房鉴定等级',
  '反映饮水管网停水',
  '申请纳入防返贫监测',
  '反映务工工资被拖欠',
  '邻里土地纠纷',
  '反映灾后房屋未修缮\n请尽快回电',
]

const grades = [
  ['A', 590],
  ['B', 388],
  ['C', 15],
  ['D', 7],
] as const
const remedies = [
  ['未改造', 13],
  ['改造中', 12],
  ['已改造', 60],
  ['已搬离', 15],
] as const
const supplies = [
  ['达标', 940],
  ['基本达标', 56],
  ['不达标', 4],
] as const
const damages = [
  ['无', 55],
  ['一般损坏', 35],
  ['严重损坏', 8],
  ['倒塌', 2],
] as const

const houseOf = (chance: Chance, named: number, asOf: string): DepartmentRow[] => {
  const grade = chance.weighted(grades)
  const remedy = grade === 'C' || grade === 'D' ? chance.weighted(remedies) : 'empty'
  const assessed_on = daysAgo(chance, asOf, 3, 1_000)
  const rows = [row('housing', named, { grade, assessed_on, remedy })]
  if (!chance.hit(0.03)) return rows
  const earlier = addDays(assessed_on, -chance.int(200, 900))
  return [
    ...rows,
    row('housing', named, { grade: chance.pick(['A', 'C', 'D']), assessed_on: earlier, remedy: chance.pick(['未改造', '已改造']) }),
  ]
}

const disasterOf = (chance: Chance, named: number, asOf: string): DepartmentRow =>
  row('disasters', named, {
    kind: chance.pick(['洪涝', '风雹', '地质灾害', '旱灾', '低温冷冻']),
    happened_on: daysAgo(chance, asOf, 0, 600),
    loss: chance.amount(1_900, 0.9),
    house: chance.weighted(damages),
  })

/** Rows about the household as a whole, named by its head, now and then by another member. */
const homeOf = (chance: Chance, household: Household, asOf: string): DepartmentRow[] => {
  const named = household.persons.length > 1 && chance.hit(0.06) && !household.persons[1]?.isHidden ? 1 : 0
  const dry_days = chance.hit(0.04) ? chance.int(1, chance.hit(0.08) ? 60 : 28) : 0
  const rows = [...houseOf(chance, named, asOf), row('drinking_water', named, { status: chance.weighted(supplies), dry_days })]
  return chance.hit(0.022) ? [...rows, disasterOf(chance, named, asOf)] : rows
}

/** The rows about schooling, work, home, possessions and complaints of a household. */
export const livingEvents = (chance: Chance, household: Household, asOf: string): DepartmentRow[] => {
  const rows: DepartmentRow[] = []
  const isIdle = chance.hit(0.035)
  const adults: number[] = []
  const place = household.village.township.replace(/(镇|乡|街道)$/, '')
  household.persons.forEach((person, index) => {
    if (person.isHidden) return
    if (person.age >= 18) adults.push(index)
    rows.push(...schoolOf(chance, person, index, place))
    const isAble = person.labour === '普通劳动力' || person.labour === '技能劳动力'
    if (isAble || (person.labour === '弱劳动力或半劳动力' && chance.hit(0.3))) rows.push(...jobsOf(chance, index, asOf, isIdle))
  })
  rows.push(...homeOf(chance, household, asOf), ...assetEvents(chance, household, adults, asOf))
  if (adults.length > 0 && chance.hit(0.02))
    rows.push(row('appeals', chance.pick(adults), { received_on: daysAgo(chance, asOf, -2, 360), matter: chance.pick(matters) }))
  return rows
}
