/** Printed codes over HTTP: issue, print, count. */
import { type Route, route } from '../../access/index.ts'
import { codesForPrint, issueHouseholdCodes, issueVillageCodes, leafletUseList, villageUseList } from './codes.actions.ts'
import { householdCodesBody, issued, leafletUse, printed, printQuery, usePage, useQuery, villageCodesBody } from './codes.shapes.ts'

const issue = { method: 'POST', needs: 'application.receive', answer: issued } as const

export const codeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/codes/villages',
    summary: '各村一码通的发放和使用情况',
    needs: 'case.read',
    query: useQuery,
    answer: usePage,
    handle: (ctx, { query }) => villageUseList(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/codes/leaflets',
    summary: '各份明白纸的阅读次数',
    needs: 'case.read',
    query: useQuery,
    answer: leafletUse,
    handle: (ctx, { query }) => leafletUseList(ctx, query),
  }),
  route({
    ...issue,
    path: '/codes/villages',
    summary: '为没有二维码的村发放村码，或重发（旧码停用）',
    body: villageCodesBody,
    handle: (ctx, { body }) => issueVillageCodes(ctx, body),
  }),
  route({
    ...issue,
    path: '/codes/households',
    summary: '为一个村没有二维码的农户发放户码，或给指定的农户重发（旧码停用）',
    body: householdCodesBody,
    handle: (ctx, { body }) => issueHouseholdCodes(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/codes/print',
    summary: '打印用的二维码（留痕）',
    needs: 'application.receive',
    query: printQuery,
    answer: printed,
    handle: (ctx, { query }) => codesForPrint(ctx, query),
  }),
]
