/** The job `register.load`: opens the kept files in a private folder, unites them into one register, and loads it in one transaction. */
import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Engine, openEngine } from '../../engine/index.ts'
import { readFolder, uniteRegister } from '../../intake/index.ts'
import type { Policy } from '../../policy/index.ts'
import { type IncomingHousehold, type IncomingPerson, type IncomingRegister, type LoadReport, loadRegister } from '../../registry/index.ts'
import { type JobHandler, openKeptFile, type RunningJob } from '../../store/index.ts'
import { inPrivateFolder } from './private-folder.ts'
import { incomingHouseholdsSql, incomingPersonsSql } from './register-load.sql.ts'

export interface RegisterLoadOptions {
  policy: () => Policy
  memory?: string
  threads?: number
  /** Where private folders are made; the system's place for temporary files unless given. */
  parentFolder?: string
}

/** What starts the job: kept files of one export; it speaks from the first day of the month of `asOf` (today unless given). */
export const registerLoadInput = z.object({ fileIds: z.array(z.number().int()).min(1), asOf: z.string().optional() })

const usualMemory = '800MB'

/** Answers the counts of the load; after a crash it runs again from the start, and what is loaded already is not loaded twice. */
export function registerLoadHandler(options: RegisterLoadOptions): JobHandler {
  return async (job): Promise<LoadReport & { warnings: string[] }> => {
    const input = registerLoadInput.parse(job.input)
    return inPrivateFolder(async (folder) => {
      const place = join(folder, 'input')
      await mkdir(place, { mode: 0o700 })
      const { key, on } = await openFiles(job, input, place)
      const engine = await openEngine({
        folder,
        memory: options.memory ?? usualMemory,
        ...(options.threads === undefined ? {} : { threads: options.threads }),
      })
      const stop = () => engine.interrupt()
      job.signal.addEventListener('abort', stop)
      try {
        return await load(job, engine, { place, folder, key, on, policy: options.policy() })
      } finally {
        job.signal.removeEventListener('abort', stop)
        engine.close()
      }
    }, options.parentFolder)
  }
}

/** The files by content and the month make one load what it is, whatever the files are called. */
async function openFiles(job: RunningJob, input: z.infer<typeof registerLoadInput>, place: string): Promise<{ key: string; on: string }> {
  return job.transaction(async (ctx) => {
    const kept = []
    for (const [index, id] of input.fileIds.entries()) {
      const folder = join(place, String(index + 1))
      await mkdir(folder, { mode: 0o700 })
      kept.push((await openKeptFile(ctx, id, join(folder, 'opened'))).sha256)
    }
    const on = `${(input.asOf ?? ctx.today).slice(0, 7)}-01`
    return {
      key: createHash('sha256')
        .update([...kept.sort(), on].join('\n'))
        .digest('hex'),
      on,
    }
  })
}

interface Task {
  place: string
  folder: string
  key: string
  on: string
  policy: Policy
}

async function load(
  job: RunningJob,
  engine: Engine,
  { place, folder, key, on, policy }: Task,
): Promise<LoadReport & { warnings: string[] }> {
  const tell = (line: string, done = 0, of: number | null = null) => job.progress({ done, of, line })
  tell('读取文件')
  const county = job.divisionCode
  const report = await readFolder(engine, { folder: place, workFolder: folder, policy, asOf: on, signal: job.signal })
  const united = await uniteRegister(engine, report, { region: county, asOf: on })
  job.signal.throwIfAborted()
  const sheets = report.sheets.filter(({ dataset }) => dataset === 'household_register')
  const absent = new Set(sheets.flatMap((sheet) => sheet.absent.filter((field) => sheets.every((one) => one.absent.includes(field)))))
  const fields = new Set([
    ...(policy.datasets.get('household_register')?.fields ? Object.keys(policy.datasets.get('household_register')?.fields ?? {}) : []),
  ])
  for (const field of absent) fields.delete(field)
  const incoming: IncomingRegister = {
    county,
    key,
    on,
    fields,
    households: engine.stream<IncomingHousehold>(incomingHouseholdsSql),
    persons: engine.stream<IncomingPerson>(incomingPersonsSql),
  }
  const loaded = await job.transaction((ctx) => loadRegister(ctx, incoming, (done) => tell('写入农户档案', done, united.persons)))
  tell('完成', united.persons, united.persons)
  return { ...loaded, warnings: [...report.warnings, ...united.warnings] }
}
