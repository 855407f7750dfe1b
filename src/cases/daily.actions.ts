/** What happens to cases every day by itself: overdue work, and what nobody has accepted in time, is reminded of or told to the office above, days counted before the holidays were known are counted again, members and leads follow, follow-up visits are asked for, and the week of the rules is kept. */
import { resolveParameter } from '../policy/index.ts'
import { type Context, dayIn, type JobHandler, jobsOf, startJob, systemOfficer } from '../store/index.ts'
import { calendarOf } from './calendar.ts'
import type { CaseRow } from './case-types.ts'
import { deadlinesOf, lockedCase } from './cases.queries.ts'
import { tellOverdue } from './channels/overdue.actions.ts'
import { casesWithNewLeads, changedHouseholds, type OverdueCase, overdueCases, provisionalCases } from './daily.queries.ts'
import { recounted } from './deadlines.rules.ts'
import { lifecycleOf } from './lifecycles.ts'
import { joinLeads } from './open.actions.ts'
import { followRegister } from './seen.actions.ts'
import { askFollowUps } from './visits/index.ts'
import { keepWeek } from './worth/index.ts'
import { appended } from './writing.ts'

export const dailyJob = 'cases.daily'

export interface DailyCounts {
  reminded: number
  escalated: number
  redated: number
  followed: number
  joined: number
  asked: number
}

const above = { village: 'township', township: 'county', county: 'prefecture' } as const

/** Past its day the case is told of: to whoever holds it, or, where the table says so, to the office above. */
async function tell(ctx: Context, { id, about, due_on }: OverdueCase, counts: DailyCounts): Promise<void> {
  const row = await lockedCase(ctx, id)
  if (row === undefined) return
  const { states, spans } = lifecycleOf(row.kind)
  const state = states[row.state]
  const span = spans.find((one) => `${one.from}..${one.until}` === about)
  const told = { about, dueOn: due_on }
  if ((span ?? state).whenOverdue === 'escalate' && row.escalated_to === null && state.heldBy !== null) {
    await appended(ctx, row, { kind: 'escalated', record: { ...told, to: above[state.heldBy] } })
    counts.escalated += 1
    return
  }
  await appended(ctx, row, { kind: 'reminded', record: told })
  counts.reminded += 1
}

/** Days that were provisional and now come out otherwise, or for certain. */
async function redate(ctx: Context, row: CaseRow): Promise<boolean> {
  const counting = { policy: ctx.policy, calendar: calendarOf(ctx.policy), division: row.division_code }
  const standing = (await deadlinesOf(ctx, row.id)).filter(({ met_on }) => met_on === null)
  const newer = recounted(counting, row.kind, standing)
  if (newer.length === 0) return false
  await appended(ctx, row, { kind: 'redated', record: {}, deadlines: newer })
  return true
}

const isLater = (row: CaseRow, after: CaseRow) => after.version > row.version

async function counted(ctx: Context, ids: readonly number[], work: (row: CaseRow) => Promise<boolean>): Promise<number> {
  let done = 0
  for (const id of ids) {
    const row = await lockedCase(ctx, id)
    if (row !== undefined && (await work(row))) done += 1
  }
  return done
}

/** Each in a transaction of its own, so that officers wait for none of them long; done twice on a day they do nothing the second time. */
const duties: readonly ((ctx: Context, counts: DailyCounts) => Promise<void>)[] = [
  async (ctx, counts) => {
    counts.followed = await counted(ctx, await changedHouseholds(ctx), async (row) => isLater(row, await followRegister(ctx, row)))
  },
  async (ctx, counts) => {
    counts.joined = await counted(ctx, await casesWithNewLeads(ctx), async (row) => isLater(row, await joinLeads(ctx, row)))
  },
  async (ctx, counts) => {
    counts.redated = await counted(ctx, await provisionalCases(ctx), (row) => redate(ctx, row))
  },
  async (ctx, counts) => {
    const days = resolveParameter(ctx.policy, 'case/remind_days', 'national', ctx.today)?.value
    for (const one of await overdueCases(ctx, typeof days === 'number' ? days : 7)) await tell(ctx, one, counts)
  },
  async (ctx, counts) => {
    const { escalated, reminded } = await tellOverdue(ctx)
    counts.escalated += escalated
    counts.reminded += reminded
  },
  async (ctx, counts) => {
    counts.asked = await askFollowUps(ctx)
  },
  keepWeek,
]

/** One round over all cases that transactions made by `within` can see. */
export async function dailyRound(within: (work: (ctx: Context) => Promise<void>) => Promise<void>): Promise<DailyCounts> {
  const counts: DailyCounts = { reminded: 0, escalated: 0, redated: 0, followed: 0, joined: 0, asked: 0 }
  for (const duty of duties) await within((ctx) => duty(ctx, counts))
  return counts
}

/** The round as a job, for the whole nation of records. */
export const dailyHandler: JobHandler = (job) => dailyRound((work) => job.transaction(work, systemOfficer))

/** Once a day: a round that finds today's job started leaves it at that. */
export async function startDaily(ctx: Context): Promise<void> {
  const [last] = await jobsOf(ctx, { kind: dailyJob, limit: 1 })
  if (last !== undefined && dayIn(last.createdAt) === ctx.today) return
  await startJob(ctx, { kind: dailyJob, divisionCode: '', input: { day: ctx.today }, singleton: 'day' })
}
