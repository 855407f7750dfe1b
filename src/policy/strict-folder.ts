/** Reads a folder of YAML files that all have one shape, and tells the mistakes of all files at once. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { z } from 'zod'
import { type PolicyError, PolicyErrors } from './policy-errors.ts'
import { readStrictText, type StrictFile } from './strict-file.ts'

export interface StrictFolderOptions<T> {
  /** Also read sub-folders; the id is then the path without ending (`income/monitoring_line`). */
  nested?: boolean
  /** What a file must be called; by default snake_case or kebab-case. */
  names?: RegExp
  /** Mistakes a schema cannot see (what refers to nothing), reported at the line of the path. */
  check?: (file: StrictFile<T>) => PolicyError[]
}

const defaultNames = /^[a-z0-9][a-z0-9]*([_-][a-z0-9]+)*$/

/**
 * Every `.yaml` below the folder by its id, in the order of the ids. A folder that is not there is empty; `.sql` and `.md` beside
 * the files are left alone. Throws one PolicyErrors with all mistakes of all files.
 */
export function readStrictFolder<T>(folder: string, schema: z.ZodType<T>, options: StrictFolderOptions<T> = {}): ReadonlyMap<string, T> {
  const shown = basename(folder)
  const files: StrictFile<T>[] = []
  const errors: PolicyError[] = []
  for (const path of listFiles(folder)) {
    if (/\.(sql|md)$/.test(path)) continue
    const file = `${shown}/${path}`
    const misplaced = misplacement(path, options)
    if (misplaced !== undefined) {
      errors.push({ file, line: 1, column: 1, message: misplaced })
      continue
    }
    const result = readStrictText(path.replace(/\.yaml$/, ''), file, readText(join(folder, path)), schema)
    if (result.ok) files.push(result.file)
    else errors.push(...result.errors)
  }
  if (options.check !== undefined) errors.push(...files.flatMap(options.check))
  if (errors.length > 0) throw new PolicyErrors(errors)
  return new Map(files.map((file) => [file.id, file.value]))
}

/** The same for a single file. */
export function readStrictFile<T>(path: string, schema: z.ZodType<T>): T {
  const result = readStrictText(basename(path).replace(/\.yaml$/, ''), basename(path), readText(path), schema)
  if (!result.ok) throw new PolicyErrors(result.errors)
  return result.file.value
}

function misplacement(path: string, options: { nested?: boolean; names?: RegExp }): string | undefined {
  if (!path.endsWith('.yaml')) return '此处只放 .yaml 文件'
  const parts = path.replace(/\.yaml$/, '').split('/')
  if (parts.length > 1 && options.nested !== true) return '此处不应有子文件夹'
  if (!parts.every((part) => (options.names ?? defaultNames).test(part))) return '文件名须为小写英文,用下划线或连字符分隔'
  return undefined
}

/** All files below a folder, as sorted paths with `/`; hidden files, lock files and links are passed over. */
export function listFiles(folder: string): string[] {
  const walk = (below: string): string[] =>
    readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
      if (entry.name.startsWith('.') || entry.name.startsWith('~$')) return []
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (entry.isDirectory()) return walk(path)
      return entry.isFile() ? [path] : []
    })
  try {
    return walk('').sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** A text without byte order mark and with `\n` line ends, so that it reads and hashes alike on every machine. */
export function readText(path: string): string {
  return readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
}
