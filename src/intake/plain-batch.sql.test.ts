/** A sheet read as a plain one says exactly what the close reading says, and is refused where that one has something to say. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Engine, openEngine } from '../engine/index.ts'
import { fieldKindMacros, loadPolicy } from '../policy/index.ts'
import { type BatchPlan, batchSql, textSource } from './batch.sql.ts'
import { identityFields, planOf } from './batch-plan.ts'
import { isNotPlain, plainBatchSql } from './plain-batch.sql.ts'
import { openFile } from './readers/index.ts'
import { recognisable, recogniseSheet } from './recognise.rules.ts'

const policy = loadPolicy(join(import.meta.dirname, '../../policy'))
const folder = mkdtempSync(join(tmpdir(), 'xianjie-plain-'))
let engine: Engine
beforeAll(async () => {
  engine = await openEngine({ folder, threads: 1 })
  await engine.run(fieldKindMacros)
})
afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true, force: true })
})

const header = ['姓名', '身份证号', '乡镇', '村', '联系电话', '手机', '救助类别', '享受开始日期', '停发日期', '月救助金额']
const clean = [
  '杨玉菊',
  '52239919601017168X',
  '白坝街道',
  '石门村',
  '16600349610',
  '15800397881',
  '农村低保',
  '2021-06-13',
  '2026-05-01',
  '210.5',
]
const odd = [
  ...['', ' ', '/', '无', '无 ', '不详', '#N/A', '#3', '合计', '注:以上', '姓名', '—', 'NULL', '至今', '202105', '2021.6.13', '2021-06-1x'],
  ...[
    '2021-02-30',
    'infinity',
    'epoch',
    '2999-01-01',
    '1_000',
    '1e3',
    '-',
    '+5',
    '.5',
    '1,200',
    '12万',
    '城市低保',
    '低保',
    '农低保',
    'Abc',
  ],
  ...[
    'nan',
    'inf',
    '0x1F',
    '1 BC',
    '210.5_',
    '.',
    '-0',
    '2021-6-13',
    '2021-06-13 08:00',
    '不二',
    '至远',
    '\u3000无',
    '无\u3000',
    '王 五',
    '5223991960101716',
    '52239919601017168x',
    '５２２３',
  ],
]
const cells = fc.record({ row: fc.nat(79), column: fc.nat(header.length - 1), value: fc.constantFrom(...odd) })

async function planOfFile(rows: readonly (readonly string[])[]): Promise<BatchPlan> {
  const path = join(folder, '救助.csv')
  writeFileSync(
    path,
    [header, ...rows].map((row) => `${row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')}\n`).join(''),
  )
  const { text, close } = await openFile(path, { name: '救助.csv' })
  await close()
  const dataset = policy.datasets.get('relief')
  if (!dataset || !text) throw new Error('no such dataset')
  const known = recognisable('relief', dataset, identityFields(policy, dataset))
  const sample = [header, ...rows]
    .slice(0, 60)
    .map((row, i) => ({ rowNumber: i + 1, cells: row.map((cell) => (cell === '' ? null : cell)) }))
  const recognised = recogniseSheet(sample, [known])
  if (!recognised.ok) throw new Error(recognised.reason)
  const from = textSource(path, header.length, ',', 1, 1_000_000)
  const source = { from, isStaged: false, signs: text.signs, headerRow: 1, leadColumns: [0, 1, 2], originColumn: undefined }
  return planOf(policy, known, { recognition: recognised.recognition, sheetNo: 1, source, sample })
}

/** Whether the sheet was taken for a plain one; both readings are then the same, and nothing is left open. */
async function isPlain(rows: readonly (readonly string[])[]): Promise<boolean> {
  const plan = await planOfFile(rows)
  await engine.run('DROP TABLE IF EXISTS plain; DROP TABLE IF EXISTS close')
  try {
    await engine.run(plainBatchSql({ ...plan, table: 'plain' }) ?? '')
  } catch (error) {
    if (!isNotPlain(error)) throw error
    return false
  }
  await engine.run(batchSql({ ...plan, table: 'close' }))
  const read = await engine.rows('SELECT rowid, * FROM plain ORDER BY rowid')
  expect(read).toEqual(await engine.rows('SELECT rowid, * FROM close ORDER BY rowid'))
  expect(await engine.rows('SELECT count(*) AS n FROM plain WHERE unreadable <> 0 OR found IS NOT NULL OR NOT is_data')).toEqual([{ n: 0 }])
  return true
}

const rowsOf = (changes: readonly { row: number; column: number; value: string }[]) =>
  Array.from({ length: 80 }, (_, row) =>
    clean.map((cell, column) => changes.find((change) => change.row === row && change.column === column)?.value ?? cell),
  )

test('a plain sheet is read as one, and says the same', async () => {
  expect(await isPlain(rowsOf([]))).toBe(true)
})

test.each(['无', '#N/A', '不详'])('a cell with %j below what the sample shows is looked at closely', async (value) => {
  expect(await isPlain(rowsOf([{ row: 79, column: 3, value }]))).toBe(false)
})

test('whatever stands in a few cells, a sheet taken for plain says the same', async () => {
  let plain = 0
  let refused = 0
  await fc.assert(
    fc.asyncProperty(fc.array(cells, { maxLength: 2 }), async (changes) => {
      if (await isPlain(rowsOf(changes))) plain += 1
      else refused += 1
    }),
    { seed: 42, numRuns: 60 },
  )
  expect(Math.min(plain, refused)).toBeGreaterThan(10)
})
