/** Changing fields of a household and its members by hand. */

import type { z } from 'zod'
import { Problem } from '../kernel/index.ts'
import { type Context, storeProblems } from '../store/index.ts'
import { type ActDone, recordFor, requireOrder, succeeded } from './acts.ts'
import { familyOf, requireUnknown } from './events.actions.ts'
import { registryProblems } from './problems.ts'
import type { fieldChange } from './register.schema.ts'
import { registryPolicy } from './registry-policy.ts'
import { sealedHouseholdPatch, sealedPatch } from './sealed.ts'
import { type Family, type HouseholdState, type PersonState, patched, relationOf } from './state.ts'
import {
  insertAct,
  insertHouseholdStates,
  insertPersonStates,
  insertTouched,
  lockFamilies,
  projectHouseholds,
  projectPersons,
  replaceStates,
} from './states.queries.ts'
import { type ReadPatch, readPatch } from './values.rules.ts'

type FieldChange = z.infer<typeof fieldChange>

interface PersonChange {
  person: PersonState
  name: string | undefined
  read: ReadPatch
}

/** Writes changed fields as one act; throws when the household changed since it was seen, naming what changed. */
export async function changeFields(ctx: Context, householdId: number, change: FieldChange): Promise<ActDone> {
  const family = await seenFamily(ctx, householdId, change.version)
  if (change.on !== undefined) await requireOrder(ctx, change.on, [])
  const household = readPatch(ctx.policy, 'household', change.household, ctx.today)
  const persons = change.persons.map((one) => readPerson(ctx, family, one))
  for (const { person, read } of persons) if (read.sealed.id_number) await requireUnknown(ctx, read.sealed.id_number, person.personId)
  const summary = summaryOf(ctx, family, household, persons)
  const said = { kind: 'correction', on: change.on ?? ctx.today, reason: change.reason }
  const actId = await insertAct(ctx, { ...said, divisionCode: family.divisionCode, details: { summary, touched: 1 } })
  await insertTouched(ctx, actId, [family])
  await writePersons(ctx, actId, change.on, persons)
  await writeHousehold(ctx, actId, change.on, family.state, household)
  await projectPersons(
    ctx,
    persons.map(({ person }) => person.personId),
  )
  const versions = await projectHouseholds(ctx, new Map([[family.id, actId]]))
  await recordFor(ctx, said, actId, [family], summary)
  return { actId, householdId, version: versions.get(householdId) ?? 0, personIds: [], householdIds: [], summary }
}

async function seenFamily(ctx: Context, householdId: number, version: number): Promise<Family> {
  const families = await lockFamilies(ctx, [householdId])
  const family = families.get(householdId)
  if (family !== undefined && family.version !== version) {
    const act = await ctx.db.selectFrom('register_acts').select('details').where('id', '=', family.lastActId).executeTakeFirst()
    const { summary } = (act?.details ?? {}) as { summary?: string }
    throw new Problem(storeProblems.stale, { changed: summary === undefined ? [] : [summary] })
  }
  return familyOf(families, householdId, version)
}

function readPerson(ctx: Context, family: Family, { personId, name, values }: FieldChange['persons'][number]): PersonChange {
  const person = family.members.find((one) => one.personId === personId)
  if (person === undefined) throw new Problem(registryProblems.notMember, { what: '所选的人' })
  const relation = values.relation_to_head
  if (relation !== undefined && relation !== relationOf(person) && (person.isHead || relation === '户主' || !relation))
    throw new Problem(registryProblems.badValues, {
      mistakes: [{ field: '与户主关系', message: '户主请用“变更户主”登记，成员的关系不能为空' }],
    })
  return { person, name, read: readPatch(ctx.policy, 'person', values, ctx.today) }
}

/** Which fields, never what they hold: the words go into the audit trail. */
function summaryOf(ctx: Context, family: Family, household: ReadPatch, persons: readonly PersonChange[]): string {
  const { fields } = registryPolicy(ctx.policy)
  const labels = (read: ReadPatch) =>
    [...Object.keys(read.values), ...Object.keys(read.sealed)].map((name) => fields.get(name)?.label ?? name)
  const parts = persons.map(({ person, name, read }) => [person.name, [...(name === undefined ? [] : ['姓名']), ...labels(read)]] as const)
  const said = [['户', labels(household)] as const, ...parts].filter(([, names]) => names.length > 0)
  if (said.length === 0) throw new Problem(registryProblems.badValues, { mistakes: [{ field: '全部', message: '没有任何改动' }] })
  return `修改 ${said.map(([who, names]) => `${who === '户' ? family.householdNumber : who}的${names.join('、')}`).join('；')}`
}

/** Without a day, what was held was wrong from its beginning. */
const since = (state: { fromOn: string }, on: string | undefined) => on ?? state.fromOn

async function writePersons(ctx: Context, actId: number, on: string | undefined, changes: readonly PersonChange[]): Promise<void> {
  const real = changes.filter(({ name, read }) => name !== undefined || Object.keys({ ...read.values, ...read.sealed }).length > 0)
  await replaceStates(
    ctx,
    'person_states',
    real.map(({ person }) => person.id),
    actId,
  )
  await insertPersonStates(
    ctx,
    actId,
    real.flatMap(({ person, name, read }) =>
      succeeded(person, since(person, on), (state) => state, {
        ...person,
        name: name ?? person.name,
        values: patched(person.values, read.values),
        ...sealedPatch(ctx.vault, person.sealed, person.index, read.sealed),
        localFields: withFields(person.localFields, [
          ...(name === undefined ? [] : ['name']),
          ...Object.keys(read.values),
          ...Object.keys(read.sealed),
        ]),
      }),
    ),
  )
}

async function writeHousehold(ctx: Context, actId: number, on: string | undefined, state: HouseholdState, read: ReadPatch): Promise<void> {
  const names = [...Object.keys(read.values), ...Object.keys(read.sealed)]
  if (names.length === 0) return
  await replaceStates(ctx, 'household_states', [state.id], actId)
  const next = {
    ...state,
    values: patched(state.values, read.values),
    sealed: sealedHouseholdPatch(ctx.vault, state.sealed, read.sealed),
    localFields: withFields(state.localFields, names),
  }
  await insertHouseholdStates(
    ctx,
    actId,
    succeeded(state, since(state, on), (before) => before, next),
  )
}

const withFields = (known: readonly string[], names: readonly string[]) => [...new Set([...known, ...names])].sort()
