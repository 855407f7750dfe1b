/** The shapes the register's rules speak in: a household and its members as one state of them. */

/** Field by name, only what is filled; never a sealed one. */
export type Values = Readonly<Record<string, string>>
/** What changes; null empties. */
export type Patch = Readonly<Record<string, string | null>>

export const sealedPersonFields = ['id_number', 'phone', 'other_phone', 'bank_account'] as const
export const sealedHouseholdFields = ['contact_phone', 'helper_phone'] as const
export type SealedPersonField = (typeof sealedPersonFields)[number]
export type SealedHouseholdField = (typeof sealedHouseholdFields)[number]

export interface PersonContent {
  readonly divisionCode: string
  readonly householdId: number | null
  readonly status: 'member' | 'gone' | 'dead'
  readonly isHead: boolean
  readonly name: string
  readonly values: Values
  readonly localFields: readonly string[]
  readonly sealed: Readonly<Partial<Record<SealedPersonField, Buffer>>>
  readonly index: Readonly<Partial<Record<'id_number' | 'phone' | 'other_phone', Buffer>>>
}

export interface PersonState extends PersonContent {
  readonly id: number
  readonly personId: number
  readonly fromOn: string
}

export interface HouseholdContent {
  readonly divisionCode: string
  readonly values: Values
  readonly localFields: readonly string[]
  readonly sealed: Readonly<Partial<Record<SealedHouseholdField, Buffer>>>
}

export interface HouseholdState extends HouseholdContent {
  readonly id: number
  readonly householdId: number
  readonly fromOn: string
}

/** A household as it stands, with the open states of those who belong to it. */
export interface Family {
  readonly id: number
  readonly householdNumber: string
  readonly divisionCode: string
  readonly township: string
  readonly village: string
  readonly version: number
  readonly lastActId: number
  readonly state: HouseholdState
  readonly members: readonly PersonState[]
}

/** Values with a patch applied; what is emptied is not kept. */
export function patched(values: Values, patch: Patch): Values {
  const next: Record<string, string> = { ...values }
  for (const [name, value] of Object.entries(patch)) {
    if (value === null || value === '') delete next[name]
    else next[name] = value
  }
  return next
}

export const relationOf = (person: { values: Values }): string => person.values.relation_to_head ?? ''
