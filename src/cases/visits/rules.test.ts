/** Which tasks are one visit, and what is done with a value found at the door. */
import { describe, expect, test } from 'vitest'
import { plainDay } from '../../kernel/index.ts'
import { verdictOf } from './form.rules.ts'
import { mergedVisits } from './merge.rules.ts'

const today = plainDay('2026-11-22')

// biome-ignore format: a table
const merged: [what: string, tasks: [household: number, due: string][], visits: string[]][] = [
  ['one task is one visit',                                  [[1, '2026-11-30']],                                       ['1 2026-11-30']],
  ['two within a month are one',                             [[1, '2026-11-30'], [1, '2026-12-20']],                    ['1 2026-11-30 2026-12-20']],
  ['a month later is another',                               [[1, '2026-11-30'], [1, '2026-12-30']],                    ['1 2026-11-30', '1 2026-12-30']],
  ['what is overdue takes along what is due within a month', [[1, '2026-09-01'], [1, '2026-12-21']],                    ['1 2026-09-01 2026-12-21']],
  ['but not what is due later',                              [[1, '2026-09-01'], [1, '2026-12-22']],                    ['1 2026-09-01', '1 2026-12-22']],
  ['two households are never one',                           [[1, '2026-11-30'], [2, '2026-11-30']],                    ['1 2026-11-30', '2 2026-11-30']],
  ['the earliest is first',                                  [[1, '2026-12-20'], [2, '2026-11-25'], [1, '2026-12-01']], ['2 2026-11-25', '1 2026-12-01 2026-12-20']],
]

describe('merged visits', () => {
  test.each(merged)('%s', (_, tasks, visits) => {
    const due = tasks.map(([householdId, dueOn]) => ({ householdId, dueOn: plainDay(dueOn) }))
    expect(mergedVisits(due, today).map((visit) => [visit.householdId, ...visit.tasks.map(({ dueOn }) => dueOn)].join(' '))).toEqual(visits)
  })
})

// biome-ignore format: a table
test.each([
  ['nobody touched it: taken',              '健康', '残疾', '健康', 'take'],
  ['the county says the same: nothing',     '健康', '残疾', '残疾', 'same'],
  ['the county says something else: asked', '健康', '残疾', '患有大病', 'conflict'],
  ['emptied meanwhile: asked',              '健康', '残疾', '', 'conflict'],
  ['emptied by the visit: taken',           '健康', '', '健康', 'take'],
])('%s', (_, before, after, now, verdict) => {
  expect(verdictOf(before, after, now)).toBe(verdict)
})
