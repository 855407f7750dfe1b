/** Reading the audit trail: who did what, and who looked at whom. Only lines of one's own area are seen. */
import { sql } from 'kysely'
import type { Context } from '../store/index.ts'
import { byNumber, downwards, type Order, orderedBy, standsAfter } from './list-order.sql.ts'
import type { Cursor } from './paging.rules.ts'

export interface AuditLine {
  id: number
  at: string
  officerId: number
  officerName: string
  action: string
  subjectKind: string
  subjectId: string
  divisionCode: string
  details: unknown
  requestId: string
}

export interface AuditFilter {
  subjectKind?: string | undefined
  subjectId?: string | undefined
  officer?: number | undefined
  /** A piece of the name the officer bears now. */
  officerName?: string | undefined
  /** A whole action, or its noun with a dot: `officer.`. */
  action?: string | undefined
  /** Days in China, both included. */
  from?: string | undefined
  until?: string | undefined
  under?: string | undefined
}

/** The trail grows by numbers: no other order is quick on years of it. */
export const auditOrders = { newest: downwards(byNumber(sql`id`)) }

export async function searchAudit(
  ctx: Context,
  filter: AuditFilter,
  limit: number,
  order: Order = auditOrders.newest,
  after?: Cursor | undefined,
): Promise<AuditLine[]> {
  let query = ctx.db
    .selectFrom('audit_entries')
    .select(['id', 'at', 'officer_id', 'officer_name', 'action', 'subject_kind', 'subject_id', 'division_code', 'details', 'request_id'])
    .where(standsAfter(order, after))
    .orderBy(orderedBy(order))
    .limit(limit)
  if (filter.subjectKind !== undefined) query = query.where('subject_kind', '=', filter.subjectKind)
  if (filter.subjectId !== undefined) query = query.where('subject_id', '=', filter.subjectId)
  if (filter.officer !== undefined) query = query.where('officer_id', '=', filter.officer)
  if (filter.officerName !== undefined)
    query = query.where(sql<boolean>`officer_id IN (SELECT o.id FROM officers o WHERE strpos(o.name, ${filter.officerName}) > 0)`)
  if (filter.action?.endsWith('.')) query = query.where(sql<boolean>`starts_with(action, ${filter.action})`)
  else if (filter.action !== undefined) query = query.where('action', '=', filter.action)
  if (filter.from !== undefined) query = query.where('at', '>=', sql<Date>`${filter.from}::date::timestamp AT TIME ZONE 'Asia/Shanghai'`)
  if (filter.until !== undefined)
    query = query.where('at', '<', sql<Date>`(${filter.until}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'`)
  if (filter.under !== undefined) query = query.where('division_code', '>=', filter.under).where('division_code', '<', `${filter.under}:`)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    officerId: row.officer_id,
    officerName: row.officer_name,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    divisionCode: row.division_code,
    details: row.details,
    requestId: row.request_id,
  }))
}

/** Who looked at or did something with a subject, when and why; for answering the person concerned. */
export async function looksAt(ctx: Context, kind: string, id: number | string, limit = 200): Promise<AuditLine[]> {
  return searchAudit(ctx, { subjectKind: kind, subjectId: String(id) }, limit)
}
