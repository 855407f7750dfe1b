/** Files in over HTTP: the same routes serve the browser and a department's own system. */
import { z } from 'zod'
import { type Route, route } from '../../access/index.ts'
import { acceptFile } from './accept.actions.ts'
import { calendarOf } from './calendar.actions.ts'
import { chooseForSheet } from './choose.actions.ts'
import { correctionsOf } from './corrections.actions.ts'
import { datasetsFor } from './datasets.rules.ts'
import {
  acceptForm,
  calendarAnswer,
  changeForm,
  datasetAnswer,
  fileDetail,
  fileFilters,
  fileIssue,
  handedInFile,
  handInAnswer,
  handInForm,
  issueFilters,
  page,
  sheetChoiceForm,
  withdrawForm,
} from './file-forms.ts'
import { changeFile, handIn, readAgain } from './hand-in.actions.ts'
import { fileById, fileIssues, listFiles } from './list.actions.ts'
import { originalOf } from './original.actions.ts'
import { withdrawFile } from './withdraw.actions.ts'

const fileId = z.object({ id: z.coerce.number().int().positive() })
const sheetOf = fileId.extend({ no: z.coerce.number().int().positive() })

export const fileRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/files',
    summary: '报送部门数据文件',
    needs: 'file.hand_in',
    takesFiles: true,
    body: handInForm,
    answer: handInAnswer,
    handle: (ctx, { body, uploads }) => handIn(ctx, body, uploads),
  }),
  route({
    method: 'GET',
    path: '/files',
    summary: '已报送的文件',
    needs: 'file.read',
    query: fileFilters,
    answer: page(handedInFile),
    handle: (ctx, { query }) => listFiles(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/files/:id',
    summary: '一份文件：认出的数据表、理由、提示与问题统计',
    needs: 'file.read',
    params: fileId,
    answer: fileDetail,
    handle: (ctx, { params }) => fileById(ctx, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/files/:id',
    summary: '改正月份、报送部门、备注，或指明改正的是哪一份',
    needs: 'file.hand_in',
    params: fileId,
    body: changeForm,
    answer: fileDetail,
    handle: (ctx, { params, body }) => changeFile(ctx, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/files/:id/issues',
    summary: '读取中发现的问题单元格',
    needs: 'file.read',
    params: fileId,
    query: issueFilters,
    answer: page(fileIssue),
    handle: (ctx, { params, query }) => fileIssues(ctx, params.id, query),
  }),
  route({
    method: 'PUT',
    path: '/files/:id/sheets/:no',
    summary: '指定数据表或列的含义，并重新读取',
    needs: 'file.hand_in',
    params: sheetOf,
    body: sheetChoiceForm,
    answer: fileDetail,
    handle: (ctx, { params, body }) => chooseForSheet(ctx, params.id, params.no, body),
  }),
  route({
    method: 'POST',
    path: '/files/:id/read',
    summary: '重新读取文件',
    needs: 'file.hand_in',
    params: fileId,
    body: z.object({ version: z.number().int() }),
    answer: fileDetail,
    handle: (ctx, { params, body }) => readAgain(ctx, params.id, body.version),
  }),
  route({
    method: 'POST',
    path: '/files/:id/accept',
    summary: '接收文件，计入当月数据',
    needs: 'file.accept',
    params: fileId,
    body: acceptForm,
    answer: fileDetail,
    handle: (ctx, { params, body }) => acceptFile(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/files/:id/withdraw',
    summary: '撤回文件（本部门可撤回尚未接收的，已接收的由接收人撤回）',
    needs: 'file.read',
    params: fileId,
    body: withdrawForm,
    answer: fileDetail,
    handle: (ctx, { params, body }) => withdrawFile(ctx, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/files/:id/corrections',
    summary: '下载改正表：有问题的行，改好后原样报回',
    needs: 'file.read',
    params: fileId,
    handle: (ctx, { params }) => correctionsOf(ctx, params.id),
  }),
  route({
    method: 'GET',
    path: '/files/:id/original',
    summary: '下载原文件（留痕）',
    needs: 'file.read',
    params: fileId,
    query: z.object({ mended: z.literal('1').optional() }),
    handle: (ctx, { params, query }) => originalOf(ctx, params.id, query.mended === '1'),
  }),
  route({
    method: 'GET',
    path: '/hand-in-calendar',
    summary: '报送日历：各数据表各月的报送情况',
    needs: 'file.read',
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
    answer: calendarAnswer,
    handle: (ctx, { query }) => calendarOf(ctx, query.year ?? Number(ctx.today.slice(0, 4))),
  }),
  route({
    method: 'GET',
    path: '/datasets',
    summary: '可报送的数据表及其各项',
    needs: 'signed-in',
    answer: z.object({ items: z.array(datasetAnswer) }),
    handle: async (ctx) => ({ items: datasetsFor(ctx.policy, ctx.officer.datasets) }),
  }),
]
