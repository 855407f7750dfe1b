/** The list of migrations a database has had. */
import type pg from 'pg'

export interface Applied {
  number: number
  name: string
  digest: string
}

/** Makes the list where there is none yet. */
export async function appliedMigrations(client: pg.ClientBase): Promise<Applied[]> {
  await client.query(
    `CREATE TABLE IF NOT EXISTS schema_migrations
       (number integer PRIMARY KEY, name text NOT NULL, digest text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
  )
  return (await client.query<Applied>('SELECT number, name, digest FROM schema_migrations ORDER BY number')).rows
}

export async function noteMigration(client: pg.ClientBase, { number, name, digest }: Applied): Promise<void> {
  await client.query('INSERT INTO schema_migrations (number, name, digest) VALUES ($1, $2, $3)', [number, name, digest])
}
