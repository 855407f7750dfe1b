/** A county looks after its own officers and offices; nobody reaches above the own rank, area or kind. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonaName } from '../../src/access/personas.test-support.ts'
import { type Answer, type County, openCounty, signInBody } from './access.test-support.ts'

let county: County
beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.close())

const id = (name: PersonaName) => county.personas[name].officer.id
const officeId = (name: PersonaName) => county.personas[name].officer.officeId
let made = 0
const newOfficer = (more: object = {}) => {
  made += 1
  return { name: '新来的', username: `new${made}`, role: 'township_officer', officeId: officeId('wang'), ...more }
}
const open = (who: PersonaName, more: object = {}) => county.as(who).post('/officers', newOfficer(more))
const code = ({ status, body }: Answer) => `${status} ${body?.code ?? ''}`

describe('opening an account', () => {
  test('gives a first password once, which must be changed at the first log-in', async () => {
    const { status, body } = await open('feng', { username: '13800000001', validUntil: '2027-12-31' })
    expect(status).toBe(200)
    expect(body.officer).toMatchObject({
      name: '新来的',
      username: '13800000001',
      roleLabel: '乡镇工作人员',
      officeName: '青山镇人民政府',
      divisionName: '青山镇',
      validFrom: '2026-10-31',
      validUntil: '2027-12-31',
      version: 1,
    })
    expect(body.initialPassword).toMatch(/^[\w]{4}-[\w]{4}-[\w]{4}$/)
    const signedIn = await county.anybody.post('/session', signInBody('13800000001', body.initialPassword))
    expect(signedIn.body.mustChangePassword).toBe(true)
    const fresh = county.withToken(signedIn.cookie ?? '')
    expect((await fresh.get('/offices')).status).toBe(403)
    await fresh.post('/session/password', { current: body.initialPassword, next: 'Eigene-Mima-2026' })
    expect((await fresh.get('/offices')).status).toBe(200)
  })

  test.each<[string, PersonaName, () => object, string]>([
    ['a county officer may not', 'zhao', () => ({}), '403 server.not_permitted'],
    ['an audit administrator may not', 'sun', () => ({}), '403 server.not_permitted'],
    [
      'a system administrator opens no administrators',
      'feng',
      () => ({ role: 'security_administrator', officeId: officeId('feng') }),
      '403 access.not_appointed',
    ],
    ['a security administrator opens no business accounts', 'chen', () => ({}), '403 access.not_appointed'],
    [
      'nor one more of the own kind in the own office',
      'chen',
      () => ({ role: 'security_administrator', officeId: officeId('chen') }),
      '403 access.not_appointed',
    ],
    [
      'nobody opens one in an office above',
      'feng',
      () => ({ role: 'prefecture_supervisor', officeId: officeId('chu') }),
      '403 access.not_appointed',
    ],
    [
      'an office of the next county is not there',
      'feng',
      () => ({ role: 'county_officer', officeId: officeId('qian') }),
      '404 store.not_found',
    ],
    ['an office that does not exist is not there either', 'feng', () => ({ officeId: 999_999 }), '404 store.not_found'],
    ['a township role does not fit a county office', 'feng', () => ({ officeId: officeId('zhao') }), '422 access.wrong_office'],
    ['a liaison sits in a department only', 'feng', () => ({ role: 'department_liaison' }), '422 access.wrong_office'],
    ['a role that does not exist', 'feng', () => ({ role: 'emperor' }), '422 access.no_such_role'],
    ['a user name that is taken, here', 'feng', () => ({ username: 'zhao' }), '409 store.duplicate'],
    ['a user name that is taken, in the next county', 'feng', () => ({ username: 'qian' }), '409 store.duplicate'],
    ['an end before the beginning', 'feng', () => ({ validUntil: '2026-01-01' }), '422 access.ends_before_start'],
    ['a field too many', 'feng', () => ({ permissions: ['security.manage'] }), '422 server.bad_input'],
    ['an own division code', 'feng', () => ({ divisionCode: '52' }), '422 server.bad_input'],
    ['script in the user name', 'feng', () => ({ username: '<script>' }), '422 server.bad_input'],
  ])('%s', async (_, who, more, expected) => {
    expect(code(await open(who, more()))).toBe(expected)
  })

  test('a security administrator opens the other administrators', async () => {
    expect((await open('chen', { role: 'audit_administrator', officeId: officeId('chen') })).status).toBe(200)
  })
})

describe('changing an account', () => {
  const fresh = async (more: object = {}) =>
    (await open('feng', more)).body as { officer: { id: number; version: number; username: string }; initialPassword: string }
  const change = (who: PersonaName, officer: number, body: object) => county.as(who).patch(`/officers/${officer}`, body)

  test('name, role, office and last day, and the audit trail says so', async () => {
    const { officer } = await fresh()
    const { body } = await change('feng', officer.id, { version: 1, name: '改了名', role: 'township_lead', validUntil: '2026-12-31' })
    expect(body).toMatchObject({ name: '改了名', roleLabel: '乡镇负责人', validUntil: '2026-12-31', version: 2 })
    const { items } = (await county.as('sun').get(`/audit?subjectKind=officer&subjectId=${officer.id}`)).body
    expect(items.map(({ action, officerName }: Record<string, string>) => `${officerName} ${action}`)).toEqual([
      '冯涛 officer.changed',
      '冯涛 officer.opened',
    ])
  })

  test('an old version is told what changed meanwhile, and changes nothing', async () => {
    const { officer } = await fresh()
    await change('feng', officer.id, { version: 1, name: '第一次' })
    const late = await change('feng', officer.id, { version: 1, role: 'township_lead' })
    expect(late).toMatchObject({ status: 409, body: { code: 'store.stale', detail: '别人刚刚改过这条记录（名称），请刷新后再改。' } })
  })

  test.each<[string, PersonaName, () => number, object, string]>([
    ['without the permission', 'zhao', () => id('wang'), { name: '甲' }, '403 server.not_permitted'],
    ['from the next county', 'jiang', () => id('wang'), { name: '甲' }, '404 store.not_found'],
    ['an id that is nobody’s', 'feng', () => 999_999, { name: '甲' }, '404 store.not_found'],
    ['an administrator by the system administrator', 'feng', () => id('chen'), { isDisabled: true }, '403 access.not_appointed'],
    ['the own account', 'feng', () => id('feng'), { role: 'county_lead' }, '403 access.own_account'],
    ['to a role above', 'feng', () => id('zhao'), { role: 'security_administrator' }, '403 access.not_appointed'],
    ['a supervisor of the prefecture', 'feng', () => id('chu'), { isDisabled: true }, '404 store.not_found'],
    ['over-posted permissions', 'feng', () => id('zhao'), { permissions: ['officer.manage'] }, '422 server.bad_input'],
    ['over-posted user name', 'feng', () => id('zhao'), { username: 'boss' }, '422 server.bad_input'],
    ['over-posted area', 'feng', () => id('zhao'), { divisionCode: '52' }, '422 server.bad_input'],
  ])('is refused: %s', async (_, who, officer, body, expected) => {
    expect(code(await change(who, officer(), { version: 1, ...body }))).toBe(expected)
  })

  test('a move into an office above or of the next county is refused', async () => {
    const zhao = { version: 1 }
    expect(code(await change('feng', id('zhao'), { ...zhao, officeId: officeId('chu'), role: 'prefecture_supervisor' }))).toBe(
      '403 access.not_appointed',
    )
    expect(code(await change('feng', id('zhao'), { ...zhao, officeId: officeId('qian') }))).toBe('404 store.not_found')
  })

  test('a move to another office moves what the officer sees and ends the sessions', async () => {
    const { officer, initialPassword } = await fresh()
    const { cookie = '' } = await county.anybody.post('/session', signInBody(officer.username, initialPassword))
    const village = officeId('li')
    const moved = await change('feng', officer.id, { version: 1, officeId: village, role: 'village_cadre' })
    expect(moved.body).toMatchObject({ divisionCode: '522399001001', roleLabel: '驻村（村级）干部' })
    expect((await county.withToken(cookie).get('/session')).status).toBe(401)
    const again = await county.anybody.post('/session', signInBody(officer.username, initialPassword))
    expect((await county.withToken(again.cookie ?? '').get('/session')).body.area.code).toBe('522399001001')
  })

  test('a disabled account is out and told so at log-in, after the right password only', async () => {
    const { officer, initialPassword } = await fresh()
    const { cookie = '' } = await county.anybody.post('/session', signInBody(officer.username, initialPassword))
    await change('feng', officer.id, { version: 1, isDisabled: true })
    expect((await county.withToken(cookie).get('/session')).status).toBe(401)
    expect(code(await county.anybody.post('/session', signInBody(officer.username, initialPassword)))).toBe('403 access.account_closed')
    expect(code(await county.anybody.post('/session', signInBody(officer.username, 'Falsch-Mima-2026')))).toBe('401 access.wrong_sign_in')
    await change('feng', officer.id, { version: 2, isDisabled: false })
    expect((await county.anybody.post('/session', signInBody(officer.username, initialPassword))).status).toBe(200)
  })
})

describe('a new password', () => {
  const signInAgain = (name: PersonaName) => county.access.signIn({ ...county.personas[name], address: '', userAgent: '' })
  const token = async (name: PersonaName) => {
    const result = await signInAgain(name)
    return 'token' in result ? result.token : ''
  }

  test('ends sessions, lifts the lock and must be changed', async () => {
    const feng = county.withToken(await token('feng'))
    const wang = county.withToken(await token('wang'))
    for (let n = 0; n < 6; n += 1) await county.anybody.post('/session', signInBody('wang', 'x'))
    expect((await county.anybody.post('/session', signInBody('wang', 'x'))).status).toBe(423)
    const { body } = await feng.post(`/officers/${id('wang')}/reset-password`, {})
    expect((await wang.get('/session')).status).toBe(401)
    const again = await county.anybody.post('/session', signInBody('wang', body.initialPassword))
    expect(again).toMatchObject({ status: 200, body: { mustChangePassword: true } })
  })

  test.each<[PersonaName, PersonaName, string]>([
    ['zhou', 'li', '403 server.not_permitted'],
    ['jiang', 'li', '404 store.not_found'],
    ['feng', 'feng', '403 access.own_account'],
    ['feng', 'sun', '403 access.not_appointed'],
  ])('%s cannot give one to %s', async (who, whom, expected) => {
    const caller = county.withToken(await token(who))
    expect(code(await caller.post(`/officers/${id(whom)}/reset-password`, {}))).toBe(expected)
  })
})

describe('offices and lists', () => {
  const names = ({ body }: Answer) => body.items.map(({ name }: { name: string }) => name)

  test('one sees the offices of the own area, and by name those above; never those beside', async () => {
    expect(names(await county.as('wu').get('/offices'))).toEqual([
      '黔山省乡村振兴局',
      '南盘州乡村振兴局',
      '清溪县乡村振兴局',
      '青山镇人民政府',
      '青山镇白果村村民委员会',
      '清溪县医疗保障局',
    ])
  })

  test('one sees the officers of the own area only, without their user names', async () => {
    const { body } = await county.as('li').get('/officers?sort=newest')
    expect(body.items.every(({ divisionCode }: { divisionCode: string }) => divisionCode === '522399001001')).toBe(true)
    expect(body.items.find(({ name }: { name: string }) => name === '李明').username).toBe('li')
    const seen = (await county.as('zhao').get('/officers?find=li&state=all')).body.items
    expect(seen.map(({ username }: { username: string | null }) => username)).toEqual([null])
    expect(names(await county.as('qian').get('/officers?state=all')).sort()).toEqual(['沈军', '蒋华', '钱伟'].sort())
  })

  test('a liaison sees the own office only', async () => {
    expect(names(await county.as('zheng').get('/officers'))).toEqual(['郑洁'])
  })

  test('a list is cut into pages and filtered', async () => {
    const all = (await county.as('feng').get('/officers?state=all&limit=200')).body.items
    const paged: unknown[] = []
    for (let next: string | null = ''; next !== null; ) {
      const { body }: Answer = await county.as('feng').get(`/officers?state=all&limit=5&after=${next}`)
      paged.push(...body.items)
      next = body.next
    }
    expect(paged).toEqual(all)
    expect(names(await county.as('feng').get('/officers?role=county_lead'))).toEqual(['周强'])
    expect(names(await county.as('feng').get('/officers?under=522398'))).toEqual([])
  })

  test('a department gets its datasets; other kinds and unknown names do not', async () => {
    const department = { divisionCode: '522399', kind: 'department', name: '清溪县民政局', datasets: ['relief'] }
    const { body } = await county.as('feng').post('/offices', department)
    expect(body).toMatchObject({ ...department, divisionName: '清溪县', version: 1 })
    expect(code(await county.as('feng').post('/offices', { ...department, name: '甲', datasets: ['tea'] }))).toBe(
      '422 access.no_such_dataset',
    )
    expect(code(await county.as('feng').post('/offices', { ...department, name: '乙', kind: 'government' }))).toBe(
      '422 access.not_department',
    )
    expect(code(await county.as('feng').post('/offices', department))).toBe('409 store.duplicate')
    const changed = await county.as('feng').patch(`/offices/${body.id}`, { version: 1, datasets: ['relief', 'deaths'] })
    expect(changed.body).toMatchObject({ datasets: ['relief', 'deaths'], version: 2 })
    expect(code(await county.as('feng').patch(`/offices/${body.id}`, { version: 1, name: '丙' }))).toBe('409 store.stale')
    expect(code(await county.as('jiang').patch(`/offices/${body.id}`, { version: 2, name: '丙' }))).toBe('404 store.not_found')
    expect(code(await county.as('feng').patch(`/offices/${officeId('chu')}`, { version: 1, name: '丙' }))).toBe('404 store.not_found')
    expect(code(await county.as('zhao').post('/offices', department))).toBe('403 server.not_permitted')
  })

  test.each(['52', '5223', '522398', '522398001', '52239', 'abc'])(
    'an office in %s is refused to a county administrator',
    async (divisionCode) => {
      const { status } = await county.as('feng').post('/offices', { divisionCode, kind: 'government', name: '某局' })
      expect([400, 422]).toContain(status)
    },
  )
})

test('an account works from its first to its last day', async () => {
  const { officer, initialPassword } = (await open('feng', { validFrom: '2026-11-02', validUntil: '2026-11-03' })).body
  const tried = async () => code(await county.anybody.post('/session', signInBody(officer.username, initialPassword)))
  const before = await tried()
  county.pass({ days: 2 })
  const first = await tried()
  county.pass({ days: 2 })
  expect([before, first, await tried()]).toEqual(['403 access.account_closed', '200 ', '403 access.account_closed'])
})
