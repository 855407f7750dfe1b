/** Reviewing former registered poor households: begun for an area, assessed by the criteria, decided by officers through the lifecycle. */
import type { z } from 'zod'
import { type FileAnswer, tableWorkbook } from '../../../access/index.ts'
import { Problem } from '../../../kernel/index.ts'
import { resolveParameter } from '../../../policy/index.ts'
import { type Context, recordActs, storeProblems } from '../../../store/index.ts'
import { openCase } from '../../core.ts'
import { householdStatement, lastScreening, presentLeads } from '../clearing.queries.ts'
import { abilitiesOf, caseForHelp, caseOfHousehold, type HelpedCase } from '../help.queries.ts'
import { helpPolicy } from '../help-policy.ts'
import { labourOf } from '../plan.rules.ts'
import { moneyIn, yesNo } from '../statement.rules.ts'
import { type Criterion, criteriaOf, type ExitFacts, type Proposal, proposalLabels, proposalOf } from './criteria.rules.ts'
import { criteriaPolicy } from './criteria-policy.ts'
import { insertAssessment, lastAssessment, reliefStates, reviewCounts, unreviewed } from './exit-review.queries.ts'
import type { assessmentAnswer, beginBody, countsAnswer, countsQuery } from './shapes.ts'

/** Opens the review of the next households of an area that have none; nothing is begun before the rule is in force. */
export async function beginReviews(ctx: Context, body: z.infer<typeof beginBody>): Promise<{ opened: number }> {
  if (ctx.today < criteriaPolicy(ctx.policy).from || !body.division.startsWith(ctx.officer.area))
    throw new Problem(storeProblems.notFound, { what: '这个范围的评估' })
  const households = await unreviewed(ctx, body.division, body.most)
  for (const householdId of households)
    await openCase(ctx, {
      householdId,
      kind: 'exit_review',
      channel: 'cadre_visit',
      source: { kind: 'exit_review', id: String(householdId) },
    })
  const details = { opened: households.length }
  await recordActs(ctx, [
    { action: 'exit_review.begun', subjectKind: 'division', subjectId: body.division, divisionCode: body.division, details },
  ])
  return { opened: households.length }
}

/** The criteria as they stand today; a look at the household, recorded. */
export async function assessmentOf(ctx: Context, caseId: number): Promise<z.infer<typeof assessmentAnswer>> {
  const theCase = await seenReview(ctx, caseId)
  const { criteria, proposal } = await assessed(ctx, theCase)
  const kept = await lastAssessment(ctx, caseId)
  const policy = criteriaPolicy(ctx.policy)
  await recordActs(ctx, [
    { action: 'exit_review.seen', subjectKind: 'case', subjectId: caseId, divisionCode: theCase.division_code, details: {} },
  ])
  return {
    criteria: criteria.map((one) => ({ ...one, groupLabel: policy.groups[one.group], basis: [...one.basis] })),
    proposal,
    proposalLabel: proposalLabels[proposal],
    keptOn: kept?.on_day ?? null,
    keptBy: kept?.officer_name ?? null,
    note: policy.note ?? '',
  }
}

/** Keeps today's answer; the moves of the case rest on it. */
export async function keepAssessment(ctx: Context, caseId: number): Promise<{ id: number; proposal: Proposal }> {
  const theCase = await seenReview(ctx, caseId)
  const made = await assessed(ctx, theCase)
  const id = await insertAssessment(ctx, theCase, made)
  const details = { proposal: made.proposal }
  await recordActs(ctx, [
    { action: 'exit_review.assessed', subjectKind: 'case', subjectId: caseId, divisionCode: theCase.division_code, details },
  ])
  return { id, proposal: made.proposal }
}

async function seenReview(ctx: Context, id: number): Promise<HelpedCase> {
  const theCase = await caseForHelp(ctx, id)
  if (theCase === undefined || theCase.kind !== 'exit_review') throw new Problem(storeProblems.notFound, { what: '这件退出评估' })
  return theCase
}

async function assessed(ctx: Context, theCase: HelpedCase): Promise<{ criteria: Criterion[]; proposal: Proposal }> {
  const criteria = criteriaOf(criteriaPolicy(ctx.policy), await factsOf(ctx, theCase))
  return { criteria, proposal: proposalOf(criteria) }
}

async function factsOf(ctx: Context, theCase: HelpedCase): Promise<ExitFacts> {
  const statement = await householdStatement(ctx, theCase.household_id)
  const leads = await presentLeads(ctx, theCase.county_code, theCase.household_number)
  const monitored = await caseOfHousehold(ctx, theCase.household_id)
  const abilities = await abilitiesOf(ctx, theCase.household_id)
  const number = (key: string) => {
    const value = resolveParameter(ctx.policy, key, theCase.division_code, ctx.today)?.value
    return typeof value === 'number' ? value : null
  }
  const totals = statement.sheet?.totals as { groups?: Record<string, string>; netIncomePerHead?: string | null } | undefined
  return {
    incomePerHead: totals?.netIncomePerHead ?? moneyIn(statement.values, 'net_income_per_head'),
    line: number('income/monitoring_line'),
    incomeMultiple: number('case/exit_income_multiple'),
    guarantees: ['has_dropout', 'housing_is_unsafe', 'has_uninsured', 'water_is_unsafe'].map((field) => yesNo(statement.values, field)),
    openRisks: [
      ...(monitored === undefined ? [] : [`有未办结的监测帮扶事项（${monitored.risks.join('、')}）`]),
      ...leads.map(({ rule_id }) => ctx.policy.rules.get(rule_id)?.label ?? rule_id),
    ],
    lastScreening: await lastScreening(ctx, theCase.county_code),
    labour: labourOf(helpPolicy(ctx.policy), abilities),
    ownIncome: ownIncomeOf(totals?.groups),
    ownIncomePercent: number('case/exit_own_income_percent'),
    relief: reliefOf(await reliefStates(ctx, theCase.household_id)),
  }
}

function ownIncomeOf(groups: Record<string, string> | undefined): ExitFacts['ownIncome'] {
  if (groups === undefined) return null
  const sum = (...names: string[]) => names.reduce((total, name) => total + Number(groups[name] ?? 0), 0).toFixed(2)
  return { own: sum('wage', 'business'), all: sum('wage', 'business', 'property', 'transfer') }
}

const none = '未享受'

function reliefOf(states: readonly (string | null)[]): readonly string[] | null {
  if (states.every((one) => one === null)) return null
  return [...new Set(states.filter((one): one is string => one !== null && one !== none))]
}

/** How far the review of an area has got. */
export async function reviewProgress(ctx: Context, query: z.infer<typeof countsQuery>): Promise<z.infer<typeof countsAnswer> | FileAnswer> {
  const division = query.division ?? ctx.officer.area
  const items = (await reviewCounts(ctx, division, query.by)).map((one) => ({
    ...one,
    notBegun: one.households - one.open - one.exited - one.kept,
  }))
  if (query.format === 'xlsx')
    return tableWorkbook(ctx, { name: '退出评估进度', divisionCode: division, columns, rows: async (most) => items.slice(0, most) })
  return { items }
}

type Line = z.infer<typeof countsAnswer>['items'][number]
const columns = [
  ['乡镇', (one: Line) => one.township],
  ['村', (one: Line) => one.village],
  ['脱贫户', (one: Line) => one.households],
  ['未开始', (one: Line) => one.notBegun],
  ['评估中', (one: Line) => one.open],
  ['已有序退出', (one: Line) => one.exited],
  ['继续帮扶', (one: Line) => one.kept],
] as const
