/** One procedure for all moves: who may, when, with what, and what it leaves behind. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, caseById, channelsOf, deadlinesOf, eventsOf, openCase } from '../../src/cases/core.ts'
import { actFound, begun, type CaseCounty, caseCounty, firstDay, moved } from './cases.test-support.ts'

let county: CaseCounty
let next = 0
/** A household no test has used yet, in Li's village. */
const household = () => county.households[3 * next++] ?? 0

beforeAll(async () => {
  county = await caseCounty(20)
})
afterAll(() => county.drop())

const rowOf = async (id: number) => {
  const row = await county.as('wang', (ctx) => caseById(ctx, id))
  if (row === undefined) throw new Error(`no case ${id}`)
  return row
}

/** Brought to a public notice on the first day. */
async function onNotice(): Promise<number> {
  county.setDay(firstDay)
  const id = await begun(county, household())
  await moved(county, 'wang', id, 'dispatch')
  await moved(county, 'li', id, 'report')
  await moved(county, 'li', id, 'agree')
  return id
}

describe('beginning', () => {
  test('a case has its household, members, risks, channel and days from the first event on', async () => {
    county.setDay(firstDay)
    const id = await begun(county, household())
    expect(await rowOf(id)).toMatchObject({
      state: 'suspected',
      episode: 1,
      head_name: '张建国',
      risks: ['因病'],
      channel: 'cadre_visit',
      version: 1,
    })
    expect(await county.as('wang', (ctx) => deadlinesOf(ctx, id))).toMatchObject([
      { about: 'suspected', due_on: '2026-08-05', not_before: null },
      { about: 'suspected..assisted', due_on: '2026-08-18', is_provisional: false },
    ])
  })

  test('a further channel joins the case that is open, and the same source twice is one', async () => {
    const householdId = household()
    const id = await begun(county, householdId)
    const again = (sourceId: string) =>
      county.as('wang', (ctx) =>
        openCase(ctx, { householdId, channel: 'consultation_line', source: { kind: 'consultation', id: sourceId }, risks: ['因学'] }),
      )
    expect(await again('c1')).toEqual({ caseId: id, isNew: false })
    expect(await again('c1')).toEqual({ caseId: id, isNew: false })
    expect((await rowOf(id)).risks).toEqual(['因病', '因学'])
    expect((await county.as('wang', (ctx) => channelsOf(ctx, id))).map(({ channel }) => channel)).toEqual([
      'cadre_visit',
      'consultation_line',
    ])
  })

  test('two officers who begin at once get one case', async () => {
    const householdId = household()
    const begin = (who: 'wang' | 'li') =>
      county.as(who, (ctx) => openCase(ctx, { householdId, channel: 'cadre_visit', source: { kind: 'visit', id: who } }))
    const both = await Promise.all([begin('wang'), begin('li')])
    expect(new Set(both.map(({ caseId }) => caseId)).size).toBe(1)
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1)
  })

  test('a household of another area is not found', async () => {
    const outside = county.as('qian', (ctx) =>
      openCase(ctx, { householdId: county.households[0] ?? 0, channel: 'cadre_visit', source: { kind: 'visit', id: 'q' } }),
    )
    await expect(outside).rejects.toMatchObject({ code: 'store.not_found' })
  })
})

describe('a move', () => {
  test('from suspicion to help is made by village, township and county in turn', async () => {
    const id = await onNotice()
    county.setDay('2026-08-08')
    await moved(county, 'li', id, 'unopposed')
    await moved(county, 'wu', id, 'endorse')
    expect(await moved(county, 'zhou', id, 'admit')).toMatchObject({
      state: 'assisted',
      recognised_on: '2026-08-08',
      object_kind: '脱贫不稳定户',
      responsible_name: '李明',
      is_open: true,
    })
    const met = await county.as('zhou', (ctx) => deadlinesOf(ctx, id))
    expect(met.find(({ about }) => about === 'suspected..assisted')?.met_on).toBe('2026-08-08')
    expect(met.find(({ about }) => about === 'assisted..clearing_visit')).toMatchObject({ not_before: '2027-02-08', met_on: null })
  })

  test('that is not open says which are', async () => {
    county.setDay(firstDay)
    const id = await begun(county, household())
    await expect(moved(county, 'zhou', id, 'admit', { opinion: '同意' })).rejects.toMatchObject({
      code: 'case.move_not_open',
      message: '这件事现在是“疑似线索”，不能“批准识别”。现在可以：派人核实、农户撤回、整户死亡或迁出。',
    })
  })

  test('without the permission is refused, and outside the area not found', async () => {
    county.setDay(firstDay)
    const id = await begun(county, household())
    await expect(moved(county, 'li', id, 'dispatch')).rejects.toMatchObject({ status: 403, code: 'case.not_permitted' })
    for (const who of ['qian', 'shen'] as const)
      await expect(county.as(who, (ctx) => actFound(ctx, id, 'dispatch', { version: 1 }))).rejects.toMatchObject({
        code: 'store.not_found',
      })
  })

  test('on another version than the last is stale and says what happened', async () => {
    county.setDay(firstDay)
    const id = await begun(county, household())
    await moved(county, 'wang', id, 'dispatch')
    await expect(county.as('wu', (ctx) => actFound(ctx, id, 'dispatch', { version: 1 }))).rejects.toMatchObject({
      code: 'store.stale',
      message: expect.stringContaining('王芳：派人核实'),
    })
  })

  test('out of the notice before its days are over says the first day, while an objection may come any day', async () => {
    const id = await onNotice()
    county.setDay('2026-08-07')
    await expect(moved(county, 'li', id, 'unopposed')).rejects.toMatchObject({
      code: 'case.too_early',
      message: expect.stringContaining('最早 2026-08-08'),
    })
    expect((await moved(county, 'li', id, 'object')).state).toBe('objection')
  })

  test('that lacks records names all of them; what the officer types is checked, and what is found is not typed', async () => {
    county.setDay(firstDay)
    const id = await begun(county, household())
    await moved(county, 'wang', id, 'dispatch')
    const report = (record: object) =>
      county.as('li', async (ctx) => act(ctx, id, 'report', { version: (await caseById(ctx, id))?.version ?? 0, record }))
    const problem = await report({}).catch((error: unknown) => error)
    expect(problem).toMatchObject({
      code: 'case.record_missing',
      details: { missing: [{ kind: 'visit_form' }, { kind: 'authorisation' }, { kind: 'income_statement' }] },
    })
    await expect(report({ visit_form: { id: 7 } })).rejects.toMatchObject({ code: 'case.record_not_typed' })
    await expect(report({ risk_factors: ['因懒'] })).rejects.toMatchObject({ code: 'case.record_wrong' })
    await expect(moved(county, 'li', id, 'withdraw', { reason: ' ' })).rejects.toMatchObject({ code: 'case.record_wrong' })
  })

  test('leaves an event that nobody can change, and a line in the audit trail', async () => {
    const id = await onNotice()
    const events = await county.as('wang', (ctx) => eventsOf(ctx, id))
    expect(events.map(({ seq, kind, action, officer_name }) => [seq, kind, action, officer_name])).toEqual([
      [1, 'opened', null, '王芳'],
      [2, 'moved', 'dispatch', '王芳'],
      [3, 'moved', 'report', '李明'],
      [4, 'moved', 'agree', '李明'],
    ])
    const { rows } = await county.store.asOwner((client) =>
      client.query<{ privilege_type: string }>(
        "SELECT privilege_type FROM information_schema.role_table_grants WHERE table_name = 'case_events' AND grantee = 'xianjie_app' ORDER BY 1",
      ),
    )
    expect(rows.map(({ privilege_type }) => privilege_type)).toEqual(['INSERT', 'SELECT'])
    const trail = await county.store.asOwner((client) =>
      client.query("SELECT action FROM audit_entries WHERE subject_kind = 'case' AND subject_id = $1 ORDER BY id", [String(id)]),
    )
    expect(trail.rows.map(({ action }) => action)).toEqual(['case.opened', 'case.moved', 'case.moved', 'case.moved'])
  })
})

describe('the unhappy ways', () => {
  test('an objection holds the clock; dismissed, the notice goes on where it stood, and who judged it does not approve', async () => {
    const id = await onNotice()
    county.setDay('2026-08-05')
    await moved(county, 'li', id, 'object')
    county.setDay('2026-08-07')
    await moved(county, 'wu', id, 'dismiss')
    expect((await county.as('wang', (ctx) => deadlinesOf(ctx, id))).at(-1)).toMatchObject({
      about: 'on_notice',
      starts_on: '2026-08-05',
      not_before: '2026-08-10',
    })
    county.setDay('2026-08-09')
    await expect(moved(county, 'li', id, 'unopposed')).rejects.toMatchObject({ code: 'case.too_early' })
    county.setDay('2026-08-10')
    expect((await moved(county, 'li', id, 'unopposed')).state).toBe('township_review')
  })

  test('an objection upheld goes back to the visit', async () => {
    const id = await onNotice()
    await moved(county, 'li', id, 'object')
    expect(await moved(county, 'zhao', id, 'uphold')).toMatchObject({ state: 'verifying', came_from: 'objection' })
  })

  test('the meeting votes no, and an appeal is heard within its days and not after', async () => {
    county.setDay(firstDay)
    const id = await begun(county, household())
    await moved(county, 'wang', id, 'dispatch')
    await moved(county, 'li', id, 'report')
    expect(await moved(county, 'li', id, 'vote_down')).toMatchObject({ state: 'not_admitted', is_open: false })
    county.setDay('2026-10-03')
    await expect(moved(county, 'wu', id, 'appeal')).rejects.toMatchObject({ code: 'case.too_late' })
    county.setDay('2026-10-02')
    expect(await moved(county, 'wu', id, 'appeal')).toMatchObject({ state: 'verifying', is_open: true, end_reason: null })
  })

  test('an appeal waits where the household is a case again already', async () => {
    county.setDay(firstDay)
    const householdId = household()
    const id = await begun(county, householdId)
    await moved(county, 'wang', id, 'dispatch')
    await moved(county, 'li', id, 'find_untrue')
    await moved(county, 'wang', id, 'confirm_untrue')
    const newer = await begun(county, householdId)
    expect(newer).not.toBe(id)
    await expect(moved(county, 'wu', id, 'appeal')).rejects.toMatchObject({ code: 'case.other_open', details: { caseId: newer } })
  })

  test.each([
    ['withdraw', 'li', 'withdrawn'],
    ['refuse', 'li', 'withdrawn'],
    ['end_naturally', 'li', 'ended_naturally'],
  ] as const)('%s ends it', async (action, who, state) => {
    county.setDay(firstDay)
    const id = await begun(county, household())
    await moved(county, 'wang', id, 'dispatch')
    expect(await moved(county, who, id, action)).toMatchObject({ state, is_open: false })
  })

  test('the township sends back or declines, the county sends back or rejects', async () => {
    const id = await onNotice()
    county.setDay('2026-08-08')
    await moved(county, 'li', id, 'unopposed')
    expect((await moved(county, 'wu', id, 'endorse')).state).toBe('county_approval')
    expect((await moved(county, 'zhou', id, 'send_back')).state).toBe('township_review')
    expect((await moved(county, 'wu', id, 'return')).state).toBe('verifying')
    await moved(county, 'li', id, 'report')
    await moved(county, 'li', id, 'agree')
    county.setDay('2026-08-13')
    await moved(county, 'li', id, 'unopposed')
    await moved(county, 'wu', id, 'endorse')
    expect(await moved(county, 'zhou', id, 'reject')).toMatchObject({ state: 'not_admitted', end_reason: '经核实确有此情况' })
  })

  test('a clearing takes its months, can be undone, and a new risk is a new episode', async () => {
    const householdId = household()
    county.setDay(firstDay)
    const id = await begun(county, householdId)
    await moved(county, 'wang', id, 'dispatch')
    await moved(county, 'li', id, 'report')
    await moved(county, 'li', id, 'agree')
    county.setDay('2026-08-08')
    await moved(county, 'li', id, 'unopposed')
    await moved(county, 'wu', id, 'endorse')
    await moved(county, 'zhou', id, 'admit')
    county.setDay('2026-12-01')
    await expect(moved(county, 'li', id, 'propose_clearing')).rejects.toMatchObject({
      code: 'case.too_early',
      details: { day: '2027-02-08' },
    })
    county.setDay('2027-02-08')
    await moved(county, 'li', id, 'propose_clearing')
    expect((await moved(county, 'li', id, 'keep')).state).toBe('assisted')
    for (const action of ['propose_clearing', 'confirm', 'agree'] as const) await moved(county, 'li', id, action)
    county.setDay('2027-02-14')
    await moved(county, 'li', id, 'unopposed')
    await moved(county, 'wu', id, 'endorse')
    expect(await moved(county, 'zhou', id, 'clear')).toMatchObject({
      state: 'cleared',
      cleared_on: '2027-02-14',
      clearing_mode: 'assisted',
      is_open: false,
    })
    expect(await moved(county, 'zhou', id, 'roll_back')).toMatchObject({ state: 'assisted', cleared_on: null, recognised_on: '2026-08-08' })
    for (const action of ['propose_clearing', 'confirm', 'agree'] as const) await moved(county, 'li', id, action)
    county.setDay('2027-02-20')
    await moved(county, 'li', id, 'unopposed')
    await moved(county, 'wu', id, 'endorse')
    await moved(county, 'zhou', id, 'clear')
    const again = await begun(county, householdId)
    expect(await rowOf(again)).toMatchObject({ episode: 2, state: 'suspected' })
    await expect(moved(county, 'zhou', id, 'roll_back')).rejects.toMatchObject({ code: 'case.other_open' })
  })
})
