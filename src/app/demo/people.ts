/** Invented households and their members: consistent ages, schooling, health, labour, relief and incomes. */
import type { CleanHousehold, CleanPerson, DepartmentRow } from './clean-county.ts'
import { addMonths, ageOn, fromSerial, toSerial } from './days.ts'
import { type NumberOffice, phoneOf } from './identity.ts'
import { familyName, personName, type Village } from './names.ts'
import type { Chance } from './random.ts'
import { householdShape, type Seat, type Sex } from './shapes.ts'

export interface Person extends CleanPerson {
  number: string
  sex: Sex
  relation: string
  ethnicity: string
  education: string
  health: string
  phone: string
  age: number
  /** 学段 of the school roll, or empty. */
  stage: string
  /** Category and grade on the disability card, or null. */
  disability: { category: number; grade: number } | null
  /** No department knows this person: the number in the register is wrong. */
  isHidden: boolean
}

export interface Household extends CleanHousehold {
  village: Village
  group: string
  phone: string
  risks: string[]
  persons: Person[]
  rows: DepartmentRow[]
}

/** What all villages of a county share. */
export interface World {
  region: string
  asOf: string
  numbers: NumberOffice
  /** Prefixes of people born elsewhere. */
  otherPrefixes: readonly string[]
  subscribers: { count: number }
}

const schoolYearAge = (bornOn: string, asOf: string): number => {
  const year = Number(asOf.slice(0, 4)) - (asOf.slice(5) < '09-01' ? 1 : 0)
  return ageOn(bornOn, `${year}-09-01`)
}

/** 在校生状况 and 学段 by age at the start of the school year; empty for those who left school. */
const schoolingOf = (chance: Chance, age: number): [schooling: string, stage: string] => {
  if (age < 3) return ['学龄前儿童', '']
  if (age < 6) return ['学前教育', '学前']
  if (age < 12) return ['小学', '小学']
  if (age < 15) return [['七年级', '八年级', '九年级'][age - 12] as string, '初中']
  const grade = ['一', '二', '三', '四'][age < 18 ? age - 15 : Math.min(3, age - 18)] as string
  if (age < 18)
    return chance.hit(0.62) ? [`普通高中${grade}年级`, '普通高中'] : chance.hit(0.85) ? [`中职${grade}年级`, '中职'] : ['empty', '']
  if (age < 22 && chance.hit(0.46))
    return chance.hit(0.5) && age < 21 ? [`高职高专${grade}年级`, '高职'] : [`本科${grade}年级`, '本科及以上']
  return ['empty', '']
}

const educationOf = (chance: Chance, age: number): string => {
  if (age > 65)
    return chance.weighted([
      ['文盲或半文盲', 35],
      ['小学', 50],
      ['初中', 15],
    ])
  if (age > 40)
    return chance.weighted([
      ['文盲或半文盲', 6],
      ['小学', 44],
      ['初中', 42],
      ['高中', 7],
      ['大专', 1],
    ])
  return chance.weighted([
    ['小学', 8],
    ['初中', 52],
    ['高中', 20],
    ['大专', 12],
    ['本科及以上', 8],
  ])
}

const healthOf = (chance: Chance, age: number, isDisabled: boolean): string => {
  const ill = chance.hit(age > 60 ? 0.3 : age > 40 ? 0.1 : 0.015)
  const grave = chance.hit(age > 50 ? 0.02 : 0.004)
  const list = [ill ? '长期慢性病' : '', grave ? '患有大病' : '', isDisabled ? '残疾' : ''].filter((word) => word !== '')
  return list.length === 0 ? '健康' : list.join(',')
}

const labourOf = (chance: Chance, age: number, health: string, isStudent: boolean, grade: number): string => {
  if (age < 16 || isStudent) return '无劳动力'
  if (grade <= 2) return chance.hit(0.6) ? '丧失劳动力' : '弱劳动力或半劳动力'
  if (age >= 75) return '无劳动力'
  if (age >= 60) return chance.hit(0.5) ? '弱劳动力或半劳动力' : '无劳动力'
  if (health !== '健康' && chance.hit(0.5)) return '弱劳动力或半劳动力'
  return chance.hit(0.12) ? '技能劳动力' : '普通劳动力'
}

const ethnicities = [
  ['汉族', 58],
  ['布依族', 20],
  ['苗族', 14],
  ['彝族', 4],
  ['仡佬族', 3],
  ['回族', 1],
] as const

const makePerson = (chance: Chance, world: World, one: Seat, surname: ReturnType<typeof familyName>, ethnicity: string): Person => {
  const bornOn = fromSerial(toSerial(addMonths(world.asOf, -12 * one.age)) - chance.int(0, 364))
  const family = one.isOwnLine ? surname : familyName(chance)
  const prefix = chance.hit(0.86) ? world.region : chance.pick(world.otherPrefixes)
  const [schooling, stage] = schoolingOf(chance, schoolYearAge(bornOn, world.asOf))
  const isDisabled = chance.hit(one.age > 60 ? 0.07 : 0.025)
  const disability = isDisabled
    ? {
        category: chance.weighted([
          [1, 12],
          [2, 14],
          [3, 3],
          [4, 52],
          [5, 8],
          [6, 8],
          [7, 3],
        ]),
        grade: chance.weighted([
          [1, 12],
          [2, 24],
          [3, 32],
          [4, 32],
        ]),
      }
    : null
  const health = healthOf(chance, one.age, isDisabled)
  const isStudent = schooling !== 'empty'
  return {
    number: '',
    idNumber: world.numbers.next(prefix, bornOn, one.sex),
    name: personName(chance, family, one.sex, bornOn),
    sex: one.sex,
    bornOn,
    relation: one.relation,
    ethnicity: one.isOwnLine || chance.hit(0.6) ? ethnicity : '汉族',
    education: isStudent ? 'empty' : educationOf(chance, one.age),
    schooling,
    stage,
    health,
    labour: labourOf(chance, one.age, health, isStudent, disability?.grade ?? 9),
    dibao: '未享受',
    tekun: '未享受',
    phone: 'empty',
    age: one.age,
    disability,
    isHidden: false,
    places: [],
  }
}

const monthBefore = (day: string, months: number): string => addMonths(day, -months).slice(0, 7)

const monitoring = (
  chance: Chance,
  asOf: string,
): Pick<Household, 'kind' | 'monitoredKind' | 'identifiedOn' | 'isCleared' | 'clearedOn'> => {
  if (!chance.hit(0.032)) {
    const kind = chance.hit(0.247) ? '脱贫户' : '一般农户'
    return { kind, monitoredKind: 'empty', identifiedOn: 'empty', isCleared: 'empty', clearedOn: 'empty' }
  }
  const monitoredKind = chance.weighted([
    ['脱贫不稳定户', 33],
    ['边缘易致贫户', 30],
    ['突发严重困难户', 37],
  ])
  const kind = monitoredKind === '脱贫不稳定户' || (monitoredKind === '突发严重困难户' && chance.hit(0.3)) ? '脱贫户' : '一般农户'
  const since = chance.int(1, 74)
  const isCleared = since > 8 && chance.hit(0.89)
  const clearedOn = isCleared ? monthBefore(asOf, chance.int(1, since - 7)) : 'empty'
  return { kind, monitoredKind, identifiedOn: monthBefore(asOf, since), isCleared: isCleared ? '是' : '否', clearedOn }
}

const risksOf = (chance: Chance): string[] => {
  const main = chance.weighted([
    ['因病', 38],
    ['因残', 12],
    ['缺劳动力', 12],
    ['因务工就业不稳', 9],
    ['因学', 8],
    ['因自然灾害', 5],
    ['因意外事故', 5],
    ['因产业项目失败', 3],
    ['其他', 8],
  ])
  const second = chance.hit(0.3) ? chance.pick(['因病', '因学', '缺劳动力', '因残']) : main
  return second === main ? [main] : [main, second]
}

const incomes = (
  chance: Chance,
  size: number,
  workers: number,
  isPoor: boolean,
): Pick<Household, 'wage' | 'business' | 'property' | 'transfer' | 'expense' | 'netPerHead'> => {
  const total = chance.amount(isPoor ? 9_800 : 16_800, isPoor ? 0.3 : 0.34) * size
  const wage = workers === 0 ? 0 : Math.round(total * (0.56 + chance.next() * 0.2))
  const rest = total - wage
  const transfer = Math.round(rest * (0.3 + chance.next() * 0.25))
  const property = chance.hit(0.35) ? Math.round(rest * 0.08) : 0
  const expense = Math.round(rest * chance.next() * 0.18)
  const business = Math.max(0, Math.round(rest - transfer - property + expense))
  const net = wage + business + property + transfer - expense
  return { wage, business, property, transfer, expense, netPerHead: Math.round((net * 100) / size) / 100 }
}

const giveRelief = (chance: Chance, household: Household): void => {
  const { persons } = household
  const isLoneElder = persons.length === 1 && (persons[0] as Person).age >= 61
  if (isLoneElder && chance.hit(0.16)) {
    for (const person of persons) person.tekun = '农村特困'
    return
  }
  if (!chance.hit(household.kind === '脱贫户' ? 0.14 : 0.035)) return
  for (const person of persons) person.dibao = '农村低保'
}

/** One household of a village, complete but for the rows of the departments. */
export const makeHousehold = (chance: Chance, world: World, village: Village, number: string): Household => {
  const family = familyName(chance)
  const ethnicity = family.isDotted ? chance.pick(['彝族', '维吾尔族', '藏族']) : chance.weighted(ethnicities)
  const persons = householdShape(chance).map((one) => makePerson(chance, world, one, family, ethnicity))
  const phone = phoneOf(world.subscribers.count++, chance)
  persons.forEach((person, index) => {
    person.number = `${number}${String(index + 1).padStart(2, '0')}`
    if (person.age >= 18 && chance.hit(0.7)) person.phone = index === 0 ? phone : phoneOf(world.subscribers.count++, chance)
  })
  const state = monitoring(chance, world.asOf)
  const isPoor = state.monitoredKind !== 'empty' && state.isCleared !== '是'
  const workers = persons.filter(({ labour }) => labour === '普通劳动力' || labour === '技能劳动力').length
  const household: Household = {
    number,
    ...state,
    size: persons.length,
    ...incomes(chance, persons.length, workers, isPoor || chance.hit(0.02)),
    persons,
    head: 0,
    rows: [],
    village,
    group: `${['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'][chance.int(0, village.groups - 1)]}组`,
    phone,
    risks: state.monitoredKind === 'empty' ? [] : risksOf(chance),
  }
  giveRelief(chance, household)
  return household
}
