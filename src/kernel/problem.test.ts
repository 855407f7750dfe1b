/** Problems carry their kind, and details that do not fit do not compile. */
import { expect, test } from 'vitest'
import { kind, Problem } from './problem.ts'

const caseProblems = {
  moveNotOpen: kind<{ action: string; open: string[] }>(
    'case.move_not_open',
    409,
    (d) => `现在不能“${d.action}”，目前可以：${d.open.join('、') || '无'}。`,
  ),
  locked: kind('case.locked', 423, () => '案卷已锁定。'),
}

test('a problem says in Chinese what happened and keeps its details', () => {
  const cause = new Error('below')
  const problem = new Problem(caseProblems.moveNotOpen, { action: '审定', open: ['上报', '退回'] }, { cause })
  expect(problem).toBeInstanceOf(Error)
  expect(problem).toMatchObject({
    name: 'Problem',
    code: 'case.move_not_open',
    status: 409,
    cause,
    details: { action: '审定', open: ['上报', '退回'] },
  })
  expect(problem.message).toBe('现在不能“审定”，目前可以：上报、退回。')
  expect(String(problem)).toBe('Problem: 现在不能“审定”，目前可以：上报、退回。')
})

test('a kind without details takes an empty object', () => {
  expect(new Problem(caseProblems.locked, {}).message).toBe('案卷已锁定。')
})

test('details of the wrong shape do not compile', () => {
  const wrong = [
    // @ts-expect-error a detail is missing
    () => new Problem(caseProblems.moveNotOpen, { action: '审定' }),
    // @ts-expect-error a detail has the wrong type
    () => new Problem(caseProblems.moveNotOpen, { action: '审定', open: '上报' }),
    // @ts-expect-error a detail is misspelt
    () => new Problem(caseProblems.moveNotOpen, { action: '审定', opened: [] }),
    // @ts-expect-error a status that no problem has
    () => kind('case.odd', 200, () => ''),
  ]
  expect(wrong).toHaveLength(4)
})

test.each(['case', 'Case.locked', 'case.move.not', '409.1', 'case.', 'case.move-not-open', ''])('%j is no problem code', (code) => {
  expect(() => kind(code, 409, () => '')).toThrow(RangeError)
})
