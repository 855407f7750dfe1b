/** Finds people by name, sound, initials, identity number, phone or household number: each way by an index of its own, as a range of bytes, which row-level security lets through. */
import { sql } from 'kysely'
import { areaEnd, type Context } from '../store/index.ts'
import { type SearchWay, searchWays } from './search.rules.ts'

export interface Match {
  personId: number
  householdId: number
  name: string
  by: string
}

/** So many are looked at for one search; who finds more is asked to say more. */
const mostMatches = 400

/** Members that match, the surest way first, each once. */
export async function searchMembers(ctx: Context, text: string, division: string | undefined): Promise<Match[]> {
  const found = new Map<number, Match>()
  for (const way of searchWays(text)) {
    if (found.size >= mostMatches) break
    for (const match of await searchOneWay(ctx, way, division ?? ctx.officer.area))
      if (!found.has(match.personId)) found.set(match.personId, match)
  }
  return [...found.values()].slice(0, mostMatches)
}

async function searchOneWay(ctx: Context, way: SearchWay, area: string): Promise<Match[]> {
  const inArea = sql`p.division_code >= ${area} AND p.division_code < ${areaEnd(area)}`
  if (way.by === 'household_number') {
    const { rows } = await sql<Match>`
      SELECT h.head_person_id AS "personId", h.id AS "householdId", h.head_name AS name, '户编号' AS by FROM households h
      WHERE h.household_number >= ${way.from} AND h.household_number < ${way.until} AND h.division_code >= ${area} AND h.division_code < ${areaEnd(area)} AND h.is_present AND h.head_person_id IS NOT NULL
      ORDER BY h.household_number LIMIT ${mostMatches}`.execute(ctx.db)
    return rows
  }
  const where =
    'key' in way
      ? keyed(way.by, ctx.vault.index(way.key))
      : sql`p.${sql.ref(way.by)} >= ${way.from} AND p.${sql.ref(way.by)} < ${way.until}`
  const order = 'key' in way ? sql`` : sql`ORDER BY p.${sql.ref(way.by)}, p.division_code`
  const { rows } = await sql<Match>`
    SELECT p.id AS "personId", p.household_id AS "householdId", p.name, ${way.label} AS by FROM persons p
    WHERE ${where} AND ${inArea} AND p.household_id IS NOT NULL ${order} LIMIT ${mostMatches}`.execute(ctx.db)
  return rows
}

function keyed(column: 'id_index' | 'phone_index', key: Buffer) {
  return column === 'id_index' ? sql`p.id_index = ${key}` : sql`(p.phone_index = ${key} OR p.other_phone_index = ${key})`
}
