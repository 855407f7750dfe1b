/** The very rows behind every lead. */
import type { Engine } from '../engine/index.ts'
import { comparisonsIn, conditionSql } from './conditions.rules.ts'
import { derivedParts, fillIn, rollUpSources } from './facts.sql.ts'
import type { ScreeningRun } from './screening.ts'
import { askedRegisterSql, askedRowsSql, emptyLeadRowsSql, leadRowsSql, leadSourceSql } from './sources.sql.ts'
import { countedView } from './state.sql.ts'

/** What one fact of one rule is proved by. */
interface Question {
  ruleNo: number
  sources: string
  /** SQL over `lead_fact`: a comparison with the fact holds. */
  holds: string
}

/** Facts that only say whom a rule is about prove nothing by themselves. */
function questionsOf(run: ScreeningRun): Question[] {
  return run.rules.flatMap((rule, ruleNo) => {
    const proving = comparisonsIn(rule.when).filter(({ fact }) => run.kindOf(fact) !== 'boolean')
    return [...Map.groupBy(proving, ({ fact }) => fact)].flatMap(([fact, comparisons]) => {
      const sources = sourcesSql(run, fact)
      const holds = comparisons.map((comparison) => conditionSql(comparison, run)).join(' OR ')
      return sources === undefined ? [] : [{ ruleNo, sources, holds }]
    })
  })
}

/** The sources query of a fact: `household, dataset, r`. */
function sourcesSql(run: ScreeningRun, name: string): string | undefined {
  const fact = run.options.policy.facts.get(name)
  if (!fact) return undefined
  if (fact.roll_up) return rollUpSources(fact.roll_up, run.factContext)
  const { sources } = derivedParts(fact)
  return sources === undefined ? undefined : fillIn(sources, run.factContext)
}

/** Fills `lead_source(rule_no, household, sheet_no, row_no)`: for every lead the rows behind each of its facts that holds. */
export async function findSources(engine: Engine, run: ScreeningRun): Promise<void> {
  const hit = await engine.rows<{ rule_no: number }>('SELECT DISTINCT rule_no FROM lead')
  const hits = new Set(hit.map(({ rule_no }) => rule_no))
  const questions = questionsOf(run).filter(({ ruleNo }) => hits.has(ruleNo))
  const words = new Set(questions.flatMap(({ sources }) => sources.match(/\w+/g) ?? []))
  const datasets = [...new Set(run.options.sheets.map(({ dataset }) => dataset))].filter(
    (dataset) => words.has(`counted_${dataset}`) || words.has(`dated_${dataset}`),
  )
  await engine.run(emptyLeadRowsSql)
  await engine.run(askedRegisterSql)
  for (const dataset of datasets) await narrow(engine, run, dataset, words)
  for (const { ruleNo, sources, holds } of questions) await engine.run(leadRowsSql(ruleNo, sources, holds))
  await engine.run(leadSourceSql(datasets))
}

/** Puts a dataset's rows of the households with a lead in the place of all its rows. */
async function narrow(engine: Engine, run: ScreeningRun, dataset: string, words: ReadonlySet<string>): Promise<void> {
  const definition = run.options.policy.datasets.get(dataset)
  if (!definition) return
  const { event_day: eventDay, about, fields } = definition
  const columns = Object.keys(fields).flatMap((field) => [field, `${field}_unreadable`, `${field}_absent`])
  const asked = columns.filter((column) => words.has(column) || column === `${eventDay}_unreadable`)
  await engine.run(
    askedRowsSql(dataset, eventDay === undefined ? asked : ['event_day', ...asked], eventDay === undefined ? undefined : run.options.asOf),
  )
  await engine.run(countedView(dataset, about, eventDay))
}
