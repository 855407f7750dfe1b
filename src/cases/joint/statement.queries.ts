/** What the statement reads beside the sheet: the last sheet of another period, the members' labour and relief, the last comparison of possessions. */
import { sql } from 'kysely'
import type { Context } from '../../store/index.ts'

export async function earlierSheet(ctx: Context, householdId: number, period: string) {
  const row = await ctx.db
    .selectFrom('income_sheets')
    .select(['period', 'lines'])
    .where('household_id', '=', householdId)
    .where('period', '<>', period)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  return { name: `${row.period} 收支表`, lines: row.lines as unknown as { item: string; amount: string; evidence: string }[] }
}

/** Of every member as they are registered today; `null` where nothing is registered. */
export async function memberStates(ctx: Context, householdId: number) {
  return ctx.db
    .selectFrom('person_states')
    .select([
      sql<string | null>`values ->> 'labour_ability'`.as('labour'),
      sql<string | null>`values ->> 'dibao'`.as('dibao'),
      sql<string | null>`values ->> 'tekun'`.as('tekun'),
    ])
    .where('household_id', '=', householdId)
    .where('status', '=', 'member')
    .where('until_on', 'is', null)
    .where('replaced_by', 'is', null)
    .execute()
}

/** The newest comparison of the household that was really made, with what it flagged. */
export async function lastCompared(ctx: Context, householdId: number) {
  const row = await ctx.db
    .selectFrom('asset_comparisons')
    .select('id')
    .select(sql<string>`asked_on`.as('on'))
    .where('household_id', '=', householdId)
    .where('state', '=', 'done')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  const flags = await ctx.db
    .selectFrom('asset_flags')
    .select(['label', 'value', 'explanation'])
    .where('comparison_id', '=', row.id)
    .orderBy('id')
    .execute()
  return { on: row.on, flags }
}
