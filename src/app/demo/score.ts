/** Holds a run's files against truth.json: leads, links, unreadable cells, sources. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from './clean-county.ts'
import type { TruthCellError, TruthLead, TruthLink, TruthSources } from './truth-file.ts'

export interface Rates {
  expected: number
  reported: number
  right: number
  precision: number
  recall: number
  f1: number
}

export interface Score {
  leads: Rates
  rules: Record<string, Rates>
  unknowns: Rates
  /** Null where the truth of a large county leaves links out. */
  links: Rates | null
  /** Wrong or missed links by the kind of mess. */
  linkFaults: Record<string, { wrong: number; missed: number; of: number }>
  cellErrors: { planted: number; found: number; share: number }
  sources: { compared: number; exact: number; share: number }
}

interface TruthFile {
  unknown_everywhere: string[]
  leads: TruthLead[]
  unknowns: { household_number: string; rule_id: string }[]
  links: TruthLink[]
  links_left_out?: boolean
  cell_errors: TruthCellError[]
  lead_sources: TruthSources[]
}

/** Records of an RFC 4180 text, by header. */
export const parseCsv = (text: string): Record<string, string>[] => {
  const records: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy
  const body = text.replace(/^\ufeff/, '')
  while (cell.lastIndex < body.length) {
    const found = cell.exec(body)
    if (found === null) break
    ;(records.at(-1) as string[]).push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] !== ',') records.push([])
  }
  const [header = [], ...rest] = records.filter((record) => record.length > 0)
  return rest.map((record) => Object.fromEntries(header.map((name, index) => [name, record[index] ?? ''])))
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)
const rates = (expected: number, reported: number, right: number): Rates => {
  const precision = ratio(right, reported)
  const recall = ratio(right, expected)
  return {
    expected,
    reported,
    right,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  }
}

const compareSets = (expected: ReadonlySet<string>, reported: ReadonlySet<string>): Rates =>
  rates(expected.size, reported.size, [...reported].filter((key) => expected.has(key)).length)

const ruleKey = (row: { household_number?: string; rule_id?: string }): string => `${row.household_number}|${row.rule_id}`
const placeKey = (place: { file?: string | undefined; sheet?: string | undefined; row?: number | string | undefined }): string =>
  `${place.file}|${place.sheet}|${place.row}`
/** Headers as the contract compares them. */
const bareHeader = (header: string): string => header.replace(/[\s*']|\((?:万?元|年月日|人|月)\)/g, '')
const bareNumber = (number: string): string => number.replace(/[\s']/g, '').toUpperCase().slice(0, 18)

const scoreLinks = (truth: TruthFile, rows: Record<string, string>[], faults: Score['linkFaults']): Rates => {
  const byPlace = new Map(rows.map((row) => [placeKey(row), row]))
  let [expected, reported, right] = [0, 0, 0]
  for (const link of truth.links) {
    if (link.expected === 'rejected') continue
    const row = byPlace.get(placeKey(link))
    const isLinked = (row?.household_number ?? '') !== ''
    const isRight =
      isLinked &&
      row?.household_number === link.household_number &&
      bareNumber(row.person_id_number ?? '') === bareNumber(link.person_id_number)
    faults[link.mess] ??= { wrong: 0, missed: 0, of: 0 }
    const fault = faults[link.mess] as { wrong: number; missed: number; of: number }
    fault.of += 1
    if (link.expected === 'either' && !isLinked) continue
    if (link.expected !== 'unlinked') expected += 1
    if (isLinked) reported += 1
    if (isRight) right += 1
    if (isLinked && !isRight) fault.wrong += 1
    if (!isLinked && link.expected === 'linked') fault.missed += 1
  }
  return rates(expected, reported, right)
}

const scoreCellErrors = (truth: TruthFile, issues: Record<string, string>[]): Score['cellErrors'] => {
  const byPlace = new Map<string, string[]>()
  for (const issue of issues) {
    const headers = byPlace.get(placeKey(issue)) ?? []
    headers.push(bareHeader(issue.column ?? ''))
    byPlace.set(placeKey(issue), headers)
  }
  const found = truth.cell_errors.filter((error) =>
    byPlace.get(placeKey(error))?.some((header) => header.endsWith(bareHeader(error.column))),
  ).length
  return { planted: truth.cell_errors.length, found, share: ratio(found, truth.cell_errors.length) }
}

const scoreSources = (truth: TruthFile, leads: Record<string, string>[]): Score['sources'] => {
  const expected = new Map(truth.lead_sources.map((lead) => [ruleKey(lead), new Set(lead.sources.map(placeKey))]))
  let [compared, exact] = [0, 0]
  for (const lead of leads) {
    const places = expected.get(ruleKey(lead))
    if (places === undefined) continue
    compared += 1
    const named = new Set((JSON.parse(lead.sources || '[]') as Place[]).map(placeKey))
    if (named.size === places.size && [...named].every((place) => places.has(place))) exact += 1
  }
  return { compared, exact, share: ratio(exact, compared) }
}

/** Reads a run's output folder and the county's truth; nothing is written. */
export const scoreRun = (outFolder: string, truthPath: string): Score => {
  const truth = JSON.parse(readFileSync(truthPath, 'utf8')) as TruthFile
  const read = (file: string): Record<string, string>[] => parseCsv(readFileSync(join(outFolder, file), 'utf8'))
  const leads = read('leads.csv')
  const expected = new Set(truth.leads.map(ruleKey))
  const reported = new Set(leads.map(ruleKey))
  const ofRule = (keys: ReadonlySet<string>, rule: string): Set<string> => new Set([...keys].filter((key) => key.endsWith(`|${rule}`)))
  const ruleIds = [...new Set([...expected, ...reported].map((key) => key.slice(key.indexOf('|') + 1)))].toSorted()
  const everywhere = new Set(truth.unknown_everywhere)
  const unknowns = read('unknowns.csv').filter(({ rule_id }) => !everywhere.has(rule_id ?? ''))
  const linkFaults: Score['linkFaults'] = {}
  return {
    leads: compareSets(expected, reported),
    rules: Object.fromEntries(ruleIds.map((rule) => [rule, compareSets(ofRule(expected, rule), ofRule(reported, rule))])),
    unknowns: compareSets(new Set(truth.unknowns.map(ruleKey)), new Set(unknowns.map(ruleKey))),
    links: truth.links_left_out ? null : scoreLinks(truth, read('links.csv'), linkFaults),
    linkFaults,
    cellErrors: scoreCellErrors(truth, read('row-issues.csv')),
    sources: scoreSources(truth, leads),
  }
}

const line = (label: string, { expected, reported, right, precision, recall, f1 }: Rates): string =>
  `${label.padEnd(20)} ${String(expected).padStart(8)} ${String(reported).padStart(8)} ${String(right).padStart(8)}  ${precision.toFixed(4)}  ${recall.toFixed(4)}  ${f1.toFixed(4)}`

/** The score as a table for people. */
export const scoreTable = (score: Score): string =>
  [
    `${''.padEnd(20)} ${'expected'.padStart(8)} ${'reported'.padStart(8)} ${'right'.padStart(8)}  prec.   recall  F1`,
    line('leads', score.leads),
    ...Object.entries(score.rules).map(([rule, one]) => line(`  ${rule}`, one)),
    line('unknowns', score.unknowns),
    score.links === null ? 'links                left out of the truth' : line('links', score.links),
    ...Object.entries(score.linkFaults)
      .filter(([, { wrong, missed }]) => wrong + missed > 0)
      .map(([mess, { wrong, missed, of }]) => `  ${mess}: ${wrong} wrong, ${missed} missed of ${of}`),
    `cell errors found    ${score.cellErrors.found} of ${score.cellErrors.planted} (${score.cellErrors.share.toFixed(4)})`,
    `sources exact        ${score.sources.exact} of ${score.sources.compared} (${score.sources.share.toFixed(4)})`,
  ].join('\n')
