/** A later export against what the county holds: every difference becomes a line for decision, nothing else changes. */
import { sql } from 'kysely'
import type { Context } from '../store/index.ts'
import { registryPolicy } from './registry-policy.ts'
import { proposals } from './trust.rules.ts'

/** Lists the differences of the staged export; earlier undecided ones of its villages are outdated. Answers how many are open. */
export async function compareStage(ctx: Context, loadId: number, present: ReadonlySet<string>): Promise<number> {
  await outdateEarlier(ctx, loadId)
  const { fields, trust } = registryPolicy(ctx.policy)
  const named = (about: string) =>
    [...fields.values()].filter((field) => field.about === about && !field.isSealed && present.has(field.name)).map(({ name }) => name)
  const rules = proposals(trust, [...present])
  await compareHouseholds(ctx, loadId, named('household'), rules)
  await comparePersons(
    ctx,
    loadId,
    named('person').filter((name) => name !== 'name' && name !== 'relation_to_head'),
    rules,
  )
  if (present.has('relation_to_head')) await compareHeads(ctx, loadId)
  await compareMembers(ctx, loadId)
  await keepEarlierDecisions(ctx, loadId)
  const { rows } = await sql<{
    n: number
  }>`SELECT count(*) AS n FROM register_differences WHERE load_id = ${loadId} AND decision IS NULL`.execute(ctx.db)
  return rows[0]?.n ?? 0
}

/** What an earlier export said differently is said anew by this one, or no longer. */
async function outdateEarlier(ctx: Context, loadId: number): Promise<void> {
  await sql`UPDATE register_differences SET decision = 'outdated', decided_at = coalesce(decided_at, ${ctx.now})
    WHERE load_id <> ${loadId} AND (decision IS NULL OR decision = 'ours') AND division_code IN (SELECT DISTINCT division_code FROM incoming_household)`.execute(
    ctx.db,
  )
}

interface Rules {
  fields: readonly string[]
  localWins: readonly boolean[]
  reasons: readonly string[]
}

/** SQL: who is proposed, by whether the county set the field itself and what policy says of it. */
const proposal = (local: string, theirs: string) =>
  sql`CASE WHEN ${sql.raw(theirs)} IS NULL THEN 'ours' WHEN NOT (r.field = ANY(${sql.raw(local)})) THEN 'theirs' WHEN r.local_wins THEN 'ours' ELSE 'theirs' END`
const reason = (local: string, theirs: string) =>
  sql`CASE WHEN ${sql.raw(theirs)} IS NULL THEN '全国系统未填' WHEN NOT (r.field = ANY(${sql.raw(local)})) THEN '县里没有改过，全国系统较新' WHEN r.local_wins THEN '县里登记或改正过' ELSE r.reason END`
const rulesTable = ({ fields, localWins, reasons }: Rules) =>
  sql`unnest(${[...fields]}::text[], ${[...localWins]}::boolean[], ${[...reasons]}::text[]) AS r(field, local_wins, reason)`

async function compareHouseholds(ctx: Context, loadId: number, names: readonly string[], rules: Rules): Promise<void> {
  const [ours, theirs] = ['s.values->>r.field', 'i.values->>r.field']
  await sql`INSERT INTO register_differences (division_code, load_id, kind, household_id, field, ours, theirs, proposal, reason)
    SELECT s.division_code, ${loadId}, 'value', i.id, r.field, to_jsonb(${sql.raw(ours)}), to_jsonb(${sql.raw(theirs)}), ${proposal('s.local_fields', theirs)}, ${reason('s.local_fields', theirs)}
    FROM incoming_household i JOIN household_states s ON s.id = i.state_id CROSS JOIN ${rulesTable(rules)}
    WHERE s.values <> i.values AND r.field = ANY(${[...names]}::text[]) AND ${sql.raw(ours)} IS DISTINCT FROM ${sql.raw(theirs)}`.execute(
    ctx.db,
  )
}

async function comparePersons(ctx: Context, loadId: number, names: readonly string[], rules: Rules): Promise<void> {
  const here = sql`FROM incoming_person i JOIN person_states s ON s.id = i.state_id AND i.elsewhere IS NULL`
  const [ours, theirs] = ['s.values->>r.field', 'i.values->>r.field']
  await sql`INSERT INTO register_differences (division_code, load_id, kind, household_id, person_id, field, ours, theirs, proposal, reason)
    SELECT s.division_code, ${loadId}, 'value', s.household_id, i.id, r.field, to_jsonb(${sql.raw(ours)}), to_jsonb(${sql.raw(theirs)}), ${proposal('s.local_fields', theirs)}, ${reason('s.local_fields', theirs)}
    ${here} CROSS JOIN ${rulesTable(rules)}
    WHERE s.values <> i.values AND r.field = ANY(${[...names]}::text[]) AND ${sql.raw(ours)} IS DISTINCT FROM ${sql.raw(theirs)}`.execute(
    ctx.db,
  )
  await sql`INSERT INTO register_differences (division_code, load_id, kind, household_id, person_id, field, ours, theirs, proposal, reason)
    SELECT s.division_code, ${loadId}, 'value', s.household_id, i.id, 'name', to_jsonb(s.name), to_jsonb(i.name), ${proposal('s.local_fields', 'i.name')}, ${reason('s.local_fields', 'i.name')}
    ${here} JOIN ${rulesTable(rules)} ON r.field = 'name' WHERE s.name <> i.name`.execute(ctx.db)
  for (const [field, index] of [
    ['id_number', 'id_index'],
    ['phone', 'phone_index'],
    ['other_phone', 'other_phone_index'],
  ] as const) {
    const sealed = (table: string) => sql.ref(`${table}.${field}_sealed`)
    await sql`INSERT INTO register_differences (division_code, load_id, kind, household_id, person_id, field, ours_sealed, theirs_sealed, theirs_index, proposal, reason)
      SELECT s.division_code, ${loadId}, 'value', s.household_id, i.id, r.field, ${sealed('s')}, ${sealed('i')}, ${sql.ref(`i.${index}`)}, ${proposal('s.local_fields', `i.${field}_sealed`)}, ${reason('s.local_fields', `i.${field}_sealed`)}
      ${here} JOIN ${rulesTable(rules)} ON r.field = ${field} WHERE ${sql.ref(`s.${index}`)} IS DISTINCT FROM ${sql.ref(`i.${index}`)}`.execute(
      ctx.db,
    )
  }
}

/** Who is head is one question for the household; other relations are asked one by one where the head is the same. */
async function compareHeads(ctx: Context, loadId: number): Promise<void> {
  await sql`INSERT INTO register_differences (division_code, load_id, kind, household_id, person_id, field, ours, theirs, proposal, reason)
    SELECT h.division_code, ${loadId}, 'value', h.id, i.id, 'head', to_jsonb(h.head_name), to_jsonb(i.name),
      CASE WHEN 'relation_to_head' = ANY(s.local_fields) THEN 'ours' ELSE 'theirs' END, CASE WHEN 'relation_to_head' = ANY(s.local_fields) THEN '县里登记过变动' ELSE '县里没有改过，全国系统较新' END
    FROM incoming_person i JOIN person_states s ON s.id = i.state_id AND i.elsewhere IS NULL JOIN households h ON h.id = s.household_id WHERE i.is_head AND NOT s.is_head`.execute(
    ctx.db,
  )
  await sql`INSERT INTO register_differences (division_code, load_id, kind, household_id, person_id, field, ours, theirs, proposal, reason)
    SELECT s.division_code, ${loadId}, 'value', s.household_id, i.id, 'relation_to_head', to_jsonb(s.values->>'relation_to_head'), to_jsonb(i.values->>'relation_to_head'),
      CASE WHEN i.values->>'relation_to_head' IS NULL OR 'relation_to_head' = ANY(s.local_fields) THEN 'ours' ELSE 'theirs' END,
      CASE WHEN 'relation_to_head' = ANY(s.local_fields) THEN '县里登记过变动' ELSE '县里没有改过，全国系统较新' END
    FROM incoming_person i JOIN person_states s ON s.id = i.state_id AND i.elsewhere IS NULL
    WHERE NOT i.is_head AND NOT s.is_head AND s.values->>'relation_to_head' IS DISTINCT FROM i.values->>'relation_to_head' AND i.values->>'relation_to_head' IS DISTINCT FROM '户主'
      AND NOT EXISTS (SELECT FROM register_differences d WHERE d.load_id = ${loadId} AND d.household_id = s.household_id AND d.field = 'head')`.execute(
    ctx.db,
  )
}

/** Members that only one side has, members that each side has elsewhere, and households the export no longer has in the villages it covers. */
async function compareMembers(ctx: Context, loadId: number): Promise<void> {
  const what = sql`jsonb_build_object('name', i.name, 'values', i.values, 'household_number', i.household_number)`
  await sql`INSERT INTO register_differences (division_code, load_id, kind, household_id, person_id, ours, theirs, theirs_sealed, theirs_index, proposal, reason)
    SELECT h.division_code, ${loadId}, 'member_new', h.id, i.id, to_jsonb(CASE i.elsewhere WHEN 'dead' THEN '已登记死亡' WHEN 'gone' THEN '已登记迁出' ELSE '没有此人' END), ${what}, i.id_number_sealed, i.id_index,
      CASE WHEN i.elsewhere IS NULL THEN 'theirs' ELSE 'ours' END, CASE WHEN i.elsewhere IS NULL THEN '县里没有登记过此人' ELSE '县里登记过变动' END
    FROM incoming_person i JOIN incoming_household h USING (household_number) WHERE NOT i.is_new AND (i.id IS NULL OR i.elsewhere IN ('dead', 'gone'))`.execute(
    ctx.db,
  )
  await sql`INSERT INTO register_differences (division_code, load_id, kind, household_id, person_id, ours, theirs, proposal, reason)
    SELECT s.division_code, ${loadId}, 'member_elsewhere', s.household_id, i.id, to_jsonb(h.household_number), ${what} || jsonb_build_object('household_id', t.id),
      CASE WHEN 'relation_to_head' = ANY(s.local_fields) THEN 'ours' ELSE 'theirs' END, CASE WHEN 'relation_to_head' = ANY(s.local_fields) THEN '县里登记过变动' ELSE '县里没有改过，全国系统较新' END
    FROM incoming_person i JOIN incoming_household t USING (household_number) JOIN person_states s ON s.id = i.state_id JOIN households h ON h.id = s.household_id
    WHERE i.elsewhere = 'member' AND s.household_id <> t.id`.execute(ctx.db)
  await sql`INSERT INTO register_differences (division_code, load_id, kind, household_id, person_id, ours, proposal, reason)
    SELECT s.division_code, ${loadId}, 'member_missing', s.household_id, s.person_id, to_jsonb(s.name), CASE WHEN cardinality(s.local_fields) > 0 THEN 'ours' ELSE 'theirs' END,
      CASE WHEN cardinality(s.local_fields) > 0 THEN '县里登记或改正过' ELSE '县里没有改过，全国系统较新' END
    FROM incoming_household i JOIN person_states s ON s.household_id = i.id AND s.until_on IS NULL AND s.replaced_by IS NULL
    WHERE i.state_id IS NOT NULL AND NOT EXISTS (SELECT FROM incoming_person p WHERE p.id = s.person_id)`.execute(ctx.db)
  await sql`INSERT INTO register_differences (division_code, load_id, kind, household_id, ours, proposal, reason)
    SELECT h.division_code, ${loadId}, 'household_missing', h.id, to_jsonb(h.head_name), 'ours', '请核实该户是否已整户迁出或销户'
    FROM households h WHERE h.is_present AND h.division_code IN (SELECT DISTINCT division_code FROM incoming_household)
      AND NOT EXISTS (SELECT FROM incoming_household i WHERE i.id = h.id)`.execute(ctx.db)
}

/** Who decided to keep ours is not asked every month while both sides say the same as then. */
async function keepEarlierDecisions(ctx: Context, loadId: number): Promise<void> {
  await sql`UPDATE register_differences d SET decision = 'ours', decided_by = e.decided_by, decided_at = e.decided_at FROM register_differences e
    WHERE d.load_id = ${loadId} AND e.load_id < d.load_id AND e.decision = 'outdated' AND e.decided_by IS NOT NULL AND e.kind = d.kind AND e.field = d.field
      AND e.household_id IS NOT DISTINCT FROM d.household_id AND e.person_id IS NOT DISTINCT FROM d.person_id AND e.ours IS NOT DISTINCT FROM d.ours AND e.theirs IS NOT DISTINCT FROM d.theirs
      AND e.theirs_index IS NOT DISTINCT FROM d.theirs_index AND e.load_id = (SELECT max(l.id) FROM register_acts l WHERE l.kind = 'load' AND l.id < ${loadId} AND l.undone_by IS NULL)`.execute(
    ctx.db,
  )
}
