/** HTTP: screening runs, what they could not judge, and where two sources disagree. */
import { type Route, route } from '../../access/index.ts'
import { discrepancyList } from './discrepancy.actions.ts'
import { discrepancyPage, discrepancyQuery, unknownAnswer, unknownQuery } from './quality-shapes.ts'
import { askRun, cancelRun, oneRun, runList, unknownList } from './run.actions.ts'
import { idParams, newRun, runPage, runQuery, runShape } from './shapes.ts'

export const runRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/screening/runs',
    summary: '发起一次筛查',
    needs: 'screening.run',
    body: newRun,
    answer: runShape,
    handle: (ctx, { body }) => askRun(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/screening/runs',
    summary: '筛查记录，最近的在前',
    needs: 'lead.read',
    query: runQuery,
    answer: runPage,
    handle: (ctx, { query }) => runList(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/screening/runs/:id',
    summary: '一次筛查的进度与结果',
    needs: 'lead.read',
    params: idParams,
    answer: runShape,
    handle: (ctx, { params }) => oneRun(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/screening/runs/:id/cancel',
    summary: '取消尚未完成的筛查',
    needs: 'screening.run',
    params: idParams,
    answer: runShape,
    handle: (ctx, { params }) => cancelRun(ctx, params.id),
  }),
  route({
    method: 'GET',
    path: '/screening/unknowns',
    summary: '最近一次筛查不能判定的户数、缺少的数据和补齐办法',
    needs: 'lead.read',
    query: unknownQuery,
    answer: unknownAnswer,
    handle: (ctx, { query }) => unknownList(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/screening/discrepancies',
    summary: '两个来源说法不一致的地方',
    needs: 'lead.read',
    query: discrepancyQuery,
    answer: discrepancyPage,
    handle: (ctx, { query }) => discrepancyList(ctx, query),
  }),
]
