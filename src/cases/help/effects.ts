/** What recognition and the end of a case mean for help. */
import { addDays, type PlainDay } from '../../kernel/index.ts'
import { resolveParameter } from '../../policy/index.ts'
import type { EnterEffect } from '../case-types.ts'
import { owePlan } from './help.queries.ts'

/** A recognised household is owed a plan by a day. */
export const owePlanOnRecognition: EnterEffect = async (ctx, theCase) => {
  const limit = resolveParameter(ctx.policy, 'case/measure_days', theCase.division_code, ctx.today)
  const days = typeof limit?.value === 'number' ? limit.value : 0
  const from = (theCase.recognised_on ?? ctx.today) as PlainDay
  await owePlan(ctx, {
    caseId: theCase.id,
    divisionCode: theCase.division_code,
    dueOn: addDays(from, days),
    basis: `case/measure_days = ${days}`,
  })
}
