/** Visit tasks at work: who is to go where for what, by village. */
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { type FileAnswer, tableWorkbook } from '../../access/index.ts'
import { addDays, Problem } from '../../kernel/index.ts'
import { householdById } from '../../registry/index.ts'
import { type Context, recordActs, storeProblems } from '../../store/index.ts'
import { openCaseOf } from '../core.ts'
import { mergedVisits } from './merge.rules.ts'
import type { dropBody, newTask, taskAnswer, taskChange, taskPage, taskQuery, villageCounts } from './office.schema.ts'
import { visitProblems } from './problems.ts'
import {
  changeTask,
  dropTasks,
  insertTask,
  lockTask,
  officerFor,
  type TaskFilters,
  type TaskRow,
  taskCounts,
  taskRows,
  tasksById,
  tasksOfHouseholds,
} from './tasks.queries.ts'
import { type Purpose, purposeLabel } from './visits-policy.ts'

type Task = z.infer<typeof taskAnswer>

export const taskStateLabels = { open: '待走访', done: '已走访', dropped: '已取消' } as const

/** One page, open ones first, by village and day. */
export async function taskList(ctx: Context, query: z.infer<typeof taskQuery>): Promise<z.infer<typeof taskPage> | FileAnswer> {
  const filters: TaskFilters = {
    division: query.division ?? ctx.officer.area,
    purpose: query.purpose,
    state: query.state,
    overdueOn: query.overdue === true ? ctx.today : undefined,
    officerId: query.mine === true ? ctx.officer.id : undefined,
    householdId: query.household,
  }
  if (query.format === 'xlsx') {
    const rows = async (most: number) => answersOf(ctx, await taskRows(ctx, filters, undefined, most))
    return tableWorkbook(ctx, { name: '走访任务', divisionCode: filters.division, columns, rows })
  }
  const after = query.after?.split('~')
  const rows = await taskRows(ctx, filters, after?.length === 4 ? after : undefined, query.limit + 1)
  const shown = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? shown.at(-1) : undefined
  return {
    items: await answersOf(ctx, shown),
    next: last === undefined ? null : `${last.state === 'open' ? 0 : 1}~${last.division_code}~${last.due_on}~${last.id}`,
  }
}

const columns = [
  ['乡镇', (one: Task) => one.township],
  ['村', (one: Task) => one.village],
  ['组', (one: Task) => one.groupName],
  ['户编号', (one: Task) => one.householdNumber],
  ['户主', (one: Task) => one.headName],
  ['走访', (one: Task) => one.label],
  ['期限', (one: Task) => one.dueOn],
  ['走访人', (one: Task) => one.officer?.name ?? ''],
  ['状态', (one: Task) => one.stateLabel],
] as const

/** Each task with what else is due at the same door. */
async function answersOf(ctx: Context, rows: readonly TaskRow[]): Promise<Task[]> {
  const open = await tasksOfHouseholds(ctx, [
    ...new Set(rows.filter(({ state }) => state === 'open').map(({ household_id }) => household_id)),
  ])
  const visits = mergedVisits(
    open.map((task) => ({ ...task, householdId: task.household_id, dueOn: task.due_on })),
    ctx.today,
  )
  return rows.map((row) => {
    const visit = visits.find(({ tasks }) => tasks.some(({ id }) => id === row.id))
    const others = (visit?.tasks ?? []).filter(({ id }) => id !== row.id)
    return taskAnswerOf(
      ctx,
      row,
      others.map(({ purpose }) => purposeLabel(ctx.policy, purpose)),
    )
  })
}

function taskAnswerOf(ctx: Context, row: TaskRow, mergedWith: string[]): Task {
  const state = row.state as Task['state']
  return {
    id: row.id,
    divisionCode: row.division_code,
    township: row.township,
    village: row.village,
    groupName: row.group_name,
    householdId: row.household_id,
    householdNumber: row.household_number,
    headName: row.head_name,
    caseId: row.case_id,
    purpose: row.purpose as Purpose,
    label: purposeLabel(ctx.policy, row.purpose),
    dueOn: row.due_on,
    isOverdue: state === 'open' && row.due_on < ctx.today,
    mergedWith,
    officer: row.officer_id === null ? null : { id: row.officer_id, name: row.officer_name ?? '' },
    state,
    stateLabel: taskStateLabels[state],
    formId: row.form_id,
    endedOn: row.ended_on,
    endedReason: row.ended_reason,
    askedOn: row.asked_on,
    askedBy: row.asked_by,
    questions: row.questions as unknown as string[],
    version: row.version,
  }
}

/** Open tasks and households by village. */
export async function villages(ctx: Context, division: string | undefined): Promise<z.infer<typeof villageCounts>> {
  const rows = await taskCounts(ctx, division ?? ctx.officer.area)
  return {
    items: rows.map(({ division_code: divisionCode, open, overdue, households, ...place }) => ({
      ...place,
      divisionCode,
      open: Number(open),
      overdue: Number(overdue),
      households: Number(households),
    })),
  }
}

/** An officer puts a household on the list: the own one, unless another is named; what is open for the same day already is that task. */
export async function addTask(ctx: Context, body: z.infer<typeof newTask>): Promise<Task> {
  const dueOn = body.dueOn ?? addDays(ctx.today, 0)
  if (dueOn < ctx.today) throw new Problem(visitProblems.dueGone, { due: dueOn, today: ctx.today })
  const household = await householdById(ctx, body.householdId)
  if (household === undefined) throw new Problem(storeProblems.notFound, { what: '这一户' })
  const officerId = await goerOf(ctx, body.officerId ?? ctx.officer.id, household.divisionCode)
  const there = (await tasksOfHouseholds(ctx, [body.householdId])).find(
    ({ purpose, due_on }) => purpose === body.purpose && due_on === dueOn,
  )
  if (there !== undefined) return foundTask(ctx, there.id)
  const theCase = await openCaseOf(ctx, body.householdId)
  const id = await insertTask(ctx, {
    householdId: body.householdId,
    divisionCode: household.divisionCode,
    caseId: theCase?.id ?? null,
    purpose: body.purpose,
    dueOn,
    questions: body.questions,
    officerId,
    source: `officer:${randomUUID()}`,
  })
  await record(ctx, 'visit.asked', body.householdId, household.divisionCode, { task: id, purpose: body.purpose, dueOn })
  return foundTask(ctx, id)
}

async function goerOf(ctx: Context, officerId: number, village: string): Promise<number> {
  const officer = await officerFor(ctx, officerId, village)
  if (officer === undefined) throw new Problem(visitProblems.assigneeOut, {})
  return officer.id
}

/** Another officer, another day. */
export async function moveTask(ctx: Context, id: number, body: z.infer<typeof taskChange>): Promise<Task> {
  const task = await openTask(ctx, id, body.version)
  if (body.dueOn !== undefined && body.dueOn < ctx.today) throw new Problem(visitProblems.dueGone, { due: body.dueOn, today: ctx.today })
  const officerId = body.officerId === undefined ? undefined : await goerOf(ctx, body.officerId, task.division_code)
  await changeTask(ctx, task, {
    ...(officerId === undefined ? {} : { officer_id: officerId }),
    ...(body.dueOn === undefined ? {} : { due_on: body.dueOn }),
  })
  await record(ctx, 'visit.moved', task.household_id, task.division_code, { task: id })
  return foundTask(ctx, id)
}

/** The visit is not needed; the reason stays with it. */
export async function dropTask(ctx: Context, id: number, body: z.infer<typeof dropBody>): Promise<Task> {
  const task = await openTask(ctx, id, body.version)
  await dropTasks(ctx, { id }, body.reason)
  await record(ctx, 'visit.dropped', task.household_id, task.division_code, { task: id, reason: body.reason })
  return foundTask(ctx, id)
}

async function openTask(ctx: Context, id: number, version: number): Promise<TaskRow> {
  const task = await lockTask(ctx, id)
  if (task === undefined) throw new Problem(storeProblems.notFound, { what: '这项走访任务' })
  if (task.version !== version) throw new Problem(storeProblems.stale, { changed: [] })
  if (task.state !== 'open')
    throw new Problem(visitProblems.taskEnded, {
      label: purposeLabel(ctx.policy, task.purpose),
      by: task.state === 'done' ? '完成' : '取消',
    })
  return task
}

async function foundTask(ctx: Context, id: number): Promise<Task> {
  const [answer] = await answersOf(ctx, await tasksById(ctx, [id]))
  return answer as Task
}

async function record(
  ctx: Context,
  action: string,
  householdId: number,
  divisionCode: string,
  details: Record<string, string | number>,
): Promise<void> {
  await recordActs(ctx, [{ action, subjectKind: 'household', subjectId: householdId, divisionCode, details }])
}
