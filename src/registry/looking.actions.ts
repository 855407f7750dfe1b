/** Looking at the register: lists, one household, full values of sealed fields; every look at somebody named is recorded. */
import type { z } from 'zod'
import { kindsOf, orderFor, pageOfPlaced, readCursor, type SortWord } from '../access/index.ts'
import { ageOn, type PlainDay, Problem, parsePlainDay } from '../kernel/index.ts'
import { type Context, recordActs, storeProblems } from '../store/index.ts'
import {
  type HouseholdFilter,
  householdById,
  householdOn,
  householdOrders,
  knownFrom,
  listHouseholds,
  openDifferencesOf,
} from './households.queries.ts'
import { masked } from './masking.rules.ts'
import { registryProblems } from './problems.ts'
import type { householdFile, householdLine, member } from './register.schema.ts'
import { registryPolicy } from './registry-policy.ts'
import { searchMembers } from './search.queries.ts'
import { type PersonState, relationOf, type Values } from './state.ts'
import { openPerson } from './states.queries.ts'

export interface ListAsked extends HouseholdFilter {
  q?: string | undefined
  sort?: SortWord<keyof typeof householdOrders> | undefined
  after?: string | undefined
  limit: number
}

type Line = z.infer<typeof householdLine>

/** One page of households; a search is recorded by what kind of thing was searched, not by the text. */
export async function pageOfHouseholds(ctx: Context, asked: ListAsked): Promise<{ items: Line[]; next: string | null }> {
  const order = orderFor(householdOrders, asked.sort)
  const after = readCursor(asked.after, kindsOf(order))
  const page = async (filter: HouseholdFilter) =>
    pageOfPlaced(await listHouseholds(ctx, filter, order, after, asked.limit + 1), asked.limit)
  if (asked.q === undefined || asked.q === '') return page(asked)
  const matches = await searchMembers(ctx, asked.q, asked.division)
  const ids = [...new Set(matches.map(({ householdId }) => householdId))]
  const { items: rows, next } = ids.length === 0 ? { items: [], next: null } : await page({ ...asked, ids })
  if (after === undefined) await recordSearch(ctx, matches[0]?.by ?? '无结果', matches.length)
  const items = rows.map((row) => ({
    ...row,
    matches: matches.filter(({ householdId }) => householdId === row.id).map(({ personId, name, by }) => ({ personId, name, by })),
  }))
  return { items, next }
}

async function recordSearch(ctx: Context, by: string, found: number): Promise<void> {
  const { area, officeId } = ctx.officer
  await recordActs(ctx, [
    { action: 'register.searched', subjectKind: 'office', subjectId: officeId, divisionCode: area, details: { by, found } },
  ])
}

/** A household as of a day, masked; the look is recorded. */
export async function openHousehold(ctx: Context, id: number, asOf: string | undefined): Promise<z.infer<typeof householdFile>> {
  const row = await householdById(ctx, id)
  const first = row === undefined ? undefined : await knownFrom(ctx, id)
  if (row === undefined || first === undefined) throw new Problem(storeProblems.notFound, { what: '这一户' })
  const day = asOf ?? ctx.today
  const found = await householdOn(ctx, id, day)
  if (found === undefined) throw new Problem(registryProblems.notKnownYet, { asOf: day, knownFrom: first })
  const { state, members } = found
  await recordActs(ctx, [
    {
      action: 'household.seen',
      subjectKind: 'household',
      subjectId: id,
      divisionCode: row.divisionCode,
      details: asOf === undefined ? {} : { asOf },
    },
  ])
  const head = members.find(({ isHead }) => isHead)
  return {
    ...row,
    ...(day < ctx.today ? past(state.values, members.length, head) : {}),
    asOf: day,
    knownFrom: first,
    isPresent: members.length > 0,
    values: { ...state.values, ...maskedFields(ctx, state.sealed) },
    localFields: [...state.localFields],
    members: members.map((person) => memberLine(ctx, person, day)),
    openDifferences: await openDifferencesOf(ctx, id),
  }
}

/** What the row for lists says of today, said of an earlier day. */
function past(values: Values, memberCount: number, head: PersonState | undefined) {
  return {
    groupName: values.group_name ?? '',
    headPersonId: head?.personId ?? null,
    headName: head?.name ?? '',
    memberCount,
    householdKind: values.household_kind ?? null,
    monitoredKind: values.monitored_kind ?? null,
    isMonitored: memberCount > 0 && values.monitored_kind !== undefined && values.is_cleared !== '是',
  }
}

function memberLine(ctx: Context, person: PersonState, day: string): z.infer<typeof member> {
  const born = person.values.born_on === undefined ? undefined : parsePlainDay(person.values.born_on)
  return {
    id: person.personId,
    name: person.name,
    isHead: person.isHead,
    relation: relationOf(person),
    age: born === undefined ? null : ageOn(born, day as PlainDay),
    fromOn: person.fromOn,
    values: { ...person.values, ...maskedFields(ctx, person.sealed) },
    localFields: [...person.localFields],
  }
}

/** Sealed fields as they are shown: the ends only. */
export function maskedFields(ctx: Context, sealed: Readonly<Record<string, Buffer | undefined>>): Record<string, string> {
  const { fields } = registryPolicy(ctx.policy)
  const shown: Record<string, string> = {}
  for (const [name, value] of Object.entries(sealed)) {
    const field = fields.get(name)
    if (value !== undefined && field !== undefined) shown[name] = masked(field.kind, ctx.vault.open(value))
  }
  return shown
}

/** The full values of some sealed fields of a person, recorded with the reason. */
export async function unmaskPerson(ctx: Context, personId: number, names: readonly string[], reason: string) {
  const { fields } = registryPolicy(ctx.policy)
  const unknown = names.filter((name) => fields.get(name)?.about !== 'person' || fields.get(name)?.isSealed !== true)
  if (unknown.length > 0) throw new Problem(registryProblems.unknownField, { fields: unknown })
  const person = await openPerson(ctx, personId)
  const sealed: Readonly<Record<string, Buffer | undefined>> = person.sealed
  const values = Object.fromEntries(
    names.map((name) => {
      const value = sealed[name]
      return [name, value === undefined ? null : ctx.vault.open(value)]
    }),
  )
  await recordActs(ctx, [
    {
      action: 'person.unmasked',
      subjectKind: 'person',
      subjectId: personId,
      divisionCode: person.divisionCode,
      details: { fields: [...names], reason },
    },
  ])
  return { personId, values }
}
