/** Exact amounts of yuan. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addMoney,
  compareMoney,
  formatYuan,
  type Money,
  money,
  multiplyMoney,
  noMoney,
  parseMoney,
  roundToFen,
  subtractMoney,
  sumMoney,
} from './money.ts'

const seeded = { seed: 42 }
/** Whole fen as the oracle: integers cannot lose anything. */
const ofFen = (fen: bigint): Money => {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0')
  return money(`${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`)
}
const anyFen = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n })

test.each([
  ['1234.50', '1234.50'],
  ['1234.5', '1234.50'],
  ['0', '0.00'],
  ['-0', '0.00'],
  ['-0.00', '0.00'],
  ['007', '7.00'],
  ['-12.345', '-12.345'],
  ['12.34500', '12.345'],
  ['0.0000001', '0.0000001'],
  ['9999999999999999.99', '9999999999999999.99'],
  ['123456789012345678901234567890', '123456789012345678901234567890.00'],
])('%s is kept as %s', (written, kept) => {
  expect(money(written)).toBe(kept)
})

test.each(['', '-', '.5', '5.', '1e5', '1,234', '１２', '12元', ' 12', 'NaN', 'Infinity', '0x10', '--1', '+1', '1'.repeat(37)])(
  '%j is no amount',
  (wrong) => {
    expect(parseMoney(wrong)).toBeUndefined()
    expect(() => money(wrong)).toThrow(RangeError)
  },
)

test('whole yuan may be given as a bigint', () => {
  expect(money(10_000n)).toBe('10000.00')
})

test('what binary floats lose is kept', () => {
  expect(addMoney(money('0.1'), money('0.2'))).toBe('0.30')
  expect(sumMoney(Array.from({ length: 1000 }, () => money('0.01')))).toBe('10.00')
  expect(multiplyMoney(money('1.005'), 1000)).toBe('1005.00')
  expect(addMoney(money('9999999999999999.99'), money('0.01'))).toBe('10000000000000000.00')
})

test('the sum of nothing is nothing', () => {
  expect(sumMoney([])).toBe(noMoney)
  expect(noMoney).toBe('0.00')
})

test.each([
  ['1.005', '1.01'],
  ['1.004999', '1.00'],
  ['-1.005', '-1.01'],
  ['-0.001', '0.00'],
  ['2.675', '2.68'],
  ['12', '12.00'],
])('%s rounds to %s fen when asked', (exact, rounded) => {
  expect(roundToFen(money(exact))).toBe(rounded)
})

test('multiplying does not round', () => {
  expect(multiplyMoney(money('0.335'), 3)).toBe('1.005')
  expect(multiplyMoney(money('7300'), 5n)).toBe('36500.00')
  expect(multiplyMoney(money('7300'), 0)).toBe('0.00')
})

test('a part of a time, and growth without bounds, throw', () => {
  expect(() => multiplyMoney(money('1'), 0.5)).toThrow(RangeError)
  expect(() => multiplyMoney(money('1'), Number.NaN)).toThrow(RangeError)
  const large = money('9'.repeat(36))
  expect(() => multiplyMoney(multiplyMoney(large, 10n ** 20n), 10n ** 20n)).toThrow(RangeError)
})

test.each([
  ['0', '0.00元'],
  ['999.9', '999.90元'],
  ['1000', '1,000.00元'],
  ['-1234567.8', '-1,234,567.80元'],
  ['12.345', '12.345元'],
  ['1234.56789', '1,234.56789元'],
])('%s is shown as %s', (amount, shown) => {
  expect(formatYuan(money(amount))).toBe(shown)
})

test('amounts sort by value, not by text', () => {
  const amounts = ['10', '9', '-1', '100', '-20', '9.5'].map(money)
  expect(amounts.sort(compareMoney)).toEqual(['-20.00', '-1.00', '9.00', '9.50', '10.00', '100.00'])
  expect(compareMoney(money('1.5'), money('1.50'))).toBe(0)
})

test('for any amounts, arithmetic agrees with whole fen', () => {
  fc.assert(
    fc.property(anyFen, anyFen, fc.integer(), (one, other, times) => {
      expect(addMoney(ofFen(one), ofFen(other))).toBe(ofFen(one + other))
      expect(subtractMoney(ofFen(one), ofFen(other))).toBe(ofFen(one - other))
      expect(sumMoney([ofFen(one), ofFen(other), ofFen(one)])).toBe(ofFen(one + other + one))
      expect(multiplyMoney(ofFen(one), times)).toBe(ofFen(one * BigInt(times)))
      expect(Math.sign(compareMoney(ofFen(one), ofFen(other)))).toBe(one < other ? -1 : one > other ? 1 : 0)
    }),
    seeded,
  )
})

test('for any amount, the text is a JSON number and reads back', () => {
  fc.assert(
    fc.property(anyFen, (fen) => {
      const amount = ofFen(fen)
      expect(money(amount)).toBe(amount)
      expect(roundToFen(amount)).toBe(amount)
      expect(JSON.parse(amount)).toBe(Number(amount))
      expect(formatYuan(amount).replace(/[,元]/g, '')).toBe(amount)
    }),
    seeded,
  )
})
