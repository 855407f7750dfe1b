/**
 * The server with a large county inside and officers at work in it: how long answers take, route by route, and whether memory stays flat.
 * Options: --minutes N (10) · --households N (160000) · --officers N (100) · --think N (seconds between two things one officer does, 8) · --screening (again, beside the command line) · --json.
 */
import { rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { asOf, cleanCounty, region } from './county.ts'
import { line, machine, spread, table } from './lines.ts'
import { runNode } from './measured.ts'
import { type FilledCounty, filledCounty, screen, timed } from './server-county.ts'
import { signIn } from './server-desk.ts'
import { type Program, startProgram } from './server-program.ts'
import { chances, deeds, type Level, type Worker } from './server-work.ts'

interface Asked {
  route: string
  isWrite: boolean
  status: number
  milliseconds: number
}

/** Of all levels as they are spread, however many are asked for. */
const workersOf = ({ officers }: FilledCounty, count: number): { username: string; level: Level }[] => {
  const all = (Object.entries(officers) as [Level, string[]][]).flatMap(([level, names]) => names.map((username) => ({ username, level })))
  return Array.from({ length: count }, (_, n) => all[Math.floor((n * all.length) / count)] as (typeof all)[number])
}

const routeOf = (method: string, path: string) =>
  `${method} ${(path.split('?')[0] ?? '').replace(/\/\d+(?=\/|$)/g, '/:id')}${path.includes('q=') ? '?q' : ''}`

/** Works until the end; what one officer does next is drawn by how often it is done. */
async function work(worker: Worker, until: number, thinkSeconds: number, asked: Asked[]): Promise<void> {
  const mine = deeds.filter(({ needs }) => worker.permissions.has(needs))
  const often = mine.reduce((sum, one) => sum + one.often, 0)
  const ask = async <T>({ desk }: Worker, method: string, path: string, body?: object): Promise<T | undefined> => {
    const { status, json, milliseconds } = await desk.ask<T>(method, path, body)
    asked.push({ route: routeOf(method, path), isWrite: method !== 'GET', status, milliseconds })
    if (status >= 400 && status !== 409 && status !== 403) process.stderr.write(`${method} ${path}: ${status} ${JSON.stringify(json)}\n`)
    return status < 400 ? json : undefined
  }
  await pause(worker.chance() * thinkSeconds * 1000)
  while (Date.now() < until) {
    let drawn = worker.chance() * often
    const next = mine.find((one) => {
      drawn -= one.often
      return drawn < 0
    })
    await (next ?? mine[0])?.deed(worker, ask)
    // Between a quarter and nearly twice the usual pause.
    await pause(Math.min(thinkSeconds * (0.25 + 1.5 * worker.chance()) * 1000, Math.max(0, until - Date.now())))
  }
}

function percentiles(times: readonly number[]): { p50: number; p95: number; p99: number; most: number } {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number) => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN) * 10) / 10
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) }
}

function byRoute(asked: readonly Asked[]): Record<string, object> {
  const groups = Map.groupBy(asked, ({ route }) => route)
  const lines = [...groups].map(
    ([route, all]) => [route, { n: all.length, ...percentiles(all.map(({ milliseconds }) => milliseconds)) }] as const,
  )
  return Object.fromEntries(lines.sort(([one], [other]) => one.localeCompare(other)))
}

interface Watched {
  memory: number[]
  load: number[]
  /** Milliseconds of processor time for one request. */
  processor: { program: number; database: number }
}

/** Everybody at work; memory and load of the machine are written down twice a minute. */
async function atWork(program: Program, county: FilledCounty, options: Options): Promise<{ asked: Asked[]; watched: Watched }> {
  const workers: Worker[] = []
  for (const [n, { username, level }] of workersOf(county, options.officers).entries()) {
    const desk = await signIn(program.address, username, county.password)
    const { permissions } = await desk.need<{ permissions: string[] }>('GET', '/session')
    workers.push({ desk, level, permissions: new Set(permissions), chance: chances(20_261_031 + n), households: [], leads: [] })
    options.say(`登录 ${n + 1}/${options.officers}`)
  }
  const asked: Asked[] = []
  const watched: Watched = { memory: [program.memory()], load: [loadavg()[0] ?? 0], processor: program.processor() }
  const until = Date.now() + options.minutes * 60_000
  const watch = setInterval(() => {
    watched.memory.push(program.memory())
    watched.load.push(loadavg()[0] ?? 0)
    options.say(`${asked.length} 次请求，还有 ${Math.round((until - Date.now()) / 1000)} 秒`)
  }, 30_000)
  try {
    await Promise.all(workers.map((worker) => work(worker, until, options.think, asked)))
  } finally {
    clearInterval(watch)
  }
  watched.memory.push(program.memory())
  const [before, after] = [watched.processor, program.processor()]
  const each = (part: keyof typeof before) => (1000 * (after[part] - before[part])) / asked.length
  watched.processor = { program: each('program'), database: each('database') }
  return { asked, watched }
}

interface Options {
  minutes: number
  officers: number
  think: number
  say: (line: string) => void
}

/** The same files by the server's job and by the command line, one after the other. */
async function screenings(program: Program, county: FilledCounty, households: number): Promise<{ job: number; commandLine: number }> {
  const desk = await signIn(program.address, 'zhao', county.password)
  const { folder } = await cleanCounty(households, () => undefined)
  const out = join(county.data, 'command-line')
  const cli = join(import.meta.dirname, '../src/app/cli.ts')
  const job = await timed(() => screen(desk))
  const commandLine = await timed(async () => {
    const run = await runNode([cli, 'screen', folder, '--region', region, '--as-of', asOf, '--out', out])
    if (run.code !== 0) throw new Error(run.stderr)
  })
  rmSync(out, { recursive: true, force: true })
  return { job, commandLine }
}

function summary(asked: readonly Asked[], { memory, load, processor }: Watched): string {
  const [reads, writes] = [false, true].map((isWrite) =>
    percentiles(asked.filter((one) => one.isWrite === isWrite).map(({ milliseconds }) => milliseconds)),
  )
  const count = (wanted: (status: number) => boolean) => asked.filter(({ status }) => wanted(status)).length
  const note = (one: typeof reads) => `p50 ${one?.p50}，p99 ${one?.p99}，最长 ${one?.most}`
  const warm = memory[Math.min(2, memory.length - 1)] ?? Number.NaN
  const last = memory.at(-1) ?? Number.NaN
  const failed = count((status) => status >= 400 && status !== 409 && status !== 403)
  return table([
    line('读，p95', {
      ours: reads?.p95 ?? null,
      unit: '毫秒',
      target: '≤ 100',
      isMet: (reads?.p95 ?? Number.NaN) <= 100,
      note: note(reads),
    }),
    line('写，p95', {
      ours: writes?.p95 ?? null,
      unit: '毫秒',
      target: '≤ 200',
      isMet: (writes?.p95 ?? Number.NaN) <= 200,
      note: note(writes),
    }),
    line('出错', {
      ours: failed,
      unit: `次，共 ${asked.length} 次`,
      target: '0',
      isMet: failed === 0,
      note: `别人先改 ${count((status) => status === 409)}，无权限 ${count((status) => status === 403)}`,
    }),
    line('内存，一分钟时到结束', {
      ours: last,
      reference: warm,
      ratio: last / warm,
      unit: 'MB',
      target: '≤ 1.25',
      isMet: last <= warm * 1.25,
      note: memory.join(' '),
    }),
    line('处理器时间，每次请求', {
      ours: processor.program + processor.database,
      unit: '毫秒',
      note: `程序 ${processor.program.toFixed(1)}，数据库 ${processor.database.toFixed(1)}`,
    }),
    line('机器负荷', { ours: load.at(-1) ?? null, note: spread(load) }),
  ])
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '10' },
      households: { type: 'string', default: '160000' },
      officers: { type: 'string', default: '100' },
      think: { type: 'string', default: '8' },
      screening: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const say = (text: string) => process.stderr.isTTY && process.stderr.write(`\r${text}          `)
  const county = await filledCounty(Number(values.households), say)
  // All of them sit behind one address here.
  const program = await startProgram(county.data, { XIANJIE_REQUESTS_PER_MINUTE: '100000' })
  try {
    const options = { minutes: Number(values.minutes), officers: Number(values.officers), think: Number(values.think), say }
    const { asked, watched } = await atWork(program, county, options)
    const routes = byRoute(asked)
    if (values.json) process.stdout.write(`${JSON.stringify({ machine: machine(), routes, watched })}\n`)
    else console.table(routes)
    process.stdout.write(`${summary(asked, watched)}\n`)
    if (values.screening) {
      const { job, commandLine } = await screenings(program, county, Number(values.households))
      const ratio = job / commandLine
      process.stdout.write(
        `${table([line('筛查，服务器与命令行', { ours: job, reference: commandLine, ratio, unit: '秒', target: '≤ 1.5', isMet: ratio <= 1.5 })])}\n`,
      )
    }
  } finally {
    await program.stop()
  }
}
