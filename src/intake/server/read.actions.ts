/** The reading of a handed-in file as a job: open what is kept, work a correction in, read it, store what was found. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type PlainDay, Problem } from '../../kernel/index.ts'
import type { Policy } from '../../policy/index.ts'
import { type Context, keepFile, openKeptFile, type RunningJob, recordActs } from '../../store/index.ts'
import type { ColumnChoices, SheetChoice } from './choices.rules.ts'
import { type FileRow, fileRow, lockedFile, updateFile } from './files.queries.ts'
import { type Mended, mendFile } from './mend.ts'
import { keptIdOf } from './original.actions.ts'
import { type FileReading, readHandedIn } from './reading.ts'
import { rememberedColumns, replaceSheets, type SheetRow, sheetRows } from './sheets.queries.ts'
import { departmentsFor, findWarnings } from './warnings.actions.ts'

export interface ReadSettings {
  /** Owner-only and empty; the caller removes it. */
  folder: string
  threads?: number
  memory?: string
}

interface Opened {
  file: FileRow
  path: string
  policy: Policy
  today: PlainDay
  choices: Map<string, SheetChoice>
  remembered: Map<string, ColumnChoices>
  old: { path: string; name: string; sheets: SheetRow[] } | undefined
}

export interface ReadResult {
  fileId: number
  state: string
  rows: number
  issues: number
}

/** Reads the file the job was started for; one that was taken back or put into another job meanwhile is left alone. */
export async function readFileFor(job: RunningJob, settings: ReadSettings): Promise<ReadResult | null> {
  const { fileId } = job.input as { fileId: number }
  job.progress({ done: 0, of: null, line: '打开文件' })
  const opened = await job.transaction((ctx) => openFor(ctx, job.id, fileId, settings.folder))
  if (opened === undefined) return null
  const mended = await workIn(job, opened, settings)
  const reading = await readHandedIn({
    path: mended?.path ?? opened.path,
    workFolder: settings.folder,
    policy: opened.policy,
    asOf: opened.today,
    choices: opened.choices,
    remembered: opened.remembered,
    signal: job.signal,
    ...(settings.threads === undefined ? {} : { threads: settings.threads }),
    ...(settings.memory === undefined ? {} : { memory: settings.memory }),
    onRows: (rows) => job.progress({ done: rows, of: null, line: `已读 ${rows} 行` }),
  })
  job.signal.throwIfAborted()
  job.progress({ done: 0, of: null, line: '保存读取结果' })
  return (await job.transaction((ctx) => store(ctx, job.id, opened, reading, mended))) ?? null
}

async function openFor(ctx: Context, jobId: number, fileId: number, folder: string): Promise<Opened | undefined> {
  const file = await fileRow(ctx, fileId)
  if (file.state !== 'waiting' || file.job_id !== jobId) return undefined
  const path = await openInto(ctx, keptIdOf(file, false), join(folder, 'new'), file.name)
  const sheets = await sheetRows(ctx, [fileId])
  const choices = sheets.flatMap(({ name, chosen_dataset: dataset, chosen_columns: columns }): [string, SheetChoice][] =>
    dataset === null ? [] : [[name, { dataset, columns }]],
  )
  return {
    file,
    path,
    policy: ctx.policy,
    today: ctx.today,
    choices: new Map(choices),
    remembered: await rememberedColumns(ctx, file.division_code, file.office_id),
    old: await openOld(ctx, file, folder),
  }
}

/** A folder of its own, for the reading takes all that lies in one. */
async function openInto(ctx: Context, kept: number, folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, name)
  await openKeptFile(ctx, kept, path)
  return path
}

async function openOld(ctx: Context, file: FileRow, folder: string): Promise<Opened['old']> {
  if (file.replaces === null) return undefined
  const old = await fileRow(ctx, file.replaces)
  if (old.destroyed_at !== null || old.kept_file_id === null) return undefined
  return {
    path: await openInto(ctx, keptIdOf(old, true), join(folder, 'old'), old.name),
    name: old.name,
    sheets: await sheetRows(ctx, [old.id]),
  }
}

async function workIn(job: RunningJob, { file, path, today, old }: Opened, { folder }: ReadSettings): Promise<Mended | undefined> {
  if (old === undefined) return undefined
  const made = join(folder, 'mended')
  await mkdir(made, { recursive: true, mode: 0o700 })
  try {
    return await mendFile({
      original: { path: old.path, name: old.name, sheets: old.sheets },
      correction: { path, name: file.name },
      folder: made,
      day: today,
      signal: job.signal,
    })
  } catch (error) {
    // A file that cannot be opened says so when it is read by itself.
    if (error instanceof Problem) return undefined
    throw error
  }
}

async function store(
  ctx: Context,
  jobId: number,
  opened: Opened,
  reading: FileReading,
  mended: Mended | undefined,
): Promise<ReadResult | undefined> {
  const file = await lockedFile(ctx, opened.file.id)
  if (file.state !== 'waiting' || file.job_id !== jobId) return undefined
  await replaceSheets(ctx, file, reading.sheets)
  const { division_code: divisionCode } = file
  const merged =
    mended === undefined ? null : (await keepFile(ctx, { path: mended.path, name: nameOf(mended.path), kind: 'mended', divisionCode })).id
  const issues = reading.sheets.reduce((sum, { issueCounts }) => sum + issueCounts.reduce((cells, one) => cells + one.cells, 0), 0)
  const rows = reading.sheets.reduce((sum, { rowsIn }) => sum + rowsIn, 0)
  const state = reading.problem === null ? 'read' : 'unreadable'
  await updateFile(ctx, file.id, {
    state,
    problem: reading.problem,
    read_at: ctx.now,
    merged_file_id: merged,
    rows_in: rows,
    accepted_rows: reading.sheets.reduce((sum, { accepted }) => sum + accepted, 0),
    rejected_rows: reading.sheets.reduce((sum, { rejected }) => sum + rejected, 0),
    issues,
    department: file.department === '' ? await departmentOf(ctx, file, reading) : file.department,
    warnings: JSON.stringify(saidByReader(reading, mended)),
  })
  await updateFile(ctx, file.id, { warnings: JSON.stringify(await findWarnings(ctx, await fileRow(ctx, file.id))) })
  await recordActs(ctx, [{ action: 'file.read', subjectKind: 'file', subjectId: file.id, divisionCode, details: { state, rows, issues } }])
  return { fileId: file.id, state, rows, issues }
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/** The only department that can be meant; else the officer is asked. */
async function departmentOf(ctx: Context, file: FileRow, reading: FileReading): Promise<string> {
  const sheets = reading.sheets.flatMap(({ dataset }) => (dataset === null ? [] : [{ dataset }]))
  const candidates = await departmentsFor(ctx, file, sheets)
  return candidates.length === 1 ? (candidates[0] ?? '') : ''
}

function saidByReader(reading: FileReading, mended: Mended | undefined) {
  const worked =
    mended === undefined
      ? []
      : [
          `已把改正表中的 ${mended.mended} 行放回原位${mended.added === 0 ? '' : `，另有 ${mended.added} 行在原文件中没有对应的行号，已作为新行加入`}。`,
        ]
  return [...worked, ...reading.warnings].map((message) => ({ code: 'reader', message, mustDecide: false, choices: [] }))
}
