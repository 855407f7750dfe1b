/** Tables as other rooms hand them over, from the literal rows of examples. */
import { ident, text } from '../engine/index.ts'
import { type Column, codeNamed, columnsOf, type Definitions } from './columns.rules.ts'
import type { Comparison, Example } from './comparison.ts'

/** Field → value; `person` counts within the example's household, `unreadable` and `absent` list fields whose cell or column fails. */
type ExampleRow = Example['one'][number]

interface PlacedRow {
  readonly household: number
  readonly row: ExampleRow
}

/** More people than this in one example's household would meet the next one's. */
const householdWidth = 100

/** The person or household that an example is about: each example has its own household. */
export function subjectOf(about: Comparison['about'], example: number): number {
  return about === 'person' ? example * householdWidth : example
}

// prettier-ignore
const sqlTypes: Partial<Record<Column['kind'], string>> = {
  day: 'DATE',
  money: 'DECIMAL(18,2)',
  number: 'DECIMAL(18,4)',
  whole_number: 'INTEGER',
  year: 'INTEGER',
  boolean: 'BOOLEAN',
}

/** All tables that a comparison of these examples reads. */
export function exampleTablesSql(definitions: Definitions, comparison: Comparison, examples: readonly Example[]): string {
  const given = new Map<string, PlacedRow[]>()
  const add = (table: string | undefined, household: number, rows: readonly ExampleRow[] | undefined) => {
    if (table !== undefined) given.set(table, [...(given.get(table) ?? []), ...(rows ?? []).map((row) => ({ household, row }))])
  }
  for (const [index, example] of examples.entries()) {
    add(comparison.one.from, index, example.one)
    add(comparison.other.from, index, example.other)
    add(comparison.unless?.from, index, example.unless)
  }
  for (const table of ['deaths', 'accidents']) if (definitions.datasets.has(table)) add(table, 0, [])
  if (!given.has('person')) for (const index of examples.keys()) add('person', index, [{}])
  const sheet = `CREATE OR REPLACE TABLE sheet AS SELECT 0 AS sheet_no, '例.csv' AS file, '' AS sheet_name`
  return [sheet, ...[...given].flatMap(([table, rows]) => tableSql(definitions, table, rows))].join(';\n')
}

function tableSql(definitions: Definitions, table: string, rows: readonly PlacedRow[]): string[] {
  const columns = [...(columnsOf(definitions, table)?.values() ?? [])]
  const isRegister = table === 'person' || table === 'household'
  const eventDay = definitions.datasets.get(table)?.event_day
  const fields = columns.map(({ field, kind }) => `${ident(field)} ${sqlTypes[kind] ?? 'VARCHAR'}`)
  const day = eventDay === undefined ? [] : ['event_day DATE']
  const places = ['person INTEGER', 'household INTEGER', 'r BIGINT', 'sheet_no INTEGER', 'row_no INTEGER']
  const name = isRegister ? table : `linked_${table}`
  if (!isRegister)
    return created(
      name,
      [...places, ...fields, ...day, ...flagHeader(columns)],
      rows.map((row, r) => [...cells(columns, row, r, eventDay), ...flags(columns, row)]),
    )
  const main = created(
    name,
    [...places, ...fields],
    rows.map((row, r) => cells(columns, row, r, undefined)),
  )
  if (table === 'household') return main
  const own = rows.map((row, r) => ['0', String(r + 2), ...flags(columns, row)])
  return [...main, ...created('rows_household_register', ['sheet_no INTEGER', 'row_no INTEGER', ...flagHeader(columns)], own)]
}

function created(name: string, header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const values = rows.map((row) => `(${row.join(', ')})`)
  const filled = values.length === 0 ? [] : [`INSERT INTO ${ident(name)} VALUES ${values.join(', ')}`]
  return [`CREATE OR REPLACE TABLE ${ident(name)}(${header.join(', ')})`, ...filled]
}

function flagHeader(columns: readonly Column[]): string[] {
  return columns.flatMap(({ field }) => [`${ident(`${field}_unreadable`)} BOOLEAN`, `${ident(`${field}_absent`)} BOOLEAN`])
}

function flags(columns: readonly Column[], { row }: PlacedRow): string[] {
  const lists = (value: ExampleRow[string] | undefined, field: string) => String(Array.isArray(value) && value.includes(field))
  return columns.flatMap(({ field }) => [lists(row.unreadable, field), lists(row.absent, field)])
}

const reserved = new Set(['person', 'unreadable', 'absent'])

function cells(columns: readonly Column[], { household, row }: PlacedRow, r: number, eventDay: string | undefined): string[] {
  const stray = Object.keys(row).find((field) => !reserved.has(field) && !columns.some((column) => column.field === field))
  if (stray !== undefined) throw new Error(`no field ${stray} in the example`)
  const person = household * householdWidth + Number(row.person ?? 0)
  const day = columns.find(({ field }) => field === eventDay)
  const values = columns.map((column) => literal(column, row[column.field]))
  return [
    String(person),
    String(household),
    String(r),
    '0',
    String(r + 2),
    ...values,
    ...(day === undefined ? [] : [literal(day, row[day.field])]),
  ]
}

function literal(column: Column, value: ExampleRow[string] | undefined): string {
  if (value === undefined || value === null) return 'NULL'
  if (column.kind === 'code') return text(codeNamed(column, String(value)) ?? String(value))
  return typeof value === 'string' ? text(value) : String(value)
}
