/** When a resident team rotates: the old account ends, the new one takes over what is open, what was done stays with who did it. */
import { addDays, Problem, plainDay } from '../kernel/index.ts'
import { type Context, recordActs } from '../store/index.ts'
import { requireMayAppoint } from './appointing.rules.ts'
import { dueHandOvers, type HandOver, insertHandOver, isHandOverOpen, markCompleted } from './hand-over.queries.ts'
import { drawPassword, insertWithAccount, officerToLookAfter } from './officers.actions.ts'
import { type OfficerRow, officerById, updateOfficer } from './officers.queries.ts'
import { officeById } from './offices.queries.ts'
import { accessProblems } from './problems.ts'
import type { Roles } from './roles.ts'
import { revokeSessionsOf } from './session.queries.ts'
import { requireVersion } from './versions.ts'

/** What a later room moves from one officer to the other; answers a Chinese label and how many. */
export type HandOverStep = (ctx: Context, from: number, to: number) => Promise<{ label: string; count: number }>

export interface HandOverWish {
  version: number
  /** The new officer's first day; the old one works until the day before. */
  startsOn: string
  /** A new account is opened, or one of the area that is there takes over. */
  successor: { name: string; username: string; validUntil?: string | null | undefined } | { officerId: number }
}

export interface HandedOver {
  from: OfficerRow
  to: OfficerRow
  initialPassword: string | null
  /** How many of what moved; empty until the day has come. */
  moved: Record<string, number>
}

/** Arranges the hand-over, and carries it out at once when its day is today or past. */
export async function handOver(
  ctx: Context,
  roles: Roles,
  id: number,
  wish: HandOverWish,
  steps: readonly HandOverStep[],
): Promise<HandedOver> {
  const from = await officerToHandOver(ctx, roles, id, wish)
  const { to, initialPassword } = await successorOf(ctx, roles, from, wish)
  await updateOfficer(ctx, { ...from, validUntil: addDays(plainDay(wish.startsOn), -1) })
  const { divisionCode } = from
  const arranged = { divisionCode, fromOfficer: from.id, toOfficer: to.id, startsOn: wish.startsOn }
  const handOverId = await insertHandOver(ctx, arranged)
  const details = { to: to.id, startsOn: wish.startsOn }
  await recordActs(ctx, [{ action: 'officer.handed_over', subjectKind: 'officer', subjectId: id, divisionCode, details }])
  const isDue = wish.startsOn <= ctx.today
  const moved = isDue ? await complete(ctx, { ...arranged, id: handOverId }, steps) : {}
  return { from: await officerById(ctx, from.id), to, initialPassword, moved }
}

/** For the daily job: carries out the hand-overs whose day has come. */
export async function completeHandOvers(ctx: Context, steps: readonly HandOverStep[]): Promise<number> {
  const due = await dueHandOvers(ctx)
  for (const one of due) await complete(ctx, one, steps)
  return due.length
}

async function complete(ctx: Context, handOver: HandOver, steps: readonly HandOverStep[]): Promise<Record<string, number>> {
  const moved: Record<string, number> = {}
  for (const step of steps) {
    const { label, count } = await step(ctx, handOver.fromOfficer, handOver.toOfficer)
    moved[label] = count
  }
  await revokeSessionsOf(ctx, handOver.fromOfficer)
  await markCompleted(ctx, handOver.id, moved)
  const { divisionCode, fromOfficer, toOfficer } = handOver
  const details = { from: fromOfficer, moved }
  await recordActs(ctx, [{ action: 'officer.took_over', subjectKind: 'officer', subjectId: toOfficer, divisionCode, details }])
  return moved
}

async function officerToHandOver(ctx: Context, roles: Roles, id: number, { version, startsOn }: HandOverWish): Promise<OfficerRow> {
  const from = await officerToLookAfter(ctx, roles, id)
  await requireVersion(ctx, 'officer', id, from.version, version)
  if (await isHandOverOpen(ctx, id)) throw new Problem(accessProblems.twiceHandedOver, { name: from.name })
  const hasEnded = from.isDisabled || (from.validUntil !== null && from.validUntil < ctx.today)
  if (hasEnded) throw new Problem(accessProblems.ended, { name: from.name })
  if (startsOn < from.validFrom) throw new Problem(accessProblems.endsBeforeStart, {})
  return from
}

async function successorOf(
  ctx: Context,
  roles: Roles,
  from: OfficerRow,
  { successor, startsOn }: HandOverWish,
): Promise<{ to: OfficerRow; initialPassword: string | null }> {
  if ('officerId' in successor) {
    const to = await officerToLookAfter(ctx, roles, successor.officerId)
    if (to.id === from.id || to.isDisabled || (to.validUntil !== null && to.validUntil < startsOn))
      throw new Problem(accessProblems.notSuccessor, { name: to.name })
    return { to, initialPassword: null }
  }
  const office = await officeById(ctx, from.officeId)
  requireMayAppoint(roles, ctx.officer, from.role, office)
  const wanted = { ...successor, role: from.role, officeId: office.id, validFrom: startsOn }
  const { id, password } = await insertWithAccount(ctx, roles, wanted, office, await drawPassword())
  return { to: await officerById(ctx, id), initialPassword: password }
}
