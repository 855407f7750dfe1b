/** Which page an address shows on the office's own listener. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPages } from './pages.ts'

let server: FastifyInstance
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xianjie-pages-test-'))
  for (const name of ['', 'field', 'portal']) {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, 'index.html'), name || 'office')
  }
  server = Fastify()
  await addPages(server, folder)
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

test.each([
  ['/', 'office'],
  ['/leads/7', 'office'],
  ['/medals', 'office'],
  ['/field/visit', 'field'],
  ['/portal/', 'portal'],
  ['/m/22222222222222222222', 'portal'],
  ['/m/22222222222222222222?from=poster', 'portal'],
])('%s shows the page %s', async (url, page) => {
  const { statusCode, body } = await server.inject({ url })
  expect([statusCode, body]).toEqual([200, page])
})

test.each(['/api/v1/nothing', '/m/photo.png'])('%s is no page', async (url) => {
  expect((await server.inject({ url })).statusCode).not.toBe(200)
})
