/** What runs in the background, as officers see it: progress, result, cancel. */
import { z } from 'zod'
import { clock, kindsOf, orderFor, pageOfPlaced, type Route, readCursor, route, sortSchema, tableWorkbook } from '../../access/index.ts'
import { Problem } from '../../kernel/index.ts'
import { daySchema } from '../../policy/index.ts'
import { type Context, cancelJob, jobById } from '../../store/index.ts'
import { type JobFilter, jobOrders, type ListedJob, listJobs } from './jobs.queries.ts'
import { serverProblems } from './problems.ts'

const states = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
const stateLabels = { queued: '排队中', running: '正在运行', done: '已完成', failed: '失败', cancelled: '已取消' } as const
const kindLabels: Readonly<Record<string, string>> = {
  'screening.run': '筛查',
  'screening.rows': '整理部门数据',
  'rule.trial': '规则试算',
  'case.compare': '部门信息比对',
  'cases.daily': '帮扶事项每日检查',
  'files.retention': '到期数据销毁',
  'file.read': '读取文件',
  'register.load': '导入全国系统数据',
}
const id = z.object({ id: z.coerce.number().int().positive() })

const jobAnswer = z.object({
  id: z.number(),
  kind: z.string(),
  kindLabel: z.string(),
  state: z.enum(states),
  stateLabel: z.string(),
  progress: z.object({ done: z.number(), of: z.number().nullable(), line: z.string() }),
  divisionCode: z.string(),
  result: z.unknown(),
  error: z.string().nullable(),
  startedBy: z.object({ id: z.number(), name: z.string() }),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
})

/** What a job was asked stays inside. */
function shown({ id, kind, state, progress, divisionCode, result, error, startedBy, createdAt, startedAt, endedAt }: ListedJob) {
  return {
    id,
    kind,
    kindLabel: kindLabels[kind] ?? '后台任务',
    state,
    stateLabel: stateLabels[state],
    progress,
    divisionCode,
    error,
    startedBy,
    result: result ?? null,
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  }
}

type Shown = ReturnType<typeof shown>
const time = (moment: string | null) => (moment === null ? '' : clock.format(Date.parse(moment)))

function jobWorkbook(ctx: Context, filter: JobFilter, sort: Parameters<typeof orderFor<keyof typeof jobOrders>>[1]) {
  return tableWorkbook(ctx, {
    name: '后台任务',
    rows: async (most) => (await listJobs(ctx, filter, orderFor(jobOrders, sort), undefined, most)).map(shown),
    columns: [
      ['编号', (job: Shown) => job.id],
      ['任务', (job: Shown) => job.kindLabel],
      ['状态', (job: Shown) => job.stateLabel],
      ['进展', (job: Shown) => job.progress.line],
      ['发起人', (job: Shown) => job.startedBy.name],
      ['发起时间', (job: Shown) => time(job.createdAt)],
      ['开始时间', (job: Shown) => time(job.startedAt)],
      ['结束时间', (job: Shown) => time(job.endedAt)],
      ['没有完成的原因', (job: Shown) => job.error],
    ],
  })
}

export const jobRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/jobs',
    summary: '后台任务，可筛选、排序、导出；不另排序时最近的在前',
    needs: 'signed-in',
    query: z.object({
      kind: z.string().max(60).optional(),
      state: z.enum(states).optional(),
      starter: z.string().max(50).optional().describe('发起人姓名中的字'),
      from: daySchema.optional(),
      until: daySchema.optional(),
      sort: sortSchema(jobOrders),
      after: z.string().max(400).optional().describe('上一页答复里的 next'),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      format: z.enum(['json', 'xlsx']).default('json'),
    }),
    answer: z.object({ items: z.array(jobAnswer), next: z.string().nullable() }),
    async handle(ctx, { query: { sort, after, limit, format, ...filter } }) {
      if (format === 'xlsx') return jobWorkbook(ctx, filter, sort)
      const order = orderFor(jobOrders, sort)
      const { items, next } = pageOfPlaced(await listJobs(ctx, filter, order, readCursor(after, kindsOf(order)), limit + 1), limit)
      return { items: items.map(shown), next }
    },
  }),
  route({
    method: 'GET',
    path: '/jobs/:id',
    summary: '一项后台任务的进度和结果',
    needs: 'signed-in',
    params: id,
    answer: jobAnswer,
    handle: async (ctx, { params }) => shown(await jobById(ctx, params.id)),
  }),
  route({
    method: 'POST',
    path: '/jobs/:id/cancel',
    summary: '取消后台任务；已完成的部分不变',
    needs: 'signed-in',
    params: id,
    answer: jobAnswer,
    handle: async (ctx, { params }) => {
      const { startedBy } = await jobById(ctx, params.id)
      const mayStop =
        startedBy.id === ctx.officer.id || ctx.officer.permissions.has('screening.run') || ctx.officer.permissions.has('system.manage')
      if (!mayStop) throw new Problem(serverProblems.notPermitted, { permission: '取消别人的任务' })
      await cancelJob(ctx, params.id)
      return shown(await jobById(ctx, params.id))
    },
  }),
]
