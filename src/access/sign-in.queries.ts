/** The owner's side of log-in: accounts, wrong tries and sessions, outside the wall because nobody is known yet. */
import type pg from 'pg'
import { forgetHours, waitMinutes } from './lock-out.rules.ts'

type Owner = Pick<pg.PoolClient, 'query'>

export interface Account {
  officerId: number
  name: string
  username: string
  role: string
  officeId: number
  divisionCode: string
  passwordHash: string
  mustChange: boolean
  passwordChangedAt: Date
  /** Only when a second factor has been confirmed. */
  totpSecret: string | null
  mayWork: boolean
}

const mayWork = `o.disabled_at IS NULL AND $2::date BETWEEN o.valid_from AND coalesce(o.valid_until, 'infinity')
  AND $2::date BETWEEN f.valid_from AND coalesce(f.valid_until, 'infinity')`

const accountSql = `SELECT o.id AS "officerId", o.name, o.username, o.role, o.office_id AS "officeId", o.division_code AS "divisionCode",
    a.password_hash AS "passwordHash", a.must_change AS "mustChange", a.password_changed_at AS "passwordChangedAt",
    CASE WHEN a.totp_confirmed_at IS NOT NULL THEN a.totp_secret END AS "totpSecret", ${mayWork} AS "mayWork"
  FROM officers o JOIN offices f ON f.id = o.office_id JOIN auth.accounts a ON a.officer_id = o.id`

export async function accountByUsername(owner: Owner, username: string, today: string): Promise<Account | undefined> {
  return (await owner.query<Account>(`${accountSql} WHERE o.username = $1`, [username, today])).rows[0]
}

export async function accountById(owner: Owner, officerId: number, today: string): Promise<Account | undefined> {
  return (await owner.query<Account>(`${accountSql} WHERE o.id = $1`, [officerId, today])).rows[0]
}

/** A secret that was fetched but not confirmed yet; enrolment only. */
export async function unconfirmedSecret(owner: Owner, officerId: number): Promise<string | undefined> {
  const sql = 'SELECT totp_secret FROM auth.accounts WHERE officer_id = $1 AND totp_confirmed_at IS NULL'
  return (await owner.query<{ totp_secret: string | null }>(sql, [officerId])).rows[0]?.totp_secret ?? undefined
}

/**
 * Counts one try before anything is checked, so that no number of tries at once gets past the lock. Answers whether the try is
 * granted, and until when the next ones have to wait.
 */
export async function takeTry(owner: Owner, username: string, now: Date): Promise<{ granted: boolean; lockedUntil: Date | null }> {
  const { rows } = await owner.query<{ locked_until: Date | null }>(
    `INSERT INTO auth.sign_in_tries AS t (username, failed, last_at) VALUES ($1, 1, $2)
     ON CONFLICT (username) DO UPDATE SET
       failed = CASE WHEN t.last_at < $2 - make_interval(hours => $4) THEN 1 ELSE t.failed + 1 END,
       last_at = $2,
       locked_until = CASE WHEN t.last_at < $2 - make_interval(hours => $4) THEN NULL
         ELSE $2 + make_interval(mins => nullif(($3::integer[])[least(t.failed + 1, cardinality($3::integer[]))], 0)) END
     WHERE t.locked_until IS NULL OR t.locked_until <= $2
     RETURNING locked_until`,
    [username, now, waitMinutes, forgetHours],
  )
  if (rows[0] !== undefined) return { granted: true, lockedUntil: rows[0].locked_until }
  const locked = await owner.query<{ locked_until: Date | null }>('SELECT locked_until FROM auth.sign_in_tries WHERE username = $1', [
    username,
  ])
  return { granted: false, lockedUntil: locked.rows[0]?.locked_until ?? now }
}

/** The password was right but a code is still to come: this try does not count, earlier ones do. */
export async function giveTryBack(owner: Owner, username: string): Promise<void> {
  await owner.query('UPDATE auth.sign_in_tries SET failed = greatest(failed - 1, 0), locked_until = NULL WHERE username = $1', [username])
}

/** After a full log-in; names nobody has tried for two days go too. */
export async function forgetTries(owner: Owner, username: string, now: Date): Promise<void> {
  await owner.query("DELETE FROM auth.sign_in_tries WHERE username = $1 OR last_at < $2::timestamptz - interval '2 days'", [username, now])
}

/** False when a code of this step or a later one was accepted before. */
export async function useStep(owner: Owner, officerId: number, step: number): Promise<boolean> {
  const sql = 'UPDATE auth.accounts SET totp_last_step = $2 WHERE officer_id = $1 AND (totp_last_step IS NULL OR totp_last_step < $2)'
  return (await owner.query(sql, [officerId, step])).rowCount === 1
}

export interface DoorAct {
  actor: { id: number; name: string }
  account: Account
  action: string
  details: Record<string, unknown>
  requestId: string
  at: Date
}

/** An audit line written before anybody is logged in; the twin of the store's `recordActs` on the owner's connection. */
export async function recordAtDoor(owner: Owner, { actor, account, action, details, requestId, at }: DoorAct): Promise<void> {
  await owner.query(
    `INSERT INTO audit_entries (at, officer_id, officer_name, action, subject_kind, subject_id, division_code, details, request_id)
     VALUES ($1, $2, $3, $4, 'officer', $5, $6, $7, $8)`,
    [at, actor.id, actor.name, action, String(account.officerId), account.divisionCode, JSON.stringify(details), requestId],
  )
}

export interface NewSession {
  officerId: number
  divisionCode: string
  tokenHash: string
  openedBy: 'password' | 'oidc'
  now: Date
  expiresAt: Date
  address: string
  userAgent: string
}

/** Opens a session; the officer's own that ended three months ago are forgotten, the audit trail keeps that they were. */
export async function insertSession(owner: Owner, session: NewSession): Promise<void> {
  await owner.query("DELETE FROM auth.sessions WHERE officer_id = $1 AND expires_at < $2::timestamptz - interval '90 days'", [
    session.officerId,
    session.now,
  ])
  await owner.query(
    `INSERT INTO auth.sessions (division_code, officer_id, token_hash, opened_by, opened_at, last_seen_at, expires_at, address, user_agent)
     VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8)`,
    [
      session.divisionCode,
      session.officerId,
      session.tokenHash,
      session.openedBy,
      session.now,
      session.expiresAt,
      session.address,
      session.userAgent,
    ],
  )
}

export interface SeenSession {
  id: number
  expiresAt: Date
  mustChange: boolean
  hasSecondFactor: boolean
  passwordChangedAt: Date
  openedBy: 'password' | 'oidc'
  officerId: number
  name: string
  role: string
  officeId: number
  area: string
  officeKind: string
  datasets: string[]
}

/** The session behind a token and its officer; one statement, which also notes once a minute that it was seen. */
export async function seeSession(
  owner: Owner,
  tokenHash: string,
  today: string,
  now: Date,
  idleMinutes: number,
): Promise<SeenSession | undefined> {
  const { rows } = await owner.query<SeenSession>(
    `WITH found AS (
       SELECT s.id, s.last_seen_at, s.expires_at AS "expiresAt", s.opened_by AS "openedBy", a.must_change AS "mustChange",
         a.totp_confirmed_at IS NOT NULL AS "hasSecondFactor", a.password_changed_at AS "passwordChangedAt", o.id AS "officerId", o.name, o.role, o.office_id AS "officeId",
         o.division_code AS area, f.kind AS "officeKind", f.datasets
       FROM auth.sessions s JOIN officers o ON o.id = s.officer_id JOIN offices f ON f.id = o.office_id
         JOIN auth.accounts a ON a.officer_id = o.id
       WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > $3
         AND s.last_seen_at > $3::timestamptz - make_interval(mins => $4) AND ${mayWork}),
     touched AS (
       UPDATE auth.sessions SET last_seen_at = $3
       WHERE id = (SELECT id FROM found WHERE last_seen_at < $3::timestamptz - interval '1 minute'))
     SELECT * FROM found`,
    [tokenHash, today, now, idleMinutes],
  )
  return rows[0]
}

export async function revokeByToken(owner: Owner, tokenHash: string, now: Date): Promise<void> {
  await owner.query('UPDATE auth.sessions SET revoked_at = $2 WHERE token_hash = $1 AND revoked_at IS NULL', [tokenHash, now])
}

export async function revokeByOfficer(owner: Owner, officerId: number, now: Date): Promise<void> {
  await owner.query('UPDATE auth.sessions SET revoked_at = $2 WHERE officer_id = $1 AND revoked_at IS NULL', [officerId, now])
}

export interface SeenToken {
  id: number
  tokenName: string
  officerId: number
  name: string
  role: string
  officeId: number
  area: string
  datasets: string[]
}

/** The liaison behind a department's token, with the datasets both the token and the office have. */
export async function seeToken(owner: Owner, tokenHash: string, today: string, now: Date): Promise<SeenToken | undefined> {
  const { rows } = await owner.query<SeenToken>(
    `WITH found AS (
       SELECT t.id, t.last_used_at, t.name AS "tokenName", o.id AS "officerId", o.name, o.role, o.office_id AS "officeId",
         o.division_code AS area, ARRAY(SELECT unnest(t.datasets) INTERSECT SELECT unnest(f.datasets)) AS datasets
       FROM auth.tokens t JOIN officers o ON o.id = t.officer_id JOIN offices f ON f.id = o.office_id
       WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND t.expires_on >= $2::date AND ${mayWork}),
     touched AS (
       UPDATE auth.tokens SET last_used_at = $3 WHERE id = (
         SELECT id FROM found WHERE last_used_at IS NULL OR last_used_at < $3::timestamptz - interval '1 minute'))
     SELECT * FROM found`,
    [tokenHash, today, now],
  )
  return rows[0]
}
