/** Temporary tables that take in what a run found, block by block, inside the transaction that merges it. */
import { sql } from 'kysely'
import type { Context } from '../../store/index.ts'

/** Name and type of each column, as the table has them. */
type Columns = Readonly<Record<string, string>>

export const leadColumns: Columns = {
  lead_key: 'text',
  division_code: 'text',
  household_number: 'text',
  head_name: 'text',
  township: 'text',
  village: 'text',
  rule_id: 'text',
  risk: 'text',
  severity: 'text',
  urgency: 'text',
  urgency_steps: 'jsonb',
  rank: 'integer',
  already_monitored: 'boolean',
  evidence_id: 'text',
  evidence: 'jsonb',
  sources: 'jsonb',
  source_count: 'integer',
  counter_evidence: 'jsonb',
  content_key: 'text',
  /** Base64 of the sealed rows. */
  rows: 'text',
}
export const goneColumns: Columns = { lead_key: 'text', reason: 'text' }
export const unknownColumns: Columns = { division_code: 'text', rule_id: 'text', missing: 'text', households: 'integer' }
export const qualityColumns: Columns = {
  finding_key: 'text',
  division_code: 'text',
  rule_id: 'text',
  severity: 'text',
  household_number: 'text',
  head_name: 'text',
  person_ref: 'text',
  person_name: 'text',
  township: 'text',
  village: 'text',
  field: 'text',
  found: 'text',
  message: 'text',
  source: 'jsonb',
}
export const discrepancyColumns: Columns = {
  discrepancy_key: 'text',
  division_code: 'text',
  comparison_id: 'text',
  label: 'text',
  household_number: 'text',
  person_name: 'text',
  township: 'text',
  village: 'text',
  message: 'text',
  sources: 'jsonb',
}

/** Fills `name` with all blocks; it goes with the transaction. */
export async function stage<T extends object>(
  ctx: Context,
  name: string,
  columns: Columns,
  blocks: AsyncIterable<T[]>,
  prepared: (line: T) => object = (line) => line,
): Promise<void> {
  const shape = sql.raw(
    Object.entries(columns)
      .map(([column, type]) => `${column} ${type}`)
      .join(', '),
  )
  const table = sql.table(name)
  await sql`CREATE TEMP TABLE ${table} (${shape}) ON COMMIT DROP`.execute(ctx.db)
  for await (const block of blocks) {
    const lines = JSON.stringify(block.map(prepared)).replaceAll('\\u0000', '')
    await sql`INSERT INTO ${table} SELECT * FROM jsonb_to_recordset(${lines}::jsonb) AS line(${shape})`.execute(ctx.db)
  }
  await sql`ANALYZE ${table}`.execute(ctx.db)
}
