/** Runs the examples of a comparison file through the very SQL that compares a county. */
import type { Engine } from '../engine/index.ts'
import type { Comparison, ComparisonPack, Example } from './comparison.ts'
import { emptyDiscrepanciesSql, insertDiscrepanciesSql, messagesSql, verdictsSql } from './conclude.sql.ts'
import type { ParameterValue } from './conditions.sql.ts'
import { exampleTablesSql, subjectOf } from './example-tables.sql.ts'
import { deadSql, pairSql, type Reading } from './pair.sql.ts'

export interface ExampleFailure {
  readonly comparisonId: string
  readonly name: string
  readonly expected: string
  readonly found: string
}

/** Parameters as the nation has them on the day of the example. The engine is an empty one: the examples' tables take the names of the real ones. */
export async function failingExamples(
  engine: Engine,
  pack: Pick<ComparisonPack, 'comparisons' | 'definitions'>,
  resolve: (parameter: string, on: string) => ParameterValue | undefined,
): Promise<ExampleFailure[]> {
  const failures: ExampleFailure[] = []
  for (const comparison of pack.comparisons) {
    for (const on of new Set(comparison.examples.map((example) => example.on))) {
      const examples = comparison.examples.filter((example) => example.on === on)
      await engine.run(exampleTablesSql(pack.definitions, comparison, examples))
      const reading: Reading = { definitions: pack.definitions, asOf: on, parameter: (name) => resolve(name, on) }
      failures.push(...(await failuresOf(engine, comparison, examples, reading)))
    }
  }
  return failures
}

async function failuresOf(
  engine: Engine,
  comparison: Comparison,
  examples: readonly Example[],
  reading: Reading,
): Promise<ExampleFailure[]> {
  const hasTable = (dataset: string) => reading.definitions.datasets.has(dataset)
  await engine.run(emptyDiscrepanciesSql)
  await engine.run(deadSql(reading.asOf, { deaths: hasTable('deaths'), accidents: hasTable('accidents') }))
  await engine.run(pairSql(comparison, reading))
  await engine.run(insertDiscrepanciesSql(comparison))
  const verdicts = await engine.rows<{ subject: number; verdict: string }>(verdictsSql)
  const messages = await engine.rows<{ household: number; message: string }>(messagesSql)
  return examples.flatMap(({ name, expect, message }, index): ExampleFailure[] => {
    const verdict = verdicts.find(({ subject }) => subject === subjectOf(comparison.about, index))?.verdict ?? 'agrees'
    if (verdict !== expect) return [{ comparisonId: comparison.id, name, expected: expect, found: verdict }]
    const said = messages.find(({ household }) => household === index)?.message ?? ''
    return message === undefined || message === said ? [] : [{ comparisonId: comparison.id, name, expected: message, found: said }]
  })
}
