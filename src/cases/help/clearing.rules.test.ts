/** A risk is cleared when it is gone and not before. */
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDay } from '../../kernel/index.ts'
import { loadPolicy } from '../../policy/index.ts'
import { allMet, type ClearingFacts, conditionsOf } from './clearing.rules.ts'
import { type ConditionName, helpPolicy } from './help-policy.ts'

const policy = helpPolicy(loadPolicy(fileURLToPath(new URL('../../../policy', import.meta.url))))

const good: ClearingFacts = {
  today: plainDay('2026-10-31'),
  labour: 'able',
  income: { perHead: '12000.00', statedOn: '2026-10-20' },
  line: { amount: 9000, since: '2026-01-01' },
  selfPaid: { amount: '3000', large: 10_000 },
  guarantees: { schooling: false, housing: false, insurance: false, water: false },
  risks: [{ risk: '因病', openLeads: [] }],
  newRisks: [],
  lastScreening: '2026-10-15',
  recognisedOn: plainDay('2026-03-01'),
  months: 6,
  helped: [{ risk: '因病', isDelivered: true }],
  deliveredMeasures: 2,
}

const answer = (facts: Partial<ClearingFacts>, id: ConditionName, isNatural = false) => {
  const found = conditionsOf(policy, { ...good, ...facts }, isNatural).find((one) => one.id === id)
  return found?.isWaived ? 'waived' : found?.isMet
}

describe('conditions for clearing', () => {
  it('are all met by a household that is well', () => {
    expect(allMet(conditionsOf(policy, good, false))).toBe(true)
  })
  it.each([
    ['a household wholly without labour is not cleared', { labour: 'none' }, 'labour', false],
    ['unknown labour is unknown', { labour: 'unknown' }, 'labour', null],
    ['income at the line is not above it', { income: { perHead: '9000.00', statedOn: '2026-10-20' } }, 'income', false],
    ['one fen above it is', { income: { perHead: '9000.01', statedOn: '2026-10-20' } }, 'income', true],
    ['no income on record is unknown, not zero', { income: null }, 'income', null],
    ['no line for the year is unknown', { line: null }, 'income', null],
    ['spending at the large amount is large', { selfPaid: { amount: '10000', large: 10_000 } }, 'rigid_spending', false],
    ['no spending on record is unknown', { selfPaid: { amount: null, large: 10_000 } }, 'rigid_spending', null],
    ['a dropout is not met', { guarantees: { ...good.guarantees, schooling: true } }, 'schooling', false],
    ['housing nobody looked at is unknown', { guarantees: { ...good.guarantees, housing: null } }, 'housing', null],
    ['an uninsured member is not met', { guarantees: { ...good.guarantees, insurance: true } }, 'insurance', false],
    ['unsafe water is not met', { guarantees: { ...good.guarantees, water: true } }, 'water', false],
    ['a recorded risk with an open lead is not gone', { risks: [{ risk: '因病', openLeads: ['大病'] }] }, 'recorded_risks', false],
    ['no screening since recognition leaves the risks unknown', { lastScreening: null }, 'recorded_risks', null],
    ['a new risk is not met', { newRisks: ['失学'] }, 'no_new_risk', false],
    ['no screening since recognition says nothing of new risks', { lastScreening: null }, 'no_new_risk', null],
    ['a day short of six months is too early', { recognisedOn: plainDay('2026-05-01') }, 'watched', false],
    ['six months to the day are enough', { recognisedOn: plainDay('2026-04-30') }, 'watched', true],
    ['no help delivered is not met', { deliveredMeasures: 0 }, 'helped', false],
    ['help beside the risk is not met', { helped: [{ risk: '因病', isDelivered: false }] }, 'helped', false],
  ] as const)('%s', (_, facts, id, expected) => {
    expect(answer(facts as Partial<ClearingFacts>, id)).toBe(expected)
    expect(allMet(conditionsOf(policy, { ...good, ...(facts as Partial<ClearingFacts>) }, false))).toBe(expected === true)
  })
  it.each(['watched', 'helped'] as const)('a natural clearing does not wait for: %s', (id) => {
    expect(answer({ recognisedOn: plainDay('2026-10-01'), deliveredMeasures: 0 }, id, true)).toBe('waived')
  })
  it('are never taken for met while anything is unknown', () => {
    const perhaps = <T>(value: T) => fc.constantFrom(value, null)
    const facts = fc.record({
      income: perhaps(good.income),
      line: perhaps(good.line),
      lastScreening: perhaps(good.lastScreening),
      recognisedOn: perhaps(good.recognisedOn),
      housing: perhaps(false),
      water: perhaps(false),
    })
    fc.assert(
      fc.property(facts, ({ housing, water, ...some }) => {
        const isWhole = housing !== null && water !== null && Object.values(some).every((one) => one !== null)
        const conditions = conditionsOf(policy, { ...good, ...some, guarantees: { ...good.guarantees, housing, water } }, false)
        expect(allMet(conditions)).toBe(isWhole)
      }),
      { seed: 42 },
    )
  })
})
