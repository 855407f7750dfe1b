/** Single sign-on against a provider that stands in for the government's: the whole way there and back over HTTP. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type County, openCounty } from './access.test-support.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

let provider: Server
let issuer: string
let county: County
/** What the provider will say of the next person. */
let says: { claims: object; key: typeof privateKey }
/** What it was asked at the token endpoint. */
let asked: URLSearchParams

function idToken(claims: object, key: typeof privateKey): string {
  const text = `${base64({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${base64(claims)}`
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`
}

beforeAll(async () => {
  provider = createServer((request, response) => {
    const json = (body: object) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
    if (request.url === '/.well-known/openid-configuration')
      return json({ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys` })
    if (request.url === '/keys') return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] })
    let body = ''
    request.on('data', (piece) => (body += piece))
    return request.on('end', () => {
      asked = new URLSearchParams(body)
      json({ access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: idToken(says.claims, says.key) })
    })
  })
  await new Promise<void>((done) => provider.listen(0, '127.0.0.1', done))
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
  county = await openCounty({ oidc: { issuer, clientId: 'xianjie', clientSecret: 'client secret', label: '政务统一认证' } })
})
afterAll(async () => {
  provider.close()
  await county.close()
})

const code = ({ status, body }: Answer) => `${status} ${body?.code ?? ''}`
const seconds = () => Math.floor(performance.timeOrigin / 1000 + performance.now() / 1000)

/** Goes to the provider as a browser would and comes back with what it said. */
async function comeBack(claims: object = {}, key = privateKey, change: object = {}): Promise<Answer> {
  const { url, browser } = (await county.anybody.get('/session/oidc')).body
  const there = new URL(url)
  const nonce = there.searchParams.get('nonce')
  const now = seconds()
  says = { key, claims: { iss: issuer, aud: 'xianjie', sub: '1', iat: now, exp: now + 60, nonce, preferred_username: 'zhao', ...claims } }
  const answer = await county.anybody.post('/session/oidc', { code: 'abc', state: there.searchParams.get('state'), browser, ...change })
  if (answer.status === 200) {
    const challenge = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url')
    expect(there.searchParams.get('code_challenge')).toBe(challenge)
  }
  return answer
}

test('the log-in page is told of it', async () => {
  expect((await county.anybody.get('/session/options')).body).toEqual({ oidc: { label: '政务统一认证' } })
})

test('who comes back with a good token is logged in with the own account', async () => {
  const { status, cookie, body } = await comeBack()
  expect(status).toBe(200)
  expect(JSON.stringify(body)).not.toContain(cookie)
  expect((await county.withToken(cookie ?? '').get('/session')).body.officer.name).toBe('赵敏')
  const line = (await county.as('sun').get('/audit?action=session.opened')).body.items.find(
    ({ officerName }: { officerName: string }) => officerName === '赵敏',
  )
  expect(line.details.by).toBe('oidc')
})

test.each<[string, object]>([
  ['somebody without an account here', { preferred_username: 'stranger' }],
  ['a token for another system', { aud: 'other' }],
  ['a token of another provider', { iss: 'https://elsewhere.example' }],
  ['a token that has run out', { exp: 1 }],
  ['a token for another log-in', { nonce: 'other' }],
  ['a token without a name', { preferred_username: undefined }],
])('%s is refused', async (_, claims) => {
  const answer = await comeBack(claims)
  expect(code(answer)).toBe('401 access.oidc_failed')
  expect(answer.cookie).toBeUndefined()
})

test('a forged signature, another browser and an unknown state are refused', async () => {
  expect(code(await comeBack({}, foreign))).toBe('401 access.oidc_failed')
  expect(code(await comeBack({}, privateKey, { browser: 'other' }))).toBe('401 access.oidc_failed')
  expect(code(await comeBack({}, privateKey, { state: 'other' }))).toBe('401 access.oidc_failed')
})

test('the way back works once, and within ten minutes', async () => {
  const { url, browser } = (await county.anybody.get('/session/oidc')).body
  const there = new URL(url)
  const now = seconds()
  const nonce = there.searchParams.get('nonce')
  says = { key: privateKey, claims: { iss: issuer, aud: 'xianjie', sub: '1', iat: now, exp: now + 60, nonce, preferred_username: 'zhao' } }
  const back = () => county.anybody.post('/session/oidc', { code: 'abc', state: there.searchParams.get('state'), browser })
  expect([code(await back()), code(await back())]).toEqual(['200 ', '401 access.oidc_failed'])
  const late = (await county.anybody.get('/session/oidc')).body
  county.pass({ minutes: 11 })
  const state = new URL(late.url).searchParams.get('state')
  expect(code(await county.anybody.post('/session/oidc', { code: 'abc', state, browser: late.browser }))).toBe('401 access.oidc_failed')
})

test('a closed account stays closed', async () => {
  await county.as('feng').patch(`/officers/${county.personas.zhao.officer.id}`, { version: 1, isDisabled: true })
  expect(code(await comeBack())).toBe('403 access.account_closed')
})
