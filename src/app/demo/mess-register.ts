/** Defects of the register itself: what the national quality rules look for, and cells nobody can read. */
import { cardNumber, checkCharacter } from './identity.ts'
import type { Household, Person } from './people.ts'
import type { Chance } from './random.ts'

export interface PlantedQuality {
  rule: string
  person: Person
}
export interface PlantedRegisterCell {
  field: string
  /** Index of the person whose row shows it; -1 where the whole household's rows do. */
  person: number
}

interface PersonDefect {
  rule: string
  rate: number
  /** The number in the register is not the person's: no department row can find it. */
  hides?: boolean
  fits(person: Person, household: Household, index: number): boolean
  spoil(person: Person, household: Household, draw: Chance): void
}

const otherCheck = (id: string, draw: Chance): string => {
  const wrong = '0123456789'.replace(checkCharacter(id), '')
  return id.slice(0, 17) + wrong[draw.int(0, wrong.length - 1)]
}
const isMember = (_: Person, __: Household, index: number): boolean => index > 0
const isAdult = ({ age }: Person): boolean => age >= 20 && age < 60

/** Named after the national rules (domain/monitoring.md D2 and D3). */
const personDefects: readonly PersonDefect[] = [
  {
    rule: '1_01_003',
    rate: 0.0006,
    hides: true,
    fits: isMember,
    spoil: (person, _, draw) => {
      person.idNumber = otherCheck(person.idNumber, draw)
    },
  },
  {
    rule: '1_01_002',
    rate: 0.0003,
    hides: true,
    fits: isMember,
    spoil: (person) => {
      person.idNumber = person.idNumber.slice(0, 16)
    },
  },
  {
    rule: '4_01_003',
    rate: 0.0003,
    hides: true,
    fits: isMember,
    spoil: (person) => {
      person.idNumber = `999999${person.idNumber.slice(6)}`
    },
  },
  {
    rule: '2_01_004',
    rate: 0.0005,
    fits: ({ relation }) => relation === '之女',
    spoil: (person) => {
      person.relation = '之子'
    },
  },
  {
    rule: '2_01_001',
    rate: 0.001,
    fits: () => true,
    spoil: (person) => {
      person.ethnicity = 'empty'
    },
  },
  {
    rule: '2_01_002',
    rate: 0.001,
    fits: () => true,
    spoil: (person) => {
      person.health = 'empty'
    },
  },
  {
    rule: '2_01_003',
    rate: 0.001,
    fits: () => true,
    spoil: (person) => {
      person.labour = 'empty'
    },
  },
  {
    rule: '3_01_001',
    rate: 0.0006,
    fits: isMember,
    spoil: (person) => {
      person.relation = 'empty'
    },
  },
  {
    rule: '3_01_003',
    rate: 0.0008,
    fits: ({ schooling, age }) => schooling !== 'empty' && age > 6,
    spoil: (person) => {
      person.education = '小学'
    },
  },
  {
    rule: '5_12_013',
    rate: 0.002,
    fits: ({ age, health }) => age >= 8 && age < 12 && health === '健康',
    spoil: (person) => {
      person.schooling = '学前教育'
    },
  },
  {
    rule: '2_01_011',
    rate: 0.001,
    fits: ({ age }) => age < 15,
    spoil: (person) => {
      person.labour = '普通劳动力'
    },
  },
  {
    rule: '2_12_005',
    rate: 0.003,
    fits: ({ age }) => age >= 61,
    spoil: (person) => {
      person.labour = '普通劳动力'
    },
  },
  {
    rule: '2_01_005',
    rate: 0.001,
    fits: (person) => isAdult(person) && person.health === '健康' && person.schooling === 'empty',
    spoil: (person) => {
      person.labour = '丧失劳动力'
    },
  },
  {
    rule: '3_02_011',
    rate: 0.0006,
    fits: (person, _, index) => index === 1 && isAdult(person),
    spoil: (person) => {
      person.relation = '户主'
    },
  },
  {
    rule: '4_02_001',
    rate: 0.001,
    fits: (_, __, index) => index === 0,
    spoil: (person, household) => {
      person.phone = 'empty'
      household.phone = household.phone.slice(0, 10)
    },
  },
]

/** Plants at most one quality defect a person. */
export const spoilPersons = (household: Household, draw: Chance, isWanted: (kind: string, rate: number) => boolean): PlantedQuality[] => {
  const planted: PlantedQuality[] = []
  household.persons.forEach((person, index) => {
    if (person.isHidden) return
    for (const defect of personDefects) {
      if (!defect.fits(person, household, index) || !isWanted(`quality:${defect.rule}`, defect.rate)) continue
      defect.spoil(person, household, draw)
      if (defect.hides) person.isHidden = true
      planted.push({ rule: defect.rule, person })
      return
    }
  })
  return planted
}

/** Cells of the register that cannot be read or were left out; the referee sees the same state. */
export const spoilRegisterCells = (household: Household, isWanted: (kind: string, rate: number) => boolean): PlantedRegisterCell[] => {
  if (isWanted('register_net_unreadable', 0.002)) {
    household.netPerHead = 'unreadable'
    return [{ field: 'net_per_head', person: -1 }]
  }
  if (isWanted('register_item_unreadable', 0.001)) {
    household.transfer = 'unreadable'
    return [{ field: 'transfer', person: -1 }]
  }
  if (isWanted('register_labour_unreadable', 0.002)) {
    const index = household.persons.length - 1
    ;(household.persons[index] as Person).labour = 'unreadable'
    return [{ field: 'labour', person: index }]
  }
  if (isWanted('register_net_empty', 0.03)) household.netPerHead = 'empty'
  if (household.netPerHead === 'empty' && isWanted('register_income_empty', 0.2)) {
    household.wage = 'empty'
    household.business = 'empty'
    household.property = 'empty'
    household.transfer = 'empty'
    household.expense = 'empty'
  }
  if (isWanted('register_size_differs', 0.004) && typeof household.size === 'number') household.size += 1
  if (isWanted('register_size_empty', 0.002)) household.size = 'empty'
  return []
}

/** The number as the register's export shows it: sometimes with the disability card's tail, blanks or a small x. */
export const registerNumber = (person: Person, draw: Chance, isWanted: (kind: string, rate: number) => boolean): string => {
  const { idNumber, disability, isHidden } = person
  if (isHidden) return idNumber
  if (disability !== null && isWanted('register_card_20', 0.06)) return cardNumber(idNumber, disability.category, disability.grade, false)
  if (idNumber.endsWith('X') && isWanted('register_lowercase_x', 0.02)) return idNumber.toLowerCase()
  if (isWanted('register_id_spaces', 0.002)) return draw.pick([` ${idNumber}`, `'${idNumber}`])
  return idNumber
}
