/** Who had a part in a matter and so may not judge an objection to it. */
import type { CaseEvent } from '../case-types.ts'

const parts: Readonly<Record<string, string>> = {
  report: '是这一户的核实人',
  confirm: '是这一户的核查人',
  agree: '办理了这一户的评议',
  endorse: '办理过这一户的审核',
  admit: '办理过这一户的审批',
  clear: '办理过这一户的审批',
}

/** What the officer did in the matter, in words; nothing for who had no part in it. */
export function partIn(
  responsibleId: number | null,
  events: readonly Pick<CaseEvent, 'officer_id' | 'action'>[],
  officerId: number,
): string | undefined {
  if (responsibleId === officerId) return parts.report
  const own = events.find(({ officer_id, action }) => officer_id === officerId && action !== null && action in parts)
  return own?.action === undefined || own.action === null ? undefined : parts[own.action]
}
