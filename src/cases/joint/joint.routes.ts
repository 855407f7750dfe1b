/** HTTP: the one statement, and referrals as the assistance office and civil affairs each handle them. */
import { type Route, route } from '../../access/index.ts'
import { actOnReferral, offerReferral, sendReferral } from './referral.actions.ts'
import {
  actBody,
  acted,
  actParams,
  idParams,
  listQuery,
  offerBody,
  referral,
  referralPage,
  sendBody,
  sent,
  summary,
  unmaskBody,
  unmasked,
} from './referral.shapes.ts'
import { openReferral, referralList, referralSummary, unmaskReferral } from './referral-reading.actions.ts'
import { statementOf, statementWorkbook } from './statement.actions.ts'
import { statement, statementParams, statementQuery } from './statement.shapes.ts'

const ours = { needs: 'joint.refer' } as const
const theirs = { needs: 'joint.answer' } as const

export const jointRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/register/households/:id/statement/:period',
    summary: '一户一个核算期的收支表：已填和可带出的数、来源，防返贫和民政两套规则的逐项结果（查看留痕）',
    needs: 'register.read',
    params: statementParams,
    query: statementQuery,
    answer: statement,
    handle: (ctx, { params, query }) =>
      query.format === 'xlsx' ? statementWorkbook(ctx, params.id, params.period) : statementOf(ctx, params.id, params.period),
  }),
  route({
    ...ours,
    method: 'GET',
    path: '/joint/referrals',
    summary: '与民政部门移交的低收入家庭',
    query: listQuery,
    answer: referralPage,
    handle: (ctx, { query }) => referralList(ctx, 'ours', query),
  }),
  route({
    ...ours,
    method: 'GET',
    path: '/joint/summary',
    summary: '移交计数',
    answer: summary,
    handle: (ctx) => referralSummary(ctx, 'ours'),
  }),
  route({
    ...ours,
    method: 'GET',
    path: '/joint/referrals/:id',
    summary: '一件移交：所附收支表、经过、可以办理的步骤（查看留痕）',
    params: idParams,
    answer: referral,
    handle: (ctx, { params }) => openReferral(ctx, 'ours', params.id),
  }),
  route({
    ...ours,
    method: 'POST',
    path: '/joint/referrals',
    summary: '把一户移交县民政部门，附收支表',
    body: sendBody,
    answer: sent,
    handle: (ctx, { body }) => sendReferral(ctx, body),
  }),
  route({
    ...ours,
    method: 'POST',
    path: '/joint/referrals/:id/acts/:action',
    summary: '受理或不受理民政部门移来的，撤回移交出去的',
    params: actParams,
    body: actBody,
    answer: acted,
    handle: (ctx, { params, body }) => actOnReferral(ctx, params.id, params.action, 'ours', body),
  }),
  route({
    ...theirs,
    method: 'GET',
    path: '/joint/handed',
    summary: '民政部门：移交给本单位的和本单位移出的',
    query: listQuery,
    answer: referralPage,
    handle: (ctx, { query }) => referralList(ctx, 'theirs', query),
  }),
  route({
    ...theirs,
    method: 'GET',
    path: '/joint/handed-summary',
    summary: '民政部门：移交计数',
    answer: summary,
    handle: (ctx) => referralSummary(ctx, 'theirs'),
  }),
  route({
    ...theirs,
    method: 'GET',
    path: '/joint/handed/:id',
    summary: '民政部门：一件移交和所附收支表（查看留痕）',
    params: idParams,
    answer: referral,
    handle: (ctx, { params }) => openReferral(ctx, 'theirs', params.id),
  }),
  route({
    ...theirs,
    method: 'POST',
    path: '/joint/handed',
    summary: '民政部门：把一户移来，按成员的姓名和证件号码找到',
    body: offerBody,
    answer: sent,
    handle: (ctx, { body }) => offerReferral(ctx, body),
  }),
  route({
    ...theirs,
    method: 'POST',
    path: '/joint/handed/:id/acts/:action',
    summary: '民政部门：受理、认定、不予认定；撤回移出的',
    params: actParams,
    body: actBody,
    answer: acted,
    handle: (ctx, { params, body }) => actOnReferral(ctx, params.id, params.action, 'theirs', body),
  }),
  route({
    ...theirs,
    method: 'POST',
    path: '/joint/handed/:id/unmask',
    summary: '民政部门：查看成员完整证件号码（须填原因，留痕）',
    params: idParams,
    body: unmaskBody,
    answer: unmasked,
    answersSecret: true,
    handle: (ctx, { params, body }) => unmaskReferral(ctx, params.id, body.reason),
  }),
]
