/** Runs the examples that stand beside every rule through the same SQL as a county. */
import { type Engine, ident } from '../engine/index.ts'
import { plainDay } from '../kernel/index.ts'
import { type LoadedRule, type Policy, resolveParameter } from '../policy/index.ts'
import { type ConditionContext, comparisonsIn, conditionSql, factColumn } from './conditions.rules.ts'

export interface RuleExampleFailure {
  rule: string
  example: string
  expected: string
  found: string
}

/** Examples whose answer or severity is not the expected one. */
export async function checkRuleExamples(engine: Engine, policy: Policy): Promise<RuleExampleFailure[]> {
  const failures: RuleExampleFailure[] = []
  const rules = [...policy.rules.values(), ...[...policy.regions.values()].flatMap((region) => [...region.rules.values()])]
  for (const rule of rules) {
    for (const example of rule.examples) {
      const found = await answer(engine, policy, rule, example)
      const expected = example.severity === undefined ? example.expect : `${example.expect} ${example.severity}`
      const short = example.severity === undefined ? found.split(' ')[0] : found
      if (short !== expected) failures.push({ rule: rule.id, example: example.name, expected, found })
    }
  }
  return failures
}

async function answer(engine: Engine, policy: Policy, rule: LoadedRule, example: LoadedRule['examples'][number]): Promise<string> {
  const on = plainDay(example.on)
  const context: ConditionContext = {
    valueOf: (reference) =>
      (resolveParameter(policy, reference.replace('$', ''), example.at, on)?.value ?? null) as number | string | boolean | null,
    kindOf: (fact) => policy.facts.get(fact)?.kind ?? 'number',
    isAvailable: () => true,
  }
  const facts = new Set(
    [rule.when, ...rule.severity.flatMap(({ when }) => when ?? [])].flatMap((when) => comparisonsIn(when).map(({ fact }) => fact)),
  )
  const columns = [...facts].flatMap((fact) => givenColumns(fact, context.kindOf(fact), example.given[fact]))
  const severity = rule.severity
    .map(({ is, when }) => (when ? `WHEN ${conditionSql(when, context)} THEN '${is}'` : `ELSE '${is}'`))
    .join(' ')
  const [row] = await engine.rows<{ hit: boolean | null; severity: string }>(
    `SELECT ${conditionSql(rule.when, context)} AS hit, ${severity.startsWith('ELSE') ? severity.slice(5) : `CASE ${severity} END`} AS severity FROM (SELECT ${columns.join(', ')})`,
  )
  return row?.hit === true ? `hit ${row.severity}` : row?.hit === false ? 'clear' : 'unknown'
}

/** What an example gives, as columns of `household_fact`; what it leaves out is open. */
function givenColumns(fact: string, kind: string, given: LoadedRule['examples'][number]['given'][string] | undefined): string[] {
  if (kind === 'money' || kind === 'number') {
    const interval = typeof given === 'object' && given !== null ? given : { at_least: given, at_most: given }
    return [
      `${interval.at_least ?? 'NULL'}::DECIMAL(18,2) AS ${factColumn(fact, 'lo')}`,
      `${interval.at_most ?? 'NULL'}::DECIMAL(18,2) AS ${factColumn(fact, 'hi')}`,
    ]
  }
  if (given === undefined || given === null) return [`NULL::${kind === 'boolean' ? 'BOOLEAN' : 'VARCHAR'} AS ${ident(fact)}`]
  return [`${typeof given === 'boolean' ? given : `'${given}'`} AS ${ident(fact)}`]
}
