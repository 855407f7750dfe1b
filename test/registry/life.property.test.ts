/** Random lives: whatever happens in whatever order, households stay whole, ids stay, and undo leads back exactly. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Problem } from '../../src/kernel/index.ts'
import { type TestStore, testStore } from '../database/database.test-support.ts'
import { call, copied, file, householdId, load, numberOf, zhao } from './register.test-support.ts'

let store: TestStore
beforeAll(async () => {
  store = await testStore()
})
afterAll(() => store.drop())

interface Seen {
  id: number
  version: number
  members: { id: number; isHead: boolean; relation: string }[]
}

/** Chooses by a number among what there is. */
const pick = <T>(list: readonly T[], by: number): T | undefined => list[by % Math.max(list.length, 1)]

/** The event that a random triple means in a world; undefined where it means none. */
function eventFrom(world: readonly Seen[], [what, who, where]: readonly [number, number, number], step: number) {
  const household = pick(world, where)
  if (household === undefined) return undefined
  const other = pick(
    world.filter(({ id }) => id !== household.id),
    who,
  )
  const person = pick(household.members, who)
  const stranger = pick(other?.members ?? [], who + where)
  const said = { version: household.version, on: `2026-09-${String(10 + Math.floor(step / 2)).padStart(2, '0')}` }
  const events = [
    { kind: 'birth', person: { name: `新生${step}`, values: {} }, relation: '之子' },
    person && { kind: 'death', personId: person.id },
    stranger && { kind: 'move_in', personId: stranger.id, relation: '其他' },
    person && { kind: 'move_out', personIds: [person.id] },
    person && other && { kind: 'marriage_out', personId: person.id, toHouseholdId: other.id, relation: '之儿媳' },
    person && household.members.length > 1 && { kind: 'split', personIds: [person.id], headId: person.id },
    other && { kind: 'merge', fromHouseholdId: other.id, fromVersion: other.version },
    person && { kind: 'change_head', personId: person.id },
  ]
  const event = pick(events, what)
  return event ? { household: household.id, body: { ...said, ...event } } : undefined
}

async function worldOf(ids: readonly number[], asOf?: string): Promise<Seen[]> {
  const world: Seen[] = []
  for (const id of ids) {
    const seen = await file(store, id, asOf).catch((error: unknown) => {
      if (error instanceof Problem && error.status === 404) return undefined
      throw error
    })
    if (seen !== undefined) world.push(seen)
  }
  return world
}

function expectWhole(world: readonly Seen[]): void {
  const people = world.flatMap(({ members }) => members.map(({ id }) => id))
  expect(new Set(people).size).toBe(people.length)
  for (const { members } of world) {
    expect(members.filter(({ isHead }) => isHead)).toHaveLength(members.length === 0 ? 0 : 1)
    expect(members.filter(({ isHead }) => isHead).map(({ relation }) => relation)).toEqual(members.length === 0 ? [] : ['户主'])
  }
}

const withoutVersion = (world: readonly Seen[]) => world.map((seen) => ({ ...seen, version: 0 }))
const expected = new Set(['registry.too_early', 'registry.last_member', 'registry.same_household', 'registry.not_member'])

test('every living person is in at most one household, every household has one head, and undoing all leads back', async () => {
  let copy = 0
  const step = fc.tuple(fc.nat(7), fc.nat(50), fc.nat(50))
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
      copy += 1
      await load(store, copied(copy), { key: `copy ${copy}` })
      const ids = await Promise.all(
        ['52239900000001', '52239900000002', '52239900000003'].map((number) => householdId(store, numberOf(number, copy))),
      )
      const former: Seen[][] = []
      const acts: number[] = []
      for (const [at, numbers] of steps.entries()) {
        const world = await worldOf(ids)
        const event = eventFrom(world, numbers, at)
        if (event === undefined) continue
        try {
          const done = await call(store, zhao, 'POST', `/register/households/${event.household}/events`, event.body)
          former.push(world)
          acts.push(done.actId)
          ids.push(...done.householdIds)
        } catch (error) {
          if (!(error instanceof Problem) || !expected.has(error.code)) throw error
        }
        expectWhole(await worldOf(ids))
      }
      for (const day of ['2026-08-31', '2026-09-10', '2026-09-12']) expectWhole(await worldOf(ids, day))
      for (const actId of acts.reverse()) {
        await call(store, zhao, 'POST', `/register/acts/${actId}/undo`, { reason: '逐个撤销' })
        const world = former.pop() ?? []
        expect(withoutVersion(await worldOf(world.map(({ id }) => id)))).toEqual(withoutVersion(world))
      }
    }),
    { seed: 522399, numRuns: 8 },
  )
}, 180_000)
