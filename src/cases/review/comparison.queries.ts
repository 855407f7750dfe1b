/** Comparisons and their flags in the database, and what a comparison needs to know of a household. */
import { sql } from 'kysely'
import { Problem } from '../../kernel/index.ts'
import { type Context, storeProblems } from '../../store/index.ts'

export interface ToCompare {
  caseId: number
  householdId: number
  divisionCode: string
}

/** Puts down that a case waits; answers whether it did not wait already. */
export async function insertComparison(ctx: Context, { caseId, householdId, divisionCode }: ToCompare): Promise<boolean> {
  const made = await ctx.db
    .insertInto('asset_comparisons')
    .values({ division_code: divisionCode, case_id: caseId, household_id: householdId, asked_on: ctx.today })
    .onConflict((there) => there.column('case_id').where('state', '=', 'waiting').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export interface WaitingComparison {
  id: number
  caseId: number
  householdId: number
  divisionCode: string
  members: { personId: number; name: string; idNumber: Buffer | null }[]
}

/** What waits in a village, with the members as they are today. */
export async function waitingComparisons(ctx: Context, village: string): Promise<WaitingComparison[]> {
  const rows = await ctx.db
    .selectFrom('asset_comparisons')
    .select(['id', 'case_id as caseId', 'household_id as householdId', 'division_code as divisionCode'])
    .where('division_code', '=', village)
    .where('state', '=', 'waiting')
    .orderBy('id')
    .execute()
  const members = await ctx.db
    .selectFrom('person_states')
    .select(['household_id', 'person_id as personId', 'name', 'id_number_sealed as idNumber'])
    .where('household_id', 'in', [...rows.map(({ householdId }) => householdId), 0])
    .where('until_on', 'is', null)
    .where('replaced_by', 'is', null)
    .where('status', '=', 'member')
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({ ...row, members: members.filter(({ household_id }) => household_id === row.householdId) }))
}

/** The newest comparison of a household that was really made, since a day. */
export async function comparedSince(
  ctx: Context,
  householdId: number,
  since: string,
): Promise<{ id: number; on: string; flags: number } | undefined> {
  const row = await ctx.db
    .selectFrom('asset_comparisons as a')
    .select('a.id')
    .select(sql<string>`a.asked_on`.as('on'))
    .select(sql<number>`(SELECT count(*) FROM asset_flags f WHERE f.comparison_id = a.id)`.as('flags'))
    .where('a.household_id', '=', householdId)
    .where('a.state', '=', 'done')
    .where(sql<boolean>`a.asked_on >= ${since}::date`)
    .where(sql<boolean>`NOT EXISTS (SELECT FROM asset_flags f WHERE f.comparison_id = a.id AND f.explained_as IS NULL)`)
    .orderBy('a.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, flags: Number(row.flags) }
}

export interface FoundFlag {
  personId: number
  personName: string
  kind: string
  label: string
  value: string
  file: string
  sheet: string
  row: number
}

export interface ReadDataset {
  kind: string
  label: string
  files: string[]
  rows: number
}

/** Keeps what a comparison found; one that somebody else finished meanwhile is left alone. */
export async function finishComparison(
  ctx: Context,
  { id, caseId, divisionCode, members }: WaitingComparison,
  { datasets, flags }: { datasets: readonly ReadDataset[]; flags: readonly FoundFlag[] },
): Promise<void> {
  const done = await ctx.db
    .updateTable('asset_comparisons')
    .set({ state: 'done', members: members.length, datasets: JSON.stringify(datasets), done_at: ctx.now })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n || flags.length === 0) return
  await ctx.db
    .insertInto('asset_flags')
    .values(
      flags.map(({ personId, personName, row, ...flag }) => ({
        ...flag,
        row_no: row,
        person_id: personId,
        person_name: personName,
        comparison_id: id,
        case_id: caseId,
        division_code: divisionCode,
      })),
    )
    .execute()
}

/** Says that a household needs no further comparison, and why. */
export async function reuseComparison(ctx: Context, id: number, why: string): Promise<void> {
  await ctx.db
    .updateTable('asset_comparisons')
    .set({ state: 'reused', reused_why: why, done_at: ctx.now })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

export async function failComparison(ctx: Context, id: number, failure: string): Promise<void> {
  await ctx.db
    .updateTable('asset_comparisons')
    .set({ state: 'failed', failure, done_at: ctx.now })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

const flags = (ctx: Context) =>
  ctx.db
    .selectFrom('asset_flags')
    .select([
      'id',
      'comparison_id',
      'case_id',
      'division_code',
      'person_id',
      'person_name',
      'kind',
      'label',
      'value',
      'file',
      'sheet',
      'row_no',
    ])
    .select(['explained_as', 'explanation', 'explained_by', 'explained_at'])

export async function flagById(ctx: Context, id: number) {
  const row = await flags(ctx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (row === undefined) throw new Problem(storeProblems.notFound, { what: '这条提示' })
  return row
}

export async function explainRow(ctx: Context, id: number, as: string, explanation: string): Promise<void> {
  await ctx.db
    .updateTable('asset_flags')
    .set({ explained_as: as, explanation, explained_by: ctx.officer.name, explained_at: ctx.now })
    .where('id', '=', id)
    .execute()
}

/** The newest comparison of a case with its flags. */
export async function comparisonOf(ctx: Context, caseId: number) {
  const row = await ctx.db
    .selectFrom('asset_comparisons')
    .select(['id', 'state', 'members', 'datasets', 'reused_why', 'failure', 'done_at'])
    .select(sql<string>`asked_on`.as('asked_on'))
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return { ...row, flags: await flags(ctx).where('comparison_id', '=', row.id).orderBy('person_id').orderBy('id').execute() }
}

/** Open cases whose newest comparison waits, failed, or has flags nobody explained. */
export async function listComparisons(ctx: Context, { division, open }: { division: string; open: boolean }, after: number, limit: number) {
  const unexplained = sql<number>`(SELECT count(*) FROM asset_flags f WHERE f.comparison_id = a.id AND f.explained_as IS NULL)`
  let query = ctx.db
    .selectFrom('asset_comparisons as a')
    .innerJoin('cases as c', 'c.id', 'a.case_id')
    .select([
      'a.id',
      'a.case_id',
      'a.state',
      'a.failure',
      'a.reused_why',
      'c.township',
      'c.village',
      'c.head_name',
      'c.household_number',
      'c.kind',
    ])
    .select(['c.state as case_state'])
    .select(sql<string>`a.asked_on`.as('asked_on'))
    .select(sql<number>`(SELECT count(*) FROM asset_flags f WHERE f.comparison_id = a.id)`.as('flags'))
    .select(unexplained.as('unexplained'))
    .where('a.division_code', '>=', division)
    .where('a.division_code', '<', `${division}:`)
    .where(sql<boolean>`a.id = (SELECT max(b.id) FROM asset_comparisons b WHERE b.case_id = a.case_id)`)
  if (open) query = query.where('c.is_open', '=', true).where(sql<boolean>`(a.state IN ('waiting', 'failed') OR ${unexplained} > 0)`)
  if (after > 0) query = query.where('a.id', '<', after)
  return query.orderBy('a.id', 'desc').limit(limit).execute()
}
