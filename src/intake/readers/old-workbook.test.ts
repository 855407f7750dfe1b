/** xls, html called xls, and SpreadsheetML 2003. */
import { type BookType, type CellObject, utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { openFile } from './index.ts'
import { readRows, readSheets, testFolder } from './reading.test-support.ts'

const folder = testFolder()

function oldBook(bookType: BookType, is1904 = false): Buffer {
  const sheet = utils.aoa_to_sheet([
    ['户编号', '身份证号', '日期', '金额', '在'],
    ['甲', '990101199001011234'],
    [null, null],
  ])
  const set = (at: string, cell: CellObject) => {
    sheet[at] = cell
  }
  set('C2', { t: 'n', v: 46086, z: 'yyyy-mm-dd' })
  set('D2', { t: 'n', v: 1234.5 })
  set('E2', { t: 'b', v: true })
  set('A3', { t: 's', v: '乙' })
  set('B3', { t: 'n', v: Number('522301199001011234') })
  set('C3', { t: 'n', v: 46086.5, z: 'yyyy/m/d h:mm' })
  sheet['!ref'] = 'A1:E5'
  set('E5', { t: 'n', v: 0.30000000000000004 })
  sheet['!merges'] = [{ s: { r: 2, c: 0 }, e: { r: 4, c: 0 } }]
  const hidden = utils.aoa_to_sheet([['藏']])
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '名单')
  utils.book_append_sheet(book, hidden, '藏')
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }], WBProps: { date1904: is1904 } }
  return write(book, { type: 'buffer', bookType }) as Buffer
}

const expected = {
  1: ['户编号', '身份证号', '日期', '金额', '在'],
  2: ['甲', '990101199001011234', '2026-03-05', '1234.5', 'TRUE'],
  3: ['乙', '522301199001011000', '2026-03-05 12:00:00'],
  5: ['乙', null, null, null, '0.3'],
}

describe('older kinds', () => {
  test.each<[BookType, string]>([
    ['biff8', 'xls'],
    ['xlml', 'xml2003'],
  ])('%s', async (bookType, kind) => {
    const path = folder.write('名单.xls', oldBook(bookType))
    expect((await readSheets(path)).名单).toEqual(expected)
    const file = await openFile(path, { name: '名单.xls' })
    expect([file.kind, file.sheets.map((sheet) => sheet.hidden)]).toEqual([kind, [false, true]])
    await file.close()
  })

  test('the 1904 date system', async () => {
    const rows = await readRows(folder.write('b.xls', oldBook('biff8', true)))
    expect(rows[2]![2]).toBe('2030-03-06')
  })

  test('a web page called xls: text stays as it stands, in UTF-8 and in GB18030', async () => {
    const page = (name: string) =>
      `<html><meta charset="gb2312"><body><table><tr><td>${name}</td><td>990101199001011234</td><td>007</td><td>2026-3-5</td></tr><tr><td colspan=2>合</td><td>1e5</td><td>50%</td></tr></table></body></html>`
    const rows = { 1: ['衔接', '990101199001011234', '007', '2026-3-5'], 2: ['合', '合', '1e5', '50%'] }
    expect(await readRows(folder.write('c.xls', page('衔接')))).toEqual(rows)
    const [before, after] = page('衔接').split('衔接') as [string, string]
    const bytes = [before, after.replace('合', '')].map((part) => Buffer.from(part))
    expect(
      (await readRows(folder.write('d.xls', Buffer.concat([bytes[0]!, Buffer.from([0xcf, 0xce, 0xbd, 0xd3]), bytes[1]!]))))[1],
    ).toEqual(rows[1])
  })

  test('columns and rows asked for', async () => {
    expect(Object.keys(await readRows(folder.write('e.xls', oldBook('biff8')), {}, { upTo: 2 }))).toEqual(['1', '2'])
  })

  test('a file that takes too long is given up', async () => {
    const path = folder.write('f.xls', oldBook('biff8'))
    await expect(openFile(path, { name: 'f.xls', limits: { wholeFileSeconds: 0 } })).rejects.toThrow('没有读完')
  })
})
