/** Every list of the server, found from the routes themselves: in each order it offers, page by page without a gap, and the same rows as a workbook. */
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Route } from '../../src/access/index.ts'
import { roomRoutes } from '../../src/app/server/rooms.ts'
import { type CountyServer, countyServer, type Persona } from './county.test-support.ts'

type Row = Record<string, unknown>
interface List {
  items: Row[]
  next: string | null
}

/** Those who see the lists of the county; each list is asked for by the first who may. */
const seats = { zhao: 'county_officer', sun: 'audit_administrator', security: 'security_administrator', system: 'system_administrator' }

let county: CountyServer
const people = new Map<string, Persona>()

beforeAll(async () => {
  county = await countyServer(200)
  for (const name of Object.keys(seats)) people.set(name, await county.persona(name))
  // Jobs still at work would change the lists under the test.
  const atWork = async (state: string) => (await people.get('zhao')?.ask<List>('GET', `/jobs?state=${state}`))?.json.items.length ?? 0
  while ((await atWork('queued')) + (await atWork('running')) > 0) await new Promise((done) => setTimeout(done, 500))
  const security = people.get('security')
  const liaisons = await security?.ask<List>('GET', '/officers?role=department_liaison&limit=200')
  const offices = await security?.ask<List>('GET', '/offices?kind=department&limit=200')
  for (const { id, officeId } of (liaisons?.json.items ?? []).slice(0, 3)) {
    const { datasets } = offices?.json.items.find((office) => office.id === officeId) ?? {}
    await security?.ask('POST', '/tokens', { name: `系统${id}`, officerId: id, datasets, expiresOn: '2027-03-01' })
  }
}, 400_000)
afterAll(() => county.close())

interface Unwrapped {
  options?: string[]
  def?: { innerType?: Unwrapped }
}

/** The words of `sort`, in whatever the schema wraps them. */
function sortWords({ query }: Route): string[] {
  let schema = (query as { shape?: { sort?: Unwrapped } } | undefined)?.shape?.sort
  while (schema !== undefined && schema.options === undefined) schema = schema.def?.innerType
  return schema?.options ?? []
}

const hasFormat = ({ query }: Route) => 'format' in ((query as { shape?: object } | undefined)?.shape ?? {})

/** Lists of rooms that take the shared orders: they offer each word turned round. */
const lists = roomRoutes.filter(
  (one) => one.method === 'GET' && !one.path.includes(':') && sortWords(one).some((word) => word.startsWith('-')),
)
const accessLists = ['/offices', '/officers', '/sessions', '/tokens', '/audit']

const permissionsOf = (name: string) => new Set<string>(county.running.access.roles.get(seats[name as keyof typeof seats])?.permissions)

function seatFor({ needs }: Route): Persona {
  const name = Object.keys(seats).find((one) => needs === 'signed-in' || permissionsOf(one).has(needs)) ?? ''
  const seat = people.get(name)
  if (seat === undefined) throw new Error(`nobody may ask ${needs}`)
  return seat
}

async function walked(seat: Persona, path: string, limit: number): Promise<Row[]> {
  const found: Row[] = []
  for (let after = ''; ; ) {
    const { status, json } = await seat.ask<List>('GET', `${path}&limit=${limit}${after}`)
    expect([path, status]).toEqual([path, 200])
    found.push(...json.items)
    if (json.next === null) return found
    expect(json.items).toHaveLength(limit)
    after = `&after=${encodeURIComponent(json.next)}`
  }
}

/** Without what grows or changes while one looks. */
const still = (path: string) => (path.startsWith('/audit') ? `${path}&action=file.` : path)
const plain = (rows: Row[]) => rows.map((row) => JSON.stringify({ ...row, lastSeenAt: '', isCurrent: '' }))

async function walkEachWay(seat: Persona, path: string, words: string[]): Promise<number> {
  let rows = 0
  for (const word of words.filter((one) => !one.startsWith('-'))) {
    const address = still(`${path}?sort=${word}`)
    const whole = plain(await walked(seat, address, 200))
    rows = whole.length
    expect([path, word, new Set(whole).size]).toEqual([path, word, rows])
    const small = Math.max(1, Math.ceil(rows / 4))
    if (small < 200) expect([word, plain(await walked(seat, address, small))]).toEqual([word, whole])
    if (words.includes(`-${word}`))
      expect([word, plain(await walked(seat, still(`${path}?sort=-${word}`), 200)).reverse()]).toEqual([word, whole])
  }
  return rows
}

async function workbookRows(seat: Persona, address: string): Promise<string[][]> {
  const answer = await seat.ask('GET', `${address}&format=xlsx`)
  expect([address, answer.status]).toEqual([address, 200])
  const book = new exceljs.Workbook()
  await book.xlsx.load(answer.raw as never)
  const rows: string[][] = []
  book.worksheets[0]?.eachRow((row, at) => {
    if (at > 2) rows.push(Array.from({ length: row.cellCount }, (_, i) => row.getCell(i + 1).text))
  })
  return rows
}

test('the rooms have the lists this is about', () => {
  expect(lists.map(({ path }) => path).sort()).toEqual([
    '/exemptions',
    '/files',
    '/jobs',
    '/leads',
    '/leads/households',
    '/policy/changes',
    '/quality/findings',
    '/register/differences',
    '/register/households',
    '/screening/discrepancies',
    '/screening/runs',
  ])
  expect(lists.filter((one) => !hasFormat(one)).map(({ path }) => path)).toEqual([])
})

describe.each(lists.map((one) => ({ ...one, words: sortWords(one) })))('$path', (one) => {
  test('is walked whole in every order, each row once, and backwards the other way round', { timeout: 120_000 }, async () => {
    const rows = await walkEachWay(seatFor(one), one.path, one.words)
    const mayBeEmpty = ['/exemptions', '/policy/changes', '/register/differences', '/screening/discrepancies']
    expect([one.path, rows > 0 || mayBeEmpty.includes(one.path)]).toEqual([one.path, true])
  })

  test('goes out as a workbook with the same rows, in the order asked for', async () => {
    const seat = people.get('zhao') as Persona
    const [word = ''] = one.words
    const all = await walked(seat, `${one.path}?sort=${word}`, 200)
    const rows = await workbookRows(seat, `${one.path}?sort=${word}`)
    expect([one.path, rows.length]).toEqual([one.path, all.length])
    expect(await workbookRows(seat, `${one.path}?sort=-${word}`)).toEqual(rows.reverse())
  })

  test('refuses a cursor nobody gave out', async () => {
    for (const after of ['x', Buffer.from('["a"]').toString('base64url'), Buffer.from('[null,{},1e400]').toString('base64url')]) {
      const { status } = await seatFor(one).ask('GET', `${one.path}?after=${after}`)
      expect([after, status]).toEqual([after, 400])
    }
  })
})

test.each(accessLists)('%s is walked whole in every order', { timeout: 120_000 }, async (path) => {
  const one = county.running.access.accessRoutes.find(({ method, path: own }) => method === 'GET' && own === path) as Route
  const seat = people.get({ '/sessions': 'security', '/officers': 'system', '/offices': 'system' }[path] ?? '') ?? seatFor(one)
  expect(await walkEachWay(seat, path, sortWords(one))).toBeGreaterThan(path === '/tokens' ? 1 : 0)
  const { status } = await seat.ask('GET', `${path}?after=eyJhIjoxfQ`)
  expect(status).toBe(400)
})
