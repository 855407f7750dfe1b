/** One statement saved once, handed to civil affairs and answered; and households that civil affairs hands over. */
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonaName } from '../../src/access/personas.test-support.ts'
import { act, type CaseAction, caseById, eventsOf, openCaseOf } from '../../src/cases/core.ts'
import { clearingOf } from '../../src/cases/help/clearing.actions.ts'
import { jointRoutes } from '../../src/cases/joint/joint.routes.ts'
import { actOnReferral, offerReferral, sendReferral } from '../../src/cases/joint/referral.actions.ts'
import { openReferral, referralList, referralSummary, unmaskReferral } from '../../src/cases/joint/referral-reading.actions.ts'
import { statementOf, statementWorkbook } from '../../src/cases/joint/statement.actions.ts'
import { saveIncomeSheet } from '../../src/registry/index.ts'
import { begun, brought, moved } from '../cases/cases.test-support.ts'
import { idNumber } from '../registry/register.test-support.ts'
import { type JointCounty, jointCounty } from './joint.test-support.ts'

const period = '2026-08'
let county: JointCounty
beforeAll(async () => {
  county = await jointCounty(3)
})
afterAll(() => county.drop())

const household = (n: number) => county.households[n] ?? 0
const line = (item: string, amount: string, evidence = '现场查看') => ({ item, amount, evidence, note: '' })

async function save(who: PersonaName, householdId: number, lines: ReturnType<typeof line>[], size = 3, version = 0) {
  return county.as(who, (ctx) => saveIncomeSheet(ctx, householdId, period, { version, size, lines }))
}
const send = (who: PersonaName, householdId: number, grade = '农村低保') =>
  county.as(who, (ctx) => sendReferral(ctx, { householdId, period, grade, reason: '一人重病，支出大' }))
const none = { answer: '' }
const refused = (code: string) => ({ code })

describe('the statement', () => {
  test('is filled in from the register before anybody saved it, judged on trial, and says so', async () => {
    const shown = await county.as('li', (ctx) => statementOf(ctx, household(0), period))
    expect(shown).toMatchObject({ version: 0, isProvisional: true, from: '2025-08-01', until: '2026-07-31' })
    expect(shown.lines.find(({ item }) => item === 'a1')).toMatchObject({
      amount: null,
      proposals: [{ amount: '20000.00', from: 'register', evidence: '档案登记' }],
    })
    expect(shown.netIncome).toBe('20000.00')
    expect(shown.lines.filter(({ kind }) => kind === 'spending').map(({ item }) => item)).toContain('medical')
  })

  test('is one sheet: what is saved is what both rule sets read', async () => {
    const saved = await save('li', household(0), [line('a1', '21000'), line('medical', '3000.5', '发票'), line('education', '0', '')])
    expect(saved.totals).toMatchObject({ netIncome: '21000.00', spending: '3000.50' })
    const shown = await county.as('wang', (ctx) => statementOf(ctx, household(0), period))
    expect(shown).toMatchObject({ version: 1, isProvisional: false, netIncomePerHead: '7000.00', spending: '3000.50' })
    const [antiPoverty, civilAffairs] = shown.judgements
    expect(antiPoverty?.grades.map(({ grade, verdict }) => [grade, verdict])).toEqual([
      ['within_line', 'met'],
      ['sudden', 'not_met'],
    ])
    const [within] = antiPoverty?.grades[0]?.conditions ?? []
    expect(within?.numbers).toMatchObject([
      { value: 7300, since: '2023-01-01', region: '黔山省', basis: ['《贵州省2023年防止返贫监测收入线(文号待核)》 收入线'] },
    ])
    expect(civilAffairs?.rigid).toEqual({ amount: '3000.50', missing: expect.arrayContaining(['住房支出', '残疾康复支出']) })
    // No document gives the local standards: nothing is concluded from them.
    expect(civilAffairs?.grades.map(({ verdict }) => verdict)).not.toContain('met')
    expect(civilAffairs?.grades[0]?.conditions[0]).toMatchObject({ isMet: null, detail: expect.stringContaining('本地低保标准没有录入') })
  })

  test('wants evidence for spending too, and knows every item once', async () => {
    await expect(save('li', household(0), [line('medical', '5', '')], 3, 1)).rejects.toMatchObject(refused('registry.no_evidence'))
    await expect(save('li', household(0), [line('medical', '5'), line('medical', '6')], 3, 1)).rejects.toMatchObject(
      refused('registry.bad_item'),
    )
    await expect(save('li', household(0), [line('medical', '5')], 3, 0)).rejects.toMatchObject(refused('store.stale'))
  })

  test('offers what an earlier period said, and does not take it by itself', async () => {
    const shown = await county.as('li', (ctx) => statementOf(ctx, household(0), '2025'))
    expect(shown.lines.find(({ item }) => item === 'medical')?.proposals).toEqual([
      { amount: '3000.5', from: 'earlier', evidence: '2026-08 收支表：发票' },
    ])
    expect(shown.netIncome).toBe('20000.00')
  })

  test('is a workbook in the order of the form, for those who may export', async () => {
    const file = await county.as('wang', (ctx) => statementWorkbook(ctx, household(0), period))
    const book = new exceljs.Workbook()
    await book.xlsx.load(file.content as never)
    const rows = ((book.worksheets[0]?.getSheetValues() ?? []) as unknown[][]).slice(3).map((row) => row.slice(1, 5))
    expect(rows).toContainEqual(['家庭支出', '医疗支出', '3000.5', '发票'])
    expect(rows.map(([, label]) => label)).toEqual(expect.arrayContaining(['家庭纯收入', '收入在监测范围以内', '刚性支出困难家庭']))
    await expect(county.as('li', (ctx) => statementWorkbook(ctx, household(0), period))).rejects.toMatchObject(refused('access.no_export'))
  })

  test('of another county is not there', async () => {
    await expect(county.as('qian', (ctx) => statementOf(ctx, household(0), period))).rejects.toMatchObject(refused('store.not_found'))
  })
})

describe('to civil affairs', () => {
  let id: number
  let caseId: number

  test('goes nothing that was not saved, or that the household did not allow', async () => {
    await expect(send('wang', household(3))).rejects.toMatchObject(refused('joint.no_authorisation'))
    await county.authorise(household(3), ['property'])
    await expect(send('wang', household(3))).rejects.toMatchObject(refused('joint.no_authorisation'))
    await county.authorise(household(3), ['relief'], '2026-08-02')
    await expect(send('wang', household(3))).rejects.toMatchObject(refused('joint.no_authorisation'))
    await county.authorise(household(3))
    await expect(send('wang', household(3))).rejects.toMatchObject(refused('joint.not_saved'))
    await save('wang', household(3), [line('a1', '9000')])
    await expect(send('wang', household(3), '贫困户')).rejects.toMatchObject(refused('joint.grade_unknown'))
    await expect(send('qian', household(3))).rejects.toMatchObject(refused('store.not_found'))
  })

  test('a household goes once, with the statement as it stood, and the case knows', async () => {
    caseId = await begun(county, household(3))
    const sent = await send('wang', household(3))
    id = sent.id
    // Twenty working days from Monday 2026-08-03.
    expect(sent.dueOn).toBe('2026-08-31')
    await expect(send('wu', household(3))).rejects.toMatchObject(refused('joint.already_open'))
    const said = await county.as('wang', (ctx) => eventsOf(ctx, caseId))
    expect(said.at(-1)?.record).toEqual({ text: '移交清溪县民政局（建议：农村低保），应于 2026-08-31 前答复' })
  })

  test('the liaison of that office sees it, nobody else outside', async () => {
    const list = (officer: JointCounty['liaison']) =>
      county.with(officer, (ctx) => referralList(ctx, 'theirs', { limit: 50, format: 'json' }))
    expect(await list(county.liaison)).toMatchObject({
      items: [{ id, grade: '农村低保', stateLabel: '待民政受理', isOverdue: false }],
      next: null,
    })
    expect(await list(county.otherLiaison)).toEqual({ items: [], next: null })
    await expect(county.with(county.otherLiaison, (ctx) => openReferral(ctx, 'theirs', id))).rejects.toMatchObject(
      refused('store.not_found'),
    )
    await expect(county.as('qian', (ctx) => openReferral(ctx, 'ours', id))).rejects.toMatchObject(refused('store.not_found'))
    await expect(county.as('shen', (ctx) => openReferral(ctx, 'ours', id))).rejects.toMatchObject(refused('store.not_found'))
    // The wall in the database holds without the routes.
    const rows = await county.with(county.otherLiaison, (ctx) => ctx.db.selectFrom('referrals').select('id').execute())
    const events = await county.with(county.otherLiaison, (ctx) => ctx.db.selectFrom('referral_events').select('id').execute())
    expect([rows, events]).toEqual([[], []])
  })

  test('what was enclosed stays as it was sent', async () => {
    await save('wang', household(3), [line('a1', '99999')], 3, 1)
    const one = await county.with(county.liaison, (ctx) => openReferral(ctx, 'theirs', id))
    expect(one.enclosure.statement).toMatchObject({ netIncome: '9000.00', version: 1 })
    expect(one.enclosure.members.length).toBeGreaterThan(0)
    expect(JSON.stringify(one.enclosure)).not.toMatch(/\d{17}[\dX]/)
    expect(one.actions.map(({ action }) => action)).toEqual(['accept', 'grant', 'refuse'])
  })

  test('full numbers want a reason and stay on record with each person', async () => {
    const shown = await county.with(county.liaison, (ctx) => unmaskReferral(ctx, id, '审核确认社会救助'))
    expect(shown.items.map(({ idNumber: number }) => number)).toContainEqual(expect.stringMatching(/^\d{17}[\dX]$/))
    const { rows } = await county.store.asOwner((client) =>
      client.query(`SELECT details ->> 'reason' AS reason FROM audit_entries WHERE action = 'person.unmasked' AND officer_id = $1`, [
        county.liaison.id,
      ]),
    )
    expect(rows).toHaveLength(shown.items.length)
    await expect(county.with(county.otherLiaison, (ctx) => unmaskReferral(ctx, id, '看看'))).rejects.toMatchObject(
      refused('store.not_found'),
    )
  })

  test('is accepted, and granted with a category and days; every step once, in order, by its own side', async () => {
    const does = (action: 'accept' | 'grant' | 'refuse' | 'withdraw', version: number, body: object = {}) =>
      county.with(county.liaison, (ctx) => actOnReferral(ctx, id, action, 'theirs', { version, ...none, ...body }))
    await expect(does('withdraw', 1, { answer: '不办了' })).rejects.toMatchObject(refused('joint.not_open'))
    await expect(county.as('wang', (ctx) => actOnReferral(ctx, id, 'accept', 'ours', { version: 1, ...none }))).rejects.toMatchObject(
      refused('joint.not_open'),
    )
    expect(await does('accept', 1)).toMatchObject({ version: 2, stateLabel: '民政审核中' })
    await expect(does('accept', 1)).rejects.toMatchObject(refused('store.stale'))
    await expect(does('refuse', 2)).rejects.toMatchObject(refused('joint.reason_missing'))
    await expect(does('grant', 2)).rejects.toMatchObject(refused('joint.grant_missing'))
    await expect(does('grant', 2, { grade: '贫困户', from: '2026-09-01' })).rejects.toMatchObject(refused('joint.grade_unknown'))
    await expect(does('grant', 2, { grade: '低保边缘', from: '2026-09-01', until: '2026-08-01' })).rejects.toMatchObject(
      refused('joint.ends'),
    )
    await expect(does('grant', 2, { grade: '刚性支出困难', from: '2026-09-01', until: '2027-09-01' })).rejects.toMatchObject(
      refused('joint.too_long'),
    )
    expect(await does('grant', 2, { grade: '刚性支出困难', from: '2026-09-01' })).toMatchObject({ version: 3, stateLabel: '民政已认定' })
    const one = await county.as('wang', (ctx) => openReferral(ctx, 'ours', id))
    expect(one).toMatchObject({ granted: '刚性支出困难', grantedFrom: '2026-09-01', grantedUntil: '2027-08-31', actions: [] })
    expect(one.events.map(({ label, officeName }) => [label, officeName])).toEqual([
      ['移交', '青山镇人民政府'],
      ['受理', '清溪县民政局'],
      ['认定', '清溪县民政局'],
    ])
    const events = await county.as('wang', (ctx) => eventsOf(ctx, caseId))
    expect(events.at(-1)?.record).toEqual({ text: '民政部门答复：民政已认定：刚性支出困难，2026-09-01 起至 2027-08-31' })
  })

  test('what was answered may be sent anew, is taken back with a reason, and is counted when late', async () => {
    const again = await send('wang', household(3))
    county.setDay('2026-09-15')
    const late = await county.as('zhao', (ctx) => referralList(ctx, 'ours', { overdue: 'true', limit: 50, format: 'json' }))
    expect(late).toMatchObject({ items: [{ id: again.id, isOverdue: true }] })
    expect(await county.as('zhao', (ctx) => referralSummary(ctx, 'ours'))).toMatchObject({
      toCivilAffairs: { waiting: 1, granted: 1, overdue: 1 },
      fromCivilAffairs: { waiting: 0 },
    })
    expect(await county.with(county.otherLiaison, (ctx) => referralSummary(ctx, 'theirs'))).toMatchObject({
      toCivilAffairs: { waiting: 0 },
    })
    await expect(
      county.as('wang', (ctx) => actOnReferral(ctx, again.id, 'withdraw', 'ours', { version: 1, ...none })),
    ).rejects.toMatchObject(refused('joint.reason_missing'))
    expect(
      await county.as('wang', (ctx) => actOnReferral(ctx, again.id, 'withdraw', 'ours', { version: 1, answer: '农户不同意' })),
    ).toMatchObject({ stateLabel: '已撤回' })
    const after = await county.with(county.liaison, (ctx) => openReferral(ctx, 'theirs', again.id))
    expect(after.actions).toEqual([])
  })

  test('history cannot be rewritten by the application', async () => {
    const change = county.as('zhao', (ctx) => ctx.db.updateTable('referral_events').set({ action: 'refuse' }).execute())
    await expect(change).rejects.toThrow()
    const drop = county.as('zhao', (ctx) => ctx.db.deleteFrom('referrals').execute())
    await expect(drop).rejects.toThrow()
  })
})

describe('from civil affairs', () => {
  /** The head of the first household of a copy. */
  const head = (copy: number) => ({
    name: '张建国',
    idNumber: idNumber('1975-03-02', 1 + 10 * copy),
    grade: '低保边缘',
    reason: '核对到大额医疗支出',
  })
  const firstOf = (copy: number) => household(3 * copy)

  test('comes only from the office that hands in the relief list, about somebody who is there', async () => {
    const offer = (body: ReturnType<typeof head>) => county.with(county.liaison, (ctx) => offerReferral(ctx, body))
    const insurance = county.people.zheng.officer
    await expect(county.with(insurance, (ctx) => offerReferral(ctx, head(1)))).rejects.toMatchObject(refused('joint.not_civil_affairs'))
    await expect(offer({ ...head(1), idNumber: '522399197503021111' })).rejects.toMatchObject(refused('joint.bad_number'))
    await expect(offer({ ...head(1), name: '张建民' })).rejects.toMatchObject(refused('joint.person_unknown'))
    await expect(offer({ ...head(1), idNumber: idNumber('1960-01-01', 8) })).rejects.toMatchObject(refused('joint.person_unknown'))
    await expect(offer({ ...head(1), grade: '贫困户' })).rejects.toMatchObject(refused('joint.grade_unknown'))
  })

  test('is accepted into one case with one visit for both, and the outcome goes back by itself', async () => {
    county.setDay('2026-09-21')
    const { id, dueOn } = await county.with(county.liaison, (ctx) => offerReferral(ctx, head(2)))
    // Five working days; the Friday is Mid-Autumn Festival.
    expect(dueOn).toBe('2026-09-29')
    await expect(county.with(county.liaison, (ctx) => offerReferral(ctx, head(2)))).rejects.toMatchObject(refused('joint.already_open'))
    const { caseId } = await county.as('wang', (ctx) => actOnReferral(ctx, id, 'accept', 'ours', { version: 1, ...none }))
    const theCase = await county.as('wang', (ctx) => openCaseOf(ctx, firstOf(2)))
    expect(theCase).toMatchObject({ id: caseId, channel: 'department_screening' })
    const visits = await county.as('li', (ctx) =>
      ctx.db.selectFrom('visit_tasks').select(['purpose', 'questions']).where('household_id', '=', firstOf(2)).execute(),
    )
    expect(visits).toMatchObject([{ purpose: 'verification' }])
    expect(JSON.stringify(visits[0]?.questions)).toContain('核对到大额医疗支出')

    await brought(county, caseId ?? 0, 'verifying')
    const found = await county.as('li', async (ctx) => {
      const row = await caseById(ctx, caseId ?? 0)
      return act(ctx, caseId ?? 0, 'withdraw' as CaseAction, { version: row?.version ?? 0, record: { reason: '农户不愿申请' } as never })
    })
    expect(found.state).toBe('withdrawn')
    const one = await county.with(county.liaison, (ctx) => openReferral(ctx, 'theirs', id))
    expect(one).toMatchObject({ state: 'refused', stateLabel: '未纳入监测帮扶', answer: '农户不愿申请' })
    expect(one.enclosure.statement).toBeNull()
    await expect(county.with(county.liaison, (ctx) => unmaskReferral(ctx, id, '看看'))).rejects.toMatchObject(refused('store.not_found'))
  })

  test('about a household that is helped already is answered the moment it is accepted', async () => {
    const caseId = await begun(county, firstOf(0))
    await brought(county, caseId, 'county_approval')
    await moved(county, 'zhou', caseId, 'admit')
    // What the statement says is what the clearing conditions read: nobody types it twice.
    const { conditions } = await county.as('wang', (ctx) => clearingOf(ctx, caseId))
    expect(conditions.find((one) => one.id === 'rigid_spending')).toMatchObject({
      isMet: true,
      detail: expect.stringContaining('3,000.50'),
    })
    const { id } = await county.with(county.liaison, (ctx) => offerReferral(ctx, head(0)))
    const done = await county.as('wu', (ctx) => actOnReferral(ctx, id, 'accept', 'ours', { version: 1, ...none }))
    expect(done).toMatchObject({ caseId, stateLabel: '已纳入监测帮扶' })
    const one = await county.with(county.liaison, (ctx) => openReferral(ctx, 'theirs', id))
    expect(one.answer).toMatch(/^\d{4}-\d\d-\d\d 已纳入监测帮扶$/)
  })

  test('is refused with a reason, or withdrawn by who sent it', async () => {
    const one = await county.with(county.liaison, (ctx) => offerReferral(ctx, head(0)))
    await expect(county.as('wang', (ctx) => actOnReferral(ctx, one.id, 'refuse', 'ours', { version: 1, ...none }))).rejects.toMatchObject(
      refused('joint.reason_missing'),
    )
    await county.as('wang', (ctx) => actOnReferral(ctx, one.id, 'refuse', 'ours', { version: 1, answer: '已有事项在办' }))
    const other = await county.with(county.liaison, (ctx) => offerReferral(ctx, head(0)))
    await expect(
      county.with(county.otherLiaison, (ctx) => actOnReferral(ctx, other.id, 'withdraw', 'theirs', { version: 1, answer: '重复' })),
    ).rejects.toMatchObject(refused('store.not_found'))
    const back = await county.with(county.liaison, (ctx) =>
      actOnReferral(ctx, other.id, 'withdraw', 'theirs', { version: 1, answer: '重复' }),
    )
    expect(back.stateLabel).toBe('已撤回')
  })

  test('a referral follows its household to another village', async () => {
    const { id } = await county.with(county.liaison, (ctx) => offerReferral(ctx, head(0)))
    await county.store.asOwner((client) =>
      client.query(`UPDATE households SET division_code = '522399001002', village = '竹园村' WHERE id = $1`, [firstOf(0)]),
    )
    await expect(county.as('li', (ctx) => openReferral(ctx, 'ours', id))).rejects.toMatchObject(refused('store.not_found'))
    const one = await county.as('wang', (ctx) => openReferral(ctx, 'ours', id))
    expect(one).toMatchObject({ divisionCode: '522399001002', village: '竹园村' })
    expect(one.events).toHaveLength(1)
  })
})

test('civil affairs has its own routes, and no other opens the register or a case to it', () => {
  const may = county.liaison.permissions
  expect(jointRoutes.filter(({ needs }) => may.has(needs)).map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /joint/handed',
    'GET /joint/handed-summary',
    'GET /joint/handed/:id',
    'POST /joint/handed',
    'POST /joint/handed/:id/acts/:action',
    'POST /joint/handed/:id/unmask',
  ])
  for (const word of ['register.read', 'case.read', 'lead.read', 'person.unmask', 'joint.refer']) expect(may.has(word)).toBe(false)
})
