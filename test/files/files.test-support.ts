/** A county's files in: routes called as officers call them, with the real jobs behind them, on a database of its own. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import type { FileAnswer, Upload } from '../../src/access/index.ts'
import { retentionJob } from '../../src/app/jobs/policy-of-retention.ts'
import { readFileJob } from '../../src/app/jobs/read-file.ts'
import { templateRoutes } from '../../src/app/routes/templates.ts'
import type { FileDetail } from '../../src/intake/server/index.ts'
import { fileRoutes } from '../../src/intake/server/index.ts'
import { type JobHandler, type Jobs, jobById, type Officer, openJobs, systemOfficer } from '../../src/store/index.ts'
import { asker, officer, type TestStore, testStore } from '../database/database.test-support.ts'

const mayHandIn = ['file.hand_in', 'file.read']
export const zhao = officer('522399', ['file.hand_in', 'file.read', 'file.accept', 'export.table'], { id: 3, name: '赵', officeId: 900 })
export const qian = officer('522398', ['file.hand_in', 'file.read', 'file.accept', 'export.table'], { id: 5, name: '钱', officeId: 901 })
export const wang = officer('522399101', ['file.read', 'export.table'], { id: 2, name: '王', officeId: 902 })
/** Of the health insurance office and of civil affairs. */
export const health = officer('522399', mayHandIn, { id: 11, name: '医保联络员', officeId: 1, datasets: new Set(['medical_settlements']) })
export const civil = officer('522399', mayHandIn, { id: 12, name: '民政联络员', officeId: 2, datasets: new Set(['deaths', 'relief']) })

export interface Answer {
  id: number
  jobId: number
}

type Input = { params?: object; query?: object; body?: object; files?: readonly (readonly [name: string, content: string | Buffer])[] }

export interface FilesWorld {
  store: TestStore
  /** What `register.load` was started with. */
  loads: unknown[]
  call<T>(who: Officer, route: string, input?: Input): Promise<T>
  download(who: Officer, route: string, input?: Input): Promise<{ name: string; content: Buffer }>
  /** Hands in and waits until it is read. */
  handIn(
    who: Officer,
    name: string,
    content: string | Buffer,
    form?: { month?: string; department?: string; replaces?: number; note?: string },
  ): Promise<FileDetail>
  /** The file once its reading is over. */
  read(who: Officer, id: number): Promise<FileDetail>
  accept(file: FileDetail, despite?: string[]): Promise<FileDetail>
  acts(id: number): Promise<string[]>
  close(): Promise<void>
}

export async function filesWorld(options: { now?: () => Date } = {}): Promise<FilesWorld> {
  const store = await testStore(options)
  await store.asOwner(async (client) => {
    await client.query(`INSERT INTO offices (division_code, kind, name, datasets, valid_from) VALUES
      ('522399', 'department', '县医保局', '{medical_settlements}', '2020-01-01'), ('522399', 'department', '县民政局', '{deaths,relief}', '2020-01-01')`)
  })
  const folder = await mkdtemp(join(tmpdir(), 'xianjie-test-'))
  const loads: unknown[] = []
  const handlers: Record<string, JobHandler> = {
    'file.read': readFileJob({ threads: 1, memory: '500MB' }),
    'files.retention': retentionJob,
    'register.load': async (job) => void loads.push(job.input),
  }
  const jobs: Jobs = await openJobs(store, handlers, { onError: (error) => console.error(error) })

  async function raw(who: Officer, route: string, { params = {}, query = {}, body = {}, files = [] }: Input = {}): Promise<unknown> {
    const [method, path] = route.split(' ')
    const found = [...fileRoutes, ...templateRoutes].find((one) => one.method === method && one.path === path)
    if (found === undefined) throw new Error(`no route ${route}`)
    if (found.needs !== 'signed-in' && !who.permissions.has(found.needs)) throw Object.assign(new Error('forbidden'), { code: 'forbidden' })
    const uploads: Upload[] = []
    for (const [name, content] of files) {
      const path = join(folder, randomUUID())
      await writeFile(path, content)
      uploads.push({ name, path, size: Buffer.byteLength(content), sha256: createHash('sha256').update(content).digest('hex') })
    }
    const input = {
      params: found.params?.parse(params) ?? {},
      query: found.query?.parse(query) ?? {},
      body: found.body?.parse(body) ?? {},
      uploads,
      address: '127.0.0.1',
      userAgent: 'test',
      token: undefined,
    }
    const answer = await store.transaction(asker(who), (ctx) => found.handle(ctx, input))
    return isFile(answer) ? answer : found.answer?.parse(answer)
  }

  const world: FilesWorld = {
    store,
    loads,
    call: <T>(who: Officer, route: string, input?: Input) => raw(who, route, input) as Promise<T>,
    async download(who, route, input) {
      const answer = (await raw(who, route, input)) as FileAnswer
      const content = Buffer.isBuffer(answer.content) ? answer.content : Buffer.concat(await answer.content.toArray())
      return { name: answer.name, content }
    },
    async handIn(who, name, content, form = {}) {
      const { items } = await world.call<{ items: Answer[] }>(who, 'POST /files', {
        body: { month: '2026-10', ...form },
        files: [[name, content]],
      })
      return world.read(who, items[0]?.id ?? 0)
    },
    async read(who, id) {
      const file = await world.call<FileDetail>(who, 'GET /files/:id', { params: { id } })
      await ended(store, file.jobId ?? 0)
      return world.call<FileDetail>(who, 'GET /files/:id', { params: { id } })
    },
    accept: ({ id, version }, despite = []) =>
      world.call<FileDetail>(zhao, 'POST /files/:id/accept', { params: { id }, body: { version, despite } }),
    async acts(id) {
      const rows = await store.transaction(asker(systemOfficer), ({ db }) =>
        db
          .selectFrom('audit_entries')
          .select('action')
          .where('subject_kind', '=', 'file')
          .where('subject_id', '=', String(id))
          .orderBy('id')
          .execute(),
      )
      return rows.map(({ action }) => action)
    },
    async close() {
      await jobs.close()
      await store.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return world
}

function isFile(answer: unknown): answer is FileAnswer {
  return (answer as { kind?: string } | null)?.kind === 'file'
}

/** Waits until the job has come to an end. */
export async function ended(store: TestStore, id: number): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const job = await store.transaction(asker(systemOfficer), (ctx) => jobById(ctx, id))
    if (job.endedAt !== null) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`job ${id} does not end`)
}

/** Sheets by name, each as lines of cells parted by commas. */
export async function workbook(sheets: Readonly<Record<string, string>>): Promise<Buffer> {
  const book = new exceljs.Workbook()
  for (const [name, lines] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name)
    for (const line of lines.trim().split('\n')) sheet.addRow(line.split(','))
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** The cells of a workbook's first sheet. */
export async function cellsOf(content: Buffer): Promise<string[][]> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(content as unknown as ArrayBuffer)
  const rows: string[][] = []
  book.worksheets[0]?.eachRow((row) => {
    rows.push(Array.from({ length: row.cellCount }, (_, i) => row.getCell(i + 1).text))
  })
  return rows
}
