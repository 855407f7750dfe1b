/** A county with its personas behind the real HTTP edge, on a clock that the test moves. */
import { type Access, type AccessOptions, accessConstraintWords, openAccess } from '../../src/access/index.ts'
import { createPersonas, type PersonaName, type Personas, signInAs } from '../../src/access/personas.test-support.ts'
import { buildHttp } from '../../src/app/server/http.ts'
import { openFile } from '../../src/intake/index.ts'
import { type TestStore, testStore } from '../database/database.test-support.ts'

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: the shape of a body is what the tests look at
  body: any
  raw: Buffer
  cookie: string | undefined
}

export interface Caller {
  get(path: string): Promise<Answer>
  post(path: string, body?: object): Promise<Answer>
  patch(path: string, body: object): Promise<Answer>
  delete(path: string): Promise<Answer>
  /** The file as the field `file`, other fields beside it. */
  upload(path: string, name: string, content: Buffer | string, fields?: Record<string, string>): Promise<Answer>
}

export interface County {
  store: TestStore
  access: Access
  personas: Personas
  as(name: PersonaName): Caller
  withToken(token: string): Caller
  withBearer(token: string): Caller
  anybody: Caller
  /** Moves the clock forward. */
  pass(span: { minutes?: number; days?: number }): void
  close(): Promise<void>
}

export const secret = 'a secret of the tests, long enough'

/** The clock starts on 2026-10-31, 10:00 in China. */
export async function openCounty(options: Partial<AccessOptions> = {}): Promise<County> {
  let clock = Date.parse('2026-10-31T02:00:00Z')
  const store = await testStore({ now: () => new Date(clock), constraints: accessConstraintWords })
  const personas = await createPersonas(store)
  const access = openAccess(store, { secret, baseUrl: 'http://127.0.0.1:8080', openTable: openFile, ...options })
  const server = await buildHttp({
    store,
    routes: access.accessRoutes,
    version: '0.0.0',
    requestsPerMinute: 100_000,
    readiness: async () => undefined,
    visitorOf: async ({ session, bearer }) => {
      if (bearer !== undefined) {
        const officer = await access.tokenOfficer(bearer)
        return officer === undefined ? undefined : { officer, mustChangePassword: false }
      }
      const found = session === undefined ? undefined : await access.officerOf(session)
      return found === undefined ? undefined : { officer: found.officer, ...found.session }
    },
  })
  const caller = (known: Record<string, string> | (() => Promise<Record<string, string>>)): Caller => {
    const ask = async (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object | Buffer, type?: string) => {
      const headers = typeof known === 'function' ? await known() : known
      const answer = await server.inject({
        method,
        url: `/api/v1${path}`,
        headers: { ...headers, 'x-requested-with': 'xianjie', ...(type === undefined ? {} : { 'content-type': type }) },
        ...(payload === undefined ? {} : { payload }),
      })
      const isJson = String(answer.headers['content-type']).includes('json')
      const cookie = answer.cookies.find(({ name }) => name === 'xianjie_session')?.value
      return { status: answer.statusCode, body: isJson ? answer.json() : undefined, raw: answer.rawPayload, cookie }
    }
    return {
      get: (path) => ask('GET', path),
      post: (path, body = {}) => ask('POST', path, body),
      patch: (path, body) => ask('PATCH', path, body),
      delete: (path) => ask('DELETE', path),
      upload: (path, name, content, fields = {}) => {
        const form = multipart(name, content, fields)
        return ask('POST', path, form.payload, form.type)
      },
    }
  }
  const withToken = (token: string) => caller({ cookie: `xianjie_session=${token}` })
  // Each persona logs in at the first request.
  const tokens = new Map<PersonaName, Promise<string>>()
  const tokenOf = (name: PersonaName) => {
    const token = tokens.get(name) ?? signInAs(access, personas[name])
    tokens.set(name, token)
    return token
  }
  return {
    store,
    access,
    personas,
    as: (name) => caller(async () => ({ cookie: `xianjie_session=${await tokenOf(name)}` })),
    withToken,
    withBearer: (token) => caller({ authorization: `Bearer ${token}` }),
    anybody: caller({}),
    pass({ minutes = 0, days = 0 }) {
      clock += minutes * 60_000 + days * 86_400_000
    },
    async close() {
      await server.close()
      await store.drop()
    },
  }
}

function multipart(name: string, content: Buffer | string, fields: Record<string, string>): { payload: Buffer; type: string } {
  const edge = '----xianjie-test'
  const parts = Object.entries(fields).map(
    ([field, value]) => `--${edge}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  )
  const head = `${parts.join('')}--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${edge}--\r\n`)])
  return { payload, type: `multipart/form-data; boundary=${edge}` }
}

/** What a log-in answers, without a session of anybody. */
export const signInBody = (username: string, password: string, code?: string) => ({
  username,
  password,
  ...(code === undefined ? {} : { code }),
})

/** Waits until what was known of sessions and tokens has been forgotten. */
export const untilForgotten = () => new Promise((done) => setTimeout(done, 3_100))
