/** A lifecycle as one table: where something can be, how it gets from one place to another, and what may last how long. */

export type OfficeLevel = 'village' | 'township' | 'county'
export type WhenOverdue = 'remind' | 'escalate'
/** `open`: somebody must do something; `hold`: open, and the clock of the state before stands still; `rest`: over unless somebody moves it; `end`: over. */
export type StateKind = 'open' | 'hold' | 'rest' | 'end'

export interface StateRow {
  readonly kind: StateKind
  readonly label: string
  readonly heldBy: OfficeLevel | null
  /** Parameter names; the longest stay of a rest is how long its moves stay open. */
  readonly atLeast: string | null
  readonly atMost: string | null
  readonly whenOverdue: WhenOverdue | null
}

export interface Move<A extends string = string, S extends string = string, N extends string = string, R extends string = string> {
  readonly action: A
  readonly from: S
  readonly to: S
  /** Any one of these permissions. */
  readonly needs: readonly N[]
  readonly records: readonly R[]
  /** Open only to what came into `from` from this state. */
  readonly cameFrom: S | null
}

export interface Span<S extends string = string> {
  readonly from: S
  readonly until: S
  readonly atLeast: string | null
  readonly atMost: string | null
  readonly whenOverdue: WhenOverdue | null
}

export interface Lifecycle<S extends string = string, A extends string = string, N extends string = string, R extends string = string> {
  readonly initial: S
  readonly states: Readonly<Record<S, StateRow>>
  readonly moves: readonly Move<A, S, N, R>[]
  readonly spans: readonly Span<S>[]
  /** Actions of one thing that may not be done by one person. */
  readonly apart: readonly (readonly [A, A])[]
}

/** No limit. */
export const none = null

export const held = (
  label: string,
  heldBy: OfficeLevel,
  atLeast: string | null,
  atMost: string | null,
  whenOverdue: WhenOverdue | null,
): StateRow => ({ kind: 'open', label, heldBy, atLeast, atMost, whenOverdue })
export const hold = (label: string, heldBy: OfficeLevel, atMost: string | null, whenOverdue: WhenOverdue | null): StateRow => ({
  kind: 'hold',
  label,
  heldBy,
  atLeast: none,
  atMost,
  whenOverdue,
})
export const rest = (label: string, movesOpenFor: string | null = none): StateRow => ({
  kind: 'rest',
  label,
  heldBy: null,
  atLeast: none,
  atMost: movesOpenFor,
  whenOverdue: null,
})
export const end = (label: string): StateRow => ({ ...rest(label), kind: 'end' })

/** One row of moves, from one state or from each of several. */
export const move = <
  const A extends string,
  const S extends string,
  const T extends string,
  const N extends string,
  const R extends string,
>(
  action: A,
  from: S | readonly S[],
  to: T,
  needs: N | readonly N[],
  ...records: readonly R[]
): readonly Move<A, S | T, N, R>[] => {
  const states: readonly S[] = typeof from === 'string' ? [from] : from
  const words: readonly N[] = typeof needs === 'string' ? [needs] : needs
  return states.map((one) => ({ action, from: one, to, needs: words, records, cameFrom: null }))
}

/** The row only for what came into its state from another one. */
export const after = <const C extends string, A extends string, S extends string, N extends string, R extends string>(
  cameFrom: C,
  rows: readonly Move<A, S, N, R>[],
): readonly Move<A, S | C, N, R>[] => rows.map((row) => ({ ...row, cameFrom }))

export const span = <const S extends string, const U extends string>(
  from: S,
  until: U,
  atLeast: string | null,
  atMost: string | null,
  whenOverdue: WhenOverdue | null,
): Span<S | U> => ({ from, until, atLeast, atMost, whenOverdue })

/** A state or action misspelt in any row does not compile. */
export function defineLifecycle<const S extends string, A extends string, N extends string, R extends string>(table: {
  initial: NoInfer<S>
  states: Readonly<Record<S, StateRow>>
  moves: readonly (readonly Move<A, NoInfer<S>, N, R>[])[]
  spans: readonly Span<NoInfer<S>>[]
  apart: readonly (readonly [NoInfer<A>, NoInfer<A>])[]
}): Lifecycle<S, A, N, R> {
  return { ...table, moves: table.moves.flat() }
}

export type StateOf<L> = L extends Lifecycle<infer S, string, string, string> ? S : never
export type ActionOf<L> = L extends Lifecycle<string, infer A, string, string> ? A : never
export type RecordOf<L> = L extends Lifecycle<string, string, string, infer R> ? R : never
export type NeedsOf<L> = L extends Lifecycle<string, string, infer N, string> ? N : never

/** Whether somebody must still do something. */
export const isOpenState = <S extends string>(table: Pick<Lifecycle<S>, 'states'>, state: S): boolean =>
  table.states[state].kind === 'open' || table.states[state].kind === 'hold'

/** The moves open to what is in `state` and came into it from `cameFrom`, in the order of the table. */
export function movesFrom<S extends string, A extends string, N extends string, R extends string>(
  { moves }: Lifecycle<S, A, N, R>,
  state: S,
  cameFrom: S | null,
): Move<A, S, N, R>[] {
  return moves.filter((row) => row.from === state && (row.cameFrom === null || row.cameFrom === cameFrom))
}

/** What the table itself gets wrong; nothing when it is sound. */
export function lifecycleFaults(table: Lifecycle): string[] {
  const states = Object.keys(table.states)
  const reached = new Set([table.initial])
  for (let before = 0; before !== reached.size; ) {
    before = reached.size
    for (const { from, to } of table.moves) if (reached.has(from)) reached.add(to)
  }
  const kindOf = (state: string) => table.states[state]?.kind
  const out = (state: string) => table.moves.filter(({ from }) => from === state)
  const keys = table.moves.map(({ action, from, cameFrom }) => `${from} ${action} ${cameFrom ?? ''}`)
  const named = [
    ...table.moves.flatMap(({ from, to, cameFrom }) => [from, to, cameFrom ?? from]),
    ...table.spans.flatMap(({ from, until }) => [from, until]),
  ]
  return [
    ...states.filter((state) => !reached.has(state)).map((state) => `${state} is never reached`),
    ...states.filter((state) => isOpenState(table, state) && out(state).length === 0).map((state) => `no move leads out of ${state}`),
    ...states.filter((state) => kindOf(state) === 'end' && out(state).length > 0).map((state) => `a move leads out of the end ${state}`),
    ...keys.filter((key, i) => keys.indexOf(key) !== i).map((key) => `twice: ${key}`),
    ...named.filter((state) => !(state in table.states)).map((state) => `no state ${state}`),
    ...table.moves
      .filter(({ from, cameFrom }) => cameFrom !== null && !table.moves.some((row) => row.from === cameFrom && row.to === from))
      .map(({ action, from, cameFrom }) => `${action} waits in ${from} for what never comes from ${cameFrom}`),
    ...table.moves.filter(({ needs }) => needs.length === 0).map(({ action, from }) => `nobody may ${action} ${from}`),
  ]
}
