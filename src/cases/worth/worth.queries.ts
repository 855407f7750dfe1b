/** What came of leads and trials, counted by rule. */
import { sql } from 'kysely'
import type { Context } from '../../store/index.ts'

export interface RuleOutcome {
  rule_id: string
  risk: string
  leads: number
  true_leads: number
  untrue_leads: number
  open_leads: number
  visits: number
}

/** Leads whose last case the household withdrew, or whose household is no more: that says nothing about them. */
const unverified = (
  county: string,
) => sql`SELECT w.source_id::bigint FROM cases c JOIN case_channels w ON w.case_id = c.id AND w.source_kind = 'lead'
  WHERE c.kind = 'monitoring' AND c.county_code = ${county} AND c.state IN ('withdrawn', 'ended_naturally')
    AND NOT EXISTS (SELECT FROM cases n WHERE n.household_id = c.household_id AND n.kind = c.kind AND n.episode > c.episode)`

/** Leads that appeared in a county since a day, by rule, with the visits paid to verify their households. */
export async function outcomesByRule(ctx: Context, county: string, since: string): Promise<RuleOutcome[]> {
  const { rows } = await sql<RuleOutcome>`
    WITH seen AS (SELECT id, rule_id, risk, state, outcome, household_number, appeared_on FROM leads WHERE county_code = ${county} AND appeared_on >= ${since}::date),
    visited AS (
      SELECT s.rule_id, count(DISTINCT f.id)::int AS visits FROM seen s
      JOIN households h ON h.household_number = s.household_number AND left(h.division_code, 6) = ${county}
      JOIN visit_forms f ON f.household_id = h.id AND f.visited_on >= s.appeared_on AND 'verification' = ANY (f.purposes) GROUP BY 1)
    SELECT s.rule_id, min(s.risk) AS risk, count(*)::int AS leads,
      count(*) FILTER (WHERE s.outcome = 'true')::int AS true_leads,
      count(*) FILTER (WHERE s.outcome = 'not_true' AND s.id NOT IN (${unverified(county)}))::int AS untrue_leads,
      count(*) FILTER (WHERE s.state <> 'closed')::int AS open_leads,
      coalesce(min(v.visits), 0)::int AS visits
    FROM seen s LEFT JOIN visited v USING (rule_id) GROUP BY s.rule_id ORDER BY s.rule_id`.execute(ctx.db)
  return rows
}

/** Cases recognised since a day, by risk. */
export async function recognisedByRisk(ctx: Context, county: string, since: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ risk: string; cases: number }>`
    SELECT r.risk, count(*)::int AS cases FROM cases c CROSS JOIN LATERAL unnest(c.risks) AS r (risk)
    WHERE c.kind = 'monitoring' AND c.county_code = ${county} AND c.recognised_on >= ${since}::date GROUP BY 1`.execute(ctx.db)
  return new Map(rows.map(({ risk, cases }) => [risk, cases]))
}

/** Of those, how many each rule had found when the case was opened. */
export async function foundByRule(ctx: Context, county: string, since: string) {
  const { rows } = await sql<{ risk: string; rule_id: string; cases: number }>`
    SELECT r.risk, l.rule_id, count(DISTINCT c.id)::int AS cases
    FROM cases c CROSS JOIN LATERAL unnest(c.risks) AS r (risk)
      JOIN leads l ON l.county_code = c.county_code AND l.household_number = c.household_number AND l.risk = r.risk AND l.appeared_on <= c.opened_on
    WHERE c.kind = 'monitoring' AND c.county_code = ${county} AND c.recognised_on >= ${since}::date
    GROUP BY 1, 2`.execute(ctx.db)
  return rows
}

/** Outcomes of the leads of households by number, for one rule or for all. */
export async function outcomesOf(ctx: Context, county: string, ruleId: string | null, numbers: readonly string[]) {
  if (numbers.length === 0) return []
  let query = ctx.db
    .selectFrom('leads')
    .select(['household_number', 'outcome', 'state'])
    .where('county_code', '=', county)
    .where('household_number', 'in', [...numbers])
  if (ruleId !== null) query = query.where('rule_id', '=', ruleId)
  return query.where(sql<boolean>`NOT (state = 'closed' AND id IN (${unverified(county)}))`).execute()
}

/** Households by number that have or had a case recognised. */
export async function recognisedOf(ctx: Context, county: string, numbers: readonly string[]): Promise<Set<string>> {
  if (numbers.length === 0) return new Set()
  const rows = await ctx.db
    .selectFrom('cases')
    .select('household_number')
    .where('county_code', '=', county)
    .where('kind', '=', 'monitoring')
    .where('recognised_on', 'is not', null)
    .where('household_number', 'in', [...numbers])
    .execute()
  return new Set(rows.map(({ household_number }) => household_number))
}

export async function keepWorth(
  ctx: Context,
  county: string,
  week: string,
  rules: readonly (RuleOutcome & { missed: number; verdict: string })[],
): Promise<void> {
  for (const one of rules)
    await ctx.db
      .insertInto('rule_worth')
      .values({
        division_code: county,
        week,
        rule_id: one.rule_id,
        leads: one.leads,
        true_leads: one.true_leads,
        untrue_leads: one.untrue_leads,
        open_leads: one.open_leads,
        visits: one.visits,
        missed_cases: one.missed,
        verdict: one.verdict,
      })
      .onConflict((conflict) => conflict.columns(['division_code', 'week', 'rule_id']).doNothing())
      .execute()
}

/** The weeks kept for a county, the newest first. */
export const keptWeeks = (ctx: Context, county: string, weeks: number) =>
  ctx.db
    .selectFrom('rule_worth')
    .selectAll()
    .where('division_code', '=', county)
    .where('week', '>', sql<string>`${ctx.today}::date - ${weeks * 7}::int`)
    .orderBy('week', 'desc')
    .orderBy('rule_id')
    .execute()

/** Counties in the area that have leads. */
export async function countiesWithLeads(ctx: Context): Promise<string[]> {
  const rows = await ctx.db.selectFrom('screening_runs').select('division_code').distinct().where('is_done', '=', true).execute()
  return rows.map(({ division_code }) => division_code)
}

export const hasWeek = async (ctx: Context, county: string, week: string): Promise<boolean> =>
  (await ctx.db
    .selectFrom('rule_worth')
    .select('rule_id')
    .where('division_code', '=', county)
    .where('week', '=', week)
    .limit(1)
    .executeTakeFirst()) !== undefined
