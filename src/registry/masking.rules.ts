/** What an officer sees of a sealed value before giving a reason. */
import type { RegisterFieldKind } from './registry-policy.ts'

/** The ends stay, so that two people at a table can tell they speak of the same one; short or odd values are covered whole. */
export function masked(kind: RegisterFieldKind, value: string): string {
  if (kind === 'id_number') return value.length < 15 ? cover(value, 0, 0) : cover(value, 6, 4)
  if (kind === 'phone') return value.length < 7 ? cover(value, 0, 0) : cover(value, 3, value.length >= 11 ? 4 : 2)
  if (kind === 'bank_account') return value.length < 8 ? cover(value, 0, 0) : cover(value, 0, 4)
  return value
}

function cover(value: string, head: number, tail: number): string {
  const middle = Math.max(value.length - head - tail, 0)
  return `${value.slice(0, head)}${'*'.repeat(middle)}${tail === 0 ? '' : value.slice(-tail)}`
}
