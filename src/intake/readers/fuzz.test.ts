/** Damaged copies of valid files, many and always the same: every one ends in rows or in a Problem, soon. */
import { utils, write } from '@e965/xlsx'
import { expect, test, vi } from 'vitest'
import { Problem } from '../../kernel/index.ts'
import { readSheets, testFolder } from './reading.test-support.ts'
import { workbook } from './zip-writer.test-support.ts'

vi.setConfig({ testTimeout: 60_000 })
const folder = testFolder()
const longestMs = 5000

/** A generator of numbers from 0 to 1 that repeats itself (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const telling = Buffer.from('<>/"\'=&;:!?[]- \0\xff\r\n,0123456789ceirstvfA', 'latin1')

function damaged(bytes: Buffer, random: () => number): Buffer {
  const at = () => Math.floor(random() * bytes.length)
  const copy = Buffer.from(bytes)
  const way = random()
  if (way < 0.2) return copy.subarray(0, at())
  if (way < 0.3) return Buffer.concat([copy.subarray(0, at()), copy.subarray(at())])
  if (way < 0.4) return copy.fill(Math.floor(random() * 256), at(), at())
  const changes = 1 + Math.floor(random() * 20)
  for (let i = 0; i < changes; i++) copy[at()] = way < 0.7 ? telling[Math.floor(random() * telling.length)]! : Math.floor(random() * 256)
  return copy
}

async function survives(bytes: Buffer, name: string): Promise<'rows' | 'problem'> {
  const path = folder.write(name, bytes)
  const start = performance.now()
  try {
    await readSheets(path, { limits: { wholeFileSeconds: 4 } })
    return 'rows'
  } catch (error) {
    if (!(error instanceof Problem)) throw new Error(`not a Problem: ${String(error)}`, { cause: error })
    return 'problem'
  } finally {
    expect(performance.now() - start).toBeLessThan(longestMs)
  }
}

async function fuzz(
  times: number,
  seed: number,
  name: string,
  make: (random: () => number) => Buffer,
): Promise<{ rows: number; problem: number }> {
  const random = numbers(seed)
  const ends = { rows: 0, problem: 0 }
  for (let i = 0; i < times; i++) ends[await survives(make(random), name)] += 1
  return ends
}

const shared = Array.from({ length: 50 }, (_, i) => `<si><t>文字${i}</t></si>`).join('')
const rows = Array.from(
  { length: 50 },
  (_, i) =>
    `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>${i}</v></c><c r="B${i + 1}" s="1"><v>${46_000 + i}</v></c><c r="C${i + 1}" t="inlineStr"><is><r><t>甲&amp;${i}</t></r></is></c><c r="D${i + 1}"><f>A1</f></c></row>`,
).join('')
const parts = { shared, formats: [0, 14], sheets: [{ rows, tail: '<mergeCells><mergeCell ref="D3:E9"/></mergeCells>' }] }
const table = Array.from({ length: 60 }, (_, i) => [`户${i}`, 990_101_199_001_010_000 + i, i / 7, i % 2 === 0])

test('workbooks damaged as files', async () => {
  const whole = workbook(parts)
  const stored = workbook({ ...parts, zip: { stored: true } })
  const ends = await fuzz(250, 1, 'a.xlsx', (random) => damaged(random() < 0.5 ? whole : stored, random))
  expect(Math.min(ends.rows, ends.problem)).toBeGreaterThan(20)
})

test('workbooks damaged within their XML', async () => {
  const ends = await fuzz(200, 2, 'b.xlsx', (random) => {
    const sheet = Buffer.from(`<worksheet><sheetData>${rows}</sheetData>${parts.sheets[0]!.tail}</worksheet>`)
    return workbook({
      ...parts,
      shared: damaged(Buffer.from(shared), random).toString('latin1'),
      sheets: [{ xml: damaged(sheet, random) }],
    })
  })
  expect(Math.min(ends.rows, ends.problem)).toBeGreaterThan(20)
})

test('text', async () => {
  const text = Buffer.from(table.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n'))
  const ends = await fuzz(150, 3, 'c.csv', (random) => damaged(text, random))
  expect(ends.rows).toBeGreaterThan(20)
})

test('older workbooks and web pages', async () => {
  const book = { SheetNames: ['a'], Sheets: { a: utils.aoa_to_sheet(table) } }
  for (const bookType of ['biff8', 'xlml', 'html'] as const) {
    const bytes = write(book, { type: 'buffer', bookType }) as Buffer
    const ends = await fuzz(5, 4, 'd.xls', (random) => damaged(bytes, random))
    expect(ends.rows + ends.problem).toBe(5)
  }
})
