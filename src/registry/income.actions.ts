/** The income and spending sheet of a household for an accounting period. */
import type { z } from 'zod'
import { Problem } from '../kernel/index.ts'
import { type Context, recordActs, storeProblems } from '../store/index.ts'
import { householdById, householdOn } from './households.queries.ts'
import { insertSheet, latestSheet } from './income.queries.ts'
import { accountingPeriod, incomeTotals, lineMistakes, sheetItems } from './income.rules.ts'
import { registryProblems } from './problems.ts'
import type { incomeBody, incomeSheet } from './register.schema.ts'
import { registryPolicy } from './registry-policy.ts'
import type { Values } from './state.ts'

const registerFields = [
  'wage_income',
  'business_income',
  'property_income',
  'transfer_income',
  'business_expense',
  'net_income_per_head',
  'insurance_payout',
  'compliant_self_paid',
]

async function required(ctx: Context, householdId: number) {
  const household = await householdById(ctx, householdId)
  if (household === undefined) throw new Problem(storeProblems.notFound, { what: '这一户' })
  return household
}

/** The sheet with every item there is, and what the register itself says beside it. */
export async function openIncomeSheet(ctx: Context, householdId: number, period: string): Promise<z.infer<typeof incomeSheet>> {
  const household = await required(ctx, householdId)
  const { income } = registryPolicy(ctx.policy)
  const sheet = await latestSheet(ctx, householdId, period)
  const state = await householdOn(ctx, householdId, ctx.today)
  const values: Values = state?.state.values ?? {}
  const size = sheet?.totals.size ?? Number(values.household_size ?? household.memberCount)
  const lines = sheet?.lines ?? []
  return {
    householdId,
    period,
    ...accountingPeriod(income, period),
    version: sheet?.version ?? 0,
    savedBy: sheet?.savedBy ?? null,
    savedAt: sheet?.savedAt ?? null,
    size,
    lines,
    totals: incomeTotals(income, lines, size),
    items: sheetItems(income).map((one) => ({ ...one, counts: one.kind === 'income', basis: [...one.basis] })),
    register: Object.fromEntries(registerFields.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]]))),
  }
}

/** Saves the sheet as a further version; every amount needs its evidence. */
export async function saveIncomeSheet(
  ctx: Context,
  householdId: number,
  period: string,
  body: z.infer<typeof incomeBody>,
): Promise<z.infer<typeof incomeSheet>> {
  const household = await required(ctx, householdId)
  const { income } = registryPolicy(ctx.policy)
  const { unknown, unproved } = lineMistakes(income, body.lines)
  if (unknown.length > 0) throw new Problem(registryProblems.badItem, { items: unknown })
  if (unproved.length > 0) throw new Problem(registryProblems.noEvidence, { items: unproved })
  const before = await latestSheet(ctx, householdId, period)
  if ((before?.version ?? 0) !== body.version)
    throw new Problem(storeProblems.stale, { changed: before === undefined ? [] : [`${before.savedBy}已保存`] })
  const size = body.size ?? household.memberCount
  const totals = { ...incomeTotals(income, body.lines, size), size }
  await insertSheet(ctx, {
    householdId,
    divisionCode: household.divisionCode,
    period,
    version: body.version + 1,
    lines: body.lines,
    totals,
  })
  const details = { period, version: body.version + 1, netIncome: totals.netIncome, netIncomePerHead: totals.netIncomePerHead }
  await recordActs(ctx, [
    { action: 'income.saved', subjectKind: 'household', subjectId: householdId, divisionCode: household.divisionCode, details },
  ])
  return openIncomeSheet(ctx, householdId, period)
}
