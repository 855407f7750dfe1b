/** The tables that the SQL of the derived fields reads: the register with what was and was not handed in, and department data. */
import { ident, text } from '../../engine/index.ts'
import type { ParameterValue } from './condition.sql.ts'
import type { Level, QualityField, QualityFields } from './pack.ts'

/** Department data as the derived fields read it: column and type; the stand-in of a dataset that was not handed in is empty. */
export const departmentColumns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  disability_cards: { category: 'VARCHAR', grade: 'VARCHAR', event_day: 'DATE' },
  drinking_water: { status: 'VARCHAR', dry_days: 'INTEGER' },
  employment: {
    ...{
      r: 'BIGINT',
      place: 'VARCHAR',
      employer: 'VARCHAR',
      started_on: 'DATE',
      ended_on: 'DATE',
      monthly_wage: 'DECIMAL(18,2)',
      phone: 'VARCHAR',
    },
    ...{ place_absent: 'BOOLEAN', employer_absent: 'BOOLEAN', ended_on_absent: 'BOOLEAN', ended_on_unreadable: 'BOOLEAN' },
    ...{ started_on_unreadable: 'BOOLEAN', monthly_wage_absent: 'BOOLEAN', monthly_wage_unreadable: 'BOOLEAN' },
  },
  housing: { grade: 'VARCHAR', remedy: 'VARCHAR', event_day: 'DATE' },
  medical_insurance: { year: 'INTEGER', status: 'VARCHAR' },
  medical_settlements: { aid_paid: 'DECIMAL(18,2)', event_day: 'DATE' },
  relief: { category: 'VARCHAR', started_on: 'DATE', ended_on: 'DATE' },
  school_roll: { status: 'VARCHAR' },
}

export interface RunFrame {
  asOf: string
  datasets: ReadonlySet<string>
  parameters: ReadonlyMap<string, ParameterValue>
}

/** The functions that the SQL of the derived fields calls. */
export function frameSql(frame: RunFrame): string {
  const handed = [...frame.datasets].sort()
  const numbers = [...frame.parameters].map(([key, value]) => `WHEN ${text(key)} THEN ${typeof value === 'number' ? value : 'NULL'}`)
  return [
    `CREATE OR REPLACE TEMP MACRO as_of() AS DATE ${text(frame.asOf)}`,
    'CREATE OR REPLACE TEMP MACRO school_day() AS make_date(year(as_of()) - CASE WHEN month(as_of()) < 9 THEN 1 ELSE 0 END, 9, 1)',
    `CREATE OR REPLACE TEMP MACRO number_of(parameter) AS CAST(CASE parameter ${numbers.join(' ')} ELSE NULL END AS DECIMAL(18,4))`,
    `CREATE OR REPLACE TEMP MACRO has_dataset(name) AS name IN (${[...handed, ''].map(text).join(', ')})`,
  ].join(';\n')
}

/** Read more than once, so kept; the others are read straight from where they lie. */
const keptDatasets: ReadonlySet<string> = new Set(['employment'])

/** `handed_<dataset>` for every dataset the derived fields read. */
export function departmentSql(datasets: ReadonlySet<string>): string {
  return Object.entries(departmentColumns)
    .map(([dataset, columns]) => {
      const all = Object.entries({ person: 'INTEGER', household: 'INTEGER', ...columns })
      const create = `CREATE OR REPLACE TEMP ${keptDatasets.has(dataset) ? 'TABLE' : 'VIEW'} ${ident(`handed_${dataset}`)} AS SELECT`
      if (datasets.has(dataset)) return `${create} ${all.map(([name]) => ident(name)).join(', ')} FROM ${ident(`linked_${dataset}`)}`
      return `${create} ${all.map(([name, type]) => `CAST(NULL AS ${type}) AS ${ident(name)}`).join(', ')} WHERE FALSE`
    })
    .join(';\n')
}

type Entry = [name: string, field: QualityField]

function registerFields(fields: QualityFields, level: Level): Entry[] {
  return Object.entries(fields[level]).filter(([, field]) => field.column !== undefined)
}

function awaitedFields(fields: QualityFields, level: Level): Entry[] {
  return Object.entries(fields[level]).filter(([, field]) => field.awaited === true)
}

/** Columns of `rows_household_register` that tell which columns a sheet has and which cells could not be read. */
function flagOf(entry: Entry, flag: 'absent' | 'unreadable', present: ReadonlySet<string>): string {
  const column = `${entry[1].column}_${flag}`
  return present.has(column) ? `${ident(column)}` : 'FALSE'
}

/**
 * `register_sheet` (one row per sheet: is the column missing) and `register_unreadable` (rows with a cell that could not be read).
 * A person's cell counts as not handed in when the sheet of the first row about them has no such column.
 */
export function registerFlagsSql(fields: QualityFields, present: ReadonlySet<string>): string {
  const entries = [...registerFields(fields, 'person'), ...registerFields(fields, 'household'), ['phone', fields.person.phone] as Entry]
  const distinct = [...new Map(entries)]
  const absents = distinct.map((entry) => `any_value(${flagOf(entry, 'absent', present)}) AS ${ident(`${entry[0]}_absent`)}`)
  const unreadables = distinct.map((entry) => `${flagOf(entry, 'unreadable', present)} AS ${ident(`${entry[0]}_unreadable`)}`)
  const anyUnreadable = distinct.map((entry) => flagOf(entry, 'unreadable', present)).join(' OR ')
  return `CREATE OR REPLACE TEMP TABLE register_sheet AS SELECT sheet_no, ${absents.join(', ')} FROM rows_household_register
      WHERE r IN (SELECT min(r) FROM rows_household_register GROUP BY sheet_no) GROUP BY sheet_no;
    CREATE OR REPLACE TEMP TABLE register_unreadable AS SELECT sheet_no, row_no, ${unreadables.join(', ')} FROM rows_household_register WHERE ${anyUnreadable}`
}

const personColumns = ['person', 'household', 'sheet_no', 'row_no', 'is_head', 'name', 'id_number', 'dibao', 'tekun', 'other_phone']
const householdColumns = ['household', 'household_number', 'county', 'village_code', 'head_person', 'is_monitored', 'sheet_no', 'row_no']

/**
 * `person_source`, `household_source`, `village_source`. Columns nobody hands in yet are constants, so that the rules that wait for them
 * cost nothing; only the examples hand them in, as `awaited_<level>`.
 */
export function sourcesSql(fields: QualityFields, hasAwaited: boolean): string {
  const villages = hasAwaited ? ' LEFT JOIN awaited_village a USING (village_code)' : ''
  return `CREATE OR REPLACE TEMP VIEW person_source AS ${sourceSql(fields, 'person', personColumns, hasAwaited)};
    CREATE OR REPLACE TEMP VIEW household_source AS ${sourceSql(fields, 'household', householdColumns, hasAwaited)};
    CREATE OR REPLACE TEMP VIEW village_source AS SELECT v.village_code, ${awaitedColumns(fields, 'village', hasAwaited).join(', ')}
      FROM (SELECT DISTINCT village_code FROM household WHERE village_code IS NOT NULL) v${villages}`
}

function sourceSql(fields: QualityFields, level: 'person' | 'household', base: readonly string[], hasAwaited: boolean): string {
  const entries = registerFields(fields, level)
  const phone: Entry[] = level === 'household' ? [['phone', { label: '', kind: 'text', column: 'phone' }]] : []
  const kept = new Set([...base, ...entries.map(([name]) => name)])
  const flags = [...entries, ...phone].flatMap(([name]) => [
    `coalesce(f.${ident(`${name}_absent`)}, FALSE) AS ${ident(`${name}_absent`)}`,
    `coalesce(u.${ident(`${name}_unreadable`)}, FALSE) AS ${ident(`${name}_unreadable`)}`,
  ])
  const columns = [...[...kept].map((name) => `t.${ident(name)}`), ...flags, ...awaitedColumns(fields, level, hasAwaited)]
  const awaited = hasAwaited ? ` LEFT JOIN awaited_${level} a ON a.${level} = t.${level}` : ''
  return `SELECT ${columns.join(', ')} FROM ${level} t LEFT JOIN register_sheet f ON f.sheet_no = t.sheet_no
    LEFT JOIN register_unreadable u ON u.sheet_no = t.sheet_no AND u.row_no = t.row_no${awaited}`
}

function awaitedColumns(fields: QualityFields, level: Level, hasAwaited: boolean): string[] {
  return awaitedFields(fields, level).flatMap(([name, field]) => {
    const [column, flag] = [ident(name), ident(`${name}_absent`)]
    if (!hasAwaited) return [`CAST(NULL AS ${awaitedType(field)}) AS ${column}`, `TRUE AS ${flag}`]
    return [`a.${column}`, `coalesce(a.${flag}, TRUE) AS ${flag}`]
  })
}

function awaitedType(field: QualityField): string {
  return field.kind === 'number' ? 'DECIMAL(18,2)' : 'VARCHAR'
}

/** The tables in which examples hand in what nobody hands in yet. */
export function awaitedTablesSql(fields: QualityFields): string {
  const keys = { person: 'person INTEGER', household: 'household INTEGER', village: 'village_code VARCHAR' }
  return (['person', 'household', 'village'] as const)
    .map((level) => {
      const columns = awaitedFields(fields, level).flatMap(([name, field]) => [
        `${ident(name)} ${awaitedType(field)}`,
        `${ident(`${name}_absent`)} BOOLEAN`,
      ])
      return `CREATE OR REPLACE TEMP TABLE awaited_${level} (${[keys[level], ...columns].join(', ')})`
    })
    .join(';\n')
}
