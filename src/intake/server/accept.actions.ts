/** Accepting a file: from then on it is what its department said for the month. */
import { Problem } from '../../kernel/index.ts'
import { type Context, recordActs, startJob } from '../../store/index.ts'
import type { AcceptedSheet } from './accepted.queries.ts'
import { registerDataset } from './datasets.rules.ts'
import type { AcceptForm, FileDetail } from './file-forms.ts'
import { type FileRow, fileRow, lockedFile, updateFile } from './files.queries.ts'
import { fileById } from './list.actions.ts'
import { keptIdOf } from './original.actions.ts'
import { fileProblems } from './problems.ts'
import { type SheetRow, sheetRows } from './sheets.queries.ts'
import { requireState } from './states.rules.ts'
import { findWarnings, foreignDatasets } from './warnings.actions.ts'

/** Refused while a warning that must be decided is not named in `despite`; warnings are looked for anew. */
export async function acceptFile(ctx: Context, id: number, form: AcceptForm): Promise<FileDetail> {
  const file = await lockedFile(ctx, id, form.version)
  requireState(file, '接收', ['read'])
  const sheets = await sheetRows(ctx, [id])
  const counted = countedSheets(file, sheets)
  if (counted.length === 0) throw new Problem(fileProblems.nothingInIt, {})
  const warnings = await findWarnings(ctx, file)
  const open = warnings.filter((one) => one.mustDecide && (one.code === 'which_department' || !form.despite.includes(one.code)))
  if (open.length > 0) throw new Problem(fileProblems.undecided, { warnings: open.map(({ code, message }) => ({ code, message })) })
  await updateFile(ctx, id, {
    state: 'accepted',
    counts_beside: form.beside,
    warnings: JSON.stringify(warnings),
    accepted_at: ctx.now,
    accepted_by_name: ctx.officer.name,
  })
  await replaceOld(ctx, file)
  const details = { month: file.month, datasets: counted.map(({ dataset }) => dataset), despite: form.despite, beside: form.beside }
  await recordActs(ctx, [{ action: 'file.accepted', subjectKind: 'file', subjectId: id, divisionCode: file.division_code, details }])
  await loadRegister(ctx, file, counted)
  return fileById(ctx, id)
}

/** Recognised, and of a dataset the one who handed it in may hand in. */
export function countedSheets(file: Pick<FileRow, 'allowed_datasets'>, sheets: readonly SheetRow[]): SheetRow[] {
  const foreign = new Set(foreignDatasets(file, sheets))
  return sheets.filter(({ dataset }) => dataset !== null && !foreign.has(dataset))
}

/** The sheets of a file that count for a dataset, with what officers said about their columns, and whether others lie beside them. */
export async function countedFor(ctx: Context, id: number, dataset: string): Promise<{ sheets: AcceptedSheet[]; isWhole: boolean }> {
  const file = await fileRow(ctx, id)
  const all = await sheetRows(ctx, [id])
  const counted = countedSheets(file, all).filter((sheet) => sheet.dataset === dataset)
  return {
    sheets: counted.map(({ name, chosen_columns: columns, rows_in: rows }) => ({ name, dataset, columns, rows })),
    isWhole: counted.length === all.length,
  }
}

async function replaceOld(ctx: Context, file: FileRow): Promise<void> {
  if (file.replaces === null) return
  const old = await fileRow(ctx, file.replaces)
  if (old.state === 'withdrawn') return
  await updateFile(ctx, old.id, { state: 'replaced' })
  const details = { by: file.id }
  await recordActs(ctx, [{ action: 'file.replaced', subjectKind: 'file', subjectId: old.id, divisionCode: file.division_code, details }])
}

/** The register of the county is loaded, or compared, from what was accepted; it speaks from the month the file is for. */
async function loadRegister(ctx: Context, file: FileRow, sheets: readonly SheetRow[]): Promise<void> {
  if (!sheets.some(({ dataset }) => dataset === registerDataset)) return
  await startJob(ctx, {
    kind: 'register.load',
    divisionCode: file.division_code,
    input: { fileIds: [keptIdOf(file, true)], asOf: `${file.month}-01`, handedInFile: file.id },
  })
}
