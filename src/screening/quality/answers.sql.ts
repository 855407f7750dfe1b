/** The SQL that asks every rule at once, and the SQL that writes down what it found. */
import { ident, text } from '../../engine/index.ts'
import { fieldAt, reportedName } from './catalogue.rules.ts'
import { type ConditionContext, conditionSql } from './condition.sql.ts'
import type { Level, OutsideFindings, Population, QualityFamily, QualityField, QualityRule } from './pack.ts'

/** One condition of one family at its place among all conditions of a level. */
export interface Asked {
  familyId: string
  family: QualityFamily
  /** Name of the column that carries the answer. */
  column: string
}

/** Whom a group of families is about: everybody, or only households lifted or monitored, which are few in a whole rural population. */
export type Scope = 'everybody' | 'registered'

/** Families of one level that are asked of the same records, together. */
export interface AskedGroup {
  level: Level
  scope: Scope
  asked: Asked[]
}

/** The families of a level by whom they are about, each with the column of its answer; no group is empty. */
export function askedAt(families: ReadonlyMap<string, QualityFamily>, level: Level): AskedGroup[] {
  const here = [...families].filter(([, family]) => family.about === level)
  const asked = here.map(([familyId, family], index): Asked => ({ familyId, family, column: `c${index}` }))
  const scopeOf = ({ family }: Asked): Scope =>
    family.rules.some(({ of }) => of === 'all' || of === 'others') ? 'everybody' : 'registered'
  return [...Map.groupBy(asked, scopeOf)].map(([scope, group]) => ({ level, scope, asked: group }))
}

/** The kinds of household a level can be asked about. */
export function populationsAt(level: Level): Population[] {
  if (level === 'village') return ['all']
  return ['all', 'lifted', 'monitored', 'monitored_open', 'cleared', 'lifted_or_monitored', 'lifted_unmonitored', 'others']
}

const keys: Readonly<Record<Level, string>> = { person: 'person', household: 'household', village: 'village_code' }

function answerTable({ level, scope }: AskedGroup): string {
  return `quality_answer_${level}_${scope}`
}

/** `quality_answer_…`: every condition of every record, as true, false or NULL, and the kinds of household it belongs to. */
export function answersSql(group: AskedGroup, context: ConditionContext): string {
  const kinds = populationsAt(group.level).map((name) => ident(`of_${name}`))
  const answers = group.asked.map(({ family, column }) => `${conditionSql(family.when, context)} AS ${column}`)
  const where = group.scope === 'registered' ? ' WHERE of_lifted_or_monitored IS NOT FALSE' : ''
  return `CREATE OR REPLACE TEMP TABLE ${answerTable(group)} AS
    SELECT ${[keys[group.level], ...kinds, ...answers].join(', ')} FROM ${ident(`quality_${group.level}`)}${where}`
}

/**
 * Per kind of household (a handful of rows): how many records, and per condition how many hold (`h…`) and how many can be decided (`k…`).
 * Counting per kind costs two sums a condition, however many national numbers share it.
 */
export function tallySql(group: AskedGroup): string {
  const kinds = populationsAt(group.level)
    .map((name) => ident(`of_${name}`))
    .join(', ')
  const sums = group.asked.map(({ column }) => `, count(*) FILTER (WHERE ${column}) AS h${column}, count(${column}) AS k${column}`)
  return `SELECT ${kinds}, count(*) AS records${sums.join('')} FROM ${answerTable(group)} GROUP BY ${kinds}`
}

/** `quality_found_<level>`: the records on which anything is hit, with just the fields that the findings quote. */
export function foundRecordsSql(
  groups: readonly AskedGroup[],
  level: Level,
  quoted: readonly QualityRule[],
  context: ConditionContext,
): string {
  const names = new Set(quoted.flatMap(({ family }) => [family.shows, ...quotedIn(family.wrong)]))
  const columns = [...names].flatMap((name) => {
    const field = fieldAt(context.fields, level, name)
    if (field === undefined || isMissing(field, context)) return []
    return field.column === undefined ? [ident(name)] : [ident(name), ident(`${name}_unreadable`)]
  })
  const chosen = [...new Set([keys[level], ...recordColumns[level], ...columns])]
  const hits = groups.map(
    (group) => `SELECT ${keys[level]} FROM ${answerTable(group)} WHERE ${group.asked.map(({ column }) => column).join(' OR ')}`,
  )
  return `CREATE OR REPLACE TEMP TABLE quality_found_${level} AS SELECT ${chosen.join(', ')} FROM ${ident(`quality_${level}`)}
    WHERE ${keys[level]} IN (${hits.join(' UNION ALL ')})`
}

function quotedIn(wrong: string): string[] {
  return [...wrong.matchAll(/\{([a-z0-9_]+)\}/g)].map((match) => match[1] ?? '')
}

const recordColumns: Readonly<Record<Level, string[]>> = {
  person: ['household', 'person', 'sheet_no', 'row_no'],
  household: ['household', 'sheet_no', 'row_no'],
  village: [],
}

/** `quality`, empty. */
export const qualityTableSql = `CREATE OR REPLACE TABLE quality (rule_id VARCHAR, household INTEGER, person INTEGER, field VARCHAR, found VARCHAR,
  message VARCHAR, sheet_no INTEGER, row_no INTEGER, is_exempt BOOLEAN)`

/** Writes the records on which a rule is hit; its answers stand in the column of its family. */
export function hitsSql(rule: QualityRule, group: AskedGroup, column: string, context: ConditionContext): string {
  const { family } = rule
  const level = family.about
  const shown = fieldAt(context.fields, level, family.shows)
  const name = reportedName(context.fields, level, family.shows)
  const found = shown === undefined || isMissing(shown, context) ? "''" : foundSql(family.shows, shown)
  const placed = (names: string[]) => names.map((one) => (recordColumns[level].includes(one) ? `f.${one}` : 'NULL'))
  const record = placed(['household', 'person'])
  const values = [
    text(rule.id),
    ...record,
    text(name),
    found,
    messageSql(family.wrong, context),
    ...placed(['sheet_no', 'row_no']),
    'FALSE',
  ]
  return `INSERT INTO quality SELECT ${values.join(', ')} FROM quality_found_${level} f JOIN ${answerTable(group)} a ON a.${keys[level]} = f.${keys[level]}
    WHERE a.${ident(`of_${rule.of}`)} AND a.${column} ORDER BY f.${keys[level]}`
}

/** What was found as text: numbers without trailing zeros, days as written, what was asked and the answer, nothing for an empty cell. */
function foundSql(name: string, field: QualityField): string {
  if (field.kind === 'flag') return `coalesce(${text(`${field.label}：`)} || ${valueSql(name, field)}, '')`
  const value = valueSql(name, field)
  if (field.column === undefined) return `coalesce(${value}, '')`
  return `coalesce(${value}, CASE WHEN f.${ident(`${name}_unreadable`)} THEN '无法识别' ELSE '' END)`
}

/** A column nobody hands in yet is not among the found records. */
function isMissing(field: QualityField, context: ConditionContext): boolean {
  return field.awaited === true && !context.hasAwaited
}

function valueSql(name: string, field: QualityField): string {
  const column = `f.${ident(name)}`
  const written = `CAST(${column} AS VARCHAR)`
  if (field.kind === 'number') return `CASE WHEN contains(${written}, '.') THEN rtrim(rtrim(${written}, '0'), '.') ELSE ${written} END`
  if (field.kind === 'flag') return `CASE WHEN ${column} THEN '是' WHEN NOT ${column} THEN '否' END`
  return written
}

function messageSql(wrong: string, context: ConditionContext & { level: Level }): string {
  const parts = wrong.split(/\{([a-z0-9_]+)\}/)
  const pieces = parts.map((part, index) => {
    if (index % 2 === 0) return text(part)
    const field = fieldAt(context.fields, context.level, part)
    return field === undefined || isMissing(field, context) ? text('空白') : `coalesce(${valueSql(part, field)}, '空白')`
  })
  return `concat(${pieces.join(', ')})`
}

/** Writes the findings of another room as findings of our own rules; `other` takes every kind that has no rule of its own. */
export function outsideFindingsSql(table: 'register_finding' | 'link_finding', findings: OutsideFindings[keyof OutsideFindings]): string {
  const kinds = Object.entries(findings).filter(([kind]) => kind !== 'other')
  const choose = (pick: (finding: (typeof findings)[string]) => string) => {
    const cases = kinds.map(([kind, finding]) => `WHEN ${text(kind)} THEN ${pick(finding)}`)
    const other = findings.other
    return cases.length === 0
      ? other === undefined
        ? 'NULL'
        : pick(other)
      : `CASE kind ${cases.join(' ')} ELSE ${other === undefined ? 'NULL' : pick(other)} END`
  }
  const message = choose((finding) => text(finding.wrong))
  return `INSERT INTO quality SELECT * FROM (SELECT ${choose((finding) => text(finding.rule))} AS rule_id, household, person, field, coalesce(found, '') AS found,
    ${message} AS message, sheet_no, row_no, FALSE AS is_exempt FROM ${table}) WHERE rule_id IS NOT NULL ORDER BY rule_id, household, person, sheet_no, row_no`
}
