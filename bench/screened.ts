/** The command line itself, in a process of its own, with the memory it took: reading to workbooks, as an official runs it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main } from '../src/app/commands.ts'
import type { Summary } from '../src/app/summary.ts'
import { report } from './measured.ts'

export interface ScreenedOptions {
  folder: string
  region: string
  asOf: string
  /** As given to `--memory`. */
  memory?: string
}

if (import.meta.main) {
  const { folder, region, asOf, memory } = JSON.parse(process.argv[2] ?? '{}') as ScreenedOptions
  const parent = mkdtempSync(join(tmpdir(), 'xianjie-bench-'))
  try {
    const out = join(parent, 'out')
    const before = process.cpuUsage()
    const code = await main([
      'screen',
      folder,
      '--region',
      region,
      '--as-of',
      asOf,
      '--out',
      out,
      ...(memory === undefined ? [] : ['--memory', memory]),
    ])
    if (code === 0) {
      const { seconds, leads } = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as Summary
      report({ seconds, leads }, process.cpuUsage(before), undefined, [])
    }
    process.exitCode = code
  } finally {
    rmSync(parent, { recursive: true, force: true })
  }
}
