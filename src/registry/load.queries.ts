/** A load in the database: the export is staged in temporary tables, then what is new is added and what is known is matched. */
import { sql } from 'kysely'
import { areaEnd, type Context, type Store } from '../store/index.ts'

/** A load of the same files for the same month that stands already. */
export async function loadByKey(ctx: Context, county: string, key: string) {
  return ctx.db
    .selectFrom('register_acts')
    .select(['id', 'details'])
    .where('division_code', '=', county)
    .where('load_key', '=', key)
    .where('undone_by', 'is', null)
    .executeTakeFirst()
}

/** Whether anything of the county is held, also what was taken back. */
export async function hasHouseholds(ctx: Context, county: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('households')
    .select('id')
    .where('division_code', '>=', county)
    .where('division_code', '<', areaEnd(county))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** One load of a county at a time, until the transaction ends. */
export async function lockCounty(ctx: Context, county: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('register.load ' || ${county}, 0))`.execute(ctx.db)
}

/** The day from which the latest standing load of the county speaks. */
export async function latestLoad(ctx: Context, county: string): Promise<{ id: number; on: string } | undefined> {
  const row = await ctx.db
    .selectFrom('register_acts')
    .select(['id', 'on_day'])
    .where('division_code', '=', county)
    .where('kind', '=', 'load')
    .where('undone_by', 'is', null)
    .orderBy('on_day', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { id: row.id, on: row.on_day as unknown as string }
}

/** The number of the act to be: states name it before its counts are known. */
export async function nextActId(ctx: Context): Promise<number> {
  const { rows } = await sql<{ id: number }>`SELECT nextval('register_acts_id_seq') AS id`.execute(ctx.db)
  const [row] = rows
  if (row === undefined) throw new Error('no number was drawn')
  return row.id
}

export async function insertLoad(
  ctx: Context,
  load: { id: number; county: string; on: string; key: string; details: Record<string, unknown> },
): Promise<void> {
  await sql`INSERT INTO register_acts (id, kind, division_code, on_day, at, officer_id, officer_name, load_key, details) OVERRIDING SYSTEM VALUE
    VALUES (${load.id}, 'load', ${load.county}, ${load.on}, ${ctx.now}, ${ctx.officer.id}, ${ctx.officer.name}, ${load.key}, ${JSON.stringify(load.details)})`.execute(
    ctx.db,
  )
}

/** Ids for what comes in: known households by number, people by identity number (else by name and birthday within the household). */
export async function matchStage(ctx: Context, county: string): Promise<void> {
  await matchKnown(ctx, county)
  await sql`UPDATE incoming_household SET is_new = state_id IS NULL, id = coalesce(id, nextval('households_id_seq'))`.execute(ctx.db)
  await sql`UPDATE incoming_person i SET is_new = true, id = nextval('persons_id_seq') FROM incoming_household h
    WHERE h.household_number = i.household_number AND h.is_new AND i.id IS NULL`.execute(ctx.db)
  // Where the export's head lives elsewhere by our register, somebody else stands for the household until that is decided.
  await sql`UPDATE incoming_person SET is_head = true WHERE id IN (
    SELECT min(id) FROM incoming_person WHERE is_new GROUP BY household_number HAVING NOT bool_or(is_head))`.execute(ctx.db)
}

/** How much of the stage is new, and how much there is in all. */
export async function countStage(ctx: Context) {
  const { rows } = await sql<{ households: number; newHouseholds: number; persons: number; newPersons: number }>`
    SELECT (SELECT count(*) FROM incoming_household) AS households, (SELECT count(*) FROM incoming_household WHERE is_new) AS "newHouseholds",
      (SELECT count(*) FROM incoming_person) AS persons, (SELECT count(*) FROM incoming_person WHERE is_new) AS "newPersons"`.execute(
    ctx.db,
  )
  return rows[0] ?? { households: 0, newHouseholds: 0, persons: 0, newPersons: 0 }
}

async function matchKnown(ctx: Context, county: string): Promise<void> {
  const inCounty = (table: string) =>
    sql`${sql.ref(`${table}.division_code`)} >= ${county} AND ${sql.ref(`${table}.division_code`)} < ${areaEnd(county)}`
  await sql`CREATE INDEX ON incoming_household (household_number)`.execute(ctx.db)
  await sql`CREATE INDEX ON incoming_person (household_number)`.execute(ctx.db)
  await sql`CREATE INDEX ON incoming_person (id_index)`.execute(ctx.db)
  await sql`ANALYZE incoming_household, incoming_person`.execute(ctx.db)
  await sql`UPDATE incoming_household i SET id = h.id, previous_act_id = h.last_act_id FROM households h WHERE h.household_number = i.household_number AND ${inCounty('h')}`.execute(
    ctx.db,
  )
  // A household that the county numbered itself gets its national number; its head tells which it is.
  const { rows } = await sql<{ id: number }>`
    UPDATE incoming_household i SET id = h.id, previous_act_id = h.last_act_id FROM incoming_person n JOIN persons p ON p.id_index = n.id_index JOIN households h ON h.id = p.household_id AND h.head_person_id = p.id
    WHERE n.household_number = i.household_number AND n.is_head AND i.id IS NULL AND ${inCounty('h')} AND h.household_number LIKE ${`${county}L%`} RETURNING i.id`.execute(
    ctx.db,
  )
  await sql`UPDATE households h SET household_number = i.household_number FROM incoming_household i
    WHERE h.id = i.id AND h.id = ANY(${rows.map(({ id }) => id)}::bigint[])`.execute(ctx.db)
  await sql`UPDATE incoming_household i SET state_id = s.id FROM household_states s WHERE s.household_id = i.id AND s.until_on IS NULL AND s.replaced_by IS NULL
    AND EXISTS (SELECT FROM households h WHERE h.id = i.id AND h.is_present)`.execute(ctx.db)
  await sql`UPDATE incoming_person i SET id = p.id FROM incoming_household h, persons p
    WHERE h.household_number = i.household_number AND p.id_index = i.id_index AND p.household_id = h.id AND ${inCounty('p')}`.execute(
    ctx.db,
  )
  await sql`UPDATE incoming_person i SET id = p.id FROM incoming_household h, persons p JOIN person_states s ON s.person_id = p.id AND s.until_on IS NULL AND s.replaced_by IS NULL
    WHERE h.household_number = i.household_number AND p.household_id = h.id AND i.id IS NULL AND p.name = i.name AND s.values->>'born_on' IS NOT DISTINCT FROM i.values->>'born_on'
      AND (i.id_index IS NULL OR p.id_index IS NULL)`.execute(ctx.db)
  await sql`UPDATE incoming_person i SET id = p.id, elsewhere = p.status FROM persons p
    WHERE p.id_index = i.id_index AND i.id IS NULL AND p.status <> 'undone' AND ${inCounty('p')} AND NOT EXISTS (SELECT FROM incoming_person o WHERE o.id = p.id)`.execute(
    ctx.db,
  )
  await sql`UPDATE incoming_person i SET state_id = s.id FROM person_states s WHERE s.person_id = i.id AND s.until_on IS NULL AND s.replaced_by IS NULL`.execute(
    ctx.db,
  )
  await sql`ANALYZE incoming_household, incoming_person`.execute(ctx.db)
}

/** Adds the households that the county did not hold, with their first states. */
export async function addNewHouseholds(ctx: Context, actId: number, on: string): Promise<void> {
  const monitored = sql`i.values->>'monitored_kind' IS NOT NULL AND i.values->>'is_cleared' IS DISTINCT FROM '是'`
  await sql`INSERT INTO households (id, division_code, household_number, last_act_id, township, village, group_name, head_person_id, head_name, member_count, is_present, household_kind, monitored_kind, is_monitored)
    SELECT i.id, i.division_code, i.household_number, ${actId}, i.township, i.village, coalesce(i.values->>'group_name', ''), m.head_id, coalesce(m.head_name, ''), coalesce(m.members, 0), coalesce(m.members, 0) > 0,
      i.values->>'household_kind', i.values->>'monitored_kind', coalesce(m.members, 0) > 0 AND ${monitored}
    FROM incoming_household i LEFT JOIN (SELECT household_number, count(*)::integer AS members, max(id) FILTER (WHERE is_head) AS head_id, max(name) FILTER (WHERE is_head) AS head_name
      FROM incoming_person WHERE is_new GROUP BY household_number) m USING (household_number)
    WHERE i.is_new
    ON CONFLICT (id) DO UPDATE SET last_act_id = ${actId}, version = households.version + 1, group_name = excluded.group_name, head_person_id = excluded.head_person_id, head_name = excluded.head_name,
      member_count = excluded.member_count, is_present = excluded.is_present, household_kind = excluded.household_kind, monitored_kind = excluded.monitored_kind, is_monitored = excluded.is_monitored`.execute(
    ctx.db,
  )
  // A household that had died out comes back: what was last known of it ends.
  await sql`UPDATE household_states s SET replaced_by = ${actId} FROM incoming_household i
    WHERE i.is_new AND i.previous_act_id IS NOT NULL AND s.household_id = i.id AND s.until_on IS NULL AND s.replaced_by IS NULL`.execute(
    ctx.db,
  )
  await sql`INSERT INTO household_states (household_id, division_code, from_on, act_id, values)
    SELECT id, division_code, ${on}, ${actId}, values FROM incoming_household WHERE is_new`.execute(ctx.db)
  await sql`INSERT INTO register_act_households (act_id, household_id, division_code, previous_act_id) SELECT ${actId}, id, division_code, previous_act_id FROM incoming_household WHERE is_new`.execute(
    ctx.db,
  )
}

/** While nobody is in the register, its search indexes go: made in one piece afterwards they cost a fraction. False, and all as it was, when there is somebody. */
export async function dropSearchIndexes(ctx: Context): Promise<boolean> {
  const { rows } = await sql<{ dropped: boolean }>`SELECT drop_person_indexes() AS dropped`.execute(ctx.db)
  return rows[0]?.dropped === true
}

export async function createSearchIndexes(ctx: Context): Promise<void> {
  await sql`SELECT create_person_indexes()`.execute(ctx.db)
}

/** The members of the new households. */
export async function addNewPersons(ctx: Context, actId: number, on: string): Promise<void> {
  await sql`INSERT INTO persons (id, division_code, household_id, name, given_name, sound, given_sound, initials, id_index, phone_index, other_phone_index)
    SELECT i.id, h.division_code, h.id, i.name, i.given_name, i.sound, i.given_sound, i.initials, i.id_index, i.phone_index, i.other_phone_index
    FROM incoming_person i JOIN incoming_household h USING (household_number) WHERE i.is_new`.execute(ctx.db)
  await sql`INSERT INTO person_states (person_id, division_code, from_on, act_id, household_id, status, is_head, name, values, id_index, phone_index, other_phone_index, id_number_sealed, phone_sealed, other_phone_sealed)
    SELECT i.id, h.division_code, ${on}, ${actId}, h.id, 'member', i.is_head, i.name, i.values, i.id_index, i.phone_index, i.other_phone_index, i.id_number_sealed, i.phone_sealed, i.other_phone_sealed
    FROM incoming_person i JOIN incoming_household h USING (household_number) WHERE i.is_new`.execute(ctx.db)
}

/** Places of the export, for the list of divisions. */
export async function stagedPlaces(ctx: Context): Promise<{ code: string; township: string; village: string }[]> {
  const { rows } = await sql<{ code: string; township: string; village: string }>`
    SELECT division_code AS code, mode() WITHIN GROUP (ORDER BY township) AS township, mode() WITHIN GROUP (ORDER BY village) AS village
    FROM incoming_household GROUP BY division_code ORDER BY 1`.execute(ctx.db)
  return rows
}

/** Tells the database anew how much lies in the register and how it is spread; after a load the old figures make searches slow. */
export async function analyzeRegister(store: Store): Promise<void> {
  const tables = 'households, household_states, persons, person_states, register_acts, register_act_households, register_differences'
  await store.asOwner((client) => client.query(`ANALYZE ${tables}`))
}
