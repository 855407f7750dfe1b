/** Writes everything a run found into its folder. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ident, text } from '../engine/index.ts'
import { fileHash } from '../intake/index.ts'
import { ruleIdsOf, sortExemptions } from '../screening/index.ts'
import { copyCsvSql, csvText } from './csv.sql.ts'
import { writeDiscrepancies, writeLeadFiles, writeQuality, writeTableFiles } from './csv-outputs.ts'
import type { Run } from './pipeline.ts'
import type { Summary } from './summary.ts'
import { writeWorkbooks } from './workbook-feed.ts'

/** Writes the CSVs, the batches and the workbooks into `folder`; `summary.json` last. */
export async function writeResults(run: Run, folder: string, started: number): Promise<Summary> {
  const clock = performance.now()
  const { engine } = run
  run.options.onProgress?.('写出结果')
  await writeLeadFiles(folder, run.households, run.leads)
  await writeTableFiles(engine, folder)
  await writeQuality(engine, folder)
  await writeDiscrepancies(engine, folder)
  if (run.changes) await writeChanges(run, folder)
  await writeBatches(run, folder)
  const written = performance.now()
  const summary = await summaryOf(run)
  await writeWorkbooks(run, folder, summary)
  const finished = performance.now()
  summary.seconds = {
    ...rounded(run.seconds),
    ...rounded({ write: (written - clock) / 1000, workbooks: (finished - written) / 1000, total: (finished - started) / 1000 }),
  } as Summary['seconds']
  summary.peak_rss_mb = Math.round(process.resourceUsage().maxRSS / 1024)
  await writeFile(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
  return summary
}

function rounded(seconds: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(seconds).map(([name, value]) => [name, Math.round(value * 1000) / 1000]))
}

async function summaryOf(run: Run): Promise<Summary> {
  const linked = await linkedBySheet(run)
  return {
    region: run.options.region,
    as_of: run.options.asOf,
    policy_hash: run.options.policy.hash,
    files_skipped: run.intake.skipped,
    datasets: run.intake.sheets.map((sheet) => {
      const links = sheet.dataset === 'household_register' ? sheet.accepted : (linked.get(sheet.sheetNo) ?? 0)
      return {
        dataset: sheet.dataset,
        file: sheet.file,
        sheet: sheet.sheet,
        rows_in: sheet.rowsIn,
        accepted: sheet.accepted,
        rejected: sheet.rejected,
        linked: links,
        unlinked: sheet.accepted - links,
      }
    }),
    rules: run.report.rules,
    seconds: { read: 0, link: 0, facts: 0, rules: 0, write: 0, total: 0, quality: 0, compare: 0, workbooks: 0 },
    peak_rss_mb: 0,
    persons: run.register.persons,
    households: run.register.households,
    households_with_leads: run.households.length,
    leads: run.leads.length,
    exempted: run.quality.reduce((sum, { exempt }) => sum + exempt, 0),
    warnings: await warningsOf(run),
  }
}

async function linkedBySheet(run: Run): Promise<Map<number, number>> {
  const found = new Map<number, number>()
  for (const dataset of run.datasets) {
    const rows = await run.engine.rows<{ sheet_no: number; n: number }>(
      `SELECT sheet_no, count(*) AS n FROM linked_${dataset} WHERE NOT is_rejected GROUP BY sheet_no`,
    )
    for (const { sheet_no, n } of rows) found.set(sheet_no, n)
  }
  return found
}

async function warningsOf(run: Run): Promise<string[]> {
  const partial = await partialFiles(run)
  return [
    ...run.intake.warnings,
    ...copiedFiles(run),
    ...run.register.warnings,
    ...partial,
    ...run.report.warnings,
    ...refusedExemptions(run),
    ...unusedDecisions(run),
  ]
}

/** Files that were handed in twice; their rows count once. */
function copiedFiles(run: Run): string[] {
  const byHash = Map.groupBy(run.intake.sheets, ({ sha256 }) => sha256)
  return [...byHash.values()].flatMap((sheets) => {
    const files = [...new Set(sheets.map(({ file }) => file))]
    return files.length < 2 ? [] : [`“${files.join('”“')}”内容完全相同，重复的行只算一次`]
  })
}

/** What clerks decided about rows or persons that are no longer there. */
function unusedDecisions(run: Run): string[] {
  const rows = new Set(
    run.linkage.decisions.unmatched.map(({ file, sheet, row }) => `${file}${sheet === '' ? '' : ` [${sheet}]`} 第 ${row} 行`),
  )
  return rows.size === 0
    ? []
    : [`关联待核中有 ${rows.size} 行的结论对不上现在的数据，没有使用：${[...rows].slice(0, 5).join('、')}${rows.size > 5 ? ' 等' : ''}`]
}

/** Exemptions that do not hold, each with why. */
function refusedExemptions(run: Run): string[] {
  const exemptions = run.options.exemptions ?? []
  if (exemptions.length === 0) return []
  const { refused } = sortExemptions(exemptions, run.options.asOf, ruleIdsOf(run.packs.quality()))
  return refused.map(({ exemption, why }) => `豁免未采用(规则 ${exemption.ruleId}，户编号 ${exemption.householdNumber}):${why}`)
}

/** Files none of whose rows lie in some townships that others cover. */
async function partialFiles(run: Run): Promise<string[]> {
  const [all] = await run.engine.rows<{ n: number }>('SELECT count(DISTINCT township) AS n FROM household')
  const townships = all?.n ?? 0
  if (townships < 2) return []
  const warnings: string[] = []
  for (const dataset of run.datasets) {
    const [row] = await run.engine.rows<{ covered: number; rows: number; missing: string | null }>(`
      WITH covered AS (SELECT DISTINCT h.township FROM linked_${dataset} l JOIN household h ON h.household = l.household WHERE h.township IS NOT NULL)
      SELECT (SELECT count(*) FROM covered) AS covered, (SELECT count(*) FROM linked_${dataset}) AS rows,
        (SELECT string_agg(township, '、' ORDER BY township) FROM (SELECT DISTINCT township FROM household WHERE township NOT IN (SELECT township FROM covered))) AS missing`)
    if (!row || row.rows < townships * 20 || row.covered >= townships || row.missing === null) continue
    warnings.push(`“${run.options.policy.datasets.get(dataset)?.label ?? dataset}”没有 ${row.missing} 的人，可能只交了部分乡镇`)
  }
  return warnings
}

async function writeChanges(run: Run, folder: string): Promise<void> {
  const columns = ['kind', 'dataset', 'household_number', 'village_code', 'person_id_number', 'name', 'field', 'before', 'after', 'sources']
  const present = await run.engine.rows<{ column_name: string }>('SELECT column_name FROM (DESCRIBE change)')
  const names = new Set(present.map(({ column_name }) => column_name))
  const cells = columns.map((column) => csvText(names.has(column) ? `${ident(column)}::VARCHAR` : 'NULL::VARCHAR'))
  await run.engine.run(copyCsvSql(join(folder, 'changes.csv'), columns, cells, 'change', 'change.rowid'))
}

/** Accepted rows as immutable columnar batches, each named by its file's hash, with a manifest that says where the original lies. */
async function writeBatches(run: Run, folder: string): Promise<void> {
  await mkdir(join(folder, 'batches'))
  const manifest: object[] = []
  const hashes = new Map<string, string>()
  for (const sheet of run.intake.sheets) {
    const hash = hashes.get(sheet.path) ?? (await fileHash(sheet.path))
    hashes.set(sheet.path, hash)
    sheet.sha256 = hash
    const name = `${sheet.dataset}-${hash.slice(0, 16)}-${sheet.sheetNo}.parquet`
    await run.engine.run(
      `COPY (SELECT * FROM rows_${sheet.dataset} WHERE sheet_no = ${sheet.sheetNo} AND NOT is_rejected) TO ${text(join(folder, 'batches', name))} (FORMAT parquet, COMPRESSION zstd)`,
    )
    manifest.push({
      batch: name,
      dataset: sheet.dataset,
      original: sheet.file,
      sheet: sheet.sheet,
      sha256: hash,
      rows: sheet.accepted,
      recognised: sheet.explanation,
    })
  }
  await writeFile(join(folder, 'batches', 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}
