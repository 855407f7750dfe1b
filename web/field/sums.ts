/** The arithmetic of the income sheet on the phone, in whole fen: what the county will compute again. */
import type { FormDefinition, IncomeLine } from './types.ts'

const fen = (amount: string): number => (/^\d{1,9}(\.\d{1,2})?$/.test(amount) ? Math.round(Number(amount) * 100) : 0)

export interface Sums {
  groups: { group: string; label: string; fen: number }[]
  netIncome: number
  perHead: number | null
}

export function sumsOf(items: FormDefinition['incomeItems'], lines: readonly IncomeLine[], size: number): Sums {
  const groups = new Map<string, { group: string; label: string; sign: string; fen: number }>()
  for (const { group, groupLabel: label, sign } of items)
    if (sign !== 'none') groups.set(group, groups.get(group) ?? { group, label, sign, fen: 0 })
  for (const { item, amount } of lines) {
    const one = groups.get(items.find((known) => known.item === item)?.group ?? '')
    if (one) one.fen += fen(amount)
  }
  const netIncome = [...groups.values()].reduce((sum, one) => sum + (one.sign === 'minus' ? -one.fen : one.fen), 0)
  return { groups: [...groups.values()], netIncome, perHead: size > 0 ? Math.round(netIncome / size) : null }
}

/** `12345.60` of fen, without what is not needed. */
export function yuan(value: number): string {
  const text = (Math.abs(value) / 100).toFixed(2).replace(/\.00$/, '')
  return `${value < 0 ? '-' : ''}${text}`
}
