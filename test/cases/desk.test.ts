/** Cases at the desk: begun from leads and visits, listed, opened, worked on; each for those who may and nobody else. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonaName } from '../../src/access/personas.test-support.ts'
import { openAttachment } from '../../src/cases/attachments.actions.ts'
import { beginCases } from '../../src/cases/begin.actions.ts'
import { caseInFull } from '../../src/cases/card.actions.ts'
import { assignCase, joinMember, leaveMember, noteCase, setGreenChannel } from '../../src/cases/case.actions.ts'
import { coreRoutes } from '../../src/cases/cases.routes.ts'
import { attach, attachmentsOf, caseById, membersOf } from '../../src/cases/core.ts'
import { caseList, caseQueue, caseSummaries } from '../../src/cases/lists.actions.ts'
import { joinLeads } from '../../src/cases/open.actions.ts'
import { leadsOfHousehold } from '../../src/screening/server/index.ts'
import { merged } from '../screening/found.test-support.ts'
import { begun, type CaseCounty, caseCounty, firstDay, moved } from './cases.test-support.ts'

let county: CaseCounty
let next = 0
const household = () => county.households[3 * next++] ?? 0
beforeAll(async () => {
  county = await caseCounty(12)
})
afterAll(() => county.drop())

const listQuery = { kind: 'monitoring', limit: 50, sort: 'due' } as const
const asked = { channel: 'cadre_visit', risks: [] as string[] } as const
const versionOf = async (id: number) => (await county.as('wang', (ctx) => caseById(ctx, id)))?.version ?? 0

describe('leads', () => {
  /** Leads of a household of the register, as a run finds them. */
  async function leadsFor(householdId: number, rules: readonly string[]): Promise<number[]> {
    const number = await county.as('wang', async (ctx) => {
      const row = await ctx.db.selectFrom('households').select('household_number').where('id', '=', householdId).executeTakeFirst()
      return row?.household_number ?? ''
    })
    await merged(
      county.store,
      '2026-08-01',
      rules.map((rule) => ({
        of: 'A',
        village: '新寨村',
        rule,
        risk: rule === 'loan-overdue' ? '因产业项目失败' : '因病',
        severity: rule === 'loan-overdue' ? ('high' as const) : ('low' as const),
      })),
    )
    await county.store.asOwner((client) =>
      client.query(
        "UPDATE leads SET household_number = $1, lead_key = $1 || rule_id, state = 'open', outcome = NULL WHERE household_number LIKE '5223990%' AND length(household_number) = 12",
        [number],
      ),
    )
    return county.as('wang', async (ctx) => (await leadsOfHousehold(ctx, '522399', number)).map(({ id }) => id))
  }

  test('several leads of a household become one case with their risks, the worst first, and are closed with what it came to', async () => {
    county.setDay(firstDay)
    const householdId = household()
    const ids = await leadsFor(householdId, ['medical-burden', 'loan-overdue'])
    expect(ids).toHaveLength(2)
    const { items } = await county.as('wang', (ctx) => beginCases(ctx, { ...asked, leadIds: ids, channel: 'department_screening' }))
    expect(items).toMatchObject([{ isNew: true, stateLabel: '疑似线索' }])
    const caseId = items[0]?.caseId ?? 0
    const row = await county.as('wang', (ctx) => caseById(ctx, caseId))
    expect(row).toMatchObject({ channel: 'department_screening', risks: ['因产业项目失败', '因病'] })
    const leads = () => county.as('wang', (ctx) => leadsOfHousehold(ctx, '522399', row?.household_number ?? ''))
    expect((await leads()).map(({ state, assigned_name }) => [state, assigned_name])).toEqual([
      ['handled', '王芳'],
      ['handled', '王芳'],
    ])
    expect(await county.as('wang', (ctx) => beginCases(ctx, { ...asked, leadIds: ids }))).toMatchObject({
      items: [{ caseId, isNew: false }],
    })
    await moved(county, 'wang', caseId, 'dispatch')
    await moved(county, 'li', caseId, 'find_untrue')
    expect((await leads()).map(({ state }) => state)).toEqual(['handled', 'handled'])
    await moved(county, 'wang', caseId, 'confirm_untrue')
    expect((await leads()).map(({ state, outcome }) => [state, outcome])).toEqual([
      ['closed', 'not_true'],
      ['closed', 'not_true'],
    ])
    const { channels } = await county.as('wang', (ctx) => caseInFull(ctx, caseId))
    expect(channels.map(({ sourceKind, answer }) => [sourceKind, answer])).toEqual([
      ['lead', '不予识别；经核实确有此情况'],
      ['lead', '不予识别；经核实确有此情况'],
    ])
  })

  test('leads of a household that withdraws are closed as not verified', async () => {
    county.setDay(firstDay)
    const ids = await leadsFor(household(), ['medical-burden'])
    const { items } = await county.as('wang', (ctx) => beginCases(ctx, { ...asked, leadIds: ids, channel: 'department_screening' }))
    const caseId = items[0]?.caseId ?? 0
    await moved(county, 'li', caseId, 'withdraw')
    const row = await county.as('wang', (ctx) => caseById(ctx, caseId))
    const leads = await county.as('wang', (ctx) => leadsOfHousehold(ctx, '522399', row?.household_number ?? ''))
    expect(leads.map(({ state, outcome }) => [state, outcome])).toEqual([['closed', 'unverified']])
  })

  test('leads found while a case is undecided join it', async () => {
    county.setDay(firstDay)
    const householdId = household()
    const id = await begun(county, householdId, ['因学'])
    await leadsFor(householdId, ['medical-burden'])
    const row = await county.as('wang', async (ctx) => joinLeads(ctx, (await caseById(ctx, id)) as never))
    expect(row.risks).toEqual(['因学', '因病'])
    expect(await county.as('wang', async (ctx) => joinLeads(ctx, row))).toEqual(row)
  })

  test('leads of another area are not found', async () => {
    await expect(county.as('shen', (ctx) => beginCases(ctx, { ...asked, leadIds: [1] }))).rejects.toMatchObject({ code: 'store.not_found' })
  })
})

describe('a household that was visited', () => {
  test('becomes a case with what was seen, and the visitor is sent at once by whoever may', async () => {
    county.setDay(firstDay)
    const visitorId = county.people.li.officer.id
    const begin = (who: PersonaName, householdId: number) =>
      county.as(who, (ctx) => beginCases(ctx, { ...asked, householdId, risks: ['因学'], note: '两个孩子上大学', visitorId }))
    expect(await begin('wang', household())).toMatchObject({ items: [{ isNew: true, stateLabel: '入户核实' }] })
    await expect(begin('li', household())).rejects.toMatchObject({ code: 'case.not_permitted' })
  })

  test('says nothing, begins nothing', async () => {
    await expect(county.as('li', (ctx) => beginCases(ctx, { ...asked, householdId: household() }))).rejects.toMatchObject({
      code: 'case.nothing_asked',
    })
  })

  test('names a risk that is none', async () => {
    await expect(county.as('li', (ctx) => beginCases(ctx, { ...asked, householdId: household(), risks: ['因懒'] }))).rejects.toMatchObject({
      code: 'case.risk_unknown',
    })
  })
})

describe('lists', () => {
  test('each office sees what it holds, the most urgent first, with the colour of the day', async () => {
    county.setDay('2026-08-10')
    const [early, late] = [await begun(county, household()), await begun(county, household())]
    await moved(county, 'wang', late, 'dispatch')
    const queue = async (who: PersonaName, mine?: 'true') =>
      county.as(who, (ctx) => caseQueue(ctx, { kind: 'monitoring', limit: 200, mine }))
    expect((await queue('li')).items.map(({ id }) => id)).toContain(late)
    expect((await queue('li', 'true')).items.every(({ responsible }) => responsible?.name === '李明')).toBe(true)
    const township = (await queue('wang')).items
    expect(township.find(({ id }) => id === early)).toMatchObject({ colour: 'green', dueOn: '2026-08-12', heldByLabel: '乡镇' })
    expect(township.map(({ dueOn }) => dueOn)).toEqual(township.map(({ dueOn }) => dueOn).sort())
    county.setDay('2026-08-11')
    expect((await queue('wang')).items.find(({ id }) => id === early)).toMatchObject({ colour: 'yellow', isOverdue: false })
    county.setDay('2026-08-14')
    expect((await queue('wang')).items.find(({ id }) => id === early)).toMatchObject({ colour: 'red', isOverdue: true })
    expect((await queue('qian')).items).toEqual([])
  })

  test.each(['due', 'newest', 'place'] as const)('give every case once over pages in order of %s', async (sort) => {
    const seen: number[] = []
    for (let after: string | undefined; ; ) {
      const page = await county.as('zhao', (ctx) => caseList(ctx, { ...listQuery, sort, limit: 2, after }))
      if ('kind' in page) throw new Error('a list was asked for')
      seen.push(...page.items.map(({ id }) => id))
      if (page.next === null) break
      after = page.next
    }
    const { rows } = await county.store.asOwner((client) => client.query<{ n: string }>('SELECT count(*) AS n FROM cases'))
    expect(seen).toHaveLength(Number(rows[0]?.n))
    expect(new Set(seen).size).toBe(seen.length)
  })

  test.each([
    [{ state: 'not_admitted' }, (one: { state: string }) => one.state === 'not_admitted'],
    [{ open: 'true' as const }, (one: { isOpen: boolean }) => one.isOpen],
    [{ overdue: 'true' as const }, (one: { isOverdue: boolean }) => one.isOverdue],
    [{ risk: '因学' }, (one: { risks: string[] }) => one.risks.includes('因学')],
    [{ q: '张' }, (one: { headName: string }) => one.headName.startsWith('张')],
  ])('filter by %j', async (filter, holds) => {
    const all = await county.as('zhao', (ctx) => caseList(ctx, { ...listQuery, limit: 200 }))
    const some = await county.as('zhao', (ctx) => caseList(ctx, { ...listQuery, limit: 200, ...filter }))
    if ('kind' in all || 'kind' in some) throw new Error('a list was asked for')
    expect(some.items.length).toBeGreaterThan(0)
    expect(some.items.every(holds as never)).toBe(true)
    expect(some.items.map(({ id }) => id)).toEqual(all.items.filter(holds as never).map(({ id }) => id))
  })

  test('filter by channel also finds what a further channel brought', async () => {
    const some = await county.as('zhao', (ctx) => caseList(ctx, { ...listQuery, limit: 200, channel: 'department_screening' }))
    expect('items' in some && some.items.map(({ channel }) => channel).sort()).toEqual([
      'cadre_visit',
      'department_screening',
      'department_screening',
    ])
  })

  test('go out as a workbook to those who may export, and counts agree with the list', async () => {
    expect(await county.as('zhao', (ctx) => caseList(ctx, { ...listQuery, format: 'xlsx' }))).toMatchObject({
      kind: 'file',
      name: expect.stringContaining('帮扶事项'),
    })
    await expect(county.as('li', (ctx) => caseList(ctx, { ...listQuery, format: 'xlsx' }))).rejects.toMatchObject({ status: 403 })
    const summary = await county.as('zhao', (ctx) => caseSummaries(ctx, { kind: 'monitoring' }))
    const list = await county.as('zhao', (ctx) => caseList(ctx, { ...listQuery, limit: 200, open: 'true' }))
    expect(summary.open).toBe('items' in list ? list.items.length : 0)
    expect(summary.byPlace).toMatchObject([{ key: '522399001', label: '青山镇', cases: summary.open }])
    await expect(county.as('zhao', (ctx) => caseList(ctx, { ...listQuery, after: 'bm9uc2Vuc2U' }))).rejects.toMatchObject({
      code: 'case.bad_cursor',
    })
  })
})

describe('one case', () => {
  test('shows members, days, steps, and what each who looks may do next; the look is recorded', async () => {
    county.setDay(firstDay)
    const id = await begun(county, household())
    const forWang = await county.as('wang', (ctx) => caseInFull(ctx, id))
    expect(forWang.members).toHaveLength(5)
    expect(forWang.members[0]).toMatchObject({ name: '张建国', relation: '户主', age: 51 })
    expect(forWang.steps.map(({ label, at }) => `${label} ${at}`)).toEqual([
      '疑似线索 current',
      '入户核实 ahead',
      '民主评议 ahead',
      '公示 ahead',
      '乡级审核 ahead',
      '县级审批 ahead',
      '帮扶中 ahead',
    ])
    expect(forWang.moves.find(({ action }) => action === 'dispatch')).toMatchObject({
      isPermitted: true,
      records: [{ kind: 'visitor', found: '李明', input: 'officer', proposed: county.people.li.officer.id }],
    })
    expect(forWang.moves.find(({ action }) => action === 'end_naturally')?.records).toMatchObject([
      { found: null, obstacle: '农户档案里该户还有 5 人，请先登记死亡或迁出' },
    ])
    const forZhou = await county.as('zhou', (ctx) => caseInFull(ctx, id))
    expect(forZhou.moves.every(({ isPermitted }) => !isPermitted)).toBe(true)
    const { rows } = await county.store.asOwner((client) =>
      client.query("SELECT officer_name FROM audit_entries WHERE action = 'case.seen' AND subject_id = $1 ORDER BY id", [String(id)]),
    )
    expect(rows.map(({ officer_name }) => officer_name)).toEqual(['王芳', '周强'])
    await expect(county.as('qian', (ctx) => caseInFull(ctx, id))).rejects.toMatchObject({ code: 'store.not_found' })
  })

  test('takes notes, a responsible officer, the green channel, and members in and out', async () => {
    county.setDay(firstDay)
    const id = await begun(county, household())
    const wang = county.people.wang.officer.id
    const person = (await county.as('li', (ctx) => membersOf(ctx, id)))[1]?.person_id ?? 0
    const acts = [
      ['li', 'noted', (version: number) => county.as('li', (ctx) => noteCase(ctx, id, { version, text: '电话已通' }))],
      ['wang', 'assigned', (version: number) => county.as('wang', (ctx) => assignCase(ctx, id, { version, officerId: wang }))],
      ['wang', 'green', (version: number) => county.as('wang', (ctx) => setGreenChannel(ctx, id, { version, isOn: true, reason: '火灾' }))],
      [
        'li',
        'left',
        (version: number) => county.as('li', (ctx) => leaveMember(ctx, id, { version, personId: person, reason: '长期不共同生活' })),
      ],
      ['li', 'joined', (version: number) => county.as('li', (ctx) => joinMember(ctx, id, { version, personId: person }))],
    ] as const
    for (const [, , work] of acts) {
      await expect(work(99)).rejects.toMatchObject({ code: 'store.stale' })
      const before = await versionOf(id)
      expect((await work(before)).version).toBe(before + 1)
    }
    expect(await county.as('wang', (ctx) => caseById(ctx, id))).toMatchObject({ responsible_name: '王芳', is_green_channel: true })
    expect((await county.as('wang', (ctx) => membersOf(ctx, id))).every(({ left_on }) => left_on === null)).toBe(true)
    const version = await versionOf(id)
    for (const work of [
      () => county.as('qian', (ctx) => noteCase(ctx, id, { version, text: '别处' })),
      () => county.as('shen', (ctx) => assignCase(ctx, id, { version, officerId: wang })),
      () => county.as('qian', (ctx) => setGreenChannel(ctx, id, { version, isOn: true, reason: '别处' })),
      () => county.as('qian', (ctx) => leaveMember(ctx, id, { version, personId: person, reason: '别处' })),
    ])
      await expect(work()).rejects.toMatchObject({ code: 'store.not_found' })
    await expect(
      county.as('wang', (ctx) => assignCase(ctx, id, { version, officerId: county.people.shen.officer.id })),
    ).rejects.toMatchObject({
      code: 'case.officer_unknown',
    })
    await expect(
      county.as('zhao', (ctx) => assignCase(ctx, id, { version, officerId: county.people.zhou.officer.id })),
    ).rejects.toMatchObject({
      code: 'case.officer_outside',
    })
  })

  test('keeps files sealed, each once, and gives them out with a line in the audit trail', async () => {
    county.setDay(firstDay)
    const id = await begun(county, household())
    const folder = await mkdtemp(join(tmpdir(), 'xianjie-attach-'))
    const path = join(folder, 'photo.jpg')
    await writeFile(path, 'a photo of a house')
    const photo = {
      caseId: id,
      about: 'case',
      aboutId: String(id),
      kind: 'photo',
      path,
      name: '房屋.jpg',
      clientKey: 'phone-1',
      latitude: 25.123456,
    } as const
    const first = await county.as('li', (ctx) => attach(ctx, photo))
    expect(await county.as('li', (ctx) => attach(ctx, photo))).toEqual(first)
    expect(first).toMatchObject({ name: '房屋.jpg', latitude: '25.12346', addedBy: '李明', caseId: id })
    expect(await county.as('wang', (ctx) => attachmentsOf(ctx, 'case', id))).toEqual([first])
    const file = await county.as('wang', (ctx) => openAttachment(ctx, first.id))
    expect([file.name, file.type, String(file.content)]).toEqual(['房屋.jpg', 'image/jpeg', 'a photo of a house'])
    await expect(county.as('qian', (ctx) => openAttachment(ctx, first.id))).rejects.toMatchObject({ code: 'store.not_found' })
    await expect(county.as('li', (ctx) => attach(ctx, { ...photo, name: '程序.exe', clientKey: null }))).rejects.toMatchObject({
      code: 'case.wrong_file',
    })
    const { rows } = await county.store.asOwner((client) =>
      client.query("SELECT officer_name FROM audit_entries WHERE action = 'attachment.seen'"),
    )
    expect(rows).toEqual([{ officer_name: '王芳' }])
  })
})

test('every route asks for the permission the thing takes', () => {
  expect(coreRoutes.map(({ method, path, needs }) => `${method} ${path} ${needs}`)).toEqual([
    'GET /cases case.read',
    'GET /cases/summary case.read',
    'GET /cases/queue case.read',
    'GET /cases/:id case.read',
    'POST /cases case.visit',
    'POST /cases/:id/acts/:action case.read',
    'POST /cases/:id/notes case.read',
    'POST /cases/:id/assign case.dispatch',
    'POST /cases/:id/green-channel case.dispatch',
    'POST /cases/:id/members/follow case.visit',
    'POST /cases/:id/members/join case.visit',
    'POST /cases/:id/members/leave case.visit',
    'POST /cases/:id/attachments case.visit',
    'GET /attachments/:id case.read',
  ])
})
