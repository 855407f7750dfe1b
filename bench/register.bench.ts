/** The register at work on an invented county: first load, export and search, each with the processor time it took here and in the database. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { registerLoadHandler } from '../src/app/jobs/register-load.ts'
import { loadPolicy } from '../src/policy/index.ts'
import { exportRegister, type LoadReport, registryRoutes } from '../src/registry/index.ts'
import { keepFile, type Officer, openStore, openVault, type RunningJob, type Store, startEmbedded } from '../src/store/index.ts'
import { asOf, cleanCounty, region } from './county.ts'
import { databaseProcessor } from './server-program.ts'

interface Line {
  what: string
  seconds: number
  persons: number
  perSecond: number
  /** Seconds of processor time: steadier than the clock on a shared machine. */
  nodeCpu: number
  databaseCpu: number
}

const seat = (area: string): Officer => ({
  id: 1,
  name: '测量员',
  officeId: 1,
  area,
  role: 'county_officer',
  permissions: new Set(['register.read', 'register.load']),
})

async function measured(what: string, folder: string, work: () => Promise<number>): Promise<Line> {
  const [start, node, database] = [performance.now(), process.cpuUsage(), databaseProcessor(folder)]
  const persons = await work()
  const seconds = (performance.now() - start) / 1000
  const used = process.cpuUsage(node)
  return {
    what,
    seconds,
    persons,
    perSecond: Math.round(persons / seconds),
    nodeCpu: (used.user + used.system) / 1e6,
    databaseCpu: databaseProcessor(folder) - database,
  }
}

const asSeat = (area: string) => ({ officer: seat(area), requestId: 'bench' })

/** As the job does it: kept files in, the register out. */
async function firstLoad(store: Store, input: string, folder: string, fileIds: readonly number[]): Promise<LoadReport> {
  const policy = loadPolicy(join(import.meta.dirname, '../policy'))
  const job: RunningJob = {
    id: 1,
    input: { fileIds, asOf },
    divisionCode: region,
    startedBy: seat(region),
    signal: new AbortController().signal,
    progress: ({ line, done }) => process.stderr.isTTY && process.stderr.write(`\r${input} ${line} ${done}    `),
    transaction: (work) => store.transaction(asSeat(region), work),
  }
  return registerLoadHandler({ policy: () => policy, parentFolder: folder })(job) as Promise<LoadReport>
}

async function keepInput(store: Store, input: string): Promise<number[]> {
  const ids: number[] = []
  for (const name of readdirSync(input)) {
    const file = { path: join(input, name), name, kind: 'upload', divisionCode: region }
    ids.push((await store.transaction(asSeat(region), (ctx) => keepFile(ctx, file))).id)
  }
  return ids
}

/** What people type: a name, its initials, its sound, a given name, the beginning of a household number. */
async function typed(store: Store): Promise<string[]> {
  return store.asOwner(async (client) => {
    const { rows } = await client.query<{ name: string; given_name: string; sound: string; initials: string; number: string }>(
      `SELECT p.name, p.given_name, p.sound, p.initials, left(h.household_number, 12) AS number FROM persons p JOIN households h ON h.id = p.household_id WHERE p.id % 997 = 0 LIMIT 60`,
    )
    return rows.flatMap((row) => [row.name, row.given_name, row.sound, row.initials, row.number])
  })
}

async function searches(store: Store, area: string): Promise<{ area: string; p50: number; p95: number; times: number }> {
  const route = registryRoutes.find(({ method, path }) => method === 'GET' && path === '/register/households')
  if (route === undefined) throw new Error('no list of households')
  const times: number[] = []
  for (const q of await typed(store)) {
    const start = performance.now()
    const input = {
      params: {},
      query: route.query?.parse({ q }),
      body: undefined,
      uploads: [],
      address: '',
      userAgent: '',
      token: undefined,
    }
    await store.transaction(asSeat(area), (ctx) => route.handle(ctx, input as Parameters<typeof route.handle>[1]))
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const at = (part: number) => Math.round((times[Math.floor(times.length * part)] ?? Number.NaN) * 10) / 10
  return { area, p50: at(0.5), p95: at(0.95), times: times.length }
}

async function measureAll(store: Store, folder: string, county: Awaited<ReturnType<typeof cleanCounty>>): Promise<void> {
  const fileIds = await keepInput(store, join(county.folder, '农户信息'))
  const load = await measured('首次导入', folder, async () => (await firstLoad(store, county.folder, folder, fileIds)).persons)
  await store.asOwner((client) => client.query('VACUUM ANALYZE'))
  const to = join(folder, 'register.csv')
  const written = await measured('导出给筛查', folder, async () => (await exportRegister(store, { area: region, asOf, to })).persons)
  console.table([load, written])
  const village = await store.asOwner(
    async (client) =>
      (await client.query('SELECT division_code AS code FROM households ORDER BY division_code OFFSET 50 LIMIT 1')).rows[0].code as string,
  )
  console.table([await searches(store, village), await searches(store, village.slice(0, 9)), await searches(store, region)])
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { households: { type: 'string', default: '160000' } } })
  const county = await cleanCounty(Number(values.households), (line) => process.stderr.isTTY && process.stderr.write(`\r${line}    `))
  const folder = mkdtempSync(join(tmpdir(), 'register-bench-'))
  const database = await startEmbedded(folder)
  try {
    const vault = openVault({ keyFile: join(folder, 'keys') })
    const policy = loadPolicy(join(import.meta.dirname, '../policy'))
    const store = await openStore({ url: database.url, policy: () => policy, vault, filesFolder: join(folder, 'files') })
    try {
      await measureAll(store, folder, county)
    } finally {
      await store.close()
    }
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
