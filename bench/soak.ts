/** The same county screened again and again in one process: memory and open files after each run. */
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { main } from '../src/app/commands.ts'
import { asOf, region } from './trial.ts'

export interface SoakOptions {
  input: string
  parent: string
  runs: number
}

export interface AfterRun {
  code: number
  rssMb: number
  heapMb: number
  /** Null where the system does not tell. */
  openFiles: number | null
}

function openFiles(): number | null {
  try {
    return readdirSync('/proc/self/fd').length
  } catch {
    return null
  }
}

if (import.meta.main) {
  const { input, parent, runs } = JSON.parse(process.argv[2] ?? '{}') as SoakOptions
  const after: AfterRun[] = []
  for (let run = 0; run < runs; run += 1) {
    const out = join(parent, 'soak')
    const code = await main(['screen', input, '--region', region, '--as-of', asOf, '--out', out, '--json'])
    globalThis.gc?.()
    const { rss, heapUsed } = process.memoryUsage()
    after.push({ code, rssMb: Math.round(rss / 2 ** 20), heapMb: Math.round(heapUsed / 2 ** 20), openFiles: openFiles() })
    rmSync(out, { recursive: true, force: true })
  }
  process.stdout.write(`\n${JSON.stringify(after)}\n`)
}
