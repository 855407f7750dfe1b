/** HTTP: data-quality problems, how they are mended, and their number over time. */
import { type Route, route } from '../../access/index.ts'
import { mendFinding } from './mend.actions.ts'
import { mendWorkbook, takeWorkbook } from './mend-workbook.actions.ts'
import { findingList, findingSummaries, findingTrend } from './quality.actions.ts'
import {
  findingPage,
  findingQuery,
  findingSummary,
  findingSummaryQuery,
  mendBody,
  trendAnswer,
  trendQuery,
  workbookAnswer,
  workbookQuery,
} from './quality-shapes.ts'
import { idParams, versionAnswer } from './shapes.ts'

export const qualityRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/quality/findings',
    summary: '数据质量问题清单与改法',
    needs: 'quality.read',
    query: findingQuery,
    answer: findingPage,
    handle: (ctx, { query }) => findingList(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/quality/summary',
    summary: '数据质量问题分组计数',
    needs: 'quality.read',
    query: findingSummaryQuery,
    answer: findingSummary,
    handle: (ctx, { query }) => findingSummaries(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/quality/trend',
    summary: '数据质量问题数随时间的变化',
    needs: 'quality.read',
    query: trendQuery,
    answer: trendAnswer,
    handle: (ctx, { query }) => findingTrend(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/quality/findings/:id/mend',
    summary: '就地改正一个问题',
    needs: 'quality.mend',
    params: idParams,
    body: mendBody,
    answer: versionAnswer,
    handle: (ctx, { params, body }) => mendFinding(ctx, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/quality/workbook',
    summary: '下载问题清单，填“更正值”一列后传回',
    needs: 'quality.mend',
    query: workbookQuery,
    handle: (ctx, { query }) => mendWorkbook(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/quality/workbook',
    summary: '上传填好更正值的问题清单',
    needs: 'quality.mend',
    takesFiles: true,
    answer: workbookAnswer,
    handle: (ctx, { uploads }) => takeWorkbook(ctx, uploads),
  }),
]
