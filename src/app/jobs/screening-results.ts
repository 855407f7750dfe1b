/** Writes what a run found as JSON lines, one file for each kind of thing. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Lead, privateNames, rankHouseholds, ruleTexts } from '../../screening/index.ts'
import type { FoundDiscrepancy, FoundLead, FoundQuality, GoneLead, KnownLeads, RunSummary } from '../../screening/server/index.ts'
import type { Run } from '../pipeline.ts'
import { maskText } from '../workbooks/index.ts'
import { putDownRows } from './department-rows.ts'
import { foundFiles } from './found-files.ts'
import { discrepancySql, goneSql, linkedRowsSql, qualitySql, unknownCountsSql } from './screening-results.sql.ts'
import { provingRows, rowKey } from './screening-source-rows.ts'

/** A lead tells where it is proved by this many rows, and how many there are. */
const mostSources = 20

const digest = (...parts: string[]) => createHash('sha256').update(parts.join('\u001f')).digest('hex').slice(0, 16)

/** Leads, what is gone, unknowns, quality findings and discrepancies, then `onFound`; department rows and the summary last. */
export async function writeFound(run: Run, known: KnownLeads, folder: string, onFound: () => void): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const at = (name: keyof typeof foundFiles) => join(folder, foundFiles[name])
  const { engine, options } = run
  await writeLines(at('leads'), foundLeads(run, known))
  await writeLines(at('gone'), goneLeads(run, known))
  await writeLines(at('unknowns'), engine.stream(unknownCountsSql(options.region)))
  await writeLines(at('quality'), foundQuality(run))
  await writeLines(at('discrepancies'), foundDiscrepancies(run))
  onFound()
  const row_columns = await putDownRows(run, folder)
  await writeFile(at('summary'), JSON.stringify({ ...(await summaryOf(run)), row_columns }), { mode: 0o600 })
}

async function writeLines(path: string, blocks: AsyncIterable<object[]>): Promise<void> {
  const out = createWriteStream(path, { mode: 0o600 })
  const failed = once(out, 'error').then(([error]) => Promise.reject(error))
  failed.catch(() => undefined)
  for await (const block of blocks) {
    if (!out.write(block.map((line) => `${JSON.stringify(line)}\n`).join('')))
      await Promise.race([once(out as WriteStream, 'drain'), failed])
  }
  out.end()
  await Promise.race([once(out, 'close'), failed])
}

async function* foundLeads(run: Run, known: KnownLeads): AsyncIterable<FoundLead[]> {
  const rows = await provingRows(run, mostSources)
  const exempt = new Set(known.exempt.map((one) => `${one.household_number}|${one.rule_id}`))
  const settled = new Map(known.settled.map((one) => [one.lead_key, one.evidence_id]))
  const isAtWork = (lead: Lead) => {
    if (exempt.has(`${lead.household_number}|${lead.rule_id}`)) return false
    const evidence = settled.get(lead.lead_id)
    return evidence === undefined || (evidence !== null && evidence !== lead.evidence_id)
  }
  const lines = new Map(rankHouseholds(run.leads.filter(isAtWork), undefined).map((line) => [line.household, line]))
  for (let start = 0; start < run.leads.length; start += 500)
    yield run.leads.slice(start, start + 500).map((lead): FoundLead => {
      const line = isAtWork(lead) ? lines.get(lead.household) : undefined
      const shown = line ?? rankHouseholds([lead], undefined)[0]
      const sources = lead.sources.slice(0, mostSources)
      const proof = sources.map((source) => rows.get(rowKey(source)) ?? { ...source, dataset: '', cells: [] })
      return {
        lead_key: lead.lead_id,
        division_code: placeOf(run, lead.village_code),
        household_number: lead.household_number,
        head_name: lead.head_name,
        township: lead.township,
        village: lead.village,
        rule_id: lead.rule_id,
        risk: lead.risk,
        severity: lead.severity,
        urgency: shown?.urgency ?? 'green',
        urgency_steps: shown?.steps ?? [],
        rank: line?.rank ?? 0,
        already_monitored: lead.already_monitored,
        evidence_id: lead.evidence_id,
        evidence: lead.evidence,
        sources,
        source_count: lead.sources.length,
        counter_evidence: lead.counter_evidence,
        content_key: digest(lead.evidence_id, JSON.stringify([lead.counter_evidence, lead.sources.length, proof])),
        rows: proof,
      }
    })
}

function placeOf(run: Run, villageCode: string): string {
  const { region } = run.options
  return /^\d{12}$/.test(villageCode) && villageCode.startsWith(region) ? villageCode : region
}

async function* goneLeads(run: Run, known: KnownLeads): AsyncIterable<GoneLead[]> {
  const { engine, screening } = run
  await engine.run('CREATE TABLE watched (lead_key VARCHAR, household_number VARCHAR, rule_id VARCHAR)')
  await engine.append(
    'watched',
    known.present.map((one) => [one.lead_key, one.household_number, one.rule_id]),
  )
  yield* engine.stream<GoneLead>(goneSql(screening.rules.map(({ id }) => id)))
}

type QualityRow = Omit<FoundQuality, 'finding_key' | 'source' | 'severity'> & {
  file: string | null
  sheet: string
  row: number
  place: number
}

async function* foundQuality(run: Run): AsyncIterable<FoundQuality[]> {
  const pack = run.packs.quality()
  const isPrivate = privateNames(pack.fields)
  const texts = ruleTexts(pack)
  for await (const block of run.engine.stream<QualityRow>(qualitySql(run.options.region)))
    yield block.map(({ file, sheet, row, place, ...one }) => ({
      ...one,
      finding_key: digest(one.rule_id, one.household_number, one.person_ref, one.field, String(place)),
      severity: texts.get(one.rule_id)?.severity ?? 'low',
      found: isPrivate.has(one.field) ? maskText(one.found ?? '') : (one.found ?? ''),
      source: file === null ? null : { file, sheet, row },
    }))
}

type DiscrepancyRow = Omit<FoundDiscrepancy, 'discrepancy_key' | 'sources' | 'label'> & {
  person_ref: string
  sources: string | null
  place: number
}

async function* foundDiscrepancies(run: Run): AsyncIterable<FoundDiscrepancy[]> {
  const labels = new Map(run.comparisons.map(({ comparisonId, label }) => [comparisonId, label]))
  for await (const block of run.engine.stream<DiscrepancyRow>(discrepancySql(run.options.region)))
    yield block.map(({ person_ref, sources, place, ...one }) => ({
      ...one,
      discrepancy_key: digest(one.comparison_id, one.household_number, person_ref, String(place)),
      label: labels.get(one.comparison_id) ?? one.comparison_id,
      message: maskText(one.message),
      sources: sources === null ? [] : JSON.parse(sources),
    }))
}

async function summaryOf(run: Run): Promise<RunSummary> {
  const { policy } = run.options
  const linked = new Map<number, number>()
  for (const dataset of run.datasets) {
    for (const { sheet_no, n } of await run.engine.rows<{ sheet_no: number; n: number }>(linkedRowsSql(dataset))) linked.set(sheet_no, n)
  }
  return {
    policy_hash: policy.hash,
    files: run.intake.sheets.map((sheet) => ({
      dataset: sheet.dataset,
      label: policy.datasets.get(sheet.dataset)?.label ?? sheet.dataset,
      file: sheet.file,
      sheet: sheet.sheet,
      rows: sheet.accepted,
      linked: sheet.dataset === 'household_register' ? sheet.accepted : (linked.get(sheet.sheetNo) ?? 0),
    })),
    rules: run.report.rules,
    warnings: [...run.intake.warnings, ...run.register.warnings, ...run.report.warnings].map(maskText),
    seconds: run.seconds,
  }
}
