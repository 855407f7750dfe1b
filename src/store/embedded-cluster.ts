/** The cluster in the data folder: made once, whole or not at all, and freed from a database that outlived its program. */
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { Problem } from '../kernel/index.ts'
import { type Binaries, nobody, startProgram } from './embedded-binaries.ts'
import { storeProblems } from './problems.ts'
import { isAlive, waitUntilGone } from './processes.ts'

export const owner = 'xianjie_owner'

/** The owner's password, made on first use; without it the cluster can be started, but not entered. */
export async function passwordOf(home: string): Promise<string> {
  const place = join(home, 'database.password')
  const known = await readFile(place, 'utf8').catch(() => undefined)
  if (known !== undefined) return known.trim()
  const password = randomBytes(24).toString('hex')
  await writeFile(place, password, { mode: 0o600, flush: true })
  return password
}

/** Makes the cluster beside its place and moves it there when it is whole: a half-made one is made anew, a finished one is never touched. */
export async function makeCluster(binaries: Binaries, home: string, data: string, password: string): Promise<void> {
  if (existsSync(data)) return
  const making = `${data}.making`
  await rm(making, { recursive: true, force: true })
  await mkdir(making, { mode: 0o700 })
  const passwordFile = join(home, '.database.password.once')
  await writeFile(passwordFile, password, { mode: 0o600 })
  try {
    if (binaries.runAs === 'nobody') for (const path of [making, passwordFile]) await chown(path, nobody, nobody)
    const args = ['-D', making, '-U', owner, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C']
    const failed = await finished(startProgram(binaries, 'initdb', args, 'pipe'))
    if (failed?.includes('unshare') === true) throw new Problem(storeProblems.noNamespace, { folder: home })
    if (failed !== undefined) throw new Problem(storeProblems.notStarted, { reason: failed })
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(making, data)
}

/** Why a program failed, in its own last words. */
function finished(child: ChildProcess): Promise<string | undefined> {
  return new Promise((done) => {
    let said = ''
    child.stdout?.on('data', (piece: Buffer) => (said += piece.toString()))
    child.stderr?.on('data', (piece: Buffer) => (said += piece.toString()))
    child.on('error', (error) => done(error.message))
    child.on('close', (status) => done(status === 0 ? undefined : said.trim().split('\n').slice(-3).join(' ')))
  })
}

/** After a kill -9 of the program its database lives on; it is stopped here, so that the one that runs is this program's own. */
export async function stopOrphan(data: string, password: string): Promise<void> {
  const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid) || !(await isPostgresOf(pid, Number(lines[3]), data, password))) return
  process.kill(pid, 'SIGINT')
  if (await waitUntilGone(pid, 10_000)) return
  process.kill(pid, 'SIGQUIT')
  await waitUntilGone(pid, 10_000)
}

/** A process number may belong to somebody else by now: on Linux the command line tells, elsewhere the database itself is asked. */
async function isPostgresOf(pid: number, port: number, data: string, password: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    return command.includes('postgres') && command.includes(data)
  }
  const client = new pg.Client({ host: '127.0.0.1', port, user: owner, password, database: 'postgres' })
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
    return rows[0]?.data_directory === data.replaceAll('\\', '/')
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
