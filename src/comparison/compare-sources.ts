/** Runs every comparison over the linked rows: which two sources cannot both be right about the same person or household. */
import type { Engine } from '../engine/index.ts'
import { datasetsBehind, registerDataset } from './columns.rules.ts'
import type { Comparison, ComparisonPack } from './comparison.ts'
import { dropPairsSql, emptyDiscrepanciesSql, insertDiscrepanciesSql, verdictCountsSql } from './conclude.sql.ts'
import type { ParameterValue } from './conditions.sql.ts'
import { concernedSql, deadSql, pairSql, type Reading } from './pair.sql.ts'
import { parametersOf } from './references.rules.ts'

export interface CompareOptions {
  readonly asOf: string
  /** The datasets that were handed in; the register always is. */
  readonly datasets: Iterable<string>
  /** The value in force of `folder/name` for this region and day; undefined where none is. */
  readonly resolve: (parameter: string) => ParameterValue | undefined
}

export interface ComparisonCount {
  readonly comparisonId: string
  readonly label: string
  /** Why nothing was compared: datasets not handed in, parameters without a value. Empty when it was. */
  readonly missingDatasets: readonly string[]
  readonly missingParameters: readonly string[]
  /** Persons or households. */
  readonly differs: number
  readonly agrees: number
  readonly unknown: number
}

/** Fills `discrepancy`, in the order of the comparisons' ids and of the subjects. */
export async function compareSources(
  engine: Engine,
  pack: Pick<ComparisonPack, 'comparisons' | 'definitions'>,
  options: CompareOptions,
): Promise<ComparisonCount[]> {
  const handedIn = new Set([...options.datasets, registerDataset])
  const reading: Reading = { definitions: pack.definitions, asOf: options.asOf, parameter: options.resolve }
  await engine.run(emptyDiscrepanciesSql)
  await engine.run(deadSql(options.asOf, { deaths: handedIn.has('deaths'), accidents: handedIn.has('accidents') }))
  const counts: ComparisonCount[] = []
  for (const comparison of pack.comparisons) counts.push(await compareOne(engine, comparison, reading, handedIn))
  await engine.run(dropPairsSql)
  return counts
}

async function compareOne(engine: Engine, comparison: Comparison, reading: Reading, handedIn: Set<string>): Promise<ComparisonCount> {
  const { id, label, one, other, unless } = comparison
  const missingDatasets = datasetsBehind([one.from, other.from, ...(unless === undefined ? [] : [unless.from])]).filter(
    (dataset) => !handedIn.has(dataset),
  )
  const missingParameters = parametersOf(comparison).filter((parameter) => reading.parameter(parameter) === undefined)
  const outcome = { comparisonId: id, label, missingDatasets, missingParameters, differs: 0, agrees: 0, unknown: 0 }
  if (missingDatasets.length > 0 || missingParameters.length > 0) return outcome
  await engine.run(pairSql(comparison, reading))
  await engine.run(insertDiscrepanciesSql(comparison))
  const [counted] = await engine.rows<{ differs: number; unknown: number }>(verdictCountsSql)
  const [all] = await engine.rows<{ concerned: number }>(concernedSql(comparison, reading))
  const { differs, unknown } = counted ?? { differs: 0, unknown: 0 }
  return { ...outcome, differs, unknown, agrees: Math.max((all?.concerned ?? 0) - differs - unknown, 0) }
}
