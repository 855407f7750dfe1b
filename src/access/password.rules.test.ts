/** Which passwords will do, and what is wrong with the others. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { initialPassword, passwordFaults } from './password.rules.ts'

const mixed = '大写字母、小写字母、数字、符号中至少用三种（或用 20 位以上的一句话）'

test.each<[string, string[]]>([
  ['Qs7-krmwPz', []],
  ['山高水长Ab12345xyz', []],
  ['wo jia hou shan you yi ke shu', []],
  ['Qs7-krm', ['至少 10 位']],
  ['qskrmwpzhh', [mixed]],
  ['Zhaomin-20', ['不能包含用户名']],
  ['Password123!', ['太常见，容易被猜到']],
  ['P@ssw0rd2026', ['太常见，容易被猜到']],
  ['Xianjie@2026', ['太常见，容易被猜到']],
  ['Admin#12345678', ['太常见，容易被猜到']],
  ['1qaz2wsx', ['至少 10 位', mixed, '太常见，容易被猜到']],
  ['0123456789', [mixed, '太常见，容易被猜到']],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', ['太常见，容易被猜到']],
  ['', ['至少 10 位', mixed, '太常见，容易被猜到']],
])('%s: %j', (password, faults) => {
  expect(passwordFaults(password, 'zhaomin')).toEqual(faults)
})

test('every first password passes, whatever is drawn', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (stream) => {
      const password = initialPassword((below) => (stream.next().value as number) % below)
      const isDull = new Set(password.toLowerCase()).size < 5
      expect(password).toMatch(/^[A-HJ-NP-Z][a-hjkmnp-z]\w\w-[2-9]\w{3}-\w{4}$/)
      expect(passwordFaults(password, 'zhaomin').filter((fault) => !isDull || fault !== '太常见，容易被猜到')).toEqual([])
    }),
    { seed: 42 },
  )
})
