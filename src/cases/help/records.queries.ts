/** What moves towards clearing must record, found: the newest check of the conditions, and the mode of clearing it was made for. */
import type { RecordFinder } from '../case-types.ts'
import { lastCheck } from './clearing.queries.ts'
import type { Condition } from './clearing.rules.ts'

/** While help goes on a check of the same day; once the clearing is visited, one made since. */
export const findClearingConditions: RecordFinder = async (ctx, theCase) => {
  const check = await lastCheck(ctx, theCase.id)
  if (check === undefined || (theCase.state === 'assisted' && check.on_day < ctx.today) || !isOfThisRound(theCase, check.at))
    return undefined
  const found = { check: check.id, onDay: check.on_day, label: `${check.on_day} 核对` }
  if (check.is_met) return { ...found, isNatural: check.is_natural }
  const open = (check.conditions as unknown as Condition[]).filter((one) => one.must && !one.isWaived && one.isMet !== true)
  return { ...found, obstacle: `${check.on_day} 核对时未满足：${open.map(({ label }) => label).join('、')}` }
}

/** The visit of the clearing asks for a check of its own; meeting, notice, review and approval rest on that one. */
function isOfThisRound(theCase: { state: string; entered_at: Date }, at: Date): boolean {
  return theCase.state !== 'clearing_visit' || at >= theCase.entered_at
}

export const findClearingMode: RecordFinder = async (ctx, theCase) => {
  const check = await lastCheck(ctx, theCase.id)
  if (check === undefined || !check.is_met) return undefined
  return { value: check.is_natural ? 'natural' : 'assisted', label: check.is_natural ? '自然消除' : '帮扶消除' }
}
