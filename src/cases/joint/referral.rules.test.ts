/** The life of a hand-over: every state can be reached, none is a dead end before an answer, and nobody answers for the other side. */
import { describe, expect, test } from 'vitest'
import {
  type Direction,
  directions,
  isWaiting,
  movedTo,
  openActions,
  type ReferralState,
  referralActions,
  referralStates,
  type Side,
} from './referral.rules.ts'

const sides: readonly Side[] = ['ours', 'theirs', 'case']

/** All states that moves of these sides lead to. */
function reached(direction: Direction, by: readonly Side[]): Set<ReferralState> {
  const found = new Set<ReferralState>(['waiting'])
  for (const state of found)
    for (const side of by)
      for (const action of openActions(direction, state, side)) found.add(movedTo(direction, state, action, side) ?? state)
  return found
}

describe.each(directions)('%s', (direction) => {
  test('reaches every state', () => {
    expect([...reached(direction, sides)].sort()).toEqual([...referralStates].sort())
  })

  test('leaves no state that waits without a way on', () => {
    for (const state of referralStates.filter(isWaiting))
      expect([state, sides.flatMap((side) => openActions(direction, state, side)).length > 0]).toEqual([state, true])
  })

  test('offers exactly the moves that can be made', () => {
    for (const state of referralStates)
      for (const side of sides) {
        const possible = referralActions.filter((action) => movedTo(direction, state, action, side) !== undefined)
        expect([...openActions(direction, state, side)].sort()).toEqual(possible.sort())
      }
  })
})

test.each([
  ['to_civil_affairs', 'ours', ['waiting', 'withdrawn']],
  ['to_civil_affairs', 'theirs', ['accepted', 'granted', 'refused', 'waiting']],
  ['to_civil_affairs', 'case', ['waiting']],
  ['from_civil_affairs', 'ours', ['accepted', 'refused', 'waiting']],
  ['from_civil_affairs', 'theirs', ['waiting', 'withdrawn']],
] as const)('%s: %s alone can bring it to %j', (direction, side, states) => {
  expect([...reached(direction, [side])].sort()).toEqual(states)
})

test('what civil affairs handed over is granted by a case only', () => {
  for (const state of referralStates)
    for (const side of ['ours', 'theirs'] as const) expect(openActions('from_civil_affairs', state, side)).not.toContain('grant')
})

test('an answer to civil affairs stands: nothing follows it', () => {
  for (const state of ['granted', 'refused', 'withdrawn'] as const)
    for (const side of sides) expect(openActions('to_civil_affairs', state, side)).toEqual([])
})
