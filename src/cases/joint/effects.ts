/** What follows for civil affairs when a case they handed over is decided: the result goes back to them. */
import type { EnterEffect } from '../case-types.ts'
import { answerReferrals } from './effects.queries.ts'

export const tellCivilAffairs: EnterEffect = async (ctx, theCase) => {
  const isIn = theCase.recognised_on !== null
  await answerReferrals(ctx, theCase.id, {
    action: isIn ? 'grant' : 'refuse',
    granted: isIn ? (theCase.object_kind ?? '监测对象') : null,
    answer: isIn ? `${theCase.recognised_on} 纳入监测帮扶` : (theCase.end_reason ?? '没有纳入监测帮扶'),
  })
}
