/** A data folder with an invented county at work: offices and a hundred officers, register, department files, one screening; made once through the API and kept under `bench/work/`. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type SetUpPlan, setUpOffices } from '../src/access/index.ts'
import { demoPlan } from '../src/app/server/demo/plan.ts'
import { serve } from '../src/app/server/serve.ts'
import { readSettings } from '../src/app/server/settings.ts'
import { systemOfficer } from '../src/store/index.ts'
import { asOf, cleanCounty, region } from './county.ts'
import { acceptFile, type Desk, signIn, untilIdle } from './server-desk.ts'
import { type Program, startProgram } from './server-program.ts'

export interface FilledCounty {
  data: string
  password: string
  /** Log-ins of those who work in it, by the level they work at. */
  officers: Record<'village' | 'township' | 'county', string[]>
  persons: number
  /** How long the first load and the first screening took, as jobs of the server. */
  seconds: { load: number; screening: number }
}

type Say = (line: string) => void

/** Seven of ten officers work in villages. */
const villageOfficers = 70
const townshipOfficers = 22
const countyOfficers = 8

/** The county of that many households; filled when it is not there yet, which takes minutes. */
export async function filledCounty(households: number, say: Say): Promise<FilledCounty> {
  const data = join(import.meta.dirname, 'work', `server-${households}`)
  const note = join(data, 'filled.json')
  const tables = tablesNow()
  if (!existsSync(note) || JSON.parse(readFileSync(note, 'utf8')).tables !== tables) {
    rmSync(data, { recursive: true, force: true })
    const county = await cleanCounty(households, say)
    const opened = await openOffices(data, households)
    const program = await startProgram(data)
    try {
      const seconds = await fill(program, county.folder, opened, say)
      writeFileSync(note, JSON.stringify({ ...opened, tables, persons: county.persons, seconds }))
    } finally {
      await program.stop()
    }
  }
  return { data, ...JSON.parse(readFileSync(note, 'utf8')) }
}

/** What the migrations say: a folder made by others is made anew. */
function tablesNow(): string {
  const folder = join(import.meta.dirname, '../migrations')
  const all = readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  return createHash('sha256').update(all.join()).digest('hex')
}

type Opened = Pick<FilledCounty, 'password' | 'officers'> & { liaisons: Readonly<Record<string, string>> }

/** The invented county's offices, and a hundred officers spread over its villages and townships. */
export async function openOffices(data: string, households: number): Promise<Opened> {
  const password = 'Bench-2026-xianjie'
  const plan = demoPlan(households, password)
  const places = plan.divisions.filter(({ code }) => code.startsWith(region))
  const at = (level: number, count: number) => {
    const all = places.filter(({ code }) => code.length === level)
    return Array.from({ length: count }, (_, n) => all[Math.floor((n * all.length) / count)] as (typeof all)[number])
  }
  const made = (
    places: readonly { code: string; name: string }[],
    prefix: string,
    role: (n: number) => string,
    office: (name: string) => string,
  ) =>
    places.map(({ code, name }, n) => ({
      username: `${prefix}${n + 1}`,
      name: `测量员${prefix}${n + 1}`,
      role: role(n),
      office: { divisionCode: code, name: office(name) },
      password,
    }))
  const villages = made(
    at(12, villageOfficers),
    'village',
    () => 'village_cadre',
    (name) => `${name}村民委员会`,
  )
  const townships = made(
    at(9, townshipOfficers),
    'township',
    (n) => (n % 5 === 0 ? 'township_lead' : 'township_officer'),
    (name) => `${name}人民政府`,
  )
  const counties = made(
    at(6, countyOfficers),
    'county',
    (n) => (n % 4 === 0 ? 'county_lead' : 'county_officer'),
    (name) => `${name}农业农村局`,
  )
  const added = [...villages, ...townships, ...counties]
  const running = await serve({ ...readSettings({ XIANJIE_DATA: data }), port: 0 })
  try {
    const whole: SetUpPlan = { ...plan, officers: [...plan.officers, ...added] }
    await running.store.transaction({ officer: systemOfficer, requestId: 'bench' }, (ctx) => setUpOffices(ctx, running.access.roles, whole))
  } finally {
    await running.stop()
  }
  const names = (officers: typeof added) => officers.map(({ username }) => username)
  return { password, liaisons: plan.liaisons, officers: { village: names(villages), township: names(townships), county: names(counties) } }
}

/** Every file through the officer whose file it is, the register first, then a screening. */
async function fill(program: Program, input: string, { password, liaisons }: Opened, say: Say): Promise<FilledCounty['seconds']> {
  const bureau = await signIn(program.address, 'zhao', password)
  const folders = readdirSync(input).sort((one, other) => Number(one in liaisons) - Number(other in liaisons))
  let load = 0
  for (const folder of folders) {
    const username = liaisons[folder]
    const desk = username === undefined ? bureau : await signIn(program.address, username, password)
    for (const name of readdirSync(join(input, folder))) {
      say(`报送 ${name}`)
      const id = await desk.handIn(join(input, folder, name), asOf.slice(0, 7))
      await acceptFile(bureau, id)
      if (username === undefined) load = await timed(() => untilIdle(bureau, 'register.load'))
    }
  }
  say('筛查')
  return { load, screening: await timed(() => screen(bureau)) }
}

/** A screening as of the county's day, to its end; throws when it fails. */
export async function screen(desk: Desk): Promise<void> {
  await desk.need('POST', '/screening/runs', { divisionCode: region, asOf })
  const job = await untilIdle(desk, 'screening.run')
  if (job?.state !== 'done') throw new Error(`the screening ended as ${job?.state}: ${job?.error}`)
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
