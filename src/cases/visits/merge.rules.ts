/** Which tasks of a household are one visit. */
import { addMonths, type PlainDay } from '../../kernel/index.ts'

export interface DueTask {
  householdId: number
  dueOn: PlainDay
}

export interface Visit<Task extends DueTask> {
  householdId: number
  /** The first day one of its tasks is due. */
  dueOn: PlainDay
  /** Earliest first. */
  tasks: Task[]
}

/** Tasks of a household that fall due within a month of the first (of today, when the first is overdue) are one visit; earliest first. */
export function mergedVisits<Task extends DueTask>(tasks: readonly Task[], today: PlainDay): Visit<Task>[] {
  const visits: (Visit<Task> & { until: PlainDay })[] = []
  for (const task of [...tasks].sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0))) {
    const same = visits.find((visit) => visit.householdId === task.householdId && task.dueOn < visit.until)
    const from = task.dueOn < today ? today : task.dueOn
    if (same !== undefined) same.tasks.push(task)
    else visits.push({ householdId: task.householdId, dueOn: task.dueOn, tasks: [task], until: addMonths(from, 1) })
  }
  return visits.map(({ until: _, ...visit }) => visit)
}
