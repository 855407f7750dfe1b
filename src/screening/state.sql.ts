/** Who is alive, and which rows count on the day: `mortal`, `member_state`, `dated_<dataset>` and `counted_<dataset>`. */
import { text } from '../engine/index.ts'

const day = (asOf: string) => `DATE ${text(asOf)}`

/** Rows up to the day: later ones are ignored, rows without a readable day stay. */
export function datedView(dataset: string, hasEventDay: boolean, asOf: string): string {
  return `CREATE OR REPLACE VIEW dated_${dataset} AS SELECT * FROM linked_${dataset}${hasEventDay ? ` WHERE event_day IS NULL OR event_day <= ${day(asOf)}` : ''}`
}

/** Persons with a death on record; an unreadable day leaves it open when. */
export function mortalSql(hasDeaths: boolean, hasAccidents: boolean): string {
  const deaths = `SELECT person, died_on AS on_day FROM dated_deaths`
  const accidents = `SELECT person, happened_on AS on_day FROM dated_accidents WHERE harm = '死亡'`
  const both = [...(hasDeaths ? [deaths] : []), ...(hasAccidents ? [accidents] : [])]
  const rows = both.length === 0 ? 'SELECT NULL::INTEGER AS person, NULL::DATE AS on_day WHERE false' : both.join(' UNION ALL ')
  return `CREATE OR REPLACE TABLE mortal AS SELECT person, min(on_day) AS died_on, min(on_day) IS NULL AS may_have_died FROM (${rows}) GROUP BY person`
}

/** Every member with what the rules ask about them; `is_living` is NULL where a death has no readable day. */
export function memberStateView(asOf: string): string {
  return `CREATE OR REPLACE VIEW member_state AS
    SELECT p.*, m.died_on, coalesce(m.may_have_died, false) AS may_have_died,
      CASE WHEN m.died_on <= ${day(asOf)} THEN false WHEN m.may_have_died THEN NULL ELSE true END AS is_living
    FROM person p LEFT JOIN mortal m USING (person)`
}

/** Rows that count: about a person alive on the row's day, or on D where the row has none; rows about a household whoever is named. */
export function countedView(dataset: string, options: { about: 'person' | 'household'; hasEventDay: boolean; asOf: string }): string {
  const { about, hasEventDay, asOf } = options
  if (about === 'household') return `CREATE OR REPLACE VIEW counted_${dataset} AS SELECT *, true AS is_certain FROM dated_${dataset}`
  const noEvent = hasEventDay ? '' : ', NULL::DATE AS event_day'
  const alive = hasEventDay ? `(event_day IS NULL OR event_day <= m.died_on)` : `m.died_on > ${day(asOf)}`
  return `CREATE OR REPLACE VIEW counted_${dataset} AS
    SELECT l.*${noEvent}, m.may_have_died IS NOT TRUE AS is_certain FROM dated_${dataset} l LEFT JOIN mortal m ON m.person = l.person
    WHERE m.died_on IS NULL OR ${alive}`
}

/** A dataset that was not handed in, so that facts can name it all the same. */
export function absentView(dataset: string, columns: readonly (readonly [string, string])[]): string {
  const fields = columns.flatMap(([name, type]) => [`NULL::${type} AS "${name}"`, `false AS "${name}_unreadable"`, `true AS "${name}_absent"`])
  const all = ['0::BIGINT AS r', '0 AS sheet_no', '0 AS row_no', 'NULL::INTEGER AS person', 'NULL::INTEGER AS household', 'NULL::DATE AS event_day', 'true AS is_certain', ...fields]
  return ['counted', 'dated'].map((prefix) => `CREATE OR REPLACE VIEW ${prefix}_${dataset} AS SELECT ${all.join(', ')} WHERE false`).join(';')
}
