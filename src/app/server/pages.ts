/** The built web pages, and the page itself for every address that is not a file. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../../kernel/index.ts'
import { serverProblems } from './problems.ts'

/** Pages of their own below the office's, by the first part of the address: the phone page for visits, and the public page, also under the addresses printed in codes. */
const pagesWithin = { field: 'field', portal: 'portal', m: 'portal' }

const pageAt = (place: string): Buffer | undefined => (existsSync(place) ? readFileSync(place) : undefined)

/** Serves `folder` (the build of `web/`); names with a content hash may be kept for ever by the browser. */
export async function addPages(server: FastifyInstance, folder: string): Promise<void> {
  const page = join(folder, 'index.html')
  if (existsSync(page)) {
    await server.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        if (path.includes('/assets/')) reply.header('cache-control', 'public, max-age=31536000, immutable')
      },
    })
  }
  const entries = new Map(Object.entries(pagesWithin).map(([part, name]) => [part, pageAt(join(folder, name, 'index.html'))]))
  const office = pageAt(page)
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const isPage = request.method === 'GET' && !path.startsWith('/api/') && !/\.[a-z0-9]+$/i.test(path)
    const html = entries.get(path.split('/')[1] ?? '') ?? office
    if (html === undefined || !isPage) throw new Problem(serverProblems.unknownAddress, {})
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html)
  })
}
