/** The job `register.load`: opens the kept files in a private folder, unites them into one register, and loads it in one transaction. */
import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Engine, inPrivateFolder, openEngine } from '../../engine/index.ts'
import { readFolder, uniteRegister } from '../../intake/index.ts'
import { type AcceptedSheet, countedFor, type PlacedChoice, plainName, policyBySheet, policyForSheet } from '../../intake/server/index.ts'
import type { Policy } from '../../policy/index.ts'
import {
  analyzeRegister,
  furtherFields,
  type IncomingHousehold,
  type IncomingPerson,
  type IncomingRegister,
  type LoadReport,
  loadRegister,
  withFurtherFields,
} from '../../registry/index.ts'
import { type JobHandler, type KeptFile, openKeptFile, type RunningJob } from '../../store/index.ts'
import { incomingHouseholdsSql, incomingPersonsSql } from './register-load.sql.ts'
import { splitFile, splitName } from './sheet-file.ts'

export interface RegisterLoadOptions {
  policy: () => Policy
  memory?: string
  threads?: number
  /** Where private folders are made; the system's place for temporary files unless given. */
  parentFolder?: string
}

/** What starts the job: kept files of one export; it speaks from the first day of the month of `asOf` (today unless given). */
export const registerLoadInput = z.object({
  fileIds: z.array(z.number().int()).min(1),
  asOf: z.string().optional(),
  /** What was handed in, where the kept file came so: then its sheets and columns are read as officers said. */
  handedInFile: z.number().int().optional(),
})

const usualMemory = '800MB'
const registerDataset = 'household_register'

/** Answers the counts of the load; after a crash it runs again from the start, and what is loaded already is not loaded twice. */
export function registerLoadHandler(options: RegisterLoadOptions): JobHandler {
  return async (job): Promise<LoadReport & { warnings: string[] }> => {
    const input = registerLoadInput.parse(job.input)
    return inPrivateFolder(async (folder) => {
      const place = join(folder, 'input')
      await mkdir(place, { mode: 0o700 })
      const { key, on, choices } = await openFiles(job, input, place)
      const engine = await openEngine({
        folder,
        memory: options.memory ?? usualMemory,
        ...(options.threads === undefined ? {} : { threads: options.threads }),
      })
      const stop = () => engine.interrupt()
      job.signal.addEventListener('abort', stop)
      try {
        const full = withFurtherFields(options.policy())
        const policy = choices === undefined ? full : policyForSheet(full, { dataset: registerDataset, columns: {} })
        const policyOf = policyBySheet(full, choices ?? [])
        return await load(job, engine, { place, folder, key, on, policy, policyOf, further: furtherFields(options.policy()) })
      } finally {
        job.signal.removeEventListener('abort', stop)
        engine.close()
      }
    }, options.parentFolder)
  }
}

interface Opened {
  key: string
  on: string
  /** What officers said about the sheets of the handed-in file, which then is nothing but the register. */
  choices: PlacedChoice[] | undefined
}

/** The files by content, how they are read, and the month make one load what it is, whatever the files are called. */
async function openFiles(job: RunningJob, input: z.infer<typeof registerLoadInput>, place: string): Promise<Opened> {
  const { kept, counted, on } = await job.transaction(async (ctx) => {
    const kept: KeptFile[] = []
    for (const [index, id] of input.fileIds.entries()) {
      await mkdir(join(place, String(index + 1)), { mode: 0o700 })
      kept.push(await openKeptFile(ctx, id, openedAt(place, index)))
    }
    const counted = input.handedInFile === undefined ? undefined : await countedFor(ctx, input.handedInFile, registerDataset)
    return { kept, counted, on: `${(input.asOf ?? ctx.today).slice(0, 7)}-01` }
  })
  if (counted?.isWhole === false) await keepCounted(kept, counted.sheets, place, job.signal)
  const said = (counted?.sheets ?? []).map(({ name, columns }) => JSON.stringify([name, columns]))
  const parts = [...kept.map(({ sha256 }) => sha256).sort(), ...said, on]
  return {
    key: createHash('sha256').update(parts.join('\n')).digest('hex'),
    on,
    choices: counted?.sheets.flatMap((sheet) => kept.map(({ name }, index) => placed(sheet, name, index, counted.isWhole))),
  }
}

const openedAt = (place: string, index: number) => join(place, String(index + 1), 'opened')

/** What was said of a sheet, by the name under which it is read. */
function placed({ name: sheet, columns }: AcceptedSheet, name: string, index: number, isWhole: boolean): PlacedChoice {
  const choice = { dataset: registerDataset, columns }
  if (isWhole) return { ...choice, file: openedAt('', index), sheet }
  return { ...choice, file: splitName(join(String(index + 1), plainName(name)), sheet), sheet: '' }
}

/** Of a file with other sheets beside the register, only what counts is left to be read. */
async function keepCounted(kept: readonly KeptFile[], sheets: readonly AcceptedSheet[], place: string, signal: AbortSignal): Promise<void> {
  const names = new Set(sheets.map(({ name }) => name))
  for (const [index, { name }] of kept.entries())
    await splitFile(openedAt(place, index), { name, sheets: names, to: join(place, String(index + 1), plainName(name)) }, signal)
}

interface Task {
  place: string
  folder: string
  key: string
  on: string
  policy: Policy
  policyOf: (file: string, sheet: string) => Policy | undefined
  /** What an export may carry beyond the usual columns. */
  further: ReturnType<typeof furtherFields>
}

async function load(
  job: RunningJob,
  engine: Engine,
  { place, folder, key, on, policy, policyOf, further }: Task,
): Promise<LoadReport & { warnings: string[] }> {
  const tell = (line: string, done = 0, of: number | null = null) => job.progress({ done, of, line })
  tell('读取文件')
  const county = job.divisionCode
  const report = await readFolder(engine, { folder: place, workFolder: folder, policy, policyOf, asOf: on, signal: job.signal })
  const united = await uniteRegister(engine, report, { region: county, asOf: on })
  job.signal.throwIfAborted()
  const sheets = report.sheets.filter(({ dataset }) => dataset === registerDataset)
  const absent = new Set(sheets.flatMap((sheet) => sheet.absent.filter((field) => sheets.every((one) => one.absent.includes(field)))))
  const fields = new Set(Object.keys(policy.datasets.get(registerDataset)?.fields ?? {}))
  for (const field of absent) fields.delete(field)
  const furtherOf = (about: 'household' | 'person') =>
    further
      .filter((field) => field.about === about && fields.has(field.name))
      .map(({ name, kind }) => ({ name, isNumber: kind === 'number' }))
  const incoming: IncomingRegister = {
    county,
    key,
    on,
    fields,
    households: engine.stream<IncomingHousehold>(incomingHouseholdsSql(furtherOf('household'))),
    persons: engine.stream<IncomingPerson>(incomingPersonsSql(furtherOf('person'))),
  }
  const loaded = await job.transaction((ctx) => {
    ctx.afterCommit(analyzeRegister)
    return loadRegister(ctx, incoming, (done) => tell('写入农户档案', done, united.persons))
  })
  tell('完成', united.persons, united.persons)
  return { ...loaded, warnings: [...report.warnings, ...united.warnings] }
}
