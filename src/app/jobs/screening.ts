/** The job `screening.run`: prepares the county's files in a private folder, screens them in a process of its own, and merges what was found. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inPrivateFolder } from '../../engine/index.ts'
import { Problem } from '../../kernel/index.ts'
import type { Policy } from '../../policy/index.ts'
import {
  type Found,
  knownLeads,
  mergeRun,
  openRun,
  type RunCounts,
  refuseDay,
  type ScreeningInput,
  screeningProblems,
} from '../../screening/server/index.ts'
import { type JobHandler, type Officer, type RunningJob, systemOfficer } from '../../store/index.ts'
import type { CountyFiles, PreparedFiles } from './county-files.ts'
import { readFound } from './found-files.ts'
import { runScreeningProcess, type ScreeningTask } from './screening-process.ts'

export interface ScreeningJobOptions {
  /** The policy folder the engine's process reads; that of the policy in force unless given. */
  policyFolder?: string
  /** Where the county's files come from: `fromStore`. */
  files: CountyFiles
  /** Memory and threads of the engine. */
  memory?: string
  threads?: number
  /** Where private folders are made; the system's place for temporary files unless given. */
  parentFolder?: string
}

export const usualMemory = '800MB'

/** The program at work within one county: it cannot touch another. */
export const withinCounty = (county: string): Officer => ({ ...systemOfficer, area: county })

/** Answers the counts of the run; run again after a crash it starts afresh, and a run that was already merged is left alone. */
export function screeningHandler(options: ScreeningJobOptions): JobHandler {
  return async (job) => {
    const input = job.input as ScreeningInput
    const officer = withinCounty(input.divisionCode)
    const { run, known, startedAt, policy } = await job.transaction(async (ctx) => {
      const run = await openRun({ ...ctx, officer: { ...officer, name: job.startedBy.name } }, job.id, input)
      if (!run.is_done) await refuseDay(ctx, input.divisionCode, input.asOf)
      return {
        run,
        known: await knownLeads(ctx, input.divisionCode),
        startedAt: ctx.now,
        policy: policyOf(ctx.policy, options),
      }
    }, officer)
    if (run.is_done) return run.counts
    return inPrivateFolder(async (folder): Promise<RunCounts> => {
      const clock = performance.now()
      await writeFile(join(folder, 'known.json'), JSON.stringify(known), { mode: 0o600 })
      const files = await prepare(job, input, folder, options)
      if (files.persons === 0) throw new Problem(screeningProblems.noRegister, { asOf: input.asOf })
      const prepared = performance.now()
      const task = taskOf(input, options, policy, files.choices)
      return screened(job, folder, task, (found) => {
        const seconds = { prepare: (prepared - clock) / 1000, process: (performance.now() - prepared) / 1000 }
        tell(job, '写入结果')
        return job.transaction(async (ctx) => {
          const counts = await mergeRun(ctx, run, found, { startedAt, seconds })
          await files.noteUse(ctx, run.id)
          return counts
        }, officer)
      })
    }, options.parentFolder)
  }
}

/** Runs the process and merges what it found while it puts down the rest; neither outlives a failure of the other. */
async function screened<T>(job: RunningJob, folder: string, task: ScreeningTask, merge: (found: Found) => Promise<T>): Promise<T> {
  const stopper = new AbortController()
  const { promise: found, resolve: onFound } = Promise.withResolvers<void>()
  const ended = runScreeningProcess(folder, task, {
    signal: AbortSignal.any([job.signal, stopper.signal]),
    onProgress: ({ line }) => tell(job, line),
    onFound,
  })
  try {
    await Promise.race([found, ended])
    return await merge(readFound(join(folder, 'found'), ended))
  } finally {
    stopper.abort()
    await ended.catch(() => undefined)
  }
}

const tell = (job: RunningJob, line: string) => job.progress({ done: 0, of: null, line })

async function prepare(job: RunningJob, input: ScreeningInput, folder: string, options: ScreeningJobOptions) {
  tell(job, '准备农户信息与部门数据')
  const place = join(folder, 'input')
  await mkdir(place, { mode: 0o700 })
  return options.files({
    job,
    officer: withinCounty(input.divisionCode),
    county: input.divisionCode,
    asOf: input.asOf,
    months: input.months,
    folder: place,
  })
}

function taskOf(
  input: ScreeningInput,
  options: ScreeningJobOptions,
  policy: Pick<ScreeningTask, 'policyFolder' | 'overlay'>,
  choices: PreparedFiles['choices'] = [],
): ScreeningTask {
  return { kind: 'screening', region: input.divisionCode, asOf: input.asOf, ...policy, choices, ...engineOf(options) }
}

/** What the engine's process reads the policy from. */
export function policyOf({ folder, overlay }: Policy, { policyFolder = folder }: ScreeningJobOptions) {
  return { policyFolder, ...(overlay === undefined ? {} : { overlay }) }
}

/** Memory and threads of the engine. */
export const engineOf = ({ memory = usualMemory, threads }: ScreeningJobOptions): { memory: string; threads?: number } => ({
  memory,
  ...(threads === undefined ? {} : { threads }),
})
