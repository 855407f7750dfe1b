/** Puts households and department rows on their sheets and notes where each row came to stand. */
import type { Place } from './clean-county.ts'
import type { Hand, Values } from './hand.ts'
import { checkCharacter } from './identity.ts'
import type { Identity } from './mess-identity.ts'
import { registerNumber } from './mess-register.ts'
import type { Household, Person } from './people.ts'
import { type MessLevel, type PlacedRow, type Placer, plainIdentity } from './placing.ts'
import type { Chance } from './random.ts'
import type { Books, OpenSheet } from './sheets.ts'
import type { TruthWriter } from './truth-file.ts'

const registerCells = (household: Household, person: Person): Values => ({
  county: '九九县',
  township: household.village.township,
  village: household.village.village,
  village_code: household.village.code,
  group: household.group,
  household_number: household.number,
  person_number: person.number,
  name: person.name,
  id_number: person.idNumber,
  sex: person.sex,
  born_on: person.bornOn,
  ethnicity: person.ethnicity,
  relation: person.relation,
  kind: household.kind,
  monitored_kind: household.monitoredKind,
  identified_on: household.identifiedOn,
  is_cleared: household.isCleared,
  cleared_on: household.clearedOn,
  risk_1: household.risks[0] ?? 'empty',
  risk_2: household.risks[1] ?? 'empty',
  risk_3: household.risks[2] ?? 'empty',
  education: person.education,
  schooling: person.schooling,
  health: person.health,
  labour: person.labour,
  size: household.size,
  wage: household.wage,
  business: household.business,
  property: household.property,
  transfer: household.transfer,
  expense: household.expense,
  net_per_head: household.netPerHead,
  dibao: person.dibao,
  tekun: person.tekun,
  household_phone: household.phone,
  phone: person.phone,
})

/** Everything a row needs to find its sheet, its spelling and its place in the truth. */
export interface Desk {
  books: Books
  truth: TruthWriter
  level: MessLevel
  placer: Placer
  hand: Hand
  draw: Chance
}

const values = (who: Identity): Values => ({ ...who })

const noteLink = ({ truth }: Desk, place: Place, household: Household | null, placed: PlacedRow, mess: string): void => {
  const isResident = household !== null && placed.expected !== 'unlinked'
  truth.link({
    ...place,
    household_number: isResident ? household.number : '',
    person_id_number: isResident ? (household.persons[placed.row.person] as Person).idNumber : '',
    mess,
    expected: placed.expected,
  })
  if (mess !== 'none') truth.planted(mess)
}

/** Writes a department row; a household of null is a stranger's. */
export const writeRow = (desk: Desk, placed: PlacedRow, household: Household | null): void => {
  const place = desk.hand.department(placed.sheet, values(placed.who), placed.row.cells)
  placed.row.places.push(place)
  noteLink(desk, place, household, placed, placed.mess)
}

/** Writes a row once more, on a sheet of the dataset that has no column the row lacks. */
export const repeatRow = (desk: Desk, placed: PlacedRow, household: Household): void => {
  const hasAll = ({ plan }: OpenSheet): boolean =>
    plan.columns.every(({ column }) => column === null || column.field in placed.row.cells || column.field in placed.who)
  const sheet = desk.draw.pick(desk.books.of(placed.row.dataset).filter(hasAll))
  const who = plainIdentity(household.persons[placed.row.person] as Person, household)
  const place = desk.hand.department(sheet, values(who), placed.row.cells)
  placed.row.places.push(place)
  noteLink(desk, place, household, placed, sheet === placed.sheet ? 'repeated_row' : 'repeated_across_files')
}

/** The overlapping export sometimes says something else of the same person, in a field no rule reads. */
const contradict = ({ placer, truth }: Desk, cells: Values, household: Household, person: Person): Values => {
  if (person.education === 'empty' || person.isHidden || !placer.isWanted('quality:register_conflict', 0.01)) return cells
  truth.quality({ rule: 'register_conflict', household_number: household.number, person_id_number: person.idNumber })
  return { ...cells, education: person.education === '小学' ? '初中' : '小学' }
}

/** Writes the register rows of a household, for one in twelve into the overlapping export too. */
export const writeRegister = (desk: Desk, household: Household): void => {
  const { books, truth, level, placer, hand, draw } = desk
  const [first, second] = books.of('household_register')
  const isShared = second !== undefined && draw.hit(0.08)
  for (const person of household.persons) {
    const number = level === 'full' ? registerNumber(person, draw, placer.isWanted) : person.idNumber
    const cells = { ...registerCells(household, person), id_number: number }
    person.places.push(hand.register(first as OpenSheet, cells))
    if (!isShared) continue
    truth.planted('register_overlap')
    person.places.push(hand.register(second, contradict(desk, cells, household, person)))
  }
}

/** A household of the neighbouring county that slipped into the export. */
export const writeOutsider = ({ books, hand }: Desk, model: Household, region: string): void => {
  const person = model.persons[0] as Person
  const digits = region + person.idNumber.slice(6, 17)
  const number = `${region}${model.number.slice(6)}`
  hand.register(books.of('household_register')[0] as OpenSheet, {
    ...registerCells(model, person),
    county: '邻县',
    village_code: region + model.village.code.slice(6),
    household_number: number,
    person_number: `${number}01`,
    id_number: digits + checkCharacter(digits),
    household_phone: '',
    phone: '',
  })
}
