/** What schools, labour offices, housing, water, police, markets, banks and the hotline know of a household. */
import type { DepartmentRow } from './clean-county.ts'
import { addDays, addMonths } from './days.ts'
import { row, yuan } from './events-health.ts'
import type { Household, Person } from './people.ts'
import type { Chance } from './random.ts'

const daysAgo = (chance: Chance, asOf: string, from: number, until: number): string => addDays(asOf, -chance.int(from, until))

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

const provinces = '贵川粤浙滇桂'
const plateOf = (chance: Chance): string => {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
  return `${chance.pick(Array.from(provinces))}${letters[chance.int(0, 7)]}${chance.pick(Array.from(letters))}${String(chance.int(0, 9_999)).padStart(4, '0')}`
}

const wealthOf = (chance: Chance, household: Household, adults: number[], asOf: string): DepartmentRow[] => {
  const rows: DepartmentRow[] = []
  const vehicles = adults.length === 0 ? 0 : chance.count(1.02)
  for (let i = 0; i < vehicles; i++) {
    const value = chance.hit(0.6) ? chance.int(2_500, 9_000) : Math.round(chance.amount(72_000, 0.55))
    rows.push(row('vehicles', chance.pick(adults), { plate: plateOf(chance), registered_on: daysAgo(chance, asOf, 5, 3_600), value }))
  }
  for (const person of adults) {
    if (chance.hit(0.016)) {
      const cells = {
        company: `九九县${household.persons[person]?.name.slice(0, 1)}记${chance.pick(['农家乐', '种植专业合作社', '建材经营部', '商贸有限公司', '养殖场'])}`,
        role: chance.weighted([
          ['经营者', 60],
          ['法定代表人', 22],
          ['股东', 18],
        ]),
        capital: chance.int(1, 200) * 10_000,
        status: chance.weighted([
          ['存续', 70],
          ['存续(在营、开业、在册)', 8],
          ['在业', 7],
          ['注销', 11],
          ['吊销', 4],
        ]),
      }
      rows.push(row('companies', person, cells))
    }
    if (chance.hit(0.009))
      rows.push(
        row('urban_property', person, {
          property_kind: chance.hit(0.9) ? '住宅' : '商业',
          area: chance.int(45, 160),
          registered_on: daysAgo(chance, asOf, 30, 5_000),
        }),
      )
    if (chance.hit(0.006))
      rows.push(
        row('public_payroll', person, {
          employer: chance.pick(['县人民医院', '乡镇人民政府', '县第二小学', '县林业局', '县水务局']),
          since: daysAgo(chance, asOf, 200, 9_000),
        }),
      )
  }
  if (household.kind === '脱贫户' && adults.length > 0 && chance.hit(0.17)) {
    const lent_on = daysAgo(chance, asOf, 60, 1_080)
    const amount = chance.int(2, 5) * 10_000
    rows.push(
      row('micro_loans', adults[0] as number, {
        lent_on,
        due_on: addMonths(lent_on, 36),
        amount,
        overdue: chance.hit(0.02) ? yuan(amount * chance.next() * 0.3) + 1 : 0,
      }),
    )
  }
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
]

const homeOf = (chance: Chance, household: Household, asOf: string): DepartmentRow[] => {
  const named = household.persons.length > 1 && chance.hit(0.06) && !household.persons[1]?.isHidden ? 1 : 0
  const grade = chance.weighted([
    ['A', 590],
    ['B', 388],
    ['C', 15],
    ['D', 7],
  ])
  const remedy =
    grade === 'C' || grade === 'D'
      ? chance.weighted([
          ['未改造', 13],
          ['改造中', 12],
          ['已改造', 60],
          ['已搬离', 15],
        ])
      : 'empty'
  const assessed = daysAgo(chance, asOf, 3, 1_000)
  const rows = [row('housing', named, { grade, assessed_on: assessed, remedy })]
  if (chance.hit(0.03))
    rows.push(
      row('housing', named, {
        grade: chance.pick(['A', 'C', 'D']),
        assessed_on: addDays(assessed, -chance.int(200, 900)),
        remedy: chance.pick(['未改造', '已改造']),
      }),
    )
  const dryDays = chance.hit(0.04) ? chance.int(1, chance.hit(0.08) ? 60 : 28) : 0
  rows.push(
    row('drinking_water', named, {
      status: chance.weighted([
        ['达标', 940],
        ['基本达标', 56],
        ['不达标', 4],
      ]),
      dry_days: dryDays,
    }),
  )
  if (chance.hit(0.022)) {
    const house = chance.weighted([
      ['无', 55],
      ['一般损坏', 35],
      ['严重损坏', 8],
      ['倒塌', 2],
    ])
    const cells = {
      kind: chance.pick(['洪涝', '风雹', '地质灾害', '旱灾', '低温冷冻']),
      happened_on: daysAgo(chance, asOf, 0, 600),
      loss: chance.amount(1_900, 0.9),
      house,
    }
    rows.push(row('disasters', named, cells))
  }
  return rows
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
  rows.push(...homeOf(chance, household, asOf), ...wealthOf(chance, household, adults, asOf))
  if (adults.length > 0 && chance.hit(0.02))
    rows.push(row('appeals', chance.pick(adults), { received_on: daysAgo(chance, asOf, -2, 360), matter: chance.pick(matters) }))
  return rows
}
