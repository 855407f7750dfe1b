/** Beginning cases at an office's desk: from leads of the queue, one or many, or from a household that was visited. */
import type { z } from 'zod'
import { Problem } from '../kernel/index.ts'
import { householdsByNumber } from '../registry/index.ts'
import { leadsForCases } from '../screening/server/index.ts'
import { type Context, storeProblems } from '../store/index.ts'
import { caseById } from './cases.queries.ts'
import { act, openCase } from './core.ts'
import { caseProblems } from './problems.ts'
import type { begunCases, newCases } from './shapes.ts'
import { stateLabel } from './words.rules.ts'

type Asked = z.infer<typeof newCases>
type Answer = z.infer<typeof begunCases>

/** Leads of one household begin one case; what is begun already is named, not refused. */
export async function beginCases(ctx: Context, asked: Asked): Promise<Answer> {
  const begun = asked.leadIds?.length ? await fromLeads(ctx, asked.leadIds, asked) : [await fromHousehold(ctx, asked)]
  const items: Answer['items'] = []
  for (const { caseId, isNew } of begun) {
    if (isNew && asked.visitorId !== undefined) await sendVisitor(ctx, caseId, asked.visitorId)
    const row = await caseById(ctx, caseId)
    if (row !== undefined)
      items.push({ caseId, isNew, householdNumber: row.household_number, headName: row.head_name, stateLabel: stateLabel(row) })
  }
  return { items }
}

async function sendVisitor(ctx: Context, caseId: number, officerId: number): Promise<void> {
  const row = await caseById(ctx, caseId)
  if (row !== undefined) await act(ctx, caseId, 'dispatch', { version: row.version, record: { visitor: { officerId } } })
}

async function fromLeads(ctx: Context, ids: readonly number[], { note }: Asked) {
  const leads = await leadsForCases(ctx, ids)
  if (leads.length < new Set(ids).size) throw new Problem(storeProblems.notFound, { what: '所选的线索' })
  const households = await householdsByNumber(
    ctx,
    leads.map(({ householdNumber }) => householdNumber),
  )
  const missing = [...new Set(leads.map(({ householdNumber }) => householdNumber))].filter((number) => !households.has(number))
  if (missing.length > 0) throw new Problem(caseProblems.noHousehold, { numbers: missing })
  const byHousehold = Map.groupBy(leads, ({ householdNumber }) => households.get(householdNumber) ?? 0)
  const begun: { caseId: number; isNew: boolean }[] = []
  // In one order, so that two officers with the same leads wait for each other and do not block.
  for (const householdId of [...byHousehold.keys()].sort((one, other) => one - other)) {
    const [first] = byHousehold.get(householdId) ?? []
    const source = { kind: 'lead', id: String(first?.id) }
    begun.push(await openCase(ctx, { householdId, channel: 'department_screening', source, ...(note ? { note } : {}) }))
  }
  return begun
}

/** What was seen there is said, unless a risk is named. */
async function fromHousehold(ctx: Context, { householdId, channel, risks, note }: Asked) {
  if (householdId === undefined || (risks.length === 0 && !note)) throw new Problem(caseProblems.nothingAsked, {})
  const source = { kind: 'visit', id: `${ctx.officer.id}-${ctx.today}-${householdId}` }
  return openCase(ctx, { householdId, channel, source, risks, ...(note ? { note } : {}) })
}
