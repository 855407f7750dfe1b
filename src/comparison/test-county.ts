/** An invented county in a few lines, for the tests of this room: definitions, and tables from literal rows. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Engine, ident, openEngine, text } from '../engine/index.ts'
import type { CodeList, Dataset } from '../policy/index.ts'
import type { Column, Definitions } from './columns.rules.ts'

const list = (...codes: string[]): CodeList => ({ label: '表', codes: Object.fromEntries(codes.map((code) => [code, { label: code }])) })
type FieldOf = Dataset['fields'][string]
const field = (label: string, kind: FieldOf['kind'], codes?: string): FieldOf =>
  codes === undefined ? { label, kind, headers: [label] } : { label, kind, headers: [label], codes }
const dataset = (about: 'person' | 'household', fields: Record<string, FieldOf>, eventDay?: string): Dataset => {
  const whole = { label: '数据', department: '某局', about, fields }
  return eventDay === undefined ? whole : { ...whole, event_day: eventDay }
}

/** Cards, relief, deaths and housing of an invented county. */
export const invented: Definitions = {
  codeLists: new Map([
    ['grade', { label: '等级', codes: { '1': { label: '一级' }, '2': { label: '二级' }, '3': { label: '三级' } } }],
    ['category', list('农村低保', '临时救助')],
    ['dibao', list('未享受', '农村低保')],
    ['harm', list('重伤', '死亡')],
    ['labour', list('普通劳动力', '无劳动力')],
    [
      'health',
      { label: '健康', multiple: true, codes: { 健康: { label: '健康' }, 残疾: { label: '残疾' }, 患有大病: { label: '患有大病' } } },
    ],
  ]),
  datasets: new Map([
    ['cards', dataset('person', { grade: field('等级', 'code', 'grade'), issued_on: field('发证日期', 'day') }, 'issued_on')],
    [
      'relief',
      dataset(
        'person',
        {
          category: field('类别', 'code', 'category'),
          started_on: field('起始', 'day'),
          ended_on: field('停发', 'day'),
          amount: field('金额', 'money'),
        },
        'started_on',
      ),
    ],
    ['deaths', dataset('person', { died_on: field('死亡日期', 'day') }, 'died_on')],
    ['accidents', dataset('person', { happened_on: field('日期', 'day'), harm: field('伤害程度', 'code', 'harm') }, 'happened_on')],
    ['housing', dataset('household', { remedy: field('改造状态', 'text'), assessed_on: field('鉴定日期', 'day') }, 'assessed_on')],
    [
      'household_register',
      dataset('person', {
        dibao: field('享受低保政策情况', 'code', 'dibao'),
        labour_ability: field('劳动技能', 'code', 'labour'),
        health_status: field('健康状况', 'codes', 'health'),
        net_income_per_head: field('人均纯收入', 'money'),
      }),
    ],
  ]),
}

export type Cell = string | number | boolean | null
export type Row = Readonly<Record<string, Cell>>

const personColumns =
  'person INTEGER, household INTEGER, sheet_no INTEGER, row_no INTEGER, person_number VARCHAR, name VARCHAR, id_number VARCHAR, id_raw VARCHAR, sex VARCHAR, born_on DATE, ethnicity VARCHAR, relation_to_head VARCHAR, education VARCHAR, schooling VARCHAR, health_status VARCHAR, labour_ability VARCHAR, dibao VARCHAR, tekun VARCHAR, phone VARCHAR'
const householdColumns =
  'household INTEGER, sheet_no INTEGER, row_no INTEGER, household_number VARCHAR, head_name VARCHAR, county VARCHAR, township VARCHAR, village VARCHAR, village_code VARCHAR, group_name VARCHAR, household_kind VARCHAR, monitored_kind VARCHAR, identified_on DATE, is_cleared BOOLEAN, cleared_on DATE, risk_factors VARCHAR, size INTEGER, wage_income DECIMAL(18,2), business_income DECIMAL(18,2), property_income DECIMAL(18,2), transfer_income DECIMAL(18,2), business_expense DECIMAL(18,2), net_income_per_head DECIMAL(18,2)'
const types: Partial<Record<Column['kind'], string>> = { day: 'DATE', money: 'DECIMAL(18,2)' }

/** The tables of one month; `f_unreadable: true` in a row marks the cell of `f`. Sheets and row numbers are counted where not given. */
export interface County {
  person?: readonly Row[]
  household?: readonly Row[]
  sheet?: readonly Row[]
  linked?: Readonly<Record<string, readonly Row[]>>
  register?: readonly Row[]
}

const ownSheets = [
  { sheet_no: 0, file: '户.csv', sheet_name: '' },
  { sheet_no: 1, file: '部门.csv', sheet_name: '表一' },
]
const sheetColumns = 'sheet_no INTEGER, file VARCHAR, sheet_name VARCHAR, dataset VARCHAR, rows_in BIGINT'

/** Lays a county into a schema of the engine. */
export async function lay(engine: Engine, county: County, schema = 'main'): Promise<void> {
  await engine.run(`CREATE SCHEMA IF NOT EXISTS ${schema}`)
  const layTable = (table: string, header: string, rows: readonly Row[]) => engine.run(tableSql(`${schema}.${ident(table)}`, header, rows))
  const registered = (rows: readonly Row[] = []) => rows.map((row, index) => ({ sheet_no: 0, row_no: index + 2, ...row }))
  await layTable('sheet', sheetColumns, county.sheet ?? ownSheets)
  await layTable('person', personColumns, registered(county.person))
  await layTable('household', householdColumns, registered(county.household))
  await layTable('rows_household_register', `sheet_no INTEGER, row_no INTEGER, ${registerFlags().join(', ')}`, county.register ?? [])
  for (const [table, rows] of Object.entries(county.linked ?? {})) {
    const placed = rows.map((row, index) => linkedRow(table, row, index))
    await layTable(`linked_${table}`, linkedHeader(table), placed)
  }
}

function tableSql(name: string, header: string, rows: readonly Row[]): string {
  const inserts = rows.map((row) => {
    const columns = Object.keys(row).map(ident).join(', ')
    return `INSERT INTO ${name}(${columns}) VALUES (${Object.values(row).map(literal).join(', ')})`
  })
  return [`CREATE OR REPLACE TABLE ${name}(${header})`, ...inserts].join(';')
}

function registerFlags(): string[] {
  const columns = `${personColumns}, ${householdColumns}`.split(', ').map((column) => column.split(' ')[0] ?? '')
  const fields = new Set([...columns, 'household_size', 'risk_factor_1'])
  return [...fields].flatMap((name) => [`"${name}_unreadable" BOOLEAN`, `"${name}_absent" BOOLEAN`])
}

function linkedHeader(table: string): string {
  const fields = Object.entries(invented.datasets.get(table)?.fields ?? {})
  const columns = fields.flatMap(([name, { kind }]) => [
    `${name} ${types[kind] ?? 'VARCHAR'}`,
    `${name}_unreadable BOOLEAN DEFAULT FALSE`,
    `${name}_absent BOOLEAN DEFAULT FALSE`,
  ])
  return ['r BIGINT, sheet_no INTEGER, row_no INTEGER, person INTEGER, household INTEGER, event_day DATE', ...columns].join(', ')
}

function linkedRow(table: string, row: Row, index: number): Row {
  const day = invented.datasets.get(table)?.event_day
  return { r: index, sheet_no: 1, row_no: index + 2, household: 0, event_day: day === undefined ? null : (row[day] ?? null), ...row }
}

function literal(cell: Cell): string {
  return typeof cell === 'string' ? text(cell) : String(cell)
}

/** An engine in a folder of its own, and how to take it away. */
export async function freshEngine(): Promise<{ engine: Engine; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'comparison-'))
  const engine = await openEngine({ folder, threads: 2 })
  return {
    engine,
    remove: () => {
      engine.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
