/** Divisions in time: renamed, merged, split and gone. */
import { describe, expect, test } from 'vitest'
import { divisionCode } from './division-code.ts'
import { DivisionRegister } from './division-register.ts'
import { plainDay } from './plain-day.ts'

const day = plainDay
const code = divisionCode

/** Invented: 990101 becomes a city district and later is split; 990103 was merged into it. */
const register = new DivisionRegister([
  { code: '99', name: '九九省' },
  { code: '990101000000', name: '九九县', until: day('2018-12-31') },
  { code: '990101', name: '九九区', from: day('2019-01-01'), until: day('2022-06-30'), replacedBy: ['990110', '990111'] },
  { code: '990103', name: '旧溪县', until: day('2016-03-01'), replacedBy: ['990101'] },
  { code: '990110', name: '东区', from: day('2022-07-01') },
  { code: '990111', name: '西区', from: day('2022-07-01'), until: day('2024-12-31'), replacedBy: ['990110'] },
  { code: '990104', name: '水库淹没乡', until: day('2010-01-01') },
])

test.each([
  ['99', '1850-01-01', '九九省'],
  ['990101', '2018-12-31', '九九县'],
  ['990101', '2019-01-01', '九九区'],
  ['990101', '2022-06-30', '九九区'],
  ['990101', '2022-07-01', undefined],
  ['990110', '2022-06-30', undefined],
  ['990110', '2022-07-01', '东区'],
  ['990103', '2016-03-01', '旧溪县'],
  ['990103', '2016-03-02', undefined],
  ['998877', '2020-01-01', undefined],
])('%s is called on %s: %s', (text, on, name) => {
  expect(register.nameOn(code(text), day(on))).toBe(name)
  expect(register.validOn(code(text), day(on))).toBe(name !== undefined)
})

test.each([
  ['990101', '2020-01-01', ['990101']],
  ['990101', '2023-01-01', ['990110', '990111']],
  ['990101', '2025-01-01', ['990110']],
  ['990103', '2017-01-01', ['990101']],
  ['990103', '2023-01-01', ['990110', '990111']],
  ['990104', '2020-01-01', []],
  ['998877', '2020-01-01', []],
  ['990110', '2020-01-01', []],
])('%s has on %s the successors %j', (text, on, successors) => {
  expect(register.successors(code(text), day(on))).toEqual(successors)
})

test('a code is known on whatever day it existed', () => {
  expect(register.has(code('990104'))).toBe(true)
  expect(register.has(code('998877'))).toBe(false)
  expect(register.size).toBe(6)
})

test('two codes that point to each other end the search', () => {
  const circle = new DivisionRegister([
    { code: '990120', name: '甲', until: day('2000-01-01'), replacedBy: ['990121'] },
    { code: '990121', name: '乙', until: day('2001-01-01'), replacedBy: ['990120'] },
  ])
  expect(circle.successors(code('990120'), day('2020-01-01'))).toEqual([])
})

describe('wrong entries', () => {
  test.each([
    ['no code', [{ code: '9901011', name: '甲' }], /9901011 甲: not a division code/],
    ['no successor code', [{ code: '990101', name: '甲', until: day('2000-01-01'), replacedBy: ['x'] }], /not a division code/],
    ['backwards', [{ code: '990101', name: '甲', from: day('2001-01-01'), until: day('2000-01-01') }], /ends before it begins/],
    ['never ends', [{ code: '990101', name: '甲', replacedBy: ['990102'] }], /replaced, but never ends/],
    [
      'two names on a day',
      [
        { code: '990101', name: '甲', until: day('2001-01-01') },
        { code: '990101000', name: '乙', from: day('2001-01-01') },
      ],
      /乙: overlaps/,
    ],
  ])('%s', (_, entries, message) => {
    expect(() => new DivisionRegister(entries)).toThrow(message)
  })

  test('two names on a day are found whichever is entered first', () => {
    const later = { code: '990101', name: '甲', from: day('2001-01-01') }
    const earlier = { code: '990101', name: '乙', until: day('2001-01-01') }
    expect(() => new DivisionRegister([later, earlier])).toThrow(/乙: overlaps/)
    expect(() => new DivisionRegister([later, { ...earlier, until: day('2000-12-31') }])).not.toThrow()
  })

  test('are all named at once', () => {
    const entries = [
      { code: '1', name: '甲' },
      { code: '2', name: '乙' },
    ]
    expect(() => new DivisionRegister(entries)).toThrow(/甲.*乙/)
  })
})
