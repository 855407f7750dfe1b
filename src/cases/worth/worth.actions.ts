/** What the rules are worth: from what verification said of their leads, and what another threshold would have saved or missed. */
import type { z } from 'zod'
import { type FileAnswer, tableWorkbook } from '../../access/index.ts'
import { addMonths, Problem } from '../../kernel/index.ts'
import { resolveParameter, rulesIn } from '../../policy/index.ts'
import { oneTrial } from '../../screening/server/index.ts'
import { type Context, storeProblems } from '../../store/index.ts'
import type { ruleWorth, weeksAnswer, whatIfAnswer, worthAnswer, worthQuery } from './shapes.ts'
import {
  countiesWithLeads,
  foundByRule,
  hasWeek,
  keepWorth,
  keptWeeks,
  outcomesByRule,
  outcomesOf,
  type RuleOutcome,
  recognisedByRisk,
  recognisedOf,
} from './worth.queries.ts'
import { type Limits, missedBy, trueShare, type Verdict, verdictLabels, verdictOf, weekOf } from './worth.rules.ts'

type Worth = z.infer<typeof ruleWorth>

const yearOfMonths = 12

/** Of the officer's county, or of one in the area. */
function countyOf(ctx: Context, asked: string | undefined): string {
  const county = asked ?? ctx.officer.area.slice(0, 6)
  if (county.length !== 6 || !county.startsWith(ctx.officer.area.slice(0, 6)))
    throw new Problem(storeProblems.notFound, { what: '这个县的规则核算' })
  return county
}

export async function worthOf(ctx: Context, query: z.infer<typeof worthQuery>): Promise<z.infer<typeof worthAnswer> | FileAnswer> {
  const county = countyOf(ctx, query.division)
  const since = addMonths(ctx.today, -query.months)
  const limits = limitsIn(ctx, county)
  const items = (await reckoned(ctx, county, since)).map((one) => shapeOf(ctx, one, limits))
  const order: Record<Verdict, number> = { costs: 0, pays: 1, too_few: 2 }
  items.sort((a, b) => order[a.verdict] - order[b.verdict] || b.visits - a.visits || (a.ruleId < b.ruleId ? -1 : 1))
  if (query.format === 'xlsx')
    return tableWorkbook(ctx, { name: '规则得失', divisionCode: county, columns, rows: async (most) => items.slice(0, most) })
  const said = `核实满 ${limits.fewestOutcomes} 条才下结论；属实率低于 ${limits.leastTruePercent}% 为得不偿失`
  return { since, division: county, limits: said, items }
}

type Reckoned = RuleOutcome & { missed: number }

/** One line per rule in force, also where it found nothing: what it missed counts too. */
async function reckoned(ctx: Context, county: string, since: string): Promise<Reckoned[]> {
  const outcomes = await outcomesByRule(ctx, county, since)
  const [found, recognised] = [await foundByRule(ctx, county, since), await recognisedByRisk(ctx, county, since)]
  const silent = rulesIn(ctx.policy, county, ctx.today).filter(({ id }) => outcomes.every(({ rule_id }) => rule_id !== id))
  const none = { leads: 0, true_leads: 0, untrue_leads: 0, open_leads: 0, visits: 0 }
  return [...outcomes, ...silent.map(({ id, risk }) => ({ rule_id: id, risk, ...none }))].map((one) => ({
    ...one,
    missed: missedBy(one.rule_id, one.risk, found, recognised),
  }))
}

function limitsIn(ctx: Context, county: string): Limits {
  const number = (key: string) => Number(resolveParameter(ctx.policy, key, county, ctx.today)?.value ?? 0)
  return { fewestOutcomes: number('case/worth_fewest_outcomes'), leastTruePercent: number('case/worth_least_true_share') }
}

function shapeOf(ctx: Context, one: Reckoned, limits: Limits): Worth {
  const verdict = verdictOf(one.true_leads, one.untrue_leads, limits)
  const share = trueShare(one.true_leads, one.untrue_leads)
  const rule = ctx.policy.rules.get(one.rule_id)
  return {
    ruleId: one.rule_id,
    label: rule?.label ?? one.rule_id,
    risk: one.risk,
    leads: one.leads,
    trueLeads: one.true_leads,
    untrueLeads: one.untrue_leads,
    openLeads: one.open_leads,
    trueShare: share,
    visits: one.visits,
    visitsPerTrue: one.true_leads === 0 ? null : Math.round((one.visits * 10) / one.true_leads) / 10,
    missedCases: one.missed,
    verdict,
    verdictLabel: verdictLabels[verdict],
    reason:
      share === null
        ? '还没有核实结果'
        : `核实 ${one.true_leads + one.untrue_leads} 条，属实 ${one.true_leads} 条（${share}%），上门 ${one.visits} 次`,
    parameters: [...new Set(JSON.stringify(rule ?? {}).match(/(?<=\$)[a-z_]+\/[a-z_]+/g) ?? [])],
  }
}

const columns = [
  ['规则', (one: Worth) => one.label],
  ['风险', (one: Worth) => one.risk],
  ['线索', (one: Worth) => one.leads],
  ['属实', (one: Worth) => one.trueLeads],
  ['不属实', (one: Worth) => one.untrueLeads],
  ['未办结', (one: Worth) => one.openLeads],
  ['属实率（%）', (one: Worth) => one.trueShare ?? ''],
  ['上门次数', (one: Worth) => one.visits],
  ['每查实一户上门', (one: Worth) => one.visitsPerTrue ?? ''],
  ['事先未发现的认定户', (one: Worth) => one.missedCases],
  ['结论', (one: Worth) => one.verdictLabel],
  ['说明', (one: Worth) => one.reason],
] as const

export async function worthByWeek(ctx: Context, asked: string | undefined, weeks: number): Promise<z.infer<typeof weeksAnswer>> {
  const rows = await keptWeeks(ctx, countyOf(ctx, asked), weeks)
  return {
    items: rows.map((row) => ({
      week: row.week,
      ruleId: row.rule_id,
      label: ctx.policy.rules.get(row.rule_id)?.label ?? row.rule_id,
      leads: row.leads,
      trueShare: trueShare(row.true_leads, row.untrue_leads),
      visits: row.visits,
      missedCases: row.missed_cases,
      verdict: row.verdict as Verdict,
      verdictLabel: verdictLabels[row.verdict as Verdict],
    })),
  }
}

/** Once a week per county, by the program itself; a week that is kept stays as it was reckoned. */
export async function keepWeek(ctx: Context): Promise<void> {
  const week = weekOf(ctx.today)
  for (const county of await countiesWithLeads(ctx)) {
    if (await hasWeek(ctx, county, week)) continue
    const limits = limitsIn(ctx, county)
    const rules = await reckoned(ctx, county, addMonths(ctx.today, -yearOfMonths))
    await keepWorth(
      ctx,
      county,
      week,
      rules.map((one) => ({ ...one, verdict: verdictOf(one.true_leads, one.untrue_leads, limits) })),
    )
  }
}

type Trial = Awaited<ReturnType<typeof oneTrial>>
type Side = z.infer<typeof whatIfAnswer>['more']

/** A trial of another threshold, judged by what is known today of the households it adds or drops. */
export async function whatIf(ctx: Context, trialId: number): Promise<z.infer<typeof whatIfAnswer>> {
  const trial = await oneTrial(ctx, trialId)
  const side = (name: 'more' | 'fewer') =>
    judged(ctx, trial, [...new Set(trial.months.flatMap((month) => month[name].map(({ householdNumber }) => householdNumber)))])
  return {
    trialId,
    ruleLabel: trial.ruleLabel,
    tried: trial.parameters.map(({ label, now, tried, unit }) => `${label}：${now ?? '未定'} → ${tried} ${unit}`),
    months: trial.months.map(({ asOf, before, after }) => ({ asOf, before, after })),
    more: await side('more'),
    fewer: await side('fewer'),
    isPartial: trial.months.some(({ moreCount, more, fewerCount, fewer }) => moreCount > more.length || fewerCount > fewer.length),
  }
}

async function judged(ctx: Context, trial: Trial, numbers: readonly string[]): Promise<Side> {
  const leads = await outcomesOf(ctx, trial.divisionCode, trial.ruleId, numbers)
  const recognised = await recognisedOf(ctx, trial.divisionCode, numbers)
  const having = (outcome: string) =>
    new Set(leads.filter((lead) => lead.outcome === outcome).map(({ household_number }) => household_number))
  const [yes, no] = [having('true'), having('not_true')]
  const verified = new Set([...yes, ...no])
  return {
    households: numbers.length,
    recognised: recognised.size,
    verifiedTrue: yes.size,
    verifiedUntrue: [...no].filter((number) => !yes.has(number)).length,
    notVerified: numbers.filter((number) => !verified.has(number)).length,
  }
}
