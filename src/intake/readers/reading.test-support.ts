/** Puts bytes into a file of a temporary folder, and reads files whole, for tests. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type OpenOptions, openFile, type RowOptions } from './index.ts'

export interface TestFolder {
  path: string
  write(name: string, content: string | Buffer): string
}

/** A folder that goes away with the test file. */
export function testFolder(): TestFolder {
  const path = mkdtempSync(join(tmpdir(), 'xianjie-readers-'))
  afterAll(() => rmSync(path, { recursive: true, force: true }))
  return {
    path,
    write(name, content) {
      const file = join(path, name)
      writeFileSync(file, content)
      return file
    },
  }
}

export type Rows = Record<number, (string | null)[]>

/** All rows of all sheets, by sheet name and row number. */
export async function readSheets(path: string, options: Partial<OpenOptions> = {}, rowOptions?: RowOptions): Promise<Record<string, Rows>> {
  const file = await openFile(path, { name: path.split('/').at(-1)!, ...options })
  try {
    const sheets: Record<string, Rows> = {}
    for (const sheet of file.sheets) {
      const rows: Rows = {}
      for await (const block of sheet.rows(rowOptions)) {
        for (const [i, rowNumber] of block.rowNumbers.entries()) rows[rowNumber] = block.cells[i]!
      }
      sheets[sheet.name] = rows
    }
    return sheets
  } finally {
    await file.close()
  }
}

/** The rows of the first sheet. */
export async function readRows(path: string, options: Partial<OpenOptions> = {}, rowOptions?: RowOptions): Promise<Rows> {
  return Object.values(await readSheets(path, options, rowOptions))[0] ?? {}
}
