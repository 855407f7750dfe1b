/** HTTP: trying a rule or a parameter value on the months there are. */
import { z } from 'zod'
import { type Route, route } from '../../access/index.ts'
import { idParams, newTrial, page, trialShape } from './shapes.ts'
import { askTrial, cancelTrial, oneTrial, trialList } from './trial.actions.ts'
import { trialHouseholds } from './trial-households.actions.ts'
import { trialHouseholdPage, trialHouseholdQuery } from './trial-shapes.ts'

export const trialRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/trials',
    summary: '试算：换一个参数值或启用一条规则，看各月线索的增减',
    needs: 'screening.run',
    body: newTrial,
    answer: trialShape,
    handle: (ctx, { body }) => askTrial(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/trials',
    summary: '试算记录，最近的在前',
    needs: 'screening.run',
    query: page,
    answer: z.object({ items: z.array(trialShape), next: z.string().nullable() }),
    handle: (ctx, { query }) => trialList(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/trials/:id',
    summary: '一次试算的进度与结果',
    needs: 'screening.run',
    params: idParams,
    answer: trialShape,
    handle: (ctx, { params }) => oneTrial(ctx, params.id),
  }),
  route({
    method: 'GET',
    path: '/trials/:id/households',
    summary: '试算某个月增加或减少的户，可查找、排序、导出',
    needs: 'screening.run',
    params: idParams,
    query: trialHouseholdQuery,
    answer: trialHouseholdPage,
    handle: (ctx, { params, query }) => trialHouseholds(ctx, params.id, query),
  }),
  route({
    method: 'POST',
    path: '/trials/:id/cancel',
    summary: '取消试算',
    needs: 'screening.run',
    params: idParams,
    answer: trialShape,
    handle: (ctx, { params }) => cancelTrial(ctx, params.id),
  }),
]
