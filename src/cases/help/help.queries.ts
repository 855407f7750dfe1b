/** Plans and measures in the database. */
import { type Selectable, sql } from 'kysely'
import type { Context, Database } from '../../store/index.ts'

export type MeasureRow = Selectable<Database['measures']>
export type PlanRow = Selectable<Database['help_plans']>
export type MeasureEventRow = Selectable<Database['measure_events']>
export type HelpedCase = Selectable<Database['cases']>

export const caseForHelp = (ctx: Context, id: number): Promise<HelpedCase | undefined> =>
  ctx.db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst()

/** The household's case that is open, else the one cleared last. */
export const caseOfHousehold = (ctx: Context, householdId: number): Promise<HelpedCase | undefined> =>
  ctx.db
    .selectFrom('cases')
    .selectAll()
    .where('household_id', '=', householdId)
    .where('kind', '=', 'monitoring')
    .where('is_open', '=', true)
    .executeTakeFirst()

export const placeOfHousehold = (ctx: Context, id: number) =>
  ctx.db
    .selectFrom('households')
    .select(['id', 'division_code', 'household_number', 'head_name', 'township', 'village'])
    .where('id', '=', id)
    .executeTakeFirst()

export const planOf = (ctx: Context, caseId: number): Promise<PlanRow | undefined> =>
  ctx.db.selectFrom('help_plans').selectAll().where('case_id', '=', caseId).executeTakeFirst()

/** Owed from recognition on; recognised again after a roll-back it is the same plan. */
export async function owePlan(ctx: Context, plan: { caseId: number; divisionCode: string; dueOn: string; basis: string }): Promise<void> {
  await ctx.db
    .insertInto('help_plans')
    .values({ case_id: plan.caseId, division_code: plan.divisionCode, due_on: plan.dueOn, due_basis: plan.basis })
    .onConflict((conflict) => conflict.column('case_id').doNothing())
    .execute()
}

export async function changePlan(
  ctx: Context,
  caseId: number,
  version: number,
  set: { agreed_on?: string; agreed_by?: string; explored?: string },
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('help_plans')
    .set({ ...set, version: version + 1 })
    .where('case_id', '=', caseId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** All help a household got, whichever case it belonged to; the newest first. */
export const measuresOfHousehold = (ctx: Context, householdId: number): Promise<MeasureRow[]> =>
  ctx.db.selectFrom('measures').selectAll().where('household_id', '=', householdId).orderBy('id', 'desc').execute()

export const measureById = (ctx: Context, id: number): Promise<MeasureRow | undefined> =>
  ctx.db.selectFrom('measures').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function insertMeasure(ctx: Context, row: NewMeasure): Promise<MeasureRow> {
  return ctx.db.insertInto('measures').values(row).returningAll().executeTakeFirstOrThrow()
}
export type NewMeasure = Pick<
  MeasureRow,
  | 'division_code'
  | 'household_id'
  | 'case_id'
  | 'measure'
  | 'measure_group'
  | 'character'
  | 'timing'
  | 'details'
  | 'responsible_id'
  | 'responsible_name'
  | 'planned_on'
  | 'due_on'
  | 'planned_amount'
  | 'fund'
  | 'runs_until'
  | 'no_case_reason'
>

export async function changeMeasure(
  ctx: Context,
  { id, version }: Pick<MeasureRow, 'id' | 'version'>,
  set: Partial<
    Pick<
      MeasureRow,
      | 'state'
      | 'details'
      | 'due_on'
      | 'planned_amount'
      | 'fund'
      | 'runs_until'
      | 'first_delivered_on'
      | 'ended_on'
      | 'end_reason'
      | 'responsible_id'
      | 'responsible_name'
    >
  >,
): Promise<MeasureRow | undefined> {
  return ctx.db
    .updateTable('measures')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst()
}

export async function appendMeasureEvent(
  ctx: Context,
  measure: Pick<MeasureRow, 'id' | 'division_code'>,
  event: { kind: 'planned' | 'changed' | 'delivered' | 'ended' | 'cancelled'; onDay: string; amount?: string | null; details: object },
): Promise<number> {
  const { id } = await ctx.db
    .insertInto('measure_events')
    .values({
      division_code: measure.division_code,
      measure_id: measure.id,
      at: ctx.now,
      on_day: event.onDay,
      officer_id: ctx.officer.id,
      officer_name: ctx.officer.name,
      kind: event.kind,
      amount: event.amount ?? null,
      details: JSON.stringify(event.details),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const measureEvents = (ctx: Context, ids: readonly number[]): Promise<MeasureEventRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : ctx.db
        .selectFrom('measure_events')
        .selectAll()
        .where('measure_id', 'in', [...ids])
        .orderBy('id')
        .execute()

/** Labour ability of the members as recorded today; `null` where nothing is. */
export async function abilitiesOf(ctx: Context, householdId: number): Promise<(string | null)[]> {
  const rows = await ctx.db
    .selectFrom('person_states')
    .select(sql<string | null>`values ->> 'labour_ability'`.as('ability'))
    .where('household_id', '=', householdId)
    .where('status', '=', 'member')
    .where('until_on', 'is', null)
    .where('replaced_by', 'is', null)
    .execute()
  return rows.map(({ ability }) => ability)
}

/** How often each measure was delivered in cleared cases of the county that share a risk. */
export async function precedentsFor(
  ctx: Context,
  county: string,
  risks: readonly string[],
): Promise<{ measure: string; households: number; ofHouseholds: number }[]> {
  if (risks.length === 0) return []
  const { rows } = await sql<{ measure: string; households: number; of_households: number }>`
    WITH alike AS (
      SELECT id FROM cases WHERE county_code = ${county} AND kind = 'monitoring' AND state = 'cleared' AND risks && ${[...risks]}::text[]
      ORDER BY cleared_on DESC LIMIT 1000)
    SELECT m.measure, count(DISTINCT m.case_id)::int AS households, (SELECT count(*)::int FROM alike) AS of_households
    FROM measures m JOIN alike ON alike.id = m.case_id WHERE m.first_delivered_on IS NOT NULL GROUP BY m.measure ORDER BY 2 DESC LIMIT 40`.execute(
    ctx.db,
  )
  return rows.map(({ measure, households, of_households }) => ({ measure, households, ofHouseholds: of_households }))
}

export interface MeasureFilters {
  division: string
  states?: readonly string[] | undefined
  measures?: readonly string[] | undefined
  isOverdue?: boolean | undefined
  isOutsideCase?: boolean | undefined
}
export type MeasureSort = 'due' | 'newest'

/** Measures with where the household is. */
export function listMeasures(
  ctx: Context,
  filters: MeasureFilters,
  page: { sort: MeasureSort; after?: readonly (string | number)[] | undefined; limit: number },
) {
  let query = ctx.db
    .selectFrom('measures as m')
    .innerJoin('households as h', 'h.id', 'm.household_id')
    .selectAll('m')
    .select(['h.household_number', 'h.head_name', 'h.township', 'h.village'])
    .where('m.division_code', '>=', filters.division)
    .where('m.division_code', '<', `${filters.division}:`)
  if (filters.states !== undefined) query = query.where('m.state', 'in', [...filters.states])
  if (filters.measures !== undefined) query = query.where('m.measure', 'in', [...filters.measures])
  if (filters.isOverdue === true) query = query.where('m.state', '=', 'planned').where('m.due_on', '<', ctx.today)
  if (filters.isOutsideCase === true) query = query.where('m.case_id', 'is', null)
  const [first, id] = page.after ?? []
  if (page.sort === 'due') {
    if (first !== undefined) query = query.where(sql<boolean>`(m.due_on, m.id) > (${first}::date, ${id}::bigint)`)
    return query.orderBy('m.due_on').orderBy('m.id').limit(page.limit).execute()
  }
  if (first !== undefined) query = query.where('m.id', '<', Number(first))
  return query.orderBy('m.id', 'desc').limit(page.limit).execute()
}
export type ListedMeasure = Awaited<ReturnType<typeof listMeasures>>[number]

/** Recognised households whose plan is not agreed, the longest owed first. */
export function owedPlans(ctx: Context, division: string, limit: number) {
  return ctx.db
    .selectFrom('help_plans as p')
    .innerJoin('cases as c', 'c.id', 'p.case_id')
    .select(['c.id', 'c.household_number', 'c.head_name', 'c.township', 'c.village', 'c.risks', 'c.responsible_name', 'p.due_on'])
    .select((where) =>
      where
        .selectFrom('measures as m')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('m.case_id', '=', 'c.id')
        .where('m.state', '<>', 'cancelled')
        .as('measures'),
    )
    .where('p.agreed_on', 'is', null)
    .where('c.is_open', '=', true)
    .where('p.division_code', '>=', division)
    .where('p.division_code', '<', `${division}:`)
    .orderBy('p.due_on')
    .orderBy('c.id')
    .limit(limit)
    .execute()
}
