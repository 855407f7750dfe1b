/** What happens every day to requests that nobody has accepted in time: the office above is told, then reminded. */
import { resolveParameter } from '../../policy/index.ts'
import { type Context, recordActs } from '../../store/index.ts'
import { markTold, overdueApplications } from './overdue.queries.ts'
import { toldAbout } from './overdue.rules.ts'

/** Done twice on a day it does nothing the second time; answers how many were told anew and how many once more. */
export async function tellOverdue(ctx: Context): Promise<{ escalated: number; reminded: number }> {
  const days = resolveParameter(ctx.policy, 'case/remind_days', 'national', ctx.today)?.value
  const done = { escalated: 0, reminded: 0 }
  for (const one of await overdueApplications(ctx, typeof days === 'number' ? days : 7)) {
    const to = toldAbout(one.division_code)
    if (!(await markTold(ctx, one, to))) continue
    const isNew = one.escalated_to === null
    const act = isNew ? 'application.escalated' : 'application.reminded'
    const details = { dueOn: one.due_on, to }
    await recordActs(ctx, [{ action: act, subjectKind: 'application', subjectId: one.id, divisionCode: one.division_code, details }])
    if (isNew) done.escalated += 1
    else done.reminded += 1
  }
  return done
}
