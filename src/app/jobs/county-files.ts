/** Where a county's files come from when it is screened: the register as of the day, and what departments handed in. */
import { mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type AcceptedFile, acceptedFiles, type PlacedChoice, readingPlace, recordFileUses } from '../../intake/server/index.ts'
import { exportRegister } from '../../registry/index.ts'
import type { Context, Officer, RunningJob, Store } from '../../store/index.ts'
import { openKeptFile } from '../../store/index.ts'
import { recognisedSheets } from './county-files.queries.ts'
import { splitFile, splitName } from './sheet-file.ts'

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
  /** What officers said about single sheets, by the names they were put down under. */
  choices?: readonly PlacedChoice[]
  /** Called in the transaction that keeps the results, to note which files they rest on. */
  noteUse(ctx: Context, runId: number): Promise<void>
}

/** Puts a county's files into the folder. */
export type CountyFiles = (request: CountyRequest) => Promise<PreparedFiles>

const registerDataset = 'household_register'

/** The register and the accepted files of the sealed store; the register is written outside the wall, which a job's own transactions do not leave. */
export const fromStore =
  (store: Store): CountyFiles =>
  async (request) => {
    const { job, officer, county, asOf, months, folder } = request
    const accepted = await job.transaction((ctx) => acceptedFiles(ctx, { area: county, asOf, months }), officer)
    // The register is the county's own, as it was on the day; a list of it that came as a file has long been worked in.
    const files = accepted
      .map((file) => ({ ...file, sheets: file.sheets.filter(({ dataset }) => dataset !== registerDataset) }))
      .filter(({ sheets }) => sheets.length > 0)
    const choices: PlacedChoice[] = []
    for (const file of files) choices.push(...choicesOf(file, await putDown(request, file)))
    const { persons } = await exportRegister(store, { area: county, asOf, to: join(folder, '农户家庭成员信息.csv') })
    return {
      persons,
      departmentFiles: files.length,
      choices,
      noteUse: (ctx, runId) =>
        recordFileUses(
          ctx,
          files.map(({ fileId }) => fileId),
          'screening_run',
          runId,
        ),
    }
  }

/** How a sheet of a file is called where it was put down. */
type NameOf = (sheet: string) => Pick<PlacedChoice, 'file' | 'sheet'>

/** A file of which some sheet does not count is put down sheet by sheet. */
async function putDown({ job, officer, folder }: CountyRequest, file: AcceptedFile): Promise<NameOf> {
  job.signal.throwIfAborted()
  const place = readingPlace(file)
  const path = join(folder, place)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const opened = join(dirname(path), `opening-${file.fileId}`)
  const all = await job.transaction(async (ctx) => {
    await openKeptFile(ctx, file.keptFileId, opened)
    return recognisedSheets(ctx, file.fileId)
  }, officer)
  const counted = new Set(file.sheets.map(({ name }) => name))
  if (all.every((name) => counted.has(name))) {
    await rename(opened, path)
    return (sheet) => ({ file: place, sheet })
  }
  await splitFile(opened, { name: file.name, sheets: counted, to: path }, job.signal)
  return (sheet) => ({ file: splitName(place, sheet), sheet: '' })
}

/** What was said of each sheet, by its own name: two sheets of one dataset may mean different things by one header. */
function choicesOf({ sheets }: AcceptedFile, nameOf: NameOf): PlacedChoice[] {
  const said = sheets.filter(({ columns }) => Object.keys(columns).length > 0)
  return said.map(({ name, dataset, columns }) => ({ ...nameOf(name), dataset, columns }))
}
