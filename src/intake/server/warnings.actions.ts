/** Finds what an officer must be told about a file, from what was read in it and what lies around it. */
import type { Context } from '../../store/index.ts'
import { calendarPolicy, handInNumber } from './calendar-policy.ts'
import type { FileWarning } from './file-forms.ts'
import { departmentsOf, type FileRow } from './files.queries.ts'
import { type SheetRow, sheetRows } from './sheets.queries.ts'
import { acceptedBefore, mendable, previousOf, sameBytes, sameRows } from './surroundings.queries.ts'
import {
  alreadyAccepted,
  duplicateFile,
  duplicateRows,
  halfFile,
  isCorrection,
  type Limits,
  looksLikeCorrection,
  notYourDataset,
  readerSays,
  type SheetFacts,
  whichDepartment,
  wrongMonth,
} from './warnings.rules.ts'

/** Found anew each time: what was a doubt yesterday may be settled by what else was withdrawn or accepted. */
export async function findWarnings(ctx: Context, file: FileRow): Promise<FileWarning[]> {
  const sheets = await sheetRows(ctx, [file.id])
  const facts = factsOf(ctx, file, sheets)
  const limits = limitsOf(ctx, file)
  const label = (dataset: string) => ctx.policy.datasets.get(dataset)?.label ?? dataset
  const twins = await sameBytes(ctx, file)
  const rowTwins = twins.length > 0 ? [] : await sameRows(ctx, file)
  const bySheet: FileWarning[] = []
  for (const sheet of facts) {
    bySheet.push(...wrongMonth(file.month, sheet, limits))
    bySheet.push(...halfFile(sheet, await previousOf(ctx, file, sheet.dataset), limits))
    bySheet.push(...alreadyAccepted(sheet.label, file.month, await acceptedBefore(ctx, file, sheet.dataset)))
  }
  const looksMended = file.replaces === null && sheets.some(({ columns }) => isCorrection(columns.map(({ header }) => header)))
  const department = facts.length > 0 && file.department === '' ? [whichDepartment(await departmentsFor(ctx, file, facts))] : []
  return [
    ...duplicateFile(twins),
    ...duplicateRows(rowTwins.map(({ dataset, ...twin }) => ({ label: label(dataset), ...twin }))),
    ...bySheet,
    ...(looksMended ? [looksLikeCorrection(await mendable(ctx, file))] : []),
    ...department,
    ...notYourDataset(foreignDatasets(file, sheets).map(label)),
    ...readerSays(file.warnings.filter(({ code }) => code === 'reader').map(({ message }) => message)),
  ]
}

/** Sheets the one who handed the file in has no say over; they take no part in the month. */
export function foreignDatasets(file: Pick<FileRow, 'allowed_datasets'>, sheets: readonly Pick<SheetRow, 'dataset'>[]): string[] {
  const { allowed_datasets: allowed } = file
  if (allowed === null) return []
  return [...new Set(sheets.flatMap(({ dataset }) => (dataset === null || allowed.includes(dataset) ? [] : [dataset])))]
}

/** Several sheets of one dataset count together. */
function factsOf(ctx: Context, file: FileRow, sheets: readonly SheetRow[]): SheetFacts[] {
  const foreign = new Set(foreignDatasets(file, sheets))
  const own = sheets.filter(({ dataset }) => dataset !== null && !foreign.has(dataset))
  return [...Map.groupBy(own, ({ dataset }) => dataset ?? '')].map(([name, of]) => {
    const dataset = ctx.policy.datasets.get(name)
    const event = dataset?.event_day
    return {
      dataset: name,
      label: dataset?.label ?? name,
      eventLabel: event === undefined ? '日期' : (dataset?.fields[event]?.label ?? '日期'),
      addsUp: calendarPolicy(ctx.policy).addsUp.has(name),
      rows: of.reduce((sum, { rows_in }) => sum + rows_in, 0),
      months: summed(of.flatMap(({ months }) => months.map(({ month, rows }) => ({ key: month, rows })))).map(({ key, rows }) => ({
        month: key,
        rows,
      })),
      townships: summed(of.flatMap(({ townships }) => townships.map(({ name: key, rows }) => ({ key, rows })))).map(({ key, rows }) => ({
        name: key,
        rows,
      })),
    }
  })
}

function summed(entries: readonly { key: string; rows: number }[]): { key: string; rows: number }[] {
  return [...Map.groupBy(entries, ({ key }) => key)].map(([key, of]) => ({ key, rows: of.reduce((sum, { rows }) => sum + rows, 0) }))
}

function limitsOf(ctx: Context, file: FileRow): Limits {
  const number = (name: string) => handInNumber(ctx.policy, name, file.division_code, ctx.today)
  return {
    halfFilePercent: number('half_file_percent'),
    halfFileRows: number('half_file_rows'),
    wrongMonthPercent: number('wrong_month_percent'),
  }
}

/** Departments that hand in one of these datasets: the offices where there are any, else those the dataset names. */
export async function departmentsFor(
  ctx: Context,
  file: Pick<FileRow, 'division_code'>,
  sheets: readonly { dataset: string }[],
): Promise<string[]> {
  const offices = await departmentsOf(ctx, file.division_code)
  const names = sheets.flatMap(({ dataset }) => {
    const own = offices.filter(({ datasets }) => datasets.includes(dataset)).map(({ name }) => name)
    return own.length > 0 ? own : (ctx.policy.datasets.get(dataset)?.department ?? '').split('/')
  })
  return [...new Set(names)].filter((name) => name !== '')
}
