/** Workbooks as the tests read them: by exceljs, which none of our readers use. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS, { type Worksheet } from 'exceljs'

const { ValueType } = ExcelJS

/** Runs with a temporary folder that is gone afterwards. */
export async function inFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'workbooks-'))
  try {
    return await run(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

export async function openWorkbook(path: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  return workbook
}

export function sheetOf(workbook: ExcelJS.Workbook, name: string): Worksheet {
  const sheet = workbook.getWorksheet(name)
  if (!sheet) throw new Error(`no sheet ${name}`)
  return sheet
}

/** Every text and number of a sheet with its address. */
export function cellsOf(sheet: Worksheet): { address: string; text: string; format: string | undefined }[] {
  const cells: { address: string; text: string; format: string | undefined }[] = []
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.type !== ValueType.Merge) cells.push({ address: cell.address, text: cell.text, format: cell.numFmt })
    }),
  )
  return cells
}

/** Number of the column under this header. */
export function columnOf(sheet: Worksheet, headerRow: number, header: string): number {
  const values = sheet.getRow(headerRow).values as (string | undefined)[]
  const column = values.indexOf(header)
  if (column < 0) throw new Error(`no column ${header}`)
  return column
}

/** Fills cells of a written workbook as a clerk would and saves it again. */
export async function fillIn(
  path: string,
  sheet: string,
  headerRow: number,
  filled: Record<number, Record<string, string | number | Date>>,
): Promise<void> {
  const workbook = await openWorkbook(path)
  const worksheet = sheetOf(workbook, sheet)
  for (const [row, cells] of Object.entries(filled)) {
    for (const [header, value] of Object.entries(cells))
      worksheet.getCell(Number(row), columnOf(worksheet, headerRow, header)).value = value
  }
  await workbook.xlsx.writeFile(path)
}
