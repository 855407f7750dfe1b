/** Scores what the levels leave over, with weights learned from the county's own rows. */
import type { Engine } from '../engine/index.ts'
import { type Lesson, learnWeights, type Pattern, startingWeights, type Weights } from './score.rules.ts'
import { countTableSql, frequencySql, likelihoodSql, patternSql, probableSql, shareSql } from './score.sql.ts'
import type { ComparisonName, Scoring } from './settings.ts'

/** Links what reaches the accept threshold; `reason` is SQL for what speaks for a candidate. */
export async function takeScores(engine: Engine, scoring: Scoring, reason: string): Promise<void> {
  await engine.run(countTableSql)
  await engine.run(likelihoodSql(scoring, await learned(engine, scoring)))
  await engine.run(probableSql(scoring, await registeredShare(engine, scoring), reason))
}

async function learned(engine: Engine, scoring: Scoring): Promise<Weights> {
  const chances = await engine.rows<{ kind: string; chance: number }>(frequencySql)
  const start = startingWeights(scoring, new Map(chances.map((row): [string, number] => [row.kind, Math.max(row.chance, 1e-7)])))
  const lessons: Lesson[] = []
  for (const { given, learns } of scoring.learning.from) lessons.push({ learns, patterns: await patterns(engine, patternSql(given)) })
  return learnWeights(start, lessons, scoring.learning)
}

/** How many of the rows whose number does not decide belong to somebody in the register, by repeated estimate from the sample. */
async function registeredShare(engine: Engine, scoring: Scoring): Promise<number> {
  let share = scoring.registered_share
  for (let round = 0; round < scoring.learning.rounds; round += 1) {
    const [told] = await engine.rows<{ sampled: number; registered: number }>(shareSql(share))
    if (told === undefined || told.sampled < scoring.learning.least_matches) break
    const next = Math.min(0.98, Math.max(0.02, told.registered / told.sampled))
    if (Math.abs(next - share) < 1e-4) return next
    share = next
  }
  return share
}

async function patterns(engine: Engine, sql: string): Promise<Pattern[]> {
  const rows = await engine.rows<Record<ComparisonName, string> & { pairs: number }>(sql)
  return rows.map(({ pairs, ...relations }) => ({ relations, pairs }))
}
