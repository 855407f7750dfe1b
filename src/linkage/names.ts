/** What the tables of this room are called in the engine, and how rows of TypeScript get into one. */
import { type Engine, ident, text } from '../engine/index.ts'

export const recordSeparator = '\u001e'
export const unitSeparator = '\u001f'

/** The view of a dataset's rows. */
export const rowsOf = (dataset: string): string => ident(`rows_${dataset}`)

/** Tables of this room that are only needed while it works. */
export const workTables = [
  'linkage_said',
  'linkage_decision',
  'linkage_barred',
  'linkage_shared',
  'linkage_open',
  'linkage_stranger',
  'linkage_namesake',
  'linkage_written',
  'linkage_number',
  'linkage_numbered',
  'linkage_name',
  'linkage_place',
  'linkage_said_place',
  'linkage_resolved',
  'linkage_row',
  'linkage_person',
  'linkage_sample',
  'linkage_pair',
  'linkage_name_pair',
  'linkage_vector',
  'linkage_settled',
  'linkage_candidate',
  'linkage_open_pair',
  'linkage_fit',
  'linkage_count',
  'linkage_score',
] as const

/** Fills a new temporary table of text columns; an empty text is NULL. Blocks keep single statements small. */
export async function textTable(
  engine: Engine,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<void> {
  await engine.run(`CREATE OR REPLACE TEMP TABLE ${table} (${columns.map((column) => `${column} VARCHAR`).join(', ')})`)
  const parts = columns.map((_, at) => `nullif(split_part(record, chr(31), ${at + 1}), '')`).join(', ')
  for (let from = 0; from < rows.length; from += 20_000) {
    const records = rows.slice(from, from + 20_000).map((row) => row.map(withoutSeparators).join(unitSeparator))
    await engine.run(
      `INSERT INTO ${table} SELECT ${parts} FROM (SELECT unnest(string_split(${text(records.join(recordSeparator))}, chr(30))) AS record)`,
    )
  }
}

const withoutSeparators = (value: string) => value.replaceAll(recordSeparator, ' ').replaceAll(unitSeparator, ' ')
