/** How a case begins: one per household at a time; a further channel joins the case there is, what comes after the last is a new episode. */
import { Problem } from '../kernel/index.ts'
import { type LeadOfCase, leadsAtWork, takeUpLeads } from '../screening/server/index.ts'
import { type Context, recordActs, storeProblems } from '../store/index.ts'
import { calendarOf } from './calendar.ts'
import type { CaseRow, NewCase } from './case-types.ts'
import { type HouseholdForCase, householdForCase, lastEpisode, lockedCase, lockHousehold, openCaseOf, personsOf } from './cases.queries.ts'
import { insertChannel } from './channels.queries.ts'
import { deadlinesOn } from './deadlines.rules.ts'
import { lifecycleOf } from './lifecycles.ts'
import { caseProblems } from './problems.ts'
import { riskCodes } from './records.rules.ts'
import { appended, begun } from './writing.ts'

/** Leads of the household are from now on worked on with the case. Asks for no permission: the door the request came through does. */
export async function openCase(ctx: Context, asked: NewCase): Promise<{ caseId: number; isNew: boolean }> {
  const { householdId, kind = 'monitoring', risks = [] } = asked
  const household = await householdForCase(ctx, householdId)
  if (household === undefined) throw new Problem(storeProblems.notFound, { what: '这一户' })
  if (!household.is_present) throw new Problem(caseProblems.householdGone, { number: household.household_number })
  const unknown = risks.filter((risk) => !riskCodes(ctx.policy).includes(risk))
  if (unknown.length > 0) throw new Problem(caseProblems.riskUnknown, { found: unknown })
  await lockHousehold(ctx, householdId)
  const there = await openCaseOf(ctx, householdId, kind)
  if (there !== undefined) {
    const row = await furtherChannel(ctx, there, asked)
    if (kind === 'monitoring') await joinLeads(ctx, row)
    return { caseId: row.id, isNew: false }
  }
  const leads = kind === 'monitoring' ? await leadsAtWork(ctx, householdOf(household)) : []
  const row = await newEpisode(ctx, household, { ...asked, kind, risks: [...new Set([...risks, ...risksOf(ctx, leads)])] })
  if (kind === 'monitoring') await takenUp(ctx, row)
  return { caseId: row.id, isNew: true }
}

async function newEpisode(ctx: Context, household: HouseholdForCase, asked: NewCase & { kind: CaseRow['kind'] }): Promise<CaseRow> {
  const { kind, channel, source, risks = [], note } = asked
  const { initial } = lifecycleOf(kind)
  const counting = { policy: ctx.policy, calendar: calendarOf(ctx.policy), division: household.division_code }
  const row = await begun(ctx, household.division_code, {
    kind: 'opened',
    to_state: initial,
    deadlines: deadlinesOn(counting, kind, initial, ctx.today, 1, new Set()),
    record: {
      kind,
      episode: (await lastEpisode(ctx, household.id, kind)) + 1,
      householdId: household.id,
      householdNumber: household.household_number,
      headName: household.head_name,
      township: household.township,
      village: household.village,
      channel,
      source: { ...source },
      risks: [...risks],
      members: (await personsOf(ctx, household.id)).map(({ id }) => id),
      ...(note ? { note } : {}),
    },
  })
  await insertChannel(ctx, row, channel, source)
  const details = { household: row.household_number, channel, episode: row.episode }
  await recordActs(ctx, [{ action: 'case.opened', subjectKind: 'case', subjectId: row.id, divisionCode: row.division_code, details }])
  return row
}

async function furtherChannel(ctx: Context, there: CaseRow, { channel, source, risks = [], note }: NewCase): Promise<CaseRow> {
  const row = (await lockedCase(ctx, there.id)) ?? there
  if (!(await insertChannel(ctx, row, channel, source))) return row
  const record = { channel, source: { ...source }, risks: [...risks], ...(note ? { note } : {}) }
  return (await appended(ctx, row, { kind: 'channel_added', record })).row
}

const householdOf = (one: { division_code: string; household_number: string }) => ({
  divisionCode: one.division_code,
  householdNumber: one.household_number,
})

/** Leads are from now on worked on with the case; answers them, the worst first, and whether any is new to it. */
async function takenUp(ctx: Context, row: CaseRow): Promise<{ leads: LeadOfCase[]; isAnyNew: boolean }> {
  const leads = await takeUpLeads(ctx, householdOf(row), row.id)
  let isAnyNew = false
  for (const { id } of leads)
    isAnyNew = (await insertChannel(ctx, row, 'department_screening', { kind: 'lead', id: String(id) })) || isAnyNew
  return { leads, isAnyNew }
}

const risksOf = (ctx: Context, leads: readonly LeadOfCase[]): string[] => {
  const known = riskCodes(ctx.policy)
  return [...new Set(leads.map(({ risk }) => risk))].filter((risk) => known.includes(risk))
}

/** Leads that were found meanwhile join the case while it is not decided; their risks are proposed, the worst first. */
export async function joinLeads(ctx: Context, row: CaseRow): Promise<CaseRow> {
  if (row.recognised_on !== null) return row
  const { leads, isAnyNew } = await takenUp(ctx, row)
  const risks = risksOf(ctx, leads).filter((risk) => !row.risks.includes(risk))
  if (!isAnyNew && risks.length === 0) return row
  const [first] = leads
  const source = { kind: 'lead', id: String(first?.id ?? '') }
  return (await appended(ctx, row, { kind: 'channel_added', record: { channel: 'department_screening', source, risks } })).row
}
