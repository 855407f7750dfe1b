/** HTTP: the review of former registered poor households; its moves are those of every case. */
import { type Route, route } from '../../../access/index.ts'
import { assessmentOf, beginReviews, keepAssessment, reviewProgress } from './exit-review.actions.ts'
import { assessmentAnswer, beginAnswer, beginBody, countsAnswer, countsQuery, idParams, keptAnswer } from './shapes.ts'

export const exitReviewRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/exit-reviews/progress',
    summary: '原建档立卡户退出评估进度',
    needs: 'case.read',
    query: countsQuery,
    answer: countsAnswer,
    handle: (ctx, { query }) => reviewProgress(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/exit-reviews',
    summary: '按范围发起退出评估，一次最多 500 户',
    needs: 'campaign.run',
    body: beginBody,
    answer: beginAnswer,
    handle: (ctx, { body }) => beginReviews(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/cases/:id/exit-criteria',
    summary: '退出评估的各项标准，逐项计算（查看留痕）',
    needs: 'case.read',
    params: idParams,
    answer: assessmentAnswer,
    handle: (ctx, { params }) => assessmentOf(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/cases/:id/exit-criteria/keep',
    summary: '留存今天的评估结果',
    needs: 'case.visit',
    params: idParams,
    answer: keptAnswer,
    handle: (ctx, { params }) => keepAssessment(ctx, params.id),
  }),
]
