/** People the departments know and the register does not: townspeople, neighbours from other counties, namesakes. */
import type { DepartmentRow } from './clean-county.ts'
import { fromSerial, toSerial } from './days.ts'
import type { Identity } from './mess-identity.ts'
import { familyName, personName } from './names.ts'
import type { Household, Person, World } from './people.ts'
import type { Chance } from './random.ts'

const elsewhere = ['510105', '440305', '330282', '350582', '420106', '522301', '511502', '450102']

/** Somebody with a valid number that nobody in the register has; now and then with a resident's name and village, or with no number at all. */
export const inventStranger = (world: World, household: Household, draw: Chance): { who: Identity; mess: string } => {
  const sex = draw.hit(0.5) ? '男' : '女'
  const bornOn = fromSerial(toSerial(world.asOf) - draw.int(1_000, 29_000))
  const isNamesake = draw.hit(0.12)
  const resident = draw.pick(household.persons) as Person
  const prefix = draw.hit(0.4) ? world.region : draw.pick(elsewhere)
  const who: Identity = {
    name: isNamesake ? resident.name : personName(draw, familyName(draw), sex, bornOn),
    id_number: world.numbers.next(prefix, bornOn, sex),
    born_on: bornOn,
    township: isNamesake || draw.hit(0.3) ? household.village.township : '城关镇',
    village: isNamesake ? household.village.village : draw.pick(['城南社区', '东门社区', '']),
    phone: '',
  }
  if (isNamesake || !draw.hit(0.04)) return { who, mess: isNamesake ? 'stranger_namesake' : 'stranger' }
  return { who: { ...who, id_number: '', born_on: '', village: '城南社区' }, mess: 'stranger_without_number' }
}

/** A row about a stranger, with the cells a resident's row might have. */
export const strangersRow = (row: DepartmentRow): DepartmentRow => ({ ...row, cells: { ...row.cells }, places: [] })
