/** What may happen to a referral, by whom, and how it reads; the life of a hand-over in one table. */
export const referralStates = ['waiting', 'accepted', 'granted', 'refused', 'withdrawn'] as const
export type ReferralState = (typeof referralStates)[number]
export const directions = ['to_civil_affairs', 'from_civil_affairs'] as const
export type Direction = (typeof directions)[number]
export const referralActions = ['accept', 'grant', 'refuse', 'withdraw'] as const
export type ReferralAction = (typeof referralActions)[number]
/** `ours`: whoever works with cases; `theirs`: civil affairs; `case`: what became of the help matter. */
export type Side = 'ours' | 'theirs' | 'case'

interface Move {
  action: ReferralAction
  from: readonly ReferralState[]
  to: ReferralState
  by: Side
}

const open = ['waiting', 'accepted'] as const

// biome-ignore format: a table
const moves: Readonly<Record<Direction, readonly Move[]>> = {
  to_civil_affairs: [
    { action: 'accept',   from: ['waiting'],  to: 'accepted',  by: 'theirs' },
    { action: 'grant',    from: open,         to: 'granted',   by: 'theirs' },
    { action: 'refuse',   from: open,         to: 'refused',   by: 'theirs' },
    { action: 'withdraw', from: open,         to: 'withdrawn', by: 'ours' },
  ],
  from_civil_affairs: [
    { action: 'accept',   from: ['waiting'],  to: 'accepted',  by: 'ours' },
    { action: 'refuse',   from: ['waiting'],  to: 'refused',   by: 'ours' },
    { action: 'withdraw', from: ['waiting'],  to: 'withdrawn', by: 'theirs' },
    // A case that was refused can be taken up again by an appeal, and end otherwise.
    { action: 'grant',    from: ['accepted', 'refused'], to: 'granted', by: 'case' },
    { action: 'refuse',   from: ['accepted', 'granted'], to: 'refused', by: 'case' },
  ],
}

/** The moves a side may make now. */
export const openActions = (direction: Direction, state: ReferralState, by: Side): ReferralAction[] =>
  moves[direction].filter((one) => one.by === by && one.from.includes(state)).map(({ action }) => action)

/** Where a move leads; nothing when it is not open to that side. */
export const movedTo = (direction: Direction, state: ReferralState, action: ReferralAction, by: Side): ReferralState | undefined =>
  moves[direction].find((one) => one.action === action && one.by === by && one.from.includes(state))?.to

export const isWaiting = (state: ReferralState): boolean => state === 'waiting' || state === 'accepted'

export const directionLabels: Readonly<Record<Direction, string>> = { to_civil_affairs: '移交民政部门', from_civil_affairs: '民政部门移来' }

/** By direction: the same state is another thing to the other side. */
export const stateLabels: Readonly<Record<Direction, Readonly<Record<ReferralState, string>>>> = {
  to_civil_affairs: { waiting: '待民政受理', accepted: '民政审核中', granted: '民政已认定', refused: '民政未认定', withdrawn: '已撤回' },
  from_civil_affairs: {
    waiting: '待受理',
    accepted: '核实办理中',
    granted: '已纳入监测帮扶',
    refused: '未纳入监测帮扶',
    withdrawn: '已撤回',
  },
}

export const actionLabels: Readonly<Record<'send' | ReferralAction, string>> = {
  send: '移交',
  accept: '受理',
  grant: '认定',
  refuse: '不予认定',
  withdraw: '撤回',
}
