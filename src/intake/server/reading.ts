/** Reads one handed-in file with the intake room: what each sheet is and why, what is in it, and which cells cannot be read. */
import { basename, dirname } from 'node:path'
import { type Engine, openEngine } from '../../engine/index.ts'
import { type PlainDay, Problem } from '../../kernel/index.ts'
import type { Dataset, FieldKindName, Policy } from '../../policy/index.ts'
import { type IntakeReport, identityIssues, isOurWorkbook, openFile, readFolder, type SheetReport } from '../index.ts'
import { type ColumnChoices, headerKey, policyForSheet, policyWithChoices, type SheetChoice, shownHeader } from './choices.rules.ts'
import { fieldsOf } from './datasets.rules.ts'
import type { SheetColumn } from './file-forms.ts'
import { breakDowns, lookAtSheets, type SheetLook } from './look-at-sheets.ts'
import { maskedCell } from './masks.rules.ts'
import { columnsSql, digestSql, issueCountsSql, issuesSql, monthsSql, noRegisterSql, townshipsSql } from './reading.sql.ts'

export interface ReadRequest {
  /** The file, alone in its folder and under the name the officer knows. */
  path: string
  /** A private folder for staged copies. */
  workFolder: string
  policy: Policy
  asOf: PlainDay
  /** By the name of the sheet. */
  choices: ReadonlyMap<string, SheetChoice>
  /** By dataset: what the department said about its headers before. */
  remembered: ReadonlyMap<string, ColumnChoices>
  threads?: number
  memory?: string
  signal?: AbortSignal
  onRows?: (rows: number) => void
}

export interface ReadIssue {
  row: number
  header: string
  columnIndex: number
  code: string
  severity: 'error' | 'warning'
  found: string
  expected: string
}

export interface SheetReading {
  no: number
  name: string
  dataset: string | null
  reason: string
  headerRow: number | null
  rowsIn: number
  accepted: number
  rejected: number
  columns: SheetColumn[]
  missing: { field: string; label: string; recognises: boolean }[]
  months: { month: string; rows: number }[]
  townships: { name: string; rows: number }[]
  issueCounts: { header: string; code: string; severity: string; cells: number }[]
  /** The first of them. */
  issues: ReadIssue[]
  digest: string | null
  chosen: SheetChoice | null
}

export interface FileReading {
  /** Why nothing at all could be read. */
  problem: string | null
  warnings: string[]
  sheets: SheetReading[]
}

/** Beyond this many issues of a sheet only their numbers are kept. */
const mostIssues = 20_000
const mostTownships = 200

/** Never throws for what lies in the file: a file that cannot be read is answered with the reason. */
export async function readHandedIn(request: ReadRequest): Promise<FileReading> {
  const looks = await lookOrProblem(request)
  if ('problem' in looks) return { problem: looks.problem, warnings: [], sheets: [] }
  const found = await readPasses(request, looks.sheets)
  request.signal?.throwIfAborted()
  return concluded(await withBreakDowns(request, looks.sheets, found), found)
}

async function lookOrProblem(request: ReadRequest): Promise<{ sheets: SheetLook[] } | { problem: string }> {
  const name = basename(request.path)
  try {
    if (/\.xlsx$/i.test(name) && (await isOurWorkbook(request.path)))
      return { problem: `“${name}”是本系统导出的结果，不是部门数据。请报送原始表格。` }
    const open = await openFile(request.path, { name, ...(request.signal ? { signal: request.signal } : {}) })
    try {
      return { sheets: await lookAtSheets(open, request.signal) }
    } finally {
      await open.close()
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { problem: error.message }
  }
}

async function withBreakDowns(request: ReadRequest, looks: readonly SheetLook[], found: Found): Promise<SheetLook[]> {
  const unread = looks.filter(({ name, columns }) => columns.length > 0 && !found.readings.has(name)).map(({ name }) => name)
  const broken = await breakDowns(request.path, basename(request.path), new Set(unread), request.signal)
  return looks.map((look) => ({ ...look, problem: look.problem ?? broken.get(look.name) ?? null }))
}

interface Found {
  readings: Map<string, SheetReading>
  /** Why a sheet was passed over. */
  reasons: Map<string, string>
  warnings: string[]
}

/** One pass for the sheets nobody said anything about, one for each of the others. */
async function readPasses(request: ReadRequest, looks: readonly SheetLook[]): Promise<Found> {
  const found: Found = { readings: new Map(), reasons: new Map(), warnings: [] }
  const chosen = looks.filter(({ name }) => request.choices.has(name))
  if (chosen.length < looks.length) {
    const policy = policyWithChoices(request.policy, request.remembered)
    await onePass(request, { policy, wants: (name) => !request.choices.has(name) }, looks, found)
  }
  for (const look of chosen) {
    const choice = request.choices.get(look.name)
    if (choice === undefined) continue
    const policy = policyForSheet(request.policy, choice)
    await onePass(request, { policy, wants: (name) => name === look.name }, looks, found)
  }
  return found
}

interface Pass {
  policy: Policy
  wants: (sheet: string) => boolean
}

async function onePass(request: ReadRequest, pass: Pass, looks: readonly SheetLook[], found: Found): Promise<void> {
  const engine = await openEngine({
    folder: request.workFolder,
    ...(request.threads === undefined ? {} : { threads: request.threads }),
    ...(request.memory === undefined ? {} : { memory: request.memory }),
  })
  const stop = () => engine.interrupt()
  request.signal?.addEventListener('abort', stop)
  try {
    await readInto(engine, request, pass, looks, found)
  } catch (error) {
    request.signal?.throwIfAborted()
    throw error
  } finally {
    request.signal?.removeEventListener('abort', stop)
    engine.close()
  }
}

async function readInto(engine: Engine, request: ReadRequest, pass: Pass, looks: readonly SheetLook[], found: Found): Promise<void> {
  const report = await readFolder(engine, {
    folder: dirname(request.path),
    workFolder: request.workFolder,
    policy: pass.policy,
    asOf: request.asOf,
    ...(request.signal ? { signal: request.signal } : {}),
    onProgress: ({ rows }) => request.onRows?.(rows),
  })
  await engine.run(noRegisterSql)
  await identityIssues(engine, report, request.asOf)
  for (const { sheet, reason } of report.skipped) if (pass.wants(sheet)) found.reasons.set(sheet, reason)
  found.warnings.push(...warningsOf(report, pass, looks))
  for (const sheet of report.sheets) {
    if (!pass.wants(sheet.sheet)) continue
    request.signal?.throwIfAborted()
    const no = looks.find(({ name }) => name === sheet.sheet)?.no ?? sheet.sheetNo
    found.readings.set(sheet.sheet, await readingOf(engine, request, sheet, no))
  }
}

/** A sentence about a sheet names it in brackets; those of sheets read in another pass are said there. */
function warningsOf(report: IntakeReport, pass: Pass, looks: readonly SheetLook[]): string[] {
  const others = looks.filter(({ name }) => name !== '' && !pass.wants(name)).map(({ name }) => `[${name}]`)
  return report.warnings.filter((warning) => !others.some((other) => warning.includes(other)))
}

async function readingOf(engine: Engine, request: ReadRequest, sheet: SheetReport, no: number): Promise<SheetReading> {
  const { recognition, dataset } = sheet
  const definition = request.policy.datasets.get(dataset)
  const columns = columnsOf(request, sheet)
  const hasEventDay = definition?.event_day !== undefined
  const names = (await engine.rows<{ name: string }>(columnsSql(dataset))).map(({ name }) => name)
  const [digest] = await engine.rows<{ digest: string }>(digestSql(dataset, sheet.sheetNo, names))
  const choice = request.choices.get(sheet.sheet)
  return {
    no,
    name: sheet.sheet,
    dataset,
    reason: choice === undefined ? sheet.explanation : `${sheet.explanation}（已按人工指定读取）`,
    headerRow: recognition.headerRow,
    rowsIn: sheet.rowsIn,
    accepted: sheet.accepted,
    rejected: sheet.rejected,
    columns,
    missing: missingOf(definition, sheet.absent),
    months: hasEventDay ? await engine.rows(monthsSql(dataset, sheet.sheetNo)) : [],
    townships: await engine.rows(townshipsSql(dataset, sheet.sheetNo, mostTownships)),
    issueCounts: await engine.rows(issueCountsSql(sheet.sheetNo)),
    issues: await issuesOf(engine, sheet, columns),
    digest: sheet.rowsIn === 0 ? null : (digest?.digest ?? null),
    chosen: choice ?? appliedChoice(request, sheet, columns),
  }
}

/** What was remembered and found its column here, so that the sheet reads the same ever after. */
function appliedChoice({ remembered }: ReadRequest, sheet: SheetReport, columns: readonly SheetColumn[]): SheetChoice | null {
  const known = remembered.get(sheet.dataset)
  if (known === undefined) return null
  const here = columns.map(({ header }) => headerKey(header.replaceAll(' / ', ''))).filter((key) => key in known)
  return here.length === 0 ? null : { dataset: sheet.dataset, columns: Object.fromEntries(here.map((key) => [key, known[key] ?? null])) }
}

function columnsOf(request: ReadRequest, sheet: SheetReport): SheetColumn[] {
  const fields = fieldsOf(request.policy, sheet.dataset)
  const fieldOfColumn = new Map<number, string>()
  for (const [field, { columns }] of sheet.recognition.fields) {
    for (const column of columns) if (!fieldOfColumn.has(column)) fieldOfColumn.set(column, field)
  }
  const said = { ...request.remembered.get(sheet.dataset), ...request.choices.get(sheet.sheet)?.columns }
  return sheet.recognition.headers.flatMap((header, index): SheetColumn[] => {
    if (header === '') return []
    const name = fieldOfColumn.get(index) ?? null
    const field = name === null ? undefined : fields.get(name)
    const isChosen = headerKey(header) in said
    return [{ index, header: shownHeader(header), field: name, label: field?.label ?? null, kind: field?.kind ?? null, isChosen }]
  })
}

function missingOf(dataset: Dataset | undefined, absent: readonly string[]): SheetReading['missing'] {
  return absent.map((name) => {
    const field = dataset?.fields[name]
    return { field: name, label: field?.label ?? name, recognises: field?.recognises === true }
  })
}

interface IssueRow {
  row_no: number
  column_header: string
  code: string
  found: string
  expected: string
  severity: 'error' | 'warning'
}

async function issuesOf(engine: Engine, sheet: SheetReport, columns: readonly SheetColumn[]): Promise<ReadIssue[]> {
  const rows = await engine.rows<IssueRow>(issuesSql(sheet.sheetNo, mostIssues))
  const byHeader = new Map<string, SheetColumn>()
  // An issue names a column by the header it bears itself, without the group above it.
  for (const column of columns) {
    const own = column.header.split(' / ').at(-1) ?? column.header
    for (const header of [own, column.header]) if (!byHeader.has(header) && column.field !== null) byHeader.set(header, column)
  }
  return rows.map((row) => {
    const column = byHeader.get(shownHeader(row.column_header))
    return {
      row: row.row_no,
      header: row.column_header,
      columnIndex: column?.index ?? -1,
      code: row.code,
      severity: row.severity,
      found: maskedCell((column?.kind ?? null) as FieldKindName | null, row.found),
      expected: row.expected,
    }
  })
}

function concluded(looks: readonly SheetLook[], found: Found): FileReading {
  const sheets = looks.map((look): SheetReading => {
    const reading = found.readings.get(look.name)
    if (reading !== undefined) return reading
    return { ...blankReading(look), reason: look.problem ?? found.reasons.get(look.name) ?? '没有读取' }
  })
  const isHopeless =
    sheets.every(({ dataset }) => dataset === null) && looks.every(({ problem, columns }) => problem !== null || columns.length === 0)
  const problem = isHopeless ? [...new Set(sheets.map(({ reason }) => reason))].join('；') || '文件里没有可读取的工作表' : null
  return { problem, warnings: [...new Set(found.warnings)], sheets }
}

function blankReading(look: SheetLook): SheetReading {
  const columns = look.columns.map(({ index, header }) => ({ index, header, field: null, label: null, kind: null, isChosen: false }))
  const nothing = { rowsIn: 0, accepted: 0, rejected: 0, missing: [], months: [], townships: [], issueCounts: [], issues: [] }
  return {
    no: look.no,
    name: look.name,
    dataset: null,
    reason: '',
    headerRow: look.headerRow,
    columns,
    digest: null,
    chosen: null,
    ...nothing,
  }
}
