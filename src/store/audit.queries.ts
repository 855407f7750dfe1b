/** The audit trail: one append-only line for everything done and every look at a person; history and who-looked record in one. */
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

/** Appends what the officer of this request did. */
export async function recordActs(ctx: Context, acts: readonly Act[]): Promise<void> {
  if (acts.length === 0) return
  await ctx.db
    .insertInto('audit_entries')
    .values(
      acts.map((act) => ({
        at: ctx.now,
        officer_id: ctx.officer.id,
        officer_name: ctx.officer.name,
        action: act.action,
        subject_kind: act.subjectKind,
        subject_id: String(act.subjectId),
        division_code: act.divisionCode,
        details: JSON.stringify(act.details ?? {}),
        request_id: ctx.requestId,
      })),
    )
    .execute()
}
