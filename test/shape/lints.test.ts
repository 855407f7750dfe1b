/** Every house rule finds a planted violation and lets the right thing pass. */
import { describe, expect, it } from 'vitest'
import { corridorVerdict } from './corridor.ts'
import * as lints from './lints.ts'
import { sourceFiles } from './source-files.ts'
import { sqlInPlace } from './sql-in-place.ts'
import type { SourceFile, Violation } from './violation.ts'

const file = (path: string, text: string): SourceFile => ({ path, text })
const where = (found: readonly Violation[]) => found.map(({ path, line }) => `${path}:${line}`)
/** Written in parts, so that this file passes the rule it tests. */
const path = (...parts: string[]) => `/${parts.join('/')}`

const long = `SELECT household, count(*) AS n FROM lead JOIN household USING (household) WHERE severity = 'high' GROUP BY household ORDER BY n DESC`

describe('SQL stands in *.sql.ts', () => {
  it.each([
    ['a long line', `const rows = await engine.rows("${long}")`],
    ['several lines', 'const sql = `\n  SELECT 1\n  FROM lead`'],
    [
      'a template with holes',
      `const sql = \`INSERT INTO lead SELECT \${i}, household, severity FROM household_fact f JOIN rule_answer a USING (household) WHERE a.hit AND \${more}\``,
    ],
    [
      'a part of a statement',
      `const from = \`FROM household h LEFT JOIN person p ON p.person = h.head_person LEFT JOIN sheet s ON s.sheet_no = p.sheet_no AND \${more}\``,
    ],
  ])('%s elsewhere is found', (_, text) => {
    expect(where(lints.sqlOutside([file('src/intake/register.ts', text)]))).toEqual(['src/intake/register.ts:1'])
  })

  it.each([
    ['a short line', 'src/intake/register.ts', `await engine.rows('SELECT count(*) AS n FROM person')`],
    ['any length in *.sql.ts', 'src/intake/register.sql.ts', `export const sql = "${long}"`],
    ['any length in *.queries.ts', 'src/cases/case.queries.ts', `export const sql = "${long}"`],
    ['a test', 'src/intake/register.test.ts', `await engine.rows("${long}")`],
    [
      'a sentence that starts with a verb',
      'src/app/usage.ts',
      `const advice = 'Select the rows that prove a lead and copy them into the workbook; ${'x'.repeat(100)}'`,
    ],
  ])('%s passes', (_, where, text) => {
    expect(lints.sqlOutside([file(where, text)])).toEqual([])
  })

  it('an exception covers its file only, and is reported once it is no longer needed', () => {
    const found = lints.sqlOutside([file('src/a/x.ts', `run("${long}")`), file('src/a/y.ts', `run("${long}")`)])
    expect(where(lints.exceptKnown(found, { 'src/a/x.ts': 'reason', 'src/a/z.ts': 'reason' }))).toEqual(['src/a/y.ts:1', 'src/a/z.ts:0'])
  })

  it('every exception gives a reason', () => {
    expect(Object.values(sqlInPlace).filter((reason) => reason.length < 8)).toEqual([])
  })
})

describe('the clock, the environment and chance stand in src/app', () => {
  it.each(['new Date()', 'Date()', 'Date.now()', 'Math.random()', 'process.env.HOME', "process.env['HOME']", 'new Date().getTime()'])(
    '%s elsewhere is found',
    (text) => {
      expect(where(lints.clockOutsideApp([file('src/kernel/plain-day.ts', `const x = 1\nconst y = ${text}`)]))).toEqual([
        'src/kernel/plain-day.ts:2',
      ])
    },
  )

  it.each(['new Date(Date.UTC(2026, 0, 1))', "new Date(day + 'T00:00:00Z')", 'performance.now()', "'new Date()'"])(
    '%s only calculates or measures and passes',
    (text) => {
      expect(lints.clockOutsideApp([file('src/kernel/plain-day.ts', `const y = ${text}`)])).toEqual([])
    },
  )

  it('the app may read the clock, its tests may not', () => {
    const text = 'const y = new Date()'
    expect(where(lints.clockOutsideApp([file('src/app/start.ts', text), file('src/app/start.test.ts', text)]))).toEqual([
      'src/app/start.test.ts:1',
    ])
  })
})

describe('a room has its furniture', () => {
  const room = [file('src/cases/README.md', '# cases\n'), file('src/cases/index.ts', 'export {}\n')]

  it('README and index.ts are enough', () => {
    expect(lints.roomFurniture(room)).toEqual([])
  })

  it('a missing README, a missing door and a long README are found', () => {
    const found = lints.roomFurniture([
      file('src/cases/case.ts', ''),
      file('src/duties/README.md', 'x\n'.repeat(16)),
      file('src/duties/index.ts', ''),
    ])
    expect(found.map(({ message }) => message)).toEqual(['缺少 README.md', '缺少 index.ts', '有 16 行,最多 15 行'])
  })

  it('the door of the app is cli.ts', () => {
    expect(lints.roomFurniture([file('src/app/README.md', 'x'), file('src/app/index.ts', '')]).map(({ message }) => message)).toEqual([
      '缺少 cli.ts',
    ])
  })
})

describe('files', () => {
  it('of more than 400 lines in src are found, exactly 400 pass', () => {
    const lines = (n: number) => 'x\n'.repeat(n)
    expect(
      where(lints.longFiles([file('src/a/a.ts', lines(401)), file('src/a/b.ts', lines(400)), file('bench/c.ts', lines(900))])),
    ).toEqual(['src/a/a.ts:0'])
  })

  it.each(['src/a/utils.ts', 'src/a/date-helpers.ts', 'src/a/caseManager.ts', 'src/a/case_file.ts', 'src/a/Case.ts'])(
    'named like %s are found',
    (name) => {
      expect(where(lints.plainNames([file(name, '')]))).toEqual([`${name}:0`])
    },
  )

  it.each(['src/a/case.rules.ts', 'src/a/events-health.ts', 'src/a/csv.sql.ts', 'src/a/zip-writer.test-support.ts'])(
    'named like %s pass',
    (name) => {
      expect(lints.plainNames([file(name, '')])).toEqual([])
    },
  )
})

describe('what must not be in the repository', () => {
  it.each([
    path('work', 'main', 'src'),
    path('tmp', 'x.csv'),
    path('root', 'x'),
    path('home', 'someone', 'x'),
    ['C:', 'Users', 'x'].join('\\'),
  ])('the path %s is found', (text) => {
    expect(where(lints.machineTraces([file('docs/x.md', `see\n${text} there`)]))).toEqual(['docs/x.md:2'])
  })

  it.each(['bench/work/x', 'https://example.org/home/page', 'src/app/tmp/x'])('%s is no path of a machine', (text) => {
    expect(lints.machineTraces([file('docs/x.md', text)])).toEqual([])
  })

  it('a registry host is found', () => {
    const host = ['registry', 'npmjs', 'org'].join('.')
    expect(where(lints.machineTraces([file('.npmrc', `registry=https://${host}/`)]))).toEqual(['.npmrc:1'])
  })

  it('an address in the lock file is found, and so is a missing lock file', () => {
    expect(where(lints.lockFile([file('package-lock.json', '{\n  "resolved": "https://example.org/x.tgz"\n}')]))).toEqual([
      'package-lock.json:2',
    ])
    expect(where(lints.lockFile([]))).toEqual(['package-lock.json:0'])
  })

  it('a note for later is found', () => {
    expect(where(lints.laterNotes([file('src/a/a.ts', `// ${'TO'}${'DO'} later`)]))).toEqual(['src/a/a.ts:1'])
  })

  it('a test that says what ought to be is found', () => {
    expect(where(lints.testNames([file('src/a/a.test.ts', `${'it'}('should work', () => {})\n${'it'}('works', () => {})`)]))).toEqual([
      'src/a/a.test.ts:1',
    ])
  })
})

describe('the corridor', () => {
  const cruise = (modules: string[], violations: object[] = []) =>
    JSON.stringify({ modules: modules.map((source) => ({ source })), summary: { violations } })
  const violation = {
    type: 'dependency',
    from: 'src/kernel/a.ts',
    to: 'src/app/b.ts',
    rule: { name: 'corridor-kernel', severity: 'error' },
  }

  it('passes when modules were read and nothing is broken', () => {
    expect(corridorVerdict(cruise(['src/kernel/index.ts'])).isOk).toBe(true)
  })

  it.each([
    ['no module was read', cruise([])],
    ['only packages were read', cruise(['node_modules/zod/index.js'])],
    ['an import goes the wrong way', cruise(['src/kernel/a.ts'], [violation])],
    ['there is no answer', 'Error: cannot read'],
  ])('fails when %s', (_, json) => {
    expect(corridorVerdict(json).isOk).toBe(false)
  })
})

it('the files that are checked include code, policy, documents and hidden folders', () => {
  const paths = new Set(sourceFiles().map((one) => one.path))
  for (const one of ['src/kernel/index.ts', 'policy/glossary.yaml', 'README.md', '.ci/run', 'package-lock.json'])
    expect(paths).toContain(one)
  expect([...paths].filter((one) => one.startsWith('node_modules/'))).toEqual([])
})
