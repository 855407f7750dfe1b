/** One-time codes against the vectors of RFC 6238, and how far a clock may be wrong. */
import { expect, test } from 'vitest'
import { base32Of, codeOf, enrolmentUri, stepOfCode } from './totp.rules.ts'

const secret = Buffer.from('12345678901234567890')

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at second %i the code is %s', (second, code) => {
  expect(codeOf(secret, Math.floor(second / 30))).toBe(code)
  expect(stepOfCode(secret, code, new Date(second * 1000))).toBe(Math.floor(second / 30))
})

test('a code is taken one step early or late, not two', () => {
  const at = (step: number) => new Date(step * 30_000)
  const code = codeOf(secret, 100)
  expect([98, 99, 100, 101, 102].map((step) => stepOfCode(secret, code, at(step)))).toEqual([undefined, 100, 100, 100, undefined])
})

test.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('%j is no code', (code) => {
  expect(stepOfCode(secret, code, new Date(0))).toBeUndefined()
})

test('the secret is written for apps', () => {
  expect(base32Of(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  expect(enrolmentUri(secret, 'zhao')).toBe(
    'otpauth://totp/%E8%A1%94%E6%8E%A5:zhao?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E8%A1%94%E6%8E%A5&algorithm=SHA1&digits=6&period=30',
  )
})
