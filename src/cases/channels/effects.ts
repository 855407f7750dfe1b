/** What follows for those who asked when a case enters a state: the result goes back to each of them. */
import type { EnterEffect } from '../case-types.ts'
import { answerKinds } from './channel-policy.ts'
import { answerRequests, takeBackAnswers } from './effects.queries.ts'

/** The result is kept with every request that led to the case. */
export const answerAskers: EnterEffect = async (ctx, theCase) => {
  const answer = answerKinds.find((one) => one === theCase.state)
  if (answer !== undefined) await answerRequests(ctx, theCase.id, answer)
}

/** Verifying begins anew, after an appeal say: a result given before no longer holds. */
export const takeBackAnswer: EnterEffect = (ctx, theCase) => takeBackAnswers(ctx, theCase.id)
