/** Social credit codes. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkCreditCode, creditCheckCharacter } from './credit-code.ts'

const SIGNS = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const anyCode = fc
  .tuple(
    fc.array(fc.constantFrom(...SIGNS), { minLength: 2, maxLength: 2 }),
    fc.array(fc.constantFrom(...SIGNS.slice(0, 10)), { minLength: 6, maxLength: 6 }),
    fc.array(fc.constantFrom(...SIGNS), { minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.flat().join(''))
  .map((first17) => first17 + creditCheckCharacter(first17))

test('the specimen of the standard is valid and falls into its parts', () => {
  // basis: GB 32100-2015 附录
  expect(checkCreditCode('91350100M000100Y43')).toEqual({
    kind: 'valid',
    code: '91350100M000100Y43',
    registeredAt: '350100',
    organisationCode: 'M000100Y4',
  })
})

test.each([
  ['', 'length', '统一社会信用代码应为 18 位，实为 0 位'],
  ['91350100M000100Y4', 'length', '统一社会信用代码应为 18 位，实为 17 位'],
  ['350100100000123', 'length', '这是 15 位的旧工商注册号，请填写 18 位统一社会信用代码'],
  ['M000100Y4', 'length', '这是 9 位的组织机构代码，请填写 18 位统一社会信用代码'],
])('%j has the wrong length', (text, failure, message) => {
  expect(checkCreditCode(text)).toEqual({ kind: 'invalid', failure, message })
})

test.each([
  '91350100M000I00Y43',
  '91350100O000100Y43',
  '91350100m000100y43',
  '9135010AM000100Y43',
  '91350100M000100Y4Z',
  '９1350100M000100Y43',
])('%s has a character that cannot be', (text) => {
  expect(checkCreditCode(text)).toMatchObject({ kind: 'invalid', failure: 'characters' })
})

test.each(['91350100M000100Y42', '91350100M000100Y34', '91350100M000110Y43'])('%s fails its check character', (text) => {
  expect(checkCreditCode(text)).toMatchObject({ kind: 'invalid', failure: 'check_character' })
})

test('any single wrong character is found', () => {
  fc.assert(
    fc.property(anyCode, fc.nat({ max: 17 }), fc.constantFrom(...SIGNS), (code, at, sign) => {
      expect(checkCreditCode(code).kind).toBe('valid')
      fc.pre(code.charAt(at) !== sign)
      expect(checkCreditCode(code.slice(0, at) + sign + code.slice(at + 1)).kind).toBe('invalid')
    }),
    { seed: 42 },
  )
})
