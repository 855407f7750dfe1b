/** An officer at the invented county's desks: signs in and works through the API, like everybody else. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FastifyInstance } from 'fastify'

export interface Seat {
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: object): Promise<T>
  put<T>(path: string, body: object): Promise<T>
  handIn<T>(path: string, fields: Record<string, string>): Promise<T>
  /** A file of the program's own making. */
  send<T>(path: string, name: string, content: Buffer, fields: Record<string, string>): Promise<T>
}

const boundary = 'xianjie-demo'
const marks = { 'x-requested-with': 'xianjie' }

/** Signs in; what the API refuses is thrown with its own words. */
export async function takeSeat(http: FastifyInstance, username: string, password: string): Promise<Seat> {
  const answer = await http.inject({ method: 'POST', url: '/api/v1/session', headers: marks, payload: { username, password } })
  const [cookie] = answer.cookies
  if (answer.statusCode >= 400 || cookie === undefined) throw new Error(answer.body)
  const cookies = { [cookie.name]: cookie.value }
  const ask = async <T>(method: 'GET' | 'POST' | 'PUT', path: string, more: object = {}): Promise<T> => {
    const said = await http.inject({ method, url: `/api/v1${path}`, cookies, headers: marks, ...more })
    if (said.statusCode >= 400) throw new Error(`${method} ${path}: ${said.body}`)
    return said.json() as T
  }
  const send = <T>(path: string, name: string, content: Buffer, fields: Record<string, string>) =>
    ask<T>('POST', path, {
      headers: { ...marks, 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: form(fields, name, content),
    })
  return {
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, { payload: body }),
    put: (path, body) => ask('PUT', path, { payload: body }),
    handIn: async (path, fields) => send('/files', basename(path), await readFile(path), fields),
    send,
  }
}

function form(fields: Record<string, string>, name: string, content: Buffer): Buffer {
  const head = Object.entries(fields).map(
    ([field, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  )
  const file = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return Buffer.concat([Buffer.from(head.join('') + file), content, Buffer.from(`\r\n--${boundary}--\r\n`)])
}
