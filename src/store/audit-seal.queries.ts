/** The seal on the audit trail: batches of finished entries in a hash chain, signed with a key the database does not have; no request waits for it. */
import { timingSafeEqual } from 'node:crypto'
import type pg from 'pg'
import { type AuditFault, BatchDigest, compareBatch, type WrittenEntry } from './audit-seal.rules.ts'
import type { Store } from './context.ts'
import type { DigestName } from './key-file.ts'
import type { Vault } from './vault.ts'

const sealLock = 5_223_990_103
const mostInBatch = 10_000

const entryColumns = `id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS at, officer_id::text, officer_name, action, subject_kind,
  subject_id, division_code, details::text, request_id`

interface Seal {
  id: number
  algorithm: DigestName
  entry_ids: string[]
  entry_marks: Buffer
  sealed_to: string
  seen_to: string
  seen_id: number
  previous: string
  digest: string
  signature: Buffer
}

export interface SealedAudit {
  /** Entries sealed now. */
  entries: number
  /** Digest of the newest seal: noted elsewhere (a log, a backup), it proves later that no seal was cut off the end. */
  head: string
}

/** Seals all entries of finished transactions; entries of open ones wait for the next time. */
export async function sealAudit(store: Store, algorithm: DigestName = 'sha256'): Promise<SealedAudit> {
  return store.asOwner(async (client) => {
    await client.query('BEGIN')
    try {
      await client.query('SELECT pg_advisory_xact_lock($1)', [sealLock])
      const answer = await sealAll(client, store, algorithm)
      await client.query('COMMIT')
      return answer
    } catch (error) {
      await client.query('ROLLBACK')
      throw error
    }
  })
}

async function sealAll(client: pg.ClientBase, { vault, now }: Store, algorithm: DigestName): Promise<SealedAudit> {
  const last = await lastSeal(client)
  const bounds = await client.query<{ to: string; seen: string; id: number }>(
    `SELECT pg_snapshot_xmin(s)::text AS to, pg_snapshot_xmax(s)::text AS seen, (SELECT coalesce(max(id), 0) FROM audit_entries) AS id
     FROM pg_current_snapshot() AS s`,
  )
  const { to = '0', seen = '0', id: seenId = 0 } = bounds.rows[0] ?? {}
  const from = last?.sealed_to ?? '0'
  let head = last?.digest ?? ''
  let entries = 0
  await client.query(
    `DECLARE unsealed NO SCROLL CURSOR FOR SELECT ${entryColumns} FROM audit_entries WHERE written_by >= '${from}' AND written_by < '${to}' ORDER BY id`,
  )
  for (;;) {
    const { rows } = await client.query<WrittenEntry>(`FETCH ${mostInBatch} FROM unsealed`)
    if (rows.length === 0) break
    const batch = new BatchDigest(algorithm, head)
    for (const row of rows) batch.add(row)
    const digest = batch.digest()
    const values = [now(), algorithm, batch.ids, batch.marks(), to, seen, seenId, head, digest, signatureOf(vault, digest)]
    await client.query(
      `INSERT INTO audit_seals (sealed_at, algorithm, entry_ids, entry_marks, sealed_to, seen_to, seen_id, previous, digest, signature)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      values,
    )
    head = digest
    entries += rows.length
  }
  await client.query('CLOSE unsealed')
  return { entries, head }
}

async function lastSeal(client: pg.ClientBase): Promise<Pick<Seal, 'id' | 'sealed_to' | 'digest'> | undefined> {
  const { rows } = await client.query<Pick<Seal, 'id' | 'sealed_to' | 'digest'>>(
    'SELECT id, sealed_to::text, digest FROM audit_seals ORDER BY id DESC LIMIT 1',
  )
  return rows[0]
}

const signatureOf = (vault: Vault, digest: string) => vault.index(`audit seal ${digest}`)

/** How far the chain was found whole. */
export interface AuditMark {
  seal: number
  digest: string
  sealedTo: string
}

/** The first thing wrong with the trail, or nothing. `knownHead` is a head noted earlier: it must still be in the chain. */
export async function verifyAudit(store: Store, knownHead?: string): Promise<AuditFault | undefined> {
  return (await checkAudit(store, { knownHead })).fault
}

/** The same from a mark on: what lies before it is taken to be as it was found then. Answers the next mark where nothing is wrong. */
export async function checkAudit(
  store: Store,
  { knownHead, since }: { knownHead?: string | undefined; since?: AuditMark | undefined } = {},
): Promise<{ fault?: AuditFault; mark?: AuditMark }> {
  return store.asOwner(async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    try {
      const fault = (await faultInChain(client, store.vault, knownHead, since)) ?? (await insertedEntries(client, since))
      if (fault !== undefined) return { fault }
      const mark = await lastSeal(client)
      return mark === undefined ? {} : { mark: { seal: mark.id, digest: mark.digest, sealedTo: mark.sealed_to } }
    } finally {
      await client.query('ROLLBACK')
    }
  })
}

async function faultInChain(
  client: pg.ClientBase,
  vault: Vault,
  knownHead: string | undefined,
  since: AuditMark | undefined,
): Promise<AuditFault | undefined> {
  let previous = since?.digest ?? ''
  let isKnown = knownHead === undefined || knownHead === ''
  let last = since?.seal ?? 0
  if (since !== undefined) {
    const { rows } = await client.query<{ digest: string }>('SELECT digest FROM audit_seals WHERE id = $1', [since.seal])
    if (rows[0]?.digest !== since.digest) return { kind: 'seal', seal: since.seal }
  }
  await client.query(`DECLARE seals NO SCROLL CURSOR FOR SELECT * FROM audit_seals WHERE id > ${last} ORDER BY id`)
  for (;;) {
    const { rows } = await client.query<Seal>('FETCH 1 FROM seals')
    const [seal] = rows
    if (seal === undefined) break
    const fault = await faultUnder(client, vault, seal, previous)
    if (fault !== undefined) return fault
    previous = seal.digest
    last = seal.id
    isKnown ||= previous === knownHead
  }
  return isKnown ? undefined : { kind: 'seal', seal: last + 1 }
}

async function faultUnder(client: pg.ClientBase, vault: Vault, seal: Seal, previous: string): Promise<AuditFault | undefined> {
  const { rows } = await client.query<WrittenEntry>(`SELECT ${entryColumns} FROM audit_entries WHERE id = ANY($1::bigint[]) ORDER BY id`, [
    seal.entry_ids,
  ])
  const found = new BatchDigest(seal.algorithm, previous)
  for (const row of rows) found.add(row)
  const signature = signatureOf(vault, seal.digest)
  const isSigned = signature.length === seal.signature.length && timingSafeEqual(signature, seal.signature)
  if (isSigned && seal.previous === previous && found.digest() === seal.digest) return undefined
  return compareBatch(seal.id, seal.entry_ids.map(Number), seal.entry_marks, found) ?? { kind: 'seal', seal: seal.id }
}

/** Entries that stand where all was sealed already, or under a number that was given out before their transaction began. */
async function insertedEntries(client: pg.ClientBase, since: AuditMark | undefined): Promise<AuditFault | undefined> {
  const last = await lastSeal(client)
  if (last === undefined) return undefined
  const { rows } = await client.query<{ id: number }>(
    `(SELECT id FROM audit_entries WHERE written_by >= $2::xid8 AND written_by < $1::xid8 EXCEPT SELECT unnest(entry_ids) FROM audit_seals WHERE id > $3)
     UNION
     SELECT e.id FROM (SELECT seen_to, max(seen_id) AS seen_id FROM audit_seals WHERE id >= $3 GROUP BY seen_to) AS s
       JOIN audit_entries e ON e.written_by >= s.seen_to AND e.id <= s.seen_id
     ORDER BY id`,
    [last.sealed_to, since?.sealedTo ?? '0', since?.seal ?? 0],
  )
  return rows.length === 0 ? undefined : { kind: 'inserted', entries: rows.map((row) => row.id) }
}

/** After a restore, whose rows all carry the restoring transaction: numbers of the old cluster's transactions mean nothing in the new one. */
export async function resettleSeals(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ now: number }>('SELECT pg_current_xact_id()::text::bigint AS now')
  const now = rows[0]?.now ?? 0
  await client.query('UPDATE audit_seals SET sealed_to = $1::text::xid8, seen_to = $2::text::xid8', [String(now + 1), String(now + 2)])
  await client.query(
    `UPDATE audit_entries SET written_by = $1::text::xid8
     WHERE id IN (SELECT id FROM audit_entries EXCEPT SELECT unnest(entry_ids) FROM audit_seals)`,
    [String(now + 1)],
  )
}
