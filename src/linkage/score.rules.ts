/** Learns how often each comparison comes out how for one and the same person (the m of Fellegi and Sunter) by expectation and maximisation. */
import type { ComparisonName, Scoring } from './settings.ts'

export interface Odds {
  readonly m: number
  /** For weights by frequency the average over the register; each pair is scored with the frequency of its own value. */
  readonly u: number
}
export type Weights = Readonly<Record<ComparisonName, ReadonlyMap<string, Odds>>>

/** How many pairs compare in this way. */
export interface Pattern {
  readonly relations: Readonly<Record<ComparisonName, string>>
  readonly pairs: number
}

export interface Lesson {
  readonly learns: readonly ComparisonName[]
  readonly patterns: readonly Pattern[]
}

/** Starting weights, before anything is learned. `frequencies` are the chances that two random persons agree. */
export function startingWeights(scoring: Scoring, frequencies: ReadonlyMap<string, number>): Weights {
  const of = (name: ComparisonName) =>
    new Map(
      Object.entries(scoring.comparisons[name]).map(([relation, weight]): [string, Odds] => [
        relation,
        { m: weight.m, u: weight.u ?? frequencies.get(name === 'place' ? relation : name) ?? 0.01 },
      ]),
    )
  return { name: of('name'), number: of('number'), born_on: of('born_on'), phone: of('phone'), place: of('place') }
}

/**
 * The weights after all lessons; u stays. Each lesson learns only from columns by which its pairs were not chosen, and counts as many
 * pairs as it finds matches, beside the starting weight, which counts `least_matches` and alone decides where there are fewer.
 */
export function learnWeights(start: Weights, lessons: readonly Lesson[], learning: Scoring['learning']): Weights {
  const sums = new Map<string, number>()
  const add = (key: string, value: number) => sums.set(key, (sums.get(key) ?? 0) + value)
  for (const lesson of lessons) {
    const expected = expectedMatches(start, lesson, learning.rounds)
    for (const name of lesson.learns) {
      const told = [...expected].filter(([pattern]) => start[name].has(pattern.relations[name]))
      const total = told.reduce((sum, [, matches]) => sum + matches, 0)
      if (total < learning.least_matches) continue
      for (const [pattern, matches] of told) add(`${name}.${pattern.relations[name]}`, matches)
    }
  }
  const learned = (name: ComparisonName) => {
    const total = [...start[name].keys()].reduce((sum, relation) => sum + (sums.get(`${name}.${relation}`) ?? 0), 0)
    return new Map(
      [...start[name]].map(([relation, odds]): [string, Odds] => {
        const counted = (sums.get(`${name}.${relation}`) ?? 0) + learning.least_matches * odds.m
        return [relation, { m: counted / (total + learning.least_matches), u: odds.u }]
      }),
    )
  }
  return { name: learned('name'), number: learned('number'), born_on: learned('born_on'), phone: learned('phone'), place: learned('place') }
}

/** For every pattern, how many of its pairs are matches when the lesson has settled. */
function expectedMatches(start: Weights, lesson: Lesson, rounds: number): Map<Pattern, number> {
  const m = new Map<string, number>()
  for (const name of lesson.learns) for (const [relation, odds] of start[name]) m.set(`${name}.${relation}`, odds.m)
  const all = lesson.patterns.reduce((sum, pattern) => sum + pattern.pairs, 0)
  let share = 0.5
  let expected = new Map<Pattern, number>()
  for (let round = 0; round <= rounds; round += 1) {
    expected = new Map(lesson.patterns.map((pattern) => [pattern, pattern.pairs * posterior(pattern, lesson.learns, m, start, share)]))
    const matches = [...expected.values()].reduce((sum, value) => sum + value, 0)
    share = Math.min(0.999, Math.max(0.001, all === 0 ? 0.5 : matches / all))
    for (const name of lesson.learns) adjust(name, expected, start, m)
  }
  return expected
}

function posterior(
  pattern: Pattern,
  learns: readonly ComparisonName[],
  m: ReadonlyMap<string, number>,
  start: Weights,
  share: number,
): number {
  let odds = share / (1 - share)
  for (const name of learns) {
    const relation = pattern.relations[name]
    const u = start[name].get(relation)?.u
    if (u !== undefined) odds *= (m.get(`${name}.${relation}`) ?? 0) / Math.max(u, 1e-12)
  }
  return odds / (1 + odds)
}

/** Each m becomes its share among the expected matches; one pair's worth of the starting weights keeps any from becoming zero. */
function adjust(name: ComparisonName, expected: ReadonlyMap<Pattern, number>, start: Weights, m: Map<string, number>): void {
  const sums = new Map([...start[name]].map(([relation, odds]) => [relation, odds.m]))
  for (const [pattern, matches] of expected) {
    const sum = sums.get(pattern.relations[name])
    if (sum !== undefined) sums.set(pattern.relations[name], sum + matches)
  }
  const total = [...sums.values()].reduce((sum, value) => sum + value, 0)
  for (const [relation, sum] of sums) m.set(`${name}.${relation}`, sum / total)
}
