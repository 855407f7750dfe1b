/** Divisions and their names in their time; everybody may read them, one's own area may be changed. */
import { sql } from 'kysely'
import { ancestors, divisionCode, levelOf, type PlainDay } from '../kernel/index.ts'
import type { Context } from '../store/index.ts'
import type { DivisionLine } from './division-rows.rules.ts'

export interface ListedDivision {
  code: string
  name: string
  level: string
  parentCode: string | null
  validFrom: string
  validUntil: string | null
}

/** What divisions are called today; codes that are not known are left out. */
export async function divisionNames(ctx: Context, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('divisions')
    .select(['code', 'name'])
    .where('code', 'in', [...new Set(codes)])
    .where('valid_from', '<=', ctx.today)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', ctx.today)]))
    .execute()
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** The divisions right below a code (the whole tree below with `all`), or by a piece of the name, as they are today. */
export async function divisionsUnder(
  ctx: Context,
  { under, all, name, after, limit }: { under: string; all: boolean; name: string; after: string; limit: number },
): Promise<ListedDivision[]> {
  let query = ctx.db
    .selectFrom('divisions')
    .select(['code', 'name', 'parent_code', 'valid_from', 'valid_until'])
    .where('code', '>', after === '' ? under : after)
    .where('code', '<', `${under}:`)
    .where('valid_from', '<=', ctx.today)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', ctx.today)]))
    .orderBy('code')
    .limit(limit)
  if (!all && under !== '') query = query.where('parent_code', '=', under)
  if (!all && under === '') query = query.where((where) => where.or([where('parent_code', 'is', null), where(sql`length(code)`, '=', 2)]))
  if (name !== '') query = query.where(sql<number>`strpos(name, ${name})`, '>', 0)
  const rows = await query.execute()
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    level: levelOf(divisionCode(row.code)),
    parentCode: row.parent_code,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
  }))
}

/**
 * Enters names of divisions from a day on. A name that differs from today's ends the earlier line the day before, so that older
 * records keep the name of their time; what is known already is left alone. Answers how many lines were written.
 */
export async function recordDivisions(ctx: Context, lines: readonly DivisionLine[], from?: PlainDay): Promise<number> {
  const unique = [...new Map(lines.map(({ code, name }) => [code, name]))]
  if (unique.length === 0) return 0
  const parents = unique.map(([code]) => ancestors(divisionCode(code))[0] ?? null)
  const given = sql`unnest(${unique.map(([code]) => code)}::text[], ${unique.map(([, name]) => name)}::text[], ${parents}::text[]) AS given (code, name, parent_code)`
  const day = from ?? null
  await sql`UPDATE divisions d SET valid_until = ${day ?? ctx.today}::date - 1 FROM ${given}
    WHERE d.code = given.code AND d.name <> given.name AND d.valid_until IS NULL AND d.valid_from < ${day ?? ctx.today}::date`.execute(
    ctx.db,
  )
  // A name entered today by mistake is simply corrected.
  const corrected = await sql`UPDATE divisions d SET name = given.name FROM ${given}
    WHERE d.code = given.code AND d.name <> given.name AND d.valid_until IS NULL`.execute(ctx.db)
  const added = await sql`INSERT INTO divisions (code, name, parent_code, valid_from)
    SELECT given.code, given.name, given.parent_code,
      coalesce(${day}::date, CASE WHEN EXISTS (SELECT FROM divisions d WHERE d.code = given.code) THEN ${ctx.today}::date ELSE '1949-10-01' END)
    FROM ${given} WHERE NOT EXISTS (SELECT FROM divisions d WHERE d.code = given.code AND d.valid_until IS NULL)`.execute(ctx.db)
  return Number((corrected.numAffectedRows ?? 0n) + (added.numAffectedRows ?? 0n))
}

/** Ends divisions that no longer exist; their names stay for the time before. */
export async function endDivisions(ctx: Context, codes: readonly string[], until: PlainDay): Promise<void> {
  if (codes.length === 0) return
  await ctx.db
    .updateTable('divisions')
    .set({ valid_until: until })
    .where('code', 'in', [...codes])
    .where('valid_until', 'is', null)
    .execute()
}
