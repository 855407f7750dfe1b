/** What the papers read: what every part recorded about one case, and which households the national system must hear of. */
import { sql } from 'kysely'
import type { Context } from '../../store/index.ts'

/** Members as they are today, the head first, with what is sealed of them. */
export async function membersForPaper(ctx: Context, householdId: number) {
  return ctx.db
    .selectFrom('person_states')
    .select(['person_id', 'name', 'is_head', 'values', 'id_number_sealed', 'phone_sealed'])
    .where('household_id', '=', householdId)
    .where('until_on', 'is', null)
    .where('replaced_by', 'is', null)
    .where('status', '=', 'member')
    .orderBy('is_head', 'desc')
    .orderBy('person_id')
    .execute()
}

/** The household as it is today. */
export async function householdForPaper(ctx: Context, householdId: number) {
  return ctx.db
    .selectFrom('household_states')
    .select(['values', 'contact_phone_sealed'])
    .where('household_id', '=', householdId)
    .where('until_on', 'is', null)
    .where('replaced_by', 'is', null)
    .executeTakeFirst()
}

/** The first application that led to the case. */
export async function applicationOf(ctx: Context, caseId: number) {
  return ctx.db
    .selectFrom('applications')
    .select(['name', 'asks_for', 'asker_name', 'asker_relation', 'difficulty', 'words'])
    .select(sql<string>`received_on`.as('received_on'))
    .where('case_id', '=', caseId)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}

/** The newest authorisation since the case began. */
export async function authorisationOf(ctx: Context, householdId: number, since: string) {
  return ctx.db
    .selectFrom('authorisations')
    .select(['wording', 'scope', 'signers'])
    .select([sql<string>`signed_on`.as('signed_on'), sql<string>`until_on`.as('until_on')])
    .where('household_id', '=', householdId)
    .where(sql<boolean>`signed_on >= ${since}::date`)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The newest form of a visit at which somebody was met, since the case began. */
export async function visitOf(ctx: Context, householdId: number, since: string) {
  return ctx.db
    .selectFrom('visit_forms')
    .select(['visitor_name', 'conclusions', 'content', 'purposes'])
    .select(sql<string>`visited_on`.as('visited_on'))
    .where('household_id', '=', householdId)
    .where('outcome', '=', 'met')
    .where(sql<boolean>`visited_on >= ${since}::date`)
    .where(sql<boolean>`purposes && ARRAY['verification', 'clearing_check']`)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The newest sealed meeting that judged the case, with its votes. */
export async function meetingOfCase(ctx: Context, caseId: number) {
  return ctx.db
    .selectFrom('meeting_votes as v')
    .innerJoin('review_meetings as m', 'm.id', 'v.meeting_id')
    .select(['m.content', 'm.digest', 'v.agree', 'v.disagree', 'v.abstain'])
    .select(sql<string>`m.held_on`.as('held_on'))
    .where('v.case_id', '=', caseId)
    .where('m.sealed_at', 'is not', null)
    .orderBy('m.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The newest sheet of these kinds about the case, and what it says of this household alone. */
export async function noticeOfCase(ctx: Context, caseId: number, kinds: readonly string[]) {
  return ctx.db
    .selectFrom('notice_cases as n')
    .innerJoin('review_notices as s', 's.id', 'n.notice_id')
    .select(['n.shown', 's.kind', 's.village', 's.township', 's.days', 's.days_unit', 's.objection_office', 's.objection_phone'])
    .select([sql<string | null>`s.posted_on`.as('posted_on'), sql<string | null>`n.until_on`.as('until_on')])
    .where('n.case_id', '=', caseId)
    .where('s.kind', 'in', [...kinds])
    .where('n.state', '<>', 'withdrawn')
    .orderBy('s.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The newest finished comparison with its flags. */
export async function comparisonForPaper(ctx: Context, caseId: number) {
  const row = await ctx.db
    .selectFrom('asset_comparisons')
    .select(['id', 'state', 'reused_why'])
    .select(sql<string>`asked_on`.as('asked_on'))
    .where('case_id', '=', caseId)
    .where('state', 'in', ['done', 'reused'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const flags = await ctx.db
    .selectFrom('asset_flags')
    .select(['person_name', 'label', 'value', 'file', 'row_no', 'explained_as', 'explanation'])
    .where('comparison_id', '=', row.id)
    .orderBy('id')
    .execute()
  return { ...row, flags }
}

export async function measuresOf(ctx: Context, caseId: number) {
  return ctx.db
    .selectFrom('measures')
    .select(['measure', 'measure_group', 'character', 'state', 'details', 'responsible_name', 'planned_amount'])
    .select([
      sql<string>`planned_on`.as('planned_on'),
      sql<string>`due_on`.as('due_on'),
      sql<string | null>`first_delivered_on`.as('first_delivered_on'),
    ])
    .where('case_id', '=', caseId)
    .where('state', '<>', 'cancelled')
    .orderBy('id')
    .execute()
}

/** The newest check of the clearing conditions. */
export async function clearingCheckOf(ctx: Context, caseId: number) {
  return ctx.db
    .selectFrom('clearing_checks')
    .select(['conditions', 'snapshot', 'is_natural'])
    .select(sql<string>`on_day`.as('on_day'))
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Everything kept about a case: its own files, those of its meetings and sheets, and those of visits to the household since it began. */
export async function filesOfCase(ctx: Context, caseId: number, householdId: number, since: string) {
  const rows = await ctx.db
    .selectFrom('case_attachments as a')
    .innerJoin('kept_files as f', 'f.id', 'a.file_id')
    .select(['a.id', 'a.about', 'a.kind', 'a.caption', 'a.added_at', 'f.id as file_id', 'f.name', 'f.dropped_at'])
    .where((where) =>
      where.or([
        where('a.case_id', '=', caseId),
        sql<boolean>`a.household_id = ${householdId} AND a.added_at >= ${since}::date`,
        sql<boolean>`a.about = 'notice' AND a.about_id IN (SELECT notice_id::text FROM notice_cases WHERE case_id = ${caseId})`,
      ]),
    )
    .orderBy('a.id')
    .execute()
  return rows.filter(({ dropped_at }) => dropped_at === null)
}

export interface NationalCase {
  caseId: number
  householdId: number
  divisionCode: string
  township: string
  village: string
  householdNumber: string
  objectKind: string | null
  risks: string[]
  recognisedOn: string | null
  clearedOn: string | null
  clearingMode: string | null
  state: string
}

/** Cases recognised or cleared from one day to another, both included. */
export async function casesForNational(ctx: Context, division: string, from: string, until: string): Promise<NationalCase[]> {
  const rows = await ctx.db
    .selectFrom('cases')
    .select(['id as caseId', 'household_id as householdId', 'division_code as divisionCode', 'township', 'village'])
    .select(['household_number as householdNumber', 'object_kind as objectKind', 'risks', 'clearing_mode as clearingMode', 'state'])
    .select([sql<string | null>`recognised_on`.as('recognisedOn'), sql<string | null>`cleared_on`.as('clearedOn')])
    .where('division_code', '>=', division)
    .where('division_code', '<', `${division}:`)
    .where(sql<boolean>`(recognised_on BETWEEN ${from}::date AND ${until}::date OR cleared_on BETWEEN ${from}::date AND ${until}::date)`)
    .orderBy('division_code')
    .orderBy('household_number')
    .execute()
  return rows
}
