/** How fast a large workbook (300 000 × 60) becomes rows, against the fastest reader on the registry, each in a process of its own. */
import { spawnSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { crc32, createDeflateRaw } from 'node:zlib'
import { openFile, writeRowsAsCsv } from '../src/intake/readers/index.ts'

export interface BenchRow {
  what: string
  ours: number
  reference: number
  ratio: number
  unit: string
  memoryMb?: number
}

interface Measured {
  rows: number
  cells: number
  seconds: number
  memoryMb: number
}

const columns = 60
const distinct = 200_000
const repeats = 3

const text = (value: number) => ['城关镇', '木咱村', '脱贫户', '一般农户', '是', '否', '汉族', '布依族', '普通劳动力', '小学'][value % 10]!

/** Two fifths text (half of it repeated, half nearly unique), two fifths numbers, some days, some empty styled cells. */
function* rowsXml(rows: number): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
  const names = Array.from({ length: columns }, (_, i) => columnName(i))
  for (let r = 1; r <= rows; r++) {
    let xml = `<row r="${r}" spans="1:${columns}">`
    for (let c = 0; c < columns; c++) {
      const at = `<c r="${names[c]}${r}"`
      const random = (r * 7919 + c * 104_729) % 1_000_003
      if (c % 10 < 2) xml += `${at} t="s"><v>${random % 10}</v></c>`
      else if (c % 10 < 4) xml += `${at} s="2" t="s"><v>${10 + (random % distinct)}</v></c>`
      else if (c % 10 < 6) xml += `${at}><v>${random}</v></c>`
      else if (c % 10 < 8) xml += `${at} s="2"><v>${(random / 100).toFixed(2).replace(/\.?0+$/, '')}</v></c>`
      else xml += c % 10 === 8 ? `${at} s="1"><v>${44_000 + (random % 2000)}</v></c>` : `${at} s="2"/>`
    }
    yield `${xml}</row>`
  }
  yield '</sheetData></worksheet>'
}

function* sharedXml(): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
  for (let i = 0; i < 10; i++) yield `<si><t>${text(i)}</t></si>`
  for (let i = 0; i < distinct; i++) yield `<si><t>99010119${String(100_000_000 + i)}X</t></si>`
  yield '</sst>'
}

function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26)
}

/** Joins small strings, so that the compressor is not called for each. */
function* inPieces(parts: Iterable<string>): Generator<Buffer> {
  let piece = ''
  for (const part of parts) {
    piece += part
    if (piece.length < 1 << 18) continue
    yield Buffer.from(piece)
    piece = ''
  }
  yield Buffer.from(piece)
}

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function parts(rows: number): [string, Iterable<string>][] {
  const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${packageTypes}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${packageTypes}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${packageTypes}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${packageTypes}.sharedStrings+xml"/></Types>`
  const relations = (list: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  return [
    ['[Content_Types].xml', [contentTypes]],
    ['_rels/.rels', [relations(`<Relationship Id="rId1" Type="${relationship}/officeDocument" Target="xl/workbook.xml"/>`)]],
    [
      'xl/workbook.xml',
      [`<workbook ${main} xmlns:r="${relationship}"><sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>`],
    ],
    [
      'xl/_rels/workbook.xml.rels',
      [
        relations(
          ['worksheet:worksheets/sheet1.xml', 'styles:styles.xml', 'sharedStrings:sharedStrings.xml']
            .map(
              (each, i) => `<Relationship Id="rId${i + 1}" Type="${relationship}/${each.split(':')[0]}" Target="${each.split(':')[1]}"/>`,
            )
            .join(''),
        ),
      ],
    ],
    [
      'xl/styles.xml',
      [
        `<styleSheet ${main}><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="0"/></cellXfs></styleSheet>`,
      ],
    ],
    ['xl/sharedStrings.xml', sharedXml()],
    ['xl/worksheets/sheet1.xml', rowsXml(rows)],
  ]
}

/** Writes the workbook to measure with: invented, and the same bytes each time. */
export async function writeLargeWorkbook(path: string, rows: number): Promise<void> {
  const out = createWriteStream(path)
  const directory: Buffer[] = []
  let at = 0
  const write = (bytes: Buffer) => {
    at += bytes.length
    return new Promise<void>((resolve, reject) => out.write(bytes, (error) => (error ? reject(error) : resolve())))
  }
  for (const [name, content] of parts(rows)) {
    const start = at
    let crc = 0
    let size = 0
    const packed: Buffer[] = []
    const counted = function* () {
      for (const piece of inPieces(content)) {
        crc = crc32(piece, crc)
        size += piece.length
        yield piece
      }
    }
    await pipeline(Readable.from(counted()), createDeflateRaw({ level: 3 }), async (stream: AsyncIterable<Buffer>) => {
      for await (const piece of stream) packed.push(piece)
    })
    const body = Buffer.concat(packed)
    const nameBytes = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc, 10)
    fields.writeUInt32LE(body.length, 14)
    fields.writeUInt32LE(size, 18)
    fields.writeUInt16LE(nameBytes.length, 22)
    await write(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, nameBytes]))
    await write(body)
    const placed = Buffer.alloc(14)
    placed.writeUInt32LE(start, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, placed, nameBytes]))
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(at, 16)
  await write(listing)
  await write(end)
  await new Promise<void>((resolve) => out.end(resolve))
}

type Reader = (path: string) => Promise<{ rows: number; cells: number }>

const readers: Record<string, Reader> = {
  rows: async (path) => {
    const file = await openFile(path, { name: path })
    let rows = 0
    let cells = 0
    for await (const block of file.sheets[0]!.rows()) {
      rows += block.rowNumbers.length
      for (const row of block.cells) for (const cell of row) if (cell !== null) cells++
    }
    await file.close()
    return { rows, cells }
  },
  csv: async (path) => {
    const file = await openFile(path, { name: path })
    const { rows } = await writeRowsAsCsv(
      file.sheets[0]!,
      Array.from({ length: columns }, (_, i) => i),
      `${path}.csv`,
    )
    await file.close()
    await rm(`${path}.csv`)
    return { rows, cells: 0 }
  },
  hucre: async (path) => {
    const { streamXlsxRows } = (await import(import.meta.resolve('hucre/xlsx'))) as HucreXlsx
    let rows = 0
    let cells = 0
    for await (const row of streamXlsxRows(await readFile(path))) {
      rows++
      for (const cell of row.values) if (cell !== null && cell !== undefined) cells++
    }
    return { rows, cells }
  },
}

interface HucreXlsx {
  streamXlsxRows(bytes: Uint8Array): AsyncIterable<{ values: unknown[] }>
}

function measure(reader: string, path: string): Measured {
  const child = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', fileURLToPath(import.meta.url), reader, path], {
    encoding: 'utf8',
  })
  if (child.status !== 0) throw new Error(`${reader}: ${child.stderr}`)
  return JSON.parse(child.stdout) as Measured
}

/** Medians of several runs, ours and theirs in turn. */
export async function run(rows = 300_000): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'xianjie-xlsx-'))
  try {
    const path = join(folder, 'large.xlsx')
    await writeLargeWorkbook(path, rows)
    const size = Math.round((await stat(path)).size / 1e6)
    const runs: Record<string, Measured[]> = { rows: [], csv: [], hucre: [] }
    for (let i = 0; i < repeats; i++) for (const reader of Object.keys(runs)) runs[reader]!.push(measure(reader, path))
    const median = (reader: string) => runs[reader]!.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(repeats / 2)]!
    const theirs = median('hucre')
    if (median('rows').cells !== theirs.cells) throw new Error(`cells differ: ${median('rows').cells} and ${theirs.cells}`)
    return ['rows', 'csv'].map((reader) => {
      const ours = median(reader)
      const perSecond = (measured: Measured) => Math.round(measured.rows / measured.seconds)
      return {
        what: `xlsx ${rows} × ${columns} (${size} MB) → ${reader === 'csv' ? 'CSV file' : 'rows'}`,
        ours: perSecond(ours),
        reference: perSecond(theirs),
        ratio: perSecond(ours) / perSecond(theirs),
        unit: 'rows/s',
        memoryMb: Math.max(...runs[reader]!.map((each) => each.memoryMb)),
      }
    })
  } finally {
    await rm(folder, { recursive: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [reader, path] = process.argv.slice(2)
  if (reader !== undefined && path !== undefined) {
    const start = performance.now()
    const result = await readers[reader]!(path)
    console.log(
      JSON.stringify({
        ...result,
        seconds: (performance.now() - start) / 1000,
        memoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
      }),
    )
  } else console.table(await run(reader === undefined ? undefined : Number(reader)))
}
