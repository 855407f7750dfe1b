/** An officer says what a sheet is or what a column means; it is remembered for the department and the file is read anew. */
import { Problem } from '../../kernel/index.ts'
import { type Context, recordActs, storeProblems } from '../../store/index.ts'
import { type ColumnChoices, headerKey } from './choices.rules.ts'
import { fieldsOf } from './datasets.rules.ts'
import type { FileDetail, SheetChoiceForm } from './file-forms.ts'
import { lockedFile } from './files.queries.ts'
import { startReading } from './hand-in.actions.ts'
import { fileById } from './list.actions.ts'
import { fileProblems } from './problems.ts'
import { chooseSheet, rememberColumns, type SheetRow, sheetRows } from './sheets.queries.ts'
import { requireState } from './states.rules.ts'

/** `dataset: null` goes back to what is recognised by itself; columns named add to those chosen before. */
export async function chooseForSheet(ctx: Context, id: number, no: number, form: SheetChoiceForm): Promise<FileDetail> {
  const file = await lockedFile(ctx, id, form.version)
  requireState(file, '改动识别结果', ['read', 'unreadable'])
  if (file.destroyed_at !== null) throw new Problem(fileProblems.destroyed, { day: file.destroyed_at.toISOString().slice(0, 10) })
  const sheet = (await sheetRows(ctx, [id])).find(({ sheet_no }) => sheet_no === no)
  if (sheet === undefined) throw new Problem(storeProblems.notFound, { what: '这张工作表' })
  if (form.dataset === null) await chooseSheet(ctx, id, no, null, {})
  else {
    const dataset = datasetOf(ctx, sheet, form)
    const columns = columnsOf(ctx, sheet, dataset, form)
    const before = sheet.chosen_dataset === dataset ? sheet.chosen_columns : {}
    await chooseSheet(ctx, id, no, dataset, { ...before, ...columns })
    await rememberColumns(ctx, file, dataset, columns)
  }
  const details = { sheet: no, dataset: form.dataset, columns: form.columns }
  await recordActs(ctx, [
    { action: 'file.recognition_changed', subjectKind: 'file', subjectId: id, divisionCode: file.division_code, details },
  ])
  await startReading(ctx, file)
  return fileById(ctx, id)
}

function datasetOf(ctx: Context, sheet: SheetRow, form: SheetChoiceForm): string {
  const dataset = form.dataset ?? sheet.chosen_dataset ?? sheet.dataset
  const isTheirs = dataset === null || ctx.officer.datasets?.has(dataset) !== false
  if (dataset === null || !ctx.policy.datasets.has(dataset) || !isTheirs)
    throw new Problem(fileProblems.noSuchDataset, {
      dataset: dataset === null ? '（未指定）' : (ctx.policy.datasets.get(dataset)?.label ?? dataset),
    })
  return dataset
}

/** From headers as they are shown to headers as they are compared; a field takes one column only. */
function columnsOf(ctx: Context, sheet: SheetRow, dataset: string, form: SheetChoiceForm): ColumnChoices {
  const fields = fieldsOf(ctx.policy, dataset)
  const label = ctx.policy.datasets.get(dataset)?.label ?? dataset
  const chosen: Record<string, string | null> = {}
  const headersOf = new Map<string, string>()
  for (const [header, field] of Object.entries(form.columns)) {
    if (!sheet.columns.some((column) => column.header === header))
      throw new Problem(fileProblems.noSuchHeader, { header, open: sheet.columns.map((column) => column.header) })
    if (field !== null && !fields.has(field))
      throw new Problem(fileProblems.noSuchField, { field, dataset: label, open: [...fields.values()].map((one) => one.label) })
    const before = field === null ? undefined : headersOf.get(field)
    if (field !== null && before !== undefined)
      throw new Problem(fileProblems.fieldTwice, { field: fields.get(field)?.label ?? field, headers: [before, header] })
    if (field !== null) headersOf.set(field, header)
    chosen[headerKey(header.replaceAll(' / ', ''))] = field
  }
  return chosen
}
