/** The corrected workbook back: bad rows go out, come back filled, and stand in their places. */
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptedFiles, type FileDetail } from '../../src/intake/server/index.ts'
import { asker } from '../database/database.test-support.ts'
import { cellsOf, civil, type FilesWorld, filesWorld, workbook, zhao } from './files.test-support.ts'

let world: FilesWorld
beforeAll(async () => {
  world = await filesWorld()
})
afterAll(() => world.close())

const problem = (code: string) => expect.objectContaining({ code })
const csv = `姓名,身份证号,死亡日期,乡镇
张三,11010519491231002X,2026-10-02,城关镇
李四,110105194912310038,昨天,"白云乡,东村"
王五,110105194912310046,2026-10-09,城关镇
`

/** The workbook with cells changed: row and column from 1. */
async function filled(content: Buffer, cells: readonly (readonly [row: number, column: number, value: string])[]): Promise<Buffer> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(content as unknown as ArrayBuffer)
  for (const [row, column, value] of cells) {
    const cell = book.worksheets[0]?.getCell(row, column)
    if (cell) cell.value = value
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

describe.each<[kind: string, make: () => Promise<Buffer>, name: string]>([
  ['csv', async () => Buffer.from(csv), '死亡.csv'],
  ['xlsx', () => workbook({ 名单: `死亡人员名单\n${csv.replace('"白云乡,东村"', '白云乡')}` }), '死亡.xlsx'],
])('a %s with bad cells', (kind, make, name) => {
  let file: FileDetail
  let correction: Buffer
  const badRow = kind === 'csv' ? 3 : 4

  test('gives a workbook of the bad rows, whole numbers in it', async () => {
    file = await world.handIn(civil, name, await make())
    expect([file.rowsIn, file.rejected]).toEqual([3, 1])
    await world.accept(file)
    const answer = await world.download(civil, 'GET /files/:id/corrections', { params: { id: file.id } })
    correction = answer.content
    expect(answer.name).toBe(`死亡-更正-${file.id}.xlsx`)
    const rows = await cellsOf(correction)
    expect(rows[0]).toEqual(['姓名', '身份证号', '死亡日期', '乡镇', '原文件行号', '问题'])
    const bad = rows.find(([who]) => who === '李四')
    expect(bad?.slice(1, 3)).toEqual(['110105194912310038', '昨天'])
    expect(bad?.[4]).toBe(String(badRow))
    expect(bad?.[5]).toContain('现在是 “昨天”')
    expect(await world.acts(file.id)).toContain('file.corrections_taken')
  })

  test('takes the filled workbook in the place of the old rows', async () => {
    const rows = await cellsOf(correction)
    const at = rows.findIndex(([who]) => who === '李四') + 1
    const mended = await filled(correction, [[at, 3, '2026-10-07']])
    const next = await world.handIn(civil, '改好的.xlsx', mended, { replaces: file.id })
    expect(next).toMatchObject({ state: 'read', rowsIn: 3, rejected: 0, replaces: file.id })
    expect(next.warnings.map(({ code, message }) => [code, message])).toContainEqual([
      'reader',
      expect.stringMatching(/^已把改正表中的 \d 行放回原位。$/),
    ])
    await world.accept(next)
    expect(await world.call(zhao, 'GET /files/:id', { params: { id: file.id } })).toMatchObject({ state: 'replaced', replacedBy: next.id })
    const whole = await world.download(zhao, 'GET /files/:id/original', { params: { id: next.id }, query: { mended: '1' } })
    expect(whole.name).toBe(`死亡（已改正）.${kind}`)
    if (kind === 'csv') expect(whole.content.toString()).toBe(csv.replace('昨天', '2026-10-07'))
    else
      expect((await cellsOf(whole.content)).slice(1).map((row) => row[2])).toEqual(['死亡日期', '2026-10-02', '2026-10-07', '2026-10-09'])
    const counted = await world.store.transaction(asker(zhao), (ctx) => acceptedFiles(ctx, { area: '522399', month: '2026-10' }))
    expect(counted.map(({ fileId }) => fileId)).toEqual([next.id])
    const kept = await world.download(zhao, 'GET /files/:id/original', { params: { id: next.id } })
    expect(kept.content.equals(mended)).toBe(true)
  })

  test('counts again when the correction is withdrawn', async () => {
    const old = await world.call<FileDetail>(zhao, 'GET /files/:id', { params: { id: file.id } })
    await expect(
      world.call(zhao, 'POST /files/:id/withdraw', { params: { id: file.id }, body: { version: old.version, reason: '不对' } }),
    ).rejects.toEqual(problem('files.wrong_state'))
    const { version } = await world.call<FileDetail>(zhao, 'GET /files/:id', { params: { id: old.replacedBy ?? 0 } })
    await world.call(zhao, 'POST /files/:id/withdraw', { params: { id: old.replacedBy ?? 0 }, body: { version, reason: '改错了' } })
    const again = await world.call<FileDetail>(zhao, 'GET /files/:id', { params: { id: file.id } })
    expect(again).toMatchObject({ state: 'accepted', replacedBy: null })
    await world.call(zhao, 'POST /files/:id/withdraw', { params: { id: file.id }, body: { version: again.version, reason: '测试完毕' } })
  })

  test('without an address is told, and can be given one', async () => {
    const first = await world.handIn(civil, name, await make())
    const loose = await world.handIn(civil, '改好的2.xlsx', await filled(correction, [[1, 7, '我加的一列']]))
    const told = loose.warnings.find(({ code }) => code === 'looks_like_correction')
    expect(told?.choices[0]).toEqual({ choice: 'point_to', label: `改正的是第 ${first.id} 号“${name}”`, fileId: first.id })
    const body = { version: loose.version, replaces: first.id }
    await world.call(civil, 'PATCH /files/:id', { params: { id: loose.id }, body })
    expect(await world.read(civil, loose.id)).toMatchObject({ state: 'read', rowsIn: 3, replaces: first.id })
    for (const id of [loose.id, first.id]) {
      const { version } = await world.call<FileDetail>(civil, 'GET /files/:id', { params: { id } })
      await world.call(civil, 'POST /files/:id/withdraw', { params: { id }, body: { version, reason: '测试完毕' } })
    }
    await expect(world.handIn(civil, 'x.csv', csv, { replaces: first.id })).rejects.toEqual(problem('files.cannot_replace'))
  })
})

test('a whole file may replace another', async () => {
  const first = await world.handIn(civil, '九月.csv', csv, { month: '2026-09' })
  const whole = await world.handIn(civil, '九月全.csv', csv.replace('昨天', '2026-09-07').replaceAll('2026-10', '2026-09'), {
    month: '2026-09',
    replaces: first.id,
  })
  expect([whole.rowsIn, whole.rejected]).toEqual([3, 0])
  await world.accept(whole)
  expect(await world.call(zhao, 'GET /files/:id', { params: { id: first.id } })).toMatchObject({ state: 'replaced' })
})

test('a file without issues has nothing to mend', async () => {
  const file = await world.handIn(civil, '好.csv', '姓名,身份证号,死亡日期\n张三,11010519491231002X,2026-10-02\n')
  expect(file.issues).toBe(0)
  await expect(world.download(civil, 'GET /files/:id/corrections', { params: { id: file.id } })).rejects.toEqual(
    problem('files.nothing_to_mend'),
  )
})
