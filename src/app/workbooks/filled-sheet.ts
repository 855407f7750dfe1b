/** Reads a form that came back filled in, whatever office program saved it: finds its header, gives the cells by their column. */
import { openFile } from '../../intake/index.ts'
import { fieldKinds, isMonthText } from '../../policy/index.ts'
import type { FillProblem } from './workbook-data.ts'

export interface FilledRow<K extends string> {
  sheet: string
  row: number
  cells: Record<K, string>
}

export interface FilledForm<K extends string> {
  rows: FilledRow<K>[]
  problems: FillProblem[]
}

const deepestHeader = 15
const mostFilledRows = 200_000

/** Every row with a value on every sheet that carries all the wanted headers; a file without such a sheet is a problem that says what was looked for. */
export async function readFilledForm<K extends string>(path: string, file: string, headers: Record<K, string>): Promise<FilledForm<K>> {
  const form: FilledForm<K> = { rows: [], problems: [] }
  const open = await openFile(path, { name: file, limits: { rows: mostFilledRows, partBytes: 512 * 1024 ** 2 } })
  try {
    let found = false
    for (const sheet of open.sheets) {
      if (!sheet.hidden) found = (await readSheet(sheet.name, sheet.rows(), headers, form)) || found
    }
    if (!found) form.problems.push(noForm(file, Object.values(headers)))
  } finally {
    await open.close()
  }
  return form
}

function noForm(file: string, headers: string[]): FillProblem {
  return {
    file,
    sheet: '',
    row: 0,
    column: '',
    found: '',
    message: `没有找到填报表。表头须有：${headers.join('、')}。请在系统生成的工作簿里填写，不要改动或删除表头和隐藏列。`,
  }
}

async function readSheet<K extends string>(
  sheet: string,
  blocks: AsyncIterable<{ rowNumbers: number[]; cells: (string | null)[][] }>,
  headers: Record<K, string>,
  form: FilledForm<K>,
): Promise<boolean> {
  let columns: Record<K, number> | undefined
  for await (const block of blocks) {
    for (const [i, cells] of block.cells.entries()) {
      const row = block.rowNumbers[i] ?? 0
      if (columns !== undefined) keepRow(form, { sheet, row, cells: pick(cells, columns) })
      else if (row <= deepestHeader) columns = findColumns(cells, headers)
      else return false
    }
  }
  return columns !== undefined
}

function keepRow<K extends string>(form: FilledForm<K>, row: FilledRow<K>): void {
  if (Object.values<string>(row.cells).some((text) => text !== '')) form.rows.push(row)
}

const plainHeader = (text: string) => text.replace(/[\s*＊]/g, '')

function findColumns<K extends string>(cells: readonly (string | null)[], headers: Record<K, string>): Record<K, number> | undefined {
  const present = cells.map((cell) => plainHeader(cell ?? ''))
  const columns = {} as Record<K, number>
  for (const key of Object.keys(headers) as K[]) {
    columns[key] = present.indexOf(plainHeader(headers[key]))
    if (columns[key] < 0) return undefined
  }
  return columns
}

function pick<K extends string>(cells: readonly (string | null)[], columns: Record<K, number>): Record<K, string> {
  const picked = {} as Record<K, string>
  for (const key of Object.keys(columns) as K[]) picked[key] = asTyped(cells[columns[key]] ?? '')
  return picked
}

/** Without the apostrophe our own workbooks put before signs that would start a formula, and without marks of formulas that have no result. */
function asTyped(text: string): string {
  if (text.startsWith('\u0000')) return ''
  return text.trim().replace(/^'(?=[=+\-@\t\r\n])/, '')
}

/** A whole day in any form officials write; a month alone is not enough here. */
export function readFilledDay(text: string): string | undefined {
  const isSerial = /^\d{5}$/.test(text)
  if (!isSerial && isMonthText(text)) return undefined
  const reading = fieldKinds.day.read(text, { field: { label: '', kind: 'day', headers: [''] } })
  return typeof reading === 'object' ? reading.value : undefined
}
