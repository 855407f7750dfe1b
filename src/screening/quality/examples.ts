/** Runs the examples of the quality rules through the SQL that judges real data. */
import { type Engine, ident, text } from '../../engine/index.ts'
import { askedAt } from './answers.sql.ts'
import { fieldAt, fieldsAsked } from './catalogue.rules.ts'
import { type ConditionContext, conditionSql, type ParameterValue } from './condition.sql.ts'
import { deriveFields } from './evaluate.ts'
import { type ExampleCase, type TinyTable, tinyCounty } from './example-tables.rules.ts'
import { levels, type QualityExample, type QualityFields, type QualityPack } from './pack.ts'
import { awaitedTablesSql } from './sources.sql.ts'

export interface QualityExampleFailure {
  ruleId: string
  /** Place of the example in its rule, from 1. */
  example: number
  expected: string
  found: string
}

/**
 * Every rule with every example of its family, for each kind of household it has a number for; what fails. The engine must be an empty
 * one: the examples become its register. `resolve` answers for the example's own region and day.
 */
export async function checkQualityExamples(
  engine: Engine,
  pack: QualityPack,
  resolve: (parameter: string, at: string, on: string) => ParameterValue,
): Promise<QualityExampleFailure[]> {
  const cases = pack.rules.flatMap((rule) => rule.family.examples.map((example, index): ExampleCase => ({ rule, example, index })))
  const failures: QualityExampleFailure[] = []
  for (const round of roundsOf(cases, pack.fields)) failures.push(...(await runRound(engine, pack, round, resolve)))
  return failures
}

interface Round {
  on: string
  at: string
  datasets: Set<string>
  cases: ExampleCase[]
  /** Numbers and phones of the examples, and those of them that a rule compares across households. */
  marks: Set<string>
  watched: Set<string>
}

/** Examples that may stand in one county: same day, region and department data, and none that would see the number or phone of another. */
function roundsOf(cases: readonly ExampleCase[], fields: QualityFields): Round[] {
  const rounds: Round[] = []
  for (const one of cases) {
    const { on = fields.examples.on, at = fields.examples.at } = one.example
    const datasets = Object.keys(one.example.datasets ?? {}).sort()
    const marks = marksOf(one.example)
    const isWatching = fieldsAsked(one.rule.family.when).some((name) => fieldAt(fields, one.rule.family.about, name)?.across === true)
    const isApart = (other: Round) => marks.every((mark) => !(isWatching ? other.marks : other.watched).has(mark))
    let round = rounds.find((other) => isSame(other, on, at, datasets) && isApart(other))
    if (round === undefined) {
      round = { on, at, datasets: new Set(datasets), cases: [], marks: new Set(), watched: new Set() }
      rounds.push(round)
    }
    round.cases.push(one)
    for (const mark of marks) round.marks.add(mark)
    for (const mark of isWatching ? marks : []) round.watched.add(mark)
  }
  return rounds
}

function isSame(round: Round, on: string, at: string, datasets: readonly string[]): boolean {
  return round.on === on && round.at === at && round.datasets.size === datasets.length && datasets.every((name) => round.datasets.has(name))
}

function marksOf(example: QualityExample): string[] {
  const households = [{ members: [example.person ?? {}, ...(example.members ?? [])] }, ...(example.other_households ?? [])]
  const members = households.flatMap((household) => household.members ?? [])
  return members.flatMap((member) => [member.id_raw, member.phone]).flatMap((mark) => (typeof mark === 'string' ? [mark.slice(0, 18)] : []))
}

async function runRound(
  engine: Engine,
  pack: QualityPack,
  round: Round,
  resolve: (parameter: string, at: string, on: string) => ParameterValue,
): Promise<QualityExampleFailure[]> {
  const county = tinyCounty(round.cases, pack.fields, round.datasets)
  await engine.run(awaitedTablesSql(pack.fields))
  for (const table of county.tables) await fill(engine, table)
  const here = { asOf: round.on, datasets: round.datasets, resolve: (parameter: string) => resolve(parameter, round.at, round.on) }
  await deriveFields(engine, pack, here, true)
  const asked = new Map(round.cases.map(({ rule }) => [rule.familyId, rule.family]))
  const answers = await answersOf(engine, { ...pack, families: asked, rules: round.cases.map(({ rule }) => rule) }, here.resolve)
  return round.cases.flatMap(({ rule, example, index }, place) => {
    const answer = answers.get(`${rule.family.about}:${county.records[place]}`)?.get(rule.id) ?? 'no answer'
    return answer === example.expect ? [] : [{ ruleId: rule.id, example: index + 1, expected: example.expect, found: answer }]
  })
}

async function fill(engine: Engine, table: TinyTable): Promise<void> {
  const columns = Object.entries(table.columns)
  if (columns.length > 0) {
    await engine.run(`CREATE OR REPLACE TABLE ${ident(table.name)} (${columns.map(([name, type]) => `${ident(name)} ${type}`).join(', ')})`)
  }
  const shapes = Map.groupBy(table.rows, (row) => Object.keys(row).join(','))
  for (const rows of shapes.values()) {
    const names = Object.keys(rows[0] ?? {})
    const values = rows.map((row) => `(${names.map((name) => literal(row[name] ?? null)).join(', ')})`)
    await engine.run(`INSERT INTO ${ident(table.name)} (${names.map(ident).join(', ')}) VALUES ${values.join(', ')}`)
  }
}

function literal(value: string | number | boolean | null): string {
  return typeof value === 'string' ? text(value) : String(value)
}

/** By record, then by rule: hit, clear, unknown, or not asked because the rule is about other households. */
async function answersOf(
  engine: Engine,
  pack: QualityPack,
  resolve: (parameter: string) => ParameterValue,
): Promise<Map<string, Map<string, string>>> {
  const answers = new Map<string, Map<string, string>>()
  for (const level of levels) {
    const context: ConditionContext = { fields: pack.fields, level, hasAwaited: true, resolve }
    const asked = askedAt(pack.families, level).flatMap((group) => group.asked)
    if (asked.length === 0) continue
    const columns = new Map(asked.map(({ familyId, column }) => [familyId, column]))
    const key = level === 'village' ? 'village_code' : level
    const conditions = asked.map(({ family, column }) => `${conditionSql(family.when, context)} AS ${column}`)
    const rows = await engine.rows<Record<string, boolean | number | string | null>>(
      `SELECT ${ident(key)} AS record, COLUMNS('^of_.*'), ${conditions.join(', ')} FROM ${ident(`quality_${level}`)}`,
    )
    const rules = pack.rules.filter((rule) => rule.family.about === level)
    for (const row of rows) {
      const byRule = rules.map((rule): [string, string] => [rule.id, answerOf(row[`of_${rule.of}`], row[columns.get(rule.familyId) ?? ''])])
      answers.set(`${level}:${row.record}`, new Map(byRule))
    }
  }
  return answers
}

type Value = boolean | number | string | null | undefined

function answerOf(applies: Value, holds: Value): string {
  if (applies === false) return 'not asked'
  if (holds === false) return 'clear'
  if (applies !== true || holds === null) return 'unknown'
  return 'hit'
}
