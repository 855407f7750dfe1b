/** The wall under the routes: what the application's role can and cannot reach, whatever a handler forgets; and every route against every role. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadRoles, permissions } from '../../src/access/index.ts'
import { accessMatrix, type PersonaName } from '../../src/access/personas.test-support.ts'
import type { Context } from '../../src/store/index.ts'
import { type Answer, type Caller, type County, openCounty } from './access.test-support.ts'

let county: County
beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.close())

const within = <T>(who: PersonaName, work: (ctx: Context) => Promise<T>) =>
  county.store.transaction({ officer: county.personas[who].officer, requestId: 'wall' }, work)
const count = (who: PersonaName, table: string) =>
  within(who, async ({ db }) => Number((await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)}`.execute(db)).rows[0]?.n))

describe('the wall', () => {
  test.each<[PersonaName, number, number]>([
    ['li', 5, 1],
    ['wang', 5, 3],
    ['zhao', 5, 9],
    ['chu', 7, 13],
    ['qian', 4, 3],
    ['shen', 4, 1],
  ])('%s sees %i offices below and above, and %i officers', async (who, offices, officers) => {
    // The county's own departments stand beside the county's office.
    const beside = ['li', 'wang', 'zhao', 'chu'].includes(who) ? 1 : 0
    expect([await count(who, 'offices'), await count(who, 'officers')]).toEqual([offices + beside, officers])
  })

  test.each([
    ['password hashes', 'SELECT password_hash FROM auth.accounts'],
    ['second factors', 'SELECT totp_secret FROM auth.accounts'],
    ['session digests', 'SELECT token_hash FROM auth.sessions'],
    ['token digests', 'SELECT token_hash FROM auth.tokens'],
    ['single sign-ons', 'SELECT * FROM auth.oidc_flows'],
    ['counted tries', 'SELECT failed FROM auth.sign_in_tries'],
    ['a session made by hand', 'INSERT INTO auth.sessions (officer_id) VALUES (1)'],
    ['another’s user name', "UPDATE officers SET username = 'boss'"],
    ['an officer away', 'DELETE FROM officers'],
    ['an office away', 'DELETE FROM offices'],
  ])('keeps %s from the application', async (_, statement) => {
    await expect(within('feng', ({ db }) => sql.raw(statement).execute(db))).rejects.toThrow(/permission denied/)
  })

  test('writes outside the area change nothing or are refused', async () => {
    const changed = await within('feng', ({ db }) => sql`UPDATE officers SET name = '改' WHERE username = 'qian'`.execute(db))
    expect(changed.numAffectedRows).toBe(0n)
    const reset = await within('feng', ({ db }) =>
      sql`UPDATE auth.accounts SET must_change = true WHERE officer_id = ${county.personas.qian.officer.id}`.execute(db),
    )
    expect(reset.numAffectedRows).toBe(0n)
    await expect(
      within('feng', ({ db }) => sql`UPDATE officers SET division_code = '522398' WHERE username = 'zhao'`.execute(db)),
    ).rejects.toMatchObject({ code: 'store.outside_area' })
    await expect(
      within('feng', ({ db }) => sql`INSERT INTO divisions (code, name) VALUES ('522398009', '甲乡')`.execute(db)),
    ).rejects.toMatchObject({ code: 'store.outside_area' })
  })

  test('nobody who is not logged in sees anything', async () => {
    const nobody = { ...county.personas.li.officer, id: 0, area: '~' }
    const seen = await county.store.transaction({ officer: nobody, requestId: 'wall' }, async ({ db }) => [
      (await db.selectFrom('offices').selectAll().execute()).length,
      (await db.selectFrom('officers').selectAll().execute()).length,
    ])
    expect(seen).toEqual([0, 0])
  })
})

/** A body each route can read, so that only the permission decides. */
const bodies: Record<string, object> = {
  '/offices': { divisionCode: '522399', kind: 'government', name: '某局' },
  '/offices/:id': { version: 1 },
  '/officers': { name: '甲', username: 'jia', role: 'county_officer', officeId: 999_999 },
  '/officers/:id': { version: 1 },
  '/officers/:id/hand-over': { version: 1, startsOn: '2026-10-31', successor: { officerId: 999_999 } },
  '/tokens': { name: '甲', officerId: 999_999, datasets: ['deaths'], expiresOn: '2026-12-31' },
  '/session': { username: 'nobody-there', password: 'x' },
  '/session/password': { current: 'x', next: 'y' },
  '/session/totp': { password: 'x' },
  '/session/totp/confirm': { code: '000000' },
  '/session/totp/disable': { password: 'x' },
  '/session/oidc': { code: 'x', state: 'x', browser: 'x' },
}

function ask(caller: Caller, method: string, path: string): Promise<Answer> {
  const at = path.replace(':id', '999999')
  if (method === 'GET') return caller.get(at)
  if (method === 'DELETE') return caller.delete(at)
  return method === 'PATCH' ? caller.patch(at, bodies[path] ?? {}) : caller.post(at, bodies[path])
}

describe('every route against every role', () => {
  test('who lacks the permission gets 403 and who has it does not, as the routes declare', async () => {
    const wrong: string[] = []
    for (const { persona, method, path, isAllowed } of accessMatrix(county.access.accessRoutes, county.personas)) {
      // Would log the persona out.
      if (path === '/session' && method === 'DELETE') continue
      const { status, body } = await ask(county.as(persona), method, path)
      const isRefused = status === 403 && body?.code === 'server.not_permitted'
      if (isRefused === isAllowed || status >= 500) wrong.push(`${persona} ${method} ${path}: ${status} ${body?.code}`)
    }
    expect(wrong).toEqual([])
  })

  test('without a log-in only the log-in itself answers', async () => {
    const open: string[] = []
    for (const { method, path } of county.access.accessRoutes) {
      const { body } = await ask(county.anybody, method, path)
      if (body?.code !== 'server.not_signed_in') open.push(`${method} ${path}`)
    }
    expect(open.sort()).toEqual(['DELETE /session', 'GET /session/oidc', 'GET /session/options', 'POST /session', 'POST /session/oidc'])
  })
})

describe('roles', () => {
  test('no administrator reads the register, and the three have no permission in common but looking after accounts', () => {
    const roles = loadRoles()
    const of = (role: string) => new Set(roles.get(role)?.permissions)
    const three = ['system_administrator', 'security_administrator', 'audit_administrator'].map(of)
    const business = ['register.read', 'register.change', 'person.unmask', 'lead.read', 'file.read'] as const
    expect(three.flatMap((one) => business.filter((permission) => one.has(permission)))).toEqual([])
    const common = Object.keys(permissions).filter((permission) => three.filter((one) => one.has(permission as 'audit.read')).length > 1)
    expect(common).toEqual(['officer.manage'])
  })

  test('every permission is somebody’s', () => {
    const given = new Set([...loadRoles().values()].flatMap((role) => role.permissions))
    expect(Object.keys(permissions).filter((permission) => !given.has(permission as 'audit.read'))).toEqual([])
  })
})
