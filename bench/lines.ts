/** Lines of the bench's table: what was measured, against what, and whether the target is met. */
import { cpus, totalmem } from 'node:os'
import { version as engineVersion } from '@duckdb/node-api'
import { padded } from '../src/policy/index.ts'

export interface Line {
  what: string
  ours: number | null
  reference: number | null
  ratio: number | null
  unit: string
  /** Empty where the line only informs. */
  target: string
  /** Null where nothing is asked, or it was not run. */
  isMet: boolean | null
  note: string
}

/** A line with what is not said left open. */
export function line(what: string, given: Partial<Line>): Line {
  return { what, ours: null, reference: null, ratio: null, unit: '', target: '', isMet: null, note: '', ...given }
}

/** The middle one of several values. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** How far apart the runs lay, so that the reader sees how busy the machine was. */
export function spread(values: readonly number[]): string {
  return `${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)}`
}

/** Cores, memory and versions: what the numbers were measured on. */
export function machine(): { cores: number; processor: string; memoryGb: number; node: string; duckdb: string } {
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? '',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    duckdb: engineVersion(),
  }
}

function number(value: number | null): string {
  if (value === null || Number.isNaN(value)) return '—'
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en-US')
  return value.toFixed(Math.abs(value) >= 100 ? 0 : 2)
}

/** The table as text. */
export function table(lines: readonly Line[]): string {
  const rows = lines.map(({ what, ours, reference, ratio, unit, target, isMet, note }) => [
    what,
    number(ours),
    number(reference),
    unit,
    number(ratio),
    target,
    isMet === null ? '' : isMet ? '达到' : '未达到',
    note,
  ])
  return padded([['项目', '本系统', '参照', '单位', '比值', '目标', '结果', '备注'], ...rows]).join('\n')
}
