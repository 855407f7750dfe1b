/** Where a county's files come from when it is screened: the register as of the day, and what departments handed in. */
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openFile } from '../../intake/index.ts'
import { type AcceptedFile, acceptedFiles, type ColumnChoices, recordFileUses } from '../../intake/server/index.ts'
import type { Context, Officer, RunningJob } from '../../store/index.ts'
import { openKeptFile } from '../../store/index.ts'
import { recognisedSheets } from './county-files.queries.ts'
import { writeRegister } from './register-file.ts'
import { writeSheet } from './sheet-file.ts'

export interface CountyRequest {
  job: RunningJob
  /** Acts within the county only. */
  officer: Officer
  county: string
  asOf: string
  /** How many months of accepted files. */
  months: number
  /** Owner-only, empty. */
  folder: string
}

/** What was put into the folder. */
export interface PreparedFiles {
  /** Persons of the register as of the day. */
  persons: number
  /** Files of departments, beside the register. */
  departmentFiles: number
  /** What officers said about headers, by dataset. */
  choices?: Readonly<Record<string, ColumnChoices>>
  /** Called in the transaction that keeps the results, to note which files they rest on. */
  noteUse(ctx: Context, runId: number): Promise<void>
}

/** Puts a county's files into the folder. */
export type CountyFiles = (request: CountyRequest) => Promise<PreparedFiles>

const registerDataset = 'household_register'

/** The register and the accepted files of the sealed store. */
export const fromStore: CountyFiles = async (request) => {
  const { job, officer, county, asOf, months, folder } = request
  const accepted = await job.transaction((ctx) => acceptedFiles(ctx, { area: county, asOf, months }), officer)
  // The register is the county's own, as it was on the day; a list of it that came as a file has long been worked in.
  const files = accepted
    .map((file) => ({ ...file, sheets: file.sheets.filter(({ dataset }) => dataset !== registerDataset) }))
    .filter(({ sheets }) => sheets.length > 0)
  for (const file of files) await putDown(request, file)
  return {
    persons: await writeRegister(request, join(folder, '农户家庭成员信息.csv')),
    departmentFiles: files.length,
    choices: choicesOf(files),
    noteUse: (ctx, runId) =>
      recordFileUses(
        ctx,
        files.map(({ fileId }) => fileId),
        'screening_run',
        runId,
      ),
  }
}

/** A file of which some sheet does not count is put down sheet by sheet. */
async function putDown({ job, officer, folder }: CountyRequest, file: AcceptedFile): Promise<void> {
  job.signal.throwIfAborted()
  const place = join(folder, plainName(`${file.month} ${file.department}`))
  await mkdir(place, { recursive: true, mode: 0o700 })
  const path = join(place, plainName(file.name))
  const opened = join(place, `opening-${file.fileId}`)
  const all = await job.transaction(async (ctx) => {
    await openKeptFile(ctx, file.keptFileId, opened)
    return recognisedSheets(ctx, file.fileId)
  }, officer)
  const counted = new Set(file.sheets.map(({ name }) => name))
  if (all.every((name) => counted.has(name))) return rename(opened, path)
  const workbook = await openFile(opened, { name: file.name })
  try {
    for (const sheet of workbook.sheets.filter(({ name }) => counted.has(name)))
      await writeSheet(sheet, `${path} ${plainName(sheet.name)}.csv`, job.signal)
  } finally {
    await workbook.close()
    await rm(opened, { force: true })
  }
}

/** What a file system everywhere takes as the name of a file. */
const plainName = (name: string): string =>
  name
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    .replace(/^\.+/, '_')
    .slice(0, 120)

function choicesOf(files: readonly AcceptedFile[]): Record<string, ColumnChoices> {
  const choices: Record<string, Record<string, string | null>> = {}
  for (const { dataset, columns } of files.flatMap(({ sheets }) => sheets)) {
    if (Object.keys(columns).length > 0) choices[dataset] = { ...choices[dataset], ...columns }
  }
  return choices
}
