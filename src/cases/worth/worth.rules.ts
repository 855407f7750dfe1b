/** Whether a rule gives more than it costs: nothing is concluded from too few outcomes. */
import { addDays, type PlainDay, weekdayOf } from '../../kernel/index.ts'

export type Verdict = 'pays' | 'costs' | 'too_few'
export const verdictLabels: Readonly<Record<Verdict, string>> = { pays: '值得', costs: '得不偿失', too_few: '核实结果太少，暂不下结论' }

export interface Limits {
  fewestOutcomes: number
  leastTruePercent: number
}

/** In percent with one decimal; `null` where nothing was verified. */
export function trueShare(trueLeads: number, untrueLeads: number): number | null {
  const verified = trueLeads + untrueLeads
  return verified === 0 ? null : Math.round((trueLeads * 1000) / verified) / 10
}

export function verdictOf(trueLeads: number, untrueLeads: number, limits: Limits): Verdict {
  const verified = trueLeads + untrueLeads
  if (verified < limits.fewestOutcomes) return 'too_few'
  return trueLeads * 100 < limits.leastTruePercent * verified ? 'costs' : 'pays'
}

/** The Monday of the week a day lies in. */
export const weekOf = (day: PlainDay): PlainDay => addDays(day, 1 - weekdayOf(day))

/** Cases recognised for a rule's risk whose household that rule had not found before. */
export function missedBy(
  ruleId: string,
  risk: string,
  found: readonly { risk: string; rule_id: string; cases: number }[],
  recognised: ReadonlyMap<string, number>,
): number {
  const byIt = found.filter((one) => one.risk === risk && one.rule_id === ruleId).reduce((n, { cases }) => n + cases, 0)
  return Math.max(0, (recognised.get(risk) ?? 0) - byIt)
}
