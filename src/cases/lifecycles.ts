/** The lifecycles there are, by kind of case; their states have different names, so that a state tells its lifecycle. */
import type { Permission } from '../access/index.ts'
import type { ActionOf, Lifecycle, RecordOf, StateOf } from '../kernel/index.ts'
import { exitReviewLifecycle } from './help/exit-review/lifecycle.ts'
import { caseLifecycle } from './lifecycle.ts'

export const lifecycles = {
  monitoring: caseLifecycle,
  exit_review: exitReviewLifecycle,
} as const

export type CaseKind = keyof typeof lifecycles
type Any = (typeof lifecycles)[CaseKind]
export type CaseState = StateOf<Any>
export type CaseAction = ActionOf<Any>
export type RecordKind = RecordOf<Any>
export type CaseLifecycle = Lifecycle<CaseState, CaseAction, Permission, RecordKind>

/** The lifecycle of a kind of case, in the names of all kinds. */
export const lifecycleOf = (kind: CaseKind): CaseLifecycle => lifecycles[kind] as Lifecycle as CaseLifecycle
