/** The whole system in one process: database, jobs, HTTP; started in order, stopped in the other order. */
import { randomBytes } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type Access, openAccess, type Route } from '../../access/index.ts'
import { casesPolicyFaults } from '../../cases/index.ts'
import { openEngine, privateFolder, removeLeftovers } from '../../engine/index.ts'
import { openFile } from '../../intake/index.ts'
import { Problem } from '../../kernel/index.ts'
import type { Policy } from '../../policy/index.ts'
import { policyInForce, readPacks } from '../../screening/server/index.ts'
import { type Jobs, openJobs, openStore, openVault, type Store, startEmbedded } from '../../store/index.ts'
import { shippedPolicy } from '../command-line.ts'
import { handOverSteps, keepHouse } from './housekeeping.ts'
import { buildHttp } from './http.ts'
import { addPages } from './pages.ts'
import { serverProblems } from './problems.ts'
import { buildPublicHttp } from './public-side.ts'
import { constraintWords, jobHandlers, roomRoutes } from './rooms.ts'
import type { Settings } from './settings.ts'
import { certificateOf } from './tls.ts'

export interface Running {
  address: string
  store: Store
  access: Access
  policy: Policy
  http: FastifyInstance
  /** Every route of every room. */
  routes: readonly Route[]
  /** The side for people without an account, where it has a listener of its own. */
  publicSide?: { address: string; http: FastifyInstance }
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
    await removeLeftovers()
    const policy = policyInForce(shippedPolicy, (error) =>
      process.stderr.write(`本地参数与政策文件夹不符，已暂不采用：\n${error.message}\n`),
    )
    refuseFaultyPolicy(policy.current())
    const url = settings.databaseUrl ?? (await embedded(settings, stops))
    const vault = openVault({ keyFile: settings.keyFile, cipher: settings.cipher })
    const store = await openStore({
      url,
      policy: policy.current,
      policyChanged: policy.refresh,
      now,
      vault,
      constraints: constraintWords,
      filesFolder: join(settings.data, 'files'),
    })
    stops.push(() => store.close())
    await store.policyChanged()
    const tls = await certificateOf(settings, now())
    const address = `${tls === undefined ? 'http' : 'https'}://${settings.host}:${settings.port}`
    const access = openAccess(store, {
      secret: await secretOf(settings),
      baseUrl: settings.baseUrl ?? address,
      openTable: openFile,
      handOverSteps,
      ...(settings.publicUrl === undefined ? {} : { publicUrl: settings.publicUrl }),
      ...(settings.oidc === undefined ? {} : { oidc: settings.oidc }),
    })
    const http = await build(settings, store, access, tls)
    const jobs: Jobs = await openJobs(store, jobHandlers(policy.current, store), {
      onError: (error) => http.log.error({ err: error }, 'job'),
    })
    stops.push(() => jobs.close())
    const house = keepHouse(store, settings.digest, (error) => http.log.error({ err: error }, 'housekeeping'))
    stops.push(() => house.stop())
    await listen(http, settings)
    stops.push(() => closeWithin(http, graceMilliseconds))
    const routes = routesOf(access)
    const publicSide = await openPublicSide(settings, store, routes, stops)
    return { address, store, access, policy: policy.current(), http, routes, stop, ...(publicSide && { publicSide }) }
  } catch (error) {
    await stop()
    throw error
  }
}

/** A mistake in a file only the server reads is told at the start, not at its first use. */
function refuseFaultyPolicy(policy: Policy): void {
  const faults = casesPolicyFaults(policy)
  if (faults.length > 0) throw new Problem(serverProblems.policyFaults, { faults })
  readPacks(policy)
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
  const http = await buildHttp({
    store,
    routes: routesOf(access),
    version: await versionOf(),
    openMetrics: settings.openMetrics,
    ...(settings.requestsPerMinute === undefined ? {} : { requestsPerMinute: settings.requestsPerMinute }),
    log: logOf(settings),
    readiness: () => readiness(store),
    visitorOf: async ({ session, bearer }) => {
      if (bearer !== undefined) {
        const officer = await access.tokenOfficer(bearer)
        return officer === undefined ? undefined : { officer, mustChangePassword: false }
      }
      const found = session === undefined ? undefined : await access.officerOf(session)
      return found === undefined ? undefined : { officer: found.officer, ...found.session }
    },
    ...(tls === undefined ? {} : { https: tls }),
  })
  await addPages(http, pages)
  return http
}

const routesOf = (access: Access): readonly Route[] => [...access.accessRoutes, ...roomRoutes]

const logOf = ({ logLevel, logTo, data }: Settings) => ({
  level: logLevel,
  ...(logTo === 'file' ? { file: join(data, 'xianjie.log') } : {}),
})

async function openPublicSide(settings: Settings, store: Store, routes: readonly Route[], stops: (() => Promise<unknown>)[]) {
  const { publicSide: side, data } = settings
  if (side === undefined) return undefined
  const tls = await certificateOf({ tls: side.tls, data }, store.now())
  const common = { store, routes, version: await versionOf(), log: logOf(settings), readiness: () => readiness(store) }
  const http = await buildPublicHttp({ ...common, ...(tls === undefined ? {} : { https: tls }) })
  await listen(http, side)
  stops.push(() => closeWithin(http, graceMilliseconds))
  return { address: `${tls === undefined ? 'http' : 'https'}://${side.host}:${side.port}`, http }
}

async function listen(http: FastifyInstance, { host, port }: { host: string; port: number }): Promise<void> {
  try {
    await http.listen({ host, port })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new Problem(serverProblems.portTaken, { port })
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
  const folder = await privateFolder('work')
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
