/** Re-sealing after a rotation: columns and files sealed by an older key or another cipher, a batch at a time, resumed by running it again. */
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import type { Store } from './context.ts'
import { filesIn, placeOf } from './kept-files.queries.ts'
import type { Vault } from './vault.ts'

/** A table with sealed columns, as its room hands it in. */
export interface SealedColumns {
  table: string
  /** One column that names a row. */
  key: string
  columns: readonly string[]
}

const batchSize = 1000

/** Seals anew, with the newest key, every value of the columns that is not; a row that changes meanwhile keeps its change. */
export async function resealColumns(store: Store, sealed: readonly SealedColumns[]): Promise<number> {
  let values = 0
  for (const { table, key, columns } of sealed)
    for (const column of columns) values += await store.asOwner((client) => resealColumn(client, store.vault, table, key, column))
  return values
}

async function resealColumn(client: pg.ClientBase, vault: Vault, table: string, key: string, column: string): Promise<number> {
  const header = vault.header()
  const due = `${column} IS NOT NULL AND substring(${column} FROM 1 FOR ${header.length}) <> $1`
  const type = await typeOf(client, table, key)
  let values = 0
  let last: string | null = null
  for (;;) {
    const rows: { key: string; sealed: Buffer }[] = (
      await client.query<{ key: string; sealed: Buffer }>(
        `SELECT ${key}::text AS key, ${column} AS sealed FROM ${table} WHERE ${due} AND ($2::text IS NULL OR ${key} > $2::text::${type})
         ORDER BY ${table}.${key} LIMIT ${batchSize}`,
        [header, last],
      )
    ).rows
    if (rows.length === 0) return values
    const anew = rows.map(({ sealed }) => vault.seal(vault.open(sealed)))
    await client.query(
      `UPDATE ${table} SET ${column} = anew.value FROM unnest($1::text[], $2::bytea[], $3::bytea[]) AS anew (key, before, value)
       WHERE ${table}.${key} = anew.key::${type} AND ${column} = anew.before`,
      [rows.map((row) => row.key), rows.map((row) => row.sealed), anew],
    )
    values += rows.length
    last = rows.at(-1)?.key ?? null
  }
}

async function typeOf(client: pg.ClientBase, table: string, column: string): Promise<string> {
  const { rows } = await client.query<{ type: string }>(
    'SELECT format_type(atttypid, atttypmod) AS type FROM pg_attribute WHERE attrelid = $1::regclass AND attname = $2',
    [table, column],
  )
  const [found] = rows
  if (found === undefined) throw new RangeError(`no column ${table}.${column}`)
  return found.type
}

/** Seals anew every kept file that an older key or another cipher sealed; nothing lies open on disk meanwhile. */
export async function resealFiles({ vault, filesFolder }: Store): Promise<number> {
  let files = 0
  for (const name of await filesIn(filesFolder)) {
    const place = placeOf(filesFolder, name)
    if (name.includes('.') || (await vault.isCurrentFile(place))) continue
    const prepared = `${place}.partial-reseal`
    try {
      await pipeline(createReadStream(place), vault.opening(), vault.sealing(), createWriteStream(prepared, { mode: 0o600, flush: true }))
      await rename(prepared, place)
    } finally {
      await rm(prepared, { force: true })
    }
    files += 1
  }
  return files
}
