/** Leads whose household is a case: taken up when it begins, settled by what became of it. */
import { type Context, recordActs } from '../../store/index.ts'
import { judgeHousehold } from './lead.actions.ts'
import { appendEvent, changeLead, leadsById, leadsOfHousehold, type WholeLead } from './lead.queries.ts'

export interface HouseholdOfLeads {
  divisionCode: string
  householdNumber: string
}

export interface LeadOfCase {
  id: number
  householdNumber: string
  divisionCode: string
  risk: string
  severity: string
  state: string
}

const line = (lead: WholeLead): LeadOfCase => ({
  id: lead.id,
  householdNumber: lead.household_number,
  divisionCode: lead.division_code,
  risk: lead.risk,
  severity: lead.severity,
  state: lead.state,
})

const underWay = async (ctx: Context, { divisionCode, householdNumber }: HouseholdOfLeads): Promise<WholeLead[]> =>
  (await leadsOfHousehold(ctx, divisionCode.slice(0, 6), householdNumber)).filter((lead) => lead.state !== 'closed')

/** Leads by their numbers, those in the officer's area only. */
export async function leadsForCases(ctx: Context, ids: readonly number[]): Promise<LeadOfCase[]> {
  return (await leadsById(ctx, ids)).map(line)
}

const worst = ['high', 'medium', 'low']
const lines = (leads: readonly WholeLead[]): LeadOfCase[] =>
  leads.map(line).sort((one, other) => worst.indexOf(one.severity) - worst.indexOf(other.severity) || one.id - other.id)

/** A household's leads that are still to be worked on, the worst first. */
export const leadsAtWork = async (ctx: Context, household: HouseholdOfLeads): Promise<LeadOfCase[]> => lines(await underWay(ctx, household))

/** Leads of a household that are still to be worked on are from now on worked on with its case; answers them all, the worst first. */
export async function takeUpLeads(ctx: Context, household: HouseholdOfLeads, caseId: number): Promise<LeadOfCase[]> {
  const found = await underWay(ctx, household)
  for (const lead of found.filter(({ state }) => state === 'open')) {
    await changeLead(ctx, lead, { state: 'handled', assigned_to: ctx.officer.id, assigned_name: ctx.officer.name })
    const text = `并入帮扶事项 ${caseId}`
    await appendEvent(ctx, lead, { kind: 'assigned', details: { officer: ctx.officer.name, officerId: ctx.officer.id, caseId, text } })
  }
  return lines(found)
}

export interface SettledAs extends HouseholdOfLeads {
  /** `unverified`: the household withdrew or is no more; that says nothing about the lead. */
  outcome: 'true' | 'not_true' | 'unverified'
  reason: string
}

/** Closes what is left of a household's leads with what its case came to; answers how many. */
export async function settleHouseholdLeads(ctx: Context, { outcome, reason, ...household }: SettledAs): Promise<number> {
  const found = await underWay(ctx, household)
  for (const lead of found) {
    await changeLead(ctx, lead, { state: 'closed', outcome, outcome_reason: reason })
    await appendEvent(ctx, lead, { kind: 'closed', details: { outcome, reason } })
    const details = { rule: lead.rule_id, household: lead.household_number, outcome }
    await recordActs(ctx, [{ action: 'lead.closed', subjectKind: 'lead', subjectId: lead.id, divisionCode: lead.division_code, details }])
  }
  const [first] = found
  if (first !== undefined) await judgeHousehold(ctx, first)
  return found.length
}
