/** SQL that takes the levels in order: a row is linked when exactly one person fits, and a tie is left to a clerk. */
import { list, text } from '../engine/index.ts'
import { type ComparisonName, comparisonNames, type Level, relations, type Wanted } from './settings.ts'

const isOpen = 'n NOT IN (SELECT n FROM linkage_settled)'

/** SQL for what a level or a lesson asks of a pair. */
export function wantedSql(wanted: Wanted): string {
  const conditions = comparisonNames.flatMap((name) => (wanted[name] === undefined ? [] : [`v.${name} IN ${list(wanted[name])}`]))
  return conditions.length === 0 ? 'true' : conditions.join(' AND ')
}

/** Better first; only names are graded, of the others it counts whether they are the same. */
function tieBreak(name: ComparisonName): string {
  if (name === 'name') return `list_position([${relations.name.map(text).join(', ')}], v.name)`
  return `CASE WHEN v.${name} = ${text(relations[name][0])} THEN 0 ELSE 1 END`
}

/** The pairs of rows that are still open, with what their level asks of the row. */
export const openPairsSql = `CREATE OR REPLACE TEMP TABLE linkage_open_pair AS
  SELECT v.*, r.number_kind, coalesce(r.is_repaired, false) AS is_repaired FROM linkage_vector v JOIN linkage_row r USING (n) WHERE ${isOpen}`

/** The best-fitting persons of each open row by this level, with how many of them are equally good. */
function fitSql(level: Level): string {
  const order = level.tie_break.map(tieBreak).join(', ') || '1'
  const person = level.person_number === undefined ? '' : `AND v.person_number IN ${list(level.person_number)}`
  const written = level.written === undefined ? '' : `AND v.is_repaired = ${level.written === 'repaired'}`
  return `CREATE OR REPLACE TEMP TABLE linkage_fit AS
    SELECT *, count(*) OVER (PARTITION BY n) AS equals FROM (
      SELECT *, rank() OVER (PARTITION BY n ORDER BY ${order}) AS line FROM linkage_open_pair v
      WHERE v.number_kind IN ${list(level.row_number)} ${person} ${written} AND ${wantedSql(level.when)} AND ${isOpen})
    WHERE line = 1`
}

/** Runs one level over all open rows. `reason` is SQL for what speaks for a candidate `v`. */
export function levelSql(level: Level, reason: string): string {
  return `${fitSql(level)};
    INSERT INTO link SELECT r.dataset, r.r, fit.person, p.household, ${text(level.level)}, ${level.score}
      FROM linkage_fit fit JOIN linkage_row r USING (n) JOIN linkage_person p USING (person) WHERE equals = 1 ORDER BY n;
    INSERT INTO linkage_candidate SELECT n, person, 1.0 / equals, '有' || equals || '人同样符合“' || ${text(level.label)} || '”:' || ${reason}
      FROM linkage_fit v WHERE equals > 1;
    INSERT INTO linkage_settled SELECT DISTINCT n, CASE WHEN equals = 1 THEN 'linked' ELSE 'tied' END,
      CASE WHEN equals = 1 AND number = 'same' THEN person END FROM linkage_fit`
}

/** Open rows whose number does not decide; a sound number that nobody in the register has is a stranger's. */
export const doubtfulSql = `SELECT count(*) AS n FROM linkage_row WHERE number_kind <> 'valid' AND ${isOpen}`

/** Every so many-th of the rows whose number does not decide, to learn from. */
export const sampleSql = (every: number): string => `CREATE OR REPLACE TEMP TABLE linkage_sample AS
  SELECT n FROM (SELECT n, row_number() OVER (ORDER BY n) AS position FROM linkage_row
    WHERE number_kind NOT IN ('valid', 'masked') AND ${isOpen}) WHERE position % ${every} = 0`
