/** Takes back what clerks decided in the review workbook. */
import type { Engine } from '../engine/index.ts'
import { decisionSql, decisionsReadSql, noDecisionsSql } from './decision.sql.ts'
import { textTable } from './names.ts'

/** One line of a filled review workbook. */
export interface ReviewDecision {
  file: string
  /** Empty for text files. */
  sheet: string
  row: number
  dataset: string
  household_number: string
  /** May be masked with `*`, as the workbook shows it; empty for a person without a number. */
  person_id_number: string
  decision: 'same' | 'different'
}

/** Decisions that no longer fit any row or any one person. */
export interface DecisionReport {
  applied: number
  unmatched: ReviewDecision[]
}

const columns = ['entry', 'file', 'sheet', 'row_no', 'dataset', 'household_number', 'number', 'decision']

/** Fills `linkage_decision(dataset, r, person, decision)`; what fits two persons is not applied. */
export async function readDecisions(
  engine: Engine,
  datasets: readonly string[],
  decisions: readonly ReviewDecision[],
): Promise<DecisionReport> {
  await textTable(
    engine,
    'linkage_said',
    columns,
    decisions.map((said, at) => [
      String(at),
      said.file,
      said.sheet,
      String(said.row),
      said.dataset,
      said.household_number,
      said.person_id_number,
      said.decision,
    ]),
  )
  const isNone = decisions.length === 0 || datasets.length === 0
  await engine.run(isNone ? noDecisionsSql : decisionSql(datasets))
  const applied = await engine.rows<{ entry: number }>(decisionsReadSql)
  const known = new Set(applied.map((row) => row.entry))
  return { applied: known.size, unmatched: decisions.filter((_, at) => !known.has(at)) }
}
