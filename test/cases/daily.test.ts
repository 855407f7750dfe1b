/** Days across holidays, and what happens by itself when they pass. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseById, deadlinesOf, eventsOf, membersOf } from '../../src/cases/core.ts'
import { dailyRound } from '../../src/cases/daily.actions.ts'
import { deadlinesOn, limitFrom, recounted } from '../../src/cases/deadlines.rules.ts'
import { handOverCases } from '../../src/cases/index.ts'
import { plainDay, workingCalendar } from '../../src/kernel/index.ts'
import { systemOfficer } from '../../src/store/index.ts'
import { asker } from '../database/database.test-support.ts'
import { shippedPolicy } from '../database/fixtures.ts'
import { begun, type CaseCounty, caseCounty, firstDay, moved } from './cases.test-support.ts'

const counting = (division: string, years: Parameters<typeof workingCalendar>[0] = []) => ({
  policy: shippedPolicy(),
  calendar: workingCalendar(years),
  division,
})

describe('a limit', () => {
  test.each([
    // Five working days over the National Day holiday of 2026 (1 to 7 October off, 20 September and 10 October worked).
    ['522399001001', 'case/visit_days', '2026-09-30', '2026-10-13'],
    ['522399001001', 'case/visit_days', '2026-09-18', '2026-09-24'],
    ['522399001001', 'case/recognition_days', '2026-09-20', '2026-10-05'],
    // Gansu counts its fifteen days as working days.
    ['620102001001', 'case/recognition_days', '2026-09-30', '2026-10-27'],
    ['522399001001', 'case/clearing_months', '2026-08-31', '2027-02-28'],
  ])('in %s of %s from %s is %s', (division, key, from, day) => {
    expect(limitFrom(counting(division), key, from)).toMatchObject({ day, isProvisional: false })
  })

  test('beyond the known years is counted by weekends and said to be provisional, until the holidays are known', () => {
    const before = deadlinesOn(counting('522399001001'), 'monitoring', 'verifying', '2026-12-29', 2, new Set())
    expect(before).toMatchObject([{ due_on: '2027-01-05', is_provisional: true }])
    const known = { year: 2027, daysOff: ['2027-01-01', '2027-01-04'].map(plainDay), workedWeekendDays: [plainDay('2027-01-02')] }
    expect(recounted(counting('522399001001', [known]), 'monitoring', before)).toMatchObject([
      { due_on: '2027-01-06', is_provisional: false },
    ])
    expect(recounted(counting('522399001001'), 'monitoring', before)).toEqual([])
  })
})

describe('the daily round', () => {
  let county: CaseCounty
  beforeAll(async () => {
    county = await caseCounty(4)
  })
  afterAll(() => county.drop())
  const round = () => dailyRound((work) => county.store.transaction(asker(systemOfficer), work))
  const rowOf = (id: number) => county.as('zhou', (ctx) => caseById(ctx, id))

  test('tells the office above of what is overdue once, then reminds every week', async () => {
    county.setDay(firstDay)
    const id = await begun(county, county.households[0] ?? 0)
    county.setDay('2026-08-05')
    expect(await round()).toMatchObject({ escalated: 0, reminded: 0 })
    county.setDay('2026-08-06')
    expect(await round()).toMatchObject({ escalated: 1, reminded: 0 })
    expect(await rowOf(id)).toMatchObject({ escalated_to: 'county', version: 2 })
    expect(await round()).toMatchObject({ escalated: 0, reminded: 0 })
    county.setDay('2026-08-13')
    expect(await round()).toMatchObject({ escalated: 0, reminded: 1 })
    await moved(county, 'wang', id, 'dispatch')
    expect(await rowOf(id)).toMatchObject({ state: 'verifying', escalated_to: null })
    const told = (await county.as('zhou', (ctx) => eventsOf(ctx, id))).filter(({ kind }) => kind === 'escalated' || kind === 'reminded')
    expect(told.map(({ officer_name, record }) => [officer_name, record.about, record.dueOn])).toEqual([
      ['系统', 'suspected', '2026-08-05'],
      ['系统', 'suspected', '2026-08-05'],
    ])
  })

  test('follows the register: who was born or has died, and a new head', async () => {
    county.setDay(firstDay)
    const householdId = county.households[3] ?? 0
    const id = await begun(county, householdId)
    const before = await county.as('wang', (ctx) => membersOf(ctx, id))
    const gone = before[2]?.person_id
    await county.store.asOwner(async (client) => {
      await client.query("UPDATE persons SET status = 'dead', household_id = NULL WHERE id = $1", [gone])
      await client.query("UPDATE households SET head_name = '张一鸣' WHERE id = $1", [householdId])
    })
    expect(await round()).toMatchObject({ followed: 1 })
    const after = await county.as('wang', (ctx) => membersOf(ctx, id))
    expect(after.filter(({ left_on }) => left_on !== null)).toMatchObject([
      { person_id: gone, left_on: firstDay, left_reason: '农户档案中已不在该户' },
    ])
    expect(await rowOf(id)).toMatchObject({ head_name: '张一鸣' })
    expect(await round()).toMatchObject({ followed: 0 })
  })

  test('writes provisional days anew as an event when the holidays are known', async () => {
    county.setDay(firstDay)
    const id = await begun(county, county.households[6] ?? 0)
    await county.store.asOwner((client) =>
      client.query("UPDATE case_deadlines SET is_provisional = true, due_on = '2026-08-09' WHERE case_id = $1 AND about = 'suspected'", [
        id,
      ]),
    )
    expect(await round()).toMatchObject({ redated: 1 })
    expect((await county.as('wang', (ctx) => deadlinesOf(ctx, id)))[0]).toMatchObject({ due_on: '2026-08-05', is_provisional: false })
    expect((await county.as('wang', (ctx) => eventsOf(ctx, id))).at(-1)).toMatchObject({ kind: 'redated', officer_name: '系统' })
  })

  test('an officer who leaves hands over the cases in hand', async () => {
    county.setDay(firstDay)
    const id = await begun(county, county.households[9] ?? 0)
    await moved(county, 'wang', id, 'dispatch')
    const [li, wang] = [county.people.li.officer.id, county.people.wang.officer.id]
    const handed = await county.store.transaction(asker(systemOfficer), (ctx) => handOverCases(ctx, li, wang))
    expect(handed.label).toBe('在办帮扶事项')
    expect(handed.count).toBeGreaterThan(0)
    expect(await rowOf(id)).toMatchObject({ responsible_id: wang, responsible_name: '王芳' })
  })
})
