/** Whether a rule gives more than it costs. */
import { describe, expect, it } from 'vitest'
import { plainDay } from '../../kernel/index.ts'
import { missedBy, trueShare, verdictOf, weekOf } from './worth.rules.ts'

const limits = { fewestOutcomes: 20, leastTruePercent: 5 }

describe('the worth of a rule', () => {
  it.each([
    ['nothing is concluded from nineteen', 0, 19, 'too_few'],
    ['twenty without one true one cost', 0, 20, 'costs'],
    ['one in twenty is enough', 1, 19, 'pays'],
    ['one in twenty-one is not', 1, 20, 'costs'],
    ['a rule that is always right pays', 25, 0, 'pays'],
  ] as const)('%s', (_, yes, no, expected) => {
    expect(verdictOf(yes, no, limits)).toBe(expected)
  })
  it('has no share of truth before anything is verified', () => {
    expect(trueShare(0, 0)).toBeNull()
    expect(trueShare(1, 7)).toBe(12.5)
  })
  it.each([
    ['2026-10-26', '2026-10-26'],
    ['2026-11-01', '2026-10-26'],
    ['2026-11-02', '2026-11-02'],
  ])('the week of %s begins on %s', (day, monday) => {
    expect(weekOf(plainDay(day))).toBe(monday)
  })
  it('counts as missed what was recognised for its risk and not found by it before', () => {
    const found = [
      { risk: '因病', rule_id: 'medical-burden', cases: 3 },
      { risk: '因病', rule_id: 'serious-illness', cases: 1 },
    ]
    const recognised = new Map([['因病', 5]])
    expect(missedBy('medical-burden', '因病', found, recognised)).toBe(2)
    expect(missedBy('serious-illness', '因病', found, recognised)).toBe(4)
    expect(missedBy('dropout', '因学', found, recognised)).toBe(0)
  })
})
