/** The threat model and the 等保 table name tests and settings that are there, and docs/running.md lists every setting. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from './source-files.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const documents = ['docs/threat-model.md', 'docs/dengbao.md']
const self = 'test/shape/security-documents.test.ts'

/** The part below a heading of the second level. */
function sectionOf(text: string, heading: string): string {
  return text.split(/^## /m).find((part) => part.startsWith(heading)) ?? ''
}

interface Named {
  file: string
  name: string
}

/** Tests a text names: a file, a colon, and one or more names. */
function testsNamedIn(text: string): Named[] {
  return [...text.matchAll(/`((?:src|test)\/[^`]+\.test\.ts)`：((?:`[^`]+`、?)+)/g)].flatMap(([, file = '', names = '']) =>
    [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => ({ file, name })),
  )
}

/** Whether a test of this title, or a case of a table whose first cell is its title, stands in the source; a group of tests or one that is skipped does not count. */
function holdsTest(source: string, name: string): boolean {
  const title = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<!\\b(?:describe|skip|todo))[([]\\s*'${title}'`).test(source)
}

const settingsRead = new Set([...read('src/app/server/settings.ts').matchAll(/\benv\.([A-Z_]+)/g)].map(([, name = '']) => name))

/** Names in the first column of the table of settings. */
function settingsListed(): Set<string> {
  const section = sectionOf(read('docs/running.md'), '设置')
  const cells = [...section.matchAll(/^\| ([^|]+) \|/gm)].map(([, cell = '']) => cell)
  return new Set(cells.flatMap((cell) => [...cell.matchAll(/`([A-Z_]+)(?:=[^`]*)?`/g)].map(([, name = '']) => name)))
}

describe('a named test', () => {
  test.each<[what: string, source: string, isThere: boolean]>([
    ['a test', "test('is there', () => {", true],
    ['a test of a table', "test.each([1])('is there', () => {", true],
    ['a case of a table', "  [\n    'is there',\n    1,", true],
    ['a group', "describe('is there', () => {", false],
    ['a skipped test', "test.skip('is there', () => {", false],
    ['another name', "test('is there no more', () => {", false],
  ])('is found or missed: %s', (_, source, isThere) => {
    expect(holdsTest(source, 'is there')).toBe(isThere)
  })
})

describe.each(documents)('%s', (path) => {
  const text = read(path)
  const named = testsNamedIn(text)

  test('names only tests that exist', () => {
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter(({ file, name }) => !existsSync(join(root, file)) || !holdsTest(read(file), name))).toEqual([])
  })

  test('names no test file without its tests', () => {
    const mentioned = [...text.matchAll(/`([^`]+\.test\.ts)`(：`)?/g)].filter(([, file, names]) => file !== self && names === undefined)
    expect(mentioned.map(([, file]) => file)).toEqual([])
  })

  test('names only files that exist', () => {
    const files = [...text.matchAll(/`((?:src|test|policy|deploy|docs|migrations)\/[^`]+)`/g)].map(([, file = '']) => file)
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
  })

  test('names only settings that are read', () => {
    const settings = [...text.matchAll(/`(XIANJIE_[A-Z_]+|HOST|PORT|DATABASE_URL)(?:=[^`]*)?`/g)].map(([, name = '']) => name)
    expect(settings.length).toBeGreaterThan(0)
    expect(settings.filter((name) => !settingsRead.has(name))).toEqual([])
  })
})

describe('the invariants', () => {
  const section = sectionOf(read('docs/threat-model.md'), '不变式')
  const invariants = section.split(/^(?=\d+\. )/m).slice(1)

  test('are numbered, and at most twenty', () => {
    expect(invariants.length).toBeGreaterThan(0)
    expect(invariants.length).toBeLessThanOrEqual(20)
    expect(invariants.map((one) => Number.parseInt(one, 10))).toEqual(invariants.map((_, at) => at + 1))
  })

  test.each(invariants.map((one) => [one.split('\n')[0] ?? '', one] as const))('%s', (sentence, whole) => {
    expect(sentence).toMatch(/^\d+\. [^。]+。$/)
    expect(testsNamedIn(whole).length).toBeGreaterThan(0)
  })
})

describe('docs/running.md', () => {
  test('lists every setting of the server and no other', () => {
    expect(settingsRead.size).toBeGreaterThan(0)
    expect([...settingsListed()].sort()).toEqual([...settingsRead].sort())
  })

  test('mentions no setting that is not read', () => {
    const mentioned = [...read('docs/running.md').matchAll(/\bXIANJIE_[A-Z_]+/g)].map(([name]) => name)
    expect(mentioned.filter((name) => !settingsRead.has(name))).toEqual([])
  })
})
