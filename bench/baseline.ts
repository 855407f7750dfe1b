/** The hand-written script over a clean county, in a process of its own: what the engine alone needs for the same sixteen rules. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { type Hit, report } from './measured.ts'

export interface BaselineOptions {
  folder: string
  asOf: string
  line: number
  threads?: number
}

/** Runs `baseline.sql` on a county's input folder. */
export async function runBaseline({ folder, asOf, line, threads }: BaselineOptions): Promise<{ hits: Hit[]; seconds: { total: number } }> {
  const instance = await DuckDBInstance.create(':memory:', threads === undefined ? {} : { threads: String(threads) })
  const connection = await instance.connect()
  const started = performance.now()
  await connection.run(
    `SET VARIABLE folder = '${folder.replaceAll("'", "''")}'; SET VARIABLE day = DATE '${asOf}'; SET VARIABLE line = ${line};
    ${readFileSync(join(import.meta.dirname, 'baseline.sql'), 'utf8')}`,
  )
  const rows = await connection.runAndReadAll(
    'SELECT rule_id, household_number, head_name, value FROM hit ORDER BY household_number, rule_id',
  )
  const hits = rows.getRowObjectsJson() as unknown as Hit[]
  const seconds = { total: (performance.now() - started) / 1000 }
  connection.closeSync()
  instance.closeSync()
  return { hits, seconds }
}

if (import.meta.main) {
  const options = JSON.parse(process.argv[2] ?? '{}') as BaselineOptions & { hitsTo?: string }
  const before = process.cpuUsage()
  const { hits, seconds } = await runBaseline(options)
  report({ seconds, leads: hits.length }, process.cpuUsage(before), options.hitsTo, hits)
}
