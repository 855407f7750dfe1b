/** Log-in, log-out, and who one is. */
import { z } from 'zod'
import { type Context, recordActs } from '../store/index.ts'
import { divisionNames } from './divisions.queries.ts'
import { kindsOf, orderFor } from './list-order.sql.ts'
import { asWorkbook, clock, listOf, pageOfPlaced, paging, readCursor, sortSchema } from './lists.ts'
import { officeById } from './offices.queries.ts'
import { type Roles, roleLabel } from './roles.ts'
import { type Route, route } from './route.ts'
import { accountState, type ListedSession, openSessionsOf, revokeSession, sessionById, sessionOrders } from './session.queries.ts'
import type { Sessions } from './sessions.ts'
import type { SignIn } from './sign-in.ts'
import { tableWorkbook } from './workbook.ts'

export const signInAnswer = z.union([
  z.object({ mustChangePassword: z.boolean(), expiresAt: z.string() }),
  z.object({ needsCode: z.literal(true) }).describe('密码正确，还需要动态验证码：带上 code 再登录一次'),
])

const whoAnswer = z.object({
  officer: z.object({ id: z.number(), name: z.string() }),
  office: z.object({ id: z.number(), name: z.string(), kind: z.string() }),
  area: z.object({ code: z.string(), name: z.string() }),
  role: z.string(),
  roleLabel: z.string(),
  permissions: z.array(z.string()),
  datasets: z.array(z.string()).nullable(),
  mustChangePassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  mustAddSecondFactor: z.boolean().describe('角色须使用动态验证码，而本人还没有启用'),
  expiresAt: z.string().nullable(),
  publicUrl: z.string().nullable().describe('群众手机能打开的网址，印在码和海报上；空为没有设置'),
})

const sessionItem = z.object({
  id: z.number(),
  officerId: z.number(),
  officerName: z.string(),
  openedAt: z.string(),
  lastSeenAt: z.string(),
  expiresAt: z.string(),
  address: z.string(),
  userAgent: z.string(),
  isCurrent: z.boolean(),
})

/** POST, GET and DELETE /session, and the sessions that are open. */
export function sessionRoutes(signIn: SignIn, sessions: Sessions, roles: Roles, publicUrl: string | null): Route[] {
  return [signInRoute(signIn), whoRoute(sessions, roles, publicUrl), signOutRoute(sessions), listRoute(sessions), revokeRoute(sessions)]
}

const signInRoute = (signIn: SignIn) =>
  route({
    method: 'POST',
    path: '/session',
    summary: '登录',
    needs: 'public',
    body: z.strictObject({ username: z.string().max(64), password: z.string().max(200), code: z.string().max(10).optional() }),
    answer: signInAnswer,
    answersSecret: true,
    async handle(ctx, { body, address, userAgent }) {
      const result = await signIn.byPassword({ ...body, address, userAgent, requestId: ctx.requestId })
      if ('needsCode' in result) return result
      const { token, expiresAt, mustChangePassword } = result
      return { kind: 'session', token, expiresAt, body: { mustChangePassword, expiresAt: expiresAt.toISOString() } }
    },
  })

const whoRoute = (sessions: Sessions, roles: Roles, publicUrl: string | null) =>
  route({
    method: 'GET',
    path: '/session',
    summary: '当前登录的是谁、能做什么',
    needs: 'signed-in',
    answer: whoAnswer,
    async handle(ctx, { token }) {
      const { officer } = ctx
      const session = token === undefined ? undefined : (await sessions.officerOf(token))?.session
      const [office, names, account] = await Promise.all([
        officeById(ctx, officer.officeId),
        divisionNames(ctx, [officer.area]),
        accountState(ctx, officer.id),
      ])
      return {
        officer: { id: officer.id, name: officer.name },
        office: { id: officer.officeId, name: office.name, kind: office.kind },
        area: { code: officer.area, name: names.get(officer.area) ?? (officer.area || office.name) },
        role: officer.role,
        roleLabel: roleLabel(roles, officer.role),
        permissions: [...officer.permissions],
        datasets: officer.datasets === undefined ? null : [...officer.datasets],
        mustChangePassword: session?.mustChangePassword ?? false,
        hasSecondFactor: account.hasSecondFactor,
        mustAddSecondFactor: session?.mustAddSecondFactor ?? false,
        expiresAt: session?.expiresAt.toISOString() ?? null,
        publicUrl,
      }
    },
  })

const signOutRoute = (sessions: Sessions) =>
  route({
    method: 'DELETE',
    path: '/session',
    summary: '退出登录',
    needs: 'public',
    answer: z.object({}),
    async handle(ctx, { token }) {
      if (token !== undefined) await sessions.close(token)
      const { id, area } = ctx.officer
      if (id > 0) await recordActs(ctx, [{ action: 'session.closed', subjectKind: 'officer', subjectId: id, divisionCode: area }])
      return { kind: 'session', token: null, body: {} }
    },
  })

const sessionWorkbook = (ctx: Context, rows: (most: number) => Promise<ListedSession[]>) =>
  tableWorkbook(ctx, {
    name: '正在登录的会话',
    alsoFor: 'security.manage',
    rows,
    columns: [
      ['人员', (one) => one.officerName],
      ['登录时间', (one) => clock.format(Date.parse(one.openedAt))],
      ['最近活动', (one) => clock.format(Date.parse(one.lastSeenAt))],
      ['到期', (one) => clock.format(Date.parse(one.expiresAt))],
      ['地址', (one) => one.address],
      ['浏览器', (one) => one.userAgent],
    ],
  })

const listRoute = (sessions: Sessions) =>
  route({
    method: 'GET',
    path: '/sessions',
    summary: '正在登录的会话（自己的；安全管理员可看辖区内所有人的）',
    needs: 'signed-in',
    query: z.strictObject({
      officer: z.coerce.number().int().optional(),
      name: z.string().max(50).optional().describe('姓名中的字'),
      sort: sortSchema(sessionOrders),
      ...paging,
      ...asWorkbook,
    }),
    answer: listOf(sessionItem),
    async handle(ctx, { query, token }) {
      const isAllowed = ctx.officer.permissions.has('security.manage')
      const current = token === undefined ? undefined : (await sessions.officerOf(token))?.session.id
      const wanted = { officerId: isAllowed ? query.officer : ctx.officer.id, name: query.name }
      const order = orderFor(sessionOrders, query.sort)
      if (query.format === 'xlsx') return sessionWorkbook(ctx, (most) => openSessionsOf(ctx, wanted, order, undefined, most))
      const after = readCursor(query.after, kindsOf(order))
      const { items, next } = pageOfPlaced(await openSessionsOf(ctx, wanted, order, after, query.limit + 1), query.limit)
      return { items: items.map((row) => ({ ...row, isCurrent: row.id === current })), next }
    },
  })

const revokeRoute = (sessions: Sessions) =>
  route({
    method: 'DELETE',
    path: '/sessions/:id',
    summary: '强制下线一个会话',
    needs: 'signed-in',
    params: z.object({ id: z.coerce.number().int() }),
    answer: z.object({}),
    async handle(ctx, { params }) {
      const { officerId, divisionCode } = await sessionById(ctx, params.id, ctx.officer.permissions.has('security.manage'))
      await revokeSession(ctx, params.id)
      await recordActs(ctx, [
        { action: 'session.revoked', subjectKind: 'officer', subjectId: officerId, divisionCode, details: { session: params.id } },
      ])
      sessions.forget(officerId)
      return {}
    },
  })
