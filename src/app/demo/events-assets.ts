/** What the departments know of a household's possessions: vehicles, businesses, flats in town, public posts, loans. */
import type { DepartmentRow } from './clean-county.ts'
import { addMonths } from './days.ts'
import { daysAgo, row, yuan } from './events-health.ts'
import type { Household } from './people.ts'
import type { Chance } from './random.ts'

const provinces = '贵川粤浙滇桂'
const plateOf = (chance: Chance): string => {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
  return `${chance.pick(Array.from(provinces))}${letters[chance.int(0, 7)]}${chance.pick(Array.from(letters))}${String(chance.int(0, 9_999)).padStart(4, '0')}`
}

const vehiclesOf = (chance: Chance, adults: readonly number[], asOf: string): DepartmentRow[] =>
  Array.from({ length: adults.length === 0 ? 0 : chance.count(1.02) }, () => {
    const value = chance.hit(0.6) ? chance.int(2_500, 9_000) : Math.round(chance.amount(72_000, 0.55))
    return row('vehicles', chance.pick(adults), { plate: plateOf(chance), registered_on: daysAgo(chance, asOf, 5, 3_600), value })
  })

const trades = ['农家乐', '种植专业合作社', '建材经营部', '商贸有限公司', '养殖场']
const roles = [
  ['经营者', 60],
  ['法定代表人', 22],
  ['股东', 18],
] as const
const states = [
  ['存续', 70],
  ['存续(在营、开业、在册)', 8],
  ['在业', 7],
  ['注销', 11],
  ['吊销', 4],
] as const
const posts = ['县人民医院', '乡镇人民政府', '县第二小学', '县林业局', '县水务局']

const businessOf = (chance: Chance, surname: string, person: number): DepartmentRow => {
  const company = `九九县${surname}记${chance.pick(trades)}`
  return row('companies', person, {
    company,
    role: chance.weighted(roles),
    capital: chance.int(1, 200) * 10_000,
    status: chance.weighted(states),
  })
}

const flatOf = (chance: Chance, person: number, asOf: string): DepartmentRow => {
  const property_kind = chance.hit(0.9) ? '住宅' : '商业'
  return row('urban_property', person, { property_kind, area: chance.int(45, 160), registered_on: daysAgo(chance, asOf, 30, 5_000) })
}

const loanOf = (chance: Chance, person: number, asOf: string): DepartmentRow => {
  const lent_on = daysAgo(chance, asOf, 60, 1_080)
  const amount = chance.int(2, 5) * 10_000
  const overdue = chance.hit(0.02) ? yuan(amount * chance.next() * 0.3) + 1 : 0
  return row('micro_loans', person, { lent_on, due_on: addMonths(lent_on, 36), amount, overdue })
}

/** The rows about what the adults own and owe. */
export const assetEvents = (chance: Chance, household: Household, adults: readonly number[], asOf: string): DepartmentRow[] => {
  const rows = vehiclesOf(chance, adults, asOf)
  for (const person of adults) {
    if (chance.hit(0.016)) rows.push(businessOf(chance, household.persons[person]?.name.slice(0, 1) ?? '', person))
    if (chance.hit(0.009)) rows.push(flatOf(chance, person, asOf))
    if (chance.hit(0.006))
      rows.push(row('public_payroll', person, { employer: chance.pick(posts), since: daysAgo(chance, asOf, 200, 9_000) }))
  }
  const [first] = adults
  if (household.kind === '脱贫户' && first !== undefined && chance.hit(0.17)) rows.push(loanOf(chance, first, asOf))
  return rows
}
