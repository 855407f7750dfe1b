/** What a case's members must become so that they are the household's: natural increase and decrease. */
import type { CaseMember } from './projection.rules.ts'

export interface MemberChanges {
  joining: { id: number; name: string }[]
  leaving: number[]
}

/** Why somebody leaves whom the register no longer has in the household. */
export const goneFromRegister = '农户档案中已不在该户'

/** Whoever was taken out by an officer stays out; whoever the register has back comes back. */
export function memberChanges(members: readonly CaseMember[], household: readonly { id: number; name: string }[]): MemberChanges {
  const settled = members.filter(({ left_on, left_reason }) => left_on === null || left_reason !== goneFromRegister)
  const known = new Set(settled.map(({ person_id }) => person_id))
  const present = new Set(household.map(({ id }) => id))
  return {
    joining: household.filter(({ id }) => !known.has(id)),
    leaving: members.filter(({ person_id, left_on }) => left_on === null && !present.has(person_id)).map(({ person_id }) => person_id),
  }
}
