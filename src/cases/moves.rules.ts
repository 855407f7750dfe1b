/** Which moves are open to a case today, and what the calendar says about each. */

import type { Permission } from '../access/index.ts'
import { isOpenState, type Move, movesFrom } from '../kernel/index.ts'
import type { CaseAction, CaseEvent, CaseRow, CaseState, RecordKind } from './case-types.ts'
import { lifecycleOf } from './lifecycles.ts'
import type { StandingDeadline } from './projection.rules.ts'
import { deadlineLabel } from './words.rules.ts'

export type CaseMove = Move<CaseAction, CaseState, Permission, RecordKind>

export interface EarliestDay {
  day: string
  /** What must last so long. */
  what: string
  isProvisional: boolean
}

export interface OpenMove {
  move: CaseMove
  /** The first day on which it may be done, where that is yet to come. */
  earliest: EarliestDay | null
  /** The day after which it could no longer be done, where that is past. */
  closedSince: string | null
}

/** In the order of the table. */
export function openMoves(row: CaseRow, deadlines: readonly StandingDeadline[], today: string): OpenMove[] {
  const table = lifecycleOf(row.kind)
  return movesFrom(table, row.state, row.came_from).map((move) => ({
    move,
    earliest: earliestOf(row, move, deadlines, today),
    closedSince: closedSince(row, deadlines, today),
  }))
}

/** A least stay binds what goes on; a hold and an ending may come any day. */
function earliestOf(row: CaseRow, move: CaseMove, deadlines: readonly StandingDeadline[], today: string): EarliestDay | null {
  if (lifecycleOf(row.kind).states[move.to].kind !== 'open') return null
  const binding = deadlines
    .filter(({ about, met_on }) => met_on === null && (about === row.state || about.endsWith(`..${move.to}`)))
    .flatMap(({ about, not_before, is_provisional }) =>
      not_before !== null && not_before > today
        ? [{ day: not_before, what: `“${deadlineLabel(row.kind, about)}”的时间还不够`, isProvisional: is_provisional }]
        : [],
    )
  return binding.sort((one, other) => (one.day < other.day ? 1 : -1))[0] ?? null
}

function closedSince(row: CaseRow, deadlines: readonly StandingDeadline[], today: string): string | null {
  if (isOpenState(lifecycleOf(row.kind), row.state)) return null
  const last = deadlines.filter(({ about }) => about === row.state).at(-1)?.due_on ?? null
  return last !== null && last < today ? last : null
}

/** The move of this case that the same officer made and that forbids them this one. */
export function forbiddenBy(
  kind: CaseRow['kind'],
  events: readonly CaseEvent[],
  officerId: number,
  action: CaseAction,
): CaseEvent | undefined {
  const others = lifecycleOf(kind).apart.flatMap((pair) => (pair.includes(action) ? pair.filter((one) => one !== action) : []))
  return events.find((event) => event.officer_id === officerId && event.action !== null && others.includes(event.action))
}
