/** A household that withdraws says nothing about the leads that brought it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginCases } from '../../src/cases/begin.actions.ts'
import { outcomesByRule } from '../../src/cases/worth/worth.queries.ts'
import { merged } from '../screening/found.test-support.ts'
import { type CaseCounty, caseCounty, moved } from './cases.test-support.ts'

let county: CaseCounty
beforeAll(async () => {
  county = await caseCounty(4)
})
afterAll(() => county.drop())

/** The one lead of the county, found at a household of the register, and the case begun from it. */
async function caseOf(householdId: number): Promise<number> {
  const { rows } = await county.store.asOwner(async (client) => {
    const number = (await client.query('SELECT household_number FROM households WHERE id = $1', [householdId])).rows[0].household_number
    return client.query("UPDATE leads SET household_number = $1, lead_key = $1 || rule_id, state = 'open', outcome = NULL RETURNING id", [
      number,
    ])
  })
  const asked = { leadIds: [Number(rows[0].id)], channel: 'department_screening', risks: [] } as const
  const { items } = await county.as('wang', (ctx) => beginCases(ctx, { ...asked, leadIds: [...asked.leadIds], risks: [] }))
  return items[0]?.caseId ?? 0
}

const counted = async () => {
  const rules = await county.as('zhao', (ctx) => outcomesByRule(ctx, '522399', '2026-07-01'))
  return rules.map(({ rule_id, leads, true_leads, untrue_leads, open_leads }) => [rule_id, leads, true_leads, untrue_leads, open_leads])
}

test('what was found untrue counts against its rule, what was withdrawn counts for nothing', async () => {
  await merged(county.store, '2026-08-01', [{ of: 'A', village: '新寨村', rule: 'medical-burden', risk: '因病', severity: 'low' }])
  const untrue = await caseOf(county.households[0] ?? 0)
  expect(await counted()).toEqual([['medical-burden', 1, 0, 0, 1]])
  await moved(county, 'wang', untrue, 'dispatch')
  await moved(county, 'li', untrue, 'find_untrue')
  await moved(county, 'wang', untrue, 'confirm_untrue')
  expect(await counted()).toEqual([['medical-burden', 1, 0, 1, 0]])
  await moved(county, 'li', await caseOf(county.households[3] ?? 0), 'withdraw')
  expect(await counted()).toEqual([['medical-burden', 1, 0, 0, 0]])
})
