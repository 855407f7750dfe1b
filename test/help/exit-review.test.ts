/** The review of former registered poor households, and cases that follow a household to another village. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonaName } from '../../src/access/personas.test-support.ts'
import { act, type CaseAction, caseById, eventsOf, openCaseOf } from '../../src/cases/core.ts'
import { assessmentOf, beginReviews, keepAssessment, reviewProgress } from '../../src/cases/help/exit-review/exit-review.actions.ts'
import { begun, type CaseCounty, caseCounty } from '../cases/cases.test-support.ts'

let county: CaseCounty
beforeAll(async () => {
  county = await caseCounty(2)
})
afterAll(() => county.drop())

async function does(who: PersonaName, id: number, action: string, record: object = {}) {
  return county.as(who, async (ctx) => {
    const row = await caseById(ctx, id)
    return act(ctx, id, action as CaseAction, { version: row?.version ?? 0, record: record as never })
  })
}
const review = (householdId: number) =>
  county.as('zhao', async (ctx) => {
    const row = await openCaseOf(ctx, householdId, 'exit_review')
    if (row === undefined) throw new Error('no review')
    return row
  })

test('every former registered poor household is taken once, nobody else', async () => {
  const begin = () => county.as('zhao', (ctx) => beginReviews(ctx, { division: '522399', most: 200 }))
  expect(await begin()).toEqual({ opened: 2 })
  expect(await begin()).toEqual({ opened: 0 })
  const progress = await county.as('wang', (ctx) => reviewProgress(ctx, { by: 'township' }))
  expect('items' in progress && progress.items).toMatchObject([{ division: '522399001', village: '', households: 2, open: 2, notBegun: 0 }])
  const villages = await county.as('zhao', (ctx) => reviewProgress(ctx, { by: 'village' }))
  const items = 'items' in villages ? villages.items : []
  expect(items.every(({ division, village }) => division.length === 12 && village !== '')).toBe(true)
  expect(items.reduce((sum, { open }) => sum + open, 0)).toBe(2)
  await expect(county.as('qian', (ctx) => beginReviews(ctx, { division: '522399', most: 1 }))).rejects.toMatchObject({
    code: 'store.not_found',
  })
})

test('the criteria are shown and kept; what nobody laid down cannot let a household go', async () => {
  const { id } = await review(county.households[0] ?? 0)
  await expect(does('li', id, 'assess', { opinion: '同意上报' })).rejects.toMatchObject({ code: 'case.record_missing' })
  expect(await county.as('li', (ctx) => keepAssessment(ctx, id))).toMatchObject({ proposal: expect.stringMatching(/open|keep/) })
  const shown = await county.as('li', (ctx) => assessmentOf(ctx, id))
  expect(shown.criteria.map((one) => one.id)).toEqual(['income', 'guarantees', 'no_open_risk', 'labour', 'own_income', 'not_on_relief'])
  expect(shown.criteria.find((one) => one.id === 'income')?.isMet).toBeNull()
  await does('li', id, 'assess', { opinion: '同意上报' })
  await expect(does('li', id, 'check', { opinion: '同意' })).rejects.toMatchObject({ code: 'case.not_permitted' })
  await does('wu', id, 'check', { opinion: '同意' })
  await expect(does('zhou', id, 'let_go', { opinion: '同意退出' })).rejects.toMatchObject({ code: 'case.record_missing' })
  expect(await does('zhou', id, 'keep_support', { opinion: '标准未定，继续帮扶' })).toMatchObject({ state: 'support_kept', is_open: false })
  await expect(county.as('qian', (ctx) => assessmentOf(ctx, id))).rejects.toMatchObject({ code: 'store.not_found' })
})

test('a case follows its household to another village, with all that is about it', async () => {
  const householdId = county.households[3] ?? 0
  const id = await begun(county, householdId)
  await county.store.asOwner((client) =>
    client.query(`UPDATE households SET division_code = '522399001002', village = '竹园村' WHERE id = $1`, [householdId]),
  )
  await expect(county.as('li', (ctx) => caseById(ctx, id))).resolves.toBeUndefined()
  const events = await county.as('wang', (ctx) => eventsOf(ctx, id))
  expect(events.length).toBeGreaterThan(0)
  expect(await county.as('wang', (ctx) => caseById(ctx, id))).toMatchObject({ division_code: '522399001002', village: '竹园村' })
})
