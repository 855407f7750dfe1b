/** HTTP: concentrated checks, their rosters and coverage, and how many households may have been missed. */
import { type Route, route } from '../../access/index.ts'
import {
  assignShare,
  beginCampaign,
  campaignsInArea,
  closeCampaign,
  coverageOf,
  estimateFor,
  markHouseholds,
  refreshCampaign,
  rosterOf,
} from './campaigns.actions.ts'
import { takeRoster } from './roster-workbook.actions.ts'
import {
  assignAnswer,
  assignBody,
  campaignList,
  campaignShape,
  coverageAnswer,
  coverageQuery,
  estimateAnswer,
  estimateQuery,
  idParams,
  markAnswer,
  markBody,
  newCampaign,
  refreshAnswer,
  rosterPage,
  rosterQuery,
  versionBody,
  workbookAnswer,
} from './shapes.ts'

const reading = { method: 'GET', needs: 'case.read' } as const
const running = { method: 'POST', needs: 'campaign.run' } as const
const marking = { method: 'POST', needs: 'case.visit', params: idParams } as const

export const campaignRoutes: Route[] = [
  route({ ...reading, path: '/campaigns', summary: '集中排查清单', answer: campaignList, handle: (ctx) => campaignsInArea(ctx) }),
  route({
    ...running,
    path: '/campaigns',
    summary: '发起集中排查，按范围生成花名册',
    body: newCampaign,
    answer: campaignShape,
    handle: (ctx, { body }) => beginCampaign(ctx, body),
  }),
  route({
    ...reading,
    path: '/campaigns/:id/coverage',
    summary: '排查覆盖情况，逐级下钻',
    params: idParams,
    query: coverageQuery,
    answer: coverageAnswer,
    handle: (ctx, { params, query }) => coverageOf(ctx, params.id, query),
  }),
  route({
    ...reading,
    path: '/campaigns/:id/roster',
    summary: '排查花名册，可导出填写',
    params: idParams,
    query: rosterQuery,
    answer: rosterPage,
    handle: (ctx, { params, query }) => rosterOf(ctx, params.id, query),
  }),
  route({
    ...marking,
    path: '/campaigns/:id/marks',
    summary: '登记排查结果，可一次多户；发现风险的自动成为帮扶事项',
    body: markBody,
    answer: markAnswer,
    handle: (ctx, { params, body }) => markHouseholds(ctx, params.id, body),
  }),
  route({
    ...marking,
    path: '/campaigns/:id/roster-workbook',
    summary: '传回填好的花名册',
    takesFiles: true,
    answer: workbookAnswer,
    handle: (ctx, { params, uploads }) => takeRoster(ctx, params.id, uploads),
  }),
  route({
    ...marking,
    path: '/campaigns/:id/refresh',
    summary: '补入新增户，计入其他走访，剔除已不在册的户',
    answer: refreshAnswer,
    handle: (ctx, { params }) => refreshCampaign(ctx, params.id),
  }),
  route({
    ...running,
    path: '/campaigns/:id/assign',
    summary: '把一个乡镇或村的未排查户交给一名用户',
    params: idParams,
    body: assignBody,
    answer: assignAnswer,
    handle: (ctx, { params, body }) => assignShare(ctx, params.id, body),
  }),
  route({
    ...running,
    path: '/campaigns/:id/close',
    summary: '结束排查，缺口为零才能结束',
    params: idParams,
    body: versionBody,
    answer: campaignShape,
    handle: (ctx, { params, body }) => closeCampaign(ctx, params.id, body.version),
  }),
  route({
    method: 'GET',
    needs: 'worth.read',
    path: '/campaigns-estimate',
    summary: '各渠道都没有发现的风险户估计，先看哪里',
    query: estimateQuery,
    answer: estimateAnswer,
    handle: (ctx, { query }) => estimateFor(ctx, query.division, query.months),
  }),
]
