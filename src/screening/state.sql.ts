/** Who is alive, and which rows count on the day: `death`, `mortal`, `member_state`, `dated_<dataset>` and `counted_<dataset>`. */
import { ident, text } from '../engine/index.ts'

const day = (asOf: string) => `DATE ${text(asOf)}`

/** Rows up to the day: later ones are ignored, rows without a readable day stay. */
export function datedView(dataset: string, hasEventDay: boolean, asOf: string): string {
  return `CREATE OR REPLACE VIEW dated_${dataset} AS SELECT * FROM linked_${dataset}${hasEventDay ? ` WHERE event_day IS NULL OR event_day <= ${day(asOf)}` : ''}`
}

/**
 * Persons with a death on record or perhaps one: the first certain day, and the span in which an open one may lie. A fatal accident is a
 * death; an unreadable harm may be one, an unreadable day may be any.
 */
export const deathTableSql = `CREATE OR REPLACE TABLE death AS
  SELECT person, min(on_day) FILTER (is_certain) AS died_on, min(coalesce(on_day, DATE '-infinity')) AS perhaps_from, max(coalesce(on_day, DATE 'infinity')) AS perhaps_until
  FROM (SELECT person, event_day AS on_day, true AS is_certain FROM dated_deaths
    UNION ALL SELECT person, event_day, harm IS NOT NULL FROM dated_accidents WHERE harm = '死亡' OR harm IS NULL) GROUP BY person`

/** The deaths that matter to who is living: without a list of deaths everyone counts as living. */
export function mortalView(hasDeaths: boolean): string {
  return `CREATE OR REPLACE VIEW mortal AS SELECT * FROM death WHERE ${hasDeaths}`
}

/** Every member with what the rules ask about them; `is_living` is NULL where a day of death or whether there was one is open. */
export const memberStateView = `CREATE OR REPLACE VIEW member_state AS
  SELECT p.*, m.died_on, m.person IS NOT NULL AND m.died_on IS NULL AS may_have_died,
    CASE WHEN m.died_on IS NOT NULL THEN false WHEN m.person IS NULL THEN true END AS is_living
  FROM person p LEFT JOIN mortal m ON m.person = p.person`

/**
 * Rows that count: about a person alive on the row's day, or on D where the row has none; rows about a household whoever is named.
 * A row whose day cannot be read may lie after D, so it counts for certain nowhere; `alive_until` bounds its day.
 */
export function countedView(dataset: string, about: 'person' | 'household', eventDay: string | undefined): string {
  const name = `CREATE OR REPLACE VIEW counted_${dataset} AS`
  const noEvent = eventDay === undefined ? ', NULL::DATE AS event_day' : ''
  if (about === 'household') return `${name} SELECT *${noEvent}, NULL::DATE AS alive_until, true AS is_certain FROM dated_${dataset}`
  const isUnreadable = ident(`${eventDay}_unreadable`)
  const [may, surely] =
    eventDay === undefined
      ? ['false', 'm.person IS NULL']
      : [
          `CASE WHEN event_day IS NULL THEN ${isUnreadable} ELSE event_day <= m.died_on END`,
          `CASE WHEN event_day IS NULL THEN m.person IS NULL AND NOT ${isUnreadable} ELSE coalesce(event_day <= m.perhaps_from, true) END`,
        ]
  return `${name}
    SELECT l.*${noEvent}, m.died_on AS alive_until, ${surely} AS is_certain FROM dated_${dataset} l LEFT JOIN mortal m ON m.person = l.person
    WHERE m.died_on IS NULL OR ${may}`
}

/** A dataset that was not handed in, so that facts can name it all the same. */
export function absentView(dataset: string, columns: readonly (readonly [string, string])[]): string {
  const fields = columns.flatMap(([name, type]) => [
    `NULL::${type} AS "${name}"`,
    `false AS "${name}_unreadable"`,
    `true AS "${name}_absent"`,
  ])
  const all = [
    '0::BIGINT AS r',
    '0 AS sheet_no',
    '0 AS row_no',
    'NULL::INTEGER AS person',
    'NULL::INTEGER AS household',
    'NULL::DATE AS event_day',
    'NULL::DATE AS alive_until',
    'true AS is_certain',
    ...fields,
  ]
  return ['counted', 'dated']
    .map((prefix) => `CREATE OR REPLACE VIEW ${prefix}_${dataset} AS SELECT ${all.join(', ')} WHERE false`)
    .join(';')
}
