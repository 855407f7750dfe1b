import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { changed, demoTree, type Tree, withFile, written } from './demo-tree.ts'
import { loadPolicy } from './load.ts'
import { PolicyErrors } from './policy-errors.ts'

function mistakes(tree: Tree): string[] {
  try {
    loadPolicy(written(tree))
    return []
  } catch (error) {
    if (!(error instanceof PolicyErrors)) throw error
    return error.errors.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`)
  }
}

const rule = 'national/rules/large-bill.yaml'
const line = 'national/parameters/income/line.yaml'
const overlay = 'regions/990101/parameters/income/line.yaml'
const bills = 'datasets/bills.yaml'
const facts = 'facts/household.yaml'
const ruleText = demoTree[rule] ?? ''

const oneMistake: [string, Tree, string][] = [
  ['an unknown key', changed(line, 'unit:', 'unti: 元\nunit:'), `${line}:2:1 不认识的键“unti”`],
  ['a duplicate key', changed(line, 'unit:', 'label: 再写\nunit:'), `${line}:2:1 键重复`],
  ['a missing key', changed(line, 'unit: 元/人·年\n', ''), `${line}:1:1 缺少“unit”`],
  ['a missing basis', changed(line, ', basis: [demo-notice#3]', ''), `${line}:6:15 缺少依据(basis)`],
  ['an empty basis', changed(line, '[demo-notice#3]', '[]'), `${line}:6:37 缺少依据`],
  ['an unquoted code as a value', changed(rule, 'at: "990101"', 'at: 990101'), `${rule}:13:37 代码须加引号:"990101"(不加引号会被当成数字)`],
  ['an unquoted code with a leading zero', changed(line, 'value: 7000', 'value: 011000'), `${line}:6:24 代码须加引号:"011000"`],
  ['an unquoted id number', changed(line, 'value: 7000', 'value: 110101199003070011'), `${line}:6:24 代码须加引号:"110101199003070011"`],
  ['an unquoted code as a key', changed('codes/grade.yaml', '"2":', '2:'), `codes/grade.yaml:4:3 代码须加引号:"2"`],
  [
    'an alias',
    changed('codes/risk.yaml', '因病: { label: 因病 }', '因病: &a { label: 因病 }\n  因残: *a'),
    'codes/risk.yaml:4:7 不使用 YAML 别名,请把内容写全',
  ],
  [
    'a law that does not exist',
    changed(line, 'demo-notice#3', 'other-notice#3'),
    `${line}:6:38 依据“other-notice#3”不存在:law/ 中没有 other-notice`,
  ],
  [
    'an article that does not exist',
    changed(line, 'demo-notice#3', 'demo-notice#4'),
    `${line}:6:38 依据“demo-notice#4”不存在:demo-notice 中没有登记“4”`,
  ],
  ['a day that is none', changed(line, '2099-01-01: {', '2099-02-30: {'), `${line}:7:3 须为真实的日期 YYYY-MM-DD`],
  ['a parameter that does not exist', changed(rule, '$income/line', '$income/lime'), `${rule}:8:42 没有参数“$income/lime”`],
  ['a number where a parameter belongs', changed(rule, '$income/line', '7000'), `${rule}:8:42 数值须写成 $目录/参数,不写数字`],
  [
    'a parameter that does not yet hold when the rule begins',
    changed(rule, 'from: 2098-01-01', 'from: 2097-01-01'),
    `${rule}:8:42 参数“$income/line”在 2097-01-01 没有全国值,而规则当日有效`,
  ],
  [
    'a parameter that ends during the life of the rule',
    changed(line, '{ value: 7600', '{ value: null'),
    `${rule}:8:42 参数“$income/line”在 2099-01-01 没有全国值,而规则当日有效`,
  ],
  ['a fact that does not exist', changed(rule, 'fact: household.bills', 'fact: household.bill'), `${rule}:8:15 没有事实“household.bill”`],
  ['a code outside its list in a rule', changed(rule, 'is: "1"', 'is: "3"'), `${rule}:10:52 代码“3”不在代码表 grade 中`],
  ['a risk outside its list', changed(rule, 'risk: 因病', 'risk: 因雨'), `${rule}:3:7 代码“因雨”不在代码表 risk 中`],
  [
    'a given fact that does not exist',
    changed(rule, 'household.bills: 10 ', 'household.bill: 10 '),
    `${rule}:14:56 没有事实“household.bill”`,
  ],
  [
    'an example outside the life of the rule',
    changed(rule, 'name: 未超, on: 2099', 'name: 未超, on: 2089'),
    `${rule}:14:21 例子的日期不在规则有效期内`,
  ],
  ['fewer than three examples', changed(rule, ruleText.split('\n')[13] ?? '?', ''), `${rule}:13:3 至少要有 3 项`],
  ['no unknown example', changed(rule, 'expect: unknown', 'expect: clear'), `${rule}:12:1 至少要有一个结果为 unknown 的例子`],
  [
    'two comparisons in one condition',
    changed(rule, 'at_least: $income/line', 'at_least: $income/line, below: $income/line'),
    `${rule}:8:7 每个条件须有且只有一个比较(below、at_most、above、at_least、is、in)`,
  ],
  [
    'a severity after the last',
    changed(rule, '  - { is: medium }', '  - { is: medium }\n  - { is: low }'),
    `${rule}:11:5 只有最后一行可以不写条件`,
  ],
  ['a field that does not exist in a roll-up', changed(facts, 'sum: self_paid', 'sum: paid'), `${facts}:6:35 数据表 bills 没有字段“paid”`],
  ['a code outside its list in a roll-up', changed(facts, 'in: ["1"]', 'in: ["9"]'), `${facts}:6:75 代码“9”不在代码表 grade 中`],
  [
    'a dataset that does not exist',
    changed(facts, 'needs: [bills]\n  roll_up', 'needs: [bill]\n  roll_up'),
    `${facts}:5:11 没有数据表“bill”`,
  ],
  [
    'a parameter in a query that does not exist',
    withFile('facts/household.grade.sql', 'select 1\nwhere x > {{D-water/days}}\n'),
    'facts/household.grade.sql:2:11 没有参数“water/days”',
  ],
  [
    'an event day that is no field',
    changed(bills, 'event_day: settled_on', 'event_day: paid_on'),
    `${bills}:4:12 数据表没有日期字段“paid_on”`,
  ],
  ['a code field without list', changed(bills, ', codes: grade', ''), `${bills}:8:29 代码字段须写明代码表(codes)`],
  ['a code list that does not exist', changed(bills, 'codes: grade', 'codes: grades'), `${bills}:8:57 没有代码表“grades”`],
  ['a header of two fields', changed(bills, '[等级]', '[自付]'), `${bills}:8:45 列名“自付”已属于字段“self_paid”`],
  ['a spelling of two codes', changed('codes/grade.yaml', '[壹]', '[二]'), 'codes/grade.yaml:4:3 写法“二级”已属于代码“1”'],
  [
    'a region that is no code',
    withFile('regions/jiujiu/parameters/income/line.yaml', demoTree[overlay] ?? ''),
    'regions/jiujiu/parameters/income/line.yaml:1:1 地区文件夹须以 2、4、6、9 或 12 位区划代码命名,不能是“jiujiu”',
  ],
  [
    'an overlay lower than allowed',
    changed(overlay, 'value: 8000', 'value: 7500'),
    `${overlay}:3:24 此参数只可提高:2099-01-01 上级为 7600,此处为 7500`,
  ],
  [
    'an overlay overtaken by the level above',
    { ...changed(line, '  2099-01-01: {', '  2099-03-01: { value: 8600, basis: [project-default] }\n  2099-01-01: {') },
    `${overlay}:3:24 此参数只可提高:2099-03-01 上级为 8600,此处为 8000`,
  ],
  [
    'an overlay of what may not change',
    changed(line, 'lower_levels_may: raise', 'lower_levels_may: nothing'),
    `${overlay}:3:24 上级规定此参数下级不得改动(lower_levels_may: nothing)`,
  ],
  [
    'an overlay of a parameter the nation lacks',
    withFile('regions/99/parameters/income/limit.yaml', demoTree[overlay] ?? ''),
    'regions/99/parameters/income/limit.yaml:1:1 全国没有参数“income/limit”,地区不能单独设定',
  ],
  [
    'an overlay of a dataset that does not exist',
    withFile('regions/99/datasets/bill.yaml', 'full_list: true\n'),
    'regions/99/datasets/bill.yaml:1:1 没有数据表“bill”',
  ],
  ['a field that is not snake_case', changed(bills, '  grade: {', '  Grade: {'), `${bills}:8:3 须为小写英文加下划线`],
  [
    'a dataset file that is not snake_case',
    withFile('datasets/bills-2.yaml', demoTree[bills] ?? ''),
    'datasets/bills-2.yaml:1:1 此处不应有这个文件,或文件名不是小写英文加下划线',
  ],
  [
    'a rule file that is not kebab-case',
    withFile('national/rules/large_bill.yaml', ruleText),
    'national/rules/large_bill.yaml:1:1 规则文件名须为小写英文加连字符,与规则编号相同(如 medical-burden.yaml)',
  ],
  ['a file of another kind', withFile('datasets/bills.xlsx', ''), 'datasets/bills.xlsx:1:1 此处只放 .yaml 文件(派生事实另有 .sql)'],
  [
    'an end of a national rule without basis',
    withFile('regions/99/rules/large-bill.yaml', 'ended_from: 2099-01-01\n'),
    'regions/99/rules/large-bill.yaml:1:1 缺少依据(basis)',
  ],
]

describe('every mistake is told with file, line and column', () => {
  test('the demo policy has none', () => {
    expect(mistakes(demoTree)).toEqual([])
  })

  test.each(oneMistake)('%s', (_, tree, expected) => {
    expect(mistakes(tree)).toEqual([expected])
  })

  test('a derived fact and its query must have the same name', () => {
    const tree = changed(facts, 'household.grade:', 'household.level:')
    expect(mistakes(tree).filter((mistake) => mistake.startsWith('facts/'))).toEqual([
      'facts/household.grade.sql:1:1 没有同名的派生事实(derived: true)',
      `${facts}:13:12 缺少派生查询 facts/household.level.sql`,
    ])
  })

  test('all mistakes of all files come at once, in the order of the files', () => {
    const both = { ...changed('codes/risk.yaml', 'label: 风险', 'labl: 风险'), [line]: `unti: 元\n${demoTree[line]}` }
    expect(mistakes(both)).toEqual([
      'codes/risk.yaml:1:1 缺少“label”',
      'codes/risk.yaml:1:1 不认识的键“labl”',
      `${line}:1:1 不认识的键“unti”`,
    ])
  })

  test('a folder that does not exist is one mistake', () => {
    expect(() => loadPolicy('/nowhere/policy')).toThrow('没有这个政策文件夹')
  })
})

describe('the hash', () => {
  const hash = (tree: Tree) => loadPolicy(written(tree)).hash

  test('does not depend on line ends or a byte order mark', () => {
    const windows = Object.fromEntries(Object.entries(demoTree).map(([path, text]) => [path, `\uFEFF${text.replaceAll('\n', '\r\n')}`]))
    expect(hash(windows)).toBe(hash(demoTree))
  })

  test('does not depend on the order in which files came to be', () => {
    expect(hash(Object.fromEntries(Object.entries(demoTree).reverse()))).toBe(hash(demoTree))
  })

  test('does not count what is not policy', () => {
    expect(hash(withFile('datasets/README.md', '说明'))).toBe(hash(demoTree))
  })

  test.each([
    ['a value', changed(line, '7600', '7601')],
    ['a query', withFile('facts/household.grade.sql', 'select 2\n')],
    ['a file of another room', withFile('quality/q.yaml', 'a: 1\n')],
  ])('changes with %s', (_, tree) => {
    expect(hash(tree)).not.toBe(hash(demoTree))
  })
})

describe('the loaded policy', () => {
  const folder = written(demoTree)
  const policy = loadPolicy(folder)

  test('holds the query of a derived fact', () => {
    expect(policy.facts.get('household.grade')?.sql).toBe(readFileSync(join(folder, 'facts/household.grade.sql'), 'utf8'))
  })

  test('cannot be changed, maps included', () => {
    const values = policy.parameters.get('income/line')?.values ?? {}
    expect(() => Object.assign(values, { '2100-01-01': {} })).toThrow(TypeError)
    expect(() => (policy.rules as Map<string, unknown>).clear()).toThrow(TypeError)
  })
})
