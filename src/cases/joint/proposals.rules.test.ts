/** What is filled into the statement, and that nothing counts twice. */
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadPolicy } from '../../policy/index.ts'
import { registryPolicy } from '../../registry/index.ts'
import { jointPolicy } from './joint-policy.ts'
import { type DepartmentRow, type KnownAmounts, proposalsFor } from './proposals.rules.ts'

const policy = loadPolicy(fileURLToPath(new URL('../../../policy', import.meta.url)))
const { sources } = jointPolicy(policy)
const { income } = registryPolicy(policy)

const row = (dataset: string, cells: Record<string, string>, some: Partial<DepartmentRow> = {}): DepartmentRow => ({
  dataset,
  label: dataset,
  department: '部门',
  month: '2026-07',
  member: '张建国',
  cells,
  ...some,
})
const known = (some: Partial<KnownAmounts> = {}): KnownAmounts => ({
  period: { from: '2025-08-01', until: '2026-07-31' },
  rows: [],
  register: {},
  earlier: null,
  groupOf: (item) => income.items[item]?.group,
  ...some,
})
const proposed = (some: Partial<KnownAmounts>) => proposalsFor(sources, known(some)).map(({ item, amount, from }) => [item, amount, from])

const bill = (settled_on: string, self_paid: string) => ({ settled_on, self_paid })

describe('department files', () => {
  it.each([
    [
      'bills of the period are summed',
      [row('medical_settlements', bill('2025-08-01', '10.10')), row('medical_settlements', bill('2026-07-31', '20'))],
      [['medical', '30.10', 'department']],
    ],
    [
      'a bill before or after the period is left out',
      [row('medical_settlements', bill('2025-07-31', '10')), row('medical_settlements', bill('2026-08-01', '20'))],
      [],
    ],
    [
      'the same bill handed in twice counts once',
      [row('medical_settlements', bill('2026-01-05', '10')), row('medical_settlements', bill('2026-01-05', '10'), { month: '2026-06' })],
      [['medical', '10.00', 'department']],
    ],
    [
      'the same bill of two members counts for each',
      [row('medical_settlements', bill('2026-01-05', '10')), row('medical_settlements', bill('2026-01-05', '10'), { member: '曾小梅' })],
      [['medical', '20.00', 'department']],
    ],
    [
      'school cost is the newest of each child',
      [
        row('school_roll', { yearly_cost: '800' }, { month: '2025-09' }),
        row('school_roll', { yearly_cost: '900' }),
        row('school_roll', { yearly_cost: '500' }, { member: '张小雨' }),
      ],
      [['education', '1400.00', 'department']],
    ],
    [
      'relief of all twelve months',
      [row('relief', { category: '农村低保', started_on: '2024-01-01', amount: '300' })],
      [['d2', '3600.00', 'department']],
    ],
    [
      'relief from its first month on',
      [row('relief', { category: '特困供养', started_on: '2026-06-01', amount: '500' })],
      [['d3', '1000.00', 'department']],
    ],
    [
      'relief until it ended',
      [row('relief', { category: '农村低保', started_on: '2024-01-01', ended_on: '2025-09-30', amount: '300' })],
      [['d2', '600.00', 'department']],
    ],
    [
      'relief that ended before is none',
      [row('relief', { category: '农村低保', started_on: '2024-01-01', ended_on: '2025-07-31', amount: '300' })],
      [],
    ],
    ['temporary relief is not dibao', [row('relief', { category: '临时救助', started_on: '2026-01-01', amount: '300' })], []],
    [
      'the newest month says when a job ended',
      [
        row('employment', { started_on: '2026-03-01', monthly_wage: '3000' }, { month: '2026-05' }),
        row('employment', { started_on: '2026-03-01', ended_on: '2026-06-30', monthly_wage: '3000' }),
      ],
      [['a1', '12000.00', 'department']],
    ],
    ['a cell without an amount is nothing', [row('employment', { started_on: '2026-03-01' })], []],
    ['an amount that is no amount is nothing', [row('medical_settlements', bill('2026-01-05', '约一万'))], []],
  ] as const)('%s', (_, rows, expected) => {
    expect(proposed({ rows })).toEqual(expected)
  })

  it('say from whom, how many rows and whose', () => {
    const [one] = proposalsFor(
      sources,
      known({ rows: [row('medical_settlements', bill('2026-01-05', '10'), { label: '医疗费用结算', department: '医保' })] }),
    )
    expect(one?.evidence).toBe('医保：医疗费用结算 1 条（张建国）')
  })
})

describe('the register', () => {
  it('gives its total to one item of the group, less what departments know of the others', () => {
    const rows = [row('relief', { category: '农村低保', started_on: '2024-01-01', amount: '300' })]
    expect(proposed({ rows, register: { transfer_income: '5000.00' } })).toEqual([
      ['d2', '3600.00', 'department'],
      ['d6', '1400.00', 'register'],
    ])
    expect(proposed({ rows, register: { transfer_income: '3600.00' } })).toEqual([['d2', '3600.00', 'department']])
    expect(proposed({ rows, register: { transfer_income: '100.00' } })).toEqual([['d2', '3600.00', 'department']])
  })

  it('stands beside a department that knows the same item', () => {
    const rows = [row('medical_settlements', bill('2026-01-05', '10'))]
    expect(proposed({ rows, register: { compliant_self_paid: '12' } })).toEqual([
      ['medical', '10.00', 'department'],
      ['medical', '12', 'register'],
    ])
  })
})

it('an earlier sheet is offered last, without what was nothing', () => {
  const earlier = {
    name: '2025 收支表',
    lines: [
      { item: 'b1', amount: '700', evidence: '现场查看' },
      { item: 'b2', amount: '0', evidence: '' },
    ],
  }
  expect(proposalsFor(sources, known({ earlier }))).toEqual([
    { item: 'b1', amount: '700', from: 'earlier', evidence: '2025 收支表：现场查看' },
  ])
})
