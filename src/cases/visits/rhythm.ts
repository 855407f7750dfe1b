/** The rhythm of follow-up: helped households are seen every so many days, cleared ones are watched less often, and nobody is asked twice. */
import { addDays, type PlainDay } from '../../kernel/index.ts'
import { resolveParameter } from '../../policy/index.ts'
import type { Context } from '../../store/index.ts'
import { casesToFollow } from './rhythm.queries.ts'
import { insertTask } from './tasks.queries.ts'

/** So many days before it is due the visit stands in the list. */
const askedAhead = 7

/** Asks for the follow-up visits that fall due soon; answers how many were asked for. */
export async function askFollowUps(ctx: Context): Promise<number> {
  let asked = 0
  for (const one of await casesToFollow(ctx)) {
    const key = one.state === 'cleared' ? 'case/watch_days' : 'case/follow_up_days'
    const days = resolveParameter(ctx.policy, key, one.division_code, ctx.today)?.value
    if (typeof days !== 'number') continue
    const dueOn = addDays(one.seen_on as PlainDay, days)
    if (dueOn > addDays(ctx.today, askedAhead)) continue
    await insertTask(ctx, {
      householdId: one.household_id,
      divisionCode: one.division_code,
      caseId: one.id,
      purpose: 'follow_up',
      dueOn,
      questions: [],
      officerId: null,
      source: `follow_up:${one.id}:${one.seen_on}`,
    })
    asked += 1
  }
  return asked
}
