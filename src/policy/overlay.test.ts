import { expect, test } from 'vitest'
import { changed, demoTree, written } from './demo-tree.ts'
import { loadPolicy } from './load.ts'
import { overlayName, overlayText, type PolicyOverlay } from './overlay.ts'
import { PolicyErrors } from './policy-errors.ts'
import { resolveParameter } from './resolve.rules.ts'

const law = {
  'local-990101-1': {
    title: '九九县通知',
    issuer: '九九县',
    document_number: '九县〔2099〕3号',
    issued_on: '2099-02-01',
    in_force_from: null,
    region: '990101',
    articles: { '2': '监测线调整' },
  },
}
const lineOf = (value: number, basis = 'local-990101-1#2', from = '2099-03-01'): PolicyOverlay => ({
  law,
  regions: { '990101': { parameters: { 'income/line': { reviewed_on: '2099-03-01', values: { [from]: { value, basis: [basis] } } } } } },
})
const laid = (overlay: PolicyOverlay, tree = demoTree) => loadPolicy(written(tree), { name: overlayName, text: overlayText(overlay) })
const valueOn = (policy: ReturnType<typeof loadPolicy>, day: string) => resolveParameter(policy, 'income/line', '990101', day)?.value

function mistakes(text: string): string[] {
  try {
    loadPolicy(written(demoTree), { name: overlayName, text })
    return []
  } catch (error) {
    if (!(error instanceof PolicyErrors)) throw error
    return error.errors.map(({ file, line, message }) => `${file}:${line} ${message}`)
  }
}

test('a value of the overlay holds from its day beside what the folder says, and cites its own document', () => {
  const folder = loadPolicy(written(demoTree))
  const policy = laid(lineOf(9900))
  expect(valueOn(policy, '2099-02-28')).toBe(valueOn(folder, '2099-02-28'))
  expect(valueOn(policy, '2099-03-01')).toBe(9900)
  expect(policy.laws.get('local-990101-1')?.title).toBe('九九县通知')
})

test('where both state a value from one day the overlay counts', () => {
  const day = Object.keys(loadPolicy(written(demoTree)).regions.get('990101')?.parameters.get('income/line')?.values ?? {})[0] ?? ''
  expect(valueOn(laid(lineOf(9901, 'demo-notice#3', day)), day)).toBe(9901)
})

test('the hash tells the overlay, and is the same for the same overlay', () => {
  const hashes = [loadPolicy(written(demoTree)).hash, laid(lineOf(9900)).hash, laid(lineOf(9901)).hash, laid(lineOf(9900)).hash]
  expect(new Set(hashes.slice(0, 3)).size).toBe(3)
  expect(hashes[3]).toBe(hashes[1])
})

test.each([
  ['a value the level above does not allow', overlayText(lineOf(1)), /^本地参数\.yaml:\d+ 此参数只可提高/],
  ['a citation of nothing', overlayText(lineOf(9900, 'local-990101-1#9')), /^本地参数\.yaml:\d+ 依据“local-990101-1#9”不存在/],
  [
    'a parameter there is not',
    overlayText(lineOf(9900)).replace('income/line', 'income/lime'),
    /^本地参数\.yaml:\d+ 全国没有参数“income\/lime”/,
  ],
  ['an unknown key', `${overlayText(lineOf(9900))}extra: 1\n`, /^本地参数\.yaml:\d+ 不认识的键“extra”/],
])('%s is refused with its line', (_, text, expected) => {
  const found = mistakes(text)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(expected)
})

test('a mistake of the folder is still told as one of the folder', () => {
  const broken = changed('regions/990101/parameters/income/line.yaml', 'reviewed_on', 'reviewd_on')
  expect(() => laid(lineOf(9900), broken)).toThrow('regions/990101/parameters/income/line.yaml')
})
