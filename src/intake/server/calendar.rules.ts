/** Who should have handed in what by when, and how it stands. */
import { lastDayOfMonth, plainDay } from '../../kernel/index.ts'
import type { CalendarPolicy } from './calendar-policy.ts'
import type { CellState, FileState } from './file-forms.ts'
import { monthAfter } from './file-names.rules.ts'

export type Every = 'month' | 'quarter' | 'year' | 'event'

/** Whether the dataset is due for this month at all; what comes only when something happened is never missing. */
export function isExpected(dataset: string, every: Every, month: string, policy: CalendarPolicy): boolean {
  const ofYear = month.slice(5)
  if (every === 'month') return true
  if (every === 'quarter') return policy.quarterMonths.has(ofYear)
  return every === 'year' && (policy.yearMonths.get(dataset) ?? []).includes(ofYear)
}

/** The last day in time: in the month after, at most that month's last day. */
export function dueOn(month: string, dueDay: number): string {
  const next = monthAfter(month)
  const last = Number(lastDayOfMonth(plainDay(`${next}-01`)).slice(8))
  return `${next}-${String(Math.min(dueDay, last)).padStart(2, '0')}`
}

export interface CalendarFile {
  id: number
  state: FileState
  /** Day of handing in. */
  day: string
  hasIssues: boolean
  rows: number
}

export interface CellQuestion {
  month: string
  today: string
  /** The last day in time. */
  due: string
  isExpected: boolean
  /** The county's first month in this system: what lies before was never asked for. */
  since: string
}

/** The best that can be said of the files for a cell, else how late it is. */
export function cellState(files: readonly CalendarFile[], { month, today, due, isExpected: expected, since }: CellQuestion): CellState {
  const accepted = files.filter(({ state }) => state === 'accepted')
  if (accepted.length > 0) return expected && accepted.every(({ day }) => day > due) ? 'accepted_late' : 'accepted'
  if (files.some(({ state, hasIssues }) => state === 'unreadable' || (state === 'read' && hasIssues))) return 'has_issues'
  if (files.length > 0) return 'handed_in'
  if (!expected || month < since) return 'not_expected'
  if (today.slice(0, 7) <= month) return 'open'
  return today <= due ? 'missing' : 'late'
}
