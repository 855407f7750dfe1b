/** The sheets of a file before anything is recognised: their names, and the headers an officer could put a meaning to. */
import { Problem } from '../../kernel/index.ts'
import { openFile } from '../index.ts'
import { shownHeader } from './choices.rules.ts'
import { likelyHeader } from './likely-header.rules.ts'

type OpenFile = Awaited<ReturnType<typeof openFile>>
type SheetHandle = OpenFile['sheets'][number]

export interface SheetLook {
  /** From 1, in the order of the workbook; hidden sheets count. */
  no: number
  name: string
  headerRow: number | null
  columns: { index: number; header: string }[]
  /** Why it cannot be read. */
  problem: string | null
}

const sampleRows = 30

/** A sheet that cannot be read says so in its look; only what is wrong with the whole file is thrown. */
export async function lookAtSheets(open: OpenFile, signal?: AbortSignal): Promise<SheetLook[]> {
  const looks: SheetLook[] = []
  for (const [index, sheet] of open.sheets.entries()) looks.push(await lookAt(sheet, index + 1, signal))
  return looks
}

async function lookAt(sheet: SheetHandle, no: number, signal: AbortSignal | undefined): Promise<SheetLook> {
  const look: SheetLook = { no, name: sheet.name, headerRow: null, columns: [], problem: null }
  if (sheet.hidden) return look
  const rows: { rowNumber: number; cells: readonly (string | null)[] }[] = []
  look.problem = await problemOf(async () => {
    for await (const block of sheet.rows({ upTo: sampleRows, ...(signal ? { signal } : {}) })) {
      block.rowNumbers.forEach((rowNumber, i) => void rows.push({ rowNumber, cells: block.cells[i] ?? [] }))
    }
  })
  const header = likelyHeader(rows)
  if (header === undefined) return look
  look.headerRow = header.rowNumber
  look.columns = header.cells.flatMap((cell, index) => (cell === null || cell.trim() === '' ? [] : [{ index, header: shownHeader(cell) }]))
  return look
}

/** Reads the sheets of these names to the end, to tell one that nobody recognised from one that is broken further down. */
export async function breakDowns(
  path: string,
  name: string,
  sheets: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  if (sheets.size === 0) return found
  const open = await openFile(path, { name, ...(signal ? { signal } : {}) })
  try {
    for (const sheet of open.sheets) {
      if (!sheets.has(sheet.name)) continue
      const problem = await problemOf(async () => {
        for await (const _block of sheet.rows(signal ? { signal } : {})) signal?.throwIfAborted()
      })
      if (problem !== null) found.set(sheet.name, problem)
    }
  } finally {
    await open.close()
  }
  return found
}

async function problemOf(work: () => Promise<void>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof Problem) return error.message
    throw error
  }
}
