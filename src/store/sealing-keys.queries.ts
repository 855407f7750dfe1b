/** Which keys a database was sealed with: another key file is refused before it can do harm. */
import type pg from 'pg'
import { Problem } from '../kernel/index.ts'
import { storeProblems } from './problems.ts'
import type { Vault } from './vault.ts'

/** Refuses a vault that lacks a key this database knows, and notes the keys it did not know yet. */
export async function rememberKeys(client: pg.ClientBase, vault: Vault): Promise<void> {
  const { rows } = await client.query<{ number: number; fingerprint: string }>(
    'SELECT number, fingerprint FROM sealing_keys ORDER BY number',
  )
  const ours = new Map(vault.fingerprints().map(({ number, fingerprint }) => [number, fingerprint]))
  for (const { number, fingerprint } of rows) if (ours.get(number) !== fingerprint) throw new Problem(storeProblems.keyUnknown, { number })
  for (const [number, fingerprint] of ours)
    await client.query('INSERT INTO sealing_keys (number, fingerprint) VALUES ($1, $2) ON CONFLICT DO NOTHING', [number, fingerprint])
}
