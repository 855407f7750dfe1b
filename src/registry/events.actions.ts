/** Events in the life of a household: check, write, audit. */
import { Problem } from '../kernel/index.ts'
import { type Context, storeProblems } from '../store/index.ts'
import { type ActDone, requireOrder, writeDraft } from './acts.ts'
import { planEvent, type Scene } from './life.rules.ts'
import { placeFor } from './places.queries.ts'
import { registryProblems } from './problems.ts'
import type { LifeEvent } from './register.schema.ts'
import type { Family, PersonState } from './state.ts'
import { patched } from './state.ts'
import { lockFamilies, openPerson, personByIdIndex } from './states.queries.ts'
import { idKey, readPatch } from './values.rules.ts'

/** Registers an event of the household as one act that can be undone. */
export async function registerEvent(ctx: Context, householdId: number, event: LifeEvent): Promise<ActDone> {
  return carryOut(ctx, householdId, event, { main: event.version, from: event.kind === 'merge' ? event.fromVersion : undefined })
}

/** The same for a decision that was not made on the household's page and so has seen no version of it. */
export async function carryOut(
  ctx: Context,
  householdId: number,
  event: LifeEvent,
  seen: { main?: number | undefined; from?: number | undefined } = {},
): Promise<ActDone> {
  const joining =
    'personId' in event && isJoining(event) && event.personId !== undefined ? await openPerson(ctx, event.personId) : undefined
  const otherId = otherHousehold(event, joining)
  const families = await lockFamilies(ctx, otherId === undefined ? [householdId] : [householdId, otherId])
  const family = familyOf(families, householdId, seen.main)
  const other = otherId === undefined ? undefined : familyOf(families, otherId, seen.from)
  const touched = other === undefined || other === family ? [family] : [family, other]
  await requireOrder(ctx, event.on, touched)
  const scene: Scene = {
    family,
    ...(other && { other }),
    // Read again under the lock: the person may have moved meanwhile.
    ...(joining && { joining: joining.householdId === null ? joining : memberNow(touched, joining) }),
    ...(await arriving(ctx, event)),
    ...(event.kind === 'relocate' ? { place: await placeFor(ctx, family.divisionCode, event.toVillage) } : {}),
  }
  return writeDraft(ctx, event, touched, planEvent(event, scene))
}

/** The household at the version the officer saw. */
export function familyOf(families: ReadonlyMap<number, Family>, id: number, versionSeen: number | undefined): Family {
  const family = families.get(id)
  if (family === undefined) throw new Problem(storeProblems.notFound, { what: '这一户' })
  if (versionSeen !== undefined && family.version !== versionSeen) throw new Problem(storeProblems.stale, { changed: [] })
  return family
}

const isJoining = (event: LifeEvent) => event.kind === 'adoption' || event.kind === 'marriage_in' || event.kind === 'move_in'

function otherHousehold(event: LifeEvent, joining: PersonState | undefined): number | undefined {
  if (event.kind === 'merge') return event.fromHouseholdId
  if (event.kind === 'marriage_out') return event.toHouseholdId
  return joining?.householdId ?? undefined
}

function memberNow(families: readonly Family[], person: PersonState): PersonState {
  const found = families.flatMap(({ members }) => members).find(({ personId }) => personId === person.personId)
  if (found === undefined) throw new Problem(storeProblems.stale, { changed: ['成员'] })
  return found
}

async function arriving(ctx: Context, event: LifeEvent): Promise<Pick<Scene, 'arriving'>> {
  if (!('person' in event) || event.person === undefined) return {}
  if ('personId' in event && event.personId !== undefined) throw new Problem(registryProblems.whoJoins, {})
  const { name, values } = event.person
  const { relation_to_head: _, ...typed } = values
  const born = event.kind === 'birth' && !typed.born_on ? { ...typed, born_on: event.on } : typed
  const read = readPatch(ctx.policy, 'person', born, ctx.today)
  const number = read.sealed.id_number
  if (number) await requireUnknown(ctx, number)
  const sealed = Object.fromEntries(Object.entries(read.sealed).filter(([, value]) => value !== null))
  return { arriving: { name, values: patched({}, read.values), sealed } }
}

/** One number, one person, as far as the officer may see. */
export async function requireUnknown(ctx: Context, number: string, except?: number): Promise<void> {
  const known = await personByIdIndex(ctx, ctx.vault.index(idKey(number)))
  if (known === undefined || known.id === except) return
  const where = known.household_number === null ? '已不在任何一户' : `${known.village ?? ''}户编号 ${known.household_number}`
  throw new Problem(registryProblems.knownPerson, { name: known.name, where, personId: known.id })
}
