/** Backup for either engine: every table as of one moment, sealed, with a signed manifest and the kept files beside; whole or not at all. */
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { Problem } from '../kernel/index.ts'
import {
  type BackupManifest,
  type BackupProgress,
  type Part,
  readManifest,
  type TablePart,
  verifyParts,
  writeManifest,
} from './backup-manifest.ts'
import { HashingStream } from './hashing-stream.ts'
import { holdFiles, placeOf } from './kept-files.queries.ts'
import { storeProblems } from './problems.ts'
import type { Vault } from './vault.ts'

export interface BackupOptions {
  /** Connection string of the owner. */
  url: string
  filesFolder: string
  vault: Vault
  /** The backup's folder; must not exist yet. */
  to: string
  onProgress?: (progress: BackupProgress) => void
}

/** Makes a backup while the program is at work; officers wait for nothing. */
export async function backup({ url, filesFolder, vault, to, onProgress }: BackupOptions): Promise<BackupManifest> {
  if ((await readdir(to).catch(() => [])).length > 0) throw new Problem(storeProblems.backupExists, { to })
  const prepared = `${to}.partial`
  await rm(prepared, { recursive: true, force: true })
  await mkdir(join(prepared, 'tables'), { recursive: true, mode: 0o700 })
  const client = new pg.Client({ connectionString: url })
  // A connection that breaks is told by the query under way.
  client.on('error', () => undefined)
  try {
    await client.connect()
    // Before the snapshot: whatever is kept in it must still lie on disk when it is copied.
    await holdFiles(client)
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await client.query(`SET LOCAL row_security = off; ${writtenForm}`)
    const manifest = await copyAll(client, { filesFolder, vault, folder: prepared, ...(onProgress && { onProgress }) })
    await writeManifest(prepared, manifest, vault)
    await verifyParts(prepared, await readManifest(prepared, vault))
    await rename(prepared, to)
    return manifest
  } finally {
    await client.end()
    await rm(prepared, { recursive: true, force: true })
  }
}

/** How values are written as text, whatever the server's settings are. */
export const writtenForm =
  "SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL extra_float_digits = 1; SET LOCAL client_encoding = 'UTF8'"

interface Copying {
  filesFolder: string
  vault: Vault
  folder: string
  onProgress?: (progress: BackupProgress) => void
}

async function copyAll(client: pg.Client, copying: Copying): Promise<BackupManifest> {
  const tables = await tablesOf(client)
  const kept = await client.query<{ sha256: string }>('SELECT DISTINCT sha256 FROM kept_files WHERE dropped_at IS NULL ORDER BY 1')
  const of = tables.length + kept.rows.length
  const manifest: BackupManifest = { ...(await describe(client, copying.vault)), tables: [], files: [], missingFiles: [] }
  for (const [done, table] of tables.entries()) {
    copying.onProgress?.({ done, of, line: `备份数据表 ${table.table}` })
    manifest.tables.push(await copyTable(client, table, copying))
  }
  for (const [done, { sha256 }] of kept.rows.entries()) {
    copying.onProgress?.({ done: tables.length + done, of, line: '备份保存的文件' })
    const part = await copyFile(sha256, copying)
    if (part === undefined) manifest.missingFiles.push(sha256)
    else manifest.files.push(part)
  }
  return manifest
}

async function describe(client: pg.Client, vault: Vault): Promise<Omit<BackupManifest, 'tables' | 'files' | 'missingFiles'>> {
  const migrations = await client.query<BackupManifest['migrations'][number]>(
    'SELECT number, name, digest FROM schema_migrations ORDER BY number',
  )
  const sequences = await client.query<{ name: string; value: number }>(
    `SELECT format('%I.%I', schemaname, sequencename) AS name, last_value AS value FROM pg_sequences
     WHERE last_value IS NOT NULL AND schemaname <> 'pgboss' ORDER BY 1`,
  )
  const server = await client.query<{ version: string }>("SELECT current_setting('server_version') AS version")
  const seal = await client.query<{ digest: string }>('SELECT digest FROM audit_seals ORDER BY id DESC LIMIT 1')
  return {
    format: 'xianjie-backup-1',
    madeAt: new Date().toISOString(),
    server: server.rows[0]?.version ?? '',
    migrations: migrations.rows,
    keys: [...vault.fingerprints()],
    sequences: sequences.rows,
    auditHead: seal.rows[0]?.digest ?? '',
  }
}

export interface TableColumns {
  table: string
  columns: string[]
}

/** All tables but the queue's and the list of migrations; computed columns and transaction numbers, which mean nothing elsewhere, stay behind. */
export async function tablesOf(client: pg.ClientBase): Promise<TableColumns[]> {
  const { rows } = await client.query<TableColumns>(
    `SELECT format('%I.%I', nspname, relname) AS table,
       array(SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped
         AND attgenerated = '' AND atttypid <> 'xid8'::regtype ORDER BY attnum) AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
     WHERE relkind IN ('r', 'p') AND NOT relispartition AND relpersistence = 'p' AND nspname NOT IN ('pg_catalog', 'information_schema', 'pgboss')
       AND relname <> 'schema_migrations' ORDER BY 1`,
  )
  return rows
}

async function copyTable(client: pg.Client, { table, columns }: TableColumns, { vault, folder }: Copying): Promise<TablePart> {
  const place = `tables/${table.replaceAll('"', '')}.sealed`
  const hashing = new HashingStream()
  const sealing = vault.sealing()
  const file = createWriteStream(join(folder, place), { mode: 0o600, flags: 'wx', flush: true })
  const rows = client.query(copyTo(`COPY (SELECT ${columns.join(', ')} FROM ${table}) TO STDOUT`))
  await pipeline(rows, createZstdCompress(), sealing, hashing, file)
  return { place, bytes: hashing.bytes, sha256: hashing.digest(), table, columns, rows: rows.rowCount }
}

/** Kept files are sealed already; one that is missing does not keep the rest from being backed up. */
async function copyFile(sha256: string, { filesFolder, folder }: Copying): Promise<Part | undefined> {
  const from = placeOf(filesFolder, sha256)
  if ((await stat(from).catch(() => undefined)) === undefined) return undefined
  const place = `files/${sha256.slice(0, 2)}/${sha256}`
  await mkdir(dirname(join(folder, place)), { recursive: true, mode: 0o700 })
  const hashing = new HashingStream()
  await pipeline(createReadStream(from), hashing, createWriteStream(join(folder, place), { mode: 0o600, flags: 'wx', flush: true }))
  return { place, bytes: hashing.bytes, sha256: hashing.digest() }
}
