/** The audit trail over HTTP, and whether its seal holds. */
import { z } from 'zod'
import { type AuditMark, type Context, checkAudit, faultLine, type Store } from '../store/index.ts'
import { auditOrders, searchAudit } from './audit.queries.ts'
import { actionLabel, detailsInWords, subjectLabel } from './audit-words.rules.ts'
import { divisionNames } from './divisions.queries.ts'
import { kindsOf, orderFor } from './list-order.sql.ts'
import { asWorkbook, day, listOf, paging, readCursor, sortSchema } from './lists.ts'
import { pageOf } from './paging.rules.ts'
import type { Roles } from './roles.ts'
import { type Route, route } from './route.ts'
import { tableWorkbook } from './workbook.ts'

const line = z.object({
  id: z.number(),
  at: z.string(),
  officerId: z.number(),
  officerName: z.string(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  divisionCode: z.string(),
  divisionName: z.string().nullable(),
  details: z.unknown(),
  requestId: z.string(),
})

const query = z.strictObject({
  subjectKind: z.string().max(50).optional(),
  subjectId: z.string().max(200).optional(),
  officer: z.coerce.number().int().optional(),
  officerName: z.string().min(1).max(50).optional().describe('姓名中的字'),
  action: z
    .string()
    .regex(/^[a-z_]+\.[a-z_]*$/)
    .optional()
    .describe('完整的动作，或以点结尾的一类：officer.'),
  from: day.optional(),
  until: day.optional(),
  under: z
    .string()
    .regex(/^\d{2,12}$/)
    .optional(),
  sort: sortSchema(auditOrders),
  ...paging,
  ...asWorkbook,
})

const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' })

/** GET /audit and GET /audit/seal. */
export function auditRoutes(store: Store, roles: Roles): Route[] {
  return [searchRoute(roles), sealRoute(store)]
}

const searchRoute = (roles: Roles) =>
  route({
    method: 'GET',
    path: '/audit',
    summary: '审计日志：按对象、人员、动作、日期查询',
    needs: 'audit.read',
    query,
    answer: listOf(line),
    async handle(ctx, { query: { after, sort, limit, format, ...filter } }) {
      const order = orderFor(auditOrders, sort)
      const begins = readCursor(after, kindsOf(order))
      const lines = async (most: number) => {
        const rows = await searchAudit(ctx, filter, most, order, format === 'xlsx' ? undefined : begins)
        const names = await divisionNames(
          ctx,
          rows.map(({ divisionCode }) => divisionCode),
        )
        return rows.map((row) => ({ ...row, divisionName: names.get(row.divisionCode) ?? null }))
      }
      if (format === 'xlsx') return auditWorkbook(ctx, roles, lines)
      return pageOf(
        await lines(limit + 1),
        limit,
        (one) => one,
        ({ id }) => [id],
      )
    },
  })

/** Who reads the trail takes it out: auditors have no other lists. */
function auditWorkbook(ctx: Context, roles: Roles, rows: (most: number) => Promise<z.infer<typeof line>[]>) {
  const words = new Map([...ctx.policy.datasets, ...roles].map(([name, { label }]) => [name, label]))
  return tableWorkbook(ctx, {
    name: '审计日志',
    alsoFor: 'audit.read',
    rows,
    columns: [
      ['编号', (one) => one.id],
      ['时间', (one) => clock.format(Date.parse(one.at))],
      ['人员', (one) => one.officerName],
      ['动作', (one) => actionLabel(one.action)],
      ['对象', (one) => subjectLabel(one.subjectKind)],
      ['对象编号', (one) => one.subjectId],
      ['行政区划', (one) => one.divisionName ?? one.divisionCode],
      ['内容', (one) => detailsInWords(one.details, words)],
      ['请求号', (one) => one.requestId],
    ],
  })
}

const dayLength = 86_400_000

/** One check at a time: whoever asks while one runs gets its answer. Once a day, or when asked for, the whole chain; in between what came since. */
const sealRoute = (store: Store) => {
  let running: ReturnType<typeof checkAudit> | undefined
  let whole: { at: number; mark: AuditMark } | undefined
  const check = async (now: number, isWhole: boolean) => {
    const since = isWhole || whole === undefined || now - whole.at > dayLength ? undefined : whole.mark
    const found = await checkAudit(store, { since })
    if (found.mark === undefined) whole = undefined
    else whole = { at: since === undefined ? now : (whole?.at ?? now), mark: found.mark }
    return found
  }
  return route({
    method: 'GET',
    path: '/audit/seal',
    summary: '核验审计日志的封签：有没有被改动、删除或插入。每天第一次核验全部，其余核验新增的；whole=true 核验全部',
    needs: 'audit.read',
    query: z.strictObject({ whole: z.enum(['true', 'false']).default('false') }),
    answer: z.object({
      holds: z.boolean(),
      fault: z.string().nullable(),
      checkedAt: z.string(),
      wholeCheckedAt: z.string().nullable().describe('最近一次核验全部的时间'),
    }),
    async handle(ctx, { query }) {
      running ??= check(ctx.now.getTime(), query.whole === 'true').finally(() => {
        running = undefined
      })
      const { fault } = await running
      const wholeCheckedAt = whole === undefined ? null : new Date(whole.at).toISOString()
      return {
        holds: fault === undefined,
        fault: fault === undefined ? null : faultLine(fault),
        checkedAt: ctx.now.toISOString(),
        wholeCheckedAt,
      }
    },
  })
}
