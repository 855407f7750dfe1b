/** The bad rows of every file, read again from the original, as workbooks ready to be mended. */
import { mkdir, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type CorrectionRow,
  type CorrectionSheet,
  openFile,
  ownHeader,
  type SheetReport,
  writeCorrectionWorkbook,
} from '../intake/index.ts'
import type { Run } from './pipeline.ts'

interface Issue {
  row_no: number
  column_header: string
  code: string
  found: string
  expected: string
  severity: 'error' | 'warning'
}

/** One workbook per input file with at least one issue, named like the file. */
export async function writeCorrections(run: Run, folder: string, day: string): Promise<void> {
  await mkdir(folder)
  const taken = new Set<string>()
  for (const [file, sheets] of Map.groupBy(run.intake.sheets, ({ file }) => file)) {
    const name = freeName(file, taken)
    await writeCorrectionWorkbook(join(folder, name), { file, day, sheets: sheetsOf(run, sheets) })
  }
  await rmdir(folder).catch(() => undefined)
}

function freeName(file: string, taken: Set<string>): string {
  const stem = file
    .replace(/\.[^./]+$/, '')
    .replaceAll('/', '_')
    .slice(-80)
  let name = `${stem}-更正.xlsx`
  for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${stem}-更正(${i}).xlsx`
  taken.add(name.toLowerCase())
  return name
}

async function* sheetsOf(run: Run, sheets: readonly SheetReport[]): AsyncIterable<CorrectionSheet> {
  for (const sheet of sheets) {
    const issues = await run.engine.rows<Issue>(
      `SELECT row_no, column_header, code, found, expected, severity FROM issue WHERE sheet_no = ${sheet.sheetNo} ORDER BY row_no, column_header, code`,
    )
    if (issues.length > 0) yield { sheet: sheet.sheet, headers: sheet.recognition.headers.map(ownHeader), rows: rowsOf(sheet, issues) }
  }
}

async function* rowsOf(sheet: SheetReport, issues: readonly Issue[]): AsyncIterable<CorrectionRow> {
  const byRow = Map.groupBy(issues, ({ row_no }) => row_no)
  const columns = columnIndexes(sheet)
  const last = Math.max(...byRow.keys())
  const open = await openFile(sheet.path, { name: sheet.file })
  try {
    const handle = open.sheets.find(({ name }) => name === sheet.sheet)
    if (!handle) return
    for await (const block of handle.rows({ upTo: last })) {
      for (const [i, rowNumber] of block.rowNumbers.entries()) {
        const own = byRow.get(rowNumber)
        if (own)
          yield {
            rowNumber,
            cells: block.cells[i] ?? [],
            issues: own.map((issue) => ({
              columnIndex: columns.get(issue.column_header) ?? -1,
              code: issue.code,
              found: issue.found,
              expected: issue.expected,
              severity: issue.severity,
            })),
          }
      }
    }
  } finally {
    await open.close()
  }
}

/** Where each header of a recognised column stands. */
function columnIndexes(sheet: SheetReport): Map<string, number> {
  const indexes = new Map<string, number>()
  for (const { columns } of sheet.plan.fields) {
    columns.headers.forEach((header, i) => {
      if (!indexes.has(ownHeader(header))) indexes.set(ownHeader(header), columns.columns[i] ?? -1)
    })
  }
  return indexes
}
