/** What officers do with screening runs, and what the latest run could not judge. */
import type { z } from 'zod'
import { type Cursor, type FileAnswer, kindsOf, orderFor, pageOf, parted, tableWorkbook } from '../../access/index.ts'
import { Problem } from '../../kernel/index.ts'
import { type Context, cancelJob, type Job, recordActs, startJob, storeProblems } from '../../store/index.ts'
import { divisionOf, readCursor } from './filters.rules.ts'
import { screeningProblems } from './problems.ts'
import type { unknownAnswer, unknownQuery } from './quality-shapes.ts'
import {
  insertRun,
  jobsOfRuns,
  latestRun,
  latestRuns,
  type RunRow,
  runById,
  runByJob,
  runOrders,
  runsFrom,
  unknownsOf,
} from './run.queries.ts'
import type { newRun, runPage, runQuery, runShape } from './shapes.ts'
import { ruleLabel, runStateLabels } from './words.rules.ts'

type RunAnswer = z.infer<typeof runShape>

/** What a job `screening.run` is asked. */
export interface ScreeningInput {
  divisionCode: string
  asOf: string
  /** How many months of accepted files are read; the windows of the rules reach back a year. */
  months: number
}

export const screeningJob = 'screening.run'
const usualMonths = 12

/** Queues a run; while one of the county is under way that one is answered. */
export async function askRun(ctx: Context, body: z.infer<typeof newRun>): Promise<RunAnswer> {
  const { divisionCode, asOf = ctx.today, months = usualMonths } = body
  refuseOutside(ctx, divisionCode)
  await refuseDay(ctx, divisionCode, asOf)
  const input: ScreeningInput = { divisionCode, asOf, months }
  const jobId = await startJob(ctx, { kind: screeningJob, divisionCode, input, singleton: divisionCode })
  const run = await openRun(ctx, jobId, input)
  await recordActs(ctx, [
    { action: 'screening.run', subjectKind: 'screening_run', subjectId: run.id, divisionCode, details: { asOf, months } },
  ])
  return oneRun(ctx, run.id)
}

/** A county outside the officer's area is not found; below the county nothing is screened. */
export function refuseOutside({ officer }: Context, county: string): void {
  if (!county.startsWith(officer.area)) throw new Problem(storeProblems.notFound, { what: '这个县' })
}

/** Leads only ever move forward in time. */
export async function refuseDay(ctx: Context, county: string, asOf: string): Promise<void> {
  if (asOf > ctx.today) throw new Problem(screeningProblems.futureDay, { asOf, today: ctx.today })
  const last = await latestRun(ctx, county)
  if (last !== undefined && asOf < last.as_of) throw new Problem(screeningProblems.earlierDay, { asOf, last: last.as_of })
}

/** The run of a job; made when the job was queued by the program itself. */
export async function openRun(ctx: Context, jobId: number, { divisionCode, asOf, months }: ScreeningInput): Promise<RunRow> {
  const known = await runByJob(ctx, jobId)
  if (known !== undefined) return known
  await insertRun(ctx, { divisionCode, jobId, asOf, months, askedByName: ctx.officer.name })
  return (await runByJob(ctx, jobId)) as RunRow
}

export async function runList(ctx: Context, query: z.infer<typeof runQuery>): Promise<z.infer<typeof runPage> | FileAnswer> {
  const division = query.division?.slice(0, 6)
  const filters = { division, state: query.state, from: query.from, until: query.until }
  const order = orderFor(runOrders, query.sort)
  const answers = async (after: Cursor | undefined, most: number) => {
    const rows = await runsFrom(ctx, filters, order, after, most)
    const jobs = await jobsOfRuns(
      ctx,
      rows.map((run) => run.job_id),
    )
    return rows.map((row) => ({ run: runAnswer(ctx, row, jobs.get(row.job_id)), place: row.place }))
  }
  if (query.format === 'xlsx')
    return tableWorkbook(ctx, {
      name: '历次筛查',
      divisionCode: division ?? ctx.officer.area,
      columns,
      rows: async (most) => (await answers(undefined, most)).map(({ run }) => run),
    })
  return pageOf(
    await answers(readCursor(query.after, kindsOf(order)), query.limit + 1),
    query.limit,
    ({ run }) => run,
    ({ place }) => place,
  )
}

const columns = [
  ['比对日', (run: RunAnswer) => run.asOf],
  ['县', (run: RunAnswer) => run.divisionCode],
  ['状态', (run: RunAnswer) => run.stateLabel],
  ['发起人', (run: RunAnswer) => run.askedByName],
  ['发起时间', (run: RunAnswer) => run.askedAt],
  ['读取几个月的数据', (run: RunAnswer) => run.months],
  ['线索', (run: RunAnswer) => run.counts?.leads ?? null],
  ['新增', (run: RunAnswer) => run.counts?.newLeads ?? null],
  ['不再命中', (run: RunAnswer) => run.counts?.goneLeads ?? null],
  ['户', (run: RunAnswer) => run.counts?.households ?? null],
  ['红', (run: RunAnswer) => run.counts?.red ?? null],
  ['黄', (run: RunAnswer) => run.counts?.yellow ?? null],
  ['绿', (run: RunAnswer) => run.counts?.green ?? null],
  ['用到的表', (run: RunAnswer) => (run.state === 'done' ? run.files.length : null)],
  ['数据质量问题', (run: RunAnswer) => run.counts?.qualityOpen ?? null],
  ['没有完成的原因', (run: RunAnswer) => run.failure],
] as const

export async function oneRun(ctx: Context, id: number): Promise<RunAnswer> {
  const run = await foundRun(ctx, id)
  return runAnswer(ctx, run, (await jobsOfRuns(ctx, [run.job_id])).get(run.job_id))
}

/** A run that is cancelled leaves everything as the run before left it. */
export async function cancelRun(ctx: Context, id: number): Promise<RunAnswer> {
  const run = await foundRun(ctx, id)
  await cancelJob(ctx, run.job_id)
  return oneRun(ctx, id)
}

async function foundRun(ctx: Context, id: number): Promise<RunRow> {
  const run = await runById(ctx, id)
  if (run === undefined) throw new Problem(storeProblems.notFound, { what: '这次筛查' })
  return run
}

function runAnswer(ctx: Context, run: RunRow, job: Job | undefined): RunAnswer {
  const state = run.is_done ? 'done' : job === undefined || job.state === 'done' ? 'running' : job.state
  const rules = run.rules as unknown as { rule_id: string; hit: number; clear: number; unknown: number }[]
  return {
    id: run.id,
    divisionCode: run.division_code,
    asOf: run.as_of,
    months: run.months,
    state,
    stateLabel: runStateLabels[state],
    progress: state === 'running' ? (job?.progress.line ?? '') : '',
    askedByName: run.asked_by_name,
    askedAt: run.asked_at.toISOString(),
    startedAt: job?.startedAt?.toISOString() ?? null,
    endedAt: (run.ended_at ?? job?.endedAt)?.toISOString() ?? null,
    policyHash: run.policy_hash,
    files: run.files as unknown as RunAnswer['files'],
    rules: rules.map(({ rule_id, ...counts }) => ({ ruleId: rule_id, label: ruleLabel(ctx.policy, rule_id), ...counts })),
    counts: run.counts as unknown as RunAnswer['counts'],
    warnings: run.warnings as unknown as string[],
    seconds: run.seconds as unknown as Record<string, number>,
    failure: job?.error ?? null,
  }
}

/** Per rule and missing facts how many households the latest run could not judge, and what to do about it. */
export async function unknownList(ctx: Context, query: z.infer<typeof unknownQuery>): Promise<z.infer<typeof unknownAnswer>> {
  const division = divisionOf(ctx.officer, query.division)
  const runs = await latestRuns(ctx, division)
  const handedIn = new Set(runs.flatMap((run) => (run.files as unknown as { dataset: string }[]).map(({ dataset }) => dataset)))
  const rows = await unknownsOf(
    ctx,
    runs.map(({ id }) => id),
    division,
    parted(query.rule),
  )
  return {
    items: rows.map(({ rule_id, missing, households }) => {
      const keys = missing.split(';').filter((key) => key !== '')
      return {
        ruleId: rule_id,
        ruleLabel: ruleLabel(ctx.policy, rule_id),
        missing: keys.map((key) => ctx.policy.facts.get(key)?.label ?? ctx.policy.parameters.get(key)?.label ?? key),
        households: Number(households),
        remedy: remedyFor(ctx, keys, handedIn),
      }
    }),
  }
}

function remedyFor({ policy }: Context, keys: readonly string[], handedIn: ReadonlySet<string>): string {
  if (keys.some((key) => policy.parameters.has(key))) return '请在本地政策参数中录入数值'
  const needs = new Set(keys.flatMap((key) => policy.facts.get(key)?.needs ?? []))
  const absent = [...needs].filter((dataset) => !handedIn.has(dataset)).map((dataset) => policy.datasets.get(dataset)?.label ?? dataset)
  return absent.length > 0 ? `请收齐：${absent.join('、')}` : '请更正有问题的单元格后重新报送'
}
