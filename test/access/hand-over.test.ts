/** A resident team rotates: the old account ends, what is open moves, what was done stays. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { completeHandOvers, type HandOverStep } from '../../src/access/index.ts'
import type { PersonaName } from '../../src/access/personas.test-support.ts'
import { systemOfficer } from '../../src/store/index.ts'
import { type Answer, type County, openCounty, signInBody, untilForgotten } from './access.test-support.ts'

let county: County
const calls: [number, number][] = []
const visits: HandOverStep = async (_, from, to) => {
  calls.push([from, to])
  return { label: '待办入户', count: 3 }
}
beforeEach(async () => {
  calls.length = 0
  county = await openCounty({ handOverSteps: [visits] })
})
afterEach(() => county.close())

const li = () => county.personas.li.officer.id
const handOver = (who: PersonaName, body: object, officer = li()) =>
  county
    .as(who)
    .post(`/officers/${officer}/hand-over`, { version: 1, startsOn: '2026-10-31', successor: { name: '何勇', username: 'he' }, ...body })
const code = ({ status, body }: Answer) => `${status} ${body?.code ?? ''}`

test('today: the old one is out, the new one is in with a first password, and what is open has moved', async () => {
  expect((await county.as('li').get('/session')).status).toBe(200)
  const { status, body } = await handOver('feng', {})
  expect(status).toBe(200)
  expect(body).toMatchObject({
    from: { name: '李明', validUntil: '2026-10-30' },
    to: { name: '何勇', role: 'village_cadre', divisionCode: '522399001001', validFrom: '2026-10-31' },
    moved: { 待办入户: 3 },
  })
  expect(calls).toEqual([[li(), body.to.id]])
  await untilForgotten()
  expect((await county.as('li').get('/session')).status).toBe(401)
  expect(code(await county.anybody.post('/session', signInBody('li', county.personas.li.password)))).toBe('403 access.account_closed')
  expect((await county.anybody.post('/session', signInBody('he', body.initialPassword))).status).toBe(200)
})

test('what was done stays with who did it, and both ends of the hand-over are in the trail', async () => {
  await county.as('li').delete('/session')
  const { body } = await handOver('feng', {})
  const trail = (await county.as('sun').get('/audit?limit=200')).body.items
  const of = (action: string) => trail.filter((line: { action: string }) => line.action === action)
  expect(of('session.closed')).toMatchObject([{ officerId: li(), officerName: '李明' }])
  expect(of('officer.handed_over')).toMatchObject([{ subjectId: String(li()), details: { to: body.to.id } }])
  expect(of('officer.took_over')).toMatchObject([{ subjectId: String(body.to.id), details: { from: li(), moved: { 待办入户: 3 } } }])
})

test('on a later day: the old one works until the day before, then the daily job moves what is open', async () => {
  const { body } = await handOver('feng', { startsOn: '2026-11-02' })
  expect(body).toMatchObject({ from: { validUntil: '2026-11-01' }, to: { validFrom: '2026-11-02' }, moved: {} })
  expect((await county.as('li').get('/session')).status).toBe(200)
  const job = () => county.store.transaction({ officer: systemOfficer, requestId: 'job' }, (ctx) => completeHandOvers(ctx, [visits]))
  expect(await job()).toBe(0)
  county.pass({ days: 2 })
  expect([await job(), await job()]).toEqual([1, 0])
  expect(calls).toEqual([[li(), body.to.id]])
  expect(code(await county.anybody.post('/session', signInBody('li', county.personas.li.password)))).toBe('403 access.account_closed')
})

test('an officer of the area may take over instead of a new account', async () => {
  const wang = county.personas.wang.officer.id
  const { body } = await handOver('feng', { successor: { officerId: wang } })
  expect(body).toMatchObject({ to: { id: wang }, initialPassword: null })
})

test.each<[string, PersonaName, object, string]>([
  ['without the permission', 'zhou', {}, '403 server.not_permitted'],
  ['from the next county', 'jiang', {}, '404 store.not_found'],
  ['an old version', 'feng', { version: 0 }, '409 store.stale'],
  ['a user name that is taken', 'feng', { successor: { name: '何勇', username: 'qian' } }, '409 store.duplicate'],
  [
    'a successor with a role of its own',
    'feng',
    { successor: { name: '何勇', username: 'he', role: 'county_lead' } },
    '422 server.bad_input',
  ],
  ['a successor who is not there', 'feng', { successor: { officerId: 999_999 } }, '404 store.not_found'],
  ['a day before the account began', 'feng', { startsOn: '2020-01-01' }, '422 access.ends_before_start'],
])('is refused: %s', async (_, who, body, expected) => {
  expect(code(await handOver(who, body))).toBe(expected)
  expect(calls).toEqual([])
  expect((await county.as('li').get('/session')).status).toBe(200)
})

test('to a successor of the next county, to oneself, or twice, is refused', async () => {
  expect(code(await handOver('feng', { successor: { officerId: county.personas.qian.officer.id } }))).toBe('404 store.not_found')
  expect(code(await handOver('feng', { successor: { officerId: li() } }))).toBe('422 access.not_successor')
  await handOver('feng', { startsOn: '2026-11-02' })
  expect(code(await handOver('feng', { version: 2, startsOn: '2026-11-03', successor: { name: '乙', username: 'yi' } }))).toBe(
    '409 access.twice_handed_over',
  )
  expect(code(await handOver('feng', {}, county.personas.chen.officer.id))).toBe('403 access.not_appointed')
})
