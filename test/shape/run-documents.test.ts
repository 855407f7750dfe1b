/** The tables, files and sheets a run really makes are those the documents describe. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateCounty } from '../../src/app/demo/index.ts'
import { writeResults } from '../../src/app/output.ts'
import { type Run, runCounty } from '../../src/app/pipeline.ts'
import { plainDay } from '../../src/kernel/index.ts'
import { loadPolicy } from '../../src/policy/index.ts'
import { firstColumn } from './doc-tables.ts'
import { root } from './source-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'run-documents-'))
const results = mkdtempSync(join(folder, 'results-'))
const outputs = readFileSync(join(root, 'docs/outputs.md'), 'utf8')
const house = readFileSync(join(root, 'docs/house.md'), 'utf8')
let run: Run
let columns: Map<string, string[]>

beforeAll(async () => {
  await generateCounty({ out: folder, households: 40, seed: 3, previous: true })
  run = await runCounty({
    folder: join(folder, 'input'),
    previous: join(folder, 'previous'),
    region: '990101',
    asOf: plainDay('2026-10-31'),
    policy: loadPolicy(join(root, 'policy')),
    workFolder: mkdtempSync(join(folder, 'work-')),
  })
  const rows = await run.engine.rows<{ table: string; name: string }>(
    `SELECT table_name AS "table", column_name AS name FROM duckdb_columns() WHERE schema_name = 'main'`,
  )
  columns = new Map([...Map.groupBy(rows, ({ table }) => table)].map(([table, found]) => [table, found.map(({ name }) => name)]))
  await writeResults(run, results, 0)
}, 300_000)
afterAll(() => {
  run?.engine.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('docs/house.md', () => {
  const tables = [...house.matchAll(/`([a-z_]+)\(([a-z_, ]+)\)`/g)].map((match): [string, string[]] => [
    match[1] ?? '',
    (match[2] ?? '').split(', '),
  ])

  it('names the tables between the rooms', () => {
    expect(tables.map(([table]) => table)).toEqual(
      expect.arrayContaining([
        'sheet',
        'issue',
        'person',
        'household',
        'link',
        'review',
        'lead',
        'unknown',
        'quality',
        'discrepancy',
        'change',
      ]),
    )
  })

  it.each(tables)('%s has the columns it names', (table, named) => {
    expect(columns.get(table)).toEqual(expect.arrayContaining(named))
  })

  it('the views of each dataset carry what it says', () => {
    const common = [
      'r',
      'sheet_no',
      'row_no',
      'is_rejected',
      'id_number',
      'name',
      'born_on',
      'township',
      'village',
      'phone',
      'other_phone',
      'happened_on',
      'harm_unreadable',
      'harm_absent',
      'event_day',
    ]
    expect(columns.get('rows_accidents')).toEqual(expect.arrayContaining(common))
    expect(columns.get('linked_accidents')).toEqual(expect.arrayContaining([...common, 'person', 'household', 'level', 'score']))
    expect(columns.get('counted_accidents')).toEqual(expect.arrayContaining([...common, 'is_certain']))
    expect(columns.get('member_state')).toEqual(expect.arrayContaining(['person', 'died_on', 'may_have_died', 'is_living']))
    expect(columns.get('household_fact')).toEqual(
      expect.arrayContaining(['household', 'household.loan_overdue_lo', 'household.loan_overdue_hi', 'household.is_monitored']),
    )
  })
})

describe('docs/outputs.md', () => {
  it('describes every file of a run and no other', () => {
    const made = readdirSync(results).filter((name) => /\.(csv|json)$/.test(name))
    const described = [...outputs.matchAll(/^## `([^`]+\.(?:csv|json))`/gm)].map((match) => match[1] ?? '')
    expect(described.sort()).toEqual(made.sort())
  })

  it('names every other thing in the folder', () => {
    const others = readdirSync(results).filter((name) => !/\.(csv|json)$/.test(name))
    expect(others.filter((name) => !outputs.includes(`\`${name}\``) && !outputs.includes(`\`${name}/\``))).toEqual([])
  })

  it.each(['households', 'leads', 'unknowns', 'quality', 'row-issues', 'links', 'discrepancies', 'changes'])(
    'the columns of %s.csv are its header',
    (name) => {
      const [header = ''] = readFileSync(join(results, `${name}.csv`), 'utf8')
        .replace('\ufeff', '')
        .split('\r\n')
      expect(firstColumn(outputs, `\`${name}.csv\``)).toEqual(header.split(','))
    },
  )

  it('the sheets of 结果.xlsx and their columns are those of the workbook', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(join(results, '结果.xlsx'))
    const described = [...(outputs.split('## `结果.xlsx`')[1] ?? '').matchAll(/^\| (?!工作表|---)([^|]+) \| ([^|]+) \|/gm)].map((match) => [
      match[1],
      match[2],
    ])
    const made = workbook.worksheets.slice(1).map((sheet) => [sheet.name, headerOf(sheet)])
    expect(workbook.worksheets[0]?.name).toBe('封面')
    expect(described).toEqual(made)
  })
})

/** The first row with more than two filled cells: titles and remarks stand in one. */
function headerOf(sheet: ExcelJS.Worksheet): string {
  for (let n = 1; n <= 10; n++) {
    const values = (sheet.getRow(n).values as ExcelJS.CellValue[]).slice(1).map(String)
    if (new Set(values).size > 2) return values.join('、')
  }
  return ''
}
