/** Open sessions: who a token belongs to, known for three seconds, ended by sign-out, revocation, idleness or the officer's own end. */
import { performance } from 'node:perf_hooks'
import { dayIn, type Officer, type Store } from '../store/index.ts'
import type { Roles } from './roles.ts'
import { digestOf, newToken } from './secrets.ts'
import { type Account, insertSession, revokeByOfficer, revokeByToken, type SeenSession, seeSession } from './sign-in.queries.ts'

/** What a request may know of the session it came with. */
export interface OpenSession {
  id: number
  expiresAt: Date
  /** Until the password is changed the officer has no permissions. */
  mustChangePassword: boolean
  /** The role asks for a second factor and the account has none: likewise. */
  mustAddSecondFactor: boolean
}

export interface SessionOptions {
  sessionHours?: number
  idleMinutes?: number
  passwordDays?: number
}

export interface Sessions {
  open(account: Account, openedBy: 'password' | 'oidc', client: Client): Promise<{ token: string; expiresAt: Date }>
  officerOf(token: string): Promise<SeenOfficer | undefined>
  close(token: string): Promise<void>
  revokeAll(officerId: number): Promise<void>
  /** Forgets what is known of an officer, so that a change is seen at the next request. */
  forget(officerId: number): void
  mustChange(account: Pick<Account, 'mustChange' | 'passwordChangedAt'>): boolean
}

export interface Client {
  address: string
  userAgent: string
}

export interface SeenOfficer {
  officer: Officer
  session: OpenSession
}

interface Known {
  until: number
  answer: Promise<SeenOfficer | undefined>
  officerId?: number
}

const knownFor = 3_000
const knownAtMost = 20_000
const hour = 3_600_000

/** Sessions over the store's owner connection. */
export function openSessions(store: Store, roles: Roles, options: SessionOptions): Sessions {
  const known = new Map<string, Known>()
  const { sessionHours = 12, idleMinutes = 60, passwordDays = 90 } = options

  const mustChange: Sessions['mustChange'] = (account) =>
    account.mustChange || account.passwordChangedAt.getTime() < store.now().getTime() - passwordDays * 24 * hour

  async function see(tokenHash: string, entry: Known): Promise<SeenOfficer | undefined> {
    const now = store.now()
    const seen = await store.asOwner((owner) => seeSession(owner, tokenHash, dayIn(now), now, idleMinutes))
    if (seen === undefined) {
      known.delete(tokenHash)
      return undefined
    }
    entry.officerId = seen.officerId
    // Single sign-on has its own password; ours is then not asked for.
    const mustChangePassword = seen.openedBy === 'password' && mustChange(seen)
    const isAsked = seen.openedBy === 'password' && roles.get(seen.role)?.second_factor === 'required'
    const mustAddSecondFactor = isAsked && !seen.hasSecondFactor
    return {
      officer: officerFrom(seen, roles, mustChangePassword || mustAddSecondFactor),
      session: { id: seen.id, expiresAt: seen.expiresAt, mustChangePassword, mustAddSecondFactor },
    }
  }

  function forget(officerId: number): void {
    for (const [hash, entry] of known) if (entry.officerId === undefined || entry.officerId === officerId) known.delete(hash)
  }

  return {
    mustChange,
    forget,
    async open(account, openedBy, { address, userAgent }) {
      const token = newToken()
      const now = store.now()
      const expiresAt = new Date(now.getTime() + sessionHours * hour)
      const { officerId, divisionCode } = account
      const session = { officerId, divisionCode, tokenHash: digestOf(token), openedBy, now, expiresAt, address }
      await store.asOwner((owner) => insertSession(owner, { ...session, userAgent: userAgent.slice(0, 300) }))
      return { token, expiresAt }
    },
    officerOf(token) {
      const tokenHash = digestOf(token)
      const at = performance.now()
      const found = known.get(tokenHash)
      if (found !== undefined && found.until > at) return found.answer
      if (known.size >= knownAtMost) known.clear()
      const entry: Known = { until: at + knownFor, answer: Promise.resolve(undefined) }
      entry.answer = see(tokenHash, entry)
      entry.answer.catch(() => known.delete(tokenHash))
      known.set(tokenHash, entry)
      return entry.answer
    },
    async close(token) {
      const tokenHash = digestOf(token)
      await store.asOwner((owner) => revokeByToken(owner, tokenHash, store.now()))
      known.delete(tokenHash)
    },
    async revokeAll(officerId) {
      await store.asOwner((owner) => revokeByOfficer(owner, officerId, store.now()))
      forget(officerId)
    },
  }
}

function officerFrom(seen: SeenSession, roles: Roles, isHeldBack: boolean): Officer {
  const permissions = isHeldBack ? [] : (roles.get(seen.role)?.permissions ?? [])
  return {
    id: seen.officerId,
    name: seen.name,
    officeId: seen.officeId,
    area: seen.area,
    role: seen.role,
    permissions: new Set(permissions),
    ...(seen.officeKind === 'department' ? { datasets: new Set(seen.datasets) } : {}),
  }
}
