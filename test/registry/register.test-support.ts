/** An invented register of two townships, and the routes called as the server calls them. */
import { checkDigit } from '../../src/kernel/index.ts'
import { type IncomingHousehold, type IncomingPerson, type LoadReport, loadRegister, registryRoutes } from '../../src/registry/index.ts'
import { type Officer, systemOfficer } from '../../src/store/index.ts'
import { asker, officer, type TestStore } from '../database/database.test-support.ts'

export const county = '522399'
export const villageOne = '522399001001'
export const villageTwo = '522399001002'
export const villageFar = '522399002001'

const all = ['register.read', 'register.change', 'register.load', 'person.unmask', 'export.table', 'audit.read']
export const li = officer(villageOne, ['register.read', 'register.change', 'person.unmask'], {
  id: 11,
  name: '李村干',
  role: 'village_cadre',
})
export const wang = officer('522399001', ['register.read', 'register.change', 'export.table'], {
  id: 12,
  name: '王乡镇',
  role: 'township_officer',
})
export const zhao = officer(county, all, { id: 13, name: '赵县级', role: 'county_officer' })
export const sun = officer(county, ['audit.read'], { id: 14, name: '孙审计', role: 'auditor' })
export const qian = officer('522398', all, { id: 15, name: '钱邻县', role: 'county_officer' })

/** A right number of somebody born on a day; `n` tells people of one day apart and odd ones are men. */
export function idNumber(bornOn: string, n: number): string {
  const first = `${county}${bornOn.replaceAll('-', '')}${String(n).padStart(3, '0')}`
  return first + checkDigit(first)
}

export interface MadePerson {
  name: string
  relation: string
  bornOn: string
  sex?: '男' | '女'
  n?: number
  phone?: string
  values?: Record<string, string>
}
export interface MadeHousehold {
  number: string
  village: string
  values?: Record<string, string>
  people: MadePerson[]
}

/** Parents, two grown children and a grandmother in one village, a couple in the next, one person in another township. */
export const invented: readonly MadeHousehold[] = [
  {
    number: '52239900000001',
    village: villageOne,
    values: { household_kind: '脱贫户', group_name: '一组', household_size: '5', wage_income: '20000.00' },
    people: [
      { name: '张建国', relation: '户主', bornOn: '1975-03-02', n: 1, phone: '13900000001' },
      { name: '曾小梅', relation: '配偶', bornOn: '1977-07-20', sex: '女', n: 2, phone: '13900000001' },
      { name: '张一鸣', relation: '之子', bornOn: '1999-01-05', n: 3 },
      { name: '张小雨', relation: '之女', bornOn: '2004-11-30', sex: '女', n: 4 },
      { name: '刘桂花', relation: '之母', bornOn: '1950-02-11', sex: '女', n: 6 },
    ],
  },
  {
    number: '52239900000002',
    village: villageTwo,
    values: { household_kind: '一般农户', monitored_kind: '突发严重困难户', is_cleared: '否', risk_factor_1: '因病', household_size: '2' },
    people: [
      { name: '李章', relation: '户主', bornOn: '1968-05-06', n: 7 },
      { name: '章建果', relation: '配偶', bornOn: '1970-09-09', sex: '女', n: 8 },
    ],
  },
  {
    number: '52239900000003',
    village: villageFar,
    values: { household_kind: '一般农户', household_size: '1' },
    people: [{ name: '=HYPERLINK("x")', relation: '户主', bornOn: '1990-12-12', n: 9 }],
  },
]

/** The same households once more, as others: numbers of households and people are moved by `copy`. */
export function copied(copy: number): MadeHousehold[] {
  return invented.map((household) => ({
    ...household,
    number: numberOf(household.number, copy),
    people: household.people.map((person) => ({ ...person, n: (person.n ?? 1) + 10 * copy })),
  }))
}

/** The number of a household in a copy. */
export const numberOf = (number: string, copy: number): string => String(BigInt(number) + BigInt(100 * copy))

async function* once<T>(rows: T[]): AsyncIterable<T[]> {
  yield rows
}

const exported = [
  'household_kind',
  'monitored_kind',
  'is_cleared',
  'risk_factor_1',
  'group_name',
  'household_size',
  'wage_income',
  'sex',
  'born_on',
  'relation_to_head',
  'name',
  'id_number',
  'phone',
  'education',
]

/** Loads households as the job does. */
export async function load(
  store: TestStore,
  households: readonly MadeHousehold[],
  options: { on?: string; key?: string; by?: Officer } = {},
): Promise<LoadReport> {
  const { on = '2026-08-01', key = on, by = { ...systemOfficer, area: county } } = options
  return store.transaction(asker(by), (ctx) =>
    loadRegister(ctx, {
      county,
      key,
      on,
      fields: new Set(exported),
      households: once(
        households.map(
          ({ number, village, values = {} }): IncomingHousehold => ({
            householdNumber: number,
            divisionCode: village,
            township: `乡${village.slice(6, 9)}`,
            village: `村${village.slice(9)}`,
            valuesJson: JSON.stringify(values),
          }),
        ),
      ),
      persons: once(
        households.flatMap(({ number, people }) =>
          people.map(
            ({ name, relation, bornOn, sex = '男', n = 1, phone, values = {} }): IncomingPerson => ({
              householdNumber: number,
              isHead: relation === '户主',
              name,
              idNumber: idNumber(bornOn, n),
              phone: phone ?? null,
              otherPhone: null,
              valuesJson: JSON.stringify({ relation_to_head: relation, born_on: bornOn, sex, person_number: `${number}${n}`, ...values }),
            }),
          ),
        ),
      ),
    }),
  )
}

/** Calls a route as the server does: permission first, then the schemas on both sides. */
// biome-ignore lint/suspicious/noExplicitAny: answers differ by route; the schema has just checked them
export async function call(store: TestStore, who: Officer, method: string, path: string, body?: unknown): Promise<any> {
  const [bare = '', search = ''] = path.split('?')
  for (const route of registryRoutes) {
    const params = route.method === method ? match(route.path, bare) : undefined
    if (params === undefined) continue
    if (route.needs !== 'signed-in' && !who.permissions.has(route.needs)) throw new Error(`403 ${route.needs}`)
    const input = {
      params: route.params?.parse(params),
      query: route.query?.parse(Object.fromEntries(new URLSearchParams(search))),
      body: route.body?.parse(body),
      uploads: [],
      address: '',
      userAgent: '',
      token: undefined,
    }
    const answer = await store.transaction(asker(who), (ctx) => route.handle(ctx, input))
    if (answer !== null && typeof answer === 'object' && 'kind' in answer && answer.kind === 'file') return answer
    return route.answer?.parse(answer)
  }
  throw new Error(`no route ${method} ${path}`)
}

function match(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [at, part] of wanted.entries()) {
    if (part.startsWith(':')) params[part.slice(1)] = given[at] ?? ''
    else if (part !== given[at]) return undefined
  }
  return params
}

/** Id of a household by its number, as the county sees it. */
export async function householdId(store: TestStore, number: string): Promise<number> {
  const { items } = await call(store, zhao, 'GET', `/register/households?q=${number}`)
  return items[0].id
}

/** A household as the county sees it. */
// biome-ignore lint/suspicious/noExplicitAny: checked by the route's schema
export async function file(store: TestStore, id: number, asOf?: string, who: Officer = zhao): Promise<any> {
  return call(store, who, 'GET', `/register/households/${id}${asOf === undefined ? '' : `?asOf=${asOf}`}`)
}

/** `张建国 户主, 曾小梅 配偶`. */
export function people(household: { members: { name: string; relation: string }[] }): string {
  return household.members.map(({ name, relation }) => `${name} ${relation}`).join(', ')
}
