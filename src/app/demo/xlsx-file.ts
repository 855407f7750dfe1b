/** Workbooks with the same bytes for the same cells: a small writer of our own, since libraries stamp the clock into the file. */
import { writeFileSync } from 'node:fs'
import { constants, crc32, deflateRawSync } from 'node:zlib'
import type { OutCell, SheetSink } from './text-file.ts'
import { packXls } from './xls-file.ts'

export interface WorkbookSink {
  sheet(name: string, hasWrongDimension: boolean): SheetSink
  hiddenSheet(name: string, rows: OutCell[][]): void
  mergeHeader(sheet: string, row: number, upper: OutCell[], lower: OutCell[]): void
  mergeDown(sheet: string, column: number, from: number, until: number): void
  lastRow(sheet: string): number
  close(): void
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeXml = (text: string): string => (/[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => escapes[sign] as string) : text)

/** A, B … Z, AA … */
export const columnLetters = (index: number): string =>
  (index < 26 ? '' : columnLetters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

/** As Excel keeps a number: at most 15 significant digits. */
const digits15 = (value: number): string => {
  const short = Number(value.toPrecision(15))
  return Math.abs(short) >= 1e15 ? short.toExponential().replace('e+', 'E+') : String(short)
}

const cellXml = (cell: OutCell, at: string): string => {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'string') return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`
  if (typeof cell === 'number') return `<c r="${at}"><v>${digits15(cell)}</v></c>`
  if ('serial' in cell) return `<c r="${at}" s="1"><v>${cell.serial}</v></c>`
  if ('error' in cell) return `<c r="${at}" t="e"><v>${escapeXml(cell.error)}</v></c>`
  return `<c r="${at}"><f>${escapeXml(cell.formula)}</f>${cell.value === null ? '' : `<v>${digits15(cell.value)}</v>`}</c>`
}

interface Part {
  name: string
  packed: Buffer[]
  check: number
  size: number
}

/** Packs a part piece by piece, so that only the packed bytes stay in memory. */
const packer = (name: string): { add(text: string): void; end(): Part } => {
  const part: Part = { name, packed: [], check: 0, size: 0 }
  let pending = ''
  const flush = (isLast: boolean): void => {
    const bytes = Buffer.from(pending, 'utf8')
    part.check = crc32(bytes, part.check)
    part.size += bytes.length
    part.packed.push(deflateRawSync(bytes, { level: 4, finishFlush: isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH }))
    pending = ''
  }
  return {
    add: (text) => {
      pending += text
      if (pending.length > 1_000_000) flush(false)
    },
    end: () => {
      flush(true)
      return part
    },
  }
}

const zipHeader = (part: Part, offset: number | null): Buffer => {
  const name = Buffer.from(part.name, 'utf8')
  const packed = part.packed.reduce((sum, piece) => sum + piece.length, 0)
  const isCentral = offset !== null
  const header = Buffer.alloc(isCentral ? 46 : 30)
  let at = header.writeUInt32LE(isCentral ? 0x02014b50 : 0x04034b50, 0)
  if (isCentral) at = header.writeUInt16LE(20, at)
  // 2026-11-01 00:00 in the file system's form, the same in every run.
  for (const value of [20, 0x0800, 8, 0, 0x5d61]) at = header.writeUInt16LE(value, at)
  for (const value of [part.check, packed, part.size]) at = header.writeUInt32LE(value, at)
  at = header.writeUInt16LE(name.length, at)
  at = header.writeUInt16LE(0, at)
  if (isCentral) header.writeUInt32LE(offset, 42)
  return Buffer.concat([header, name])
}

const zip = (parts: readonly Part[]): Buffer => {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const header = zipHeader(part, null)
    directory.push(zipHeader(part, offset))
    pieces.push(header, ...part.packed)
    offset += header.length + part.packed.reduce((sum, piece) => sum + piece.length, 0)
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(
    directory.reduce((sum, piece) => sum + piece.length, 0),
    12,
  )
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...pieces, ...directory, end])
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const fixedParts = (names: readonly { name: string; isHidden: boolean }[], counts1904: boolean): Record<string, string> => {
  const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const overrides = names
    .map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${sheetType}.worksheet+xml"/>`)
    .join('')
  const sheets = names
    .map(
      ({ name, isHidden }, i) =>
        `<sheet name="${escapeXml(name)}" sheetId="${i + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
    )
    .join('')
  const links = names
    .map((_, i) => `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`)
    .join('')
  const package_ = 'http://schemas.openxmlformats.org/package/2006'
  return {
    '[Content_Types].xml': `<Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>${overrides}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${package_}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relations}"><workbookPr${counts1904 ? ' date1904="1"' : ''}/><sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${package_}/relationships">${links}<Relationship Id="rId${names.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet ${main}><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf numFmtId="14" applyNumberFormat="1" xfId="0"/></cellXfs></styleSheet>`,
  }
}

interface GrowingSheet {
  name: string
  isHidden: boolean
  put(cells: readonly OutCell[]): number
  rows: () => number
  merges: Map<string, string>
  end(index: number): Part
}

const growSheet = (name: string, isHidden: boolean, hasWrongDimension: boolean): GrowingSheet => {
  const pack = packer('')
  const merges = new Map<string, string>()
  let row = 0
  pack.add(`${xmlHead}<worksheet ${main}>${hasWrongDimension ? '<dimension ref="A1"/>' : ''}<sheetData>`)
  return {
    name,
    isHidden,
    merges,
    rows: () => row,
    put: (cells) => {
      row += 1
      let xml = `<row r="${row}">`
      for (let i = 0; i < cells.length; i++) xml += cellXml(cells[i] as OutCell, columnLetters(i) + row)
      pack.add(`${xml}</row>`)
      return row
    },
    end: (index) => {
      const merged = [...merges.values()].map((range) => `<mergeCell ref="${range}"/>`).join('')
      pack.add(`</sheetData>${merged === '' ? '' : `<mergeCells count="${merges.size}">${merged}</mergeCells>`}</worksheet>`)
      const part = pack.end()
      part.name = `xl/worksheets/sheet${index + 1}.xml`
      return part
    },
  }
}

/** Opens an .xlsx; nothing is written before `close`. */
const openXlsx = (path: string, counts1904: boolean): WorkbookSink => {
  const sheets: GrowingSheet[] = []
  const find = (name: string): GrowingSheet => sheets.find((one) => one.name === name) as GrowingSheet
  return {
    sheet: (name, hasWrongDimension) => {
      const sheet = growSheet(name, false, hasWrongDimension)
      sheets.push(sheet)
      return { put: sheet.put, close: () => {} }
    },
    hiddenSheet: (name, rows) => {
      const sheet = growSheet(name, true, false)
      for (const cells of rows) sheet.put(cells)
      sheets.push(sheet)
    },
    mergeHeader: (name, row, upper, lower) => {
      const { merges } = find(name)
      upper.forEach((cell, index) => {
        const at = columnLetters(index)
        if (lower[index] === null) merges.set(`${at}${row}`, `${at}${row}:${at}${row + 1}`)
        let until = index
        while (cell !== null && upper[until + 1] === null && until + 1 < upper.length) until += 1
        if (lower[index] !== null && until > index) merges.set(`${at}${row}`, `${at}${row}:${columnLetters(until)}${row}`)
      })
    },
    mergeDown: (name, column, from, until) => {
      const at = columnLetters(column)
      find(name).merges.set(`${at}${from}`, `${at}${from}:${at}${until}`)
    },
    lastRow: (name) => find(name).rows(),
    close: () => {
      const parts = Object.entries(fixedParts(sheets, counts1904)).map(([name, text]) => {
        const pack = packer(name)
        pack.add(xmlHead + text)
        return pack.end()
      })
      writeFileSync(path, zip([...parts, ...sheets.map((sheet, index) => sheet.end(index))]))
    },
  }
}

/** Opens an old .xls, whose cells are kept until `close`. */
const openXls = (path: string): WorkbookSink => {
  const sheets: { name: string; isHidden: boolean; rows: OutCell[][] }[] = []
  const grow = (name: string, isHidden: boolean, rows: OutCell[][]): OutCell[][] => {
    sheets.push({ name, isHidden, rows })
    return rows
  }
  return {
    sheet: (name) => {
      const rows = grow(name, false, [])
      return { put: (cells) => rows.push([...cells]), close: () => {} }
    },
    hiddenSheet: (name, rows) => void grow(name, true, rows),
    mergeHeader: () => {},
    mergeDown: () => {},
    lastRow: (name) => sheets.find((one) => one.name === name)?.rows.length ?? 0,
    close: () => writeFileSync(path, packXls(sheets)),
  }
}

export const openWorkbook = (path: string, form: 'xlsx' | 'xls', counts1904: boolean): WorkbookSink =>
  form === 'xls' ? openXls(path) : openXlsx(path, counts1904)
