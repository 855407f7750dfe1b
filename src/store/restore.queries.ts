/** Restore into an empty database and an empty folder: everything is verified before the first row, and it is whole or not at all. */
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { Problem } from '../kernel/index.ts'
import { resettleSeals } from './audit-seal.queries.ts'
import { tablesOf, writtenForm } from './backup.queries.ts'
import { type BackupManifest, type BackupProgress, readManifest, type TablePart, verifyParts } from './backup-manifest.ts'
import { applyUpTo, migrate } from './migrate.ts'
import { storeProblems } from './problems.ts'
import type { Vault } from './vault.ts'

export interface RestoreOptions {
  from: string
  /** Connection string of the owner of an empty database. */
  url: string
  /** Empty, or not there yet. */
  filesFolder: string
  vault: Vault
  onProgress?: (progress: BackupProgress) => void
  /** Folder of the migrations; the program's own unless given. */
  migrations?: string
}

/** Reads every byte of a backup and tells all that is wrong with it. */
export async function verifyBackup(from: string, vault: Vault, onProgress?: (progress: BackupProgress) => void): Promise<BackupManifest> {
  const manifest = await readManifest(from, vault)
  await verifyParts(from, manifest, onProgress)
  return manifest
}

/** Brings a backup back, of this or an older version of the program, from either engine into either. */
export async function restore(options: RestoreOptions): Promise<BackupManifest> {
  const { from, url, filesFolder, vault, onProgress, migrations } = options
  const manifest = await verifyBackup(from, vault, onProgress)
  const client = new pg.Client({ connectionString: url })
  // A connection that breaks is told by the query under way.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await refuseNonEmpty(client, filesFolder)
    try {
      await copyFiles(manifest, from, filesFolder)
      await client.query('BEGIN')
      await fill(client, manifest, options)
      await client.query('COMMIT')
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined)
      await rm(filesFolder, { recursive: true, force: true })
      throw error
    }
    await migrate(client, migrations)
    return manifest
  } finally {
    await client.end()
  }
}

async function refuseNonEmpty(client: pg.Client, filesFolder: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', nspname, relname) AS name FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
     WHERE relkind IN ('r', 'p', 'v', 'm') AND nspname NOT IN ('pg_catalog', 'information_schema') AND nspname !~ '^pg_' ORDER BY 1 LIMIT 1`,
  )
  const [table] = rows
  if (table !== undefined) throw new Problem(storeProblems.restoreNotEmpty, { what: `数据库（已有 ${table.name} 等数据表）` })
  const [file] = await readdir(filesFolder).catch(() => [])
  if (file !== undefined) throw new Problem(storeProblems.restoreNotEmpty, { what: `文件夹 ${filesFolder}` })
}

async function copyFiles(manifest: BackupManifest, from: string, filesFolder: string): Promise<void> {
  await mkdir(filesFolder, { recursive: true, mode: 0o700 })
  for (const { place } of manifest.files) {
    const to = join(filesFolder, place.replace(/^files\//, ''))
    await mkdir(dirname(to), { recursive: true, mode: 0o700 })
    await copyFile(join(from, place), to)
  }
}

/** The schema of the backup's day, its rows, and then what ties the rows together, which proves them. */
async function fill(client: pg.Client, manifest: BackupManifest, options: RestoreOptions): Promise<void> {
  await client.query(writtenForm)
  await applyUpTo(client, manifest.migrations, options.migrations)
  const expected = (await tablesOf(client)).map(({ table, columns }) => [table, ...columns].join())
  const found = manifest.tables.map(({ table, columns }) => [table, ...columns].join())
  if (expected.join('\n') !== found.join('\n')) throw new Problem(storeProblems.manifestAltered, {})
  const tied = await untie(client)
  await client.query(`TRUNCATE ${manifest.tables.map(({ table }) => table).join(', ')}`)
  for (const [done, table] of manifest.tables.entries()) {
    options.onProgress?.({ done, of: manifest.tables.length, line: `恢复数据表 ${table.table}` })
    await load(client, table, options)
  }
  for (const { name, value } of manifest.sequences) await client.query('SELECT setval($1::regclass, $2)', [name, value])
  await resettleSeals(client)
  options.onProgress?.({ done: manifest.tables.length, of: manifest.tables.length, line: '核对数据之间的关联' })
  for (const statement of tied) await client.query(statement)
}

/** Takes foreign keys and triggers off, so that tables can be filled in any order; answers the statements that put them back and check every row. */
async function untie(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ off: string; on: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS off,
            format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(c.oid)) AS on
     FROM pg_constraint c JOIN pg_namespace n ON n.oid = connamespace
     WHERE contype = 'f' AND conparentid = 0 AND nspname NOT IN ('pg_catalog', 'information_schema', 'pgboss')
     UNION ALL
     SELECT DISTINCT format('ALTER TABLE %s DISABLE TRIGGER USER', tgrelid::regclass), format('ALTER TABLE %s ENABLE TRIGGER USER', tgrelid::regclass)
     FROM pg_trigger WHERE NOT tgisinternal AND tgparentid = 0`,
  )
  for (const { off } of rows) await client.query(off)
  return rows.map((row) => row.on)
}

async function load(client: pg.Client, { table, columns, place, rows }: TablePart, { from, vault }: RestoreOptions): Promise<void> {
  const into = client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`))
  await pipeline(createReadStream(join(from, place)), vault.opening(), createZstdDecompress(), into)
  if (into.rowCount !== rows)
    throw new Problem(storeProblems.backupBroken, { faults: [`${place} 应有 ${rows} 行，实有 ${into.rowCount} 行`] })
}
