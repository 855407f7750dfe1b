/** What an invented county holds before anybody misspells it: typed, linked, and read by the referee. */

export const datasetNames = [
  'medical_settlements',
  'medical_insurance',
  'serious_illness',
  'relief',
  'disability_cards',
  'school_roll',
  'housing',
  'drinking_water',
  'employment',
  'vehicles',
  'deaths',
  'accidents',
  'companies',
  'urban_property',
  'public_payroll',
  'disasters',
  'micro_loans',
  'appeals',
] as const
export type DatasetName = (typeof datasetNames)[number]

/** A value, or why there is none: `empty`, or `unreadable`. Days are `YYYY-MM-DD`, or `YYYY-MM` where only the month is given. */
export type Cell = string | number

/** Where a row stands: the sheet is empty for text files, the row is the number a spreadsheet program shows. */
export interface Place {
  file: string
  sheet: string
  row: number
}

/** One department row, already linked. A field that is missing from `cells` is a column the sheet does not have. */
export interface DepartmentRow {
  dataset: DatasetName
  /** Index of the person named among the household's persons. */
  person: number
  cells: Record<string, Cell>
  /** Every copy of the row. */
  places: Place[]
}

export interface CleanPerson {
  idNumber: string
  name: string
  bornOn: Cell
  labour: Cell
  schooling: Cell
  dibao: Cell
  tekun: Cell
  places: Place[]
}

export interface CleanHousehold {
  number: string
  kind: Cell
  monitoredKind: Cell
  identifiedOn: Cell
  isCleared: Cell
  clearedOn: Cell
  size: Cell
  wage: Cell
  business: Cell
  property: Cell
  transfer: Cell
  expense: Cell
  netPerHead: Cell
  persons: readonly CleanPerson[]
  /** The head's place among the persons: household fields come from that row. */
  head: number
  rows: readonly DepartmentRow[]
}

export interface CleanCounty {
  handedIn: ReadonlySet<DatasetName>
  households: readonly CleanHousehold[]
}

/** The numbers of the contract's starter rules. */
export interface TruthParameters {
  selfPaidAlert: number
  selfPaidAlertLowIncome: number
  compulsoryFrom: number
  compulsoryUntil: number
  yearlyCostAlert: number
  dryDaysAlert: number
  severeGrade: number
  idleDays: number
  lossAlert: number
  appealWindowDays: number
  labourFrom: number
  labourUntil: number
  /** Yuan a head and year; null where no line is in force. */
  incomeLine: number | null
}

/** The contract's defaults, with the line that is in force in the region on the day. */
export const defaultParameters = (region: string, asOf: string): TruthParameters => ({
  selfPaidAlert: 10_000,
  selfPaidAlertLowIncome: 6_000,
  compulsoryFrom: 6,
  compulsoryUntil: 16,
  yearlyCostAlert: 10_000,
  dryDaysAlert: 30,
  severeGrade: 2,
  idleDays: 90,
  lossAlert: 5_000,
  appealWindowDays: 92,
  labourFrom: 16,
  labourUntil: 59,
  incomeLine: incomeLineOf(region, asOf),
})

/** The monitoring line of the contract's table; nothing is in force where the table is silent. */
export const incomeLineOf = (region: string, asOf: string): number | null => {
  if (region.startsWith('52') && asOf >= '2023-01-01') return 7_300
  if (region.startsWith('53') && asOf >= '2025-01-01') return 8_700
  if (asOf >= '2021-01-01' && asOf <= '2021-12-31') return 6_000
  return null
}
