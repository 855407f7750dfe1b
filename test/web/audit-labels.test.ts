/** The audit page says in words what the code writes: a word without a label, and a label without a word, are found here. */
import { describe, expect, test } from 'vitest'
import { actionGroups, actionLabel, subjectLabel } from '../../web/office/audit/labels.ts'
import { auditWords, codeFiles } from './audit-words.test-support.ts'

const written = auditWords(codeFiles())

describe('the audit trail', () => {
  test('is written with words that can be read where they are written', () => {
    expect(written.unread).toEqual([])
    expect(written.actions.size).toBeGreaterThan(100)
  })

  test('has Chinese words for every act', () => {
    expect([...written.actions].filter((word) => actionLabel(word) === word).sort()).toEqual([])
  })

  test('has Chinese words for everything an act is about', () => {
    expect([...written.subjects].filter((word) => subjectLabel(word) === word).sort()).toEqual([])
  })

  test('offers no act that nobody does, and no group without one', () => {
    const offered = actionGroups.map(({ value }) => value)
    const isDone = (value: string) => [...written.actions].some((word) => (value.endsWith('.') ? word.startsWith(value) : word === value))
    expect(offered.filter((value) => !isDone(value))).toEqual([])
  })
})

test.each([
  ["recordActs(c, [{ action: 'a.b', subjectKind: 'case', details: { action: 'x' } }])", ['a.b']],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: code that is read
  ["function end(state: string) { recordActs(c, rows.map(() => ({ action: `a.${state}` }))) }\nend('h')\nend('i')", ['a.h', 'a.i']],
  ["const f = (x: boolean) => recordActs(c, [{ action: x ? 'a.b' : 'a.c', subjectKind: 'case' }])", ['a.b', 'a.c']],
  ["function done(action: string) { recordActs(c, [{ action, subjectKind: 'case' }]) }\ndone('a.d')\ndone('a.e')", ['a.d', 'a.e']],
  ["const done = ({ action }: A) => recordActs(c, [{ action, subjectKind: 'case' }])\ndone({ action: 'a.f' })", ['a.f']],
  ["recordActs(c, [{ action: 'a.g', ...line }])", ['a.g']],
])('words are found in %s', (text, expected) => {
  const found = auditWords([{ path: 'src/x.ts', text }])
  expect([...found.actions]).toEqual(expected)
  expect(found.unread).toEqual([])
})

test.each(["recordActs(c, [{ action: wordOf(state), subjectKind: 'case' }])", 'recordActs(c, acts)'])(
  'no word can be read in %s',
  (text) => {
    expect(auditWords([{ path: 'src/x.ts', text }]).unread).toEqual(['src/x.ts:1'])
  },
)
