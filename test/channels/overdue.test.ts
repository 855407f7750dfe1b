/** Requests that nobody accepts in time: the office above is told, then reminded, and sees them in its own queue. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellOverdue } from '../../src/cases/channels/index.ts'
import { type Officer, systemOfficer } from '../../src/store/index.ts'
import { asker } from '../database/database.test-support.ts'
import { call, far, idNumber, li, openCounty, qian, wang, zhang, zhao, zheng } from './channels.test-support.ts'

let store: Awaited<ReturnType<typeof openCounty>>
beforeAll(async () => {
  store = await openCounty()
})
afterAll(() => store.drop())

const round = () => store.transaction(asker(systemOfficer), tellOverdue)
const counts = (who: Officer) => call(store, who, 'GET', '/applications/counts')
const told = async (who: Officer) => (await call(store, who, 'GET', '/applications?told=true')).items.map(({ id }: { id: number }) => id)
let n = 60
const late = async (receivedOn: string): Promise<number> => {
  n += 1
  const paper = { ...zhang, name: '王小五', idNumber: idNumber('1980-01-01', n), difficulty: '因病', words: '', receivedOn }
  return (await call(store, li, 'POST', '/applications', paper)).id
}

test('the county is told once, reminded after some days, and sees what waits below it until it is decided', async () => {
  const [id, inTime] = [await late('2026-10-20'), await late('2026-10-31')]
  expect(await round()).toEqual({ escalated: 1, reminded: 0 })
  expect(await round()).toEqual({ escalated: 0, reminded: 0 })
  expect(await call(store, wang, 'GET', `/applications/${id}`)).toMatchObject({ isOverdue: true, escalatedTo: 'county' })
  expect(await call(store, wang, 'GET', `/applications/${inTime}`)).toMatchObject({ isOverdue: false, escalatedTo: null })
  expect(await told(zhao)).toEqual([id])
  expect(await counts(zhao)).toMatchObject({ told: 1, overdue: 1 })
  // Whose work it is has it as overdue, and nothing is told to them; nor to those further up or next door.
  for (const who of [wang, far, zheng, qian]) expect([await told(who), (await counts(who)).told]).toEqual([[], 0])

  await store.asOwner((client) => client.query("UPDATE applications SET reminded_on = '2026-10-25' WHERE id = $1", [id]))
  expect(await round()).toEqual({ escalated: 0, reminded: 0 })
  await store.asOwner((client) => client.query("UPDATE applications SET reminded_on = '2026-10-24' WHERE id = $1", [id]))
  expect(await round()).toEqual({ escalated: 0, reminded: 1 })
  const { rows } = await store.asOwner((client) =>
    client.query(
      "SELECT action, details FROM audit_entries WHERE subject_kind = 'application' AND action ~ 'escalated|reminded' ORDER BY id",
    ),
  )
  expect(rows).toEqual([
    { action: 'application.escalated', details: { dueOn: '2026-10-22', to: 'county' } },
    { action: 'application.reminded', details: { dueOn: '2026-10-22', to: 'county' } },
  ])

  const { version } = await call(store, wang, 'GET', `/applications/${id}`)
  await call(store, wang, 'POST', `/applications/${id}/refuse`, { version, refusal: 'not_found' })
  expect(await told(zhao)).toEqual([])
  expect(await round()).toEqual({ escalated: 0, reminded: 0 })
})

test('what the county itself leaves lying is told to the prefecture', async () => {
  const call12345 = { channel: 'consultation_line', way: 'call_12345', divisionCode: '522399', name: '王小五', difficulty: '因病' }
  const { id } = await call(store, zhao, 'POST', '/consultations', {
    ...call12345,
    words: '来电反映看病花钱多。',
    receivedOn: '2026-10-01',
  })
  expect(await round()).toEqual({ escalated: 1, reminded: 0 })
  expect(await told(zheng)).toEqual([id])
  expect(await told(zhao)).toEqual([])
})
