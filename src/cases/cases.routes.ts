/** HTTP: the queue, the list, one case, and what officers do with it. */
import type { z } from 'zod'
import { type Route, route } from '../access/index.ts'
import { Problem } from '../kernel/index.ts'
import type { Context } from '../store/index.ts'
import { openAttachment } from './attachments.actions.ts'
import { beginCases } from './begin.actions.ts'
import { caseInFull } from './card.actions.ts'
import { assignCase, followMembers, joinMember, leaveMember, noteCase, setGreenChannel } from './case.actions.ts'
import type { CaseRecord, CaseRow } from './case-types.ts'
import { act, attach } from './core.ts'
import { caseList, caseQueue, caseSummaries } from './lists.actions.ts'
import { caseProblems } from './problems.ts'
import {
  actBody,
  actParams,
  assignBody,
  attachment,
  attachmentBody,
  begunCases,
  caseCard,
  casePage,
  caseQuery,
  caseSummary,
  greenBody,
  idParams,
  leaveBody,
  memberBody,
  newCases,
  noteBody,
  queuePage,
  queueQuery,
  summaryQuery,
  versionAnswer,
  versionBody,
} from './shapes.ts'
import { stateLabel } from './words.rules.ts'

const changed = (row: CaseRow) => ({ id: row.id, version: row.version, state: row.state, stateLabel: stateLabel(row) })
const then = async (work: Promise<CaseRow>) => changed(await work)
const changing = { method: 'POST', params: idParams, answer: versionAnswer } as const
const reading = { method: 'GET', needs: 'case.read' } as const

export const coreRoutes: Route[] = [
  route({
    ...reading,
    path: '/cases',
    summary: '帮扶事项列表，可筛选、排序、导出',
    query: caseQuery,
    answer: casePage,
    handle: (ctx, { query }) => caseList(ctx, query),
  }),
  route({
    ...reading,
    path: '/cases/summary',
    summary: '帮扶事项计数：状态、地方、来源、逾期',
    query: summaryQuery,
    answer: caseSummary,
    handle: (ctx, { query }) => caseSummaries(ctx, query),
  }),
  route({
    ...reading,
    path: '/cases/queue',
    summary: '本单位待办的帮扶事项，最急的在前',
    query: queueQuery,
    answer: queuePage,
    handle: (ctx, { query }) => caseQueue(ctx, query),
  }),
  route({
    ...reading,
    path: '/cases/:id',
    summary: '一件帮扶事项的全部内容（查看留痕）',
    params: idParams,
    answer: caseCard,
    handle: (ctx, { params }) => caseInFull(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/cases',
    summary: '发起帮扶事项：从线索（可多条）或从一户',
    needs: 'case.visit',
    body: newCases,
    answer: begunCases,
    handle: (ctx, { body }) => beginCases(ctx, body),
  }),
  route({
    method: 'POST',
    path: '/cases/:id/acts/:action',
    summary: '办理一步；所需权限随这一步而定',
    needs: 'case.read',
    params: actParams,
    body: actBody,
    answer: versionAnswer,
    handle: (ctx, { params, body }) =>
      then(act(ctx, params.id, params.action, { version: body.version, record: body.record as CaseRecord })),
  }),
  route({
    ...changing,
    path: '/cases/:id/notes',
    summary: '记一条备注',
    needs: 'case.read',
    body: noteBody,
    handle: (ctx, { params, body }) => then(noteCase(ctx, params.id, body)),
  }),
  route({
    ...changing,
    path: '/cases/:id/assign',
    summary: '指定负责人',
    needs: 'case.dispatch',
    body: assignBody,
    handle: (ctx, { params, body }) => then(assignCase(ctx, params.id, body)),
  }),
  route({
    ...changing,
    path: '/cases/:id/green-channel',
    summary: '开通或关闭绿色通道（先帮扶、后补程序）',
    needs: 'case.dispatch',
    body: greenBody,
    handle: (ctx, { params, body }) => then(setGreenChannel(ctx, params.id, body)),
  }),
  route({
    ...changing,
    path: '/cases/:id/members/follow',
    summary: '按农户档案更新成员',
    needs: 'case.visit',
    body: versionBody,
    handle: (ctx, { params, body }) => then(followMembers(ctx, params.id, body)),
  }),
  route({
    ...changing,
    path: '/cases/:id/members/join',
    summary: '增加成员（须已登记在该户）',
    needs: 'case.visit',
    body: memberBody,
    handle: (ctx, { params, body }) => then(joinMember(ctx, params.id, body)),
  }),
  route({
    ...changing,
    path: '/cases/:id/members/leave',
    summary: '减少成员（不共同生活等）',
    needs: 'case.visit',
    body: leaveBody,
    handle: (ctx, { params, body }) => then(leaveMember(ctx, params.id, body)),
  }),
  route({
    method: 'POST',
    path: '/cases/:id/attachments',
    summary: '上传照片、扫描件或文件',
    needs: 'case.visit',
    params: idParams,
    takesFiles: true,
    body: attachmentBody,
    answer: attachment,
    handle: async (ctx, { params, body, uploads }) => attachUpload(ctx, params.id, body, uploads),
  }),
  route({
    ...reading,
    path: '/attachments/:id',
    summary: '下载附件（查看留痕）',
    params: idParams,
    handle: (ctx, { params }) => openAttachment(ctx, params.id),
  }),
]

async function attachUpload(
  ctx: Context,
  caseId: number,
  { aboutId, takenAt, latitude, longitude, clientKey, ...body }: z.infer<typeof attachmentBody>,
  uploads: readonly { path: string; name: string }[],
) {
  const [file] = uploads
  if (file === undefined) throw new Problem(caseProblems.noFile, {})
  return attach(ctx, {
    ...body,
    caseId,
    aboutId: aboutId ?? String(caseId),
    path: file.path,
    name: file.name,
    takenAt: takenAt === undefined ? null : new Date(takenAt),
    latitude: latitude ?? null,
    longitude: longitude ?? null,
    clientKey: clientKey ?? null,
  })
}
