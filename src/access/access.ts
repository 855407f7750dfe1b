/** The door for people and for departments' systems: log-in, sessions, tokens, and the routes about officers and offices. */
import type { Officer, Store } from '../store/index.ts'
import { accountRoutes } from './account.routes.ts'
import { auditRoutes } from './audit.routes.ts'
import { divisionRoutes } from './divisions.routes.ts'
import type { HandOverStep } from './hand-over.actions.ts'
import { handOverRoutes } from './hand-over.routes.ts'
import { bulkRoutes } from './officer-bulk.routes.ts'
import { officerRoutes } from './officers.routes.ts'
import { officeRoutes } from './offices.routes.ts'
import { type OidcProvider, oidcRoutes, openOidc } from './oidc.ts'
import { loadRoles, type Roles } from './roles.ts'
import type { Route } from './route.ts'
import { sessionRoutes } from './session.routes.ts'
import { type OpenSession, openSessions } from './sessions.ts'
import { openSignIn, type SignInRequest, type SignInResult } from './sign-in.ts'
import { openTokens, tokenRoutes } from './tokens.ts'
import type { OpenTable } from './uploaded-table.ts'

export interface AccessOptions {
  /** Encrypts the second factor's secrets; at least 32 characters, kept outside the database. */
  secret: string
  /** Address of the office side as browsers see it: where single sign-on comes back to. */
  baseUrl: string
  /** Address of the public pages as phones reach them, where the installation has one; told to the pages that print codes. */
  publicUrl?: string
  /** Reads a filled-in template: intake's `openFile`. */
  openTable: OpenTable
  /** Government single sign-on; without it people log in with their password only. */
  oidc?: OidcProvider
  roles?: Roles
  /** A session ends after this many hours, and after this many minutes without a request. */
  sessionHours?: number
  idleMinutes?: number
  /** A password older than this must be changed at the next log-in. */
  passwordDays?: number
  /** What later rooms do when an account is handed over: each moves its open duties and answers how many. */
  handOverSteps?: readonly HandOverStep[]
}

/** What the rooms' server and jobs ask of access. */
export interface Access {
  /** Checks user name, password and second factor; throws a Problem that does not tell which of them was wrong. */
  signIn(request: SignInRequest): Promise<SignInResult>
  /** Who a session belongs to; `undefined` once it has ended, been revoked, or its officer may no longer work. Known for three seconds. */
  officerOf(token: string): Promise<{ officer: Officer; session: OpenSession } | undefined>
  signOut(token: string): Promise<void>
  revokeSessions(officerId: number): Promise<void>
  /** The liaison a department's system acts for, with no more than the token's datasets. */
  tokenOfficer(apiToken: string): Promise<Officer | undefined>
  readonly roles: Roles
  readonly accessRoutes: readonly Route[]
}

/** Builds the door over an open store; roles are read from `policy/roles.yaml` unless given. */
export function openAccess(store: Store, options: AccessOptions): Access {
  const roles = options.roles ?? loadRoles()
  const sessions = openSessions(store, roles, options)
  const signIn = openSignIn(store, sessions, options)
  const tokens = openTokens(store, roles)
  const oidc = options.oidc === undefined ? undefined : openOidc(store, signIn, options.oidc, options.baseUrl)
  return {
    signIn: signIn.byPassword,
    officerOf: sessions.officerOf,
    signOut: sessions.close,
    revokeSessions: sessions.revokeAll,
    tokenOfficer: tokens.officerOf,
    roles,
    accessRoutes: [
      ...sessionRoutes(signIn, sessions, roles, options.publicUrl ?? null),
      ...oidcRoutes(oidc),
      ...accountRoutes(signIn, sessions),
      ...officeRoutes,
      ...bulkRoutes(roles, options.openTable),
      ...officerRoutes(roles),
      ...handOverRoutes(roles, options.handOverSteps ?? []),
      ...divisionRoutes(options.openTable),
      ...auditRoutes(store, roles),
      ...tokenRoutes,
    ],
  }
}
