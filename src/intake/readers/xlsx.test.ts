/** Workbooks in every dialect that programs write. */
import { describe, expect, test } from 'vitest'
import { formulaWithoutValue, openFile } from './index.ts'
import { type Rows, readRows, readSheets, testFolder } from './reading.test-support.ts'
import { type SheetParts, type WorkbookParts, workbook, zip } from './zip-writer.test-support.ts'

const folder = testFolder()
let written = 0

function save(parts: WorkbookParts | Buffer): string {
  return folder.write(`${written++}.xlsx`, Buffer.isBuffer(parts) ? parts : workbook(parts))
}

/** What one cell comes out as. */
async function cell(xml: string, parts: Omit<WorkbookParts, 'sheets'> = {}): Promise<string | null | undefined> {
  const rows = await readRows(save({ ...parts, sheets: [{ rows: `<row r="1">${xml}</row>` }] }))
  return rows[1]?.[0]
}

const rowsOf = (sheet: SheetParts, parts: Omit<WorkbookParts, 'sheets'> = {}) => readRows(save({ ...parts, sheets: [sheet] }))

const shared =
  '<si><t>户编号</t></si><si><r><rPr><b/></rPr><t>李</t></r><r><t xml:space="preserve"> 四</t></r><rPh sb="0" eb="1"><t>リ</t></rPh></si><si><t/></si><si><t>a&amp;b&#x4E2D;_x000D_\n_x005F_x</t></si><si><t><![CDATA[<原文>&]]></t></si>'

describe('strings', () => {
  test.each<[xml: string, text: string | undefined]>([
    ['<c r="A1" t="s"><v>0</v></c>', '户编号'],
    ['<c r="A1" t="s"><v>1</v></c>', '李 四'],
    ['<c r="A1" t="s"><v>2</v></c>', undefined],
    ['<c r="A1" t="s"><v>3</v></c>', 'a&b中\r\n_x'],
    ['<c r="A1" t="s"><v>4</v></c>', '<原文>&'],
    ['<c r="A1" t="s"><v>99</v></c>', undefined],
    ['<c r="A1" t="inlineStr"><is><t>行内</t></is></c>', '行内'],
    ['<c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>', '甲乙'],
    ['<c r="A1" t="inlineStr"><v>直接</v></c>', '直接'],
    ['<c r="A1" t="str"><f>B1</f><v>公式&lt;值&gt;</v></c>', '公式<值>'],
    ['<c r="A1" t="str"><f>B1</f><v></v></c>', undefined],
    ['<c r="A1" t="str"><v xml:space="preserve"> 甲 </v></c>', ' 甲 '],
    ["<c t='str' r='A1'><v>单引号</v></c>", '单引号'],
    ['<c\n\tr="A1"\n\tt="str"\n><v\n>换行</v\n></c\n>', '换行'],
    ['<c r="A1" t="str"><!-- <v>注释</v> --><v>值</v></c>', '值'],
    ['<c r="A1" t="str"><v><![CDATA[a<b&amp;]]></v></c>', 'a<b&amp;'],
    ['<c r="A1" t="str"><v>&amp;lt;</v></c>', '&lt;'],
    ['<c r="A1" t="str"><v>a&#0;b</v></c>', 'ab'],
    ['<c r="A1" t="str"><v>𠮷&#x20BB7;</v></c>', '𠮷𠮷'],
  ])('%s', async (xml, text) => {
    expect(await cell(xml, { shared })).toBe(text)
  })

  test('carriage returns in the file become line feeds, as XML asks', async () => {
    expect(await cell('<c r="A1" t="str"><v>a\r\nb\rc</v></c>')).toBe('a\nb\nc')
  })

  test('bytes that are no UTF-8 become the replacement character', async () => {
    const xml = Buffer.concat([
      Buffer.from('<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>a'),
      Buffer.from([0xff, 0xd5]),
      Buffer.from('b</v></c></row></sheetData></worksheet>'),
    ])
    expect(await rowsOf({ xml })).toEqual({ 1: ['a\uFFFD\uFFFDb'] })
  })
})

describe('numbers and the rest', () => {
  test.each<[xml: string, text: string | undefined]>([
    ['<c r="A1"><v>522301199001011234</v></c>', '522301199001011000'],
    ['<c r="A1"><v>5.2230119900101123E+17</v></c>', '522301199001011000'],
    ['<c r="A1"><v>0.1</v></c>', '0.1'],
    ['<c r="A1"><v>0.30000000000000004</v></c>', '0.3'],
    ['<c r="A1"><v>1234.5599999999999</v></c>', '1234.56'],
    ['<c r="A1"><v>1234.50</v></c>', '1234.5'],
    ['<c r="A1"><v>7.0</v></c>', '7'],
    ['<c r="A1"><v>-0</v></c>', '0'],
    ['<c r="A1" t="n"><v>-12</v></c>', '-12'],
    ['<c r="A1"><v>1E-7</v></c>', '0.0000001'],
    ['<c r="A1"><v>007</v></c>', '7'],
    ['<c r="A1"><v> 5 </v></c>', '5'],
    ['<c r="A1"><v>0x10</v></c>', '0x10'],
    ['<c r="A1"><v>五</v></c>', '五'],
    ['<c r="A1"><v/></c>', undefined],
    ['<c r="A1"/>', undefined],
    ['<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ['<c r="A1" t="b"><v>0</v></c>', 'FALSE'],
    ['<c r="A1" t="e"><v>#N/A</v></c>', '#N/A'],
    ['<c r="A1" t="d"><v>2026-03-05T00:00:00Z</v></c>', '2026-03-05'],
    ['<c r="A1"><f>1+1</f><v>2</v></c>', '2'],
    ['<c r="A1"><f>SUM(B1:B2)</f></c>', formulaWithoutValue],
    ['<c r="A1"><f>SUM(B1:B2)</f><v></v></c>', formulaWithoutValue],
    ['<c r="A1"><f>SUM(B1:B2)</f><v/></c>', formulaWithoutValue],
    ['<c r="A1"><f t="shared" si="0"/><v>3</v></c>', '3'],
    ['<x:c r="A1"><x:v>4</x:v></x:c>', '4'],
    ['<c r="A1" cm="1" ph="1"><v>6</v><extLst><ext uri="r=1"><v>9</v></ext></extLst></c>', '6'],
  ])('%s', async (xml, text) => {
    expect(await cell(xml)).toBe(text)
  })

  test.each<[format: number | string, value: string, text: string, is1904?: boolean]>([
    [14, '46086', '2026-03-05'],
    [22, '46086.354166666664', '2026-03-05 08:30:00'],
    [57, '46082', '2026-03-01'],
    [31, '46086', '2026-03-05'],
    [20, '0.5', '12:00:00'],
    [46, '1.0625', '25:30:00'],
    ['yyyy"年"m"月"d"日"', '46086', '2026-03-05'],
    ['[$-804]yyyy/m/d;@', '46086', '2026-03-05'],
    ['[DBNum1][$-804]yyyy年m月', '46086', '2026-03-05'],
    ['m/d', '46086', '2026-03-05'],
    ['0.00%', '0.125', '0.125'],
    ['#,##0.00_);[Red]\\(#,##0.00\\)', '1234.5', '1234.5'],
    ['0.00"月"', '3', '3'],
    ['G/通用格式', '3.5', '3.5'],
    ['0.00E+00', '12', '12'],
    [14, '20260305', '20260305'],
    [14, '-1', '-1'],
    [14, '1', '1900-01-01'],
    [14, '59', '1900-02-28'],
    [14, '60', '1900-02-29'],
    [14, '61', '1900-03-01'],
    [14, '0', '1904-01-01', true],
    [14, '44624', '2026-03-05', true],
    [22, '46086.999999', '2026-03-06'],
  ])('under the format %s, %s is %s', async (format, value, text, is1904 = false) => {
    expect(await cell(`<c r="A1" s="1"><v>${value}</v></c>`, { formats: [0, format], is1904 })).toBe(text)
  })
})

describe('rows', () => {
  test.each<[what: string, sheet: SheetParts, rows: Rows]>([
    ['no references at all', { rows: '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>' }, { 1: ['1', '2'], 2: ['3'] }],
    [
      'the row number only in the cells',
      { rows: '<row><c r="B7"><v>1</v></c></row><row><c r="A9"><v>2</v></c></row>' },
      { 7: [null, '1'], 9: ['2'] },
    ],
    [
      'rows out of order',
      { rows: '<row r="5"><c r="A5"><v>5</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>' },
      { 2: ['2'], 5: ['5'] },
    ],
    ['cells out of order', { rows: '<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>' }, { 1: ['1', null, '3'] }],
    ['hidden rows count', { rows: '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>' }, { 1: ['1'] }],
    [
      'a row without values is left out',
      { rows: '<row r="1" s="1" customFormat="1"/><row r="2"><c r="A2" s="1"/></row><row r="3"><c r="A3"><v>3</v></c></row>' },
      { 3: ['3'] },
    ],
    ['far columns', { rows: '<row r="1"><c r="XFD1"><v>1</v></c></row>' }, { 1: [...new Array<null>(16_383).fill(null), '1'] }],
    [
      'strict namespace and prefixes',
      {
        xml: '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:dimension ref="A1:A1"/><x:sheetData><x:row r="2"><x:c r="B2" t="str"><x:v>值</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      },
      { 2: [null, '值'] },
    ],
    ['no sheetData', { xml: '<worksheet/>' }, {}],
    ['empty sheetData', { xml: '<worksheet><sheetData/><x>1</x></worksheet>' }, {}],
  ])('%s', async (_, sheet, rows) => {
    expect(await rowsOf(sheet)).toEqual(rows)
  })

  test('only the columns asked for, only as far as asked', async () => {
    const path = save({
      sheets: [
        {
          rows: [1, 2, 3]
            .map((r) => `<row r="${r}"><c r="A${r}"><v>1</v></c><c r="B${r}"><v>2</v></c><c r="C${r}"><v>3</v></c></row>`)
            .join(''),
        },
      ],
    })
    expect(await readRows(path, {}, { columns: [1], upTo: 2 })).toEqual({ 1: [null, '2'], 2: [null, '2'] })
  })

  test('cells that lie across the windows of a long sheet are whole', async () => {
    const count = 30_000
    const row = (r: number) =>
      `<row r="${r}"><c r="A${r}"><v>${r}</v></c><c r="B${r}" t="inlineStr"><is><t>第${r}行,汉字</t></is></c><c r="C${r}" t="s"><v>${r % 500}</v></c></row>`
    const path = save({
      sheets: [{ rows: Array.from({ length: count }, (_, i) => row(i + 1)).join('') }],
      shared: Array.from({ length: 500 }, (_, i) => `<si><t>共${i}</t></si>`).join(''),
    })
    const rows = await readRows(path)
    const expected = Array.from({ length: count }, (_, i) => [String(i + 1), `第${i + 1}行,汉字`, `共${(i + 1) % 500}`])
    expect(Object.values(rows)).toEqual(expected)
  })
})

describe('merged cells', () => {
  const tail = (...ranges: string[]) => `<mergeCells>${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`
  const data =
    '<row r="1"><c r="A1" t="str"><v>户</v></c><c r="D1"><v>1</v></c></row><row r="2"><c r="A2"/><c r="D2"><v>2</v></c></row><row r="3"><c r="D3"><v>3</v></c></row><row r="4"><c r="A4"/></row>'

  test.each<[what: string, ranges: string[], rows: Rows]>([
    ['down', ['A1:A2'], { 1: ['户', null, null, '1'], 2: ['户', null, null, '2'], 3: [null, null, null, '3'] }],
    ['across', ['A1:B1'], { 1: ['户', '户', null, '1'], 2: [null, null, null, '2'], 3: [null, null, null, '3'] }],
    ['down and across', ['A1:B9'], { 1: ['户', '户', null, '1'], 2: ['户', '户', null, '2'], 3: ['户', '户', null, '3'] }],
    ['an empty range does nothing', ['A2:A3'], { 1: ['户', null, null, '1'], 2: [null, null, null, '2'], 3: [null, null, null, '3'] }],
    [
      'overlapping ranges: the first counts',
      ['A1:A2', 'A1:A3'],
      { 1: ['户', null, null, '1'], 2: ['户', null, null, '2'], 3: [null, null, null, '3'] },
    ],
    ['$ and small letters', ['$a$1:$a$2'], { 1: ['户', null, null, '1'], 2: ['户', null, null, '2'], 3: [null, null, null, '3'] }],
  ])('%s', async (_, ranges, rows) => {
    expect(await rowsOf({ rows: data, tail: tail(...ranges) })).toEqual(rows)
  })

  test('a column that is asked for gets the value of one that is not', async () => {
    const path = save({ sheets: [{ rows: data, tail: tail('A1:C2') }] })
    const rows = await readRows(path, {}, { columns: [1] })
    expect([rows[1]![1], rows[2]![1]]).toEqual(['户', '户'])
  })

  test('a range for every household of a long list holds for its rows', async () => {
    const households = 20_000
    const rows = Array.from(
      { length: households * 2 },
      (_, i) =>
        `<row r="${i + 1}">${i % 2 === 0 ? `<c r="A${i + 1}" t="str"><v>户${i / 2}</v></c>` : ''}<c r="B${i + 1}"><v>${i}</v></c></row>`,
    )
    const ranges = Array.from({ length: households }, (_, i) => `A${i * 2 + 1}:A${i * 2 + 2}`)
    const read = await rowsOf({ rows: rows.join(''), tail: tail(...ranges) })
    expect(Object.values(read).map((row) => row[0])).toEqual(Array.from({ length: households * 2 }, (_, i) => `户${Math.floor(i / 2)}`))
  })

  test('the words sheetData and mergeCell in a cell are only words', async () => {
    expect(
      await rowsOf({ rows: '<row r="1"><c r="A1" t="str"><v>sheetData&gt; mergeCell ref="A1:B2"</v></c></row>', tail: tail('A1:B1') }),
    ).toEqual({
      1: ['sheetData> mergeCell ref="A1:B2"', 'sheetData> mergeCell ref="A1:B2"'],
    })
  })
})

describe('workbooks', () => {
  const relations = 'http://purl.oclc.org/ooxml/officeDocument/relationships'

  test('sheets come in the order of the workbook, hidden ones marked', async () => {
    const one = '<row r="1"><c r="A1"><v>1</v></c></row>'
    const path = save({
      sheets: [
        { name: '甲&amp;乙', rows: one },
        { name: '藏', state: 'hidden', rows: one },
        { name: '深藏', state: 'veryHidden', rows: one },
      ],
    })
    const file = await openFile(path, { name: path })
    expect(file.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['甲&乙', false],
      ['藏', true],
      ['深藏', true],
    ])
    await file.close()
  })

  test('sheets are found through their relations, absolute or not, strict or not; chart sheets are passed over', async () => {
    const sheet = (value: string) => `<worksheet><sheetData><row><c><v>${value}</v></c></row></sheetData></worksheet>`
    const bytes = zip([
      ['_rels/.rels', `<Relationships><Relationship Id="a" Type="${relations}/officeDocument" Target="/book/Main.xml"/></Relationships>`],
      [
        'book/Main.xml',
        `<x:workbook xmlns:x="s" xmlns:q="${relations}"><x:sheets><x:sheet name="图" sheetId="9" q:id="c"/><x:sheet name="二" sheetId="2" q:id="b"/><x:sheet name="一" sheetId="1" q:id="a"/></x:sheets></x:workbook>`,
      ],
      [
        'book/_rels/Main.xml.rels',
        `<Relationships><Relationship Id="a" Type="${relations}/worksheet" Target="../pages/one.xml"/><Relationship Id="b" Type="${relations}/worksheet" Target="/pages/TWO.xml"/><Relationship Id="c" Type="${relations}/chartsheet" Target="c.xml"/></Relationships>`,
      ],
      ['pages/one.xml', sheet('1')],
      ['pages/two.xml', sheet('2')],
    ])
    expect(await readSheets(save(bytes))).toEqual({ 二: { 1: ['2'] }, 一: { 1: ['1'] } })
  })

  test.each([{ stored: true }, { zip64: true }])('a zip with %o', async (options) => {
    expect(await rowsOf({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }, { zip: options })).toEqual({ 1: ['1'] })
  })

  test('reading tells how far it is and stops when asked to', async () => {
    const path = save({
      sheets: [
        { rows: Array.from({ length: 60_000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i * 7919}</v></c></row>`).join('') },
      ],
    })
    const shares: number[] = []
    await readRows(path, {}, { onProgress: (share) => shares.push(share) })
    expect(shares.at(-1)).toBe(1)
    const abort = new AbortController()
    const reading = readRows(path, {}, { signal: abort.signal, onProgress: () => abort.abort(new Error('停')) })
    await expect(reading).rejects.toThrow('停')
  })
})
