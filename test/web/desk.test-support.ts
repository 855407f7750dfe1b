/** What the hands of an officer do on a page: choose, look for words, take and hand in workbooks. */
import { readFile } from 'node:fs/promises'
import exceljs from 'exceljs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Chooses from a list that opens when it is clicked. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click()
  await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click()
}

/** Presses a button of the dialog that is open. */
export async function pressInDialog(page: Page, name: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
}

/** The words appear somewhere on the page. */
export async function sees(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).first().waitFor()
}

export type Cells = Record<string, string>

/** Saves what a click downloads and reads it as a workbook. */
export async function downloaded(page: Page, click: () => Promise<void>): Promise<{ name: string; content: Buffer }> {
  const saved = page.waitForEvent('download')
  await click()
  const download = await saved
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) }
}

/** Writes into a downloaded workbook what `fill` returns for a row, by the words of the head row; how many cells were written. */
export async function filled(
  content: Buffer,
  fill: (row: Cells, at: number) => Cells | undefined,
): Promise<{ content: Buffer; cells: number }> {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(content as unknown as exceljs.Buffer)
  const sheet = workbook.worksheets[0]!
  const head = headOf(sheet)
  let cells = 0
  for (let at = head.row + 1; at <= Math.max(sheet.rowCount, head.row + 3); at += 1) {
    const row = sheet.getRow(at)
    const known = Object.fromEntries([...head.columns].map(([label, column]) => [label, row.getCell(column).text]))
    for (const [label, value] of Object.entries(fill(known, at - head.row) ?? {})) {
      expect([...head.columns.keys()]).toContain(label)
      row.getCell(head.columns.get(label)!).value = value
      cells += 1
    }
  }
  return { content: Buffer.from(await workbook.xlsx.writeBuffer()), cells }
}

/** The row with the most words is the head; a star marks what must be filled in. */
function headOf(sheet: exceljs.Worksheet): { row: number; columns: Map<string, number> } {
  const counts = [1, 2, 3, 4, 5].map((row) => sheet.getRow(row).actualCellCount)
  const row = counts.indexOf(Math.max(...counts)) + 1
  const columns = new Map<string, number>()
  sheet.getRow(row).eachCell((cell, column) => columns.set(cell.text.replace(/\*$/, ''), column))
  return { row, columns }
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
