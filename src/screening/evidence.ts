/** The evidence of a lead: which comparisons hold is decided by the engine, in the same words as the rule itself. */
import { ident } from '../engine/index.ts'
import { type Condition, type LoadedRule, resolveParameter } from '../policy/index.ts'
import { type Comparison, conditionSql, thresholdOf, thresholdValue } from './conditions.rules.ts'
import type { ScreeningRun } from './screening.ts'

export interface Evidence {
  fact: string
  value: number | string | boolean | null
  parameter: string | null
  threshold: number | null
  basis: string | null
}

export type FactRow = Record<string, string | number | boolean | null>

/** One rule's evidence: the columns of `lead_fact` it needs, and what a row of them proves. */
export class RuleEvidence {
  /** SQL of the columns that `of` reads. */
  readonly columns: readonly string[]
  readonly #run: ScreeningRun
  readonly #rule: LoadedRule
  /** The column that says whether a part of the condition holds. */
  readonly #holds: ReadonlyMap<Condition, string>
  /** What is the same for every household. */
  readonly #lines = new Map<Comparison, { column: string; isNumber: boolean; line: Evidence }>()

  constructor(run: ScreeningRun, rule: LoadedRule) {
    this.#run = run
    this.#rule = rule
    const parts = [...new Set(partsOf(rule.when))]
    this.#holds = new Map(parts.map((part, i) => [part, `holds_${i}`]))
    for (const part of parts) if ('fact' in part) this.#lines.set(part, this.#lineOf(part))
    const values = new Set([...this.#lines.values()].map(({ column }) => ident(column)))
    this.columns = [...values, ...parts.map((part, i) => `(${conditionSql(part, run)}) AS holds_${i}`)]
  }

  /** The deciding fact first. */
  of(row: FactRow): Evidence[] {
    const seen = new Set<string>()
    const lines: Evidence[] = []
    for (const comparison of this.#holding(this.#rule.when, row)) {
      const found = this.#lines.get(comparison)
      if (!found) continue
      const key = `${found.line.fact}|${found.line.parameter ?? ''}`
      if (seen.has(key)) continue
      seen.add(key)
      const raw = row[found.column] ?? null
      const value = raw === null || !found.isNumber ? raw : Math.round(Number(raw) * 100 + Number.EPSILON) / 100
      lines.push({ ...found.line, value })
    }
    const deciding = lines.find(({ fact }) => this.#run.kindOf(fact) !== 'boolean')
    return deciding === undefined ? lines : [deciding, ...lines.filter((line) => line !== deciding)]
  }

  /** The comparisons that make a condition hold: of an *or* every branch that does, in order. */
  #holding(condition: Condition, row: FactRow): Comparison[] {
    if ('all' in condition) return condition.all.flatMap((part) => this.#holding(part, row))
    if ('not' in condition) return []
    if ('any' in condition) {
      return condition.any
        .filter((part) => this.#isTrue(part, row))
        .flatMap((part) => this.#holding(part, row))
        .filter((comparison, i, all) => all.findIndex(({ fact }) => fact === comparison.fact) === i)
    }
    return this.#isTrue(condition, row) ? [condition] : []
  }

  #isTrue(part: Condition, row: FactRow): boolean {
    return row[this.#holds.get(part) ?? ''] === true
  }

  #lineOf(comparison: Comparison) {
    const { policy, region, asOf } = this.#run.options
    const kind = this.#run.kindOf(comparison.fact)
    const isNumber = kind === 'money' || kind === 'number'
    const threshold = thresholdOf(comparison)
    const parameter = threshold?.parameter.slice(1) ?? null
    const basis = parameter === null ? this.#rule.basis : (resolveParameter(policy, parameter, region, asOf)?.basis ?? [])
    const end = threshold?.operator === 'below' || threshold?.operator === 'at_most' ? 'hi' : 'lo'
    return {
      // Which end of the interval decides: the upper one for *below*, else the lower.
      column: isNumber ? `${comparison.fact}_${end}` : comparison.fact,
      isNumber,
      line: {
        fact: comparison.fact,
        value: null,
        parameter,
        threshold: thresholdValue(comparison, this.#run.valueOf),
        basis: basis.join(';') || null,
      },
    }
  }
}

/** Every part of a condition whose truth tells what made it hold: comparisons, and the branches of an *or*. */
function partsOf(condition: Condition): Condition[] {
  if ('all' in condition) return condition.all.flatMap(partsOf)
  if ('not' in condition) return []
  if ('any' in condition) return [...condition.any, ...condition.any.flatMap(partsOf)]
  return [condition]
}
