/** HTTP: the lead queue, the proof card, and what officers do with a lead. */
import { type Route, route } from '../../access/index.ts'
import { assignLead, closeLead, noteLead, reopenLead } from './lead.actions.ts'
import { householdList, leadList, leadSummaries } from './lead-lists.actions.ts'
import { leadProof } from './proof-card.actions.ts'
import {
  assignBody,
  closeBody,
  householdPage,
  householdQuery,
  idParams,
  leadCard,
  leadPage,
  leadQuery,
  leadSummary,
  noteBody,
  reopenBody,
  summaryQuery,
  versionAnswer,
} from './shapes.ts'

const handling = { method: 'POST', needs: 'lead.handle', params: idParams, answer: versionAnswer } as const

export const leadRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/leads',
    summary: '线索列表，可筛选、排序、导出',
    needs: 'lead.read',
    query: leadQuery,
    answer: leadPage,
    handle: (ctx, { query }) => leadList(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/leads/households',
    summary: '有线索的户，一户一行，最急的在前',
    needs: 'lead.read',
    query: householdQuery,
    answer: householdPage,
    handle: (ctx, { query }) => householdList(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/leads/summary',
    summary: '线索分组计数，用于图表和逐级下钻',
    needs: 'lead.read',
    query: summaryQuery,
    answer: leadSummary,
    handle: (ctx, { query }) => leadSummaries(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/leads/:id',
    summary: '一条线索的证据卡（查看留痕）',
    needs: 'lead.read',
    params: idParams,
    answer: leadCard,
    handle: (ctx, { params }) => leadProof(ctx, params.id),
  }),
  route({
    ...handling,
    path: '/leads/:id/assign',
    summary: '分派给一名用户，或退回乡镇待办',
    body: assignBody,
    handle: (ctx, { params, body }) => assignLead(ctx, params.id, body),
  }),
  route({
    ...handling,
    path: '/leads/:id/note',
    summary: '记一条备注',
    body: noteBody,
    handle: (ctx, { params, body }) => noteLead(ctx, params.id, body),
  }),
  route({
    ...handling,
    path: '/leads/:id/close',
    summary: '办结：属实或不属实，附理由',
    body: closeBody,
    handle: (ctx, { params, body }) => closeLead(ctx, params.id, body),
  }),
  route({
    ...handling,
    path: '/leads/:id/reopen',
    summary: '重新打开已办结的线索',
    body: reopenBody,
    handle: (ctx, { params, body }) => reopenLead(ctx, params.id, body),
  }),
]
