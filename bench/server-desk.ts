/** An officer at a desk: signed in once, asks the server over HTTP like a browser, and says how long each answer took. */
import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export interface Said<T> {
  status: number
  json: T
  milliseconds: number
}

export interface Desk {
  readonly username: string
  /** Whatever the server answers. */
  ask<T = Record<string, unknown>>(method: string, path: string, body?: object, headers?: Record<string, string>): Promise<Said<T>>
  /** What the server answers when all is well; anything else is thrown. */
  need<T>(method: string, path: string, body?: object): Promise<T>
  /** Hands a file in; answers its number. */
  handIn(path: string, month: string): Promise<number>
}

const marks = { 'x-requested-with': 'xianjie' }

/** Signs in; the password is checked at full cost, so do it before measuring. */
export async function signIn(address: string, username: string, password: string): Promise<Desk> {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { ...marks, 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  if (!answer.ok) throw new Error(`${username}: ${await answer.text()}`)
  return deskWith(address, username, (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '')
}

function deskWith(address: string, username: string, cookie: string): Desk {
  const send = async <T>(method: string, path: string, init: RequestInit): Promise<Said<T>> => {
    const start = performance.now()
    const answer = await fetch(`${address}/api/v1${path}`, { method, ...init, headers: { ...marks, cookie, ...init.headers } })
    const text = await answer.text()
    const milliseconds = performance.now() - start
    const isJson = String(answer.headers.get('content-type')).includes('json')
    return { status: answer.status, json: (isJson ? JSON.parse(text) : text) as T, milliseconds }
  }
  const desk: Desk = {
    username,
    ask: (method, path, body, headers = {}) =>
      send(
        method,
        path,
        body === undefined ? { headers } : { body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } },
      ),
    async need(method, path, body) {
      const { status, json } = await desk.ask(method, path, body)
      if (status >= 400) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(json)}`)
      return json as never
    },
    async handIn(path, month) {
      const form = new FormData()
      form.set('month', month)
      form.set('file', await openAsBlob(path), basename(path))
      const { status, json } = await send<{ items: { id: number }[] }>('POST', '/files', { body: form })
      const [file] = status < 400 ? json.items : []
      if (file === undefined) throw new Error(`${path}: ${status} ${JSON.stringify(json)}`)
      return file.id
    },
  }
  return desk
}

/** Waits until nothing of a kind is queued or running; answers the latest job of it. */
export async function untilIdle<T = unknown>(
  desk: Desk,
  kind: string,
): Promise<{ state: string; result: T; error: string | null } | undefined> {
  for (;;) {
    const { items } = await desk.need<{ items: { state: string; result: T; error: string | null }[] }>('GET', `/jobs?kind=${kind}&limit=20`)
    if (!items.some(({ state }) => state === 'queued' || state === 'running')) return items[0]
    await pause(100)
  }
}

interface FileSeen {
  version: number
  state: string
  problem: string | null
  warnings: { code: string }[]
}

/** Waits until a file is read, and takes it in spite of every warning. */
export async function acceptFile(desk: Desk, id: number): Promise<void> {
  await untilIdle(desk, 'file.read')
  const { version, state, problem, warnings } = await desk.need<FileSeen>('GET', `/files/${id}`)
  if (state !== 'read') throw new Error(`file ${id} is ${state}: ${problem}`)
  await desk.need('POST', `/files/${id}/accept`, { version, despite: warnings.map(({ code }) => code), beside: true })
}
