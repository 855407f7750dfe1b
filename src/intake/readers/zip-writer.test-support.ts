/** Writes zips and small workbooks from raw XML parts, so that a test shows exactly the dialect it is about. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipOptions {
  /** Leave the parts as they are. */
  stored?: boolean
  /** Write sizes and places in zip64 fields. */
  zip64?: boolean
}

type Parts = readonly (readonly [name: string, content: string | Buffer])[]

/** A zip of the parts in their order; a name may stand twice. */
export function zip(parts: Parts, options: ZipOptions = {}): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of parts) {
    const bytes = Buffer.from(content)
    const packed = options.stored === true ? bytes : deflateRawSync(bytes)
    const nameBytes = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(options.stored === true ? 0 : 8, 8)
    local.writeUInt16LE(nameBytes.length, 26)
    locals.push(local, nameBytes, packed)
    directory.push(directoryEntry(nameBytes, bytes, packed, at, options))
    at += local.length + nameBytes.length + packed.length
  }
  const listing = Buffer.concat(directory)
  return Buffer.concat([...locals, listing, ...endOf(parts.length, at, listing.length, options)])
}

function directoryEntry(name: Buffer, bytes: Buffer, packed: Buffer, at: number, options: ZipOptions): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(options.stored === true ? 0 : 8, 10)
  entry.writeUInt32LE(crc32(bytes), 16)
  entry.writeUInt16LE(name.length, 28)
  const isWide = options.zip64 === true
  entry.writeUInt32LE(isWide ? 0xffffffff : packed.length, 20)
  entry.writeUInt32LE(isWide ? 0xffffffff : bytes.length, 24)
  entry.writeUInt32LE(isWide ? 0xffffffff : at, 42)
  if (!isWide) return Buffer.concat([entry, name])
  entry.writeUInt16LE(28, 30)
  const extra = Buffer.alloc(28)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(24, 2)
  extra.writeBigUInt64LE(BigInt(bytes.length), 4)
  extra.writeBigUInt64LE(BigInt(packed.length), 12)
  extra.writeBigUInt64LE(BigInt(at), 20)
  return Buffer.concat([entry, name, extra])
}

function endOf(count: number, at: number, length: number, options: ZipOptions): Buffer[] {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  const isWide = options.zip64 === true
  end.writeUInt16LE(isWide ? 0xffff : count, 8)
  end.writeUInt16LE(isWide ? 0xffff : count, 10)
  end.writeUInt32LE(isWide ? 0xffffffff : length, 12)
  end.writeUInt32LE(isWide ? 0xffffffff : at, 16)
  if (!isWide) return [end]
  const wide = Buffer.alloc(56)
  wide.writeUInt32LE(0x06064b50, 0)
  wide.writeBigUInt64LE(44n, 4)
  wide.writeBigUInt64LE(BigInt(count), 24)
  wide.writeBigUInt64LE(BigInt(count), 32)
  wide.writeBigUInt64LE(BigInt(length), 40)
  wide.writeBigUInt64LE(BigInt(at), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(at + length), 8)
  locator.writeUInt32LE(1, 16)
  return [wide, locator, end]
}

export interface SheetParts {
  name?: string
  state?: string
  /** What stands between `<sheetData>` and `</sheetData>`; `xml` replaces the whole part instead. */
  rows?: string
  /** What follows `sheetData`. */
  tail?: string
  xml?: string | Buffer
}

export interface WorkbookParts {
  sheets: readonly SheetParts[]
  /** The `si` elements. */
  shared?: string
  /** Number format ids of the styles 0, 1, 2 …; a text is a format code. */
  formats?: readonly (number | string)[]
  is1904?: boolean
  extra?: Parts
  zip?: ZipOptions
}

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** A workbook as Excel lays it out. */
export function workbook(parts: WorkbookParts): Buffer {
  const sheets = parts.sheets.map(
    (sheet, i) =>
      `<sheet name="${sheet.name ?? `Sheet${i + 1}`}" sheetId="${i + 1}"${sheet.state === undefined ? '' : ` state="${sheet.state}"`} r:id="rId${i + 1}"/>`,
  )
  const relations = parts.sheets.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${relationship}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  )
  const files: [string, string | Buffer][] = [
    [
      '_rels/.rels',
      `${declaration}<Relationships><Relationship Id="r1" Type="${relationship}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${declaration}<workbook xmlns="${spreadsheet}" xmlns:r="${relationship}"><workbookPr${parts.is1904 === true ? ' date1904="1"' : ''}/><sheets>${sheets.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${declaration}<Relationships>${relations.join('')}<Relationship Id="s" Type="${relationship}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', styles(parts.formats ?? [0])],
  ]
  if (parts.shared !== undefined) files.push(['xl/sharedStrings.xml', `${declaration}<sst xmlns="${spreadsheet}">${parts.shared}</sst>`])
  for (const [i, sheet] of parts.sheets.entries()) {
    const xml =
      sheet.xml ??
      `${declaration}<worksheet xmlns="${spreadsheet}"><dimension ref="A1"/><sheetData>${sheet.rows ?? ''}</sheetData>${sheet.tail ?? ''}</worksheet>`
    files.push([`xl/worksheets/sheet${i + 1}.xml`, xml])
  }
  return zip([...files, ...(parts.extra ?? [])], parts.zip)
}

function styles(formats: readonly (number | string)[]): string {
  const codes = formats.map((format, i) =>
    typeof format === 'string' ? `<numFmt numFmtId="${200 + i}" formatCode="${format.replaceAll('"', '&quot;')}"/>` : '',
  )
  const xfs = formats.map((format, i) => `<xf numFmtId="${typeof format === 'string' ? 200 + i : format}"/>`)
  return `${declaration}<styleSheet xmlns="${spreadsheet}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`
}
