/** HTTP: plans, measures, clearing conditions, and what is owed in an area. */
import { type Route, route } from '../../access/index.ts'
import { checkClearing, clearingOf } from './clearing.actions.ts'
import { agreePlan, alterMeasure, deliverMeasure, endMeasure, planMeasure, planOutside } from './measures.actions.ts'
import { catalogue, helpOf, helpOverview, measureList } from './reading.actions.ts'
import {
  agreeBody,
  catalogueAnswer,
  changeBody,
  checkAnswer,
  checkBody,
  clearingAnswer,
  deliverBody,
  divisionQuery,
  endBody,
  helpAnswer,
  idParams,
  measureAnswer,
  measurePage,
  measureQuery,
  newMeasure,
  outsideMeasure,
  overviewAnswer,
  versionAnswer,
} from './shapes.ts'

const reading = { method: 'GET', needs: 'case.read' } as const
const planning = { method: 'POST', needs: 'help.plan', params: idParams } as const

const readingRoutes: Route[] = [
  route({ ...reading, path: '/help/catalogue', summary: '帮扶措施目录', answer: catalogueAnswer, handle: async (ctx) => catalogue(ctx) }),
  route({
    ...reading,
    path: '/help/overview',
    summary: '应定未定的帮扶计划、动态清零、集中出现预警',
    query: divisionQuery,
    answer: overviewAnswer,
    handle: (ctx, { query }) => helpOverview(ctx, query.division),
  }),
  route({
    ...reading,
    path: '/measures',
    summary: '帮扶措施清单，可筛选、排序、导出',
    query: measureQuery,
    answer: measurePage,
    handle: (ctx, { query }) => measureList(ctx, query),
  }),
  route({
    ...reading,
    path: '/cases/:id/help',
    summary: '一户的帮扶计划：应落实的、已落实的、建议的（查看留痕）',
    params: idParams,
    answer: helpAnswer,
    handle: (ctx, { params }) => helpOf(ctx, params.id),
  }),
  route({
    ...reading,
    path: '/cases/:id/clearing',
    summary: '风险消除条件逐条核对（查看留痕）',
    params: idParams,
    answer: clearingAnswer,
    handle: (ctx, { params }) => clearingOf(ctx, params.id),
  }),
]

const changingRoutes: Route[] = [
  route({
    ...planning,
    path: '/cases/:id/measures',
    summary: '列入一项帮扶措施',
    body: newMeasure,
    answer: measureAnswer,
    handle: (ctx, { params, body }) => planMeasure(ctx, params.id, body),
  }),
  route({
    ...planning,
    path: '/register/households/:id/measures',
    summary: '没有事项的帮扶，须写原因',
    body: outsideMeasure,
    answer: measureAnswer,
    handle: (ctx, { params, body }) => planOutside(ctx, params.id, body),
  }),
  route({
    ...planning,
    path: '/cases/:id/plan/agree',
    summary: '确认帮扶计划',
    body: agreeBody,
    answer: versionAnswer,
    handle: (ctx, { params, body }) => agreePlan(ctx, params.id, body),
  }),
  route({
    ...planning,
    path: '/measures/:id/deliveries',
    summary: '登记一次落实',
    body: deliverBody,
    answer: measureAnswer,
    handle: (ctx, { params, body }) => deliverMeasure(ctx, params.id, body),
  }),
  route({
    ...planning,
    path: '/measures/:id/end',
    summary: '结束或取消一项措施',
    body: endBody,
    answer: measureAnswer,
    handle: (ctx, { params, body }) => endMeasure(ctx, params.id, body),
  }),
  route({
    method: 'PATCH',
    needs: 'help.plan',
    path: '/measures/:id',
    summary: '调整一项措施',
    params: idParams,
    body: changeBody,
    answer: measureAnswer,
    handle: (ctx, { params, body }) => alterMeasure(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    needs: 'case.visit',
    path: '/cases/:id/clearing/check',
    summary: '核对并留存消除条件和十三项快照',
    params: idParams,
    body: checkBody,
    answer: checkAnswer,
    handle: (ctx, { params, body }) => checkClearing(ctx, params.id, body.isNatural),
  }),
]

export const helpRoutes: Route[] = [...readingRoutes, ...changingRoutes]
