/** The lead queue: what officers do with leads, who may, and what each of them sees. */
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exemptionList, grantExemption, revokeExemption } from '../../src/screening/server/exemption.actions.ts'
import { handOverLeads, qualityRoutes, screeningRoutes } from '../../src/screening/server/index.ts'
import { assignLead, closeLead, noteLead, reopenLead } from '../../src/screening/server/lead.actions.ts'
import { householdList, leadList, leadSummaries } from '../../src/screening/server/lead-lists.actions.ts'
import { leadProof } from '../../src/screening/server/proof-card.actions.ts'
import { officer, type TestStore, testStore } from '../database/database.test-support.ts'
import { as, leadOf, type MadeLead, merged } from './found.test-support.ts'
import { li, numberOf, qian, wang, zhao } from './small-county.test-support.ts'

let store: TestStore
let [office, liId, elsewhereId, goneId] = [0, 0, 0, 0]

const leads: MadeLead[] = [
  { of: 'A', village: '新寨村', rule: 'medical-burden', severity: 'high', urgency: 'red', rank: 1 },
  { of: 'A', village: '新寨村', rule: 'loan-overdue', risk: '因产业项目失败', severity: 'low', urgency: 'red', rank: 1 },
  { of: 'B', village: '坝上村', rule: 'medical-burden', severity: 'medium', urgency: 'yellow', rank: 2 },
  { of: 'C', village: '河口村', rule: 'medical-burden', severity: 'low', urgency: 'green', rank: 3 },
]

beforeAll(async () => {
  store = await testStore()
  await store.asOwner(async (client) => {
    const one = async (text: string, values: unknown[]) => (await client.query<{ id: number }>(text, values)).rows[0]?.id ?? 0
    const offices = 'INSERT INTO offices (division_code, kind, name, valid_from) VALUES ($1, $2, $3, $4) RETURNING id'
    const officers =
      'INSERT INTO officers (division_code, office_id, username, name, role, valid_from, valid_until) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id'
    office = await one(offices, ['522399001001', 'government', '新寨村委会', '2020-01-01'])
    liId = await one(officers, ['522399001001', office, 'lizhishu', '李支书', 'village_cadre', '2020-01-01', null])
    goneId = await one(officers, ['522399001001', office, 'zhouqian', '周前任', 'village_cadre', '2020-01-01', '2025-12-31'])
    const other = await one(offices, ['522399002', 'government', '双河镇政府', '2020-01-01'])
    elsewhereId = await one(officers, ['522399002', other, 'wuzhenzhang', '吴镇长', 'township_officer', '2020-01-01', null])
  })
  await merged(store, '2026-10-31', leads)
})
afterAll(() => store.drop())

const items = async (who: typeof zhao, query: Partial<Parameters<typeof leadList>[1]> = {}) => {
  const list = await as(store, who, (ctx) => leadList(ctx, { limit: 200, sort: 'rank', ...query }))
  if ('kind' in list) throw new Error('a list was asked for')
  return list.items
}

describe('the queue', () => {
  test('ranks households by urgency, one row each, and counts them for charts', async () => {
    const list = await as(store, zhao, (ctx) => householdList(ctx, { limit: 50 }))
    expect(
      'items' in list &&
        list.items.map(({ householdNumber, urgency, rules, highestSeverity }) => [householdNumber, urgency, rules.length, highestSeverity]),
    ).toEqual([
      [numberOf('A'), 'red', 2, 'high'],
      [numberOf('B'), 'yellow', 1, 'medium'],
      [numberOf('C'), 'green', 1, 'low'],
    ])
    const byTownship = await as(store, zhao, (ctx) => leadSummaries(ctx, { by: 'township' }))
    expect(byTownship.items).toEqual([
      { key: '522399001', label: '城关镇', leads: 3, households: 2, red: 1, yellow: 1, green: 0, isNew: 3 },
      { key: '522399002', label: '双河镇', leads: 1, households: 1, red: 0, yellow: 0, green: 1, isNew: 1 },
    ])
    const below = await as(store, zhao, (ctx) => leadSummaries(ctx, { by: 'village', division: '522399001' }))
    expect(below.items.map(({ label, households }) => [label, households])).toEqual([
      ['新寨村', 1],
      ['坝上村', 1],
    ])
    expect((await as(store, zhao, (ctx) => leadSummaries(ctx, { by: 'risk' }))).items.map(({ key, leads }) => [key, leads])).toEqual([
      ['因病', 3],
      ['因产业项目失败', 1],
    ])
  })

  test.each([
    [{ division: '522399002' }, ['C medical-burden']],
    [{ rule: 'loan-overdue,dropout' }, ['A loan-overdue']],
    [{ urgency: 'yellow,green' }, ['B medical-burden', 'C medical-burden']],
    [{ severity: 'low' }, ['A loan-overdue', 'C medical-burden']],
    [{ state: 'closed' }, []],
    [{ isNew: 'false' as const }, []],
    [{ assignedTo: 'me' }, []],
    [{ division: '522398' }, []],
  ])('filters by %j', async (query, expected) => {
    const letter = (number: string) => 'ABC'.at(Number(number.slice(-1)) - 1)
    expect((await items(zhao, query)).map((one) => `${letter(one.householdNumber)} ${one.ruleId}`).sort()).toEqual(expected)
  })

  test.each(['rank', 'newest', 'household'] as const)('gives every lead once over pages in order of %s', async (sort) => {
    const seen: number[] = []
    for (let after: string | undefined; ; ) {
      const list = await as(store, zhao, (ctx) => leadList(ctx, { limit: 1, sort, after }))
      if ('kind' in list) throw new Error('a list was asked for')
      seen.push(...list.items.map(({ id }) => id))
      if (list.next === null) break
      after = list.next
    }
    expect(seen).toEqual((await items(zhao, { sort })).map(({ id }) => id))
    expect(new Set(seen).size).toBe(4)
  })

  test('refuses a cursor nobody gave out', async () => {
    await expect(items(zhao, { after: 'bm9uc2Vuc2U' })).rejects.toMatchObject({ code: 'screening.bad_cursor' })
  })

  test('goes out as a workbook with the same rows, a watermark and a line in the audit trail, to those who may', async () => {
    const file = await as(store, zhao, (ctx) => leadList(ctx, { limit: 50, sort: 'rank', format: 'xlsx' }))
    if (!('kind' in file)) throw new Error('a workbook was asked for')
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load(file.content as never)
    const sheet = workbook.worksheets[0]
    expect(String(sheet?.getCell('A1').value)).toContain('赵县长')
    expect(sheet?.rowCount).toBe(2 + 4)
    const { rows } = await store.asOwner((client) => client.query("SELECT officer_name FROM audit_entries WHERE action = 'table.exported'"))
    expect(rows).toEqual([{ officer_name: '赵县长' }])
    await expect(as(store, wang, (ctx) => leadList(ctx, { limit: 50, sort: 'rank', format: 'xlsx' }))).rejects.toMatchObject({
      status: 403,
    })
  })
})

describe('the proof card', () => {
  test('says value, standard, basis, source rows and questions, and the look is recorded', async () => {
    const { id } = await leadOf(store, 'A', 'medical-burden')
    const card = await as(store, li, (ctx) => leadProof(ctx, id))
    expect(card).toMatchObject({ asOf: '2026-10-31', plain: expect.stringContaining('合规自付'), sourceCount: 1, isNew: true })
    expect(card.evidence[0]).toMatchObject({
      label: '近12个月合规自付医疗费用',
      value: 12000,
      comparison: '≥',
      threshold: 10000,
      isProvisional: true,
    })
    expect(card.evidence[0]?.parameterSince).toMatch(/^\d{4}-/)
    expect(card.sources[0]?.cells).toEqual([
      { label: '证件号码', value: '522399********1018', masked: true },
      { label: '合规自付', value: '12000', masked: false },
    ])
    expect(card.questions.length).toBeGreaterThan(0)
    expect(card.otherLeads.map(({ ruleLabel }) => ruleLabel)).toEqual(['小额信贷逾期'])
    const { rows } = await store.asOwner((client) =>
      client.query("SELECT officer_name, subject_id FROM audit_entries WHERE action = 'lead.seen'"),
    )
    expect(rows).toEqual([{ officer_name: '李支书', subject_id: String(id) }])
  })

  test('does not lie open in the database', async () => {
    const { rows } = await store.asOwner((client) => client.query<{ source_rows: Buffer }>('SELECT source_rows FROM leads'))
    expect(rows.map(({ source_rows }) => source_rows.includes(Buffer.from('合规自付')))).toEqual([false, false, false, false])
  })

  test.each([
    ['the next county', () => qian],
    ['another village', () => officer('522399001002', ['lead.read'])],
    ['another township', () => officer('522399002', ['lead.read'])],
  ])('is not found from %s', async (_, who) => {
    const { id } = await leadOf(store, 'A', 'medical-burden')
    await expect(as(store, who(), (ctx) => leadProof(ctx, id))).rejects.toMatchObject({ code: 'store.not_found' })
  })
})

describe('handling', () => {
  test('a lead is assigned, noted, handed back with a reason, and assigned again; its history tells all of it', async () => {
    const { id, version } = await leadOf(store, 'A', 'medical-burden')
    const given = await as(store, wang, (ctx) => assignLead(ctx, id, { version, officerId: liId }))
    expect(given).toEqual({ id, version: version + 1, state: 'handled' })
    const noted = await as(store, li, (ctx) => noteLead(ctx, id, { version: given.version, text: '已电话联系' }))
    await expect(as(store, li, (ctx) => assignLead(ctx, id, { version: noted.version, officerId: null }))).rejects.toMatchObject({
      code: 'lead.reason_missing',
    })
    const back = await as(store, li, (ctx) => assignLead(ctx, id, { version: noted.version, officerId: null, reason: '外出培训' }))
    expect(back.state).toBe('open')
    await expect(
      as(store, li, (ctx) => assignLead(ctx, id, { version: back.version, officerId: null, reason: '再退' })),
    ).rejects.toMatchObject({ code: 'lead.already_in_queue' })
    const { events } = await as(store, zhao, (ctx) => leadProof(ctx, id))
    expect(events.map(({ label, officerName, text }) => `${label} ${officerName} ${text}`)).toEqual([
      '退回 李支书 由李支书退回：外出培训',
      '备注 李支书 已电话联系',
      '分派 王镇长 分派给李支书',
      '筛查命中 系统 ',
    ])
  })

  test('an officer who is unknown, has left, or does not see the village is refused', async () => {
    const { id, version } = await leadOf(store, 'A', 'medical-burden')
    await expect(as(store, wang, (ctx) => assignLead(ctx, id, { version, officerId: 9999 }))).rejects.toMatchObject({
      code: 'lead.assignee_unknown',
    })
    await expect(as(store, wang, (ctx) => assignLead(ctx, id, { version, officerId: goneId }))).rejects.toMatchObject({
      code: 'lead.assignee_unknown',
    })
    await expect(as(store, wang, (ctx) => assignLead(ctx, id, { version, officerId: elsewhereId }))).rejects.toMatchObject({
      code: 'lead.assignee_unknown',
    })
    await expect(as(store, zhao, (ctx) => assignLead(ctx, id, { version, officerId: elsewhereId }))).rejects.toThrow(
      '吴镇长的辖区不含新寨村',
    )
  })

  test('a version that is no longer the last is refused and says what happened meanwhile', async () => {
    const { id, version } = await leadOf(store, 'B', 'medical-burden')
    await as(store, zhao, (ctx) => noteLead(ctx, id, { version, text: '县里看过' }))
    const stale = { code: 'store.stale', message: expect.stringContaining('赵县长备注') }
    await expect(as(store, wang, (ctx) => assignLead(ctx, id, { version, officerId: null, reason: '迟' }))).rejects.toMatchObject(stale)
    await expect(as(store, wang, (ctx) => noteLead(ctx, id, { version, text: '迟' }))).rejects.toMatchObject(stale)
    await expect(as(store, wang, (ctx) => closeLead(ctx, id, { version, outcome: 'true', reason: '迟' }))).rejects.toMatchObject(stale)
    await expect(as(store, wang, (ctx) => reopenLead(ctx, id, { version, reason: '迟' }))).rejects.toMatchObject(stale)
  })

  test('a lead outside the area is not found, whatever is done with it', async () => {
    const { id, version } = await leadOf(store, 'C', 'medical-burden')
    const notFound = { code: 'store.not_found' }
    for (const who of [qian, wang]) {
      await expect(as(store, who, (ctx) => assignLead(ctx, id, { version, officerId: null, reason: '别处' }))).rejects.toMatchObject(
        notFound,
      )
      await expect(as(store, who, (ctx) => noteLead(ctx, id, { version, text: '别处' }))).rejects.toMatchObject(notFound)
      await expect(as(store, who, (ctx) => closeLead(ctx, id, { version, outcome: 'true', reason: '别处' }))).rejects.toMatchObject(
        notFound,
      )
      await expect(as(store, who, (ctx) => reopenLead(ctx, id, { version, reason: '别处' }))).rejects.toMatchObject(notFound)
      await expect(
        as(store, who, (ctx) => grantExemption(ctx, { about: 'lead', id, reason: '别处', evidence: '无', untilOn: '2027-01-01' })),
      ).rejects.toMatchObject(notFound)
    }
  })

  test('closing one lead makes the household as urgent as what is left; reopening takes that back', async () => {
    const { id, version } = await leadOf(store, 'A', 'medical-burden')
    const closed = await as(store, wang, (ctx) => closeLead(ctx, id, { version, outcome: 'not_true', reason: '商业保险已赔付' }))
    expect((await leadOf(store, 'A', 'loan-overdue')).urgency).toBe('green')
    await expect(as(store, wang, (ctx) => closeLead(ctx, id, { version: closed.version, outcome: 'true', reason: '再' }))).rejects.toThrow(
      '已办结（不属实）',
    )
    await as(store, wang, (ctx) => reopenLead(ctx, id, { version: closed.version, reason: '赔付被撤回' }))
    expect((await leadOf(store, 'A', 'loan-overdue')).urgency).toBe('red')
    const open = await leadOf(store, 'A', 'medical-burden')
    await expect(as(store, wang, (ctx) => reopenLead(ctx, id, { version: open.version, reason: '再' }))).rejects.toMatchObject({
      code: 'lead.not_closed',
    })
  })

  test('what is under way goes to the successor when an account is handed over', async () => {
    const { id, version } = await leadOf(store, 'A', 'loan-overdue')
    await as(store, wang, (ctx) => assignLead(ctx, id, { version, officerId: liId }))
    const successor = await store.asOwner((client) =>
      client.query<{ id: number }>(
        "INSERT INTO officers (division_code, office_id, username, name, role, valid_from) VALUES ('522399001001', $1, 'sunxinren', '孙新任', 'village_cadre', '2026-10-01') RETURNING id",
        [office],
      ),
    )
    const moved = await as(store, zhao, (ctx) => handOverLeads(ctx, liId, successor.rows[0]?.id ?? 0))
    expect(moved).toEqual({ label: '在办线索', count: 1 })
    expect((await leadOf(store, 'A', 'loan-overdue')).assignedTo?.name).toBe('孙新任')
  })
})

describe('exemptions', () => {
  test('take a lead out of the queue at once, until they are revoked', async () => {
    const { id } = await leadOf(store, 'C', 'medical-burden')
    const body = { about: 'lead' as const, id, reason: '费用由医院减免', evidence: '减免证明', untilOn: '2027-10-31' }
    const granted = await as(store, zhao, (ctx) => grantExemption(ctx, body))
    expect(granted).toMatchObject({ isInForce: true, approverName: '赵县长', fromOn: '2026-10-31', ruleLabel: '医疗自付支出过大' })
    expect((await leadOf(store, 'C', 'medical-burden')).isExempt).toBe(true)
    const queue = await as(store, zhao, (ctx) => householdList(ctx, { limit: 50, household: numberOf('C') }))
    expect('items' in queue && queue.items).toEqual([])
    await expect(as(store, zhao, (ctx) => grantExemption(ctx, body))).rejects.toThrow('已由赵县长批准豁免')
    await expect(as(store, zhao, (ctx) => revokeExemption(ctx, granted.id, { version: 9, reason: '误批' }))).rejects.toMatchObject({
      code: 'store.stale',
    })
    await expect(as(store, qian, (ctx) => revokeExemption(ctx, granted.id, { version: 1, reason: '误批' }))).rejects.toMatchObject({
      code: 'store.not_found',
    })
    const revoked = await as(store, zhao, (ctx) => revokeExemption(ctx, granted.id, { version: 1, reason: '误批' }))
    expect(revoked).toMatchObject({ isInForce: false, revokedOn: '2026-10-31', revokedReason: '误批' })
    await expect(as(store, zhao, (ctx) => revokeExemption(ctx, granted.id, { version: 2, reason: '再' }))).rejects.toMatchObject({
      code: 'exemption.over',
    })
    expect((await leadOf(store, 'C', 'medical-burden')).isExempt).toBe(false)
    expect(await as(store, qian, (ctx) => exemptionList(ctx, { limit: 50 }))).toEqual({ items: [], next: null })
  })

  test('end by their day: the next run brings the lead back to the queue', async () => {
    const { id } = await leadOf(store, 'C', 'medical-burden')
    await as(store, zhao, (ctx) => grantExemption(ctx, { about: 'lead', id, reason: '减免', evidence: '证明', untilOn: '2026-10-31' }))
    await store.asOwner((client) =>
      client.query("UPDATE exemptions SET from_on = '2026-09-01', until_on = '2026-10-30' WHERE revoked_on IS NULL"),
    )
    expect((await leadOf(store, 'C', 'medical-burden')).isExempt).toBe(true)
    await merged(store, '2026-10-31', leads)
    expect((await leadOf(store, 'C', 'medical-burden')).isExempt).toBe(false)
  })

  test.each([
    ['2026-10-30', 'exemption.past'],
    ['2031-01-01', 'exemption.too_long'],
  ])('until %s are refused', async (untilOn, code) => {
    const { id } = await leadOf(store, 'C', 'medical-burden')
    await expect(
      as(store, zhao, (ctx) => grantExemption(ctx, { about: 'lead', id, reason: '减免', evidence: '证明', untilOn })),
    ).rejects.toMatchObject({ code })
  })
})

test('every route asks for the permission the thing takes', () => {
  const needs = [...screeningRoutes, ...qualityRoutes].map(({ method, path, needs }) => `${method} ${path} ${needs}`)
  expect(needs).toEqual([
    'POST /screening/runs screening.run',
    'GET /screening/runs lead.read',
    'GET /screening/runs/:id lead.read',
    'POST /screening/runs/:id/cancel screening.run',
    'GET /screening/unknowns lead.read',
    'GET /screening/discrepancies lead.read',
    'GET /leads lead.read',
    'GET /leads/households lead.read',
    'GET /leads/summary lead.read',
    'GET /leads/:id lead.read',
    'POST /leads/:id/assign lead.handle',
    'POST /leads/:id/note lead.handle',
    'POST /leads/:id/close lead.handle',
    'POST /leads/:id/reopen lead.handle',
    'GET /register/households/:id/department-rows lead.read',
    'GET /exemptions lead.read',
    'POST /exemptions exemption.grant',
    'POST /exemptions/:id/revoke exemption.grant',
    'POST /trials screening.run',
    'GET /trials screening.run',
    'GET /trials/:id screening.run',
    'GET /trials/:id/households screening.run',
    'POST /trials/:id/cancel screening.run',
    'GET /policy/parameters policy.read',
    'GET /policy/changes policy.read',
    'POST /policy/changes policy.change',
    'POST /policy/changes/:id/approve policy.approve',
    'POST /policy/changes/:id/refuse policy.approve',
    'POST /policy/changes/:id/withdraw policy.change',
    'GET /policy/overlay policy.read',
    'GET /policy/rules policy.read',
    'GET /policy/law policy.read',
    'GET /policy/quality-rules policy.read',
    'GET /quality/findings quality.read',
    'GET /quality/summary quality.read',
    'GET /quality/trend quality.read',
    'POST /quality/findings/:id/mend quality.mend',
    'GET /quality/workbook quality.mend',
    'POST /quality/workbook quality.mend',
  ])
})
