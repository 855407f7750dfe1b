/** The leads of a county as the screening process needs to know them. */
import type { Context } from '../../store/index.ts'
import type { KnownLeads } from './found.ts'

/** Leads of the last run, those settled by officers, and what is exempt today. */
export async function knownLeads(ctx: Context, county: string): Promise<KnownLeads> {
  const ofCounty = ctx.db.selectFrom('leads').where('county_code', '=', county).where('is_present', '=', true)
  const present = await ofCounty.select(['lead_key', 'household_number', 'rule_id']).execute()
  const settled = await ofCounty.where('state', '=', 'closed').select(['lead_key', 'evidence_id', 'outcome']).execute()
  const exempt = await ctx.db
    .selectFrom('exemptions')
    .select(['household_number', 'rule_id'])
    .where('county_code', '=', county)
    .where('about', '=', 'lead')
    .where('revoked_on', 'is', null)
    .where('from_on', '<=', ctx.today)
    .where('until_on', '>=', ctx.today)
    .execute()
  // What was found untrue counts again as soon as its evidence changes; what was found true is being dealt with.
  const settledLines = settled.map(({ lead_key, evidence_id, outcome }) => ({
    lead_key,
    evidence_id: outcome === 'not_true' || outcome === 'unverified' ? evidence_id : null,
  }))
  return { present, settled: settledLines, exempt }
}
