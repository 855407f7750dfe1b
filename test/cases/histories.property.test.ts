/** Random histories by all personas: whatever they try, the tables say what the events say, and the table of the lifecycle is kept. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonaName } from '../../src/access/personas.test-support.ts'
import { assignCase, noteCase, setGreenChannel } from '../../src/cases/case.actions.ts'
import { type CaseAction, caseById, deadlinesOf, eventsOf, openCase } from '../../src/cases/core.ts'
import { dailyRound } from '../../src/cases/daily.actions.ts'
import { lifecycleOf } from '../../src/cases/lifecycles.ts'
import { openMoves } from '../../src/cases/moves.rules.ts'
import { rebuildCase } from '../../src/cases/rebuild.actions.ts'
import { addDays, Problem, plainDay } from '../../src/kernel/index.ts'
import { systemOfficer } from '../../src/store/index.ts'
import { asker } from '../database/database.test-support.ts'
import { actFound, type CaseCounty, caseCounty, firstDay, typedFor } from './cases.test-support.ts'

const { moves, states } = lifecycleOf('monitoring')
const everybody = ['li', 'wang', 'wu', 'zhao', 'zhou', 'zheng', 'chu', 'wei', 'feng', 'chen', 'sun', 'qian', 'shen'] as const
const actions = [...new Set(moves.map(({ action }) => action))]

type Deed =
  | { what: 'begin' | 'note' | 'green' | 'assign'; who: PersonaName; household: number }
  | { what: 'act'; who: PersonaName; household: number; action: CaseAction }
  | { what: 'likely'; household: number; pick: number }
  | { what: 'onward'; household: number }
  | { what: 'wait'; days: number }
  | { what: 'daily' }

const who = fc.constantFrom<PersonaName>(...everybody)
const household = fc.nat({ max: 1 })
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constantFrom('begin' as const, 'note' as const, 'green' as const, 'assign' as const), who, household }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('act' as const), who, household, action: fc.constantFrom(...actions) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('likely' as const), household, pick: fc.nat({ max: 20 }) }) },
  { weight: 12, arbitrary: fc.record({ what: fc.constant('onward' as const), household }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('wait' as const), days: fc.constantFrom(1, 3, 5, 30, 200) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('daily' as const) }) },
)

let county: CaseCounty
let used = 0
beforeAll(async () => {
  county = await caseCounty(60)
})
afterAll(() => county.drop())

/** A refusal is an answer; anything else is a fault of the program. */
const orRefused = (work: Promise<unknown>) =>
  work.catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error
  })

class History {
  readonly cases = new Map<number, number>()
  day = firstDay
  readonly households: readonly number[]
  constructor(households: readonly number[]) {
    this.households = households
    county.setDay(firstDay)
  }

  async does(deed: Deed): Promise<void> {
    if (deed.what === 'wait') {
      this.day = addDays(plainDay(this.day), deed.days)
      return county.setDay(this.day)
    }
    if (deed.what === 'daily') {
      await dailyRound((work) => county.store.transaction(asker(systemOfficer), work))
      return
    }
    const caseId = this.cases.get(deed.household)
    if (deed.what === 'begin') return this.begins(deed.who, deed.household)
    if (caseId === undefined) return this.begins('wang', deed.household)
    if (deed.what === 'onward') return this.onward(caseId)
    await orRefused(deed.what === 'likely' ? this.likely(caseId, deed.pick) : this.other(caseId, deed))
  }

  async begins(who: PersonaName, index: number): Promise<void> {
    const householdId = this.households[index] ?? 0
    const source = { kind: 'visit', id: `${who}-${this.day}` }
    const begin = county.as(who, (ctx) => openCase(ctx, { householdId, channel: 'cadre_visit', source, risks: ['因病', '因学'] }))
    await orRefused(begin.then(({ caseId }) => this.cases.set(index, caseId)))
  }

  /** The first move of the table, on the first day it may be done. */
  async onward(caseId: number): Promise<void> {
    await county.as('wu', async (ctx) => {
      const row = await caseById(ctx, caseId)
      const [first] = row === undefined ? [] : openMoves(row, await deadlinesOf(ctx, caseId), ctx.today)
      this.day = first?.earliest?.day ?? this.day
      county.setDay(this.day)
    })
    await orRefused(this.likely(caseId, 0))
  }

  /** One of the moves open now, by somebody who may. */
  async likely(caseId: number, pick: number): Promise<unknown> {
    const row = await county.as('wu', (ctx) => caseById(ctx, caseId))
    const open = moves.filter(({ from, cameFrom }) => from === row?.state && (cameFrom === null || cameFrom === row?.came_from))
    const move = open[pick % Math.max(1, open.length)]
    if (row === undefined || move === undefined) return undefined
    const doer = everybody.find((one) => move.needs.some((word) => county.people[one].officer.permissions.has(word))) ?? 'wu'
    return county.as(doer, (ctx) => actFound(ctx, caseId, move.action, { version: row.version, record: typedFor(row.state, move.action) }))
  }

  other(caseId: number, deed: Extract<Deed, { who: PersonaName }>): Promise<unknown> {
    return county.as(deed.who, async (ctx) => {
      const row = await caseById(ctx, caseId)
      const version = row?.version ?? 1
      if (deed.what === 'note') return noteCase(ctx, caseId, { version, text: '记一笔' })
      if (deed.what === 'green') return setGreenChannel(ctx, caseId, { version, isOn: true, reason: '突发火灾' })
      if (deed.what === 'assign') return assignCase(ctx, caseId, { version, officerId: county.people.wang.officer.id })
      if (deed.what !== 'act') return undefined
      return actFound(ctx, caseId, deed.action, { version, record: row === undefined ? {} : typedFor(row.state, deed.action) })
    })
  }

  /** What must hold after any history. */
  async holds(): Promise<void> {
    for (const householdId of this.households) {
      const { rows } = await county.store.asOwner((client) =>
        client.query<{ id: number; is_open: boolean; episode: number }>(
          'SELECT id, is_open, episode FROM cases WHERE household_id = $1 ORDER BY episode',
          [householdId],
        ),
      )
      expect(rows.filter(({ is_open }) => is_open).length).toBeLessThanOrEqual(1)
      expect(rows.map(({ episode }) => episode)).toEqual(rows.map((_, i) => i + 1))
      for (const { id } of rows) await this.holdsFor(Number(id))
    }
  }

  async holdsFor(id: number): Promise<void> {
    await county.as('wu', async (ctx) => {
      const [row, events, deadlines] = [await caseById(ctx, id), await eventsOf(ctx, id), await deadlinesOf(ctx, id)]
      if (row === undefined) throw new Error(`no case ${id}`)
      expect(await rebuildCase(ctx, id)).toBe(false)
      expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: row.version }, (_, i) => i + 1))
      for (const { kind, action, from_state, to_state, officer_id } of events) {
        if (kind !== 'moved') continue
        const row = moves.find((one) => one.action === action && one.from === from_state && one.to === to_state)
        const by = Object.values(county.people).find(({ officer }) => officer.id === officer_id)
        expect(row?.needs.some((word) => by?.officer.permissions.has(word))).toBe(true)
      }
      const standing = deadlines.filter(({ met_on, about }) => met_on === null && !about.includes('..'))
      expect(standing.map(({ about }) => about)).toEqual(standing.length === 0 ? [] : [row.state])
      expect(row.is_open).toBe(['open', 'hold'].includes(states[row.state].kind))
      expect(row.recognised_on !== null).toBe(events.some(({ to_state }) => to_state === 'assisted'))
    })
  }
}

test('after any history the rows are what the events say, and only permitted moves of the table were made', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 40, maxLength: 80, size: 'max' }), async (deeds) => {
      used = (used + 1) % 40
      const history = new History([0, 3].map((offset) => county.households[(used * 9 + offset) % county.households.length] ?? 0))
      for (const one of deeds) await history.does(one)
      await history.holds()
    }),
    { seed: 20261122, numRuns: 16 },
  )
  // The histories went far: a property over cases that never leave the first state says little.
  const { rows } = await county.store.asOwner((client) =>
    client.query('SELECT DISTINCT to_state FROM case_events WHERE to_state IS NOT NULL'),
  )
  expect(rows.length).toBeGreaterThan(13)
}, 400_000)

test('a row that was changed behind the events is put right by them', async () => {
  const history = new History([county.households[177] ?? 0])
  await history.does({ what: 'begin', who: 'wang', household: 0 })
  await history.does({ what: 'likely', household: 0, pick: 0 })
  const id = history.cases.get(0) ?? 0
  await county.store.asOwner((client) => client.query("UPDATE cases SET state = 'cleared', risks = '{}' WHERE id = $1", [id]))
  await county.store.asOwner((client) => client.query('DELETE FROM case_deadlines WHERE case_id = $1', [id]))
  expect(await county.as('wu', (ctx) => rebuildCase(ctx, id))).toBe(true)
  await history.holds()
  expect(await county.as('wu', (ctx) => caseById(ctx, id))).toMatchObject({ state: 'verifying', risks: ['因病', '因学'] })
})
