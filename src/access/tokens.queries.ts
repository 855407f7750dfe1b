/** Tokens of departments' systems within the wall; the digest of a token can be written but not read. */
import { sql } from 'kysely'
import { Problem } from '../kernel/index.ts'
import { type Context, storeProblems } from '../store/index.ts'
import { byDay, byMoment, byName, byNumber, type Order, orderedBy, placeIn, standsAfter, upwards } from './list-order.sql.ts'
import type { Placed } from './lists.ts'
import type { Cursor } from './paging.rules.ts'

export interface ListedToken {
  id: number
  name: string
  officerId: number
  officerName: string
  officeName: string
  divisionCode: string
  datasets: string[]
  createdAt: string
  expiresOn: string
  lastUsedAt: string | null
  isRevoked: boolean
}

const number = byNumber(sql`t.id`)

/** In which order; the soonest to expire first, the longest unused first. */
export const tokenOrders = {
  id: upwards(number),
  name: upwards(byName(sql`t.name`), number),
  officer: upwards(byName(sql`o.name`), number),
  expires: upwards(byDay(sql`t.expires_on`), number),
  used: upwards(byMoment(sql`coalesce(t.last_used_at, '1970-01-01T00:00:00Z'::timestamptz)`), number),
}

export interface TokenFilter {
  /** A piece of the name of the token, the liaison or the office. */
  find?: string | undefined
  state?: 'valid' | 'expired' | 'revoked' | undefined
}

function matching({ today }: Context, { find = '', state }: TokenFilter) {
  const found = sql`(strpos(t.name, ${find}) > 0 OR strpos(o.name, ${find}) > 0 OR strpos(f.name, ${find}) > 0)`
  if (state === undefined) return found
  if (state === 'revoked') return sql`${found} AND t.revoked_at IS NOT NULL`
  return sql`${found} AND t.revoked_at IS NULL AND (t.expires_on >= ${today}::date) = ${state === 'valid'}`
}

export async function listTokens(
  ctx: Context,
  filter: TokenFilter,
  order: Order,
  after: Cursor | undefined,
  limit: number,
): Promise<(ListedToken & Placed)[]> {
  const { rows } = await sql<Omit<ListedToken, 'createdAt' | 'lastUsedAt'> & Placed & { createdAt: Date; lastUsedAt: Date | null }>`
    SELECT ${placeIn(order)} AS place, t.id, t.name, t.officer_id AS "officerId", o.name AS "officerName", f.name AS "officeName", t.division_code AS "divisionCode",
      t.datasets, t.created_at AS "createdAt", t.expires_on AS "expiresOn", t.last_used_at AS "lastUsedAt",
      t.revoked_at IS NOT NULL AS "isRevoked"
    FROM auth.tokens t JOIN officers o ON o.id = t.officer_id JOIN offices f ON f.id = o.office_id
    WHERE ${matching(ctx, filter)} AND ${standsAfter(order, after)} ORDER BY ${orderedBy(order)} LIMIT ${limit}`.execute(ctx.db)
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), lastUsedAt: row.lastUsedAt?.toISOString() ?? null }))
}

export interface NewToken {
  divisionCode: string
  officerId: number
  name: string
  tokenHash: string
  datasets: readonly string[]
  expiresOn: string
}

export async function insertToken(ctx: Context, token: NewToken): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO auth.tokens (division_code, officer_id, name, token_hash, datasets, created_by, created_at, expires_on)
    VALUES (${token.divisionCode}, ${token.officerId}, ${token.name}, ${token.tokenHash}, ${[...token.datasets]}::text[], ${ctx.officer.id},
      ${ctx.now}, ${token.expiresOn}) RETURNING id`.execute(ctx.db)
  return rows[0]?.id ?? 0
}

/** Answers the name and place of the token that no longer works; an unknown or revoked one is not found. */
export async function revokeToken(ctx: Context, id: number): Promise<{ name: string; divisionCode: string }> {
  const { rows } = await sql<{ name: string; divisionCode: string }>`
    UPDATE auth.tokens SET revoked_at = ${ctx.now} WHERE id = ${id} AND revoked_at IS NULL
    RETURNING name, division_code AS "divisionCode"`.execute(ctx.db)
  if (rows[0] === undefined) throw new Problem(storeProblems.notFound, { what: '这个令牌' })
  return rows[0]
}
