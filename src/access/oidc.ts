/** Government single sign-on by OpenID Connect: code flow with PKCE, bound to the browser that began it; accounts are never made here. */
import { z } from 'zod'
import { Problem } from '../kernel/index.ts'
import type { Store } from '../store/index.ts'
import { insertFlow, takeFlow } from './oidc.queries.ts'
import { accessProblems } from './problems.ts'
import { type Route, route } from './route.ts'
import { digestOf, newToken } from './secrets.ts'
import type { Client } from './sessions.ts'
import type { SignIn, SignInResult } from './sign-in.ts'

export interface OidcProvider {
  /** Address whose `/.well-known/openid-configuration` describes the provider. */
  issuer: string
  clientId: string
  clientSecret: string
  /** What the log-in page calls it. */
  label: string
  /** The claim that holds our user name (staff number or mobile number). */
  usernameClaim?: string
}

export interface Oidc {
  readonly label: string
  begin(): Promise<{ url: string; browser: string }>
  finish(back: { code: string; state: string; browser: string }, client: Client, requestId: string): Promise<SignInResult>
}

const discoverySchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
})

const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']
const patience = 10_000
/** The page of the office side to which the provider sends the browser back. */
const returnPath = '/sign-in/sso'

const failed = (reason: string, cause?: unknown) => new Problem(accessProblems.oidcFailed, { reason }, { cause })

/** Talks to the provider when somebody logs in, not before. */
export function openOidc(store: Store, signIn: SignIn, provider: OidcProvider, baseUrl: string): Oidc {
  const { issuer, clientId, clientSecret, label, usernameClaim = 'preferred_username' } = provider
  const redirectURI = new URL(returnPath, baseUrl).href
  const options = { clientId, clientSecret, redirectURI }
  let known: Promise<z.infer<typeof discoverySchema>> | undefined

  const discovered = () => {
    known ??= discover(issuer)
    known.catch(() => (known = undefined))
    return known
  }

  async function usernameFrom(code: string, codeVerifier: string, nonce: string): Promise<string> {
    const { validateAuthorizationCode, validateToken } = await import('better-auth/oauth2')
    const { token_endpoint: tokenEndpoint, jwks_uri: keys, issuer: issuedBy } = await discovered()
    const { idToken } = await validateAuthorizationCode({ code, codeVerifier, redirectURI, options, tokenEndpoint })
    if (idToken === undefined) throw failed('对方没有给出身份令牌')
    const { payload } = await validateToken<Record<string, unknown>>(idToken, keys, {
      audience: clientId,
      issuer: issuedBy,
      algorithms,
      requiredClaims: ['sub', 'exp', 'iat'],
      clockTolerance: 30,
    })
    const username = payload[usernameClaim]
    if (payload.nonce !== nonce) throw failed('身份令牌不是为这次登录签发的')
    if (typeof username !== 'string' || username === '') throw failed(`身份令牌里没有 ${usernameClaim}`)
    return username
  }

  return {
    label,
    async begin() {
      const { createAuthorizationURL } = await import('better-auth/oauth2')
      const { authorization_endpoint: authorizationEndpoint } = await discovered()
      const [state, browser, codeVerifier, nonce] = [newToken(), newToken(), newToken(), newToken()]
      await store.asOwner((owner) =>
        insertFlow(owner, digestOf(state), { browserHash: digestOf(browser), codeVerifier, nonce }, store.now()),
      )
      const asked = { id: 'sso', options, redirectURI, authorizationEndpoint, state, codeVerifier, nonce, scopes: ['openid', 'profile'] }
      return { url: (await createAuthorizationURL(asked)).href, browser }
    },
    async finish({ code, state, browser }, client, requestId) {
      const flow = await store.asOwner((owner) => takeFlow(owner, digestOf(state), store.now()))
      if (flow === undefined || flow.browserHash !== digestOf(browser)) throw failed('登录已超时或不是从本浏览器发起')
      const username = await within(patience, usernameFrom(code, flow.codeVerifier, flow.nonce)).catch((error: unknown) => {
        throw error instanceof Problem ? error : failed('对方的答复无法核验', error)
      })
      return signIn.byTrustedName(username, client, requestId)
    },
  }
}

async function discover(issuer: string): Promise<z.infer<typeof discoverySchema>> {
  const place = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const answer = await fetch(place, { signal: AbortSignal.timeout(patience) }).catch((error: unknown) => {
    throw failed('连不上统一身份认证', error)
  })
  const read = discoverySchema.safeParse(await answer.json().catch(() => undefined))
  if (!read.success || read.data.issuer.replace(/\/$/, '') !== issuer.replace(/\/$/, '')) throw failed('统一身份认证的说明读不懂')
  return read.data
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(failed('对方没有及时答复')), milliseconds)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

const backBody = z.strictObject({ code: z.string().max(4000), state: z.string().max(200), browser: z.string().max(200) })

/** What the log-in page offers, the way to the provider, and the way back. */
export function oidcRoutes(oidc: Oidc | undefined): Route[] {
  const required = () => {
    if (oidc === undefined) throw new Problem(accessProblems.noOidc, {})
    return oidc
  }
  const offered = route({
    method: 'GET',
    path: '/session/options',
    summary: '登录页有哪些登录方式',
    needs: 'public',
    answer: z.object({ oidc: z.object({ label: z.string() }).nullable() }),
    async handle() {
      return { oidc: oidc === undefined ? null : { label: oidc.label } }
    },
  })
  const begin = route({
    method: 'GET',
    path: '/session/oidc',
    summary: '开始统一身份认证：browser 留在浏览器里，再转到 url',
    needs: 'public',
    answer: z.object({ url: z.string(), browser: z.string() }),
    handle: async () => required().begin(),
  })
  const finish = route({
    method: 'POST',
    path: '/session/oidc',
    summary: '统一身份认证返回后登录',
    needs: 'public',
    body: backBody,
    answer: z.object({ expiresAt: z.string() }),
    answersSecret: true,
    async handle(ctx, { body, address, userAgent }) {
      const result = await required().finish(body, { address, userAgent }, ctx.requestId)
      if ('needsCode' in result) throw failed('本系统不接受')
      const { token, expiresAt } = result
      return { kind: 'session', token, expiresAt, body: { expiresAt: expiresAt.toISOString() } }
    },
  })
  return [offered, begin, finish]
}
