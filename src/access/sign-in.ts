/** Log-in: a try is counted before anything is checked, and the answer never tells which part of it was wrong. */
import { Problem } from '../kernel/index.ts'
import { dayIn, type Store } from '../store/index.ts'
import { waitWords } from './lock-out.rules.ts'
import { accessProblems } from './problems.ts'
import { hashPassword, newInitialPassword, symmetricDecrypt, verifyPassword } from './secrets.ts'
import type { Client, Sessions } from './sessions.ts'
import {
  type Account,
  accountById,
  accountByUsername,
  forgetTries,
  giveTryBack,
  recordAtDoor,
  takeTry,
  useStep,
} from './sign-in.queries.ts'
import { stepOfCode } from './totp.rules.ts'

export interface SignInRequest extends Client {
  username: string
  password: string
  /** Six digits, where the officer uses a second factor. */
  code?: string | undefined
  requestId?: string
}

export type SignInResult = { token: string; expiresAt: Date; mustChangePassword: boolean } | { needsCode: true }

export interface SignIn {
  byPassword(request: SignInRequest): Promise<SignInResult>
  /** For single sign-on: the provider has checked the person, we only find the account. */
  byTrustedName(username: string, client: Client, requestId: string): Promise<SignInResult>
  /** The account of an officer who types the own password again; wrong ones count like wrong log-ins. */
  confirmed(officerId: number, password: string): Promise<Account>
  readonly store: Store
  readonly secret: string
}

interface Checked {
  account: Account
  refusal(): Promise<Problem>
}

/** Log-in over the store's owner connection. */
export function openSignIn(store: Store, sessions: Sessions, { secret }: { secret: string }): SignIn {
  if (secret.length < 32) throw new RangeError('the secret needs 32 characters or more')
  // Compared when there is no such account, so that both cases take equally long.
  const nobodysHash = hashPassword(newInitialPassword())
  nobodysHash.catch(() => undefined)
  const today = () => dayIn(store.now())

  /** Counts the try, then compares; what is thrown for a wrong password also fits a wrong code of the same try. */
  async function checkedPassword(username: string, account: Account | undefined, password: string): Promise<Checked> {
    const { granted, lockedUntil } = await store.asOwner((owner) => takeTry(owner, username, store.now()))
    const locked = (until: Date) => new Problem(accessProblems.locked, waitWords(until, store.now()))
    if (!granted) throw locked(lockedUntil ?? store.now())
    const refusal = async () => {
      // A refusal is kept with the account it was meant for; names without an account may be mistyped passwords and are not kept.
      if (account !== undefined) await record(store, account, '', lockedUntil === null ? 'session.refused' : 'account.locked', {})
      return lockedUntil === null ? new Problem(accessProblems.wrongSignIn, {}) : locked(lockedUntil)
    }
    const isRight = await verifyPassword({ hash: account?.passwordHash ?? (await nobodysHash), password })
    if (account === undefined || !isRight) throw await refusal()
    return { account, refusal }
  }

  /** True when the code is right, or none is used. */
  async function passesCode(account: Account, code: string): Promise<boolean> {
    const key = Buffer.from(await symmetricDecrypt({ key: secret, data: account.totpSecret ?? '' }), 'base64')
    const step = stepOfCode(key, code, store.now())
    return step !== undefined && (await store.asOwner((owner) => useStep(owner, account.officerId, step)))
  }

  async function admit(account: Account, by: 'password' | 'oidc', client: Client, requestId: string): Promise<SignInResult> {
    if (!account.mayWork) throw new Problem(accessProblems.accountClosed, {})
    const { token, expiresAt } = await sessions.open(account, by, client)
    await record(store, account, requestId, 'session.opened', { by, address: client.address })
    return { token, expiresAt, mustChangePassword: by === 'password' && sessions.mustChange(account) }
  }

  return {
    store,
    secret,
    async byPassword({ username: typed, password, code, address, userAgent, requestId = '' }) {
      const username = typed.normalize('NFKC').trim().toLowerCase().slice(0, 64)
      const found = await store.asOwner((owner) => accountByUsername(owner, username, today()))
      const { account, refusal } = await checkedPassword(username, found, password)
      if (account.totpSecret !== null) {
        if (code === undefined || code === '') {
          await store.asOwner((owner) => giveTryBack(owner, username))
          return { needsCode: true }
        }
        if (!(await passesCode(account, code))) throw await refusal()
      }
      const admitted = await admit(account, 'password', { address, userAgent }, requestId)
      await store.asOwner((owner) => forgetTries(owner, username, store.now()))
      return admitted
    },
    async byTrustedName(username, client, requestId) {
      const account = await store.asOwner((owner) => accountByUsername(owner, username.trim().toLowerCase(), today()))
      if (account === undefined) throw new Problem(accessProblems.oidcFailed, { reason: '本系统没有与您对应的账号，请联系系统管理员开通' })
      return admit(account, 'oidc', client, requestId)
    },
    async confirmed(officerId, password) {
      const account = await store.asOwner((owner) => accountById(owner, officerId, today()))
      if (account === undefined) throw new Problem(accessProblems.sessionEnded, {})
      try {
        await checkedPassword(account.username, account, password)
      } catch (error) {
        const isWrong = error instanceof Problem && error.code === accessProblems.wrongSignIn.code
        throw isWrong ? new Problem(accessProblems.wrongPassword, {}) : error
      }
      await store.asOwner((owner) => forgetTries(owner, account.username, store.now()))
      return account
    },
  }
}

/** On the owner's connection, because a refusal undoes the request's own transaction. */
async function record(store: Store, account: Account, requestId: string, action: string, details: Record<string, unknown>): Promise<void> {
  const actor = action === 'session.opened' ? { id: account.officerId, name: account.name } : { id: 0, name: '未登录' }
  await store.asOwner((owner) => recordAtDoor(owner, { actor, account, action, details, requestId, at: store.now() }))
}
