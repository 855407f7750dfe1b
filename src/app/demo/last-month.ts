/** The county one month earlier: events that had not happened are gone, a few households and members were different. */
import { addMonths } from './days.ts'
import type { Household } from './people.ts'
import type { Chance } from './random.ts'

const eventFields = [
  'settled_on',
  'diagnosed_on',
  'issued_on',
  'assessed_on',
  'died_on',
  'happened_on',
  'lent_on',
  'received_on',
  'registered_on',
  'since',
  'started_on',
]

/** The household as last month's files knew it, or null where it was not yet registered. */
export const lastMonthOf = (household: Household, asOf: string, draw: Chance): Household | null => {
  if (draw.hit(0.002)) return null
  const before = addMonths(asOf, -1)
  const net =
    typeof household.netPerHead === 'number' && draw.hit(0.01) ? Math.round(household.netPerHead * 90) / 100 : household.netPerHead
  const persons = household.persons.map((person) => ({
    ...person,
    places: [],
    labour: person.labour === '普通劳动力' && draw.hit(0.004) ? '技能劳动力' : person.labour,
  }))
  const isNotYetMonitored = String(household.identifiedOn) > before.slice(0, 7) && household.identifiedOn !== 'empty'
  const rows = household.rows.flatMap((row) => {
    const day = eventFields.map((field) => row.cells[field]).find((cell) => cell !== undefined && cell !== 'empty')
    return day !== undefined && String(day) > before ? [] : [{ ...row, cells: { ...row.cells }, places: [] }]
  })
  return {
    ...household,
    netPerHead: net,
    persons,
    rows,
    phone: draw.hit(0.005) ? `${household.phone.slice(0, 10)}${(Number(household.phone.slice(10)) + 1) % 10}` : household.phone,
    ...(isNotYetMonitored ? { monitoredKind: 'empty', identifiedOn: 'empty', isCleared: 'empty', clearedOn: 'empty', risks: [] } : {}),
  }
}
