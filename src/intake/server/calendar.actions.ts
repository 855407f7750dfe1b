/** The calendar of who has handed in what. */
import type { z } from 'zod'
import type { Context } from '../../store/index.ts'
import { type CalendarEntry, calendarEntries, firstMonth } from './calendar.queries.ts'
import { cellState, dueOn, type Every, isExpected } from './calendar.rules.ts'
import { calendarPolicy, handInNumber } from './calendar-policy.ts'
import { type CalendarRow, type calendarAnswer, cellStateLabels } from './file-forms.ts'
import { departmentsOf } from './files.queries.ts'

interface Line {
  dataset: string
  department: string
  officeId: number | null
}

/** One line per dataset and department that hands it in; a liaison sees the own lines only. */
export async function calendarOf(ctx: Context, year: number): Promise<z.infer<typeof calendarAnswer>> {
  const division = ctx.officer.area
  const entries = await calendarEntries(ctx, division, year)
  const since = (await firstMonth(ctx, division)) ?? ctx.today.slice(0, 7)
  const lines = await linesOf(ctx, division, entries)
  return { year, rows: lines.map((line) => rowOf(ctx, year, since, line, filesOf(line, lines, entries))) }
}

/** The departments' offices where a dataset has any, else one line named as the dataset names its department; others who handed it in follow. */
async function linesOf(ctx: Context, division: string, entries: readonly CalendarEntry[]): Promise<Line[]> {
  const { datasets: only, officeId } = ctx.officer
  const offices = await departmentsOf(ctx, division)
  return [...ctx.policy.datasets].flatMap(([dataset, { department }]): Line[] => {
    if (only !== undefined && !only.has(dataset)) return []
    const known = offices
      .filter(({ id, datasets }) => datasets.includes(dataset) && (only === undefined || id === officeId))
      .map(({ id, name }): Line => ({ dataset, department: name, officeId: id }))
    if (known.length === 0) return [{ dataset, department, officeId: null }]
    if (only !== undefined) return known
    const names = new Set(known.map((line) => line.department))
    const others = entries.filter((entry) => entry.dataset === dataset && !names.has(entry.department)).map((entry) => entry.department)
    return [...known, ...[...new Set(others)].map((name): Line => ({ dataset, department: name, officeId: null }))]
  })
}

/** A line without an office of its own takes whatever came for the dataset where there is no other line. */
function filesOf(line: Line, lines: readonly Line[], entries: readonly CalendarEntry[]): CalendarEntry[] {
  const isOnly = line.officeId === null && lines.filter(({ dataset }) => dataset === line.dataset).length === 1
  return entries.filter((entry) => entry.dataset === line.dataset && (isOnly || entry.department === line.department))
}

function rowOf(ctx: Context, year: number, since: string, line: Line, entries: readonly CalendarEntry[]): CalendarRow {
  const dataset = ctx.policy.datasets.get(line.dataset)
  const every: Every = dataset?.every ?? 'month'
  const policy = calendarPolicy(ctx.policy)
  const cells = Array.from({ length: 12 }, (_, i) => {
    const month = `${year}-${String(i + 1).padStart(2, '0')}`
    // The rule in force at the end of the month says when that month was due.
    const due = dueOn(month, handInNumber(ctx.policy, 'due_day', ctx.officer.area, `${month}-28`))
    const expected = isExpected(line.dataset, every, month, policy) && (line.officeId !== null || !isExtra(ctx, line))
    const files = entries.filter((entry) => entry.month === month)
    const state = cellState(files, { month, today: ctx.today, due, isExpected: expected, since })
    return {
      month,
      state,
      stateLabel: cellStateLabels[state],
      dueOn: expected ? due : null,
      files: files.map(({ id }) => id),
      rows: files.reduce((sum, { rows }) => sum + rows, 0),
    }
  })
  return {
    dataset: line.dataset,
    label: dataset?.label ?? line.dataset,
    department: line.department,
    officeId: line.officeId,
    every,
    cells,
  }
}

/** Somebody beside the departments whose duty it is. */
function isExtra(ctx: Context, line: Line): boolean {
  return ctx.policy.datasets.get(line.dataset)?.department !== line.department
}
