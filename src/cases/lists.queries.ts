/** Cases as lists, queues and counts; the nearest day that is due decides how urgent one is. */
import { type SqlBool, sql } from 'kysely'
import { areaEnd, type Context } from '../store/index.ts'
import type { CaseRow, CaseState, Channel } from './case-types.ts'

export interface CaseFilters {
  division: string
  kind: string
  states?: readonly string[] | undefined
  channels?: readonly string[] | undefined
  risks?: readonly string[] | undefined
  isOpen?: boolean | undefined
  isOverdue?: boolean | undefined
  isGreen?: boolean | undefined
  responsibleId?: number | undefined
  householdId?: number | undefined
  text?: string | undefined
}

export type CaseSort = 'due' | 'newest' | 'place'

export type ListedCase = CaseRow & {
  due_on: string | null
  due_about: string | null
  is_provisional: boolean
}

const far = '9999-12-31'

/** The first deadline of an open case that is not met. */
const due = sql`LEFT JOIN LATERAL (
    SELECT d.due_on, d.about AS due_about, d.is_provisional FROM case_deadlines d
    WHERE d.case_id = c.id AND d.met_on IS NULL AND d.due_on IS NOT NULL AND c.is_open
    ORDER BY d.due_on, d.entered_seq DESC LIMIT 1) due ON true`

const listed = sql`c.id, c.division_code, c.kind, c.household_id, c.household_number, c.head_name, c.township, c.village, c.episode, c.state,
    c.state_since, c.entered_at, c.came_from, c.escalated_to, c.is_open, c.opened_on, c.channel, c.risks, c.object_kind, c.responsible_id,
    c.responsible_name, c.is_green_channel, c.recognised_on, c.cleared_on, c.clearing_mode, c.end_reason, c.version,
    due.due_on, due.due_about, coalesce(due.is_provisional, false) AS is_provisional`

const all = (parts: readonly ReturnType<typeof sql<SqlBool>>[]) => sql<SqlBool>`${sql.join(parts, sql` AND `)}`
const among = (column: ReturnType<typeof sql>, values: readonly string[]) => sql<SqlBool>`${column} = ANY(${[...values]}::text[])`

function matching(ctx: Context, filters: CaseFilters) {
  const { division, kind, states, channels, risks, isOpen, isOverdue, isGreen, responsibleId, householdId, text } = filters
  return all([
    sql<SqlBool>`c.kind = ${kind} AND c.division_code >= ${division} AND c.division_code < ${areaEnd(division)}`,
    ...(states ? [among(sql`c.state`, states)] : []),
    ...(channels
      ? [sql<SqlBool>`EXISTS (SELECT FROM case_channels w WHERE w.case_id = c.id AND w.channel = ANY(${[...channels]}::text[]))`]
      : []),
    ...(risks ? [sql<SqlBool>`c.risks && ${[...risks]}::text[]`] : []),
    ...(isOpen === undefined ? [] : [sql<SqlBool>`c.is_open = ${isOpen}`]),
    ...(isOverdue === undefined ? [] : [sql<SqlBool>`(due.due_on IS NOT NULL AND due.due_on < ${ctx.today}::date) = ${isOverdue}`]),
    ...(isGreen === undefined ? [] : [sql<SqlBool>`c.is_green_channel = ${isGreen}`]),
    ...(responsibleId === undefined ? [] : [sql<SqlBool>`c.responsible_id = ${responsibleId}`]),
    ...(householdId === undefined ? [] : [sql<SqlBool>`c.household_id = ${householdId}`]),
    ...(text ? [sql<SqlBool>`(starts_with(c.household_number, ${text}) OR starts_with(c.head_name, ${text}))`] : []),
  ])
}

const orders = {
  due: {
    keys: sql`coalesce(due.due_on, ${far}::date), c.id`,
    after: (a: readonly unknown[]) => sql<SqlBool>`(coalesce(due.due_on, ${far}::date), c.id) > (${a[0]}::date, ${a[1]}::bigint)`,
  },
  newest: { keys: sql`c.id DESC`, after: (a: readonly unknown[]) => sql<SqlBool>`c.id < ${a[0]}::bigint` },
  place: {
    keys: sql`c.division_code, c.id`,
    after: (a: readonly unknown[]) => sql<SqlBool>`(c.division_code, c.id) > (${a[0]}::text, ${a[1]}::bigint)`,
  },
} as const

/** What the next page begins after. */
export const caseCursor = (sort: CaseSort, row: ListedCase): (string | number)[] =>
  sort === 'due' ? [row.due_on ?? far, row.id] : sort === 'newest' ? [row.id] : [row.division_code, row.id]
export const cursorKinds = { due: ['string', 'number'], newest: ['number'], place: ['string', 'number'] } as const

export async function caseRows(
  ctx: Context,
  filters: CaseFilters,
  { sort, after, limit }: { sort: CaseSort; after: readonly unknown[] | undefined; limit: number },
): Promise<ListedCase[]> {
  const where = all([matching(ctx, filters), ...(after === undefined ? [] : [orders[sort].after(after)])])
  const { rows } =
    await sql<ListedCase>`SELECT ${listed} FROM cases c ${due} WHERE ${where} ORDER BY ${orders[sort].keys} LIMIT ${limit}`.execute(ctx.db)
  return rows
}

/** One case as lists show it. */
export async function listedCase(ctx: Context, id: number): Promise<ListedCase | undefined> {
  const { rows } = await sql<ListedCase>`SELECT ${listed} FROM cases c ${due} WHERE c.id = ${id}`.execute(ctx.db)
  return rows[0]
}

export interface QueueAsked {
  kind: string
  /** States the officer's office holds and must do something about in time. */
  states: readonly string[]
  /** The level to which overdue work of the offices below is told. */
  level: string
  mine: boolean
}

const inQueue = (ctx: Context, { kind, states, level, mine }: QueueAsked) =>
  all([
    sql<SqlBool>`c.kind = ${kind} AND c.is_open AND (c.state = ANY(${[...states]}::text[]) OR c.escalated_to = ${level})`,
    ...(mine ? [sql<SqlBool>`c.responsible_id = ${ctx.officer.id}`] : []),
  ])

export async function queueRows(
  ctx: Context,
  asked: QueueAsked,
  { after, limit }: { after: readonly unknown[] | undefined; limit: number },
): Promise<ListedCase[]> {
  const where = all([inQueue(ctx, asked), ...(after === undefined ? [] : [orders.due.after(after)])])
  const { rows } =
    await sql<ListedCase>`SELECT ${listed} FROM cases c ${due} WHERE ${where} ORDER BY ${orders.due.keys} LIMIT ${limit}`.execute(ctx.db)
  return rows
}

export async function queueCounts(
  ctx: Context,
  asked: QueueAsked,
  soon: string,
): Promise<{ red: number; yellow: number; green: number; mine: number }> {
  const { rows } = await sql<{ red: number; yellow: number; total: number; mine: number }>`
    SELECT count(*) FILTER (WHERE due.due_on < ${ctx.today}::date)::int AS red,
      count(*) FILTER (WHERE due.due_on BETWEEN ${ctx.today}::date AND ${soon}::date)::int AS yellow,
      count(*)::int AS total, count(*) FILTER (WHERE c.responsible_id = ${ctx.officer.id})::int AS mine
    FROM cases c ${due} WHERE ${inQueue(ctx, { ...asked, mine: false })}`.execute(ctx.db)
  const { red = 0, yellow = 0, total = 0, mine = 0 } = rows[0] ?? {}
  return { red, yellow, green: total - red - yellow, mine }
}

export interface CaseCount {
  state: CaseState
  channel: Channel
  place: string
  place_label: string
  cases: number
  overdue: number
  escalated: number
}

/** Counts by state, first channel and the divisions one level below the one asked for. */
export async function caseCounts(ctx: Context, kind: string, division: string): Promise<CaseCount[]> {
  const length = division.length < 6 ? 6 : division.length < 9 ? 9 : 12
  const { rows } = await sql<CaseCount>`
    SELECT c.state, c.channel, left(c.division_code, ${length}) AS place,
      min(CASE WHEN ${length} = 9 THEN c.township WHEN ${length} = 12 THEN c.village ELSE '' END) AS place_label, count(*)::int AS cases,
      count(*) FILTER (WHERE due.due_on < ${ctx.today}::date)::int AS overdue, count(*) FILTER (WHERE c.escalated_to IS NOT NULL AND c.is_open)::int AS escalated
    FROM cases c ${due}
    WHERE c.kind = ${kind} AND c.division_code >= ${division} AND c.division_code < ${areaEnd(division)}
    GROUP BY 1, 2, 3`.execute(ctx.db)
  return rows
}
