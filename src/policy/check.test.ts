import { expect, test } from 'vitest'
import { checkPolicy } from './check.ts'
import { changed, demoTree, written } from './demo-tree.ts'

test('a policy in order is told by its contents', () => {
  const { ok, lines, policy } = checkPolicy(written(demoTree))
  expect({ ok, lines }).toEqual({
    ok: true,
    lines: [
      `政策 ${policy?.hash.slice(0, 12)}`,
      '数据表 1、代码表 2、事实 2、规则 1、参数 1(地区另定 1)、文件依据 1',
      '待县确认的参数 1 个',
    ],
  })
})

test('values nobody has confirmed for a year are listed when a day is given', () => {
  const folder = written(changed('regions/990101/parameters/income/line.yaml', '2099-03-01', '2098-03-01'))
  expect(checkPolicy(folder, '2099-06-01').lines.slice(3)).toEqual(['一年未复核:income/line 990101(2098-03-01)'])
})

test('a policy with mistakes is told by them, and counted', () => {
  const { ok, lines, policy } = checkPolicy(written(changed('codes/risk.yaml', 'label: 风险', 'labl: 风险')))
  expect({ ok, lines, policy }).toEqual({
    ok: false,
    policy: undefined,
    lines: ['codes/risk.yaml:1:1 缺少“label”', 'codes/risk.yaml:1:1 不认识的键“labl”', '共 2 处错误'],
  })
})
