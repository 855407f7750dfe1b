/** A visit from the task to the case that moves on: taken along, sent back, sent again, corrected, and what the register makes of it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, caseById } from '../../src/cases/core.ts'
import { handOverVisits } from '../../src/cases/visits/index.ts'
import { changeFields, openHousehold, openIncomeSheet, saveIncomeSheet } from '../../src/registry/index.ts'
import { begun, type CaseCounty, caseCounty } from '../cases/cases.test-support.ts'
import { call, formFor, key, photo, promise, type Visit } from './visits.test-support.ts'

let county: CaseCounty
let household: number
let caseId: number

beforeAll(async () => {
  county = await caseCounty(4)
  household = county.households[0] ?? 0
  caseId = await begun(county, household)
  await dispatched(caseId)
})
afterAll(() => county.drop())

async function dispatched(id: number): Promise<void> {
  await county.as('wang', async (ctx) => {
    const row = await caseById(ctx, id)
    await act(ctx, id, 'dispatch', { version: row?.version ?? 0, record: { visitor: { officerId: county.people.li.officer.id } } })
  })
}

const moved = (action: Parameters<typeof act>[2], record = {}) =>
  county.as('li', async (ctx) => act(ctx, caseId, action, { version: (await caseById(ctx, caseId))?.version ?? 0, record }))

const packageOf = async (who: 'li' | 'wang' | 'shen'): Promise<Visit[]> => (await call(county, who, 'GET', '/visits/package')).visits
const fileOf = (id: number) => county.as('zhao', (ctx) => openHousehold(ctx, id, undefined))

async function visitOf(id: number): Promise<Visit> {
  const found = (await packageOf('li')).find(({ householdId }) => householdId === id)
  if (found === undefined) throw new Error(`household ${id} is not on the list`)
  return found
}

/** A household on Li's list without a case. */
async function listed(at: number): Promise<number> {
  const id = county.households[at] ?? 0
  await call(county, 'li', 'POST', '/visits/tasks', { householdId: id })
  return id
}

/** In the test register every copy begins with the village Li works in. */
const ofLi = (copy: number) => copy * 3

describe('what is taken along', () => {
  test('a dispatched case is on the list of the officer who answers for it, with what is known and nothing that identifies', async () => {
    const visit = await visitOf(household)
    expect(visit).toMatchObject({ headName: '张建国', memberCount: 5, tasks: [{ purpose: 'verification', label: '入户核实', caseId }] })
    expect(visit.income.lines).toEqual([{ item: 'a1', amount: '20000.00', evidence: '档案登记' }])
    expect(JSON.stringify(visit)).not.toMatch(/\d{17}[\dX]|1[3-9]\d{9}/)
  })

  test('nobody else takes it along, in the township or in the next county', async () => {
    expect((await packageOf('wang')).map(({ householdId }) => householdId)).not.toContain(household)
    expect(await packageOf('shen')).toEqual([])
    await expect(call(county, 'sun', 'GET', '/visits/package')).rejects.toThrow('403 case.visit')
  })

  test('a second purpose within the month is the same visit, one later is the next', async () => {
    const id = await listed(ofLi(1))
    await call(county, 'li', 'POST', '/visits/tasks', {
      householdId: id,
      purpose: 'follow_up',
      dueOn: '2026-08-20',
      questions: ['药费有没有报销'],
    })
    await call(county, 'li', 'POST', '/visits/tasks', { householdId: id, purpose: 'follow_up', dueOn: '2026-09-20' })
    const visit = await visitOf(id)
    expect(visit.tasks.map(({ purpose, dueOn }) => `${purpose} ${dueOn}`)).toEqual(['routine 2026-08-03', 'follow_up 2026-08-20'])
    expect(visit.questions.map(({ text }) => text)).toEqual(['药费有没有报销'])
    const { items } = await call(county, 'li', 'GET', `/visits/tasks?household=${id}`)
    expect(items.map(({ mergedWith }: { mergedWith: string[] }) => mergedWith)).toEqual([['帮扶回访'], ['日常走访'], []])
  })

  test('taking along is recorded for every household', async () => {
    const seen = await county.store.asOwner((client) =>
      client.query(`SELECT FROM audit_entries WHERE action = 'household.seen' AND subject_id = $1 AND officer_id = $2`, [
        String(household),
        county.people.li.officer.id,
      ]),
    )
    expect(seen.rowCount).toBeGreaterThan(0)
  })
})

describe('a form that comes back', () => {
  test('without it the case does not move on, and a household that was not met is said to be missing', async () => {
    await expect(moved('report')).rejects.toThrow(/还缺：入户核实表；承诺授权书；收支核算表/)
    const visit = await visitOf(household)
    const absent = {
      outcome: 'not_met' as const,
      outcomeReason: '家中无人',
      guarantees: [],
      conclusions: {},
      attachments: [],
      income: null,
    }
    const answer = await call(county, 'li', 'POST', '/visits/forms', formFor(visit, 100, absent))
    expect(answer.notes).toEqual(['没有见到人，这一户仍留在走访名单里'])
    await expect(moved('report')).rejects.toThrow(/没有见到人（家中无人）/)
    expect((await visitOf(household)).tasks).toHaveLength(1)
  })

  test('it is kept once however often it is sent, settles its task, and another content under its key is refused', async () => {
    const visit = await visitOf(household)
    const signers = visit.members.slice(0, 2).map(({ personId }) => personId)
    const form = formFor(visit, 1, {
      changes: [{ personId: visit.members[0]?.personId ?? 0, field: 'health_status', before: '', after: '长期慢性病' }],
      authorisation: { clientKey: key(900), signers, scope: ['property', 'vehicles'], untilOn: '2027-08-03' },
      risks: ['因病'],
    })
    const first = await call(county, 'li', 'POST', '/visits/forms', form)
    // Health, income, and each of the four guarantees, of which the register knew nothing.
    expect(first.changes.map(({ state }: { state: string }) => state)).toEqual(Array(6).fill('taken'))
    expect(first.missing).toHaveLength(2)
    const again = await call(county, 'li', 'POST', '/visits/forms', form)
    expect([again.formId, again.changes.length]).toEqual([first.formId, 6])
    await expect(call(county, 'li', 'POST', '/visits/forms', { ...form, note: '改过' })).rejects.toThrow(/更正/)
    expect((await packageOf('li')).map(({ householdId }) => householdId)).not.toContain(household)
    const { members } = await fileOf(household)
    expect(members[0]?.values.health_status).toBe('长期慢性病')
  })

  test('income goes into the sheet with its sums', async () => {
    const sheet = await county.as('li', (ctx) => openIncomeSheet(ctx, household, '2026-08'))
    expect([sheet.version, sheet.totals.netIncome, sheet.totals.netIncomePerHead]).toEqual([1, '20000.00', '4000.00'])
  })

  test('photos come afterwards, each once, and only those that were promised', async () => {
    const send = (n: number, content = photo(n)) =>
      call(county, 'li', 'POST', '/visits/attachments', { clientKey: key(n + 0x10000), formKey: key(1) }, content)
    const one = await send(1)
    expect((await send(1)).id).toBe(one.id)
    await expect(send(1, photo(7))).rejects.toThrow(/不在入户表所列/)
    await expect(send(77)).rejects.toThrow(/不在入户表所列/)
    expect((await send(0x1001)).missing).toEqual([])
    await expect(call(county, 'li', 'POST', '/visits/attachments', { clientKey: key(5), formKey: key(55) }, photo(5))).rejects.toThrow(
      /先发送入户表/,
    )
  })

  test('the case then moves on with nothing typed: form, income and authorisation are found', async () => {
    const row = await moved('report')
    expect(row.state).toBe('village_review')
  })

  test('wrong forms are refused with every reason at once', async () => {
    const id = await listed(ofLi(2))
    const visit = await visitOf(id)
    const wrong = formFor(visit, 200, { visitedOn: '2026-08-04', guarantees: [], attachments: [], conclusions: {}, risks: ['因懒'] })
    await expect(call(county, 'li', 'POST', '/visits/forms', wrong)).rejects.toThrow(
      /还没有到.*没有“因懒”.*请选择日常走访的结论.*还没有核对.*照片.*签名/,
    )
    const strange = formFor({ ...visit, tasks: [{ ...visit.tasks[0], id: 999999 } as Visit['tasks'][number]] }, 201)
    await expect(call(county, 'li', 'POST', '/visits/forms', strange)).rejects.toThrow(/不属于这一户/)
  })

  test('outside the area the household is not found; without the permission nothing is sent', async () => {
    const visit = await visitOf(county.households[ofLi(2)] ?? 0)
    await expect(call(county, 'shen', 'POST', '/visits/forms', formFor({ ...visit, tasks: [] }, 300))).rejects.toThrow(/没有找到这一户/)
    await expect(call(county, 'zhao', 'POST', '/visits/forms', formFor(visit, 301))).rejects.toThrow('403 case.visit')
  })

  test('a risk found on a round opens a case whose channel is the visit', async () => {
    const visit = await visitOf(county.households[ofLi(2)] ?? 0)
    const answer = await call(
      county,
      'li',
      'POST',
      '/visits/forms',
      formFor(visit, 210, { conclusions: { routine: 'at_risk' }, risks: ['因病'] }),
    )
    expect(answer.notes).toEqual([expect.stringContaining('建立监测帮扶事项')])
    const { rows } = await county.store.asOwner((client) =>
      client.query(`SELECT channel, risks FROM cases WHERE household_id = $1`, [county.households[ofLi(2)]]),
    )
    expect(rows).toEqual([{ channel: 'cadre_visit', risks: ['因病'] }])
  })
})

describe('what the county changed meanwhile', () => {
  test('stands beside the officer’s value until one is chosen; what nobody touched is taken at once', async () => {
    const id = await listed(ofLi(3))
    const visit = await visitOf(id)
    const [head, spouse] = visit.members
    await county.as('wang', async (ctx) => {
      const { version } = await openHousehold(ctx, id, undefined)
      await changeFields(ctx, id, {
        version,
        reason: '',
        household: {},
        persons: [{ personId: head?.personId ?? 0, values: { health_status: '患有大病' } }],
      })
      await saveIncomeSheet(ctx, id, '2026-08', {
        version: 0,
        size: 5,
        lines: [{ item: 'a1', amount: '18000', evidence: '工资条', note: '' }],
      })
    })
    const changes = [
      { personId: head?.personId ?? 0, field: 'health_status', before: '', after: '长期慢性病' },
      { personId: spouse?.personId ?? 0, field: 'health_status', before: '', after: '健康' },
      { personId: spouse?.personId ?? 0, field: 'phone', before: spouse?.values.phone ?? '', after: '138' },
    ]
    const answer = await call(county, 'li', 'POST', '/visits/forms', formFor(visit, 400, { changes }))
    const shown = answer.changes.map((one: Record<string, string>) => [one.label, one.state, one.mine, one.county])
    expect(shown).toEqual([
      ['健康状况', 'conflict', '长期慢性病', '患有大病'],
      ['健康状况', 'taken', '健康', null],
      ['联系电话', 'refused', expect.any(String), '139****0001'],
      ['收入表（2026-08）', 'conflict', '5 人；务工收入 20000.00 元', '5 人；务工收入 18000 元'],
    ])
    const [conflict, , refused, income] = answer.changes
    await expect(call(county, 'shen', 'POST', `/visits/changes/${conflict.id}/decide`, { version: 1, choice: 'mine' })).rejects.toThrow(
      /没有找到/,
    )
    await expect(call(county, 'zhao', 'POST', `/visits/changes/${conflict.id}/decide`, { version: 1, choice: 'mine' })).rejects.toThrow(
      '403',
    )
    expect((await call(county, 'li', 'POST', `/visits/changes/${conflict.id}/decide`, { version: 1, choice: 'mine' })).state).toBe('taken')
    await expect(call(county, 'li', 'POST', `/visits/changes/${conflict.id}/decide`, { version: 1, choice: 'county' })).rejects.toThrow(
      /已处理|别人/,
    )
    await expect(call(county, 'li', 'POST', `/visits/changes/${conflict.id}/decide`, { version: 2, choice: 'county' })).rejects.toThrow(
      /李明处理过/,
    )
    expect((await call(county, 'li', 'POST', `/visits/changes/${income.id}/decide`, { version: 1, choice: 'county' })).state).toBe('kept')
    await expect(call(county, 'li', 'POST', `/visits/changes/${refused.id}/decide`, { version: 1, choice: 'mine' })).rejects.toThrow(
      /联系电话/,
    )
    const { members } = await fileOf(id)
    expect(members.slice(0, 2).map(({ values }) => values.health_status)).toEqual(['长期慢性病', '健康'])
    expect((await county.as('li', (ctx) => openIncomeSheet(ctx, id, '2026-08'))).totals.netIncome).toBe('18000.00')
  })

  test('a phone number is in the open nowhere', async () => {
    const { rows } = await county.store.asOwner((client) => client.query('SELECT content::text AS text FROM visit_forms'))
    expect(rows.map(({ text }) => text).join()).not.toMatch(/1[3-9]\d{9}/)
  })
})

describe('a correction', () => {
  test('is a further version; the form it corrects stays as it was, and only the newest may be corrected', async () => {
    const [first] = (await call(county, 'li', 'GET', `/visits/forms?household=${county.households[ofLi(3)]}`)).items
    const visit = {
      householdId: county.households[ofLi(3)] ?? 0,
      tasks: [],
      income: { period: '2026-08', version: 1, size: 5, lines: [] },
      members: [],
    }
    const corrects = { formKey: key(400), version: 1, reason: '结论选错了' }
    const form = formFor(visit as unknown as Visit, 401, {
      corrects,
      income: null,
      attachments: [promise(401, 'photo')],
      unsignedReason: '农户外出',
    })
    const second = await call(county, 'li', 'POST', '/visits/forms', form)
    expect(second.version).toBe(2)
    await expect(call(county, 'li', 'POST', '/visits/forms', { ...form, clientKey: key(402) })).rejects.toThrow(/已由李明更正到第 2 版/)
    const old = await call(county, 'li', 'GET', `/visits/forms/${first.id}`)
    expect([old.isReplaced, old.versions.map(({ version }: { version: number }) => version)]).toEqual([true, [2, 1]])
    expect(old.changes.filter(({ state }: { state: string }) => state === 'refused')).toEqual([])
    const denied = county.as('li', (ctx) =>
      ctx.db.updateTable('visit_forms').set({ outcome: 'refused' }).where('id', '=', first.id).execute(),
    )
    await expect(denied).rejects.toThrow(/permission denied/)
  })
})

describe('an authorisation', () => {
  test('has signers, scope and a last day, and is over once it is taken back', async () => {
    const { items } = await call(county, 'wang', 'GET', `/visits/authorisations?household=${household}`)
    expect(items).toMatchObject([
      { signers: ['张建国', '曾小梅'], scope: ['不动产登记', '车辆、大型农机具'], untilOn: '2027-08-03', isValid: true },
    ])
    const revoke = (who: 'li' | 'qian' | 'zhao', version = 1) =>
      call(county, who, 'POST', `/visits/authorisations/${items[0].id}/revoke`, { version, reason: '农户书面撤回' })
    await expect(revoke('zhao')).rejects.toThrow('403')
    await expect(revoke('li', 9)).rejects.toThrow(/请刷新/)
    expect((await revoke('li')).isValid).toBe(false)
    await expect(revoke('li', 2)).rejects.toThrow(/已于 2026-08-03 撤回/)
  })
})

describe('tasks', () => {
  test('asked for twice on one day are one; once visited, the same household can be listed again', async () => {
    const id = county.households[ofLi(2)] ?? 0
    const again = await call(county, 'li', 'POST', '/visits/tasks', { householdId: id })
    expect(again.state).toBe('open')
    expect((await call(county, 'li', 'POST', '/visits/tasks', { householdId: id })).id).toBe(again.id)
    await call(county, 'li', 'POST', `/visits/tasks/${again.id}/drop`, { version: again.version, reason: '今天走访过了' })
  })

  test('are given to another officer whose area holds the village, moved, and dropped with a reason', async () => {
    const id = county.households[ofLi(1)] ?? 0
    const { items } = await call(county, 'li', 'GET', `/visits/tasks?household=${id}&state=open`)
    const task = items.at(-1)
    const change = (who: 'wang' | 'qian' | 'shen', body: object) => call(county, who, 'PATCH', `/visits/tasks/${task.id}`, body)
    await expect(change('shen', { version: task.version, dueOn: '2026-09-21' })).rejects.toThrow(/没有找到/)
    await expect(change('wang', { version: task.version, officerId: county.people.shen.officer.id })).rejects.toThrow(/辖区不含/)
    await expect(change('wang', { version: task.version, dueOn: '2026-08-01' })).rejects.toThrow(/已经过了/)
    const moved = await change('wang', { version: task.version, officerId: county.people.wang.officer.id, dueOn: '2026-08-30' })
    expect([moved.officer.name, moved.dueOn, moved.version]).toEqual(['王芳', '2026-08-30', task.version + 1])
    await expect(
      call(county, 'wang', 'POST', `/visits/tasks/${task.id}/drop`, { version: task.version, reason: '已由乡镇走访' }),
    ).rejects.toThrow(/请刷新/)
    const dropped = await call(county, 'wang', 'POST', `/visits/tasks/${task.id}/drop`, { version: moved.version, reason: '已由乡镇走访' })
    expect([dropped.stateLabel, dropped.endedReason]).toEqual(['已取消', '已由乡镇走访'])
    await expect(change('wang', { version: dropped.version, dueOn: '2026-08-30' })).rejects.toThrow(/已经取消/)
  })

  test('move with the account when an officer hands over', async () => {
    const { li, wang } = county.people
    const task = await call(county, 'li', 'POST', '/visits/tasks', { householdId: county.households[ofLi(2)] })
    const passed = await county.as('wang', (ctx) => handOverVisits(ctx, li.officer.id, wang.officer.id))
    expect(passed.count).toBeGreaterThan(0)
    const { items } = await call(county, 'wang', 'GET', '/visits/tasks?mine=true')
    const mine = items.find(({ id }: { id: number }) => id === task.id)
    expect(mine.officer.name).toBe('王芳')
    await call(county, 'wang', 'POST', `/visits/tasks/${task.id}/drop`, { version: mine.version, reason: '测试完成' })
  })

  test('come page by page, the open ones first', async () => {
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const page: { items: { id: number; state: string }[]; next: string | null } = await call(
        county,
        'wang',
        'GET',
        `/visits/tasks?limit=2${next && `&after=${next}`}`,
      )
      seen.push(...page.items.map(({ id, state }) => `${state === 'open' ? 0 : 1} ${id}`))
      next = page.next
    }
    const all = (await call(county, 'wang', 'GET', '/visits/tasks?limit=200')).items
    expect([...new Set(seen)]).toHaveLength(all.length)
    expect(seen.map((one) => one[0])).toEqual(seen.map((one) => one[0]).sort())
  })

  test('are counted by village', async () => {
    const { items } = await call(county, 'wang', 'GET', '/visits/villages')
    expect(items).toEqual([expect.objectContaining({ divisionCode: '522399001001', open: 2, households: 1, overdue: 0 })])
    expect((await call(county, 'qian', 'GET', '/visits/villages')).items).toEqual([])
  })
})
