/** Which dataset a sheet is, where its header stands, which column feeds which field; decided on a sample of its rows. */
import { type Dataset, type Field, fold } from '../policy/index.ts'
import { doubtOf, lookOf, looksInWords, mainLook } from './value-look.rules.ts'

/** The first rows of a sheet, as the readers give them. */
export interface SampleRow {
  rowNumber: number
  cells: readonly (string | null)[]
}

/** A field and the columns that feed it, best first. */
export interface FieldColumns {
  columns: number[]
  /** The header of each column as written. */
  headers: string[]
  /** For amounts: each header says 万元 (true), 元 (false) or nothing (undefined). */
  inWan: (boolean | undefined)[]
}

export interface Recognition {
  dataset: string
  /** Row number of the last header row. */
  headerRow: number
  /** Headers as written, by column; two-line headers joined. */
  headers: string[]
  fields: ReadonlyMap<string, FieldColumns>
  /** Why this dataset, for the officer. */
  explanation: string
  /** Columns whose values look like something else than their header says. */
  doubts: string[]
}

export type Recognised = { ok: true; recognition: Recognition } | { ok: false; reason: string }

/** The datasets as recognition needs them: identity and own fields in one map. */
export interface RecognisableDataset {
  name: string
  label: string
  fields: ReadonlyMap<string, Field>
  /** Each field's headers as they are compared. */
  spellings: ReadonlyMap<string, readonly string[]>
  identity: ReadonlySet<string>
  recognisedByOneOf: readonly (readonly string[])[]
}

const unitBracket = /\((万元|元|天|日|月|岁|平方米|平米|㎡|m2|亩|人|人数|%|公斤|年|个|必填|选填|可不填|18位|12位|单位:?万?元)\)/gi

/** Headers are compared without spaces, line breaks, `*` and unit brackets. */
export function headerText(header: string): string {
  return fold(header)
    .replace(/[\s\u001f\u00a0\u3000\u200b\ufeff*＊※#"'“”]/g, '')
    .replace(unitBracket, '')
    .replace(/[::]$/, '')
}

/** Whether the header gives the unit of its amounts. */
export function headerUnit(header: string): boolean | undefined {
  const text = fold(header).replace(/\s/g, '')
  if (text.includes('万元')) return true
  return /[((:/]元[))]?/.test(text) ? false : undefined
}

interface HeaderOption {
  /** Index in the sample of the last header row. */
  last: number
  texts: string[]
  /** The columns by every spelling their header may be compared as. */
  columnsOf: ReadonlyMap<string, readonly number[]>
}

function headerOption(last: number, texts: string[]): HeaderOption {
  const columnsOf = new Map<string, number[]>()
  texts.forEach((header, column) => {
    if (header === '') return
    for (const spelling of new Set(spellingsOfHeader(header))) columnsOf.set(spelling, [...(columnsOf.get(spelling) ?? []), column])
  })
  return { last, texts, columnsOf }
}

/** One header row, or two with the lower one filling in what a group header parts. */
function headerOptions(sample: readonly SampleRow[]): HeaderOption[] {
  const options: HeaderOption[] = []
  for (let i = 0; i < Math.min(sample.length, 40); i++) {
    const row = sample[i]
    const next = sample[i + 1]
    if (!row || row.cells.filter((cell) => cell !== null && cell !== '').length < 2) continue
    options.push(
      headerOption(
        i,
        row.cells.map((cell) => cell ?? ''),
      ),
    )
    if (next) options.push(headerOption(i + 1, joinHeaders(row.cells, next.cells)))
  }
  return options
}

/** Stands between a group header and the header below it; a line break may be part of one header. */
const groupSeparator = '\u001f'

/** The header a column bears itself, as written; without the group above it. */
export function ownHeader(header: string): string {
  return header.split(groupSeparator).at(-1) ?? header
}

/** Lower headers under upper ones: the lower text where there is one, else the upper; a group's name is kept in front. */
function joinHeaders(upper: readonly (string | null)[], lower: readonly (string | null)[]): string[] {
  const width = Math.max(upper.length, lower.length)
  return Array.from({ length: width }, (_, i) => {
    const above = upper[i] ?? ''
    const below = lower[i] ?? ''
    if (below === '' || below === above) return above
    return above === '' ? below : `${above}${groupSeparator}${below}`
  })
}

/** The spellings one header may be compared as: whole, its last line, its first line. */
function spellingsOfHeader(header: string): string[] {
  const lines = header.split(groupSeparator)
  const whole = headerText(header.replace(groupSeparator, ''))
  return lines.length < 2 ? [whole] : [whole, headerText(lines.at(-1) ?? ''), headerText(lines[0] ?? '')]
}

function matchFields(dataset: RecognisableDataset, { texts, columnsOf }: HeaderOption): Map<string, FieldColumns> {
  const matched = new Map<string, FieldColumns>()
  for (const [name, spellings] of dataset.spellings) {
    const columns = [...new Set(spellings.flatMap((spelling) => columnsOf.get(spelling) ?? []))]
    if (columns.length > 0) {
      const written = columns.map((column) => texts[column] ?? '')
      matched.set(name, { columns, headers: written, inWan: written.map(headerUnit) })
    }
  }
  return matched
}

const identifying = ['name', 'id_number', 'head_name', 'head_id_number', 'card_number', 'phone']

function fits(dataset: RecognisableDataset, matched: ReadonlyMap<string, FieldColumns>): boolean {
  if (!identifying.slice(0, 5).some((field) => matched.has(field))) return false
  const starred = [...dataset.fields].filter(([, field]) => field.recognises).map(([name]) => name)
  if (starred.length === 0 || !starred.every((name) => matched.has(name))) return false
  return dataset.recognisedByOneOf.every((names) => names.some((name) => matched.has(name)))
}

interface Candidate {
  dataset: RecognisableDataset
  option: HeaderOption
  matched: Map<string, FieldColumns>
}

/** A dataset the sheet is not, and the columns it lacks for it. */
interface Nearest {
  candidate: Candidate
  missing: string[]
}

/** Columns that mean only this dataset count double. */
function nearness({ candidate: { dataset, matched }, missing }: Nearest): number {
  const own = [...matched.keys()].filter((name) => dataset.fields.get(name)?.recognises)
  return matched.size + own.length - missing.length
}

/** Most rows of a sample hold no header of any dataset: the first of them stands for all. */
function withoutAlike(options: readonly HeaderOption[], datasets: readonly RecognisableDataset[]): HeaderOption[] {
  const known = new Set(datasets.flatMap(({ spellings }) => [...spellings.values()].flat()))
  const isBare = ({ columnsOf }: HeaderOption) => ![...columnsOf.keys()].some((spelling) => known.has(spelling))
  const firstBare = options.find(isBare)
  return options.filter((option) => option === firstBare || !isBare(option))
}

/** Recognises a sheet, or says why not: what it came nearest to and what was missing. */
export function recogniseSheet(sample: readonly SampleRow[], datasets: readonly RecognisableDataset[]): Recognised {
  const options = withoutAlike(headerOptions(sample), datasets)
  const candidates: Candidate[] = []
  let nearest: Nearest | undefined
  for (const dataset of datasets) {
    let best: Candidate | undefined
    for (const option of options) {
      const matched = matchFields(dataset, option)
      if (fits(dataset, matched)) {
        if (!best || matched.size > best.matched.size) best = { dataset, option, matched }
        continue
      }
      const near = { candidate: { dataset, option, matched }, missing: missingOf(dataset, matched) }
      if (!nearest || nearness(near) > nearness(nearest)) nearest = near
    }
    if (best) candidates.push(best)
  }
  return decide(candidates, nearest, sample)
}

function missingOf(dataset: RecognisableDataset, matched: ReadonlyMap<string, FieldColumns>): string[] {
  const missing = [...dataset.fields]
    .filter(([name, field]) => field.recognises && !matched.has(name))
    .map(([, field]) => field.headers.join('/'))
  if (!identifying.slice(0, 5).some((field) => matched.has(field))) missing.unshift('姓名或证件号码')
  for (const names of dataset.recognisedByOneOf) {
    if (!names.some((name) => matched.has(name))) missing.push(names.map((name) => dataset.fields.get(name)?.label ?? name).join('或'))
  }
  return missing
}

function decide(candidates: Candidate[], nearest: Nearest | undefined, sample: readonly SampleRow[]): Recognised {
  const most = Math.max(0, ...candidates.map(({ matched }) => matched.size))
  const best = candidates.filter(({ matched }) => matched.size === most)
  const [winner, rival] = best
  if (winner && rival) {
    return {
      ok: false,
      reason: `同时符合“${best.map(({ dataset }) => dataset.label).join('”“')}”，列数相同，无法确定，请补充列名或分开交送`,
    }
  }
  if (winner) return { ok: true, recognition: recognitionOf(winner, sample) }
  if (nearest && nearest.candidate.matched.size >= 2) {
    const { candidate, missing } = nearest
    return {
      ok: false,
      reason: `未识别：最接近“${candidate.dataset.label}”(认出 ${candidate.matched.size} 列)，缺少列：${missing.join('、')}${looksOf(candidate.option, sample)}`,
    }
  }
  if (sample.length === 0) return { ok: false, reason: '空表' }
  const first = headerOptions(sample)[0]
  return { ok: false, reason: `未识别：没有找到任何已知数据表的表头${first ? looksOf(first, sample) : ''}` }
}

/** What the values say about a sheet whose headers do not suffice: a hint for the officer, never a guess. */
function looksOf({ last, texts }: HeaderOption, sample: readonly SampleRow[]): string {
  const words = looksInWords(texts.map(shortHeader), columnsBelow(sample, sample[last]?.rowNumber ?? 0, Math.min(texts.length, 200)))
  return words === '' ? '' : `；看取值，${words}`
}

function recognitionOf({ dataset, option, matched }: Candidate, sample: readonly SampleRow[]): Recognition {
  const starred = [...dataset.fields].flatMap(([name, field]) =>
    field.recognises ? [shortHeader(matched.get(name)?.headers[0] ?? '')] : [],
  )
  const headerRow = sample[option.last]?.rowNumber ?? 1
  const columns = columnsBelow(sample, headerRow, option.texts.length)
  const fed = [...matched].flatMap(
    ([
      name,
      {
        columns: [column = 0],
      },
    ]) => {
      const field = dataset.fields.get(name)
      return field ? [{ header: shortHeader(option.texts[column] ?? ''), kind: field.kind, values: columns[column] ?? [] }] : []
    },
  )
  const confirmed = fed.flatMap(({ header, values }) => {
    const look = mainLook(lookOf(values))
    return look && ['citizen_number', 'day', 'division_code'].includes(look.look) ? [`“${header}”像${look.label}`] : []
  })
  const byValues = confirmed.length === 0 ? '' : `；看取值，${[...new Set(confirmed)].join('、')}`
  return {
    dataset: dataset.name,
    headerRow,
    headers: option.texts,
    fields: matched,
    explanation: `第 ${headerRow} 行为表头，凭“${starred.join('”“')}”认定为“${dataset.label}”，共认出 ${matched.size} 列${byValues}`,
    doubts: [...new Set(fed.flatMap(({ header, kind, values }) => doubtOf(header, kind, values) ?? []))],
  }
}

/** A header as it can stand in a sentence. */
function shortHeader(header: string): string {
  return ownHeader(header).replace(/\s/g, '')
}

/** The cells below a header, column by column. */
function columnsBelow(sample: readonly SampleRow[], headerRow: number, width: number): (string | null | undefined)[][] {
  const rows = sample.filter(({ rowNumber }) => rowNumber > headerRow)
  return Array.from({ length: width }, (_, column) => rows.map(({ cells }) => cells[column]))
}

/** Brings the policy's dataset into the form recognition wants. */
export function recognisable(name: string, dataset: Dataset, identity: ReadonlyMap<string, Field>): RecognisableDataset {
  const fields = new Map<string, Field>([...identity, ...Object.entries(dataset.fields)])
  return {
    name,
    label: dataset.label,
    fields,
    spellings: new Map([...fields].map(([key, field]) => [key, field.headers.map(headerText)])),
    identity: new Set([...identity.keys()].filter((key) => !(key in dataset.fields))),
    recognisedByOneOf: dataset.recognised_by_one_of ?? [],
  }
}
