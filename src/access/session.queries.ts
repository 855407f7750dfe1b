/** Sessions and accounts as the application may see them: never a digest, only within the area. */
import { sql } from 'kysely'
import { Problem } from '../kernel/index.ts'
import { type Context, storeProblems } from '../store/index.ts'

export interface ListedSession {
  id: number
  officerId: number
  officerName: string
  openedAt: string
  lastSeenAt: string
  expiresAt: string
  address: string
  userAgent: string
}

const orders = {
  newest: { column: sql`s.opened_at`, order: sql`DESC` },
  seen: { column: sql`s.last_seen_at`, order: sql`DESC` },
  officer: { column: sql`o.name`, order: sql`ASC` },
}

const iso = (moment: Date): string => moment.toISOString()

/** In which order: the newest, the last seen, or by the name of the officer. */
export const sessionSorts = ['newest', 'seen', 'officer'] as const
export type SessionSort = (typeof sessionSorts)[number]

/** Sessions that could still be used; `officerId` undefined = everybody's in the area. */
export async function openSessionsOf(
  ctx: Context,
  officerId: number | undefined,
  sort: SessionSort,
  after: number | undefined,
  limit: number,
): Promise<ListedSession[]> {
  const { column, order } = orders[sort]
  const last = sql`(SELECT ${column}, s.id FROM auth.sessions s JOIN officers o ON o.id = s.officer_id WHERE s.id = ${after ?? null})`
  const following =
    after === undefined ? sql`true` : sort === 'officer' ? sql`(${column}, s.id) > ${last}` : sql`(${column}, s.id) < ${last}`
  const { rows } = await sql<Omit<ListedSession, 'openedAt' | 'lastSeenAt' | 'expiresAt'> & Record<string, Date>>`
    SELECT s.id, s.officer_id AS "officerId", o.name AS "officerName", s.opened_at AS "openedAt", s.last_seen_at AS "lastSeenAt",
      s.expires_at AS "expiresAt", s.address, s.user_agent AS "userAgent"
    FROM auth.sessions s JOIN officers o ON o.id = s.officer_id
    WHERE s.revoked_at IS NULL AND s.expires_at > ${ctx.now}
      AND s.officer_id = coalesce(${officerId ?? null}, s.officer_id) AND ${following}
    ORDER BY ${column} ${order}, s.id ${order} LIMIT ${limit}`.execute(ctx.db)
  return rows.map((row) => ({
    id: row.id,
    officerId: row.officerId,
    officerName: row.officerName,
    address: row.address,
    userAgent: row.userAgent,
    openedAt: iso(row.openedAt as Date),
    lastSeenAt: iso(row.lastSeenAt as Date),
    expiresAt: iso(row.expiresAt as Date),
  }))
}

/** Whose session it is; others' only where that is allowed, else not found. */
export async function sessionById(ctx: Context, id: number, othersToo: boolean): Promise<{ officerId: number; divisionCode: string }> {
  const { rows } = await sql<{ officerId: number; divisionCode: string }>`
    SELECT officer_id AS "officerId", division_code AS "divisionCode" FROM auth.sessions WHERE id = ${id} AND revoked_at IS NULL`.execute(
    ctx.db,
  )
  const found = rows[0]
  if (found === undefined || (found.officerId !== ctx.officer.id && !othersToo))
    throw new Problem(storeProblems.notFound, { what: '这个会话' })
  return found
}

export async function revokeSession(ctx: Context, id: number): Promise<void> {
  await sql`UPDATE auth.sessions SET revoked_at = ${ctx.now} WHERE id = ${id}`.execute(ctx.db)
}

/** Ends an officer's sessions, all or all but one. */
export async function revokeSessionsOf(ctx: Context, officerId: number, except = 0): Promise<void> {
  await sql`UPDATE auth.sessions SET revoked_at = ${ctx.now}
    WHERE officer_id = ${officerId} AND revoked_at IS NULL AND id <> ${except}`.execute(ctx.db)
}

export async function accountState(ctx: Context, officerId: number): Promise<{ hasSecondFactor: boolean; mustChange: boolean }> {
  const { rows } = await sql<{ hasSecondFactor: boolean; mustChange: boolean }>`
    SELECT totp_confirmed_at IS NOT NULL AS "hasSecondFactor", must_change AS "mustChange"
    FROM auth.accounts WHERE officer_id = ${officerId}`.execute(ctx.db)
  return rows[0] ?? { hasSecondFactor: false, mustChange: false }
}

export async function insertAccount(
  ctx: Context,
  officerId: number,
  divisionCode: string,
  hash: string,
  mustChange: boolean,
): Promise<void> {
  await sql`INSERT INTO auth.accounts (officer_id, division_code, password_hash, must_change, password_changed_at)
    VALUES (${officerId}, ${divisionCode}, ${hash}, ${mustChange}, ${ctx.now})`.execute(ctx.db)
}

export async function setPassword(ctx: Context, officerId: number, hash: string, mustChange: boolean): Promise<void> {
  await sql`UPDATE auth.accounts SET password_hash = ${hash}, must_change = ${mustChange}, password_changed_at = ${ctx.now}
    WHERE officer_id = ${officerId}`.execute(ctx.db)
}

/** Puts a new, unconfirmed secret in place, or with null takes the second factor away. */
export async function setTotp(ctx: Context, officerId: number, secret: string | null): Promise<void> {
  await sql`UPDATE auth.accounts SET totp_secret = ${secret}, totp_confirmed_at = NULL, totp_last_step = NULL
    WHERE officer_id = ${officerId}`.execute(ctx.db)
}

export async function confirmTotp(ctx: Context, officerId: number, step: number): Promise<void> {
  await sql`UPDATE auth.accounts SET totp_confirmed_at = ${ctx.now}, totp_last_step = ${step} WHERE officer_id = ${officerId}`.execute(
    ctx.db,
  )
}

/** An administrator's reset also lifts the lock. */
export async function liftLock(ctx: Context, username: string): Promise<void> {
  await sql`DELETE FROM auth.sign_in_tries WHERE username = ${username}`.execute(ctx.db)
}
