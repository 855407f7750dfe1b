/** The workbook of bad rows that goes back to whoever sent the file: same columns, bad cells coloured and explained, ready to be mended and handed in again. */
import { rm } from 'node:fs/promises'
import { type Book, type Cell, mostRows, type Sheet, writeBook } from './book.ts'
import { displayWidth, returnedText, safeText, sheetNameOf } from './cell-text.rules.ts'
import { type CorrectionIssue, commentOf, summaryOf } from './issue-sentences.rules.ts'

export interface CorrectionRow {
  /** In the file as it came. */
  rowNumber: number
  cells: readonly (string | null)[]
  issues: readonly CorrectionIssue[]
}

export interface CorrectionSheet {
  /** Empty for text files. */
  sheet: string
  /** As read, header rows merged to one. */
  headers: readonly string[]
  rows: Iterable<CorrectionRow> | AsyncIterable<CorrectionRow>
}

export interface CorrectionBook {
  /** Path below the input folder. */
  file: string
  /** Stamped on the file as date of making. */
  day: string
  sheets: Iterable<CorrectionSheet> | AsyncIterable<CorrectionSheet>
  /** Cells that get a comment; the others are coloured only, for tens of thousands of comments make an office program crawl. */
  commentLimit?: number
}

export interface CorrectionTally {
  rows: number
  cells: number
  commented: number
  /** Bad rows beyond what a sheet can hold. */
  leftOut: number
}

/** Where a row of the workbook came from: the column that numbers it, and the sheet whose title names the file. */
export const originHeader = '原文件行号'
export const remarksSheet = '改正说明'
export const remarksTitle = (file: string): string => safeText(`${file}${remarksSheet}`)
/** The sheet that holds the rows of a file's sheet. */
export const correctedSheetName = (file: string, sheet: string): string =>
  sheetNameOf(sheet === '' ? (file.split('/').at(-1) ?? file).replace(/\.[^.]*$/, '') : sheet, new Set())
/** Extra columns stand last, so that the sheet is recognised by its own headers. */
const extraHeaders = [originHeader, '问题'] as const
const defaultCommentLimit = 20_000

/** Writes the rows that have an issue; without any, no file is left and the tally is 0. It carries no mark of ours, for it comes back as data. */
export async function writeCorrectionWorkbook(
  path: string,
  { file, day, sheets, commentLimit = defaultCommentLimit }: CorrectionBook,
): Promise<CorrectionTally> {
  const tally: CorrectionTally = { rows: 0, cells: 0, commented: 0, leftOut: 0 }
  await writeBook(path, { title: `${file}改正表`, day, isOurs: false }, async (book) => {
    for await (const sheet of sheets) await writeSheet(book, file, sheet, tally, commentLimit)
    await writeRemarks(book, file, tally)
  })
  if (tally.rows === 0) await rm(path, { force: true })
  return tally
}

async function writeSheet(book: Book, file: string, source: CorrectionSheet, tally: CorrectionTally, commentLimit: number): Promise<void> {
  let sheet: Sheet | undefined
  for await (const row of source.rows) {
    if (row.issues.length === 0) continue
    sheet ??= await openSheet(book, file, source)
    if (sheet.rowCount >= mostRows) tally.leftOut++
    else await sheet.row(cellsOf(row, source.headers, tally, commentLimit))
  }
  sheet?.close()
}

async function openSheet(book: Book, file: string, { sheet: name, headers }: CorrectionSheet): Promise<Sheet> {
  const sheet = book.sheet({
    name: correctedSheetName(file, name),
    widths: [...headers.map(widthOf), 11, 56],
    headerRows: 1,
    hasFilter: true,
    columnStyles: [...headers, ...extraHeaders].map(() => 'text' as const),
    footer: `${file}改正表`,
  })
  const own = headers.map((header): Cell => ({ value: returnedText(header), style: 'header', isSafe: true }))
  await sheet.row([...own, ...extraHeaders.map((value): Cell => ({ value, style: 'fillHeader' }))], 30)
  return sheet
}

function widthOf(header: string): number {
  const least = /证|号码|编号|账号/.test(header) ? 22 : 10
  return Math.min(36, Math.max(least, displayWidth(header) + 4))
}

function cellsOf(row: CorrectionRow, headers: readonly string[], tally: CorrectionTally, commentLimit: number): Cell[] {
  const byColumn = new Map<number, CorrectionIssue[]>()
  for (const issue of row.issues) byColumn.set(issue.columnIndex, [...(byColumn.get(issue.columnIndex) ?? []), issue])
  const cells = headers.map((_header, i): Cell => {
    const value = returnedText(row.cells[i] ?? '')
    const issues = byColumn.get(i)
    if (issues === undefined) return { value, style: 'text', isSafe: true }
    tally.cells++
    const style = issues.some((issue) => issue.severity === 'error') ? 'badCell' : 'doubtfulCell'
    if (tally.commented >= commentLimit) return { value, style, isSafe: true }
    tally.commented++
    return { value, style, isSafe: true, note: commentOf(issues) }
  })
  tally.rows++
  return [...cells, { value: String(row.rowNumber), style: 'centred' }, { value: summaryOf(row.issues, headers), style: 'text' }]
}

async function writeRemarks(book: Book, file: string, tally: CorrectionTally): Promise<void> {
  const sheet = book.sheet({ name: remarksSheet, widths: [110] })
  await sheet.row([{ value: `${file}${remarksSheet}`, style: 'sheetTitle' }], 30)
  for (const value of remarksOf(tally)) await sheet.row([{ value, style: 'text' }])
  sheet.close()
}

function remarksOf(tally: CorrectionTally): string[] {
  const remarks = [
    `一、本工作簿列出有问题的 ${tally.rows} 行，共 ${tally.cells} 个单元格。红色的必须改正，否则该行不参加比对；黄色的请核对。`,
    '二、鼠标停在着色的单元格上可以看到现在写的是什么、应当怎么写；最后一列“问题”写明同样的内容。',
    '三、直接在着色的单元格里改正，表头不要动。改好后把本工作簿放回原来的文件夹再次比对即可，最后两列不影响读取。',
    '四、原文件不用改动：和本工作簿放在一起比对时，这里的行代替原文件的同一行。除着色的单元格外，请不要大改，否则认不出是哪一行。',
  ]
  if (tally.cells > tally.commented) remarks.push(`五、问题较多，只有前 ${tally.commented} 个单元格带批注，其余只着色，原因见“问题”列。`)
  if (tally.leftOut > 0) remarks.push(`另有 ${tally.leftOut} 行放不下，改正后再次比对时会列出。`)
  return remarks
}
