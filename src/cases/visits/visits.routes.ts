/** HTTP: what a phone takes along and sends back, and what the office sees of it. */
import { z } from 'zod'
import { type Route, route } from '../../access/index.ts'
import { decideChange } from './changes.actions.ts'
import { authorisationList, formList, openForm, revokeAuthorisation } from './forms.actions.ts'
import {
  authorisationAnswer,
  authorisationPage,
  authorisationQuery,
  decideBody,
  dropBody,
  formAnswer,
  formPage,
  formQuery,
  newTask,
  revokeBody,
  taskAnswer,
  taskChange,
  taskPage,
  taskQuery,
  villageCounts,
} from './office.schema.ts'
import { receiveAttachment, receiveForm } from './receive.actions.ts'
import { takeAlong } from './take-along.actions.ts'
import { addTask, dropTask, moveTask, taskList, villages } from './tasks.actions.ts'
import { attachmentAnswer, attachmentBody, changeAnswer, formBody, packageAnswer, receivedAnswer } from './visits.schema.ts'

const idParams = z.object({ id: z.coerce.number().int().positive() })

const phoneRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/visits/package',
    summary: '带走本人的走访名单和已知情况（逐户留痕）',
    needs: 'case.visit',
    answer: packageAnswer,
    handle: (ctx) => takeAlong(ctx),
  }),
  route({
    method: 'POST',
    path: '/visits/forms',
    summary: '送回一份入户表；同一编号重复发送只收一次',
    needs: 'case.visit',
    body: formBody,
    answer: receivedAnswer,
    handle: (ctx, { body }) => receiveForm(ctx, body),
  }),
  route({
    method: 'POST',
    path: '/visits/attachments',
    summary: '送回入户表所列的一张照片或签名；可重复发送',
    needs: 'case.visit',
    takesFiles: true,
    body: attachmentBody,
    answer: attachmentAnswer,
    handle: (ctx, { body, uploads }) => receiveAttachment(ctx, body, uploads[0]),
  }),
]

const taskRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/visits/tasks',
    summary: '走访任务：按地区、种类、状态、是否超期筛选',
    needs: 'case.read',
    query: taskQuery,
    answer: taskPage,
    handle: (ctx, { query }) => taskList(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/visits/villages',
    summary: '各村待走访的任务数和户数',
    needs: 'case.read',
    query: z.object({ division: taskQuery.shape.division }),
    answer: villageCounts,
    handle: (ctx, { query }) => villages(ctx, query.division),
  }),
  route({
    method: 'POST',
    path: '/visits/tasks',
    summary: '把一户列入走访名单',
    needs: 'case.visit',
    body: newTask,
    answer: taskAnswer,
    handle: (ctx, { body }) => addTask(ctx, body),
  }),
  route({
    method: 'PATCH',
    path: '/visits/tasks/:id',
    summary: '改派走访人、改期',
    needs: 'case.visit',
    params: idParams,
    body: taskChange,
    answer: taskAnswer,
    handle: (ctx, { params, body }) => moveTask(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/visits/tasks/:id/drop',
    summary: '取消走访任务：须写原因',
    needs: 'case.visit',
    params: idParams,
    body: dropBody,
    answer: taskAnswer,
    handle: (ctx, { params, body }) => dropTask(ctx, params.id, body),
  }),
]

const formRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/visits/forms',
    summary: '入户表，新的在前',
    needs: 'case.read',
    query: formQuery,
    answer: formPage,
    handle: (ctx, { query }) => formList(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/visits/forms/:id',
    summary: '一份入户表的全部内容（查看留痕）',
    needs: 'case.read',
    params: idParams,
    answer: formAnswer,
    handle: (ctx, { params }) => openForm(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/visits/changes/:id/decide',
    summary: '走访结果与档案不一致时，选择用哪一个',
    needs: 'case.visit',
    params: idParams,
    body: decideBody,
    answer: changeAnswer,
    handle: (ctx, { params, body }) => decideChange(ctx, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/visits/authorisations',
    summary: '承诺授权，新的在前',
    needs: 'case.read',
    query: authorisationQuery,
    answer: authorisationPage,
    handle: (ctx, { query }) => authorisationList(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/visits/authorisations/:id/revoke',
    summary: '农户撤回承诺授权',
    needs: 'case.visit',
    params: idParams,
    body: revokeBody,
    answer: authorisationAnswer,
    handle: (ctx, { params, body }) => revokeAuthorisation(ctx, params.id, body),
  }),
]

export const visitRoutes: readonly Route[] = [...phoneRoutes, ...taskRoutes, ...formRoutes]
