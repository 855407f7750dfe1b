/** Differences with the national system: listed, and decided in bulk. */
import { sql } from 'kysely'
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
import { areaEnd, type Context } from '../store/index.ts'

export interface DifferenceFilter {
  ids?: readonly number[] | undefined
  division?: string | undefined
  field?: string | undefined
  kind?: string | undefined
  household?: number | undefined
  proposal?: string | undefined
  open?: boolean | undefined
}

function matching(filter: DifferenceFilter) {
  const { ids, division, field, kind, household, proposal, open } = filter
  const parts = [
    ...(ids === undefined ? [] : [sql`d.id = ANY(${[...ids]}::bigint[])`]),
    ...(division === undefined ? [] : [sql`d.division_code >= ${division} AND d.division_code < ${areaEnd(division)}`]),
    ...(field === undefined ? [] : [sql`d.field = ${field}`]),
    ...(kind === undefined ? [] : [sql`d.kind = ${kind}`]),
    ...(household === undefined ? [] : [sql`d.household_id = ${household}`]),
    ...(proposal === undefined ? [] : [sql`d.proposal = ${proposal}`]),
    ...(open === undefined ? [] : [open ? sql`d.decision IS NULL` : sql`d.decision IS NOT NULL`]),
  ]
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` AND `)
}

export interface DifferenceRow {
  id: number
  kind: 'value' | 'member_new' | 'member_missing' | 'member_elsewhere' | 'household_missing'
  householdId: number | null
  householdNumber: string
  divisionCode: string
  village: string
  headName: string
  personId: number | null
  personName: string
  field: string
  ours: unknown
  theirs: unknown
  ours_sealed: Buffer | null
  theirs_sealed: Buffer | null
  proposal: 'theirs' | 'ours'
  reason: string
  decision: 'theirs' | 'ours' | 'outdated' | null
  decidedBy: string | null
  on: string
}

const number = byNumber(sql`d.id`)

/** In the order in which they were found, village by village, or by what a column shows. */
export const differenceOrders = {
  found: upwards(number),
  place: upwards(byText(sql`d.division_code`), number),
  head: upwards(byName(sql`coalesce(h.head_name, '')`), number),
  person: upwards(byName(sql`coalesce(p.name, d.theirs->>'name', '')`), number),
  about: upwards(byText(sql`d.kind`), byText(sql`d.field`), number),
  proposal: upwards(byText(sql`d.proposal`), number),
}

export async function listDifferences(
  ctx: Context,
  filter: DifferenceFilter,
  order: Order,
  after: Cursor | undefined,
  limit: number,
): Promise<(DifferenceRow & Placed)[]> {
  const { rows } = await sql<DifferenceRow & Placed>`
    SELECT ${placeIn(order)} AS place, d.id, d.kind, d.household_id AS "householdId", coalesce(h.household_number, '') AS "householdNumber", d.division_code AS "divisionCode", coalesce(h.village, '') AS village,
      coalesce(h.head_name, '') AS "headName", d.person_id AS "personId", coalesce(p.name, d.theirs->>'name', '') AS "personName", d.field, d.ours, d.theirs, d.ours_sealed, d.theirs_sealed,
      d.proposal, d.reason, d.decision, d.decided_by AS "decidedBy", l.on_day AS on
    FROM register_differences d JOIN register_acts l ON l.id = d.load_id LEFT JOIN households h ON h.id = d.household_id LEFT JOIN persons p ON p.id = d.person_id
    WHERE ${standsAfter(order, after)} AND ${matching(filter)} ORDER BY ${orderedBy(order)} LIMIT ${limit}`.execute(ctx.db)
  return rows
}

/** How many are open, by what they are about. */
export async function countDifferences(ctx: Context, filter: DifferenceFilter) {
  const { rows } = await sql<{ kind: string; field: string; proposal: 'theirs' | 'ours'; open: number }>`
    SELECT d.kind, d.field, d.proposal, count(*)::integer AS open FROM register_differences d
    WHERE d.decision IS NULL AND ${matching({ division: filter.division })} GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3`.execute(ctx.db)
  return rows
}

/** Puts the open ones into `deciding`, locked, each with what is to become of it; households they are about are locked too. */
export async function chooseDifferences(ctx: Context, filter: DifferenceFilter, decision: 'theirs' | 'ours' | 'proposed'): Promise<void> {
  await sql`CREATE TEMP TABLE deciding (id bigint, household_id bigint, person_id bigint, field text, kind text, want text) ON COMMIT DROP`.execute(
    ctx.db,
  )
  await sql`INSERT INTO deciding SELECT d.id, d.household_id, d.person_id, d.field, d.kind, CASE WHEN ${decision} = 'proposed' THEN d.proposal ELSE ${decision} END
    FROM register_differences d WHERE ${matching({ ...filter, open: true })} ORDER BY d.id FOR UPDATE`.execute(ctx.db)
  await sql`SELECT count(*) FROM (SELECT id FROM households WHERE id IN (SELECT household_id FROM deciding WHERE want = 'theirs') ORDER BY id FOR UPDATE) h`.execute(
    ctx.db,
  )
}

/** Where ours is no longer what it was when it was compared, the question is no longer the same. */
export async function outdateChosen(ctx: Context): Promise<void> {
  await sql`UPDATE deciding SET want = 'outdated' FROM register_differences d LEFT JOIN household_states s ON s.household_id = d.household_id AND s.until_on IS NULL AND s.replaced_by IS NULL
    WHERE d.id = deciding.id AND deciding.want = 'theirs' AND d.kind = 'value' AND d.person_id IS NULL AND s.values->>d.field IS DISTINCT FROM d.ours#>>'{}'`.execute(
    ctx.db,
  )
  await sql`UPDATE deciding SET want = 'outdated' FROM register_differences d LEFT JOIN person_states s ON s.person_id = d.person_id AND s.until_on IS NULL AND s.replaced_by IS NULL
    WHERE d.id = deciding.id AND deciding.want = 'theirs' AND d.kind = 'value' AND d.person_id IS NOT NULL AND d.field <> 'head' AND (s.id IS NULL OR CASE d.field
      WHEN 'name' THEN s.name IS DISTINCT FROM d.ours#>>'{}' WHEN 'id_number' THEN s.id_number_sealed IS DISTINCT FROM d.ours_sealed
      WHEN 'phone' THEN s.phone_sealed IS DISTINCT FROM d.ours_sealed WHEN 'other_phone' THEN s.other_phone_sealed IS DISTINCT FROM d.ours_sealed
      ELSE s.values->>d.field IS DISTINCT FROM d.ours#>>'{}' END)`.execute(ctx.db)
}

/** Whether any chosen one takes over a plain value. */
export async function anyValueToTake(ctx: Context): Promise<{ on: string; households: number } | undefined> {
  const { rows } = await sql<{ on: string | null; households: number }>`
    SELECT max(l.on_day) AS on, count(DISTINCT c.household_id)::integer AS households FROM deciding c JOIN register_differences d USING (id) JOIN register_acts l ON l.id = d.load_id
    WHERE c.want = 'theirs' AND c.kind = 'value' AND c.field <> 'head'`.execute(ctx.db)
  const [row] = rows
  return row?.on ? { on: row.on, households: row.households } : undefined
}

/** Takes over all chosen plain values as one act: new states from the day the export speaks of. Answers whom it touched. */
export async function takeValues(ctx: Context, actId: number): Promise<{ households: number[]; persons: number[] }> {
  const chosen = sql`deciding c JOIN register_differences d USING (id) JOIN register_acts l ON l.id = d.load_id`
  await sql`CREATE TEMP TABLE taking_household ON COMMIT DROP AS SELECT s.id AS state_id, s.household_id, max(l.on_day) AS on_day, array_agg(d.field) AS fields,
      coalesce(jsonb_object_agg(d.field, d.theirs) FILTER (WHERE d.theirs IS NOT NULL), '{}') AS adds
    FROM ${chosen} JOIN household_states s ON s.household_id = d.household_id AND s.until_on IS NULL AND s.replaced_by IS NULL
    WHERE c.want = 'theirs' AND c.kind = 'value' AND d.person_id IS NULL GROUP BY 1, 2`.execute(ctx.db)
  await sql`CREATE TEMP TABLE taking_person ON COMMIT DROP AS SELECT s.id AS state_id, s.person_id, max(l.on_day) AS on_day, array_agg(d.field) AS fields,
      coalesce(jsonb_object_agg(d.field, d.theirs) FILTER (WHERE d.theirs IS NOT NULL AND d.field <> 'name'), '{}') AS adds, max(d.theirs#>>'{}') FILTER (WHERE d.field = 'name') AS name,
      ${sealedOf('id_number')}, ${sealedOf('phone')}, ${sealedOf('other_phone')}
    FROM ${chosen} JOIN person_states s ON s.person_id = d.person_id AND s.until_on IS NULL AND s.replaced_by IS NULL
    WHERE c.want = 'theirs' AND c.kind = 'value' AND d.field <> 'head' GROUP BY 1, 2`.execute(ctx.db)
  await sql`INSERT INTO register_act_households (act_id, household_id, division_code, previous_act_id) SELECT ${actId}, id, division_code, last_act_id FROM households
    WHERE id IN (SELECT household_id FROM deciding WHERE want = 'theirs' AND kind = 'value' AND field <> 'head')`.execute(ctx.db)
  await sql`UPDATE household_states s SET replaced_by = ${actId} FROM taking_household t WHERE s.id = t.state_id`.execute(ctx.db)
  await sql`UPDATE person_states s SET replaced_by = ${actId} FROM taking_person t WHERE s.id = t.state_id`.execute(ctx.db)
  const left = sql`ARRAY(SELECT f FROM unnest(s.local_fields) f WHERE f <> ALL(t.fields))`
  await sql`INSERT INTO household_states (household_id, division_code, from_on, until_on, act_id, values, local_fields, contact_phone_sealed, helper_phone_sealed)
    SELECT s.household_id, s.division_code, s.from_on, t.on_day, ${actId}::bigint, s.values, s.local_fields, s.contact_phone_sealed, s.helper_phone_sealed
      FROM taking_household t JOIN household_states s ON s.id = t.state_id WHERE s.from_on < t.on_day
    UNION ALL SELECT s.household_id, s.division_code, greatest(s.from_on, t.on_day), NULL::date, ${actId}::bigint, (s.values - t.fields) || t.adds, ${left}, s.contact_phone_sealed, s.helper_phone_sealed
      FROM taking_household t JOIN household_states s ON s.id = t.state_id`.execute(ctx.db)
  const same = sql`s.person_id, s.division_code, s.household_id, s.status, s.is_head`
  await sql`INSERT INTO person_states (person_id, division_code, household_id, status, is_head, from_on, until_on, act_id, name, values, local_fields,
      id_index, phone_index, other_phone_index, id_number_sealed, phone_sealed, other_phone_sealed, bank_account_sealed)
    SELECT ${same}, s.from_on, t.on_day, ${actId}::bigint, s.name, s.values, s.local_fields, s.id_index, s.phone_index, s.other_phone_index, s.id_number_sealed, s.phone_sealed, s.other_phone_sealed, s.bank_account_sealed
      FROM taking_person t JOIN person_states s ON s.id = t.state_id WHERE s.from_on < t.on_day
    UNION ALL SELECT ${same}, greatest(s.from_on, t.on_day), NULL::date, ${actId}::bigint, coalesce(t.name, s.name), (s.values - t.fields) || t.adds, ${left},
      ${taken('id_number', 'id_index')}, ${taken('phone', 'phone_index')}, ${taken('other_phone', 'other_phone_index')},
      ${taken('id_number', 'id_number_sealed')}, ${taken('phone', 'phone_sealed')}, ${taken('other_phone', 'other_phone_sealed')}, s.bank_account_sealed
      FROM taking_person t JOIN person_states s ON s.id = t.state_id`.execute(ctx.db)
  await sql`INSERT INTO audit_entries (at, officer_id, officer_name, action, subject_kind, subject_id, division_code, details, request_id)
    SELECT ${ctx.now}, ${ctx.officer.id}, ${ctx.officer.name}, 'register.changed', 'household', household_id::text, division_code, jsonb_build_object('act', ${actId}::bigint, 'kind', 'take_over'), ${ctx.requestId}
    FROM register_act_households WHERE act_id = ${actId}`.execute(ctx.db)
  const households = await sql<{ id: number }>`SELECT household_id AS id FROM register_act_households WHERE act_id = ${actId}`.execute(
    ctx.db,
  )
  const persons = await sql<{ id: number }>`SELECT person_id AS id FROM taking_person`.execute(ctx.db)
  return { households: households.rows.map(({ id }) => id), persons: persons.rows.map(({ id }) => id) }
}

/** SQL: the sealed value and index of one field; bytea has no max(). */
const sealedOf = (field: string) =>
  sql`(array_agg(d.theirs_sealed) FILTER (WHERE d.field = ${sql.lit(field)}))[1] AS ${sql.ref(`${field}_sealed`)}, (array_agg(d.theirs_index) FILTER (WHERE d.field = ${sql.lit(field)}))[1] AS ${sql.ref(field === 'id_number' ? 'id_index' : `${field}_index`)}`
const taken = (field: string, column: string) =>
  sql`CASE WHEN ${sql.lit(field)} = ANY(t.fields) THEN ${sql.ref(`t.${column}`)} ELSE ${sql.ref(`s.${column}`)} END`

/** Writes down what was decided, except what still has to be carried out one by one. Answers how many of each. */
export async function markDecided(ctx: Context, takeActId: number | null): Promise<{ taken: number; kept: number; outdated: number }> {
  const { rows } = await sql<{ want: string; n: number }>`
    WITH done AS (UPDATE register_differences d SET decision = c.want, decided_by = ${ctx.officer.name}, decided_at = ${ctx.now}, decision_act_id = CASE WHEN c.want = 'theirs' THEN ${takeActId}::bigint END
      FROM deciding c WHERE d.id = c.id AND NOT (c.want = 'theirs' AND (c.kind <> 'value' OR c.field = 'head')) RETURNING c.want)
    SELECT want, count(*)::integer AS n FROM done GROUP BY want`.execute(ctx.db)
  const count = (want: string) => rows.find((row) => row.want === want)?.n ?? 0
  return { taken: count('theirs'), kept: count('ours'), outdated: count('outdated') }
}

/** What was chosen to be taken over and is an event in life rather than a value. */
export async function eventsToTake(ctx: Context): Promise<number[]> {
  const { rows } = await sql<{
    id: number
  }>`SELECT id FROM deciding WHERE want = 'theirs' AND (kind <> 'value' OR field = 'head') ORDER BY id`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

export async function markOne(ctx: Context, id: number, decision: 'theirs' | 'outdated', actId: number | null): Promise<void> {
  await ctx.db
    .updateTable('register_differences')
    .set({ decision, decided_by: ctx.officer.name, decided_at: ctx.now, decision_act_id: actId })
    .where('id', '=', id)
    .execute()
}
