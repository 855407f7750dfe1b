/** The engine's fast reading of a cell never says anything else than the reading there is for one value. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Engine, openEngine } from '../../src/engine/index.ts'
import { type FieldKind, fieldKindMacros, fieldKindNames, fieldKinds, type KindContext } from '../../src/policy/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'xianjie-fast-'))
let engine: Engine
beforeAll(async () => {
  engine = await openEngine({ folder, threads: 1 })
  await engine.run(fieldKindMacros)
})
afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true, force: true })
})

const codes = { label: '等级', codes: { '1': { label: '一级', spellings: ['无'] }, 未享受: { label: '未享受' }, '-': { label: '横线' } } }
const oneOf = (...texts: string[]) => fc.constantFrom(...texts)
const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((texts) => texts.join(''))
const digits = (least: number, most: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map((all) => all.join(''))
const year = fc.integer({ min: 1840, max: 2160 }).map(String)
const two = fc.integer({ min: 0, max: 33 }).map((value) => String(value).padStart(2, '0'))
const one = fc.integer({ min: 0, max: 13 }).map(String)
const separator = oneOf('-', '/', '.', ' ', '', '年', '\\', '_', '--')
const day = joined(year, separator, fc.oneof(two, one), separator, fc.oneof(two, one), oneOf('', '', '', ' 08:30', 'T08:30:00Z', '日', ' '))
const amount = joined(
  oneOf('', '', '-', '+', '￥', '(', "'"),
  fc.oneof(digits(0, 19), joined(digits(1, 3), oneOf(',', ',', '_'), digits(3, 3))),
  oneOf('', '', '.', '．'),
  digits(0, 9),
  oneOf('', '', '', '元', '万', 'e3', 'E-2', ')', ' ', '%', '人'),
)
const strange = oneOf(
  'nan',
  'inf',
  'infinity',
  '-inf',
  'true',
  '0x1F',
  '0b11',
  '1e5',
  '1E18',
  'epoch',
  'today',
  'now',
  'null',
  'NULL',
  '1 BC',
  '2026-03-05 (BC)',
  '1_000',
  '١٢',
  '２０２６',
  '#N/A',
  '#NAME?',
  '#VALUE!x\ny',
  '无',
  ' 无 ',
  '/',
  '—',
  '1',
  '一级',
  '未享受',
  '未享受 ',
  '2026-3-5',
  '2026-03-005',
  '2026-3-5 x',
  '2026-3-05x',
  '20260305 x',
  '100000e2',
  '1000000000e2',
  '+522399100200',
  '12026-3-05',
  '2026-W10-4',
  '20260305',
  '000000000001',
  ' 1 ',
  '+',
  '.',
  '-',
  '1.',
  '.1',
  '0',
  '-0',
  '-0.001',
)
const spaced = (text: fc.Arbitrary<string>) =>
  joined(oneOf('', '', '', ' ', '\t', '\u3000', '\u00a0', '\n'), text, oneOf('', '', '', ' ', '       ', '\t', '\u3000'))
const cellText = spaced(
  fc.oneof(day, amount, strange, digits(1, 22), fc.string({ maxLength: 12 }), fc.string({ unit: 'grapheme', maxLength: 6 })),
).map((text) => text.replaceAll('\0', ''))

const contexts: KindContext[] = fieldKindNames.flatMap((kind): KindContext[] => {
  const plain: KindContext = { field: { label: '列', kind, headers: ['列'] }, ...(/code|yes/.test(kind) ? { codes } : {}) }
  if (kind === 'money') return [plain, { ...plain, inWan: true }]
  if (kind === 'day') return [plain, { ...plain, field: { ...plain.field, month_is: 'first' } }]
  return [plain]
})

/** A typed value of `read` as the engine prints it. */
const printed = (kind: FieldKind, value: string, context: KindContext) =>
  `(${`'${value.replaceAll("'", "''")}'`}::${kind.type(context)})::VARCHAR`

/** The forms in which the engine reads a column: of the plain one what it does not doubt. */
const forms: [string, (kind: FieldKind, context: KindContext) => string][] = [
  ['fast', (kind, context) => kind.fast('raw', context)],
  [
    'plain',
    ({ plain }, context) =>
      plain ? `CASE WHEN NOT coalesce(${plain.doubt?.('raw') ?? 'false'}, false) THEN ${plain.value('raw', context)} END` : 'NULL',
  ],
]

test.each(forms)('whatever the %s form answers, the reading of one value answers too', async (_, form) => {
  let answered = 0
  await fc.assert(
    fc.asyncProperty(fc.array(cellText, { minLength: 1, maxLength: 400, size: 'max' }), async (texts) => {
      await engine.run('CREATE OR REPLACE TABLE cell(n INTEGER, raw VARCHAR)')
      await engine.append(
        'cell',
        texts.map((text, at) => [at, text]),
      )
      for (const context of contexts) {
        const kind = fieldKinds[context.field.kind]
        const found = await engine.rows<{ n: number; fast: string }>(
          `SELECT n, (${form(kind, context)})::VARCHAR AS fast FROM cell WHERE fast IS NOT NULL ORDER BY n`,
        )
        answered += found.length
        const readings = found.map(({ n }) => kind.read(texts[n] ?? '', context))
        const slow = readings.map(
          (reading, i) => `(${i}, ${typeof reading === 'string' ? `'(${reading})'` : printed(kind, reading.value, context)})`,
        )
        const values =
          found.length === 0
            ? []
            : await engine.rows<{ value: string }>(`SELECT value FROM (VALUES ${slow.join(', ')}) v(i, value) ORDER BY i`)
        const raws = found.map(({ n }) => texts[n])
        expect([context.field.kind, raws.map((raw, i) => [raw, values[i]?.value])]).toEqual([
          context.field.kind,
          raws.map((raw, i) => [raw, found[i]?.fast]),
        ])
      }
    }),
    { seed: 42, numRuns: 20 },
  )
  expect(answered).toBeGreaterThan(10_000)
})
