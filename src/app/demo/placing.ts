/** Decides for each department row on which sheet it stands and how its identity and its cells are spoiled, before anything is written. */
import { type DepartmentRow, datasetNames } from './clean-county.ts'
import { datasetColumns, householdDatasets } from './columns.ts'
import { type PlantedCell, spoilCell } from './mess-cells.ts'
import { type Census, type Identity, type IdentityMess, identityMess, type Situation } from './mess-identity.ts'
import type { Household, Person } from './people.ts'
import type { Chance } from './random.ts'
import type { Books, OpenSheet } from './sheets.ts'
import { spellVillage } from './spelling.ts'
import type { TruthWriter } from './truth-file.ts'

export type MessLevel = 'full' | 'light' | 'none'

export interface PlacedRow {
  row: DepartmentRow
  sheet: OpenSheet
  who: Identity
  mess: string
  expected: IdentityMess['expected']
  cell: PlantedCell | null
}

export interface Placer {
  place(household: Household, census: Census): PlacedRow[]
  /** Gives a row its plain identity back. */
  tidy(placed: PlacedRow, household: Household): void
  /** Should a defect of this kind be planted here? The first of each kind comes soon. */
  isWanted(kind: string, rate: number): boolean
}

const fieldsOf = new WeakMap<OpenSheet, ReadonlySet<string>>()
const columnsOf = (sheet: OpenSheet): ReadonlySet<string> => {
  const known = fieldsOf.get(sheet)
  if (known !== undefined) return known
  const fields = new Set(sheet.plan.columns.flatMap(({ column }) => column?.field ?? []))
  fieldsOf.set(sheet, fields)
  return fields
}

const missingFields = new WeakMap<OpenSheet, readonly string[]>()
/** Fields of the dataset that the sheet has no column for. */
const missingFrom = (sheet: OpenSheet): readonly string[] => {
  const { dataset } = sheet.plan
  const known = missingFields.get(sheet)
  if (known !== undefined || dataset === 'household_register') return known ?? []
  const missing = datasetColumns[dataset].map(({ field }) => field).filter((field) => !columnsOf(sheet).has(field))
  missingFields.set(sheet, missing)
  return missing
}

/** How often a kind of defect is planted while the county has none yet. */
const earlyRate = 0.12

export const plainIdentity = (person: Person, household: Household): Identity => ({
  name: person.name,
  id_number: person.idNumber,
  born_on: String(person.bornOn),
  township: household.village.township,
  village: household.village.village,
  phone: person.phone === 'empty' ? household.phone : String(person.phone),
})

/** The phone stands only where the sheet asks for it and somebody filled it in. */
const pickIdentityMess = (
  situation: Situation,
  dataset: string,
  level: MessLevel,
  truth: TruthWriter,
  draw: Chance,
): IdentityMess | null => {
  if (dataset === 'appeals' && level === 'full' && draw.hit(0.5)) {
    const nameless = identityMess.find(({ kind }) => kind === 'id_missing_phone') as IdentityMess
    if (nameless.fits(situation)) return nameless
  }
  const kinds = level === 'full' ? identityMess : identityMess.filter(({ isSurface }) => isSurface)
  let at = draw.next()
  const early = draw.next()
  for (const mess of kinds) {
    const isEarly = early < 0.08 && !truth.isPlanted(mess.kind)
    if ((isEarly || at < mess.rate) && mess.fits(situation)) return mess
    at -= mess.rate
    if (at < 0) return null
  }
  return null
}

/** Which sheet of its dataset a row goes to: the one that takes such rows, else by share. */
const openSorter = (books: Books, draw: Chance): ((row: DepartmentRow) => OpenSheet) => {
  const sharing = new Map(datasetNames.map((dataset) => [dataset, books.of(dataset).filter(({ plan }) => plan.share > 0)]))
  return (row) => {
    const sheets = sharing.get(row.dataset) as OpenSheet[]
    if (sheets.length === 1) return sheets[0] as OpenSheet
    const taken = sheets.find(({ plan }) => plan.takes?.(row.cells))
    return taken ?? draw.weighted(sheets.map((sheet) => [sheet, sheet.plan.share] as const))
  }
}

const spoilIdentity = (
  placed: PlacedRow,
  household: Household,
  census: Census,
  level: MessLevel,
  truth: TruthWriter,
  draw: Chance,
): void => {
  const [village, villageMess] = spellVillage(household.village, draw)
  if (level === 'full') placed.who.village = village
  if (villageMess !== '' && level === 'full') truth.planted(villageMess)
  const isWorkbook = placed.sheet.plan.form === 'xlsx' || placed.sheet.plan.form === 'xls'
  const person = household.persons[placed.row.person] as Person
  const situation: Situation = { person, household, census, columns: columnsOf(placed.sheet), isWorkbook }
  const mess = pickIdentityMess(situation, placed.row.dataset, level, truth, draw)
  if (mess === null || (mess.expected !== 'linked' && householdDatasets.has(placed.row.dataset))) return
  mess.spoil(placed.who, situation, draw)
  placed.mess = mess.kind
  placed.expected = mess.expected
}

/** Opens the placer of a county. */
export const openPlacer = (books: Books, truth: TruthWriter, level: MessLevel, draw: Chance): Placer => {
  const sheetFor = openSorter(books, draw)
  const isWanted = (kind: string, rate: number): boolean => {
    const at = draw.next()
    if (level !== 'full' || at >= Math.max(rate, earlyRate) || (at >= rate && truth.isPlanted(kind))) return false
    truth.planted(kind)
    return true
  }
  const placeRow = (row: DepartmentRow, household: Household, census: Census): PlacedRow => {
    const sheet = sheetFor(row)
    const who = plainIdentity(household.persons[row.person] as Person, household)
    const placed: PlacedRow = { row, sheet, who, mess: 'none', expected: 'linked', cell: null }
    if (level === 'none') return placed
    for (const field of missingFrom(sheet)) delete row.cells[field]
    if (level === 'full') placed.cell = spoilCell(row, columnsOf(sheet), sheet.plan.form === 'xlsx', isWanted)
    spoilIdentity(placed, household, census, level, truth, draw)
    if (placed.cell?.isRejected && placed.expected === 'linked') placed.expected = 'rejected'
    return placed
  }
  return {
    place: (household, census) => household.rows.map((row) => placeRow(row, household, census)),
    tidy: (placed, household) => {
      placed.who = plainIdentity(household.persons[placed.row.person] as Person, household)
      placed.mess = 'none'
      placed.expected = placed.cell?.isRejected ? 'rejected' : 'linked'
    },
    isWanted,
  }
}
