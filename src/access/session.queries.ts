/** Sessions and accounts as the application may see them: never a digest, only within the area. */
import { sql } from 'kysely'
import { Problem } from '../kernel/index.ts'
import { type Context, storeProblems } from '../store/index.ts'
import { byMoment, byName, byNumber, byText, downwards, type Order, orderedBy, placeIn, standsAfter, upwards } from './list-order.sql.ts'
import type { Placed } from './lists.ts'
import type { Cursor } from './paging.rules.ts'

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

const number = byNumber(sql`s.id`)

/** In which order: the newest, the last seen, by the name of the officer, by where they came from. */
export const sessionOrders = {
  newest: downwards(byMoment(sql`s.opened_at`), number),
  seen: downwards(byMoment(sql`s.last_seen_at`), number),
  officer: upwards(byName(sql`o.name`), number),
  address: upwards(byText(sql`s.address`), number),
}

const iso = (moment: Date): string => moment.toISOString()

/** Sessions that could still be used; without `officerId` everybody's in the area, with `name` of those whose name holds it. */
export async function openSessionsOf(
  ctx: Context,
  { officerId, name }: { officerId: number | undefined; name?: string | undefined },
  order: Order,
  after: Cursor | undefined,
  limit: number,
): Promise<(ListedSession & Placed)[]> {
  const { rows } = await sql<Omit<ListedSession, 'openedAt' | 'lastSeenAt' | 'expiresAt'> & Placed & Record<string, Date>>`
    SELECT ${placeIn(order)} AS place, s.id, s.officer_id AS "officerId", o.name AS "officerName", s.opened_at AS "openedAt", s.last_seen_at AS "lastSeenAt",
      s.expires_at AS "expiresAt", s.address, s.user_agent AS "userAgent"
    FROM auth.sessions s JOIN officers o ON o.id = s.officer_id
    WHERE s.revoked_at IS NULL AND s.expires_at > ${ctx.now}
      AND s.officer_id = coalesce(${officerId ?? null}, s.officer_id) AND strpos(o.name, ${name ?? ''}) > 0 AND ${standsAfter(order, after)}
    ORDER BY ${orderedBy(order)} LIMIT ${limit}`.execute(ctx.db)
  return rows.map((row) => ({
    place: row.place,
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
