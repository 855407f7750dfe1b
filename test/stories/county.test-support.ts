/** The whole server on a fresh database with the invented county inside; stories speak HTTP with it as fixed personas. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { openDemo } from '../../src/app/server/demo/load.ts'
import { type Running, serve } from '../../src/app/server/serve.ts'
import type { Settings } from '../../src/app/server/settings.ts'
import { databaseUrl, onServer } from '../database/server.ts'

export interface Answer<T = Record<string, unknown>> {
  status: number
  json: T
  headers: Record<string, unknown>
  raw: Buffer
}

export interface Persona {
  name: string
  ask<T = Record<string, never>>(method: string, path: string, body?: object, headers?: Record<string, string>): Promise<Answer<T>>
  upload<T = Record<string, never>>(
    path: string,
    name: string,
    content: string | Buffer,
    fields?: Record<string, string>,
  ): Promise<Answer<T>>
}

export interface CountyServer {
  running: Running
  persona(username: string): Promise<Persona>
  nobody: Persona
  close(): Promise<void>
}

/** 2026-10-31, 10:00 in China: the clock of every story. */
export const storyDay = '2026-10-31'
let made = 0

/** Starts it with `households` in it, or with officers only. */
export async function countyServer(households: number): Promise<CountyServer> {
  const { url, template } = inject('database')
  made += 1
  const name = `xianjie_story_${process.pid}_${made}`
  await onServer(url, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  const data = await mkdtemp(join(tmpdir(), 'xianjie-story-'))
  const settings: Settings = {
    data,
    host: '127.0.0.1',
    port: 0,
    databaseUrl: databaseUrl(url, name),
    keyFile: join(data, 'keys.json'),
    cipher: 'aes',
    digest: 'sha256',
    demoHouseholds: Math.max(households, 200),
    demoMonths: 1,
    region: undefined,
    tls: undefined,
    oidc: undefined,
    baseUrl: undefined,
    openMetrics: false,
    logLevel: 'info',
    logTo: 'file',
  }
  const running = await serve(settings, () => new Date(`${storyDay}T02:00:00Z`))
  const demo = await openDemo(running, settings)
  if (demo === undefined) throw new Error('the database was not empty')
  if (households > 0) await demo.load(() => undefined)
  const password = demo.accounts[0]?.password ?? ''
  return {
    running,
    persona: (username) => signIn(running, username, password),
    nobody: personaWith(running, '没有登录的人', {}),
    async close() {
      await running.stop()
      await onServer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      await rm(data, { recursive: true, force: true })
    },
  }
}

async function signIn(running: Running, username: string, password: string): Promise<Persona> {
  const answer = await personaWith(running, username, {}).ask('POST', '/session', { username, password })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.json))
  const [cookie] = String(answer.headers['set-cookie']).split(';')
  const [name, value] = (cookie ?? '').split('=')
  return personaWith(running, username, { [name ?? '']: value ?? '' })
}

const marks = { 'x-requested-with': 'xianjie' }

function personaWith({ http }: Running, name: string, cookies: Record<string, string>): Persona {
  const send = async <T>(method: string, path: string, payload: object | Buffer | undefined, headers: Record<string, string>) => {
    const answer = await http.inject({
      method: method as 'GET',
      url: path.startsWith('/api') || path === '/' ? path : `/api/v1${path}`,
      cookies,
      headers: { ...marks, ...headers },
      ...(payload === undefined ? {} : { payload }),
    })
    const isJson = String(answer.headers['content-type']).includes('json')
    return { status: answer.statusCode, json: (isJson ? answer.json() : {}) as T, headers: answer.headers, raw: answer.rawPayload }
  }
  return {
    name,
    ask: (method, path, body, headers = {}) => send(method, path, body, headers),
    upload: (path, fileName, content, fields = {}) => {
      const head = Object.entries(fields).map(
        ([field, value]) => `--b\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
      )
      const file = `--b\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`
      const payload = Buffer.concat([Buffer.from(head.join('') + file), Buffer.from(content), Buffer.from('\r\n--b--\r\n')])
      return send('POST', path, payload, { 'content-type': 'multipart/form-data; boundary=b' })
    },
  }
}
