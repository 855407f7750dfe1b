/** Help: what is owed to a household, given, and ended, and when its risk counts as gone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonaName } from '../../src/access/personas.test-support.ts'
import { type CaseRow, caseById, setGreenChannel } from '../../src/cases/core.ts'
import { checkClearing, clearingOf } from '../../src/cases/help/clearing.actions.ts'
import { owePlanOnRecognition } from '../../src/cases/help/effects.ts'
import { agreePlan, alterMeasure, deliverMeasure, endMeasure, planMeasure, planOutside } from '../../src/cases/help/measures.actions.ts'
import { helpOf, helpOverview, measureList } from '../../src/cases/help/reading.actions.ts'
import { findClearingConditions, findClearingMode } from '../../src/cases/help/records.queries.ts'
import { changeFields } from '../../src/registry/index.ts'
import { begun, brought, type CaseCounty, caseCounty } from '../cases/cases.test-support.ts'

let county: CaseCounty
let next = 0
const household = () => county.households[3 * next++] ?? 0

beforeAll(async () => {
  county = await caseCounty(20)
})
afterAll(() => county.drop())

const rowOf = (id: number) =>
  county.as('wang', async (ctx) => {
    const row = await caseById(ctx, id)
    if (row === undefined) throw new Error(`no case ${id}`)
    return row
  })

/** A recognised case; its plan is owed from then on. */
async function assisted(): Promise<CaseRow> {
  county.setDay('2026-08-03')
  const id = await begun(county, household())
  await brought(county, id, 'assisted')
  const row = await rowOf(id)
  const event = { seq: row.version } as Parameters<typeof owePlanOnRecognition>[2]
  await county.as('li', (ctx) => owePlanOnRecognition(ctx, row, event))
  return row
}

const measure = (name: string) => ({ measure: name, timing: 'after' as const, details: '', fund: '' })
const plan = (who: PersonaName, caseId: number, name: string) => county.as(who, (ctx) => planMeasure(ctx, caseId, measure(name)))
const today = () => county.store.now().toISOString().slice(0, 10)
const delivery = (version: number) => ({ version, onDay: today(), proof: '发放记录', note: '', amount: '1200.50' })
const setLabour = (row: CaseRow, ability: string) =>
  county.as('li', async (ctx) => {
    const { rows } = await county.store.asOwner((client) =>
      client.query<{ id: number }>('SELECT id FROM persons WHERE household_id = $1', [row.household_id]),
    )
    const { rows: versions } = await county.store.asOwner((client) =>
      client.query<{ version: number }>('SELECT version FROM households WHERE id = $1', [row.household_id]),
    )
    const persons = rows.map(({ id }) => ({ personId: Number(id), values: { labour_ability: ability } }))
    return changeFields(ctx, row.household_id, { version: versions[0]?.version ?? 0, reason: '核实劳动能力', household: {}, persons })
  })

describe('a plan', () => {
  test('is owed from recognition on, and says what is missing', async () => {
    const row = await assisted()
    await setLabour(row, '普通劳动力')
    const help = await county.as('li', (ctx) => helpOf(ctx, row.id))
    expect(help.plan).toMatchObject({ agreedOn: null })
    expect(help.duties.map(({ id, isMet }) => [id, isMet])).toEqual([
      ['development', false],
      ['risk:因病', false],
    ])
    expect(help.suggestions.length).toBeGreaterThan(2)
    await expect(county.as('li', (ctx) => agreePlan(ctx, row.id, { version: 1 }))).rejects.toMatchObject({ code: 'help.plan_incomplete' })
  })

  test('is agreed once everything owed is in it, and no version is written over', async () => {
    const row = await assisted()
    await setLabour(row, '普通劳动力')
    await plan('li', row.id, 'public_post')
    await plan('wang', row.id, 'medical_assistance')
    expect(await county.as('li', (ctx) => agreePlan(ctx, row.id, { version: 1 }))).toEqual({ version: 2 })
    await expect(county.as('li', (ctx) => agreePlan(ctx, row.id, { version: 1 }))).rejects.toMatchObject({ code: 'store.stale' })
    const overview = await county.as('wang', (ctx) => helpOverview(ctx, undefined))
    expect(overview.owedPlans.map(({ caseId }) => caseId)).not.toContain(row.id)
  })

  test('of weak labour is agreed with what was explored', async () => {
    const row = await assisted()
    await setLabour(row, '弱劳动力或半劳动力')
    await plan('li', row.id, 'medical_assistance')
    await expect(county.as('li', (ctx) => agreePlan(ctx, row.id, { version: 1 }))).rejects.toMatchObject({ code: 'help.plan_incomplete' })
    const agreed = county.as('li', (ctx) => agreePlan(ctx, row.id, { version: 1, explored: '联系帮扶车间，暂无合适岗位' }))
    await expect(agreed).resolves.toEqual({ version: 2 })
  })
})

describe('a measure', () => {
  test('is planned, delivered, changed and ended, every step kept', async () => {
    const row = await assisted()
    const planned = await plan('li', row.id, 'public_post')
    const delivered = await county.as('li', (ctx) => deliverMeasure(ctx, planned.id, delivery(planned.version)))
    const changed = await county.as('li', (ctx) => alterMeasure(ctx, planned.id, { version: delivered.version, fund: '衔接资金' }))
    await county.as('li', (ctx) => endMeasure(ctx, planned.id, { version: changed.version, isCancelled: false, reason: '协议期满' }))
    const help = await county.as('li', (ctx) => helpOf(ctx, row.id))
    expect(help.measures[0]).toMatchObject({ state: 'ended', firstDeliveredOn: today(), fund: '衔接资金' })
    expect(help.measures[0]?.events.map(({ kind }) => kind)).toEqual(['planned', 'delivered', 'changed', 'ended'])
    expect(help.deliveredAmount).toBe('1200.50')
  })

  test('is refused twice while it runs, with an old version, in the future, and after its end', async () => {
    const row = await assisted()
    const one = await plan('li', row.id, 'public_post')
    await expect(plan('li', row.id, 'public_post')).rejects.toMatchObject({ code: 'help.already_there' })
    await expect(plan('li', row.id, 'free_money')).rejects.toMatchObject({ code: 'help.no_such_measure' })
    const future = { ...delivery(one.version), onDay: '2030-01-01' }
    await expect(county.as('li', (ctx) => deliverMeasure(ctx, one.id, future))).rejects.toMatchObject({ code: 'help.future_delivery' })
    const early = { version: one.version, isCancelled: false, reason: '不再需要' }
    await expect(county.as('li', (ctx) => endMeasure(ctx, one.id, early))).rejects.toMatchObject({ code: 'help.not_delivered' })
    await county.as('li', (ctx) => endMeasure(ctx, one.id, { ...early, isCancelled: true }))
    await expect(county.as('li', (ctx) => deliverMeasure(ctx, one.id, delivery(one.version)))).rejects.toMatchObject({
      code: 'store.stale',
    })
    await expect(county.as('li', (ctx) => deliverMeasure(ctx, one.id, delivery(one.version + 1)))).rejects.toMatchObject({
      code: 'help.measure_over',
    })
  })

  test('is not found from the next county', async () => {
    const row = await assisted()
    const one = await plan('li', row.id, 'public_post')
    await expect(plan('qian', row.id, 'small_credit')).rejects.toMatchObject({ code: 'store.not_found' })
    await expect(county.as('qian', (ctx) => helpOf(ctx, row.id))).rejects.toMatchObject({ code: 'store.not_found' })
    await expect(county.as('qian', (ctx) => deliverMeasure(ctx, one.id, delivery(1)))).rejects.toMatchObject({ code: 'store.not_found' })
  })

  test('before recognition needs the green channel', async () => {
    county.setDay('2026-08-03')
    const id = await begun(county, household())
    await expect(plan('li', id, 'temporary_relief')).rejects.toMatchObject({ code: 'help.not_recognised' })
    await county.as('li', async (ctx) =>
      setGreenChannel(ctx, id, { version: (await caseById(ctx, id))?.version ?? 0, isOn: true, reason: '突发火灾' }),
    )
    await expect(plan('li', id, 'temporary_relief')).resolves.toMatchObject({ version: 1 })
  })

  test('without a case needs a reason and is listed', async () => {
    county.setDay('2026-08-03')
    const householdId = household()
    const outside = (reason: string) => county.as('li', (ctx) => planOutside(ctx, householdId, { ...measure('donation'), reason }))
    await expect(outside('')).rejects.toMatchObject({ code: 'help.no_case_reason' })
    const { id } = await outside('爱心企业定向捐助')
    const list = await county.as('wang', (ctx) => measureList(ctx, { outside: 'true', sort: 'due', limit: 50 }))
    expect('items' in list && list.items.map((one) => one.id)).toContain(id)
    await begun(county, householdId)
    await expect(outside('再来一次')).rejects.toMatchObject({ code: 'help.case_open' })
  })

  test('planned and not delivered in time stands in the late list, by page', async () => {
    const row = await assisted()
    const one = await plan('li', row.id, 'public_post')
    county.setDay('2027-12-01')
    const page = (after?: string) =>
      county.as('wang', (ctx) => measureList(ctx, { overdue: 'true', sort: 'due', limit: 1, ...(after && { after }) }))
    const seen: number[] = []
    for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
      const list = await page(after)
      if (!('items' in list)) throw new Error('a file')
      seen.push(...list.items.map(({ id }) => id))
      after = list.next ?? undefined
    }
    expect(seen).toContain(one.id)
    expect(new Set(seen).size).toBe(seen.length)
  })
})

describe('clearing', () => {
  test('is not to be had while anything is unknown, and says what', async () => {
    const row = await assisted()
    const checked = await county.as('li', (ctx) => checkClearing(ctx, row.id, false))
    expect(checked.isMet).toBe(false)
    expect(checked.open.join()).toContain('针对风险的措施已落实')
    const found = await county.as('li', (ctx) => findClearingConditions(ctx, row, 'propose_clearing'))
    expect(found).toMatchObject({ obstacle: expect.stringContaining('未满足') })
    expect(await county.as('li', (ctx) => findClearingMode(ctx, row, 'clear'))).toBeUndefined()
  })

  test('takes the household as it stands, and keeps the thirteen values', async () => {
    const row = await assisted()
    const { rows } = await county.store.asOwner((client) =>
      client.query<{ version: number }>('SELECT version FROM households WHERE id = $1', [row.household_id]),
    )
    const values = { housing_is_unsafe: '否', has_dropout: '否', water_is_unsafe: '否', has_uninsured: '是', compliant_self_paid: '500' }
    await county.as('li', (ctx) =>
      changeFields(ctx, row.household_id, { version: rows[0]?.version ?? 0, reason: '入户核实', household: values, persons: [] }),
    )
    const shown = await county.as('li', (ctx) => clearingOf(ctx, row.id))
    const of = (id: string) => shown.conditions.find((one) => one.id === id)?.isMet
    expect([of('schooling'), of('housing'), of('water'), of('insurance')]).toEqual([true, true, true, false])
    expect(shown.snapshot).toHaveLength(13)
    expect(shown.snapshot.find(({ field }) => field === 'uninsured_member')).toMatchObject({ value: '是' })
    expect(shown.isMet).toBe(false)
  })

  test('is not checked before recognition, nor from outside', async () => {
    county.setDay('2026-08-03')
    const id = await begun(county, household())
    await expect(county.as('li', (ctx) => checkClearing(ctx, id, false))).rejects.toMatchObject({ code: 'help.not_assisted' })
    await expect(county.as('qian', (ctx) => clearingOf(ctx, id))).rejects.toMatchObject({ code: 'store.not_found' })
  })
})

describe('the view of an area', () => {
  test('counts what is late and what has no help, and sees a cluster', async () => {
    for (let i = 0; i < 5; i += 1) await assisted()
    county.setDay('2026-08-25')
    const { zero, clusters } = await county.as('zhou', (ctx) => helpOverview(ctx, undefined))
    expect(zero.find(({ division }) => division === '522399001')?.withoutHelp).toBeGreaterThanOrEqual(5)
    expect(clusters.map(({ division, level }) => `${level} ${division}`)).toContain('village 522399001001')
    expect((await county.as('qian', (ctx) => helpOverview(ctx, undefined))).zero).toEqual([])
  })
})
