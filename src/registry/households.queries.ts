/** Households for lists and one household as of a day. */
import { type ExpressionBuilder, sql } from 'kysely'
import {
  byName,
  byNumber,
  byText,
  type Cursor,
  type Order,
  orderedBy,
  type Placed,
  placeIn,
  standsAfter,
  upwards,
} from '../access/index.ts'
import { areaEnd, type Context, type Database } from '../store/index.ts'
import type { HouseholdState, PersonState } from './state.ts'
import { householdState, personState } from './states.queries.ts'

export interface HouseholdFilter {
  division?: string | undefined
  kind?: string | undefined
  monitored?: boolean | undefined
  monitoredKind?: string | undefined
  /** Only these, as a search found them. */
  ids?: readonly number[] | undefined
}

const place = byText(sql`division_code`)
const householdNumber = byText(sql`household_number`)

/** Village by village, by number, the largest first, by the head's name. */
export const householdOrders = {
  place: upwards(place, householdNumber),
  number: upwards(householdNumber, place),
  members: upwards(byNumber(sql`(-member_count)`), byNumber(sql`id`)),
  head: upwards(byName(sql`head_name`), byNumber(sql`id`)),
}

export interface HouseholdRow {
  id: number
  householdNumber: string
  divisionCode: string
  township: string
  village: string
  groupName: string
  headPersonId: number | null
  headName: string
  memberCount: number
  householdKind: string | null
  monitoredKind: string | null
  isMonitored: boolean
  version: number
}

const columns = [
  'id',
  'household_number as householdNumber',
  'division_code as divisionCode',
  'township',
  'village',
  'group_name as groupName',
  'head_person_id as headPersonId',
  'head_name as headName',
  'member_count as memberCount',
  'household_kind as householdKind',
  'monitored_kind as monitoredKind',
  'is_monitored as isMonitored',
  'version',
] as const

type Households = ExpressionBuilder<Database, 'households'>

function matching(filter: HouseholdFilter) {
  return (row: Households) =>
    row.and([
      row('is_present', '=', true),
      ...(filter.division === undefined
        ? []
        : [row('division_code', '>=', filter.division), row('division_code', '<', areaEnd(filter.division))]),
      ...(filter.kind === undefined ? [] : [row('household_kind', '=', filter.kind)]),
      ...(filter.monitored === undefined ? [] : [row('is_monitored', '=', filter.monitored)]),
      ...(filter.monitoredKind === undefined ? [] : [row('monitored_kind', '=', filter.monitoredKind)]),
      ...(filter.ids === undefined ? [] : [row('id', '=', sql<number>`ANY(${[...filter.ids]}::bigint[])`)]),
    ])
}

/** One page after a cursor. */
export function listHouseholds(
  ctx: Context,
  filter: HouseholdFilter,
  order: Order,
  after: Cursor | undefined,
  limit: number,
): Promise<(HouseholdRow & Placed)[]> {
  return ctx.db
    .selectFrom('households')
    .select(columns)
    .select(placeIn(order).as('place'))
    .where(matching(filter))
    .where(standsAfter(order, after))
    .orderBy(orderedBy(order))
    .limit(limit)
    .execute()
}

/** The row for lists, also of a household that is no more. */
export async function householdById(ctx: Context, id: number): Promise<(HouseholdRow & { isPresent: boolean }) | undefined> {
  return ctx.db
    .selectFrom('households')
    .select([...columns, 'is_present as isPresent'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The first day any state of the household holds; undefined when all were taken back. */
export async function knownFrom(ctx: Context, id: number): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('household_states')
    .select((one) => one.fn.min('from_on').as('first'))
    .where('household_id', '=', id)
    .where('replaced_by', 'is', null)
    .executeTakeFirst()
  return (row?.first as unknown as string | null) ?? undefined
}

/** A household and its members on a day, as is believed today. */
export async function householdOn(
  ctx: Context,
  id: number,
  day: string,
): Promise<{ state: HouseholdState; members: PersonState[] } | undefined> {
  const onDay = sql<boolean>`replaced_by IS NULL AND from_on <= ${day} AND (until_on IS NULL OR until_on > ${day})`
  const state = await ctx.db.selectFrom('household_states').selectAll().where('household_id', '=', id).where(onDay).executeTakeFirst()
  if (state === undefined) return undefined
  const members = await ctx.db
    .selectFrom('person_states')
    .selectAll()
    .where('household_id', '=', id)
    .where(onDay)
    .orderBy('is_head', 'desc')
    .orderBy('person_id')
    .execute()
  return { state: householdState(state), members: members.map(personState) }
}

/** Differences with the national system that nobody decided yet. */
export async function openDifferencesOf(ctx: Context, householdId: number): Promise<number> {
  const row = await ctx.db
    .selectFrom('register_differences')
    .select((one) => one.fn.countAll<number>().as('n'))
    .where('household_id', '=', householdId)
    .where('decision', 'is', null)
    .executeTakeFirst()
  return row?.n ?? 0
}

/** Ids of households by their numbers, for what knows only the number. */
export async function householdsByNumber(ctx: Context, numbers: readonly string[]): Promise<Map<string, number>> {
  if (numbers.length === 0) return new Map()
  const { rows } = await sql<{ household_number: string; id: number }>`
    SELECT household_number, id FROM households WHERE household_number = ANY(${[...new Set(numbers)]}::text[]) ORDER BY is_present, id`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ household_number, id }) => [household_number, id]))
}

/** Acts that touched a household, latest first. */
export async function actsOf(ctx: Context, householdId: number, before: number | undefined, limit: number) {
  let query = ctx.db
    .selectFrom('register_act_households as t')
    .innerJoin('register_acts as a', 'a.id', 't.act_id')
    .innerJoin('households as h', 'h.id', 't.household_id')
    .select(['a.id', 'a.kind', 'a.on_day', 'a.at', 'a.officer_name', 'a.reason', 'a.details', 'a.undone_by', 'h.last_act_id'])
    .where('t.household_id', '=', householdId)
    .orderBy('a.id', 'desc')
    .limit(limit)
  if (before !== undefined) query = query.where('a.id', '<', before)
  return query.execute()
}
