import { expect, test } from 'vitest'
import { citationText } from './citation.rules.ts'
import { changed, demoTree, withFile, written } from './demo-tree.ts'
import { diffPolicy } from './diff.rules.ts'
import { explainParameter } from './explain.rules.ts'
import { loadPolicy } from './load.ts'

const policy = loadPolicy(written(demoTree))
const line = 'national/parameters/income/line.yaml'

test('a value is explained level by level, with a mark at the one in force', () => {
  expect(explainParameter(policy, 'income/line', '990101', '2099-02-01')).toEqual([
    '8000  元/人·年  监测线',
    '  990101  自 2099-01-01  8000  九政〔2097〕12号  ← 现行',
    '  9901    —',
    '  99      —',
    '  全国    自 2099-01-01  7600  待县确认',
  ])
})

test('an ended value gives way to the level above', () => {
  expect(explainParameter(policy, 'income/line', '990101', '2099-08-01')).toEqual([
    '7600  元/人·年  监测线',
    '  990101  自 2099-07-01  不再规定  九政〔2097〕12号',
    '  9901    —',
    '  99      —',
    '  全国    自 2099-01-01  7600      待县确认          ← 现行',
  ])
})

test('where nothing is in force the parameter says what that means', () => {
  const missing = loadPolicy(written(changed(line, 'unit:', 'when_missing: 监测线未录入\nunit:')))
  expect(explainParameter(missing, 'income/line', '99', '2097-01-01')[0]).toBe('当日没有有效的值:监测线未录入  监测线')
})

test('an unknown parameter names those that are near', () => {
  expect(() => explainParameter(policy, 'money/line', '99', '2099-01-01')).toThrow('没有参数“money/line”,相近的有:income/line。')
})

test.each([
  ['demo-notice#一(二)', '九政〔2097〕12号 一(二)'],
  ['demo-notice', '九政〔2097〕12号'],
  ['project-default', '待县确认'],
])('the citation %s reads %s', (citation, expected) => {
  expect(citationText(policy, citation)).toBe(expected)
})

test('a document without a number is cited by its title', () => {
  const unnumbered = loadPolicy(written(changed('law/demo-notice.yaml', '九政〔2097〕12号', 'null')))
  expect(citationText(unnumbered, 'demo-notice#3')).toBe('《九九省通知》 3')
})

test('the same policy has no difference', () => {
  expect(diffPolicy(policy, loadPolicy(written(demoTree)))).toEqual([`政策未变:${policy.hash.slice(0, 12)}`])
})

test('a difference is one line per value, rule, dataset and code', () => {
  const newer = loadPolicy(
    written({
      ...demoTree,
      [line]: (demoTree[line] ?? '').replace('value: 7600', 'value: 7650').replace('[demo-notice#3]', '[demo-notice]'),
      'regions/990101/parameters/income/line.yaml':
        'reviewed_on: 2099-03-01\nvalues:\n  2099-01-01: { value: 8000, basis: [demo-notice] }\n',
      'national/parameters/water/days.yaml': (demoTree[line] ?? '').replace('监测线', '断水'),
      'national/rules/large-bill.yaml': (demoTree['national/rules/large-bill.yaml'] ?? '').replace('监测线。', '线。'),
      'datasets/bills.yaml': (demoTree['datasets/bills.yaml'] ?? '').replace('[自付]', '[自付, 自费]'),
      'codes/risk.yaml': (demoTree['codes/risk.yaml'] ?? '').replace('其他', '别的').replace('其他', '别的'),
    }),
  )
  expect(diffPolicy(policy, newer).slice(1)).toEqual([
    '参数',
    '  ~ income/line 全国 2098-01-01 7000,依据 demo-notice#3 → demo-notice',
    '  ~ income/line 全国 2099-01-01 7600 → 7650',
    '  - income/line 990101 2099-07-01 不再规定',
    '  + water/days 全国 2098-01-01 7000',
    '  + water/days 全国 2099-01-01 7600',
    '规则',
    '  ~ large-bill:plain',
    '数据表',
    '  ~ bills:字段 self_paid',
    '代码',
    '  - risk 其他',
    '  + risk 别的',
  ])
})

test('a difference elsewhere is said to be elsewhere', () => {
  const newer = loadPolicy(written(withFile('quality/q.yaml', 'a: 1\n')))
  expect(diffPolicy(policy, newer)).toHaveLength(2)
})
