/** Asks every data-quality rule of every record, in a few passes of the engine. */
import { type Engine, text } from '../../engine/index.ts'
import { answersSql, askedAt, foundRecordsSql, hitsSql, outsideFindingsSql, qualityTableSql, tallySql } from './answers.sql.ts'
import { needsOf, parametersOf, parametersOfSql } from './catalogue.rules.ts'
import type { ConditionContext, ParameterValue } from './condition.sql.ts'
import { type Exemption, sortExemptions } from './exemption.rules.ts'
import { levels, type QualityPack, type QualityRule } from './pack.ts'
import { departmentSql, frameSql, registerFlagsSql, sourcesSql } from './sources.sql.ts'

export interface QualityOptions {
  asOf: string
  /** The value of a parameter in force in the region on the day; null where there is none. */
  resolve(parameter: string): ParameterValue
  exemptions: readonly Exemption[]
  /** The datasets that were handed in. */
  datasets: ReadonlySet<string>
}

export interface QualityCount {
  ruleId: string
  /** Records on which the rule is hit, the exempt ones included. */
  hit: number
  clear: number
  unknown: number
  exempt: number
  /** Columns nobody hands in yet that the rule waits for, in Chinese. */
  waitsFor: string[]
}

/**
 * Writes `quality` (exempt findings marked, not left out) and tells per rule how many records are hit, clear or unknown.
 * Reads `person`, `household`, `rows_household_register`, `linked_<dataset>`, and `register_finding` and `link_finding` where they exist.
 */
export async function evaluateQuality(engine: Engine, pack: QualityPack, options: QualityOptions): Promise<QualityCount[]> {
  await deriveFields(engine, pack, options, false)
  await engine.run(qualityTableSql)
  const counts: QualityCount[] = []
  for (const level of levels) {
    const context: ConditionContext = { fields: pack.fields, level, hasAwaited: false, resolve: options.resolve }
    counts.push(...(await countLevel(engine, pack, context)))
    await writeHits(engine, pack, context, counts)
  }
  counts.push(...(await writeOutsideFindings(engine, pack)))
  await markExempt(engine, pack, options, counts)
  await dropDerived(engine)
  return counts
}

/** Makes `quality_person`, `quality_household` and `quality_village`; with awaited columns, `awaited_<level>` must exist. */
export async function deriveFields(
  engine: Engine,
  pack: QualityPack,
  options: Pick<QualityOptions, 'asOf' | 'resolve' | 'datasets'>,
  hasAwaited: boolean,
): Promise<void> {
  const keys = [
    ...new Set([...[...pack.families.values()].flatMap((family) => parametersOf(family.when)), ...parametersOfSql(pack.fieldsSql)]),
  ]
  const parameters = new Map(keys.map((key) => [key, options.resolve(key)]))
  const present = await engine.rows<{ column_name: string }>('SELECT column_name FROM (DESCRIBE rows_household_register)')
  await engine.run(frameSql({ asOf: options.asOf, datasets: options.datasets, parameters }))
  await engine.run(departmentSql(options.datasets))
  await engine.run(registerFlagsSql(pack.fields, new Set(present.map((column) => column.column_name))))
  await engine.run(sourcesSql(pack.fields, hasAwaited))
  await engine.run(pack.fieldsSql)
}

type Tally = Record<string, number | boolean | null>

async function countLevel(engine: Engine, pack: QualityPack, context: ConditionContext): Promise<QualityCount[]> {
  const counts = new Map<string, QualityCount>()
  for (const group of askedAt(pack.families, context.level)) {
    await engine.run(answersSql(group, context))
    const tallies = await engine.rows<Tally>(tallySql(group))
    const columns = new Map(group.asked.map(({ familyId, column }) => [familyId, column]))
    for (const rule of pack.rules) {
      const column = columns.get(rule.familyId)
      if (column !== undefined) counts.set(rule.id, countRule(rule, column, tallies, needsOf(pack.fields, rule.family).waitsFor))
    }
  }
  return pack.rules.flatMap((rule) => counts.get(rule.id) ?? [])
}

/** Sums a rule over the kinds of household; where it is not known whether the rule applies, only a clear condition is an answer. */
function countRule(rule: QualityRule, column: string, tallies: readonly Tally[], waitsFor: string[]): QualityCount {
  const count: QualityCount = { ruleId: rule.id, hit: 0, clear: 0, unknown: 0, exempt: 0, waitsFor }
  for (const tally of tallies) {
    const applies = tally[`of_${rule.of}`]
    if (applies === false) continue
    const [records, holds, known] = [Number(tally.records), Number(tally[`h${column}`]), Number(tally[`k${column}`])]
    if (applies === true) count.hit += holds
    count.clear += known - holds
    count.unknown += applies === true ? records - known : records - (known - holds)
  }
  return count
}

async function writeHits(engine: Engine, pack: QualityPack, context: ConditionContext, counts: readonly QualityCount[]): Promise<void> {
  const hit = new Set(counts.filter((count) => count.hit > 0).map((count) => count.ruleId))
  const rules = pack.rules.filter((rule) => rule.family.about === context.level && hit.has(rule.id))
  if (rules.length === 0) return
  const groups = askedAt(pack.families, context.level)
  await engine.run(foundRecordsSql(groups, context.level, rules, context))
  for (const rule of rules) {
    for (const group of groups) {
      const column = group.asked.find(({ familyId }) => familyId === rule.familyId)?.column
      if (column !== undefined) await engine.run(hitsSql(rule, group, column, context))
    }
  }
}

async function writeOutsideFindings(engine: Engine, pack: QualityPack): Promise<QualityCount[]> {
  for (const table of ['register_finding', 'link_finding'] as const) {
    if (await exists(engine, table)) await engine.run(outsideFindingsSql(table, pack.findings[table]))
  }
  const ids = outsideRuleIds(pack)
  const rows = await engine.rows<{ rule_id: string; hit: number }>(
    `SELECT rule_id, count(*) AS hit FROM quality WHERE rule_id IN (${ids.map(text).join(', ')}) GROUP BY rule_id`,
  )
  const found = new Map(rows.map((row) => [row.rule_id, row.hit]))
  return ids.map((ruleId) => ({ ruleId, hit: found.get(ruleId) ?? 0, clear: 0, unknown: 0, exempt: 0, waitsFor: [] }))
}

function outsideRuleIds(pack: QualityPack): string[] {
  const all = [...Object.values(pack.findings.register_finding), ...Object.values(pack.findings.link_finding)]
  return [...new Set(all.map((finding) => finding.rule))]
}

/** Every rule id that may stand in `quality.csv`. */
export function ruleIdsOf(pack: QualityPack): Set<string> {
  return new Set([...pack.rules.map((rule) => rule.id), ...outsideRuleIds(pack)])
}

async function exists(engine: Engine, table: string): Promise<boolean> {
  const found = await engine.rows(`SELECT 1 AS found FROM information_schema.tables WHERE table_name = ${text(table)}`)
  return found.length > 0
}

/** An exemption is for one record: the rule, the household and the person's number (empty for a household) must all be the same. */
async function markExempt(engine: Engine, pack: QualityPack, options: QualityOptions, counts: readonly QualityCount[]): Promise<void> {
  const { honoured } = sortExemptions(options.exemptions, options.asOf, ruleIdsOf(pack))
  if (honoured.length === 0) return
  const rows = honoured.map(
    (one) => `(${text(one.ruleId)}, ${text(one.householdNumber.trim())}, ${text(one.personIdNumber.trim().toUpperCase())})`,
  )
  await engine.run(`UPDATE quality SET is_exempt = TRUE FROM (VALUES ${rows.join(', ')}) e(rule, household_number, id_number), household h
    WHERE quality.rule_id = e.rule AND quality.household = h.household AND h.household_number = e.household_number
      AND coalesce((SELECT p.id_number FROM person p WHERE p.person = quality.person), '') = e.id_number`)
  const exempt = await engine.rows<{ rule_id: string; records: number }>(
    'SELECT rule_id, count(*) AS records FROM quality WHERE is_exempt GROUP BY rule_id',
  )
  const byRule = new Map(exempt.map((row) => [row.rule_id, row.records]))
  for (const count of counts) count.exempt = byRule.get(count.ruleId) ?? 0
}

/** Frees what only the rules needed. */
async function dropDerived(engine: Engine): Promise<void> {
  const made = await engine.rows<{ name: string; kind: string }>(
    `SELECT table_name AS name, 'TABLE' AS kind FROM duckdb_tables() WHERE temporary AND regexp_matches(table_name, '^(quality|handed|awaited|register_(sheet|unreadable)$)')
     UNION ALL SELECT view_name, 'VIEW' FROM duckdb_views() WHERE temporary AND regexp_matches(view_name, '^(quality|handed)_|_source$')`,
  )
  for (const { name, kind } of made) await engine.run(`DROP ${kind} IF EXISTS temp."${name}"`)
}
