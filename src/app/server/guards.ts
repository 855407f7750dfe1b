/** What stands before every route: headers browsers obey, cookies, uploads, limits per address and per account, one log line. */
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../../kernel/index.ts'
import { serverProblems } from './problems.ts'

export interface GuardOptions {
  isEncrypted: boolean
  /** Requests a minute from one address; a whole office may stand behind it. */
  perAddress: number
  /** Which officer a request came from, for the log; unknown before it was let in. */
  officerOf: (request: FastifyRequest) => number | undefined
}

const uploadLimit = 2 * 1024 ** 3

export async function addGuards(server: FastifyInstance, { isEncrypted, perAddress, officerOf }: GuardOptions): Promise<void> {
  const self = ["'self'"]
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      // Ant Design writes its styles into the page as it runs.
      directives: {
        defaultSrc: self,
        styleSrc: [...self, "'unsafe-inline'"],
        imgSrc: [...self, 'data:', 'blob:'],
        connectSrc: self,
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: self,
        formAction: self,
      },
    },
    hsts: isEncrypted ? { maxAge: 31_536_000 } : false,
  })
  await server.register(cookie)
  await server.register(multipart, { limits: { fileSize: uploadLimit, files: 20, fields: 50 } })
  await server.register(rateLimit, {
    max: perAddress,
    timeWindow: 60_000,
    errorResponseBuilder: (_, { ttl }) => new Problem(serverProblems.tooMany, { seconds: Math.ceil(ttl / 1000) }),
  })
  server.addHook('onResponse', async (request, reply) => {
    request.log.info({
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
      officer: officerOf(request),
    })
  })
}

/** A browser says where a request comes from; a write from another page is refused even with a valid cookie. */
export function refuseCrossSite(request: FastifyRequest): void {
  const { origin, host, authorization } = request.headers
  const site = request.headers['sec-fetch-site']
  const isForeign =
    (site !== undefined && site !== 'same-origin' && site !== 'none') || (origin !== undefined && new URL(origin).host !== host)
  const isUnmarked = authorization === undefined && request.headers['x-requested-with'] !== 'xianjie'
  if (isForeign || isUnmarked) throw new Problem(serverProblems.crossSite, {})
}
