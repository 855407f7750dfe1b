/** Writes chosen columns of a sheet as a plain CSV file that the engine can read at full speed. */
import { type FileHandle, open } from 'node:fs/promises'
import { ByteStore } from './byte-text.ts'
import { formulaToken, formulaWithoutValue, type SheetHandle } from './reader.ts'
import { XlsxSheet } from './xlsx.ts'

export interface CsvOptions {
  /** Leave out rows up to and including this one: the header and what stands above it. */
  after?: number
  /** Stop after this row number. */
  upTo?: number
  signal?: AbortSignal
  onProgress?: (share: number) => void
}

const writeAt = 1024 * 1024
const formulaBytes = Buffer.from(formulaToken)

/**
 * Writes UTF-8 without a header line: the row number, then one cell per column asked for, in that order; line breaks are LF, an empty cell is
 * nothing, quotes stand where RFC 4180 asks for them, a formula without a result is `formulaToken`.
 */
export async function writeRowsAsCsv(
  sheet: SheetHandle,
  columns: readonly number[],
  path: string,
  options: CsvOptions = {},
): Promise<{ rows: number }> {
  const handle = await open(path, 'w')
  const target = new ByteStore(writeAt * 2)
  try {
    const rows =
      sheet instanceof XlsxSheet
        ? await writeScanned(sheet, columns, target, handle, options)
        : await writeBlocks(sheet, columns, target, handle, options)
    await flush(target, handle)
    return { rows }
  } finally {
    await handle.close()
  }
}

async function flush(target: ByteStore, handle: FileHandle): Promise<void> {
  for (let at = 0; at < target.used; ) at += (await handle.write(target.bytes, at, target.used - at)).bytesWritten
  target.used = 0
}

/** Straight from bytes to bytes: no cell ever becomes a JavaScript string. */
async function writeScanned(
  sheet: XlsxSheet,
  columns: readonly number[],
  target: ByteStore,
  handle: FileHandle,
  options: CsvOptions,
): Promise<number> {
  const after = options.after ?? 0
  let rows = 0
  const scan = sheet.scan({ ...options, columns }, (rowNumber, row, shared) => {
    if (rowNumber <= after) return
    rows += 1
    target.write(String(rowNumber))
    for (const column of columns) {
      target.reserve(1)
      target.bytes[target.used++] = 44
      row.appendCsv(column, target, shared, formulaBytes)
    }
    target.reserve(1)
    target.bytes[target.used++] = 10
  })
  for await (const _ of scan) if (target.used >= writeAt) await flush(target, handle)
  return rows
}

async function writeBlocks(
  sheet: SheetHandle,
  columns: readonly number[],
  target: ByteStore,
  handle: FileHandle,
  options: CsvOptions,
): Promise<number> {
  const after = options.after ?? 0
  let rows = 0
  for await (const block of sheet.rows({ ...options, columns })) {
    let text = ''
    for (let i = 0; i < block.rowNumbers.length; i++) {
      if (block.rowNumbers[i]! <= after) continue
      rows += 1
      text += block.rowNumbers[i]
      const cells = block.cells[i]!
      for (const column of columns) text += `,${csvCell(cells[column] ?? '')}`
      text += '\n'
    }
    target.write(text)
    if (target.used >= writeAt) await flush(target, handle)
  }
  return rows
}

function csvCell(value: string): string {
  if (value === formulaWithoutValue) return formulaToken
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}
