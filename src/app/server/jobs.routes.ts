/** What runs in the background, as officers see it: progress, result, cancel. */
import { z } from 'zod'
import { type Route, route } from '../../access/index.ts'
import { Problem } from '../../kernel/index.ts'
import { cancelJob, type Job, jobById, jobsOf } from '../../store/index.ts'
import { serverProblems } from './problems.ts'

const states = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
const id = z.object({ id: z.coerce.number().int().positive() })

const jobAnswer = z.object({
  id: z.number(),
  kind: z.string(),
  state: z.enum(states),
  progress: z.object({ done: z.number(), of: z.number().nullable(), line: z.string() }),
  divisionCode: z.string(),
  result: z.unknown(),
  error: z.string().nullable(),
  startedBy: z.object({ id: z.number(), name: z.string() }),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
})

function shown({ input: _, createdAt, startedAt, endedAt, ...job }: Job) {
  return {
    ...job,
    result: job.result ?? null,
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  }
}

export const jobRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/jobs',
    summary: '后台任务，最近的在前',
    needs: 'signed-in',
    query: z.object({
      kind: z.string().max(60).optional(),
      state: z.enum(states).optional(),
      before: z.coerce.number().int().positive().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({ items: z.array(jobAnswer) }),
    handle: async (ctx, { query: { kind, state, before, limit } }) => ({
      items: (
        await jobsOf(ctx, {
          limit,
          ...(kind === undefined ? {} : { kind }),
          ...(state === undefined ? {} : { states: [state] }),
          ...(before === undefined ? {} : { before }),
        })
      ).map(shown),
    }),
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
