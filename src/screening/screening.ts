/** Facts × rules → hit, clear, unknown: one table of facts per household, one column per rule, for a whole county at once. */
import type { Engine } from '../engine/index.ts'
import { addDays, addMonths, type PlainDay } from '../kernel/index.ts'
import {
  type Dataset,
  datasetIn,
  type Field,
  fieldKinds,
  type LoadedFact,
  type LoadedRule,
  type Policy,
  resolveParameter,
  rulesIn,
} from '../policy/index.ts'
import { type ConditionContext, comparisonsIn, factColumn, thresholdOf } from './conditions.rules.ts'
import { derivedParts, type FactContext, fillIn, rollUpSql, shortName } from './facts.sql.ts'
import { answerCountsSql, answersSql } from './rules.sql.ts'
import { absentView, countedView, datedView, deathTableSql, memberStateView, mortalView } from './state.sql.ts'

/** A sheet that was handed in, as far as facts care. */
export interface HandedInSheet {
  dataset: string
  sheetNo: number
  rowsIn: number
  /** Columns of the dataset the sheet lacks. */
  absent: readonly string[]
}

export interface ScreeningOptions {
  policy: Policy
  region: string
  asOf: PlainDay
  sheets: readonly HandedInSheet[]
  onProgress?: (done: number, of: number, what: string) => void
}

export interface RuleCount {
  rule_id: string
  hit: number
  clear: number
  unknown: number
}

export interface ScreeningReport {
  rules: RuleCount[]
  /** Sentences on what could not be known and why. */
  warnings: string[]
  seconds: { facts: number; rules: number }
}

/** One run's policy, resolved for its region and day. */
export class ScreeningRun implements ConditionContext {
  readonly options: ScreeningOptions
  readonly rules: readonly LoadedRule[]
  readonly factContext: FactContext

  constructor(options: ScreeningOptions) {
    this.options = options
    this.rules = rulesIn(options.policy, options.region, options.asOf)
    this.factContext = {
      asOf: options.asOf,
      windowStart: (parameter) => this.#windowStart(parameter),
      valueOf: this.valueOf,
      coverage: (dataset) => this.coverage(dataset),
      isFullList: (dataset) => datasetIn(options.policy, dataset, options.region)?.full_list === true && this.isHandedIn(dataset),
      hasColumn: (dataset, field) => options.sheets.some((sheet) => sheet.dataset === dataset && !sheet.absent.includes(field)),
      amountsBySheet: (dataset) => this.#amountsBySheet(dataset),
    }
  }

  valueOf = (reference: string): number | string | boolean | null =>
    (resolveParameter(this.options.policy, reference.replace('$', ''), this.options.region, this.options.asOf)?.value ?? null) as
      | number
      | string
      | boolean
      | null

  kindOf = (fact: string) => this.options.policy.facts.get(fact)?.kind ?? 'number'

  /** Whether some file has the columns the fact reads. */
  isAvailable = (fact: string): boolean => {
    const definition = this.options.policy.facts.get(fact)
    if (!definition) return false
    const { roll_up: rollUp } = definition
    const own = rollUp
      ? [rollUp.sum, ...(rollUp.where ?? []).map(({ field }) => field)]
          .filter((field) => field !== undefined)
          .map((field) => `${rollUp.dataset}.${field}`)
      : []
    return [...own, ...(definition.reads ?? [])].every((name) => {
      const [dataset = '', field = ''] = name.split('.')
      return !this.isHandedIn(dataset) || this.factContext.hasColumn(dataset, field)
    })
  }

  /** A sheet with a header and no rows means none, except where the dataset says that it was not handed in. */
  isHandedIn(dataset: string): boolean {
    const sheets = this.options.sheets.filter((sheet) => sheet.dataset === dataset)
    if (sheets.length === 0) return false
    const isEmpty = sheets.every(({ rowsIn }) => rowsIn === 0)
    return !isEmpty || this.options.policy.datasets.get(dataset)?.empty_sheet_means !== 'not_handed_in'
  }

  /** SQL over `household h`: is the dataset handed in, and does its file cover the household? */
  coverage(dataset: string): string {
    if (!this.isHandedIn(dataset)) return 'false'
    const covers = datasetIn(this.options.policy, dataset, this.options.region).covers ?? 'all'
    if (covers === 'low_income') return 'h.household IN (SELECT household FROM known_is_low_income WHERE value)'
    if (covers === 'lifted_or_monitored') return `coalesce(h.household_kind = '脱贫户' OR h.is_monitored, false)`
    return 'true'
  }

  #windowStart(parameter: string): string {
    const unit = resolveParameter(this.options.policy, parameter.replace('$', ''), this.options.region, this.options.asOf)?.unit ?? ''
    const length = Number(this.valueOf(parameter) ?? 0)
    return unit.includes('月') ? addMonths(this.options.asOf, -length) : addDays(this.options.asOf, -length)
  }

  #amountsBySheet(dataset: string): { sheetNo: number; amounts: string[] }[] {
    const fields = Object.entries(this.options.policy.datasets.get(dataset)?.fields ?? {}).filter(([, { kind }]) => kind === 'money')
    return this.options.sheets
      .filter((sheet) => sheet.dataset === dataset)
      .map(({ sheetNo, absent }) => ({ sheetNo, amounts: fields.map(([name]) => name).filter((name) => !absent.includes(name)) }))
  }
}

/** Screens the county whose batches are linked: fills `household_fact`, `lead` and `unknown`. */
export async function screen(engine: Engine, options: ScreeningOptions): Promise<ScreeningReport> {
  const run = new ScreeningRun(options)
  const started = performance.now()
  await prepareState(engine, run)
  await buildFacts(engine, run)
  const facts = performance.now()
  const rules = await applyRules(engine, run)
  const seconds = { facts: (facts - started) / 1000, rules: (performance.now() - facts) / 1000 }
  return { rules, warnings: warningsOf(run), seconds }
}

const notDepartments = new Set(['household_register'])

function departmentDatasets(policy: Policy): [string, Dataset][] {
  return [...policy.datasets].filter(([name]) => !notDepartments.has(name))
}

function columnTypes(policy: Policy, dataset: Dataset): [string, string][] {
  return Object.entries(dataset.fields).map(([name, field]: [string, Field]) => {
    const codes = field.codes === undefined ? undefined : policy.codeLists.get(field.codes)
    return [name, fieldKinds[field.kind].type({ field, ...(codes ? { codes } : {}) })]
  })
}

async function prepareState(engine: Engine, run: ScreeningRun): Promise<void> {
  const { policy, asOf } = run.options
  const present = (name: string) => run.options.sheets.some(({ dataset }) => dataset === name)
  for (const [name, dataset] of departmentDatasets(policy)) {
    if (present(name)) await engine.run(datedView(name, dataset.event_day !== undefined, asOf))
    else await engine.run(absentView(name, columnTypes(policy, dataset)))
  }
  await engine.run(deathTableSql)
  await engine.run(mortalView(present('deaths')))
  await engine.run(memberStateView)
  await engine.run('CREATE OR REPLACE VIEW register_source AS SELECT person, r FROM register_row')
  for (const [name, dataset] of departmentDatasets(policy)) {
    if (present(name)) await engine.run(countedView(name, dataset.about, dataset.event_day))
  }
}

const isNumber = (fact: LoadedFact) => fact.kind === 'money' || fact.kind === 'number'

/** SQL over `household h`: does everything the fact needs cover the household? */
function coveredSql(fact: LoadedFact, run: ScreeningRun): string {
  const parts = [...new Set(fact.needs.map((dataset) => run.coverage(dataset)))].filter((part) => part !== 'true')
  return parts.length === 0 ? 'true' : `(${parts.join(' AND ')})`
}

/** A fact for every household, joined as its table: what no row says is 0, or 无, where the file was handed in; else open. */
function knownColumns(name: string, fact: LoadedFact, run: ScreeningRun): { lo: string; hi: string; value: string } {
  const table = `fact_${shortName(name)}`
  const covered = coveredSql(fact, run)
  const open = covered === 'true' ? '' : `WHEN NOT ${covered} THEN NULL `
  const none = fact.kind === 'boolean' ? 'false' : "'无'"
  return {
    lo: `CASE WHEN ${table}.household IS NULL THEN 0 ELSE ${table}.lo END`,
    hi: `CASE ${open}WHEN ${table}.household IS NULL THEN 0 ELSE ${table}.hi END`,
    value: `CASE ${open}WHEN ${table}.household IS NULL THEN ${none} ELSE ${table}.value END`,
  }
}

/** The same as a view, for facts that read other facts. */
function knownView(name: string, fact: LoadedFact, run: ScreeningRun): string {
  const known = knownColumns(name, fact, run)
  const columns = isNumber(fact) ? `${known.lo} AS lo, ${known.hi} AS hi` : `${known.value} AS value`
  return `CREATE OR REPLACE VIEW known_${shortName(name)} AS SELECT h.household, ${columns} FROM household h LEFT JOIN fact_${shortName(name)} USING (household)`
}

async function buildFacts(engine: Engine, run: ScreeningRun): Promise<void> {
  const facts = [...run.options.policy.facts].filter(([name]) => name.startsWith('household.'))
  for (const [index, [name, fact]] of facts.entries()) {
    const sql = fact.roll_up
      ? rollUpSql(fact.roll_up, run.factContext, run.isAvailable(name))
      : fillIn(derivedParts(fact).values, run.factContext)
    await engine.run(`CREATE OR REPLACE TABLE fact_${shortName(name)} AS ${sql}`)
    await engine.run(knownView(name, fact, run))
    run.options.onProgress?.(index + 1, facts.length, fact.label)
  }
  const columns = facts.map(([name, fact]) => {
    const known = knownColumns(name, fact, run)
    return isNumber(fact)
      ? `${known.lo} AS ${factColumn(name, 'lo')}, ${known.hi} AS ${factColumn(name, 'hi')}`
      : `${known.value} AS ${factColumn(name)}`
  })
  const joins = facts.map(([name]) => `LEFT JOIN fact_${shortName(name)} USING (household)`)
  await engine.run(
    `CREATE OR REPLACE TABLE household_fact AS SELECT h.household, ${columns.join(', ')} FROM household h ${joins.join(' ')}`,
  )
}

async function applyRules(engine: Engine, run: ScreeningRun): Promise<RuleCount[]> {
  await engine.run(answersSql(run.rules, run))
  const counts = await engine.rows<{ rule_no: number; hit: number; unknown: number }>(answerCountsSql)
  const [all] = await engine.rows<{ n: number }>('SELECT count(*) AS n FROM household_fact')
  const byRule = new Map(counts.map((count) => [count.rule_no, count]))
  return run.rules.map(({ id }, ruleNo) => {
    const { hit, unknown } = byRule.get(ruleNo) ?? { hit: 0, unknown: 0 }
    return { rule_id: id, hit, clear: (all?.n ?? 0) - hit - unknown, unknown }
  })
}

function warningsOf(run: ScreeningRun): string[] {
  const { policy } = run.options
  const used = new Set(run.rules.flatMap(({ when }) => comparisonsIn(when).map(({ fact }) => fact)))
  const warnings: string[] = []
  for (const name of used) {
    const fact = policy.facts.get(name)
    if (!fact) continue
    const missing = fact.needs
      .filter((dataset) => !run.isHandedIn(dataset))
      .map((dataset) => policy.datasets.get(dataset)?.label ?? dataset)
    if (missing.length > 0) warnings.push(`没有收到“${missing.join('”“')}”，“${fact.label}”不能判定`)
    else if (!run.isAvailable(name)) warnings.push(`交来的文件都缺少“${fact.label}”所需的列，不能单独判定`)
  }
  const parameters = new Set(
    run.rules.flatMap(({ when }) => comparisonsIn(when).flatMap((comparison) => thresholdOf(comparison)?.parameter ?? [])),
  )
  for (const parameter of parameters) {
    if (run.valueOf(parameter) !== null) continue
    const label = policy.parameters.get(parameter.slice(1))?.label ?? parameter
    warnings.push(
      parameter === '$income/monitoring_line'
        ? '本省监测线未录入，收入低于监测线的规则不能判定'
        : `参数“${label}”在本地区当日没有取值，相关规则不能判定`,
    )
  }
  return warnings.sort()
}
