/** A small server to be killed: made from a folder that is prepared once, struck down while at work, and asked afterwards what it holds. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { asOf } from './county.ts'
import { openOffices } from './server-county.ts'
import { acceptFile, type Desk, signIn, untilIdle } from './server-desk.ts'
import { type Program, startProgram } from './server-program.ts'
import { type Chance, chances } from './server-work.ts'

/** Who is killed with -9: the program, whose database then lives on alone, or the database under the program. */
export type Victim = 'program' | 'database'

/** What was prepared once and is copied for every trial. */
export interface Prepared {
  /** Stopped data folders: with offices only, and with register and department files but never screened. */
  empty: string
  filled: string
  password: string
  register: string
  /** A department's file, of which as many different ones can be made as are wanted. */
  listed: string
}

export interface Site {
  program: Program
  bureau: Desk
  data: string
  temporary: string
  /** How often its database was killed since the program started; it is not started again for ever. */
  databaseDeaths: number
}

const drilled = ['残联', '教育局', '民政局', '医保局']

/** Both folders, from the files of a county. */
export async function prepareServers(folder: string, input: string, households: number): Promise<Prepared> {
  const [empty, filled] = [join(folder, 'empty'), join(folder, 'filled')]
  const { password } = await openOffices(empty, households)
  const register = fileIn(input, '农户信息')
  copy(empty, filled)
  const site = await openSite(filled, { password, temporary: join(folder, 'temporary') })
  for (const path of [register, ...drilled.map((name) => fileIn(input, name))])
    await acceptFile(site.bureau, await site.bureau.handIn(path, asOf.slice(0, 7)))
  await untilIdle(site.bureau, 'register.load')
  await site.program.stop()
  return { empty, filled, password, register, listed: fileIn(input, drilled[0] ?? '') }
}

/** With owners and modes as they are: the database refuses a folder that others may enter. */
function copy(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to])
}

/** A server on a data folder, with the county's officer at the desk. */
export async function openSite(data: string, { password, temporary }: { password: string; temporary: string }): Promise<Site> {
  mkdirSync(temporary, { recursive: true })
  const program = await startProgram(data, { TMPDIR: temporary })
  return { program, data, temporary, databaseDeaths: 0, bureau: await signIn(program.address, 'zhao', password) }
}

/** A copy of a prepared folder at work; closed and removed afterwards, whatever happened. */
export async function onCopy<T>(prepared: Prepared, of: 'empty' | 'filled', work: (site: Site) => Promise<T>): Promise<T> {
  const place = `${prepared[of]}-copy`
  mkdirSync(place)
  copy(prepared[of], join(place, 'data'))
  let site: Site | undefined
  try {
    site = await openSite(join(place, 'data'), { password: prepared.password, temporary: join(place, 'temporary') })
    return await work(site)
  } finally {
    await close(site, join(place, 'data'))
    rmSync(place, { recursive: true, force: true })
  }
}

/** Stops a server that may be dead already; a database that outlived it is stopped by the next start. */
async function close(site: Site | undefined, data: string): Promise<void> {
  if (site?.program.ended() === undefined) return site?.program.stop()
  await (await startProgram(data)).stop()
}

const mostDatabaseDeaths = 3

/** Kills and brings everything back to where requests are answered. */
export async function strike(site: Site, victim: Victim): Promise<void> {
  if (victim === 'database') {
    process.kill(site.program.databasePid(), 'SIGKILL')
    site.databaseDeaths += 1
    await patiently(() => site.bureau.need('GET', '/session'))
    if (site.databaseDeaths < mostDatabaseDeaths) return
    await site.program.stop()
  } else await site.program.kill()
  site.program = await startProgram(site.data, { TMPDIR: site.temporary }, site.program.port)
  site.databaseDeaths = 0
}

/** Asks again while nobody answers, for two minutes. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const until = Date.now() + 120_000
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (Date.now() > until) throw error
      await pause(200)
    }
  }
}

/** The owner's way into the database of a server at work. */
export function databaseUrlOf({ data }: Pick<Site, 'data'>): string {
  const port = readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]
  const password = readFileSync(join(data, 'database.password'), 'utf8').trim()
  return `postgres://xianjie_owner:${password}@127.0.0.1:${port}/xianjie`
}

/** One line of answers from the database itself. */
export async function told<T>(site: Site, sql: string): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrlOf(site) })
  await client.connect()
  try {
    const { rows } = await client.query(sql)
    return rows[0] as T
  } finally {
    await client.end()
  }
}

/** Moments at random, the same ones every time. */
export const moments = (what: string): Chance => chances([...what].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) >>> 0, 7))

function fileIn(input: string, department: string): string {
  const [name] = readdirSync(join(input, department)).sort()
  if (name === undefined) throw new Error(`no file of ${department}`)
  return join(input, department, name)
}
