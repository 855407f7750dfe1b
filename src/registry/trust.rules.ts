/** Whose word is proposed where the county and the national system disagree. */
import type { Trust } from './registry-policy.ts'

/** Per field whether the county's own entry goes before the national system, and the reason where it does not. */
export function proposals(trust: Trust, fields: readonly string[]): { fields: string[]; localWins: boolean[]; reasons: string[] } {
  const orders = fields.map((field) => trust.fields[field])
  return {
    fields: [...fields],
    localWins: orders.map((order) => (order?.order ?? trust.otherwise)[0] === 'county'),
    reasons: orders.map((order) => order?.reason ?? ''),
  }
}
