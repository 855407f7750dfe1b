/** Every issue that intake can raise is told in words of its own. */
import { describe, expect, test } from 'vitest'
import type { IdNumberFailure } from '../../kernel/index.ts'
import { fieldKinds } from '../../policy/index.ts'
import { commentOf, hasReason, summaryOf } from './issue-sentences.rules.ts'

/** A record, so that a new kind of failure does not go without words. */
const failures: Record<IdNumberFailure, true> = {
  length: true,
  characters: true,
  birth_day: true,
  check_digit: true,
  placeholder: true,
  masked: true,
  scientific: true,
  digits_lost: true,
  card_digits: true,
}
const codes = [
  ...Object.values(fieldKinds).map(({ issue }) => issue),
  ...Object.keys(failures).map((failure) => `id_${failure}`),
  'id_repaired',
  'identity_missing',
  'cell_empty',
  'cell_error',
  'formula_without_value',
  'outside_region',
]
const issue = (code: string, found = '旧') => ({ columnIndex: 0, code, found, expected: '新', severity: 'error' as const })

test.each([...new Set(codes)])('%s', (code) => expect(hasReason(code)).toBe(true))

test('no two codes are told in the same words', () => {
  const told = [...new Set(codes)].map((code) => summaryOf([issue(code)], ['列']))
  expect(new Set(told).size).toBe(told.length)
})

describe('the comment beside a cell', () => {
  test('says what stands there, what must, and gives an example', () => {
    expect(commentOf([issue('day_unreadable', '去年')])).toBe('【须改正】这不是一个日期\n现在是：“去年”\n应当是：新\n例如：2026-03-05')
  })
  test('an empty cell is called empty, a warning asks to check', () => {
    expect(commentOf([{ ...issue('cell_empty', ''), severity: 'warning' }])).toBe(
      '【请核对】这一格空着，但比对要用到\n现在是：（空）\n应当是：新',
    )
  })
  test('a code nobody knows is still told', () => expect(commentOf([issue('new_code')])).toContain('没有读懂'))
})
