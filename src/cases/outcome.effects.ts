/** What follows when a case is decided: the household's leads are settled, and who asked by the system's own channels is answered. */
import { settleHouseholdLeads } from '../screening/server/index.ts'
import type { CaseState, EnterEffect } from './case-types.ts'
import { answerOwnChannels } from './channels.queries.ts'
import { stateLabel } from './words.rules.ts'

/** Ends that say nothing about whether the leads were true. */
const withoutFinding: readonly CaseState[] = ['withdrawn', 'ended_naturally']

/** A case that comes back to help from its clearing decides nothing anew. */
export const settleLeads: EnterEffect = async (ctx, theCase, event) => {
  if (theCase.state === 'assisted' && event.from_state !== 'county_approval') return
  const outcome = theCase.state === 'assisted' ? 'true' : withoutFinding.includes(theCase.state) ? 'unverified' : 'not_true'
  const said = [stateLabel(theCase), event.record.reason].filter(Boolean).join('；')
  const household = { divisionCode: theCase.division_code, householdNumber: theCase.household_number }
  await settleHouseholdLeads(ctx, { ...household, outcome, reason: `帮扶事项 ${theCase.id}：${said}` })
  await answerOwnChannels(ctx, theCase.id, said)
}
