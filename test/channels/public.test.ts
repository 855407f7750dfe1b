/** The public pages: what strangers can do, and that nothing is told to anyone who may not know. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limits } from '../../src/cases/channels/limits.rules.ts'
import { asker } from '../database/database.test-support.ts'
import {
  application,
  apply,
  behind,
  call,
  check,
  follow,
  freshKey,
  liZhang,
  nobody,
  openCounty,
  refusal,
  solved,
  tinyPhoto,
  tokenOf,
  villageFar,
  villageOne,
  villageTwo,
  wang,
  zhang,
  zhao,
} from './channels.test-support.ts'

let store: Awaited<ReturnType<typeof openCounty>>
let village = ''
let second = ''
let household = ''
let householdOne = 0

beforeAll(async () => {
  store = await openCounty()
  householdOne = await store.householdOf(1)
  await call(store, zhao, 'POST', '/codes/households', { divisionCode: villageOne })
  village = await tokenOf(store, 'village', villageOne)
  second = await tokenOf(store, 'village', villageTwo)
  household = await tokenOf(store, 'household', householdOne)
})
afterAll(() => store.drop())

/** Everything that must never stand in an answer to a stranger. */
const secrets = [
  zhang.name,
  zhang.idNumber,
  zhang.phone,
  zhang.idNumber.slice(-4),
  liZhang.name,
  '曾小梅',
  '刘桂花',
  '52239900000001',
  '脱贫户',
  '因病',
  '住院',
]
const leaks = (answer: unknown) => secrets.filter((secret) => JSON.stringify(answer).includes(secret))

describe('a printed code', () => {
  test('opens the page of its village, and a household code says no more than its village', async () => {
    const place = { township: '城关镇', village: '新寨村' }
    expect(await call(store, nobody, 'GET', `/public/codes/${village}?scan=1`)).toEqual({ kind: 'village', ...place })
    expect(await call(store, nobody, 'GET', `/public/codes/${household}?scan=1`)).toEqual({ kind: 'household', ...place })
  })

  test.each(['', 'x', '2222222222222222222z', "' OR 1=1 --", '../../../etc', 'ñ'.repeat(20), '2'.repeat(20)])(
    'guessed as %j opens nothing',
    async (token) => {
      expect(await refusal(call(store, nobody, 'GET', `/public/codes/${encodeURIComponent(token)}`))).toMatch(/channels.unknown_code|Too/)
    },
  )

  test('issued anew ends the old one, and nothing tells that it was ever one', async () => {
    const old = await tokenOf(store, 'village', villageFar)
    await call(store, zhao, 'POST', '/codes/villages', { divisionCode: villageFar, isAnew: true, reason: '海报被人撕走' })
    expect(await tokenOf(store, 'village', villageFar)).not.toBe(old)
    expect(await refusal(call(store, nobody, 'GET', `/public/codes/${old}`))).toBe('channels.unknown_code')
    expect(await refusal(apply(store, old))).toBe('channels.unknown_code')
  })

  test('scans, readings and applications are counted by village and kind, nothing else', async () => {
    const token = await tokenOf(store, 'village', villageFar)
    for (let n = 0; n < 3; n += 1) await call(store, nobody, 'GET', `/public/codes/${token}?scan=1`)
    await call(store, nobody, 'GET', `/public/codes/${token}`)
    await call(store, nobody, 'POST', `/public/codes/${token}/reads`, { leaflet: 'how_to_apply' })
    await call(store, nobody, 'POST', `/public/codes/${token}/reads`, { leaflet: 'no_such_leaflet' })
    const { code } = await apply(store, token, liZhang)
    await follow(store, code)
    const { items } = await call(store, zhao, 'GET', `/codes/villages?division=${villageFar}`)
    expect(items).toEqual([
      expect.objectContaining({ village: '河口村', scans: 3, reads: 1, progress: 1, pageApplications: 1, applications: 1, accepted: 0 }),
    ])
    const { rows } = await store.asOwner((client) => client.query('SELECT * FROM code_counts WHERE division_code = $1', [villageFar]))
    expect(Object.keys(rows[0]).sort()).toEqual(['about', 'count', 'division_code', 'kind', 'on_day'])
  })
})

describe('an application', () => {
  test('is answered with a follow-up code and the day by which it is accepted, and with nothing that was typed', async () => {
    const answer = await apply(store, village)
    expect(answer).toEqual({
      outcome: 'received',
      code: expect.stringMatching(/^\d{4} \d{4} \d{4}$/),
      receivedOn: '2026-10-31',
      dueOn: '2026-11-02',
    })
    expect(leaks(answer)).toEqual([])
  })

  test('sent again with the same key after a cut is kept once and answered alike', async () => {
    const key = freshKey()
    const one = await apply(store, village, { key })
    expect(await apply(store, village, { key })).toEqual(one)
    const { rows } = await store.asOwner((client) =>
      client.query('SELECT count(*)::int AS n FROM applications WHERE client_key = $1', [key]),
    )
    expect(rows[0].n).toBe(1)
    expect(await refusal(apply(store, village, { key, ...liZhang, phone: zhang.phone }))).toBe('channels.key_reused')
  })

  test('two at once with one key are one', async () => {
    const key = freshKey()
    const answers = await Promise.all([apply(store, second, { key }), apply(store, second, { key }), apply(store, second, { key })])
    expect(new Set(answers.map(({ code }) => code)).size).toBe(1)
  })

  test('for the same person again tells a stranger nothing, and the holder of the first code that it is under way', async () => {
    const first = await apply(store, village)
    const stranger = await apply(store, village)
    expect(stranger).toEqual({ ...first, code: expect.not.stringMatching(first.code) })
    expect((await follow(store, stranger.code)).progress).toEqual((await follow(store, first.code)).progress)
    expect(await apply(store, village, { earlier: ['nonsense', first.code] })).toEqual({
      outcome: 'already',
      code: first.code,
      receivedOn: '2026-10-31',
      dueOn: null,
    })
    // The code of one person does not ask about another.
    expect((await apply(store, village, { ...liZhang, earlier: ['nonsense', first.code] })).outcome).toBe('received')
  })

  test('keeps identity number, phone, photo and code sealed', async () => {
    const { code } = await apply(store, village, { proxyName: '王大山', proxyRelation: '邻居', photo: tinyPhoto })
    const { id } = await behind(store, code)
    const { rows } = await store.asOwner((client) =>
      client.query(
        'SELECT a::text || p::text AS everything FROM applications a JOIN application_photos p ON p.application_id = a.id WHERE a.id = $1',
        [id],
      ),
    )
    for (const secret of [zhang.idNumber, zhang.phone, tinyPhoto, code.replaceAll(' ', '')])
      expect(rows[0].everything).not.toContain(secret)
    const { content } = await call(store, wang, 'GET', `/applications/${id}/photo`)
    expect(content.toString('base64')).toBe(tinyPhoto)
  })

  test('without its work, with work of another, or with stale work is refused, and nothing is kept', async () => {
    const key = freshKey()
    const send = (work: object) =>
      refusal(call(store, nobody, 'POST', '/public/applications', { ...application, token: village, key, ...work }))
    expect(await send({ challenge: 'apply.1.2', nonce: '0' })).toBe('channels.puzzle')
    expect(await send(await solved(store, 'apply', freshKey()))).toBe('channels.puzzle')
    expect(await send(await solved(store, 'look', key))).toBe('channels.puzzle')
    expect(await send({ ...(await solved(store, 'apply', key)), name: '<script>' })).toBe('channels.bad_application')
    const { rows } = await store.asOwner((client) =>
      client.query('SELECT count(*)::int AS n FROM applications WHERE client_key = $1', [key]),
    )
    expect(rows[0].n).toBe(0)
  })

  test('fields that nobody asked for are refused', async () => {
    const key = freshKey()
    const work = await solved(store, 'apply', key)
    const body = { ...application, token: village, key, ...work, channel: 'social_tip', householdId: 1 }
    await expect(call(store, nobody, 'POST', '/public/applications', body)).rejects.toThrow(/unrecognized_keys|Unrecognized|不认识|未知/)
  })

  test('one address may send so many an hour, another is not held up by it', async () => {
    const { most } = limits.applyHere
    const bucketed = async (n: number) => {
      await store.asOwner((client) => client.query('UPDATE public_tries SET tries = $1 WHERE bucket LIKE $2', [n, 'applyHere %']))
    }
    await apply(store, village, {}, '10.9.9.9')
    await bucketed(most)
    expect(await refusal(apply(store, village, {}, '10.9.9.9'))).toBe('channels.too_many_here')
    expect((await apply(store, village, {}, '10.9.9.8')).outcome).toBe('received')
  })

  test('one village takes so many a day, and what was sent before is still answered', async () => {
    const key = freshKey()
    const sent = await apply(store, second, { key }, '10.8.8.1')
    await store.asOwner((client) =>
      client.query('UPDATE public_tries SET tries = $1 WHERE bucket LIKE $2', [limits.applyAtCode.most, 'applyAtCode %']),
    )
    expect(await refusal(apply(store, second, {}, '10.8.8.2'))).toBe('channels.too_many_village')
    expect(await apply(store, second, { key }, '10.8.8.2')).toEqual(sent)
    await store.asOwner((client) => client.query('DELETE FROM public_tries'))
  })
})

describe('a follow-up code', () => {
  test('shows the step and a sentence of the policy, and nothing of the person', async () => {
    const { code } = await apply(store, village)
    const answer = await follow(store, code)
    expect(answer).toEqual({
      found: true,
      progress: {
        receivedOn: '2026-10-31',
        stage: 'waiting',
        sentence: '已经收到，等乡镇受理。',
        since: '2026-10-31',
        dueOn: '2026-11-02',
        steps: ['受理', '入户核实', '民主评议', '村内公示', '乡镇审核', '县级审批', '结果'].map((label, i) => ({
          label,
          state: i === 0 ? 'now' : 'next',
        })),
      },
    })
    expect(leaks(answer)).toEqual([])
  })

  test('a thousand guesses find nothing and soon are not answered any more', async () => {
    await store.asOwner((client) => client.query('DELETE FROM public_tries'))
    let asked = 0
    const seen = new Set<string>()
    for (let n = 0; n < 1000; n += 1) {
      const code = String(100000000000 + n * 7919)
      const work = n < limits.lookHere.most + 3 ? await solved(store, 'look', code) : { challenge: 'look.0.0', nonce: '0' }
      const answer = await call(store, nobody, 'POST', '/public/progress', { code, ...work }, '10.7.7.7').catch((error) => error.code)
      if (typeof answer === 'object') asked += 1
      seen.add(JSON.stringify(answer))
    }
    expect([...seen].sort()).toEqual(['"channels.puzzle"', '"channels.too_many_here"', '{"found":false,"progress":null}'])
    expect(asked).toBe(limits.lookHere.most)
    const { code } = await apply(store, village, {}, '10.7.7.6')
    expect((await follow(store, code, '10.7.7.6')).found).toBe(true)
  })
})

describe('the own household', () => {
  const four = zhang.idNumber.slice(-4)

  test.each([
    ['name and the end of the identity number', zhang.name, four],
    ['name and the end of the phone', zhang.name, '0001'],
    ['a member who is not the head', '曾小梅', '0001'],
  ])('is shown after %s', async (_, name, lastFour) => {
    expect((await check(store, household, name, lastFour, '10.1.0.1')).isSame).toBe(true)
    await store.asOwner((client) => client.query('DELETE FROM public_tries'))
  })

  test.each([
    ['another name', '李四平', four],
    ['another end', zhang.name, '9998'],
    ['a member of another household', liZhang.name, liZhang.idNumber.slice(-4)],
    ['nothing at all', zhang.name, ''],
    ['a pattern', zhang.name, '%%%%'],
    ['an empty name', '', four],
  ])('is not after %s, and the answer is always the same', async (_, name, lastFour) => {
    expect(await check(store, household, name, lastFour, '10.1.0.2')).toEqual({ isSame: false, items: [] })
    await store.asOwner((client) => client.query('DELETE FROM public_tries'))
  })

  test('is not shown through the code of a village, whoever asks', async () => {
    expect(await check(store, village, zhang.name, four)).toEqual({ isSame: false, items: [] })
  })

  test('guesses are bounded by the code, from however many addresses, and the right answer then helps no more', async () => {
    await store.asOwner((client) => client.query('DELETE FROM public_tries'))
    for (let n = 0; n < limits.checkDay.most; n += 1)
      expect((await check(store, household, zhang.name, String(1000 + n), `10.2.0.${n}`)).isSame).toBe(false)
    expect(await refusal(check(store, household, zhang.name, four, '10.2.1.1'))).toBe('channels.too_many_checks')
    await store.asOwner((client) => client.query('DELETE FROM public_tries'))
  })

  test('shows what it asked for itself, without names and numbers, and never who else spoke of it', async () => {
    const own = await apply(store, village, {}, '10.3.0.1')
    const { items } = await call(store, wang, 'GET', '/applications?state=waiting&limit=200')
    const tip = await call(store, wang, 'POST', '/consultations', {
      channel: 'social_tip',
      way: 'call_12345',
      divisionCode: villageOne,
      name: zhang.name,
      idNumber: zhang.idNumber,
      askerName: '赵热心',
      difficulty: '因病',
      words: '邻居张家很困难。',
    })
    expect(items.length).toBeGreaterThan(0)
    const { id, version } = await behind(store, own.code)
    await call(store, wang, 'POST', `/applications/${id}/accept`, {
      version,
      householdId: householdOne,
      also: [{ id: tip.id, version: 1 }],
    })
    const answer = await check(store, household, zhang.name, four, '10.3.0.2')
    expect(answer.isSame).toBe(true)
    expect(answer.items).toHaveLength(1)
    expect(answer.items[0]).toMatchObject({ stage: 'working', sentence: '乡镇已经受理，正在安排人员入户核实。' })
    expect([...leaks(answer), ...['赵热心', '邻居'].filter((word) => JSON.stringify(answer).includes(word))]).toEqual([])
  })
})

describe('the wall', () => {
  const tables = [
    'applications',
    'application_photos',
    'one_codes',
    'code_counts',
    'households',
    'persons',
    'person_states',
    'cases',
  ] as const

  test.each(tables)('nobody reads a row of %s beside the narrow doors', async (table) => {
    const rows = await store.transaction(asker(nobody), (ctx) => ctx.db.selectFrom(table).selectAll().execute())
    expect(rows).toEqual([])
    const { rows: all } = await store.asOwner((client) => client.query(`SELECT FROM ${table} LIMIT 1`))
    expect(all.length).toBe(1)
  })

  test('tries of strangers are kept without an address, and out of reach of every officer', async () => {
    await apply(store, village, {}, '203.0.113.77')
    const { rows } = await store.asOwner((client) => client.query('SELECT bucket FROM public_tries'))
    expect(rows.map(({ bucket }) => bucket).join()).not.toContain('203.0.113')
    await expect(store.transaction(asker(zhao), (ctx) => ctx.db.selectFrom('public_tries').selectAll().execute())).rejects.toThrow()
  })

  test('the doors are the only functions of this migration, and the public may not call them past the application', async () => {
    const { rows } = await store.asOwner((client) =>
      client.query(
        "SELECT p.proname AS name FROM pg_proc p WHERE p.proname LIKE 'public\\_%' AND (NOT p.prosecdef OR p.proacl IS NULL OR p.proacl::text LIKE '%{=X%' OR p.proacl::text LIKE '%,=X%' OR p.proconfig IS NULL)",
      ),
    )
    expect(rows).toEqual([])
  })
})
