/** Writes an act: the states it ends, the states it begins, what lists and search show from now on. */
import { Problem } from '../kernel/index.ts'
import { type Context, recordActs } from '../store/index.ts'
import type { Draft, Move } from './life.rules.ts'
import { sizeAfter } from './life.rules.ts'
import { placeHousehold } from './places.queries.ts'
import { actLabels, registryProblems } from './problems.ts'
import { sealedPatch } from './sealed.ts'
import {
  type Family,
  type HouseholdContent,
  type HouseholdState,
  type Patch,
  type PersonContent,
  type PersonState,
  patched,
} from './state.ts'
import {
  insertAct,
  insertHousehold,
  insertHouseholdStates,
  insertPerson,
  insertPersonStates,
  insertTouched,
  latestEvent,
  projectHouseholds,
  projectPersons,
  replaceStates,
} from './states.queries.ts'

export interface ActDone {
  actId: number
  householdId: number
  version: number
  personIds: number[]
  householdIds: number[]
  summary: string
}

interface Said {
  kind: string
  on: string
  reason: string
}

/** Refuses days to come and days before an event that is registered already. */
export async function requireOrder(ctx: Context, on: string, families: readonly Family[]): Promise<void> {
  if (on > ctx.today) throw new Problem(registryProblems.inFuture, { on, today: ctx.today })
  const latest = await latestEvent(
    ctx,
    families.map(({ id }) => id),
  )
  if (latest !== undefined && on < latest.on)
    throw new Problem(registryProblems.tooEarly, { on, label: actLabels[latest.kind] ?? latest.kind, lastOn: latest.on })
}

/** A state from a day on: what was before stays as it was, what is believed from then on is new. A state that begins that day or later is replaced whole. */
export function succeeded<S extends { fromOn: string }, C>(state: S, from: string, before: (state: S) => C, after: C) {
  const kept = state.fromOn < from ? [{ ...before(state), fromOn: state.fromOn, untilOn: from }] : []
  return [...kept, { ...after, fromOn: state.fromOn < from ? from : state.fromOn, untilOn: null }]
}

const personContent = ({ id: _id, fromOn: _fromOn, ...content }: PersonState): PersonContent & { personId: number } => content
const householdContent = ({ id: _id, fromOn: _fromOn, ...content }: HouseholdState): HouseholdContent & { householdId: number } => content

const later = (one: string, other: string) => (one > other ? one : other)
const withLocal = (known: readonly string[], patch: Patch): string[] => [...new Set([...known, ...Object.keys(patch)])].sort()

/** Writes what a plan decided, as one act. The households must be locked. */
export async function writeDraft(ctx: Context, said: Said, families: readonly Family[], draft: Draft): Promise<ActDone> {
  const main = families[0]
  if (main === undefined) throw new Error('an act without a household')
  // One day for all, so that there is exactly one head on every day; nothing is known before the states that change.
  const from = [...draft.moves.map(({ person }) => person.fromOn), ...families.map(({ state }) => state.fromOn)].reduce(later, said.on)
  const actId = await insertAct(ctx, {
    ...said,
    divisionCode: main.divisionCode,
    details: {
      summary: draft.summary,
      touched: families.length + (draft.founds ? 1 : 0),
      ...(draft.relocates && { from: { divisionCode: main.divisionCode, township: main.township, village: main.village } }),
    },
  })
  const placeOf = new Map(families.map(({ id, divisionCode }) => [id, draft.relocates?.divisionCode ?? divisionCode]))
  // The act is seen where the household was, the line of the household where it is.
  await insertTouched(
    ctx,
    actId,
    families.map((family) => ({ ...family, divisionCode: placeOf.get(family.id) ?? family.divisionCode })),
  )
  const founded = draft.founds && { ...(await insertHousehold(ctx, actId, { ...main, ...draft.founds })), ...draft.founds }
  if (founded) await insertTouched(ctx, actId, [{ id: founded.id, divisionCode: founded.divisionCode, lastActId: null }])
  if (founded) placeOf.set(founded.id, founded.divisionCode)
  const idOf = (household: number | 'new' | null) => (household === 'new' ? (founded?.id ?? null) : household)
  await replaceStates(
    ctx,
    'person_states',
    draft.moves.map(({ person }) => person.id),
    actId,
  )
  const moved = draft.moves.flatMap((move) =>
    succeeded(move.person, from, personContent, movedContent(move, idOf(move.householdId), placeOf)),
  )
  const arrived = await arrivals(ctx, draft, from, placeOf)
  await insertPersonStates(ctx, actId, [...moved, ...arrived])
  await writeHouseholds(ctx, actId, from, families, draft, idOf)
  if (draft.relocates) await placeHousehold(ctx, main.id, draft.relocates)
  if (founded) {
    const size = String(draft.moves.filter(({ householdId }) => householdId === 'new').length)
    const content = {
      divisionCode: founded.divisionCode,
      values: { ...founded.values, household_size: size },
      localFields: ['household_size'],
      sealed: {},
    }
    await insertHouseholdStates(ctx, actId, [{ ...content, householdId: founded.id, fromOn: from, untilOn: null }])
  }
  const personIds = arrived.map(({ personId }) => personId)
  const householdIds = founded ? [founded.id] : []
  await projectPersons(ctx, [...draft.moves.map(({ person }) => person.personId), ...personIds])
  const versions = await projectHouseholds(ctx, new Map([...families.map(({ id }) => id), ...householdIds].map((id) => [id, actId])))
  await recordFor(
    ctx,
    said,
    actId,
    [...families, ...(founded ? [{ id: founded.id, divisionCode: founded.divisionCode }] : [])],
    draft.summary,
  )
  return {
    actId,
    householdId: main.id,
    version: versions.get(main.id) ?? main.version + 1,
    personIds,
    householdIds,
    summary: draft.summary,
  }
}

function movedContent(move: Move, householdId: number | null, placeOf: ReadonlyMap<number, string>): PersonContent & { personId: number } {
  const { person, status, isHead, patch } = move
  return {
    ...personContent(person),
    householdId,
    divisionCode: (householdId === null ? undefined : placeOf.get(householdId)) ?? person.divisionCode,
    status,
    isHead,
    values: patched(person.values, patch),
    localFields: withLocal(person.localFields, patch),
  }
}

async function arrivals(ctx: Context, draft: Draft, from: string, placeOf: ReadonlyMap<number, string>) {
  const made = []
  for (const { name, values, sealed, householdId, isHead } of draft.arrivals) {
    const divisionCode = placeOf.get(householdId) ?? ''
    const personId = await insertPerson(ctx, divisionCode)
    const kept = sealedPatch(ctx.vault, {}, {}, sealed)
    const localFields = ['name', ...Object.keys(values), ...Object.keys(sealed)].sort()
    made.push({
      personId,
      divisionCode,
      householdId,
      status: 'member' as const,
      isHead,
      name,
      values,
      localFields,
      ...kept,
      fromOn: from,
      untilOn: null,
    })
  }
  return made
}

/** New states for households whose size or values change. */
async function writeHouseholds(
  ctx: Context,
  actId: number,
  from: string,
  families: readonly Family[],
  draft: Draft,
  idOf: (household: number | 'new' | null) => number | null,
): Promise<void> {
  const changed = families.flatMap((family) => {
    const before = family.members.length
    const leaving = draft.moves.filter(
      ({ person, householdId }) => person.householdId === family.id && idOf(householdId) !== family.id,
    ).length
    const coming =
      draft.moves.filter(({ person, householdId }) => person.householdId !== family.id && idOf(householdId) === family.id).length +
      draft.arrivals.filter(({ householdId }) => householdId === family.id).length
    const size = before + coming - leaving
    const patch: Patch = {
      ...draft.patches.get(family.id),
      ...(coming + leaving > 0 ? { household_size: sizeAfter(family.state.values, before, size) } : {}),
    }
    return Object.keys(patch).length === 0 ? [] : [{ state: family.state, patch }]
  })
  await replaceStates(
    ctx,
    'household_states',
    changed.map(({ state }) => state.id),
    actId,
  )
  await insertHouseholdStates(
    ctx,
    actId,
    changed.flatMap(({ state, patch }) =>
      succeeded(state, from, householdContent, {
        ...householdContent(state),
        divisionCode: draft.relocates?.divisionCode ?? state.divisionCode,
        values: patched(state.values, patch),
        localFields: withLocal(state.localFields, patch),
      }),
    ),
  )
}

/** One line of the audit trail for every household touched. */
export async function recordFor(
  ctx: Context,
  said: { kind: string; on: string; reason: string },
  actId: number,
  households: readonly { id: number; divisionCode: string }[],
  summary: string,
): Promise<void> {
  await recordActs(
    ctx,
    households.map(({ id, divisionCode }) => ({
      action: said.kind === 'undo' ? 'register.undone' : 'register.changed',
      subjectKind: 'household',
      subjectId: id,
      divisionCode,
      details: { act: actId, kind: said.kind, on: said.on, summary, ...(said.reason === '' ? {} : { reason: said.reason }) },
    })),
  )
}
