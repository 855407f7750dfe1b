/** Reading the register over HTTP: lists, one household and its history, full values, figures. */
import { z } from 'zod'
import { type Route, route, tableWorkbook } from '../access/index.ts'
import { Problem } from '../kernel/index.ts'
import { type Context, storeProblems } from '../store/index.ts'
import { actsOf, householdById } from './households.queries.ts'
import { openHousehold, pageOfHouseholds, unmaskPerson } from './looking.actions.ts'
import { actLabels } from './problems.ts'
import {
  day,
  fieldDefinition,
  history,
  householdFile,
  householdPage,
  listQuery,
  looks,
  recordId,
  summary,
  summaryQuery,
  unmaskBody,
  unmasked,
} from './register.schema.ts'
import { registryPolicy } from './registry-policy.ts'
import { looksAtPerson, personIsKnown } from './summary.queries.ts'
import { summaryOf } from './summary.ts'

export const byId = z.object({ id: recordId })
const paging = z.object({ after: recordId.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) })

/** An export is what the list shows. */
function exportList(ctx: Context, asked: z.infer<typeof listQuery>) {
  return tableWorkbook(ctx, {
    name: '农户名单',
    rows: async (limit) => (await pageOfHouseholds(ctx, { ...asked, limit, after: undefined })).items,
    columns: [
      ['乡镇', (one) => one.township],
      ['村', (one) => one.village],
      ['组', (one) => one.groupName],
      ['户编号', (one) => one.householdNumber],
      ['户主', (one) => one.headName],
      ['人口', (one) => one.memberCount],
      ['户类型', (one) => one.householdKind],
      ['监测对象类别', (one) => one.monitoredKind],
      ['是否在监测', (one) => (one.isMonitored ? '是' : '否')],
    ],
  })
}

const listRoute = route({
  method: 'GET',
  path: '/register/households',
  summary: '农户名单：按地区、户类型、监测情况筛选，按姓名、拼音、证件号码、电话、户编号查找',
  needs: 'register.read',
  query: listQuery,
  answer: householdPage,
  handle: (ctx, { query }) => (query.format === 'xlsx' ? exportList(ctx, query) : pageOfHouseholds(ctx, query)),
})

const householdRoute = route({
  method: 'GET',
  path: '/register/households/:id',
  summary: '一户一档，可看任何一天的情况（查看留痕）',
  needs: 'register.read',
  params: byId,
  query: z.object({ asOf: day.optional() }),
  answer: householdFile,
  handle: (ctx, { params, query }) => openHousehold(ctx, params.id, query.asOf),
})

const historyRoute = route({
  method: 'GET',
  path: '/register/households/:id/history',
  summary: '一户的登记经过，新的在前',
  needs: 'register.read',
  params: byId,
  query: paging,
  answer: history,
  async handle(ctx, { params, query }) {
    if ((await householdById(ctx, params.id)) === undefined) throw new Problem(storeProblems.notFound, { what: '这一户' })
    const acts = await actsOf(ctx, params.id, query.after, query.limit)
    const items = acts.map((act) => ({
      actId: act.id,
      kind: act.kind,
      label: actLabels[act.kind] ?? act.kind,
      on: act.on_day as unknown as string,
      at: act.at.toISOString(),
      officerName: act.officer_name,
      reason: act.reason,
      summary: (act.details as { summary?: string }).summary ?? '',
      isUndone: act.undone_by !== null,
      canBeUndone: act.undone_by === null && act.last_act_id === act.id && !['undo', 'load', 'take_over'].includes(act.kind),
    }))
    return { items, next: items.length < query.limit ? null : String(items.at(-1)?.actId ?? '') }
  },
})

const unmaskRoute = route({
  method: 'POST',
  path: '/register/persons/:id/unmask',
  summary: '查看完整证件号码、电话、账号（须填原因，留痕）',
  needs: 'person.unmask',
  params: byId,
  body: unmaskBody,
  answer: unmasked,
  answersSecret: true,
  handle: (ctx, { params, body }) => unmaskPerson(ctx, params.id, body.fields, body.reason),
})

/** What a line of the audit trail about a person is called. */
const lookLabels: Readonly<Record<string, string>> = {
  'household.seen': '查看一户一档',
  'person.unmasked': '查看完整号码',
  'register.changed': '登记变动',
  'register.undone': '撤销登记',
  'register.loaded': '导入全国系统数据',
  'income.saved': '填报收入表',
}

const looksRoute = route({
  method: 'GET',
  path: '/register/persons/:id/looks',
  summary: '谁在什么时候、为什么查看过此人',
  needs: 'audit.read',
  params: byId,
  query: paging,
  answer: looks,
  async handle(ctx, { params, query }) {
    if (!(await personIsKnown(ctx, params.id))) throw new Problem(storeProblems.notFound, { what: '这个人' })
    const rows = await looksAtPerson(ctx, params.id, query.after, query.limit)
    const items = rows.map(({ at, officer_name, action, details }) => ({
      at: at.toISOString(),
      officerName: officer_name,
      action,
      label: lookLabels[action] ?? action,
      reason: details.reason ?? '',
    }))
    return { items, next: rows.length < query.limit ? null : String(rows.at(-1)?.id ?? '') }
  },
})

const summaryRoute = route({
  method: 'GET',
  path: '/register/summary',
  summary: '户数、人数，按户类型、监测类别和下一级地区',
  needs: 'register.read',
  query: summaryQuery,
  answer: summary,
  handle: (ctx, { query }) => summaryOf(ctx, query.division),
})

const fieldsRoute = route({
  method: 'GET',
  path: '/register/fields',
  summary: '一户一档的全部项目及其代码表',
  needs: 'register.read',
  answer: z.object({ items: z.array(fieldDefinition) }),
  async handle(ctx) {
    const items = [...registryPolicy(ctx.policy).fields.values()].map(({ name, label, about, block, kind, codes, isSealed }) => ({
      name,
      label,
      about,
      block,
      kind,
      isMasked: isSealed,
      codes: Object.entries(ctx.policy.codeLists.get(codes ?? '')?.codes ?? {}).map(([code, entry]) => ({ code, label: entry.label })),
    }))
    return { items }
  },
})

export const readingRoutes: readonly Route[] = [listRoute, householdRoute, historyRoute, unmaskRoute, looksRoute, summaryRoute, fieldsRoute]
