/** A wrong value is put right through the registry's own act, so that it is dated, reversible and in the household's history. */

import { Problem } from '../../kernel/index.ts'
import { registryRoutes } from '../../registry/index.ts'
import { type Context, storeProblems } from '../../store/index.ts'
import { householdForMending, memberForMending } from './mend.queries.ts'

const change = registryRoutes.find(({ method, path }) => method === 'PATCH' && path === '/register/households/:id')

export interface Correction {
  divisionCode: string
  householdNumber: string
  /** Empty for what is about the household. */
  personRef: string
  field: string
  value: string
  reason: string
  /** Address of the client, for the audit trail. */
  address: string
}

/** Refuses a household or member that the register no longer knows. */
export async function correctRegister(ctx: Context, one: Correction): Promise<void> {
  if (change === undefined) throw new Error('the registry has no route that changes fields')
  const household = await householdForMending(ctx, one.divisionCode, one.householdNumber)
  if (household === undefined) throw new Problem(storeProblems.notFound, { what: `户 ${one.householdNumber}` })
  const params = { id: household.id }
  const body = change.body?.parse({ version: household.version, reason: one.reason, ...(await changedPart(ctx, household.id, one)) })
  await change.handle(ctx, { params, query: {}, body, uploads: [], address: one.address, userAgent: '', token: undefined })
}

async function changedPart(ctx: Context, householdId: number, { personRef, field, value }: Correction): Promise<object> {
  if (personRef === '') return { household: { [field]: value } }
  const personId = await memberForMending(ctx, householdId, personRef)
  if (personId === undefined) throw new Problem(storeProblems.notFound, { what: '这名成员' })
  return { persons: [field === 'name' ? { personId, name: value } : { personId, values: { [field]: value } }] }
}
