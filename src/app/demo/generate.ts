/** Builds the invented county village by village and writes it while it grows, so that size costs time but little memory. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { plantNamesakes, plantSharedNumbers, takeCensus } from './census.ts'
import { datasetNames, defaultParameters, type TruthParameters } from './clean-county.ts'
import { healthEvents } from './events-health.ts'
import { livingEvents } from './events-living.ts'
import { openHand } from './hand.ts'
import { openNumberOffice } from './identity.ts'
import { writeJunk } from './junk-files.ts'
import { lastMonthOf } from './last-month.ts'
import type { Census } from './mess-identity.ts'
import { type PlantedQuality, spoilPersons, spoilRegisterCells } from './mess-register.ts'
import { messyPlan } from './messy-plan.ts'
import { layOut, type Village } from './names.ts'
import { type Household, makeHousehold, type World } from './people.ts'
import { type MessLevel, openPlacer, type PlacedRow } from './placing.ts'
import { plainPlan } from './plain-plan.ts'
import { type Chance, chance } from './random.ts'
import { type Books, openBooks } from './sheets.ts'
import { inventStranger, strangersRow } from './strangers.ts'
import { judgeHousehold } from './truth.ts'
import { openTruth, type TruthWriter } from './truth-file.ts'
import { type Desk, repeatRow, writeOutsider, writeRegister, writeRow } from './write-rows.ts'

export interface CountyOptions {
  /** Folder for `input/`, `truth.json` and, when asked for, `previous/`. */
  out: string
  /** 200 to 1 600 000. */
  households: number
  seed: number
  /** County code of six digits; the invented county's own is 990101. */
  region?: string
  asOf?: string
  mess?: MessLevel
  format?: 'mixed' | 'csv'
  /** Months of settlements. */
  months?: number
  /** Also writes last month's files. */
  previous?: boolean
  onProgress?: (done: number, households: number) => void
}

export interface CountySummary {
  region: string
  asOf: string
  seed: number
  households: number
  persons: number
  departmentRows: number
  rows: Record<string, number>
  leads: number
  unknowns: number
  files: number
  inputFolder: string
  previousFolder: string | null
  truthFile: string
}

const otherPrefixes = ['522326', '522325', '510525', '450981', '430426', '440306', '530381', '500103', '522401', '411502']
const handedIn = new Set(datasetNames)

/** Everything the villages of one run share. */
interface Run {
  world: World
  months: number
  level: MessLevel
  seed: number
  parameters: TruthParameters
  desk: Desk
  /** Where last month's files are written. */
  previous: Desk | null
  total: { households: number; persons: number; leads: number; unknowns: number }
}

const shareOf = (index: number, villages: number, households: number): number =>
  Math.floor(((index + 1) * households) / villages) - Math.floor((index * households) / villages)

/** A row whose link the contract leaves open stays spoiled only where the answers are the same with and without it. */
const settleOpenLinks = (run: Run, household: Household, placed: readonly PlacedRow[]): void => {
  const open = placed.filter(({ expected }) => expected !== 'linked' && expected !== 'rejected')
  if (open.length === 0) return
  placed.forEach(({ row }, index) => {
    row.places = [{ file: '', sheet: '', row: index }]
  })
  const answers = (rows: readonly PlacedRow[]): string =>
    JSON.stringify(judgeHousehold({ ...household, rows: rows.map(({ row }) => row) }, run.world.asOf, run.parameters, handedIn))
  const agrees = answers(placed) === answers(placed.filter((one) => !open.includes(one)))
  for (const { row } of placed) row.places = []
  if (!agrees) for (const one of open) run.desk.placer.tidy(one, household)
}

const isKnownRow = ({ expected, mess }: PlacedRow): boolean => expected !== 'unlinked' && mess !== 'identity_missing'

const judgeAndNote = (run: Run, household: Household, draw: Chance): void => {
  const { leads, unknowns } = judgeHousehold(household, run.world.asOf, run.parameters, handedIn)
  const rate = leads.length > 1 ? 0.16 : 0.04
  for (const { householdNumber, ruleId, isMonitored, sources } of leads) {
    run.desk.truth.lead(
      { household_number: householdNumber, rule_id: ruleId, already_monitored: isMonitored, confirmed: draw.hit(rate) },
      sources,
    )
  }
  for (const { householdNumber, ruleId } of unknowns) {
    if (ruleId !== 'income-below-line' || run.parameters.incomeLine !== null) run.desk.truth.unknown(householdNumber, ruleId)
  }
  run.total.leads += leads.length
  run.total.unknowns += unknowns.length
}

const writeStrangers = (run: Run, household: Household, placed: readonly PlacedRow[], draw: Chance): void => {
  for (const one of placed) {
    if (!draw.hit(0.05) || one.cell !== null) continue
    const { who, mess } = inventStranger(run.world, household, draw)
    const row = strangersRow(one.row)
    if (row.cells.card_number !== undefined) row.cells.card_number = who.id_number === '' ? 'empty' : `${who.id_number}43`
    writeRow(run.desk, { ...one, row, who, mess, expected: 'unlinked' }, null)
  }
}

const writeLastMonth = (run: Run, household: Household, census: Census, draw: Chance): void => {
  const before = run.previous === null ? null : lastMonthOf(household, run.world.asOf, draw)
  if (before === null || run.previous === null) return
  writeRegister(run.previous, before)
  for (const placed of run.previous.placer.place(before, census)) writeRow(run.previous, placed, before)
}

const writeHousehold = (run: Run, household: Household, census: Census, draw: Chance): void => {
  writeLastMonth(run, household, census, draw)
  if (run.level === 'full') spoilRegisterCells(household, run.desk.placer.isWanted)
  const placed = run.desk.placer.place(household, census)
  settleOpenLinks(run, household, placed)
  writeRegister(run.desk, household)
  for (const one of placed) {
    writeRow(run.desk, one, household)
    const canRepeat = run.level === 'full' && one.mess === 'none' && one.cell === null && one.expected === 'linked'
    if (canRepeat && draw.hit(0.008)) repeatRow(run.desk, one, household)
  }
  writeStrangers(run, household, placed, draw)
  judgeAndNote(run, { ...household, rows: placed.filter(isKnownRow).map(({ row }) => row) }, draw)
  run.total.persons += household.persons.length
}

const plantRegisterDefects = (run: Run, households: readonly Household[], draw: Chance): void => {
  for (const { household, person } of plantSharedNumbers(households, draw)) {
    run.desk.truth.quality({ rule: '1_01_001', household_number: household.number, person_id_number: person.idNumber })
    run.desk.truth.planted('quality:1_01_001')
  }
  const outsider = households[0] as Household
  if (!draw.hit(0.3) && run.desk.truth.isPlanted('outside_region')) return
  writeOutsider(run.desk, outsider, `${Number(run.world.region) + 1}`)
  run.desk.truth.planted('outside_region')
}

const makeVillage = (run: Run, village: Village, size: number): void => {
  const draw = chance(run.seed, `village:${village.code}`)
  const { region, asOf } = run.world
  const households = Array.from({ length: size }, () => {
    run.total.households += 1
    return makeHousehold(draw, run.world, village, region + String(run.total.households).padStart(8, '0'))
  })
  for (let i = plantNamesakes(households, draw); i > 0; i--) run.desk.truth.planted('namesakes')
  const census = takeCensus(households)
  if (run.level === 'full') plantRegisterDefects(run, households, draw)
  for (const household of households) {
    const planted: PlantedQuality[] = run.level === 'full' ? spoilPersons(household, draw, run.desk.placer.isWanted) : []
    for (const { rule, person } of planted)
      run.desk.truth.quality({ rule, household_number: household.number, person_id_number: person.idNumber })
    household.rows.push(...healthEvents(draw, household, asOf, run.months), ...livingEvents(draw, household, asOf))
    writeHousehold(run, household, census, draw)
  }
}

const rowCounts = (books: Books): Record<string, number> =>
  Object.fromEntries(datasetNames.map((dataset) => [dataset, books.of(dataset).reduce((sum, sheet) => sum + sheet.rows, 0)]))

const openDesk = (books: Books, truth: TruthWriter, level: MessLevel, seed: number): Desk => ({
  books,
  truth,
  level,
  placer: openPlacer(books, truth, level, chance(seed, 'placing')),
  hand: openHand(truth, level, chance(seed, 'spelling')),
  draw: chance(seed, 'writing'),
})

const walkVillages = async (run: Run, households: number, onProgress: CountyOptions['onProgress']): Promise<void> => {
  const villages = layOut(run.world.region, households)
  for (const [index, village] of villages.entries()) {
    makeVillage(run, village, shareOf(index, villages.length, households))
    onProgress?.(run.total.households, households)
    // Lets an interruption through between villages.
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Writes the county and its truth; the same options give the same bytes. */
export const generateCounty = async (options: CountyOptions): Promise<CountySummary> => {
  const { out, households, seed, region = '990101', asOf = '2026-10-31', months = 14, mess = 'full', format = 'mixed' } = options
  const inputFolder = join(out, 'input')
  const previousFolder = options.previous ? join(out, 'previous') : null
  const truthFile = join(out, 'truth.json')
  mkdirSync(inputFolder, { recursive: true })
  const truth = openTruth(truthFile, households <= 20_000)
  const books = openBooks(inputFolder, mess === 'none' ? plainPlan() : messyPlan(asOf, households, format, mess === 'light'))
  const previousBooks = previousFolder === null ? null : openBooks(previousFolder, plainPlan())
  const run: Run = {
    world: { region, asOf, numbers: openNumberOffice(), otherPrefixes, subscribers: { count: seed % 1_000 } },
    months,
    level: mess,
    seed,
    parameters: defaultParameters(region, asOf),
    desk: openDesk(books, truth, mess, seed),
    previous: previousBooks && openDesk(previousBooks, openTruth('', false), 'none', seed),
    total: { households: 0, persons: 0, leads: 0, unknowns: 0 },
  }
  await walkVillages(run, households, options.onProgress)
  books.close()
  previousBooks?.close()
  const skipped = mess === 'full' ? writeJunk(inputFolder) : []
  const { incomeLine } = run.parameters
  const everywhere = incomeLine === null ? ['income-below-line'] : []
  truth.close({
    region,
    as_of: asOf,
    seed,
    households,
    persons: run.total.persons,
    income_line: incomeLine,
    unknown_everywhere: everywhere,
    skipped,
  })
  const rows = rowCounts(books)
  const departmentRows = Object.values(rows).reduce((sum, count) => sum + count, 0)
  const files = new Set(books.sheets.map(({ plan }) => plan.file)).size + skipped.length
  return { region, asOf, seed, ...run.total, departmentRows, rows, files, inputFolder, previousFolder, truthFile }
}
