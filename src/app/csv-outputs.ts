/** The CSV files of a run, exactly as the contract lists their columns. */

import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Engine, text } from '../engine/index.ts'
import type { HouseholdLine, Lead } from '../screening/index.ts'
import { copyCsvSql, copyLinesSql, csvLine, csvPlain, csvText } from './csv.sql.ts'

/** SQL: a person's number; of a disability card the citizen's. */
const personNumber = "CASE WHEN length(p.id_number) > 18 THEN left(p.id_number, 18) ELSE coalesce(p.id_number, p.id_raw, '') END"

const bom = '\ufeff'

async function writeLines(
  path: string,
  header: readonly string[],
  lines: Iterable<readonly (string | number | boolean | null)[]>,
): Promise<void> {
  const out = createWriteStream(path)
  const failed = once(out, 'error').then(([error]) => Promise.reject(error))
  failed.catch(() => undefined)
  let block = bom + csvLine(header)
  for (const line of lines) {
    block += csvLine(line)
    if (block.length > 1 << 20) {
      if (!out.write(block)) await Promise.race([once(out, 'drain'), failed])
      block = ''
    }
  }
  out.end(block)
  await Promise.race([once(out, 'close'), failed])
}

function* householdLines(households: readonly HouseholdLine[]) {
  for (const line of households) {
    yield [
      line.rank,
      line.household_number,
      line.village_code,
      line.head_name,
      line.urgency,
      line.rules.join(';'),
      line.highest_severity,
      line.already_monitored,
      line.counter_evidence_kinds.join(';'),
      line.new_since_previous,
    ]
  }
}

function* leadLines(leads: readonly Lead[]) {
  for (const lead of leads) {
    yield [
      lead.lead_id,
      lead.evidence_id,
      lead.household_number,
      lead.village_code,
      lead.head_name,
      lead.rule_id,
      lead.risk,
      lead.severity,
      JSON.stringify(lead.evidence),
      JSON.stringify(lead.sources),
      JSON.stringify(lead.counter_evidence),
      lead.already_monitored,
    ]
  }
}

/** `households.csv` and `leads.csv`. */
export async function writeLeadFiles(folder: string, households: readonly HouseholdLine[], leads: readonly Lead[]): Promise<void> {
  const householdHeader = [
    'rank',
    'household_number',
    'village_code',
    'head_name',
    'urgency',
    'rules',
    'highest_severity',
    'already_monitored',
    'counter_evidence_kinds',
    'new_since_previous',
  ]
  await writeLines(join(folder, 'households.csv'), householdHeader, householdLines(households))
  const leadHeader = [
    'lead_id',
    'evidence_id',
    'household_number',
    'village_code',
    'head_name',
    'rule_id',
    'risk',
    'severity',
    'evidence',
    'sources',
    'counter_evidence',
    'already_monitored',
  ]
  await writeLines(join(folder, 'leads.csv'), leadHeader, leadLines(leads))
}

/** `unknowns.csv`, `row-issues.csv` and `links.csv`. */
export async function writeTableFiles(engine: Engine, folder: string): Promise<void> {
  await engine.run(
    copyCsvSql(
      join(folder, 'unknowns.csv'),
      ['household_number', 'rule_id', 'missing_facts'],
      [csvText('h.household_number'), csvText('u.rule_id'), csvText('u.missing_facts')],
      'unknown u JOIN household h USING (household)',
      'u.rule_no, h.household',
    ),
  )
  await engine.run(
    copyCsvSql(
      join(folder, 'row-issues.csv'),
      ['file', 'sheet', 'row', 'column', 'code', 'found', 'expected', 'severity'],
      [
        csvText('s.file'),
        csvText('s.sheet_name'),
        csvPlain('i.row_no'),
        csvText('i.column_header'),
        csvText('i.code'),
        csvText('i.found'),
        csvText('i.expected'),
        csvText('i.severity'),
      ],
      'issue i JOIN sheet s USING (sheet_no)',
      'i.sheet_no, i.row_no, i.column_header, i.code',
    ),
  )
  await writeLinks(engine, join(folder, 'links.csv'))
}

/** Sheet by sheet, so that a county's links never stand in memory at once. */
async function writeLinks(engine: Engine, path: string): Promise<void> {
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE person_text AS SELECT p.person, ${csvText('h.household_number')} || ',' || ${csvText(personNumber)} AS who FROM person p JOIN household h USING (household)`,
  )
  const sheets = await engine.rows<{ sheet_no: number; dataset: string; start: string }>(
    `SELECT sheet_no, dataset, ${csvText('file')} || ',' || ${csvText('sheet_name')} || ',' AS start FROM sheet WHERE dataset <> 'household_register' ORDER BY sheet_no`,
  )
  await writeFile(path, bom + csvLine(['file', 'sheet', 'row', 'dataset', 'household_number', 'person_id_number', 'level', 'score']))
  const part = `${path}.part`
  for (const sheet of sheets) {
    await engine.run(copyLinesSql(part, linkLineSql(sheet.start, sheet.dataset), linkRowsSql(sheet.dataset, sheet.sheet_no), 'b.row_no'))
    await pipeline(createReadStream(part), createWriteStream(path, { flags: 'a' }))
  }
  await rm(part, { force: true })
}

function linkLineSql(start: string, dataset: string): string {
  const score = `CASE WHEN l.score IS NULL THEN '' ELSE regexp_replace(printf('%.4f', l.score), '\\.?0+$', '') END`
  return `${text(start)} || b.row_no || ${text(`,${dataset},`)} || coalesce(p.who, ',') || ',' || coalesce(l.level::VARCHAR, '') || ',' || ${score}`
}

function linkRowsSql(dataset: string, sheetNo: number): string {
  return `(SELECT r, row_no FROM rows_${dataset} WHERE sheet_no = ${sheetNo} AND NOT is_rejected) b
    LEFT JOIN (SELECT r, person, level, score FROM link WHERE dataset = ${text(dataset)}) l ON l.r = b.r LEFT JOIN person_text p ON p.person = l.person`
}

const sourceJson = (sheet: string, row: string) =>
  `CASE WHEN ${sheet} IS NULL THEN '[]' ELSE '[' || json_object('file', s.file, 'sheet', s.sheet_name, 'row', ${row})::VARCHAR || ']' END`

/** `quality.csv`: findings that no exemption covers. */
export async function writeQuality(engine: Engine, folder: string): Promise<void> {
  await engine.run(
    copyCsvSql(
      join(folder, 'quality.csv'),
      ['rule_id', 'household_number', 'person_id_number', 'field', 'found', 'message', 'sources'],
      [
        csvText('q.rule_id'),
        csvText('h.household_number'),
        csvText(personNumber),
        csvText('q.field'),
        csvText('q.found'),
        csvText('q.message'),
        csvText(sourceJson('q.sheet_no', 'q.row_no')),
      ],
      'quality q LEFT JOIN household h ON h.household = q.household LEFT JOIN person p ON p.person = q.person LEFT JOIN sheet s ON s.sheet_no = q.sheet_no WHERE NOT coalesce(q.is_exempt, false)',
      'q.rule_id, q.household, q.person, q.sheet_no, q.row_no, q.field, q.found',
    ),
  )
}

/** `discrepancies.csv`: two sources that disagree. */
export async function writeDiscrepancies(engine: Engine, folder: string): Promise<void> {
  await engine.run(
    copyCsvSql(
      join(folder, 'discrepancies.csv'),
      ['comparison_id', 'household_number', 'person_id_number', 'message', 'sources'],
      [csvText('d.comparison_id'), csvText('h.household_number'), csvText(personNumber), csvText('d.message'), csvText('d.sources')],
      'discrepancy d LEFT JOIN household h ON h.household = d.household LEFT JOIN person p ON p.person = d.person',
      'd.comparison_id, d.household, d.person, d.message',
    ),
  )
}
