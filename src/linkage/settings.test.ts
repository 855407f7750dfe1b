import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { loadLinkageSettings, reasonText } from './index.ts'
import { learnWeights, startingWeights } from './score.rules.ts'

const shipped = join(import.meta.dirname, '../../policy')
let folder = ''
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function changed(file: string, change: (text: string) => string): string {
  folder = mkdtempSync(join(tmpdir(), 'settings-'))
  cpSync(join(shipped, 'linkage'), join(folder, 'linkage'), { recursive: true })
  const path = join(folder, 'linkage', file)
  writeFileSync(path, change(readFileSync(path, 'utf8')))
  return folder
}

test('the shipped settings carry every level in the order of the contract', () => {
  const { levels, characters } = loadLinkageSettings(shipped)
  expect([...new Set(levels.map((level) => level.level))]).toEqual([
    'id',
    'id_repaired',
    'id_truncated',
    'id_typo',
    'name_born_village',
    'name_phone_village',
    'name_variant',
  ])
  expect(characters.canonical.get('峯')).toBe('峰')
})

test.each([
  ['an unknown key', 'scoring.yaml', (text: string) => `${text}\nguess: true\n`, /scoring.yaml.*guess/],
  ['a relation that does not exist', 'levels.yaml', (text: string) => text.replace('name: [same]', 'name: [alike]'), /levels.yaml/],
  ['levels out of order', 'levels.yaml', (text: string) => text.replace('level: id\n', 'level: name_variant\n'), /须排在更低一级之前/],
  ['a threshold that two could reach', 'scoring.yaml', (text: string) => text.replace('accept: 0.9', 'accept: 0.4'), /scoring.yaml/],
  [
    'a level that lets a name overrule a sound number',
    'levels.yaml',
    (text: string) => text.replace('row_number: [none, failing, truncated, lost]', 'row_number: [valid, none]'),
    /“姓名、出生日期和村相同”不得用姓名推翻有效号码/,
  ],
  [
    'a block that compares sound numbers by telephone',
    'blocks.yaml',
    (text: string) => text.replace('equal: [name, born_on]', 'equal: [phone]'),
    /“同名同日出生”拿有效号码去比的/,
  ],
  ['a character in two groups', 'characters.yaml', (text: string) => text.replace('升昇陞', '升昇陞 昇坤'), /两组/],
])('%s is refused with its file', (_, file, change, message) => {
  expect(() => loadLinkageSettings(changed(file, change))).toThrow(message)
})

test('a file that means nothing is refused', () => {
  const place = changed('levels.yaml', (text) => text)
  writeFileSync(join(place, 'linkage', 'notes.yaml'), 'a: 1\n')
  expect(() => loadLinkageSettings(place)).toThrow(/notes.yaml/)
})

test('weights move towards what the rows show, and stay where there is too little to see', () => {
  const { scoring } = loadLinkageSettings(shipped)
  const start = startingWeights(
    scoring,
    new Map([
      ['phone', 0.0001],
      ['name', 0.001],
      ['born_on', 0.0001],
      ['village', 0.01],
      ['township', 0.1],
    ]),
  )
  const relations = { name: 'same', number: 'missing', born_on: 'missing', place: 'village' }
  const lesson = (pairs: number) => [
    {
      learns: ['phone' as const],
      patterns: [
        { relations: { ...relations, phone: 'same' }, pairs },
        { relations: { ...relations, phone: 'differs' }, pairs: pairs / 20 },
      ],
    },
  ]
  expect(learnWeights(start, lesson(2000), scoring.learning).phone.get('same')?.m).toBeGreaterThan(0.9)
  expect(learnWeights(start, lesson(20), scoring.learning)).toEqual(start)
})

test('every link has a sentence', () => {
  expect(reasonText('id', { found: '李四', registered: '李四' })).toBe('证件号码与登记册相同')
  expect(reasonText('id', { found: '李四', registered: '李五' })).toContain('姓名写作“李四”，登记册为“李五”')
  expect(reasonText('probable', { score: 0.9312 })).toContain('0.9312')
  expect(reasonText('probable', { score: 1 })).toBe('人工确认')
})
