/** HTTP: meetings, notices, objections, comparisons. */
import { z } from 'zod'
import { type Route, route, type Upload } from '../../access/index.ts'
import { Problem } from '../../kernel/index.ts'
import { compareAgain, explainFlag } from './comparison.actions.ts'
import { addMeetingPage, carryOutAgain, openMeeting, saveMeeting, sealMeeting } from './meeting.actions.ts'
import { meetingList, meetingPage, villagesWaiting } from './meeting-reading.actions.ts'
import { endNotice, goOnAgain, makeNotice, postNotice, withdrawNotice } from './notice.actions.ts'
import { noticeList, noticePage, noticesWaiting, publicNotice } from './notice-reading.actions.ts'
import { answerObjection, decideObjection, registerObjection, unmaskObjector } from './objection.actions.ts'
import { reviewProblems } from './problems.ts'
import { comparisonList, objectionList, reviewOfCase } from './reading.actions.ts'
import * as shapes from './shapes.ts'

const reading = { method: 'GET', needs: 'case.read' } as const
const villageWork = { method: 'POST', needs: 'case.visit' } as const
const { idParams, versionAnswer, idAnswer, listOf } = shapes

/** The one picture of a request. */
function pictureOf(uploads: readonly Upload[], what: string): { path: string; name: string } {
  const [one] = uploads
  if (one === undefined) throw new Problem(reviewProblems.noPhoto, { what })
  return { path: one.path, name: one.name }
}

const meetingRoutes: Route[] = [
  route({
    ...reading,
    path: '/review/villages',
    summary: '有农户等待民主评议的村',
    query: shapes.villagesQuery,
    answer: z.object({ items: z.array(shapes.waitingVillage) }),
    handle: (ctx, { query }) => villagesWaiting(ctx, query.division),
  }),
  route({
    ...reading,
    path: '/review/meetings',
    summary: '评议会议清单',
    query: shapes.meetingQuery,
    answer: listOf(shapes.meetingLine),
    handle: (ctx, { query }) => meetingList(ctx, query),
  }),
  route({
    ...villageWork,
    path: '/review/meetings',
    summary: '召开一次会议，评议本村所有等待的农户；同一编号只开一次',
    body: shapes.newMeeting,
    answer: idAnswer,
    handle: (ctx, { body }) => openMeeting(ctx, body),
  }),
  route({
    ...reading,
    path: '/review/meetings/:id',
    summary: '一次会议：到会、表决、记录、封存（查看留痕）',
    params: idParams,
    answer: shapes.meetingAnswer,
    handle: (ctx, { params }) => meetingPage(ctx, params.id),
  }),
  route({
    ...villageWork,
    method: 'PUT',
    path: '/review/meetings/:id',
    summary: '保存会议的到会、表决和讨论情况',
    params: idParams,
    body: shapes.savedMeeting,
    answer: versionAnswer,
    handle: (ctx, { params, body }) => saveMeeting(ctx, params.id, body),
  }),
  route({
    ...villageWork,
    path: '/review/meetings/:id/pages',
    summary: '上传会议照片或签字后的记录',
    params: idParams,
    takesFiles: true,
    body: shapes.pageBody,
    answer: idAnswer,
    handle: (ctx, { params, body, uploads }) =>
      addMeetingPage(
        ctx,
        params.id,
        body.kind,
        pictureOf(uploads, body.kind === 'scan' ? '签字后的会议记录' : '会议'),
        body.clientKey ?? null,
      ),
  }),
  route({
    ...villageWork,
    path: '/review/meetings/:id/seal',
    summary: '封存会议记录，并逐户办理结果',
    params: idParams,
    body: shapes.seenBody,
    answer: versionAnswer,
    handle: (ctx, { params, body }) => sealMeeting(ctx, params.id, body.version),
  }),
  route({
    ...villageWork,
    path: '/review/meetings/:id/carry-out',
    summary: '对还没有办成的各户继续办理',
    params: idParams,
    answer: versionAnswer,
    handle: (ctx, { params }) => carryOutAgain(ctx, params.id),
  }),
]

const noticeRoutes: Route[] = [
  route({
    ...reading,
    path: '/review/notices/waiting',
    summary: '需要制作公示、公告的农户，按村和种类',
    query: shapes.villagesQuery,
    answer: z.object({ items: z.array(shapes.waitingNotice) }),
    handle: (ctx, { query }) => noticesWaiting(ctx, query.division),
  }),
  route({
    ...reading,
    path: '/review/notices',
    summary: '公示、公告清单',
    query: shapes.noticeQuery,
    answer: listOf(shapes.noticeLine),
    handle: (ctx, { query }) => noticeList(ctx, query),
  }),
  route({
    ...villageWork,
    path: '/review/notices',
    summary: '为若干户制作一张公示或公告',
    body: shapes.newNotice,
    answer: idAnswer,
    handle: (ctx, { body }) => makeNotice(ctx, body),
  }),
  route({
    ...reading,
    path: '/review/notices/:id',
    summary: '一张公示：内容、期限、照片（查看留痕）',
    params: idParams,
    answer: shapes.noticeAnswer,
    handle: (ctx, { params }) => noticePage(ctx, params.id),
  }),
  route({
    ...villageWork,
    path: '/review/notices/:id/post',
    summary: '张贴并拍照，公示期开始',
    params: idParams,
    takesFiles: true,
    body: shapes.postBody,
    answer: versionAnswer,
    handle: (ctx, { params, body, uploads }) => postNotice(ctx, params.id, body, pictureOf(uploads, '张贴好的公示')),
  }),
  route({
    ...villageWork,
    path: '/review/notices/:id/end',
    summary: '期满拍照收起，逐户转入下一步',
    params: idParams,
    takesFiles: true,
    body: shapes.endBody,
    answer: versionAnswer,
    handle: (ctx, { params, body, uploads }) => endNotice(ctx, params.id, body.version, pictureOf(uploads, '期满时的公示')),
  }),
  route({
    ...villageWork,
    path: '/review/notices/:id/go-on',
    summary: '对期满而没有转入下一步的各户继续办理',
    params: idParams,
    answer: versionAnswer,
    handle: (ctx, { params }) => goOnAgain(ctx, params.id),
  }),
  route({
    ...villageWork,
    path: '/review/notices/:id/withdraw',
    summary: '作废一张有误的公示',
    params: idParams,
    body: shapes.withdrawBody,
    answer: versionAnswer,
    handle: (ctx, { params, body }) => withdrawNotice(ctx, params.id, body.version, body.reason),
  }),
  route({
    method: 'GET',
    needs: 'public',
    path: '/public/notices/:village',
    summary: '一个村正在进行的公示：户数、期限、向谁反映；不含姓名',
    params: shapes.villageParams,
    answer: shapes.publicNotices,
    handle: (ctx, { params }) => publicNotice(ctx, params.village),
  }),
]

const judging = { method: 'POST', needs: 'case.objection', params: idParams } as const
const objectionRoutes: Route[] = [
  route({
    ...reading,
    path: '/review/objections',
    summary: '异议清单',
    query: shapes.objectionQuery,
    answer: listOf(shapes.objectionLine),
    handle: (ctx, { query }) => objectionList(ctx, query),
  }),
  route({
    ...reading,
    method: 'POST',
    path: '/review/objections',
    summary: '登记异议（可以不署名），事项暂停',
    body: shapes.newObjection,
    answer: idAnswer,
    handle: (ctx, { body }) => registerObjection(ctx, body),
  }),
  route({
    ...judging,
    path: '/review/objections/:id/decide',
    summary: '核查异议：成立则重新核实，不成立则继续公示剩余天数',
    body: shapes.decideBody,
    answer: versionAnswer,
    handle: (ctx, { params, body }) => decideObjection(ctx, params.id, body),
  }),
  route({
    ...judging,
    path: '/review/objections/:id/answer',
    summary: '登记对反映人的答复',
    body: shapes.answerBody,
    answer: versionAnswer,
    handle: (ctx, { params, body }) => answerObjection(ctx, params.id, body.version, body.answer),
  }),
  route({
    ...judging,
    path: '/review/objections/:id/objector',
    summary: '查看反映人的姓名和联系方式（须填原因，留痕）',
    body: shapes.reasonBody,
    answer: shapes.objectorAnswer,
    answersSecret: true,
    handle: (ctx, { params, body }) => unmaskObjector(ctx, params.id, body.reason),
  }),
]

const comparisonRoutes: Route[] = [
  route({
    ...reading,
    path: '/review/comparisons',
    summary: '与资产数据比对的情况',
    query: shapes.comparisonQuery,
    answer: listOf(shapes.comparisonLine),
    handle: (ctx, { query }) => comparisonList(ctx, query),
  }),
  route({
    ...villageWork,
    path: '/cases/:id/comparison',
    summary: '重新与资产数据比对',
    params: idParams,
    answer: z.object({ caseId: z.number() }),
    handle: (ctx, { params }) => compareAgain(ctx, params.id),
  }),
  route({
    ...villageWork,
    path: '/review/flags/:id/explain',
    summary: '说明一条资产提示',
    params: idParams,
    body: shapes.explainBody,
    answer: idAnswer,
    handle: (ctx, { params, body }) => explainFlag(ctx, params.id, body),
  }),
  route({
    ...reading,
    path: '/cases/:id/review',
    summary: '一户的评议、公示、异议、资产比对（查看留痕）',
    params: idParams,
    answer: shapes.caseReview,
    handle: (ctx, { params }) => reviewOfCase(ctx, params.id),
  }),
]

export const reviewRoutes: readonly Route[] = [...meetingRoutes, ...noticeRoutes, ...objectionRoutes, ...comparisonRoutes]
