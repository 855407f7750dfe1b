/** What a village found untrue is seen by a second pair of eyes before the household is turned away. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonaName } from '../../src/access/personas.test-support.ts'
import { caseById, eventsOf } from '../../src/cases/core.ts'
import { confirmUntrue, untrueWaiting } from '../../src/cases/untrue.actions.ts'
import { untrueRoutes } from '../../src/cases/untrue.routes.ts'
import { begun, type CaseCounty, caseCounty, firstDay, moved } from './cases.test-support.ts'

let county: CaseCounty
let next = 0

beforeAll(async () => {
  county = await caseCounty(20)
})
afterAll(() => county.drop())

async function foundUntrue(who: PersonaName = 'li'): Promise<number> {
  county.setDay(firstDay)
  const id = await begun(county, county.households[3 * next++] ?? 0)
  await moved(county, 'wang', id, 'dispatch')
  expect(await moved(county, who, id, 'find_untrue', { reason: '子女按月汇款，收入稳定' })).toMatchObject({
    state: 'untrue_check',
    is_open: true,
    end_reason: null,
  })
  return id
}
const versionOf = async (id: number) => (await county.as('wu', (ctx) => caseById(ctx, id)))?.version ?? 0
const confirm = async (who: PersonaName, ...ids: number[]) => {
  const items = await Promise.all(ids.map(async (id) => ({ id, version: await versionOf(id) })))
  return county.as(who, (ctx) => confirmUntrue(ctx, { items }))
}
const waitingFor = async (who: PersonaName) => (await county.as(who, (ctx) => untrueWaiting(ctx, undefined))).items

describe('what was found untrue', () => {
  test('waits for the township with its reason, who found it and until when', async () => {
    const id = await foundUntrue()
    const line = (await waitingFor('wang')).find((one) => one.id === id)
    expect(line).toMatchObject({ reason: '子女按月汇款，收入稳定', foundBy: '李明', foundOn: firstDay, isOwn: false, dueOn: '2026-08-06' })
    expect((await waitingFor('li')).find((one) => one.id === id)).toMatchObject({ isOwn: true })
    expect(await waitingFor('qian')).toEqual([])
  })

  test('several are confirmed at once in the village’s own words; one that has changed keeps no other back', async () => {
    const [one, two] = [await foundUntrue(), await foundUntrue()]
    const items = [
      { id: one, version: await versionOf(one) },
      { id: two, version: 1 },
    ]
    const answer = await county.as('wang', (ctx) => confirmUntrue(ctx, { items }))
    expect(answer).toMatchObject({ confirmed: 1, refused: [{ id: two, headName: '张建国' }] })
    expect(await county.as('wang', (ctx) => caseById(ctx, one))).toMatchObject({
      state: 'not_admitted',
      is_open: false,
      end_reason: '子女按月汇款，收入稳定',
    })
    expect(await county.as('wang', (ctx) => caseById(ctx, two))).toMatchObject({ state: 'untrue_check' })
    expect(await confirm('wang', two)).toEqual({ confirmed: 1, refused: [] })
    expect((await county.as('wang', (ctx) => eventsOf(ctx, two))).at(-1)).toMatchObject({ action: 'confirm_untrue', officer_name: '王芳' })
  })

  test('is not confirmed by whoever found it, by the village, or from the next county', async () => {
    const [own, other] = [await foundUntrue('wang'), await foundUntrue()]
    expect((await confirm('wang', own)).refused[0]?.message).toContain('王芳')
    expect(await confirm('wu', own)).toMatchObject({ confirmed: 1 })
    expect((await confirm('li', other)).refused).toHaveLength(1)
    expect((await confirm('qian', other)).refused).toHaveLength(1)
    expect(await county.as('wu', (ctx) => caseById(ctx, other))).toMatchObject({ state: 'untrue_check' })
  })

  test('is sent back to be verified again, and the household may still withdraw', async () => {
    const [again, withdrawn] = [await foundUntrue(), await foundUntrue()]
    expect(await moved(county, 'wang', again, 'verify_again', { reason: '子女电话核实不符' })).toMatchObject({ state: 'verifying' })
    expect(await moved(county, 'li', withdrawn, 'withdraw')).toMatchObject({ state: 'withdrawn', is_open: false })
  })
})

test('the routes ask for what the thing takes', () => {
  expect(untrueRoutes.map(({ method, path, needs }) => `${method} ${path} ${needs}`)).toEqual([
    'GET /untrue-cases case.read',
    'POST /untrue-cases/confirm case.dispatch',
  ])
})
