/** What a case that is decided writes back to civil affairs. */
import type { Context } from '../../store/index.ts'
import { movedTo } from './referral.rules.ts'
import { changeReferral, insertReferralEvent, type ReferralRow } from './referrals.queries.ts'

/** Referrals of civil affairs that led to the case. */
async function handedFor(ctx: Context, caseId: number): Promise<ReferralRow[]> {
  const rows = await ctx.db
    .selectFrom('referrals')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('direction', '=', 'from_civil_affairs')
    .forUpdate()
    .execute()
  return rows as unknown as ReferralRow[]
}

export interface Outcome {
  action: 'grant' | 'refuse'
  /** The kind of assisted object, where it was admitted. */
  granted: string | null
  answer: string
}

/** The result goes back with each; what has it already is left alone. */
export async function answerReferrals(ctx: Context, caseId: number, { action, granted, answer }: Outcome): Promise<void> {
  for (const row of await handedFor(ctx, caseId)) {
    const state = movedTo('from_civil_affairs', row.state, action, 'case')
    if (state === undefined) continue
    const changed = await changeReferral(ctx, row, {
      state,
      answer,
      granted,
      granted_from: granted === null ? null : ctx.today,
      answered_on: ctx.today,
    })
    await insertReferralEvent(ctx, changed, action, { ...(granted === null ? {} : { grade: granted }), text: answer })
  }
}
