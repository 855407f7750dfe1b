/** Columns of any sheet as a CSV file for the engine. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formulaToken, openFile, writeRowsAsCsv } from './index.ts'
import { testFolder } from './reading.test-support.ts'
import { workbook } from './zip-writer.test-support.ts'

const folder = testFolder()

async function csvOf(path: string, columns: number[], options = {}): Promise<{ text: string; rows: number }> {
  const file = await openFile(path, { name: 'x' })
  const out = join(folder.path, 'out.csv')
  const { rows } = await writeRowsAsCsv(file.sheets[0]!, columns, out, options)
  await file.close()
  return { text: readFileSync(out, 'utf8'), rows }
}

const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><v>题</v></c></row>
<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="str"><v>引"号</v></c><c r="C3"><f>A1</f></c><c r="D3"><v>1.50</v></c></row>
<row r="4"><c r="D4" s="1"><v>46086</v></c><c r="E4" t="str"><v>没人要</v></c></row>
<row r="5"><c r="E5" t="str"><v>没人要</v></c></row>`
const shared = '<si><t>姓名</t></si><si><t>张,\n三</t></si>'
const book = folder.write(
  'a.xlsx',
  workbook({ sheets: [{ rows, tail: '<mergeCells><mergeCell ref="A3:A4"/></mergeCells>' }], shared, formats: [0, 14] }),
)

test('a workbook: row number first, quotes only where needed, merged cells filled, rows without a wanted value kept', async () => {
  expect(await csvOf(book, [0, 1, 2, 3])).toEqual({
    text: `1,姓名,题,,\n3,"张,\n三","引""号",${formulaToken},1.5\n4,"张,\n三",,,2026-03-05\n5,,,,\n`,
    rows: 4,
  })
})

test('columns come in the order asked for; rows up to the header are left out', async () => {
  expect(await csvOf(book, [3, 0], { after: 3, upTo: 4 })).toEqual({ text: '4,2026-03-05,"张,\n三"\n', rows: 1 })
})

test('a text file gives the same form', async () => {
  const path = folder.write('b.csv', 'a,b,c\r\n\r\n"1,2",3\r\n"引""号",,"两\n行"\r\n')
  expect(await csvOf(path, [2, 0])).toEqual({ text: '1,c,a\n3,,"1,2"\n4,"两\n行","引""号"\n', rows: 3 })
})

test('more rows than one write holds arrive whole', async () => {
  const count = 60_000
  const path = folder.write(
    'c.xlsx',
    workbook({
      sheets: [
        { rows: Array.from({ length: count }, (_, i) => `<row><c t="str"><v>第${i}行的文字</v></c><c><v>${i}</v></c></row>`).join('') },
      ],
    }),
  )
  expect(await csvOf(path, [0, 1])).toEqual({
    text: Array.from({ length: count }, (_, i) => `${i + 1},第${i}行的文字,${i}\n`).join(''),
    rows: count,
  })
})
