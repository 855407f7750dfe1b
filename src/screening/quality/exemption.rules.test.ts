/** When an exemption holds. */
import { describe, expect, test } from 'vitest'
import { type Exemption, sortExemptions } from './exemption.rules.ts'

const whole: Exemption = {
  ruleId: '5_15_022',
  householdNumber: 'H1',
  personIdNumber: '',
  reason: '两户由同一亲属照看',
  evidence: '村委会证明',
  approver: '韦某',
  until: '2026-12-31',
}
const rules = new Set(['5_15_022'])

describe('an exemption', () => {
  test.each([
    ['on its last day', '2026-12-31'],
    ['before', '2026-06-30'],
  ])('holds %s', (_, asOf) => {
    expect(sortExemptions([whole], asOf, rules)).toEqual({ honoured: [whole], refused: [] })
  })

  test.each<[string, Partial<Exemption>, string]>([
    ['that has run out', { until: '2026-06-29' }, '已于2026-06-29到期'],
    ['without a day', { until: '长期' }, '有效期须写成 YYYY-MM-DD'],
    ['until a day that is not there', { until: '2027-02-29' }, '有效期须写成 YYYY-MM-DD'],
    ['without a reason', { reason: ' ' }, '没有写豁免理由'],
    ['without evidence', { evidence: '' }, '没有写佐证材料'],
    ['without an approver', { approver: '' }, '没有写批准人'],
    ['for no household', { householdNumber: '' }, '没有写户编号'],
    ['for a rule that is not there', { ruleId: '9_99_999' }, '没有规则“9_99_999”'],
    ['with two faults', { reason: '', approver: '' }, '没有写豁免理由；没有写批准人'],
  ])('%s does not hold and says why', (_, change, why) => {
    const exemption = { ...whole, ...change }
    expect(sortExemptions([exemption], '2026-06-30', rules)).toEqual({ honoured: [], refused: [{ exemption, why }] })
  })
})
