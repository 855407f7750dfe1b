/** Trying a rule or a parameter value on the months there are, before it is switched on. */
import type { z } from 'zod'
import { pageOf } from '../../access/index.ts'
import { Problem } from '../../kernel/index.ts'
import { type Policy, resolveParameter } from '../../policy/index.ts'
import { type Context, cancelJob, type Job, recordActs, startJob, storeProblems } from '../../store/index.ts'
import { readCursor } from './filters.rules.ts'
import { screeningProblems } from './problems.ts'
import { refuseOutside } from './run.actions.ts'
import type { newTrial, trialShape } from './shapes.ts'
import { insertTrial, jobsOfTrials, type TrialRow, trialById, trialByJob, trialsBefore } from './trial.queries.ts'
import { ruleLabel, ruleOf, runStateLabels } from './words.rules.ts'

type Trial = z.infer<typeof trialShape>

/** What a job `rule.trial` is asked. */
export interface TrialInput {
  divisionCode: string
  ruleId?: string
  parameters: { key: string; value: string | number; now: string | number | null }[]
  months: number
  /** The newest month is the one of this day. */
  asOf: string
}

/** What one month says: leads with the policy as it is and with the change. */
export type TrialMonth = Trial['months'][number]

export const trialJob = 'rule.trial'

/** Queues a trial; nothing it finds becomes a lead. */
export async function askTrial(ctx: Context, body: z.infer<typeof newTrial>): Promise<Trial> {
  const { divisionCode, ruleId, months } = body
  refuseOutside(ctx, divisionCode)
  if (ruleId === undefined && body.parameters.length === 0) throw new Problem(screeningProblems.nothingToTry, {})
  if (ruleId !== undefined && ruleOf(ctx.policy, ruleId) === undefined) throw new Problem(screeningProblems.noSuchRule, { ruleId })
  const parameters = body.parameters.map(({ key, value }) => ({ key, ...tried(ctx.policy, divisionCode, ctx.today, key, value) }))
  const input: TrialInput = { divisionCode, parameters, months, asOf: ctx.today, ...(ruleId === undefined ? {} : { ruleId }) }
  const jobId = await startJob(ctx, { kind: trialJob, divisionCode, input })
  await insertTrial(ctx, divisionCode, jobId, input)
  const trial = (await trialByJob(ctx, jobId)) as TrialRow
  const details = { ...(ruleId === undefined ? {} : { rule: ruleId }), parameters: parameters.map(({ key, value }) => `${key}=${value}`) }
  await recordActs(ctx, [{ action: 'trial.started', subjectKind: 'rule_trial', subjectId: trial.id, divisionCode, details }])
  return oneTrial(ctx, trial.id)
}

/** The value as its parameter is written: a number where the policy has a number. */
function tried(policy: Policy, county: string, on: string, key: string, value: string | number) {
  const definition = policy.parameters.get(key)
  if (definition === undefined) throw new Problem(screeningProblems.noSuchParameter, { key })
  const known = resolveParameter(policy, key, county, on)?.value ?? null
  const sample = known ?? Object.values(definition.values).find((dated) => dated.value !== null)?.value ?? 0
  const now = typeof known === 'number' || typeof known === 'string' ? known : null
  if (typeof sample !== 'number') return { value: String(value), now }
  const number = typeof value === 'number' || value.trim() !== '' ? Number(value) : Number.NaN
  if (!Number.isFinite(number)) throw new Problem(screeningProblems.wrongKind, { label: definition.label, value: String(value) })
  return { value: number, now }
}

export async function trialList(
  ctx: Context,
  query: { after?: string | undefined; limit: number },
): Promise<{ items: Trial[]; next: string | null }> {
  const before = readCursor(query.after, ['number'])?.[0] as number | undefined
  const rows = await trialsBefore(ctx, before, query.limit + 1)
  const jobs = await jobsOfTrials(
    ctx,
    rows.map((row) => row.job_id),
  )
  return pageOf(
    rows,
    query.limit,
    (row) => trialAnswer(ctx, row, jobs.get(row.job_id)),
    (row) => [row.id],
  )
}

export async function oneTrial(ctx: Context, id: number): Promise<Trial> {
  const trial = await foundTrial(ctx, id)
  return trialAnswer(ctx, trial, (await jobsOfTrials(ctx, [trial.job_id])).get(trial.job_id))
}

export async function cancelTrial(ctx: Context, id: number): Promise<Trial> {
  const trial = await foundTrial(ctx, id)
  await cancelJob(ctx, trial.job_id)
  return oneTrial(ctx, id)
}

async function foundTrial(ctx: Context, id: number): Promise<TrialRow> {
  const trial = await trialById(ctx, id)
  if (trial === undefined) throw new Problem(storeProblems.notFound, { what: '这次试算' })
  return trial
}

function trialAnswer({ policy }: Context, trial: TrialRow, job: Job | undefined): Trial {
  const input = trial.input as unknown as TrialInput
  const state = trial.is_done ? 'done' : job === undefined || job.state === 'done' ? 'running' : job.state
  return {
    id: trial.id,
    divisionCode: trial.division_code,
    state,
    stateLabel: runStateLabels[state],
    progress: state === 'running' ? (job?.progress.line ?? '') : '',
    askedByName: trial.asked_by_name,
    askedAt: trial.asked_at.toISOString(),
    endedAt: (trial.ended_at ?? job?.endedAt)?.toISOString() ?? null,
    ruleId: input.ruleId ?? null,
    ruleLabel: input.ruleId === undefined ? null : ruleLabel(policy, input.ruleId),
    parameters: input.parameters.map(({ key, value, now }) => ({
      key,
      label: policy.parameters.get(key)?.label ?? key,
      unit: policy.parameters.get(key)?.unit ?? '',
      now,
      tried: value,
    })),
    months: trial.months as unknown as TrialMonth[],
    failure: job?.error ?? null,
  }
}
