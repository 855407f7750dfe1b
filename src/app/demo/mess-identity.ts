/** How clerks spoil the columns that say who is meant, each way with what the contract expects to come of it. */
import { cardNumber } from './identity.ts'
import { sameSoundName, variantName } from './names.ts'
import type { Household, Person } from './people.ts'
import type { Chance } from './random.ts'
import { fullWidth, swapped, wrongDigit } from './spoiled-numbers.ts'
import type { OutCell } from './text-file.ts'

export interface Identity {
  name: string
  id_number: OutCell
  born_on: string
  township: string
  village: string
  phone: string
}

/** Who lives in a village under which name, to know whether a name still points to one person. */
export interface Census {
  count(name: string, detail: string): number
}

export interface Situation {
  person: Person
  household: Household
  census: Census
  columns: ReadonlySet<string>
  isWorkbook: boolean
}

type Expected = 'linked' | 'unlinked' | 'either' | 'rejected'
export interface IdentityMess {
  kind: string
  rate: number
  expected: Expected
  /** Leaves the meaning alone: a trained eye reads the same number. */
  isSurface?: boolean
  fits(situation: Situation): boolean
  spoil(identity: Identity, situation: Situation, draw: Chance): void
}

const has = ({ columns }: Situation, ...fields: string[]): boolean => fields.every((field) => columns.has(field))
const number = (identity: Identity): string => String(identity.id_number)
const always = (): boolean => true
const isAloneBy = ({ census, person }: Situation, detail: string): boolean => census.count(person.name, detail) === 1
const canBeBorn = (situation: Situation): boolean =>
  has(situation, 'born_on', 'village') && isAloneBy(situation, String(situation.person.bornOn))
const phoneFor = ({ person, household }: Situation): string => (person.phone === 'empty' ? household.phone : person.phone)

/** Only the name and the village are left. */
const nameAndVillage = (identity: Identity): void => {
  identity.born_on = ''
  identity.phone = ''
}
const without = (identity: Identity, draw: Chance): void => {
  identity.id_number = draw.pick(['', '', '不详', '/'])
}

export const identityMess: readonly IdentityMess[] = [
  {
    kind: 'id_spaces',
    rate: 0.012,
    expected: 'linked',
    isSurface: true,
    fits: always,
    spoil: (who, _, draw) => {
      who.id_number = draw.pick([
        ` ${number(who)}`,
        `${number(who)} `,
        `${number(who).slice(0, 6)} ${number(who).slice(6, 14)} ${number(who).slice(14)}`,
      ])
    },
  },
  {
    kind: 'id_quote',
    rate: 0.01,
    expected: 'linked',
    isSurface: true,
    fits: always,
    spoil: (who, _, draw) => {
      who.id_number = draw.pick([`'${number(who)}`, `‘${number(who)}`, `"${number(who)}"`])
    },
  },
  {
    kind: 'id_fullwidth',
    rate: 0.005,
    expected: 'linked',
    isSurface: true,
    fits: always,
    spoil: (who) => {
      who.id_number = fullWidth(number(who))
    },
  },
  {
    kind: 'id_lowercase_x',
    rate: 0.02,
    expected: 'linked',
    isSurface: true,
    fits: ({ person }) => person.idNumber.endsWith('X'),
    spoil: (who) => {
      who.id_number = number(who).toLowerCase()
    },
  },
  {
    kind: 'id_15',
    rate: 0.004,
    expected: 'linked',
    fits: ({ person }) => person.idNumber.slice(6, 8) === '19',
    spoil: (who) => {
      who.id_number = number(who).slice(0, 6) + number(who).slice(8, 17)
    },
  },
  {
    kind: 'id_number_cell',
    rate: 0.012,
    expected: 'linked',
    fits: ({ isWorkbook, person }) => isWorkbook && !person.idNumber.endsWith('X'),
    spoil: (who) => {
      who.id_number = Number(number(who))
    },
  },
  {
    kind: 'id_zeros',
    rate: 0.003,
    expected: 'linked',
    fits: ({ person }) => !person.idNumber.endsWith('000'),
    spoil: (who) => {
      who.id_number = `${number(who).slice(0, 15)}000`
    },
  },
  {
    kind: 'id_scientific',
    rate: 0.003,
    expected: 'linked',
    fits: ({ person }) => !person.idNumber.endsWith('X'),
    spoil: (who) => {
      who.id_number = `${number(who)[0]}.${number(who).slice(1, 15)}E+17`
    },
  },
  {
    kind: 'id_scientific_short',
    rate: 0.001,
    expected: 'either',
    fits: (at) => has(at, 'village'),
    spoil: (who) => {
      who.id_number = `${number(who)[0]}.${number(who).slice(1, 3)}E+17`
      nameAndVillage(who)
    },
  },
  {
    kind: 'id_wrong_digit',
    rate: 0.006,
    expected: 'linked',
    fits: always,
    spoil: (who, _, draw) => {
      who.id_number = wrongDigit(number(who), draw)
    },
  },
  {
    kind: 'id_swapped',
    rate: 0.004,
    expected: 'linked',
    fits: always,
    spoil: (who, _, draw) => {
      who.id_number = swapped(number(who), draw)
    },
  },
  {
    kind: 'id_masked',
    rate: 0.004,
    expected: 'either',
    fits: (at) => has(at, 'village'),
    spoil: (who) => {
      who.id_number = `${number(who).slice(0, 6)}********${number(who).slice(14)}`
      nameAndVillage(who)
    },
  },
  {
    kind: 'id_garbage',
    rate: 0.002,
    expected: 'linked',
    fits: canBeBorn,
    spoil: (who, _, draw) => {
      who.id_number = number(who).slice(0, draw.int(8, 12))
    },
  },
  { kind: 'id_missing_born', rate: 0.006, expected: 'linked', fits: canBeBorn, spoil: (who, _, draw) => without(who, draw) },
  {
    kind: 'id_missing_phone',
    rate: 0.005,
    expected: 'linked',
    fits: (at) => has(at, 'phone', 'village') && isAloneBy(at, phoneFor(at)),
    spoil: (who, at, draw) => {
      without(who, draw)
      who.born_on = ''
      who.phone = phoneFor(at)
    },
  },
  {
    kind: 'id_missing_village',
    rate: 0.003,
    expected: 'either',
    fits: (at) => has(at, 'village'),
    spoil: (who, _, draw) => {
      without(who, draw)
      nameAndVillage(who)
    },
  },
  {
    kind: 'name_same_sound',
    rate: 0.003,
    expected: 'linked',
    fits: (at) => canBeBorn(at) && canSoundAlike(at, sameSoundName(at.person.name)),
    spoil: (who, { person }, draw) => {
      without(who, draw)
      who.name = sameSoundName(person.name) ?? who.name
    },
  },
  {
    kind: 'name_variant_character',
    rate: 0.002,
    expected: 'linked',
    fits: (at) => canBeBorn(at) && canSoundAlike(at, variantName(at.person.name)),
    spoil: (who, { person }, draw) => {
      without(who, draw)
      who.name = variantName(person.name) ?? who.name
    },
  },
  {
    kind: 'name_dot_lost',
    rate: 0.12,
    expected: 'linked',
    fits: (at) => at.person.name.includes('·') && canBeBorn(at),
    spoil: (who, _, draw) => {
      without(who, draw)
      who.name = who.name.replace('·', draw.pick(['', '.', '•', ' ']))
    },
  },
  {
    kind: 'name_differs',
    rate: 0.003,
    expected: 'linked',
    fits: ({ person }) => sameSoundName(person.name) !== null,
    spoil: (who, { person }) => {
      who.name = sameSoundName(person.name) ?? who.name
    },
  },
  {
    kind: 'name_spaces',
    rate: 0.004,
    expected: 'linked',
    isSurface: true,
    fits: always,
    spoil: (who) => {
      who.name = `${who.name.slice(0, 1)} ${who.name.slice(1)}`
    },
  },
  {
    kind: 'name_missing',
    rate: 0.001,
    expected: 'linked',
    fits: always,
    spoil: (who) => {
      who.name = ''
    },
  },
  {
    kind: 'card_20',
    rate: 0.03,
    expected: 'linked',
    fits: ({ person }) => person.disability !== null,
    spoil: (who, { person }) => {
      who.id_number = cardNumber(number(who), person.disability?.category ?? 4, person.disability?.grade ?? 3, false)
    },
  },
  {
    kind: 'card_22',
    rate: 0.015,
    expected: 'linked',
    fits: ({ person }) => person.disability !== null,
    spoil: (who, { person }) => {
      who.id_number = cardNumber(number(who), person.disability?.category ?? 4, person.disability?.grade ?? 3, true)
    },
  },
  {
    kind: 'name_only',
    rate: 0.0008,
    expected: 'either',
    fits: always,
    spoil: (who) => {
      who.id_number = ''
      who.village = ''
      who.township = ''
      nameAndVillage(who)
    },
  },
  {
    kind: 'identity_missing',
    rate: 0.0005,
    expected: 'rejected',
    fits: ({ columns }) => !columns.has('card_number'),
    spoil: (who) => {
      who.id_number = ''
      who.name = ''
      nameAndVillage(who)
    },
  },
]

/** Nobody else of that birth day bears the other spelling. */
const canSoundAlike = ({ census, person }: Situation, other: string | null): boolean =>
  other !== null && census.count(other, String(person.bornOn)) === 0
