/** One sheet of a workbook as a text file of its own, row for row. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

interface Sheet {
  rows(options: { signal: AbortSignal }): AsyncIterable<{ rowNumbers: number[]; cells: (string | null)[][] }>
}

/** Rows keep their numbers: where the sheet leaves rows out, empty lines stand. */
export async function writeSheet(sheet: Sheet, path: string, signal: AbortSignal): Promise<void> {
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
