/** The job `rule.trial`: a rule or a parameter value on the months there are; it writes numbers and lists, never leads. */
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inPrivateFolder } from '../../engine/index.ts'
import { addMonths, lastDayOfMonth, Problem, plainDay } from '../../kernel/index.ts'
import { finishTrial, insertTrial, screeningProblems, type TrialInput, type TrialMonth, trialByJob } from '../../screening/server/index.ts'
import type { JobHandler, RunningJob } from '../../store/index.ts'
import { trialFile } from './found-files.ts'
import { engineOf, policyOf, type ScreeningJobOptions, withinCounty } from './screening.ts'
import { runScreeningProcess, type TrialTask } from './screening-process.ts'

/** The windows of the rules reach back a year. */
const monthsOfFiles = 12

/** Answers how many months were tried; run again after a crash it starts afresh. */
export function trialHandler(options: ScreeningJobOptions): JobHandler {
  return async (job) => {
    const input = job.input as TrialInput
    const officer = withinCounty(input.divisionCode)
    const { trial, policy } = await job.transaction(async (ctx) => {
      await insertTrial({ ...ctx, officer: { ...officer, name: job.startedBy.name } }, input.divisionCode, job.id, input)
      return { trial: await trialByJob(ctx, job.id), policy: policyOf(ctx.policy, options) }
    }, officer)
    if (trial?.is_done) return { months: (trial.months as unknown as TrialMonth[]).length }
    return inPrivateFolder(async (folder) => {
      const months = await prepareMonths(job, input, folder, options)
      if (months.length === 0) throw new Problem(screeningProblems.noMonths, {})
      const task: TrialTask = {
        kind: 'trial',
        region: input.divisionCode,
        ...policy,
        ...engineOf(options),
        ...(input.ruleId === undefined ? {} : { ruleId: input.ruleId }),
        parameters: input.parameters,
        months,
      }
      const onProgress = ({ line, done, of }: { line: string; done?: number; of?: number }) =>
        job.progress({ line, done: done ?? 0, of: of ?? null })
      await runScreeningProcess(folder, task, { signal: job.signal, onProgress })
      const found = JSON.parse(await readFile(join(folder, trialFile), 'utf8')) as TrialMonth[]
      await job.transaction((ctx) => finishTrial(ctx, job.id, found), officer)
      return { months: found.length }
    }, options.parentFolder)
  }
}

/** A folder for each month that has a register and department files, oldest first. */
async function prepareMonths(
  job: RunningJob,
  input: TrialInput,
  folder: string,
  options: ScreeningJobOptions,
): Promise<TrialTask['months']> {
  const months: TrialTask['months'] = []
  for (let back = input.months - 1; back >= 0; back -= 1) {
    job.signal.throwIfAborted()
    const asOf = monthEnd(input.asOf, back)
    job.progress({ line: `准备 ${asOf.slice(0, 7)} 的数据`, done: input.months - 1 - back, of: input.months })
    const place = join(folder, 'input', asOf.slice(0, 7))
    await mkdir(place, { recursive: true, mode: 0o700 })
    const request = {
      job,
      officer: withinCounty(input.divisionCode),
      county: input.divisionCode,
      asOf,
      months: monthsOfFiles,
      folder: place,
    }
    const prepared = await options.files(request)
    if (prepared.departmentFiles > 0 && prepared.persons > 0)
      months.push({ asOf, folder: asOf.slice(0, 7), choices: prepared.choices ?? [] })
  }
  return months
}

/** The last day of a month so many months ago; of the running month the day itself. */
function monthEnd(asOf: string, back: number): string {
  return back === 0 ? asOf : lastDayOfMonth(addMonths(plainDay(`${asOf.slice(0, 7)}-01`), -back))
}
