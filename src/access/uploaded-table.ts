/** A filled-in template as rows: the reader for hostile files belongs to a later room and is handed in. */
import { Problem } from '../kernel/index.ts'
import { accessProblems } from './problems.ts'
import type { Upload } from './route.ts'

/** The part of intake's `openFile` that is needed here. */
export type OpenTable = (
  path: string,
  options: { name: string },
) => Promise<{
  sheets: readonly { rows(): AsyncIterable<{ rowNumbers: number[]; cells: (string | null)[][] }> }[]
  close(): Promise<void>
}>

export interface TableRow {
  /** As a spreadsheet program shows it. */
  row: number
  cells: Readonly<Record<string, string>>
}

const headerWithin = 5

/** The rows under the header of the first sheet, by the header's words; blank rows are passed over. */
export async function readTable(
  openTable: OpenTable,
  uploads: readonly Upload[],
  headers: readonly string[],
  required: readonly string[],
  limit: number,
): Promise<TableRow[]> {
  const [upload] = uploads
  if (upload === undefined) throw new Problem(accessProblems.noUpload, {})
  const opened = await openTable(upload.path, { name: upload.name })
  try {
    const [sheet] = opened.sheets
    if (sheet === undefined) throw new Problem(accessProblems.notWorkbook, { reason: '里面没有工作表' })
    return await rowsOf(sheet.rows(), headers, required, limit)
  } finally {
    await opened.close()
  }
}

async function rowsOf(
  blocks: AsyncIterable<{ rowNumbers: number[]; cells: (string | null)[][] }>,
  headers: readonly string[],
  required: readonly string[],
  limit: number,
): Promise<TableRow[]> {
  const rows: TableRow[] = []
  let columns: Map<string, number> | undefined
  let firstSeen: string[] = []
  for await (const { rowNumbers, cells } of blocks)
    for (const [at, row] of rowNumbers.entries()) {
      const texts = (cells[at] ?? []).map((cell) => (cell ?? '').trim())
      if (texts.every((text) => text === '')) continue
      if (columns === undefined) {
        columns = headerColumns(texts, headers, required)
        if (firstSeen.length === 0) firstSeen = texts
        if (columns === undefined && row > headerWithin) throw missing(required, firstSeen)
        continue
      }
      if (rows.length >= limit) throw new Problem(accessProblems.tooManyRows, { limit })
      rows.push({ row, cells: Object.fromEntries([...columns].map(([header, column]) => [header, texts[column] ?? ''])) })
    }
  if (columns === undefined) throw missing(required, firstSeen)
  return rows
}

/** The columns by header where the row is the header; marks such as `*` and line breaks around the words do not count. */
function headerColumns(texts: readonly string[], headers: readonly string[], required: readonly string[]): Map<string, number> | undefined {
  const plain = texts.map((text) => text.replace(/[\s*＊]|（.*）|\(.*\)/g, ''))
  const columns = new Map(headers.map((header) => [header, plain.indexOf(header)] as const).filter(([, column]) => column >= 0))
  return required.every((header) => columns.has(header)) ? columns : undefined
}

function missing(required: readonly string[], found: readonly string[]): Problem {
  const seen = found.filter((text) => text !== '')
  return new Problem(accessProblems.headersMissing, { missing: required.filter((header) => !seen.includes(header)), found: seen })
}
