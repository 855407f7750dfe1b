/** The server as a program of its own, on a data folder: started, asked how much memory it takes, stopped or killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export interface Program {
  address: string
  port: number
  /** Seconds of processor time so far: of the program, and of its database with everything that ran under it. */
  processor(): { program: number; database: number }
  /** Megabytes of the program's process; its database and its screening process are others. */
  memory(): number
  /** Its PostgreSQL. */
  databasePid(): number
  /** Gracefully. */
  stop(): Promise<void>
  /** kill -9 of the program alone; its database and its children are left to themselves. */
  kill(): Promise<void>
  /** How it ended, when it has. */
  ended(): string | undefined
}

const command = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, '../src/app/cli.ts'), 'serve']

/** Answers when it takes requests; throws what it said when it does not. The same port again keeps those who are signed in at work. */
export async function startProgram(data: string, env: Record<string, string> = {}, wantedPort?: number): Promise<Program> {
  mkdirSync(data, { recursive: true })
  const port = wantedPort ?? (await freePort())
  const child = spawn(process.execPath, command, {
    env: { ...process.env, XIANJIE_DEMO: 'none', ...env, XIANJIE_DATA: data, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => (said = (said + piece.toString()).slice(-4000)))
  const address = `http://127.0.0.1:${port}`
  for (let tried = 0; !said.includes('衔接已启动'); tried += 1) {
    if (endOf(child) !== undefined || tried > 2400) throw new Error(`the server did not start: ${endOf(child) ?? 'no answer'} ${said}`)
    await pause(50)
  }
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  const end = async (signal: NodeJS.Signals) => {
    if (endOf(child) === undefined) child.kill(signal)
    await gone
  }
  return {
    address,
    port,
    processor: () => ({ program: processorOf(child.pid ?? 0), database: databaseProcessor(data) }),
    memory: () => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024),
    databasePid: () => Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    ended: () => endOf(child),
  }
}

/** Of one process: itself, and with `children` those that ended under it. */
function processorOf(pid: number | string, children = false): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const used = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, children ? 15 : 13)
  return used.reduce((sum, ticks) => sum + Number(ticks), 0) / 100
}

/** Processor seconds of the embedded database in a data folder: its own, of its backends, and of backends that ended. */
export function databaseProcessor(data: string): number {
  const server = readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0] ?? ''
  let seconds = processorOf(server, true)
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const parent = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]
      if (parent === server) seconds += processorOf(pid)
    } catch {
      // It ended meanwhile; the server counts it.
    }
  }
  return seconds
}

function endOf(child: ChildProcess): string | undefined {
  if (child.exitCode === null && child.signalCode === null) return undefined
  return String(child.signalCode ?? child.exitCode)
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
