/** Starts a scratch cluster of the PostgreSQL 15 that Debian packages, and runs a command with DATABASE_URL set: `node with-postgres-15.ts npx vitest run test/store`; `--if-installed` passes over machines without it. */
import { type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const bin = '/usr/lib/postgresql/15/bin'

/** PostgreSQL refuses root; Debian's package brings a user of its own. */
function databaseUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (option: string) => Number(spawnSync('id', [option, 'postgres'], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
}

const ended = (program: string, args: readonly string[], options: SpawnOptions) =>
  new Promise<number>((done) => {
    spawn(program, args, options)
      .on('error', (error) => {
        console.error(error.message)
        done(127)
      })
      .on('exit', (status) => done(status ?? 1))
  })

async function main(words: string[]): Promise<number> {
  const isOptional = words[0] === '--if-installed'
  const [command = '', ...args] = isOptional ? words.slice(1) : words
  if (!existsSync(join(bin, 'postgres'))) {
    console.error(`没有找到 ${bin}。请先安装：apt-get install postgresql-15`)
    return isOptional ? 0 : 127
  }
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-postgres-15-'))
  const user = databaseUser()
  if (user !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const port = await freePort()
  const as = { ...user, cwd: '/', stdio: 'ignore' } as const
  const control = (...what: string[]) => ended(join(bin, 'pg_ctl'), ['-D', data, '-w', ...what], as)
  try {
    const made = await ended(join(bin, 'initdb'), ['-D', data, '-U', 'owner', '--auth=trust', '--encoding=UTF8', '--locale=C'], as)
    const settings = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories= -c max_connections=200`
    if (made !== 0 || (await control('-o', settings, '-l', join(folder, 'log'), 'start')) !== 0) {
      console.error('PostgreSQL 15 没有启动成功。')
      return 1
    }
    const env = {
      ...process.env,
      XIANJIE_TEST_RESULTS: 'results-postgres-15.json',
      DATABASE_URL: `postgres://owner@127.0.0.1:${port}/postgres`,
    }
    return await ended(command, args, { stdio: 'inherit', env })
  } finally {
    await control('-m', 'immediate', 'stop')
    rmSync(folder, { recursive: true, force: true })
  }
}

process.exitCode = await main(process.argv.slice(2))
