/** The audit trail: one append-only line for everything done and every look at a person; history and who-looked record in one. */
import { sql } from 'kysely'
import type { Context } from './context.ts'

export interface Act {
  /** `noun.verb`, the permission word where there is one: `household.seen`, `person.unmasked`, `file.accepted`. */
  action: string
  subjectKind: string
  subjectId: number | string
  /** Where the subject lies, so that the line can be seen by those responsible for it. */
  divisionCode: string
  /** What changed or why; never an identity number, phone or account in the clear. */
  details?: Record<string, unknown>
}

/** Appends what the officer of this request did, however many acts it is. */
export async function recordActs(ctx: Context, acts: readonly Act[]): Promise<void> {
  if (acts.length === 0) return
  const { now, officer, requestId } = ctx
  await sql`INSERT INTO audit_entries (at, officer_id, officer_name, action, subject_kind, subject_id, division_code, details, request_id)
    SELECT ${now}::timestamptz, ${officer.id}::bigint, ${officer.name}::text, act.*, ${requestId}::text
    FROM unnest(
      ${acts.map((act) => act.action)}::text[],
      ${acts.map((act) => act.subjectKind)}::text[],
      ${acts.map((act) => String(act.subjectId))}::text[],
      ${acts.map((act) => act.divisionCode)}::text[],
      ${acts.map((act) => JSON.stringify(act.details ?? {}))}::jsonb[]) AS act`.execute(ctx.db)
}
