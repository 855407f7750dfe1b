/** For tests: a register and department rows in a real engine, in the tables that intake makes. All persons are invented. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Engine, openEngine, text } from '../engine/index.ts'
import { checkDigit } from '../kernel/index.ts'

export interface TestPerson {
  household: string
  name: string
  id?: string | null
  raw?: string
  born?: string
  phone?: string
  other?: string
  township?: string
  village?: string
}

export interface TestRow {
  id?: string
  name?: string
  born?: string
  township?: string
  village?: string
  phone?: string
  other?: string
  rejected?: boolean
  card?: string
}

/** An eighteen-character number with the right last character. */
export function number(day: string, sequence: string, area = '990101'): string {
  const first = `${area}${day.replaceAll('-', '')}${sequence}`
  return first + checkDigit(first)
}

const cell = (value: string | null | undefined) => (value == null ? 'NULL' : text(value))
const values = (rows: string[]) => (rows.length === 0 ? '' : `INSERT INTO target VALUES ${rows.join(', ')}`)

/** Persons and households by the order given; row numbers from 2, one sheet a dataset. */
export async function openCounty(
  persons: readonly TestPerson[],
  datasets: Readonly<Record<string, readonly TestRow[]>>,
  threads = 1,
): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'linkage-'))
  const engine = await openEngine({ folder, threads, memory: '500MB' })
  await fillRegister(engine, persons)
  await engine.run('CREATE TABLE sheet (sheet_no INTEGER, file VARCHAR, sheet_name VARCHAR, dataset VARCHAR)')
  for (const [at, [dataset, rows]] of Object.entries(datasets).entries()) await fillDataset(engine, at, dataset, rows)
  const close = engine.close.bind(engine)
  engine.close = () => {
    close()
    rmSync(folder, { recursive: true, force: true })
  }
  return engine
}

async function fillRegister(engine: Engine, persons: readonly TestPerson[]): Promise<void> {
  const households = [...new Set(persons.map((person) => person.household))]
  await engine.run(`CREATE TABLE household (household INTEGER, household_number VARCHAR, county VARCHAR);
    CREATE TABLE person (person INTEGER, household INTEGER, name VARCHAR, id_number VARCHAR, id_raw VARCHAR, born_on DATE, phone VARCHAR, other_phone VARCHAR, township VARCHAR, village VARCHAR)`)
  await engine.run(values(households.map((one, at) => `(${at}, ${text(one)}, '九九县')`)).replace('target', 'household'))
  const rows = persons.map((person, at) => {
    const id = person.id === undefined ? null : person.id
    const born = person.born ?? (id?.length === 18 ? `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}` : null)
    const cells = [
      person.name,
      id,
      person.raw ?? id,
      born,
      person.phone,
      person.other,
      person.township ?? '清水镇',
      person.village ?? '新寨村',
    ]
    return `(${at}, ${households.indexOf(person.household)}, ${cells.map(cell).join(', ')})`
  })
  for (let from = 0; from < rows.length; from += 5000) await engine.run(values(rows.slice(from, from + 5000)).replace('target', 'person'))
}

async function fillDataset(engine: Engine, sheet: number, dataset: string, rows: readonly TestRow[]): Promise<void> {
  const table = `raw_${dataset}`
  const card = rows.some((row) => row.card !== undefined)
  await engine.run(`INSERT INTO sheet VALUES (${sheet}, ${text(`${dataset}.csv`)}, NULL, ${text(dataset)});
    CREATE TABLE ${table} (r BIGINT, sheet_no INTEGER, row_no INTEGER, is_rejected BOOLEAN, id_number VARCHAR, name VARCHAR, born_on DATE,
      township VARCHAR, village VARCHAR, phone VARCHAR, other_phone VARCHAR${card ? ', card_number VARCHAR' : ''})`)
  const lines = rows.map((row, at) => {
    const cells = [row.id ?? row.card, row.name, row.born, row.township, row.village, row.phone, row.other, ...(card ? [row.card] : [])]
    return `(${at}, ${sheet}, ${at + 2}, ${row.rejected === true}, ${cells.map(cell).join(', ')})`
  })
  for (let from = 0; from < lines.length; from += 5000) await engine.run(values(lines.slice(from, from + 5000)).replace('target', table))
  await engine.run(`CREATE VIEW rows_${dataset} AS SELECT * FROM ${table}`)
}

/** Every row of a dataset as `name of the person/level`, or `-`. */
export async function outcomes(engine: Engine, dataset: string): Promise<string[]> {
  const rows = await engine.rows<{ outcome: string }>(`SELECT coalesce(person || '/' || level::VARCHAR, '-') AS outcome
    FROM rows_${dataset} LEFT JOIN (SELECT * FROM link WHERE dataset = ${text(dataset)}) USING (r) ORDER BY r`)
  return rows.map((row) => row.outcome)
}
