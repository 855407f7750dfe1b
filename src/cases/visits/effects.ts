/** What happens to visits when a case enters a state: somebody is asked to go, or need not go any more. */
import { addDays } from '../../kernel/index.ts'
import type { EnterEffect } from '../case-types.ts'
import { dropTasks, insertTask } from './tasks.queries.ts'
import type { Purpose } from './visits-policy.ts'

/** Where a state has no last day of its own. */
const otherwiseDays = 5

const ask =
  (purpose: Purpose): EnterEffect =>
  async (ctx, theCase, event) => {
    const due = event.deadlines.find(({ about }) => about === theCase.state)?.due_on
    await insertTask(ctx, {
      householdId: theCase.household_id,
      divisionCode: theCase.division_code,
      caseId: theCase.id,
      purpose,
      dueOn: due ?? addDays(ctx.today, otherwiseDays),
      questions: [],
      officerId: null,
      source: `case:${theCase.id}:${event.seq}`,
    })
  }

/** Somebody is to verify the case. */
export const askVerification = ask('verification')
/** Somebody is to see whether the risk is gone. */
export const askClearingCheck = ask('clearing_check')

const drop =
  (purposes: readonly Purpose[] | 'all', reason: string): EnterEffect =>
  (ctx, theCase) =>
    dropTasks(ctx, { caseId: theCase.id, purposes }, reason)

/** The case moved on without the visit that was asked for. */
export const dropVerification = drop(['verification'], '事项已进入下一步')
export const dropClearingCheck = drop(['clearing_check'], '事项已进入下一步')
/** The case is over. */
export const dropVisits = drop('all', '事项已办结')
