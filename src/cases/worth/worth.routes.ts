/** HTTP: what the rules are worth. */
import { type Route, route } from '../../access/index.ts'
import { idParams, weeksAnswer, weeksQuery, whatIfAnswer, worthAnswer, worthQuery } from './shapes.ts'
import { whatIf, worthByWeek, worthOf } from './worth.actions.ts'

const reading = { method: 'GET', needs: 'worth.read' } as const

export const worthRoutes: Route[] = [
  route({
    ...reading,
    path: '/worth/rules',
    summary: '每条规则的线索、属实率、上门次数和漏掉的认定户',
    query: worthQuery,
    answer: worthAnswer,
    handle: (ctx, { query }) => worthOf(ctx, query),
  }),
  route({
    ...reading,
    path: '/worth/weeks',
    summary: '每周留存的规则得失',
    query: weeksQuery,
    answer: weeksAnswer,
    handle: (ctx, { query }) => worthByWeek(ctx, query.division, query.weeks),
  }),
  route({
    ...reading,
    path: '/worth/trials/:id',
    summary: '一次试算放到核实结果里看：少掉的户里有多少属实',
    params: idParams,
    answer: whatIfAnswer,
    handle: (ctx, { params }) => whatIf(ctx, params.id),
  }),
]
