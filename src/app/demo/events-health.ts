/** What medical insurance, health, civil affairs and the disabled persons' federation know of a household. */
import type { Cell, DatasetName, DepartmentRow } from './clean-county.ts'
import { addDays, addMonths } from './days.ts'
import { cardNumber } from './identity.ts'
import type { Household, Person } from './people.ts'
import type { Chance } from './random.ts'

/** A department row not yet written anywhere. */
export const row = (dataset: DatasetName, person: number, cells: Record<string, Cell>): DepartmentRow => ({
  dataset,
  person,
  cells,
  places: [],
})

/** Rounds to whole fen. */
export const yuan = (amount: number): number => Math.round(amount * 100) / 100
/** A day so many days before D, drawn between two limits; negative ones lie after D. */
export const daysAgo = (chance: Chance, asOf: string, from: number, until: number): string => addDays(asOf, -chance.int(from, until))
const isAfter = (day: string | undefined, other: string): boolean => day !== undefined && other > day

/** A bill: most are small, one in seven is a stay in hospital. */
const bill = (chance: Chance, index: number, settledOn: string): DepartmentRow => {
  const self = chance.hit(0.13) ? Math.min(chance.amount(1_250, 0.95), 98_000) : chance.amount(70, 0.9)
  const total = yuan(self * (1.6 + chance.next() * 2.4))
  const serious = total > 30_000 ? yuan((total - self) * 0.2) : 0
  const aid = chance.hit(0.06) ? yuan((total - self) * 0.1) : 0
  const cells = {
    settled_on: settledOn,
    total,
    fund_paid: yuan(total - self - serious - aid),
    serious_paid: serious,
    aid_paid: aid,
    self_paid: self,
  }
  return row('medical_settlements', index, cells)
}

/** The same bill taken back: negative amounts on the same day. */
const reversal = ({ person, cells }: DepartmentRow): DepartmentRow =>
  row(
    'medical_settlements',
    person,
    Object.fromEntries(Object.entries(cells).map(([field, cell]) => [field, typeof cell === 'number' ? -cell || 0 : cell])),
  )

const billsOf = (chance: Chance, person: Person, index: number, asOf: string, months: number, diedOn?: string): DepartmentRow[] => {
  const rate = person.health.includes('患有大病') ? 5 : person.health.includes('长期慢性病') ? 2.4 : person.age > 60 ? 1.65 : 0.95
  const rows: DepartmentRow[] = []
  const bills = chance.count((rate * months) / 14)
  for (let i = 0; i < bills; i++) {
    const settledOn = daysAgo(chance, asOf, chance.hit(0.004) ? -6 : 0, Math.round(months * 30.4))
    if (isAfter(diedOn, settledOn) && chance.hit(0.75)) continue
    const one = bill(chance, index, settledOn)
    rows.push(one)
    if (chance.hit(0.003)) rows.push(reversal(one))
  }
  return rows
}

const insuranceOf = (chance: Chance, index: number, asOf: string): DepartmentRow[] => {
  const year = Number(asOf.slice(0, 4))
  const status = chance.weighted([
    ['正常参保', 994],
    ['未参保', 3],
    ['暂停参保', 3],
  ])
  const rows = [row('medical_insurance', index, { year, status })]
  if (status !== '正常参保' && chance.hit(0.1)) rows.push(row('medical_insurance', index, { year, status: '正常参保' }))
  if (chance.hit(0.13)) rows.push(row('medical_insurance', index, { year: year - 1, status: chance.hit(0.95) ? '正常参保' : '未参保' }))
  return rows
}

const diseases = [
  '肺癌',
  '终末期肾病',
  '急性心肌梗塞',
  '脑卒中',
  '胃癌',
  '白血病',
  '重性精神病',
  '乳腺癌',
  '肝硬化失代偿',
  '儿童先天性心脏病',
]

const cardsOf = (chance: Chance, person: Person, index: number, asOf: string): DepartmentRow[] => {
  if (person.disability === null) return []
  const { category, grade } = person.disability
  const age = Math.max(30, Math.min(6_500, person.age * 365))
  const issuedOn = chance.hit(0.07) ? daysAgo(chance, asOf, 0, 700) : daysAgo(chance, asOf, 380, age + 380)
  const label = ['视力', '听力', '言语', '肢体', '智力', '精神', '多重'][category - 1] as string
  const card = (day: string, level: number, isReissued: boolean): DepartmentRow =>
    row('disability_cards', index, {
      card_number: cardNumber(person.idNumber, category, level, isReissued),
      category: label,
      grade: level,
      issued_on: day,
    })
  if (!chance.hit(0.08)) return [card(issuedOn, grade, false)]
  const earlier = addMonths(issuedOn, -12 * chance.int(2, 6))
  return [card(earlier, Math.min(4, grade + chance.int(0, 1)), false), card(issuedOn, grade, true)]
}

const reliefOf = (chance: Chance, household: Household, asOf: string): DepartmentRow[] => {
  const rows: DepartmentRow[] = []
  household.persons.forEach((person, index) => {
    const category = person.tekun !== '未享受' ? '特困供养' : person.dibao !== '未享受' ? '农村低保' : ''
    if (category === '' || person.isHidden) return
    const started_on = chance.hit(0.06) ? daysAgo(chance, asOf, 1, 360) : daysAgo(chance, asOf, 400, 3_000)
    const ended_on = chance.hit(0.05) ? daysAgo(chance, asOf, 1, 200) : 'empty'
    rows.push(
      row('relief', index, { category, started_on, ended_on: ended_on > started_on ? ended_on : 'empty', amount: chance.int(180, 720) }),
    )
  })
  if (rows.length === 0 && chance.hit(0.013)) rows.push(newcomer(chance, asOf))
  return rows
}

const newcomer = (chance: Chance, asOf: string): DepartmentRow => {
  const category = chance.weighted([
    ['农村低保', 35],
    ['刚性支出困难', 20],
    ['低保边缘', 15],
    ['临时救助', 25],
    ['城市低保', 5],
  ])
  return row('relief', 0, { category, started_on: daysAgo(chance, asOf, 0, 900), ended_on: 'empty', amount: chance.int(200, 3_000) })
}

const deathOf = (chance: Chance, person: Person, index: number, asOf: string): DepartmentRow[] => {
  const rate = person.age >= 75 ? 0.035 : person.age >= 60 ? 0.012 : person.age >= 16 ? 0.003 : 0.0006
  return chance.hit(rate) ? [row('deaths', index, { died_on: daysAgo(chance, asOf, -3, 700) })] : []
}

const accidentOf = (chance: Chance, index: number, asOf: string): DepartmentRow[] => {
  if (!chance.hit(0.004)) return []
  const harm = chance.weighted([
    ['轻伤', 76],
    ['重伤', 13],
    ['伤残', 7],
    ['死亡', 4],
  ])
  return [row('accidents', index, { happened_on: daysAgo(chance, asOf, 0, 720), harm })]
}

/** The rows about the health and lives of the members, in the order of the members. */
export const healthEvents = (chance: Chance, household: Household, asOf: string, months: number): DepartmentRow[] => {
  const rows: DepartmentRow[] = []
  household.persons.forEach((person, index) => {
    if (person.isHidden) return
    const deaths = deathOf(chance, person, index, asOf)
    const diedOn = deaths[0]?.cells.died_on as string | undefined
    rows.push(...deaths, ...insuranceOf(chance, index, asOf), ...billsOf(chance, person, index, asOf, months, diedOn))
    const isGrave = person.health.includes('患有大病')
    if (chance.hit(isGrave ? 0.7 : 0.004)) {
      const diagnosed_on = daysAgo(chance, asOf, chance.hit(0.01) ? -5 : 0, isGrave ? 2_400 : 700)
      rows.push(row('serious_illness', index, { disease: chance.pick(diseases), diagnosed_on }))
    }
    rows.push(...cardsOf(chance, person, index, asOf), ...accidentOf(chance, index, asOf))
  })
  rows.push(...reliefOf(chance, household, asOf))
  return rows
}
