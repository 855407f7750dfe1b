/** What officers do with their own account: the password and the second factor. */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { Problem } from '../kernel/index.ts'
import { type Context, recordActs } from '../store/index.ts'
import { passwordFaults } from './password.rules.ts'
import { accessProblems } from './problems.ts'
import { type Route, type RouteInput, route } from './route.ts'
import { hashPassword, symmetricDecrypt, symmetricEncrypt } from './secrets.ts'
import { confirmTotp, revokeSessionsOf, setPassword, setTotp } from './session.queries.ts'
import type { Sessions } from './sessions.ts'
import { unconfirmedSecret } from './sign-in.queries.ts'
import type { SignIn } from './sign-in.ts'
import { base32Of, enrolmentUri, stepOfCode } from './totp.rules.ts'

const passwordBody = z.strictObject({ current: z.string().max(200), next: z.string().max(200) })
const confirmBody = z.strictObject({ password: z.string().max(200) })
const codeBody = z.strictObject({ code: z.string().regex(/^\d{6}$/, '验证码为 6 位数字') })
const nothing = z.object({})

/** POST /session/password and /session/totp…; all work on the officer who is logged in, never on a named one. */
export function accountRoutes(signIn: SignIn, sessions: Sessions): Route[] {
  const password = route({
    method: 'POST',
    path: '/session/password',
    summary: '修改自己的密码（其他会话随即下线）',
    needs: 'signed-in',
    body: passwordBody,
    answer: nothing,
    handle: (ctx, input) => changePassword(ctx, signIn, sessions, input),
  })
  const enrol = route({
    method: 'POST',
    path: '/session/totp',
    summary: '启用动态验证码：取得密钥',
    needs: 'signed-in',
    body: confirmBody,
    answer: z.object({ secret: z.string(), uri: z.string() }),
    answersSecret: true,
    handle: (ctx, { body }) => enrolTotp(ctx, signIn, body.password),
  })
  const confirm = route({
    method: 'POST',
    path: '/session/totp/confirm',
    summary: '启用动态验证码：输入第一个验证码',
    needs: 'signed-in',
    body: codeBody,
    answer: nothing,
    async handle(ctx, { body }) {
      await confirmEnrolment(ctx, signIn, body.code)
      // What the account was held back from is open at the next request.
      ctx.afterCommit(async () => sessions.forget(ctx.officer.id))
      return {}
    },
  })
  const disable = route({
    method: 'POST',
    path: '/session/totp/disable',
    summary: '停用动态验证码',
    needs: 'signed-in',
    body: confirmBody,
    answer: nothing,
    async handle(ctx, { body }) {
      await signIn.confirmed(ctx.officer.id, body.password)
      await setTotp(ctx, ctx.officer.id, null)
      ctx.afterCommit(async () => sessions.forget(ctx.officer.id))
      return recorded(ctx, 'account.second_factor_removed')
    },
  })
  return [password, enrol, confirm, disable]
}

async function changePassword(
  ctx: Context,
  signIn: SignIn,
  sessions: Sessions,
  { body, token }: RouteInput<unknown, unknown, z.infer<typeof passwordBody>>,
) {
  const account = await signIn.confirmed(ctx.officer.id, body.current)
  const faults = passwordFaults(body.next, account.username)
  if (body.next === body.current) faults.push('不能与现在的密码相同')
  if (faults.length > 0) throw new Problem(accessProblems.weakPassword, { faults })
  const current = token === undefined ? undefined : (await sessions.officerOf(token))?.session.id
  await setPassword(ctx, ctx.officer.id, await hashPassword(body.next), false)
  await revokeSessionsOf(ctx, ctx.officer.id, current)
  // A request that comes before the commit would be remembered as it was.
  ctx.afterCommit(async () => sessions.forget(ctx.officer.id))
  return recorded(ctx, 'account.password_changed')
}

async function enrolTotp(ctx: Context, signIn: SignIn, password: string) {
  const account = await signIn.confirmed(ctx.officer.id, password)
  if (account.totpSecret !== null) throw new Problem(accessProblems.totpThere, {})
  const secret = randomBytes(20)
  await setTotp(ctx, ctx.officer.id, await symmetricEncrypt({ key: signIn.secret, data: secret.toString('base64') }))
  return { secret: base32Of(secret), uri: enrolmentUri(secret, account.username) }
}

async function confirmEnrolment(ctx: Context, signIn: SignIn, code: string) {
  const kept = await signIn.store.asOwner((owner) => unconfirmedSecret(owner, ctx.officer.id))
  if (kept === undefined) throw new Problem(accessProblems.totpMissing, {})
  const secret = Buffer.from(await symmetricDecrypt({ key: signIn.secret, data: kept }), 'base64')
  const step = stepOfCode(secret, code, ctx.now)
  if (step === undefined) throw new Problem(accessProblems.wrongCode, {})
  await confirmTotp(ctx, ctx.officer.id, step)
  return recorded(ctx, 'account.second_factor_added')
}

async function recorded(ctx: Context, action: string): Promise<Record<string, never>> {
  const { id, area } = ctx.officer
  await recordActs(ctx, [{ action, subjectKind: 'officer', subjectId: id, divisionCode: area }])
  return {}
}
