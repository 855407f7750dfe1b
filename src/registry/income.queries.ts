/** Income sheets: every saving a further version. */
import type { Context } from '../store/index.ts'
import type { IncomeLine, IncomeTotals } from './income.rules.ts'

/** The newest version. */
export async function latestSheet(ctx: Context, householdId: number, period: string) {
  const row = await ctx.db
    .selectFrom('income_sheets')
    .select(['version', 'lines', 'totals', 'officer_name', 'at'])
    .where('household_id', '=', householdId)
    .where('period', '=', period)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const totals = row.totals as unknown as IncomeTotals & { size: number }
  return {
    version: row.version,
    lines: row.lines as unknown as IncomeLine[],
    totals,
    savedBy: row.officer_name,
    savedAt: row.at.toISOString(),
  }
}

export async function insertSheet(
  ctx: Context,
  sheet: { householdId: number; divisionCode: string; period: string; version: number; lines: readonly IncomeLine[]; totals: object },
): Promise<void> {
  await ctx.db
    .insertInto('income_sheets')
    .values({
      household_id: sheet.householdId,
      division_code: sheet.divisionCode,
      period: sheet.period,
      version: sheet.version,
      lines: JSON.stringify(sheet.lines),
      totals: JSON.stringify(sheet.totals),
      officer_id: ctx.officer.id,
      officer_name: ctx.officer.name,
      at: ctx.now,
    })
    .execute()
}
