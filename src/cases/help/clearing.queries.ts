/** What the clearing conditions are computed from, and the checks that were made. */
import { type Selectable, sql } from 'kysely'
import type { Context, Database } from '../../store/index.ts'

export type ClearingCheckRow = Selectable<Database['clearing_checks']>

/** What the newest sheet says of spending and claims, under the names the register has for them. */
const sheetItems = { compliant_self_paid: 'medical', insurance_payout: 'insurance_payout' } as const

function fromSheet(lines: unknown): Record<string, string> {
  const known = (lines ?? []) as { item: string; amount: string }[]
  return Object.fromEntries(
    Object.entries(sheetItems).flatMap(([field, item]) => {
      const line = known.find((one) => one.item === item)
      return line === undefined ? [] : [[field, line.amount]]
    }),
  )
}

/** The household's own values as they stand, and its newest income and spending sheet, which goes before the register. */
export async function householdStatement(ctx: Context, householdId: number) {
  const state = await ctx.db
    .selectFrom('household_states')
    .select(['values', 'from_on'])
    .where('household_id', '=', householdId)
    .where('until_on', 'is', null)
    .where('replaced_by', 'is', null)
    .executeTakeFirst()
  const sheet = await ctx.db
    .selectFrom('income_sheets')
    .select(['period', 'lines', 'totals', 'at'])
    .where('household_id', '=', householdId)
    .orderBy('period', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const household = await ctx.db.selectFrom('households').select('member_count').where('id', '=', householdId).executeTakeFirst()
  return {
    values: { ...((state?.values ?? {}) as Record<string, unknown>), ...fromSheet(sheet?.lines) },
    statedOn: state?.from_on ?? null,
    sheet,
    size: household?.member_count ?? 0,
  }
}

/** Leads of the household that the last run still finds and nobody closed or exempted. */
export const presentLeads = (ctx: Context, county: string, householdNumber: string) =>
  ctx.db
    .selectFrom('leads')
    .select(['rule_id', 'risk', 'appeared_on'])
    .where('county_code', '=', county)
    .where('household_number', '=', householdNumber)
    .where('is_present', '=', true)
    .where('is_exempt', '=', false)
    .where((where) => where.or([where('state', '<>', 'closed'), where('outcome', '=', 'true')]))
    .execute()

/** As-of day of the newest finished screening of the county. */
export async function lastScreening(ctx: Context, county: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('screening_runs')
    .select('as_of')
    .where('division_code', '=', county)
    .where('is_done', '=', true)
    .orderBy('as_of', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.as_of ?? null
}

export async function insertCheck(
  ctx: Context,
  theCase: { id: number; division_code: string },
  check: { isNatural: boolean; isMet: boolean; conditions: readonly object[]; snapshot: object },
): Promise<number> {
  const { id } = await ctx.db
    .insertInto('clearing_checks')
    .values({
      division_code: theCase.division_code,
      case_id: theCase.id,
      on_day: ctx.today,
      at: ctx.now,
      officer_id: ctx.officer.id,
      officer_name: ctx.officer.name,
      is_natural: check.isNatural,
      is_met: check.isMet,
      conditions: JSON.stringify(check.conditions),
      snapshot: JSON.stringify(check.snapshot),
      policy_hash: ctx.policy.hash,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const lastCheck = (ctx: Context, caseId: number): Promise<ClearingCheckRow | undefined> =>
  ctx.db.selectFrom('clearing_checks').selectAll().where('case_id', '=', caseId).orderBy('id', 'desc').limit(1).executeTakeFirst()

/** Newly recognised households by village or township since a day, with how many households live there. */
export async function newCasesBy(ctx: Context, division: string, since: string, length: 9 | 12) {
  const { rows } = await sql<{ division: string; township: string; village: string; recognised: number; households: number }>`
    WITH found AS (
      SELECT left(division_code, ${length}::int) AS division, min(township) AS township, min(village) AS village, count(*)::int AS recognised
      FROM cases WHERE kind = 'monitoring' AND recognised_on >= ${since}::date
        AND division_code >= ${division} AND division_code < ${`${division}:`} GROUP BY 1)
    SELECT f.*, (SELECT count(*)::int FROM households h WHERE h.is_present AND h.division_code >= f.division AND h.division_code < f.division || ':') AS households
    FROM found f ORDER BY f.recognised DESC, f.division`.execute(ctx.db)
  return rows
}

/** Households of the whole area and how many of them were recognised since a day. */
export async function rateOf(ctx: Context, division: string, since: string): Promise<{ recognised: number; households: number }> {
  const { rows } = await sql<{ recognised: number; households: number }>`
    SELECT (SELECT count(*)::int FROM cases WHERE kind = 'monitoring' AND recognised_on >= ${since}::date
        AND division_code >= ${division} AND division_code < ${`${division}:`}) AS recognised,
      (SELECT count(*)::int FROM households WHERE is_present AND division_code >= ${division} AND division_code < ${`${division}:`}) AS households`.execute(
    ctx.db,
  )
  return rows[0] ?? { recognised: 0, households: 0 }
}

/** By township: risk households found and not handled in time, recognised ones without a delivered measure. */
export async function unhandledBy(ctx: Context, division: string) {
  const { rows } = await sql<{ division: string; township: string; open: number; late: number; without_help: number; plans_late: number }>`
    SELECT left(c.division_code, 9) AS division, min(c.township) AS township,
      count(*) FILTER (WHERE c.recognised_on IS NULL)::int AS open,
      count(*) FILTER (WHERE EXISTS (SELECT FROM case_deadlines d WHERE d.case_id = c.id AND d.met_on IS NULL AND d.due_on < ${ctx.today}::date))::int AS late,
      count(*) FILTER (WHERE c.recognised_on IS NOT NULL AND NOT EXISTS (
        SELECT FROM measures m WHERE m.case_id = c.id AND m.first_delivered_on IS NOT NULL))::int AS without_help,
      count(*) FILTER (WHERE EXISTS (SELECT FROM help_plans p WHERE p.case_id = c.id AND p.agreed_on IS NULL AND p.due_on < ${ctx.today}::date))::int AS plans_late
    FROM cases c WHERE c.kind = 'monitoring' AND c.is_open AND c.division_code >= ${division} AND c.division_code < ${`${division}:`}
    GROUP BY 1 ORDER BY 1`.execute(ctx.db)
  return rows
}
