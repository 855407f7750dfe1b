/** Sheets of a workbook as text files of their own, row for row. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { openFile } from '../../intake/index.ts'
import { plainName } from '../../intake/server/index.ts'

interface Sheet {
  rows(options: { signal: AbortSignal }): AsyncIterable<{ rowNumbers: number[]; cells: (string | null)[][] }>
}

/** How a sheet put down by itself is called. */
export const splitName = (to: string, sheet: string): string => `${to} ${plainName(sheet)}.csv`

/** Puts down some sheets of a file, each beside `to` under its own name, and removes the file. */
export async function splitFile(
  path: string,
  { name, sheets, to }: { name: string; sheets: ReadonlySet<string>; to: string },
  signal: AbortSignal,
): Promise<void> {
  const workbook = await openFile(path, { name })
  try {
    for (const sheet of workbook.sheets.filter((one) => sheets.has(one.name))) await writeSheet(sheet, splitName(to, sheet.name), signal)
  } finally {
    await workbook.close()
    await rm(path, { force: true })
  }
}

/** Rows keep their numbers: where the sheet leaves rows out, empty lines stand. */
async function writeSheet(sheet: Sheet, path: string, signal: AbortSignal): Promise<void> {
  const out = createWriteStream(path, { mode: 0o600 })
  const failed = once(out, 'error').then(([error]) => Promise.reject(error))
  failed.catch(() => undefined)
  let line = 1
  for await (const { rowNumbers, cells } of sheet.rows({ signal })) {
    let block = ''
    for (const [index, rowNumber] of rowNumbers.entries()) {
      block += '\n'.repeat(Math.max(0, rowNumber - line))
      block += `${[...(cells[index] ?? [])].map(csvCell).join(',')}\n`
      line = rowNumber + 1
    }
    if (!out.write(block)) await Promise.race([once(out, 'drain'), failed])
  }
  out.end()
  await Promise.race([once(out, 'close'), failed])
}

/** A line break inside a cell would shift the rows below it. */
function csvCell(value: string | null | undefined): string {
  const text = (value ?? '').replace(/[\r\n]+/g, ' ')
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
