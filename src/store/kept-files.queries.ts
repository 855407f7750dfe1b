/** Kept files: what came in or goes out as it was, sealed on disk under the hash of its contents, with a line in the database. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import type pg from 'pg'
import { Problem } from '../kernel/index.ts'
import { recordActs } from './audit.queries.ts'
import type { Context, Store } from './context.ts'
import { dayIn } from './database.ts'
import { storeProblems } from './problems.ts'

export interface KeptFile {
  id: number
  name: string
  /** `upload`, `batch`, `export`, … */
  kind: string
  divisionCode: string
  /** Of the contents, in bytes. */
  size: number
  sha256: string
  keptAt: Date
  droppedAt: Date | null
}

export interface FileToKeep {
  /** Plain; it is read, not moved. */
  path: string
  name: string
  kind: string
  divisionCode: string
}

/** Held shared while bytes are put down and their line is not committed yet, and alone while bytes without a line are removed. */
const filesLock = 5_223_990_102

/** Where the bytes of a file lie. */
export function placeOf(filesFolder: string, sha256: string): string {
  return join(filesFolder, sha256.slice(0, 2), sha256)
}

/** Seals the bytes on disk first and then writes the line; equal contents are kept once, however many lines name them. */
export async function keepFile(ctx: Context, { path, name, kind, divisionCode }: FileToKeep): Promise<KeptFile> {
  const [sha256, { size }] = await Promise.all([hashOfFile(path), stat(path)])
  await sql`SELECT pg_advisory_xact_lock_shared(${filesLock}::bigint)`.execute(ctx.db)
  const place = placeOf(ctx.filesFolder, sha256)
  if (!(await exists(place))) {
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    await ctx.vault.sealFile(path, place)
    await flushFolder(dirname(place))
  }
  const line = { sha256, name, kind, division_code: divisionCode, size, kept_by: ctx.officer.id, kept_at: ctx.now }
  const row = await ctx.db.insertInto('kept_files').values(line).returningAll().executeTakeFirstOrThrow()
  return fromRow(row)
}

/** The line, within the officer's area, also of a destroyed file. */
export async function keptFileById(ctx: Context, id: number): Promise<KeptFile> {
  const row = await ctx.db.selectFrom('kept_files').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Problem(storeProblems.notFound, { what: '这个文件' })
  return fromRow(row)
}

/** Puts the plain contents down at `to`, readable by its owner only, after proving that they are the ones kept; remove it after use. */
export async function openKeptFile(ctx: Context, id: number, to: string): Promise<KeptFile> {
  const file = await keptFileById(ctx, id)
  if (file.droppedAt !== null) throw new Problem(storeProblems.fileDropped, { name: file.name, day: dayIn(file.droppedAt) })
  const place = placeOf(ctx.filesFolder, file.sha256)
  if (!(await exists(place))) throw new Problem(storeProblems.fileMissing, { name: file.name })
  await ctx.vault.openFile(place, to)
  if ((await hashOfFile(to)) === file.sha256) return file
  await rm(to, { force: true })
  throw new Problem(storeProblems.sealBroken, {})
}

/** Destroys a file by a rule of retention: the line stays and says who, when and why; the bytes go once no other line needs them. */
export async function dropKeptFile(ctx: Context, id: number, why: string): Promise<void> {
  const file = await keptFileById(ctx, id)
  if (file.droppedAt !== null) return
  const dropped = { dropped_at: ctx.now, dropped_by: ctx.officer.id, dropped_why: why }
  await ctx.db.updateTable('kept_files').set(dropped).where('id', '=', id).execute()
  const { name, kind, sha256, divisionCode } = file
  const details = { name, kind, sha256, why }
  await recordActs(ctx, [{ action: 'file.dropped', subjectKind: 'kept_file', subjectId: id, divisionCode, details }])
  ctx.afterCommit(async (store) => {
    await sweepFiles(store, sha256)
  })
}

/** The same for files the program made itself and needs no longer: one act for all of them; answers how many there were. */
export async function dropKeptFiles(ctx: Context, ids: readonly number[], why: string): Promise<number> {
  if (ids.length === 0) return 0
  const dropped = await ctx.db
    .updateTable('kept_files')
    .set({ dropped_at: ctx.now, dropped_by: ctx.officer.id, dropped_why: why })
    .where('id', 'in', [...ids])
    .where('dropped_at', 'is', null)
    .executeTakeFirst()
  const count = Number(dropped.numUpdatedRows)
  const details = { count, why }
  await recordActs(ctx, [
    { action: 'file.dropped', subjectKind: 'kept_file', subjectId: ids[0] ?? 0, divisionCode: ctx.officer.area, details },
  ])
  ctx.afterCommit(async (store) => {
    await sweepFiles(store)
  })
  return count
}

/** Removes bytes that no line names (a crash between bytes and line, a destroyed file); answers how many. While files are being kept or backed up it leaves them for the next time. */
export async function sweepFiles(store: Store, only?: string): Promise<number> {
  return store.asOwner(async (client) => {
    await client.query('BEGIN')
    try {
      await client.query("SET LOCAL lock_timeout = '5s'")
      await client.query('SELECT pg_advisory_xact_lock($1)', [filesLock])
      const removed = await removeUnused(client, store.filesFolder, only)
      await client.query('COMMIT')
      return removed
    } catch (error) {
      await client.query('ROLLBACK')
      if ((error as { code?: string }).code === '55P03') return 0
      throw error
    }
  })
}

async function removeUnused(client: pg.ClientBase, folder: string, only?: string): Promise<number> {
  const { rows } = await client.query<{ sha256: string }>(
    'SELECT DISTINCT sha256 FROM kept_files WHERE dropped_at IS NULL AND ($1::text IS NULL OR sha256 = $1)',
    [only ?? null],
  )
  const used = new Set(rows.map((row) => row.sha256))
  const unused = (only === undefined ? await filesIn(folder) : [only]).filter((name) => !used.has(name))
  for (const name of unused) await rm(placeOf(folder, name), { force: true })
  return unused.length
}

/** Names of all files below the folder, half-written ones included. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

/** Until the caller's connection ends no kept bytes are removed. */
export async function holdFiles(client: pg.ClientBase): Promise<void> {
  await client.query('SELECT pg_advisory_lock_shared($1)', [filesLock])
}

export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

async function exists(place: string): Promise<boolean> {
  return (await stat(place).catch(() => undefined)) !== undefined
}

/** A name survives a power cut only once its folder is on disk too. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

interface KeptFileRow {
  id: number
  name: string
  kind: string
  division_code: string
  size: number
  sha256: string
  kept_at: Date
  dropped_at: Date | null
}

const fromRow = (row: KeptFileRow): KeptFile => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  divisionCode: row.division_code,
  size: row.size,
  sha256: row.sha256,
  keptAt: row.kept_at,
  droppedAt: row.dropped_at,
})
