/** A styled workbook written row by row in bounded memory, the same bytes for the same content; of exceljs only this file knows the inside. */
import { createWriteStream, type WriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import ExcelJS, { type DataValidation, type Worksheet } from 'exceljs'
import { safeText, sheetNameOf, wrappedLines } from './cell-text.rules.ts'
import { type StyleName, styles } from './styles.ts'

/** Who wrote a workbook that must not be read as input, and the name that stays in it when an office program saves it again. */
export const ourMark = { creator: 'xianjie', definedName: 'xianjie_output' } as const

export interface BookOptions {
  title: string
  /** Stamped as date of making, so that equal content gives equal bytes. */
  day: string
  /** Marked as ours: skipped when it lies among the input files. */
  isOurs: boolean
}

export interface Cell {
  value: string | number | null
  style: StyleName
  /** Comment shown beside the cell. */
  note?: string
  /** Sheet of the same workbook the cell leads to. */
  leadsTo?: string
  /** Written as given: the caller has made it harmless. */
  isSafe?: boolean
}

export interface SheetOptions {
  name: string
  /** Column widths in typewriter columns. */
  widths: readonly number[]
  /** Rows that stay in sight and are printed on every page; the last of them carries the filter. */
  headerRows?: number
  frozenColumns?: number
  hidden?: readonly number[]
  /** Look of cells not yet written, for forms. */
  columnStyles?: readonly StyleName[]
  hasFilter?: boolean
  footer?: string
  isHidden?: boolean
}

export interface Sheet {
  readonly name: string
  readonly rowCount: number
  /** Writes the next row; its height follows from what must be wrapped unless given. */
  row(cells: readonly (Cell | null)[], height?: number): Promise<void>
  /** Joins cells of the row about to be written: first and last column, from 1. */
  merge(fromColumn: number, toColumn: number): void
  allow(range: string, validation: DataValidation): void
  close(): void
}

export interface Book {
  sheet(options: SheetOptions): Sheet
}

/** What exceljs does not say about itself. */
interface Inside {
  zip: { append(source: unknown, entry: { name: string }): unknown }
}
interface SheetInside {
  stream: { pipes: { _writableState?: { length: number } }[]; buffers: unknown[] }
  dataValidations: { add(range: string, validation: DataValidation): void }
}

const rowsBetweenPauses = 200
const mostPending = 2 * 1024 * 1024
const a4 = 9
/** Excel's last row is 1 048 576. */
export const mostRows = 1_048_000

/** Writes a workbook; when `fill` fails or the disk does, nothing is left behind. */
export async function writeBook(path: string, options: BookOptions, fill: (book: Book) => Promise<void>): Promise<void> {
  const out = createWriteStream(path)
  const failed = new Promise<never>((_, reject) => out.on('error', reject))
  failed.catch(() => {})
  try {
    await Promise.race([failed, writeInto(out, options, fill)])
  } catch (error) {
    out.destroy()
    await rm(path, { force: true })
    throw error
  }
}

async function writeInto(out: WriteStream, options: BookOptions, fill: (book: Book) => Promise<void>): Promise<void> {
  const day = new Date(`${options.day}T00:00:00Z`)
  const settings = { stream: out, useStyles: true, useSharedStrings: false, created: day }
  const workbook = new DatedWriter(settings)
  workbook.creator = options.isOurs ? ourMark.creator : '衔接'
  workbook.lastModifiedBy = workbook.creator
  workbook.modified = day
  workbook.title = options.title
  const taken = new Set<string>()
  let isMarked = !options.isOurs
  const book: Book = {
    sheet(sheetOptions) {
      const name = sheetNameOf(sheetOptions.name, taken)
      if (!isMarked) workbook.definedNames.add(`'${name}'!$A$1`, ourMark.definedName)
      isMarked = true
      return openSheet(workbook, { ...sheetOptions, name }, out)
    },
  }
  await fill(book)
  await workbook.commit()
}

/** Entries of the zip carry the day of the book instead of the clock; the theme is the first of them, written while the writer is being made. */
class DatedWriter extends ExcelJS.stream.xlsx.WorkbookWriter {
  override addThemes(): Promise<void> {
    const { zip } = this as unknown as Inside
    const append = zip.append.bind(zip)
    zip.append = (source, entry) => append(source, { ...entry, date: this.created } as { name: string })
    return super.addThemes()
  }
}

function openSheet(workbook: ExcelJS.stream.xlsx.WorkbookWriter, options: SheetOptions, out: WriteStream): Sheet {
  const worksheet = workbook.addWorksheet(options.name, sheetSettings(options))
  const inside = worksheet as unknown as SheetInside
  worksheet.columns = options.widths.map((width, i) => ({
    width,
    hidden: options.hidden?.includes(i) ?? false,
    ...(options.columnStyles?.[i] === undefined ? {} : { style: styles[options.columnStyles[i]] }),
  }))
  let rowCount = 0
  let merges: [number, number][] = []
  return {
    name: options.name,
    get rowCount() {
      return rowCount
    },
    async row(cells, height) {
      rowCount++
      writeRow(worksheet, rowCount, cells, { height: height ?? heightOf(cells, options.widths, merges), merges })
      merges = []
      if (rowCount % rowsBetweenPauses === 0) await untilDrained(inside, out)
    },
    merge: (from, to) => merges.push([from, to]),
    allow: (range, validation) => inside.dataValidations.add(range, validation),
    close() {
      const header = options.headerRows ?? 1
      if (options.hasFilter) {
        worksheet.autoFilter = { from: { row: header, column: 1 }, to: { row: Math.max(rowCount, header), column: options.widths.length } }
      }
      worksheet.commit()
    },
  }
}

function sheetSettings(options: SheetOptions): Partial<ExcelJS.AddWorksheetOptions> {
  const header = options.headerRows ?? 0
  const footer = (options.footer ?? '').replaceAll('&', '')
  return {
    state: options.isHidden ? 'hidden' : 'visible',
    views: [
      {
        showGridLines: false,
        ...(header > 0 ? { state: 'frozen', ySplit: header, xSplit: options.frozenColumns ?? 0 } : {}),
      } as Partial<ExcelJS.WorksheetView>,
    ],
    pageSetup: {
      paperSize: a4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...(header > 0 ? { printTitlesRow: `1:${header}` } : {}),
    },
    headerFooter: { oddFooter: `&L&9${footer}&C&9第 &P 页 共 &N 页&R&9&A` },
  }
}

function writeRow(
  worksheet: Worksheet,
  number: number,
  cells: readonly (Cell | null)[],
  { height, merges }: { height: number; merges: readonly [number, number][] },
): void {
  const row = worksheet.getRow(number)
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]
    if (!cell) continue
    const target = row.getCell(i + 1)
    target.style = styles[cell.style]
    const text = typeof cell.value === 'string' && !cell.isSafe ? safeText(cell.value) : cell.value
    const value = text === '' ? null : text
    target.value = cell.leadsTo === undefined ? value : { text: String(value), hyperlink: `#'${cell.leadsTo}'!A1` }
    if (cell.note !== undefined) target.note = { texts: [{ text: cell.note, font: { name: '宋体', size: 9 } }], editAs: 'oneCells' }
  }
  row.height = height
  for (const [from, to] of merges) worksheet.mergeCells(number, from, number, to)
  row.commit()
}

const lineHeight = 13.5
const highestRow = 240

function heightOf(cells: readonly (Cell | null)[], widths: readonly number[], merges: readonly [number, number][]): number {
  let lines = 1
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]
    if (!cell || typeof cell.value !== 'string') continue
    lines = Math.max(lines, wrappedLines(cell.value, widthOf(i + 1, widths, merges)))
  }
  return Math.min(highestRow, lines * lineHeight + 5)
}

function widthOf(column: number, widths: readonly number[], merges: readonly [number, number][]): number {
  const merged = merges.find(([from]) => from === column)
  if (!merged) return widths[column - 1] ?? 10
  let width = 0
  for (let i = merged[0]; i <= merged[1]; i++) width += widths[i - 1] ?? 10
  return width
}

/** exceljs never waits for the zip: without this pause a long sheet piles up in memory. */
async function untilDrained(inside: SheetInside, out: WriteStream): Promise<void> {
  const pending = () => inside.stream.pipes.reduce((sum, pipe) => sum + (pipe._writableState?.length ?? 0), 0)
  do {
    await nextTurn()
    if (out.errored) throw out.errored
  } while (pending() > mostPending)
}
