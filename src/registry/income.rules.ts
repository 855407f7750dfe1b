/** The arithmetic of an income sheet: exact yuan, what counts and what does not. */

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
  const notCounted = sumMoney(lines.filter(({ item }) => item in policy.not_income).map(({ amount }) => money(amount)))
  return { groups, netIncome, netIncomePerHead: size > 0 ? perHead(netIncome, size) : null, notCounted }
}

function perHead(amount: Money, size: number): string {
  return roundToFen(money(new Decimal(amount).dividedBy(size).toFixed(6)))
}

/** What is wrong with the lines: items that do not exist or stand twice, amounts without evidence. */
export function lineMistakes(policy: IncomePolicy, lines: readonly IncomeLine[]): { unknown: string[]; unproved: string[] } {
  const label = (item: string) => policy.items[item]?.label ?? policy.not_income[item]?.label ?? item
  const unknown = lines
    .filter(
      ({ item }, at) => !(item in policy.items || item in policy.not_income) || lines.findIndex((other) => other.item === item) !== at,
    )
    .map(({ item }) => label(item))
  const unproved = lines.filter(({ amount, evidence }) => Number(amount) > 0 && evidence === '').map(({ item }) => label(item))
  return { unknown, unproved }
}
