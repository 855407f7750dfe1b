/** Turns a run into what the workbooks print: words for ids, sentences for evidence, lists that stream from the engine. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { citationText, type LoadedRule, resolveParameter } from '../policy/index.ts'
import { comparisonsIn, type HouseholdLine, type Lead, thresholdOf } from '../screening/index.ts'
import { writeCorrections } from './corrections-feed.ts'
import { LeadWords } from './lead-words.ts'
import type { Run } from './pipeline.ts'
import type { Summary } from './summary.ts'
import { discrepancyEntries, qualityEntries, qualityFindings, reviewEntries, rowIssues, unknownEntries } from './workbook-lists.ts'
import {
  type HouseholdEntry,
  type LeadEntry,
  type ResultData,
  type TownshipLeads,
  type TownshipRisks,
  writeResultWorkbook,
  writeReviewWorkbook,
  writeTownshipWorkbooks,
} from './workbooks/index.ts'

/** `结果.xlsx`, one workbook per township, the link review, and one workbook of bad rows per file. */
export async function writeWorkbooks(run: Run, folder: string, summary: Summary): Promise<void> {
  const { asOf } = run.options
  const feed = new Feed(run)
  run.options.onProgress?.('写出 结果.xlsx')
  await writeResultWorkbook(join(folder, '结果.xlsx'), await feed.result(summary))
  const options = { regionName: await feed.regionName(), asOf }
  await mkdir(join(folder, '乡镇核实'))
  run.options.onProgress?.('写出各乡镇核实表')
  await writeTownshipWorkbooks(join(folder, '乡镇核实'), feed.townships(), options)
  await writeReviewWorkbook(join(folder, '关联待核.xlsx'), reviewEntries(run), options)
  run.options.onProgress?.('写出退回更正表')
  await writeCorrections(run, join(folder, '退回更正'), asOf)
}

class Feed {
  readonly #run: Run
  readonly #rules: ReadonlyMap<string, LoadedRule>
  readonly #lines: ReadonlyMap<number, HouseholdLine>
  readonly #words: LeadWords

  constructor(run: Run) {
    this.#run = run
    this.#rules = new Map(run.screening.rules.map((rule) => [rule.id, rule]))
    this.#lines = new Map(run.households.map((line) => [line.household, line]))
    this.#words = new LeadWords(run)
  }

  async regionName(): Promise<string> {
    const [row] = await this.#run.engine.rows<{ county: string }>(
      'SELECT county FROM household WHERE county IS NOT NULL GROUP BY county ORDER BY count(*) DESC, county LIMIT 1',
    )
    return row?.county ?? this.#run.options.region
  }

  async result(summary: Summary): Promise<ResultData> {
    const { engine, households, leads, options } = this.#run
    const [counts] = await engine.rows<{
      issues: number
      reviews: number
      quality: number
      discrepancies: number
      unknowns: number
    }>(`SELECT
      (SELECT count(*) FROM issue) AS issues, (SELECT count(*) FROM (SELECT DISTINCT dataset, r FROM review)) AS reviews,
      (SELECT count(*) FROM quality WHERE NOT coalesce(is_exempt, false)) AS quality, (SELECT count(*) FROM discrepancy) AS discrepancies, (SELECT count(*) FROM unknown) AS unknowns`)
    const urgent = (urgency: string) => households.filter((line) => line.urgency === urgency).length
    return {
      regionCode: options.region,
      regionName: await this.regionName(),
      asOf: options.asOf,
      policyHash: options.policy.hash,
      totals: {
        households: summary.households,
        persons: summary.persons,
        householdsWithLeads: households.length,
        leads: leads.length,
        red: urgent('red'),
        yellow: urgent('yellow'),
        green: urgent('green'),
        alreadyMonitored: households.filter((line) => line.already_monitored).length,
        newSincePrevious: this.#run.changes === undefined ? null : households.filter((line) => line.new_since_previous).length,
        unknowns: counts?.unknowns ?? 0,
        qualityFindings: counts?.quality ?? 0,
        rowIssues: counts?.issues ?? 0,
        reviews: counts?.reviews ?? 0,
        discrepancies: counts?.discrepancies ?? 0,
      },
      warnings: [...summary.warnings, ...this.#unconfirmed()],
      datasets: summary.datasets.map((sheet) => {
        const dataset = options.policy.datasets.get(sheet.dataset)
        return {
          dataset: sheet.dataset,
          label: dataset?.label ?? sheet.dataset,
          department: dataset?.department ?? '',
          file: sheet.file,
          sheet: sheet.sheet,
          rowsIn: sheet.rows_in,
          accepted: sheet.accepted,
          rejected: sheet.rejected,
          linked: sheet.linked,
          unlinked: sheet.unlinked,
        }
      }),
      skipped: summary.files_skipped,
      townships: await this.#townshipRisks(),
      rules: summary.rules.map((count) => this.#ruleTally(count)),
      households: this.#householdEntries(),
      leads: this.#leadEntries(),
      unknowns: unknownEntries(this.#run),
      quality: qualityEntries(this.#run),
      qualityFindings: qualityFindings(this.#run),
      rowIssues: rowIssues(this.#run),
      reviews: reviewEntries(this.#run),
      discrepancies: discrepancyEntries(this.#run),
    }
  }

  *#householdEntries(): Iterable<HouseholdEntry> {
    for (const line of this.#run.households) yield this.#words.household(line)
  }

  *#leadEntries(): Iterable<LeadEntry> {
    for (const lead of [...this.#run.leads].sort((a, b) => this.#byVillage(a, b))) yield this.#words.lead(lead)
  }

  #byVillage(a: Lead, b: Lead): number {
    const key = (lead: Lead) =>
      `${lead.township}\u001f${lead.village_code}\u001f${String(this.#lines.get(lead.household)?.rank ?? 0).padStart(9, '0')}\u001f${lead.rule_id}`
    return key(a) < key(b) ? -1 : 1
  }

  #unconfirmed(): string[] {
    const { policy, region, asOf } = this.#run.options
    const parameters = new Set(
      this.#run.screening.rules.flatMap((rule) =>
        comparisonsIn(rule.when).flatMap((comparison) => thresholdOf(comparison)?.parameter.slice(1) ?? []),
      ),
    )
    const labels = [...parameters]
      .filter((key) => resolveParameter(policy, key, region, asOf)?.isProjectDefault)
      .map((key) => policy.parameters.get(key)?.label ?? key)
    return labels.length === 0 ? [] : [`以下数值没有可引用的文件，使用项目默认值，待县确认：${labels.join('、')}`]
  }

  async #townshipRisks(): Promise<TownshipRisks[]> {
    const byTownship = Map.groupBy(this.#run.households, ({ township }) => township)
    const all = await this.#run.engine.rows<{ township: string }>(
      "SELECT DISTINCT coalesce(township, '') AS township FROM household ORDER BY 1",
    )
    return all.map(({ township }) => {
      const lines = byTownship.get(township) ?? []
      const byRisk: Record<string, number> = {}
      for (const line of lines) for (const risk of line.risks) byRisk[risk] = (byRisk[risk] ?? 0) + 1
      const count = (urgency: string) => lines.filter((line) => line.urgency === urgency).length
      return { township, households: lines.length, red: count('red'), yellow: count('yellow'), green: count('green'), byRisk }
    })
  }

  #parameterText(key: string): string {
    const { policy, region, asOf } = this.#run.options
    const resolved = resolveParameter(policy, key, region, asOf)
    const label = policy.parameters.get(key)?.label ?? key
    if (!resolved || resolved.value === null) return `${label}：未录入`
    return `${label} ${resolved.value}${resolved.unit},${resolved.basis.map((basis) => citationText(policy, basis)).join('、')}`
  }

  #ruleTally(count: Summary['rules'][number]) {
    const rule = this.#rules.get(count.rule_id)
    const parameters = rule
      ? [...new Set(comparisonsIn(rule.when).flatMap((comparison) => thresholdOf(comparison)?.parameter.slice(1) ?? []))]
      : []
    return {
      ruleId: count.rule_id,
      label: rule?.label ?? count.rule_id,
      risk: rule?.risk ?? '',
      plain: rule?.plain ?? '',
      parameters: parameters.map((key) => this.#parameterText(key)),
      basis: (rule?.basis ?? []).map((basis) => citationText(this.#run.options.policy, basis)),
      hit: count.hit,
      clear: count.clear,
      unknown: count.unknown,
    }
  }

  *townships(): Iterable<TownshipLeads> {
    const byTownship = Map.groupBy(this.#run.leads, ({ township }) => township)
    for (const township of [...byTownship.keys()].sort()) {
      const leads = [...(byTownship.get(township) ?? [])].sort(
        (a, b) => (this.#lines.get(a.household)?.rank ?? 0) - (this.#lines.get(b.household)?.rank ?? 0) || (a.rule_id < b.rule_id ? -1 : 1),
      )
      yield { township, leads: leads.map((lead) => this.#words.lead(lead)) }
    }
  }
}
