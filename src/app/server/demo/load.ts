/** Fills an empty system with the invented county: offices at once, then register, files and a screening, as officers would do it. */
import { randomBytes } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type SetUpAccount, setUpOffices } from '../../../access/index.ts'
import { privateFolder } from '../../../engine/index.ts'
import { dayIn, systemOfficer } from '../../../store/index.ts'
import { generateCounty } from '../../demo/index.ts'
import type { Running } from '../serve.ts'
import type { Settings } from '../settings.ts'
import { beginDemoCases } from './cases.ts'
import { type FileToHandIn, filesToHandIn } from './files.ts'
import { county, type DemoPlan, demoPlan } from './plan.ts'
import { type Seat, takeSeat } from './seat.ts'

interface DemoState {
  password: string
  isLoaded: boolean
}

export interface Demo {
  /** Accounts opened by this start; none when they were there before. */
  accounts: readonly SetUpAccount[]
  /** Loads what is still missing; answers when the first screening is done. */
  load(say: (line: string) => void): Promise<void>
}

const stateFile = (settings: Settings) => join(settings.data, 'demo.json')

/** Opens the offices of the invented county where nobody works yet; `undefined` where the system is in real use. */
export async function openDemo(running: Running, settings: Settings): Promise<Demo | undefined> {
  if (settings.demoHouseholds === 0) return undefined
  const known = await readState(settings)
  if (known === undefined && (await hasOfficers(running))) return undefined
  const state = known ?? { password: `Jj-${randomBytes(6).toString('base64url')}`, isLoaded: false }
  await writeState(settings, state)
  const plan = demoPlan(settings.demoHouseholds, state.password)
  const asker = { officer: systemOfficer, requestId: 'demo' }
  const accounts = known === undefined ? await running.store.transaction(asker, (ctx) => setUpOffices(ctx, running.access.roles, plan)) : []
  return { accounts, load: (say) => load(running, settings, state, plan, say) }
}

async function hasOfficers(running: Running): Promise<boolean> {
  const rows = await running.store.asOwner((client) => client.query('SELECT FROM officers LIMIT 1'))
  return rows.rowCount !== 0
}

async function readState(settings: Settings): Promise<DemoState | undefined> {
  const text = await readFile(stateFile(settings), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as DemoState)
}

async function writeState(settings: Settings, state: DemoState): Promise<void> {
  await writeFile(stateFile(settings), JSON.stringify(state), { mode: 0o600 })
}

async function load(
  running: Running,
  settings: Settings,
  state: DemoState,
  { liaisons, village }: DemoPlan,
  say: (line: string) => void,
): Promise<void> {
  if (state.isLoaded) return
  const folder = await privateFolder('work')
  try {
    const asOf = dayIn(running.store.now())
    say('生成虚构县')
    await generateCounty({ out: folder, households: settings.demoHouseholds, seed: 1, region: county, asOf, mess: 'light', format: 'csv' })
    const files = await filesToHandIn(join(folder, 'input'), asOf.slice(0, 7), settings.demoMonths)
    await handInAll(running, state.password, liaisons, files, asOf, say)
    say('发起帮扶事项')
    // The county is worth looking at without them, and must not be loaded a second time.
    await beginDemoCases(running.http, state.password, village, asOf).catch((error: Error) => say(`帮扶事项没有全部建成：${error.message}`))
    await writeState(settings, { ...state, isLoaded: true })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function handInAll(
  running: Running,
  password: string,
  liaisons: Readonly<Record<string, string>>,
  files: readonly FileToHandIn[],
  asOf: string,
  say: (line: string) => void,
): Promise<void> {
  const bureau = await takeSeat(running.http, 'zhao', password)
  const seats = new Map<string, Seat>()
  let isScreened = false
  const current = files[0]?.month ?? ''
  for (const [index, file] of files.entries()) {
    if (!isScreened && !file.isRegister && file.month !== current) {
      await screen(bureau, asOf, say)
      isScreened = true
    }
    say(`装入虚构县 ${index + 1}/${files.length} 份文件`)
    const username = file.isRegister ? undefined : liaisons[file.department]
    const seat = username === undefined ? bureau : (seats.get(username) ?? (await takeSeat(running.http, username, password)))
    if (username !== undefined) seats.set(username, seat)
    await handInOne(bureau, seat, file)
  }
  await screen(bureau, asOf, say)
}

/** Hands a file in, waits until it is read, and takes it in spite of every warning: the county's mess is wanted. */
async function handInOne(bureau: Seat, seat: Seat, file: FileToHandIn): Promise<void> {
  const { items } = await seat.handIn<{ items: { id: number; jobId: number }[] }>(file.path, { month: file.month })
  for (const { id, jobId } of items) {
    await untilDone(bureau, jobId)
    const { version, state, warnings } = await bureau.get<{ version: number; state: string; warnings: { code: string }[] }>(`/files/${id}`)
    if (state !== 'read') continue
    await bureau.post(`/files/${id}/accept`, { version, despite: warnings.map(({ code }) => code), beside: true }).catch(() => undefined)
    if (file.isRegister) await untilIdle(bureau, 'register.load')
  }
}

async function screen(bureau: Seat, asOf: string, say: (line: string) => void): Promise<void> {
  say('筛查')
  await bureau.post('/screening/runs', { divisionCode: county, asOf })
  await untilIdle(bureau, 'screening.run')
}

interface Job {
  state: string
}

const pause = () => new Promise((done) => setTimeout(done, 100))

async function untilDone(seat: Seat, jobId: number): Promise<void> {
  while (['queued', 'running'].includes((await seat.get<Job>(`/jobs/${jobId}`)).state)) await pause()
}

async function untilIdle(seat: Seat, kind: string): Promise<void> {
  const busy = async () => {
    const { items } = await seat.get<{ items: Job[] }>(`/jobs?kind=${kind}&limit=5`)
    return items.some(({ state }) => state === 'queued' || state === 'running')
  }
  while (await busy()) await pause()
}
