/** Jobs as a list: filtered and in the order asked for; the wall between areas is the database's. */
import { type SqlBool, sql } from 'kysely'
import {
  byMoment,
  byName,
  byNumber,
  byText,
  type Cursor,
  downwards,
  type Order,
  orderedBy,
  type Placed,
  placeIn,
  standsAfter,
  upwards,
} from '../../access/index.ts'
import type { Context, JobProgress, JobState } from '../../store/index.ts'

export interface JobFilter {
  kind?: string | undefined
  state?: JobState | undefined
  /** A piece of the name of who started it. */
  starter?: string | undefined
  /** Days in China on which it was started, both included. */
  from?: string | undefined
  until?: string | undefined
}

export interface ListedJob {
  id: number
  kind: string
  state: JobState
  progress: JobProgress
  divisionCode: string
  result: unknown
  error: string | null
  startedBy: { id: number; name: string }
  createdAt: Date
  startedAt: Date | null
  endedAt: Date | null
}

const number = byNumber(sql`id`)
const starter = sql<string>`coalesce(officer ->> 'name', '')`

/** The newest first, or by what a column shows. */
export const jobOrders = {
  newest: downwards(number),
  kind: upwards(byText(sql`kind`), number),
  state: upwards(byText(sql`state`), number),
  starter: upwards(byName(starter), number),
  ended: downwards(byMoment(sql`coalesce(ended_at, created_at)`), number),
}

const midnight = (day: string, later: number) => sql`(${day}::date + ${sql.lit(later)})::timestamp AT TIME ZONE 'Asia/Shanghai'`

function matching({ kind, state, starter: name, from, until }: JobFilter) {
  const parts = [
    ...(kind === undefined ? [] : [sql<SqlBool>`kind = ${kind}`]),
    ...(state === undefined ? [] : [sql<SqlBool>`state = ${state}`]),
    ...(name === undefined ? [] : [sql<SqlBool>`strpos(${starter}, ${name}) > 0`]),
    ...(from === undefined ? [] : [sql<SqlBool>`created_at >= ${midnight(from, 0)}`]),
    ...(until === undefined ? [] : [sql<SqlBool>`created_at < ${midnight(until, 1)}`]),
  ]
  return parts.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(parts, sql` AND `)}`
}

export async function listJobs(
  ctx: Context,
  filter: JobFilter,
  order: Order,
  after: Cursor | undefined,
  limit: number,
): Promise<(ListedJob & Placed)[]> {
  const { rows } = await sql<ListedJob & Placed>`
    SELECT id, kind, state, progress, division_code AS "divisionCode", result, error, created_at AS "createdAt", started_at AS "startedAt", ended_at AS "endedAt",
      jsonb_build_object('id', started_by, 'name', ${starter}) AS "startedBy", ${placeIn(order)} AS place
    FROM jobs WHERE ${matching(filter)} AND ${standsAfter(order, after)} ORDER BY ${orderedBy(order)} LIMIT ${limit}`.execute(ctx.db)
  return rows
}
