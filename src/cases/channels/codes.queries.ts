/** Printed codes: which are in force, and how often the codes of each village were used. */
import { sql } from 'kysely'
import { areaEnd, type Context } from '../../store/index.ts'

export interface VillageUse {
  code: string
  township: string
  village: string
  households: number
  issued_on: string | null
  household_codes: number
  scans: number
  reads: number
  progress: number
  page_applications: number
  applications: number
  accepted: number
}

/** Every village of the area, with or without a code; what was used between two days. */
export async function villageUses(
  ctx: Context,
  { division, from, until, after }: { division: string; from: string; until: string; after: string },
  limit: number,
): Promise<VillageUse[]> {
  const [low, high] = [division, areaEnd(division)]
  const { rows } = await sql<VillageUse>`
    WITH villages AS (
      SELECT DISTINCT ON (d.code) d.code, d.name FROM divisions d
      WHERE length(d.code) = 12 AND d.code >= ${low} AND d.code < ${high} AND d.code > ${after} AND (d.valid_until IS NULL OR d.valid_until >= ${ctx.today}::date)
      ORDER BY d.code, d.valid_from DESC LIMIT ${limit})
    SELECT v.code, v.name AS village,
      coalesce((SELECT t.name FROM divisions t WHERE t.code = left(v.code, 9) ORDER BY t.valid_from DESC LIMIT 1), '') AS township,
      (SELECT count(*)::int FROM households h WHERE h.division_code = v.code AND h.is_present) AS households,
      (SELECT c.issued_on FROM one_codes c WHERE c.division_code = v.code AND c.kind = 'village' AND c.revoked_on IS NULL) AS issued_on,
      (SELECT count(*)::int FROM one_codes c WHERE c.division_code = v.code AND c.kind = 'household' AND c.revoked_on IS NULL) AS household_codes,
      coalesce(u.scans, 0)::int AS scans, coalesce(u.reads, 0)::int AS reads, coalesce(u.progress, 0)::int AS progress,
      coalesce(u.applications, 0)::int AS page_applications, coalesce(a.all_in, 0)::int AS applications, coalesce(a.accepted, 0)::int AS accepted
    FROM villages v
    LEFT JOIN LATERAL (SELECT sum(n.count) FILTER (WHERE n.kind = 'scan') AS scans, sum(n.count) FILTER (WHERE n.kind = 'read') AS reads,
      sum(n.count) FILTER (WHERE n.kind = 'progress') AS progress, sum(n.count) FILTER (WHERE n.kind = 'application') AS applications
      FROM code_counts n WHERE n.division_code = v.code AND n.on_day BETWEEN ${from}::date AND ${until}::date) u ON true
    LEFT JOIN LATERAL (SELECT count(*) AS all_in, count(*) FILTER (WHERE p.state = 'accepted') AS accepted
      FROM applications p WHERE p.division_code = v.code AND p.received_on BETWEEN ${from}::date AND ${until}::date) a ON true
    ORDER BY v.code`.execute(ctx.db)
  return rows
}

/** Readings of each leaflet in the area between two days. */
export async function leafletReads(
  ctx: Context,
  division: string,
  from: string,
  until: string,
): Promise<{ about: string; count: number }[]> {
  const { rows } = await sql<{ about: string; count: number }>`SELECT n.about, sum(n.count)::int AS count FROM code_counts n
    WHERE n.kind = 'read' AND n.division_code >= ${division} AND n.division_code < ${areaEnd(division)}
      AND n.on_day BETWEEN ${from}::date AND ${until}::date GROUP BY n.about ORDER BY 2 DESC`.execute(ctx.db)
  return rows
}

export interface PlaceForCode {
  division_code: string
  household_id: number | null
}

/** Villages of the area that are registered, all or those named. */
export async function villagesOf(ctx: Context, division: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`SELECT DISTINCT d.code FROM divisions d
    WHERE length(d.code) = 12 AND d.code >= ${division} AND d.code < ${areaEnd(division)} AND (d.valid_until IS NULL OR d.valid_until >= ${ctx.today}::date)
      AND d.code >= ${ctx.officer.area} AND d.code < ${areaEnd(ctx.officer.area)} ORDER BY 1`.execute(ctx.db)
  return rows.map(({ code }) => code)
}

/** Households present in a village that have no code yet, or the ones named. */
export async function householdsForCodes(ctx: Context, village: string, only: readonly number[] | undefined): Promise<number[]> {
  const query = ctx.db.selectFrom('households').select('id').where('division_code', '=', village).where('is_present', '=', true)
  const rows = await (only === undefined ? query : query.where('id', 'in', [...only])).orderBy('household_number').execute()
  return rows.map(({ id }) => id)
}

/** Ends the codes in force of these places, so that new ones can be issued. */
export async function revokeCodes(ctx: Context, kind: 'village' | 'household', keys: readonly (string | number)[]): Promise<number> {
  const query = ctx.db.updateTable('one_codes').set({ revoked_on: ctx.today }).where('kind', '=', kind).where('revoked_on', 'is', null)
  const asked =
    kind === 'village' ? query.where('division_code', 'in', keys as string[]) : query.where('household_id', 'in', keys as number[])
  return Number((await asked.executeTakeFirst()).numUpdatedRows)
}

export interface NewCode extends PlaceForCode {
  kind: 'village' | 'household'
  token_index: Buffer
  token_sealed: Buffer
}

/** Puts codes down where none is in force; answers how many were new. */
export async function insertCodes(ctx: Context, codes: readonly NewCode[]): Promise<number> {
  let made = 0
  for (let at = 0; at < codes.length; at += 500) {
    const values = codes.slice(at, at + 500).map((one) => ({ ...one, issued_on: ctx.today, issued_by: ctx.officer.name }))
    const result = await ctx.db
      .insertInto('one_codes')
      .values(values)
      .onConflict((there) => there.doNothing())
      .executeTakeFirst()
    made += Number(result.numInsertedOrUpdatedRows ?? 0)
  }
  return made
}

export interface CodeToPrint {
  id: number
  division_code: string
  token_sealed: Buffer
  issued_on: string
  township: string
  village: string
  household_number: string
  head_name: string
  group_name: string
}

/** Codes in force, village by village and household by household. */
export async function codesToPrint(
  ctx: Context,
  { kind, division, after, only }: { kind: 'village' | 'household'; division: string; after: number; only: number | undefined },
  limit: number,
): Promise<CodeToPrint[]> {
  const { rows } = await sql<CodeToPrint>`
    SELECT c.id, c.division_code, c.token_sealed, c.issued_on,
      coalesce((SELECT d.name FROM divisions d WHERE d.code = left(c.division_code, 9) ORDER BY d.valid_from DESC LIMIT 1), '') AS township,
      coalesce((SELECT d.name FROM divisions d WHERE d.code = c.division_code ORDER BY d.valid_from DESC LIMIT 1), '') AS village,
      coalesce(h.household_number, '') AS household_number, coalesce(h.head_name, '') AS head_name, coalesce(h.group_name, '') AS group_name
    FROM one_codes c LEFT JOIN households h ON h.id = c.household_id
    WHERE c.kind = ${kind} AND c.revoked_on IS NULL AND c.division_code >= ${division} AND c.division_code < ${areaEnd(division)} AND c.id > ${after}
      AND (${only ?? null}::bigint IS NULL OR c.household_id = ${only ?? null}::bigint)
    ORDER BY c.id LIMIT ${limit}`.execute(ctx.db)
  return rows
}
