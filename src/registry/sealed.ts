/** Sealed fields of a person: the sealed value, and the index by which it is found. */
import type { Vault } from '../store/index.ts'
import {
  type Patch,
  type PersonContent,
  type SealedHouseholdField,
  type SealedPersonField,
  sealedHouseholdFields,
  sealedPersonFields,
} from './state.ts'
import { idKey, phoneKey } from './values.rules.ts'

const keyOf = { id_number: idKey, phone: phoneKey, other_phone: phoneKey } as const

/** Seals what a patch sets and drops what it empties; the rest stays as it is. */
export function sealedPatch(
  vault: Vault,
  sealed: PersonContent['sealed'],
  index: PersonContent['index'],
  patch: Patch,
): Pick<PersonContent, 'sealed' | 'index'> {
  const nextSealed: Partial<Record<SealedPersonField, Buffer>> = { ...sealed }
  const nextIndex: Partial<Record<keyof typeof keyOf, Buffer>> = { ...index }
  for (const field of sealedPersonFields) {
    const value = patch[field]
    if (value === undefined) continue
    if (value === null) delete nextSealed[field]
    else nextSealed[field] = vault.seal(value)
    if (field === 'bank_account') continue
    if (value === null) delete nextIndex[field]
    else nextIndex[field] = vault.index(keyOf[field](value))
  }
  return { sealed: nextSealed, index: nextIndex }
}

/** The same for a household's phones, which nobody searches. */
export function sealedHouseholdPatch(
  vault: Vault,
  sealed: Readonly<Partial<Record<SealedHouseholdField, Buffer>>>,
  patch: Patch,
): Partial<Record<SealedHouseholdField, Buffer>> {
  const next = { ...sealed }
  for (const field of sealedHouseholdFields) {
    const value = patch[field]
    if (value === null) delete next[field]
    else if (value !== undefined) next[field] = vault.seal(value)
  }
  return next
}
