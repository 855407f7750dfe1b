/** Text files: encodings, delimiters, quotes, and the facts that let the engine read them itself. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileHash, openFile, type TextFacts, writeAsUtf8 } from './index.ts'
import { type Rows, readRows, testFolder } from './reading.test-support.ts'

const folder = testFolder()
let written = 0
const save = (content: string | Buffer) => folder.write(`${written++}.csv`, content)

async function factsOf(content: string | Buffer): Promise<TextFacts> {
  const file = await openFile(save(content), { name: '名单.csv' })
  await file.close()
  return file.text!
}

/** 衔接 in GB18030, and a character beyond GBK (㐀) in four bytes. */
const gb = Buffer.from([0xcf, 0xce, 0xbd, 0xd3, 0x2c, 0x81, 0x39, 0xee, 0x39, 0x0a, 0x31, 0x2c, 0x32, 0x0a])

describe('records', () => {
  test.each<[what: string, content: string | Buffer, rows: Rows]>([
    ['line feeds', 'a,b\n1,2\n', { 1: ['a', 'b'], 2: ['1', '2'] }],
    ['both', 'a,b\r\n1,2\r\n', { 1: ['a', 'b'], 2: ['1', '2'] }],
    ['carriage returns', 'a,b\r1,2', { 1: ['a', 'b'], 2: ['1', '2'] }],
    ['blank lines count', '\n\na,b\r\n\r\n1,2', { 3: ['a', 'b'], 5: ['1', '2'] }],
    ['a line of delimiters is blank', 'a,b\n,\n1,2', { 1: ['a', 'b'], 3: ['1', '2'] }],
    ['a line break in quotes is no new row', 'a,b\n"1\n\n2",3\n4,5', { 1: ['a', 'b'], 2: ['1\n\n2', '3'], 3: ['4', '5'] }],
    ['doubled quotes', '"a""b",""""\n"",1', { 1: ['a"b', '"'], 2: [null, '1'] }],
    ['a quote inside a cell is a character', 'a"b,c\n1,2"', { 1: ['a"b', 'c'], 2: ['1', '2"'] }],
    ['text behind a closing quote stays', '"a"b,c', { 1: ['ab', 'c'] }],
    ['a quote that never closes is a character', '"a,b\n1,2\n3,4', { 1: ['"a', 'b'], 2: ['1', '2'], 3: ['3', '4'] }],
    [
      'a quote that closes in the middle of a later cell is a character',
      '"a,b\n1,x"y\n3,4',
      { 1: ['"a', 'b'], 2: ['1', 'x"y'], 3: ['3', '4'] },
    ],
    ['short and long rows', 'a,b\n1\n1,2,3', { 1: ['a', 'b'], 2: ['1'], 3: ['1', '2', '3'] }],
    ['tabs', 'a\tb,c\n1\t2', { 1: ['a', 'b,c'], 2: ['1', '2'] }],
    ['semicolons', 'a;b;c\n1,5;2;3', { 1: ['a', 'b', 'c'], 2: ['1,5', '2', '3'] }],
    ['bars', 'a|b\n1|2', { 1: ['a', 'b'], 2: ['1', '2'] }],
    ['one column', '姓名\n张三', { 1: ['姓名'], 2: ['张三'] }],
    ['a mark in front', '\uFEFFa,b\n1,2', { 1: ['a', 'b'], 2: ['1', '2'] }],
    ['GB18030', gb, { 1: ['衔接', '㐀'], 2: ['1', '2'] }],
    ['NUL is dropped', 'a\0b,c\n1,2', { 1: ['ab', 'c'], 2: ['1', '2'] }],
    ['no line end', 'a', { 1: ['a'] }],
  ])('%s', async (_, content, rows) => {
    expect(await readRows(save(content))).toEqual(rows)
  })

  test('five thousand columns are read, twenty thousand are refused', async () => {
    expect((await readRows(save(`${'x,'.repeat(4999)}x\n`)))[1]).toHaveLength(5000)
    await expect(readRows(save(`${'x,'.repeat(20_000)}x\n`))).rejects.toThrow('第 1 行有 20001 列')
  })

  test('a bad byte among much Chinese does not change the encoding', async () => {
    const path = save(Buffer.concat([Buffer.from('村民姓名登记表,'.repeat(20)), Buffer.from([0xe6, 0x9d]), Buffer.from('\n1,2\n')]))
    const file = await openFile(path, { name: '表.csv' })
    expect([file.text!.encoding, file.text!.isRegular, file.warnings.length]).toEqual(['utf-8', false, 1])
    await file.close()
  })

  test('only the columns asked for, only as far as asked', async () => {
    expect(await readRows(save('a,b,c\n1,2,3\n4,5,6'), {}, { columns: [1], upTo: 2 })).toEqual({
      1: [null, 'b', null],
      2: [null, '2', null],
    })
  })

  test('long text keeps its records and characters across pieces, in both encodings', async () => {
    const lines = Array.from({ length: 60_000 }, (_, i) => (i % 9 === 0 ? `"第${i}行,\n引号""里"` : `衔接${i}`))
    const expected = lines.map((line) => (line.startsWith('"') ? line.slice(1, -1).replace('""', '"') : line))
    const text = lines.map((line) => `${line},衔`).join('\r\n')
    expect(Object.values(await readRows(save(text))).map((row) => row[0])).toEqual(expected)
    const parts = {
      衔: [0xcf, 0xce],
      接: [0xbd, 0xd3],
      第: [0xb5, 0xda],
      行: [0xd0, 0xd0],
      引: [0xd2, 0xfd],
      号: [0xba, 0xc5],
      里: [0xc0, 0xef],
    } as Record<string, number[]>
    const bytes = Buffer.from(Array.from(text, (c) => parts[c] ?? [c.charCodeAt(0)]).flat())
    expect(Object.values(await readRows(save(bytes))).map((row) => row[0])).toEqual(expected)
  })

  test('any table of strings written as CSV reads back equal', async () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', '张', '"', ',', '\n', '\r', ' ', ';', '𠮷') }),
      fc.string(),
      fc.constant(''),
    )
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 })
    const isText = (value: string) => !/[\0-\x08\x0b\x0c\x0e-\x1f]/.test(value)
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), fc.nat(3), async (rows, lineBreak, blankEvery) => {
        fc.pre(rows.flat().every(isText))
        const expected: Rows = {}
        const lines = ['标题,一,二,三']
        expected[1] = ['标题', '一', '二', '三']
        for (const [i, row] of rows.entries()) {
          if (blankEvery > 0 && i % blankEvery === 0) lines.push('')
          lines.push(row.map((value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(','))
          if (row.some((value) => value !== '')) expected[lines.length] = row.map((value) => (value === '' ? null : value))
        }
        const sheet = await readRows(save(lines.join(lineBreak)), {})
        expect(sheet).toEqual(expected)
      }),
      { seed: 42, numRuns: 150 },
    )
  })
})

describe('facts', () => {
  test.each<[what: string, content: string | Buffer, facts: Partial<TextFacts>]>([
    ['plain', 'a,b\n1,2\n', { encoding: 'utf-8', delimiter: ',', isRegular: true, lineCount: 2 }],
    ['no line end', 'a,b\n1,2', { isRegular: true, lineCount: 2 }],
    ['with a mark', '\uFEFF"a",b\r\n1,2\r\n', { encoding: 'utf-8-bom', isRegular: true, lineCount: 2 }],
    ['quotes as they should be', 'a,b\n"1,2","3""4"\n"",5\n', { isRegular: true, lineCount: 3 }],
    ['blank lines at the end', 'a,b\n1,2\n\n\n', { isRegular: true, lineCount: 4 }],
    ['a blank line inside', 'a,b\n\n1,2\n', { isRegular: false, lineCount: 3 }],
    ['a blank line inside, both', 'a,b\r\n\r\n1,2\r\n', { isRegular: false, lineCount: 3 }],
    ['a blank line at the start', '\na,b\n', { isRegular: false, lineCount: 2 }],
    ['a line break inside quotes', 'a,b\n"1\n2",3\n', { isRegular: false, lineCount: 2 }],
    ['a stray quote', 'a,b\n1"2,3\n', { isRegular: false }],
    ['text behind a quote', 'a,b\n"1"2,3\n', { isRegular: false }],
    ['an open quote', 'a,b\n"1,2\n', { isRegular: false }],
    ['mixed line breaks', 'a,b\r\n1,2\n', { isRegular: false, lineCount: 2 }],
    ['a lone carriage return', 'a,b\n1\r,2\n', { isRegular: false }],
    ['NUL', 'a,b\n1\0,2\n', { isRegular: false }],
    ['GB18030', gb, { encoding: 'gb18030', isRegular: false, lineCount: 2 }],
    ['cut in the middle of a character', Buffer.from('张三,李四\n王').subarray(0, -1), { isRegular: false }],
  ])('%s', async (_, content, facts) => {
    expect(await factsOf(content)).toMatchObject(facts)
  })

  test.each([
    ['a,b\n1,2\n', []],
    ['a,b\n1_0,#N/A\n', ['#', '_']],
    ['a b\n1e3,2E3\n', ['e', 'E', ' ']],
    [`a,b\n${'1,2\n'.repeat(700_000)}x_,1\n`, ['_']],
  ])('signs that make cells doubtful are found wherever they stand', async (content, signs) => {
    expect((await factsOf(content)).signs).toEqual(new Set(signs))
  })

  test('the hash is that of the bytes', async () => {
    const content = 'a,b\n'.repeat(700_000)
    expect(await factsOf(content)).toMatchObject({ lineCount: 700_000, isRegular: true })
    expect(await fileHash(save(content))).toBe(createHash('sha256').update(content).digest('hex'))
  })

  test('lines are counted alike wherever they fall in the pieces read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(9), { minLength: 1, maxLength: 200 }), fc.nat(7), async (lengths, shift) => {
        const filler = `${'x'.repeat(1024 * 1024 - shift - lengths.length * 3)}\n`
        const text = filler + lengths.map((length) => `${'y'.repeat(length + 1)}\n`).join('')
        expect(await factsOf(text)).toMatchObject({ lineCount: lengths.length + 1, isRegular: true })
      }),
      { seed: 42, numRuns: 15 },
    )
  })
})

test('GB18030 written as UTF-8 is regular, and its facts are those of the new file', async () => {
  const file = await openFile(save(gb), { name: '名单.csv' })
  const path = save('')
  expect(await writeAsUtf8(file, path)).toEqual({
    encoding: 'utf-8',
    delimiter: ',',
    isRegular: true,
    lineCount: 2,
    signs: new Set(),
  })
  await file.close()
  expect(readFileSync(path, 'utf8')).toBe('衔接,㐀\n1,2\n')
})
