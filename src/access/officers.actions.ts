/** A county looks after its own officers: opens accounts, changes them, closes them, gives new passwords. */
import { Problem } from '../kernel/index.ts'
import { type Context, recordActs } from '../store/index.ts'
import { requireFits, requireMayAppoint, requireNotOneself } from './appointing.rules.ts'
import { insertOfficer, type OfficerRow, officerById, officerForChange, updateOfficer } from './officers.queries.ts'
import { type Office, officeById } from './offices.queries.ts'
import { accessProblems } from './problems.ts'
import type { Roles } from './roles.ts'
import { hashPassword, newInitialPassword } from './secrets.ts'
import { insertAccount, liftLock, revokeSessionsOf, setPassword, setTotp } from './session.queries.ts'
import { requireVersion } from './versions.ts'

export interface NewOfficer {
  name: string
  username: string
  role: string
  officeId: number
  validFrom?: string | undefined
  validUntil?: string | null | undefined
}

/** The first password is shown once, to whoever opened the account. */
export interface OpenedOfficer {
  officer: OfficerRow
  initialPassword: string
}

/** Opens an account; `initialPassword` only where one was drawn before. */
export async function openOfficer(ctx: Context, roles: Roles, wanted: NewOfficer, drawn?: Drawn): Promise<OpenedOfficer> {
  const office = await officeById(ctx, wanted.officeId)
  requireMayAppoint(roles, ctx.officer, wanted.role, office)
  const { id, password } = await insertWithAccount(ctx, roles, wanted, office, drawn ?? (await drawPassword()))
  return { officer: await officerById(ctx, id), initialPassword: password }
}

export interface Drawn {
  password: string
  hash: string
}

/** A first password and its hash; many are drawn side by side, because hashing is slow on purpose. */
export async function drawPassword(password = newInitialPassword()): Promise<Drawn> {
  return { password, hash: await hashPassword(password) }
}

/** Writes officer and account without asking who may; the callers have asked. */
export async function insertWithAccount(ctx: Context, roles: Roles, wanted: NewOfficer, office: Office, drawn: Drawn, mustChange = true) {
  requireFits(roles, wanted.role, office)
  const validFrom = wanted.validFrom ?? ctx.today
  const validUntil = wanted.validUntil ?? null
  if (validUntil !== null && validUntil < validFrom) throw new Problem(accessProblems.endsBeforeStart, {})
  const { name, role } = wanted
  const username = wanted.username.toLowerCase()
  const { divisionCode } = office
  const id = await insertOfficer(ctx, { name, username, role, officeId: office.id, divisionCode, validFrom, validUntil })
  await insertAccount(ctx, id, divisionCode, drawn.hash, mustChange)
  const details = { username, role, office: office.name, validFrom, validUntil }
  await recordActs(ctx, [{ action: 'officer.opened', subjectKind: 'officer', subjectId: id, divisionCode, details }])
  return { id, password: drawn.password }
}

export interface OfficerChange {
  version: number
  name?: string | undefined
  role?: string | undefined
  officeId?: number | undefined
  validUntil?: string | null | undefined
  isDisabled?: boolean | undefined
}

/** Both the account as it was and as it will be must be the actor's to look after. */
export async function changeOfficer(ctx: Context, roles: Roles, id: number, change: OfficerChange): Promise<OfficerRow> {
  const before = await officerToLookAfter(ctx, roles, id)
  await requireVersion(ctx, 'officer', id, before.version, change.version)
  const office = await officeById(ctx, change.officeId ?? before.officeId)
  const after: OfficerRow = {
    ...before,
    name: change.name ?? before.name,
    role: change.role ?? before.role,
    officeId: office.id,
    divisionCode: office.divisionCode,
    validUntil: change.validUntil === undefined ? before.validUntil : change.validUntil,
    isDisabled: change.isDisabled ?? before.isDisabled,
  }
  requireMayAppoint(roles, ctx.officer, after.role, office)
  requireFits(roles, after.role, office)
  if (after.validUntil !== null && after.validUntil < after.validFrom) throw new Problem(accessProblems.endsBeforeStart, {})
  await updateOfficer(ctx, after)
  if (after.isDisabled || after.role !== before.role || after.officeId !== before.officeId) await revokeSessionsOf(ctx, id)
  const { version: _, ...details } = change
  await recordActs(ctx, [{ action: 'officer.changed', subjectKind: 'officer', subjectId: id, divisionCode: office.divisionCode, details }])
  return officerById(ctx, id)
}

/** A new first password; sessions end, the lock is lifted, and on wish a lost second factor is dropped. */
export async function resetPassword(ctx: Context, roles: Roles, id: number, dropSecondFactor: boolean): Promise<OpenedOfficer> {
  const officer = await officerToLookAfter(ctx, roles, id)
  const { password, hash } = await drawPassword()
  await setPassword(ctx, id, hash, true)
  if (dropSecondFactor) await setTotp(ctx, id, null)
  await revokeSessionsOf(ctx, id)
  await liftLock(ctx, officer.username)
  const { divisionCode } = officer
  const details = { dropSecondFactor }
  await recordActs(ctx, [{ action: 'officer.password_reset', subjectKind: 'officer', subjectId: id, divisionCode, details }])
  return { officer, initialPassword: password }
}

/** An officer of the area, locked, not oneself, and of a role the actor appoints. */
export async function officerToLookAfter(ctx: Context, roles: Roles, id: number): Promise<OfficerRow> {
  const officer = await officerForChange(ctx, id)
  requireNotOneself(ctx.officer, id)
  requireMayAppoint(roles, ctx.officer, officer.role, {
    name: officer.officeName,
    kind: officer.officeKind,
    divisionCode: officer.divisionCode,
  })
  return officer
}
