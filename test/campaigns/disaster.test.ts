/** After a disaster: the households that departments named are the roster, and a later file adds to it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginCampaign, refreshCampaign, rosterOf } from '../../src/cases/campaigns/campaigns.actions.ts'
import { type CaseCounty, caseCounty } from '../cases/cases.test-support.ts'

let county: CaseCounty
beforeAll(async () => {
  county = await caseCounty(2)
})
afterAll(() => county.drop())

/** A lead of a household as a run of the screening leaves it. */
async function found(householdId: number, risk: string, isPresent = true) {
  await county.store.asOwner((client) =>
    client.query(
      `WITH run AS (INSERT INTO screening_runs (division_code, job_id, as_of, months, asked_by_name, asked_at)
        VALUES ('522399', (SELECT coalesce(max(job_id), 0) + 1 FROM screening_runs), '2026-07-31', 12, '赵敏', '2026-08-01T00:00:00Z') RETURNING id)
      INSERT INTO leads (division_code, lead_key, household_number, rule_id, risk, severity, urgency, is_present, appeared_on, first_run, last_run,
        evidence_id, evidence, sources, source_count, counter_evidence, content_key)
      SELECT h.division_code, h.household_number || $2, h.household_number, 'r', $2, 'medium', 'yellow', $3, '2026-07-31', run.id, run.id, 'e', '[]', '[]', 0, '[]', 'c'
      FROM households h, run WHERE h.id = $1`,
      [householdId, risk, isPresent],
    ),
  )
}
const begin = (divisionCode: string) =>
  county.as('zhao', (ctx) =>
    beginCampaign(ctx, { divisionCode, name: '八月洪涝灾后排查', scope: 'disaster_hit', startsOn: '2026-08-01', endsOn: '2026-08-31' }),
  )
async function roster(id: number): Promise<number[]> {
  const page = await county.as('zhao', (ctx) => rosterOf(ctx, id, { limit: 200 }))
  return 'items' in page ? page.items.map(({ householdId }) => householdId).sort((a, b) => a - b) : []
}

test('nobody was named: there is nothing to begin', async () => {
  await found(county.households[1] ?? 0, '因病')
  await found(county.households[2] ?? 0, '因自然灾害', false)
  await expect(begin('522399')).rejects.toMatchObject({ code: 'campaign.nobody' })
})

test('who was hit is on the roster, and who a later file names joins it', async () => {
  const [first = 0, , , fourth = 0] = county.households
  await found(first, '因自然灾害')
  const { id, scopeLabel } = await begin('522399')
  expect([scopeLabel, await roster(id)]).toEqual(['受灾户', [first]])
  await found(fourth, '因自然灾害')
  expect(await county.as('zhao', (ctx) => refreshCampaign(ctx, id))).toMatchObject({ added: 1 })
  expect(await roster(id)).toEqual([first, fourth].sort((a, b) => a - b))
})

test('of another place nobody is taken', async () => {
  await expect(begin('522399002')).rejects.toMatchObject({ code: 'campaign.nobody' })
})
