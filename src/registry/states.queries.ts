/** The states of households and persons as they stand open today: read under lock, replaced, added, and projected for lists and search. */
import { type Selectable, sql } from 'kysely'
import { Problem } from '../kernel/index.ts'
import { type Context, type Database, storeProblems } from '../store/index.ts'
import { soundsOf } from './name-sounds.rules.ts'
import type { Family, HouseholdContent, HouseholdState, PersonContent, PersonState, Values } from './state.ts'

type Defined<T> = { [K in keyof T]?: NonNullable<T[K]> }
function filled<T extends object>(row: T): Defined<T> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Defined<T>
}

/** A stored row in the words of the rules. */
export function personState(row: Selectable<Database['person_states']>): PersonState {
  return {
    id: row.id,
    personId: row.person_id,
    fromOn: row.from_on as unknown as string,
    divisionCode: row.division_code,
    householdId: row.household_id,
    status: row.status as PersonState['status'],
    isHead: row.is_head,
    name: row.name,
    values: row.values as Values,
    localFields: row.local_fields,
    sealed: filled({
      id_number: row.id_number_sealed,
      phone: row.phone_sealed,
      other_phone: row.other_phone_sealed,
      bank_account: row.bank_account_sealed,
    }),
    index: filled({ id_number: row.id_index, phone: row.phone_index, other_phone: row.other_phone_index }),
  }
}

export function householdState(row: Selectable<Database['household_states']>): HouseholdState {
  return {
    id: row.id,
    householdId: row.household_id,
    fromOn: row.from_on as unknown as string,
    divisionCode: row.division_code,
    values: row.values as Values,
    localFields: row.local_fields,
    sealed: filled({ contact_phone: row.contact_phone_sealed, helper_phone: row.helper_phone_sealed }),
  }
}

/** The households as they stand, locked in the order of their ids; one that is not there (or not in the area) is not found. */
export async function lockFamilies(ctx: Context, ids: readonly number[]): Promise<Map<number, Family>> {
  const wanted = [...new Set(ids)]
  const rows = await ctx.db.selectFrom('households').selectAll().where('id', 'in', wanted).orderBy('id').forUpdate().execute()
  const states = await ctx.db
    .selectFrom('household_states')
    .selectAll()
    .where('household_id', 'in', wanted)
    .where('until_on', 'is', null)
    .where('replaced_by', 'is', null)
    .execute()
  const members = await ctx.db
    .selectFrom('person_states')
    .selectAll()
    .where('household_id', 'in', wanted)
    .where('until_on', 'is', null)
    .where('replaced_by', 'is', null)
    .orderBy('person_id')
    .execute()
  const families = new Map<number, Family>()
  for (const row of rows) {
    const state = states.find(({ household_id }) => household_id === row.id)
    if (state === undefined) continue
    families.set(row.id, {
      id: row.id,
      householdNumber: row.household_number,
      divisionCode: row.division_code,
      township: row.township,
      village: row.village,
      version: row.version,
      lastActId: row.last_act_id,
      state: householdState(state),
      members: members.filter(({ household_id }) => household_id === row.id).map(personState),
    })
  }
  if (families.size < wanted.length) throw new Problem(storeProblems.notFound, { what: '这一户' })
  return families
}

/** The open state of a person. */
export async function openPerson(ctx: Context, personId: number): Promise<PersonState> {
  const row = await ctx.db
    .selectFrom('person_states')
    .selectAll()
    .where('person_id', '=', personId)
    .where('until_on', 'is', null)
    .where('replaced_by', 'is', null)
    .executeTakeFirst()
  if (row === undefined) throw new Problem(storeProblems.notFound, { what: '这个人' })
  return personState(row)
}

/** The day of the latest event in life (corrections and loads aside) that still stands for any of the households. */
export async function latestEvent(ctx: Context, ids: readonly number[]): Promise<{ kind: string; on: string } | undefined> {
  if (ids.length === 0) return undefined
  const row = await ctx.db
    .selectFrom('register_acts as a')
    .innerJoin('register_act_households as t', 't.act_id', 'a.id')
    .select(['a.kind', 'a.on_day'])
    .where('t.household_id', 'in', [...ids])
    .where('a.kind', 'not in', ['load', 'take_over', 'correction', 'undo'])
    .where('a.undone_by', 'is', null)
    .orderBy('a.on_day', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { kind: row.kind, on: row.on_day as unknown as string }
}

/** Where somebody with this number is registered already, in the asker's area. */
export async function personByIdIndex(ctx: Context, index: Buffer) {
  return ctx.db
    .selectFrom('persons as p')
    .leftJoin('households as h', 'h.id', 'p.household_id')
    .select(['p.id', 'p.name', 'h.household_number', 'h.village'])
    .where('p.id_index', '=', index)
    .where('p.status', '!=', 'undone')
    .limit(1)
    .executeTakeFirst()
}

export interface NewAct {
  kind: string
  on: string
  divisionCode: string
  reason: string
  details: Record<string, unknown>
  undoes?: number
}

/** The act itself, before what it does. */
export async function insertAct(ctx: Context, act: NewAct): Promise<number> {
  const row = await ctx.db
    .insertInto('register_acts')
    .values({
      kind: act.kind,
      division_code: act.divisionCode,
      on_day: act.on,
      at: ctx.now,
      officer_id: ctx.officer.id,
      officer_name: ctx.officer.name,
      reason: act.reason,
      details: JSON.stringify(act.details),
      undoes: act.undoes ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Which households an act touches, and what each rested on. */
export async function insertTouched(
  ctx: Context,
  actId: number,
  families: readonly { id: number; divisionCode: string; lastActId: number | null }[],
) {
  await ctx.db
    .insertInto('register_act_households')
    .values(
      families.map(({ id, divisionCode, lastActId }) => ({
        act_id: actId,
        household_id: id,
        division_code: divisionCode,
        previous_act_id: lastActId,
      })),
    )
    .execute()
}

/** Marks states as no longer believed. */
export async function replaceStates(ctx: Context, table: 'person_states' | 'household_states', ids: readonly number[], actId: number) {
  if (ids.length === 0) return
  await ctx.db
    .updateTable(table)
    .set({ replaced_by: actId })
    .where('id', 'in', [...ids])
    .execute()
}

export interface Period {
  fromOn: string
  untilOn: string | null
}

export async function insertPersonStates(ctx: Context, actId: number, rows: readonly (PersonContent & Period & { personId: number })[]) {
  if (rows.length === 0) return
  await ctx.db
    .insertInto('person_states')
    .values(
      rows.map((row) => ({
        person_id: row.personId,
        division_code: row.divisionCode,
        from_on: row.fromOn,
        until_on: row.untilOn,
        act_id: actId,
        household_id: row.householdId,
        status: row.status,
        is_head: row.isHead,
        name: row.name,
        values: JSON.stringify(row.values),
        local_fields: [...row.localFields],
        id_index: row.index.id_number ?? null,
        phone_index: row.index.phone ?? null,
        other_phone_index: row.index.other_phone ?? null,
        id_number_sealed: row.sealed.id_number ?? null,
        phone_sealed: row.sealed.phone ?? null,
        other_phone_sealed: row.sealed.other_phone ?? null,
        bank_account_sealed: row.sealed.bank_account ?? null,
      })),
    )
    .execute()
}

export async function insertHouseholdStates(
  ctx: Context,
  actId: number,
  rows: readonly (HouseholdContent & Period & { householdId: number })[],
) {
  if (rows.length === 0) return
  await ctx.db
    .insertInto('household_states')
    .values(
      rows.map((row) => ({
        household_id: row.householdId,
        division_code: row.divisionCode,
        from_on: row.fromOn,
        until_on: row.untilOn,
        act_id: actId,
        values: JSON.stringify(row.values),
        local_fields: [...row.localFields],
        contact_phone_sealed: row.sealed.contact_phone ?? null,
        helper_phone_sealed: row.sealed.helper_phone ?? null,
      })),
    )
    .execute()
}

/** A person to be; who they are is in their states. */
export async function insertPerson(ctx: Context, divisionCode: string): Promise<number> {
  return (await ctx.db.insertInto('persons').values({ division_code: divisionCode }).returning('id').executeTakeFirstOrThrow()).id
}

/** A household that the national system does not number yet gets a number of the county's own, never used twice. */
export async function insertHousehold(ctx: Context, actId: number, like: { divisionCode: string; township: string; village: string }) {
  const { rows } = await sql<{ id: number; household_number: string }>`
    WITH next AS (SELECT nextval('households_id_seq') AS id)
    INSERT INTO households (id, division_code, household_number, last_act_id, township, village)
    SELECT id, ${like.divisionCode}, left(${like.divisionCode}, 6) || 'L' || lpad(id::text, 8, '0'), ${actId}, ${like.township}, ${like.village} FROM next
    RETURNING id, household_number`.execute(ctx.db)
  const [row] = rows
  if (row === undefined) throw new Error('no household was made')
  return { id: row.id, householdNumber: row.household_number }
}

/** Brings the rows for lists up to what the open states say; `restsOn` is the act each household now rests on. Answers the new versions. */
export async function projectHouseholds(ctx: Context, restsOn: ReadonlyMap<number, number>): Promise<Map<number, number>> {
  const ids = [...restsOn.keys()]
  const { rows } = await sql<{ id: number; version: number }>`
    UPDATE households h SET version = h.version + 1, last_act_id = n.act_id, is_present = n.members > 0, member_count = n.members, head_person_id = n.head_person_id,
      head_name = coalesce(n.head_name, ''), group_name = coalesce(n.values->>'group_name', ''), household_kind = n.values->>'household_kind', monitored_kind = n.values->>'monitored_kind',
      is_monitored = n.members > 0 AND n.values->>'monitored_kind' IS NOT NULL AND n.values->>'is_cleared' IS DISTINCT FROM '是'
    FROM (
      SELECT i.id, i.act_id, s.values, m.members, m.head_person_id, m.head_name FROM unnest(${ids}::bigint[], ${[...restsOn.values()]}::bigint[]) AS i(id, act_id)
      LEFT JOIN household_states s ON s.household_id = i.id AND s.until_on IS NULL AND s.replaced_by IS NULL
      CROSS JOIN LATERAL (SELECT count(*)::integer AS members, max(p.person_id) FILTER (WHERE p.is_head) AS head_person_id, max(p.name) FILTER (WHERE p.is_head) AS head_name
        FROM person_states p WHERE p.household_id = i.id AND p.until_on IS NULL AND p.replaced_by IS NULL) m
    ) n WHERE h.id = n.id RETURNING h.id, h.version`.execute(ctx.db)
  return new Map(rows.map(({ id, version }) => [id, version]))
}

const mostAtOnce = 5000

/** Brings the rows for search up to what the open states say; who has none any more is found no longer. */
export async function projectPersons(ctx: Context, ids: readonly number[]): Promise<void> {
  for (let at = 0; at < ids.length; at += mostAtOnce) await projectSome(ctx, ids.slice(at, at + mostAtOnce))
}

async function projectSome(ctx: Context, ids: readonly number[]): Promise<void> {
  const { rows } = await sql<{ person_id: number; name: string }>`
    SELECT person_id, name FROM person_states WHERE person_id = ANY(${[...ids]}::bigint[]) AND until_on IS NULL AND replaced_by IS NULL`.execute(
    ctx.db,
  )
  const sounds = rows.map(({ name }) => soundsOf(name))
  await sql`
    UPDATE persons p SET division_code = coalesce(s.division_code, p.division_code), household_id = s.household_id, status = coalesce(s.status, 'undone'),
      name = coalesce(s.name, ''), given_name = coalesce(n.given_name, ''), sound = coalesce(n.sound, ''), given_sound = coalesce(n.given_sound, ''), initials = coalesce(n.initials, ''),
      id_index = s.id_index, phone_index = s.phone_index, other_phone_index = s.other_phone_index
    FROM unnest(${[...ids]}::bigint[]) AS i(id)
    LEFT JOIN person_states s ON s.person_id = i.id AND s.until_on IS NULL AND s.replaced_by IS NULL
    LEFT JOIN unnest(${rows.map(({ person_id }) => person_id)}::bigint[], ${sounds.map((one) => one.givenName)}::text[], ${sounds.map((one) => one.sound)}::text[],
      ${sounds.map((one) => one.givenSound)}::text[], ${sounds.map((one) => one.initials)}::text[]) AS n(id, given_name, sound, given_sound, initials) ON n.id = i.id
    WHERE p.id = i.id`.execute(ctx.db)
}
