/** A department's system comes in with a token: shown once, bound to a liaison, some datasets and a last day. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonaName } from '../../src/access/personas.test-support.ts'
import { type Answer, type County, openCounty, untilForgotten } from './access.test-support.ts'

let county: County
beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.close())

const code = ({ status, body }: Answer) => `${status} ${body?.code ?? ''}`
const create = (who: PersonaName, more: object = {}) =>
  county.as(who).post('/tokens', {
    name: '医保接口',
    officerId: county.personas.zheng.officer.id,
    datasets: ['medical_insurance'],
    expiresOn: '2027-10-31',
    ...more,
  })

test('it acts for the liaison, hands in the token’s datasets, and may do nothing else', async () => {
  const { body } = await create('chen')
  expect(body.token).toMatch(/^xj_[\w-]{43}$/)
  const officer = await county.access.tokenOfficer(body.token)
  expect(officer).toMatchObject({
    id: county.personas.zheng.officer.id,
    name: '郑洁（医保接口）',
    area: '522399',
    role: 'department_liaison',
  })
  expect([...(officer?.permissions ?? [])]).toEqual(['file.hand_in'])
  expect([...(officer?.datasets ?? [])]).toEqual(['medical_insurance'])
  expect((await county.withBearer(body.token).get('/session')).body.permissions).toEqual(['file.hand_in'])
  expect((await county.withBearer(body.token).get('/audit')).status).toBe(403)
})

test('it is listed without the token itself, within the area only', async () => {
  const { items } = (await county.as('chen').get('/tokens')).body
  expect(items[0]).toMatchObject({ name: '医保接口', officerName: '郑洁', officeName: '清溪县医疗保障局', isRevoked: false })
  const { rows } = await county.store.asOwner((owner) => owner.query('SELECT token_hash FROM auth.tokens'))
  expect(JSON.stringify(items)).not.toContain(rows[0].token_hash)
})

test('it ends when revoked, on its last day, and with its liaison', async () => {
  const works = async (token: string) => (await county.access.tokenOfficer(token)) !== undefined
  const [revoked, short, long] = [
    (await create('chen')).body,
    (await create('chen', { expiresOn: '2026-10-31' })).body,
    (await create('chen')).body,
  ]
  expect([await works(revoked.token), await works(short.token)]).toEqual([true, true])
  expect((await county.as('chen').delete(`/tokens/${revoked.id}`)).status).toBe(200)
  expect(code(await county.as('chen').delete(`/tokens/${revoked.id}`))).toBe('404 store.not_found')
  await untilForgotten()
  expect(await works(revoked.token)).toBe(false)
  await county.as('feng').patch(`/officers/${county.personas.zheng.officer.id}`, { version: 1, isDisabled: true })
  expect(await works(long.token)).toBe(false)
  await county.as('feng').patch(`/officers/${county.personas.zheng.officer.id}`, { version: 2, isDisabled: false })
  county.pass({ days: 1 })
  expect([await works(short.token), await works(long.token)]).toEqual([false, true])
  county.pass({ days: -1 })
})

test('a dataset the department loses is lost to the token', async () => {
  const { token } = (await create('chen', { datasets: ['medical_insurance', 'medical_settlements'] })).body
  const office = (await county.as('feng').get('/offices?kind=department')).body.items[0]
  await county.as('feng').patch(`/offices/${office.id}`, { version: office.version, datasets: ['medical_insurance'] })
  expect([...((await county.access.tokenOfficer(token))?.datasets ?? [])]).toEqual(['medical_insurance'])
})

test.each<[string, PersonaName, () => object, string]>([
  ['by the system administrator', 'feng', () => ({}), '403 server.not_permitted'],
  ['by a township officer', 'wang', () => ({}), '403 server.not_permitted'],
  ['for somebody of the next county', 'chen', () => ({ officerId: county.personas.qian.officer.id }), '404 store.not_found'],
  ['for an officer who is no liaison', 'chen', () => ({ officerId: county.personas.zhao.officer.id }), '422 access.not_liaison'],
  ['for a dataset of another department', 'chen', () => ({ datasets: ['deaths'] }), '422 access.not_liaison'],
  ['for longer than a year', 'chen', () => ({ expiresOn: '2028-01-01' }), '422 access.token_too_long'],
  ['for yesterday', 'chen', () => ({ expiresOn: '2026-10-30' }), '422 access.token_too_long'],
  ['for no dataset', 'chen', () => ({ datasets: [] }), '422 server.bad_input'],
])('none is made %s', async (_, who, more, expected) => {
  expect(code(await create(who, more()))).toBe(expected)
})

test.each(['xj_', 'xj_guess', 'guess', ''])('%j is no token', async (token) => {
  expect(await county.access.tokenOfficer(token)).toBeUndefined()
})
