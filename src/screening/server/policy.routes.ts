/** HTTP: what policy says where and when — parameters and their local changes, rules, instruments, quality rules. */
import { type Route, route } from '../../access/index.ts'
import { laws, parameters, qualityRules, rules } from './policy.actions.ts'
import { approveChange, changeList, overlayFile, proposeChange, refuseChange, withdrawChange } from './policy-change.actions.ts'
import { changePage, changeQuery, changeShape, decideBody, newChange, refuseBody } from './policy-change-shapes.ts'
import { lawAnswer, parameterAnswer, policyQuery, qualityRulesAnswer, rulesAnswer } from './policy-shapes.ts'
import { idParams } from './shapes.ts'

const reading = { method: 'GET', needs: 'policy.read' } as const
const deciding = { method: 'POST', needs: 'policy.approve', params: idParams, answer: changeShape } as const

export const policyRoutes: Route[] = [
  route({
    ...reading,
    path: '/policy/parameters',
    summary: '参数的现行值、沿革、依据和各级取值',
    query: policyQuery,
    answer: parameterAnswer,
    handle: (ctx, { query }) => parameters(ctx, query),
  }),
  route({
    ...reading,
    path: '/policy/changes',
    summary: '本地参数的调整：取值、依据、理由，谁提出、谁批准，最近的在前',
    query: changeQuery,
    answer: changePage,
    handle: (ctx, { query }) => changeList(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/policy/changes',
    summary: '提出调整本辖区的一个参数，另一人批准后生效',
    needs: 'policy.change',
    body: newChange,
    answer: changeShape,
    handle: (ctx, { body }) => proposeChange(ctx, body),
  }),
  route({
    ...deciding,
    path: '/policy/changes/:id/approve',
    summary: '批准调整，此后的筛查按新值',
    body: decideBody,
    handle: (ctx, { params, body }) => approveChange(ctx, params.id, body.note),
  }),
  route({
    ...deciding,
    path: '/policy/changes/:id/refuse',
    summary: '不同意调整',
    body: refuseBody,
    handle: (ctx, { params, body }) => refuseChange(ctx, params.id, body.note),
  }),
  route({
    ...deciding,
    path: '/policy/changes/:id/withdraw',
    summary: '撤回自己提出、尚未批准的调整',
    needs: 'policy.change',
    body: decideBody,
    handle: (ctx, { params, body }) => withdrawChange(ctx, params.id, body.note),
  }),
  route({
    ...reading,
    path: '/policy/overlay',
    summary: '本地参数文件（YAML），命令行用 --overlay 读取',
    handle: (ctx) => overlayFile(ctx),
  }),
  route({
    ...reading,
    path: '/policy/rules',
    summary: '筛查规则的平实说法、参数、依据和最近一次筛查的结果',
    query: policyQuery,
    answer: rulesAnswer,
    handle: (ctx, { query }) => rules(ctx, query),
  }),
  route({ ...reading, path: '/policy/law', summary: '引用的文件', answer: lawAnswer, handle: async (ctx) => laws(ctx) }),
  route({
    ...reading,
    path: '/policy/quality-rules',
    summary: '数据质量规则与改法',
    answer: qualityRulesAnswer,
    handle: (ctx) => qualityRules(ctx),
  }),
]
