/** The monthly comparison with the national system and the income sheets over HTTP. */
import { z } from 'zod'
import { type Route, route } from '../access/index.ts'
import { decideDifferences, differencesWorkbook, pageOfDifferences } from './differences.actions.ts'
import { openIncomeSheet, saveIncomeSheet } from './income.actions.ts'
import { nationalChanges } from './national-changes.ts'
import {
  decided,
  differenceDecision,
  differencePage,
  differenceQuery,
  incomeBody,
  incomePeriod,
  incomeSheet,
  recordId,
} from './register.schema.ts'

const sheetParams = z.object({ id: recordId, period: incomePeriod })

export const monthlyRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/register/households/:id/income/:period',
    summary: '一户一个核算期的收支表，全部项目和合计',
    needs: 'register.read',
    params: sheetParams,
    answer: incomeSheet,
    handle: (ctx, { params }) => openIncomeSheet(ctx, params.id, params.period),
  }),
  route({
    method: 'PUT',
    path: '/register/households/:id/income/:period',
    summary: '保存收支表：每项金额写明依据',
    needs: 'register.change',
    params: sheetParams,
    body: incomeBody,
    answer: incomeSheet,
    handle: (ctx, { params, body }) => saveIncomeSheet(ctx, params.id, params.period, body),
  }),
  route({
    method: 'GET',
    path: '/register/differences',
    summary: '全国系统新导出与县里的差异，附建议和理由',
    needs: 'register.load',
    query: differenceQuery,
    answer: differencePage,
    handle: (ctx, { query: { after, limit, sort, format, ...filter } }) =>
      format === 'xlsx' ? differencesWorkbook(ctx, filter, sort) : pageOfDifferences(ctx, filter, { sort, after, limit }),
  }),
  route({
    method: 'POST',
    path: '/register/differences/decide',
    summary: '处理差异：以全国系统为准、以县里为准或按建议，可按项目成批',
    needs: 'register.load',
    body: differenceDecision,
    answer: decided,
    handle: (ctx, { body }) => decideDifferences(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/register/national-changes',
    summary: '须在全国系统修改的清单（按全国系统表头的工作簿）',
    needs: 'register.load',
    handle: (ctx) => nationalChanges(ctx),
  }),
]
