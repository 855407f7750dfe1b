/** Visit tasks in the database. */
import { sql } from 'kysely'
import type { PlainDay } from '../../kernel/index.ts'
import { assigneeById } from '../../screening/server/index.ts'
import type { Context } from '../../store/index.ts'
import type { Purpose } from './visits-policy.ts'

/** What one part asks another's officers to go and see. */
export interface VisitAsked {
  householdId: number
  divisionCode: string
  caseId: number | null
  purpose: Purpose
  dueOn: string
  questions: readonly string[]
  officerId: number | null
  /** Asking twice from one source makes one task. */
  source: string
}

/** Answers the number of the task; the same source again moves nothing but the day, while it is open. */
export async function insertTask(ctx: Context, asked: VisitAsked): Promise<number> {
  const row = await ctx.db
    .insertInto('visit_tasks')
    .values({
      division_code: asked.divisionCode,
      household_id: asked.householdId,
      case_id: asked.caseId,
      purpose: asked.purpose,
      due_on: asked.dueOn,
      questions: JSON.stringify(asked.questions),
      officer_id: asked.officerId,
      source: asked.source,
      asked_on: ctx.today,
      asked_by: ctx.officer.name,
    })
    .onConflict((conflict) => conflict.constraint('visit_tasks_source').doUpdateSet({ due_on: asked.dueOn }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The officer who goes: named on the task, else who answers for the case. */
const goer = sql<number | null>`coalesce(t.officer_id, c.responsible_id)`

const tasks = (ctx: Context) =>
  ctx.db
    .selectFrom('visit_tasks as t')
    .innerJoin('households as h', 'h.id', 't.household_id')
    .leftJoin('cases as c', 'c.id', 't.case_id')
    .leftJoin('officers as o', (join) => join.on('o.id', '=', goer))
    .select([
      't.id',
      't.division_code',
      't.household_id',
      't.case_id',
      't.purpose',
      't.due_on',
      't.questions',
      't.state',
      't.form_id',
      't.ended_on',
      't.ended_reason',
      't.asked_on',
      't.asked_by',
      't.version',
      'h.household_number',
      'h.head_name',
      'h.township',
      'h.village',
      'h.group_name',
      'h.member_count',
      goer.as('officer_id'),
      'o.name as officer_name',
    ])

export type TaskRow = Omit<Awaited<ReturnType<ReturnType<typeof tasks>['execute']>>[number], 'due_on'> & { due_on: PlainDay }

const asRows = (rows: unknown): TaskRow[] => rows as TaskRow[]

/** Open tasks an officer takes along: their own, and in a village's own office those nobody was named for. */
export async function tasksToTake(ctx: Context, until: string): Promise<TaskRow[]> {
  const isVillage = ctx.officer.area.length === 12
  const rows = await tasks(ctx)
    .where('t.state', '=', 'open')
    .where('t.due_on', '<=', until)
    .where('h.is_present', '=', true)
    .where((where) => where.or([where(goer, '=', ctx.officer.id), ...(isVillage ? [where(goer, 'is', null)] : [])]))
    .orderBy('t.due_on')
    .orderBy('t.id')
    .limit(500)
    .execute()
  return asRows(rows)
}

export interface TaskFilters {
  division: string
  purpose?: Purpose | undefined
  state?: 'open' | 'done' | 'dropped' | undefined
  overdueOn?: string | undefined
  officerId?: number | undefined
  householdId?: number | undefined
}

/** Open ones first, by village, then by the day they are due; `after` is `ended~village~due~id` of the last one. */
export async function taskRows(
  ctx: Context,
  filters: TaskFilters,
  after: readonly string[] | undefined,
  limit: number,
): Promise<TaskRow[]> {
  let query = tasks(ctx).where('t.division_code', '>=', filters.division).where('t.division_code', '<', `${filters.division}:`)
  if (filters.purpose !== undefined) query = query.where('t.purpose', '=', filters.purpose)
  if (filters.state !== undefined) query = query.where('t.state', '=', filters.state)
  if (filters.overdueOn !== undefined) query = query.where('t.state', '=', 'open').where('t.due_on', '<', filters.overdueOn)
  if (filters.officerId !== undefined) query = query.where(goer, '=', filters.officerId)
  if (filters.householdId !== undefined) query = query.where('t.household_id', '=', filters.householdId)
  const [ended = '0', village = '', due = '', id = '0'] = after ?? []
  const isEnded = sql<number>`(t.state <> 'open')::int`
  if (after !== undefined)
    query = query.where(
      sql<boolean>`(${isEnded}, t.division_code, t.due_on, t.id) > (${ended}::int, ${village}, ${due}::date, ${id}::bigint)`,
    )
  const rows = await query.orderBy(isEnded).orderBy('t.division_code').orderBy('t.due_on').orderBy('t.id').limit(limit).execute()
  return asRows(rows)
}

export async function tasksById(ctx: Context, ids: readonly number[]): Promise<TaskRow[]> {
  if (ids.length === 0) return []
  return asRows(
    await tasks(ctx)
      .where('t.id', 'in', [...ids])
      .execute(),
  )
}

/** The task kept from others until the transaction ends. */
export async function lockTask(ctx: Context, id: number): Promise<TaskRow | undefined> {
  await ctx.db.selectFrom('visit_tasks').select('id').where('id', '=', id).forUpdate().execute()
  return (await tasksById(ctx, [id]))[0]
}

/** A form settles its tasks that are still open; answers how many it settled. */
export async function settleTasks(ctx: Context, ids: readonly number[], formId: number): Promise<number> {
  if (ids.length === 0) return 0
  const settled = await ctx.db
    .updateTable('visit_tasks')
    .set((where) => ({ state: 'done', form_id: formId, ended_on: ctx.today, version: where('version', '+', 1) }))
    .where('id', 'in', [...ids])
    .where('state', '=', 'open')
    .executeTakeFirst()
  return Number(settled.numUpdatedRows)
}

export async function changeTask(ctx: Context, task: TaskRow, change: { officer_id?: number; due_on?: string }): Promise<void> {
  await ctx.db
    .updateTable('visit_tasks')
    .set({ ...change, version: task.version + 1 })
    .where('id', '=', task.id)
    .execute()
}

/** Ends tasks that nobody needs any more. */
export async function dropTasks(
  ctx: Context,
  which: { id: number } | { caseId: number; purposes: readonly Purpose[] | 'all' },
  reason: string,
): Promise<void> {
  let query = ctx.db
    .updateTable('visit_tasks')
    .set((where) => ({ state: 'dropped', ended_on: ctx.today, ended_reason: reason, version: where('version', '+', 1) }))
    .where('state', '=', 'open')
  if ('id' in which) query = query.where('id', '=', which.id)
  else query = query.where('case_id', '=', which.caseId)
  if ('purposes' in which && which.purposes !== 'all') query = query.where('purpose', 'in', [...which.purposes])
  await query.execute()
}

/** Open tasks by village, for the head of the list. */
export async function taskCounts(ctx: Context, division: string) {
  return ctx.db
    .selectFrom('visit_tasks as t')
    .innerJoin('households as h', 'h.id', 't.household_id')
    .select(['t.division_code', 'h.township', 'h.village'])
    .select((one) => [
      one.fn.countAll<number>().as('open'),
      sql<number>`count(*) FILTER (WHERE t.due_on < ${ctx.today}::date)`.as('overdue'),
      sql<number>`count(DISTINCT t.household_id)`.as('households'),
    ])
    .where('t.state', '=', 'open')
    .where('t.division_code', '>=', division)
    .where('t.division_code', '<', `${division}:`)
    .groupBy(['t.division_code', 'h.township', 'h.village'])
    .orderBy('t.division_code')
    .execute()
}

/** An officer who works today and whose area holds the village. */
export async function officerFor(ctx: Context, id: number, village: string | undefined): Promise<{ id: number; name: string } | undefined> {
  const row = await assigneeById(ctx, id)
  return row === undefined || (village !== undefined && !village.startsWith(row.division_code)) ? undefined : row
}

/** All open tasks of households. */
export async function tasksOfHouseholds(ctx: Context, ids: readonly number[]): Promise<TaskRow[]> {
  if (ids.length === 0) return []
  const rows = await tasks(ctx)
    .where('t.state', '=', 'open')
    .where('t.household_id', 'in', [...ids])
    .execute()
  return asRows(rows)
}

/** Gives an officer's open tasks to another; answers how many. */
export async function passTasks(ctx: Context, from: number, to: number): Promise<number> {
  const passed = await ctx.db
    .updateTable('visit_tasks')
    .set((where) => ({ officer_id: to, version: where('version', '+', 1) }))
    .where('officer_id', '=', from)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return Number(passed.numUpdatedRows)
}
