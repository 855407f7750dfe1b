/** The built web pages, and the page itself for every address that is not a file. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../../kernel/index.ts'
import { serverProblems } from './problems.ts'

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
  const html = existsSync(page) ? readFileSync(page) : undefined
  server.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !request.url.startsWith('/api/') && !/\.[a-z0-9]+$/i.test(request.url.split('?')[0] ?? '')
    if (html === undefined || !isPage) throw new Problem(serverProblems.unknownAddress, {})
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html)
  })
}
