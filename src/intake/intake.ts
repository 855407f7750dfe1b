/** Reads a folder: every sheet of every file recognised, read into a typed batch, its failing cells collected; nothing is changed in the folder. */
import { type Engine, ident, text } from '../engine/index.ts'
import { Problem } from '../kernel/index.ts'
import { fieldKindMacros, fieldKinds } from '../policy/index.ts'
import { sheetSelect } from './batch.sql.ts'
import { codesOf } from './batch-plan.ts'
import { listFolder } from './folder.ts'
import { FolderReader, type IntakeOptions } from './folder-reader.ts'
import { intakeProblems } from './problems.ts'
import { replaceCorrected } from './replaced-rows.ts'
import type { IntakeReport } from './report.ts'

const register = 'household_register'

/** Reads everything; what cannot be read is reported beside it. Fails only when there is nothing to read at all. */
export async function readFolder(engine: Engine, options: IntakeOptions): Promise<IntakeReport> {
  const files = await listFolder(options.folder)
  if (files.files.length === 0) throw new Problem(intakeProblems.emptyFolder, { folder: options.folder })
  await engine.run(fieldKindMacros)
  await engine.run(intakeTables)
  const reader = new FolderReader(engine, options, files.files.length)
  await engine.sideBySide(async (begin) => {
    for (const [index, file] of files.files.entries()) {
      options.signal?.throwIfAborted()
      await reader.readFile(file, index + 1, begin)
    }
  })
  const report = reader.report(files.skipped.map(({ file, reason }) => ({ file, sheet: '', reason })))
  await replaceCorrected(engine, report)
  await createViews(engine, options, report)
  return report
}

const intakeTables = `
CREATE TABLE sheet(sheet_no INTEGER, file VARCHAR, sheet_name VARCHAR, dataset VARCHAR, first_rowid BIGINT, rows_in BIGINT, accepted BIGINT, rejected BIGINT);
CREATE TABLE issue(sheet_no INTEGER, row_no INTEGER, column_header VARCHAR, code VARCHAR, found VARCHAR, expected VARCHAR, severity VARCHAR);`

/** `rows_<dataset>`: the batches of a dataset as one, for every dataset that has a sheet. */
async function createViews(engine: Engine, options: IntakeOptions, report: IntakeReport): Promise<void> {
  for (const [name, dataset] of options.policy.datasets) {
    const sheets = report.sheets.filter((sheet) => sheet.dataset === name)
    if (sheets.length === 0) continue
    const types = Object.entries(dataset.fields).map(([field, definition]) => {
      const codes = codesOf(options.policy, definition)
      return [field, fieldKinds[definition.kind].type({ field: definition, ...(codes ? { codes } : {}) })] as const
    })
    let offset = 0
    const selects: string[] = []
    for (const sheet of sheets) {
      selects.push(
        sheetSelect(
          sheet.plan,
          sheet.counts,
          {
            fields: types,
            aboutHousehold: dataset.about === 'household' && name !== register,
            hasEventDay: dataset.event_day !== undefined,
          },
          offset,
          options.asOf,
        ),
      )
      await engine.run(
        `INSERT INTO sheet VALUES (${sheet.sheetNo}, ${text(sheet.file)}, ${text(sheet.sheet)}, ${text(name)}, ${offset}, ${sheet.rowsIn}, ${sheet.accepted}, ${sheet.rejected})`,
      )
      offset += sheet.counts.rows
    }
    await engine.run(`CREATE VIEW ${ident(`rows_${name}`)} AS ${selects.join('\nUNION ALL\n')}`)
  }
}
