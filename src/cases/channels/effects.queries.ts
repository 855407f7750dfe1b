/** What an ending case writes back to those who asked. */
import type { Context } from '../../store/index.ts'
import type { AnswerKind } from './channel-policy.ts'

/** Keeps the result with every request that led to the case; who was told an earlier one is to be told again. */
export async function answerRequests(ctx: Context, caseId: number, answer: AnswerKind): Promise<void> {
  await ctx.db
    .updateTable('applications')
    .set((row) => ({ answer, answered_on: ctx.today, told_on: null, told_how: null, version: row('version', '+', 1) }))
    .where('case_id', '=', caseId)
    .where((row) => row.or([row('answer', 'is', null), row('answer', '<>', answer)]))
    .execute()
}

/** An appeal is heard: the result given so far no longer holds. */
export async function takeBackAnswers(ctx: Context, caseId: number): Promise<void> {
  await ctx.db
    .updateTable('applications')
    .set((row) => ({ answer: null, answered_on: null, told_on: null, told_how: null, version: row('version', '+', 1) }))
    .where('case_id', '=', caseId)
    .where('answer', 'is not', null)
    .execute()
}
