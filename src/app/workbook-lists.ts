/** The lists of the workbooks that stream from the engine, in the words they are printed in. */
import { reviewRows } from '../linkage/index.ts'
import { privateNames, ruleTexts } from '../screening/index.ts'
import { personKey } from './person-key.ts'
import type { Run } from './pipeline.ts'
import { discrepanciesSql, qualityFindingsSql, rowIssuesSql, unknownCountsSql } from './workbook.sql.ts'
import { type DiscrepancyEntry, maskText, type QualityFinding, type ReviewEntry, type RowIssueEntry } from './workbooks/index.ts'

const mostFindings = 100_000

/** Households that no rule can decide, by what is missing and what would help. */
export async function* unknownEntries(run: Run) {
  const labels = new Map(run.screening.rules.map(({ id, label }) => [id, label]))
  const { engine, options } = run
  const rows = await engine.rows<{ rule_id: string; missing_facts: string; n: number }>(unknownCountsSql)
  for (const { rule_id, missing_facts, n } of rows) {
    const keys = missing_facts.split(';').filter((key) => key !== '')
    const missing = keys.map((key) => options.policy.facts.get(key)?.label ?? options.policy.parameters.get(key)?.label ?? key)
    const needs = [
      ...new Set(keys.flatMap((key) => [...(options.policy.facts.get(key)?.needs ?? []), ...(options.policy.facts.get(key)?.uses ?? [])])),
    ]
    const absent = needs
      .filter((dataset) => !run.screening.isHandedIn(dataset))
      .map((dataset) => options.policy.datasets.get(dataset)?.label ?? dataset)
    const remedy = keys.some((key) => options.policy.parameters.has(key))
      ? '请在政策文件中录入本地数值'
      : absent.length > 0
        ? `请收齐：${absent.join('、')}`
        : '请更正有问题的单元格后重新交送'
    yield { ruleId: rule_id, ruleLabel: labels.get(rule_id) ?? rule_id, missing, households: n, remedy }
  }
}

/** Quality rules that found something. */
export async function* qualityEntries(run: Run) {
  const texts = ruleTexts(run.packs.quality())
  for (const count of run.quality) {
    const found = count.hit - count.exempt
    if (found === 0) continue
    const rule = texts.get(count.ruleId)
    yield {
      ruleId: count.ruleId,
      label: rule?.label ?? count.ruleId,
      nationalNumber: rule?.numbers.join('、') || null,
      found,
      remedy: rule?.mend ?? '',
    }
  }
}

/** The findings themselves; a private field shows only enough to know it by. */
export async function* qualityFindings(run: Run): AsyncIterable<QualityFinding> {
  const pack = run.packs.quality()
  const texts = ruleTexts(pack)
  const isPrivate = privateNames(pack.fields)
  for await (const block of run.engine.stream<QualityFindingRow>(qualityFindingsSql(mostFindings))) {
    for (const row of block) {
      const found = row.found ?? ''
      yield {
        ruleId: row.rule_id,
        label: texts.get(row.rule_id)?.label ?? row.rule_id,
        householdNumber: row.household_number ?? '',
        personIdNumber: row.number,
        field: row.field,
        found: isPrivate.has(row.field) ? maskText(found) : found,
        message: row.message,
        source: row.file === null ? null : { file: row.file, sheet: row.sheet, row: row.row },
      }
    }
  }
}

/** Cells that could not be read. */
export async function* rowIssues(run: Run): AsyncIterable<RowIssueEntry> {
  for await (const block of run.engine.stream<RowIssueEntry>(rowIssuesSql(mostFindings))) yield* block
}

/** Rows left to a clerk, each with the persons who may be meant. */
export async function* reviewEntries(run: Run): AsyncIterable<ReviewEntry> {
  for (const row of await reviewRows(run.engine)) {
    const card = (one: typeof row | (typeof row.candidates)[number], number: string | null) => ({
      name: one.name,
      idNumber: number,
      bornOn: one.born_on,
      township: one.township,
      village: one.village,
      phone: one.phone,
    })
    yield {
      file: row.file,
      sheet: row.sheet,
      row: row.row,
      dataset: row.dataset,
      datasetLabel: run.options.policy.datasets.get(row.dataset)?.label ?? row.dataset,
      asWritten: card(row, row.id_number),
      candidates: row.candidates.map((one) => ({
        ...card(one, one.person_id_number),
        householdNumber: one.household_number ?? '',
        personKey: personKey(one.person_id_number),
        score: one.score,
        reason: one.reason,
      })),
    }
  }
}

/** Two sources that disagree. */
export async function* discrepancyEntries(run: Run): AsyncIterable<DiscrepancyEntry> {
  const labels = new Map(run.comparisons.map(({ comparisonId, label }) => [comparisonId, label]))
  type Row = {
    comparison_id: string
    township: string | null
    village: string | null
    household_number: string | null
    name: string | null
    message: string
    sources: string | null
  }
  for await (const block of run.engine.stream<Row>(discrepanciesSql(mostFindings))) {
    for (const row of block) {
      yield {
        comparison: labels.get(row.comparison_id) ?? row.comparison_id,
        township: row.township ?? '',
        village: row.village ?? '',
        householdNumber: row.household_number ?? '',
        personName: row.name,
        message: row.message,
        sources: row.sources ? JSON.parse(row.sources) : [],
      }
    }
  }
}

interface QualityFindingRow {
  rule_id: string
  household_number: string | null
  number: string | null
  field: string
  found: string | null
  message: string
  file: string | null
  sheet: string
  row: number
}
