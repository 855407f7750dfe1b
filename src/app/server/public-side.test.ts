/** The public listener: what is for everybody and nothing of the office's, whatever a request brings along. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type TestStore, testStore } from '../../../test/database/database.test-support.ts'
import { openAccess, type Route, route } from '../../access/index.ts'
import { openFile } from '../../intake/index.ts'
import { buildPublicHttp, isForThePublic } from './public-side.ts'
import { roomRoutes } from './rooms.ts'

const words = route({
  method: 'GET',
  path: '/public/test-words',
  summary: '公开的话',
  needs: 'public',
  answer: z.object({ text: z.string(), area: z.string() }),
  handle: async (ctx) => ({ text: '防返贫政策', area: ctx.officer.area }),
})

let store: TestStore
let server: FastifyInstance
let routes: Route[]
let folder: string

beforeAll(async () => {
  store = await testStore()
  const access = openAccess(store, { secret: 'a secret of the tests, long enough', baseUrl: 'http://127.0.0.1', openTable: openFile })
  routes = [...access.accessRoutes, ...roomRoutes, words]
  folder = mkdtempSync(join(tmpdir(), 'xianjie-portal-test-'))
  mkdirSync(join(folder, 'portal'))
  writeFileSync(join(folder, 'index.html'), '<p>office</p>')
  writeFileSync(join(folder, 'office.js'), 'office')
  writeFileSync(join(folder, 'portal', 'index.html'), '<p>public</p>')
  server = await buildPublicHttp({ store, routes, version: '0.0.0', readiness: async () => undefined }, join(folder, 'portal'))
})
afterAll(async () => {
  await server.close()
  await store.drop()
  rmSync(folder, { recursive: true, force: true })
})

const ask = (method: string, url: string) =>
  server.inject({
    method: method as 'GET',
    url,
    headers: { 'x-requested-with': 'xianjie', cookie: 'xianjie_session=x', authorization: 'Bearer xj_x' },
  })

test('office routes are not there, log-in among them', async () => {
  const office = routes.filter((one) => !isForThePublic(one))
  expect(office.length).toBeGreaterThan(100)
  expect(office.map(({ path }) => path)).toContain('/session')
  const there: string[] = []
  for (const { method, path } of office) {
    const { statusCode } = await ask(method, `/api/v1${path.replace(/:[a-zA-Z]+/g, '1')}`)
    if (statusCode !== 404) there.push(`${method} ${path} ${statusCode}`)
  }
  expect(there).toEqual([])
})

test('every route below /public/ asks for no log-in', () => {
  expect(routes.filter(({ path, needs }) => path.startsWith('/public/') && needs !== 'public')).toEqual([])
})

test('a public route answers as nobody, whoever the session belongs to', async () => {
  const answer = await ask('GET', '/api/v1/public/test-words')
  expect([answer.statusCode, answer.json()]).toEqual([200, { text: '防返贫政策', area: '~' }])
})

test.each([
  ['/', 200],
  ['/anything', 200],
  ['/healthz', 200],
  ['/metrics', 200],
  ['/office.js', 404],
  ['/api/openapi.json', 404],
])('%s answers %i and tells nothing of the office', async (url, status) => {
  const answer = await ask('GET', url)
  expect(answer.statusCode).toBe(status)
  expect(answer.body).not.toMatch(/office|xianjie_request_seconds/)
})
