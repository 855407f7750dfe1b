/** The whole system in one process: database, jobs, HTTP; started in order, stopped in the other order. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type Access, openAccess, type Route } from '../../access/index.ts'
import { openEngine } from '../../engine/index.ts'
import { openFile } from '../../intake/index.ts'
import { Problem } from '../../kernel/index.ts'
import { loadPolicy, type Policy } from '../../policy/index.ts'
import { type Jobs, openJobs, openStore, openVault, type Store, startEmbedded } from '../../store/index.ts'
import { shippedPolicy } from '../command-line.ts'
import { handOverSteps, keepHouse } from './housekeeping.ts'
import { buildHttp } from './http.ts'
import { addPages } from './pages.ts'
import { serverProblems } from './problems.ts'
import { constraintWords, jobHandlers, roomRoutes } from './rooms.ts'
import type { Settings } from './settings.ts'
import { certificateOf } from './tls.ts'

export interface Running {
  address: string
  store: Store
  access: Access
  policy: Policy
  http: FastifyInstance
  /** Finishes requests under way, then stops jobs and the database. */
  stop(): Promise<void>
}

const pages = resolve(import.meta.dirname, '../../../web/dist')
const graceMilliseconds = 10_000

/** Starts everything; when a later part fails, what was started is stopped again. */
export async function serve(settings: Settings, now: () => Date = () => new Date()): Promise<Running> {
  const stops: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one()
  }
  try {
    const policy = loadPolicy(shippedPolicy)
    const url = settings.databaseUrl ?? (await embedded(settings, stops))
    const vault = openVault({ keyFile: settings.keyFile, cipher: settings.cipher })
    const store = await openStore({
      url,
      policy: () => policy,
      now,
      vault,
      constraints: constraintWords,
      filesFolder: join(settings.data, 'files'),
    })
    stops.push(() => store.close())
    const tls = await certificateOf(settings, now())
    const address = `${tls === undefined ? 'http' : 'https'}://${settings.host}:${settings.port}`
    const access = openAccess(store, {
      secret: await secretOf(settings),
      baseUrl: settings.baseUrl ?? address,
      openTable: openFile,
      handOverSteps,
      ...(settings.oidc === undefined ? {} : { oidc: settings.oidc }),
    })
    const http = await build(settings, store, access, tls)
    const jobs: Jobs = await openJobs(store, jobHandlers(policy, store), { onError: (error) => http.log.error({ err: error }, 'job') })
    stops.push(() => jobs.close())
    const house = keepHouse(store, settings.digest, (error) => http.log.error({ err: error }, 'housekeeping'))
    stops.push(() => house.stop())
    await listen(http, settings)
    stops.push(() => closeWithin(http, graceMilliseconds))
    return { address, store, access, policy, http, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function embedded(settings: Settings, stops: (() => Promise<unknown>)[]): Promise<string> {
  const database = await startEmbedded(settings.data)
  stops.push(() => database.stop())
  return database.url
}

/** What access seals its second factors with: beside the keys, not one of them, so that rotating keys locks nobody out. */
async function secretOf(settings: Settings): Promise<string> {
  const place = join(dirname(settings.keyFile), 'access.secret')
  const kept = await readFile(place, 'utf8').catch(() => undefined)
  if (kept !== undefined) return kept
  const made = randomBytes(32).toString('hex')
  await writeFile(place, made, { mode: 0o600 })
  return made
}

async function build(
  settings: Settings,
  store: Store,
  access: Access,
  tls: { key: string; cert: string } | undefined,
): Promise<FastifyInstance> {
  const routes: readonly Route[] = [...access.accessRoutes, ...roomRoutes]
  const http = await buildHttp({
    store,
    routes,
    version: await versionOf(),
    openMetrics: settings.openMetrics,
    log: { level: settings.logLevel, ...(settings.logTo === 'file' ? { file: join(settings.data, 'xianjie.log') } : {}) },
    readiness: () => readiness(store),
    visitorOf: async ({ session, bearer }) => {
      if (bearer !== undefined) {
        const officer = await access.tokenOfficer(bearer)
        return officer === undefined ? undefined : { officer, mustChangePassword: false }
      }
      const found = session === undefined ? undefined : await access.officerOf(session)
      return found === undefined ? undefined : { officer: found.officer, mustChangePassword: found.session.mustChangePassword }
    },
    ...(tls === undefined ? {} : { https: tls }),
  })
  await addPages(http, pages)
  return http
}

async function listen(http: FastifyInstance, settings: Settings): Promise<void> {
  try {
    await http.listen({ host: settings.host, port: settings.port })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new Problem(serverProblems.portTaken, { port: settings.port })
    throw error
  }
}

async function versionOf(): Promise<string> {
  return (JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }).version
}

async function readiness(store: Store): Promise<void> {
  await store
    .asOwner((client) => client.query('SELECT 1'))
    .catch(() => {
      throw new Problem(serverProblems.notReady, { reason: '数据库没有回应' })
    })
  const folder = await mkdtemp(join(tmpdir(), '.xianjie-work-'))
  try {
    const engine = await openEngine({ folder })
    await engine.run('SELECT 1')
    engine.close()
  } catch {
    throw new Problem(serverProblems.notReady, { reason: '比对引擎没有回应' })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Connections that do not end in time are cut. */
async function closeWithin(http: FastifyInstance, milliseconds: number): Promise<void> {
  const cut = setTimeout(() => http.server.closeAllConnections?.(), milliseconds)
  await http.close()
  clearTimeout(cut)
}
