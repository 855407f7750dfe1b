/** A case's way as steps: those behind it, the one it stands on, those ahead. */
import type { CaseEvent, CaseRow, CaseState } from './case-types.ts'
import { lifecycleOf } from './lifecycles.ts'

export interface Step {
  state: CaseState
  label: string
  at: 'done' | 'current' | 'ahead'
  /** When it was last entered. */
  since: string | null
}

/** Beside the way: only what turns off it comes here, and the way ahead is open again when it is sent back. */
const beside: readonly CaseState[] = ['untrue_check']

/** The stretch the case is on: until help begins, or from help to its end. A hold stands on the step it holds; what is over ends the row. */
export function stepsOf(row: CaseRow, events: readonly CaseEvent[]): Step[] {
  const { states } = lifecycleOf(row.kind)
  const isOnTheWay = (state: CaseState) => states[state].kind === 'open' && !beside.includes(state)
  const all = (Object.keys(states) as CaseState[]).filter((state) => isOnTheWay(state) || state === 'cleared')
  const help = all.indexOf('assisted')
  const isRecognised = row.recognised_on !== null && (all.indexOf(row.state) >= help || row.came_from === 'clearing_notice')
  const way = help < 0 ? all : isRecognised ? all.slice(help) : all.slice(0, help + 1)
  const standing = states[row.state].kind === 'hold' ? (row.came_from ?? row.state) : row.state
  const entered = (state: CaseState) => events.filter(({ to_state }) => to_state === state).at(-1)?.on_day ?? null
  const over = way.includes(standing) ? [] : [standing]
  const reached = over.length > 0 ? Math.max(...way.map((state, i) => (entered(state) === null ? -1 : i))) : way.indexOf(standing)
  const behind = over.length > 0 ? way.slice(0, reached + 1) : way
  return [
    ...behind.map((state, i): Step => {
      const at = over.length > 0 || i < reached ? 'done' : i === reached ? 'current' : 'ahead'
      return { state, label: states[state].label, at, since: at === 'ahead' ? null : entered(state) }
    }),
    ...over.map((state): Step => ({ state, label: states[state].label, at: 'current', since: row.state_since })),
  ]
}
