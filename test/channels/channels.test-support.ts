/** A small county with printed codes, and the routes called as the server calls them: by officers and by strangers. */
import { createHash } from 'node:crypto'
import { channelRoutes } from '../../src/cases/channels/index.ts'
import { zeroBits } from '../../src/cases/channels/puzzle.rules.ts'
import { followUpKey } from '../../src/cases/channels/tokens.rules.ts'
import type { Problem } from '../../src/kernel/index.ts'
import type { Officer } from '../../src/store/index.ts'
import { asker, officer, type TestStore, testStore } from '../database/database.test-support.ts'
import { county, householdId, idNumber, invented, load, villageFar, villageOne, villageTwo } from '../registry/register.test-support.ts'

export { county, idNumber, villageFar, villageOne, villageTwo }

const township = ['case.read', 'case.visit', 'case.dispatch', 'application.receive', 'person.unmask', 'export.table']
export const li = officer(villageOne, ['case.read', 'case.visit'], { id: 11, name: '李村干', role: 'village_cadre' })
export const wang = officer('522399001', township, { id: 12, name: '王乡镇', role: 'township_officer' })
export const far = officer('522399002', township, { id: 16, name: '吴双河', role: 'township_officer' })
export const zhao = officer(county, ['case.read', 'application.receive', 'export.table'], {
  id: 13,
  name: '赵县级',
  role: 'county_officer',
})
export const zheng = officer('5223', ['case.read', 'export.table'], { id: 17, name: '郑督导', role: 'prefecture_supervisor' })
export const sun = officer(county, ['audit.read'], { id: 14, name: '孙审计', role: 'audit_administrator' })
export const qian = officer('522398', township, { id: 15, name: '钱邻县', role: 'county_officer' })
/** As the server runs who is not signed in. */
export const nobody: Officer = officer('~', [], { id: 0, name: '未登录', role: 'nobody' })

export const zhang = { name: '张建国', idNumber: idNumber('1975-03-02', 1), phone: '13900000001' }
export const liZhang = { name: '李章', idNumber: idNumber('1968-05-06', 7) }

/** The register, the names of the places, and codes for all villages. */
export async function openCounty(): Promise<TestStore & { householdOf: (n: 1 | 2 | 3) => Promise<number> }> {
  const store = await testStore()
  const names = [
    ['522399', '九九县'],
    ['522399001', '城关镇'],
    ['522399002', '双河镇'],
    [villageOne, '新寨村'],
    [villageTwo, '坝上村'],
    [villageFar, '河口村'],
  ]
  await store.asOwner(async (client) => {
    for (const [code, name] of names) await client.query('INSERT INTO divisions (code, name) VALUES ($1, $2)', [code, name])
  })
  await load(store, invented)
  await call(store, zhao, 'POST', '/codes/villages', { divisionCode: county })
  return Object.assign(store, { householdOf: (n: 1 | 2 | 3) => householdId(store, `5223990000000${n}`) })
}

// biome-ignore lint/suspicious/noExplicitAny: answers differ by route; the schema has just checked them
type Answered = any

/** Calls a route as the server does: permission first, then the schemas on both sides. */
export async function call(
  store: TestStore,
  who: Officer,
  method: string,
  path: string,
  body?: unknown,
  address = '10.0.0.1',
): Promise<Answered> {
  const [bare = '', search = ''] = path.split('?')
  for (const route of channelRoutes) {
    const params = route.method === method ? match(route.path, bare) : undefined
    if (params === undefined) continue
    if (!['public', 'signed-in'].includes(route.needs) && !who.permissions.has(route.needs)) throw new Error(`403 ${route.needs}`)
    const input = {
      params: route.params?.parse(params),
      query: route.query?.parse(Object.fromEntries(new URLSearchParams(search))),
      body: route.body?.parse(body),
      uploads: [],
      address,
      userAgent: '',
      token: undefined,
    }
    const answer = await store.transaction(asker(who), (ctx) => route.handle(ctx, input))
    if (answer !== null && typeof answer === 'object' && 'kind' in answer && answer.kind === 'file') return answer
    return route.answer?.parse(answer)
  }
  throw new Error(`no route ${method} ${path}`)
}

/** Words in the path before parameters, as the server's router has it. */
function match(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [at, part] of wanted.entries()) {
    if (part.startsWith(':')) {
      if (Number.isNaN(Number(given[at])) && part === ':id') return undefined
      params[part.slice(1)] = given[at] ?? ''
    } else if (part !== given[at]) return undefined
  }
  return params
}

/** `channels.puzzle`, or that nothing was refused. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'nothing was refused',
    (error: Problem | Error) => ('code' in error ? String(error.code) : error.message),
  )
}

/** The token printed for a village or a household. */
export async function tokenOf(store: TestStore, kind: 'village' | 'household', of: string | number): Promise<string> {
  const by = kind === 'village' ? `division=${of}` : `division=${county}&household=${of}`
  const { items } = await call(store, zhao, 'GET', `/codes/print?kind=${kind}&${by}&base=https://x.example`)
  return items[0].url.split('/').at(-1)
}

/** Solves a puzzle as a phone does. */
export async function solved(store: TestStore, purpose: 'apply' | 'look', subject: string): Promise<{ challenge: string; nonce: string }> {
  const { challenge, bits } = await call(store, nobody, 'GET', `/public/puzzle?for=${purpose}`)
  for (let n = 0; ; n += 1) {
    const nonce = n.toString(36)
    if (zeroBits(createHash('sha256').update(`${challenge}:${subject}:${nonce}`).digest()) >= bits) return { challenge, nonce }
  }
}

let keys = 0
export function freshKey(): string {
  keys += 1
  return createHash('md5').update(`key ${keys}`).digest('hex')
}

export const application = { ...zhang, difficulty: '因病', words: '家里老人住院，花费很大。' }
export type Asked = Partial<typeof application> & {
  key?: string
  proxyName?: string
  proxyRelation?: string
  photo?: string
  earlier?: string[]
}

/** Applies through the page of a code. */
export async function apply(store: TestStore, token: string, asked: Asked = {}, address?: string): Promise<Answered> {
  const key = asked.key ?? freshKey()
  const work = await solved(store, 'apply', key)
  return call(store, nobody, 'POST', '/public/applications', { ...application, ...asked, token, key, ...work }, address)
}

export async function follow(store: TestStore, code: string, address?: string): Promise<Answered> {
  return call(store, nobody, 'POST', '/public/progress', { code, ...(await solved(store, 'look', code)) }, address)
}

export async function check(store: TestStore, token: string, name: string, lastFour: string, address?: string): Promise<Answered> {
  const work = await solved(store, 'look', `${token}${name}${lastFour}`)
  return call(store, nobody, 'POST', '/public/household-checks', { token, name, lastFour, ...work }, address)
}

/** Number and version of the application a follow-up code belongs to. */
export async function behind(store: TestStore, code: string): Promise<{ id: number; version: number }> {
  const index = store.vault.index(followUpKey(code.replaceAll(' ', '')))
  const { rows } = await store.asOwner((client) =>
    client.query<{ id: number; version: number }>('SELECT id, version FROM applications WHERE follow_up_index = $1', [index]),
  )
  if (rows[0] === undefined) throw new Error('no such application')
  return rows[0]
}

/** The smallest picture that is one. */
export const tinyPhoto = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex').toString('base64')
