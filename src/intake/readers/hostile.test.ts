/** Files that are damaged, mislabelled or meant to do harm: refused in words that help, or read without harm, and always quickly. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { openFile, type ReaderLimits } from './index.ts'
import { readRows, testFolder } from './reading.test-support.ts'
import { type WorkbookParts, workbook, zip } from './zip-writer.test-support.ts'

const folder = testFolder()
let written = 0
const row = '<row r="1"><c r="A1"><v>1</v></c></row>'
const oneRow = workbook({ sheets: [{ rows: row }] })
const ole = (...streams: string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1024),
    ...streams.map((name) => Buffer.from(`${name}\0`, 'utf16le')),
    Buffer.alloc(1024),
  ])

function replaced(bytes: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeUInt16LE(value, at)
  return copy
}

/** The place of the first directory entry in a zip. */
const directoryAt = (bytes: Buffer) => bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'))

async function refusal(
  content: string | Buffer,
  name = '名单.xlsx',
  limits: Partial<ReaderLimits> = {},
): Promise<{ code: string; message: string }> {
  const path = folder.write(`${written++}.bin`, content)
  try {
    await readRows(path, { name, limits })
  } catch (error) {
    return { code: String((error as { code?: string }).code), message: (error as Error).message }
  }
  return { code: 'read', message: '' }
}

describe('what is no table is refused by name', () => {
  test.each<[found: string, content: string | Buffer, name?: string]>([
    ['PDF', '%PDF-1.7\n1 0 obj'],
    ['JPEG 图片', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['PNG 图片', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['RAR', Buffer.from('Rar!\x1a\x07\x01\0', 'latin1')],
    ['gzip', Buffer.from('1f8b0800000000000003', 'hex')],
    [
      'Word 文档(docx)',
      zip([
        ['_rels/.rels', ''],
        ['word/document.xml', '<x/>'],
      ]),
    ],
    ['ZIP 压缩包', zip([['资料/名单.csv', 'a,b']])],
    ['xlsb', zip([['xl/workbook.bin', '']])],
    [
      'ods',
      zip([
        ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
        ['content.xml', ''],
      ]),
    ],
    ['Word 文档(doc)', ole('WordDocument')],
    ['et', ole('Workbook'), '名单.et'],
    ['UTF-16', Buffer.from('\uFEFF姓名,身份证号', 'utf16le')],
    ['UTF-16', Buffer.from('name,id,village,township\n1,2,3,4', 'utf16le')],
    ['XML', '<?xml version="1.0"?><data><row/></data>'],
    ['mht', 'MIME-Version: 1.0\nContent-Type: multipart/related'],
    ['无法识别', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 2_654_435_761) >>> 24))],
  ])('%s', async (found, content, name) => {
    const { code, message } = await refusal(content, name)
    expect(code).toMatch(/^intake\.file_(not_table|other_format|utf16)$/)
    expect(message).toContain(found)
    expect(message).toContain(name ?? '名单.xlsx')
  })

  test('passwords', async () => {
    expect(await refusal(ole('EncryptedPackage', 'EncryptionInfo'))).toMatchObject({ code: 'intake.file_encrypted' })
    expect(await refusal(replaced(oneRow, directoryAt(oneRow) + 8, 1))).toMatchObject({ code: 'intake.file_encrypted' })
  })

  test('nothing there', async () => {
    mkdirSync(join(folder.path, '夹.xlsx'))
    expect(await refusal('')).toMatchObject({ code: 'intake.file_empty' })
    await expect(openFile(join(folder.path, 'none.xlsx'), { name: 'none.xlsx' })).rejects.toMatchObject({ code: 'intake.file_missing' })
    await expect(openFile(join(folder.path, '夹.xlsx'), { name: '夹.xlsx' })).rejects.toMatchObject({ code: 'intake.file_missing' })
  })
})

const spaces = ' '.repeat(2 * 1024 ** 2)
const small = { partBytes: 1024 ** 2, smallPartBytes: 1024 ** 2 }
const xls = write(
  { SheetNames: ['a'], Sheets: { a: utils.aoa_to_sheet(Array.from({ length: 300 }, (_, i) => [i, `第${i}行`])) } },
  { type: 'buffer', bookType: 'biff8' },
) as Buffer

describe('damage and malice end in a Problem', () => {
  test.each<[what: string, code: string, content: Buffer | WorkbookParts, limits?: Partial<ReaderLimits>]>([
    ['truncated', 'damaged', oneRow.subarray(0, -30)],
    ['only the beginning', 'damaged', oneRow.subarray(0, 100)],
    ['the middle is missing', 'damaged', Buffer.concat([oneRow.subarray(0, 200), oneRow.subarray(600)])],
    ['a truncated xls', 'damaged', xls.subarray(0, 1500)],
    ['a sheet that ends in the middle', 'damaged', { sheets: [{ xml: `<worksheet><sheetData>${row}<row r="2"><c r="A2"><v>2` }] }],
    [
      'a sheet in UTF-16',
      'damaged',
      { sheets: [{ xml: Buffer.from(`\uFEFF<worksheet><sheetData>${row}</sheetData></worksheet>`, 'utf16le') }] },
    ],
    ['no workbook', 'damaged', zip([['_rels/.rels', '']])],
    ['a workbook without sheets', 'no_sheet', { sheets: [] }],
    ['a part that stands twice', 'suspicious', { sheets: [{ rows: row }], extra: [['xl/workbook.xml', '<workbook/>']] }],
    ['more parts than any workbook has', 'suspicious', oneRow, { zipParts: 3 }],
    ['another compression', 'suspicious', replaced(oneRow, directoryAt(oneRow) + 10, 12)],
    ['a bomb in a sheet', 'suspicious', { sheets: [{ rows: ' '.repeat(70 * 1024 ** 2) }] }],
    ['a sheet beyond all bounds', 'suspicious', { sheets: [{ rows: spaces }] }, small],
    ['a bomb in the shared strings', 'suspicious', { sheets: [{ rows: row }], shared: spaces }, small],
    ['a bomb in the styles', 'suspicious', { sheets: [{ rows: row }], formats: [spaces] }, small],
    ['a bomb behind the rows', 'suspicious', { sheets: [{ rows: row, tail: spaces }] }, small],
    [
      'more shared text than is held',
      'too_large',
      { sheets: [{ rows: row }], shared: '<si><t>0123456789</t></si>'.repeat(1000) },
      { sharedTextBytes: 5000 },
    ],
    [
      'a cell of two megabytes',
      'too_large',
      { sheets: [{ rows: `<row r="1"><c r="A1" t="str"><v>${'字'.repeat(1024 ** 2)}</v></c></row>` }] },
    ],
    ['a tag that never ends', 'too_large', { sheets: [{ rows: `<row r="1"><c ${'a'.repeat(2 * 1024 ** 2)}` }] }],
    ['a shared string of two megabytes', 'too_large', { sheets: [{ rows: row }], shared: `<si><t>${'a'.repeat(2 * 1024 ** 2)}</t></si>` }],
    ['a row number beyond any sheet', 'too_large', { sheets: [{ rows: '<row r="99999999999"><c><v>1</v></c></row>' }] }],
    ['a column beyond any sheet', 'too_large', { sheets: [{ rows: '<row r="1"><c r="XFE1"><v>1</v></c></row>' }] }],
    ['a column beyond any number', 'too_large', { sheets: [{ rows: `<row r="1"><c r="${'Z'.repeat(100)}1"><v>1</v></c></row>` }] }],
    ['a thousand and more sheets', 'suspicious', { sheets: [], extra: [] as const }, {}],
  ])('%s', async (what, code, content, limits) => {
    const sheets = what === 'a thousand and more sheets' ? { sheets: new Array(1100).fill({ rows: '' }) } : content
    const found = await refusal(Buffer.isBuffer(sheets) ? sheets : workbook(sheets as WorkbookParts), '名单.xlsx', limits)
    expect(found.code).toBe(`intake.file_${code}`)
    expect(found.message).toContain('名单.xlsx')
  })

  test('one line beyond all bounds', async () => {
    expect(await refusal('a,'.repeat(10 * 1024 ** 2), '长.csv')).toMatchObject({ code: 'intake.file_too_large' })
  })

  test('one bad sheet does not cost the others', async () => {
    const path = folder.write('part.xlsx', workbook({ sheets: [{ xml: '<worksheet><sheetData><row r="1">' }, { rows: row }] }))
    const file = await openFile(path, { name: 'part.xlsx' })
    const rows: unknown[] = []
    for await (const block of file.sheets[1]!.rows()) rows.push(...block.cells)
    expect(rows).toEqual([['1']])
    await expect(file.sheets[0]!.rows()[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'intake.file_damaged' })
    await file.close()
  })
})

describe('what looks dangerous and is not is read', () => {
  test.each<[what: string, parts: WorkbookParts]>([
    [
      'names that lead out of the zip',
      {
        sheets: [{ rows: row }],
        extra: [
          ['../../etc/passwd', 'x'],
          ['/etc/passwd', 'x'],
          ['C:\\x', 'x'],
        ],
      },
    ],
    [
      'entities that would grow',
      { sheets: [{ xml: `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData>${row}</sheetData></worksheet>` }] },
    ],
    ['a wrong dimension', { sheets: [{ xml: `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${row}</sheetData></worksheet>` }] }],
    ['everything merged', { sheets: [{ rows: row, tail: '<mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>' }] }],
    [
      'tags nested ten thousand deep',
      { sheets: [{ rows: `<row r="1"><c r="A1"><extLst>${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}</extLst><v>1</v></c></row>` }] },
    ],
  ])('%s', async (_, parts) => {
    expect(await readRows(folder.write(`${written++}.xlsx`, workbook(parts)))).toEqual({ 1: ['1'] })
  })

  test('a million empty formatted rows cost neither time nor memory', async () => {
    const rows = Array.from(
      { length: 1_000_000 },
      (_, i) => `<row r="${i + 2}" s="1" customFormat="1"><c r="A${i + 2}" s="1"/></row>`,
    ).join('')
    const path = folder.write('empty.xlsx', workbook({ sheets: [{ rows: row + rows }], zip: { stored: true } }))
    const before = process.memoryUsage().arrayBuffers
    const start = performance.now()
    expect(await readRows(path)).toEqual({ 1: ['1'] })
    expect(performance.now() - start).toBeLessThan(5000)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200 * 1024 ** 2)
  })
})
