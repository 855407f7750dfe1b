/** The PostgreSQL that comes with the program: started with it, kept running, stopped with it. */
import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { Problem } from '../kernel/index.ts'
import { type Binaries, findBinaries, startProgram } from './embedded-binaries.ts'
import { makeCluster, owner, passwordOf, stopOrphan } from './embedded-cluster.ts'
import { lockFolder } from './folder-lock.ts'
import { storeProblems } from './problems.ts'

export interface EmbeddedDatabase {
  /** Connection string of the owner of the schema. */
  readonly url: string
  stop(): Promise<void>
}

const startSeconds = 60
/** A server that dies this often within ten minutes is not started again. */
const mostRestarts = 5
const restartWindow = 600_000

interface Cluster {
  binaries: Binaries
  home: string
  data: string
  password: string
  port: number
}

/** Starts the database kept in `<folder>/postgres`; a folder another living program uses is refused, a database that outlived its program is stopped first. */
export async function startEmbedded(folder: string, onError: (error: Error) => void = () => undefined): Promise<EmbeddedDatabase> {
  const home = resolve(folder)
  await mkdir(home, { recursive: true })
  const lock = await lockFolder(home)
  try {
    const data = join(home, 'postgres')
    const binaries = await findBinaries(home, data)
    const password = await passwordOf(home)
    await stopOrphan(data, password)
    await makeCluster(binaries, home, data, password)
    const cluster = { binaries, home, data, password, port: await freePort() }
    const server = await keepRunning(cluster, onError)
    const url = `postgres://${owner}:${password}@127.0.0.1:${cluster.port}/xianjie`
    return { url, stop: () => server.stop().finally(() => lock.release()) }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** Starts the server, and again, on the same port, when it dies by itself: requests under way fail, the next ones find it. */
async function keepRunning(cluster: Cluster, onError: (error: Error) => void): Promise<{ stop(): Promise<void> }> {
  let isStopping = false
  let restarts: number[] = []
  let restarting = Promise.resolve()
  const launch = async (): Promise<ChildProcess> => {
    const child = await start(cluster)
    child.once('exit', (status, signal) => {
      if (isStopping) return
      onError(new Error(`database ended by itself: ${signal ?? status}`))
      restarts = [...restarts.filter((at) => at > Date.now() - restartWindow), Date.now()]
      if (restarts.length <= mostRestarts) restarting = relaunch().catch(onError)
    })
    return child
  }
  const relaunch = async () => {
    current = await launch()
  }
  let current = await launch()
  return {
    async stop() {
      isStopping = true
      await restarting
      await stopChild(current)
    },
  }
}

/** Backends of a server that was killed hold its memory for a moment, in which a new one refuses to start. */
async function start(cluster: Cluster): Promise<ChildProcess> {
  for (let tried = 1; ; tried += 1) {
    const child = run(cluster)
    const failed = await untilReady(child, cluster)
    if (failed === undefined) return child
    await stopChild(child)
    if (tried === 10 || !/shared memory block|lock file/.test(failed)) throw new Problem(storeProblems.notStarted, { reason: failed })
    await pause(300)
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.on('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
}

function run({ binaries, home, data, port }: Cluster): ChildProcess {
  const log = openSync(join(home, 'postgres.log'), 'a', 0o600)
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 80,
    shared_buffers: '256MB',
    work_mem: '16MB',
    max_wal_size: '2GB',
    random_page_cost: 1.1,
    log_min_messages: 'warning',
    // Statements may carry personal data; they are never written to the log.
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: 0,
  }
  const args = ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const child = startProgram(binaries, 'postgres', args, log)
  closeSync(log)
  return child
}

/** Why it is not ready, or nothing. While it recovers from a crash, however long that takes, it is waited for. */
async function untilReady(child: ChildProcess, { port, password, home }: Cluster): Promise<string | undefined> {
  let ended: string | undefined
  child.on('error', (error) => (ended = error.message))
  child.on('exit', () => (ended ??= ''))
  for (let tried = 0; tried < startSeconds * 20 && ended === undefined; ) {
    const client = new pg.Client({ host: '127.0.0.1', port, user: owner, password, database: 'postgres' })
    client.on('error', () => undefined)
    try {
      await client.connect()
      const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = 'xianjie'")
      if (rowCount === 0) await client.query('CREATE DATABASE xianjie')
      return undefined
    } catch (error) {
      const isRecovering = (error as { code?: string }).code === '57P03'
      if (!isRecovering) tried += 1
      await pause(50)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  const log = await readFile(join(home, 'postgres.log'), 'utf8').catch(() => '')
  return ended || log.trim().split('\n').slice(-3).join(' ') || '没有回应'
}

/** Fast shutdown: open transactions are rolled back, everything acknowledged is on disk. */
async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  child.kill('SIGINT')
  const timer = setTimeout(() => child.kill('SIGQUIT'), 10_000)
  await gone
  clearTimeout(timer)
}

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds))
