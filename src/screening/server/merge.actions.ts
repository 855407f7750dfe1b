/** What the job `screening.run` asks of the database: the leads there are before it screens, and the merge of what it found. */
import type { Context } from '../../store/index.ts'
import { recordActs } from '../../store/index.ts'
import { keepRows } from './department-rows.queries.ts'
import type { Found } from './found.ts'
import { mergeLeads } from './merge-leads.queries.ts'
import { mergeDiscrepancies, mergeQuality, writeUnknowns } from './merge-quality.queries.ts'
import { countRun, finishRun, type RunCounts, type RunRow } from './run.queries.ts'

/** Takes in everything a run found, in the caller's transaction; the officer's area must be the county, so that nothing else can be touched. */
export async function mergeRun(
  ctx: Context,
  { id, as_of: asOf, division_code: county }: RunRow,
  found: Found,
  { startedAt, seconds }: { startedAt: Date; seconds: Record<string, number> },
): Promise<RunCounts> {
  if (ctx.officer.area !== county) throw new Error(`a run of ${county} is merged within ${county}, not ${ctx.officer.area}`)
  const run = { id, county, asOf, startedAt }
  await mergeLeads(ctx, run, found)
  await mergeQuality(ctx, run, found.quality)
  await mergeDiscrepancies(ctx, run, found.discrepancies)
  await writeUnknowns(ctx, run, found.unknowns)
  await keepRows(ctx, run, (await found.rows) ?? [])
  const counts = await countRun(ctx, run)
  await finishRun(ctx, id, await found.summary, counts, seconds)
  await recordActs(ctx, [
    { action: 'screening.finished', subjectKind: 'screening_run', subjectId: id, divisionCode: county, details: { ...counts, asOf } },
  ])
  return counts
}
