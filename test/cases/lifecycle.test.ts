/** The table of a case's life: sound, known to policy, drawn in the documents, and permitted as the roles say. */
import { describe, expect, test } from 'vitest'
import { loadRoles, permissions } from '../../src/access/index.ts'
import { lifecyclePage } from '../../src/cases/lifecycle-page.ts'
import { type CaseKind, lifecycleOf, lifecycles } from '../../src/cases/lifecycles.ts'
import { actionLabels, recordLabels } from '../../src/cases/words.rules.ts'
import { type Lifecycle, lifecycleFaults, move } from '../../src/kernel/index.ts'
import { resolveParameter } from '../../src/policy/index.ts'
import { shippedPolicy } from '../database/fixtures.ts'

const kinds = Object.keys(lifecycles) as CaseKind[]
const roles = loadRoles()

describe.each(kinds)('the lifecycle of %s', (kind) => {
  const table = lifecycleOf(kind)

  test('is sound', () => {
    expect(lifecycleFaults(table)).toEqual([])
  })

  test('names no state that another lifecycle has', () => {
    const others = kinds.filter((other) => other !== kind).flatMap((other) => Object.keys(lifecycleOf(other).states))
    expect(Object.keys(table.states).filter((state) => others.includes(state))).toEqual([])
  })

  test('names only permissions, records and actions that have words, and parameters that hold today in days', () => {
    expect(table.moves.flatMap(({ needs }) => needs).filter((word) => !(word in permissions))).toEqual([])
    expect(table.moves.flatMap(({ records }) => records).filter((record) => recordLabels[record] === undefined)).toEqual([])
    expect(table.moves.filter(({ action }) => actionLabels[action] === undefined)).toEqual([])
    const limits = [...Object.values(table.states), ...table.spans]
      .flatMap(({ atLeast, atMost }) => [atLeast, atMost])
      .filter((one) => one !== null)
    const units = limits.map((key) => resolveParameter(shippedPolicy(), key, '522399001001', '2026-08-03')?.unit ?? `no ${key}`)
    expect([...new Set(units)].filter((unit) => !['天', '工作日', '月'].includes(unit))).toEqual([])
  })

  test('every state that is open can be left by somebody at the office that holds it', () => {
    const stuck = Object.entries(table.states).filter(([state, { heldBy }]) => {
      if (heldBy === null) return false
      const words = table.moves.filter(({ from }) => from === state).flatMap(({ needs }) => needs)
      return ![...roles.values()].some((role) => role.levels.includes(heldBy) && words.some((word) => role.permissions.includes(word)))
    })
    expect(stuck).toEqual([])
  })
})

test.each<[string, Partial<Lifecycle>]>([
  ['far is never reached', { states: { ...states('near', 'far') } }],
  ['no move leads out of near', { states: { ...states('near') }, moves: [] }],
  ['twice: near go ', { moves: [...move('go', 'near', 'gone', 'a'), ...move('go', 'near', 'gone', 'b')] }],
  ['a move leads out of the end gone', { moves: [...move('go', 'near', 'gone', 'a'), ...move('back', 'gone', 'near', 'a')] }],
  ['no state nowhere', { moves: [...move('go', 'near', 'gone', 'a'), ...move('stray', 'near', 'nowhere', 'a')] }],
])('the check sees that %s', (fault, change) => {
  const sound = { initial: 'near', states: states('near'), moves: move('go', 'near', 'gone', 'a'), spans: [], apart: [] }
  expect(lifecycleFaults(sound)).toEqual([])
  expect(lifecycleFaults({ ...sound, ...change })).toContain(fault)
})

function states(...open: string[]): Lifecycle['states'] {
  const row = { label: '', heldBy: 'village', atLeast: null, atMost: null, whenOverdue: null } as const
  return { ...Object.fromEntries(open.map((one) => [one, { ...row, kind: 'open' as const }])), gone: { ...row, kind: 'end', heldBy: null } }
}

test('the page in the documents is that of the table', async () => {
  await expect(lifecyclePage()).toMatchFileSnapshot('../../docs/lifecycle.md')
})
