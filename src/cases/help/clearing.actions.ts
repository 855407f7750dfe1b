/** The conditions for clearing one case: computed from what is recorded, shown one by one, kept as a check with the snapshot. */
import { Decimal } from 'decimal.js'
import type { z } from 'zod'
import { money, type PlainDay, Problem, roundToFen } from '../../kernel/index.ts'
import { resolveParameter } from '../../policy/index.ts'
import { type Context, recordActs } from '../../store/index.ts'
import { householdStatement, insertCheck, lastCheck, lastScreening, presentLeads } from './clearing.queries.ts'
import { allMet, type ClearingFacts, conditionsOf } from './clearing.rules.ts'
import type { HelpedCase } from './help.queries.ts'
import { helpPolicy } from './help-policy.ts'
import { dutiesFor, seenCase } from './measures.actions.ts'
import { helpProblems } from './problems.ts'
import type { checkAnswer, clearingAnswer } from './shapes.ts'
import { moneyIn, yesNo } from './statement.rules.ts'
import { stateLabelOf } from './words.rules.ts'

type Statement = Awaited<ReturnType<typeof householdStatement>>
type SheetTotals = { groups?: Record<string, string>; netIncome?: string; netIncomePerHead?: string | null; size?: number }

/** Recorded as a look at the household. */
export async function clearingOf(ctx: Context, caseId: number): Promise<z.infer<typeof clearingAnswer>> {
  const theCase = await seenCase(ctx, caseId)
  const { facts, snapshot } = await factsOf(ctx, theCase)
  const policy = helpPolicy(ctx.policy)
  const conditions = conditionsOf(policy, facts, false)
  const check = await lastCheck(ctx, caseId)
  await recordActs(ctx, [
    { action: 'clearing.seen', subjectKind: 'case', subjectId: caseId, divisionCode: theCase.division_code, details: {} },
  ])
  return {
    conditions: conditions.map((one) => ({ ...one, basis: [...one.basis] })),
    isMet: allMet(conditions),
    isMetWhenNatural: allMet(conditionsOf(policy, facts, true)),
    snapshot: Object.entries(policy.clearing.snapshot).map(([field, label]) => ({ field, label, value: snapshot[field] ?? null })),
    lastCheck: check ? { onDay: check.on_day, by: check.officer_name, isNatural: check.is_natural, isMet: check.is_met } : null,
  }
}

const checkable = new Set(['assisted', 'clearing_visit', 'clearing_meeting', 'clearing_notice', 'clearing_review', 'clearing_approval'])

/** Keeps today's answer to every condition; a check that is not met is kept too, and does not let the case move on. */
export async function checkClearing(ctx: Context, caseId: number, isNatural: boolean): Promise<z.infer<typeof checkAnswer>> {
  const theCase = await seenCase(ctx, caseId)
  if (!checkable.has(theCase.state)) throw new Problem(helpProblems.notAssisted, { state: stateLabelOf(theCase.state) })
  const { facts, snapshot } = await factsOf(ctx, theCase)
  const conditions = conditionsOf(helpPolicy(ctx.policy), facts, isNatural)
  const isMet = allMet(conditions)
  const id = await insertCheck(ctx, theCase, { isNatural, isMet, conditions, snapshot })
  await recordActs(ctx, [
    {
      action: 'clearing.checked',
      subjectKind: 'case',
      subjectId: caseId,
      divisionCode: theCase.division_code,
      details: { isMet, isNatural },
    },
  ])
  const open = conditions.filter((one) => one.must && !one.isWaived && one.isMet !== true).map(({ label, detail }) => `${label}：${detail}`)
  return { id, isMet, open }
}

async function factsOf(ctx: Context, theCase: HelpedCase): Promise<{ facts: ClearingFacts; snapshot: Record<string, string | null> }> {
  const { labour, held, rows, policy } = await dutiesFor(ctx, theCase, '')
  const statement = await householdStatement(ctx, theCase.household_id)
  const leads = await presentLeads(ctx, theCase.county_code, theCase.household_number)
  const screened = await lastScreening(ctx, theCase.county_code)
  const since = theCase.recognised_on ?? theCase.opened_on
  const ruleLabel = (rule: string) => ctx.policy.rules.get(rule)?.label ?? rule
  const ofRisk = (risk: string) => leads.filter((lead) => lead.risk === risk).map((lead) => ruleLabel(lead.rule_id))
  const fits = (risk: string) => [...(policy.needs.risks[risk]?.groups ?? []), ...(policy.needs.risks[risk]?.clearing ?? [])]
  const facts: ClearingFacts = {
    today: ctx.today,
    labour,
    income: incomeOf(statement),
    line: lineIn(ctx, theCase.division_code),
    selfPaid: {
      amount: moneyIn(statement.values, 'compliant_self_paid'),
      large: numberIn(ctx, 'medical/self_paid_alert', theCase.division_code),
    },
    guarantees: {
      schooling: yesNo(statement.values, 'has_dropout'),
      housing: yesNo(statement.values, 'housing_is_unsafe'),
      insurance: yesNo(statement.values, 'has_uninsured'),
      water: yesNo(statement.values, 'water_is_unsafe'),
    },
    risks: theCase.risks.map((risk) => ({ risk, openLeads: ofRisk(risk) })),
    newRisks: leads
      .filter(({ risk, appeared_on }) => !theCase.risks.includes(risk) && appeared_on > since)
      .map(({ rule_id }) => ruleLabel(rule_id)),
    lastScreening: screened !== null && screened >= since ? screened : null,
    recognisedOn: theCase.recognised_on as PlainDay | null,
    months: numberIn(ctx, 'case/clearing_months', theCase.division_code) ?? 0,
    helped: theCase.risks
      .filter((risk) => policy.needs.risks[risk] !== undefined)
      .map((risk) => ({ risk, isDelivered: held.some(({ group, isDelivered }) => isDelivered && fits(risk).includes(group)) })),
    deliveredMeasures: rows.filter(({ case_id, first_delivered_on }) => case_id === theCase.id && first_delivered_on !== null).length,
  }
  return { facts, snapshot: snapshotOf(statement) }
}

/** Net income with claims, less compliant self-paid spending, per head; nothing where the spending is unknown. Unknown claims are left out, which only makes it less. */
function incomeOf(statement: Statement): ClearingFacts['income'] {
  const { sheet, size } = statement
  const selfPaid = moneyIn(statement.values, 'compliant_self_paid')
  if (selfPaid === null) return null
  const totals = sheet?.totals as SheetTotals | undefined
  const heads = totals?.size ?? size
  const net = totals?.netIncome ?? total(moneyIn(statement.values, 'net_income_per_head'), heads)
  const statedOn = sheet === undefined ? statement.statedOn : sheet.at.toISOString().slice(0, 10)
  if (net === null || heads <= 0 || statedOn === null) return null
  const amount = new Decimal(net).plus(moneyIn(statement.values, 'insurance_payout') ?? 0).minus(selfPaid)
  return { perHead: roundToFen(money(amount.dividedBy(heads).toFixed(6))), statedOn }
}

const total = (perHead: string | null, heads: number): string | null =>
  perHead === null ? null : new Decimal(perHead).times(heads).toFixed(2)

function lineIn(ctx: Context, division: string): ClearingFacts['line'] {
  const found = resolveParameter(ctx.policy, 'income/monitoring_line', division, ctx.today)
  return typeof found?.value === 'number' ? { amount: found.value, since: found.since } : null
}

function numberIn(ctx: Context, key: string, division: string): number | null {
  const value = resolveParameter(ctx.policy, key, division, ctx.today)?.value
  return typeof value === 'number' ? value : null
}

const guaranteeFields = {
  school_dropout: 'has_dropout',
  housing_damaged: 'housing_is_unsafe',
  uninsured_member: 'has_uninsured',
  water_damaged: 'water_is_unsafe',
} as const
/** By the field of the register, the group of the income sheet. */
const incomeFields = {
  wage_income: 'wage',
  business_income: 'business',
  property_income: 'property',
  transfer_income: 'transfer',
  business_expense: 'expense',
} as const

/** The thirteen values of the national form as they stand; `null` is not recorded. */
function snapshotOf(statement: Statement): Record<string, string | null> {
  const totals = statement.sheet?.totals as SheetTotals | undefined
  const said = (field: string) => {
    const value = yesNo(statement.values, field)
    return value === null ? null : value ? '是' : '否'
  }
  return {
    ...Object.fromEntries(Object.entries(guaranteeFields).map(([name, field]) => [name, said(field)])),
    ...Object.fromEntries(
      Object.entries(incomeFields).map(([field, group]) => [field, totals?.groups?.[group] ?? moneyIn(statement.values, field)]),
    ),
    net_income: totals?.netIncome ?? null,
    net_income_per_head: totals?.netIncomePerHead ?? moneyIn(statement.values, 'net_income_per_head'),
    claims_income: moneyIn(statement.values, 'insurance_payout'),
    compliant_self_paid: moneyIn(statement.values, 'compliant_self_paid'),
  }
}
