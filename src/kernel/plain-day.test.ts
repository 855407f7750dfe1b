/** Days, months with missing days, ages and windows. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  compareDays,
  daysBetween,
  lastDayOfMonth,
  type PlainDay,
  parsePlainDay,
  periodContains,
  plainDay,
  plainDayOf,
  weekdayOf,
  windowOfDays,
  windowOfMonths,
} from './plain-day.ts'

const MS_PER_DAY = 86_400_000
const epoch = plainDay('1970-01-01')
/** Days from 1850 to 2150, so that arithmetic stays inside the calendar. */
const anyDay = fc.integer({ min: -43_829, max: 65_745 }).map((n) => addDays(epoch, n))
const seeded = { seed: 42 }
const text = (day: PlainDay): [number, number, number] => [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))]

test.each(['2026-03-05', '2024-02-29', '2000-02-29', '1800-01-01', '2200-12-31', '1949-10-01'])('%s is a day', (day) => {
  expect(parsePlainDay(day)).toBe(day)
})

test.each([
  '2026-02-29',
  '1900-02-29',
  '2100-02-29',
  '2026-04-31',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-01-32',
  '1799-12-31',
  '2201-01-01',
  '2026-3-5',
  '2026/03/05',
  '20260305',
  '2026-03-05T00:00:00',
  ' 2026-03-05',
  '2026-03-05\n',
  '２０２６-03-05',
  '',
])('%j is no day', (wrong) => {
  expect(parsePlainDay(wrong)).toBeUndefined()
  expect(() => plainDay(wrong)).toThrow(RangeError)
})

test('parts that are not whole make no day', () => {
  expect(plainDayOf(2026, 3, 5)).toBe('2026-03-05')
  expect(plainDayOf(2026, 3, 5.5)).toBeUndefined()
  expect(plainDayOf(Number.NaN, 3, 5)).toBeUndefined()
})

test.each([
  ['2026-02-28', 1, '2026-03-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-01-01', -1, '2025-12-31'],
  ['2026-03-01', -90, '2025-12-01'],
  ['1900-02-28', 1, '1900-03-01'],
  ['2026-05-17', 0, '2026-05-17'],
])('%s and %i days is %s', (day, n, expected) => {
  expect(addDays(plainDay(day), n)).toBe(expected)
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-05-31', 1, '2026-06-30'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', -12, '2023-02-28'],
  ['2024-02-29', 48, '2028-02-29'],
  ['2026-03-31', -13, '2025-02-28'],
])('%s and %i months is %s', (day, n, expected) => {
  expect(addMonths(plainDay(day), n)).toBe(expected)
})

test('years keep the day, except 29 February', () => {
  expect(addYears(plainDay('2025-03-01'), -1)).toBe('2024-03-01')
  expect(addYears(plainDay('2024-02-29'), 1)).toBe('2025-02-28')
})

test('arithmetic that leaves the calendar or is not whole throws', () => {
  expect(() => addDays(plainDay('2200-12-31'), 1)).toThrow(RangeError)
  expect(() => addMonths(plainDay('1800-01-31'), -1)).toThrow(RangeError)
  expect(() => addDays(plainDay('2026-01-01'), 0.5)).toThrow(RangeError)
  expect(() => addMonths(plainDay('2026-01-01'), Number.NaN)).toThrow(RangeError)
})

test.each([
  ['2026-11-22', 7],
  ['2026-11-23', 1],
  ['1970-01-01', 4],
  ['1949-10-01', 6],
  ['2000-02-29', 2],
  ['1800-01-01', 3],
])('%s is weekday %i', (day, weekday) => {
  expect(weekdayOf(plainDay(day))).toBe(weekday)
})

test.each([
  ['2010-09-01', '2016-08-31', 5],
  ['2010-09-01', '2016-09-01', 6],
  ['2008-02-29', '2026-02-27', 17],
  ['2008-02-29', '2026-02-28', 18],
  ['2008-02-29', '2024-02-28', 15],
  ['2008-02-29', '2024-02-29', 16],
  ['2026-03-05', '2026-03-05', 0],
  ['2026-03-06', '2026-03-05', -1],
])('born on %s one is on %s %i years old', (born, day, age) => {
  expect(ageOn(plainDay(born), plainDay(day))).toBe(age)
})

describe('windows', () => {
  const year = windowOfMonths(plainDay('2026-06-30'), 12)

  test('twelve months begin after the same day of last year', () => {
    expect(year).toEqual({ after: '2025-06-30', until: '2026-06-30' })
    expect(windowOfMonths(plainDay('2024-02-29'), 12).after).toBe('2023-02-28')
    expect(windowOfDays(plainDay('2026-06-30'), 90).after).toBe('2026-04-01')
  })

  test.each([
    ['2025-06-30', false],
    ['2025-07-01', true],
    ['2026-06-30', true],
    ['2026-07-01', false],
  ])('%s in the window: %s', (day, isInside) => {
    expect(periodContains(year, plainDay(day))).toBe(isInside)
  })
})

describe('for any day', () => {
  test('the count of days agrees with the platform', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [y, m, d] = text(day)
        expect(daysBetween(epoch, day)).toBe(Date.UTC(y, m - 1, d) / MS_PER_DAY)
      }),
      seeded,
    )
  })

  test('adding days and counting them back is the same, and order is kept', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -15_000, max: 15_000 }), (day, n) => {
        const moved = addDays(day, n)
        expect(parsePlainDay(moved)).toBe(moved)
        expect(daysBetween(day, moved)).toBe(n)
        expect(Math.sign(compareDays(moved, day))).toBe(Math.sign(n))
        expect(weekdayOf(addDays(day, 7))).toBe(weekdayOf(day))
      }),
      seeded,
    )
  })

  test('addMonths never leaves the target month and keeps the day where it can', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (day, n) => {
        const [y, m, d] = text(day)
        const [movedYear, movedMonth, movedDay] = text(addMonths(day, n))
        expect(movedYear * 12 + movedMonth).toBe(y * 12 + m + n)
        const lastDay = text(lastDayOfMonth(addMonths(day, n)))[2]
        expect(movedDay).toBe(Math.min(d, lastDay))
      }),
      seeded,
    )
  })

  test('the last day of a month is followed by a first', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const last = lastDayOfMonth(day)
        expect(last.slice(0, 7)).toBe(day.slice(0, 7))
        expect(addDays(last, 1).slice(8)).toBe('01')
      }),
      seeded,
    )
  })

  test('an age is the number of birthdays reached', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 15_000 }), (born, days) => {
        const day = addDays(born, days)
        const age = ageOn(born, day)
        expect(addYears(born, age) <= day).toBe(true)
        expect(addYears(born, age + 1) > day).toBe(true)
      }),
      seeded,
    )
  })

  test('a window of n days holds n days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 120 }), (until, n) => {
        const period = windowOfDays(until, n)
        const around = Array.from({ length: n + 10 }, (_, at) => addDays(until, 5 - at))
        expect(around.filter((day) => periodContains(period, day))).toHaveLength(n)
      }),
      seeded,
    )
  })
})
