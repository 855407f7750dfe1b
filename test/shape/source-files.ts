/** The files of the repository: what git tracks or would track; without git, everything but what is generated. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { SourceFile } from './violation.ts'

export const root = resolve(import.meta.dirname, '../..')

const generated = new Set(['node_modules', '.git', '.vitest', 'data', 'out', 'demo', 'coverage', 'bench/work'])
const binary = /\.(png|jpe?g|xlsx?|pdf|zip|parquet|ttf)$/i

/** Reads every text file once. */
export function sourceFiles(): SourceFile[] {
  return (tracked() ?? walk(''))
    .filter((path) => !binary.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

function tracked(): string[] | undefined {
  const listed = spawnSync('git', ['-c', 'core.quotePath=false', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (listed.status !== 0) return undefined
  const present = new Set(walk(''))
  return listed.stdout.split('\0').filter((path) => present.has(path))
}

function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (generated.has(path)) return []
    return entry.isDirectory() ? walk(path) : [path]
  })
}
