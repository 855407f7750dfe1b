/** Follow-up visits are asked for in time, once, and less often after the clearing. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askFollowUps } from '../../src/cases/visits/index.ts'
import { begun, brought, type CaseCounty, caseCounty } from '../cases/cases.test-support.ts'

let county: CaseCounty
let caseId: number
beforeAll(async () => {
  county = await caseCounty()
  caseId = await begun(county, county.households[0] ?? 0)
  await brought(county, caseId, 'assisted')
})
afterAll(() => county.drop())

const rows = async <T extends object>(text: string) => (await county.store.asOwner((client) => client.query<T>(text, [caseId]))).rows
const recognised = async () => (await rows<{ day: string }>('SELECT recognised_on::text AS day FROM cases WHERE id = $1'))[0]?.day ?? ''
const tasks = () =>
  rows<{ due_on: string; state: string }>(
    `SELECT due_on::text, state FROM visit_tasks WHERE case_id = $1 AND purpose = 'follow_up' ORDER BY id`,
  )
const daysAfter = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
const ask = () => county.as('zhao', askFollowUps)

test('a visit is asked for a week before it is due, and only once', async () => {
  const from = await recognised()
  county.setDay(daysAfter(from, 22))
  expect(await ask()).toBe(0)
  county.setDay(daysAfter(from, 23))
  expect(await ask()).toBe(1)
  expect(await ask()).toBe(0)
  expect(await tasks()).toEqual([{ due_on: daysAfter(from, 30), state: 'open' }])
})

test('a visit that was made begins the rhythm anew', async () => {
  const met = daysAfter(await recognised(), 28)
  await county.store.asOwner(async (client) => {
    await client.query(`UPDATE visit_tasks SET state = 'done', ended_on = $1`, [met])
    await client.query(
      `INSERT INTO visit_forms (division_code, household_id, form_key, version, client_key, purposes, visited_on, visitor_id, visitor_name, sent_by, received_at, outcome, content, content_digest)
       SELECT division_code, household_id, 'f', 1, 'f', '{follow_up}', $1, 1, '李明', '李明', now(), 'met', '{}', '' FROM cases WHERE id = $2`,
      [met, caseId],
    )
  })
  county.setDay(daysAfter(met, 22))
  expect(await ask()).toBe(0)
  county.setDay(daysAfter(met, 24))
  expect(await ask()).toBe(1)
  expect((await tasks()).map(({ due_on }) => due_on)).toEqual([expect.any(String), daysAfter(met, 30)])
})

test('a case that is not recognised is not followed up', async () => {
  await begun(county, county.households[1] ?? 0)
  county.setDay('2027-12-01')
  await county.store.asOwner((client) =>
    client.query(`UPDATE visit_tasks SET state = 'done', ended_on = '2027-11-30' WHERE state = 'open'`),
  )
  expect(await ask()).toBe(1)
})
