/** Brings a database to the schema of this program: numbered SQL files, each once, each whole. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type pg from 'pg'
import { Problem } from '../kernel/index.ts'
import { installQueue } from './job-queue.ts'
import { storeProblems } from './problems.ts'
import { type Applied, appliedMigrations, noteMigration } from './schema-migrations.queries.ts'

const shippedFolder = resolve(import.meta.dirname, '../../migrations')
/** Two programs that start at once migrate one after the other. */
const lockNumber = 5_223_990_101

interface Migration extends Applied {
  sql: string
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

/** Runs what has not run yet, brings the queue's own schema along, and answers the names of the files that ran. */
export async function migrate(client: pg.ClientBase, folder = shippedFolder): Promise<string[]> {
  const migrations = await migrationsIn(folder)
  await client.query('SELECT pg_advisory_lock($1)', [lockNumber])
  try {
    const list = await appliedMigrations(client)
    refuseStrange(list, migrations)
    const applied = new Set(list.map(({ number }) => number))
    const ran: string[] = []
    for (const migration of migrations.filter(({ number }) => !applied.has(number))) {
      await client.query('BEGIN')
      try {
        await applyOne(client, migration)
        await client.query('COMMIT')
      } catch (error) {
        await client.query('ROLLBACK')
        throw error
      }
      ran.push(migration.name)
    }
    await installQueue(client)
    return ran
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [lockNumber])
  }
}

/** In the caller's transaction: brings an empty database to the schema that had these migrations and no others. */
export async function applyUpTo(client: pg.ClientBase, wanted: readonly Applied[], folder = shippedFolder): Promise<void> {
  const migrations = await migrationsIn(folder)
  refuseStrange(wanted, migrations)
  const numbers = new Set(wanted.map(({ number }) => number))
  await appliedMigrations(client)
  for (const migration of migrations.filter(({ number }) => numbers.has(number))) await applyOne(client, migration)
}

function refuseStrange(applied: readonly Applied[], migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.number, migration]))
  for (const { number, name, digest } of applied) {
    const ours = known.get(number)
    if (ours === undefined) throw new Problem(storeProblems.newerSchema, { number })
    if (ours.digest !== digest) throw new Problem(storeProblems.changedMigration, { name })
  }
}

async function applyOne(client: pg.ClientBase, migration: Migration): Promise<void> {
  try {
    await client.query(migration.sql)
    await noteMigration(client, migration)
  } catch (error) {
    throw new Error(`migration ${migration.name}: ${(error as Error).message}`, { cause: error })
  }
}
