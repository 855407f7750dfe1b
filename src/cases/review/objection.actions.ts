/** What becomes of an objection: registered for anybody, decided by somebody who had no part in the matter, answered. */
import { Problem } from '../../kernel/index.ts'
import { type Context, recordActs, storeProblems } from '../../store/index.ts'
import { act, caseById, eventsOf, stateLabel } from '../core.ts'
import { openNoticeCase } from './notice.queries.ts'
import { answerRow, decideRows, insertObjection, lockObjection, type ObjectionRow, otherOpen } from './objection.queries.ts'
import { partIn } from './objection.rules.ts'
import { reviewProblems } from './problems.ts'

export interface Objection {
  caseId: number
  receivedOn: string
  way: 'in_person' | 'phone' | 'letter' | 'online'
  text: string
  /** Optional: nobody need give a name. */
  name?: string | undefined
  contact?: string | undefined
}

export const objectionLabels = { open: '核查中', upheld: '异议成立', dismissed: '异议不成立' } as const

/** Registers it and holds the case; a further one joins the hold. Only the days of a running notice are open to it. */
export async function registerObjection(ctx: Context, one: Objection): Promise<{ id: number }> {
  const theCase = await caseById(ctx, one.caseId)
  if (theCase === undefined) throw new Problem(storeProblems.notFound, { what: '这件帮扶事项' })
  const { division_code: divisionCode, state } = theCase
  if (!['on_notice', 'clearing_notice', 'objection'].includes(state))
    throw new Problem(reviewProblems.notOnNotice, { state: stateLabel(theCase) })
  if (one.receivedOn > ctx.today) throw new Problem(reviewProblems.postedAhead, { today: ctx.today, from: theCase.state_since })
  const sealed = (text: string | undefined) => (text === undefined || text.trim() === '' ? null : ctx.vault.seal(text.trim()))
  const id = await insertObjection(ctx, {
    divisionCode,
    caseId: one.caseId,
    noticeId: (await openNoticeCase(ctx, one.caseId))?.notice_id ?? null,
    receivedOn: one.receivedOn,
    way: one.way,
    objector: sealed(one.name),
    contact: sealed(one.contact),
    wantsAnswer: sealed(one.contact) !== null || sealed(one.name) !== null,
    text: one.text,
  })
  await recordActs(ctx, [
    { action: 'objection.registered', subjectKind: 'objection', subjectId: id, divisionCode, details: { case: one.caseId } },
  ])
  if (state !== 'objection') await act(ctx, one.caseId, 'object', { version: theCase.version, record: {} })
  return { id }
}

export interface Decided {
  version: number
  decision: 'upheld' | 'dismissed'
  finding: string
}

/** By somebody else than who visited, reported or approved. Upheld, the case is verified anew and all its objections with it; dismissed, it goes on when none is left. */
export async function decideObjection(
  ctx: Context,
  id: number,
  { version, decision, finding }: Decided,
): Promise<{ id: number; version: number }> {
  const row = await lockedObjection(ctx, id, version)
  if (row.state !== 'open') throw new Problem(reviewProblems.objectionDone, { by: row.handler_name ?? '', as: objectionLabels[row.state] })
  const theCase = await caseById(ctx, row.case_id)
  if (theCase === undefined) throw new Problem(storeProblems.notFound, { what: '这件帮扶事项' })
  const did = partIn(theCase.responsible_id, await eventsOf(ctx, row.case_id), ctx.officer.id)
  if (did !== undefined) throw new Problem(reviewProblems.sameHandler, { did })
  const others = await otherOpen(ctx, row.case_id, id)
  await decideRows(ctx, decision === 'upheld' ? [id, ...others] : [id], { state: decision, finding })
  const { division_code: divisionCode } = row
  await recordActs(ctx, [{ action: 'objection.decided', subjectKind: 'objection', subjectId: id, divisionCode, details: { decision } }])
  const goesOn = theCase.state === 'objection' && (decision === 'upheld' || others.length === 0)
  if (goesOn)
    await act(ctx, row.case_id, decision === 'upheld' ? 'uphold' : 'dismiss', { version: theCase.version, record: { opinion: finding } })
  return { id, version: version + 1 }
}

/** What was told to who objected. */
export async function answerObjection(ctx: Context, id: number, version: number, answer: string): Promise<{ id: number; version: number }> {
  const row = await lockedObjection(ctx, id, version)
  if (row.state === 'open') throw new Problem(reviewProblems.objectionOpen, {})
  await answerRow(ctx, id, answer)
  const { division_code: divisionCode } = row
  await recordActs(ctx, [{ action: 'objection.answered', subjectKind: 'objection', subjectId: id, divisionCode }])
  return { id, version: version + 1 }
}

/** Name and contact of who objected, for a reason that is recorded. */
export async function unmaskObjector(ctx: Context, id: number, reason: string): Promise<{ name: string; contact: string }> {
  const row = await lockObjection(ctx, id)
  if (row.objector_sealed === null && row.contact_sealed === null) throw new Problem(reviewProblems.noObjector, {})
  const { division_code: divisionCode } = row
  await recordActs(ctx, [{ action: 'objector.unmasked', subjectKind: 'objection', subjectId: id, divisionCode, details: { reason } }])
  const opened = (sealed: Buffer | null) => (sealed === null ? '' : ctx.vault.open(sealed))
  return { name: opened(row.objector_sealed), contact: opened(row.contact_sealed) }
}

async function lockedObjection(ctx: Context, id: number, version: number): Promise<ObjectionRow> {
  const row = await lockObjection(ctx, id)
  if (row.version !== version) throw new Problem(storeProblems.stale, { changed: ['异议'] })
  return row
}
