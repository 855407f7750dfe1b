/** One statement, two rule sets: what is met, what is not, and what stays unknown and why. */
import { fileURLToPath } from 'node:url'
import { describe, expect, it, test } from 'vitest'
import { loadPolicy } from '../../policy/index.ts'
import { jointPolicy, type RuleSet, ruleSetNames } from './joint-policy.ts'
import { gradesOf, type JudgedFacts, rigidOf, type Standing } from './judging.rules.ts'

const { ruleSets } = jointPolicy(loadPolicy(fileURLToPath(new URL('../../../policy', import.meta.url))))

const numbers: Readonly<Record<string, number | null>> = {
  'income/monitoring_line': 7300,
  'medical/self_paid_alert': 10_000,
  'relief/dibao_line': 6000,
  'relief/edge_multiple': 1.5,
  'relief/disposable_income': 15_000,
  'relief/spending_share': 60,
  'assets/vehicle_value': 150_000,
  'relief/dwellings': 1,
  'relief/financial_assets_months': 36,
}
function standing(given: Readonly<Record<string, number | null>> = {}) {
  return (key: string): Standing => {
    const value = { ...numbers, ...given }[key] ?? null
    return { key, label: key, value, unit: '元', since: '2026-01-01', region: '52', basis: ['x'], missing: `${key}没有录入` }
  }
}

/** Three people, 21,900 yuan: exactly the line of 7,300 each. */
const facts = (some: Partial<JudgedFacts> & { spent?: Readonly<Record<string, string>> } = {}): JudgedFacts => ({
  size: 3,
  netIncome: '21900.00',
  hasIncome: true,
  amounts: new Map(Object.entries(some.spent ?? {})),
  labels: new Map([['medical', '医疗支出']]),
  standing: standing(),
  labour: 'some',
  relief: [],
  compared: { on: '2026-08-01', flags: [] },
  ...some,
})

const verdict = (set: 'anti_poverty' | 'civil_affairs', grade: string, given: JudgedFacts) =>
  gradesOf(ruleSets[set], given).find((one) => one.grade === grade)?.verdict

/** Deposits are never compared here: without them every grade of civil affairs stays open. */
const withoutDeposits: RuleSet = {
  ...ruleSets.civil_affairs,
  grades: Object.fromEntries(
    Object.entries(ruleSets.civil_affairs.grades).map(([grade, { label, conditions }]) => [
      grade,
      {
        label,
        conditions: conditions.map((one) =>
          one.is === 'possessions' ? { ...one, limits: one.limits.filter(({ compared }) => compared) } : one,
        ),
      },
    ]),
  ),
}

const allSpent = (medical: string, rest = '0') =>
  Object.fromEntries(
    ['living', 'medical', 'education', 'rehabilitation', 'housing', 'disaster', 'other_spending'].map((item) => [
      item,
      item === 'medical' ? medical : rest,
    ]),
  )

describe('within the monitoring line', () => {
  it.each([
    ['exactly at the line is not below it', facts({ spent: { medical: '0' } }), 'not_met'],
    ['one yuan of medical spending brings it below', facts({ spent: { medical: '1' } }), 'met'],
    ['a claim that was paid brings it above again', facts({ spent: { medical: '1', insurance_payout: '100' } }), 'not_met'],
    ['medical spending nobody asked about leaves it open', facts(), 'unknown'],
    ['below without any spending it is below with any', facts({ netIncome: '21000.00' }), 'met'],
    ['without a line it is unknown', facts({ spent: { medical: '1' }, standing: standing({ 'income/monitoring_line': null }) }), 'unknown'],
    ['without income it is unknown', facts({ hasIncome: false, netIncome: '0.00' }), 'unknown'],
    ['nobody in the household is unknown', facts({ size: 0 }), 'unknown'],
  ])('%s', (_, given, expected) => {
    expect(verdict('anti_poverty', 'within_line', given)).toBe(expected)
  })
})

describe('sudden hardship above the line', () => {
  it.each([
    ['large medical spending above the line', facts({ spent: { medical: '10000' } }), 'met'],
    ['one fen less is not large', facts({ spent: { medical: '9999.99' } }), 'not_met'],
    ['below the line it is the other grade', facts({ netIncome: '21899.00', spent: { medical: '10000' } }), 'not_met'],
    ['spending nobody asked about is unknown', facts(), 'unknown'],
  ])('%s', (_, given, expected) => {
    expect(verdict('anti_poverty', 'sudden', given)).toBe(expected)
  })
})

describe('social assistance', () => {
  it.each([
    ['one fen each below the standard', '农村低保', facts({ netIncome: '17999.97' }), 'met'],
    ['exactly the standard is not below it', '农村低保', facts({ netIncome: '18000.00' }), 'not_met'],
    [
      'without the local standard it is unknown',
      '农村低保',
      facts({ netIncome: '1.00', standing: standing({ 'relief/dibao_line': null }) }),
      'unknown',
    ],
    ['possessions nobody compared leave it open', '农村低保', facts({ netIncome: '1.00', compared: null }), 'unknown'],
    [
      'a flag leaves it open, explained or not, and rules nobody out',
      '农村低保',
      facts({ netIncome: '1.00', compared: { on: '2026-08-01', flags: [{ label: '车辆', value: '货车', explanation: '已报废' }] } }),
      'unknown',
    ],
    ['between the standard and its multiple', '低保边缘', facts({ netIncome: '26999.97' }), 'met'],
    ['at the multiple no more', '低保边缘', facts({ netIncome: '27000.00' }), 'not_met'],
    ['below the standard it is not the edge', '低保边缘', facts({ netIncome: '17000.00' }), 'not_met'],
    ['an unknown multiple is unknown', '低保边缘', facts({ standing: standing({ 'relief/edge_multiple': null }) }), 'unknown'],
    ['特困 is never met without a visit', '特困供养', facts({ labour: 'none' }), 'unknown'],
    ['with labour it is not 特困', '特困供养', facts({ labour: 'some' }), 'not_met'],
    ['labour nobody registered leaves it open', '特困供养', facts({ labour: 'unknown' }), 'unknown'],
    ['rigid spending of 60 percent', '刚性支出困难', facts({ spent: allSpent('13140') }), 'met'],
    ['less is not enough when everything was asked', '刚性支出困难', facts({ spent: allSpent('13139.99') }), 'not_met'],
    ['less is unknown when something was not asked', '刚性支出困难', facts({ spent: { medical: '13139.99' } }), 'unknown'],
    ['enough by one item alone needs no other', '刚性支出困难', facts({ spent: { medical: '13140' } }), 'met'],
    ['whoever receives relief is in another group', '刚性支出困难', facts({ spent: allSpent('13140'), relief: ['农村低保'] }), 'not_met'],
    ['relief nobody registered leaves it open', '刚性支出困难', facts({ spent: allSpent('13140'), relief: null }), 'unknown'],
    [
      'a share nobody laid down is unknown',
      '刚性支出困难',
      facts({ spent: allSpent('99999'), standing: standing({ 'relief/spending_share': null }) }),
      'unknown',
    ],
    ['without income any spending is more than all of it', '刚性支出困难', facts({ netIncome: '0.00', spent: allSpent('1') }), 'met'],
  ] as const)('%s: %s', (_, grade, given, expected) => {
    expect(gradesOf(withoutDeposits, given).find((one) => one.grade === grade)?.verdict).toBe(expected)
  })
})

test('deposits that no department hands in leave every grade of civil affairs open, and so does a limit nobody laid down', () => {
  const poor = facts({ netIncome: '1.00' })
  expect(verdict('civil_affairs', '农村低保', poor)).toBe('unknown')
  const said = (given: JudgedFacts) => gradesOf(ruleSets.civil_affairs, given)[0]?.conditions.at(-1)
  expect(said(poor)).toMatchObject({
    isMet: null,
    detail: '2026-08-01 比对，没有提示；relief/financial_assets_months没有部门数据，须由审核部门核对',
  })
  expect(said(facts({ standing: standing({ 'relief/dwellings': null }) }))?.detail).toContain('relief/dwellings没有录入')
})

describe('the words of a condition', () => {
  it('name the amounts, the number and what is missing', () => {
    const [within] = gradesOf(ruleSets.anti_poverty, facts({ spent: { medical: '900' } }))
    expect(within?.conditions[0]?.detail).toBe(
      '人均 7,000.00元（21,000.00元 ÷ 3 人）：纯收入 21,900.00元，加insurance_payout 0.00元，减医疗支出 900.00元；income/monitoring_line 7,300.00元',
    )
    const open = gradesOf(ruleSets.civil_affairs, facts({ standing: standing({ 'relief/dibao_line': null }) }))
    expect(open[0]?.conditions[0]?.detail).toBe('人均 7,300.00元（21,900.00元 ÷ 3 人）；relief/dibao_line没有录入')
  })

  it('carry a basis each, and every number its own', () => {
    for (const set of ruleSetNames)
      for (const { conditions } of gradesOf(ruleSets[set], facts()))
        for (const { basis, numbers: some } of conditions) {
          expect(basis.length).toBeGreaterThan(0)
          for (const { basis: own } of some) expect(own).toEqual(['x'])
        }
  })
})

it('rigid spending is the sum of what was asked, and names what was not', () => {
  const given = facts({ spent: { medical: '100.5', education: '0', living: '7' } })
  expect(rigidOf(ruleSets.anti_poverty, given)).toEqual({
    amount: '100.50',
    missing: ['rehabilitation', 'housing', 'disaster', 'other_spending'],
  })
  expect(rigidOf(ruleSets.civil_affairs, given).amount).toBe('107.50')
})
