/** Levels, containment and ancestors of division codes. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ancestors, divisionCode, divisionContains, levelOf, parseDivisionCode } from './division-code.ts'

const seeded = { seed: 42 }
const segment = (width: number) => fc.integer({ min: 1, max: 10 ** width - 1 }).map((n) => String(n).padStart(width, '0'))
const anyCode = fc
  .tuple(fc.integer({ min: 11, max: 99 }).map(String), segment(2), segment(2), segment(3), segment(3), fc.integer({ min: 1, max: 5 }))
  .map(([province, prefecture, county, township, village, depth]) =>
    [province, prefecture, county, township, village].slice(0, depth).join(''),
  )

test.each([
  ['52', '52', 'province'],
  ['520000', '52', 'province'],
  ['520000000000', '52', 'province'],
  ['5223', '5223', 'prefecture'],
  ['522300', '5223', 'prefecture'],
  ['522300000000', '5223', 'prefecture'],
  ['522301', '522301', 'county'],
  ['522301000', '522301', 'county'],
  ['990101000000', '990101', 'county'],
  ['522301001', '522301001', 'township'],
  ['522301001000', '522301001', 'township'],
  ['522301100000', '522301100', 'township'],
  ['522301001001', '522301001001', 'village'],
  ['522301001200', '522301001200', 'village'],
  ['441900003', '441900003', 'township'],
  ['441900003000', '441900003', 'township'],
  ['429004', '429004', 'county'],
  ['500101', '500101', 'county'],
  ['5000', '50', 'province'],
])('%s is %s, a %s', (text, code, level) => {
  expect(parseDivisionCode(text)).toBe(code)
  expect(levelOf(divisionCode(text))).toBe(level)
})

test.each([
  '',
  '5',
  '522',
  '52230',
  '5223011',
  '52230100',
  '5223010010',
  '52230100100',
  '5223010010011',
  '000000',
  '052301',
  '52230X',
  '５２２３',
  ' 5223',
  '5223\n',
  '52-23',
])('%j is no code', (wrong) => {
  expect(parseDivisionCode(wrong)).toBeUndefined()
  expect(() => divisionCode(wrong)).toThrow(RangeError)
})

test.each([
  ['5223', '522301001001', true],
  ['522301', '522301', true],
  ['522301000000', '522301002', true],
  ['522301', '5223', false],
  ['522301', '522302001', false],
  ['52', '51', false],
  ['4419', '441900003', true],
])('%s contains %s: %s', (outer, inner, isInside) => {
  expect(divisionContains(divisionCode(outer), divisionCode(inner))).toBe(isInside)
})

test.each([
  ['522301001001', ['522301001', '522301', '5223', '52']],
  ['990101', ['9901', '99']],
  ['52', []],
  ['441900003101', ['441900003', '4419', '44']],
  ['522301000001', ['522301', '5223', '52']],
])('around %s lie %j', (code, around) => {
  expect(ancestors(divisionCode(code))).toEqual(around)
})

test('for any code, each ancestor contains it and is one level or more above', () => {
  fc.assert(
    fc.property(anyCode, (text) => {
      const code = divisionCode(text)
      expect(code).toBe(text)
      const around = [code, ...ancestors(code)]
      for (const [at, outer] of around.entries()) {
        expect(divisionContains(outer, code)).toBe(true)
        expect(outer.length).toBeLessThan(around[at - 1]?.length ?? Number.POSITIVE_INFINITY)
      }
      expect(around.at(-1)).toHaveLength(2)
    }),
    seeded,
  )
})

test('for any code, zeros behind it do not change it', () => {
  fc.assert(
    fc.property(anyCode, fc.constantFrom(2, 4, 6, 9, 12), (code, length) => {
      fc.pre(length >= code.length)
      expect(parseDivisionCode(code.padEnd(length, '0'))).toBe(code)
    }),
    seeded,
  )
})
