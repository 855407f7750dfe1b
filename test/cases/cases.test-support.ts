/** For tests: the personas' county with a small register in it, a clock that is set by hand, and parts that find everything. */
import { createPersonas, type PersonaName, type Personas } from '../../src/access/personas.test-support.ts'
import { performing } from '../../src/cases/act.actions.ts'
import {
  type CaseAction,
  type CaseParts,
  type CaseRecord,
  type CaseRow,
  type CaseState,
  caseById,
  deadlinesOf,
  openCase,
  type RecordFinder,
} from '../../src/cases/core.ts'
import { lifecycleOf, type RecordKind } from '../../src/cases/lifecycles.ts'
import { openMoves } from '../../src/cases/moves.rules.ts'
import { settleLeads } from '../../src/cases/outcome.effects.ts'
import { findObjectKind, findRiskFactors, findVisitor } from '../../src/cases/records.queries.ts'
import { isTyped } from '../../src/cases/records.rules.ts'
import type { Context } from '../../src/store/index.ts'
import { asker, type TestStore, testStore } from '../database/database.test-support.ts'
import { copied, invented, load } from '../registry/register.test-support.ts'

export interface CaseCounty {
  store: TestStore
  people: Personas
  /** Register numbers of the households, in the order of the test register. */
  households: number[]
  /** 2026-08-03, a Monday, until it is set. */
  setDay(day: string): void
  as<T>(who: PersonaName, work: (ctx: Context) => Promise<T>): Promise<T>
  drop(): Promise<void>
}

export const firstDay = '2026-08-03'

/** Three households for each copy: two in one village's township, one in another township. */
export async function caseCounty(copies = 1): Promise<CaseCounty> {
  let day = firstDay
  const store = await testStore({ now: () => new Date(`${day}T02:00:00Z`) })
  const people = await createPersonas(store)
  await load(store, [...invented, ...Array.from({ length: copies - 1 }, (_, i) => copied(i + 1)).flat()], { on: '2026-07-01' })
  const { rows } = await store.asOwner((client) => client.query<{ id: number }>('SELECT id FROM households ORDER BY household_number'))
  return {
    store,
    people,
    households: rows.map(({ id }) => Number(id)),
    setDay(to) {
      day = to
    },
    as: (who, work) => store.transaction(asker(people[who].officer), work),
    drop: () => store.drop(),
  }
}

const found: RecordFinder = async () => ({ id: 1, label: '有' })

/** Everything a part would find is there, so that a test can be about the procedure alone. */
const everythingFound: CaseParts = {
  records: {
    ...Object.fromEntries(
      lifecycleOf('monitoring')
        .moves.flatMap(({ records }) => records)
        .filter((kind) => !isTyped(kind))
        .map((kind) => [kind, found]),
    ),
    visitor: findVisitor,
    risk_factors: findRiskFactors,
    object_kind: findObjectKind,
  },
  onEnter: { assisted: [settleLeads], not_admitted: [settleLeads], withdrawn: [settleLeads], ended_naturally: [settleLeads] },
}
export const actFound = performing(everythingFound)

/** What an officer types for a kind of record. */
const typed: CaseRecord = { reason: '经核实确有此情况', opinion: '同意', clearing_mode: 'assisted', risk_factors: ['因病'] }

/** What an officer types for a move. */
export function typedFor(state: CaseState, action: CaseAction): CaseRecord {
  const move = lifecycleOf('monitoring').moves.find((one) => one.from === state && one.action === action)
  const kinds = (move?.records ?? []).filter((kind): kind is RecordKind => kind in typed)
  return Object.fromEntries(kinds.map((kind) => [kind, typed[kind]]))
}

/** One move by a persona, with what is typed for it. */
export async function moved(
  county: CaseCounty,
  who: PersonaName,
  caseId: number,
  action: CaseAction,
  record?: CaseRecord,
): Promise<CaseRow> {
  return county.as(who, async (ctx) => {
    const row = await caseById(ctx, caseId)
    if (row === undefined) throw new Error(`no case ${caseId} for ${who}`)
    return actFound(ctx, caseId, action, { version: row.version, record: record ?? typedFor(row.state, action) })
  })
}

/** A case begun by township Wang from a cadre's visit. */
export async function begun(county: CaseCounty, householdId: number, risks: readonly string[] = ['因病']): Promise<number> {
  const source = { kind: 'visit', id: `v${householdId}-${county.store.now().toISOString()}` }
  const { caseId } = await county.as('wang', (ctx) =>
    openCase(ctx, { householdId, channel: 'cadre_visit', source, risks, note: '入户时发现' }),
  )
  return caseId
}

/** Whoever of the village's, township's and county's people may make a move. */
const doers: readonly PersonaName[] = ['li', 'wang', 'wu', 'zhao', 'zhou']

/** Takes a case on the shortest way to a state, each day as early as the table lets it; `via` is the state it must come from. */
export async function brought(county: CaseCounty, caseId: number, state: CaseState, via: CaseState | null = null): Promise<void> {
  if (via !== null) await brought(county, caseId, via)
  for (const action of await wayTo(county, caseId, state)) {
    const { move, earliest } = await openMove(county, caseId, action)
    if (earliest !== null) county.setDay(earliest.day)
    const who = doers.find((one) => move.needs.some((word) => county.people[one].officer.permissions.has(word)))
    await moved(county, who ?? 'wu', caseId, action)
  }
  await county.as('wu', async (ctx) => {
    const row = await caseById(ctx, caseId)
    if (row === undefined) throw new Error(`no case ${caseId}`)
    const earliest = openMoves(row, await deadlinesOf(ctx, caseId), ctx.today).flatMap((one) => one.earliest?.day ?? [])
    county.setDay([...earliest, ctx.today].sort().at(-1) ?? ctx.today)
  })
}

async function openMove(county: CaseCounty, caseId: number, action: CaseAction) {
  return county.as('wu', async (ctx) => {
    const row = await caseById(ctx, caseId)
    const found = row && openMoves(row, await deadlinesOf(ctx, caseId), ctx.today).find(({ move }) => move.action === action)
    if (found === undefined) throw new Error(`${action} is not open to ${row?.state}`)
    return found
  })
}

async function wayTo(county: CaseCounty, caseId: number, to: CaseState): Promise<CaseAction[]> {
  const row = await county.as('wu', (ctx) => caseById(ctx, caseId))
  if (row === undefined) throw new Error(`no case ${caseId}`)
  const ways = new Map<CaseState, CaseAction[]>([[row.state, []]])
  const { moves } = lifecycleOf('monitoring')
  for (let i = 0; i < moves.length && !ways.has(to); i += 1)
    for (const [state, way] of [...ways])
      for (const move of moves.filter(({ from, cameFrom }) => from === state && cameFrom === null))
        if (!ways.has(move.to)) ways.set(move.to, [...way, move.action])
  return ways.get(to) ?? []
}
