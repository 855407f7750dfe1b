/** The arithmetic of an income and spending sheet: exact yuan, what counts as income, what does not, and what was spent. */

import { Decimal } from 'decimal.js'
import {
  addMonths,
  lastDayOfMonth,
  type Money,
  money,
  noMoney,
  type PlainDay,
  plainDay,
  roundToFen,
  subtractMoney,
  sumMoney,
} from '../kernel/index.ts'
import type { IncomePolicy } from './registry-policy.ts'

export interface IncomeLine {
  item: string
  amount: string
  evidence: string
  note: string
}

export interface IncomeTotals {
  groups: Record<string, string>
  netIncome: string
  netIncomePerHead: string | null
  /** Asked and written down, not counted. */
  notCounted: string
  spending: string
}

export interface SheetItem {
  item: string
  label: string
  kind: 'income' | 'not_income' | 'spending'
  group: string
  groupLabel: string
  /** How it counts in the net income. */
  sign: 'plus' | 'minus' | 'none'
  note: string
  basis: readonly string[]
}

/** Every item of the sheet in the order of the form. */
export function sheetItems(policy: IncomePolicy): SheetItem[] {
  const { basis, groups, items, not_income: others, spending } = policy
  return [
    ...Object.entries(items).map(([item, { label, group, note = '' }]) => {
      const { label: groupLabel, sign } = groups[group] ?? { label: group, sign: 'plus' as const }
      return { item, label, kind: 'income' as const, group, groupLabel, sign, note, basis }
    }),
    ...Object.entries(others).map(([item, one]) => ({
      item,
      label: one.label,
      kind: 'not_income' as const,
      group: 'not_income',
      groupLabel: '不计入收入',
      sign: 'none' as const,
      note: one.reason,
      basis: one.basis,
    })),
    ...Object.entries(spending).map(([item, one]) => ({
      item,
      label: one.label,
      kind: 'spending' as const,
      group: 'spending',
      groupLabel: '家庭支出',
      sign: 'none' as const,
      note: one.note,
      basis: one.basis,
    })),
  ]
}

/** `2026` is the year that ends in it; `2026-06` the twelve months before that month. Both days included. */
export function accountingPeriod(policy: IncomePolicy, period: string): { from: PlainDay; until: PlainDay } {
  const { year_begins_in_month: begins, months } = policy.period
  const [year = '', month] = period.split('-')
  const after = month === undefined ? endOfYear(Number(year), begins) : plainDay(`${year}-${month}-01`)
  const from = addMonths(after, -months)
  return { from, until: dayBefore(after) }
}

function endOfYear(year: number, begins: number): PlainDay {
  return begins === 1 ? plainDay(`${year + 1}-01-01`) : plainDay(`${year}-${String(begins).padStart(2, '0')}-01`)
}

const dayBefore = (day: PlainDay): PlainDay => {
  return lastDayOfMonth(addMonths(day, -1))
}

/** Totals by group, net income, and per head of so many. */
export function incomeTotals(policy: IncomePolicy, lines: readonly IncomeLine[], size: number): IncomeTotals {
  const inGroup = (group: string) =>
    sumMoney(lines.filter(({ item }) => policy.items[item]?.group === group).map(({ amount }) => money(amount)))
  const groups = Object.fromEntries(Object.keys(policy.groups).map((group) => [group, inGroup(group)]))
  const signed = (sign: 'plus' | 'minus') =>
    sumMoney(Object.entries(policy.groups).flatMap(([group, one]) => (one.sign === sign ? [groups[group] ?? noMoney] : [])))
  const netIncome = subtractMoney(signed('plus'), signed('minus'))
  const sumIn = (some: object) => sumMoney(lines.filter(({ item }) => item in some).map(({ amount }) => money(amount)))
  const netIncomePerHead = size > 0 ? perHead(netIncome, size) : null
  return { groups, netIncome, netIncomePerHead, notCounted: sumIn(policy.not_income), spending: sumIn(policy.spending) }
}

function perHead(amount: Money, size: number): string {
  return roundToFen(money(new Decimal(amount).dividedBy(size).toFixed(6)))
}

/** What is wrong with the lines: items that do not exist or stand twice, amounts without evidence. */
export function lineMistakes(policy: IncomePolicy, lines: readonly IncomeLine[]): { unknown: string[]; unproved: string[] } {
  const labels = new Map(sheetItems(policy).map(({ item, label }) => [item, label]))
  const label = (item: string) => labels.get(item) ?? item
  const unknown = lines
    .filter(({ item }, at) => !labels.has(item) || lines.findIndex((other) => other.item === item) !== at)
    .map(({ item }) => label(item))
  const unproved = lines.filter(({ amount, evidence }) => Number(amount) > 0 && evidence === '').map(({ item }) => label(item))
  return { unknown, unproved }
}
