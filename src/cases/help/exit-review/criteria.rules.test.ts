/** The criteria for leaving assistance: nothing is invented, nothing unknown counts as met. */
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadPolicy, resolveParameter } from '../../../policy/index.ts'
import { criteriaOf, type ExitFacts, proposalOf } from './criteria.rules.ts'
import { criteriaPolicy } from './criteria-policy.ts'

const policy = loadPolicy(fileURLToPath(new URL('../../../../policy', import.meta.url)))
const criteria = criteriaPolicy(policy)
const good: ExitFacts = {
  incomePerHead: '15000.00',
  line: 7300,
  incomeMultiple: 2,
  guarantees: [false, false, false, false],
  openRisks: [],
  lastScreening: '2026-10-15',
  labour: 'able',
  ownIncome: { own: '30000.00', all: '40000.00' },
  ownIncomePercent: 50,
  relief: [],
}
const judged = (facts: Partial<ExitFacts>) => criteriaOf(criteria, { ...good, ...facts })

describe('leaving assistance', () => {
  it('is proposed where everything is met', () => {
    expect(proposalOf(judged({}))).toBe('exit')
  })
  it.each([
    ['income a fen below the multiple', { incomePerHead: '14599.99' }, 'income', false, 'keep'],
    ['income at the multiple', { incomePerHead: '14600.00' }, 'income', true, 'exit'],
    ['no income on record', { incomePerHead: null }, 'income', null, 'open'],
    ['no multiple laid down', { incomeMultiple: null }, 'income', null, 'open'],
    ['a guarantee in trouble', { guarantees: [false, true, false, null] }, 'guarantees', false, 'keep'],
    ['a guarantee nobody looked at', { guarantees: [false, false, null, false] }, 'guarantees', null, 'open'],
    ['an open lead', { openRisks: ['大病'] }, 'no_open_risk', false, 'keep'],
    ['no screening so far', { lastScreening: null }, 'no_open_risk', null, 'open'],
    ['weak labour only', { labour: 'weak' }, 'labour', false, 'keep'],
    ['unknown labour', { labour: 'unknown' }, 'labour', null, 'open'],
    ['less own income than laid down', { ownIncome: { own: '19999.99', all: '40000.00' } }, 'own_income', false, 'keep'],
    ['no income at all on the sheet', { ownIncome: { own: '0', all: '0' } }, 'own_income', null, 'open'],
    ['a member on dibao', { relief: ['农村低保'] }, 'not_on_relief', false, 'keep'],
    ['relief not recorded', { relief: null }, 'not_on_relief', null, 'open'],
  ] as const)('%s', (_, facts, id, isMet, proposal) => {
    const found = judged(facts as Partial<ExitFacts>)
    expect(found.find((one) => one.id === id)?.isMet).toBe(isMet)
    expect(proposalOf(found)).toBe(proposal)
  })
  it('is never proposed by the shipped policy, whose numbers no document gives', () => {
    for (const key of ['case/exit_income_multiple', 'case/exit_own_income_percent'])
      expect(resolveParameter(policy, key, '522399', '2026-11-01')).toBeUndefined()
    expect(proposalOf(judged({ incomeMultiple: null, ownIncomePercent: null }))).toBe('open')
  })
})
