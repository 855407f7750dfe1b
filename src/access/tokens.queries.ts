/** Tokens of departments' systems within the wall; the digest of a token can be written but not read. */
import { sql } from 'kysely'
import { Problem } from '../kernel/index.ts'
import { type Context, storeProblems } from '../store/index.ts'

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

/** In which order; the soonest to expire first, the longest unused first. */
export const tokenSorts = ['id', 'name', 'expires', 'used'] as const
const sortColumns = { id: sql`t.id`, name: sql`t.name`, expires: sql`t.expires_on`, used: sql`coalesce(t.last_used_at, '-infinity')` }

export async function listTokens(ctx: Context, sort: (typeof tokenSorts)[number], after: number, limit: number): Promise<ListedToken[]> {
  const column = sortColumns[sort]
  const following = after === 0 ? sql`true` : sql`(${column}, t.id) > (SELECT ${column}, t.id FROM auth.tokens t WHERE t.id = ${after})`
  const { rows } = await sql<Omit<ListedToken, 'createdAt' | 'lastUsedAt'> & { createdAt: Date; lastUsedAt: Date | null }>`
    SELECT t.id, t.name, t.officer_id AS "officerId", o.name AS "officerName", f.name AS "officeName", t.division_code AS "divisionCode",
      t.datasets, t.created_at AS "createdAt", t.expires_on AS "expiresOn", t.last_used_at AS "lastUsedAt",
      t.revoked_at IS NOT NULL AS "isRevoked"
    FROM auth.tokens t JOIN officers o ON o.id = t.officer_id JOIN offices f ON f.id = o.office_id
    WHERE ${following} ORDER BY ${column}, t.id LIMIT ${limit}`.execute(ctx.db)
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
