/** Identity numbers: what passes, and why the others do not. All numbers are specimens of the standard or invented. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bornOn, checkDigit, checkIdNumber, citizenNumber, sexOf, upgradeFifteen } from './id-number.ts'
import { addDays, plainDay } from './plain-day.ts'

const seeded = { seed: 42 }
const whole = (first17: string): string => first17 + checkDigit(first17)
/** A woman of the invented county, born 1990-03-05. */
const anna = whole('99010119900305002')
const asOf = plainDay('2026-06-30')
const failureOf = (text: string): string => {
  const check = checkIdNumber(text, asOf)
  return check.kind === 'invalid' ? check.failure : check.kind
}

const anyFirst17 = fc
  .tuple(fc.integer({ min: 110_101, max: 990_999 }), fc.nat({ max: 40_000 }), fc.integer({ min: 0, max: 999 }))
  .map(([place, days, order]) => `${place}${addDays(plainDay('1910-01-01'), days).replaceAll('-', '')}${String(order).padStart(3, '0')}`)
  .filter((first17) => !/^(999999|123456|987654)/.test(first17))
const anyNumber = anyFirst17.map(whole)

test.each([
  ['11010519491231002', 'X'],
  ['44052418800101001', '4'],
])('the specimen %s of GB 11643 has the check character %s', (first17, check) => {
  expect(checkDigit(first17)).toBe(check)
  expect(checkIdNumber(first17 + check).kind).toBe('citizen')
})

test.each(['1101051949123100', '110105194912310021', '1101051949123100X', ''])('%j has no check digit', (text) => {
  expect(() => checkDigit(text)).toThrow(RangeError)
})

describe('what passes', () => {
  test('a citizen of eighteen characters', () => {
    expect(checkIdNumber(anna, asOf)).toEqual({ kind: 'citizen', number: anna, citizenNumber: anna, bornOn: '1990-03-05', sex: 'female' })
  })

  test('an old number of fifteen digits, with its eighteen', () => {
    const upgraded = whole('99010119620711003')
    expect(checkIdNumber('990101620711003', asOf)).toEqual({
      kind: 'citizen_old',
      number: '990101620711003',
      citizenNumber: upgraded,
      bornOn: '1962-07-11',
      sex: 'male',
    })
    expect(upgradeFifteen('990101620711003')).toBe(upgraded)
  })

  test.each([
    ['43', 4, 3, false],
    ['11', 1, 1, false],
    ['74', 7, 4, false],
    ['6201', 6, 2, true],
    ['32B1', 3, 2, true],
  ])('a disability card ending %s', (tail, category, grade, isReissued) => {
    expect(checkIdNumber(anna + tail, asOf)).toEqual({
      kind: 'disability_card',
      number: anna + tail,
      citizenNumber: anna,
      bornOn: '1990-03-05',
      sex: 'female',
      category,
      grade,
      isReissued,
    })
  })

  test.each(['81000019900305001', '82000019900305001', '83000019900305001', '91135619900305001', '52230119900305100'])(
    'a number beginning %s',
    (first17) => {
      expect(checkIdNumber(whole(first17), asOf).kind).toBe('citizen')
    },
  )

  test('a child born on the day itself', () => {
    expect(failureOf(whole('99010120260630001'))).toBe('citizen')
  })

  test('a number that ends in 000 by right', () => {
    const byRight = '990101199003050'
    const order = ['00', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10'].find((last) => checkDigit(byRight + last) === '0')
    expect(order).toBeDefined()
    expect(failureOf(`${byRight}${order}0`)).toBe('citizen')
  })
})

describe('what fails', () => {
  const wrongCheck = anna.slice(0, 17) + (anna.endsWith('1') ? '2' : '1')

  test.each([
    ['', 'length'],
    ['9', 'length'],
    ['99010119900305', 'length'],
    ['9901011990030500', 'length'],
    [anna.slice(0, 17), 'length'],
    [`${anna}4`, 'length'],
    [`${anna}431`, 'length'],
    ['13800001111', 'length'],
    [`${anna.slice(0, 17)}x`, 'characters'],
    [`${anna.slice(0, 16)} ${anna.slice(17)}`, 'characters'],
    [`X${anna.slice(1)}`, 'characters'],
    ['９90101199003050021', 'characters'],
    [`990101O${anna.slice(7)}`, 'characters'],
    ['99010162071100X', 'characters'],
    [`${anna}4A`, 'characters'],
    [`${anna}43A1`, 'characters'],
    ['某某某某某某某某某某某某某某某某某某', 'characters'],
    [whole('99010119901305002'), 'birth_day'],
    [whole('99010119900230002'), 'birth_day'],
    [whole('99010119230229002'), 'birth_day'],
    [whole('99010110900305002'), 'birth_day'],
    [whole('99010120260701002'), 'birth_day'],
    ['990101621311003', 'birth_day'],
    [wrongCheck, 'check_digit'],
    [`${wrongCheck}43`, 'check_digit'],
    ['990101199003050100', 'check_digit'],
    ['111111111111111111', 'placeholder'],
    ['000000000000000000', 'placeholder'],
    ['00000000000000000X', 'placeholder'],
    ['999999199003050021', 'placeholder'],
    ['123456789012345678', 'placeholder'],
    ['123456199003050021', 'placeholder'],
    ['987654321098765432', 'placeholder'],
    ['990101********0021', 'masked'],
    ['990101xxxxxxxx0021', 'masked'],
    ['990101XXXXXXXX0021', 'masked'],
    ['99010119900305XXXX', 'masked'],
    ['990101--------0021', 'masked'],
    ['990101****', 'masked'],
    ['990101…0021', 'masked'],
    ['9.90101199003050E+17', 'scientific'],
    ['9.9E+17', 'scientific'],
    ['9.90101e17', 'scientific'],
    ['5.22…E+17', 'scientific'],
    ['9E+19', 'scientific'],
    ['990101199003050000', 'digits_lost'],
    ['99010119900305000000', 'digits_lost'],
    [`${anna}03`, 'card_digits'],
    [`${anna}83`, 'card_digits'],
    [`${anna}40`, 'card_digits'],
    [`${anna}45B1`, 'card_digits'],
  ])('%j: %s', (text, failure) => {
    expect(failureOf(text)).toBe(failure)
  })

  test('a birth day ahead passes when nobody says which day it is', () => {
    expect(checkIdNumber(whole('99010120260701002')).kind).toBe('citizen')
  })

  test.each([
    ['99010119900305', '证件号码应为 18 位（旧证 15 位，残疾人证 20 或 22 位），实为 14 位'],
    ['', '证件号码为空'],
    [whole('99010119901305002'), '证件号码中的出生日期“19901305”不存在'],
    [whole('99010120260701002'), '证件号码中的出生日期 2026-07-01 晚于 2026-06-30'],
    [`${anna}83`, '残疾人证号第 19 位是残疾类别，应为 1 至 7，实为 8'],
  ])('%j is told why: %s', (text, message) => {
    expect(checkIdNumber(text, asOf)).toMatchObject({ message })
  })
})

describe('what a number carries', () => {
  test.each([
    [anna, '1990-03-05', 'female', anna],
    [`${anna}43`, '1990-03-05', 'female', anna],
    [`${anna}8901`, '1990-03-05', 'female', anna],
    ['990101620711003', '1962-07-11', 'male', whole('99010119620711003')],
    ['990101199003050000', '1990-03-05', 'female', '990101199003050000'],
    ['990101199013050011', undefined, 'male', '990101199013050011'],
    ['990101', undefined, undefined, undefined],
    [`${anna}4`, undefined, undefined, undefined],
    [anna.toLowerCase().replace(/.$/, 'x'), undefined, undefined, undefined],
  ])('%s: born %s, %s', (text, born, sex, citizen) => {
    expect(bornOn(text)).toBe(born)
    expect(sexOf(text)).toBe(sex)
    expect(citizenNumber(text)).toBe(citizen)
  })

  test.each(['99010162071100', '9901016207110031', '99010162071100X', ''])('%j is not upgraded', (text) => {
    expect(upgradeFifteen(text)).toBeUndefined()
  })
})

describe('for any number', () => {
  test('a well-made one passes and says its birth day and sex', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        expect(checkIdNumber(number)).toMatchObject({
          kind: 'citizen',
          bornOn: bornOn(number),
          sex: Number(number[16]) % 2 === 1 ? 'male' : 'female',
        })
      }),
      { ...seeded, numRuns: 1000 },
    )
  })

  test('one wrong character is found', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat({ max: 17 }), fc.constantFrom(...'0123456789X'), (number, at, sign) => {
        fc.pre(number.charAt(at) !== sign)
        expect(checkIdNumber(number.slice(0, at) + sign + number.slice(at + 1)).kind).toBe('invalid')
      }),
      { ...seeded, numRuns: 2000 },
    )
  })

  test('two neighbours changed about are found', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat({ max: 16 }), (number, at) => {
        const [one, other] = [number.charAt(at), number.charAt(at + 1)]
        fc.pre(one !== other)
        expect(checkIdNumber(number.slice(0, at) + other + one + number.slice(at + 2)).kind).toBe('invalid')
      }),
      { ...seeded, numRuns: 1000 },
    )
  })

  test('the fifteen digits of one born in the twentieth century lead back to the eighteen', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        fc.pre(number.slice(6, 8) === '19')
        const check = checkIdNumber(number.slice(0, 6) + number.slice(8, 17))
        expect(check).toMatchObject({ kind: 'citizen_old', citizenNumber: number })
      }),
      { ...seeded, numRuns: 500 },
    )
  })

  test('fifteen digits kept by a spreadsheet and three zeros are told to be lost', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        const lost = `${number.slice(0, 15)}000`
        fc.pre(checkDigit(lost.slice(0, 17)) !== '0')
        expect(failureOf(lost)).toBe('digits_lost')
      }),
      { ...seeded, numRuns: 500 },
    )
  })

  test('any text at all gets an answer', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.stringMatching(/^[0-9Xx*.E+ -]{0,24}$/)), (text) => {
        const check = checkIdNumber(text, asOf)
        expect(check.kind === 'invalid' ? check.message.length : check.citizenNumber.length).toBeGreaterThan(0)
      }),
      { ...seeded, numRuns: 2000 },
    )
  })
})
