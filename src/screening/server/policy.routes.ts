/** HTTP: what policy says where and when — parameters, rules, instruments, quality rules. */
import { type Route, route } from '../../access/index.ts'
import { laws, parameters, qualityRules, rules } from './policy.actions.ts'
import { lawAnswer, parameterAnswer, policyQuery, qualityRulesAnswer, rulesAnswer } from './policy-shapes.ts'

const reading = { method: 'GET', needs: 'policy.read' } as const

export const policyRoutes: Route[] = [
  route({
    ...reading,
    path: '/policy/parameters',
    summary: '参数的现行值、沿革、依据和各级取值',
    query: policyQuery,
    answer: parameterAnswer,
    handle: async (ctx, { query }) => parameters(ctx, query),
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
