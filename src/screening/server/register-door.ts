/** A wrong value is put right through the registry's own act, so that it is dated, reversible and in the household's history. */

import { permissions } from '../../access/index.ts'
import { Problem } from '../../kernel/index.ts'
import { changeFields, registryProblems } from '../../registry/index.ts'
import { type Context, storeProblems } from '../../store/index.ts'
import { householdForMending, memberForMending } from './mend.queries.ts'
import { screeningProblems } from './problems.ts'

export interface Correction {
  divisionCode: string
  householdNumber: string
  /** Empty for what is about the household. */
  personRef: string
  field: string
  value: string
  reason: string
}

const longestName = 60

/** Whoever mends writes into the register, and needs its permission too. */
export function requireRegisterChange({ officer }: Context): void {
  if (!officer.permissions.has('register.change'))
    throw new Problem(screeningProblems.noRegisterChange, { permission: permissions['register.change'] })
}

/** Refuses a household or member that the register no longer knows. */
export async function correctRegister(ctx: Context, one: Correction): Promise<void> {
  requireRegisterChange(ctx)
  const household = await householdForMending(ctx, one.divisionCode, one.householdNumber)
  if (household === undefined) throw new Problem(storeProblems.notFound, { what: `户 ${one.householdNumber}` })
  const change = await changedPart(ctx, household.id, one)
  await changeFields(ctx, household.id, { version: household.version, reason: one.reason, household: {}, persons: [], ...change })
}

type Change = Parameters<typeof changeFields>[2]

async function changedPart(ctx: Context, householdId: number, { personRef, field, value }: Correction): Promise<Partial<Change>> {
  if (personRef === '') return { household: { [field]: value } }
  const personId = await memberForMending(ctx, householdId, personRef)
  if (personId === undefined) throw new Problem(storeProblems.notFound, { what: '这名成员' })
  if (field !== 'name') return { persons: [{ personId, values: { [field]: value } }] }
  if (value === '' || value.length > longestName)
    throw new Problem(registryProblems.badValues, { mistakes: [{ field: '姓名', message: `请填写，不超过 ${longestName} 个字` }] })
  return { persons: [{ personId, name: value, values: {} }] }
}
