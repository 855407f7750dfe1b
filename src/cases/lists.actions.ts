/** Cases as lists, the office's queue, counts, and the table to take along. */
import type { z } from 'zod'
import { divisionNames, type FileAnswer, flagged, pageOf, parted, tableWorkbook } from '../access/index.ts'
import { addDays } from '../kernel/index.ts'
import { resolveParameter } from '../policy/index.ts'
import type { Context } from '../store/index.ts'
import { channels } from './case-types.ts'
import { colourOf } from './deadlines.rules.ts'
import { lifecycleOf } from './lifecycles.ts'
import {
  type CaseCount,
  type CaseFilters,
  caseCounts,
  caseCursor,
  caseRows,
  cursorKinds,
  type ListedCase,
  type QueueAsked,
  queueCounts,
  queueRows,
} from './lists.queries.ts'
import { readCursor } from './paging.rules.ts'
import type { caseLine, casePage, caseQuery, caseSummary, queuePage, queueQuery, summaryQuery } from './shapes.ts'
import { channelLabels, deadlineLabel, officeLabels, stateLabel } from './words.rules.ts'

type Line = z.infer<typeof caseLine>

/** How many days before its day a case is shown as due soon. */
export function soonDays({ policy, today }: Context, division: string): number {
  const value = resolveParameter(policy, 'case/due_soon_days', division === '' ? 'national' : division, today)?.value
  return typeof value === 'number' ? value : 0
}

/** A case as lists show it. */
export function lineOf(ctx: Context, row: ListedCase): Line {
  const { heldBy } = lifecycleOf(row.kind).states[row.state]
  return {
    id: row.id,
    kind: row.kind,
    divisionCode: row.division_code,
    township: row.township,
    village: row.village,
    householdId: row.household_id,
    householdNumber: row.household_number,
    headName: row.head_name,
    episode: row.episode,
    state: row.state,
    stateLabel: stateLabel(row),
    stateSince: row.state_since,
    heldBy,
    heldByLabel: heldBy === null ? '' : officeLabels[heldBy],
    isOpen: row.is_open,
    dueOn: row.due_on,
    dueAbout: row.due_about === null ? null : deadlineLabel(row.kind, row.due_about),
    isProvisional: row.is_provisional,
    colour: colourOf(row.due_on, ctx.today, soonDays(ctx, row.division_code)),
    isOverdue: row.due_on !== null && row.due_on < ctx.today,
    escalatedTo: row.escalated_to,
    openedOn: row.opened_on,
    channel: row.channel,
    channelLabel: channelLabels[row.channel],
    risks: row.risks,
    objectKind: row.object_kind,
    responsible: row.responsible_id === null ? null : { id: row.responsible_id, name: row.responsible_name ?? '' },
    isGreenChannel: row.is_green_channel,
    recognisedOn: row.recognised_on,
    clearedOn: row.cleared_on,
    endReason: row.end_reason,
    version: row.version,
  }
}

function filtersOf({ officer }: Context, query: z.infer<typeof caseQuery>): CaseFilters {
  return {
    division: query.division ?? officer.area,
    kind: query.kind,
    states: parted(query.state),
    channels: parted(query.channel),
    risks: parted(query.risk),
    isOpen: flagged(query.open),
    isOverdue: flagged(query.overdue),
    isGreen: flagged(query.green),
    responsibleId: query.responsible === undefined ? undefined : query.responsible === 'me' ? officer.id : Number(query.responsible),
    householdId: query.household,
    text: query.q,
  }
}

const columns = [
  ['乡镇', (one: Line) => one.township],
  ['村', (one: Line) => one.village],
  ['户编号', (one: Line) => one.householdNumber],
  ['户主', (one: Line) => one.headName],
  ['第几次', (one: Line) => one.episode],
  ['状态', (one: Line) => one.stateLabel],
  ['由谁办理', (one: Line) => one.heldByLabel],
  ['进入该状态', (one: Line) => one.stateSince],
  ['应办结日期', (one: Line) => one.dueOn],
  ['逾期', (one: Line) => (one.isOverdue ? '是' : '')],
  ['来源', (one: Line) => one.channelLabel],
  ['风险', (one: Line) => one.risks.join('、')],
  ['对象类别', (one: Line) => one.objectKind],
  ['负责人', (one: Line) => one.responsible?.name ?? ''],
  ['绿色通道', (one: Line) => (one.isGreenChannel ? '是' : '')],
  ['发起日期', (one: Line) => one.openedOn],
  ['识别日期', (one: Line) => one.recognisedOn],
  ['消除日期', (one: Line) => one.clearedOn],
] as const

export async function caseList(ctx: Context, query: z.infer<typeof caseQuery>): Promise<z.infer<typeof casePage> | FileAnswer> {
  const filters = filtersOf(ctx, query)
  const { sort, limit } = query
  if (query.format === 'xlsx') {
    const rows = async (most: number) =>
      (await caseRows(ctx, filters, { sort, after: undefined, limit: most })).map((row) => lineOf(ctx, row))
    return tableWorkbook(ctx, { name: '帮扶事项', divisionCode: filters.division, columns, rows })
  }
  const rows = await caseRows(ctx, filters, { sort, after: readCursor(query.after, cursorKinds[sort]), limit: limit + 1 })
  return pageOf(
    rows,
    limit,
    (row) => lineOf(ctx, row),
    (row) => caseCursor(sort, row),
  )
}

const levels = new Map([
  [4, 'prefecture'],
  [6, 'county'],
  [9, 'township'],
  [12, 'village'],
])

/** What the officer's office holds and has days for, and what of the offices below is overdue and told to it. */
export async function caseQueue(ctx: Context, query: z.infer<typeof queueQuery>): Promise<z.infer<typeof queuePage>> {
  const level = levels.get(ctx.officer.area.length) ?? 'none'
  const { states } = lifecycleOf(query.kind)
  const held = Object.entries(states).filter(([, row]) => row.heldBy === level && row.atMost !== null)
  const asked: QueueAsked = { kind: query.kind, states: held.map(([state]) => state), level, mine: query.mine === 'true' }
  const rows = await queueRows(ctx, asked, { after: readCursor(query.after, cursorKinds.due), limit: query.limit + 1 })
  const counts = await queueCounts(ctx, asked, addDays(ctx.today, soonDays(ctx, ctx.officer.area)))
  const page = pageOf(
    rows,
    query.limit,
    (row) => lineOf(ctx, row),
    (row) => caseCursor('due', row),
  )
  return { ...page, counts }
}

/** Counts for charts and for the home page, of the officer's area unless a part of it is asked for. */
export async function caseSummaries(ctx: Context, query: z.infer<typeof summaryQuery>): Promise<z.infer<typeof caseSummary>> {
  const division = query.division ?? ctx.officer.area
  const rows = await caseCounts(ctx, query.kind, division)
  const { states } = lifecycleOf(query.kind)
  const sum = (some: readonly CaseCount[], of: 'cases' | 'overdue' | 'escalated' = 'cases') =>
    some.reduce((total, row) => total + row[of], 0)
  const counted = (key: string, label: string, some: readonly CaseCount[]) => ({
    key,
    label,
    cases: sum(some),
    overdue: sum(some, 'overdue'),
  })
  const places = [...new Set(rows.map(({ place }) => place))].sort()
  const names = await divisionNames(ctx, places)
  const open = rows.filter(({ state }) => ['open', 'hold'].includes(states[state].kind))
  return {
    open: sum(open),
    overdue: sum(open, 'overdue'),
    assisted: sum(rows.filter(({ state }) => state === 'assisted')),
    cleared: sum(rows.filter(({ state }) => state === 'cleared')),
    escalated: sum(open, 'escalated'),
    byState: Object.entries(states).map(([state, { label }]) =>
      counted(
        state,
        label,
        rows.filter((row) => row.state === state),
      ),
    ),
    byPlace: places.map((place) => {
      const here = open.filter((row) => row.place === place)
      return counted(place, names.get(place) ?? rows.find((row) => row.place === place)?.place_label ?? place, here)
    }),
    byChannel: channels.map((channel) =>
      counted(
        channel,
        channelLabels[channel],
        rows.filter((row) => row.channel === channel),
      ),
    ),
  }
}
