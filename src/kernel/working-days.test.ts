/** Working days with 调休, and what is provisional. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type PlainDay, plainDay, weekdayOf } from './plain-day.ts'
import { addWorkingDays, isWorkingDay, knownWorkingYears, workingCalendar } from './working-days.ts'

const seeded = { seed: 42 }
const daysOf = (year: number): PlainDay[] => {
  const first = plainDay(`${year}-01-01`)
  return Array.from({ length: 366 }, (_, at) => addDays(first, at)).filter((day) => day.startsWith(String(year)))
}

/** basis: 国务院办公厅关于 2024、2025、2026 年部分节假日安排的通知 */
const workedWeekendDays = {
  2024: ['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12'],
  2025: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  2026: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
}
const weekdaysOff = {
  2024: [
    '2024-01-01',
    '2024-02-12',
    '2024-02-16',
    '2024-04-04',
    '2024-04-05',
    '2024-05-01',
    '2024-05-03',
    '2024-06-10',
    '2024-09-16',
    '2024-10-07',
  ],
  2025: ['2025-01-01', '2025-01-28', '2025-02-04', '2025-04-04', '2025-05-05', '2025-06-02', '2025-10-01', '2025-10-08'],
  2026: ['2026-01-02', '2026-02-16', '2026-02-23', '2026-04-06', '2026-05-05', '2026-06-19', '2026-09-25', '2026-10-07'],
}

describe.each([2024, 2025, 2026] as const)('%i', (year) => {
  test('exactly these weekend days are worked', () => {
    const worked = daysOf(year).filter((day) => weekdayOf(day) >= 6 && isWorkingDay(day).isWorkingDay)
    expect(worked).toEqual(workedWeekendDays[year])
  })

  test.each(weekdaysOff[year])('%s is off', (day) => {
    expect(isWorkingDay(plainDay(day))).toEqual({ isWorkingDay: false, isProvisional: false })
  })
})

/** All days less weekends and statutory holidays (11 until 2024, 13 from 2025); exchanges move days but do not change the sum. */
test.each([
  [2024, 366 - 104 - 11],
  [2025, 365 - 104 - 13],
  [2026, 365 - 104 - 13],
])('%i has %i working days', (year, count) => {
  expect(daysOf(year).filter((day) => isWorkingDay(day).isWorkingDay)).toHaveLength(count)
})

test.each([
  ['2026-03-02', true],
  ['2026-03-07', false],
  ['2026-03-08', false],
])('an ordinary day without a notice: %s is worked: %s', (day, isWorked) => {
  expect(isWorkingDay(plainDay(day)).isWorkingDay).toBe(isWorked)
})

test('the years without a gap from 2004 on are known', () => {
  const last = knownWorkingYears.at(-1) ?? 0
  expect(last).toBeGreaterThanOrEqual(2026)
  expect(knownWorkingYears).toEqual(Array.from({ length: last - 2003 }, (_, at) => 2004 + at))
})

test.each([
  ['2026-02-13', 1, '2026-02-14'],
  ['2026-02-14', 1, '2026-02-24'],
  ['2026-02-27', 2, '2026-03-02'],
  ['2026-09-30', 1, '2026-10-08'],
  ['2026-09-18', 1, '2026-09-20'],
  ['2026-10-01', 3, '2026-10-10'],
  ['2025-09-26', 5, '2025-10-10'],
  ['2024-02-09', 10, '2024-02-29'],
  ['2026-03-04', 0, '2026-03-04'],
  ['2026-03-07', 0, '2026-03-07'],
  ['2026-02-24', -1, '2026-02-14'],
  ['2026-10-08', -1, '2026-09-30'],
])('from %s, %i working days: %s', (day, n, expected) => {
  expect(addWorkingDays(plainDay(day), n)).toEqual({ day: expected, isProvisional: false })
})

describe('beyond the years known', () => {
  const year = (knownWorkingYears.at(-1) ?? 0) + 1

  test('weekends are off, weekdays are worked, and both are provisional', () => {
    for (const day of daysOf(year)) expect(isWorkingDay(day)).toEqual({ isWorkingDay: weekdayOf(day) < 6, isProvisional: true })
  })

  test('so is the last week before, which the next notice may still change', () => {
    expect(isWorkingDay(plainDay(`${year - 1}-12-24`)).isProvisional).toBe(false)
    expect(isWorkingDay(plainDay(`${year - 1}-12-25`)).isProvisional).toBe(true)
    expect(isWorkingDay(plainDay(`${year - 2}-12-25`)).isProvisional).toBe(false)
  })

  test('a deadline that passes through such days is provisional', () => {
    expect(addWorkingDays(plainDay(`${year - 1}-12-22`), 1).isProvisional).toBe(false)
    expect(addWorkingDays(plainDay(`${year - 1}-12-22`), 15).isProvisional).toBe(true)
    expect(addWorkingDays(plainDay(`${year}-01-06`), -15).isProvisional).toBe(true)
  })
})

test('years before the first notice are provisional', () => {
  expect(isWorkingDay(plainDay('2003-05-07')).isProvisional).toBe(true)
})

describe('a year loaded by an official', () => {
  const calendar = workingCalendar([
    { year: 2031, daysOff: [plainDay('2030-12-31'), plainDay('2031-01-01')], workedWeekendDays: [plainDay('2031-01-04')] },
  ])

  test('counts, also for the days it moves in the year before', () => {
    expect(isWorkingDay(plainDay('2031-01-04'), calendar)).toEqual({ isWorkingDay: true, isProvisional: false })
    expect(isWorkingDay(plainDay('2030-12-31'), calendar).isWorkingDay).toBe(false)
    expect(addWorkingDays(plainDay('2031-01-01'), 3, calendar)).toEqual({ day: '2031-01-04', isProvisional: false })
    expect(calendar.knownYears).toContain(2031)
  })

  test('leaves the published calendar alone', () => {
    expect(isWorkingDay(plainDay('2031-01-04')).isWorkingDay).toBe(false)
    expect(knownWorkingYears).not.toContain(2031)
  })

  test('replaces a published year', () => {
    const corrected = workingCalendar([{ year: 2026, daysOff: [plainDay('2026-03-03')], workedWeekendDays: [] }])
    expect(isWorkingDay(plainDay('2026-03-03'), corrected).isWorkingDay).toBe(false)
    expect(isWorkingDay(plainDay('2026-10-01'), corrected).isWorkingDay).toBe(true)
    expect(isWorkingDay(plainDay('2025-10-01'), corrected).isWorkingDay).toBe(false)
  })
})

describe('for any day', () => {
  const anyDay = fc.integer({ min: 0, max: 12_000 }).map((n) => addDays(plainDay('2000-01-01'), n))

  test('the n-th working day is worked, and exactly n lie on the way', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (day, n) => {
        const reached = addWorkingDays(day, n).day
        const between: PlainDay[] = []
        for (let at = addDays(day, 1); at <= reached; at = addDays(at, 1)) between.push(at)
        expect(between.filter((at) => isWorkingDay(at).isWorkingDay)).toHaveLength(n)
        expect(between.at(-1)).toBe(reached)
        expect(isWorkingDay(reached).isWorkingDay).toBe(true)
      }),
      seeded,
    )
  })

  test('a later start or a longer count never ends earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 40 }), fc.nat({ max: 30 }), (day, n, later) => {
        expect(addWorkingDays(addDays(day, later), n).day >= addWorkingDays(day, n).day).toBe(true)
        expect(addWorkingDays(day, n + 1).day > addWorkingDays(day, n).day).toBe(true)
        expect(addWorkingDays(day, -n - 1).day < addWorkingDays(day, -n).day).toBe(true)
      }),
      seeded,
    )
  })
})

test('a part of a working day throws', () => {
  expect(() => addWorkingDays(plainDay('2026-03-02'), 1.5)).toThrow(RangeError)
})
