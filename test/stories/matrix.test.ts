/** Every route against every role, against nobody, and against the officer of the next county; generated from the routes themselves. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadRoles, type Route } from '../../src/access/index.ts'
import { roomRoutes } from '../../src/app/server/rooms.ts'
import { type CountyServer, countyServer, type Persona } from './county.test-support.ts'

/** Persona of each role in the invented county. */
const personas: Record<string, string> = {
  village_cadre: 'li',
  township_officer: 'wang',
  township_lead: 'wu',
  county_officer: 'zhao',
  county_lead: 'zhou',
  department_liaison: 'liaison01',
  prefecture_supervisor: 'zheng',
  province_supervisor: 'feng',
  system_administrator: 'system',
  security_administrator: 'security',
  audit_administrator: 'sun',
}

let county: CountyServer
let routes: Route[]
const seats = new Map<string, Persona>()

beforeAll(async () => {
  county = await countyServer(200)
  // Routes about one's own session would log the persona out.
  routes = [...county.running.access.accessRoutes, ...roomRoutes].filter(({ path }) => !path.startsWith('/session'))
  for (const username of [...Object.values(personas), 'qian']) seats.set(username, await county.persona(username))
}, 300_000)

afterAll(() => county.close())

const filled = (path: string, value = '999999') => path.replace(/:[a-zA-Z]+/g, value)
const bodyOf = ({ method }: Route) => (method === 'GET' || method === 'DELETE' ? undefined : {})

const named = ({ method, path }: Route) => `${method} ${path}`

test('every role has a persona', () => {
  expect(Object.keys(personas).sort()).toEqual([...loadRoles().keys()].sort())
})

describe('permissions', () => {
  test('nobody gets past the log-in', async () => {
    const open: string[] = []
    for (const one of routes.filter(({ needs }) => needs !== 'public')) {
      const { status } = await county.nobody.ask(one.method, filled(one.path), bodyOf(one))
      if (status !== 401) open.push(`${named(one)} ${status}`)
    }
    expect(open).toEqual([])
  })

  test.each(Object.entries(personas))('%s may do what the role says and nothing else', async (role, username) => {
    const permissions = new Set<string>(loadRoles().get(role)?.permissions)
    const seat = seats.get(username)
    const wrong: string[] = []
    for (const one of routes) {
      const answer = await seat?.ask<{ code?: string }>(one.method, filled(one.path), bodyOf(one))
      const isRefused = answer?.json.code === 'server.not_permitted'
      const mayTry = one.needs === 'public' || one.needs === 'signed-in' || permissions.has(one.needs)
      if (isRefused === mayTry || answer?.status === 500) wrong.push(`${named(one)} ${answer?.status} ${answer?.json.code ?? ''}`)
    }
    expect(wrong).toEqual([])
  })
})

describe('the officer of the next county', () => {
  test('finds no record of this county in any list', async () => {
    const leaks: string[] = []
    for (const one of routes.filter(({ method, path }) => method === 'GET' && !path.includes(':'))) {
      const answer = await seats.get('qian')?.ask(one.method, one.path)
      if (answer?.raw.includes('522399')) leaks.push(`${named(one)} ${answer.raw.toString().slice(0, 200)}`)
    }
    expect(leaks).toEqual([])
  })

  test('guesses ids and finds nothing, and changes nothing', async () => {
    const found: string[] = []
    for (const one of routes.filter(({ path }) => /:id\b/.test(path))) {
      for (const id of ['1', '2', '7']) {
        const answer = await seats.get('qian')?.ask<{ code?: string }>(one.method, filled(one.path, id), bodyOf(one))
        if (answer !== undefined && answer.status < 400 && answer.raw.includes('522399')) found.push(`${named(one)} ${id} ${answer.status}`)
      }
    }
    expect(found).toEqual([])
  })

  test('widens a filter and still finds nothing', async () => {
    const asked = [
      '/register/households?division=522399',
      '/leads?division=522399',
      '/quality/findings?division=522399',
      '/divisions?under=522399',
    ]
    for (const path of asked) {
      const answer = await seats.get('qian')?.ask<{ items?: unknown[] }>('GET', path)
      const items = path.startsWith('/divisions') ? [] : (answer?.json.items ?? [])
      expect([path, items]).toEqual([path, []])
    }
  })
})
