/** Who gets in, who is kept waiting, and when a session ends. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personaPassword } from '../../src/access/personas.test-support.ts'
import { loadRoles } from '../../src/access/roles.ts'
import { codeOf, stepAt } from '../../src/access/totp.rules.ts'
import { type Answer, type County, openCounty, signInBody, untilForgotten } from './access.test-support.ts'

let county: County
beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.close())

const signIn = (username: string, password = personaPassword, code?: string) =>
  county.anybody.post('/session', signInBody(username, password, code))

describe('log-in', () => {
  test('gives a session in a cookie and never in the body', async () => {
    const answer = await signIn('zhao')
    expect(answer).toMatchObject({ status: 200, body: { mustChangePassword: false, expiresAt: '2026-10-31T14:00:00.000Z' } })
    expect(answer.cookie).toMatch(/^[\w-]{43}$/)
    expect(JSON.stringify(answer.body)).not.toContain(answer.cookie)
  })

  test('tells who one is, where, and what one may do', async () => {
    const { body } = await county.as('li').get('/session')
    expect(body).toMatchObject({
      officer: { name: '李明' },
      office: { name: '青山镇白果村村民委员会', kind: 'government' },
      area: { code: '522399001001', name: '白果村' },
      role: 'village_cadre',
      roleLabel: '驻村（村级）干部',
      datasets: null,
      mustChangePassword: false,
      hasSecondFactor: false,
    })
    expect(body.permissions).toContain('lead.handle')
    expect((await county.as('zheng').get('/session')).body.datasets).toEqual(['medical_insurance', 'medical_settlements'])
  })

  test.each([
    ['a wrong password', 'wu', 'Falsch-Mima-2026'],
    ['an unknown name', 'nobody-there', personaPassword],
    ['SQL in the name', "wu' OR '1'='1", personaPassword],
    ['an empty password', 'wu', ''],
  ])('%s gets one and the same answer', async (_, username, password) => {
    const answer = await signIn(username, password)
    expect(answer).toMatchObject({ status: 401, body: { code: 'access.wrong_sign_in' }, cookie: undefined })
  })

  test('takes the name in any case and with spaces around it', async () => {
    expect((await signIn(' ZHAO ')).status).toBe(200)
  })

  test('is in the audit trail, a refused one too, with neither password nor name typed', async () => {
    await signIn('chu', 'Falsch-Mima-2026')
    await signIn('chu')
    const id = county.personas.chu.officer.id
    const { rows } = await county.store.asOwner((owner) =>
      owner.query(
        "SELECT action, officer_id, details::text FROM audit_entries WHERE subject_kind = 'officer' AND subject_id = $1 ORDER BY id",
        [String(id)],
      ),
    )
    expect(rows.slice(-2)).toEqual([
      { action: 'session.refused', officer_id: 0, details: '{}' },
      { action: 'session.opened', officer_id: id, details: '{"by": "password", "address": "127.0.0.1"}' },
    ])
  })

  test('the database holds neither a password nor a token that could be used', async () => {
    const { cookie } = await signIn('zhao')
    const { rows } = await county.store.asOwner((owner) =>
      owner.query('SELECT s.token_hash, a.password_hash FROM auth.sessions s JOIN auth.accounts a USING (officer_id)'),
    )
    const text = JSON.stringify(rows)
    expect(text).not.toContain(cookie)
    expect(text).not.toContain(personaPassword)
    await expect(
      county.store.transaction({ officer: county.personas.zhao.officer, requestId: 't' }, (ctx) =>
        ctx.db
          .selectFrom('auth.accounts' as 'officers')
          .selectAll()
          .execute(),
      ),
    ).rejects.toThrow(/permission denied/)
  })
})

describe('lock-out', () => {
  test('a thousand tries at once lock the account after five, and not the address', async () => {
    expect((await county.as('wang').get('/session')).status).toBe(200)
    const tries: Answer[] = []
    // Fifty at a time: more would only wait for a connection.
    for (let from = 0; from < 1000; from += 50)
      tries.push(...(await Promise.all(Array.from({ length: 50 }, (_, n) => signIn('wang', `Falsch-Mima-${from + n}`)))))
    const count = (status: number) => tries.filter((one) => one.status === status).length
    // Four are told they are wrong, the fifth that it is locked now, the rest that it is locked.
    expect([count(401), count(423)]).toEqual([4, 996])
    expect((await signIn('wang')).body).toMatchObject({
      code: 'access.locked',
      detail: '这个用户名连续输错，已暂时锁定。请在 10:01 之后（约 1 分钟）再试，或请系统管理员重置密码。',
    })
    expect((await signIn('li')).status).toBe(200)
    expect((await county.as('wang').get('/session')).status).toBe(200)
  })

  test('an unknown name is locked just the same', async () => {
    const answers = []
    for (let n = 0; n < 6; n += 1) answers.push((await signIn('ghost', 'x')).status)
    expect(answers).toEqual([401, 401, 401, 401, 423, 423])
  })

  test('the waits grow with each further mistake, and the right password ends them', async () => {
    county.pass({ minutes: 1 })
    expect((await signIn('wang', 'Falsch-Mima-2026')).body.detail).toContain('约 2 分钟')
    county.pass({ minutes: 1 })
    expect((await signIn('wang')).status).toBe(423)
    county.pass({ minutes: 1 })
    expect((await signIn('wang', 'Falsch-Mima-2026')).body.detail).toContain('约 5 分钟')
    county.pass({ minutes: 5 })
    expect((await signIn('wang')).status).toBe(200)
    expect((await signIn('wang', 'Falsch-Mima-2026')).status).toBe(401)
  })
})

test('a role that must have a second factor can do nothing else before it has one', async () => {
  const roles = new Map(
    [...loadRoles()].map(([name, role]) => [name, name === 'county_lead' ? { ...role, second_factor: 'required' as const } : role]),
  )
  const strict = await openCounty({ roles })
  try {
    const zhou = strict.as('zhou')
    expect((await zhou.get('/session')).body).toMatchObject({ mustAddSecondFactor: true, permissions: [] })
    expect((await zhou.get('/officers')).body.code).toBe('server.must_add_second_factor')
    expect((await strict.as('zhao').get('/session')).body.mustAddSecondFactor).toBe(false)
    const { body } = await zhou.post('/session/totp', { password: personaPassword })
    const step = stepAt(strict.store.now())
    expect((await zhou.post('/session/totp/confirm', { code: codeOf(fromBase32(body.secret), step) })).status).toBe(200)
    const after = (await zhou.get('/session')).body
    expect([after.mustAddSecondFactor, after.permissions.length > 0]).toEqual([false, true])
    expect((await zhou.get('/offices')).status).toBe(200)
  } finally {
    await strict.close()
  }
})

describe('second factor', () => {
  let secret: Buffer
  const now = () => county.store.now()
  const code = (steps = 0) => codeOf(secret, stepAt(now()) + steps)

  test('is enrolled with the password and switched on with the first code', async () => {
    const zhou = county.as('zhou')
    expect((await zhou.post('/session/totp', { password: 'Falsch-Mima-2026' })).status).toBe(422)
    const { body } = await zhou.post('/session/totp', { password: personaPassword })
    expect(body.uri).toContain(`secret=${body.secret}`)
    secret = fromBase32(body.secret)
    expect((await signIn('zhou')).status, 'not asked for before it is confirmed').toBe(200)
    expect((await zhou.post('/session/totp/confirm', { code: codeOf(secret, 1) })).body.code).toBe('access.wrong_code')
    expect((await zhou.post('/session/totp/confirm', { code: code() })).status).toBe(200)
    expect((await zhou.get('/session')).body.hasSecondFactor).toBe(true)
  })

  test('is asked for after the right password only, and each code works once', async () => {
    county.pass({ minutes: 1 })
    expect(await signIn('zhou')).toMatchObject({ status: 200, body: { needsCode: true }, cookie: undefined })
    expect((await signIn('zhou', 'Falsch-Mima-2026')).status).toBe(401)
    expect((await signIn('zhou', personaPassword, code())).cookie).toBeDefined()
    expect((await signIn('zhou', personaPassword, code())).status).toBe(401)
    expect((await signIn('zhou', personaPassword, code(-1))).status, 'an earlier code after a later one').toBe(401)
  })

  test('guessing codes is counted, also with the password alone in between', async () => {
    county.pass({ days: 2 })
    const answers = []
    for (let n = 0; n < 5; n += 1) {
      answers.push((await signIn('zhou')).status)
      answers.push((await signIn('zhou', personaPassword, '000000')).status)
    }
    expect(answers).toEqual([200, 401, 200, 401, 200, 401, 200, 401, 200, 423])
    expect((await signIn('zhou')).status).toBe(423)
    county.pass({ days: 2 })
  })

  test('is given up with the password', async () => {
    const { cookie } = await signIn('zhou', personaPassword, code())
    const zhou = county.withToken(cookie ?? '')
    expect((await zhou.post('/session/totp', { password: personaPassword })).body.code).toBe('access.totp_there')
    expect((await zhou.post('/session/totp/disable', { password: personaPassword })).status).toBe(200)
    expect((await signIn('zhou')).cookie).toBeDefined()
  })
})

describe('the own password', () => {
  test.each([
    ['Kurz-1', ['至少 10 位']],
    ['zheng-Mima-2026-ganz', ['不能包含用户名']],
    ['Password-2026', ['太常见，容易被猜到']],
    [personaPassword, ['不能与现在的密码相同']],
  ])('%s is refused with all its faults', async (next, faults) => {
    const { cookie } = await signIn('zheng')
    const answer = await county.withToken(cookie ?? '').post('/session/password', { current: personaPassword, next })
    expect(answer.body).toMatchObject({ code: 'access.weak_password', details: { faults } })
  })

  test('a change ends all other sessions, keeps this one, and needs the old password', async () => {
    const [here, there] = [await signIn('zheng'), await signIn('zheng')]
    const zheng = county.withToken(here.cookie ?? '')
    const next = 'Neue-Mima-2027'
    expect((await zheng.post('/session/password', { current: 'Falsch-Mima-2026', next })).body.code).toBe('access.wrong_password')
    expect((await zheng.post('/session/password', { current: personaPassword, next })).status).toBe(200)
    expect((await zheng.get('/session')).status).toBe(200)
    expect((await county.withToken(there.cookie ?? '').get('/session')).status).toBe(401)
    expect((await signIn('zheng')).status).toBe(401)
    expect((await signIn('zheng', next)).status).toBe(200)
  })
})

describe('the end of a session', () => {
  const fresh = async (username: string) => county.withToken((await signIn(username)).cookie ?? '')

  test('signing out ends it at once', async () => {
    const { cookie = '' } = await signIn('zhao')
    const out = await county.withToken(cookie).delete('/session')
    expect(out).toMatchObject({ status: 200, cookie: '' })
    expect(await county.access.officerOf(cookie)).toBeUndefined()
  })

  test('revoking all of an officer ends them at once here', async () => {
    const { cookie = '' } = await signIn('zhao')
    expect(await county.access.officerOf(cookie)).toBeDefined()
    await county.access.revokeSessions(county.personas.zhao.officer.id)
    expect(await county.access.officerOf(cookie)).toBeUndefined()
  })

  test('a revocation made elsewhere is felt within five seconds', async () => {
    const { cookie = '' } = await signIn('zhao')
    expect(await county.access.officerOf(cookie)).toBeDefined()
    await county.store.asOwner((owner) => owner.query('UPDATE auth.sessions SET revoked_at = now()'))
    await untilForgotten()
    expect(await county.access.officerOf(cookie)).toBeUndefined()
  })

  test('an hour without a request, or twelve hours in all, end it', async () => {
    const idle = await fresh('zhao')
    county.pass({ minutes: 61 })
    expect((await idle.get('/session')).status).toBe(401)
    const busy = await fresh('zhao')
    for (let half = 0; half < 23; half += 1) {
      county.pass({ minutes: 30 })
      await county.store.asOwner((owner) => owner.query('UPDATE auth.sessions SET last_seen_at = $1', [county.store.now()]))
    }
    expect((await busy.get('/session')).status).toBe(200)
    county.pass({ minutes: 31 })
    await untilForgotten()
    expect((await busy.get('/session')).status).toBe(401)
  })

  test('own sessions are listed and ended; others’ only by who looks after security, and only of the area', async () => {
    const [zhao, zhou, chen, qian] = [await fresh('zhao'), await fresh('zhou'), await fresh('chen'), await fresh('qian')]
    const own = (await zhao.get('/sessions')).body.items
    expect(new Set(own.map(({ officerName }: { officerName: string }) => officerName))).toEqual(new Set(['赵敏']))
    const current = own.find(({ isCurrent }: { isCurrent: boolean }) => isCurrent)
    expect((await zhou.delete(`/sessions/${current.id}`)).status).toBe(404)
    expect((await qian.delete(`/sessions/${current.id}`)).status).toBe(404)
    const all = (await chen.get('/sessions')).body.items.map(({ officerName }: { officerName: string }) => officerName)
    expect(all).toContain('赵敏')
    expect(all).not.toContain('钱伟')
    expect((await zhou.get(`/sessions?officer=${county.personas.zhao.officer.id}`)).body.items[0].officerName).toBe('周强')
    expect((await chen.delete(`/sessions/${current.id}`)).status).toBe(200)
    expect((await zhao.get('/session')).status).toBe(401)
  })

  test('a password older than ninety days must be changed before anything else', async () => {
    county.pass({ days: 100 })
    const answer = await signIn('zhao')
    expect(answer.body.mustChangePassword).toBe(true)
    const zhao = county.withToken(answer.cookie ?? '')
    expect((await zhao.get('/officers')).status).toBe(403)
    expect((await zhao.get('/session')).body).toMatchObject({ mustChangePassword: true, permissions: [] })
    expect((await zhao.post('/session/password', { current: personaPassword, next: 'Neue-Mima-2027' })).status).toBe(200)
    expect((await zhao.get('/officers')).status).toBe(200)
  })
})

function fromBase32(text: string): Buffer {
  const bits = [...text].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}
