/** Many forms at once, each sent again: what was acknowledged is there, and there once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CaseCounty, caseCounty } from '../cases/cases.test-support.ts'
import { call, formFor, key, photo, type Visit } from './visits.test-support.ts'

const copies = 8
let county: CaseCounty

beforeAll(async () => {
  county = await caseCounty(copies)
  for (let copy = 0; copy < copies; copy += 1)
    await call(county, 'li', 'POST', '/visits/tasks', { householdId: county.households[copy * 3] })
})
afterAll(() => county.drop())

test('a day’s forms sent at once and then all again are each kept once, with their photos and income', async () => {
  const { visits } = (await call(county, 'li', 'GET', '/visits/package')) as { visits: Visit[] }
  expect(visits).toHaveLength(copies)
  const send = (visit: Visit, n: number) => call(county, 'li', 'POST', '/visits/forms', formFor(visit, n))
  const first = await Promise.all(visits.map(send))
  const again = await Promise.all(visits.map(send))
  expect(again.map(({ formId }) => formId)).toEqual(first.map(({ formId }) => formId))
  const sendPhoto = (n: number) =>
    call(county, 'li', 'POST', '/visits/attachments', { clientKey: key(n + 0x10000), formKey: key(n) }, photo(n))
  await Promise.all(visits.map((_, n) => sendPhoto(n)))
  await Promise.all(visits.map((_, n) => sendPhoto(n)))
  const { rows } = await county.store.asOwner((client) =>
    client.query(`SELECT (SELECT count(*) FROM visit_forms)::int AS forms, (SELECT count(*) FROM case_attachments)::int AS photos,
      (SELECT count(*) FROM income_sheets)::int AS sheets, (SELECT count(*) FROM visit_tasks WHERE state = 'open')::int AS open`),
  )
  expect(rows).toEqual([{ forms: copies, photos: copies, sheets: copies, open: 0 }])
})
