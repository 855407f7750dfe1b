/** The audit trail over HTTP, and whether its seal holds. */
import { z } from 'zod'
import { type AuditMark, type Context, checkAudit, faultLine, type Store } from '../store/index.ts'
import { searchAudit } from './audit.queries.ts'
import { divisionNames } from './divisions.queries.ts'
import { day, listOf } from './lists.ts'
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
  after: z.coerce.number().int().optional().describe('上一页答复里的 next'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  format: z.literal('xlsx').optional(),
})

const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' })

/** GET /audit and GET /audit/seal. */
export function auditRoutes(store: Store): Route[] {
  return [searchRoute, sealRoute(store)]
}

const searchRoute = route({
  method: 'GET',
  path: '/audit',
  summary: '审计日志：按对象、人员、动作、日期查询',
  needs: 'audit.read',
  query,
  answer: listOf(line),
  async handle(ctx, { query: { after, ...filter } }) {
    const lines = async (limit: number) => {
      const rows = await searchAudit(ctx, { ...filter, before: after, limit })
      const names = await divisionNames(
        ctx,
        rows.map(({ divisionCode }) => divisionCode),
      )
      return rows.map((row) => ({ ...row, divisionName: names.get(row.divisionCode) ?? null }))
    }
    if (filter.format === 'xlsx') return auditWorkbook(ctx, lines)
    const items = await lines(filter.limit)
    return { items, next: items.length === filter.limit ? String(items.at(-1)?.id ?? '') : null }
  },
})

/** Who reads the trail takes it out: auditors have no other lists. */
function auditWorkbook(ctx: Context, rows: (most: number) => Promise<z.infer<typeof line>[]>) {
  return tableWorkbook(ctx, {
    name: '审计日志',
    alsoFor: 'audit.read',
    rows,
    columns: [
      ['编号', (one) => one.id],
      ['时间', (one) => clock.format(Date.parse(one.at))],
      ['人员', (one) => one.officerName],
      ['动作', (one) => one.action],
      ['对象', (one) => one.subjectKind],
      ['对象编号', (one) => one.subjectId],
      ['行政区划', (one) => one.divisionName ?? one.divisionCode],
      ['内容', (one) => JSON.stringify(one.details)],
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
