/** Brings a database to the schema of this program: numbered SQL files, each once, each whole. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type pg from 'pg'
import { Problem } from '../kernel/index.ts'
import { storeProblems } from './problems.ts'

const shippedFolder = resolve(import.meta.dirname, '../../migrations')
/** Two programs that start at once migrate one after the other. */
const lockNumber = 5_223_990_101

interface Migration {
  number: number
  name: string
  sql: string
  digest: string
}

async function migrationsIn(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8')
      return { number: Number(name.slice(0, 4)), name, sql, digest: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/** Runs what has not run yet and answers the names of the files that ran. */
export async function migrate(client: pg.ClientBase, folder = shippedFolder): Promise<string[]> {
  const migrations = await migrationsIn(folder)
  await client.query('SELECT pg_advisory_lock($1)', [lockNumber])
  try {
    await client.query(
      'CREATE TABLE IF NOT EXISTS schema_migrations (number integer PRIMARY KEY, name text NOT NULL, digest text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
    )
    const { rows } = await client.query<{ number: number; name: string; digest: string }>(
      'SELECT number, name, digest FROM schema_migrations',
    )
    const applied = new Map(rows.map((row) => [row.number, row]))
    refuseStrange(applied, migrations)
    const ran: string[] = []
    for (const migration of migrations.filter(({ number }) => !applied.has(number))) {
      await applyOne(client, migration)
      ran.push(migration.name)
    }
    return ran
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [lockNumber])
  }
}

function refuseStrange(applied: ReadonlyMap<number, { name: string; digest: string }>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.number, migration]))
  for (const [number, { name, digest }] of applied) {
    const ours = known.get(number)
    if (ours === undefined) throw new Problem(storeProblems.newerSchema, { number })
    if (ours.digest !== digest) throw new Problem(storeProblems.changedMigration, { name })
  }
}

async function applyOne(client: pg.ClientBase, { number, name, sql, digest }: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query('INSERT INTO schema_migrations (number, name, digest) VALUES ($1, $2, $3)', [number, name, digest])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`migration ${name}: ${(error as Error).message}`, { cause: error })
  }
}
