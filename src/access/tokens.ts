/** Departments' systems hand in files with a token: made once, shown once, bound to a liaison, some datasets and a last day. */
import { performance } from 'node:perf_hooks'
import { z } from 'zod'
import { addYears, Problem } from '../kernel/index.ts'
import { type Context, dayIn, type Officer, recordActs, type Store } from '../store/index.ts'
import { kindsOf, orderFor } from './list-order.sql.ts'
import { asWorkbook, clock, day, idParams, listOf, pageOfPlaced, paging, readCursor, sortSchema } from './lists.ts'
import { officerById } from './officers.queries.ts'
import { officeById } from './offices.queries.ts'
import type { Permission } from './permissions.ts'
import { accessProblems } from './problems.ts'
import type { Roles } from './roles.ts'
import { type Route, route } from './route.ts'
import { digestOf, newToken } from './secrets.ts'
import { seeToken } from './sign-in.queries.ts'
import { insertToken, listTokens, revokeToken, tokenOrders } from './tokens.queries.ts'
import { tableWorkbook } from './workbook.ts'

export interface Tokens {
  officerOf(token: string): Promise<Officer | undefined>
}

const prefix = 'xj_'
const knownFor = 3_000
/** A system never does more than hand in, whatever else its liaison may. */
const ofSystems: readonly Permission[] = ['file.hand_in']

/** Who a token acts for, known for three seconds. */
export function openTokens(store: Store, roles: Roles): Tokens {
  const known = new Map<string, { until: number; officer: Officer }>()
  return {
    async officerOf(token) {
      if (!token.startsWith(prefix)) return undefined
      const hash = digestOf(token)
      const found = known.get(hash)
      if (found !== undefined && found.until > performance.now()) return found.officer
      known.delete(hash)
      const now = store.now()
      const seen = await store.asOwner((owner) => seeToken(owner, hash, dayIn(now), now))
      if (seen === undefined) return undefined
      const may = roles.get(seen.role)?.permissions ?? []
      const officer: Officer = {
        id: seen.officerId,
        name: `${seen.name}（${seen.tokenName}）`,
        officeId: seen.officeId,
        area: seen.area,
        role: seen.role,
        permissions: new Set(ofSystems.filter((permission) => may.includes(permission))),
        datasets: new Set(seen.datasets),
      }
      if (known.size > 1_000) known.clear()
      known.set(hash, { until: performance.now() + knownFor, officer })
      return officer
    },
  }
}

const tokenItem = z.object({
  id: z.number(),
  name: z.string(),
  officerId: z.number(),
  officerName: z.string(),
  officeName: z.string(),
  divisionCode: z.string(),
  datasets: z.array(z.string()),
  createdAt: z.string(),
  expiresOn: z.string(),
  lastUsedAt: z.string().nullable(),
  isRevoked: z.boolean(),
})

const tokenBody = z.strictObject({
  name: z.string().trim().min(1).max(100),
  officerId: z.number().int().describe('令牌代表的部门联络员'),
  datasets: z.array(z.string()).min(1).max(100),
  expiresOn: day,
})

const tokenWorkbook = (ctx: Context, rows: (most: number) => Promise<z.infer<typeof tokenItem>[]>) =>
  tableWorkbook(ctx, {
    name: '部门系统令牌',
    alsoFor: 'security.manage',
    rows,
    columns: [
      ['名称', (one) => one.name],
      ['联络员', (one) => one.officerName],
      ['部门', (one) => one.officeName],
      ['可报送的数据表', (one) => one.datasets.map((name) => ctx.policy.datasets.get(name)?.label ?? name).join('、')],
      ['开立时间', (one) => clock.format(Date.parse(one.createdAt))],
      ['有效期至', (one) => one.expiresOn],
      ['最近使用', (one) => (one.lastUsedAt === null ? '' : clock.format(Date.parse(one.lastUsedAt)))],
      ['状态', (one) => (one.isRevoked ? '已作废' : one.expiresOn < ctx.today ? '已到期' : '有效')],
    ],
  })

export const tokenRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/tokens',
    summary: '部门系统的令牌',
    needs: 'security.manage',
    query: z.strictObject({
      find: z.string().max(100).optional().describe('令牌、联络员或部门名称中的字'),
      state: z.enum(['valid', 'expired', 'revoked']).optional(),
      sort: sortSchema(tokenOrders),
      ...paging,
      ...asWorkbook,
    }),
    answer: listOf(tokenItem),
    async handle(ctx, { query: { sort, after, limit, format, ...filter } }) {
      const order = orderFor(tokenOrders, sort)
      if (format === 'xlsx') return tokenWorkbook(ctx, (most) => listTokens(ctx, filter, order, undefined, most))
      return pageOfPlaced(await listTokens(ctx, filter, order, readCursor(after, kindsOf(order)), limit + 1), limit)
    },
  }),
  route({
    method: 'POST',
    path: '/tokens',
    summary: '为部门系统开一个令牌',
    needs: 'security.manage',
    body: tokenBody,
    answer: z.object({ id: z.number(), token: z.string().describe('只显示这一次') }),
    answersSecret: true,
    handle: (ctx, { body }) => createToken(ctx, body),
  }),
  route({
    method: 'DELETE',
    path: '/tokens/:id',
    summary: '作废一个令牌',
    needs: 'security.manage',
    params: idParams,
    answer: z.object({}),
    async handle(ctx, { params }) {
      const { name, divisionCode } = await revokeToken(ctx, params.id)
      await recordActs(ctx, [{ action: 'token.revoked', subjectKind: 'token', subjectId: params.id, divisionCode, details: { name } }])
      return {}
    },
  }),
]

async function createToken(ctx: Context, { name, officerId, datasets, expiresOn }: z.infer<typeof tokenBody>) {
  const officer = await officerById(ctx, officerId)
  const office = await officeById(ctx, officer.officeId)
  const missing = datasets.filter((dataset) => !office.datasets.includes(dataset))
  if (missing.length > 0 || office.kind !== 'department') throw new Problem(accessProblems.notLiaison, { name: officer.name, missing })
  const latest = addYears(ctx.today, 1)
  if (expiresOn < ctx.today || expiresOn > latest) throw new Problem(accessProblems.tokenTooLong, { latest })
  const token = `${prefix}${newToken()}`
  const { divisionCode } = officer
  const id = await insertToken(ctx, { divisionCode, officerId, name, tokenHash: digestOf(token), datasets, expiresOn })
  const details = { name, officerId, datasets, expiresOn }
  await recordActs(ctx, [{ action: 'token.created', subjectKind: 'token', subjectId: id, divisionCode, details }])
  return { id, token }
}
