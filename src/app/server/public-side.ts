/** The side for people without an account, on a listener of its own: the routes below `/public/` and the public pages, nothing else. */
import { resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Route } from '../../access/index.ts'
import { buildHttp, type HttpOptions } from './http.ts'
import { addPages } from './pages.ts'

/** The build of the public pages; the office's pages lie above it and are not served here. */
const publicPages = resolve(import.meta.dirname, '../../../web/dist/portal')
/** Strangers from one address, say a village's shared connection. */
const requestsPerMinute = 300

/** A route is for the public when it asks for no log-in and lies below `/public/`; logging in is the office's own. */
export const isForThePublic = ({ needs, path }: Route): boolean => needs === 'public' && path.startsWith('/public/')

/** It does not listen yet. Whatever session or token a request brings, here it comes from nobody. */
export async function buildPublicHttp(
  options: Omit<HttpOptions, 'visitorOf' | 'isPublicSide'>,
  pages = publicPages,
): Promise<FastifyInstance> {
  const http = await buildHttp({
    requestsPerMinute,
    ...options,
    routes: options.routes.filter(isForThePublic),
    visitorOf: async () => undefined,
    isPublicSide: true,
  })
  await addPages(http, pages)
  return http
}
