import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskFound, maskHouseholdNumber, maskIdNumber, maskName, maskPhone, maskText } from './masking.ts'

describe('a single value', () => {
  test.each([
    ['990101198001010014', '990101********0014'],
    ['99010119790203002X', '990101********002X'],
    ['990101800101001', '990101*****1001'],
    ['99010119800101001443', '990101**********1443'],
    ['12345', '***45'],
    ['', ''],
  ])('identity number %s shows as %s', (raw, shown) => expect(maskIdNumber(raw)).toBe(shown))

  test.each([
    ['13800001234', '138****1234'],
    ['0859-3221234', '085*****1234'],
    ['110', '*10'],
  ])('phone %s shows as %s', (raw, shown) => expect(maskPhone(raw)).toBe(shown))

  test.each([
    ['王三', '王*'],
    ['欧阳三', '欧**'],
    ['阿依古丽·买买提', '阿**'],
    ['𠮷田三', '𠮷**'],
    ['王', '王*'],
    ['', ''],
  ])('name %s shows as %s', (raw, shown) => expect(maskName(raw)).toBe(shown))

  test('a household number is shown unless it is an identity number', () => {
    expect(maskHouseholdNumber('9901000000000001')).toBe('9901000000000001')
    expect(maskHouseholdNumber('990101198001010014')).toBe('990101********0014')
  })
})

describe('free text', () => {
  test.each([
    ['本人 990101198001010014，电话 13800001234。', '本人 990101********0014，电话 138****1234。'],
    ['990101 19800101 0014', '990101********0014'],
    ['９９０１０１１９８００１０１００１４', '９９０１０１********００１４'],
    ['99010119\u000080010\u200b10014', '990101********0014'],
    ['+86 138-0000-1234', '+86 138****1234'],
    ['金额 1234567.89 元，2026-03-05，编码 990101001001', '金额 1234567.89 元，2026-03-05，编码 990101001001'],
  ])('%s becomes %s', (raw, shown) => expect(maskText(raw)).toBe(shown))

  test('no run of fifteen digits or more and no mobile number survives, wherever it stands', () => {
    const digits = fc.array(fc.constantFrom(...'0123456789'), { minLength: 15, maxLength: 24 }).map((signs) => signs.join(''))
    const mobile = fc.integer({ min: 0, max: 99_999_999 }).map((n) => `139${String(n).padStart(8, '0')}`)
    const around = fc.constantFrom('', '成员', '，', '=', '(', '\n')
    fc.assert(
      fc.property(around, fc.oneof(digits, mobile), around, (before, number, after) => {
        expect(maskText(`${before}${number}${after}`)).not.toMatch(/\d{15}|1[3-9]\d{9}/)
      }),
      { seed: 42 },
    )
  })
})

test('the header gives away what a misspelt cell holds', () => {
  expect(maskFound('身份证号', '9901011980O1O1OO14')).toBe('990101********OO14')
  expect(maskFound('联系电话', '138O0001234')).toBe('138****1234')
  expect(maskFound('户主姓名', '王三丰')).toBe('王**')
  expect(maskFound('结算日期', '2026-13-01')).toBe('2026-13-01')
})
