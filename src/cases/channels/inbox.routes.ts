/** Applications, calls, letters and tips over HTTP, for officers. */
import { z } from 'zod'
import { type Route, route } from '../../access/index.ts'
import { acceptApplication, enterConsultation, enterPaper, refuseApplication, tellResult } from './deciding.actions.ts'
import { countsOf, inboxList, openApplication, photoFile, unmaskApplication, wordsOfForms } from './inbox.actions.ts'
import {
  acceptBody,
  accepted,
  application,
  consultationBody,
  counts,
  entered,
  formWords,
  idParams,
  inboxPage,
  inboxQuery,
  paperBody,
  refuseBody,
  toldBody,
  unmaskBody,
  unmasked,
} from './inbox.shapes.ts'

const read = { method: 'GET', needs: 'case.read' } as const
const decide = { method: 'POST', needs: 'application.receive', params: idParams } as const

export const inboxRoutes: readonly Route[] = [
  route({
    ...read,
    path: '/applications',
    summary: '申请、来电来信和反映：待受理的在前，按期限排列',
    query: inboxQuery,
    answer: inboxPage,
    handle: (ctx, { query }) => inboxList(ctx, query),
  }),
  route({
    ...read,
    path: '/applications/counts',
    summary: '待受理、逾期、待告知的件数',
    answer: counts,
    handle: (ctx) => countsOf(ctx),
  }),
  route({
    ...read,
    path: '/applications/words',
    summary: '登记和办理申请时的选项',
    answer: formWords,
    handle: async (ctx) => wordsOfForms(ctx),
  }),
  route({
    ...read,
    path: '/applications/:id',
    summary: '一件申请：可能是哪一户、同一人的其他申请（查看留痕）',
    params: idParams,
    answer: application,
    handle: (ctx, { params }) => openApplication(ctx, params.id),
  }),
  route({
    ...read,
    path: '/applications/:id/photo',
    summary: '申请所附的照片',
    params: idParams,
    handle: (ctx, { params }) => photoFile(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/applications/:id/unmask',
    summary: '查看完整证件号码和电话（须填原因，留痕）',
    needs: 'person.unmask',
    params: idParams,
    body: unmaskBody,
    answer: unmasked,
    answersSecret: true,
    handle: (ctx, { params, body }) => unmaskApplication(ctx, params.id, body.reason),
  }),
  route({
    method: 'POST',
    path: '/applications',
    summary: '录入纸质申请（村、乡镇）',
    needs: 'case.visit',
    body: paperBody,
    answer: entered,
    handle: (ctx, { body }) => enterPaper(ctx, body),
  }),
  route({
    method: 'POST',
    path: '/consultations',
    summary: '登记来电、来信、来访和社会反映（乡镇、县）',
    needs: 'application.receive',
    body: consultationBody,
    answer: entered,
    handle: (ctx, { body }) => enterConsultation(ctx, body),
  }),
  route({
    ...decide,
    path: '/applications/:id/accept',
    summary: '受理：确定是哪一户，转为帮扶事项；同一户的其他申请可一并受理',
    body: acceptBody,
    answer: accepted,
    handle: (ctx, { params, body }) => acceptApplication(ctx, params.id, body),
  }),
  route({
    ...decide,
    path: '/applications/:id/refuse',
    summary: '不予受理，附理由',
    body: refuseBody,
    answer: z.object({}),
    handle: (ctx, { params, body }) => refuseApplication(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    needs: 'case.read',
    params: idParams,
    path: '/applications/:id/told',
    summary: '登记已把结果告知申请人或反映人',
    body: toldBody,
    answer: z.object({}),
    handle: (ctx, { params, body }) => tellResult(ctx, params.id, body),
  }),
]
