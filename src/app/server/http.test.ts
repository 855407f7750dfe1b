/** The edge of the server: who is let in, what is refused, and that a repeated request does nothing twice. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { asker, officer, type TestStore, testStore } from '../../../test/database/database.test-support.ts'
import { type Route, route } from '../../access/index.ts'
import { recordActs } from '../../store/index.ts'
import { buildHttp } from './http.ts'

const zhao = officer('522399', ['register.read', 'register.change'], { id: 7, name: '赵县长' })
const visitors = new Map([
  ['zhao', { officer: zhao, mustChangePassword: false }],
  ['new', { officer: { ...zhao, id: 8 }, mustChangePassword: true }],
  ['other', { officer: officer('522399', [], { id: 10 }), mustChangePassword: false }],
  ['liaison', { officer: officer('522399', ['file.hand_in'], { id: 9 }), mustChangePassword: false }],
])

const note = z.strictObject({ text: z.string().min(2).max(20), on: z.iso.date() })

const routes: Route[] = [
  route({
    method: 'GET',
    path: '/things/:id',
    summary: '看一件',
    needs: 'register.read',
    params: z.object({ id: z.coerce.number().int() }),
    answer: z.object({ id: z.number(), area: z.string() }),
    handle: async (ctx, { params }) => ({ id: params.id, area: ctx.officer.area }),
  }),
  route({
    method: 'POST',
    path: '/notes',
    summary: '记一笔',
    needs: 'register.change',
    body: note,
    answer: z.object({ text: z.string() }),
    handle: async (ctx, { body }) => {
      await recordActs(ctx, [{ action: 'note.made', subjectKind: 'note', subjectId: body.text, divisionCode: '522399' }])
      return { text: body.text }
    },
  }),
  route({
    method: 'POST',
    path: '/files',
    summary: '交一个文件',
    needs: 'file.hand_in',
    takesFiles: true,
    body: z.object({ month: z.string().regex(/^\d{4}-\d{2}$/) }),
    answer: z.object({ name: z.string(), size: z.number(), month: z.string() }),
    handle: async (_, { uploads, body }) => ({ name: uploads[0]?.name ?? '', size: uploads[0]?.size ?? 0, month: body.month }),
  }),
  route({
    method: 'POST',
    path: '/secrets',
    summary: '发一个密码',
    needs: 'register.change',
    answer: z.object({ password: z.string() }),
    answersSecret: true,
    handle: async () => ({ password: '只看一次' }),
  }),
  route({
    method: 'GET',
    path: '/broken',
    summary: '有错',
    needs: 'public',
    handle: async () => {
      throw new Error('password=secret')
    },
  }),
  route({
    method: 'GET',
    path: '/sheet',
    summary: '下载',
    needs: 'signed-in',
    handle: async () => ({ kind: 'file' as const, name: '名单.csv', type: 'text/csv', content: Buffer.from('一') }),
  }),
]

let store: TestStore
let server: Awaited<ReturnType<typeof buildHttp>>

beforeAll(async () => {
  store = await testStore()
  server = await buildHttp({
    store,
    routes,
    version: '0.0.0',
    readiness: async () => undefined,
    visitorOf: async ({ session }) => visitors.get(session ?? ''),
  })
})

afterAll(async () => {
  await server.close()
  await store.drop()
})

interface Ask {
  as?: string
  method?: 'GET' | 'POST'
  body?: object
  headers?: Record<string, string>
}

async function ask(url: string, { as, method = 'GET', body, headers = { 'x-requested-with': 'xianjie' } }: Ask = {}) {
  const answer = await server.inject({
    method,
    url,
    headers,
    ...(as === undefined ? {} : { cookies: { xianjie_session: as } }),
    ...(body === undefined ? {} : { payload: body }),
  })
  const isJson = String(answer.headers['content-type']).includes('json')
  return { status: answer.statusCode, headers: answer.headers, json: isJson ? answer.json() : undefined, text: answer.body }
}

const entries = (text: string) =>
  store.transaction(asker(officer('')), async (ctx) =>
    ctx.db.selectFrom('audit_entries').select('id').where('subject_kind', '=', 'note').where('subject_id', '=', text).execute(),
  )

describe('what is counted by account', () => {
  const refused = async () =>
    (
      await store.asOwner((client) =>
        client.query("SELECT officer_id, details FROM audit_entries WHERE action = 'access.refused' ORDER BY id"),
      )
    ).rows

  test('a refusal for want of a right is recorded once for each route, not each time', async () => {
    const before = (await refused()).length
    for (let n = 0; n < 3; n += 1) await ask('/api/v1/things/5', { as: 'other' })
    await ask('/api/v1/notes', { as: 'other', method: 'POST', body: { text: 'abc', on: '2026-10-31' } })
    expect((await refused()).slice(before)).toEqual([
      { officer_id: 10, details: { route: 'GET /api/v1/things/:id', code: 'server.not_permitted' } },
      { officer_id: 10, details: { route: 'POST /api/v1/notes', code: 'server.not_permitted' } },
    ])
  })

  test('an account that asks too often waits, others do not', async () => {
    const few = await buildHttp({
      store,
      routes,
      version: '0.0.0',
      requestsPerAccount: 3,
      readiness: async () => undefined,
      visitorOf: async ({ session }) => visitors.get(session ?? ''),
    })
    const statuses = async (as: string, remoteAddress: string) => {
      const seen: number[] = []
      for (let n = 0; n < 3; n += 1)
        seen.push(
          (await few.inject({ method: 'GET', url: '/api/v1/things/5', cookies: { xianjie_session: as }, remoteAddress })).statusCode,
        )
      return seen
    }
    expect(await statuses('zhao', '10.0.0.1')).toEqual([200, 200, 200])
    expect(await statuses('zhao', '10.0.0.2')).toEqual([429, 429, 429])
    expect(await statuses('other', '10.0.0.1')).toEqual([403, 403, 403])
    await few.close()
  })
})

describe('who is let in', () => {
  test.each([
    ['nobody is signed in', undefined, 401, 'server.not_signed_in'],
    ['an unknown session', 'gone', 401, 'server.not_signed_in'],
    ['an officer without the permission', 'liaison', 403, 'server.not_permitted'],
    ['an officer who has not changed the initial password', 'new', 403, 'server.must_change'],
  ])('%s', async (_, as, status, code) => {
    const answer = await ask('/api/v1/things/3', as === undefined ? {} : { as })
    expect([answer.status, answer.json.code]).toEqual([status, code])
    expect(answer.headers['content-type']).toContain('application/problem+json')
  })

  test('an officer with the permission is answered within the own area', async () => {
    expect((await ask('/api/v1/things/3', { as: 'zhao' })).json).toEqual({ id: 3, area: '522399' })
  })
})

test('a stranger learns nothing about a wrong body, nor does an officer without the right', async () => {
  const send = (as?: string) => ask('/api/v1/notes', { method: 'POST', body: { nonsense: 1 }, ...(as === undefined ? {} : { as }) })
  expect([(await send()).status, (await send('liaison')).status, (await send('zhao')).status]).toEqual([401, 403, 422])
})

describe('what is refused', () => {
  test.each([
    ['a form of another page', { origin: 'http://evil.example', 'x-requested-with': 'xianjie' }],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site', 'x-requested-with': 'xianjie' }],
    ['a request without the mark only our pages set', {}],
  ])('%s', async (_, headers) => {
    const answer = await ask('/api/v1/notes', { as: 'zhao', method: 'POST', body: { text: '外来', on: '2026-10-31' }, headers })
    expect([answer.status, answer.json.code]).toEqual([403, 'server.cross_site'])
    expect(await entries('外来')).toEqual([])
  })

  test('all wrong fields are named at once, fields nobody asked for included', async () => {
    const answer = await ask('/api/v1/notes', { as: 'zhao', method: 'POST', body: { text: '短'.slice(1), on: '10月', role: 'admin' } })
    expect(answer.status).toBe(422)
    expect(answer.json.detail).toMatch(/text/)
    expect(answer.json.detail).toMatch(/on/)
    expect(answer.json.detail).toMatch(/role/)
  })

  test('an address that is not a number', async () => {
    expect((await ask('/api/v1/things/drop', { as: 'zhao' })).status).toBe(422)
  })

  test('a body beyond the limit', async () => {
    const answer = await ask('/api/v1/notes', { as: 'zhao', method: 'POST', body: { text: '字'.repeat(1_000_000), on: '2026-10-31' } })
    expect([answer.status, answer.json.code]).toEqual([413, 'server.too_large'])
  })
})

test('a bug is answered with its number and without detail', async () => {
  const answer = await ask('/api/v1/broken')
  expect(answer.status).toBe(500)
  expect(answer.text).not.toContain('secret')
  expect(answer.json.detail).toContain(answer.json.requestId)
})

describe('the same request twice', () => {
  const send = (key: string, text: string) =>
    ask('/api/v1/notes', {
      as: 'zhao',
      method: 'POST',
      body: { text, on: '2026-10-31' },
      headers: { 'idempotency-key': key, 'x-requested-with': 'xianjie' },
    })

  test('is done once and answered twice', async () => {
    const answers = await Promise.all([send('k1', '只记一次'), send('k1', '只记一次'), send('k1', '只记一次')])
    expect(answers.map(({ status, json }) => [status, json])).toEqual(Array(3).fill([200, { text: '只记一次' }]))
    expect(await entries('只记一次')).toHaveLength(1)
  })

  test('with another content is refused', async () => {
    await send('k2', '第一次')
    expect((await send('k2', '第二次')).json.code).toBe('server.key_reused')
  })

  test('with a secret in the answer is done once, and the secret is kept nowhere', async () => {
    const headers = { 'idempotency-key': 'k3', 'x-requested-with': 'xianjie' }
    const again = () => ask('/api/v1/secrets', { as: 'zhao', method: 'POST', body: {}, headers })
    expect((await again()).json).toEqual({ password: '只看一次' })
    expect((await again()).json.code).toBe('server.shown_once')
    const kept = await store.asOwner((client) => client.query("SELECT FROM answered_requests WHERE body LIKE '%只看一次%'"))
    expect(kept.rowCount).toBe(0)
  })

  test('without a key is done each time', async () => {
    for (let time = 0; time < 2; time += 1)
      await ask('/api/v1/notes', { as: 'zhao', method: 'POST', body: { text: '两次', on: '2026-10-31' } })
    expect(await entries('两次')).toHaveLength(2)
  })
})

test('an upload reaches the handler whole, with its name and its fields checked', async () => {
  const form = (month: string) =>
    [
      '--b',
      'content-disposition: form-data; name="month"',
      '',
      month,
      '--b',
      'content-disposition: form-data; name="file"; filename="医保.csv"',
      'content-type: text/csv',
      '',
      '姓名,证件号码',
      '--b--',
      '',
    ].join('\r\n')
  const send = (month: string) =>
    server.inject({
      method: 'POST',
      url: '/api/v1/files',
      cookies: { xianjie_session: 'liaison' },
      headers: { 'content-type': 'multipart/form-data; boundary=b', 'x-requested-with': 'xianjie' },
      payload: form(month),
    })
  expect((await send('2026-10')).json()).toEqual({ name: '医保.csv', size: Buffer.byteLength('姓名,证件号码'), month: '2026-10' })
  expect((await send('十月')).statusCode).toBe(422)
})

test('a download carries its Chinese name', async () => {
  const answer = await ask('/api/v1/sheet', { as: 'zhao' })
  expect(answer.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('名单.csv')}`)
  expect(answer.text).toBe('一')
})

test('the API document lists every route with its permission', async () => {
  const document = (await ask('/api/openapi.json')).json
  expect(Object.keys(document.paths).sort()).toEqual([
    '/api/v1/broken',
    '/api/v1/files',
    '/api/v1/notes',
    '/api/v1/secrets',
    '/api/v1/sheet',
    '/api/v1/things/{id}',
  ])
  expect(document.paths['/api/v1/notes'].post.description).toContain('register.change')
})

test('pages may not be framed and load nothing from elsewhere', async () => {
  const { headers } = await ask('/healthz')
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers['content-security-policy']).toContain("default-src 'self'")
})
