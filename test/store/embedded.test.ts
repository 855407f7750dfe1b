import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { linkLibraries } from '../../src/store/embedded-binaries.ts'
import { lockFolder } from '../../src/store/folder-lock.ts'
import { type EmbeddedDatabase, startEmbedded } from '../../src/store/index.ts'
import { isAlive, waitUntilGone } from '../../src/store/processes.ts'

const isRoot = process.getuid?.() === 0
let home: string
let running: EmbeddedDatabase[]
let programs: ChildProcess[]

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'xianjie-embedded-'))
  running = []
  programs = []
})
afterEach(async () => {
  for (const program of programs) program.kill('SIGKILL')
  for (const database of running) await database.stop()
  await rm(home, { recursive: true, force: true })
})

const start = async (folder = home) => {
  const database = await startEmbedded(folder)
  running.push(database)
  return database
}
const query = async <Row extends pg.QueryResultRow>(url: string, statement: string) => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}
const serverPid = async (folder = home) => Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])

/** A program that writes numbers, killed without warning after some; answers the last it was told is committed. */
async function killedAfter(count: number): Promise<number> {
  const program = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'dying-program.ts'), home])
  programs.push(program)
  let said = ''
  let complaint = ''
  program.stderr.on('data', (piece: Buffer) => (complaint += piece.toString()))
  await new Promise<void>((done, fail) => {
    program.stdout.on('data', (piece: Buffer) => {
      said += piece.toString()
      if (said.split('\n').length > count) done()
    })
    program.on('exit', () => fail(new Error(complaint)))
  })
  program.removeAllListeners('exit')
  program.kill('SIGKILL')
  await new Promise((done) => program.on('close', done))
  return Number(said.split('\n').at(-2))
}

describe('the embedded database', () => {
  test('keeps what it was told over a restart', async () => {
    const first = await start()
    await query(first.url, 'CREATE TABLE kept AS SELECT 7 AS n')
    await first.stop()
    const second = await start()
    expect(await query(second.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }])
  })

  test('has everything on disk before it is acknowledged, logs no statement, asks for its password and refuses a second start', async () => {
    const { url } = await start()
    const settings =
      "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses', 'password_encryption') ORDER BY 1"
    expect(await query(url, settings)).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'full_page_writes', setting: 'on' },
      { name: 'listen_addresses', setting: '127.0.0.1' },
      { name: 'password_encryption', setting: 'scram-sha-256' },
      { name: 'synchronous_commit', setting: 'on' },
    ])
    await expect(query(url, "SELECT '522399199001011234'::integer")).rejects.toThrow(/out of range/)
    expect(await readFile(join(home, 'postgres.log'), 'utf8')).not.toContain('SELECT')
    const guessed = new URL(url)
    guessed.password = 'guess'
    await expect(query(guessed.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/)
    expect((await lstat(join(home, 'database.password'))).mode & 0o777).toBe(0o600)
    await expect(start()).rejects.toThrow(
      `数据文件夹 ${home} 正被另一个衔接程序使用（进程 ${process.pid}）。请先停止它，或用 XIANJIE_DATA 指定别的文件夹。`,
    )
  })
})

describe('the lock on a folder', () => {
  const lock = () => lockFolder(home)

  test('is taken over when its program is gone, also when its number was given to another', async () => {
    await writeFile(join(home, 'xianjie.lock'), JSON.stringify({ pid: process.ppid, started: 'long ago' }))
    await expect(lock()).resolves.toBeDefined()
  })

  test.each(['', '{"pid":'])('is taken over when it cannot be read: %j', async (text) => {
    await writeFile(join(home, 'xianjie.lock'), text)
    await expect(lock()).resolves.toBeDefined()
  })

  test('is free again after its release, and belongs to one of many that ask at once', async () => {
    await (await lock()).release()
    const asked = await Promise.allSettled(Array.from({ length: 8 }, lock))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('after kill -9', () => {
  test('of the program, the orphan is stopped and every acknowledged number is there', async () => {
    const last = await killedAfter(120)
    const orphan = await serverPid()
    expect(isAlive(orphan)).toBe(true)
    const database = await start()
    expect(isAlive(orphan)).toBe(false)
    const [row] = await query<{ found: number; last: number }>(
      database.url,
      'SELECT count(*)::integer AS found, max(n)::integer AS last FROM numbers',
    )
    expect(row?.found).toBeGreaterThanOrEqual(last)
    expect(row?.last).toBe(row?.found)
  })

  test('of the server, it is started again on the same address, and every acknowledged row is there', async () => {
    const { url } = await start()
    await query(url, 'CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n')
    const killed = await serverPid()
    process.kill(killed, 'SIGKILL')
    await waitUntilGone(killed, 5000)
    let found: unknown
    for (let tried = 0; tried < 200 && found === undefined; tried += 1) {
      found = await query(url, 'SELECT count(*)::integer AS n FROM kept').catch(() => undefined)
      await new Promise((done) => setTimeout(done, 100))
    }
    expect(found).toEqual([{ n: 1000 }])
    expect(await serverPid()).not.toBe(killed)
  })

  test('of program and server, the next start recovers', async () => {
    const last = await killedAfter(80)
    process.kill(await serverPid(), 'SIGKILL')
    const { url } = await start()
    const [row] = await query<{ found: string }>(url, 'SELECT count(*) AS found FROM numbers')
    expect(Number(row?.found)).toBeGreaterThanOrEqual(last)
  })
})

describe('a cluster', () => {
  test('that was half made is made anew', async () => {
    await mkdir(join(home, 'postgres.making', 'base'), { recursive: true })
    await writeFile(join(home, 'postgres.making', 'PG_VERSION'), '18\n')
    await expect(start()).resolves.toBeDefined()
    expect(await readdir(home)).not.toContain('postgres.making')
  })

  test('that is there is never made anew, even when it does not start', async () => {
    await mkdir(join(home, 'postgres'), { mode: 0o700 })
    await writeFile(join(home, 'postgres', 'precious'), 'x')
    await expect(start()).rejects.toThrow(/数据库没有启动成功/)
    expect(await readFile(join(home, 'postgres', 'precious'), 'utf8')).toBe('x')
  })
})

describe.runIf(isRoot)('as root', () => {
  const userOf = async () => /^Uid:\s+(\d+)/m.exec(await readFile(`/proc/${await serverPid()}/status`, 'utf8'))?.[1]

  test('in a folder only root can enter, it runs in a user namespace of its own, also after the folder was opened', async () => {
    for (const mode of [0o700, 0o755]) {
      await chmod(home, mode)
      const database = await start()
      expect(await userOf()).toBe('0')
      expect((await lstat(join(home, 'postgres'))).uid).toBe(0)
      await database.stop()
    }
  })

  test('in a folder everybody can enter, it runs as nobody', async () => {
    await chmod(home, 0o755)
    await start()
    expect(await userOf()).toBe('65534')
    expect((await lstat(join(home, 'postgres'))).uid).toBe(65534)
  })
})

describe('packages installed without their scripts', () => {
  test('get the links between library versions they are missing, once', async () => {
    await mkdir(join(home, 'native', 'lib'), { recursive: true })
    await writeFile(join(home, 'native', 'lib', 'libpq.so.5.18'), 'library')
    await writeFile(
      join(home, 'native', 'pg-symlinks.json'),
      JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
    )
    await linkLibraries(home)
    await linkLibraries(home)
    expect(await readlink(join(home, 'native', 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18')
    expect(await readFile(join(home, 'native', 'lib', 'libpq.so.5'), 'utf8')).toBe('library')
  })
})
