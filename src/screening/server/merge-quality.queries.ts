/** One run's quality findings, disagreements and unknowns, and those there are. */
import { sql } from 'kysely'
import type { Context } from '../../store/index.ts'
import type { FoundDiscrepancy, FoundQuality, FoundUnknown } from './found.ts'
import type { MergedRun } from './merge-leads.queries.ts'
import { discrepancyColumns, qualityColumns, stage, unknownColumns } from './staging.queries.ts'

const exemptSql = (
  ctx: Context,
) => sql`EXISTS (SELECT FROM exemptions x WHERE x.county_code = ${ctx.officer.area} AND x.about = 'quality' AND x.rule_id = f.rule_id
  AND x.household_number = f.household_number AND x.person_ref = f.person_ref AND x.revoked_on IS NULL AND ${ctx.today}::date BETWEEN x.from_on AND x.until_on)`

/** What was mended by hand while the run was reading the register is believed until the next run. */
export async function mergeQuality(
  ctx: Context,
  run: MergedRun & { startedAt: Date },
  found: AsyncIterable<FoundQuality[]>,
): Promise<void> {
  await stage(ctx, 'found_quality', qualityColumns, found)
  await sql`ALTER TABLE found_quality ADD COLUMN state text`.execute(ctx.db)
  await sql`UPDATE found_quality f SET state = CASE WHEN ${exemptSql(ctx)} THEN 'exempt' ELSE 'open' END`.execute(ctx.db)
  const keeps = sql`(q.state = 'mended' AND q.mended_by IS NOT NULL AND q.mended_at >= ${run.startedAt})`
  await sql`UPDATE quality_findings q SET
      division_code = f.division_code, severity = f.severity, head_name = f.head_name, person_name = f.person_name, township = f.township, village = f.village,
      found = f.found, message = f.message, source = f.source, last_run = ${run.id},
      state = CASE WHEN ${keeps} THEN q.state ELSE f.state END, mended_at = CASE WHEN ${keeps} THEN q.mended_at END, mended_by = CASE WHEN ${keeps} THEN q.mended_by END,
      version = q.version + (q.state <> f.state AND NOT ${keeps})::integer
    FROM found_quality f WHERE f.finding_key = q.finding_key AND q.county_code = ${run.county}`.execute(ctx.db)
  await sql`INSERT INTO quality_findings (division_code, finding_key, rule_id, severity, household_number, head_name, person_ref, person_name, township, village,
      field, found, message, source, state, found_on, first_run, last_run)
    SELECT f.division_code, f.finding_key, f.rule_id, f.severity, f.household_number, f.head_name, f.person_ref, f.person_name, f.township, f.village,
      f.field, f.found, f.message, f.source, f.state, ${run.asOf}::date, ${run.id}, ${run.id}
    FROM found_quality f WHERE NOT EXISTS (SELECT FROM quality_findings q WHERE q.county_code = ${run.county} AND q.finding_key = f.finding_key)`.execute(
    ctx.db,
  )
  await sql`UPDATE quality_findings q SET state = 'mended', mended_at = ${ctx.now}, version = q.version + 1
    WHERE q.county_code = ${run.county} AND q.state <> 'mended' AND q.last_run <> ${run.id}`.execute(ctx.db)
  await sql`INSERT INTO quality_counts (run_id, as_of, division_code, rule_id, open, exempt)
    SELECT ${run.id}, ${run.asOf}::date, division_code, rule_id, count(*) FILTER (WHERE state = 'open'), count(*) FILTER (WHERE state = 'exempt')
    FROM quality_findings WHERE county_code = ${run.county} AND state <> 'mended' GROUP BY division_code, rule_id`.execute(ctx.db)
}

export async function mergeDiscrepancies(ctx: Context, run: MergedRun, found: AsyncIterable<FoundDiscrepancy[]>): Promise<void> {
  await stage(ctx, 'found_discrepancy', discrepancyColumns, found)
  await sql`UPDATE discrepancies d SET division_code = f.division_code, label = f.label, person_name = f.person_name, township = f.township, village = f.village,
      message = f.message, sources = f.sources, last_run = ${run.id}, found_on = CASE WHEN d.is_present THEN d.found_on ELSE ${run.asOf}::date END,
      is_present = true, gone_on = NULL
    FROM found_discrepancy f WHERE f.discrepancy_key = d.discrepancy_key AND d.county_code = ${run.county}`.execute(ctx.db)
  await sql`INSERT INTO discrepancies (division_code, discrepancy_key, comparison_id, label, household_number, person_name, township, village, message, sources, found_on, first_run, last_run)
    SELECT f.division_code, f.discrepancy_key, f.comparison_id, f.label, f.household_number, f.person_name, f.township, f.village, f.message, f.sources, ${run.asOf}::date, ${run.id}, ${run.id}
    FROM found_discrepancy f WHERE NOT EXISTS (SELECT FROM discrepancies d WHERE d.county_code = ${run.county} AND d.discrepancy_key = f.discrepancy_key)`.execute(
    ctx.db,
  )
  await sql`UPDATE discrepancies d SET is_present = false, gone_on = ${run.asOf}::date
    WHERE d.county_code = ${run.county} AND d.is_present AND d.last_run <> ${run.id}`.execute(ctx.db)
}

export async function writeUnknowns(ctx: Context, run: MergedRun, found: AsyncIterable<FoundUnknown[]>): Promise<void> {
  await stage(ctx, 'found_unknown', unknownColumns, found)
  await sql`INSERT INTO unknown_counts (run_id, division_code, rule_id, missing, households)
    SELECT ${run.id}, division_code, rule_id, missing, households FROM found_unknown`.execute(ctx.db)
}
