/** The assessment a move of the review rests on, found. */
import type { RecordFinder } from '../../case-types.ts'
import { type Proposal, proposalLabels } from './criteria.rules.ts'
import { lastAssessment } from './exit-review.queries.ts'

/** The newest one; each office rests on the same, unless somebody made a newer one. Leaving needs that every criterion is met. */
export const findExitCriteria: RecordFinder = async (ctx, theCase, action) => {
  const found = await lastAssessment(ctx, theCase.id)
  if (found === undefined) return undefined
  const proposal = found.proposal as Proposal
  const label = `${found.on_day} 评估：${proposalLabels[proposal]}`
  return { assessment: found.id, proposal, label, ...(action === 'let_go' && proposal !== 'exit' && { obstacle: label }) }
}
