/** Facts as SQL: roll-ups written from their definition, derived ones from their `.sql` with the day and the parameters put in. */
import { ident, list, text } from '../engine/index.ts'
import type { LoadedFact } from '../policy/index.ts'

/** What the SQL of facts is written with. */
export interface FactContext {
  asOf: string
  /** First day that is no longer in a window of this parameter: `D − n`, windows being `(D − n, D]`. */
  windowStart: (parameter: string) => string
  valueOf: (parameter: string) => number | string | boolean | null
  /** SQL over `household h`: is the dataset handed in, and does its file cover the household? */
  coverage: (dataset: string) => string
  isFullList: (dataset: string) => boolean
  /** Whether any sheet of the dataset has the column. */
  hasColumn: (dataset: string, field: string) => boolean
  /** For each sheet of a dataset its amount columns. */
  amountsBySheet: (dataset: string) => { sheetNo: number; amounts: string[] }[]
}

/** `household.medical_self_paid` → `medical_self_paid`. */
export function shortName(fact: string): string {
  return fact.slice(fact.indexOf('.') + 1)
}

const day = (value: string) => `DATE ${text(value)}`

/** The last 1 September on or before a day. */
export function schoolDay(asOf: string): string {
  const year = Number(asOf.slice(0, 4))
  return asOf.slice(5) >= '09-01' ? `${year}-09-01` : `${year - 1}-09-01`
}

/** Puts day, parameters and what was handed in into the text of a derived fact. */
export function fillIn(sql: string, context: FactContext): string {
  return sql.replaceAll(/\{\{([^}]+)\}\}/g, (_, key: string) => {
    if (key === 'D') return day(context.asOf)
    if (key === 'year') return context.asOf.slice(0, 4)
    if (key === 'school_day') return day(schoolDay(context.asOf))
    if (key === 'unended') return '(ended_on IS NULL AND NOT ended_on_unreadable)'
    if (key.startsWith('D-')) return day(context.windowStart(`$${key.slice(2)}`))
    const [word = '', argument = ''] = key.split(':')
    if (word === 'covered') return context.coverage(argument)
    if (word === 'full_list') return String(context.isFullList(argument))
    if (word === 'filled') return String(context.hasColumn(argument.split('.')[0] ?? '', argument.split('.')[1] ?? ''))
    const value = context.valueOf(`$${key}`)
    return value === null ? 'NULL' : typeof value === 'string' ? text(value) : String(value)
  })
}

/** The two halves of a derived fact: its values, and the rows that made them. */
export function derivedParts(fact: LoadedFact): { values: string; sources: string | undefined } {
  const [values = '', sources] = (fact.sql ?? '').split(/^-- sources\s*$/m)
  return { values, sources }
}

type RollUp = NonNullable<LoadedFact['roll_up']>

interface RollUpParts {
  from: string
  /** Rows that may count. */
  possible: string
  /** Rows that surely count. */
  certain: string
}

function rollUpParts(rollUp: RollUp, context: FactContext, isAvailable: boolean): RollUpParts {
  const conditions = (rollUp.where ?? []).map(({ field, in: codes, at_most, above }) => {
    const column = ident(field)
    const test = codes
      ? `${column} IN ${list(codes)}`
      : at_most
        ? `${column} <= ${context.valueOf(at_most)}`
        : `${column} > ${context.valueOf(above ?? '')}`
    return isAvailable && field !== rollUp.sum ? `CASE WHEN ${ident(`${field}_absent`)} THEN false ELSE ${test} END` : test
  })
  const from = rollUp.within === undefined ? undefined : day(context.windowStart(rollUp.within))
  const both = [...conditions, ...(from === undefined ? [] : [`event_day > ${from}`])]
  const all = both.length === 0 ? 'true' : `(${both.join(' AND ')})`
  const inLife = from === undefined ? '' : ` AND (alive_until > ${from}) IS NOT FALSE`
  return {
    from: `counted_${rollUp.dataset}`,
    possible: both.length === 0 ? 'true' : `(${all} IS NOT FALSE${inLife})`,
    certain: `(is_certain AND coalesce(${all}, false))`,
  }
}

/** The sets of amount columns that the sheets of a dataset have, the richest first. */
function amountGroups(dataset: string, context: FactContext): string[][] {
  const sets = context.amountsBySheet(dataset).map(({ amounts }) => amounts)
  return [...new Map(sets.map((set) => [set.join(), set])).values()].sort(
    (one, other) => other.length - one.length || (one.join() < other.join() ? -1 : 1),
  )
}

/** Rows counted once: same person, day and amounts. Files with other amount columns are compared by the ones both have. */
function onceSql(rollUp: RollUp, context: FactContext, isAvailable: boolean): string {
  const { from, possible, certain } = rollUpParts(rollUp, context, isAvailable)
  const groups = amountGroups(rollUp.dataset, context)
  const amount = rollUp.sum === undefined ? [] : [rollUp.sum]
  const keys = [...new Set(['household', 'person', 'event_day', ...groups.flat(), ...amount])].map(ident).join(', ')
  const ignored = isAvailable && rollUp.absent === 'ignored' && rollUp.sum ? ` AND NOT ${ident(`${rollUp.sum}_absent`)}` : ''
  const one = (extra: string) =>
    `SELECT ${keys}, bool_or(${certain}) AS is_sure FROM ${from} WHERE ${possible}${ignored}${extra} GROUP BY ${keys}`
  if (groups.length <= 1) return one('')
  return acrossSheets(one, groups, rollUp.dataset, context)
}

/** Files with different amount columns: a row that a richer group already has, by the columns both have, is a repeat. */
function acrossSheets(one: (extra: string) => string, groups: string[][], dataset: string, context: FactContext): string {
  const parts = groups.map((group, i) => {
    const sheets = context
      .amountsBySheet(dataset)
      .filter(({ amounts }) => amounts.join() === group.join())
      .map(({ sheetNo }) => sheetNo)
    const richer = groups.slice(0, i).map((other, j) => {
      const both = group.filter((amount) => other.includes(amount))
      const same = ['person', 'event_day', ...both].map((column) => `g${i}.${ident(column)} IS NOT DISTINCT FROM e.${ident(column)}`)
      return `NOT EXISTS (SELECT 1 FROM g${j} e WHERE ${same.join(' AND ')})`
    })
    return {
      name: `g${i}`,
      sql: one(` AND sheet_no IN (${sheets.join(', ')})`),
      filter: richer.length === 0 ? 'true' : richer.join(' AND '),
    }
  })
  return `WITH ${parts.map(({ name, sql }) => `${name} AS (${sql})`).join(', ')} ${parts.map(({ name, filter }) => `SELECT * FROM ${name} WHERE ${filter}`).join(' UNION ALL ')}`
}

/** A roll-up's values: `household, lo, hi`, households without a row left out. A column that no file has leaves the rows open. */
export function rollUpSql(rollUp: RollUp, context: FactContext, isAvailable: boolean): string {
  const { from, possible, certain } = rollUpParts(rollUp, context, isAvailable)
  if (rollUp.count === 'persons') {
    return `SELECT household, count(DISTINCT person) FILTER (${certain}) AS lo, count(DISTINCT person) AS hi FROM ${from} WHERE ${possible} GROUP BY household`
  }
  const once = onceSql(rollUp, context, isAvailable)
  if (rollUp.sum === undefined) return `SELECT household, count(*) FILTER (is_sure) AS lo, count(*) AS hi FROM (${once}) GROUP BY household`
  const amount = ident(rollUp.sum)
  return `SELECT household,
    greatest(coalesce(sum(CASE WHEN is_sure THEN ${amount} ELSE least(${amount}, 0) END), 0), 0)::DECIMAL(18,2) AS lo,
    CASE WHEN bool_or(${amount} IS NULL) THEN NULL ELSE greatest(sum(CASE WHEN is_sure THEN ${amount} ELSE greatest(${amount}, 0) END), 0)::DECIMAL(18,2) END AS hi
    FROM (${once}) GROUP BY household`
}

/** The very rows that made a roll-up's value, repeated ones included. */
export function rollUpSources(rollUp: RollUp, context: FactContext): string {
  const { from, certain } = rollUpParts(rollUp, context, true)
  const amount = rollUp.sum === undefined ? '' : ` AND ${ident(rollUp.sum)} IS NOT NULL`
  return `SELECT household, ${text(rollUp.dataset)} AS dataset, r FROM ${from} WHERE ${certain}${amount}`
}
