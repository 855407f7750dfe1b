/** Works a filled correction workbook into the file it mends: every row in its place, the mended ones as they were mended. */
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { mostRows, openFile, writeBook } from '../index.ts'
import { shownHeader } from './choices.rules.ts'
import type { SheetColumn } from './file-forms.ts'
import { renamed } from './file-names.rules.ts'
import { columnsAcross, mendedRow } from './mend.rules.ts'
import { correctionColumns, isCorrection } from './warnings.rules.ts'

export interface MendRequest {
  original: { path: string; name: string; sheets: readonly { name: string; columns: readonly SheetColumn[] }[] }
  correction: { path: string; name: string }
  folder: string
  day: string
  signal?: AbortSignal
}

export interface Mended {
  path: string
  /** Rows mended in their places, and rows that have none there. */
  mended: number
  added: number
}

type Cells = readonly (string | null)[]

interface Correction {
  sheet: string
  headers: string[]
  byRow: Map<number, Cells>
  without: Cells[]
}

/** Without a sheet that is a correction there is nothing to work in: the file stands for itself. */
export async function mendFile(request: MendRequest): Promise<Mended | undefined> {
  const corrections = await readCorrections(request)
  if (corrections.length === 0) return undefined
  const tally = { mended: 0, added: 0 }
  const open = await openFile(request.original.path, { name: request.original.name, ...(request.signal ? { signal: request.signal } : {}) })
  try {
    const sheets = open.sheets.filter(({ hidden }) => !hidden).map((sheet) => ({ sheet, name: sheet.name }))
    const rowsOf = ({ sheet, name }: (typeof sheets)[number]) => {
      const columns = request.original.sheets.find((one) => one.name === name)?.columns ?? []
      const own = corrections.find((one) => one.sheet === name) ?? (sheets.length === 1 ? corrections[0] : undefined)
      return mendedRows(sheet.rows(request.signal ? { signal: request.signal } : {}), columns, own, tally)
    }
    const isText = open.kind === 'text'
    const path = join(request.folder, renamed(request.original.name, '（已改正）', isText ? 'csv' : 'xlsx'))
    const [first] = sheets
    if (isText && first !== undefined) await writeText(path, rowsOf(first))
    else
      await writeBook(path, { title: request.original.name, day: request.day, isOurs: false }, async (book) => {
        for (const one of sheets) {
          const sheet = book.sheet({ name: one.name === '' ? '数据' : one.name, widths: [] })
          for await (const row of rowsOf(one)) if (sheet.rowCount < mostRows) await sheet.row(row.map(cellOf), 15)
          sheet.close()
        }
      })
    return { path, ...tally }
  } finally {
    await open.close()
  }
}

async function readCorrections({ correction, signal }: MendRequest): Promise<Correction[]> {
  const open = await openFile(correction.path, { name: correction.name, ...(signal ? { signal } : {}) })
  const found: Correction[] = []
  try {
    for (const sheet of open.sheets) {
      if (sheet.hidden) continue
      let current: Correction | undefined
      for await (const { rowNumbers, cells } of sheet.rows(signal ? { signal } : {})) {
        for (const [i] of rowNumbers.entries()) {
          const row = cells[i] ?? []
          const headers = row.map((cell) => shownHeader(cell ?? ''))
          if (current === undefined && isCorrection(headers)) current = { sheet: sheet.name, headers, byRow: new Map(), without: [] }
          else if (current !== undefined) putRow(current, row)
        }
        if (current === undefined) break
      }
      if (current !== undefined) found.push(current)
    }
  } finally {
    await open.close()
  }
  return found
}

function putRow(correction: Correction, row: Cells): void {
  const number = Number((row[correction.headers.indexOf(correctionColumns.row)] ?? '').trim())
  if (Number.isInteger(number) && number > 0) correction.byRow.set(number, row)
  else correction.without.push(row)
}

async function* mendedRows(
  rows: AsyncIterable<{ rowNumbers: number[]; cells: (string | null)[][] }>,
  columns: readonly SheetColumn[],
  correction: Correction | undefined,
  tally: { mended: number; added: number },
): AsyncIterable<Cells> {
  const headers = Array.from({ length: Math.max(0, ...columns.map(({ index }) => index + 1)) }, () => '')
  for (const { index, header } of columns) headers[index] = header.split(' / ').at(-1) ?? header
  const across = columnsAcross(correction?.headers ?? [], headers)
  const left = new Map(correction?.byRow)
  for await (const { rowNumbers, cells } of rows) {
    for (const [i, rowNumber] of rowNumbers.entries()) {
      const row = cells[i] ?? []
      const mended = left.get(rowNumber)
      if (mended !== undefined) tally.mended++
      left.delete(rowNumber)
      yield mended === undefined ? row : mendedRow(row, mended, across)
    }
  }
  for (const row of [...left.values(), ...(correction?.without ?? [])]) {
    const added = mendedRow([], row, across)
    if (added.every((cell) => cell === null || cell.trim() === '')) continue
    tally.added++
    yield added
  }
}

/** Signs XML cannot carry; a formula without a result begins with one. */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** What it says was not calculated stays an error when it is read again. */
const plainText = (cell: string) => (cell.startsWith('\u0000') ? '#N/A' : cell.replace(unwritable, '').toWellFormed())

const cellOf = (cell: string | null) => ({ value: cell === null ? null : plainText(cell), style: 'text' as const, isSafe: true })

const blockLines = 2000

async function writeText(path: string, rows: AsyncIterable<Cells>): Promise<void> {
  async function* lines() {
    let block: string[] = []
    for await (const row of rows) {
      block.push(`${row.map((cell) => quoted(plainText(cell ?? ''))).join(',')}\n`)
      if (block.length < blockLines) continue
      yield block.join('')
      block = []
    }
    yield block.join('')
  }
  await pipeline(Readable.from(lines()), createWriteStream(path))
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
