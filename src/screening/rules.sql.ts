/** SQL that applies all rules to all households: the hits with the facts that made them, and what cannot be decided. */
import { text } from '../engine/index.ts'
import type { LoadedRule } from '../policy/index.ts'
import { type ConditionContext, comparisonsIn, conditionSql, thresholdOf } from './conditions.rules.ts'

function severitySql(rule: LoadedRule, context: ConditionContext): string {
  const branches = rule.severity
    .filter(({ when }) => when !== undefined)
    .map(({ is, when }) => `WHEN ${when ? conditionSql(when, context) : 'true'} THEN ${text(is)}`)
  const last = text(rule.severity.find(({ when }) => when === undefined)?.is ?? 'medium')
  return branches.length === 0 ? last : `CASE ${branches.join(' ')} ELSE ${last} END`
}

/** Which facts, or parameters without a value, leave a rule undecided. */
function missingSql(rule: LoadedRule, context: ConditionContext): string {
  const open = new Map<string, string[]>()
  for (const comparison of comparisonsIn(rule.when)) {
    const threshold = thresholdOf(comparison)
    const name = threshold && context.valueOf(threshold.parameter) === null ? threshold.parameter.slice(1) : comparison.fact
    open.set(name, [...(open.get(name) ?? []), `${conditionSql(comparison, context)} IS NULL`])
  }
  const parts = [...open].map(([name, tests]) => `CASE WHEN ${tests.join(' OR ')} THEN ${text(name)} END`)
  return `concat_ws(';', ${parts.join(', ')})`
}

/** The column of `lead_fact` that says whether a rule is a hit. */
export const hitColumn = (ruleNo: number): string => `hit_${ruleNo}`

/** `lead_fact` (households with a hit, all their facts and which rules hit), `lead` and `unknown`, in the order of rules and households. */
export function answersSql(rules: readonly LoadedRule[], context: ConditionContext): string {
  const answers = rules.map(({ when }) => `(${conditionSql(when, context)})`)
  const hits = answers.map((answer, no) => `coalesce(${answer}, false) AS ${hitColumn(no)}`)
  const select = (rule: LoadedRule, no: number, column: string, from: string) =>
    `SELECT ${no} AS rule_no, ${text(rule.id)} AS rule_id, household, ${column} FROM ${from}`
  const leads = rules.map((rule, no) => select(rule, no, `${severitySql(rule, context)} AS severity`, `lead_fact WHERE ${hitColumn(no)}`))
  const open = rules.map((rule, no) =>
    select(rule, no, `${missingSql(rule, context)} AS missing_facts`, `household_fact WHERE ${answers[no]} IS NULL`),
  )
  return `CREATE OR REPLACE TEMP TABLE lead_fact AS SELECT *, ${hits.join(', ')} FROM household_fact WHERE ${answers.join(' OR ')};
    CREATE OR REPLACE TABLE lead AS ${leads.join(' UNION ALL ')};
    CREATE OR REPLACE TABLE unknown AS ${open.join(' UNION ALL ')}`
}

export const answerCountsSql = `SELECT rule_no, count(*) FILTER (is_hit) AS hit, count(*) FILTER (NOT is_hit) AS unknown
  FROM (SELECT rule_no, true AS is_hit FROM lead UNION ALL SELECT rule_no, false FROM unknown) GROUP BY rule_no`
