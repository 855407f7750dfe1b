/** One run's leads and the leads there are: new, still, changed, gone, back again; each step a statement over the county. */
import { sql } from 'kysely'
import { type Context, systemOfficer } from '../../store/index.ts'
import { type FoundLead, type GoneLead, goneReasons } from './found.ts'
import { goneColumns, leadColumns, stage } from './staging.queries.ts'

export interface MergedRun {
  id: number
  county: string
  asOf: string
}

/** Takes in the leads of a run; what officers did stays, an open lead is never doubled. */
export async function mergeLeads(
  ctx: Context,
  run: MergedRun,
  found: { leads: AsyncIterable<FoundLead[]>; gone: AsyncIterable<GoneLead[]> },
): Promise<void> {
  const { vault } = ctx
  await stage(ctx, 'found_lead', leadColumns, found.leads, ({ rows, ...lead }) => ({
    ...lead,
    rows: vault.seal(JSON.stringify(rows)).toString('base64'),
  }))
  await stage(ctx, 'gone_lead', goneColumns, found.gone)
  await noteTransitions(ctx, run)
  await updateFound(ctx, run)
  await insertNew(ctx, run)
  await closeGone(ctx, run)
  await writeEvents(ctx, run)
}

const exemptSql = (
  ctx: Context,
) => sql`EXISTS (SELECT FROM exemptions x WHERE x.county_code = l.county_code AND x.about = 'lead' AND x.rule_id = l.rule_id
  AND x.household_number = l.household_number AND x.revoked_on IS NULL AND ${ctx.today}::date BETWEEN x.from_on AND x.until_on)`

/** A lead comes back to the queue when it had gone, or when what made it untrue, or was never verified, has changed. */
const isBack = sql`(NOT l.is_present OR l.outcome IN ('not_true', 'unverified') AND l.evidence_id <> f.evidence_id)`

/** What happens to each lead there is, found out before anything is changed. */
async function noteTransitions(ctx: Context, run: MergedRun): Promise<void> {
  await sql`CREATE TEMP TABLE transition ON COMMIT DROP AS
    SELECT l.id, CASE WHEN l.is_present THEN 'changed' ELSE 'returned' END AS kind,
      jsonb_build_object('before', l.evidence, 'after', f.evidence, 'reopened', l.state = 'closed' AND ${isBack}) AS details
    FROM leads l JOIN found_lead f ON f.lead_key = l.lead_key
    WHERE l.county_code = ${run.county} AND (NOT l.is_present OR l.evidence_id <> f.evidence_id)
    UNION ALL
    SELECT l.id, CASE WHEN l.is_exempt THEN 'exemption_ended' ELSE 'exempted' END, '{}'
    FROM leads l JOIN found_lead f ON f.lead_key = l.lead_key WHERE l.county_code = ${run.county} AND l.is_exempt <> ${exemptSql(ctx)}
    UNION ALL
    SELECT l.id, 'gone', jsonb_build_object('reason', coalesce(g.reason, 'clear'), 'state', l.state, 'assignedName', l.assigned_name)
    FROM leads l LEFT JOIN gone_lead g ON g.lead_key = l.lead_key
    WHERE l.county_code = ${run.county} AND l.is_present AND NOT EXISTS (SELECT FROM found_lead f WHERE f.lead_key = l.lead_key)`.execute(
    ctx.db,
  )
}

async function updateFound(ctx: Context, run: MergedRun): Promise<void> {
  await sql`UPDATE leads l SET
      division_code = f.division_code, head_name = f.head_name, township = f.township, village = f.village, risk = f.risk, severity = f.severity,
      urgency = f.urgency, urgency_steps = f.urgency_steps, rank = f.rank, already_monitored = f.already_monitored, is_exempt = ${exemptSql(ctx)},
      evidence_id = f.evidence_id, evidence = f.evidence, sources = f.sources, source_count = f.source_count, counter_evidence = f.counter_evidence,
      source_rows = CASE WHEN l.content_key = f.content_key THEN l.source_rows ELSE decode(f.rows, 'base64') END, content_key = f.content_key,
      is_present = true, gone_on = NULL, appeared_on = CASE WHEN l.is_present THEN l.appeared_on ELSE ${run.asOf}::date END, last_run = ${run.id},
      state = CASE WHEN ${isBack} THEN 'open' ELSE l.state END,
      outcome = CASE WHEN ${isBack} THEN NULL ELSE l.outcome END, outcome_reason = CASE WHEN ${isBack} THEN NULL ELSE l.outcome_reason END,
      assigned_to = CASE WHEN ${isBack} THEN NULL ELSE l.assigned_to END, assigned_name = CASE WHEN ${isBack} THEN NULL ELSE l.assigned_name END,
      version = l.version + (EXISTS (SELECT FROM transition t WHERE t.id = l.id))::integer
    FROM found_lead f WHERE f.lead_key = l.lead_key AND l.county_code = ${run.county}`.execute(ctx.db)
}

async function insertNew(ctx: Context, run: MergedRun): Promise<void> {
  await sql`WITH made AS (
      INSERT INTO leads (division_code, lead_key, household_number, head_name, township, village, rule_id, risk, severity, urgency, urgency_steps, rank,
        already_monitored, appeared_on, first_run, last_run, evidence_id, evidence, sources, source_count, counter_evidence, source_rows, content_key)
      SELECT f.division_code, f.lead_key, f.household_number, f.head_name, f.township, f.village, f.rule_id, f.risk, f.severity, f.urgency, f.urgency_steps, f.rank,
        f.already_monitored, ${run.asOf}::date, ${run.id}, ${run.id}, f.evidence_id, f.evidence, f.sources, f.source_count, f.counter_evidence, decode(f.rows, 'base64'), f.content_key
      FROM found_lead f WHERE NOT EXISTS (SELECT FROM leads l WHERE l.county_code = ${run.county} AND l.lead_key = f.lead_key)
      RETURNING id)
    INSERT INTO transition SELECT id, 'found', '{}' FROM made`.execute(ctx.db)
  await sql`WITH exempted AS (
      UPDATE leads l SET is_exempt = true WHERE l.county_code = ${run.county} AND l.first_run = ${run.id} AND NOT l.is_exempt AND ${exemptSql(ctx)} RETURNING l.id)
    INSERT INTO transition SELECT id, 'exempted', '{}' FROM exempted`.execute(ctx.db)
}

/** What is gone needs no more work: it closes itself and says why; a conclusion already there stays. */
async function closeGone(ctx: Context, run: MergedRun): Promise<void> {
  const words = JSON.stringify(goneReasons)
  await sql`UPDATE leads l SET is_present = false, gone_on = ${run.asOf}::date, rank = 0, version = l.version + 1,
      state = 'closed', outcome = coalesce(l.outcome, 'gone'),
      outcome_reason = coalesce(l.outcome_reason, ${words}::jsonb ->> (t.details ->> 'reason')), assigned_to = NULL, assigned_name = NULL
    FROM transition t WHERE t.id = l.id AND t.kind = 'gone'`.execute(ctx.db)
}

async function writeEvents(ctx: Context, run: MergedRun): Promise<void> {
  await sql`INSERT INTO lead_events (division_code, lead_id, at, run_id, officer_id, officer_name, kind, details)
    SELECT l.division_code, l.id, ${ctx.now}, ${run.id}, ${systemOfficer.id}, ${systemOfficer.name}, t.kind, t.details
    FROM transition t JOIN leads l ON l.id = t.id ORDER BY t.id, t.kind`.execute(ctx.db)
}
