/** How many households and people there are, by place, kind and monitoring; and who looked at a person. */
import { sql } from 'kysely'
import { areaEnd, type Context } from '../store/index.ts'

export interface SummaryRow {
  code: string
  kind: string | null
  monitored_kind: string | null
  households: number
  persons: number
}

/** Counts by the divisions of one level below the area; `length` is how many digits such a division has. */
export async function countHouseholds(ctx: Context, area: string, length: number): Promise<SummaryRow[]> {
  // Village by village first: that is the order of the index, and a fiftieth of the rows is left to be put together.
  const { rows } = await sql<SummaryRow>`
    SELECT left(division_code, ${length}::integer) AS code, household_kind AS kind, CASE WHEN is_monitored THEN monitored_kind END AS monitored_kind,
      sum(households)::integer AS households, sum(persons)::integer AS persons
    FROM (SELECT division_code, household_kind, is_monitored, monitored_kind, count(*) AS households, sum(member_count) AS persons FROM households
      WHERE is_present AND division_code >= ${area} AND division_code < ${areaEnd(area)} GROUP BY 1, 2, 3, 4) village GROUP BY 1, 2, 3 ORDER BY 1`.execute(
    ctx.db,
  )
  return rows
}

/** Names as the register has them, where the list of divisions has none. */
export async function placeNames(ctx: Context, area: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ code: string; township: string; village: string }>`
    SELECT DISTINCT ON (division_code) division_code AS code, township, village FROM households
    WHERE division_code >= ${area} AND division_code < ${areaEnd(area)} AND is_present ORDER BY division_code, id`.execute(ctx.db)
  const names = new Map<string, string>()
  for (const { code, township, village } of rows) {
    names.set(code, village)
    if (!names.has(code.slice(0, 9))) names.set(code.slice(0, 9), township)
  }
  return names
}

export async function lastLoad(ctx: Context) {
  const row = await ctx.db
    .selectFrom('register_acts')
    .select(['at', 'on_day', 'details'])
    .where('kind', '=', 'load')
    .where('undone_by', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  const { households = 0, persons = 0 } = row.details as { households?: number; persons?: number }
  return { at: row.at.toISOString(), on: row.on_day as unknown as string, households, persons }
}

export async function openDifferences(ctx: Context, area: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('register_differences')
    .select((one) => one.fn.countAll<number>().as('n'))
    .where('decision', 'is', null)
    .where('division_code', '>=', area)
    .where('division_code', '<', areaEnd(area))
    .executeTakeFirst()
  return row?.n ?? 0
}

/** Lines of the audit trail about a person or a household the person belonged to, latest first. */
export async function looksAtPerson(ctx: Context, personId: number, before: number | undefined, limit: number) {
  const { rows } = await sql<{
    id: number
    at: Date
    officer_name: string
    action: string
    details: { reason?: string; fields?: string[] }
  }>`
    SELECT id, at, officer_name, action, details FROM audit_entries
    WHERE (subject_kind = 'person' AND subject_id = ${String(personId)}
      OR subject_kind = 'household' AND subject_id IN (SELECT household_id::text FROM person_states WHERE person_id = ${personId} AND household_id IS NOT NULL AND until_on IS NULL AND replaced_by IS NULL
        UNION SELECT household_id::text FROM person_states WHERE person_id = ${personId} AND household_id IS NOT NULL AND (until_on IS NOT NULL OR replaced_by IS NOT NULL)))
      AND (${before ?? null}::bigint IS NULL OR id < ${before ?? null}::bigint)
    ORDER BY id DESC LIMIT ${limit}`.execute(ctx.db)
  return rows
}

export async function personIsKnown(ctx: Context, personId: number): Promise<boolean> {
  const row = await ctx.db.selectFrom('persons').select('id').where('id', '=', personId).where('status', '!=', 'undone').executeTakeFirst()
  return row !== undefined
}
