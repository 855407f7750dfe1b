/** For stories that take weeks: the whole server with the invented county inside, listening on a port, and a clock that is set by hand. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { inject } from 'vitest'
import { openDemo } from '../../src/app/server/demo/load.ts'
import { type Running, serve } from '../../src/app/server/serve.ts'
import type { Settings } from '../../src/app/server/settings.ts'
import { dailyRound } from '../../src/cases/daily.actions.ts'
import { dayIn, systemOfficer } from '../../src/store/index.ts'
import { databaseUrl, onServer } from '../database/server.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers differ by route
type Json = any

/** An officer at work; signs in anew on each day. */
export interface Worker {
  readonly username: string
  ask(method: string, path: string, body?: object): Promise<Json>
  /** A picture with its fields. */
  send(path: string, content: Buffer, fields?: Readonly<Record<string, string>>): Promise<Json>
  /** A file that is given out. */
  take(path: string, body?: object): Promise<Buffer>
}

export interface MovingCounty {
  running: Running
  address: string
  password: string
  now(): Date
  today(): string
  /** Ten o'clock in China of that day, and what the program does by itself every day. */
  moveTo(day: string): Promise<void>
  worker(username: string): Worker
  /** A session opened today, for a browser. */
  session(username: string): Promise<{ name: string; value: string }>
  /** Until nothing of that kind is queued or running. */
  untilIdle(kind: string): Promise<void>
  close(): Promise<void>
}

const firstDay = '2026-10-31'
const marks = { 'x-requested-with': 'xianjie' }
let made = 0

export async function movingCounty(): Promise<MovingCounty> {
  const { url, template } = inject('database')
  made += 1
  const name = `xianjie_moving_${process.pid}_${process.env.VITEST_POOL_ID ?? '0'}_${made}`
  await onServer(url, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  const data = await mkdtemp(join(tmpdir(), 'xianjie-moving-'))
  const port = await freePort()
  // The day is set, the time of it runs.
  let [base, since] = [Date.parse(`${firstDay}T02:00:00Z`), performance.now()]
  const now = () => new Date(base + (performance.now() - since))
  const running = await serve(settingsOf(data, port, databaseUrl(url, name)), now)
  const demo = await openDemo(running, settingsOf(data, port, ''))
  await demo?.load(() => undefined)
  const { password } = JSON.parse(await readFile(join(data, 'demo.json'), 'utf8')) as { password: string }
  const today = () => dayIn(now())
  const bureau = () => worker(running, 'zhao', password, today)
  return {
    running,
    address: `http://127.0.0.1:${port}`,
    password,
    now,
    today,
    async moveTo(day) {
      ;[base, since] = [Date.parse(`${day}T02:00:00Z`), performance.now()]
      // Everybody has set a new password meanwhile, the same one.
      await running.store.asOwner((client) => client.query('UPDATE auth.accounts SET password_changed_at = $1', [now()]))
      await dailyRound((work) => running.store.transaction({ officer: systemOfficer, requestId: 'daily' }, work))
    },
    worker: (username) => worker(running, username, password, today),
    session: (username) => signIn(running, username, password),
    async untilIdle(kind) {
      const seat = bureau()
      const isBusy = async () =>
        (await seat.ask('GET', `/jobs?kind=${kind}&limit=20`)).items.some(({ state }: Json) => ['queued', 'running'].includes(state))
      while (await isBusy()) await pause(100)
    },
    async close() {
      await running.stop()
      await onServer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      await rm(data, { recursive: true, force: true })
    },
  }
}

export const settingsOf = (data: string, port: number, url: string): Settings => ({
  data,
  host: '127.0.0.1',
  port,
  databaseUrl: url,
  keyFile: join(data, 'keys.json'),
  cipher: 'aes',
  digest: 'sha256',
  demoHouseholds: 200,
  demoMonths: 1,
  region: undefined,
  tls: undefined,
  oidc: undefined,
  baseUrl: undefined,
  openMetrics: false,
  logLevel: 'warn',
  logTo: 'file',
})

export function freePort(): Promise<number> {
  const door = createServer()
  return new Promise((found, failed) => {
    door.once('error', failed)
    door.listen(0, '127.0.0.1', () => {
      const { port } = door.address() as AddressInfo
      door.close(() => found(port))
    })
  })
}

async function signIn({ http }: Running, username: string, password: string): Promise<{ name: string; value: string }> {
  const answer = await http.inject({ method: 'POST', url: '/api/v1/session', headers: marks, payload: { username, password } })
  const [cookie] = answer.cookies
  if (answer.statusCode >= 400 || cookie === undefined) throw new Error(`${username}: ${answer.body}`)
  return cookie
}

function worker(running: Running, username: string, password: string, today: () => string): Worker {
  let signed = { on: '', cookies: {} as Record<string, string> }
  const cookies = async () => {
    if (signed.on === today()) return signed.cookies
    const { name, value } = await signIn(running, username, password)
    signed = { on: today(), cookies: { [name]: value } }
    return signed.cookies
  }
  const request = async (method: string, path: string, payload: object | Buffer | undefined, headers: Record<string, string> = {}) => {
    const answer = await running.http.inject({
      method: method as 'GET',
      url: `/api/v1${path}`,
      cookies: await cookies(),
      headers: { ...marks, ...headers },
      ...(payload === undefined ? {} : { payload }),
    })
    if (answer.statusCode >= 400) throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body}`)
    return answer
  }
  return {
    username,
    ask: async (method, path, body) => (await request(method, path, body)).json(),
    send: async (path, content, fields = {}) => {
      const head = Object.entries(fields).map(([key, value]) => `--b\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`)
      const file = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n'
      const payload = Buffer.concat([Buffer.from(head.join('') + file), content, Buffer.from('\r\n--b--\r\n')])
      return (await request('POST', path, payload, { 'content-type': 'multipart/form-data; boundary=b' })).json()
    },
    take: async (path, body = {}) => (await request('POST', path, body)).rawPayload,
  }
}
