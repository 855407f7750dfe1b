/** Reads one YAML text strictly: every mistake is found, and each is told with its line and column. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import { chineseMessage, yamlMessage } from './messages.rules.ts'
import type { PolicyError } from './policy-errors.ts'

type Path = readonly PropertyKey[]

/** One file that was read, and the way back from a value to its line. */
export interface StrictFile<T> {
  /** File name without folder and ending, or the path below the folder when folders are nested. */
  readonly id: string
  readonly file: string
  readonly value: T
  /** A mistake at the value a path leads to (`key`: at its key). */
  error(path: Path, message: string, at?: 'key' | 'value'): PolicyError
}

export type StrictResult<T> = { ok: true; file: StrictFile<T> } | { ok: false; errors: PolicyError[] }

/** Reads a text by a schema; `file` is only how mistakes name it. */
export function readStrictText<T>(id: string, file: string, text: string, schema: z.ZodType<T>): StrictResult<T> {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true, prettyErrors: false })
  const at = (offset: number, message: string): PolicyError => {
    const { line, col } = counter.linePos(offset)
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), message }
  }
  const errorAt = (path: Path, message: string, where: 'key' | 'value' = 'value') => at(offsetOf(document.contents, path, where), message)

  const broken = document.errors.map((error) => at(error.pos[0], yamlMessage(error.code)))
  if (broken.length > 0) return { ok: false, errors: broken }
  const unquoted = quotingMistakes(document.contents).map(([offset, message]) => at(offset, message))
  const parsed = schema.safeParse(document.toJS(), { error: chineseMessage })
  if (parsed.success && unquoted.length === 0) {
    return { ok: true, file: { id, file, value: parsed.data, error: errorAt } }
  }
  const misshapen = parsed.success ? [] : flatten(parsed.error.issues).map((found) => errorAt(found.path, found.message, found.where))
  return { ok: false, errors: distinct([...unquoted, ...misshapen]) }
}

interface Found {
  path: Path
  message: string
  where: 'key' | 'value'
}

/** Zod's issues, one per mistake: unknown keys apart, unions reduced to the branch that was meant. */
function flatten(issues: readonly z.core.$ZodIssue[], above: Path = []): Found[] {
  return issues.flatMap((issue): Found[] => {
    const path = [...above, ...issue.path]
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...path, key], message: `不认识的键“${key}”`, where: 'key' }))
    }
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const meant = meantBranch(issue.errors)
      if (meant !== undefined) return flatten(meant, path)
    }
    return [{ path, message: issue.message, where: issue.code === 'invalid_key' ? 'key' : 'value' }]
  })
}

/** The branch that fits best: the one whose mistakes lie deepest. None when every branch wants another kind of value. */
function meantBranch(branches: readonly z.core.$ZodIssue[][]): readonly z.core.$ZodIssue[] | undefined {
  const misfit = (issues: readonly z.core.$ZodIssue[]) =>
    issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : issue.path.length <= 1 ? 1 : 0), 0)
  const usable = branches.filter((issues) => !issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0))
  return usable.sort((one, other) => misfit(one) - misfit(other))[0]
}

/** Numbers that YAML would spoil (leading zero, more than 15 digits), numbers as keys, and aliases. */
function quotingMistakes(contents: unknown): [number, string][] {
  const mistakes: [number, string][] = []
  visit(contents as Node, {
    Alias: (_, node) => void mistakes.push([node.range?.[0] ?? 0, '不使用 YAML 别名,请把内容写全']),
    Scalar: (key, node) => {
      if (typeof node.value !== 'number' && typeof node.value !== 'bigint') return
      const source = node.source ?? ''
      if (key === 'key' || /^[-+]?0\d/.test(source) || source.replace(/\D/g, '').length > 15) {
        mistakes.push([node.range?.[0] ?? 0, `代码须加引号:"${source}"`])
      }
    },
  })
  return mistakes
}

/** One mistake a place where quoting explains the rest, and none twice. */
function distinct(errors: readonly PolicyError[]): PolicyError[] {
  const isExplained = (error: PolicyError, earlier: PolicyError) =>
    earlier.line === error.line &&
    earlier.column === error.column &&
    (earlier.message.includes('须加引号') || earlier.message === error.message)
  return errors.filter((error, index) => !errors.slice(0, index).some((earlier) => isExplained(error, earlier)))
}

/** Where the value (or key) at a path begins; for what is missing, where its nearest surrounding value begins. */
function offsetOf(contents: unknown, path: Path, where: 'key' | 'value'): number {
  let node = contents
  let offset = startOf(node) ?? 0
  for (const [index, step] of path.entries()) {
    const found = child(node, step)
    if (found === undefined) return offset
    const isLast = index === path.length - 1
    offset = (isLast && where === 'key' ? startOf(found.key) : (startOf(found.value) ?? startOf(found.key))) ?? offset
    node = found.value
  }
  return offset
}

function child(node: unknown, step: PropertyKey): { key: unknown; value: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item: Pair) => isScalar(item.key) && String(item.key.value) === String(step))
    return pair === undefined ? undefined : { key: pair.key, value: pair.value }
  }
  if (isSeq(node)) {
    const item = node.items[Number(step)]
    return item === undefined ? undefined : { key: item, value: item }
  }
  return undefined
}

function startOf(node: unknown): number | undefined {
  if (isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)) return node.range?.[0] ?? undefined
  return undefined
}
