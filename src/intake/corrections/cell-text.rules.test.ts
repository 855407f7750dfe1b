import fc from 'fast-check'
import { expect, test } from 'vitest'
import { displayWidth, returnedText, safeText, sheetNameOf, wrappedLines } from './cell-text.rules.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['+86', "'+86"],
  ['-500', "'-500"],
  ['@SUM', "'@SUM"],
  ['\t=1', "'\t=1"],
  ['\u0000=1', "'=1"],
  ['正常', '正常'],
  ['a\ud800b', 'a\ufffdb'],
  ['', ''],
])('%j is written as %j', (text, written) => expect(safeText(text)).toBe(written))

test.each([
  ['-500', '-500'],
  ['-1,234.50元', '-1,234.50元'],
  ['-', '-'],
  ['+8613800001234', '+8613800001234'],
  ['-1+cmd', "'-1+cmd"],
  ['=1', "'=1"],
])('%j goes back to its sender as %j', (text, written) => expect(returnedText(text)).toBe(written))

test('whatever the text, it never starts a formula and holds no sign XML refuses', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', '=', '-', '\u0001@'), (text, start) => {
      expect(safeText(start + text)).not.toMatch(/^[=+\-@\t\r\n]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
    }),
    { seed: 42 },
  ))

test('a Chinese character is two columns wide', () => {
  expect(displayWidth('a张3')).toBe(4)
  expect(wrappedLines('张三张三张三', 7)).toBe(2)
  expect(wrappedLines('a\nb\n', 10)).toBe(3)
})

test.each([
  ['一季度', '一季度'],
  ["a/b\\c?*[1]:'", 'a b c 1'],
  ['', '表'],
  ['长'.repeat(40), '长'.repeat(31)],
])('sheet %j is named %j', (wanted, name) => expect(sheetNameOf(wanted, new Set())).toBe(name))

test('sheet names differ even where Excel sees no difference between capitals', () => {
  const taken = new Set<string>()
  const names = ['Sheet', 'SHEET', 'x'.repeat(31), 'x'.repeat(40)].map((name) => sheetNameOf(name, taken))
  expect(names).toEqual(['Sheet', 'SHEET(2)', 'x'.repeat(31), `${'x'.repeat(28)}(2)`])
})
