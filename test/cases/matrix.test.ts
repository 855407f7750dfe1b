/** Every row of the lifecycle against every persona: who gets past the permission, and for whom the case is not even there. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonaName } from '../../src/access/personas.test-support.ts'
import { caseById } from '../../src/cases/core.ts'
import { lifecycles } from '../../src/cases/lifecycles.ts'
import { actFound, begun, brought, type CaseCounty, caseCounty, typedFor } from './cases.test-support.ts'

/** What the roles' documents say, once more and by hand: persona by word. */
const mayBy: Readonly<Record<string, readonly PersonaName[]>> = {
  'case.dispatch': ['wang', 'wu'],
  'case.visit': ['li', 'wang', 'wu'],
  'case.review': ['wu'],
  'case.approve': ['zhou'],
  'case.objection': ['wu', 'zhao'],
}
const outside: readonly PersonaName[] = ['qian', 'jiang', 'shen']
const inside: readonly PersonaName[] = ['li', 'wang', 'wu', 'zhao', 'zhou', 'zheng', 'chu', 'wei', 'feng', 'chen', 'sun']

class Undone extends Error {}

let county: CaseCounty
let used = 0
beforeAll(async () => {
  county = await caseCounty(40)
})
afterAll(() => county.drop())

/** What happens when a persona tries; nothing of it stays. */
async function tried(who: PersonaName, id: number, action: (typeof lifecycles.monitoring.moves)[number]['action']): Promise<string> {
  return county
    .as(who, async (ctx) => {
      const row = await caseById(ctx, id)
      await actFound(ctx, id, action, { version: row?.version ?? 1, record: row === undefined ? {} : typedFor(row.state, action) })
      throw new Undone()
    })
    .catch((error: Error & { code?: string }) => (error instanceof Undone ? 'done' : (error.code ?? error.message)))
}

const rows = lifecycles.monitoring.moves.map((row) => ({ ...row, name: `${row.from} ${row.action} ${row.cameFrom ?? ''}` }))

describe.each(rows)('$name', ({ from, action, needs, cameFrom }) => {
  test('each persona', async () => {
    const id = await begun(county, county.households[(3 * used++) % county.households.length] ?? 0)
    await brought(county, id, from, cameFrom)
    const may = new Set(needs.flatMap((word) => mayBy[word] ?? []))
    const cells = [...inside, ...outside].map(async (who) => [who, await tried(who, id, action)])
    const expected = [
      ...inside.map((who) => [who, may.has(who) ? 'done' : 'case.not_permitted']),
      ...outside.map((who) => [who, 'store.not_found']),
    ]
    expect(await Promise.all(cells)).toEqual(expected)
  })
})
