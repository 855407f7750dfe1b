/** Lays examples out as the tables of a tiny county, so that they run through the very SQL that judges a real one. */

import type { ExampleCells, Population, QualityExample, QualityField, QualityFields, QualityRule } from './pack.ts'
import { departmentColumns } from './sources.sql.ts'

/** One example of one rule, as one sheet of the tiny county. */
export interface ExampleCase {
  rule: QualityRule
  example: QualityExample
  /** Place of the example in its family, for the report. */
  index: number
}

/** A table to be made: its columns with their types, and its rows. */
export interface TinyTable {
  name: string
  columns: Record<string, string>
  rows: Record<string, Cell>[]
}

type Cell = string | number | boolean | null
type Given = ExampleCells[string]

export interface TinyCounty {
  tables: TinyTable[]
  /** The record each case asks about: number of the person or household, or the village code. */
  records: (number | string)[]
}

/** What a household is registered as so that it belongs to a kind; an example's own cells win. */
const kinds: Readonly<Record<Population, ExampleCells>> = {
  all: { household_kind: '一般农户', monitored_kind: null },
  lifted: { household_kind: '脱贫户', monitored_kind: null },
  monitored: { household_kind: '一般农户', monitored_kind: '边缘易致贫户', is_cleared: false },
  monitored_open: { household_kind: '一般农户', monitored_kind: '边缘易致贫户', is_cleared: false },
  cleared: { household_kind: '一般农户', monitored_kind: '突发严重困难户', is_cleared: true },
  lifted_or_monitored: { household_kind: '脱贫户', monitored_kind: '脱贫不稳定户', is_cleared: false },
  lifted_unmonitored: { household_kind: '脱贫户', monitored_kind: null },
  others: { household_kind: '一般农户', monitored_kind: null },
}

const householdOnly = ['is_cleared', 'county', 'household_number']

/** The tables of a county in which every case is a sheet of its own. */
export function tinyCounty(cases: readonly ExampleCase[], fields: QualityFields, datasets: ReadonlySet<string>): TinyCounty {
  const county = new County(fields, datasets)
  const records = cases.map((one, sheet) => county.add(one, sheet))
  return { tables: county.tables(), records }
}

class County {
  readonly #fields: QualityFields
  readonly #datasets: ReadonlySet<string>
  readonly #rows = new Map<string, Record<string, Cell>[]>()

  constructor(fields: QualityFields, datasets: ReadonlySet<string>) {
    this.#fields = fields
    this.#datasets = datasets
  }

  add({ rule, example }: ExampleCase, sheet: number): number | string {
    const villageCode = String(990101000000 + sheet)
    const members = [...(example.person === undefined ? [] : [example.person]), ...(example.members ?? [])]
    const households = [
      { household: { ...kinds[rule.of], ...example.household }, members },
      ...(example.other_households ?? []).map((other) => ({
        household: { ...kinds.others, ...other.household },
        members: other.members ?? [],
      })),
    ]
    const given = new Set(households.flatMap((one) => [...Object.keys(one.household), ...one.members.flatMap(Object.keys)]))
    const first = this.#table('person').length
    const household = this.#table('household').length
    for (const one of households) this.#addHousehold(one, { sheet, villageCode, given, on: example.on ?? this.#fields.examples.on })
    if (example.village !== undefined) this.#table('awaited_village').push({ village_code: villageCode, ...awaitedCells(example.village) })
    for (const [dataset, rows] of Object.entries(example.datasets ?? {})) this.#addDepartmentRows(dataset, rows, first, household)
    if (rule.family.about === 'village') return villageCode
    return rule.family.about === 'person' ? first : household
  }

  #addHousehold(
    one: { household: ExampleCells; members: ExampleCells[] },
    sheet: { sheet: number; villageCode: string; given: Set<string>; on: string },
  ): void {
    const household = this.#table('household').length
    const head = this.#table('person').length
    const row = this.#table('rows_household_register').length
    const cells = plainCells(one.household)
    const isCleared =
      cells.is_cleared === true && (cells.cleared_on === undefined || cells.cleared_on === null || String(cells.cleared_on) <= sheet.on)
    const place = { sheet_no: sheet.sheet, row_no: row }
    const isMonitored = cells.monitored_kind !== undefined && cells.monitored_kind !== null && !isCleared
    this.#table('household').push({
      ...{ household, household_number: `H${household}`, county: null, village_code: sheet.villageCode, head_person: head },
      ...{ is_monitored: isMonitored, ...place },
      ...pick(cells, [...columnsOf(this.#fields.household), 'county', 'household_number']),
    })
    this.#table('awaited_household').push({ household, ...awaitedCells(pickGiven(one.household, awaitedOf(this.#fields.household))) })
    for (const member of one.members.length === 0 ? [{}] : one.members) this.#addMember(member, one.household, household, sheet)
  }

  #addMember(member: ExampleCells, householdCells: ExampleCells, household: number, sheet: { sheet: number; given: Set<string> }): void {
    const person = this.#table('person').length
    const row = this.#table('rows_household_register').length
    const place = { sheet_no: sheet.sheet, row_no: row }
    const cells = plainCells(member)
    const idNumber = usableNumber(cells.id_raw)
    const isHead = this.#table('person').every((other) => other.household !== household)
    this.#table('person').push({
      ...{ person, household, is_head: isHead, name: null, id_number: idNumber, dibao: null, tekun: null, other_phone: null, ...place },
      ...pick(cells, [...columnsOf(this.#fields.person), 'name', 'dibao', 'tekun', 'other_phone']),
      born_on: cells.born_on ?? birthDay(idNumber),
    })
    this.#table('awaited_person').push({ person, ...awaitedCells(pickGiven(member, awaitedOf(this.#fields.person))) })
    const flags: Record<string, Cell> = {}
    for (const [name, field] of [...registerEntries(this.#fields.person), ...registerEntries(this.#fields.household)]) {
      const cell = member[name] ?? householdCells[name]
      flags[`${field.column}_absent`] = !sheet.given.has(name)
      flags[`${field.column}_unreadable`] = typeof cell === 'object' && cell !== null
    }
    this.#table('rows_household_register').push({ r: row, ...place, ...flags })
  }

  #addDepartmentRows(dataset: string, rows: readonly ExampleCells[], person: number, household: number): void {
    for (const cells of rows) {
      const columns = departmentColumns[dataset] ?? {}
      const flags = Object.keys(columns).filter((name) => name.endsWith('_absent') || name.endsWith('_unreadable'))
      const absent = Object.fromEntries(flags.map((name) => [name, name.endsWith('_absent') && !(name.replace(/_absent$/, '') in cells)]))
      const member = Number(plainCells(cells).member ?? 0)
      const table = this.#table(`linked_${dataset}`)
      table.push({ ...pick(plainCells(cells), Object.keys(columns)), ...absent, r: table.length, person: person + member, household })
    }
  }

  #table(name: string): Record<string, Cell>[] {
    const rows = this.#rows.get(name) ?? []
    this.#rows.set(name, rows)
    return rows
  }

  tables(): TinyTable[] {
    const flag = (field: QualityField) => [`${field.column}_absent`, `${field.column}_unreadable`].map((name) => [name, 'BOOLEAN'])
    const entries = [...registerEntries(this.#fields.person), ...registerEntries(this.#fields.household)]
    const register = Object.fromEntries(entries.flatMap(([, field]) => flag(field)))
    const place = { sheet_no: 'INTEGER', row_no: 'INTEGER' }
    const person = {
      person: 'INTEGER',
      household: 'INTEGER',
      ...place,
      is_head: 'BOOLEAN',
      id_number: 'VARCHAR',
      ...texts('name', 'dibao', 'tekun', 'other_phone'),
    }
    const household = {
      household: 'INTEGER',
      head_person: 'INTEGER',
      ...place,
      is_monitored: 'BOOLEAN',
      ...texts('household_number', 'county', 'village_code'),
    }
    const linked = [...this.#datasets].map((dataset): [string, Record<string, string>] => [
      `linked_${dataset}`,
      { r: 'BIGINT', person: 'INTEGER', household: 'INTEGER', ...departmentColumns[dataset] },
    ])
    const shapes: [string, Record<string, string>][] = [
      ['rows_household_register', { r: 'BIGINT', ...place, ...register }],
      ['person', { ...person, ...typesOf(registerEntries(this.#fields.person)) }],
      ['household', { ...household, ...typesOf(registerEntries(this.#fields.household)) }],
      ...linked,
    ]
    const made = shapes.map(([name, columns]) => ({ name, columns, rows: this.#table(name) }))
    const awaited = (['person', 'household', 'village'] as const).map((level) => ({
      name: `awaited_${level}`,
      columns: {},
      rows: this.#table(`awaited_${level}`),
    }))
    return [...made, ...awaited]
  }
}

type Entry = [string, QualityField]

function registerEntries(fields: Record<string, QualityField>): Entry[] {
  return Object.entries(fields).filter(([, field]) => field.column !== undefined)
}

function columnsOf(fields: Record<string, QualityField>): string[] {
  return registerEntries(fields).map(([name]) => name)
}

function awaitedOf(fields: Record<string, QualityField>): string[] {
  return Object.entries(fields).flatMap(([name, field]) => (field.awaited === true ? [name] : []))
}

function typesOf(entries: readonly Entry[]): Record<string, string> {
  const types = { number: 'DECIMAL(18,2)', day: 'DATE', flag: 'BOOLEAN', text: 'VARCHAR', code: 'VARCHAR', codes: 'VARCHAR' }
  return Object.fromEntries(entries.map(([name, field]) => [name, types[field.kind]]))
}

function texts(...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, 'VARCHAR']))
}

/** Cells that could not be read are empty. */
function plainCells(cells: ExampleCells): Record<string, Cell> {
  return Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, plain(cell)]))
}

function plain(cell: Given): Cell {
  return typeof cell === 'object' ? null : (cell ?? null)
}

function pick(cells: Record<string, Cell>, names: readonly string[]): Record<string, Cell> {
  return Object.fromEntries(names.map((name) => [name, cells[name] ?? null]))
}

function pickGiven(cells: ExampleCells, names: readonly string[]): ExampleCells {
  return Object.fromEntries(Object.entries(cells).filter(([name]) => names.includes(name) && !householdOnly.includes(name)))
}

function awaitedCells(cells: ExampleCells): Record<string, Cell> {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([name, cell]) => [
      [name, plain(cell)],
      [`${name}_absent`, false],
    ]),
  )
}

/** A number as intake leaves it: without spaces, and only when it has a length that numbers have. */
function usableNumber(raw: Cell | undefined): string | null {
  const bare = String(raw ?? '')
    .replaceAll(/\s/g, '')
    .toUpperCase()
  return [18, 20, 22].includes(bare.length) ? bare : null
}

function birthDay(idNumber: string | null): string | null {
  const found = /^\d{6}((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])/.exec(idNumber ?? '')
  return found === null ? null : `${found[1]}-${found[2]}-${found[3]}`
}
