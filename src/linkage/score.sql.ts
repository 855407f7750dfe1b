/** SQL of the score: how much each comparison speaks for a pair, against how often it would come out so by chance. */
import { list, text } from '../engine/index.ts'
import { wantedSql } from './level.sql.ts'
import type { Weights } from './score.rules.ts'
import { type ComparisonName, comparisonNames, type Scoring, type Wanted, type Weight } from './settings.ts'

/** How many persons of the register share a value; what no person has is never asked for. */
export const countTableSql = `CREATE OR REPLACE TEMP TABLE linkage_count AS
  SELECT 'name' AS kind, key AS value, count(*) AS persons FROM linkage_person WHERE key IS NOT NULL GROUP BY key
  UNION ALL SELECT 'born_on', born_on::VARCHAR, count(*) FROM linkage_person WHERE born_on IS NOT NULL GROUP BY born_on
  UNION ALL SELECT 'phone', coalesce(phone, other_phone), count(*) FROM linkage_person WHERE coalesce(phone, other_phone) IS NOT NULL GROUP BY ALL
  UNION ALL SELECT 'village', place::VARCHAR, count(*) FROM linkage_person WHERE place IS NOT NULL GROUP BY place
  UNION ALL SELECT 'township', township::VARCHAR, count(*) FROM linkage_person WHERE township IS NOT NULL GROUP BY township`

/** The chance that two random persons share a value, by kind. */
export const frequencySql = `SELECT kind, sum(persons * persons)::DOUBLE / pow((SELECT count(*) FROM linkage_person), 2) AS chance
  FROM linkage_count GROUP BY kind ORDER BY kind`

/** How the pairs of the sample compare, where what a lesson presupposes is given. */
export function patternSql(given: Wanted): string {
  return `SELECT ${comparisonNames.join(', ')}, count(*) AS pairs FROM linkage_vector v
    WHERE n IN (SELECT n FROM linkage_sample) AND ${wantedSql(given)} GROUP BY ALL ORDER BY ALL`
}

const countOf: Record<string, string> = {
  'name.same': 'same_name',
  'name.variant': 'same_name',
  'born_on.same': 'same_day',
  'phone.same': 'same_phone',
  'place.village': 'same_village',
  'place.township': 'same_township',
}

function factor(name: ComparisonName, relation: string, weight: Weight, weights: Weights): string {
  const odds = weights[name].get(relation)
  const implied = Object.entries(weight.implied_by ?? {}).map(([other, values]) => `v.${other} IN ${list(values ?? [])}`)
  const unless = implied.length === 0 ? '' : `WHEN v.${name} = ${text(relation)} AND (${implied.join(' OR ')}) THEN 1.0 `
  const chance = weight.by_frequency ? `(greatest(coalesce(${countOf[`${name}.${relation}`]}, 1), 1) / persons)` : `${odds?.u ?? 1}`
  return `${unless}WHEN v.${name} = ${text(relation)} THEN ${odds?.m ?? weight.m} / ${chance}`
}

/**
 * Every pair that may count, with its likelihood of being the same person over that of a chance meeting, divided by the number of
 * persons. Sums are of decimals, so that they do not depend on the order of adding.
 */
export function likelihoodSql(scoring: Scoring, weights: Weights): string {
  const product = comparisonNames
    .map(
      (name) =>
        `CASE ${Object.entries(scoring.comparisons[name])
          .map(([relation, weight]) => factor(name, relation, weight, weights))
          .join(' ')} ELSE 1.0 END::DOUBLE`,
    )
    .join(' * ')
  const counted = (kind: string, alias: string, value: string) =>
    `LEFT JOIN (SELECT value, persons AS ${alias} FROM linkage_count WHERE kind = '${kind}') c_${kind} ON c_${kind}.value = ${value}`
  return `CREATE OR REPLACE TEMP TABLE linkage_score AS
    SELECT n, person, least(round(${product} / persons, 9), 1e12)::DECIMAL(28, 9) AS likelihood
    FROM linkage_vector v JOIN linkage_row r USING (n) JOIN linkage_person p USING (person) CROSS JOIN (SELECT greatest(count(*), 1)::DOUBLE AS persons FROM linkage_person) everyone
      ${counted('name', 'same_name', 'p.key')} ${counted('born_on', 'same_day', 'p.born_on::VARCHAR')}
      ${counted('phone', 'same_phone', 'coalesce(p.phone, p.other_phone)')} ${counted('village', 'same_village', 'p.place::VARCHAR')}
      ${counted('township', 'same_township', 'p.township::VARCHAR')}
    WHERE r.number_kind <> 'valid' AND (n IN (SELECT n FROM linkage_sample) OR n NOT IN (SELECT n FROM linkage_settled))`
}

/** Of the sample's rows, the share that belongs to somebody in the register, given the share believed before. */
export function shareSql(believed: number): string {
  return `SELECT count(*) AS sampled, coalesce(sum(round(${believed} * total / (${1 - believed} + ${believed} * total), 9)::DECIMAL(18, 9)), 0)::DOUBLE AS registered
    FROM linkage_sample LEFT JOIN (SELECT n, sum(likelihood)::DOUBLE AS total FROM linkage_score GROUP BY n) USING (n)`
}

/** Posterior per open pair: this person against every other candidate and against nobody in the register. */
function posteriorSql(share: number): string {
  return `SELECT v.*, r.number_kind, round(least(${share} * s.likelihood / (${1 - share} + ${share} * sum(s.likelihood) OVER (PARTITION BY s.n)::DOUBLE), 0.9999), 4) AS score
    FROM linkage_score s JOIN linkage_vector v USING (n, person) JOIN linkage_row r USING (n) WHERE s.n NOT IN (SELECT n FROM linkage_settled)`
}

/** Links what reaches the accept threshold, and leaves the rest above the review threshold to a clerk. */
export function probableSql(scoring: Scoring, share: number, reason: string): string {
  return `CREATE OR REPLACE TEMP TABLE linkage_fit AS ${posteriorSql(share)};
    INSERT INTO linkage_candidate SELECT n, person, score, ${reason} FROM linkage_fit v WHERE score >= ${scoring.review} OR v.number = 'fits_mask';
    DELETE FROM linkage_fit WHERE score < ${scoring.accept} OR name NOT IN ${list(scoring.accept_names)} OR number_kind IN ${list(scoring.review_only)};
    INSERT INTO link SELECT r.dataset, r.r, fit.person, p.household, 'probable', fit.score
      FROM linkage_fit fit JOIN linkage_row r USING (n) JOIN linkage_person p USING (person) ORDER BY n;
    INSERT INTO linkage_settled SELECT n, 'linked', NULL FROM linkage_fit;
    DELETE FROM linkage_candidate WHERE n IN (SELECT n FROM linkage_settled WHERE outcome = 'linked')`
}
