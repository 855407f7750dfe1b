/** Cells of result files: the engine and the program write the same, any reader gets back what was meant, and no spreadsheet runs it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Engine, openEngine } from '../engine/index.ts'
import { copyCsvSql, csvCell, csvLine, csvPlain, csvText } from './csv.sql.ts'

const folder = mkdtempSync(join(tmpdir(), 'xianjie-csv-'))
let engine: Engine
beforeAll(async () => {
  engine = await openEngine({ folder, threads: 1 })
})
afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('one cell', () => {
  test.each([
    ['张三', '张三'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['他说"好"', '"他说""好"""'],
    ['两\n行', '"两\n行"'],
    ['回\r车', '"回\r车"'],
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-5', "'-5"],
    ['@甲', "'@甲"],
    ['\t=1', "'\t=1"],
    ['=A1,"x"', `"'=A1,""x"""`],
    ['a=b', 'a=b'],
    ["'=1", "'=1"],
    ['＝1', '＝1'],
  ])('%j is written %j', (value, written) => expect(csvCell(value)).toBe(written))
  test('numbers and booleans are no text', () => expect(csvLine([-5, true, null, 0.5])).toBe('-5,true,,0.5\r\n'))
})

const strange = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n,"\'', ' ', '甲', 'a', '1', '𠮷', '\u00a0'), maxLength: 8 })

test('the engine writes every cell as the program does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(strange, { minLength: 1, maxLength: 200 }), async (values) => {
      await engine.run('CREATE OR REPLACE TABLE cell(n INTEGER, v VARCHAR)')
      await engine.append(
        'cell',
        values.map((value, n) => [n, value]),
      )
      const rows = await engine.rows<{ written: string }>(`SELECT ${csvText('v')} AS written FROM cell ORDER BY n`)
      expect(rows.map(({ written }) => written)).toEqual(values.map(csvCell))
    }),
    { seed: 42, numRuns: 20 },
  )
})

test('a file has a byte order mark, a header and CRLF, in the order asked for', async () => {
  const path = join(folder, 'a.csv')
  await engine.run('CREATE OR REPLACE TABLE line(n INTEGER, name VARCHAR, flag BOOLEAN)')
  await engine.append('line', [
    [2, '=x', true],
    [1, 'a\r\n"b"', null],
    [3, null, false],
  ])
  await engine.run(copyCsvSql(path, ['n', 'name', 'flag'], [csvPlain('n'), csvText('name'), csvPlain('flag')], 'line', 'n'))
  expect(readFileSync(path, 'utf8')).toBe(`\ufeffn,name,flag\r\n1,"a\r\n""b""",\r\n2,'=x,true\r\n3,,false\r\n`)
})

test('a table without rows is a file with a header', async () => {
  const path = join(folder, 'b.csv')
  await engine.run('CREATE OR REPLACE TABLE line(n INTEGER)')
  await engine.run(copyCsvSql(path, ['n'], [csvPlain('n')], 'line', 'n'))
  expect(readFileSync(path, 'utf8')).toBe('\ufeffn\r\n')
})
