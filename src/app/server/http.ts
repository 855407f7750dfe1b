/** The HTTP side: every route of every room behind one procedure — who asks, may they, one transaction, one answer. */
import { createHash } from 'node:crypto'
import swagger from '@fastify/swagger'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type FileAnswer, permissions, type Route, type SessionAnswer } from '../../access/index.ts'
import { Problem } from '../../kernel/index.ts'
import type { Context, Officer, Store } from '../../store/index.ts'
import { answeredBefore, keepAnswer } from './answered.queries.ts'
import { answerError, problemBody } from './errors.ts'
import { fewAtOnce } from './few-at-once.ts'
import { addGuards, refuseCrossSite } from './guards.ts'
import { addMetrics } from './metrics.ts'
import { accountLimit, refusalNotes } from './per-account.ts'
import { serverProblems } from './problems.ts'
import { type Received, receive } from './uploads.ts'

z.config(z.locales.zhCN())

/** Who a request comes from. */
export interface Visitor {
  officer: Officer
  mustChangePassword: boolean
  /** The role asks for a second factor and the account has none yet. */
  mustAddSecondFactor?: boolean
}

export interface HttpOptions {
  store: Store
  routes: readonly Route[]
  /** By session cookie or by a department's bearer token. */
  visitorOf(credentials: { session: string | undefined; bearer: string | undefined }): Promise<Visitor | undefined>
  /** Throws a Problem naming what is not ready. */
  readiness(): Promise<void>
  /** One JSON object a line, to a file or the error stream; none unless given. */
  log?: { level: string; file?: string }
  https?: { key: string; cert: string }
  /** Requests a minute from one address; a whole office may stand behind it. */
  requestsPerMinute?: number
  /** Requests a minute of one account, from all its addresses. */
  requestsPerAccount?: number
  /** For people without an account: neither the API document nor figures are told. */
  isPublicSide?: boolean
  openMetrics?: boolean
  version: string
}

export const sessionCookie = 'xianjie_session'
const nobody: Officer = { id: 0, name: '未登录', officeId: 0, area: '~', role: 'nobody', permissions: new Set() }
/** Routes an officer with an initial password may still call. */
const openBeforeChange = new Set(['/session', '/session/password'])
/** And one whose role asks for a second factor. */
const openBeforeSecondFactor = new Set([...openBeforeChange, '/session/totp', '/session/totp/confirm'])

/** Log-ins and other work for strangers, a few at a time: however many knock at once, officers at work keep their connections. */
const strangers = fewAtOnce(4)

/** Builds the server; it does not listen yet. */
export async function buildHttp(options: HttpOptions): Promise<FastifyInstance> {
  const server = fastify({
    ...(options.https === undefined ? {} : { https: options.https }),
    logger:
      options.log === undefined
        ? false
        : options.log.file === undefined
          ? { level: options.log.level, stream: process.stderr }
          : options.log,
    // The usual lines carry addresses with search words; ours below carry the route's pattern only.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 2 * 1024 ** 2,
    genReqId: () => crypto.randomUUID(),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  } as object) as unknown as FastifyInstance
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  const noteRefusal = refusalNotes(options.store)
  server.setErrorHandler(async (error, request, reply) => {
    const officer = (request as Asked).visitor?.officer ?? (request as Asked).refused
    if (error instanceof Problem && error.status === 403 && officer !== undefined && officer.id > 0) {
      const refusal = { officer, route: `${request.method} ${request.routeOptions.url}`, code: error.code, requestId: request.id }
      await noteRefusal(refusal).catch((failure: Error) => request.log.error({ err: failure }, 'audit'))
    }
    return answerError(error, request, reply)
  })
  const guards = { isEncrypted: options.https !== undefined, perAddress: options.requestsPerMinute ?? 6000 }
  await addGuards(server, { ...guards, officerOf: (request) => (request as Asked).visitor?.officer.id })
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '衔接 API', version: options.version },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookie }, token: { type: 'http', scheme: 'bearer' } },
      },
    },
    transform: jsonSchemaTransform,
  })
  if (!options.isPublicSide) addMetrics(server, options.openMetrics ?? false)
  addState(server, options)
  const mayAsk = accountLimit(options.requestsPerAccount ?? 3000, () => performance.now())
  server.register(async (scope) => {
    for (const one of options.routes) addRoute(scope, one, options, mayAsk)
  })
  return server
}

/** A request whose visitor is known: before its body is read, so that a stranger learns nothing from what is wrong with it. */
interface Asked extends FastifyRequest {
  visitor?: Visitor
  /** Who was sent away for want of a right. */
  refused?: Officer
}

function addState(server: FastifyInstance, options: HttpOptions): void {
  server.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'alive' }))
  server.get('/readyz', { schema: { hide: true } }, async () => {
    await options.readiness()
    return { status: 'ready' }
  })
  if (!options.isPublicSide) server.get('/api/openapi.json', { schema: { hide: true } }, async () => server.swagger())
}

function addRoute(server: FastifyInstance, one: Route, options: HttpOptions, mayAsk: (officerId: number) => void): void {
  const isWrite = one.method !== 'GET'
  server.route({
    method: one.method,
    url: `/api/v1${one.path}`,
    schema: {
      summary: one.summary,
      tags: [one.path.split('/')[1] ?? ''],
      ...(one.needs === 'public' ? {} : { security: [{ session: [] }, { token: [] }] }),
      ...(one.needs in permissions ? { description: `权限：${permissions[one.needs as keyof typeof permissions]}（${one.needs}）` } : {}),
      ...(one.params === undefined ? {} : { params: one.params }),
      ...(one.query === undefined ? {} : { querystring: one.query }),
      ...(one.takesFiles ? { consumes: ['multipart/form-data'] } : one.body === undefined ? {} : { body: one.body }),
      response: { ...(one.answer === undefined ? {} : { 200: one.answer }), default: problemBody },
    },
    onRequest: async (request) => {
      if (isWrite) refuseCrossSite(request)
      const visitor = await visitorOf(one, request, options)
      if (visitor.officer.id > 0) mayAsk(visitor.officer.id)
      refuseUnpermitted(one, request, visitor)
      ;(request as Asked).visitor = visitor
    },
    handler: async (request, reply) => {
      const visitor = (request as Asked).visitor as Visitor
      const work = () =>
        one.takesFiles
          ? withUploads(one, request, reply, visitor, options)
          : inTransaction(one, request, reply, visitor, options, undefined)
      return one.needs === 'public' && isWrite ? strangers.run(work) : work()
    },
    serializerCompiler: () => (answer) => JSON.stringify(answer),
  })
}

async function visitorOf(one: Route, request: FastifyRequest, options: HttpOptions): Promise<Visitor> {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  const session = request.cookies[sessionCookie]
  const visitor = session === undefined && bearer === undefined ? undefined : await options.visitorOf({ session, bearer })
  if (one.needs === 'public') return visitor ?? { officer: nobody, mustChangePassword: false }
  if (visitor === undefined) throw new Problem(serverProblems.notSignedIn, {})
  return visitor
}

function refuseUnpermitted({ needs, path }: Route, request: FastifyRequest, visitor: Visitor): void {
  if (needs === 'public') return
  if (visitor.mustChangePassword && !openBeforeChange.has(path)) throw new Problem(serverProblems.mustChange, {})
  if (visitor.mustAddSecondFactor && !openBeforeSecondFactor.has(path)) throw new Problem(serverProblems.mustAddSecondFactor, {})
  if (needs === 'signed-in' || visitor.officer.permissions.has(needs)) return
  ;(request as Asked).refused = visitor.officer
  throw new Problem(serverProblems.notPermitted, { permission: permissions[needs] })
}

async function withUploads(one: Route, request: FastifyRequest, reply: FastifyReply, visitor: Visitor, options: HttpOptions) {
  const received = await receive(request)
  try {
    return await inTransaction(one, request, reply, visitor, options, received)
  } finally {
    await received.remove()
  }
}

async function inTransaction(
  one: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  { officer }: Visitor,
  options: HttpOptions,
  received: Received | undefined,
) {
  const body = received === undefined ? request.body : one.body === undefined ? received.fields : one.body.parse(received.fields)
  const key = one.method === 'GET' ? undefined : request.headers['idempotency-key']
  const input = {
    params: request.params,
    query: request.query,
    body,
    uploads: received?.uploads ?? [],
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    token: request.cookies[sessionCookie],
  }
  const answer = await options.store.transaction({ officer, requestId: request.id }, async (ctx) => {
    if (typeof key !== 'string' || officer.id === 0) return one.handle(ctx, input)
    return once(ctx, one, key, fingerprintOf(request, received), () => one.handle(ctx, input))
  })
  return send(reply, request, answer)
}

/** Does the work, or repeats the answer it was given before; an answer with a secret in it was shown once and is kept nowhere. */
async function once(ctx: Context, one: Route, key: string, fingerprint: string, work: () => Promise<unknown>): Promise<unknown> {
  const before = await answeredBefore(ctx, key, fingerprint)
  if (before !== undefined && one.answersSecret) throw new Problem(serverProblems.shownOnce, {})
  if (before !== undefined) return before.body === null ? null : JSON.parse(before.body)
  const answer = await work()
  if (one.answersSecret) await keepAnswer(ctx, key, fingerprint, { status: 200, body: null })
  else if (!isFile(answer) && !isSession(answer))
    await keepAnswer(ctx, key, fingerprint, { status: 200, body: JSON.stringify(answer ?? null) })
  return answer
}

function fingerprintOf(request: FastifyRequest, received: Received | undefined): string {
  const parts = [
    request.method,
    request.url,
    received?.fields ?? request.body ?? null,
    received?.uploads.map(({ name, sha256 }) => [name, sha256]) ?? [],
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

const isFile = (answer: unknown): answer is FileAnswer =>
  (answer as FileAnswer | null)?.kind === 'file' && 'content' in (answer as FileAnswer)
const isSession = (answer: unknown): answer is SessionAnswer =>
  (answer as SessionAnswer | null)?.kind === 'session' && 'token' in (answer as SessionAnswer)

function send(reply: FastifyReply, request: FastifyRequest, answer: unknown): FastifyReply {
  reply.header('cache-control', 'no-store')
  if (isFile(answer)) {
    const name = encodeURIComponent(answer.name)
    return reply.type(answer.type).header('content-disposition', `attachment; filename*=UTF-8''${name}`).send(answer.content)
  }
  if (!isSession(answer)) return reply.send(answer ?? null)
  const cookieOptions = { path: '/', httpOnly: true, sameSite: 'strict' as const, secure: request.protocol === 'https' }
  if (answer.token === null) reply.clearCookie(sessionCookie, cookieOptions)
  else
    reply.setCookie(sessionCookie, answer.token, {
      ...cookieOptions,
      ...(answer.expiresAt === undefined ? {} : { expires: answer.expiresAt }),
    })
  return reply.send(answer.body)
}
