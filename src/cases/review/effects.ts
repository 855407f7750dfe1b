/** What the review does when a case enters a state: compare its possessions, stop and resume its notice, take it off a sheet. */
import { type Context, startJob } from '../../store/index.ts'
import { calendarOf } from '../calendar.ts'
import type { EnterEffect } from '../case-types.ts'
import { insertComparison } from './comparison.queries.ts'
import { openNoticeCase, setCaseDays } from './notice.queries.ts'
import { resumedUntil } from './notice.rules.ts'

export const comparisonJob = 'case.compare'

/** Once a household is verified and has authorised it, its possessions are compared while the village prepares its meeting. */
export const beginComparison: EnterEffect = (ctx, theCase) => askComparison(ctx, theCase)

/** Puts down that a case waits for its comparison and queues the work; one that waits already is left alone. */
export async function askComparison(
  ctx: Context,
  { id, household_id, division_code }: { id: number; household_id: number; division_code: string },
): Promise<void> {
  const isNew = await insertComparison(ctx, { caseId: id, householdId: household_id, divisionCode: division_code })
  if (isNew) await startJob(ctx, { kind: comparisonJob, divisionCode: division_code, input: { village: division_code } })
}

/** An objection stops the days of the household it is about. */
export const holdNotice: EnterEffect = async (ctx, { id }) => {
  const open = await openNoticeCase(ctx, id)
  if (open?.state === 'running') await setCaseDays(ctx, open.notice_id, id, { state: 'held', untilOn: open.until_on, heldOn: ctx.today })
}

/** The objection was dismissed: the days still owed begin again. */
export const resumeNotice: EnterEffect = async (ctx, { id }, event) => {
  const open = event.from_state === 'objection' ? await openNoticeCase(ctx, id) : undefined
  if (open?.state !== 'held' || open.held_on === null || open.until_on === null) return
  const counting = { days: open.days, unit: open.days_unit, calendar: calendarOf(ctx.policy) }
  const { day } = resumedUntil(open.held_on, open.until_on, ctx.today, counting)
  await setCaseDays(ctx, open.notice_id, id, { state: 'running', untilOn: day, heldOn: null })
}

/** What is no longer to be noticed leaves its sheet. */
export const leaveNotice: EnterEffect = async (ctx, { id }) => {
  const open = await openNoticeCase(ctx, id)
  if (open !== undefined) await setCaseDays(ctx, open.notice_id, id, { state: 'withdrawn', untilOn: open.until_on, heldOn: open.held_on })
}
